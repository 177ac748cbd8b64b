#!/bin/sh
# A first run: asked politely and in full batches, filled in, released.
. "${0%/*}/lib.sh"
start_standin
ENRICH_PACE_SCALE=0.05

job 0 --since 2024-01
silent
whole_release
# The second is about the DOI of an older row, which a search joined to one in scope.
same "Semantic Scholar's batches" "$(grep -c paper/batch "$tmp/log")" 2
at_most "arXiv's pages" "$(grep -c id_list "$tmp/log")" 2
same "asked twice" "$(for s in arxiv arxiv_oai huggingface
do counter $s repeats; done | sort -u)" 0
# Its company, so that a batch of unknown ids is no error.
same "asked of Semantic Scholar twice" "$(counter semanticscholar repeats)" 1
same "limits hit" "$(for s in semanticscholar arxiv huggingface github
do counter $s limited; done | sort -u)" 0
# 3 s between requests to arXiv, all its services together, scaled by 0.05; a
# busy machine moves arrivals, so a third of it is asked for.
same "arXiv in one line" "$(counted counters '[row["min_spacing"] >= 0.05 and
    row["max_concurrent"] == 1 for row in [got["services"]["arxiv"]]][0]')" True

# What was filled in.
bio='[r for r in rows if r["title"].startswith("BioMistral: A")][0]'
same "BioMistral's authors" "$(works "len(${bio}['authors'])")" 6
same "BioMistral's venue" "$(works "'Findings' in (${bio}['container_title'] or '')")" True
same "its model's licence" "$(works "[a['license'] for a in ${bio}['artifacts'] if
    a['id'] == 'BioMistral/BioMistral-7B']")" "['Apache-2.0']"
same "counts from the stand-in" "$(works "all(r['cited_by_count'] % 1111 == 0
    for r in rows if r.get('cited_by_count'))")" True
at_least "works with citations" "$(works "sum(1 for r in rows
    if r.get('cited_by_count'))")" 12
# A wrong link fills nothing: BioGPT keeps its own authors.
same "BioGPT's first author" "$(works "[r['authors'][0]['literal'] for r in rows
    if r['title'].startswith(('BioGPT', 'Generative Pre'))]")" "['Renqian Luo']"
# Older works stay in the release, but nobody is asked about them.
at_least "older works" "$(works "sum(r['scope'] == 'older' for r in rows)")" 10
lacks "$tmp/log" 2305.15075
