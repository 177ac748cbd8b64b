#!/bin/sh
# --discover: models that mention a paper are related to it, and no more.
. "${0%/*}/lib.sh"
start_standin
cat >"$tmp/papers.md" <<'END'
# Papers
- [Towards Conversational Diagnostic AI](https://arxiv.org/abs/2401.05654)
END
mentions() {
	works "[x['id'] for r in rows for x in r['related']
	    if x['relation'] == 'mentions']"
}
run 0 --name demo "$tmp/papers.md"
same "without being asked to" "$(mentions)" "[]"
same "requests" "$(counter huggingface requests)" 0
run 0 --name demo --discover "$tmp/papers.md"
same "models that mention it" "$(mentions)" "['hf:example-medical-lab/tide-1b']"
same "artifacts" "$(works "[r['artifacts'] for r in rows]")" "[[]]"
same "requests for it" "$(counter huggingface requests)" 1
run 0 --name demo --discover "$tmp/papers.md"
same "requests, a second time" "$(counter huggingface requests)" 1
# An outage leaves what was known.
reset_standin
fault '{"service": "huggingface", "kind": "503", "times": -1}'
run 3 --name demo --discover --refresh "$tmp/papers.md"
same "during an outage" "$(mentions)" "['hf:example-medical-lab/tide-1b']"

# --url of one source moves the others of its service too.
reset_standin
s2=$ENRICH_SEMANTICSCHOLAR_URL
unset ENRICH_SEMANTICSCHOLAR_URL
run 0 --name demo --url "semanticscholar=$s2" "$tmp/papers.md"
