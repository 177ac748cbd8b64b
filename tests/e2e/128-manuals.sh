#!/bin/sh
# What is no list gives no entries, and says so; what was read well is not told as doubtful.
. "${0%/*}/lib.sh"
point_at "http://127.0.0.1:$(dead_port)"

run 0 extract -v "$top_srcdir/tests/lists/manual.md"
same "only the section of papers" "$(wc -l <"$tmp/out" | tr -d ' ')" 2
grep -q 'manual: 5 left out of a manual, not a list (lines 9, 10, 14, 15, 27)' "$tmp/err" ||
	fail "what is left out of a manual is not told"

# Without its papers nothing is left.
sed '/^## Reading/,/^## License/{/^- /d;}' "$top_srcdir/tests/lists/manual.md" >readme.md
run 0 extract readme.md
[ ! -s "$tmp/out" ] || fail "a README without papers gives entries"

# Names that link, and what they are: nothing of that is read otherwise.
{
	printf '# Tools\n\n'
	for n in 1 2 3 4 5 6 7 8 9; do
		echo "- [Rope$n](https://example.org/r/$n) - ties whatever there is to be tied, in $n ways and more."
	done
} >tools.md
run 0 extract -v tools.md
same "each tool" "$(wc -l <"$tmp/out" | tr -d ' ')" 9
grep -q 'otherwise' "$tmp/err" && fail "a list of tools that is read well is called doubtful"
exit 0
