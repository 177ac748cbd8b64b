#!/bin/sh
# Disks that are full, caches that are read-only, gone, damaged or newer: one
# clear line, the right status, no damage.
. "${0%/*}/lib.sh"
start_standin
job 0
whole_release
sums() {
	(cd "$releases" && find . -type f ! -name '*.summary.json' -exec sha256sum {} + | sort)
}
before=$(sums)

# told WORDS: one line of trouble, then what was kept and what comes next.
told() {
	contains "$tmp/err" "$1"
	contains "$tmp/err" "kept: "
	contains "$tmp/err" "the last complete release, demo-"
	contains "$tmp/err" "next: "
	at_most "lines" "$(wc -l <"$tmp/err")" 20
	same "earlier releases" "$(sums)" "$before"
	leftovers=$(find "$tmp" -name '.demo*' | wc -l)
	same "leftovers" "$leftovers" 0
}
until_asked() {
	tries=0
	until [ "$(requests)" -gt 0 ]; do
		tries=$((tries + 1))
		[ $tries -lt 40 ] || fail "nothing is asked"
		sleep 0.05
	done
}
# with_cache WHAT: a copy of the cache in $tmp/d, damaged by Python code that
# has its bytes in b.
with_cache() {
	rm -rf "$tmp/d"
	cp -a "$cache" "$tmp/d"
	python - "$tmp/d/data.mdb" "$1" <<'END'
import sys
with open(sys.argv[1], "rb") as file:
    b = bytearray(file.read())
exec(sys.argv[2])
with open(sys.argv[1], "wb") as file:
    file.write(b)
END
}

# ---- a cache that is not what it was ----
with_cache 'b[16:20] = b[4112:4116] = bytes(4)'
job 74 --offline --cache "$tmp/d"
told "is damaged or no cache of enrich's"
run 74 cache check --cache "$tmp/d"
with_cache 'del b[len(b) // 2:]'
job 74 --offline --cache "$tmp/d"
told "is cut off: it has"
run 74 cache check --cache "$tmp/d"
contains "$tmp/err" "is cut off"
# The weekly job sets it aside, and begins anew; the next run is as ever.
job 0 --cache "$tmp/d" --output "$tmp/anew"
contains "$tmp/err" "is cut off: it has"
contains "$tmp/err" "it lies as $tmp/d/damaged-$(date -u +%F).mdb now"
same "lines" "$(wc -l <"$tmp/err" | tr -d ' ')" 2
job 0 --cache "$tmp/d" --output "$tmp/anew"
silent
with_cache 'b[:] = b""'
cp "$tmp/d/data.mdb" "$tmp/d/damaged-$(date -u +%F).mdb"
job 0 --cache "$tmp/d" --output "$tmp/anew"
contains "$tmp/err" "is cut off: it has 0 of"
contains "$tmp/err" "damaged-$(date -u +%F).2.mdb now"
# A folder that others may write to, or a link in it, is no cache: nothing is cut.
with_cache ''
chmod 777 "$tmp/d"
job 74 --cache "$tmp/d"
contains "$tmp/err" "can be written to by everybody: not used as a cache"
chmod 700 "$tmp/d"
for name in lock data.mdb-lock; do
	for how in -s ''; do
		echo precious >"$tmp/victim"
		rm -f "$tmp/d/$name"
		ln $how "$tmp/victim" "$tmp/d/$name"
		job 74 --cache "$tmp/d"
		contains "$tmp/err" "$tmp/d/$name is a link: not used as a cache"
		same "the victim of $name" "$(cat "$tmp/victim")" precious
	done
	rm -f "$tmp/d/$name"
done
with_cache 'import re
for m in list(re.finditer(rb"format1", b)): b[m.start():m.end()] = b"format9"'
job 78 --cache "$tmp/d"
contains "$tmp/err" "has format 9"
contains "$tmp/err" "update enrich"
run 78 cache check --cache "$tmp/d"
run 78 cache gc --cache "$tmp/d"

# A damaged value is passed over, counted, dropped, and asked again.
cp -a "$cache" "$tmp/kept"
with_cache 'assert b"Tao Tu" in b; b[:] = b.replace(b"Tao Tu", b"Tao Ty")'
reset_standin
job 0 --offline --cache "$tmp/d" --output "$tmp/o"
contains "$tmp/err" "a damaged answer was passed over"
contains "$tmp/err" "never asked: "
same "lines" "$(wc -l <"$tmp/err")" 2
run 74 cache check --cache "$tmp/d"
damaged=$(sed -n 's/.*: \([0-9]*\) of [0-9]* values are damaged.*/\1/p' "$tmp/err")
at_least "damaged" "$damaged" 1
run 0 cache gc --cache "$tmp/d"
# What was derived from answers lies there, too, and goes without being counted.
dropped=$(sed -n 's/^\([0-9]*\) old answers dropped.*/\1/p' "$tmp/out")
at_least "damaged answers dropped" "$dropped" 1
at_most "damaged answers dropped" "$dropped" "$damaged"
run 0 cache check --cache "$tmp/d"
job 0 --cache "$tmp/d" --output "$tmp/o"
at_least "asked again" "$(requests)" 1
at_most "asked again" "$(requests)" "$damaged"
! grep -rq "Tao Ty" "$tmp/o" || fail "a damaged value was released"
# Damage all over, in its tree too: nothing hangs or crashes, and what is
# whole can be carried away.
with_cache 'for i in range(20000, len(b), 5000): b[i] ^= 255'
for do in check stats gc export; do
	timeout 30 "$ENRICH" cache $do --cache "$tmp/d" >"$tmp/out" 2>"$tmp/err"
	code=$?
	# LMDB itself may fall over such a tree.  We make that a line and 74;
	# the address sanitizer is there before us.
	if [ $code = 99 ] && grep -q '#0 .*liblmdb' "$tmp/err"; then
		continue
	fi
	case $code in 0 | 74) ;; *) fail "cache $do on a damaged tree: $code" ;; esac
	at_most "lines" "$(wc -l <"$tmp/err")" 3
