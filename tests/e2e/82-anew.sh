#!/bin/sh
# What runs remember changes nothing: each week's release has the bytes of one for
# which all is derived and packed anew.  What they remember may be gone or damaged.
. "${0%/*}/lib.sh"
GITHUB_TOKEN=anew HF_TOKEN=anew ENRICH_PACE_SCALE=0.002
export GITHUB_TOKEN HF_TOKEN ENRICH_PACE_SCALE SOURCE_DATE_EPOCH
now=$(date +%s)

# week NUMBER OPTIONS…: the release of that week, into $tmp/out-WORLD.
week() {
	SOURCE_DATE_EPOCH=$((now + $1 * 604800))
	shift
	run 0 --name demo "$@" "$world"/lists/*.md
}

# alike WHAT OPTIONS…: once more as it would be without anything remembered.
alike() {
	what=$1
	shift
	made=$(release)
	rm -rf "$tmp/again"
	week "$number" --offline --previous "$last" -o "$tmp/again" "$@"
	cmp -s "$made.tar.gz" "$tmp/again/${made##*/}.tar.gz" || {
		diff -rq "$made" "$tmp/again/${made##*/}" >"$tmp/out"
		fail "world $seed, week $number: other bytes $what"
	}
}

for seed in 1 2 3; do
	world=$tmp/world$seed
	"$PYTHON" -B "$top_srcdir/tests/world/generate.py" --size $((60 * seed)) \
		--seed $seed --forms plain "$world" || fail "no world"
	cache=$tmp/cache$seed
	releases=$tmp/releases$seed
	ENRICH_CACHE=$cache
	ENRICH_OUTPUT=$releases
	start_standin --world "$world"
	last=none
	for number in 0 1 2; do
		week $number --refresh
		alike "anew" --anew
		last=$(release)
		# Answers change, and a list; or only answers.
		control POST world "{\"week\": $((number + 1)), \"rows\": []}" >/dev/null ||
			fail "the stand-in's world"
		reset_standin
		[ $number -ne 0 ] ||
			printf '\n* [**Arxiv, 2020.12**] A Row More. [paper](https://arxiv.org/abs/2012.00001)\n' \
				>>"$world/lists/models.md"
	done
	stop_standin
done

# A week in which nothing changed has all its pieces from the archive before.
number=3
week 3
alike "in a quiet week" --anew
# That archive damaged in its middle, cut, gone: packed anew.
before=$last.tar.gz
size=$(wc -c <"$before")
cp "$before" "$tmp/kept.tar.gz"
for what in damaged cut gone; do
	case $what in
	damaged)
		printf 'xxxxxxxx' | dd of="$before" bs=1 seek=$((size / 2)) conv=notrunc 2>/dev/null
		;;
	cut) head -c $((size / 2)) "$tmp/kept.tar.gz" >"$before" ;;
	gone) rm "$before" ;;
	esac
	alike "with an archive before that is $what"
done
# Packed by another one of libraries: what was remembered is none of theirs.
cp "$tmp/kept.tar.gz" "$before"
if lacks_sanitizers; then
	build_clock
	echo +0 >"$tmp/clock"
	printf '#!/bin/sh\nCLOCK=%s LD_PRELOAD=%s exec "%s" "$@"\n' "$tmp/clock" \
		"$tmp/clock.so" "$ENRICH" >"$tmp/preloaded"
	chmod +x "$tmp/preloaded"
	ENRICH=$tmp/preloaded
	alike "beside another library"
fi
# Dropped: derived anew.
run 0 cache gc
alike "after gc"
