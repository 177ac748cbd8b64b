#!/bin/sh
# A reply that drips, or never comes, holds up no other service, and is asked
# for again.
. "${0%/*}/lib.sh"
start_standin
fault '[{"service": "semanticscholar", "kind": "drip", "seconds": 40},
	{"service": "huggingface", "kind": "hang", "seconds": 40}]'
timeout 35 "$ENRICH" --name demo --since 2024-01 $lists >"$tmp/out" 2>"$tmp/err"
same "status" $? 0
no_sanitizer
whole_release
# The stand-in sees it at its next drop.
tries=0
while [ "$(counter semanticscholar aborted)" -lt 1 ] && [ $tries -lt 50 ]; do
	tries=$((tries + 1))
	sleep 0.2
done
same "replies given up" "$(counter semanticscholar aborted)" 1
# The one given up, again, and the one about a row that a search joined.
at_most "tries" "$(grep -c paper/batch "$tmp/log")" 3
# GitHub did not wait for Semantic Scholar.
same "order" "$(python - "$tmp/log" <<'END'
import json, sys
rows = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
good = [row["service"] for row in rows if row["status"] == 200
        and not row["aborted"]]
print(good.index("github") < good.index("semanticscholar"))
END
)" True
at_least "papers" "$(works "sum(1 for r in rows if r['cited_by_count'])")" 12
