#!/bin/sh
# kill -9 costs at most what was in flight; the release is as if undisturbed.
. "${0%/*}/lib.sh"
start_standin --delay 15
SOURCE_DATE_EPOCH=$(($(date +%s) + 600))
export SOURCE_DATE_EPOCH

job 0 --cache "$tmp/undisturbed" --state "$tmp/state-undisturbed"
least=$(requests)
# All but the times of the replies, which no clock of ours sets.
records() {
	sed -E 's/"(first_answered|counted_at)":"[^"]*"/"\1":""/g' \
		"$(release)/data/works.jsonl" | sha256sum
}
undisturbed=$(records)
rm -rf "$releases"
reset_standin

kills=0
for wait in 0.05 0.1 0.15 0.2 0.3; do
	"$ENRICH" --name demo $lists >"$tmp/out" 2>"$tmp/err" &
	pid=$!
	sleep $wait
	if kill -9 $pid 2>/dev/null; then
		kills=$((kills + 1))
	fi
	wait $pid 2>/dev/null
done
job 0
whole_release
at_least "kills" "$kills" 1
# Each kill loses at most what is in flight: one of each service, and the
# window of Hugging Face and GitHub.
at_most "requests over all runs" "$(requests)" $((least + kills * 12))
same "records" "$(records)" "$undisturbed"
