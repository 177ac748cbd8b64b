#!/bin/sh
# Every table of facts is well-formed, and a malformed row is named with its
# line.  The build says the same, but stops at the first table.
set -u
srcdir=${top_srcdir:-.}
awk=${AWK:-awk}
work=$(mktemp -d) || exit 99
trap 'rm -rf "$work"' EXIT
bad=0

make_c() {
	LC_ALL=C "$awk" -f "$srcdir/data/facts.awk" "$1"
}

say() {
	echo "facts: $1"
	bad=1
}

# ---- the check itself ----

head='#! include a.h
#! rows venue venues
#! order sorted
#! column kind choice key town=TOWN river=RIVER
#! column name text key
#! column terms choices wet=WET dry=DRY
#! column code hex
#! column short text-or-none
'

# refuses WORDS ROWS: the table is refused in its first row or a later one.
refuses() {
	printf '%s%b' "$head" "$2" >"$work/t.tsv"
	if make_c "$work/t.tsv" >"$work/out" 2>"$work/err"; then
		say "taken, but should be refused ($1): $2"
	elif ! grep -qF -- "$work/t.tsv:$1" "$work/err"; then
		say "refused, but not as \"t.tsv:$1\": $(cat "$work/err")"
	elif [ -s "$work/out" ]; then
		say "refused, but C came out: $2"
	fi
}

good='town\tYork\twet,dry\t2a\tY\nriver\tOuse \\ "?"\t-\t0c\t-\n'
refuses '9: 4 columns where there are 5' 'town\tYork\twet\t2a\n'
refuses '10: 6 columns where there are 5' 'town\tA\t-\t00\t-\ntown\tB\t-\t00\t-\t\n'
refuses '9: name is empty' 'town\t\twet\t2a\t-\n'
refuses '9: name is empty or has a blank at an end' 'town\tYork \twet\t2a\t-\n'
refuses '9: "twon" is no kind' 'twon\tYork\twet\t2a\t-\n'
refuses '9: "damp" is no terms' 'town\tYork\twet,damp\t2a\t-\n'
refuses '9: code is not hexadecimal: "2g"' 'town\tYork\twet\t2g\t-\n'
refuses '10: not in order: belongs above line 9' 'town\tb\t-\t00\t-\ntown\ta\t-\t00\t-\n'
refuses '10: not in order: belongs above line 9' 'river\ta\t-\t00\t-\ntown\tb\t-\t00\t-\n'
refuses '10: not in order: belongs above line 9' 'town\t10\t-\t00\t-\ntown\t1\t-\t00\t-\n'
refuses '10: the same as line 9' 'town\ta\t-\t00\t-\ntown\ta\twet\t00\t-\n'
refuses '9: not UTF-8' 'town\tM\0374nchen\t-\t00\t-\n'
refuses '9: not UTF-8' '# \0355\0240\0200: half of a pair\ntown\ta\t-\t00\t-\n'
refuses '9: a control character' 'town\tYork\twet\t2a\t-\r\n'
refuses '8: no rows' ''
refuses '10: an instruction below a row' 'town\ta\t-\t00\t-\n#! order sorted\n'
refuses '9: no such instruction' '#! colunm name text\ntown\ta\t-\t00\t-\n'

printf '%s%b' "$head" "$good" >"$work/t.tsv"
make_c "$work/t.tsv" >"$work/out" 2>"$work/err" || say "refused: $(cat "$work/err")"
cat >"$work/expected" <<'END'
/* Made of data/t.tsv by data/facts.awk: correct that. */
#include "a.h"

#include <stddef.h>

const struct venue venues[] = {
	{ TOWN, "York", WET | DRY, 0x2a, "Y" },
	{ RIVER, "Ouse \\ \"\?\"", 0, 0x0c, NULL },
};

const size_t venues_count = 2;

const size_t venues_from[] = { 0, 1, 2 };
_Static_assert(TOWN == 0, "the order of kind");
_Static_assert(RIVER == 1, "the order of kind");
END
diff "$work/expected" "$work/out" || say "the C of a good table differs"

# ---- the tables ----

tables=0
for table in "$srcdir"/data/*.tsv; do
	[ -e "$table" ] || break
	tables=$((tables + 1))
	name=${table##*/}
	make_c "$table" >/dev/null || bad=1
	grep -q "data/${name%.tsv}\.c" "$srcdir/data/room.am" ||
		say "$name is not in data/room.am"
	# Whoever corrects a table must find there what a row is and whence it comes.
	for word in 'Source: ' 'As of ' 'To correct one: '; do
		grep -q "^#.*$word" "$table" || say "$name: no \"$word\" above its rows"
	done
done
[ "$tables" -gt 0 ] || say "no tables in $srcdir/data"
exit $bad
