#!/bin/sh
# Golden lists: each tests/lists/CASE.md must read as CASE.jsonl says, each
# CASE.bib (csv, …) as CASE.bib.jsonl.  A new case is two files, not code.
set -u
# No other process may look into ours: nobody can look for leaks either.
ASAN_OPTIONS=${ASAN_OPTIONS:-detect_leaks=0}
export ASAN_OPTIONS
bad=0
count=0
for list in "${top_srcdir:-.}"/tests/lists/*; do
	case $list in
	*.jsonl) continue ;;
	esac
	count=$((count + 1))
	"${top_builddir:-.}/enrich" extract -q "$list" |
		diff "${list%.md}.jsonl" - || {
		echo "lists: $list reads differently"
		bad=1
	}
done
[ "$count" -gt 0 ] || bad=1
exit $bad
