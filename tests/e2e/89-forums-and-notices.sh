#!/bin/sh
# OpenReview says what became of a submission, PubMed what was said of a paper since.
. "${0%/*}/lib.sh"
mkdir "$tmp/shelf"
cat >"$tmp/shelf/works.jsonl" <<'END'
{"kind": "paper", "ids": {"openreview": "aBcDeF0001"}, "title": "Reading tides from the pixels of a harbour camera", "year": 2024, "first_public": "2023-10-15", "published": "2024-01-16", "openreview_venue": "ICLR 2024 poster", "openreview_venueid": "ICLR.cc/2024/Conference", "authors": ["Ada Example", "Béla Muster"], "license": "by", "unknown_to": ["semanticscholar", "arxiv", "crossref"], "made_up": ["*"]}
{"kind": "paper", "ids": {"openreview": "aBcDeF0002"}, "title": "Forgetting tides with the pixels of a harbour camera", "year": 2024, "first_public": "2023-10-15", "openreview_venue": "Submitted to ICLR 2024", "openreview_venueid": "ICLR.cc/2024/Conference/Rejected_Submission", "authors": ["Ada Example"], "unknown_to": ["semanticscholar", "arxiv", "crossref"], "made_up": ["*"]}
{"kind": "paper", "ids": {"openreview": "aBcDeF0003"}, "title": "Of early tides and how harbours learned to wait", "year": 2020, "openreview_api": 1, "openreview_venue": "ICLR 2020 Poster", "openreview_venueid": "ICLR.cc/2020/Conference", "authors": ["Clara Beispiel"], "unknown_to": ["semanticscholar", "arxiv", "crossref"], "made_up": ["*"]}
{"kind": "paper", "ids": {"pmid": "31111111", "doi": "10.5555/trial.1"}, "title": "Tides for the treatment of harbours: a randomised trial", "year": 2021, "published": "2021-03-05", "venue": "Journal of Examples", "authors": ["Ada Example"], "retracted": "J Ex. 2022 May 1;6(2):77", "unknown_to": ["crossref"], "made_up": ["*"]}
{"kind": "paper", "ids": {"pmid": "31111112", "doi": "10.5555/trial.2"}, "title": "Tides for the prevention of harbours: a second trial", "year": 2022, "published": "2022-03-05", "venue": "Journal of Examples", "authors": ["Ada Example"], "corrected": "J Ex. 2022 Jul 1;6(3):12", "made_up": ["*"]}
END
start_standin --fixtures "$tmp/shelf"
two="--url openreview=$(host_of openreview)/openreview_2 --url openreview-1=$(host_of openreview)/openreview_1"
cat >"$tmp/papers.md" <<'END'
# Papers
- Reading tides from the pixels of a harbour camera, ICLR 2024. [paper](https://openreview.net/forum?id=aBcDeF0001)
- Forgetting tides with the pixels of a harbour camera, ICLR 2024. [paper](https://openreview.net/pdf?id=aBcDeF0002)
- Of early tides and how harbours learned to wait. [paper](https://openreview.net/forum?id=aBcDeF0003&noteId=x)
- Tides that nobody ever submitted to any forum at all. [paper](https://openreview.net/forum?id=aBcDeF0004)
- Tides for the treatment of harbours: a randomised trial. [pubmed](https://pubmed.ncbi.nlm.nih.gov/31111111/)
- Tides for the prevention of harbours: a second trial. [doi](https://doi.org/10.5555/trial.2)
END
# findings CODES…: line, class, source of those.
findings() {
	query "$(release)/data/findings.csv" "sorted((r['line'], r['code'], r['class'], r['source'])
	    for r in rows if r['code'] in '$*'.split())" | tr -d ' '
}
run 0 --name demo --min-coverage 0 $two "$tmp/papers.md"
# Semantic Scholar does not go by forums: one would spoil the batch it stands in.
at_most "Semantic Scholar's batches" "$(grep -c paper/batch "$tmp/log")" 2
run 0 cache export
! grep '"source":"semanticscholar"' "$tmp/out" | grep -q '"subject":"openreview:' ||
	fail "Semantic Scholar was asked about a forum"
same "what forums say" "$(works "[(i['value'], r['container_title'], r['year'], r['stage'])
    for r in rows for i in r['ids'] if i['kind'] == 'openreview']")" "[\
('aBcDeF0001', 'ICLR 2024', 2024, 'published'), ('aBcDeF0002', None, 2024, None), \
('aBcDeF0003', 'ICLR 2020', 2020, 'published'), ('aBcDeF0004', None, None, None)]"
same "what was not taken, retracted, corrected" "$(findings gone not-accepted retracted corrected)" \
	"[('3','not-accepted','decide','openreview'),('6','retracted','decide','pubmed'),('7','corrected','note','pubmed')]"
# Only what the second interface does not know is asked of the first; PubMed once for all,
# for the PMID of a DOI too.
same "forums" "$(grep -c '"path": "/openreview_2/notes' "$tmp/log") $(grep -c '"path": "/openreview_1/notes' "$tmp/log")" "4 2"
same "PubMed's requests" "$(counter pubmed requests)" 1
contains "$tmp/log" 'id=31111111,31111112'
contains "$(release)/report.html" \
	"Retracted or withdrawn: Tides for the treatment of harbours: a randomised trial (papers:6, retracted)</p>"
before=$(requests)
run 0 --name demo --min-coverage 0 $two "$tmp/papers.md"
same "asked again while fresh" "$(requests)" "$before"

# Who wants a key or a browser is not asked, and that is no outage.
fault '{"service": "openreview", "kind": "status", "status": 403, "times": -1}'
run 0 --name demo --min-coverage 0 --cache "$tmp/c2" --summary "$tmp/papers.md"
contains "$tmp/out" "it answers only with a key"
same "forums without a key" "$(works "sorted({o['outcome'] for r in rows for o in r['outcomes']
    if o['source'] == 'openreview'})")" "['not-asked']"
