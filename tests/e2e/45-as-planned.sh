#!/bin/sh
# Against services that behave, a run makes the very requests of its plan.
. "${0%/*}/lib.sh"
list=$tmp/many.md
python - "$tmp/titles" >"$list" <<'END'
import json, sys
out = open(sys.argv[1], "w")
print("# Many")
def entry(title, kind, value, url):
    print("- [%s](%s)" % (title, url))
    print(json.dumps({"id": kind + ":" + value, "title": title, "year": 2024}),
          file=out)
for n in range(990):
    value = "2401.%05d" % (n + 1)
    entry("A Paper of the Number %d" % n, "arxiv", value,
          "https://arxiv.org/abs/" + value)
# Their slash is longer in an address: 500 do not fit.
for n in range(120):
    value = "hep-th/0201%03d" % (n + 1)
    entry("An Old Paper of the Number %d" % n, "arxiv", value,
          "https://arxiv.org/abs/" + value)
for n in range(12):
    entry("Model %d of a Small House" % n, "hf", "example/model-%d" % n,
          "https://huggingface.co/example/model-%d" % n)
for n in range(9):
    entry("Code %d of a Small House" % n, "github", "example/code-%d" % n,
          "https://github.com/example/code-%d" % n)
END
start_standin --synthetic --titles "$tmp/titles"
ENRICH_PACE_SCALE=0.001

planned() {
	run 0 plan --json "$@" "$list"
	cp "$tmp/out" "$tmp/plan.json"
	query "$tmp/plan.json" "' '.join('%s %d' % (s['source'], s['requests'])
	    for s in rows[0]['sources'] if s['requests'])"
}
made() {
	last_run "' '.join('%s %d' % (s['source'], s['requests'])
	    for s in rows[0]['sources'] if s['requests'])"
}
plan=$(planned --skip-source arxiv-oai)
same "the plan" "$plan" "semanticscholar 3 arxiv 3 huggingface 1 github 9"
run 0 --name demo --skip-source arxiv-oai "$list"
same "requests made" "$(made)" "$plan"
same "requests met" "$(counter semanticscholar requests) $(counter arxiv requests) \
$(counter huggingface requests) $(counter github requests)" "3 3 1 9"
same "the stand-in and the run agree" "$(requests)" \
	"$(last_run "sum(s['requests'] for s in rows[0]['sources'])")"
same "the comparison is kept" "$(last_run "all(s['requests'] == s['requests_planned']
    for s in rows[0]['sources'])")" True
same "nothing limited" "$(counter total limited)" 0

# A part of it grew stale meanwhile; and then nothing is left to ask.
plan=$(planned --only-source semanticscholar,arxiv-oai)
same "licences only" "$plan" "arxiv-oai 1110"
sed -n 1,41p "$list" >"$tmp/few.md"
list=$tmp/few.md
same "licences of forty" "$(planned)" "arxiv-oai 40"
run 0 --name demo --summary "$list"
contains "$tmp/out" "planned"
same "made of forty" "$(made)" "arxiv-oai 40"
same "nothing is left" "$(planned)" ""
run 0 --name demo "$list"
same "made of nothing" "$(made)" ""
run 0 plan "$list"
contains "$tmp/out" "0 requests"
contains "$tmp/out" "titles"

# What only answers can tell is bounded beforehand, and told apart afterwards.
# Of those that the list below is about.
bounded="' '.join('%s %d' % (s['source'], s['requests_more'])
    for s in rows[0]['sources'] if s['requests_more'] and s['source'] in
    ('semanticscholar', 'arxiv', 'arxiv-oai', 'arxiv-title', 'crossref-title', 'huggingface',
     'crossref', 'openalex'))"
more() { # more ARGUMENTS...: what may follow, from the plan
	run 0 plan --json "$@"
	cp "$tmp/out" "$tmp/plan.json"
	query "$tmp/plan.json" "$bounded"
}
follow_ups() {
	last_run "' '.join('%s %d' % (s['source'], s['follow_ups'])
	    for s in rows[0]['sources'] if s['follow_ups'])"
}
within() { # the last run made what was planned, and no more than might follow
	same "within the bounds" "$(last_run "[s['source'] for s in rows[0]['sources']
	    if s['source'] not in ('github', 'crossref', 'openalex',
	        'semanticscholar-title', 'arxiv-title', 'crossref-title')
	    and not s['requests_planned'] + s['follow_ups'] == s['requests']
	    <= s['requests_planned'] + s['requests_more']]")" "[]"
}
same "nothing may follow" "$(more "$list")" ""
stop_standin
start_standin
cat >"$tmp/later.md" <<'END'
# Papers
- [Impact of high-quality, mixed-domain data on the performance of medical language models](https://doi.org/10.1093/jamia/ocae120)
- [A paper nobody registered](https://doi.org/10.5555/nobody.knows)
- [Towards Conversational Diagnostic AI](https://arxiv.org/abs/2401.05654)
- [BioMistral-7B](https://huggingface.co/BioMistral/BioMistral-7B)

| Title | Date | Link |
|---|---|---|
| Of tides and harbours that nobody ever wrote about | 2024 | [paper](https://example.org/none) |
END
# Two DOIs and a title may turn out to be on arXiv; the title may be found
# there alone, and then asked about by id; any of them may want a DOI's record.
bounds="semanticscholar 1 arxiv 1 arxiv-oai 3 arxiv-title 1 crossref-title 1 huggingface 1 crossref 1 openalex 1"
same "what may follow" "$(more --cache "$tmp/later" "$tmp/later.md")" "$bounds"
run 0 plan --cache "$tmp/later" "$tmp/later.md"
contains "$tmp/out" "up to 3 more to arXiv (OAI-PMH), once the others have answered"
contains "$tmp/out" "up to 1 more to Crossref, once the others have answered, one for each a list lacks"
run 0 --name demo --cache "$tmp/later" --summary "$tmp/later.md"
contains "$tmp/out" "follow-ups"
within
same "bounds are kept" "$(last_run "$bounded")" "$bounds"
# The list of two lacked one, at both.
same "lists and what they lacked" "$(last_run "[(s['requests'], s['follow_ups'])
    for s in rows[0]['sources'] if s['source'] in ('crossref', 'openalex')]")" "[(2, 2), (2, 2)]"
# … and that of the DOI which nobody registered.
same "the titles" "$(follow_ups | grep -c 'arxiv-title 2')" 1
same "nothing may follow" "$(more --cache "$tmp/later" "$tmp/later.md")" ""
# Retries are no follow-ups.
reset_standin
fault '{"service": "crossref", "path": "filter=", "kind": "503", "times": 2}'
run 0 --name demo --cache "$tmp/later2" "$tmp/later.md"
same "with retries" "$(last_run "[(s['requests'], s['retries'], s['follow_ups'])
    for s in rows[0]['sources'] if s['source'] == 'crossref']")" "[(4, 2, 2)]"
# Counts turn stale; what their answers taught before is as good as known.  The
# title is searched for at arXiv once more.
export_answers "$tmp/later2"
aged later3 $((7 * 86400))
same "what may follow a week later" "$(more --cache "$tmp/later3" "$tmp/later.md")" \
	"semanticscholar 1 arxiv-oai 2 huggingface 1 crossref 1 openalex 1"
reset_standin
run 0 --name demo --cache "$tmp/later3" "$tmp/later.md"
within
# On lists of all kinds the bounds hold, too.
job 0 --cache "$tmp/many"
within
at_least "follow-ups" "$(last_run "sum(s['follow_ups'] for s in rows[0]['sources'])")" 5
