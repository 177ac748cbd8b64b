#!/bin/sh
# A source that is down makes the release partial, not wrong: status 3.
. "${0%/*}/lib.sh"
start_standin

fault '{"service": "huggingface", "kind": "503", "times": -1}'
job 3
whole_release
contains "$tmp/err" "partial"
contains "$tmp/err" "Hugging Face"
at_most "lines of the mail" "$(wc -l <"$tmp/err")" 20
same "outcome" "$(works "sorted({o['outcome'] for r in rows for o in r['outcomes']
    if o['source'] == 'huggingface'})")" "['unanswered']"
same "models said to be gone" "$(works "sum(a['status'] == 'gone'
    for r in rows for a in r['artifacts'])")" 0
same "papers all the same" "$(works "sum(1 for r in rows if r.get('cited_by_count')) > 25")" True
asked=$(counter semanticscholar requests)

# The next run asks only what is open.
reset_standin
job 0
same "papers asked again" "$(counter semanticscholar requests)" 0
at_least "models asked" "$(counter huggingface requests)" 5
at_least "the first run asked papers" "$asked" 1

# Too many missing: nothing is written.
fault '{"service": "*", "kind": "500", "times": -1}'
rm -rf "$releases"
job 69 --cache "$tmp/none" --state "$tmp/state-none"
no_release
