#!/bin/sh
# No list, or one that cannot be read: 66.
. "${0%/*}/lib.sh"
start_standin

run 66
contains "$tmp/err" "enrich --since"
at_most "lines" "$(wc -l <"$tmp/err")" 3
job 66 "$tmp/nowhere.md"
contains "$tmp/err" "nowhere.md"
mkdir "$tmp/folder.md"
job 66 "$tmp/folder.md"
run 66 extract "$tmp/nowhere.md"
run 66 plan
printf '[lists]\ngone = gone.md\n' >"$tmp/enrich.conf"
run 66 -c "$tmp/enrich.conf"
contains "$tmp/err" "gone.md"
run 66 --offline "http://127.0.0.1:$port/list.md"
same "requests" "$(requests)" 0
no_release
