#!/bin/sh
# No names, no route, no proxy: 69 with a clear line each, and the next run
# heals it.  A clock that jumps spoils nothing.
. "${0%/*}/lib.sh"
start_standin

# told WORDS: the mail names the trouble; nothing was written.
told() {
	contains "$tmp/err" "no release written"
	contains "$tmp/err" "$1"
	at_most "lines" "$(wc -l <"$tmp/err")" 20
	no_release
	same "last-run.json" "$(last_run "rows[0]['exit']")" 69
	lacks "$tmp/err" "secret-of-the-proxy"
	lacks "$state/last-run.json" "secret-of-the-proxy"
}

# A proxy that is not there, with a password in its address.
http_proxy="http://me:secret-of-the-proxy@127.0.0.1:$(dead_port)"
export http_proxy
job 69 -vv
lacks "$tmp/err" "secret-of-the-proxy"
job 69
told "cannot connect to the proxy: Connection refused"
unset http_proxy
same "requests past the proxy" "$(requests)" 0

# Where we may have a network of our own, one without anything in it.
alone=
for try in "unshare -n" "unshare -r -n"; do
	[ -n "$alone" ] || ! $try true 2>/dev/null || alone=$try
done
if [ -n "$alone" ]; then
	enrich=$ENRICH
	printf '#!/bin/sh\nexec %s "%s" "$@"\n' "$alone" "$enrich" >"$tmp/alone"
	chmod +x "$tmp/alone"
	ENRICH=$tmp/alone
	job 69
	told "cannot connect to 127.0.0.1: Network is unreachable"
	(
		point_at "http://nowhere.invalid"
		job 69
		told "resolve"
	) || exit 1
	ENRICH=$enrich
fi
# Nobody could be reached, twice and more: not to be held against them here.
rm -f "$state"/pace/*.failures
job 0
whole_release
silent

# ---- a clock that jumps ----
build_clock
cat >"$tmp/clocked" <<END
#!/bin/sh
CLOCK=$tmp/clock LD_PRELOAD=$tmp/clock.so exec "$ENRICH" "\$@"
END
chmod +x "$tmp/clocked"
ENRICH=$tmp/clocked
least=$(requests)
n=0
for jump in +315360000 -315360000; do
	n=$((n + 1))
	rm -rf "$releases"
	echo +0 >"$tmp/clock"
	reset_standin
	fault '{"service": "semanticscholar", "kind": "hang", "seconds": 3}'
	"$ENRICH" --name demo --cache "$tmp/jump-$n" $lists \
		>"$tmp/out" 2>"$tmp/err" &
	pid=$!
	tries=0
	until [ "$(requests)" -gt 0 ]; do
		tries=$((tries + 1))
		[ $tries -lt 40 ] || fail "nothing is asked"
		sleep 0.05
	done
	echo "$jump" >"$tmp/clock"
	wait $pid
	same "status when the clock jumps by $jump" $? 0
	whole_release
	same "all answered" "$(last_run "sum(s['unanswered'] for s in rows[0]['sources'])")" 0
	at_most "requests" "$(requests)" $((least + 2))
	# Back in the present: asked again at most once, not for ever.
	echo +0 >"$tmp/clock"
	reset_standin
	job 0 --cache "$tmp/jump-$n"
	at_most "requests afterwards" "$(requests)" "$least"
	at_most "lines" "$(wc -l <"$tmp/err")" 3
	reset_standin
	job 0 --cache "$tmp/jump-$n"
	same "requests at last" "$(requests)" 0
	run 0 cache check --cache "$tmp/jump-$n"
done
