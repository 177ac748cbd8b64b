#!/bin/sh
# Semantic Scholar answers 400 when nothing in a batch is known or one id is
# malformed, and 500 when one breaks it: few requests find out, once.
. "${0%/*}/lib.sh"

# many FROM TO: a list of papers with those numbers, and their titles.
many() {
	python - "$1" "$2" "$tmp/titles" "$tmp/marks" <<'END'
import json, os, sys
marks = {}
if os.path.exists(sys.argv[4]):
    marks = dict(line.split() for line in open(sys.argv[4]))
print("# Many")
with open(sys.argv[3], "w") as titles:
    for n in range(int(sys.argv[1]), int(sys.argv[2]) + 1):
        row = {"id": "arxiv:2401.%05d" % n, "year": 2024,
               "title": "A Paper of the Number %d" % n}
        if str(n) in marks:
            row[marks[str(n)]] = True
        print(json.dumps(row), file=titles)
        print("- [A Paper of the Number %d](https://arxiv.org/abs/2401.%05d)" % (n, n))
END
}
s2() {
	counter semanticscholar requests
}
outcomes() { # counted by outcome
	works "sorted((w, [o['outcome'] for r in rows for o in r['outcomes']
	    if o['source'] == 'semanticscholar'].count(w)) for w in
	    {o['outcome'] for r in rows for o in r['outcomes']
	    if o['source'] == 'semanticscholar'})"
}
only="--only-source semanticscholar --min-coverage 0"

# Nobody knows any of them: one request, since a known one goes along.
start_standin
for n in 5 499; do
	many 1 $n >"$tmp/many.md"
	reset_standin
	run 0 --name demo --cache "$tmp/none-$n" $only "$tmp/many.md"
	same "requests for $n unknown ones" "$(s2)" 1
	same "outcomes of $n" "$(outcomes)" "[('absent', $n)]"
	rm -rf "$releases"
	run 0 --name demo --cache "$tmp/none-$n" $only "$tmp/many.md"
	same "requests the second time" "$(s2)" 1
	rm -rf "$releases"
done
# A full batch has no room for a known one: halves have.
many 1 500 >"$tmp/many.md"
reset_standin
run 0 --name demo --cache "$tmp/none-500" $only "$tmp/many.md"
at_most "requests for 500 unknown ones" "$(s2)" 3
same "outcomes of 500" "$(outcomes)" "[('absent', 500)]"
rm -rf "$releases"
stop_standin

# One malformed id among many: searched for, then left alone.
printf '%s\n' '37 refused' '203 refused' >"$tmp/marks"
many 1 256 >"$tmp/many.md"
start_standin --synthetic --titles "$tmp/titles"
run 0 --name demo $only "$tmp/many.md"
# 1 for all, twice the logarithm of 256 for each bad one, at most.
at_most "requests for two bad ones" "$(s2)" 33
same "outcomes" "$(outcomes)" "[('absent', 2), ('found', 254)]"
same "refused" "$(last_run "[s['refused'] for s in rows[0]['sources']
    if s['source'] == 'semanticscholar'][0]")" 2
same "findings" "$(query "$(release)/data/findings.csv" "sorted((r['line'], r['class'],
    r['source']) for r in rows if r['code'] == 'identifier-refused')")" \
	"[('204', 'decide', 'semanticscholar'), ('38', 'decide', 'semanticscholar')]"
reset_standin
run 0 --name demo $only "$tmp/many.md"
same "asked again" "$(s2)" 0
# When their time has come they are asked alone, and spoil nothing.
reset_standin
run 0 plan --json --refresh $only "$tmp/many.md"
cp "$tmp/out" "$tmp/plan.json"
run 0 --name demo --refresh $only "$tmp/many.md"
same "requests after its time" "$(s2)" 3
same "as planned" "$(query "$tmp/plan.json" "[s['requests'] for s in rows[0]['sources']
    if s['source'] == 'semanticscholar'][0]")" 3
same "refused again" "$(last_run "[s['refused'] for s in rows[0]['sources']
    if s['source'] == 'semanticscholar'][0]")" 2
rm -rf "$releases"
stop_standin

# One id breaks a batch with 500: once more, then halves, and the rest is had.
printf '%s\n' '5 breaks' >"$tmp/marks"
many 1 16 >"$tmp/many.md"
start_standin --synthetic --titles "$tmp/titles"
run 0 --name demo --cache "$tmp/breaks" $only "$tmp/many.md"
same "outcomes with a 500" "$(outcomes)" "[('found', 15), ('unanswered', 1)]"
# Twice the logarithm of 16, and each that failed once more.
at_most "requests with a 500" "$(s2)" 14
rm -rf "$releases"

# All is 500: the halves do not go on for ever.
many 1 300 >"$tmp/many.md"
reset_standin
fault '{"service": "semanticscholar", "kind": "500", "times": -1}'
run 3 --name demo --cache "$tmp/down" $only "$tmp/many.md"
# Ten retries, and what they are retries of.
at_most "requests when it is down" "$(s2)" 21
same "outcomes when it is down" "$(outcomes)" "[('unanswered', 300)]"
