#!/bin/sh
# A reply that drips, or never comes, holds nothing up for long and is asked
# for again.
. "${0%/*}/lib.sh"
start_standin
fault '[{"service": "semanticscholar", "kind": "drip", "seconds": 20},
	{"service": "huggingface", "kind": "hang", "seconds": 20},
	{"service": "github", "kind": "hang", "seconds": 20}]'
# shellcheck disable=SC2086
timeout 18 "$ENRICH" --name demo --since 2024-01 $lists >"$tmp/out" 2>"$tmp/err"
same "status" $? 0
no_sanitizer
whole_release
same "replies given up" "$(counter semanticscholar aborted)" 1
at_most "tries" "$(counter semanticscholar requests)" 2
at_least "papers" "$(works "sum(1 for r in rows if r['cited_by_count'])")" 12
