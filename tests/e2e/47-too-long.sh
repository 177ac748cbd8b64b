#!/bin/sh
# A 414 is provoked once: the size that was taken then is remembered over runs
# and caches, for a month.
. "${0%/*}/lib.sh"
python - >"$tmp/many.md" <<'END'
print("# Many")
for n in range(301):
    value = "2401.%05d" % (n + 1)
    print("- [A Paper of the Number %d](https://arxiv.org/abs/%s)" % (n, value))
END
sed '$d' "$tmp/many.md" >"$tmp/fewer.md"
start_standin --synthetic
fault '{"service": "arxiv", "path": "id_list", "kind": "status", "status": 414, "times": -1, "longer": 2200}'

# asked STATUSES PLANNED CACHE LIST OPTIONS...: of a run that asks arXiv alone
asked() {
	control POST "reset?only=counters" >/dev/null
	wanted=$1 planned=$2 place=$3 list=$4
	shift 4
	run 0 --name demo --cache "$tmp/$place" --only-source arxiv "$@" "$list"
	same "replies" "$(counted counters 'got["services"]["arxiv"]["statuses"]')" "$wanted"
	same "planned" "$(last_run "[s['requests_planned']
	    for s in rows[0]['sources'] if s['source'] == 'arxiv']")" "[$planned]"
}
asked "{'414': 1, '200': 2}" 1 c1 "$tmp/fewer.md"
same "the note" "$(cut -d' ' -f1,2 "$state"/pace/arxiv-*.size)" "1 150"
# Each request keeps a place for one that is known.
asked "{'200': 3}" 3 c2 "$tmp/fewer.md"
# A new one has company, but no more than fits.
asked "{'200': 1}" 1 c1 "$tmp/many.md"
# It is not another source's, another address's or another user's.
same "notes" "$(ls "$state"/pace | grep -c 'size$')" 1
state=$tmp/other ENRICH_STATE=$tmp/other
asked "{'414': 1, '200': 2}" 1 c3 "$tmp/fewer.md"
state=$tmp/state ENRICH_STATE=$tmp/state

# A month later the full size is tried again, and remembered anew.
note=$(echo "$state"/pace/arxiv-*.size)
echo "1 150 $(date +%s)" >"$note"
asked "{'414': 1, '200': 2}" 1 c4 "$tmp/fewer.md"
at_least "until" "$(cut -d' ' -f3 "$note")" $(($(date +%s) + 29 * 86400))
# Who refuses every size is not believed.
rm "$note"
control POST "reset?only=faults" >/dev/null
fault '{"service": "arxiv", "path": "id_list", "kind": "status", "status": 414, "times": -1}'
sed -n 1,9p "$tmp/many.md" >"$tmp/eight.md"
run 69 --name demo --cache "$tmp/c5" --only-source arxiv "$tmp/eight.md"
[ ! -e "$note" ] || fail "a size was noted: $(cat "$note")"
# What cannot be read is no note.
control POST "reset?only=faults" >/dev/null
echo "1 0 x" >"$note"
asked "{'200': 1}" 1 c6 "$tmp/fewer.md"
