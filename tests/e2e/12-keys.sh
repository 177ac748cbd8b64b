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
    seen.setdefault(row["service"], set()).update(
        "%s=%s" % pair for pair in row["key_digest"].items())
for service in sorted(seen):
    print(service, *sorted(seen[service]))
END
}; query_log)" "arxiv
arxiv_oai
crossref
github authorization=$(digest "Bearer secret-of-github")
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
