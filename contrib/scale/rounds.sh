#!/bin/sh
# rounds.sh N CACHE [OPTIONS OF ENRICH...]: ask in N parts at once, then derive.
#
# Each part asks into a copy of CACHE; the copies are merged, and go.  What the
# answers taught is asked in the next round, until a round asks nothing (some
# five); then the release is derived from CACHE.  Run it again after any stop: a
# part that was done is not run again, and what was answered is kept.
#
#	ENRICH        the program (enrich)
#	ENRICH_PARTS  how parts are run: shell (the default), parallel (GNU
#	              parallel; its options in $PARALLEL), slurm (an array job;
#	              its options in $SBATCH_...): CACHE lies where all nodes see it
set -eu

ENRICH=${ENRICH:-enrich}
export ENRICH

# One part.  What stays open (3, 69) is asked again in the next round.
part() {
	number=$1 of=$2 cache=$3
	shift 3
	mine=$cache.parts/$number
	if [ ! -d "$mine" ]; then
		rm -rf "$mine.new"
		if [ -d "$cache" ]; then cp -R "$cache" "$mine.new"; else mkdir "$mine.new"; fi
		chmod 700 "$mine.new"
		mv "$mine.new" "$mine"
	fi
	status=0
	"$ENRICH" ask --shard "$number/$of" --cache "$mine" "$@" >"$mine.said" || status=$?
	case $status in
	0 | 3 | 69) mv "$mine.said" "$mine.done" ;;
	*) return "$status" ;;
	esac
}

if [ "${1-}" = --part ]; then
	shift
	[ "$1" != slurm ] || { shift; set -- "$SLURM_ARRAY_TASK_ID" "$@"; }
	part "$@"
	exit
fi
[ $# -ge 2 ] || {
	sed -n '2,/^set/{/^#/s/^# \{0,1\}//p;}' "$0" >&2
	exit 64
}
of=$1 cache=$2
shift 2
mkdir -p "$cache.parts"

# The numbers of those that are not done yet.
left() {
	for number in $(seq "$of"); do
		[ -f "$cache.parts/$number.done" ] || echo "$number"
	done
}

all_parts() {
	case ${ENRICH_PARTS:-shell} in
	shell)
		for number in $(left); do
			"$0" --part "$number" "$of" "$cache" "$@" &
		done
		wait
		;;
	parallel)
		left | parallel -q "$0" --part {} "$of" "$cache" "$@" || :
		;;
	slurm)
		sbatch --wait --quiet --job-name=enrich \
			--output="$cache.parts/%a.log" \
			--array="$(left | paste -sd, -)" \
			"$0" --part slurm "$of" "$cache" "$@" || :
		;;
	*)
		echo "ENRICH_PARTS: $ENRICH_PARTS is none of shell, parallel, slurm" >&2
		exit 64
		;;
	esac
	[ -z "$(left)" ] || {
		echo "not done: parts $(left | paste -sd' ' -); the same command runs" \
			"them again" >&2
		exit 1
	}
}

answered=1
while [ "$answered" -gt 0 ]; do
	all_parts "$@"
	answered=$(($(sed -n 's/^\([0-9]*\) answers came.*/\1/p' "$cache.parts"/*.done |
		paste -sd+ -)))
	for number in $(seq "$of"); do
		"$ENRICH" cache merge "$cache.parts/$number" --cache "$cache"
	done
	rm -rf "$cache.parts"
	mkdir "$cache.parts"
	echo "a round: $answered answers"
done
rmdir "$cache.parts"
exec "$ENRICH" --offline --cache "$cache" "$@"
