#!/bin/sh
# sources --check: one small request of each form, held against what the program takes
# for granted; what changed is named.
. "${0%/*}/lib.sh"
start_standin
GITHUB_TOKEN=some-token
export GITHUB_TOKEN
run 0 sources --check --discover
forms=$(wc -l <"$tmp/out" | tr -d ' ')
at_least "forms" "$forms" 23
same "as expected" "$(grep -c 'as expected$' "$tmp/out")" "$forms"
# Two of them a second time, with their validators.
same "requests" "$(requests)" $((forms + 2))
# Without a key what needs one is not asked, and that is no fault.
unset GITHUB_TOKEN
run 0 sources --check --skip-source openalex
same "not asked" "$(grep -c 'GitHub *query *not asked: needs a key' "$tmp/out")" 1
lacks "$tmp/out" OpenAlex

# checked STATUS LINE FAULT: after that fault a line says so, and it alone.
checked() {
	reset_standin
	rm -rf "$state"
	fault "$3"
	run "$1" sources --check
	grep -qE "$2" "$tmp/out" || fail "no such line: $2"
	same "lines that are not as expected" "$(grep -vc 'as expected$\|needs a key$' "$tmp/out")" 1
}
checked 3 '^Semantic Scholar +batch of ids +changed: 0.citationCount is of another kind$' \
	'{"service": "semanticscholar", "path": "batch", "kind": "twist", "times": -1,
	"pattern": "\"citationCount\": (\\d+)", "with": "\"citationCount\": \"\\1\""}'
checked 3 '^Crossref +one DOI +changed: message.publisher is not there$' \
	'{"service": "crossref", "path": "/works/10", "kind": "twist", "times": -1,
	"headers": {"X-Rate-Limit-Limit": "5", "X-Rate-Limit-Interval": "1s"},
	"pattern": "\"publisher\"", "with": "\"published-by\""}'
checked 3 '^arXiv \(OAI-PMH\) +record +changed: arxiv:1706.03762 says nothing of license$' \
	'{"service": "arxiv_oai", "kind": "twist", "times": -1,
	"pattern": "<license>.*</license>", "with": ""}'
checked 3 '^arXiv +list of ids +changed: type application/octet-stream$' \
	'{"service": "arxiv", "path": "id_list", "kind": "wrong-type", "times": -1}'
checked 3 '^GitHub +repository +changed: status 200, not 304, for what is unchanged$' \
	'{"service": "github", "kind": "twist", "after": 1, "times": -1, "pattern": "x^", "with": ""}'
checked 3 '^OpenAlex +list of DOIs +refused: HTTP status 400$' \
	'{"service": "openalex", "path": "filter", "kind": "status", "status": 400, "times": -1}'
S2_API_KEY=wrong
export S2_API_KEY
checked 77 '^Semantic Scholar +batch of ids +refused: the key in S2_API_KEY$' \
	'{"service": "semanticscholar", "path": "batch", "kind": "dead-key", "times": -1}'
