#!/bin/sh
# The plan says beforehand what the run then does.
. "${0%/*}/lib.sh"
start_standin

# plan NAME: requests planned for a source.
planned() {
	query "$tmp/plan.json" "sum(s['requests'] for s in rows[0]['sources']
	    if s['source'] == '$1')"
}
run 0 plan $lists
contains "$tmp/out" "Semantic Scholar"
contains "$tmp/out" "minutes"
contains "$tmp/out" "44 entries of 3 lists: 43 works"
lacks "$tmp/out" "DOI Foundation"
cp "$tmp/out" "$tmp/plan"
job 0 --dry-run
cmp -s "$tmp/plan" "$tmp/out" || fail "--dry-run differs from plan"
run 0 plan --json $lists
cp "$tmp/out" "$tmp/plan.json"
same "requests for a plan" "$(requests)" 0
no_release
[ ! -e "$cache" ] || fail "a plan made a cache"

job 0
same "semanticscholar as planned" "$(counter semanticscholar requests)" \
	$(($(planned semanticscholar) + $(planned semanticscholar-title)))
# Which titles arXiv is asked for depends on what Semantic Scholar knows.
at_least "arxiv as planned" "$(grep -c id_list= "$tmp/log")" "$(planned arxiv)"
# What is learned late goes on its way alone, as the plan says it may.
more=$(query "$tmp/plan.json" "sum(s['requests_more'] for s in rows[0]['sources']
    if s['source'] == 'arxiv')")
at_most "arxiv as planned" "$(grep -c id_list= "$tmp/log")" "$(($(planned arxiv) + more))"
# A rename costs a second request, which nobody can plan.
at_least "github as planned" "$(counter github requests)" "$(planned github)"
at_most "github as planned" "$(counter github requests)" "$(($(planned github) + 2))"

# With everything fresh the plan is empty.
run 0 plan --json $lists
cp "$tmp/out" "$tmp/plan.json"
same "planned when all is fresh" "$(query "$tmp/plan.json" \
	"sum(s['requests'] for s in rows[0]['sources'])")" 0
run 0 plan --since 2024-01 $lists
contains "$tmp/out" "since 2024-01: "
contains "$tmp/out" " older are not asked about"
run 0 plan --since 2024-01 --cache "$tmp/new" --json $lists
cp "$tmp/out" "$tmp/plan.json"
at_least "papers since 2024" "$(query "$tmp/plan.json" \
	"[s['ids'] for s in rows[0]['sources']
    if s['source'] == 'semanticscholar'][0]")" 10
at_most "papers since 2024" "$(query "$tmp/plan.json" \
	"[s['ids'] for s in rows[0]['sources']
    if s['source'] == 'semanticscholar'][0]")" 30
