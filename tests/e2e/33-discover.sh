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
ENRICH_SEMANTICSCHOLAR_URL=$s2
export ENRICH_SEMANTICSCHOLAR_URL

# What stands in a collection is related, and nobody's own artifact.
cat >"$tmp/collections.md" <<'END'
# Models
- [Qwen3 models](https://huggingface.co/collections/Qwen/qwen3)
- [Qwen3 models](https://huggingface.co/collections/Qwen/qwen3)
- [Towards Conversational Diagnostic AI](https://arxiv.org/abs/2401.05654), [models](https://huggingface.co/collections/Qwen/qwen3)
END
rm -rf "$releases"
reset_standin
run 0 --name demo --cache "$tmp/collections" "$tmp/collections.md"
same "what is part of it, and what a paper refers to" "$(works "sorted((r['kind'], r['id'],
    len(r['mentions']), len(r['artifacts']), [(x['relation'], x['id']) for x in r['related']]) for r in rows)" | tr -d ' ')" \
	"[('paper','arxiv:2401.05654',1,0,[('References','arxiv:2505.09388'),('References','hf-dataset:Qwen/invented-data'),\
('References','hf-space:Qwen/invented-space'),('References','hf:Qwen/Qwen3-0.6B')]),\
('webpage','url:https://huggingface.co/collections/Qwen/qwen3',2,0,[('HasPart','arxiv:2505.09388'),\
('HasPart','hf-dataset:Qwen/invented-data'),('HasPart','hf-space:Qwen/invented-space'),('HasPart','hf:Qwen/Qwen3-0.6B')])]"
same "requests for it" "$(grep -c '/api/collections/' "$tmp/log")" 1
