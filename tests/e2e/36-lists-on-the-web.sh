#!/bin/sh
# Lists by address: fetched and kept like answers, asked for conditionally,
# taken from the cache offline; what is no list any more makes no release.
. "${0%/*}/lib.sh"
site=$tmp/site
mkdir -p "$site/owner/lists/HEAD" "$site/owner/lists/main"
start_standin --raw "$site"
cp "$top_srcdir/tests/e2e/lists/models.md" "$site/owner/lists/HEAD/README.md"
cp "$top_srcdir/tests/e2e/lists/agents.md" "$site/owner/lists/main/agents.md"
export ENRICH_GITHUB_RAW_URL="http://127.0.0.1:$port/raw"
export SOURCE_DATE_EPOCH=2000000000
page=https://github.com/owner/lists
url=http://127.0.0.1:$port/raw/owner/lists/main/agents.md

input() { # input EXPRESSION over `i`, the inputs of the last run
	last_run "[$1 for i in rows[0]['inputs']]"
}

refused() { # refused STATUS WORDS ARGUMENTS...: four parts, no release
	refused_status=$1 refused_words=$2
	shift 2
	before=$(ls "$releases")
	run "$refused_status" --name demo "$@"
	for part in "no release written: the list " "$refused_words" "kept: " \
		"next: " "last-run.json   status $refused_status"; do
		contains "$tmp/err" "$part"
	done
	at_most "lines" "$(wc -l <"$tmp/err")" 20
	same "releases" "$(ls "$releases")" "$before"
	same "exit in last-run.json" "$(last_run "rows[0]['exit']")" "$refused_status"
}

# A page of GitHub becomes the raw file; name, address and digest are kept.
run 0 --name demo "$page" "$url"
silent
whole_release
same "names" "$(works "sorted({m['list'] for r in rows for m in r['mentions']})")" \
	"['agents', 'lists']"
same "how they came" "$(input "(i['list'], i['from'], i['url'])")" \
	"[('lists', 'fetched', '$ENRICH_GITHUB_RAW_URL/owner/lists/HEAD/README.md'), ('agents', 'fetched', '$url')]"
sum=$(sha256sum "$site/owner/lists/main/agents.md" | cut -d' ' -f1)
same "digest" "$(input "i['sha256']" | grep -c "$sum")" 1
contains "$(release)/bag-info.txt" "$url"
contains "$(release)/bag-info.txt" "$sum"
contains "$(release)/datapackage.json" "\"version\": \"sha256:$sum\""
first=$(sha256sum <"$(release).tar.gz")

# Nothing new there: 304, and the same release without any request for answers.
control POST "reset?only=counters" >/dev/null
run 0 --name demo "$page" "$url"
same "how they came" "$(input "i['from']")" "['unchanged', 'unchanged']"
same "requests" "$(requests) $(counter raw requests)" "2 2"
same "statuses" "$(counted counters 'got["services"]["raw"]["statuses"]')" "{'304': 2}"
same "archive" "$(sha256sum <"$(release).tar.gz")" "$first"

# A list of another kind, by what its name ends in; a query changes nothing.
cp "$top_srcdir/tests/lists/papers.bib" "$site/papers.bib"
run 0 extract -q "http://127.0.0.1:$port/raw/papers.bib?raw=1"
same "entries of BibTeX" "$(wc -l <"$tmp/out")" \
	"$(wc -l <"$top_srcdir/tests/lists/papers.bib.jsonl")"

# Secrets in an address are used and shown nowhere.
cp "$site/papers.bib" "$site/private.bib"
printf 'me:pa@ss-word\n' >"$site/private.bib.auth"
secret="http://me:pa%40ss-word@127.0.0.1:$port/raw/private.bib?token=tok-en&v=1"
run 0 -v --name private "$secret"
contains "$tmp/err" "http://127.0.0.1:$port/raw/private.bib?v=1"
mkdir "$tmp/said"
cp "$tmp/out" "$tmp/err" "$tmp/said"
refused 66 "HTTP 401" -v "http://me:pa%40ss-wo@127.0.0.1:$port/raw/private.bib?token=tok-en"
cp "$tmp/err" "$tmp/denied"
run 0 cache export
for folder in "$tmp/out" "$tmp/said" "$tmp/denied" "$state" "$releases" "$cache"; do
	! grep -rqE 'pa(%40|@)ss-wo|tok-en|bWU6' "$folder" ||
		fail "a secret is in $folder"
done

# Not there, somewhere else, down: 66.
refused 66 "HTTP 404" "$url.gone"
contains "$tmp/err" "there is no earlier copy"
refused 66 "HTTP 404" https://github.com/owner/nothing
contains "$tmp/err" "there is no README.md"
same "names tried" "$(grep -c '/owner/nothing/HEAD/' "$tmp/log")" 3
fault '{"service": "raw", "kind": "redirect", "url": "http://other.example/", "times": 1}'
refused 66 "redirected elsewhere, to http://other.example" "$url"
fault '{"service": "raw", "kind": "503", "times": 3}'
refused 66 "HTTP 503" "$url?v=3"
contains "$tmp/err" "there is no earlier copy"

# There, but no list any more: 65, and the copy that is kept stays.
fault '{"service": "raw", "kind": "html", "times": 1}'
refused 65 "came as a web page" "$url"
printf '\n<!-- moved -->\n<!DOCTYPE html>\n<html><title>Sign in</title>\n' >"$site/owner/lists/main/agents.md"
refused 65 "is an HTML page" "$url"
: >"$site/owner/lists/main/agents.md"
refused 65 "holds no entries; it had 16" "$url"
printf '404: Not Found' >"$site/owner/lists/main/agents.md"
refused 65 "holds no entries" "$url"
printf '# Agents\n\n- [One Agent](https://one.example/)\n' >"$site/owner/lists/main/agents.md"
refused 65 "shrank from 16 entries to 1" "$page" "$url"
refused 65 "shrank from 16 entries to 1" --max-shrink 0.93 "$url"
contains "$tmp/err" "run once with --max-shrink 1"

# Offline the last good copy speaks, as if the web had never changed.
control POST "reset?only=counters" >/dev/null
run 0 --offline --name demo -o "$tmp/offline" "$page" "$url"
same "how they came" "$(input "i['from']")" "['cache', 'cache']"
same "requests" "$(requests)" 0
same "archive" "$(sha256sum <"$tmp/offline/demo-2033-05-18.tar.gz")" "$first"
run 0 explain arxiv:2402.10373 "$page" "$url"
same "requests of explain" "$(requests)" 0
refused 66 "no copy of it is kept" --offline "$url?v=2"

# When it is meant it is said once, and is then the new measure.
run 0 --name demo --max-shrink 1 "$url"
run 0 --name demo "$url"
same "how it came" "$(input "(i['from'], i['entries'])")" "[('unchanged', 1)]"
