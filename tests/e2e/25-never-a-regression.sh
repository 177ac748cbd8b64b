#!/bin/sh
# A fall that looks like a merge gone wrong waits for its confirmation: 500
# citations, 3 a week later, 3 again the week after.
. "${0%/*}/lib.sh"
unset ENRICH_PACE_SCALE

# said DAY COUNT [CONFIRMED]: one answer of Semantic Scholar.
said() {
	printf '{"origin":"https://api.semanticscholar.org","source":"semanticscholar",'
	printf '"subject":"arxiv:2303.00001","state":"found","retrieved_at":"%sT00:00:00Z",' "$1"
	printf '"confirmed_at":"%sT00:00:00Z","http_status":200,' "${3:-$1}"
	printf '"body":{"paperId":"0123456789012345678901234567890123456789",'
	printf '"externalIds":{"ArXiv":"2303.00001","CorpusId":1},'
	printf '"title":"Reading Charts With Small Models","year":2023,"citationCount":%s}}\n' "$2"
}
as_of() { # as_of DAY: the release of that day
	rm -rf "$releases"
	run 0 --offline --min-coverage 0 --name demo --as-of "$1T12:00:00Z" list.md
}

echo '- [Reading Charts With Small Models](https://arxiv.org/abs/2303.00001)' >list.md
said 2026-10-01 500 >answers
said 2026-10-08 3 >>answers
run 0 cache import answers

as_of 2026-10-01
same "first week" "$(works 'rows[0]["cited_by_count"]')" 500
as_of 2026-10-08
same "the week of the fall" "$(works 'rows[0]["cited_by_count"]')" 500
same "counted" "$(works 'rows[0]["counted_at"][:10]')" 2026-10-01
same "told" "$(query "$(release)/data/findings.csv" \
	'[r["field"] for r in rows if r["code"] == "value-fell"]')" "['cited_by_count']"
run 0 explain --as-of 2026-10-08T12:00:00Z list:1 list.md
contains "$tmp/out" "held back"

# Said again a week later, in the same bytes.
said 2026-10-08 3 2026-10-15 >answers
run 0 cache import answers
as_of 2026-10-15
same "once confirmed" "$(works 'rows[0]["cited_by_count"]')" 3
same "no finding" "$(query "$(release)/data/findings.csv" \
	'[r["code"] for r in rows]')" "[]"
# What was known then is known still.
as_of 2026-10-08
same "the week of the fall, seen later" "$(works 'rows[0]["cited_by_count"]')" 500

# ---- no longer named, in one reply: a small count, a licence, a gate, likes ----
model() { # model DAY REST
	printf '{"origin":"https://huggingface.co","source":"huggingface",'
	printf '"subject":"hf:example-lab/tide-1b","state":"found","retrieved_at":"%sT00:00:00Z",' "$1"
	printf '"confirmed_at":"%sT00:00:00Z","http_status":200,"body":{"kind":"model",' "$1"
	printf '"id":"example-lab/tide-1b","private":false,"disabled":false%s}}\n' "$2"
}
rm -rf "$cache"
echo '- [tide](https://huggingface.co/example-lab/tide-1b)' >>list.md
{
	said 2026-10-01 7
	said 2026-10-08 null
	model 2026-10-01 ',"likes":5,"downloads":3,"gated":"manual","tags":["license:other"],"cardData":{"license":"other","license_name":"tide-licence"}'
	model 2026-10-08 ',"tags":["license:other"],"cardData":{"license":"other"}'
} >answers
run 0 cache import answers
now() {
	works "[(r['cited_by_count'], [(a['license'], a['likes'], a['downloads'], a['gated'])
	    for a in r['artifacts']]) for r in rows]"
}
as_of 2026-10-01
was=$(now)
case $was in *"'manual'"*) ;; *) fail "nothing to lose: $was" ;; esac
case $was in *7*) ;; *) fail "nothing to lose: $was" ;; esac
as_of 2026-10-08
same "after a reply that lacks them" "$(now)" "$was"
same "told" "$(query "$(release)/data/findings.csv" \
	"sorted(r['field'] for r in rows if r['code'] == 'value-fell')")" \
	"['cited_by_count', 'downloads', 'gated', 'license', 'likes']"

