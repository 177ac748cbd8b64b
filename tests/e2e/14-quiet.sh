#!/bin/sh
# cron sends no mail when all is well; a terminal shows progress and summary.
. "${0%/*}/lib.sh"
start_standin --delay 20

job 0 --since 2024-01
silent
job 0 --since 2024-01 --json
[ ! -s "$tmp/err" ] || fail "standard error is not empty"
cp "$tmp/out" "$tmp/out.json"
same "--json" "$(query "$tmp/out.json" "rows[0]['exit']")" 0
job 0 --since 2024-01 -v --cache "$tmp/c2" --state "$tmp/s2"
[ ! -s "$tmp/out" ] || fail "standard output is not empty"
at_least "a line a request" "$(wc -l <"$tmp/err")" "$(($(requests) / 4))"

# Where no terminal can be made, there is nothing to look at.
rest_needs script -qec true /dev/null
# on_terminal ARGUMENTS: what a person sees, in $tmp/screen.
on_terminal() {
	script -qec "stty cols 60 rows 30; '$ENRICH' --name demo $* $lists" \
		/dev/null >"$tmp/screen" 2>&1 </dev/null
	same "status on a terminal" $? 0
}
on_terminal --since 2024-01 --cache "$tmp/c3" --state "$tmp/s3"
contains "$tmp/screen" "in scope"
contains "$tmp/screen" "Semantic Scholar"
contains "$tmp/screen" "not for publication"
# Progress fits the terminal and is gone at the end.
same "progress" "$(python - "$tmp/screen" <<'END'
import re, sys
text = open(sys.argv[1], encoding="utf-8", errors="replace", newline="").read()
before, last, after = text.rpartition("\x1b[K")
lines = [re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", line).rstrip("\r")
         for line in text.split("\n")]
lines = [line for line in lines if re.search(r"\d of \d", line)]
print(len(lines) > 0, max(len(line) for line in lines) < 60,
      re.search(r"\d of \d", after) is None)
END
)" "True True True"
on_terminal --since 2024-01 -q --cache "$tmp/c3" --state "$tmp/s3"
[ ! -s "$tmp/screen" ] || fail "-q on a terminal: $(cat "$tmp/screen")"
