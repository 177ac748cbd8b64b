#!/bin/sh
# A week later only what is stale is asked again; a clock set back is told.
. "${0%/*}/lib.sh"
start_standin
small=$tmp/small.md
cat >"$small" <<'END'
# A small list
- [Towards Conversational Diagnostic AI](https://arxiv.org/abs/2401.05654)
- [MEDITRON-70B: Scaling Medical Pretraining for Large Language Models](https://arxiv.org/abs/2311.16079)
- [base-7b-v0.2](https://huggingface.co/internistai/base-7b-v0.2)
- [BioGPT](https://github.com/microsoft/BioGPT)
- [Nobody has written this](https://arxiv.org/abs/2401.99999)
END
run 0 --name demo "$small"
export_answers

# fresh NAME: how many questions of each source the cache answers.
fresh() {
	run 0 plan --json --cache "$tmp/$1" "$small"
	cp "$tmp/out" "$tmp/plan.json"
	query "$tmp/plan.json" "' '.join('%s %d/%d' % (s['source'], s['from_cache'],
	    s['ids']) for s in rows[0]['sources'] if s['ids'])"
}

day=86400
aged day $day
same "after a day" "$(fresh day)" \
	"semanticscholar 3/3 arxiv 3/3 arxiv-oai 3/3 huggingface 1/1 github 1/1"
# The weekly run starts a minute early.  The absent one has a fortnight.
aged week $((7 * day - 60))
same "after a week" "$(fresh week)" \
	"semanticscholar 1/3 arxiv 3/3 arxiv-oai 3/3 huggingface 0/1 github 0/1"
# The preprints of 2023 and 2024 stay fresh for a month, licences too.
aged weeks $((3 * 7 * day))
same "after three weeks" "$(fresh weeks)" \
	"semanticscholar 0/3 arxiv 2/3 arxiv-oai 2/3 huggingface 0/1 github 0/1"
aged months $((34 * day))
same "after a month" "$(fresh months)" \
	"semanticscholar 0/3 arxiv 0/3 arxiv-oai 0/3 huggingface 0/1 github 0/1"

# Answers of the future: stale, and said once.
aged future $((-3 * day))
same "from the future" "$(fresh future)" \
	"semanticscholar 0/3 arxiv 0/3 arxiv-oai 0/3 huggingface 0/1 github 0/1"
contains "$tmp/err" "dated in the future"
reset_standin
run 0 --name demo --cache "$tmp/future" "$small"
same "warnings" "$(grep -c future "$tmp/err")" 1
# The batch, and the title of what nobody has written.
same "asked again" "$(counter semanticscholar requests)" 2
# What came now is older than those answers, but it is in force.
run 0 plan --json --cache "$tmp/future" "$small"
cp "$tmp/out" "$tmp/plan.json"
same "then nothing" "$(query "$tmp/plan.json" \
	"sum(s['requests'] for s in rows[0]['sources'])")" 0
