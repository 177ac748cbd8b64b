#!/bin/sh
# An identifier that several works of the last release had tells which of them goes
# on in none of this one's: what is new is added, what is gone is removed.
. "${0%/*}/lib.sh"
start_standin
rows() { # rows TITLE…
	printf -- '- [%s](https://arxiv.org/abs/1901.08746)\n' "$@" >"$tmp/list.md"
}
week() { # week DAY TITLE…
	SOURCE_DATE_EPOCH=$((1735776000 + $1 * 86400))
	export SOURCE_DATE_EPOCH
	shift
	rows "$@"
	run 0 --name demo --since 2024-01 --json --cache "$tmp/c" --state "$tmp/s" \
		"$tmp/list.md"
	"$PYTHON" -c 'import json, sys
c = json.load(open(sys.argv[1]))["changes"]
print(c["added"], c["changed"], c["removed"])' "$tmp/out" >"$tmp/changes"
}
one='Of Tides and Harbours at Night'
two='Counting Waves before the Evening'
three='Lamps along an Unlit Coast'
week 0 "$two" "$one"
# Beside one that stays.
week 7 "$two" "$three"
same "one for another" "$(cat "$tmp/changes")" "1 0 1"
week 14 "$three" "$two"
same "in another order" "$(cat "$tmp/changes")" "0 0 0"
# In the place of both: nobody says whose it was.
week 21 "$one"
same "one for both" "$(cat "$tmp/changes")" "1 0 2"
run 0 diff "$releases/demo-2025-01-16" "$releases/demo-2025-01-23"
contains "$tmp/out" "1 new, 0 changed, 2 gone"
