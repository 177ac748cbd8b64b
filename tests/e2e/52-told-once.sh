#!/bin/sh
# The same partial state as last time is one line; anything new is told whole.
# What makes a release partial, or none, is what was asked for.
. "${0%/*}/lib.sh"
start_standin
down='{"service": "huggingface", "kind": "503", "times": -1}'
lines() {
	wc -l <"$tmp/err" | tr -d ' '
}
today=$(date -u +%F)
# Who failed twice in a row is left alone for a while: not what is tested here.
forget() {
	rm -f "$state"/pace/*.failures
}

fault "$down"
job 3
first=$(lines)
at_least "lines the first time" "$first" 4
at_most "lines the first time" "$first" 20
contains "$tmp/err" "Hugging Face Hub"
contains "$tmp/err" "HTTP 503"
contains "$tmp/err" "kept:"
contains "$tmp/err" "next:"
since=$(last_run "rows[0]['partial_since']")
job 3
same "lines the second time" "$(lines)" 1
contains "$tmp/err" "for the same reason as since $today"
contains "$tmp/err" "Hugging Face Hub left"
contains "$tmp/err" "; Hugging Face Hub: "
same "since" "$(last_run "rows[0]['partial_since']")" "$since"
# Machines are told everything all the same.
same "open" "$(last_run "[s['unanswered'] > 4 for s in rows[0]['sources']
    if s['source'] == 'huggingface']")" "[True]"
# Another NAME has a history of its own.
run 3 --name other $lists
at_least "lines about another release" "$(lines)" 4
# One more source: that is news.
forget
fault '{"service": "github", "kind": "500", "times": -1}'
job 3 --cache "$tmp/new" --min-coverage 0
at_least "lines about something new" "$(lines)" 5
contains "$tmp/err" "GitHub"
# Well again, then ill again: told whole again.
forget
reset_standin
job 0
silent
same "since" "$(last_run "rows[0]['partial_since']")" None
same "last complete" "$(last_run "rows[0]['last_complete'][:7]")" demo-20
forget
fault "$down"
job 3 --cache "$tmp/newer"
at_least "lines when it comes back" "$(lines)" 4

# Design §6.1: below the share asked for, with at least five unanswered.
job 0 --cache "$tmp/newer" --min-answered 0
silent
forget
reset_standin
fault '{"service": "huggingface", "path": "BioMistral", "kind": "503", "times": -1}'
job 0 --cache "$tmp/four"
unanswered=$(last_run "sum(s['unanswered'] for s in rows[0]['sources'])")
at_least "unanswered" "$unanswered" 1
at_most "unanswered" "$unanswered" 4
job 0 --cache "$tmp/four" --min-answered 1
# Below --min-coverage nothing is written; the last release is named.
forget
reset_standin
fault '{"service": "semanticscholar", "kind": "503", "times": -1}'
fault '{"service": "arxiv", "kind": "503", "times": -1}'
fault '{"service": "arxiv_oai", "kind": "503", "times": -1}'
before=$(ls "$releases" | wc -l)
job 69 --cache "$tmp/few" --min-coverage 0.9
contains "$tmp/err" "wanted 0.90"
contains "$tmp/err" "the last complete release, demo-$today"
contains "$tmp/err" "untouched"
contains "$tmp/err" " UTC)"
at_most "lines" "$(lines)" 20
same "releases" "$(ls "$releases" | wc -l)" "$before"
job 3 --cache "$tmp/few" --min-coverage 0.1
