#!/bin/sh
# enrich patch: a diff that git and patch take alike, for lists of every format; what
# it mends is gone, nothing is new, nothing else is touched, and a second one is empty.
. "${0%/*}/lib.sh"
rest_needs git --version
rest_needs patch --version
start_standin
mkdir lists
cp "$top_srcdir"/examples/*.md "$top_srcdir"/tests/lists/*.* lists/
rm lists/*.jsonl
for list in $lists; do
	cp "$list" "lists/e2e-${list##*/}"
done
# Line ends of two kinds, damage elsewhere, no end of the last line, a name with blanks.
printf '# Caf\303\203\302\251\r\n\r\n- [**Arxiv, 2024.2**] **BioMistral**: A Collection of Open-Source Pretrained Large Language Models for Medical Domains. [paper](https://arxiv.org/abs/2402.10373)\r\n- broken \377 bytes, Universit\303\203\302\251\n- [**ACL Findings, 2023**] Another Thing Altogether With Words. [paper](https://example.org/x)\n- [**ACL Findings, 2022**] A Second Thing Altogether With Words. [paper](https://example.org/y)\n- [**Arxiv, 2023.4**] **MedPaLM M**: Towards Generalist Biomedical AI. [paper](https://arxiv.org/abs/2307.14334)' >'lists/my own list.md'
# One paper twice: one finding, both rows; a date that stands elsewhere.
cat >lists/twice.md <<'END'
# Papers

