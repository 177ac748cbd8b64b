#!/bin/sh
# Every run that fails says so in last-run.json and in the metrics, whatever it
# failed by; other commands are no runs.  When the last complete release was
# made stays as it was.
. "${0%/*}/lib.sh"
start_standin
export ENRICH_METRICS="$tmp/collector/enrich.prom"
mkdir "$tmp/collector" "$tmp/conf"
file=$ENRICH_METRICS

metric() { # metric EXPRESSION
	python "$top_srcdir/tests/checks/prom.py" "$file" "$1" ||
		fail "the metrics cannot be read"
}
# told STATUS WORDS: what the last run left for machines.
told() {
	same "exit" "$(last_run "rows[0]['exit']")" "$1"
	same "name" "$(last_run "rows[0]['name']")" demo
	last_run "rows[0]['message']" >"$tmp/message"
	contains "$tmp/message" "$2"
	contains "$tmp/err" "enrich: $(cat "$tmp/message")"
	same "release" "$(last_run "rows[0]['release']")" None
	same "status in the metrics" "$(metric "get('enrich_exit_code')")" "$1.0"
	same "last complete" "$(metric "get('enrich_last_complete_timestamp_seconds')")" "$good"
	same "last complete release" "$(last_run "rows[0]['last_complete']")" "${release##*/}"
	same "history" "$(cat "$state/demo.history.json")" "$history"
}

job 0
good=$(metric "get('enrich_last_complete_timestamp_seconds')")
history=$(cat "$state/demo.history.json")
release=$(release)
same "no message" "$(last_run "rows[0]['message']")" None

# The command line, the environment, what is behind the mistake.
job 64 --no-such-option
told 64 "--no-such-option"
job 64 --since yesterday
told 64 "--since: yesterday"
job 64 -x
told 64 "unknown option -x"
job 64 --offline=yes
told 64 "--offline takes no argument"
run 64 --name demo --since
told 64 "--since: its argument is missing"
(
	export ENRICH_MIN_COVERAGE=2
	job 64
) || exit 1
told 64 "ENRICH_MIN_COVERAGE: 2"
(
	export SOURCE_DATE_EPOCH=soon
	job 64
) || exit 1
told 64 "SOURCE_DATE_EPOCH"
(
	export ENRICH_GITHUB_URL=ftp://example.org
	job 64
) || exit 1
told 64 "ENRICH_GITHUB_URL"
job 64 --sinse 2024-01 --state "$tmp/there" --json
same "where it should be" "$(query "$tmp/there/last-run.json" "rows[0]['exit']")" 64
same "and on standard output" "$(query "$tmp/there/last-run.json" "json.load(open('$tmp/out')) == rows[0]")" True

# Lists, and the lock.
printf '<!DOCTYPE html>\n<html></html>\n' >"$tmp/page.md"
job 65 "$tmp/page.md"
told 65 "page.md"
job 66 "$tmp/nowhere.md"
told 66 "nowhere.md"
run 66
told 66 "reads curated lists"
fault '{"service": "semanticscholar", "kind": "hang", "seconds": 8, "times": -1}'
"$ENRICH" --name demo --refresh $lists >"$tmp/first.out" 2>"$tmp/first.err" &
pid=$!
tries=0
before=$(counter semanticscholar requests)
until [ "$(counter semanticscholar requests)" -gt "$before" ]; do
	tries=$((tries + 1))
	[ $tries -lt 100 ] || fail "the first run asks nothing"
	sleep 0.05
done
job 75
told 75 "$pid"
kill -9 $pid
wait $pid 2>/dev/null
reset_standin

# enrich.conf: what stands behind the bad line says where, and of what.
cat >"$tmp/conf/enrich.conf" <<END
[run]
sinc = 2024-01
state = kept
metrics = here.prom
[release]
name = demo
END
cp -R "$state" "$tmp/conf/kept"
unset ENRICH_STATE ENRICH_METRICS
state=$tmp/conf/kept file=$tmp/conf/here.prom
run 78 -c "$tmp/conf/enrich.conf"
told 78 "enrich.conf:2: [run] has no sinc"
run 64 -c "$tmp/conf/enrich.conf" --until 2025
told 64 "--until"
sed -i "2s/.*/since = $(printf '%0200d' 0)/" "$tmp/conf/enrich.conf"
run 78 -c "$tmp/conf/enrich.conf"
told 78 "enrich.conf:2: the line is longer"
# A file that is not there cannot say it; then it is the run before.
run 78 -c "$tmp/conf/missing.conf" --state "$state" --metrics "$file"
told 78 "missing.conf"

# These are no runs.
before=$(sha256sum "$state/last-run.json" "$file")
for command in plan extract explain sources cache; do
	run 64 $command --no-such-option --state "$state" --metrics "$file"
	run 64 --no-such-option --state "$state" --metrics "$file" $command
	run 78 $command -c "$tmp/conf/enrich.conf"
done
run 64 --dry-run --no-such-option --state "$state"
run 64 --no-such-option --dry-run --state "$state"
run 66 plan --state "$state" "$tmp/nowhere.md"
run 64 cache polish --state "$state"
same "last-run.json and the metrics" "$(sha256sum "$state/last-run.json" "$file")" "$before"
# Nowhere to tell it: a warning, not another status.
: >"$tmp/no-folder"
run 64 --no-such-option --state "$tmp/no-folder"
contains "$tmp/err" "$tmp/no-folder: "
