#!/bin/sh
# A list whose host does not answer: the copy that is kept is read, and the
# release is partial and says of when it is.  Without a copy: 66.
. "${0%/*}/lib.sh"
site=$tmp/site
mkdir -p "$site/owner/lists/main"
start_standin --raw "$site"
cp "$top_srcdir/tests/e2e/lists/models.md" "$top_srcdir/tests/e2e/lists/agents.md" "$site/owner/lists/main"
models=http://127.0.0.1:$port/raw/owner/lists/main/models.md
agents=http://127.0.0.1:$port/raw/owner/lists/main/agents.md
down='{"service": "raw", "path": "agents.md", "kind": "503", "times": -1}'
week=$((7 * 86400))

input() { # input EXPRESSION over `i`, the inputs of the last run
	last_run "[$1 for i in rows[0]['inputs']]"
}
lists() { # lists STATUS OPTIONS...
	lists_wanted=$1
	shift
	run "$lists_wanted" --name demo --cache "$tmp/week" "$@" "$models" "$agents"
}

run 0 --name demo "$models" "$agents"
before=$(date -u -d "@$(($(date +%s) - week))" +%F)
export_answers
aged week $week
rm -rf "$releases"

fault "$down"
lists 3 --summary --license CC0-1.0
contains "$tmp/err" "partial release: the list agents did not come, its copy of $before was read"
contains "$tmp/err" "HTTP 503; the copy of $before was read"
contains "$tmp/err" "next: "
at_most "lines" "$(wc -l <"$tmp/err")" 20
contains "$tmp/out" "the list agents did not come, its copy of $before was read"
whole_release
same "how they came" "$(input "(i['list'], i['from'], (i['kept_at'] or '')[:10])")" \
	"[('models', 'unchanged', ''), ('agents', 'copy', '$before')]"
contains "$state/last-run.json" '"trouble": "HTTP 503'
same "nothing of it is lost" "$(works "sum(m['list'] == 'agents' for r in rows for m in r['mentions'])")" \
	"$(input "i['entries']" | sed 's/.*, \([0-9]*\).*/\1/')"
sum=$(sha256sum "$site/owner/lists/main/agents.md" | cut -d' ' -f1)
same "revision" "$(query "$(release)/datapackage.json" \
	"[s['version'] for s in rows[0]['sources'] if s['title'] == 'agents']")" "['sha256:$sum']"
for file in README.md report.html bag-info.txt; do
	contains "$(release)/$file" "its copy of $before was read"
done

# Told once; what else is there to say is the same line.
lists 3
same "lines the second time" "$(wc -l <"$tmp/err" | tr -d ' ')" 1
contains "$tmp/err" "for the same reason as since $(date -u +%F)"
# Any outage; and the cache says the same offline, to the byte.
for kind in close reset hang 429; do
	reset_standin
	fault "{\"service\": \"raw\", \"path\": \"agents.md\", \"kind\": \"$kind\", \"times\": -1, \"seconds\": 1}"
	SOURCE_DATE_EPOCH=2000000000 lists 3 --previous none -o "$tmp/$kind"
done
reset_standin
control POST "reset?only=counters" >/dev/null
SOURCE_DATE_EPOCH=2000000000 lists 3 --previous none -o "$tmp/offline" --offline
same "requests offline" "$(requests)" 0
same "archive" "$(cat "$tmp"/offline/*.tar.gz | sha256sum)" "$(cat "$tmp"/429/*.tar.gz | sha256sum)"
# What would be asked, and what is in it.
fault "$down"
run 0 plan --cache "$tmp/week" "$agents"
contains "$tmp/err" "did not come: HTTP 503; its copy of $before is read"
run 66 extract "$agents"
run 66 --name demo --cache "$tmp/none" "$agents"
contains "$tmp/err" "there is no earlier copy"

# It answers again; what it says then counts, be it that there is no list.
reset_standin
sleep 1
lists 0
silent
same "how they came" "$(input "i['from']")" "['unchanged', 'unchanged']"
same "trouble" "$(input "i['trouble']")" "[None, None]"
lists 0 --offline
printf '# Agents\n\n- [One Agent](https://one.example/)\n' >"$site/owner/lists/main/agents.md"
lists 65
contains "$tmp/err" "shrank from 16 entries to 1"
rm "$site/owner/lists/main/agents.md"
lists 66
contains "$tmp/err" "HTTP 404"
contains "$tmp/err" "kept: the copy of $(date -u +%F)"
