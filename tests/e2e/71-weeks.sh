#!/bin/sh
# Five weeks of a small world that changes, lists that grow, a week of faults, at
# last one in which replies lack licences, authors and venues: nothing that was
# filled is lost, ids stay, counts move.
. "${0%/*}/lib.sh"
build_clock
"$PYTHON" -B "$top_srcdir/tests/world/weeks.py" "$ENRICH" \
	"$tmp/clock.so" \
	--weeks 5 --size 120 --share 0.1 --gaps 5 >"$tmp/out" 2>&1 ||
	fail "weeks of a world"

# It sees what is lost: a program that forgets, and one that stands still.
cat >"$tmp/forgets" <<END
#!/bin/sh
"$ENRICH" "\$@" >"$tmp/told" || exit
[ -s "$tmp/old.jsonl" ] || week=1
made=\$(ls -d $tmp/enrich-weeks-*/out/weeks-*/data/works.jsonl | tail -n 1)
[ -n "\${week-}" ] || sed -i 's/"license":"MIT"/"license":null/g
	s/"cited_by_count":[0-9][0-9]*/"cited_by_count":1/' "\$made"
cp "\$made" "$tmp/old.jsonl"
cat "$tmp/told"
END
chmod +x "$tmp/forgets"
TMPDIR=$tmp "$PYTHON" -B "$top_srcdir/tests/world/weeks.py" "$tmp/forgets" \
	"$tmp/clock.so" \
	--weeks 1 --size 120 >"$tmp/out" 2>&1 && fail "what is lost is not seen"
contains "$tmp/out" "lost an artifact's license"
contains "$tmp/out" "counts are not this week's"
