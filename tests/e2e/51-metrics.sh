#!/bin/sh
# --metrics: what the textfile collector takes, after good and bad runs alike.
. "${0%/*}/lib.sh"
start_standin
mkdir "$tmp/collector"
file=$tmp/collector/enrich.prom

metric() { # metric EXPRESSION
	python "$top_srcdir/tests/checks/prom.py" "$file" "$1" ||
		fail "the metrics cannot be read"
}
well_formed() {
	metric True >/dev/null
	if command -v promtool >/dev/null 2>&1; then
		promtool check metrics <"$file" >"$tmp/promtool" 2>&1 ||
			fail "promtool: $(cat "$tmp/promtool")"
	fi
	# Another user's collector reads it; nothing half lies beside.
	same "mode" "$(stat -c %a "$file")" 644
	same "files" "$(ls -A "$tmp/collector")" enrich.prom
}

began=$(date +%s)
(umask 077; job 0 --since 2024-01 --metrics "$file" \
	--title 'A "quoted" \ title') || exit 1
silent
well_formed
same "status" "$(metric "get('enrich_exit_code')")" 0.0
same "partial" "$(metric "get('enrich_partial')")" 0.0
same "the title" "$(metric "[dict(k[1:])['title'] for k in m if k[0] == 'enrich_info']")" \
	"['A \"quoted\" \\\\ title']"
same "the name" "$(metric "{dict(k[1:])['name'] for k in m}")" "{'demo'}"
same "complete since the start" \
	"$(metric "get('enrich_last_complete_timestamp_seconds') >= $began")" True
same "requests" "$(metric "sum(get('enrich_requests'))")" "$(requests).0"
same "requests planned" "$(metric \
	"0 < sum(get('enrich_requests_planned')) <= sum(get('enrich_requests'))")" True
same "waits" "$(metric "all(v >= 0 for v in m.values())")" True
same "papers filled" "$(metric \
	"get('enrich_field_coverage_ratio', of='papers', field='citations')")" 1.0
at_least "works in scope" "$(metric "int(get('enrich_works', scope='in'))")" 10
at_least "bytes" "$(metric "int(get('enrich_received_bytes', source='arxiv'))")" 1000
good=$(metric "get('enrich_last_complete_timestamp_seconds')")

# A partial release: said, and the last complete one is remembered.
fault '{"service": "huggingface", "kind": "503", "times": -1}'
job 3 --metrics "$file" --cache "$tmp/other"
well_formed
same "status" "$(metric "get('enrich_exit_code')")" 3.0
same "partial" "$(metric "get('enrich_partial')")" 1.0
same "last complete" "$(metric "get('enrich_last_complete_timestamp_seconds')")" "$good"
same "since" "$(metric "get('enrich_partial_since_timestamp_seconds') >= $began")" True
same "trouble" "$(metric "[dict(k[1:])['source'] for k, v in m.items()
    if k[0] == 'enrich_source_trouble' and v]")" "['huggingface']"
at_least "retries" "$(metric "int(get('enrich_retries', source='huggingface'))")" 1
at_least "open" "$(metric "int(get('enrich_questions', source='huggingface',
    outcome='unanswered'))")" 5

# Nothing written at all: the numbers nobody knows are not there.
reset_standin
fault '{"service": "*", "kind": "500", "times": -1}'
job 69 --metrics "$file" --cache "$tmp/none"
well_formed
same "status" "$(metric "get('enrich_exit_code')")" 69.0
same "no release, no works" "$(metric "get('enrich_works')")" "[]"
same "coverage" "$(metric "get('enrich_coverage_ratio')")" 0.0
same "last complete" "$(metric "get('enrich_last_complete_timestamp_seconds')")" "$good"
# The list cannot be read, the cache is held, the cache cannot be made.
run 66 --name demo --metrics "$file" "$tmp/missing.md"
well_formed
same "status" "$(metric "get('enrich_exit_code')")" 66.0
same "last complete" "$(metric "get('enrich_last_complete_timestamp_seconds')")" "$good"
: >"$tmp/no-folder"
job 74 --metrics "$file" --cache "$tmp/no-folder/cache"
well_formed
same "status" "$(metric "get('enrich_exit_code')")" 74.0
# A folder that is not there: a warning, not another status.
reset_standin
job 0 --metrics "$tmp/nowhere/enrich.prom"
contains "$tmp/err" "nowhere/enrich.prom"
# The collector would not read it; a path in the file is relative to the file.
job 64 --metrics "$tmp/enrich.txt"
mkdir "$tmp/conf"
printf '[run]\nmetrics = here.prom\n' >"$tmp/conf/enrich.conf"
job 0 -c "$tmp/conf/enrich.conf"
file=$tmp/conf/here.prom
same "status" "$(metric "get('enrich_exit_code')")" 0.0
