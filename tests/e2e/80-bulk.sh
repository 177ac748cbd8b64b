#!/bin/sh
# What services publish as a whole answers for them: nothing is asked about what is
# in it, ids that one file teaches are looked for in the next, and nothing of other
# works is kept.
. "${0%/*}/lib.sh"
start_standin
cat >"$tmp/list.md" <<'END'
# Invented papers
- [Tides of Invented Harbours](https://arxiv.org/abs/2401.00001), 2024
- [A Catalogue of Quiet Bells](https://doi.org/10.5555/bells.1), 2024
END
printf '[release]\nname = demo\n[lists]\nlist = %s\n' "$tmp/list.md" >"$tmp/enrich.conf"
# As the data set "papers" has them, one of another work between, one broken.
cat >"$tmp/papers.jsonl" <<'END'
{"corpusid":9000001,"externalids":{"ACL":null,"DBLP":null,"ArXiv":"2401.00001","MAG":null,"CorpusId":"9000001","PubMed":null,"DOI":"10.5555/tides.1","PubMedCentral":null},"url":"https://www.semanticscholar.org/paper/0000000000000000000000000000000000000001","title":"Tides of Invented Harbours","authors":[{"authorId":"1","name":"Ann Roe"},{"authorId":"2","name":"Bo Poe"}],"venue":"Journal of Invented Seas","publicationvenueid":null,"year":2024,"referencecount":3,"citationcount":17,"influentialcitationcount":1,"isopenaccess":true,"s2fieldsofstudy":[],"publicationtypes":["JournalArticle"],"publicationdate":"2024-03-05","journal":{"name":"Journal of Invented Seas","pages":null,"volume":"3"}}
{"corpusid":9000002,"externalids":{"ArXiv":null,"CorpusId":"9000002","DOI":"10.5555/other.1"},"title":"Somebody Else's Work","authors":[],"venue":"","year":2020,"citationcount":5,"isopenaccess":false,"publicationtypes":null,"publicationdate":null,"journal":null}
{"corpusid":9000003,
{"corpusid":9000004,"externalids":{"CorpusId":"9000004","DOI":"10.5555/BELLS.1"},"title":"A Catalogue of Quiet Bells","authors":[{"authorId":"3","name":"Cid Moe"}],"venue":"","year":2024,"citationcount":2,"isopenaccess":false,"publicationtypes":null,"publicationdate":"2024-05-06","journal":null}
END
today=$(date -u +%Y-%m-%d)
run 0 cache import -c "$tmp/enrich.conf" --bulk semanticscholar --as-of "$today" \
	"$tmp/papers.jsonl"
contains "$tmp/out" "4 records read, 2 are about works of the lists, 1 were none"
# The DOI that it taught is looked for in OpenAlex' own.
cat >"$tmp/works.jsonl" <<'END'
{"id":"https://openalex.org/W1","doi":"https://doi.org/10.5555/tides.1","title":"Tides of Invented Harbours","publication_year":2024,"publication_date":"2024-03-05","type":"article","is_retracted":false,"open_access":{"is_oa":true},"primary_location":{"license":"cc-by","version":"publishedVersion","source":{"display_name":"Journal of Invented Seas","type":"journal"}},"authorships":[{"author":{"display_name":"Ann Roe"}},{"author":{"display_name":"Bo Poe"}}],"abstract_inverted_index":{"Never":[0],"kept":[1]}}
{"id":"https://openalex.org/W2","doi":null,"title":"Nameless"}
END
run 0 cache import -c "$tmp/enrich.conf" --bulk openalex --as-of "$today" - <"$tmp/works.jsonl"
contains "$tmp/out" "2 records read, 1 are about works of the lists, 0 were none"
run 0 cache export
lacks "$tmp/out" "Never"
lacks "$tmp/out" "Somebody"
run 0 --offline -c "$tmp/enrich.conf"
same "what is filled" "$(works 'sorted((w["title"], w["cited_by_count"], w["container_title"], w["license"], len(w["authors"])) for w in rows)')" \
	"[('A Catalogue of Quiet Bells', 2, None, None, 1), ('Tides of Invented Harbours', 17, 'Journal of Invented Seas', 'LicenseRef-CC-BY', 2)]"
run 0 plan --json -c "$tmp/enrich.conf"
same "asked of Semantic Scholar" "$(query "$tmp/out" '[s["requests"] for s in rows[0]["sources"] if s["source"] == "semanticscholar"]')" "[0]"
# A file of last month does not pass for today's counts.
rm -rf "$cache"
run 0 cache import -c "$tmp/enrich.conf" --bulk semanticscholar --as-of 2024-06-01 \
	"$tmp/papers.jsonl"
run 0 plan --json -c "$tmp/enrich.conf"
same "asked again" "$(query "$tmp/out" '[s["requests"] for s in rows[0]["sources"] if s["source"] == "semanticscholar"]')" "[1]"
run 64 cache import -c "$tmp/enrich.conf" --bulk semanticscholar "$tmp/papers.jsonl"
contains "$tmp/err" "which day are these files of?"
run 64 cache import -c "$tmp/enrich.conf" --bulk arxiv --as-of 2024-06-01 "$tmp/papers.jsonl"
contains "$tmp/err" "  openalex "
run 64 cache import --bulk openalex --as-of 2024-06-01 "$tmp/works.jsonl"
contains "$tmp/err" "of which lists?"
run 74 cache import -c "$tmp/enrich.conf" --bulk openalex --as-of 2024-06-01 "$tmp/nothing"