- [**Arxiv, 2024.2**] **BioMistral**: A Collection of Open-Source Pretrained Large Language Models for Medical Domains. [paper](https://arxiv.org/abs/2402.10373)

## Again

- [**Arxiv, 2024.2**] **BioMistral**: A Collection of Open-Source Pretrained Large Language Models for Medical Domains. [paper](https://arxiv.org/abs/2402.10373)

| Title | Venue | Date |
|---|---|---|
| [Towards Generalist Biomedical AI](https://arxiv.org/abs/2307.14334) | Arxiv | 2023-04 |
END
cat >lists/made.csv <<'END'
title,venue,date,url
"BioMistral: A Collection of Open-Source Pretrained Large Language Models for Medical Domains",arXiv,2024,https://arxiv.org/abs/2402.10373
SymptomCheck Bench,,2024,https://github.com/medaks/symptomcheck-bench
END
cat >lists/made.bib <<'END'
@article{biomistral,
  title = {{BioMistral}: A Collection of Open-Source Pretrained Large Language Models for Medical Domains},
  journal = {arXiv},
  year = 2024,
  url = {https://arxiv.org/abs/2402.10373},
}
@misc{bench, title = {SymptomCheck Bench}, url = {https://github.com/medaks/symptomcheck-bench} }
END
cat >lists/made.ndjson <<'END'
{"title": "BioMistral: A Collection of Open-Source Pretrained Large Language Models for Medical Domains", "venue": "arXiv", "url": "https:\/\/arxiv.org\/abs\/2402.10373"}
{"title": "SymptomCheck Bench", "url": "https:\/\/github.com\/medaks\/symptomcheck-bench"}
END
cat >lists/made.ris <<'END'
TY  - JOUR
TI  - BioMistral: A Collection of Open-Source Pretrained Large Language Models for Medical Domains
JO  - arXiv
UR  - https://arxiv.org/abs/2402.10373
ER  - 
END
cp -R lists before
# Without one the lists name more repositories than an hour allows.
GITHUB_TOKEN=token-of-the-test
export GITHUB_TOKEN
job_of_lists() {
	run 0 --name demo --min-coverage 0 lists/*
}
mend() { # the lists of this folder, again
	run 0 --name demo patch "$@" lists/*
}
job_of_lists
cp "$(release)/data/findings.csv" old.csv
asked=$(requests)
mend
cp "$tmp/out" "$tmp/fix.patch"
cp "$tmp/err" "$tmp/reasons"
same "requests" "$(requests)" "$asked"
[ "$(grep -c '^@@' "$tmp/fix.patch")" -ge 15 ] || fail "too few hunks"
for file in made.csv made.bib made.ndjson made.ris 'my own list.md' guide.md; do
	grep -q "^--- a/lists/$file" "$tmp/fix.patch" || fail "$file is not mended"
done
# git and patch.
git init -q . && git add before/.. >/dev/null 2>&1
git apply --check "$tmp/fix.patch" 2>"$tmp/err" || fail "git does not take it"
cp -R lists by-git && cp -R lists by-patch && mkdir g p && mv by-git g/lists && mv by-patch p/lists
(cd g && git apply --whitespace=nowarn "$tmp/fix.patch") 2>"$tmp/err" || fail "git does not apply it"
(cd p && patch -s -p1 <"$tmp/fix.patch") >"$tmp/err" 2>&1 || fail "patch does not apply it"
diff -r g/lists p/lists >"$tmp/err" || fail "git and patch differ"
diff -r lists g/lists >/dev/null && fail "nothing was changed"
contains g/lists/made.csv 'Domains",ACL Findings,2024,https'
contains g/lists/made.ndjson '"url": "https:\/\/github.com\/medask\/symptomcheck-bench"'
same "rows of twice.md" "$(diff before/twice.md g/lists/twice.md | grep -c '^>')" 3
contains g/lists/twice.md '| NEJM AI | 2023-07 |'
# What is to be decided, one finding, one code; what is no finding.
mend --only fix,decide
[ "$(grep -c '^@@' "$tmp/out")" -gt "$(grep -c '^@@' "$tmp/fix.patch")" ] || fail "nothing to decide"
cp "$tmp/out" "$tmp/all.patch"
git apply --check "$tmp/all.patch" 2>"$tmp/err" || fail "git does not take what is to be decided"
patch -s -p1 --dry-run <"$tmp/all.patch" >"$tmp/err" 2>&1 || fail "patch does not take it"
grep -q 'link-title-mismatch' "$tmp/all.patch" || fail "no wrong link has a hunk"
mend --only renamed
same "codes in it" "$(sed -n 's/^# .*line [0-9]*  \([a-z-]*\):.*/\1/p' "$tmp/out" | sort -u)" renamed
mend --only "$(sed -n 's/^# \([a-f][0-9a-f]*\)  line.*/\1/p' "$tmp/fix.patch" | sed -n 1p)"
same "hunks of one key" "$(grep -c '^@@' "$tmp/out")" 1
mend --only abcdef12
contains "$tmp/err" "no such finding"
# A name that must be quoted, and one that looks like a patch, are names.
# patch 2.8 writes no file with a line break in its name (POSIX.1-2024 lets it).
odd=$(printf 'lists/c "d" \\e\t.md')
evil=$(printf 'lists/a\n--- b\n+++ c.md')
for name in "$odd" "$evil"; do
	cp lists/guide.md "$name"
	run 0 --name demo patch "$name"
	cp "$tmp/out" "$tmp/odd.patch"
	same "files in it" "$(grep -c '^--- ' "$tmp/odd.patch")" 1
	cp "$name" odd.was
	git apply "$tmp/odd.patch" 2>"$tmp/err" || fail "git does not take a quoted name"
	cmp -s "$name" odd.was && fail "git has changed nothing"
	[ "$name" = "$odd" ] || continue
	cp odd.was "$name"
	patch -s -p1 <"$tmp/odd.patch" >"$tmp/err" 2>&1 || fail "patch does not take a quoted name"
	cmp -s "$name" odd.was && fail "patch has changed nothing"
done
rm "$odd" "$evil" odd.was
(cd lists && run 0 --name demo patch ../before/guide.md) || exit 1
contains "$tmp/err" "is not in this folder"
grep -q '^--- a/guide.md$' "$tmp/out" || fail "its own folder is not that of its patch"
(cd lists && run 0 --name demo patch "$PWD/guide.md") || exit 1
grep -q '^--- a/guide.md$' "$tmp/out" || fail "a whole path is not one from here"
run 64 patch -
run 66 patch nowhere.md
run 66 patch
# Accepted, it has no hunk; nothing else is said of what is in enrich.conf.
key=$(sed -n 's/^# \([a-f][0-9a-f]*\)  line.*/\1/p' "$tmp/fix.patch" | sed -n 1p)
printf 'id,field,value,reason,date\narxiv:1111.11111,title,Nobody,,\n' >overrides.csv
printf '[override]\nfile = overrides.csv\n\n[accept]\n%s = meant\nabcdef01 = gone\n' "$key" >enrich.conf
mend
same "hunks of what is accepted" "$(grep -c "^# $key" "$tmp/out")" 0
lacks "$tmp/err" "overrides"
rm enrich.conf
# --write: the same bytes, the old ones beside, permissions as they were.
chmod 640 lists/made.csv
mv lists/guide.md guide.md
ln -s ../guide.md lists/guide.md
mend --write
[ -h lists/guide.md ] || fail "a link is a file now"
rm lists/guide.md
mv guide.md lists/guide.md
cmp -s before/guide.md guide.md.orig || fail "there is no copy of what a link names"
cmp before/made.csv lists/made.csv.orig || fail "there is no copy"
same "permissions" "$(stat -c %a lists/made.csv)" 640
rm lists/*.orig
diff -r lists p/lists >"$tmp/err" || fail "what is written is not the patch"
# Without another run: what was mended is not found again.
mend
cp "$tmp/out" "$tmp/second"
[ ! -s "$tmp/out" ] || fail "a second patch is not empty"
job_of_lists
"$PYTHON" - old.csv "$(release)/data/findings.csv" "$tmp/fix.patch" >"$tmp/out" <<'END' || fail "the patch does not mend"
import csv, re, sys
def findings(path):
    return [f for f in csv.DictReader(open(path, newline="", encoding="utf-8")) if f["state"] != "gone"]
old, new = findings(sys.argv[1]), findings(sys.argv[2])
mended = set(re.findall(rb"^# ([a-f][0-9a-f]{7})  line", open(sys.argv[3], "rb").read(), re.M))
mended = {key.decode() for key in mended}
wrong = 0
place = lambda f: (f["list"], f["line"], f["part"], f["code"])
known = {place(f) for f in old if f["key"] not in mended}
keys = {f["key"] for f in old}
for f in new:
    if f["key"] in mended or (f["key"] not in keys and place(f) not in known):
        print("still or newly there:", f)
        wrong += 1
missing = mended - keys
if missing:
    print("in no release:", missing)
sys.exit(bool(wrong or missing))
END
