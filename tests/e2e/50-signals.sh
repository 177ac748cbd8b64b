#!/bin/sh
# The first signal stops the asking and keeps what came, the second ends at
# once; two runs at once: one waits or leaves, as asked.
. "${0%/*}/lib.sh"
start_standin
hang='{"service": "huggingface", "kind": "hang", "seconds": 20}'
asked=2

job 0 --cache "$tmp/undisturbed" --state "$tmp/state-undisturbed" \
	--output "$tmp/undisturbed.out"
least=$(requests)

# signalled NAMES…: start a run that hangs, send them together; prints how it
# ended: "exit N", or "signal N" when it was killed by one.
signalled() {
	reset_standin
	fault "$hang"
	"$PYTHON" -S - "$port" "$tmp" "$*" "$asked" "$ENRICH" --name demo $lists <<'END'
import json, signal, subprocess, sys, time, urllib.request
port, tmp, names, asked = sys.argv[1:5]
run = subprocess.Popen(sys.argv[5:], stdout=open(tmp + "/out", "w"),
                       stderr=open(tmp + "/err", "w"))
url = "http://127.0.0.1:%s/_standin/counters" % port
for _ in range(400):
    seen = json.load(urllib.request.urlopen(url))["services"]
    # One hangs.  A second of arXiv's OAI-PMH leaves when what came on that
    # pace before it is kept: a feed of answers, and the first.
    if (seen.get("huggingface", {}).get("requests", 0) > int(asked)
            and seen.get("arxiv_oai", {}).get("requests", 0) > 1):
        break
    time.sleep(0.02)
# Stopped, so that they arrive together.
run.send_signal(signal.SIGSTOP)
for name in names.split():
    run.send_signal(getattr(signal, name))
run.send_signal(signal.SIGCONT)
code = run.wait(timeout=10)
print("signal %d" % -code if code < 0 else "exit %d" % code)
END
}

same "after SIGTERM" "$(signalled SIGTERM)" "exit 143"
no_release
contains "$tmp/err" "stopped;"
contains "$tmp/err" "goes on from here"
at_most "lines" "$(wc -l <"$tmp/err")" 3
same "last-run.json" "$(last_run "rows[0]['exit']")" 143
kept=$(last_run "sum(s['answered'] for s in rows[0]['sources'])")
at_least "answers kept" "$kept" 5
before=$(requests)
reset_standin
job 0
whole_release
# What was under way may be asked again: the windows of Hugging Face and
# GitHub, one of each other source.
at_most "requests over both runs" $((before + $(requests))) $((least + 12))
at_least "answers from the cache" \
	"$(last_run "sum(s['from_cache'] for s in rows[0]['sources'])")" "$kept"
rm -rf "$releases" "$cache" "$state"

same "after SIGINT" "$(signalled SIGINT)" "exit 130"
# All of its requests hang: the run cannot have ended before they arrive.
hang='{"service": "huggingface", "kind": "hang", "seconds": 20, "times": -1}'
asked=0
ended=$(signalled SIGINT SIGTERM)
case $ended in
"signal 2" | "signal 15") ;;
*) fail "two signals did not end it at once: $ended" ;;
esac
# What was killed leaves something to read.
same "last-run.json" "$(last_run "(rows[0]['exit'], rows[0]['finished'],
    rows[0]['started'] is not None)")" "(None, None, True)"
no_release

# ---- two runs at once ----
rm -rf "$cache" "$state"
reset_standin
fault '{"service": "semanticscholar", "kind": "hang", "seconds": 7}'
"$ENRICH" --name demo $lists >"$tmp/first.out" 2>"$tmp/first.err" &
first=$!
tries=0
until [ "$(counter semanticscholar requests)" -gt 0 ]; do
	tries=$((tries + 1))
	[ $tries -lt 100 ] || fail "the first run asks nothing"
	sleep 0.05
done
job 75 --lock-wait 1s
contains "$tmp/err" "process $first is writing the cache"
run 75 --lock-wait 0 cache gc
job 0 --lock-wait 5m --output "$tmp/second" -v
contains "$tmp/err" "waiting for it"
wait $first
same "the first run" $? 0
whole_release
same "requests of the second" "$(last_run \
	"sum(s['requests'] for s in rows[0]['sources'])")" 0
for wrong in soon 5 -1s 1y ''; do
	job 64 --lock-wait "$wrong"
	contains "$tmp/err" "lock-wait"
done
