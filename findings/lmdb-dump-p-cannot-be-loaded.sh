#!/bin/sh
# LMDB's tools: what mdb_dump -p writes of JSON, mdb_load does not read, or reads as
# other bytes.
#
# Version:   lmdb-utils, liblmdb0 0.9.24-1 (Debian 12)
# Expected:  mdb_dump -p ("use printing characters") and mdb_load are each other's
#            inverse, as they are without -p; a backslash is written twice.
# Seen:      it is written once.  A value with \n or \" in it is refused as a key or
#            value that ends too early; "\64" is loaded as "d", and "\\" as "\", with
#            status 0.
# Source:    LMDB's ITS#9068, mended behind 0.9.24; github.com/monero-project/monero,
#            pull request 5857, carries the change.
# For us:    nearly every answer in a cache has such a value: "enrich cache export" and
#            "import" are how a cache is looked at and taken elsewhere.
set -eu
t=$(mktemp -d) && trap 'rm -rf "$t"' EXIT && cd "$t"
apt-get download lmdb-utils=0.9.24-1 liblmdb0=0.9.24-1 >/dev/null 2>&1 || {
	echo "the pinned packages are not to be had here"
	exit 77
}
for package in *.deb; do dpkg -x "$package" root; done
LD_LIBRARY_PATH=$(dirname "$(find "$t/root" -name 'liblmdb.so*' | sed -n 1p)")
export LD_LIBRARY_PATH
hex() {
	printf %s "$1" | od -An -v -tx1 | tr -d ' \n'
}
# through VALUE [-p]: what comes back of it.
through() {
	rm -rf a b
	mkdir a b
	printf 'VERSION=3\nformat=bytevalue\ntype=btree\nmapsize=1048576\nHEADER=END\n %s\n %s\nDATA=END\n' \
		"$(hex key)" "$(hex "$1")" | root/usr/bin/mdb_load a 2>/dev/null
	# shellcheck disable=SC2086
	root/usr/bin/mdb_dump ${2-} a >dump
	if root/usr/bin/mdb_load b <dump 2>/dev/null; then
		if root/usr/bin/mdb_dump b | grep -qx " $(hex "$1")"; then echo "the same"; else echo "other bytes"; fi
	else
		echo refused
	fi
}
{
	for value in '{"t":"plain"}' '{"t":"two\nlines"}' '{"t":"a \"word\""}' '{"t":"C:\64"}' '{"t":"a\\b"}'; do
		printf '%s: %s; with -p %s\n' "$value" "$(through "$value")" "$(through "$value" -p)"
	done
} | tee seen
diff - seen <<'SEEN'
{"t":"plain"}: the same; with -p the same
{"t":"two\nlines"}: the same; with -p refused
{"t":"a \"word\""}: the same; with -p refused
{"t":"C:\64"}: the same; with -p other bytes
{"t":"a\\b"}: the same; with -p other bytes
SEEN
