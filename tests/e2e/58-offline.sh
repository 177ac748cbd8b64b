#!/bin/sh
# --offline and --as-of are DERIVE alone: nobody is asked, nothing but the
# release is written, and its bytes are those of the run that asked.
. "${0%/*}/lib.sh"
start_standin
archive() { # archive FOLDER
	sha256sum "$1"/demo-????-??-??.tar.gz | cut -d' ' -f1
}
SOURCE_DATE_EPOCH=$(($(date +%s) + 3600))
export SOURCE_DATE_EPOCH
then=$(date -u -d "@$SOURCE_DATE_EPOCH" +%FT%TZ)
job 0 --output "$tmp/asked"
asked=$(requests)
kept=$(sha256sum "$cache/data.mdb")
same "answers used" "$(last_run "rows[0]['offline']")" False
stop_standin
job 0 --offline --output "$tmp/offline"
silent
same "bytes of --offline" "$(archive "$tmp/offline")" "$(archive "$tmp/asked")"
unset SOURCE_DATE_EPOCH
job 0 --as-of "$then" --output "$tmp/as-of"
same "bytes of --as-of" "$(archive "$tmp/as-of")" "$(archive "$tmp/asked")"
same "said to be offline" "$(last_run "rows[0]['offline']")" True
same "the cache" "$(sha256sum "$cache/data.mdb")" "$kept"
at_least "asked" "$asked" 10
# How old what it says is, and that nobody was asked, stands in the summary.
job 0 --offline --summary --output "$tmp/offline"
contains "$tmp/out" "nobody was asked; the oldest answer is of $(date -u +%F), 0 days old"
# A run that was stopped leaves questions that nobody was asked: it is said which.
"$PYTHON" - "$ENRICH" "$cache" "$tmp/part" <<'END' || fail "no part of the cache"
import json, subprocess, sys
lines = subprocess.run([sys.argv[1], "--cache", sys.argv[2], "cache", "export"],
                       check=True, capture_output=True, text=True).stdout.splitlines()
with open(sys.argv[3], "w") as out:
    for line in lines:
        if json.loads(line)["source"] != "arxiv-oai":
            print(line, file=out)
END
run 0 --cache "$tmp/part-cache" cache import "$tmp/part"
job 0 --offline --cache "$tmp/part-cache" --output "$tmp/offline"
grep -qE 'never asked: arXiv \(OAI-PMH\) [1-9][0-9]* of [1-9][0-9]*, OpenAlex .* questions' "$tmp/err" ||
	fail "what was never asked is not said"
at_least "never asked" "$(last_run "[s['never_asked'] for s in rows[0]['sources']
    if s['source'] == 'arxiv-oai'][0]")" 5
# Before there was any answer there is nothing to release.
job 69 --as-of 2020-01-01 --output "$tmp/before"
contains "$tmp/err" "run once without --offline"
[ -z "$(ls -A "$tmp/before" 2>/dev/null)" ] || fail "something was written"
job 69 --offline --cache "$tmp/none" --output "$tmp/before"
[ ! -e "$tmp/none" ] || fail "--offline made a cache"
# No lock is taken, none is waited for.
"$PYTHON" - "$cache/lock" <<'END' &
import fcntl, sys, time
lock = open(sys.argv[1], "r+")
fcntl.flock(lock, fcntl.LOCK_EX)
open(sys.argv[1] + ".held", "w").close()
time.sleep(20)
END
holder=$!
tries=0
until [ -e "$cache/lock.held" ] || [ $tries -gt 100 ]; do
	tries=$((tries + 1))
	sleep 0.05
done
job 75
job 0 --as-of "$then" --output "$tmp/locked"
kill $holder
rm -f "$cache/lock.held"

# ---- a year later, under another clock, the old release comes out again ----
build_clock
printf '#!/bin/sh\nCLOCK=%s LD_PRELOAD=%s exec "%s" "$@"\n' "$tmp/clock" \
	"$tmp/clock.so" "$ENRICH" >"$tmp/clocked"
chmod +x "$tmp/clocked"
ENRICH=$tmp/clocked
start_standin
ENRICH_CACHE=$tmp/years
date -u -d 2030-05-05T12:00:00Z +%s >"$tmp/clock"
job 0 --output "$tmp/first"
date -u -d 2031-05-05T12:00:00Z +%s >"$tmp/clock"
reset_standin
fault '{"service": "semanticscholar", "path": "batch", "kind": "twist", "times": -1,
	"pattern": "\"citationCount\": \\d+", "with": "\"citationCount\": 123456"}'
job 0 --output "$tmp/second"
at_least "asked a year later" "$(requests)" 1
[ "$(archive "$tmp/first")" != "$(archive "$tmp/second")" ] ||
	fail "a year changed nothing"
job 0 --as-of 2030-05-05T12:00:00Z --output "$tmp/again"
same "bytes a year later" "$(archive "$tmp/again")" "$(archive "$tmp/first")"
