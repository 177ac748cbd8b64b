#!/bin/sh
# The answers can be counted, carried elsewhere, checked and thinned out.
. "${0%/*}/lib.sh"
start_standin
run 0 cache stats
run 0 cache export
job 0 --since 2024-01
as_of=$(python -c 'import time
print(time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + 60)))')
job 0 --since 2024-01 --as-of "$as_of" --output "$tmp/one"

run 0 cache stats
contains "$tmp/out" semanticscholar
contains "$tmp/out" "$(host_of semanticscholar)"
run 0 cache check
run 0 cache export
cp "$tmp/out" "$tmp/answers.jsonl"
at_least "answers" "$(wc -l <"$tmp/answers.jsonl")" 30
same "every line is JSON" "$(query "$tmp/answers.jsonl" "len(rows) > 0")" True

# Into an empty cache: the same release, and nothing is asked.
control POST 'reset?only=counters' >/dev/null
run 0 --cache "$tmp/carried" cache import "$tmp/answers.jsonl"
run 0 --cache "$tmp/carried" cache import - <"$tmp/answers.jsonl"
job 0 --since 2024-01 --as-of "$as_of" --cache "$tmp/carried" --output "$tmp/two"
diff -r "$tmp/one"/demo-????-??-?? "$tmp/two"/demo-????-??-?? >"$tmp/out" 2>&1 ||
	fail "the release from the carried cache differs"
run 0 --cache "$tmp/carried" cache export
diff "$tmp/answers.jsonl" "$tmp/out" >/dev/null || fail "the export differs"
job 0 --since 2024-01 --cache "$tmp/carried" --state "$tmp/state-carried" \
	--output "$tmp/three"
same "requests with the carried cache" "$(requests)" 0
run 0 cache gc
run 0 cache check

# No answers are what they seem: garbage is refused, nothing is lost.
printf 'this is no answer\n' >"$tmp/garbage"
"$ENRICH" cache import "$tmp/garbage" >"$tmp/out" 2>"$tmp/err"
[ $? -ne 0 ] || fail "garbage was imported"
run 0 cache check

# Another origin knows nothing of the stand-in's answers.
stop_standin
start_standin
job 0 --since 2024-01
at_least "asked at the new origin" "$(counter semanticscholar requests)" 1
