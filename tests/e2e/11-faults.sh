#!/bin/sh
# Each misbehaviour is survived, within bounds, and told.
. "${0%/*}/lib.sh"
start_standin
small=$tmp/small.md
cat >"$small" <<'END'
# A small list
- [Towards Conversational Diagnostic AI](https://arxiv.org/abs/2401.05654)
- [MEDITRON-70B: Scaling Medical Pretraining for Large Language Models](https://arxiv.org/abs/2311.16079)
- [BioMistral-7B](https://huggingface.co/BioMistral/BioMistral-7B)
- [Clinical Camel](https://github.com/microsoft/BioGPT)
END
n=0

# trial STATUSES FAULT: the run ends with one of them within 30 s, unharmed.
trial() {
	n=$((n + 1))
	reset_standin
	fault "$2"
	timeout 30 "$ENRICH" --name demo --cache "$tmp/cache-$n" \
		--state "$tmp/state-$n" --output "$tmp/releases-$n" "$small" \
		>"$tmp/out" 2>"$tmp/err"
	status=$?
	case " $1 " in *" $status "*) ;; *) fail "status $status, wanted $1: $2" ;; esac
	no_sanitizer
	at_most "lines told of $2" "$(wc -l <"$tmp/err")" 20
	at_most "requests under $2" "$(requests)" 60
	[ -z "$(ls -A "$tmp/releases-$n" 2>/dev/null | grep '^\.')" ] ||
		fail "leftovers after $2"
	# Afterwards all is asked that is open: no trouble was taken for an absence.
	reset_standin
	"$ENRICH" --name demo --cache "$tmp/cache-$n" --state "$tmp/state-$n" \
		--output "$tmp/healed-$n" "$small" >"$tmp/out" 2>"$tmp/err" ||
		fail "status $? after $2"
	same "works with citations after $2" "$(query \
		"$(ls "$tmp/healed-$n"/demo-*/data/works.jsonl)" \
		"sum(1 for r in rows if r.get('cited_by_count'))")" 2
	rm -rf "$tmp/cache-$n" "$tmp/state-$n" "$tmp/releases-$n" "$tmp/healed-$n"
}

# These pass: the retry budget covers them.
for fault in '"kind": "429", "retry_after": 1' \
	'"kind": "429", "retry_after": "date+1"' '"kind": "429"' \
	'"kind": "500", "times": 2' '"kind": "503", "retry_after": 0' \
	'"kind": "cut-off"' '"kind": "close"' '"kind": "reset"'; do
	trial 0 "{\"service\": \"semanticscholar\", $fault}"
done
for service in arxiv arxiv_oai huggingface github; do
	trial 0 "{\"service\": \"$service\", \"kind\": \"500\", \"times\": 2}"
done
# These cannot be read; what came of the others is released.
for kind in html bad-json deep-json garbage empty too-large bomb header-flood \
	endless-redirect wrong-type; do
	trial "0 3 69" "{\"service\": \"semanticscholar\", \"kind\": \"$kind\", \"times\": -1, \"bytes\": 201326592}"
done
for service in arxiv huggingface github; do
	for kind in html garbage empty bad-json; do
		trial "0 3" "{\"service\": \"$service\", \"kind\": \"$kind\", \"times\": -1}"
	done
done
trial 0 '{"service": "arxiv", "kind": "empty-feed"}'
