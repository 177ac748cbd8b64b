#!/bin/sh
# A publisher's page without a DOI, which neither Semantic Scholar nor arXiv knows by its
# title: Crossref does, and only the same work counts.
. "${0%/*}/lib.sh"
mkdir "$tmp/shelf"
cat >"$tmp/shelf/works.jsonl" <<'END'
{"kind": "paper", "ids": {"doi": "10.5555/tides.2023.17"}, "title": "Reading tides in the harbour: a survey of invented methods", "year": 2023, "published": "2023-04-01", "venue": "Journal of Examples", "authors": ["Ada Example", "Béla Muster"], "license": "by", "unknown_to": ["semanticscholar", "arxiv"], "made_up": ["*"]}
END
start_standin --fixtures "$tmp/shelf"
cat >"$tmp/pages.md" <<'END'
# Papers
- Reading tides in the harbour: a survey of invented methods. [page](https://ieeexplore.ieee.org/document/10112233), 2023
- Reading tides in the harbour: a survey of forgotten methods. [page](https://ieeexplore.ieee.org/document/10112244), 2023
END
run 0 --name demo --min-coverage 0 "$tmp/pages.md"
same "found, and not the other" "$(works "[(r['doi'], r['container_title'], r['license'], r['authors'] != [])
    for r in sorted(rows, key=lambda r: r['mentions'][0]['line'])]")" \
	"[('10.5555/tides.2023.17', 'Journal of Examples', 'CC-BY-4.0', True), (None, None, None, False)]"
same "the way it was found" "$(works "[i['from'] for r in rows for i in r['ids'] if i['kind'] == 'doi']")" \
	"['crossref-title']"
same "as it ended" "$(works "sorted((o['source'], o['outcome']) for r in rows
    if not r['doi'] for o in r['outcomes'])" | tr -d ' ')" \
	"[('arxiv-title','absent'),('crossref-title','ambiguous'),('semanticscholar-title','absent')]"
# What the search gave is the record: nothing is asked for it again.
same "searches" "$(grep -c 'query.bibliographic' "$tmp/log")" 2
same "Crossref's requests" "$(counter crossref requests)" 2
before=$(requests)
run 0 --name demo --min-coverage 0 "$tmp/pages.md"
same "asked again while fresh" "$(requests)" "$before"
# An outage there is none of the title.
fault '{"service": "crossref", "kind": "503", "times": -1}'
run 3 --name demo --min-coverage 0 --cache "$tmp/c2" "$tmp/pages.md"
same "in an outage" "$(works "[o['outcome'] for r in rows for o in r['outcomes'] if o['source'] == 'crossref-title']")" \
	"['unanswered', 'unanswered']"
