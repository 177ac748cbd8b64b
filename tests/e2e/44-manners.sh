#!/bin/sh
# A service that fails, or says for how long it wants peace, gets it: in this
# run, in the next, from another cache, from two runs at once.
. "${0%/*}/lib.sh"
start_standin
small=$tmp/small.md
cat >"$small" <<'END'
# A small list
- [Towards Conversational Diagnostic AI](https://arxiv.org/abs/2401.05654)
- [MEDITRON-70B: Scaling Medical Pretraining for Large Language Models](https://arxiv.org/abs/2311.16079)
- [BioMistral-7B, which names what it was made from](https://huggingface.co/BioMistral/BioMistral-7B)
- [BioGPT](https://huggingface.co/microsoft/biogpt)
- [Internist.ai](https://huggingface.co/internistai/base-7b-v0.2)
- [BioMedLM](https://huggingface.co/stanford-crfm/BioMedLM)
- [Bio_ClinicalBERT](https://huggingface.co/emilyalsentzer/Bio_ClinicalBERT)
- [Meditron 70B](https://huggingface.co/epfl-llm/meditron-70b)
- [BioGPT](https://github.com/microsoft/BioGPT)
- [Meditron](https://github.com/epfLLM/meditron)
END
ENRICH_MIN_COVERAGE=0
export ENRICH_MIN_COVERAGE
hf() {
	counter huggingface requests
}

# It fails in two runs: the second begins at once, the third leaves it alone.
fault '{"service": "huggingface", "kind": "503", "times": -1}'
run 3 --name demo "$small"
at_most "requests to a service that is down" "$(hf)" 16
first=$(hf)
same "the others" "$(counter github requests)" 2
run 3 --name demo "$small"
at_least "the next run tries at once" "$(hf)" $((first + 1))
note=$(ls "$state"/pace/huggingface-*.failures)
same "noted" "$(cut -d ' ' -f 1,2 "$note")" "1 2"
echo "1 2 $(($(date +%s) + 300))" >"$note"
control POST reset >/dev/null
run 3 --name demo "$small"
same "left alone" "$(hf)" 0
# The same partial state as before is one line; machines are told why.
contains "$state/last-run.json" "left alone for"
same "no absences" "$(works "sorted({o['outcome'] for r in rows for o in r['outcomes']
    if o['source'] == 'huggingface'})")" "['unanswered']"
# Over caches; but who names the source means it.
run 69 --name demo --cache "$tmp/other" --min-coverage 1 "$small"
same "left alone over caches" "$(hf)" 0
at_least "the others are asked" "$(counter semanticscholar requests)" 1
run 0 --name demo --cache "$tmp/named" --only-source huggingface "$small"
same "asked when named" "$(hf)" 7
[ ! -e "$note" ] || fail "a service that answers again is still noted"
rm -rf "$releases"
run 0 --name demo "$small"
same "asked again" "$(hf)" 14

# A wait that nobody has time for is believed for an hour, and told.
reset_standin
fault '{"service": "huggingface", "kind": "429", "retry_after": 99999999999, "times": -1}'
run 3 --name demo --cache "$tmp/long" --state "$tmp/state-long" "$small"
contains "$tmp/err" "longer than this run waits"
at_most "requests in an endless wait" "$(hf)" 2
asked=$(hf)
control POST 'reset?only=faults' >/dev/null
run 0 --name demo --cache "$tmp/long-2" --state "$tmp/state-long" "$small"
same "requests within the hour" "$(hf)" "$asked"
same "told" "$(query "$tmp/state-long/last-run.json" "[(s['not_asked'],
    'as an earlier run was told' in s['not_asked_because']) for s in
    rows[0]['sources'] if s['source'] == 'huggingface']")" "[(6, True)]"

# A date that is past, and one of the next second.
for after in date-500 date+1 0; do
	reset_standin
	fault "{\"service\": \"huggingface\", \"kind\": \"429\", \"retry_after\": \"$after\"}"
	run 0 --name demo --cache "$tmp/c-$after" --state "$tmp/s-$after" "$small"
	same "requests with $after" "$(hf)" 8
done

# GitHub names the instant at which its window opens again.
reset_standin
fault "{\"service\": \"github\", \"kind\": \"status\", \"status\": 403, \"times\": -1,
    \"headers\": {\"X-RateLimit-Remaining\": \"0\",
    \"X-RateLimit-Reset\": \"$(($(date +%s) + 7200))\"}}"
ENRICH_PACE_SCALE=1 ENRICH_ONLY_SOURCE=github run 3 --name demo \
	--cache "$tmp/gh" --state "$tmp/state-gh" "$small"
asked=$(counter github requests)
at_most "requests to a closed window" "$asked" 2
control POST 'reset?only=faults' >/dev/null
ENRICH_PACE_SCALE=1 ENRICH_ONLY_SOURCE=github run 0 --name demo \
	--cache "$tmp/gh-2" --state "$tmp/state-gh" "$small"
same "requests before it opens" "$(counter github requests)" "$asked"
stop_standin

# Two runs at once, each with a cache of its own, keep one pace together: the
# stand-in says 429 to whoever comes in less than a third of it, which leaves a busy
# machine its delays; two that do not know of each other begin at once.
ENRICH_PACE_SCALE=0.1
start_standin --limit arxiv=100 --limit semanticscholar=30
for n in 1 2; do
	"$ENRICH" --name "demo$n" --cache "$tmp/both-$n" -o "$tmp/both-out-$n" \
		--state "$tmp/both-state" "$small" >"$tmp/both-$n.out" 2>&1 &
	eval "pid$n=$!"
done
# shellcheck disable=SC2154
wait "$pid1" || fail "the first of two: $(cat "$tmp/both-1.out")"
# shellcheck disable=SC2154
wait "$pid2" || fail "the second of two: $(cat "$tmp/both-2.out")"
same "asked too early" "$(counter arxiv limited) $(counter semanticscholar limited)" "0 0"
same "requests of both" "$(counter arxiv requests) $(counter arxiv_oai requests)" "2 4"
