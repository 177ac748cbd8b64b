#!/bin/sh
# docs/tour-curator.md: every command prints what stands there.
. "${0%/*}/lib.sh"
rest_needs git --version
start_standin
mkdir "$tmp/bin"
ln -s "$ENRICH" "$tmp/bin/enrich"
unset ENRICH_OUTPUT ENRICH_CACHE ENRICH_STATE
PATH=$tmp/bin:$PATH
GIT_CONFIG_NOSYSTEM=1
for who in AUTHOR COMMITTER; do
	export GIT_${who}_NAME=You GIT_${who}_EMAIL=you@your.domain
done
export PATH GIT_CONFIG_NOSYSTEM
"$PYTHON" "$top_srcdir/tests/tour.py" "$top_srcdir/docs/tour-curator.md" ${TOUR_WRITE:+--write} \
	>"$tmp/out" 2>"$tmp/err" 8>&- 9<&- || {
	cat "$tmp/out"
	fail "the tour is not what the program does (TOUR_WRITE=1 $0 writes it anew)"
}
[ -n "${TOUR_WRITE-}" ] || at_least "commands" "$(sed -n 's/ commands$//p' "$tmp/out")" 20
exit 0
