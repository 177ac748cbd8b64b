#!/bin/sh
# Nobody can be reached: 69, nothing written, and the mail says what to do.
. "${0%/*}/lib.sh"
point_at "http://127.0.0.1:$(dead_port)"

job 69
no_release
[ ! -s "$tmp/out" ] || fail "standard output is not empty"
contains "$tmp/err" "no release written"
contains "$tmp/err" "kept:"
contains "$tmp/err" "next:"
at_most "lines of the mail" "$(wc -l <"$tmp/err")" 20
same "last-run.json" "$(last_run "rows[0]['exit']")" 69

# Silence is not an absence: once the net is back, everything is asked.
start_standin
job 0
whole_release
at_least "papers" "$(works "sum(1 for r in rows if r.get('cited_by_count'))")" 25

# What is known stays known when the net goes away again.
point_at "http://127.0.0.1:$port"
stop_standin
job 0
