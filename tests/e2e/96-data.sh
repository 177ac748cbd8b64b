#!/bin/sh
# The data files in the hands of those they are for: sqlite3 with the questions of
# docs/queries.md, Python's csv and sqlite3, pandoc's citeproc, and, where they are
# installed, DuckDB, ajv and Citation.js.
. "${0%/*}/lib.sh"
start_standin
job 0
first=$(release)
# A week later a list has lost a section, and nobody is asked.
sed '/^## /,$d' "$top_srcdir/tests/e2e/lists/reading.md" >reading.md
SOURCE_DATE_EPOCH=$(($(date +%s) + 7 * 86400))
export SOURCE_DATE_EPOCH
run 0 --name demo --offline "$top_srcdir/tests/e2e/lists/models.md" \
	"$top_srcdir/tests/e2e/lists/agents.md" reading.md
unset SOURCE_DATE_EPOCH
last=$(release)
[ "$first" != "$last" ] || fail "there is no second release"
db=$last/data/enrich.sqlite

python - "$db" "$last" <<'END' || fail "Python reads otherwise"
import csv, json, sqlite3, sys
db = sqlite3.connect("file:%s?mode=ro&immutable=1" % sys.argv[1], uri=True)
works = {r["id"]: r for r in map(json.loads, open(sys.argv[2] + "/data/works.jsonl", encoding="utf-8"))}
with open(sys.argv[2] + "/data/works.csv", encoding="utf-8", newline="") as f:
    rows = {r["id"]: r for r in csv.DictReader(f)}
assert list(rows) == list(works)
for (work, year, cited, venue) in db.execute("select id, issued_year, cited_by_count, venue_name from works"):
    r = works[work]
    assert (year, cited, venue) == (r["issued_year"], r["cited_by_count"], r["venue_name"]), work
    assert rows[work]["issued_year"] == ("" if year is None else str(year)), work
# An id is text to whoever guesses by the look of a cell.
for r in rows.values():
    for name in ("id", "doi", "arxiv_id", "pmid", "s2_corpus_id", "citation_key"):
        try:
            float(r[name] or "x")
        except ValueError:
            continue
        raise AssertionError((name, r[name]))
gone = db.execute("select count(*) from changes where what = 'removed'").fetchone()[0]
assert gone > 0, gone
END

# So does pandas, which must not make a number of one.
if "$PYTHON" -c 'import pandas' 2>/dev/null; then
	"$PYTHON" - "$last/data" <<'END' >"$tmp/out" 2>&1 || fail "pandas reads otherwise"
import sys, pandas
csv = pandas.read_csv(sys.argv[1] + "/works.csv")
lines = pandas.read_json(sys.argv[1] + "/works.jsonl", lines=True, dtype=False)
for name in ("arxiv_id", "pmid", "s2_corpus_id"):
    bare = csv[name].dropna().map(lambda value: value.partition(":")[2])
    assert list(bare) == list(lines[name].dropna()), (name, list(bare)[:3])
findings = pandas.read_csv(sys.argv[1] + "/findings.csv")
assert findings["key"].map(type).eq(str).all()
END
fi

rest_needs sqlite3 -version
same "what sqlite3 finds wrong" "$(sqlite3 "$db" 'pragma integrity_check; pragma foreign_key_check')" ok
# Each question is one line, and has an answer here; that of base models in 26.
sed -n 's/^SELECT .*;$/&/p' "$top_srcdir/docs/queries.md" >questions
same "questions in docs/queries.md" "$(wc -l <questions | tr -d ' ')" 10
while read -r question; do
	sqlite3 -box "$db" "$question" >"$tmp/out" 2>"$tmp/err" || fail "refused: $question"
	case $question in *licences_looser_than_base*) continue ;; esac
	[ -s "$tmp/out" ] || fail "no answer: $question"
done <questions

if command -v pandoc >/dev/null; then
	pandoc --citeproc -f csljson -t plain "$last/data/references.json" >"$tmp/out" 2>"$tmp/err" ||
		fail "pandoc's citeproc reads references.json otherwise"
	contains "$tmp/out" "BioMistral"
else
	skipped=pandoc
fi
NODE_PATH=${NODE_PATH:-$top_srcdir/build-aux/node/node_modules}
export NODE_PATH
rest_needs node --version
node "$top_srcdir/tests/e2e/consumers.cjs" "$last" >"$tmp/out" 2>"$tmp/err"
case $? in
0) ;;
77)
	echo "96-data.sh: $(paste -s -d ' ' "$tmp/out"): the rest is skipped"
	exit 77
	;;
*) fail "a consumer reads otherwise" ;;
esac
[ -z "${skipped-}" ] || {
	echo "96-data.sh: $skipped is not installed"
	exit 77
}
