#!/bin/sh
# build.sh FOLDER     build enrich from the tree this stands in, put it into FOLDER;
#                     one that is there already and runs is left
# build.sh --key      "key=…": what such a build hangs on, for a cache
set -eu
tree=$(cd "$(dirname "$0")/../.." && pwd)

if [ "$1" = --key ]; then
	cd "$tree"
	sum=$(find autogen.sh configure.ac Makefile.am src data -type f \
		! -name '*.o' ! -name version.h ! -name '*.c.part' | LC_ALL=C sort |
		xargs sha256sum | sha256sum | cut -c 1-16)
	echo "key=$sum"
	exit 0
fi
mkdir -p "$1"
folder=$(cd "$1" && pwd)
# Its libraries are needed either way.
"$tree/autogen.sh" packages
if "$folder/enrich" --version >/dev/null 2>&1; then
	exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
[ -x "$tree/configure" ] || "$tree/autogen.sh"
"$tree/configure" -q
make -s -j"$(getconf _NPROCESSORS_ONLN)" enrich
cp enrich "$folder/enrich"
