#!/bin/sh
# Repairs are bytes: what a finding gives stands in its line exactly once; all of
# them written into the lists, those findings are gone and none is new.
. "${0%/*}/lib.sh"
start_standin
mkdir lists
cp "$top_srcdir"/tests/lists/*.md "$top_srcdir"/examples/*.md lists/
for list in $lists; do
	cp "$list" "lists/e2e-${list##*/}"
done
cat >lists/mistyped.md <<'END'
# Papers

- [**Arxiv, 2023**] Mapping Rivers With Slow Boats. [[paper]]( https://arxiv.org/abs/2301.00011) [[code]] (https://github.com/lab/boats).
- Counting Ships, twice. [paper]((https://arxiv.org/abs/2301.00012)) [[code]] (https://github.com/lab/ships)
- Drawing Ships, Arxiv 2023. [Arxiv]((https://arxiv.org/abs/2301.00013))
END
cat >repairs.py <<'END'
import csv, os, sys

def findings(path):
    with open(path, newline="", encoding="utf-8") as file:
        return {f["key"]: f for f in csv.DictReader(file) if f["state"] != "gone"}

def apply(old, folder):
    files, done = {}, set()
    wrong = kinds = 0
    for f in old.values():
        if f["class"] != "fix" or not f["repair"]:
            continue
        path = os.path.join(folder, f["list"] + ".md")
        if path not in files:
            files[path] = open(path, "rb").read().split(b"\n")
        lines, at = files[path], int(f["line"]) - 1
        given, repair = f["given"].encode(), f["repair"].encode()
        if (path, at, given) in done:
            continue
        done.add((path, at, given))
        if lines[at].count(given) != 1:
            print("%(list)s:%(line)s: %(code)s: \"%(given)s\" is not there once" % f)
            wrong += 1
        lines[at] = lines[at].replace(given, repair)
    for path, lines in files.items():
        open(path, "wb").write(b"\n".join(lines))
    print("applied", len(done))
    return wrong

def compare(old, new):
    # A title that is repaired changes a key: the same code at the same row is
    # the same finding.
    def place(f):
        return f["list"], f["line"], f["part"], f["code"]
    wrong, known = 0, {place(f) for f in old.values() if f["class"] != "fix"}
    for key, f in new.items():
        mended = f["class"] == "fix" and f["repair"]
        if mended or (key not in old and place(f) not in known):
            print("%(list)s:%(line)s: %(code)s (%(class)s): still or newly there: "
                "%(given)s -> %(repair)s" % f)
            wrong += 1
    return wrong

old = findings(sys.argv[2])
sys.exit((apply(old, sys.argv[3]) if sys.argv[1] == "apply"
    else compare(old, findings(sys.argv[3]))) > 0)
END
# Without one the lists name more repositories than an hour allows.
GITHUB_TOKEN=token-of-the-test
export GITHUB_TOKEN
job_of_lists() {
	run 0 --name demo --min-coverage 0 lists/*.md
}
job_of_lists
cp "$(release)/data/findings.csv" old.csv
# What is to be done, a line each: as many as the release has.
run 0 todo --name demo --class fix lists/*.md
same "fixes told" "$(wc -l <"$tmp/out" | tr -d ' ')" "$(grep -c ',fix,new,' old.csv)"
grep -q '^lists/e2e-agents.md:27: renamed: .* -> https://github.com/medask/.* \[[a-f][0-9a-f]*\]$' "$tmp/out" ||
	fail "a finding is not told as compilers do"
run 0 todo --name demo --code renamed --format github lists/guide.md
same "annotations of one list" "$(grep -c '^::error file=lists/guide.md,line=20,title=renamed::' "$tmp/out")" \
	"$(wc -l <"$tmp/out" | tr -d ' ')"
run 0 todo --name demo --format json
cp "$tmp/out" "$tmp/todo.jsonl"
same "all findings" "$(query "$tmp/todo.jsonl" "len(rows)")" "$(python - old.csv <<'END'
import csv, sys
print(sum(f["state"] not in ("gone", "accepted") for f in csv.DictReader(open(sys.argv[1]))))
END
)"
# A report that GitLab takes, a log of SARIF: one document, as many findings.
for format in gitlab sarif; do
	run 0 todo --name demo --format $format lists/*.md
	cp "$tmp/out" "$tmp/$format.json"
done
run 0 todo --name demo lists/*.md
same "findings for GitLab" "$(query "$tmp/gitlab.json" \
	"sum(f['location']['path'].startswith('lists/') and f['severity'] in ('major', 'minor', 'info')
    for f in rows[0])")" "$(wc -l <"$tmp/out" | tr -d ' ')"
same "findings as SARIF" "$(query "$tmp/sarif.json" \
	"sum(r['ruleId'] in [x['id'] for x in run['tool']['driver']['rules']]
    for run in rows[0]['runs'] for r in run['results'])")" "$(wc -l <"$tmp/out" | tr -d ' ')"
# What a line of it is about, by its key.
key=$(sed -n 's/^lists\/e2e-agents.md:27: renamed: .*\[\(.*\)\]$/\1/p' "$tmp/out")
run 0 explain --name demo "$key" lists/e2e-agents.md
contains "$tmp/out" "e2e-agents:27"
contains "$tmp/out" "$key"
run 64 explain --name demo deadbeef lists/e2e-agents.md
run 64 todo --class mend
run 66 todo --name nobody
"$PYTHON" repairs.py apply old.csv lists >"$tmp/out" 2>&1 || fail "not bytes of the line"
at_least "repairs applied" "$(sed -n 's/^applied //p' "$tmp/out")" 12
for code in malformed-link preprint-now-published renamed; do
	grep -q ",$code,fix," old.csv || fail "no $code to apply"
done
job_of_lists
"$PYTHON" repairs.py compare old.csv "$(release)/data/findings.csv" >"$tmp/out" 2>&1 ||
	fail "the repairs do not mend"
# It sees what is not mended.
"$PYTHON" repairs.py compare old.csv old.csv >/dev/null && fail "nothing is compared"
exit 0
