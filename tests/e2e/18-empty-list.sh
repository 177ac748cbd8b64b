#!/bin/sh
# Lists without any entry are a mistake, unless it is said that they are meant:
# then an empty release, nobody asked.
. "${0%/*}/lib.sh"
start_standin
: >"$tmp/empty.md"
printf '# To come\n\nNothing here yet.\n' >"$tmp/prose.md"
printf '# One\n\n- [A Model of Invented Things](https://arxiv.org/abs/2301.00001)\n' >"$tmp/one.md"
for file in empty prose; do
	rm -rf "$releases"
	run 65 --name demo "$tmp/$file.md"
	contains "$tmp/err" "no entry in $tmp/$file.md; nothing was asked or written"
	contains "$tmp/err" "--allow-empty"
	same "lines" "$(wc -l <"$tmp/err")" 2
	test ! -e "$releases/latest" || fail "a release was written"
	run 0 --name demo --allow-empty "$tmp/$file.md"
	silent
	whole_release
	same "works" "$(works "len(rows)")" 0
	run 0 extract "$tmp/$file.md"
	silent
	run 0 plan "$tmp/$file.md"
done
rm -rf "$releases"
run 65 --name demo "$tmp/empty.md" "$tmp/prose.md"
contains "$tmp/err" "no entry in $tmp/empty.md and the others"
ENRICH_ALLOW_EMPTY=1 run 0 --name demo "$tmp/empty.md"
same "requests" "$(requests)" 0
# One entry is enough: the others may be empty.
rm -rf "$releases"
run 0 --name demo --offline --min-coverage 0 "$tmp/empty.md" "$tmp/one.md"
same "works" "$(works "len(rows)")" 1
