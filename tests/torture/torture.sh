#!/bin/sh
# A command in which one allocation, map, opening, reading, renaming, sync or write fails: it
# ends with a line and a status of its own, or as if nothing had been; there is no half release
# and none beside a failure's status, a list is the old one or the new one, the cache opens,
# nothing is left in TMPDIR without a word, and the next run comes to what the undisturbed one came to.
#
# What runs out of memory ends at once, so it need not begin anew each time: each allocation
# fails in a child of the run itself (shim.c), and in a run of its own only where that child
# wanted more than to say so; besides a sample.
#
#	SAMPLE=1	points of each kind and job, spread evenly (make check)
#	EVERY=1		instead: each of them, or each so many-th (make torture)
#	KINDS='…'	only these
#	JOBS='…'	only these
. "${0%/*}/../e2e/lib.sh"
rest_needs lacks_sanitizers
cp "$top_srcdir/tests/torture/shim.c" "$tmp/shim.c"
${CC:-cc} -D_GNU_SOURCE -Wno-attributes -fno-builtin -shared -fPIC -o "$tmp/shim.so" "$tmp/shim.c" -ldl \
	2>"$tmp/err" || fail "shim.c is not compiled"

# ---- what each job begins with -------------------------------------------
start=$tmp/start
mkdir -p "$start/tmp"
cd "$start" || exit 99
cat >small.md <<'LIST'
# A small list
- [Towards Conversational Diagnostic AI](https://arxiv.org/abs/2401.05654)
- [Large language models in medicine](https://doi.org/10.1038/s41591-023-02448-8)
- [BioMistral-7B](https://huggingface.co/BioMistral/BioMistral-7B)
- [BioGPT](https://github.com/microsoft/BioGPT)
- [**Arxiv, 2024.2**] **BioMistral**: A Collection of Open-Source Pretrained Large Language Models for Medical Domains. [paper](https://arxiv.org/abs/2402.10373)
LIST
SOURCE_DATE_EPOCH=$(($(date +%s) + 3600))
export SOURCE_DATE_EPOCH
start_standin
unset ENRICH_CACHE ENRICH_STATE ENRICH_OUTPUT
run 0 --cache cache --state state --name demo --record kept -o releases small.md
run 0 --cache other --state state --name demo --record asked check --all small.md
run 0 --cache cache cache export
cp "$tmp/out" export.jsonl
for k in 1 2; do
	run 0 ask --shard $k/2 --cache half-$k --state state small.md
done
stop_standin
set -- releases/demo-????-??-??
first=$1
cp small.md grown.md
echo '- [Something Altogether New Under the Sun](https://example.org/new), 2024' >>grown.md
SOURCE_DATE_EPOCH=$((SOURCE_DATE_EPOCH + 7 * 86400)) run 0 --offline --cache cache --state state --name demo \
	-o releases grown.md
set -- releases/demo-????-??-??
second=$2
rm -rf state other

# arguments JOB: what is run, in $tmp/now.
arguments() {
	case $1 in
	weekly) echo --replay kept --name demo -o out.d small.md ;;
	check) echo --replay asked --name demo check --all small.md ;;
	patch) echo --cache cache --state state --name demo -o releases patch --write small.md ;;
	merge) echo merge half-1 half-2 --cache both --state state --name demo -o out.d --offline ;;
	import) echo cache import export.jsonl --cache new ;;
	diff) echo diff "$first.tar.gz" "$second.tar.gz" ;;
	verify) echo --name demo verify "$first.tar.gz" --cache-export export.jsonl small.md ;;
	esac
}
# A merge takes its lists from enrich.conf.
printf '[lists]\nsmall = small.md\n' >merge.conf

# does JOB [TORTURE]: sets $status.
does() {
	status=0
	# shellcheck disable=SC2046
	set -- "${2-}" "${2+$tmp/shim.so}" $(arguments "$1")
	if [ "$3" = merge ]; then set -- "$@" -c merge.conf; fi
	torture=$1 shim=$2
	shift 2
	(cd "$tmp/now" && exec timeout 60 env TMPDIR="$tmp/now/tmp" TORTURE="$torture" TORTURE_COUNT="$tmp/counts" \
		LD_PRELOAD="$shim" "$ENRICH" "$@") >"$tmp/out" 2>"$tmp/err" 8>&- 9<&- || status=$?
}
anew() {
	rm -rf "$tmp/now"
	cp -a "$start" "$tmp/now"
}
# What it came to, whatever the time of day was.
came_to() {
	case $1 in
	weekly | merge) cat "$tmp"/now/out.d/demo-????-??-??/data/works.jsonl "$tmp"/now/out.d/demo-????-??-??/data/findings.csv ;;
	import) "$ENRICH" --cache "$tmp/now/new" cache export 8>&- 9<&- ;;
	patch) cat "$tmp/now/small.md" ;;
	*) cat "$tmp/out" ;;
	esac 2>&1 | sed 's/T[0-9:]*Z/T/g' | sha256sum
}
whole() { # whole RELEASE
	(cd "$1" && sha256sum --quiet -c manifest-sha256.txt) >/dev/null 2>&1 && [ -s "$1.tar.gz" ]
}

