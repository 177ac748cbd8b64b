#!/bin/sh
# GNU patch and git apply: the same patch of a file whose name has a space is
# applied by one and not found by the other, unless the name ends in a tab.
#
# Version:   patch 2.7.6 (Debian 12: 2.7.6-7), git 2.39
# Expected:  "--- a/my list.md" names my list.md, for both.
# Seen:      git apply takes it; patch cuts the name at the space and asks which
#            file is meant. With a tab behind the name, and nothing behind the
#            tab, both take it.
# Source:    git's commit ce74618d (2006) writes that tab; the POSIX text on
#            patch says that what follows the name is separated by a tab.
# For us:    whoever writes a patch for both must write the tab.
set -eu
t=$(mktemp -d) && trap 'rm -rf "$t"' EXIT && cd "$t"
apt-get download patch=2.7.6-7 >/dev/null 2>&1 || {
	echo "the pinned package is not to be had here"
	exit 77
}
dpkg -x patch_*.deb root
try() { # try WHAT ENDING
	printf 'one\ntwo\n' >'my list.md'
	printf -- '--- a/my list.md%b\n+++ b/my list.md%b\n@@ -1,2 +1,2 @@\n-one\n+One\n two\n' "$2" "$2" >change.diff
	if git apply --check change.diff 2>/dev/null; then g=takes; else g=refuses; fi
	if root/usr/bin/patch -p1 --dry-run --batch <change.diff >/dev/null 2>&1; then p=takes; else p=refuses; fi
	echo "$1: git apply $g it, patch $p it"
}
{
	try 'without a tab' ''
	try 'with a tab' '\t'
} | tee seen
diff - seen <<'SEEN'
without a tab: git apply takes it, patch refuses it
with a tab: git apply takes it, patch takes it
SEEN
