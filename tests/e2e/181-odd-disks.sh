#!/bin/sh
# File systems without rights, links, locks or syncs of folders: the same release, and of
# what is for the user alone nothing is for others.
. "${0%/*}/lib.sh"
rest_needs lacks_sanitizers
${CC:-cc} -D_GNU_SOURCE -shared -fPIC -o "$tmp/lacks.so" \
	"$top_srcdir/tests/e2e/lacks.c" 2>"$tmp/err" || fail "lacks.c is not compiled"
start_standin
SOURCE_DATE_EPOCH=$(date +%s)
export SOURCE_DATE_EPOCH
job 0
same "latest" "$(readlink "$releases/latest")" "$(basename "$(release)")"
cp "$(release).tar.gz" "$tmp/elsewhere.tar.gz"
stop_standin

ENRICH_OUTPUT=$tmp/odd
releases=$tmp/odd
(
	umask 077
	LD_PRELOAD=$tmp/lacks.so
	export LD_PRELOAD
	job 0 --offline --state "$tmp/odd-state"
) || exit 1
lacks "$tmp/err" 'locked by'
whole_release
cmp "$tmp/elsewhere.tar.gz" "$(release).tar.gz" || fail "other bytes than elsewhere"
[ ! -e "$releases/latest" ] || fail "a link where there are none"
same "rights of what is for all" "$(stat -c %a "$(release)" "$(release)/data/works.csv" \
	"$(release).tar.gz" | tr '\n' ' ')" "755 644 644 "
same "what others may read of the state" \
	"$(find "$tmp/odd-state" -mindepth 1 -perm /044)" ""

# A container without /dev, all streams being there.
rest_needs unshare -m mount -t tmpfs none /dev
unshare -m sh -c 'mount -t tmpfs none /dev && exec "$@"' - \
	"$ENRICH" extract "$top_srcdir/tests/lists/bare.md" >"$tmp/extracted" 2>"$tmp/err" </proc/self/stat
same "status without /dev" $? 0
run 0 extract "$top_srcdir/tests/lists/bare.md"
cmp "$tmp/out" "$tmp/extracted" || fail "other entries without /dev"
