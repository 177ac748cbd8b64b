#!/bin/sh
# What cannot be read is survived, within bounds, and never an absence.
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

# trial TIMES S2 ARXIV HF GITHUB: a kind for each; then all is well again.
trial() {
	n=$((n + 1))
	times=$1
	shift
	told=$*
	faults=
	for service in semanticscholar arxiv huggingface github; do
		faults="$faults{\"service\": \"$service\", \"kind\": \"$1\",
			\"times\": $times, \"bytes\": 201326592},"
		shift
	done
	reset_standin
	fault "[${faults%,}]"
	timeout 40 "$ENRICH" --name demo --cache "$tmp/cache-$n" \
		--state "$tmp/state-$n" "$small" >"$tmp/out" 2>"$tmp/err"
	status=$?
	case $status in 0 | 3 | 69) ;; *) fail "status $status under $told" ;; esac
	no_sanitizer
	at_most "lines told of $told" "$(wc -l <"$tmp/err")" 20
	at_most "requests under $told" "$(requests)" 60
	! ls -A "$releases" 2>/dev/null | grep -q '^\.' ||
		fail "leftovers after $told"
	rm -rf "$releases"
	# Afterwards what is open is asked, and found.
	reset_standin
	run 0 --name demo --cache "$tmp/cache-$n" --state "$tmp/state-$n" "$small"
	same "papers after $told" "$(works "sorted(len(r['authors']) for r in rows
	    if r['cited_by_count'])")" "[20, 25]"
	same "artifacts after $told" "$(works "sorted(a['license'] or '' for r in rows
	    for a in r['artifacts'])")" "['Apache-2.0', 'MIT']"
	rm -rf "$releases" "$tmp/cache-$n" "$tmp/state-$n"
}

trial -1 html garbage empty bad-json
trial -1 garbage html bad-json empty
trial -1 bad-json empty html garbage
trial -1 empty bad-json garbage html
trial -1 too-large deep-json bomb header-flood
trial -1 bomb too-large header-flood deep-json
trial -1 deep-json endless-redirect wrong-type too-large
trial -1 header-flood bomb endless-redirect wrong-type
trial -1 endless-redirect wrong-type deep-json bomb
trial -1 wrong-type header-flood too-large endless-redirect
