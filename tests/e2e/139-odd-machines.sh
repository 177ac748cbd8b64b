#!/bin/sh
# Machines as services and containers have them: no HOME, hardly any descriptors, no clock.
. "${0%/*}/lib.sh"
printf -- '# A list\n- [Tides of the harbour in winter](https://example.org/tides), 2024\n' >list.md

# Nobody's variable: what the machine knows of its user, and "/" for one it does not know.
home=$(getent passwd "$(id -u)" | cut -d: -f6)
at_home() { # at_home FOLDER VARIABLE=VALUE…
	wanted=$1
	shift
	env -u HOME -u ENRICH_CACHE -u ENRICH_PACE_SCALE -u XDG_CACHE_HOME "$@" "$ENRICH" cache stats >"$tmp/out" 2>&1
	grep -qE "^(no cache yet at )?$wanted/enrich" "$tmp/out" || fail "$*: $(head -n 1 "$tmp/out")"
}
at_home "${home%/}/.cache" NOTHING=
at_home "${home%/}/.cache" HOME=
at_home "${home%/}/.cache" HOME=relative XDG_CACHE_HOME=relative
at_home /.cache HOME=/
at_home /elsewhere/.cache HOME=/elsewhere
at_home /cached HOME=/elsewhere XDG_CACHE_HOME=/cached

# Without descriptors the line says so, whatever shuts the run in.
rest_needs lacks_sanitizers
for most in 8 10 12 14 16; do
	rm -rf "$cache" "$state" "$releases"
	status=0
	# Every sh of Debian's has it.
	# shellcheck disable=SC3045
	(unset ENRICH_PACE_SCALE && ulimit -n $most && exec "$ENRICH" --offline --name demo list.md) >"$tmp/out" 2>"$tmp/err" 8>&- 9<&- || status=$?
	lacks "$tmp/err" 'Permission denied'
	case $status in
	0) whole_release ;;
	73 | 74) contains "$tmp/err" 'Too many open files' ;;
	*) fail "status $status with $most descriptors" ;;
	esac
	[ $status -eq 0 ] || [ -z "$(ls -A "$releases" 2>/dev/null)" ] || fail "left with $most: $(ls -A "$releases")"
done

# A clock that nobody set, and one beyond all names: said before anybody is asked.
build_clock
rm -rf "$releases"
for when in 100 253402300900; do
	echo $when >"$tmp/clock"
	(
		CLOCK=$tmp/clock LD_PRELOAD=$tmp/clock.so
		export CLOCK LD_PRELOAD
		unset ENRICH_PACE_SCALE
		run 74 --name demo list.md
	) || exit 1
	contains "$tmp/err" "the clock of this machine says"
	no_release
done
