#!/bin/sh
# The page for readers, in Chromium, and where --site puts it.
. "${0%/*}/lib.sh"
start_standin
job 0 --site none
[ ! -e "$(release)/site" ] || fail "there is a page though none was wanted"
rm -rf "$releases"
job 0
site=$(release)/site
for file in index.html works-1.html works.js search.js page.css feed.xml; do
	[ -s "$site/$file" ] || fail "there is no $file"
done
# The report leads to the page, and to what the sources say.
contains "$(release)/report.html" 'href="site/index.html#?q='
contains "$(release)/report.html" 'href="https://api.semanticscholar.org/'

# A folder of its own: ours is replaced, theirs stays, no page too many is left.
mkdir -p pages
echo mine >pages/CNAME
rm -rf "$releases"
job 0 --offline --site pages
[ ! -e "$(release)/site" ] || fail "the page is in the release, too"
lacks "$(release)/report.html" 'href="site/'
cmp -s pages/CNAME - <<'END' || fail "what lay beside the page is gone"
mine
END
touch pages/works-99.html
job 0 --offline --site pages
[ ! -e pages/works-99.html ] || fail "a page that is no more is left"
echo '<title>my home page</title>' >pages/index.html
job 73 --offline --site pages
contains "$tmp/err" "not a page of enrich's"
contains pages/index.html "my home page"
# A week later the counts have moved, and a row is new.
rm -rf "$releases"
job 0 --offline
export_answers
"$PYTHON" - "$tmp/answers" >"$tmp/moved" <<'END' 8>&- 9<&-
import re, sys
for n, line in enumerate(open(sys.argv[1], encoding="utf-8")):
    more = lambda found: found.group(1) + str(int(found.group(2)) + 10 + n)
    sys.stdout.write(re.sub(r'(citationCount[^0-9]{2,4})([0-9]+)', more, line))
END
run 0 --cache "$tmp/later" cache import "$tmp/moved"
cp $lists .
echo '- [Something Altogether New Under the Sun](https://example.org/new), 2024' >>reading.md
SOURCE_DATE_EPOCH=$(($(date +%s) + 7 * 86400))
export SOURCE_DATE_EPOCH
run 0 --name demo --cache "$tmp/later" --offline models.md agents.md reading.md
unset SOURCE_DATE_EPOCH
site=$(release)/site
contains "$site/index.html" 'id="movers"'
contains "$site/index.html" 'id="new"'
contains "$site/feed.xml" "Something Altogether New Under the Sun"
contains "$site/works-1.html" '<svg class="spark"'
same "counts in the database" "$(python - "$(release)/data" <<'END'
import csv, sqlite3, sys
db = sqlite3.connect(sys.argv[1] + "/enrich.sqlite")
mine = [tuple(map(str, r)) for r in db.execute("select work_id, day, count, source from history order by rowid")]
with open(sys.argv[1] + "/history.csv", encoding="utf-8", newline="") as f:
    print(mine == [tuple(r) for r in list(csv.reader(f))[1:]] and len(mine) > 20)
END
)" True

NODE_PATH=${NODE_PATH:-$top_srcdir/build-aux/node/node_modules}
export NODE_PATH
rest_needs node --version
for browser in chromium chromium-browser google-chrome; do
	browser=$(command -v "$browser") && break
done
rest_needs "${browser:-chromium}" --version
"$top_builddir/tests/release/write_release" "$tmp/hostile" 120 >/dev/null || fail "no hostile release"
node "$top_srcdir/tests/e2e/page.cjs" "$site" "$tmp/hostile/latest/site" "$browser" >"$tmp/out" 2>"$tmp/err"
case $? in
0) ;;
77)
	echo "97-page.sh: $(cat "$tmp/out"): the rest is skipped"
	exit 77
	;;
*) fail "the page is not as it should be" ;;
esac
