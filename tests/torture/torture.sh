#!/bin/sh
# A run in which one allocation, map, opening, reading, renaming, sync or write fails: it ends
# with a line and a status of its own, there is no half release and none beside a failure's
# status, the cache opens, and the next run does what the undisturbed one did.
#
#	SAMPLE=5	points of each kind, spread evenly (make check)
#	EVERY=1		instead: each of them, or each so many-th (make torture)
#	KINDS='…'	only these
. "${0%/*}/../e2e/lib.sh"
rest_needs lacks_sanitizers
cp "$top_srcdir/tests/torture/shim.c" "$tmp/shim.c"
${CC:-cc} -D_GNU_SOURCE -Wno-attributes -fno-builtin -shared -fPIC -o "$tmp/shim.so" "$tmp/shim.c" -ldl \
	2>"$tmp/err" || fail "shim.c is not compiled"
start_standin
cat >"$tmp/small.md" <<'END'
# A small list
- [Towards Conversational Diagnostic AI](https://arxiv.org/abs/2401.05654)
- [Large language models in medicine](https://doi.org/10.1038/s41591-023-02448-8)
- [BioMistral-7B](https://huggingface.co/BioMistral/BioMistral-7B)
- [BioGPT](https://github.com/microsoft/BioGPT)
END
SOURCE_DATE_EPOCH=$(($(date +%s) + 3600))
export SOURCE_DATE_EPOCH
run 0 --name demo --record "$tmp/kept" -o "$tmp/recorded" "$tmp/small.md"
stop_standin

# replayed [TORTURE]: the same run once more; sets $status.
replayed() {
	status=0
	timeout 60 env TORTURE="${1-}" TORTURE_COUNT="$tmp/counts" LD_PRELOAD="${1+$tmp/shim.so}" \
		"$ENRICH" --replay "$tmp/kept" --name demo -o "$tmp/out.d" "$tmp/small.md" \
		>"$tmp/out" 2>"$tmp/err" 8>&- 9<&- || status=$?
}
# What it came to: works and findings, whatever the time of day was.
came_to() {
	cat "$1"/data/works.jsonl "$1"/data/findings.csv | sed 's/T[0-9:]*Z/T/g' | sha256sum
}
whole() { # whole RELEASE
	(cd "$1" && sha256sum --quiet -c manifest-sha256.txt) >/dev/null 2>&1 && [ -s "$1.tar.gz" ]
}
rm -rf "$tmp/kept/cache" "$tmp/kept/state"
replayed 'none 0'
[ $status -eq 0 ] || fail "the run itself ends with $status"
reference=$(came_to "$tmp"/out.d/demo-????-??-??)
cp "$tmp/counts" "$tmp/all"

tried=0
trial() { # trial KIND N
	tried=$((tried + 1))
	rm -rf "$tmp/kept/cache" "$tmp/kept/state" "$tmp/out.d"
	replayed "$1 $2"
	case $status in
	0 | 3) ;;
	65 | 66 | 69 | 71 | 73 | 74 | 78) [ -s "$tmp/err" ] || fail "$1 $2: status $status without a word" ;;
	*) fail "$1 $2: status $status" ;;
	esac
	[ "$1" != alloc ] || [ $status -eq 71 ] || [ $status -eq 0 ] || fail "alloc $2: status $status"
	for one in "$tmp"/out.d/demo-????-??-??; do
		[ -d "$one" ] || continue
		whole "$one" || fail "$1 $2: half a release"
		case $status in 0 | 3 | 71) ;; *) fail "$1 $2: status $status beside a release" ;; esac
	done
	[ ! -e "$tmp/kept/cache/data.mdb" ] || run 0 --cache "$tmp/kept/cache" cache check
	rm -rf "$tmp/out.d"
	replayed
	[ $status -eq 0 ] || fail "$1 $2: the run after it ends with $status"
	same "$1 $2: the run after it" "$(came_to "$tmp"/out.d/demo-????-??-??)" "$reference"
}
for kind in ${KINDS:-alloc map open read rename sync write}; do
	total=$(sed -n "s/^$kind //p" "$tmp/all")
	at_least "calls of $kind" "$total" 1
	step=${EVERY:-$((total / ${SAMPLE:-5} + 1))}
	n=1
	while [ "$n" -le "$total" ]; do
		trial "$kind" "$n"
		n=$((n + step))
	done
	[ -z "${EVERY-}" ] || echo "$kind: each $step of $total"
done
[ -z "${EVERY-}" ] || echo "$tried runs, all as they should be"
