#!/bin/sh
# Labelled pairs and links; near misses of every kind, and as many right links
# that are hard to know again, of lists that nobody tuned to: what is wrong is
# refused or held, what is right is neither.
. "${0%/*}/lib.sh"
"$top_builddir/tests/judge/score_pairs" >"$tmp/out" ||
	fail "labelled pairs and links"
for seed in 1 2 29 "1 --more" "2 --more" "29 --more"; do
	# shellcheck disable=SC2086 # a seed and whether of more kinds
	"$PYTHON" -B "$top_srcdir/tests/judge/near.py" --size 700 \
		--seed $seed >"$tmp/near.jsonl" || fail "no near misses"
	"$top_builddir/tests/judge/score_pairs" --held "$tmp/near.jsonl" \
		>"$tmp/out" || fail "near misses of seed $seed"
	"$top_builddir/tests/judge/score_pairs" --precise "$tmp/near.jsonl" \
		>"$tmp/out" || fail "right links blamed, seed $seed"
done
