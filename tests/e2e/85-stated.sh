#!/bin/sh
# A curator says how a list is written: columns of tables, slots of items; few items are
# read by that, too.
. "${0%/*}/lib.sh"
point_at "http://127.0.0.1:$(dead_port)"

ask() {
	python3 -c "
import json
rows = [json.loads(line) for line in open('$tmp/out')]
print($1)"
}

cat >short.md <<'EOF'
# Short

## Papers

- Roots in Winter and Spring / Fay Moss / Gardens Monthly / 2010 [paper](https://arxiv.org/abs/1001.00001)
- Leaves of Old Trees / Cid Twig / Botany / 2011 [paper](https://arxiv.org/abs/1101.00002)

## Table

| Was | Wer | Wo | Ort |
|---|---|---|---|
| Ferns by the River | Bo Leaf | Moss Letters | [a](https://example.org/1) |
| Reeds by the Lake | Jan Weed | Moss Letters | [a](https://example.org/2) |
EOF

# Nobody says: two items and two rows teach nothing.
run 0 extract short.md
same "titles unsaid" "$(ask "[r['venue'] for r in rows]")" "[None, None, None, None]"

cat >said.conf <<'EOF'
[list short]
item = title / people / venue / date
columns = title, people, venue, link
EOF
run 0 -c said.conf extract -v short.md
same "titles" "$(ask "[r['title'] for r in rows]")" \
	"['Roots in Winter and Spring', 'Leaves of Old Trees', 'Ferns by the River', 'Reeds by the Lake']"
same "venues" "$(ask "[r['venue'] for r in rows]")" \
	"['Gardens Monthly', 'Botany', 'Moss Letters', 'Moss Letters']"
same "people" "$(ask "[r['authors'] for r in rows]")" \
	"['Fay Moss', 'Cid Twig', 'Bo Leaf', 'Jan Weed']"
same "dates" "$(ask "[r['date'] for r in rows]")" "['2010', '2011', None, None]"

# What is said of another list, or of tables with other columns, says nothing here.
printf '[list other]\nitem = title / people / venue / date\n\n[list short]\ncolumns = title, venue\n' >other.conf
run 0 -c other.conf extract short.md
same "of another" "$(ask "[r['venue'] for r in rows]")" "[None, None, None, None]"

# A mistake is told with its line, before anything is read.
printf '[list short]\ncolumns = title, autor\n' >wrong.conf
run 78 -c wrong.conf extract short.md
grep -q 'wrong.conf:2: no column "autor"; there are title, name, people' "$tmp/err" ||
	fail "a column nobody knows is not told"
printf '[list short]\nitem = people, venue\n' >wrong.conf
run 78 -c wrong.conf extract short.md
grep -q 'wrong.conf:2: an item is written with title, once' "$tmp/err" ||
	fail "an item without a title is not told"
printf '[list short]\nrows = title\n' >wrong.conf
run 78 -c wrong.conf extract short.md
grep -q 'wrong.conf:2: there are columns and item, no rows' "$tmp/err" ||
	fail "a key nobody knows is not told"

# A memo of how it was read before is none once something else is said.
run 0 --cache "$cache" -o out --min-coverage 0 --offline short.md
run 0 -c said.conf --cache "$cache" -o out --min-coverage 0 --offline short.md
grep -q '"Gardens Monthly"' out/latest/data/mentions.csv out/latest/data/works.jsonl ||
	fail "what is said later is not read"
