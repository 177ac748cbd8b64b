#!/bin/sh
# Every C file is as clang-format leaves it.  Other versions format otherwise.
#	format.sh [FOLDER…]	instead of src and tests
set -u
cd "${top_srcdir:-.}" || exit 99
for format in clang-format-14 clang-format; do
	"$format" --version 2>/dev/null | grep -q 'version 14\.' && break
	format=
done
[ -n "$format" ] || {
	echo "format: clang-format 14 is not installed"
	exit 77
}
[ $# -gt 0 ] || set -- src tests
files=$(find "$@" -name '*.[ch]' | sort)
[ -n "$files" ] || {
	echo "format: no C file in $*"
	exit 1
}
# The names are those of this tree: no spaces.
# shellcheck disable=SC2086
exec "$format" --style=file:"$PWD/.clang-format" --dry-run -Werror $files
