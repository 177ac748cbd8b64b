#!/bin/sh
# What the curator decides: overrides.csv, [accept], values in quotes.  The
# answers come from a file; nobody is asked.
. "${0%/*}/lib.sh"
unset ENRICH_PACE_SCALE

said() { # said ARXIV-ID NUMBER TITLE
	printf '{"origin":"https://api.semanticscholar.org","source":"semanticscholar",'
	printf '"subject":"arxiv:%s","state":"found","retrieved_at":"2026-10-01T00:00:00Z",' "$1"
	printf '"confirmed_at":"2026-10-01T00:00:00Z","http_status":200,'
	printf '"body":{"paperId":"012345678901234567890123456789012345678%s",' "$2"
	printf '"externalIds":{"ArXiv":"%s","CorpusId":%s},' "$1" "$2"
	printf '"title":"%s","year":2023,"citationCount":5%s}}\n' "$3" "$2"
}
charts="Reading Charts With Small Models"
maps="Drawing Maps of Unknown Rivers"
said 2303.00001 1 "$charts" >answers
said 2303.00002 2 "$maps" >>answers
said 2303.00003 3 "An Answer About Something Else" >>answers
run 0 cache import answers

cat >list.md <<END
- [$charts](https://arxiv.org/abs/2303.00001)
- [$maps](https://arxiv.org/abs/2303.00002)
- [Counting Ships in Narrow Channels](https://arxiv.org/abs/2303.00003)
END
mkdir -p "$XDG_CONFIG_HOME/enrich"
conf=$XDG_CONFIG_HOME/enrich/enrich.conf
overrides=$XDG_CONFIG_HOME/enrich/overrides.csv
configure() { # configure [LINE UNDER accept]
	cat >"$conf" <<END
[lists]
fleet = "$PWD/list.md"

[release]
name = 'demo'
title = "Ships" and 'charts'

[override]
file = "overrides.csv"

[accept]
${1-}
END
}
as_of() { # as_of STATUS: the release of the curator's files
	rm -rf "$releases"
	run "$1" --offline --min-coverage 0 --as-of 2026-10-01T12:00:00Z
}

# ---- overrides: every field that there is --------------------------------

cat >"$overrides" <<'END'
id,field,value,reason,date
arxiv:2303.00001,title,Reading Charts,as printed,2026-09-01
arxiv:2303.00001,title,Reading Nautical Charts,the last one stands,2026-09-02
arxiv:2303.00001,authors,Ann Lee; Bo Chan,told by mail,
https://arxiv.org/abs/2303.00001,container_title,"Journal of ""Charts"", New Series",on paper,
arxiv:2303.00001,publisher,Harbour Press,,
arxiv:2303.00001,issued,2024-03,,
arxiv:2303.00001,first_public,2023-02-28,,
arxiv:2303.00001,type,book,,
arxiv:2303.00001,license,CC-BY-4.0,,
arxiv:2303.00001,cited_by_count,7,,
arxiv:2303.00001,is_open_access,true,,
arxiv:2303.00001,is_retracted,true,,
arxiv:2303.00001,is_withdrawn,false,,
arxiv:2303.00001,institute,School of Pilots,,
arxiv:2303.00001,base_model,harbour/base,,
arxiv:2303.00001,name,Charty,,
arxiv:2303.00001,url,https://example.org/charts,,
arxiv:2303.00001,doi,10.5555/CHARTS,,
arxiv:2303.00001,acl,2024.charts-1.1,,
arxiv:2303.00001,pmid,123456,,
arxiv:2303.00001,pmcid,PMC123456,,
arxiv:2303.00001,s2_corpus,987,,
arxiv:2303.00002,venue,CoNLL 2023,,
arxiv:2303.00002,stage,published,,
arxiv:2303.00002,year,2022,,
arxiv:2303.00002,arxiv_id,2303.09999,,
arxiv:2303.00002,acl_id,2024.maps-1.1,,
arxiv:2303.00002,s2_corpus_id,654,,
arxiv:2303.00003,arxiv,2303.08888,,
arxiv:2303.00003,kind,dataset,,
END
configure
as_of 0
about() { # about N EXPRESSION over `r`, the work at line N
	works "[($2) for r in rows if r['mentions'][0]['line'] == $1][0]"
}
good() { # good N: the identifiers that hold
	about "$1" "sorted(i['kind'] + ' ' + i['value'] for i in r['ids'] if i['status'] == 'good')"
}
query "$(release)/data/works.jsonl" "json.dumps(rows, indent=1)" >"$tmp/out"
same "people" "$(about 1 "[a['literal'] for a in r['authors']]")" "['Ann Lee', 'Bo Chan']"
same "figures" "$(about 1 "[r[k] for k in ('issued', 'year', 'first_public', 'license',
    'cited_by_count', 'is_open_access', 'is_retracted', 'is_withdrawn')]")" \
	"['2024-03', 2024, '2023-02-28', 'CC-BY-4.0', 7, True, True, False]"
same "identifiers" "$(good 1)" "['acl 2024.charts-1.1', 'arxiv 2303.00001', \
'doi 10.5555/charts', 'pmcid PMC123456', 'pmid 123456', 's2_corpus 987']"
same "where a value is from" "$(about 1 "[p['source'] for p in r['provenance']
    if p['field'] == 'title']")" "['override']"
same "other names" "$(about 2 "[r[k] for k in ('stage', 'container_title', 'year')]")" \
	"['published', 'CoNLL 2023', 2022]"
same "other identifiers" "$(good 2)" \
	"['acl 2024.maps-1.1', 'arxiv 2303.09999', 's2_corpus 654']"
same "kind" "$(about 3 "r['kind']")" dataset
# A value in quotes, and one that only begins and ends with some.
contains "$(release)/README.md" 'on paper'
contains "$(release)/README.md" '"Ships" and '
same "the list's name" "$(about 1 "r['mentions'][0]['list']")" fleet

# What is accepted and not there, what is overridden and in no list: told; and the
# reason of what is accepted stands in the release.
printf 'id,field,value,reason,date\narxiv:2303.07777,title,Gone,,\n' >"$overrides"
configure
as_of 0
contains "$tmp/err" "no row of the lists has arxiv:2303.07777, whose title should be Gone"
key=$(sed -n '/,link-title-mismatch,/s/,.*//p' "$(release)/data/findings.csv")
configure "$key = the ships know better
f00dcafe = what was once"
as_of 0
contains "$tmp/err" "[accept] f00dcafe matches no finding"
lacks "$tmp/err" "[accept] $key"
contains "$(release)/data/findings.csv" ",the ships know better"
configure

# ---- and what is refused, with its line ----------------------------------

refused() { # refused ROW WORDS: 78, one line
	printf 'id,field,value,reason,date\narxiv:2303.00001,title,Charts,,\n%s\n' "$1" >"$overrides"
	as_of 78
	same "lines about $1" "$(wc -l <"$tmp/err" | tr -d ' ')" 1
	contains "$tmp/err" "overrides.csv:3: $2"
	no_release
}
refused "arxiv:2303.00001,titel,Charts,," "there is no field titel"
refused "arxiv:2303.00001,licence,MIT,," "there is no field licence"
refused "arxiv:2303.00001,Title,Charts,," "there is no field Title"
refused "arxiv:2303.00001,,Charts,," "field is empty"
refused "arxiv:2303.00001,title,,," "there is no value for title"
refused "charts,title,Charts,," "id is no identifier"
refused "arxiv:2303.00001,title,Charts,,soon" "date is no date"
refused "arxiv:2303.00001,kind,papre,," "kind is paper, model, dataset, code, space or webpage, not papre"
refused "arxiv:2303.00001,stage,printed,," "stage is preprint or published, not printed"
refused "arxiv:2303.00001,is_retracted,no,," "is_retracted is true or false, not no"
refused "arxiv:2303.00001,cited_by_count,many,," "cited_by_count is a number, not many"
refused "arxiv:2303.00001,issued,spring,," "issued is a date"
refused 'arxiv:2303.00001,title,"Charts,,' "a quoted cell has no end"
printf 'id,value\narxiv:2303.00001,Charts\n' >"$overrides"
as_of 78
contains "$tmp/err" "overrides.csv:1: the first line must name id, field, value"
rm "$overrides"
as_of 78
contains "$tmp/err" "overrides.csv: No such file"

# ---- [accept]: dismissed until its value changes -------------------------

echo 'id,field,value' >"$overrides"
as_of 0
state_of() { # state_of KEY
	query "$(release)/data/findings.csv" "[r['state'] for r in rows if r['key'] == '$1']"
}
key=$(query "$(release)/data/findings.csv" "[r['key'] for r in rows
    if r['code'] == 'link-title-mismatch'][0]")
same "before" "$(state_of "$key")" "['new']"
# The page says how: its boxed line is what is copied.
contains "$(release)/report.html" "<code class=\"paste\">$key = reason</code>"
contains "$(release)/report.html" '<dt>says</dt><dd class="given">https://arxiv.org/abs/2303.00003</dd>'
contains "$(release)/report.html" '<dt>is</dt><dd class="found">An Answer About Something Else</dd>'
configure "$key = the link is meant to go there"
as_of 0
same "accepted" "$(state_of "$key")" "['accepted']"
lacks "$(release)/report.html" "$key = reason"
configure "12345 = too short"
as_of 78
contains "$tmp/err" "enrich.conf:12: a finding's key has 8 hexadecimal digits"