# ---- a retraction, a day, a publisher, an archive, in one reply ----
article() { # article DAY REST
	printf '{"origin":"https://api.crossref.org","source":"crossref","subject":"doi:10.5555/tides.1",'
	printf '"state":"found","retrieved_at":"%sT00:00:00Z","http_status":200,"body":' "$1"
	printf '{"DOI":"10.5555/tides.1","title":["Tides of the harbour in winter"]%s}}\n' "$2"
}
repository() { # repository DAY REST
	printf '{"origin":"https://api.github.com","source":"github","subject":"github:example-lab/tide",'
	printf '"state":"found","retrieved_at":"%sT00:00:00Z","http_status":200,"body":' "$1"
	printf '{"id":1,"full_name":"example-lab/tide"%s}}\n' "$2"
}
rm -rf "$cache"
cp list.md kept.md
{
	echo '- [Tides of the harbour in winter](https://doi.org/10.5555/tides.1)'
	echo '- [tide](https://github.com/example-lab/tide)'
} >list.md
{
	article 2026-10-01 ',"type":"journal-article","publisher":"Example Press","issued":{"date-parts":[[2024,2,1]]},"updated-by":[{"type":"retraction","DOI":"10.5555/r"}]'
	article 2026-10-08 ''
	repository 2026-10-01 ',"created_at":"2024-01-01T00:00:00Z","archived":true'
	repository 2026-10-08 ''
} >answers
run 0 cache import answers
now() {
	works "[(r['is_retracted'], r['issued'], r['publisher'], r['type'], [(a['archived']) for a in r['artifacts']])
	    for r in rows]"
}
as_of 2026-10-01
was=$(now)
same "to be lost" "$was" "[(True, '2024-02-01', 'Example Press', 'article-journal', []), (None, '2024-01-01', None, 'software', [True])]"
as_of 2026-10-08
same "after a reply that lacks them" "$(now)" "$was"
same "told" "$(query "$(release)/data/findings.csv" \
	"sorted(r['field'] for r in rows if r['code'] == 'value-fell')")" \
	"['archived', 'first_public', 'is_retracted', 'issued', 'issued', 'publisher', 'type']"

# ---- an identifier, and all that hangs on it ----
taught() { # taught DAY IDS
	printf '{"origin":"https://api.semanticscholar.org","source":"semanticscholar",'
	printf '"subject":"arxiv:2303.00001","state":"found","retrieved_at":"%sT00:00:00Z","http_status":200,' "$1"
	printf '"body":{"paperId":"0123456789012345678901234567890123456789","externalIds":{%s},' "$2"
	printf '"title":"Tides of the harbour in winter","year":2024,"citationCount":4}}\n'
}
rm -rf "$cache"
echo '- [Tides of the harbour in winter](https://arxiv.org/abs/2303.00001)' >list.md
{
	taught 2026-10-01 '"ArXiv":"2303.00001","DOI":"10.5555/tides.1","CorpusId":1'
	taught 2026-10-08 '"ArXiv":"2303.00001","CorpusId":1'
	article 2026-10-01 ',"type":"journal-article","publisher":"Example Press","issued":{"date-parts":[[2024,2,1]]}'
} >answers
run 0 cache import answers
now() {
	works "[(r['id'], r['doi'], r['issued'], r['publisher']) for r in rows]"
}
as_of 2026-10-01
was=$(now)
same "to be lost" "$was" "[('doi:10.5555/tides.1', '10.5555/tides.1', '2024-02-01', 'Example Press')]"
as_of 2026-10-08
same "after a reply without the DOI" "$(now)" "$was"
taught 2026-10-08 '"ArXiv":"2303.00001","CorpusId":1' |
	sed 's/"http_status"/"confirmed_at":"2026-10-15T00:00:00Z",&/' >answers
run 0 cache import answers
as_of 2026-10-15
lacks "$(release)/data/works.jsonl" 'Example Press'
mv kept.md list.md

