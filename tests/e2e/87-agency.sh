#!/bin/sh
# Who registers a DOI is asked before it is called gone: once a prefix, for a year.
. "${0%/*}/lib.sh"
start_standin
cat >"$tmp/dois.md" <<'END'
# Papers
- [A paper that its publisher never registered](https://doi.org/10.55551/nobody.knows)
- [Another one that its publisher never registered](https://doi.org/10.55551/nobody.else)
- [A paper of a journal that another agency serves](https://doi.org/10.3969/j.issn.1000.2020.01.001)
- [A data set that its repository never registered](https://doi.org/10.13140/rg.2.2.11111.22222)
- [A paper under a prefix that was given to nobody](https://doi.org/10.99912/made.up.by.a.model)
- [A paper of a publisher that everybody knows](https://doi.org/10.1109/nobody.knows)
END
# gone: the DOIs that are called so, by findings and by status.
gone() {
	query "$(release)/data/findings.csv" \
		"sorted((r['given'][16:24], r['source']) for r in rows if r['code'] == 'gone')"
}
statuses() {
	works "sorted((i['value'][:8], i['status']) for r in rows for i in r['ids'])"
}
# The services are asked in vain; only who registers a DOI can deny it.
run 0 --name demo --min-coverage 0 "$tmp/dois.md"
same "called gone" "$(gone)" "[('10.1109/', 'crossref'), ('10.13140', 'datacite'), \
('10.55551', 'crossref'), ('10.55551', 'crossref'), ('10.99912', 'crossref')]"
same "as they stand" "$(statuses)" "[('10.1109/', 'gone'), ('10.13140', 'gone'), \
('10.3969/', 'good'), ('10.55551', 'gone'), ('10.55551', 'gone'), ('10.99912', 'gone')]"
# All in one request, none about what the table knows.
same "requests for agencies" "$(counter doi requests)" 1
contains "$tmp/log" '"path": "/ra/10.'
lacks "$tmp/log" '/ra/10.1109'
before=$(requests)
run 0 --name demo --min-coverage 0 "$tmp/dois.md"
same "asked again within the year" "$(requests)" "$before"
# The plan has them, as what may follow.
run 0 plan --json --cache "$tmp/none" "$tmp/dois.md"
same "planned" "$(query "$tmp/out" "[s['requests_more'] for s in rows[0]['sources']
    if s['source'] == 'doi-agency']")" "[1]"

# An outage there: nothing is gone that is not known to be.
rm -rf "$releases"
fault '{"service": "doi", "kind": "503", "times": -1}'
run 3 --name demo --min-coverage 0 --cache "$tmp/c2" "$tmp/dois.md"
same "gone without an agency" "$(gone)" "[('10.1109/', 'crossref')]"
reset_standin
run 0 --name demo --min-coverage 0 --cache "$tmp/c2" "$tmp/dois.md"
same "gone once it is known" "$(gone | tr ')' '\n' | grep -c crossref)" 4
