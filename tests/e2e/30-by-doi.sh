#!/bin/sh
# Crossref and OpenAlex are asked by DOI about what the others leave open.
. "${0%/*}/lib.sh"
start_standin
cat >"$tmp/gaps.md" <<'END'
# Papers
- [Impact of high-quality, mixed-domain data on the performance of medical language models](https://doi.org/10.1093/jamia/ocae120)
- [A paper nobody registered](https://doi.org/10.5555/nobody.knows)
- [A data set that its repository never registered](https://doi.org/10.5072/nobody.knows)
- [Large language models in medicine](https://doi.org/10.1038/s41591-023-02448-8)
- [Towards Conversational Diagnostic AI](https://arxiv.org/abs/2401.05654)
END
outcome() { # outcome SOURCE [PREFIX]: of the work that nobody knows
	works "([o['outcome'] for r in rows
	    if r['ids'] and r['ids'][0]['value'] == '${2-10.5555}/nobody.knows' for o in r['outcomes'] if o['source'] == '$1'] or [''])[0]"
}
run 0 --name demo "$tmp/gaps.md"
# One list, and those that were not in it alone: a list proves no absence.
contains "$tmp/log" '"path": "/works?filter=doi:'
contains "$tmp/log" '"path": "/works/10.5555%2Fnobody.knows"'
same "Crossref's requests by DOI" "$(grep -c '"crossref".*"path": "/works[/?]\(filter\|10\)' "$tmp/log")" 3
same "unknown to Crossref" "$(outcome crossref)" absent
same "unknown to OpenAlex" "$(outcome openalex)" absent
same "what has no DOI" "$(grep -c '2401.05654.*crossref' "$tmp/log")" 0
# What Crossref found or registers is Crossref's; DataCite is asked about the rest.
same "DataCite's requests" "$(counter datacite requests)" 1
same "unknown to DataCite" "$(outcome datacite 10.5072)" absent
same "what is no DataCite DOI" "$(outcome datacite)" ""
before=$(requests)
run 0 --name demo "$tmp/gaps.md"
same "asked again while fresh" "$(requests)" "$before"
lacks "$tmp/log" mailto

# The polite pool: with an address to write to.
reset_standin
run 0 --name demo --mailto curator@example.org --cache "$tmp/c2" "$tmp/gaps.md"
contains "$tmp/log" "mailto:curator@example.org"

# The day's budget is spent: not asked, which is neither absent nor an outage.
stop_standin
start_standin --window openalex=0:40000
rm -rf "$releases"
run 0 --name demo --cache "$tmp/c3" --state "$tmp/s3" "$tmp/gaps.md"
same "when nothing is left of the day" "$(outcome openalex)" not-asked
same "the others answered" "$(outcome crossref)" absent
same "until midnight once" "$(counter openalex requests)" 1
run 0 --name demo --cache "$tmp/c3" --state "$tmp/s3" "$tmp/gaps.md"
same "nobody knocks before midnight" "$(counter openalex requests)" 1
# Next day.
stop_standin
start_standin
run 0 --name demo --cache "$tmp/c3" --state "$tmp/s4" "$tmp/gaps.md"
same "the day after" "$(outcome openalex)" absent

# A data set: who registered its DOI says what it is and what may be done with it.
printf -- '# Data\n- [Readings of an invented harbour, with tides and weather](https://doi.org/10.5072/repository.1)\n' \
	>"$tmp/data.md"
rm -rf "$releases"
run 0 --name demo --cache "$tmp/c5" "$tmp/data.md"
same "said by DataCite" "$(works "[(r['kind'], r['type'], r['stage'], r['license'], r['publisher'], r['issued'],
    len(r['authors'])) for r in rows]")" \
	"[('dataset', 'dataset', None, 'CC-BY-4.0', 'Repository of Examples', '2024-05-06', 2)]"