done
# Cut off under our hands: SIGBUS is one line and 74.  (Sanitizers catch it
# before us.)
if ! grep -q __asan_init "$ENRICH"; then
	rm -rf "$tmp/d"
	cp -a "$cache" "$tmp/d"
	reset_standin
	fault '{"service": "*", "kind": "hang", "seconds": 4, "times": 3}'
	printf -- '- [A paper that nobody asked about](https://arxiv.org/abs/2403.18421)\n' >"$tmp/more.md"
	"$ENRICH" --name demo --cache "$tmp/d" $lists "$tmp/more.md" \
		>"$tmp/out" 2>"$tmp/err" &
	pid=$!
	until_asked
	: >"$tmp/d/data.mdb"
	wait $pid
	same "status when the file is cut" $? 74
	contains "$tmp/err" "run: enrich cache check"
	same "lines" "$(wc -l <"$tmp/err")" 1
	same "earlier releases" "$(sums)" "$before"
fi

# ---- a cache that goes away ----
reset_standin
fault '{"service": "semanticscholar", "kind": "hang", "seconds": 4, "times": 3}'
"$ENRICH" --name demo --cache "$tmp/gone" $lists >"$tmp/out" 2>"$tmp/err" &
pid=$!
until_asked
rm -rf "$tmp/gone"
wait $pid
same "status without a folder" $? 74
told "vanished while it was in use"
contains "$tmp/err" "kept: 0 new answers"
reset_standin

# ---- full disks ----
# Files that may not grow: no signal ends us, no half file stays.
(
	ulimit -f 100
	job 74 --cache "$tmp/limited"
) || exit 1
told "cannot write $tmp/limited/data.mdb"
kept=$(sed -n 's/.*kept: \([0-9]*\) new.*/\1/p' "$tmp/err")
run 0 cache check --cache "$tmp/limited"
run 0 cache stats --cache "$tmp/limited"
same "what was said to be kept" \
	"$(sed -n 's/^  answers   \([0-9]*\) .*/\1/p' "$tmp/out")" "$kept"
(
	ulimit -f 100
	job 74 --offline --output "$tmp/limited.out"
) || exit 1
told "cannot write"
same "release" "$(ls -A "$tmp/limited.out")" ""

rest_needs test "$(id -u)" = 0
# ---- only root can: small and read-only file systems, other users ----
disk() { # disk SIZE
	umount "$tmp/disk" 2>/dev/null
	mkdir -p "$tmp/disk"
	mount -t tmpfs -o "size=$1" tmpfs "$tmp/disk" 2>/dev/null
}
trap 'umount "$tmp/disk" 2>/dev/null; clean_up' EXIT
if disk 500k; then
	# Too small for the answers: seen before anybody is asked.
	reset_standin
	job 74 --cache "$tmp/disk/cache"
	told "the answers to come may need"
	same "requests" "$(requests)" 0
	# It fills while we ask.
	disk 4m
	reset_standin
	fault '{"service": "semanticscholar", "kind": "hang", "seconds": 4, "times": 3}'
	"$ENRICH" --name demo --cache "$tmp/disk/cache" $lists \
		>"$tmp/out" 2>"$tmp/err" &
	pid=$!
	until_asked
	dd if=/dev/zero of="$tmp/disk/fill" bs=4k >/dev/null 2>&1
	wait $pid
	same "status on a full disk" $? 74
	told "the disk is full; make room and run again"
	rm "$tmp/disk/fill"
	run 0 cache check --cache "$tmp/disk/cache"
	reset_standin
	job 0 --cache "$tmp/disk/cache" --output "$tmp/after"
	# For the release.
	disk 500k
	job 73 --offline --output "$tmp/disk/out"
	told "a release may need"
	# Read-only.
	disk 4m
	cp -a "$tmp/kept" "$tmp/disk/cache"
	mount -o remount,ro "$tmp/disk"
	job 74 --cache "$tmp/disk/cache"
	told "Read-only file system"
	job 0 --offline --cache "$tmp/disk/cache" --output "$tmp/o"
	job 73 --offline --output "$tmp/disk/out"
	told "Read-only file system"
	job 0 --offline --state "$tmp/disk/state" --output "$tmp/o"
	contains "$tmp/err" "$tmp/disk/state: Read-only file system"
	umount "$tmp/disk"
fi
