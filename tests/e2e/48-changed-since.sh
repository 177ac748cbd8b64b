#!/bin/sh
# Licences of a month ago: one list of what changed since, and only that is
# asked about, one by one.  Without a list each is asked, as the first time.
. "${0%/*}/lib.sh"
python - "$tmp" <<'END'
import datetime, json, sys
yesterday = (datetime.date.today() - datetime.timedelta(days=2)).isoformat()
with open(sys.argv[1] + "/many.md", "w") as many, \
        open(sys.argv[1] + "/titles.jsonl", "w") as titles:
    many.write("# Many\n")
    for n in range(60):
        key = "2401.%05d" % (n + 1)
        row = {"id": "arxiv:" + key, "title": "A Paper of Number %d" % n,
               "year": 2024}
        if n in (3, 17, 18, 59):
            row["modified"] = yesterday
        many.write("- [%s](https://arxiv.org/abs/%s)\n" % (row["title"], key))
        titles.write(json.dumps(row) + "\n")
END

# serve PAGE CACHE: so many headers a page of a list; the answers of the first
# run in a cache, as if they were 40 days old and of the stand-in that starts.
serve() {
	before=${ENRICH_ARXIV_OAI_URL-}
	start_standin --titles "$tmp/titles.jsonl" --oai-page "$1"
	[ -n "$before" ] || return 0
	sed -i "s|$before|$ENRICH_ARXIV_OAI_URL|" "$tmp/answers"
	aged "$2" $((40 * 86400))
}

# asked WHAT REQUESTS PLANNED CACHE: of a run that asks arXiv's OAI-PMH alone.
asked() {
	control POST "reset?only=counters" >/dev/null
	run 0 --name demo --cache "$tmp/$4" --only-source arxiv-oai \
		"$tmp/many.md"
	same "$1: requests" "$(counted counters 'got["services"]["arxiv_oai"]["requests"]')" "$2"
	same "$1: planned" "$(last_run "[(s['requests_planned'], s['answered'])
	    for s in rows[0]['sources'] if s['source'] == 'arxiv-oai']")" \
		"[($3, 60)]"
}

serve 20000
asked "first" 60 60 c1
run 0 --name demo --cache "$tmp/c1" --only-source arxiv-oai "$tmp/many.md"
same "while fresh" "$(last_run "[s['requests'] for s in rows[0]['sources']
    if s['source'] == 'arxiv-oai']")" "[0]"
export_answers "$tmp/c1"
aged c2 $((40 * 86400))
run 0 plan --cache "$tmp/c2" --only-source arxiv-oai "$tmp/many.md"
contains "$tmp/out" "one more to arXiv (OAI-PMH) for each that has changed"

# One list, the four that changed; all are confirmed.
asked "a month later" 5 1 c2
run 0 --cache "$tmp/c2" cache export
same "confirmed" "$(python - "$tmp/out" <<'END'
import datetime, json, sys
day = (datetime.date.today() - datetime.timedelta(days=1)).isoformat()
rows = [json.loads(line) for line in open(sys.argv[1])]
print(len(rows), sum(r["confirmed_at"] >= day for r in rows),
      sum(r["retrieved_at"] >= day for r in rows))
END
)" "60 60 0"
run 0 --name demo --cache "$tmp/c2" --only-source arxiv-oai "$tmp/many.md"
same "and fresh" "$(last_run "[s['requests'] for s in rows[0]['sources']
    if s['source'] == 'arxiv-oai']")" "[0]"

# Pages of 40: 139 or so lie between.
serve 40 c3
asked "pages" 8 1 c3

# More pages than half of what each alone costs: given up, each is asked.
serve 2 c4
control POST "reset?only=counters" >/dev/null
run 0 --name demo --cache "$tmp/c4" --only-source arxiv-oai "$tmp/many.md"
at_most "a long list" "$(counted counters 'got["services"]["arxiv_oai"]["requests"]')" 90
same "answered" "$(last_run "[s['answered'] for s in rows[0]['sources']
    if s['source'] == 'arxiv-oai']")" "[60]"

# No list is no answer about anything.
serve 20000 c5
fault '{"service": "arxiv_oai", "path": "ListIdentifiers", "kind": "status", "status": 404, "times": -1}'
asked "no list" 61 1 c5
control POST "reset?only=faults" >/dev/null
aged c6 $((40 * 86400))
fault '{"service": "arxiv_oai", "path": "ListIdentifiers", "kind": "close", "times": -1}'
control POST "reset?only=counters" >/dev/null
run 0 --name demo --cache "$tmp/c6" --only-source arxiv-oai "$tmp/many.md"
same "answered without a connection for lists" "$(last_run "[(s['answered'],
    s['requests'] - s['retries']) for s in rows[0]['sources']
    if s['source'] == 'arxiv-oai']")" "[(60, 61)]"

# One reply of a month ago lacked a licence: the older word stays, and since a list
# of changes cannot confirm that, the paper is asked about alone, and is as it was.
control POST reset >/dev/null
"$PYTHON" - "$tmp/answers" >"$tmp/fallen" <<'END'
import datetime, json, re, sys
def day(days):
    return (datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(
        days=days)).strftime("%Y-%m-%dT%H:%M:%SZ")
for line in open(sys.argv[1], encoding="utf-8"):
    row = json.loads(line)
    fell = row["subject"] == "arxiv:2401.00010"
    row["retrieved_at"], row["confirmed_at"] = day(80), day(80 if fell else 40)
    print(json.dumps(row))
    if fell:
        row["body"] = re.sub("<license>.*</license>", "", row["body"])
        row["retrieved_at"] = row["confirmed_at"] = day(40)
        print(json.dumps(row))
END
license_of() { # license_of CACHE
	run 0 --offline --name demo --cache "$tmp/$1" --only-source arxiv-oai \
		--output "$tmp/out-$1" --min-coverage 0 "$tmp/many.md"
	query "$tmp/out-$1/latest/data/works.jsonl" \
		"[r['license'] for r in rows if r['id'] == 'arxiv:2401.00010']"
}
run 0 --cache "$tmp/c7" cache import "$tmp/fallen"
was=$(license_of c7)
[ "$was" != "[None]" ] || fail "there is no licence to lose"
asked "after a fall" 6 2 c7
same "the licence after the list" "$(license_of c7)" "$was"
run 0 --cache "$tmp/c7" cache export
same "kept without it" "$(grep -c '2401.00010.*<license>' "$tmp/out")" 2
