#!/bin/sh
# What became of the works between two releases: enrich diff says what CHANGES.md
# does; counts stand in data/history.csv, which grows where they move.
. "${0%/*}/lib.sh"
start_standin
cp $lists .
weekly() { # weekly DATE STATUS: on that day
	SOURCE_DATE_EPOCH=$(date -u -d "$1" +%s) "$ENRICH" --name demo --min-coverage 0 \
		--offline ./*.md >"$tmp/out" 2>"$tmp/err"
	same "status" "$?" "$2"
}
# Asked for once; what comes later is said by the curator, and by a source next week.
run 0 --name asked --min-coverage 0 ./*.md
day=$(date -u +%Y-%m-%d)
next() {
	date -u -d "$day + $1 days" +%Y-%m-%d
}
weekly "$(next 0)" 0
first=$(release)
whole_release
contains "$first/CHANGES.md" "nothing to compare with"
cited=$(query "$first/data/works.jsonl" "sum(r['cited_by_count'] is not None for r in rows)")
at_least "counts" "$cited" 5
same "rows of the first history" "$(wc -l <"$first/data/history.csv" | tr -d ' ')" "$((cited + 1))"
# The same again, a week later: nothing moves, and not a byte comes to the history.
weekly "$(next 7)" 0
second=$(release)
cmp "$first/data/history.csv" "$second/data/history.csv" || fail "the history grew by nothing"
run 0 --name demo diff
contains "$tmp/out" "0 new, 0 changed, 0 gone"
# A count, a venue, a licence; a work that is new, one that is gone.
id=$(query "$first/data/works.jsonl" "[r['id'] for r in rows if r['stage'] == 'preprint' and r['cited_by_count']][0]")
gated=$(query "$first/data/works.jsonl" "[r['id'] for r in rows if r['kind'] == 'model'][0]")
cat >overrides.csv <<END
id,field,value,reason,date
$id,stage,published,it appeared,
$id,venue,Nature Medicine,it appeared,
$gated,license,MIT,the card says so,
END
printf '[override]\nfile = overrides.csv\n' >enrich.conf
sed -i '/MedQA-USMLE/d' reading.md
echo '- [Something Altogether New Under the Sun](https://example.org/new), 2024' >>reading.md
# The same cache, but that this count has moved.
run 0 cache export
"$PYTHON" - "$tmp/out" "$id" "$first/data/works.jsonl" >moved <<'END'
import json, sys
ids = [i for r in map(json.loads, open(sys.argv[3])) if r["id"] == sys.argv[2] for i in r["ids"]]
value = {i["kind"]: i["value"] for i in ids}["arxiv"]
for line in open(sys.argv[1]):
    if '"semanticscholar"' in line and value in line:
        line = __import__("re").sub(r'(citationCount[^0-9]{2,4})[0-9]+', r"\g<1>99999", line)
    sys.stdout.write(line)
END
run 0 --cache "$tmp/moved" cache import moved
ENRICH_CACHE=$tmp/moved
weekly "$(next 14)" 0
third=$(release)
whole_release
run 0 --name demo diff
cp "$tmp/out" "$tmp/text"
for word in new published licence gone citations; do
	grep -q "^$word  *[a-z]*:[0-9]* " "$tmp/text" || fail "$word is not told"
done
contains "$tmp/text" "Something Altogether New Under the Sun"
contains "$tmp/text" "→ 99999"
contains "$tmp/text" "stage: preprint → published"
run 0 diff "$second" "$third"
cmp "$tmp/out" "$tmp/text" || fail "named, they are others"
# CHANGES.md is its output, whole; from folders and from archives.
run 0 diff --markdown "$second" "$third"
cmp "$tmp/out" "$third/CHANGES.md" || fail "CHANGES.md says something else"
mkdir "$tmp/unpacked"
TMPDIR=$tmp/unpacked run 0 diff --markdown "$second.tar.gz" "$third.tar.gz"
cmp "$tmp/out" "$third/CHANGES.md" || fail "an archive says something else"
same "leftovers" "$(find "$tmp/unpacked" -mindepth 1 | wc -l | tr -d ' ')" 0
run 0 --json diff "$second" "$third"
same "in JSON" "$(query "$tmp/out" "[0]" 2>/dev/null | wc -l | tr -d ' ')" 1
"$PYTHON" -c 'import json, sys
d = json.load(open(sys.argv[1]))
assert [len(d[k]) for k in ("added", "published", "licensed", "removed", "movers")] == [1, 1, 1, 1, 1], d
assert d["movers"][0]["now"] == 99999 and d["movers"][0]["id"] == sys.argv[2], d["movers"]
assert d["findings"]["open"] > 0' "$tmp/out" "$id" 2>"$tmp/err" || fail "JSON says something else"
# The history of the one that moved has two rows, the others one; who is gone keeps his.
"$PYTHON" - "$third/data/history.csv" "$first/data/history.csv" "$id" >"$tmp/out" <<'END' || fail "the history is not as it should be"
import csv, sys
now, was = (list(csv.DictReader(open(p, newline=""))) for p in sys.argv[1:3])
assert [r for r in now if r in was] == was, "rows were lost"
more = [r for r in now if r not in was]
print(more)
assert [(r["work_id"], r["count"]) for r in more] == [(sys.argv[3], "99999")]
assert sorted(now, key=lambda r: (r["work_id"], r["day"])) == now
END
# What is none, or has been tampered with; a stranger's archive.
run 66 diff "$first" nowhere
run 64 diff a b c
# An archive at an address; one that is not there; nothing is left behind.
"$PYTHON" - "$releases" >"$tmp/served" 2>/dev/null <<'END' &
import functools, http.server, sys
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(
    http.server.SimpleHTTPRequestHandler, directory=sys.argv[1]))
print(server.server_address[1], flush=True)
server.serve_forever()
END
standins="$standins $!"
tries=0
until [ -s "$tmp/served" ]; do
	tries=$((tries + 1))
	[ $tries -lt 100 ] || fail "the server does not start"
	sleep 0.05
done
at=http://127.0.0.1:$(cat "$tmp/served")
mkdir "$tmp/spare"
run 0 diff "$first" "$second"
cp "$tmp/out" "$tmp/folders"
TMPDIR=$tmp/spare run 0 diff "$at/$(basename "$first").tar.gz" "$at/$(basename "$second").tar.gz?x=1"
cmp "$tmp/folders" "$tmp/out" || fail "addresses differ from folders"
TMPDIR=$tmp/spare run 69 diff "$at/nothing.tar.gz" "$first"
contains "$tmp/err" "$at/nothing.tar.gz: HTTP 404"
same "left behind" "$(ls -A "$tmp/spare")" ""
cp -R "$third" broken
echo '{}' >>broken/data/works.jsonl
run 66 diff "$first" broken
contains "$tmp/err" "not what its manifest says"
python - "$third" <<'END'
import io, os, sys, tarfile
def archive(name, members):
    with tarfile.open(name, "w:gz") as tar:
        for path, kind, body in members:
            info = tarfile.TarInfo(path)
            info.type = kind
            info.size = len(body) if kind == tarfile.REGTYPE else 0
            if kind in (tarfile.SYMTYPE, tarfile.LNKTYPE):
                info.linkname = body.decode()
            tar.addfile(info, io.BytesIO(body) if info.size else None)
R = tarfile.REGTYPE
archive("climbs.tar.gz", [("demo/../../climbed", R, b"x")])
archive("absolute.tar.gz", [("/tmp/enrich-absolute", R, b"x")])
archive("two.tar.gz", [("demo/a", R, b"x"), ("other/b", R, b"x")])
archive("link.tar.gz", [("demo/data", tarfile.SYMTYPE, b"/etc"), ("demo/data/works.jsonl", R, b"x")])
archive("hard.tar.gz", [("demo/works", tarfile.LNKTYPE, b"/etc/passwd")])
archive("fifo.tar.gz", [("demo/works", tarfile.FIFOTYPE, b"")])
archive("twice.tar.gz", [("demo/a", R, b"x"), ("demo/a", R, b"y")])
archive("none.tar.gz", [("demo/a", R, b"x")])
open("cut.tar.gz", "wb").write(open(sys.argv[1] + ".tar.gz", "rb").read()[:5000])
open("noise.tar.gz", "wb").write(os.urandom(3000))
open("empty.tar.gz", "wb").close()
END
for name in climbs absolute two link hard fifo twice none cut noise empty; do
	run 66 diff "$first" $name.tar.gz
	grep -q "$name.tar.gz: " "$tmp/err" || fail "$name.tar.gz is not named"
done
[ ! -e /tmp/enrich-absolute ] && [ ! -e ../climbed ] || fail "an archive wrote where it wanted"
