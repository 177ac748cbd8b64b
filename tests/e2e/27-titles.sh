#!/bin/sh
# Entries that have only a title are searched for; only the same work counts.
. "${0%/*}/lib.sh"
start_standin
cat >"$tmp/titles.md" <<'END'
# Papers
| Title | Date | Link |
|---|---|---|
| Towards Conversational Diagnostic AI | 2024 | [paper](https://example.org/amie.pdf) |
| A Survey of Large Language Models in Medicine: Problems, Application, and Challenge | 2024 | [paper](https://example.org/other) |
| Of tides and harbours that nobody ever wrote about | 2024 | [paper](https://example.org/none) |
| MedTides | 2024 | [paper](https://example.org/name) |
| Large language models in medicine | 2023 | [website](https://example.org/site) |
END
amie='[r for r in rows if r["title"].startswith("Towards Conv")][0]'
other='[r for r in rows if "Problems" in r["title"]][0]'
none='[r for r in rows if r["title"].startswith("Of tides")][0]'
outcome() { # outcome WORK SOURCE
	works "[o['outcome'] for o in $1['outcomes'] if o['source'] == '$2']"
}
run 0 --name demo --summary "$tmp/titles.md"
same "who stands in is said once a service" \
	"$(sed -n 's/^answers come from .*, not \(.*\): .*/\1/p' "$tmp/out" | sort | uniq -d)" ""
contains "$tmp/out" "not https://export.arxiv.org: not for publication"
same "found by its title" "$(works "${amie}['arxiv_id']")" 2401.05654
at_least "and filled in" "$(works "${amie}['cited_by_count']")" 1111
same "the way it was found" "$(works "[i['from'] for i in ${amie}['ids']
    if i['kind'] == 's2_corpus']")" "['semanticscholar-title']"
# What the search gives is the record itself: nothing is asked for it again.
same "Semantic Scholar" "$(grep -c 'search/match' "$tmp/log")" 3
same "by id" "$(grep -c 'paper/batch' "$tmp/log")" 0
# A near miss fills nothing, and so does the next source's.
same "another work" "$(outcome "$other" semanticscholar-title)" "['ambiguous']"
same "not filled" "$(works "(${other}['authors'], ${other}['cited_by_count'])")" \
	"([], None)"
same "nobody's" "$(outcome "$none" semanticscholar-title)" "['absent']"
same "nor arXiv's" "$(outcome "$none" arxiv-title)" "['absent']"
# arXiv is asked for what Semantic Scholar does not know; names and websites
# are not searched for.
same "arXiv's searches" "$(grep -c 'search_query=ti' "$tmp/log")" 2
before=$(requests)
run 0 --name demo "$tmp/titles.md"
same "searched again while fresh" "$(requests)" "$before"

# A link that leads to another paper, to nothing, or to code alone.
cat >"$tmp/instead.md" <<'END'
# Papers
| Title | Date | Link |
|---|---|---|
| Towards Conversational Diagnostic AI | 2024 | [paper](https://arxiv.org/abs/2307.14334) |
| Towards Generalist Biomedical AI | 2023 | [paper](https://arxiv.org/abs/2307.99999) |
| Towards Expert-Level Medical Question Answering with Large Language Models | 2023 | [code](https://github.com/example-medical-lab/nothing) |
END
run 0 --name demo --cache "$tmp/ci" --state "$tmp/si" -o "$tmp/instead" "$tmp/instead.md"
releases=$tmp/instead
same "instead of a wrong, a dead and no link" "$(works "[(r['arxiv_id'],
    sorted(i['status'] for i in r['ids'] if i['from'] == 'list')) for r in rows]" | tr -d ' ')" \
	"[('2305.09617',[]),('2307.14334',['gone']),('2401.05654',['wrong'])]"
releases=$tmp/releases

# An outage is no answer: arXiv is not asked instead, and nothing is absent.
rm -rf "$releases"
reset_standin
: >"$tmp/log"
fault '{"service": "semanticscholar", "path": "search/match", "kind": "500", "times": -1}'
run 69 --name demo --cache "$tmp/c2" --state "$tmp/s2" "$tmp/titles.md"
same "arXiv during the outage" "$(counter arxiv requests)" 0
reset_standin
run 0 --name demo --cache "$tmp/c2" --state "$tmp/s3" "$tmp/titles.md"
same "after the outage" "$(works "${amie}['arxiv_id']")" 2401.05654

# A key that is refused is said once, though two sources use it.
rm -rf "$releases"
reset_standin
fault '{"service": "semanticscholar", "kind": "dead-key", "times": -1}'
echo '| Towards Generalist Biomedical AI | 2023 | [paper](https://arxiv.org/abs/2307.14334) |' >>"$tmp/titles.md"
S2_API_KEY=dead run 0 --name demo --cache "$tmp/c3" --state "$tmp/s4" "$tmp/titles.md"
same "lines about the key" "$(grep -c S2_API_KEY "$tmp/err")" 1

# arXiv's page may be empty by mistake: what was seen once is asked again by
# next week's run, what was seen twice is left for a fortnight.
sed -n 1,4p "$tmp/titles.md" >"$tmp/one.md"
echo '| Of tides and harbours that nobody ever wrote about | 2024 | [paper](https://example.org/none) |' >>"$tmp/one.md"
reset_standin
rm -rf "$releases"
: >"$tmp/log"
fault '{"service": "arxiv", "path": "search_query", "kind": "empty-feed", "times": 2}'
# Semantic Scholar knows none of them.
fault '{"service": "semanticscholar", "path": "search/match", "kind": "twist", "times": -1,
	"pattern": "(?s)^.*$", "count": 1, "with": "{\"data\": []}"}'
one() { # one CACHE: the run on it
	run 0 --name demo --cache "$tmp/$1" --state "$tmp/s5" "$tmp/one.md"
}
one c5
same "an empty page" "$(outcome "$amie" arxiv-title) $(works "${amie}['arxiv_id']")" \
	"['absent'] None"
control POST "reset?only=counters" >/dev/null
one c5
same "asked again at once" "$(counter arxiv requests)" 0
export_answers "$tmp/c5"
aged c6 $((7 * 86400 - 60))
one c6
same "asked again a week later" "$(grep -c search_query "$tmp/log")" 4
same "found then" "$(works "${amie}['arxiv_id']")" 2401.05654
export_answers "$tmp/c6"
aged c7 $((7 * 86400 - 60))
: >"$tmp/log"
one c7
same "believed after two" "$(grep -c search_query "$tmp/log" || :)" 0

# What many searches teach is gathered: no find costs a batch of its own.
"$PYTHON" - "$tmp/many.jsonl" >"$tmp/many.md" <<'END'
import json, sys
print("# Papers\n\n| Title | Date | Link |\n|---|---|---|")
with open(sys.argv[1], "w") as known:
    for n in range(60):
        title = "Harbours and Their Tides of the Number %d in Detail" % n
        row = {"id": "arxiv:2401.%05d" % (n + 1), "title": title, "year": 2024}
        print(json.dumps(row), file=known)
        if n < 20:
            print("| %s | 2024 | [paper](https://arxiv.org/abs/2401.%05d) |" % (title, n + 1))
        else:
            print("| %s | 2024 | [paper](https://example.org/%d.pdf) |" % (title, n))
END
stop_standin
start_standin --synthetic --titles "$tmp/many.jsonl"
: >"$tmp/log"
run 0 --name demo --cache "$tmp/many" --max-shrink 1 "$tmp/many.md"
same "searches" "$(grep -c 'search/match' "$tmp/log")" 40
at_most "batches" "$(grep -c 'paper/batch' "$tmp/log")" 3
at_most "pages of arXiv" "$(grep -c 'id_list=' "$tmp/log")" 3
same "found" "$(works "sum(1 for r in rows if r['arxiv_id'] and r['cited_by_count'])")" 60
# The same where Semantic Scholar finds none, and arXiv each.
reset_standin
fault '{"service": "semanticscholar", "path": "search/match", "kind": "twist", "times": -1,
	"pattern": "^.+$", "with": "{\"data\": []}"}'
: >"$tmp/log"
rm -rf "$releases"
run 0 --name demo --cache "$tmp/many-2" "$tmp/many.md"
same "arXiv's searches" "$(grep -c 'search_query=ti' "$tmp/log")" 40
at_most "batches" "$(grep -c 'paper/batch' "$tmp/log")" 3
same "found" "$(works "sum(1 for r in rows if r['arxiv_id'] and r['cited_by_count'])")" 60
