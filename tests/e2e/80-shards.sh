#!/bin/sh
# Asked in parts and merged, a release has the bytes of one that was asked at once;
# a part that was killed is run again, and no other; a pace is shared.
. "${0%/*}/lib.sh"
ENRICH_PACE_SCALE=0.002
GITHUB_TOKEN=world
HF_TOKEN=world
export ENRICH_PACE_SCALE GITHUB_TOKEN HF_TOKEN ENRICH
"$PYTHON" -B "$top_srcdir/tests/world/generate.py" --size 60 --seed 7 --forms plain \
	"$tmp/world" || fail "no world"
start_standin --world "$tmp/world"
SOURCE_DATE_EPOCH=$(date +%s)
export SOURCE_DATE_EPOCH
# The answers came at other seconds, and nothing else differs.
alike() {
	for folder in "$tmp/whole" "$(release)"; do
		(cd "$folder/data" && sed 's/T[0-9:]*Z/T/g' ./*.jsonl ./*.csv) \
			>"$tmp/${folder##*/}.data"
	done
	cmp "$tmp/whole.data" "$tmp/$(basename "$(release)").data" >"$tmp/out" 2>&1 ||
		fail "other bytes $1"
}

run 0 --name demo "$tmp"/world/lists/*.md
cp -R "$(release)" "$tmp/whole"
whole=$(requests)
rm -rf "$releases" "$state"

# The second of three is killed once, before it has answered anything.
cat >"$tmp/part" <<END
#!/bin/sh
case \$* in
*"--shard 2/3"*) [ -f "$tmp/killed" ] || { touch "$tmp/killed"; kill -9 \$\$; } ;;
esac
[ "\$1" != ask ] || echo "\$3" >>"$tmp/asked"
exec "$ENRICH" "\$@"
END
chmod +x "$tmp/part"
rounds=$top_srcdir/contrib/scale/rounds.sh
reset_standin
ENRICH=$tmp/part "$rounds" 3 "$tmp/shared" --name demo "$tmp"/world/lists/*.md \
	>"$tmp/out" 2>"$tmp/err" && fail "a killed part was not told"
contains "$tmp/err" "not done: parts 2; the same command runs them again"
same "parts asked" "$(sort "$tmp/asked" | paste -sd' ' -)" "1/3 3/3"
ENRICH=$tmp/part "$rounds" 3 "$tmp/shared" --name demo "$tmp"/world/lists/*.md \
	>"$tmp/out" 2>"$tmp/err" || fail "the rounds end badly"
same "parts run again" "$(sed -n 3p "$tmp/asked")" "2/3"
alike "than asked at once"
# Batches are cut in three, and nothing is asked twice.
at_most "requests" "$(requests)" $((whole + 40))
[ ! -e "$tmp/shared.parts" ] || fail "parts are left behind"

# The same by merge itself, of two caches that know halves.
rm -rf "$releases"
for k in 1 2; do
	run 0 ask --shard $k/2 --cache "$tmp/half-$k" "$tmp"/world/lists/*.md
	contains "$tmp/out" " were not asked here"
done
run 0 cache merge "$tmp/half-1" "$tmp/half-2" --cache "$tmp/both"
run 0 cache stats --cache "$tmp/both"
both=$(sed -n 's/^ *answers *\([0-9]*\) .*/\1/p' "$tmp/out")
halves=0
for k in 1 2; do
	run 0 cache stats --cache "$tmp/half-$k"
	halves=$((halves + $(sed -n 's/^ *answers *\([0-9]*\) .*/\1/p' "$tmp/out")))
done
same "answers of two that share none" "$both" "$halves"
printf '[release]\nname = demo\n[lists]\n' >"$tmp/enrich.conf"
for list in "$tmp"/world/lists/*.md; do
	echo "$(basename "$list" .md) = $list"
done >>"$tmp/enrich.conf"
run 0 merge -c "$tmp/enrich.conf" "$tmp/shared" --cache "$tmp/new"
alike "by merge"
run 64 merge
contains "$tmp/err" "merge which caches?"
run 74 merge -c "$tmp/enrich.conf" "$tmp/nothing" --cache "$tmp/new"
contains "$tmp/err" "no cache in $tmp/nothing"
for wrong in 0/3 4/3 3 a/b 1/2x; do
	run 64 ask --shard $wrong "$tmp"/world/lists/*.md
	contains "$tmp/err" "the K-th of N shards"
done
