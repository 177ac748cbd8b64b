#!/bin/sh
# Week after week an unchanged work is an unchanged line: diff of two works.jsonl
# shows what changed, and nothing else.  A release of version 1 may come before.
. "${0%/*}/lib.sh"
build_clock
world=$tmp/world
GITHUB_TOKEN=weeks HF_TOKEN=weeks ENRICH_PACE_SCALE=0.002
CLOCK=$tmp/clock
export GITHUB_TOKEN HF_TOKEN ENRICH_PACE_SCALE CLOCK
"$PYTHON" -B "$top_srcdir/tests/world/generate.py" --size 150 --seed 4 "$world" ||
	fail "no world"
printf '#!/bin/sh\nLD_PRELOAD=%s exec "%s" "$@"\n' "$tmp/clock.so" "$ENRICH" >"$tmp/program"
chmod +x "$tmp/program"
ENRICH=$tmp/program
echo +0 >"$CLOCK"
start_standin --world "$world"

# week NUMBER [LIST…]: all is asked again, and each is a release of its own.
week() {
	echo "+$(($1 * 7 * 86400))" >"$CLOCK"
	number=$1
	shift
	run 0 --name demo -o "$releases" "$@"
	cp "$releases/latest/data/works.jsonl" "$tmp/week$number.jsonl"
	cp "$releases/latest/data/works.csv" "$tmp/week$number.csv"
	cp "$releases/latest/data/artifacts.csv" "$tmp/artifacts$number.csv"
	cp "$releases/latest/data/mentions.csv" "$tmp/mentions$number.csv"
}

printf '# More\n\n- [The First of Things](https://arxiv.org/abs/2401.09991)\n' >"$world/lists/more.md"

# Nothing changed at the services, and all is asked again: the same bytes.
week 0 "$world"/lists/*.md
reset_standin
week 1 "$world"/lists/*.md
at_least "requests" "$(requests)" 20
for file in week%.jsonl week%.csv artifacts%.csv mentions%.csv; do
	cmp "$tmp/$(echo $file | tr % 0)" "$tmp/$(echo $file | tr % 1)" ||
		fail "$file has other bytes"
done
# … but who was asked says when, once a source.
newest() {
	query "$releases/latest/datapackage.json" \
		"{s['title']: s['newest_answer'] for s in rows[0]['sources'] if 'newest_answer' in s}['arXiv']"
}
last=$(newest)

# A week in which counts moved, and a list has a line more at its end.
control POST world '{"week": 2, "rows": []}' >/dev/null || fail "the stand-in's world"
printf -- '- [Another of Things](https://arxiv.org/abs/2401.09992)\n' >>"$world/lists/more.md"
week 2 "$world"/lists/*.md
[ "$(printf '%s\n' "$(newest)" "$last" | sort | tail -n 1)" != "$last" ] || fail "the day of the last answer stands still: $last"
"$PYTHON" - "$tmp/week1.jsonl" "$tmp/week2.jsonl" >"$tmp/out" <<'END' || fail "more changed than did"
import json, sys

DAYS = ("counted_at", "first_answered")


def read(path):
    return {json.loads(line)["id"]: line for line in open(path)}


def values(work):
    """What is said, without since when."""
    work = json.loads(work)
    work["counted_at"] = None
    for one in work["artifacts"] + work["provenance"]:
        one["first_answered"] = None
    return work


def source_of(work, field):
    return [(one["source"], one["first_answered"]) for one in
            work["provenance"] if one["field"] == field]


old, new = map(read, sys.argv[1:])
assert old.keys() < new.keys(), old.keys() - new.keys()
same = changed = fields = 0
for name in old:
    before, after = values(old[name]), values(new[name])
    if before == after:
        assert old[name] == new[name], "only days: %s%s" % (old[name], new[name])
        same += 1
        continue
    changed += 1
    was, now = json.loads(old[name]), json.loads(new[name])
    for field in before:
        if before[field] != after[field] or field in ("artifacts", "provenance"):
            continue
        if field != "counted_at":
            assert was[field] == now[field], (name, field)
        elif before["cited_by_count"] == after["cited_by_count"]:
            assert was[field] == now[field], (name, field)
        for (who, day), (whose, today) in zip(source_of(was, field),
                                              source_of(now, field)):
            assert who != whose or day == today, (name, field, day, today)
            fields += 1
print(same, changed, fields)
assert same > 10 and changed > 40 and fields > 400, (same, changed, fields)
END

# The last release may be of version 1.
latest=$(cd "$releases/latest" && pwd -P)
sed -i 's/"schema_version":2/"schema_version":1/; s/}$/,"last_seen":"2026-01-01"}/' \
	"$latest/data/works.jsonl"
for name in manifest-sha256.txt tagmanifest-sha256.txt; do
	(cd "$latest" && cut -c67- $name | xargs sha256sum >"$tmp/$name" &&
		cp "$tmp/$name" $name)
done
week 3 "$world"/lists/*.md
cmp "$tmp/week2.jsonl" "$tmp/week3.jsonl" || fail "after a release of version 1 another"
