#!/bin/sh
# One writer at a time: the second leaves at once and says who holds the lock.
. "${0%/*}/lib.sh"
start_standin
fault '{"service": "semanticscholar", "kind": "hang", "seconds": 8}'

"$ENRICH" --name demo $lists >"$tmp/first.out" 2>"$tmp/first.err" &
pid=$!
tries=0
until [ "$(counter semanticscholar requests)" -gt 0 ]; do
	tries=$((tries + 1))
	[ $tries -lt 100 ] || fail "the first run asks nothing"
	sleep 0.05
done
job 75 --output "$tmp/second"
contains "$tmp/err" "$pid"
[ ! -e "$tmp/second" ] || fail "the second run wrote something"
# Readers take no lock.
run 0 cache stats
kill -9 $pid
wait $pid 2>/dev/null
# A dead run's lock holds nobody up.
reset_standin
job 0
