#!/bin/sh
# A source that says "not modified" has answered: week after week the release is
# complete, nothing is lost, and what was confirmed is fresh again.
. "${0%/*}/lib.sh"
start_standin
small=$tmp/small.md
cat >"$small" <<'END'
# A small list
- [base-7b-v0.2](https://huggingface.co/internistai/base-7b-v0.2)
- [BioGPT](https://github.com/microsoft/BioGPT)
END
statuses() {
	counted counters "got['services']['$1']['statuses']"
}
run 0 --name demo "$small"
export_answers
cp "$releases/latest/data/artifacts.csv" "$tmp/first.csv" || fail "no artifacts"
for week in 1 2; do
	aged "week$week" $((7 * 86400 * week))
	reset_standin
	run 0 --name demo --cache "$tmp/week$week" -o "$tmp/out$week" "$small"
	same "week $week, Hugging Face" "$(statuses huggingface)" "{'304': 1}"
	same "week $week, GitHub" "$(statuses github)" "{'304': 1}"
	run 0 plan --json --cache "$tmp/week$week" "$small"
	cp "$tmp/out" "$tmp/plan.json"
	same "week $week, fresh again" "$(query "$tmp/plan.json" \
		"sum(s['ids'] - s['from_cache'] for s in rows[0]['sources'])")" 0
	# The day of asking moves, what was said stays.
	cut -d, -f1-6 "$tmp/first.csv" >"$tmp/before"
	cut -d, -f1-6 "$tmp/out$week/latest/data/artifacts.csv" >"$tmp/after"
	cmp -s "$tmp/before" "$tmp/after" || fail "week $week: a value was lost"
done
