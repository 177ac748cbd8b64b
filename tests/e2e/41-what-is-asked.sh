#!/bin/sh
# --refresh, --only-source, --skip-source: what they change, and the plan says
# it beforehand.
. "${0%/*}/lib.sh"
start_standin
small=$tmp/small.md
cat >"$small" <<'END'
# A small list
- [Towards Conversational Diagnostic AI](https://arxiv.org/abs/2401.05654)
- [MEDITRON-70B: Scaling Medical Pretraining for Large Language Models](https://arxiv.org/abs/2311.16079)
- [base-7b-v0.2](https://huggingface.co/internistai/base-7b-v0.2)
- [BioGPT](https://github.com/microsoft/BioGPT)
END

# told OPTIONS…: requests of S2, arXiv, OAI, HF and GitHub, as the plan has
# them and as they are made.
told() {
	run 0 plan --json "$@" "$small"
	cp "$tmp/out" "$tmp/plan.json"
	query "$tmp/plan.json" "' '.join(str(s['requests'])
	    for s in rows[0]['sources'] if s['source'] in ('semanticscholar',
	    'arxiv', 'arxiv-oai', 'huggingface', 'github'))"
}
made() {
	for made_by in semanticscholar arxiv arxiv_oai huggingface github; do
		counter $made_by requests
	done | tr '\n' ' ' | sed 's/ $//'
}
both() { # both WANTED OPTIONS…
	both_wanted=$1
	shift
	same "planned with $*" "$(told "$@")" "$both_wanted"
	reset_standin
	run 0 --name demo "$@" "$small"
	same "made with $*" "$(made)" "$both_wanted"
}

# Nothing known: skipping one source leaves the others as they are.
both "1 1 2 0 1" --skip-source huggingface
same "not asked" "$(last_run "[[s['not_asked'], s['not_asked_because']]
    for s in rows[0]['sources'] if s['source'] == 'huggingface']")" "[[1, 'skipped']]"
same "outcome" "$(works "sorted({o['outcome'] for r in rows for o in r['outcomes']
    if o['source'] == 'huggingface'})")" "['not-asked']"
both "0 0 0 1 0"
both "0 0 0 0 0"

# What is skipped is still believed, as old as it may be.
both "1 0 0 0 1" --refresh --skip-source=arxiv,arxiv-oai --skip-source huggingface
same "models" "$(works "sorted({o['outcome'] for r in rows for o in r['outcomes']
    if o['source'] == 'huggingface'})")" "['found']"
both "0 0 0 0 1" --refresh --only-source github
both "1 1 2 0 0" --refresh --only-source semanticscholar,arxiv,arxiv-oai,github \
	--skip-source github
both "1 1 2 1 1" --refresh
both "0 0 0 0 0" --refresh=2h
both "1 1 2 1 1" --refresh=0

# The same from the environment and the file.
ENRICH_REFRESH=0 ENRICH_ONLY_SOURCE=github
export ENRICH_REFRESH ENRICH_ONLY_SOURCE
both "0 0 0 0 1"
unset ENRICH_REFRESH ENRICH_ONLY_SOURCE
printf '[run]\nrefresh = 0\nskip-source = github,arxiv-oai\n' >"$tmp/some.conf"
both "1 1 0 1 0" -c "$tmp/some.conf"

# With one source and an empty cache it is a release all the same: the others
# were not to be asked.
rm -rf "$releases"
run 0 --name demo --cache "$tmp/other" --only-source huggingface "$small"
whole_release

run 64 --only-source nobody "$small"
contains "$tmp/err" "enrich sources"
run 64 --refresh=soon "$small"
run 64 --skip-source= "$small"
