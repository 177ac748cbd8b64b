#!/bin/sh
# -v: one line a request; progress with rate, reason and time left; priorities
# for the journal where standard error is the journal, and only there.
. "${0%/*}/lib.sh"
start_standin

fault '{"service": "github", "kind": "500", "times": 2}'
job 0 --since 2024-01 -v
same "a line a request" "$(grep -cE '^enrich: (GET|POST) 127' "$tmp/err")" "$(requests)"
contains "$tmp/err" " 200, "
contains "$tmp/err" " 500, "
contains "$tmp/err" "again in"
same "other lines" "$(grep -vcE '^enrich: ' "$tmp/err")" 0

# journal OPTIONS…: a run whose standard error is what JOURNAL_STREAM names.
journal() {
	: >"$tmp/err"
	# shellcheck disable=SC2094
	# shellcheck disable=SC2094
	JOURNAL_STREAM=$(stat -c %d:%i "$tmp/err") "$ENRICH" --name demo \
		"$@" $lists >"$tmp/out" 2>>"$tmp/err"
	same "status" $? "$wanted"
	same "lines without a priority" "$(grep -vcE '^<[3-7]>enrich: ' "$tmp/err")" 0
}
reset_standin
wanted=3
fault '{"service": "huggingface", "kind": "503", "times": -1}'
journal --cache "$tmp/journal" -vv
contains "$tmp/err" "<3>enrich: "
contains "$tmp/err" "<6>enrich: GET "
same "the partial release" "$(grep -c '^<3>.*partial release' "$tmp/err")" 1
reset_standin
wanted=0
journal --cache "$tmp/journal"
silent
journal --cache "$tmp/journal" --metrics "$tmp/nowhere/x.prom"
contains "$tmp/err" "<4>enrich: $tmp/nowhere/x.prom"
# Inherited by a child whose standard error went elsewhere: no priorities.
JOURNAL_STREAM=1:1
export JOURNAL_STREAM
job 0 --metrics "$tmp/nowhere/x.prom"
contains "$tmp/err" "enrich: $tmp/nowhere/x.prom"
lacks "$tmp/err" "<4>"
unset JOURNAL_STREAM

# Where no terminal can be made, there is nothing to look at.
rest_needs script -qec true /dev/null
reset_standin
fault '[{"service": "semanticscholar", "kind": "429", "retry_after": 90},
	{"service": "arxiv_oai", "kind": "503", "retry_after": 90, "after": 3}]'
script -qec "stty cols 100 rows 30; '$ENRICH' --name demo --cache '$tmp/screen' $lists" \
	/dev/null >"$tmp/out" 2>"$tmp/err" </dev/null
same "status" $? 0
python - "$tmp/out" <<'END' || fail "the progress says too little"
import re, sys
with open(sys.argv[1], encoding="utf-8", newline="") as file:
    text = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", file.read())
for wanted in (r"OAI-PMH\) +\d+ of \d+ +\d+/(s|min)", r"429, waiting \d+ s",
               r"503, waiting", r"done"):
    if not re.search(wanted, text):
        sys.exit("no " + wanted)
END
