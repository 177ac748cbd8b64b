#!/bin/sh
# --max-runtime: what does not fit is left out, the most valuable is asked,
# and the plan says beforehand what that is.
. "${0%/*}/lib.sh"
list=$tmp/many.md
python - "$tmp/titles" >"$list" <<'END'
import json, sys
with open(sys.argv[1], "w") as titles:
    for n in range(40):
        print(json.dumps({"id": "arxiv:2401.%05d" % (n + 1), "year": 2024,
            "title": "A Paper of the Number %d" % n}), file=titles)
print("# Many")
for n in range(60):
    print("- [Model %d](https://huggingface.co/example/model-%d)" % (n, n))
for n in range(40):
    print("- [A Paper of the Number %d](https://arxiv.org/abs/2401.%05d)" % (n, n + 1))
END

start_standin --synthetic --titles "$tmp/titles"

# arXiv's pace is 3 s: in 60 s twenty requests start, one of them with all ids.
ENRICH_PACE_SCALE=1 run 0 plan --json --max-runtime 60s "$list"
cp "$tmp/out" "$tmp/plan.json"
same "planned in a minute" "$(query "$tmp/plan.json" "[(s['requests'], s['left_out'])
    for s in rows[0]['sources'] if s['source'] in ('arxiv', 'arxiv-oai')]")" \
	"[(1, 0), (20, 20)]"
ENRICH_PACE_SCALE=1 run 0 plan --max-runtime 60s "$list"
contains "$tmp/out" "left out, the most valuable are asked: 20 of 40 questions to arXiv (OAI-PMH)"
ENRICH_PACE_SCALE=1 run 0 plan "$list"
lacks "$tmp/out" "left out"

# Half of the entries known: those are asked last.
half=$tmp/half.md
{ sed -n 1,31p "$list"; sed -n '62,81p' "$list"; } >"$half"
run 0 --name demo "$half"
reset_standin

# A second of real time at a pace of 0.3 s a request: some are left out.
ENRICH_PACE_SCALE=0.1
export ENRICH_PACE_SCALE
run 0 --name demo --refresh --max-runtime 2s "$list"
whole_release
asked=$(counter arxiv_oai requests)
at_least "licences asked" "$asked" 1
at_most "licences asked" "$asked" 8
same "told" "$(last_run "[(s['not_asked'] == 40 - $asked, s['unanswered'],
    s['not_asked_because']) for s in rows[0]['sources']
    if s['source'] == 'arxiv-oai']")" "[(True, 0, '--max-runtime')]"
# None of those that were known.
same "the unknown ones first" "$(python - "$tmp/log" "$asked" <<'END'
import json, re, sys
rows = [json.loads(line) for line in open(sys.argv[1])]
paths = [row["path"] for row in rows if row["service"] == "arxiv_oai"]
last = paths[-int(sys.argv[2]):]
print(min(int(re.search(r"2401\.(\d+)", path).group(1)) for path in last) > 20)
END
)" True
same "statement" "$(works "sorted({o['outcome'] for r in rows for o in r['outcomes']
    if o['source'] == 'arxiv-oai'})")" "['found', 'not-asked']"

# The next run goes on from there.
ENRICH_PACE_SCALE=0.01
reset_standin
run 0 --name demo "$list"
same "the rest" "$(counter arxiv_oai requests)" "$((20 - asked))"

# No time at all and an empty cache: nothing is asked, nothing is written.
reset_standin
rm -rf "$releases"
run 69 --name demo --cache "$tmp/none" --max-runtime 0 "$list"
same "asked in no time" "$(requests)" 0
no_release
