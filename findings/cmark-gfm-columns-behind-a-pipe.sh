#!/bin/sh
# cmark-gfm: in a table cell, every \| moves the source positions of what stands
# behind it one byte to the left.
#
# Version:   cmark-gfm 0.29.0.gfm.6-6 (Debian 12)
# Expected:  --sourcepos gives the columns of the line as it is written.
# Seen:      the cell is unescaped before its inlines are read, so the same link
#            at column 12 is said to be at 12, 11 or 10, by the number of \|
#            before it; the cell's own position is right.
# Source:    extensions/table.c (unescape_pipes); comrak inherited it
#            (github.com/akiomik/mado, issue 403).
# For us:    a repair cannot trust a column: the given bytes are looked up in the
#            line.
set -eu
t=$(mktemp -d) && trap 'rm -rf "$t"' EXIT && cd "$t"
v=0.29.0.gfm.6-6
apt-get download cmark-gfm=$v libcmark-gfm0.29.0.gfm.6=$v libcmark-gfm-extensions0.29.0.gfm.6=$v >/dev/null 2>&1 || {
	echo "the pinned packages are not to be had here"
	exit 77
}
for deb in *.deb; do dpkg -x "$deb" root; done
lib=$(dirname "$(find root -name 'libcmark-gfm.so.*' | head -n 1)")
for cell in 'abcd' 'ab\|' '\|\|'; do
	printf '| A | B |\n|---|---|\n| 1 | %s [p](u) |\n' "$cell"
done >cells
split -l 3 cells cell.
for c in cell.*; do
	LD_LIBRARY_PATH=$lib root/usr/bin/cmark-gfm -e table -t xml --sourcepos "$c" |
		sed -n 's/.*<link sourcepos="3:\([0-9]*\)-.*/link at \1/p'
done | tee seen
printf 'link at 12\nlink at 11\nlink at 10\n' | diff - seen
