#!/bin/sh
# A source may name more people than a record keeps: that is told, not silent.
. "${0%/*}/lib.sh"
start_standin
cat >"$tmp/list.md" <<'END'
# Invented papers
- [Tides of Invented Harbours](https://arxiv.org/abs/2401.00001), 2024
- [A Catalogue of Quiet Bells](https://doi.org/10.5555/bells.1), 2024
END
printf '[release]\nname = demo\n[lists]\nlist = %s\n' "$tmp/list.md" >"$tmp/enrich.conf"
"$PYTHON" - >"$tmp/papers.jsonl" <<'END'
import json
for number, id, title, people in (
        (1, {"ArXiv": "2401.00001"}, "Tides of Invented Harbours", 10001),
        (2, {"DOI": "10.5555/BELLS.1"}, "A Catalogue of Quiet Bells", 9999)):
    print(json.dumps({
        "corpusid": number, "externalids": {"CorpusId": str(number), **id},
        "title": title, "venue": "", "year": 2024, "citationcount": 1,
        "authors": [{"authorId": str(i), "name": "Ann Roe%d" % i}
                    for i in range(people)]}))
END
run 0 cache import -c "$tmp/enrich.conf" --bulk semanticscholar \
	--as-of "$(date -u +%Y-%m-%d)" "$tmp/papers.jsonl"
run 0 --offline -c "$tmp/enrich.conf"
same "kept" "$(works 'sorted(len(r["authors"]) for r in rows)')" "[9999, 10000]"
same "told" "$(grep ',authors-cut,' "$releases/latest/data/findings.csv" |
	cut -d, -f 2,3,5,6)" "authors-cut,note,list,2"
