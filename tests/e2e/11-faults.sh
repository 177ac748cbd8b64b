#!/bin/sh
# Trouble that passes is ridden out: the release is complete.
. "${0%/*}/lib.sh"
start_standin
small=$tmp/small.md
cat >"$small" <<'END'
# A small list
- [Towards Conversational Diagnostic AI](https://arxiv.org/abs/2401.05654)
- [MEDITRON-70B: Scaling Medical Pretraining for Large Language Models](https://arxiv.org/abs/2311.16079)
- [BioMistral-7B](https://huggingface.co/BioMistral/BioMistral-7B)
- [BioGPT](https://github.com/microsoft/BioGPT)
END
n=0

# trial S2 ARXIV OAI HF GITHUB: a fault for each, "" for none; all pass.
trial() {
	n=$((n + 1))
	told=$*
	faults=
	for service in semanticscholar arxiv arxiv_oai huggingface github; do
		[ -z "$1" ] || faults="$faults{\"service\": \"$service\", $1},"
		shift
	done
	reset_standin
	fault "[${faults%,}]"
	run 0 --name demo --cache "$tmp/cache-$n" --state "$tmp/state-$n" "$small"
	# A warning is fine, an essay is not.
	at_most "lines told of $told" "$(wc -l <"$tmp/err")" 5
	at_most "requests under $told" "$(requests)" 25
	same "every fault was met" "$(counted faults 'all(row["times"] == 0 for row in got)')" True
	whole_release
	same "papers after $told" "$(works "sorted(len(r['authors']) for r in rows
	    if r['cited_by_count'])")" "[20, 25]"
	same "licences after $told" "$(works "sorted(r['license'] for r in rows
	    if r['cited_by_count'] and r['license'])")" \
		"['CC-BY-4.0', 'LicenseRef-arXiv-nonexclusive-distrib-1.0']"
	same "artifacts after $told" "$(works "sorted(a['license'] or '' for r in rows
	    for a in r['artifacts'])")" "['Apache-2.0', 'MIT']"
	rm -rf "$releases"
}

trial '"kind": "429", "retry_after": 1' '"kind": "500", "times": 2' \
	'"kind": "503", "retry_after": 0' '"kind": "cut-off"' '"kind": "close"'
trial '"kind": "429", "retry_after": "date+1"' '"kind": "429"' \
	'"kind": "500"' '"kind": "429", "headers": {"RateLimit": "\"api\";r=0;t=1"}' \
	'"kind": "reset"'
trial '"kind": "500", "times": 2' '"kind": "cut-off"' '"kind": "429"' \
	'"kind": "503", "retry_after": 0' '"kind": "502"'
trial '"kind": "close"' '"kind": "reset"' '"kind": "cut-off"' \
	'"kind": "500", "times": 2' '"kind": "500", "times": 2'
trial '"kind": "504"' '"kind": "empty-feed"' '"kind": "close"' \
	'"kind": "close"' '"kind": "cut-off"'
