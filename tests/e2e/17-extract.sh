#!/bin/sh
# Entries and identifiers as JSON Lines: no network, no cache.
. "${0%/*}/lib.sh"
point_at "http://127.0.0.1:$(dead_port)"

run 0 extract $lists
cp "$tmp/out" "$tmp/all.jsonl"
ask() {
	query "$tmp/all.jsonl" "$1"
}
same "entries" "$(ask "len(rows)")" 44
same "lists" "$(ask "sorted({r['list'] for r in rows})")" "['agents', 'models', 'reading']"
same "keys" "$(ask "sorted(rows[0])")" "['authors', 'base_model', 'date', 'flags', 'ids', \
'institute', 'license', 'line', 'list', 'name', 'part', 'section', 'title', \
'urls', 'venue', 'work']"
same "BioMistral is one work" "$(ask "len({r['work'] for r in rows
    if '2402.10373' in r['ids'].get('arxiv', [])})")" 1
same "BioGPT is one work" "$(ask "len({r['work'] for r in rows
    if r['title'].startswith(('BioGPT', 'Generative Pre-trained'))}) <= 2")" True
same "damaged text" "$(ask "[r['institute'] for r in rows
    if 'damaged-text' in r['flags']]")" "['LIA - Avignon Université, Nantes Université']"
same "merged row" "$(ask "[(r['part'], r['ids']['github'])  for r in rows
    if 'merged-row' in r['flags']]")" "[(1, ['KatherLab/Medical_LLM']), (2, ['mbzuai-oryx/BiMediX'])]"
same "placeholder" "$(ask "['placeholder-id' in r['flags'] for r in rows
    if r['title'].startswith('Evaluating the Medical')]")" "[True]"
same "malformed link" "$(ask "[r['ids']['arxiv'] for r in rows
    if 'malformed-link' in r['flags']]")" "[['2305.15075']]"
same "venues and dates" "$(ask "[(r['venue'], r['date']) for r in rows
    if r['name'] == 'BioMistral' and r['list'] == 'agents']")" "[('Arxiv', '2024-02')]"
same "comments are no entries" "$(ask "any('YYYY' in str(r) for r in rows)")" False
# Standard input, and an order that does not depend on anything.
run 0 extract - <"$top_srcdir/tests/e2e/lists/agents.md"
same "from standard input" "$(wc -l <"$tmp/out" | tr -d ' ')" 16
[ ! -e "$cache" ] || fail "extract made a cache"
no_release

# How it was read is told when asked for.
run 0 extract -v "$top_srcdir/tests/lists/forms.md"
grep -q 'forms: 14 items read as "title — people, venue, date", 0 by both readings' "$tmp/err" ||
	fail "the form of a list is not told"
grep -q 'forms: 14 items read as "title. people. venue (date)"' "$tmp/err" ||
	fail "its second form is not told"
contains "$tmp/err" "forms: 28 entries: 28 with a title, 8 with an identifier, 28 with people"
run 0 extract "$top_srcdir/tests/lists/forms.md"
grep -q 'items read as' "$tmp/err" && fail "the form is told unasked"

# A section that does not follow it is one finding; descriptions are none.
{
	printf '# Papers\n\n'
	for n in 10 11 12 13 14 15 16 17 18 19 20 21 22 23; do
		echo "- [Sailing the Northern Rivers in Boat $n](https://example.org/p/$n) — Ann Roe, Bo Poe, ICML, 20$n"
	done
	printf '\n## Oddments\n\n'
	for n in 1 2 3 4 5 6 7; do
		echo "- [Charts of the Southern Coast, part $n](https://example.org/q/$n) — in 2012 everybody who sailed there had them on board since the lights were moved twice"
	done
	printf '\n## Described\n\n'
	for n in 1 2 3 4 5 6 7; do
		echo "- [Knots for Beginners and Others, part $n](https://example.org/k/$n) — all that one wants to know of knots and hardly dares to ask anybody"
	done
} >odd.md
run 0 --name odd --offline --min-coverage 0 --cache "$tmp/odd" -o "$tmp/odd-out" odd.md
for file in "$tmp"/odd-out/odd-*/data/findings.csv; do
	same "sections that read badly" "$(grep -c ',list-form-unclear,decide,' "$file")" 1
	contains "$file" 'section,Oddments,'
	contains "$file" '7 of 7 items here do not fit: lines 20, 21, 22, 23, 24, …'
done

# A table that is cut has its header again: no row is lost, none is misread,
# and each says its own line.
python - >long.md <<'END'
print("# Long\n\n| Institute | Date | Title |\n| --- | --- | --- |")
for n in range(3000):
    print("| House %d | 2024-%02d | [A Paper of the Number %d](https://arxiv.org/abs/2401.%05d) |"
          % (n, n % 12 + 1, n, n + 1))
END
[ "$(wc -c <long.md)" -gt 200000 ] || fail "the table is too short to be cut"
run 0 extract long.md
cp "$tmp/out" "$tmp/long.jsonl"
same "rows of a long table" "$(query "$tmp/long.jsonl" "[len(rows), all(
    (r['line'], r['institute'], r['date'], r['title'], r['ids']['arxiv']) ==
    (n + 5, 'House %d' % n, '2024-%02d' % (n % 12 + 1), 'A Paper of the Number %d' % n,
     ['2401.%05d' % (n + 1)]) for n, r in enumerate(rows))]")" "[3000, True]"
