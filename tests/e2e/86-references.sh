#!/bin/sh
# References of which half are wrong, in nineteen ways: what is wrong is found, and
# nothing is said against the right ones, however people write them.
. "${0%/*}/lib.sh"
world=$top_srcdir/tests/world

"$PYTHON" -B "$world/wrong.py" "$ENRICH" --size 380 --seed 3 \
	--bound 'detection>=0.975' --bound 'false alarms<=0' \
	--bound 'least kind>=0.8' --bound 'detection, to do>=0.83' \
	>"$tmp/out" 2>&1 || fail "references"

# The score sees what is missing and what is too much.
"$PYTHON" -B "$world/references.py" --size 76 "$tmp/refs" || fail "no references"
mkdir -p "$tmp/release/data"
echo 'list,line,code,class,evidence' >"$tmp/release/data/findings.csv"
score() {
	"$PYTHON" -B "$world/wrong.py" "$tmp/refs" "$tmp/release" "$@" >"$tmp/out"
}
score --bound 'detection>=0.01' && fail "nothing found, and not seen"
"$PYTHON" -B - "$tmp/refs" "$tmp/release" <<'END'
import json, sys
truth = map(json.loads, open(sys.argv[1] + "/truth.jsonl"))
with open(sys.argv[2] + "/data/findings.csv", "a") as out:
    for row in truth:
        out.write("%s,%d,nobody-knows-it,note,\n" % (row["list"], row["line"]))
END
score --bound 'detection>=0.6' || fail "all found, and not seen"
score --bound 'false alarms<=0.9' && fail "all blamed, and not seen"
exit 0
