#!/bin/sh
# Every value can be explained, the refused ones too.
. "${0%/*}/lib.sh"
start_standin
job 0
control POST 'reset?only=counters' >/dev/null
line=$(grep -n '^| \[BioGPT' "$top_srcdir/tests/e2e/lists/models.md" | cut -d: -f1)

# explain WHAT: on the example lists.
explain() {
	run 0 explain "$1" $lists
}
explain "models:$line"
cp "$tmp/out" "$tmp/by-place"
contains "$tmp/out" "252542956"
contains "$tmp/out" "2020.clinicalnlp-1.17"
contains "$tmp/out" "Renqian Luo"
contains "$tmp/out" "Briefings in Bioinformatics"
contains "$tmp/out" "Pretrained Language Models for Biomedical and Clinical Tasks"
contains "$tmp/out" "wrong"
contains "$tmp/out" "different"
contains "$tmp/out" "not so?"
contains "$tmp/out" "models:$line differs"
for what in doi:10.1093/bib/bbac409 arxiv:2210.10341 \
	"BioGPT: Generative Pre-trained Transformer for Biomedical Text Generation and Mining"; do
	explain "$what"
	cmp -s "$tmp/by-place" "$tmp/out" || fail "explain $what differs"
done
# For machines: the line of the release, but for what only a release knows.
run 0 explain --json doi:10.1093/bib/bbac409 $lists
timeless() {
	sed 's/,"first_seen":.*//'
}
grep '"id":"doi:10.1093/bib/bbac409"' "$(release)/data/works.jsonl" | timeless >"$tmp/line"
grep -q '"name":"BioGPT"' "$tmp/line" || fail "the release has no such work"
timeless <"$tmp/out" | cmp -s "$tmp/line" - ||
	fail "explain --json differs from works.jsonl"
# The paper that the link really is about has its own, right place.
explain acl:2020.clinicalnlp-1.17
contains "$tmp/out" "Patrick Lewis"
explain "arxiv:2402.10373"
contains "$tmp/out" "Apache-2.0"
contains "$tmp/out" "Findings of the Association"
contains "$tmp/out" "declared: its card names the paper"
# A line that is none names its neighbours; a name of several works asks back.
run 64 explain "models:1" $lists
contains "$tmp/err" "the nearest: models:"
run 64 explain "language model" $lists
contains "$tmp/err" "several works"
run 64 explain "doi:10.1234/nobody" $lists
contains "$tmp/err" "10.1234/nobody"
same "requests" "$(requests)" 0
