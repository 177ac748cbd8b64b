#!/bin/sh
# Whatever the number of threads, the same bytes and the same failures.
. "${0%/*}/lib.sh"

# Large enough that the archive has many stretches: zstd's parts are of 8 MB.
python - >"$tmp/large.md" <<'PYTHON'
for n in range(9000):
    print("- [A Study of Threads That Pack Number %d](https://arxiv.org/abs/%04d.%05d)"
          % (n, 2001 + n % 12, 10 + n // 12))
PYTHON
lists=$tmp/large.md
for threads in x 0 9 2x -1; do
	ENRICH_THREADS=$threads run 64 plan "$lists"
	contains "$tmp/err" "ENRICH_THREADS: wanted a number from 1 to 8"
done
unset ENRICH_PACE_SCALE
for pair in "gz 2 5" "zst 5"; do
	# shellcheck disable=SC2086
	set -- $pair
	compress=$1
	shift
	for threads in 1 "$@"; do
		ENRICH_THREADS=$threads
		export ENRICH_THREADS
		job 0 --offline --min-coverage 0 --as-of 2026-11-01T00:00:00Z \
			--compress $compress --output "$tmp/$compress$threads"
	done
	for threads in "$@"; do
		cmp "$tmp/${compress}1"/demo-2026-11-01.tar.$compress \
			"$tmp/$compress$threads"/demo-2026-11-01.tar.$compress ||
			fail "$compress: $threads threads pack otherwise than one"
	done
done
at_least "bytes of the archive's files" \
	"$(du -sb "$tmp"/gz1/demo-2026-11-01/data | cut -f 1)" 20000000

# Answers are read side by side, and kept as they stand.
python - >"$tmp/answers.jsonl" <<'PYTHON'
import json
for n in range(3000):
    print(json.dumps({"origin": "http://127.0.0.1:9", "source": "arxiv",
                      "subject": "arxiv:2001.%05d" % (n % 1700),
                      "state": "found", "http_status": 200, "asked_version": 1,
                      "retrieved_at": "2026-10-%02dT00:00:00Z" % (1 + n % 28),
                      "confirmed_at": "2026-10-%02dT00:00:00Z" % (1 + n % 28),
                      "body": "<entry xmlns=\"http://www.w3.org/2005/Atom\"><title>"
                              "Threads %d</title></entry>" % n}))
PYTHON
for threads in 1 5; do
	ENRICH_THREADS=$threads
	export ENRICH_THREADS
	run 0 --cache "$tmp/cache$threads" cache import "$tmp/answers.jsonl"
	cp "$tmp/out" "$tmp/told$threads"
	run 0 --cache "$tmp/cache$threads" cache export
	cp "$tmp/out" "$tmp/export$threads"
	head -c 500000 "$tmp/answers.jsonl" >"$tmp/cut"
	run 74 --cache "$tmp/none$threads" cache import "$tmp/cut"
	cp "$tmp/err" "$tmp/wrong$threads"
done
diff "$tmp/told1" "$tmp/told5" || fail "more or fewer answers are taken"
cmp "$tmp/export1" "$tmp/export5" || fail "threads keep other answers"
diff "$tmp/wrong1" "$tmp/wrong5" || fail "a wrong line is told otherwise by threads"
contains "$tmp/wrong5" "nothing was taken"