tried=0
trial() { # trial JOB KIND N REFERENCE
	what="$1, $2 $3"
	tried=$((tried + 1))
	anew
	does "$1" "$2 $3"
	case $status in
	0 | 3) ;;
	1 | 65 | 66 | 69 | 71 | 73 | 74 | 78) [ -s "$tmp/err" ] || [ $status -eq 1 ] || fail "$what: status $status without a word" ;;
	*) fail "$what: status $status" ;;
	esac
	[ "$2" != alloc ] || [ $status -eq 71 ] || [ $status -eq 0 ] || fail "$what: status $status"
	case $1:$status in
	diff:0 | verify:0 | import:0 | patch:0) same "$what: what it came to" "$(came_to "$1")" "$4" ;;
	esac
	[ $status -eq 71 ] || [ -z "$(ls -A "$tmp/now/tmp")" ] || grep -q 'stays behind' "$tmp/err" ||
		fail "$what: left in TMPDIR without a word"
	for one in "$tmp"/now/out.d/demo-????-??-??; do
		[ -d "$one" ] || continue
		whole "$one" || fail "$what: half a release"
		case $status in 0 | 3 | 71) ;; *) fail "$what: status $status beside a release" ;; esac
	done
	cmp -s "$tmp/now/small.md" "$start/small.md" ||
		{ [ "$1" = patch ] && same "$what: the list" "$(came_to patch)" "$4"; } || fail "$what: another list"
	for one in kept/cache asked/cache cache both new; do
		[ ! -e "$tmp/now/$one/data.mdb" ] || run 0 --cache "$tmp/now/$one" cache check
	done
	# What ends at once leaves what a kill leaves; of those the next run is a sample.
	[ "$2" != alloc ] || [ $status -ne 71 ] || [ $((tried % 20)) -eq 0 ] || return 0
	rm -rf "$tmp/now/out.d"
	does "$1"
	[ $status -eq 0 ] || fail "$what: the run after it ends with $status"
	same "$what: the run after it" "$(came_to "$1")" "$4"
}
each() { # each JOB STEP TOTAL REFERENCE
	what="$1, each $2 of $3 allocations"
	anew
	does "$1" "each $2"
	[ $status -eq 0 ] || fail "$what: the run itself ends with $status"
	same "$what: what it came to" "$(came_to "$1")" "$4"
	children=$(($(sed -n 's/^ended //p' "$tmp/counts") + 0))
	alone=$(sed -n 's/^whole //p' "$tmp/counts")
	same "$what: lines of those that ended" "$(grep -c 'out of memory' "$tmp/err")" "$children"
	at_least "$what: children" $children $(($3 * 9 / $2 / 10))
	tried=$((tried + children))
	for n in $alone; do trial "$1" alloc "$n" "$4"; done
}
for job in ${JOBS:-weekly check patch merge import diff verify}; do
	anew
	does "$job" 'none 0'
	[ $status -eq 0 ] || fail "$job itself ends with $status"
	reference=$(came_to "$job")
	cp "$tmp/counts" "$tmp/all"
	[ "$job" != patch ] || ! cmp -s "$tmp/now/small.md" "$start/small.md" || fail "there is nothing to patch"
	for kind in ${KINDS:-alloc map open read rename sync write}; do
		total=$(sed -n "s/^$kind //p" "$tmp/all")
		[ "$job" != weekly ] || at_least "calls of $kind" "$total" 1
		step=${EVERY:-$((total / ${SAMPLE:-1} + 1))}
		if [ "$kind" = alloc ]; then
			each "$job" "${EVERY:-$((total / 50 + 1))}" "$total" "$reference"
			step=${EVERY:+$((EVERY * 100))} step=${step:-$((total / ${SAMPLE:-1} + 1))}
		fi
		n=$((1 + (step - 1) / 2))
		while [ "$n" -le "$total" ]; do
			trial "$job" "$kind" "$n" "$reference"
			n=$((n + step))
		done
		[ -z "${EVERY-}" ] || echo "$job: $kind: each $step of $total"
	done
done
[ -z "${EVERY-}" ] || echo "$tried runs, all as they should be"