# ---- a licence that has lost its name, in each source's words for none ----
# code DAY LICENSE, oai DAY LICENSE: one answer each.
code() {
	printf '{"origin":"https://api.github.com","source":"github","subject":"github:example-lab/tide",'
	printf '"state":"found","retrieved_at":"%sT00:00:00Z","http_status":200,"body":' "$1"
	printf '{"id":1,"full_name":"example-lab/tide","license":%s,"stargazers_count":4}}\n' "$2"
}
oai() {
	printf '{"origin":"https://oaipmh.arxiv.org","source":"arxiv-oai","subject":"arxiv:2303.00001",'
	printf '"state":"found","retrieved_at":"%sT00:00:00Z","http_status":200,"body":' "$1"
	printf '"<record xmlns=\\"http://www.openarchives.org/OAI/2.0/\\"><metadata>'
	printf '<arXiv xmlns=\\"http://arxiv.org/OAI/arXiv/\\"><id>2303.00001</id>'
	printf '<title>Reading Charts With Small Models</title>%s</arXiv></metadata></record>"}\n' "$2"
}
licenses() {
	works "[(r['license'], [a['license'] for a in r['artifacts']]) for r in rows]"
}
{
	echo '- [Reading Charts With Small Models](https://arxiv.org/abs/2303.00001)'
	echo '- [tide](https://huggingface.co/example-lab/tide-1b)'
	echo '- [tide](https://github.com/example-lab/tide)'
} >list.md
by='<license>http://creativecommons.org/licenses/by/4.0/</license>'
for none in 'null' '{"spdx_id":"NOASSERTION"}'; do
	rm -rf "$cache"
	{
		said 2026-10-01 7
		code 2026-10-01 '{"spdx_id":"MIT"}'
		code 2026-10-08 "$none"
		oai 2026-10-01 "$by"
		oai 2026-10-08 ''
		model 2026-10-01 ',"tags":["license:mit"]'
		model 2026-10-08 ',"tags":["license:unknown"]'
	} >answers
	run 0 cache import answers
	as_of 2026-10-01
	was=$(licenses)
	case $was in *None*) fail "nothing to lose: $was" ;; esac
	as_of 2026-10-08
	same "licences after a reply that has none" "$(licenses)" "$was"
	same "told" "$(query "$(release)/data/findings.csv" \
		"[r['field'] for r in rows if r['code'] == 'value-fell']")" \
		"['license', 'license', 'license']"
	# Said again a week later it counts.
	{
		code 2026-10-08 "$none" | sed 's/"http_status"/"confirmed_at":"2026-10-15T00:00:00Z",&/'
		oai 2026-10-08 '' | sed 's/"http_status"/"confirmed_at":"2026-10-15T00:00:00Z",&/'
	} >answers
	run 0 cache import answers
	as_of 2026-10-15
	same "once confirmed, only the model's is held back" "$(licenses | grep -o "'[^']*'" |
		sort -u | tr '\n' ' ')" "'MIT' "
done

# ---- the last release: what cannot be read is not "none" ----
as_of 2026-10-01
mv "$(release)" "$tmp/kept"
folder=$releases/demo-2026-10-01
for damage in cut manifest unreadable foreign; do
	rm -rf "$releases"
	mkdir -p "$releases"
	cp -a "$tmp/kept" "$folder"
	case $damage in
	# At a line's end.
	cut) sed -i '$d' "$folder/data/works.jsonl" ;;
	manifest) rm "$folder/manifest-sha256.txt" ;;
	# An id that is none of ours would be the work's for ever.
	foreign)
		sed -i '1s|"id":"[^"]*"|"id":"../../elsewhere"|' "$folder/data/works.jsonl"
		(cd "$folder" && sed -i '/ data\/works.jsonl$/d' manifest-sha256.txt &&
			sha256sum data/works.jsonl >>manifest-sha256.txt)
		;;
	unreadable) rm "$folder/data/works.jsonl" && mkdir "$folder/data/works.jsonl" ;;
	esac
	run 74 --offline --min-coverage 0 --name demo --as-of 2026-10-08T12:00:00Z list.md
	contains "$tmp/err" "the last release cannot be read"
	same "releases after $damage" "$(ls "$releases")" "demo-2026-10-01"
done
