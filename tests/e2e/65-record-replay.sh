#!/bin/sh
# --record keeps what a run exchanged, without keys; --replay answers from it: the
# same release, byte for byte but for the times, and nobody is asked.
. "${0%/*}/lib.sh"
start_standin
S2_API_KEY=secret-of-s2 OPENALEX_API_KEY=secret-of-openalex GITHUB_TOKEN=secret-of-github
export S2_API_KEY OPENALEX_API_KEY GITHUB_TOKEN
fault '[{"service": "arxiv_oai", "kind": "503", "times": 1, "html": false},
	{"service": "huggingface", "kind": "cut-off", "times": 1, "after": 2}]'
SOURCE_DATE_EPOCH=$(($(date +%s) + 3600))
export SOURCE_DATE_EPOCH
job 0 --record "$tmp/kept" --mailto me@lists.example --output "$tmp/first"
same "right of the folder" "$(stat -c %a "$tmp/kept")" 700
same "exchanges" "$(ls "$tmp/kept" | grep -c json)" "$(requests)"
! grep -rqE 'secret-of-|me@lists.example' "$tmp/kept" || fail "a secret was recorded"
at_least "of them by POST" "$(grep -l '"method": "POST"' "$tmp/kept"/*.json | wc -l)" 1
stop_standin

# Nobody is there any more.  A cache of its own: the usual one is not touched.
before=$(sha256sum "$cache/data.mdb")
job 0 --replay "$tmp/kept" --output "$tmp/second"
same "the usual cache" "$(sha256sum "$cache/data.mdb")" "$before"
same "right of the cache" "$(stat -c %a "$tmp/kept/cache")" 700
for file in works.jsonl findings.csv artifacts.csv; do
	# The day of asking may be another second.
	sed 's/T[0-9:]*Z/T/g' "$tmp/first/latest/data/$file" >"$tmp/a"
	sed 's/T[0-9:]*Z/T/g' "$tmp/second/latest/data/$file" >"$tmp/b"
	cmp -s "$tmp/a" "$tmp/b" || fail "$file is another"
done
# Again, from the beginning.
job 0 --replay "$tmp/kept" --output "$tmp/third"
same "retries played" "$(query "$tmp/kept/state/last-run.json" \
	"sum(s['retries'] for s in rows[0]['sources'])")" 2
# What was not recorded is no absence.
rm "$tmp/kept"/*.json
cp "$tmp/a" "$tmp/kept/000001.body"
printf '{"method": "GET", "address": "http://127.0.0.1:1/x", "exchange": 0, "status": 200}\n' \
	>"$tmp/kept/000001.json"
job 69 --replay "$tmp/kept" --output "$tmp/fourth"
contains "$tmp/err" "it was not recorded"
run 66 --replay "$tmp/nothing" $lists
