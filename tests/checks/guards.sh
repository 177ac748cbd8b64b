#!/bin/sh
# The guards themselves: each must fail when what it guards against is planted
# in a copy of the tree, and must not when nothing is.
set -u
top=$(cd "${top_srcdir:-.}" && pwd) || exit 99
python=${PYTHON:-python3}
[ "$python" = : ] && exit 77
tmp=$(mktemp -d "${TMPDIR:-/tmp}/enrich-guards.XXXXXX") || exit 99
trap 'chmod -R u+w "$tmp"; rm -rf "$tmp"' EXIT
trap 'exit 99' HUP INT TERM
bad=0

# fresh: a copy of the sources.
fresh() {
	rm -rf "$tmp/src"
	mkdir "$tmp/src"
	(cd "$top/src" && find . -name '*.[ch]' | tar -cf - -T -) |
		tar -xf - -C "$tmp/src"
	chmod -R u+w "$tmp/src"
}

# must_fail WHAT WORDS COMMAND…: it fails and says these words.
must_fail() {
	what=$1 words=$2
	shift 2
	if "$@" >"$tmp/out" 2>&1; then
		echo "guards: $what: not seen"
		bad=1
	elif ! grep -qF -- "$words" "$tmp/out"; then
		echo "guards: $what: seen, but it does not say: $words"
		sed 's/^/	/' "$tmp/out"
		bad=1
	fi
}

rooms() {
	"$python" -B "$top/tests/checks/rooms.py" "$tmp/src" "$@"
}

limits() {
	sh "$top/tests/checks/limits.sh" "$tmp/src"
}

# ---- who includes whom ----
fresh
rooms || bad=1
mkdir "$tmp/src/attic"
echo '#include "base/text.h"' >"$tmp/src/attic/chest.c"
must_fail "an unknown folder" 'attic/chest.c: a folder that floors.tsv does not know' rooms
fresh
mkdir "$tmp/src/plan/deep"
echo '#include <curl/curl.h>' >"$tmp/src/plan/deep/er.c"
must_fail "a folder in a room" 'plan/deep/er.c' rooms
fresh
echo '#include "cache/cache.h"' >"$tmp/src/plan/planted.c"
must_fail "a room in a room" 'plan/planted.c: plan/ does not stand above cache/cache.h' rooms
echo '  #  include "say/say.h"' >"$tmp/src/plan/planted.c"
must_fail "a room above" 'plan/planted.c: plan/ does not stand above say/say.h' rooms
rm "$tmp/src/plan/planted.c"
echo '#include "fetch/peer.h"' >"$tmp/src/say/planted.c"
must_fail "the inside of a room" 'say/planted.c: inside of a room: fetch/peer.h' rooms
echo '#include <lmdb.h>' >"$tmp/src/say/planted.c"
must_fail "a library without a door" 'say/planted.c: no door for <lmdb.h>' rooms
echo 'static const char *name = "openalex";' >"$tmp/src/say/planted.c"
must_fail "a source's name" 'say/planted.c: knows a source by its name' rooms
echo '/* not "openalex" */' >"$tmp/src/say/planted.c"
rooms || bad=1
(cat "$top/tests/checks/rooms.allowed"; echo 'zeal of nobody') >"$tmp/allowed"
must_fail "an allowed row too many" 'strike: zeal of nobody' rooms "$tmp/allowed"
rm -rf "$tmp/src"
mkdir "$tmp/src"
must_fail "an empty tree" 'no files' rooms

# ---- lengths and banned calls ----
must_fail "an empty tree" 'no C file' limits
mkdir -p "$tmp/src/plan/deep"
echo 'int a;' >"$tmp/src/plan/plan.c"
limits || bad=1
yes '' | head -n 301 >"$tmp/src/plan/deep/long.c"
must_fail "a long file below a room" 'plan/deep/long.c: 301 lines' limits
(printf 'int\nf(void)\n{\n'; yes '	;' | head -n 61; echo '}') >"$tmp/src/plan/deep/long.c"
must_fail "a long function" 'plan/deep/long.c:3: function of' limits
echo 'x = strcpy(a, b);' >"$tmp/src/plan/deep/long.c"
must_fail "a banned call" 'no bound' limits

# ---- the linker's view: three small objects ----
mkdir -p "$tmp/build/src/plan" "$tmp/build/src/base"
printf 'print-objects:\n\t@echo src/main.o src/plan/plan.o src/base/text.o\n' >"$tmp/build/Makefile"
: >"$tmp/allowed"
# link_check MAIN PLAN TEXT: their C.
link_check() {
	echo "$1" >"$tmp/main.c"
	echo "$2" >"$tmp/plan.c"
	echo "$3" >"$tmp/text.c"
	for object in main plan/plan base/text; do
		${CC:-cc} -w -c -o "$tmp/build/src/$object.o" "$tmp/${object#*/}.c" || exit 99
	done
	"$python" -B "$top/tests/checks/links.py" "$tmp/build" "$tmp/allowed"
}
link_check 'void plan_a(void); int main(void) { plan_a(); return 0; }' \
	'void text_a(void); void plan_a(void) { text_a(); }' 'void text_a(void) {}' || bad=1
must_fail "a circle" 'base/text is in a circle: base/text plan/plan' link_check \
	'void plan_a(void); int main(void) { plan_a(); return 0; }' \
	'void text_a(void); void plan_a(void) { text_a(); }' \
	'void plan_a(void); void text_a(void) { plan_a(); }'
must_fail "a call upstairs" 'stands no lower' link_check \
	'void text_a(void); int main(void) { text_a(); return 0; }' \
	'void plan_a(void) { }' 'void plan_a(void); void text_a(void) { plan_a(); }'
must_fail "an export nobody uses" 'plan_b is used by no other object' link_check \
	'int main(void) { return 0; }' 'void plan_b(void) { }' ''
must_fail "an export called otherwise" 'helper begins with neither' link_check \
	'void helper(void); int main(void) { helper(); return 0; }' 'void helper(void) { }' ''
echo 'print-objects:' >"$tmp/build/Makefile"
must_fail "no objects" 'no objects' "$python" -B "$top/tests/checks/links.py" "$tmp/build"

# ---- the format ----
mkdir "$tmp/ill"
printf 'int\nf( int a )\n{\n  return a;\n}\n' >"$tmp/ill/ill.c"
sh "$top/tests/checks/format.sh" "$tmp/ill" >"$tmp/out" 2>&1
case $? in
77) ;; # no clang-format 14: format.sh says so by itself
0)
	echo "guards: an ill format: not seen"
	bad=1
	;;
esac
rm "$tmp/ill/ill.c"
sh "$top/tests/checks/format.sh" "$tmp/ill" >"$tmp/out" 2>&1
[ $? -ne 0 ] || {
	echo "guards: no file to look at: not seen"
	bad=1
}
exit $bad
