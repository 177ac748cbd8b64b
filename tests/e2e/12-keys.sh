#!/bin/sh
# A key goes to its own host only; a refused one is said once.
. "${0%/*}/lib.sh"
start_standin
S2_API_KEY=secret-of-s2 HF_TOKEN=secret-of-hf OPENALEX_API_KEY=secret-of-openalex
printf 'secret-of-github\nrest\n' >"$tmp/token"
GITHUB_TOKEN_FILE=$tmp/token
export S2_API_KEY HF_TOKEN GITHUB_TOKEN_FILE OPENALEX_API_KEY

digest() {
	printf '%s' "$1" | sha256sum | cut -c1-12
}
job 0 --since 2024-01 -v
lacks "$tmp/err" secret-of-openalex
same "which key went where" "$(query_log() { python - "$tmp/log" <<'END'
import json, sys
seen = {}
for line in open(sys.argv[1], encoding="utf-8"):
    row = json.loads(line)
    for pair in row["key_digest"].items():
        seen.setdefault(row["service"], set()).add("%s=%s" % pair)
for service in sorted(seen):
    print(service, *sorted(seen[service]))
END
}; query_log)" "github authorization=$(digest "Bearer secret-of-github")
huggingface authorization=$(digest "Bearer secret-of-hf")
openalex api_key=$(digest secret-of-openalex)
semanticscholar x-api-key=$(digest secret-of-s2)"
for secret in secret-of-s2 secret-of-hf secret-of-github secret-of-openalex; do
	! grep -rqF "$secret" "$cache" "$state" "$releases" ||
		fail "$secret was written down"
done

# Another host is told nothing: redirects elsewhere are not followed.
first=$port
cp "$tmp/port" "$tmp/port-first"
start_standin
other=$port
port=$first
cp "$tmp/port-first" "$tmp/port"
point_at_standin
reset_standin
fault "{\"service\": \"*\", \"kind\": \"redirect\", \"times\": -1,
	\"url\": \"http://127.0.0.1:$other{path}\"}"
job 69 --cache "$tmp/c2" --state "$tmp/s2" -v
port=$other
same "requests at the other host" "$(requests)" 0
port=$first
for secret in secret-of-s2 secret-of-hf secret-of-github secret-of-openalex; do
	lacks "$tmp/err" "$secret"
done

rm -rf "$releases"
# Refused: said once, and the source goes on without it.
reset_standin
fault '{"service": "semanticscholar", "kind": "dead-key", "times": -1}'
fault '{"service": "huggingface", "kind": "dead-key", "times": -1}'
fault '{"service": "github", "kind": "dead-key", "times": -1}'
job 0 --cache "$tmp/c3" --state "$tmp/s3"
for title in "Semantic Scholar" "Hugging Face" GitHub; do
	same "lines about $title" "$(grep -c "$title" "$tmp/err")" 1
done
at_least "papers all the same" "$(works "sum(1 for r in rows
    if r.get('cited_by_count'))")" 25
same "models taken for gone" "$(works "sum(a['status'] == 'gone' for r in rows
    for a in r['artifacts'] if a['id'] == 'BioMistral/BioMistral-7B')")" 0
run 77 sources --check
run 0 sources
lacks "$tmp/out" secret

# enrich.conf may come with a list that somebody else wrote: who stands there for
# a service gets no key, and that is said in one line; nor does who is asked in the
# clear elsewhere than on this machine.
cat >"$tmp/work/enrich.conf" <<END
[url]
semanticscholar = $ENRICH_SEMANTICSCHOLAR_URL
huggingface = $ENRICH_HUGGINGFACE_URL
github = $ENRICH_GITHUB_URL
openalex = $ENRICH_OPENALEX_URL
END
s2=$ENRICH_SEMANTICSCHOLAR_URL
unset ENRICH_SEMANTICSCHOLAR_URL ENRICH_HUGGINGFACE_URL ENRICH_GITHUB_URL ENRICH_OPENALEX_URL
reset_standin
: >"$tmp/log"
rm -rf "$releases"
job 0 --cache "$tmp/c4" --state "$tmp/s4"
same "lines" "$(wc -l <"$tmp/err" | tr -d ' ')" 1
contains "$tmp/err" "$s2 stands in for https://api.semanticscholar.org (enrich.conf; its key is kept back)"
same "requests with a key" "$(counter semanticscholar with_key) $(counter huggingface with_key) \
$(counter github with_key) $(counter openalex with_key)" "0 0 0 0"
at_least "requests" "$(requests)" 10
# Named by whoever starts the run: as before, and it is said.
ENRICH_SEMANTICSCHOLAR_URL=$s2
export ENRICH_SEMANTICSCHOLAR_URL
reset_standin
job 0 --cache "$tmp/c5" --state "$tmp/s5" -v
contains "$tmp/err" "$s2 stands in for https://api.semanticscholar.org and gets its key"
at_least "requests with a key" "$(counter semanticscholar with_key)" 1
same "requests with a key by enrich.conf" "$(counter huggingface with_key)" 0
rm "$tmp/work/enrich.conf"
# In the clear to another machine: kept back.  Nobody answers there.
for name in SEMANTICSCHOLAR ARXIV ARXIV_OAI HUGGINGFACE GITHUB CROSSREF OPENALEX; do
	export "ENRICH_${name}_URL=http://enrich.invalid"
done
run 3 sources --check
contains "$tmp/err" "http://enrich.invalid stands in for https://api.github.com (in the clear; its key is kept back)"
# A key file that is not there, is empty or holds no key is told, and none is sent.
point_at_standin
unset S2_API_KEY OPENALEX_API_KEY HF_TOKEN GITHUB_TOKEN_FILE
: >"$tmp/empty"
printf 'two words\n' >"$tmp/words"
reset_standin
S2_API_KEY_FILE=$tmp/none HF_TOKEN_FILE=$tmp/empty GITHUB_TOKEN_FILE=$tmp/words \
	job 0 --cache "$tmp/c6" --state "$tmp/s6"
contains "$tmp/err" "S2_API_KEY_FILE: $tmp/none: No such file"
contains "$tmp/err" "HF_TOKEN_FILE: $tmp/empty is empty"
contains "$tmp/err" "GITHUB_TOKEN holds blanks or signs that no key has"
same "lines about keys" "$(wc -l <"$tmp/err" | tr -d ' ')" 3
same "requests with a key now" "$(counter semanticscholar with_key) \
$(counter huggingface with_key) $(counter github with_key)" "0 0 0"
agent=enrich/$("$ENRICH" --version | sed -n '1s/enrich \([^ ]*\).*/\1/p')
# Who we are: our name, and an address to write to only if there is one.
: >"$tmp/log"
reset_standin
job 0 --cache "$tmp/c7" --state "$tmp/s7" --summary
contains "$tmp/out" "give the services an address to write to"
same "agents" "$(sed 's/.*"agent": "\([^"]*\)".*/\1/' "$tmp/log" | sort -u)" "$agent"
: >"$tmp/log"
job 0 --cache "$tmp/c8" --state "$tmp/s7" --summary --mailto you@lists.example
lacks "$tmp/out" "an address to write to"
same "agents" "$(sed 's/.*"agent": "\([^"]*\)".*/\1/' "$tmp/log" | sort -u)" \
	"$agent (mailto:you@lists.example)"
for wrong in "a b@c.example" "nobody" "a@b.example)
X-Evil: 1" "a@b.example;c"; do
	run 64 --mailto "$wrong" $lists
done
