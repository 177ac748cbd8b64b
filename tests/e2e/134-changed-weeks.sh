#!/bin/sh
# A week in which a few answers changed takes what did not from the week before, and has
# the bytes of a release for which all was derived anew, whatever changed.
. "${0%/*}/lib.sh"
. "$top_srcdir/tests/e2e/weeks.sh"

# Works that were as they had been kept, of all: "90 100".
kept() {
	sed -n 's/.* \([0-9]*\) of \([0-9]*\) works are as they were kept.*/\1 \2/p' \
		"$tmp/said-by-week"
}
most_are_kept() {
	# Two words, or none at all.
	# shellcheck disable=SC2046
	set -- $(kept)
	at_least "works that were kept" "${1:-0}" $((${2:-1} * 3 / 4))
}
none_is_kept() { same "works that were kept" "$(kept)" ""; }

# change SHARE: so many of the works, models and repositories are another from now on.
change() {
	changes=$((${changes:-0} + 1))
	rows=$(python - "$top_srcdir/tests" "$world" "$seed" "$1" $changes <<'END'
import json, sys
tests, world, seed, share, week = sys.argv[1:]
sys.path[:0] = [tests, tests + "/world"]
import changes
rows = changes.Changes(world, int(seed), float(share)).rows(int(week))
assert rows
print(json.dumps({"week": 0, "rows": rows}))
END
	) || fail "no changes"
	control POST world "$rows" >/dev/null || fail "the world"
}

set_up 8 140
week
none_is_kept
week
for share in 0.05 0.1 0.2; do
	change $share
	week --refresh
	most_are_kept
done
# All is asked again, and all is as it was.
week --refresh
most_are_kept
# With no release before it; then on from there.
plain_week --previous none
none_is_kept
last=$made
week
most_are_kept
change 0.05
week --refresh
most_are_kept

# The lists: a row moved, gone, twice, with the link of another.
list=$world/lists/models.md
cp "$list" "$tmp/list"
sed -i '1s/^/\n/' "$list"
week
none_is_kept
row=$(grep -n 'arxiv.org' "$list" | sed -n '3s/:.*//p')
sed -i "${row}d" "$list"
week
none_is_kept
sed -n "${row}p" "$list" >"$tmp/row"
sed -i "$((row + 1))r $tmp/row" "$list"
week
link=$(grep -o 'https://arxiv.org/abs/[0-9.]*' "$list" | sed -n 5p)
sed -i "${row}s|https://arxiv.org/abs/[0-9.]*|$link|" "$list"
week
cp "$tmp/list" "$list"
week
week
change 0.05
week --refresh
most_are_kept

# Settings.
week --since 2023
none_is_kept
week --since 2023
change 0.05
week --since 2023 --refresh
most_are_kept
week --since 2023 --older drop
none_is_kept
week --since 2023 --older drop
change 0.05
week --since 2023 --older drop --refresh
most_are_kept
week
week

# What was kept is damaged; so are files of the release before, edited or gone.
change 0.05
overwrite "$(ls "$cache"/data*.mdb)" "kept of demo, 0" "lost of demo, 0"
week --refresh
none_is_kept
for file in data/works.csv data/mentions.csv data/references.bib data/references.json; do
	change 0.1
	size=$(wc -c <"$last/$file")
	printf 'xx' | dd of="$last/$file" bs=1 seek=$((size / 2)) conv=notrunc 2>/dev/null
	week --refresh
	most_are_kept
done
change 0.1
rm "$last/data/artifacts.csv" "$last/data/references.bib"
week --refresh
most_are_kept
# The very release that was kept is gone: an earlier one is before this, and what it says
# is another thing, or the same.
sum() { sha256sum <"$last/data/works.jsonl"; }
gone=$(sum)
rm -r "$last" "$last".*
last=$(release)
[ "$(sum)" = "$gone" ] && same_words=1 || same_words=
change 0.05
week --refresh
[ -n "$same_words" ] || none_is_kept
whole_release
