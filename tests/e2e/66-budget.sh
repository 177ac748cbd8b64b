#!/bin/sh
# A list made to cost: what is beyond all measure is not read, and told; the rest is.
. "${0%/*}/lib.sh"
unset ENRICH_PACE_SCALE
"$PYTHON" - "$tmp" <<'END'
import sys
paper = "- [A Paper That Stands Before](https://arxiv.org/abs/2401.00001)\n"
last = "\n\n- [A Paper That Stands Behind](https://arxiv.org/abs/2401.00002)\n"
bad = {"table": "|a" * 9000 + "|\n" + "|-" * 9000 + "|\n" + "|x\n" * 9000,
       "links": "text " + "[a](b" * 40000,
       "stars": "a **a " * 60000}
for name, text in bad.items():
    open("%s/%s.md" % (sys.argv[1], name), "w").write("# List\n\n" + paper + "\n" + text + last)
END
for name in table links stars; do
	"$PYTHON" - "$ENRICH" "$tmp/$name.md" "$tmp/out" "$tmp/err" >"$tmp/cost" <<'END'
import os, subprocess, sys, time
began = time.monotonic()
run = subprocess.Popen([sys.argv[1], "extract", sys.argv[2]], stdout=open(sys.argv[3], "w"),
                       stderr=open(sys.argv[4], "w"))
_, status, usage = os.wait4(run.pid, 0)
print(os.waitstatus_to_exitcode(status), usage.ru_maxrss // 1024, int(usage.ru_utime))
END
	read -r status memory seconds <"$tmp/cost"
	same "status of $name" "$status" 0
	same "entries of $name" "$(grep -c "A Paper That Stands" "$tmp/out")" 2
	at_most "seconds of $name" "$seconds" 5
	lacks_sanitizers && at_most "MB of $name" "$memory" 150
	grep -q 'is not read' "$tmp/err" || fail "$name is not told"
done
