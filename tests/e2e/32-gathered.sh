#!/bin/sh
# Models of one owner are listed at once; repositories, with a token, are one
# query.  What a list does not hold is asked alone, and only that is absent.
. "${0%/*}/lib.sh"
start_standin
python - "$top_srcdir/tests/standin/fixtures" >"$tmp/owners" <<'END'
import collections, json, sys
owners = collections.defaultdict(list)
for line in open(sys.argv[1] + "/huggingface.jsonl"):
    row = json.loads(line)
    if row["kind"] == "model" and "/" in row["id"]:
        owners[row["id"].split("/")[0]].append(
            (row["id"], bool(row.get("moved_to") or row.get("private"))))
name, rows = max(owners.items(), key=lambda pair: (len(pair[1]), pair[0]))
print(name, len(rows), sum(listed for _, listed in rows))
for model, _ in sorted(rows):
    print(model)
END
read -r owner wanted unlisted <"$tmp/owners"
at_least "models of one owner" "$wanted" 3
{
	printf '# Models\n\n| Model | Link |\n|---|---|\n'
	sed 1d "$tmp/owners" | while read -r model; do
		echo "| ${model#*/} | [model](https://huggingface.co/$model) |"
	done
	echo "| nothing | [model](https://huggingface.co/$owner/never-was-there) |"
} >"$tmp/many.md"
status_of() { # status_of MODEL
	query "$(release)/data/artifacts.csv" \
		"[r['status'] for r in rows if r['id'].endswith('$1')]"
}
run 0 --name demo "$tmp/many.md"
# One list, and each that is not in it alone; a redirect costs one more.
same "lists" "$(grep -c 'author=' "$tmp/log")" 1
at_most "requests" "$(counter huggingface requests)" $((2 + 2 * unlisted))
same "what nobody has" "$(works "[o['outcome'] for r in rows
    for o in r['outcomes'] if r['title'] == 'nothing']")" "['absent']"
before=$(requests)
run 0 --name demo "$tmp/many.md"
same "asked again while fresh" "$(requests)" "$before"

# Pages: as long as one answers more than it costs.
stop_standin
start_standin --hf-page 2
rm -rf "$releases"
: >"$tmp/log"
run 0 --name demo --cache "$tmp/c2" --state "$tmp/s2" "$tmp/many.md"
at_least "pages" "$(grep -c 'cursor=' "$tmp/log")" 1
same "all answered" "$(last_run "sum(s['unanswered'] for s in rows[0]['sources'])")" 0

# Repositories: one query with a token, one by one without.
stop_standin
start_standin
python - "$top_srcdir/tests/standin/fixtures" >"$tmp/code.md" <<'END'
import json, sys
print("# Code\n\n| Name | Link |\n|---|---|")
for line in open(sys.argv[1] + "/github.jsonl"):
    name = json.loads(line)["id"]
    print("| %s | [code](https://github.com/%s) |" % (name.split("/")[1], name))
print("| nothing | [code](https://github.com/example-medical-lab/never-was) |")
END
code() { # what the release says of repositories, times aside
	query "$(release)/data/artifacts.csv" "sorted((r['id'], r['license'],
	    r['stars'], r['archived'], r['status']) for r in rows)"
}
rm -rf "$releases"
run 0 --name demo --cache "$tmp/c3" --state "$tmp/s3" "$tmp/code.md"
code >"$tmp/by-rest"
alone=$(counter github requests)
reset_standin
rm -rf "$releases"
: >"$tmp/log"
GITHUB_TOKEN=token run 0 --name demo --cache "$tmp/c4" --state "$tmp/s4" "$tmp/code.md"
code >"$tmp/by-query"
cmp -s "$tmp/by-rest" "$tmp/by-query" || fail "a query tells something else: \
$(diff "$tmp/by-rest" "$tmp/by-query")"
same "queries" "$(grep -c '/graphql"' "$tmp/log")" 1
at_most "requests with a token" "$(counter github requests)" $((alone / 2))

# A token that is refused: said once, then one by one.
reset_standin
rm -rf "$releases"
fault '{"service": "github", "kind": "dead-key", "times": -1}'
GITHUB_TOKEN=dead run 0 --name demo --cache "$tmp/c5" --state "$tmp/s5" "$tmp/code.md"
same "lines about the token" "$(grep -c GITHUB_TOKEN "$tmp/err")" 1
code >"$tmp/without"
cmp -s "$tmp/by-rest" "$tmp/without" || fail "something else without the token"
