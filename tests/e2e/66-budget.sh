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

# Long is no fault: a thousand items without an empty line, and as many lines, are read.
"$PYTHON" - "$tmp" <<'END'
import sys
for name, item in ("ordinals", "%d. [Reading Charts With Model Number %d of Many](https://arxiv.org/abs/2301.%05d), Ann Roe, ACL 2023\n"), \
                  ("lines", "[%d: Reading Charts With Model Number %d of Many](https://arxiv.org/abs/2301.%05d), ACL 2023<br>\n"):
    with open("%s/%s.md" % (sys.argv[1], name), "w") as out:
        out.write("# List\n\n")
        for i in range(1, 1001):
            out.write(item % (i, i, i))
END
for name in ordinals lines; do
	"$ENRICH" extract -q "$tmp/$name.md" >"$tmp/out" 2>"$tmp/err"
	same "entries of $name" "$(grep -c '"arxiv":\["2301' "$tmp/out")" 1000
	same "told of $name" "$(grep -c 'is not read' "$tmp/err")" 0
done
