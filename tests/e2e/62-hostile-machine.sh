#!/bin/sh
# What another user of the machine, or whoever starts us, may do: descriptors that
# are closed, pipes for files, locks that are held, folders that look like ours.
. "${0%/*}/lib.sh"
start_standin
job 0

# Without standard streams nothing else is taken for them.
reset_standin
fault '{"service": "huggingface", "kind": "503", "times": -1}'
"$ENRICH" -v --name demo --refresh --cache "$tmp/closed" $lists 0<&- 1>&- 2>&-
same "status without streams" $? 3
run 0 --cache "$tmp/closed" cache check
"$ENRICH" -v --name demo --refresh $lists 0<&- 1>&- 2>&-
run 0 cache check
reset_standin

# A pipe says nothing for ever: it is no list, no enrich.conf, no key.
mkfifo "$tmp/pipe"
run 66 "$tmp/pipe"
contains "$tmp/err" "$tmp/pipe: a pipe, no file"
run 78 -c "$tmp/pipe" $lists
contains "$tmp/err" "$tmp/pipe: a pipe, no file"
S2_API_KEY_FILE=$tmp/pipe timeout 60 "$ENRICH" --name demo --refresh $lists 2>"$tmp/err"
same "status with a pipe for a key" $? 0
contains "$tmp/err" "S2_API_KEY_FILE: $tmp/pipe"

# Who holds a lock on the folder of releases for ever is not waited for.
"$PYTHON" - "$releases" "$tmp/held" <<'END' &
import fcntl, os, sys, time
folder = os.open(sys.argv[1], os.O_RDONLY)
fcntl.flock(folder, fcntl.LOCK_EX)
open(sys.argv[2], "w").close()
time.sleep(60)
END
holder=$!
standins="$standins $holder"
tries=0
until [ -e "$tmp/held" ] || [ $tries -gt 100 ]; do
	tries=$((tries + 1))
	sleep 0.05
done
job 0 --offline
contains "$tmp/err" "$releases is locked by somebody else"
whole_release
kill $holder

# Hidden folders that only look like leftovers stay; those of dead runs go.
for name in .holiday.part-2 .demo-2026-11-01.part-me .demo-26-11-01.part-1 \
	.demo-2026-11-01.part .demo-2026-11-01.part-1.part-2; do
	mkdir "$releases/$name"
	echo mine >"$releases/$name/photo"
done
for name in .demo-2026-11-01.part-99999 .demo-2026-11-01.2.part-99999-3 .demo-2026-11-01.part-old; do
	mkdir "$releases/$name"
	echo theirs >"$releases/$name/works.jsonl"
done
job 0 --offline
same "hidden folders" "$(ls -A "$releases" | grep '^\.' | sort | tr '\n' ' ')" \
	".demo-2026-11-01.part .demo-2026-11-01.part-1.part-2 .demo-2026-11-01.part-me \
.demo-26-11-01.part-1 .holiday.part-2 "

# What was asked to be printed and could not be: a status and a line, for every command.
for words in 'plan --json' extract "explain --cache $cache 2401.05654" 'cache stats' sources; do
	case $words in sources | cache*) on= ;; *) on=$lists ;; esac
	status=0
	"$ENRICH" $words $on >/dev/full 2>"$tmp/err" || status=$?
	same "status of $words" "$status" 74
	contains "$tmp/err" "standard output: No space left on device"
done
# A year that no later run could read in a name.
SOURCE_DATE_EPOCH=253402300800 "$ENRICH" --offline $lists 2>"$tmp/err"
same "a clock beyond the year 9999" "$?" 64
