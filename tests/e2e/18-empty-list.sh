#!/bin/sh
# A list without entries is no mistake: an empty release, nobody asked.
. "${0%/*}/lib.sh"
start_standin
: >"$tmp/empty.md"
printf '# To come\n\nNothing here yet.\n' >"$tmp/prose.md"
for file in empty prose; do
	rm -rf "$releases"
	run 0 --name demo "$tmp/$file.md"
	silent
	whole_release
	same "works" "$(works "len(rows)")" 0
	run 0 extract "$tmp/$file.md"
	silent
done
same "requests" "$(requests)" 0
