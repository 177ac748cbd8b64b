#!/bin/sh
# What a BibTeX list says stays: family and given, institutions, "and others",
# and what kind of work it is, also where no service knows it.
. "${0%/*}/lib.sh"
start_standin
cat >"$tmp/l.bib" <<'LIST'
@inproceedings{a, title={Of Tides and Harbours That Nobody Ever Wrote About},
  author={Garc{\'i}a M{\'a}rquez, Gabriel and Roe, Ann and others},
  booktitle={Proceedings of the Meeting on Harbours}, year=2019}
@book{b, title={Barnacles on the Old Wooden Hulls},
  author={{Barnes and Noble, Inc.}}, publisher={Tide Press}, year=2018}
@phdthesis{c, title={Counting Waves before the Evening}, author={Doe, Jane},
  school={University of Sea}, year=2017}
@incollection{d, title={A Chapter about Nets and Ropes}, author={Doe, Jane},
  booktitle={The Book of Ropes}, year=2016}
@inproceedings{e, title={Towards Conversational Diagnostic AI},
  author={Tu, Tao and others}, booktitle={Nowhere}, year=2024}
LIST
run 0 --name demo --min-coverage 0 "$tmp/l.bib"
same "papers all" "$(works "[r['kind'] for r in rows]")" \
	"['paper', 'paper', 'paper', 'paper', 'paper']"
bib=$releases/latest/references.bib
[ -f "$bib" ] || bib=$(find "$releases/latest/" -name '*.bib' | head -n 1)
for line in 'author = {García Márquez, Gabriel and Roe, Ann and others}' \
	'booktitle = {Proceedings of the Meeting on Harbours}' \
	'author = {{Barnes and Noble, Inc.}}' 'author = {Doe, Jane}'; do
	contains "$bib" "$line"
done
same "types" "$(sed -n 's/^@\([a-z]*\){.*/\1/p' "$bib" | sort | tr '\n' ' ')" \
	"incollection inproceedings misc misc phdthesis "
same "nobody knows them" "$(grep -c ',nobody-knows-it,' \
	"$releases/latest/data/findings.csv")" 4
# Where a service says who wrote it, nobody is left out.
lacks "$bib" 'Tu, Tao and others'
