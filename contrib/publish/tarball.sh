#!/bin/sh
# tarball.sh [-k KEY] [DIR]: the program's release, from what is committed: a tarball
# that builds without autotools, NAME.SHA256SUMS, and what sign.sh makes of them.
#
# The same commit gives the same bytes wherever autoconf, automake and xz are of the
# same version.
set -eu
key=
[ "${1-}" != -k ] || {
	key=$(realpath "${2?the key}")
	shift 2
}
out=$(realpath "${1-.}")
cd "${0%/*}/../.."
here=$PWD
commit=$(git rev-parse HEAD)
url=$(git config remote.origin.url || echo .)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
TAR_OPTIONS="--sort=name --mtime=@$SOURCE_DATE_EPOCH --owner=0 --group=0 --numeric-owner --mode=go=rX,u+w"
XZ_OPT='-9 -T1'
LC_ALL=C
export SOURCE_DATE_EPOCH TAR_OPTIONS XZ_OPT LC_ALL
git archive HEAD | (cd "$work" && env -u TAR_OPTIONS tar -x)
cd "$work"
mkdir -p build-aux
autoreconf -fi >build-aux/log 2>&1 && ./configure -q >build-aux/log 2>&1 || {
	cat build-aux/log >&2
	exit 70
}
echo "$commit $url" >build-aux/commit
make -s dist >build-aux/log 2>&1 || {
	cat build-aux/log >&2
	exit 70
}
for tarball in enrich-*.tar.xz; do
	mv "$tarball" "$out"
	cd "$out"
	sha256sum "$tarball" >"${tarball%.tar.xz}.SHA256SUMS"
	"$here/contrib/publish/sign.sh" ${key:+-k "$key"} "${tarball%.tar.xz}.SHA256SUMS"
	ls "${tarball%.tar.xz}."*
done
