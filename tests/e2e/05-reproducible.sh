#!/bin/sh
# Same inputs, same bytes: whatever the zone, locale, umask and folder.
. "${0%/*}/lib.sh"
start_standin
job 0 --since 2024-01
stop_standin

# Days must not depend on the zone, so the clock stands near midnight.
as_of=$(python -c 'import time
print(time.strftime("%Y-%m-%dT23:59:30Z", time.gmtime(time.time() + 86400)))')
one=$tmp/one two=$tmp/two/deeper
(
	umask 077
	TZ=Pacific/Kiritimati LC_ALL=C
	export TZ LC_ALL
	ENRICH_OUTPUT=$one
	job 0 --since 2024-01 --offline --as-of "$as_of"
) || exit 1
mkdir -p "$two" "$tmp/elsewhere/own"
cp -R "$top_srcdir/tests/e2e/lists/." "$tmp/elsewhere/own"
cp -R "$cache" "$tmp/cache-copy"
(
	umask 002
	TZ=America/Anchorage LC_ALL=$(locale -a 2>/dev/null | grep -iE '^(tr|de|fr|C)' | tail -n 1)
	export TZ LC_ALL
	ENRICH_OUTPUT=$two
	ENRICH_CACHE=$tmp/cache-copy
	ENRICH_STATE=$tmp/state-copy
	cd "$tmp/elsewhere" || exit 99
	lists="own/models.md own/agents.md own/reading.md"
	job 0 --since 2024-01 --offline --as-of "$as_of"
) || exit 1
for path in "$one"/demo-*; do
	name=${path##*/}
	case $name in *.summary.json | latest) continue ;; esac
	[ -e "$two/$name" ] || fail "$name is missing in the second"
	diff -r "$path" "$two/$name" >"$tmp/out" 2>&1 ||
		fail "$name differs"
done
[ -e "$one/$(ls "$one" | grep 'tar.gz$' | head -n 1)" ] || fail "no archive"
# Nothing of this machine is inside.
for word in "$tmp" "$HOME" 127.0.0.2 "$(uname -n)."; do
	! grep -rqF -- "$word" "$one"/demo-????-??-??/ ||
		fail "the release says $word"
done
