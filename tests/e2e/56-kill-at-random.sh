#!/bin/sh
# A dozen of the two hundred kills of make bench (tests/kill.py).
. "${0%/*}/lib.sh"
build_clock
"$PYTHON" -B "$top_srcdir/tests/kill.py" "$ENRICH" "$tmp/clock.so" 12 $lists \
	>"$tmp/out" 2>"$tmp/err" || fail "kills were not survived"
