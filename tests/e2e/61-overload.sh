#!/bin/sh
# Services that are too busy, and say so in other ways than 429 and 503: each is
# asked little more, told as what it is, and nothing is lost or made absent.
. "${0%/*}/lib.sh"

# papers N: a list of so many, and titles under which they are known.
papers() {
	"$PYTHON" - "$1" "$tmp/titles" >"$tmp/papers.md" <<'END'
import json, sys
print("# Papers")
with open(sys.argv[2], "w") as titles:
    for n in range(int(sys.argv[1])):
        print(json.dumps({"id": "arxiv:2401.%05d" % n, "year": 2024,
                          "title": "A Paper of the Number %d" % n}), file=titles)
        print("- [A Paper of the Number %d](https://arxiv.org/abs/2401.%05d)" % (n, n))
END
}
outcomes() { # outcomes SOURCE: how often each
	works "sorted((w, [o['outcome'] for r in rows for o in r['outcomes']
	    if o['source'] == '$1'].count(w)) for w in
	    {o['outcome'] for r in rows for o in r['outcomes'] if o['source'] == '$1'})"
}
trouble() { # trouble SOURCE
	last_run "[s['trouble'] for s in rows[0]['sources'] if s['source'] == '$1'][0]"
}
# one SOURCE CACHE STATUS: the papers, and only that source.
one() {
	run "$3" --name demo --cache "$tmp/$2" --only-source "$1" --min-coverage 0 \
		"$tmp/papers.md"
}

# arXiv: 200 and a feed without an entry, whoever is asked about.
papers 245
start_standin --titles "$tmp/titles"
fault '{"service": "arxiv", "path": "id_list", "kind": "empty-feed", "times": -1}'
one arxiv empty 3
# The page that is known to be false, three times more.
same "requests for 245 papers" "$(counter arxiv requests)" 4
same "outcomes" "$(outcomes arxiv)" "[('unanswered', 245)]"
case $(trouble arxiv) in *"surely holds"*) ;; *) fail "arXiv: $(trouble arxiv)" ;; esac
rm -rf "$releases"
# False twice, then right: all is there.
reset_standin
fault '{"service": "arxiv", "path": "id_list", "kind": "empty-feed", "times": 2}'
one arxiv twice 0
same "requests when it is false twice" "$(counter arxiv requests)" 3
same "outcomes then" "$(outcomes arxiv)" "[('found', 245)]"
rm -rf "$releases"
# A page of HTML for whatever is asked ends, too.
reset_standin
fault '{"service": "arxiv_oai", "kind": "html", "times": -1}'
one arxiv-oai html 3
at_most "requests for pages of HTML" "$(counter arxiv_oai requests)" 24
same "outcomes of HTML" "$(outcomes arxiv-oai)" "[('unanswered', 245)]"
rm -rf "$releases"
# A quarter of all replies is broken, in several ways: it comes out as without.
reset_standin
fault '[{"service": "arxiv_oai", "kind": "503", "times": -1, "every": 10},
	{"service": "arxiv_oai", "kind": "bad-json", "times": -1, "every": 11},
	{"service": "arxiv_oai", "kind": "cut-off", "times": -1, "every": 12}]'
one arxiv-oai broken 0
at_least "of 245, a quarter broken" "$(works "sum(o['outcome'] == 'found'
    for r in rows for o in r['outcomes'] if o['source'] == 'arxiv-oai')")" 233
at_least "broken replies" "$(($(counter arxiv_oai requests) - 245))" 50
rm -rf "$releases"
stop_standin

# Semantic Scholar does not know the paper that goes along: another does.
papers 120
printf '%s\n' '{"id": "arxiv:1810.04805", "title": "The other one"}' >"$tmp/other"
mkdir "$tmp/nothing"
start_standin --fixtures "$tmp/nothing" --titles "$tmp/other"
one semanticscholar other-one 0
same "outcomes of an unknown companion" "$(outcomes semanticscholar)" "[('absent', 120)]"
at_most "requests with an unknown companion" "$(counter semanticscholar requests)" 4
rm -rf "$releases"
stop_standin
# It knows neither, and nothing else: soon left.
start_standin --fixtures "$tmp/nothing"
one semanticscholar neither 3
at_most "requests where nothing is known" "$(counter semanticscholar requests)" 40
case $(trouble semanticscholar) in
*"refuses all"*) ;;
*) fail "it says: $(trouble semanticscholar)" ;;
esac
rm -rf "$releases"
stop_standin

# GitHub's points of the hour are spent, in the words of old and of 2026.
"$PYTHON" - >"$tmp/code.md" <<'END'
print("# Code")
for n in range(64):
    print("- [lantern%d](https://github.com/example-org/lantern%d)" % (n, n))
END
start_standin --synthetic
GITHUB_TOKEN=token ENRICH_PACE_SCALE=1
export GITHUB_TOKEN
reset=$(($(date +%s) + 3000))
for type in RATE_LIMIT RATE_LIMITED OTHER; do
	code=graphql_rate_limit
	[ $type = OTHER ] || code=
	reset_standin
	rm -rf "$state/pace"
	fault "{\"service\": \"github\", \"kind\": \"twist\", \"times\": -1, \"pattern\": \"^.+\$\",
	\"with\": \"{\\\"errors\\\":[{\\\"type\\\":\\\"$type\\\",\\\"code\\\":\\\"$code\\\",\\\"message\\\":\\\"spent\\\"}]}\",
	\"headers\": {\"X-RateLimit-Limit\": \"5000\", \"X-RateLimit-Remaining\": \"0\",
	\"X-RateLimit-Reset\": \"$reset\"}}"
	# Nothing is known of anything: no release.
	run 69 --name demo --cache "$tmp/spent-$type" "$tmp/code.md"
	same "requests when $type" "$(counter github requests)" 1
	contains "$tmp/err" "64 not asked"
	contains "$tmp/err" "GitHub answers again from"
done
unset GITHUB_TOKEN
ENRICH_PACE_SCALE=0.01

# 429 without a key: once it is said that one helps, and which.
papers 3
rm -rf "$state"
reset_standin
fault '{"service": "semanticscholar", "kind": "429", "times": -1}'
one semanticscholar limited 3
same "lines about a key" "$(grep -c 'a key in S2_API_KEY helps' "$tmp/err")" 1
S2_API_KEY=some
export S2_API_KEY
rm -rf "$state"
one semanticscholar limited 3
lacks "$tmp/err" "helps"
