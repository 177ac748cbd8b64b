#!/bin/sh
# What lies elsewhere: the patch of a list on the web names its path in the repository,
# and a cache that takes another's answers takes the ids that its works were given.
. "${0%/*}/lib.sh"
site=$tmp/site
mkdir -p "$site/owner/lists/main/docs"
start_standin --raw "$site"
cat >"$site/owner/lists/main/docs/models.md" <<'END'
## Models

- [**Arxiv, 2024.2**] **BioMistral**: A Collection of Open-Source Pretrained Large Language Models for Medical Domains. [paper](https://arxiv.org/abs/2402.10373)

## Again

- [**Arxiv, 2024.2**] **BioMistral**: A Collection of Open-Source Pretrained Large Language Models for Medical Domains. [paper](https://arxiv.org/abs/2402.10373)
END
export ENRICH_GITHUB_RAW_URL="http://127.0.0.1:$port/raw"
page=https://github.com/owner/lists/blob/main/docs/models.md

run 0 --name demo "$page"
run 0 --offline patch "$page"
same "files of the patch" "$(grep '^[-+][-+][-+] ' "$tmp/out" | sort -u)" \
	"$(printf '+++ b/docs/models.md\n--- a/docs/models.md')"

registered() { # registered CACHE
	run 0 cache stats --cache "$1"
	sed -n 's/^  works *\([0-9]*\) .*/\1/p' "$tmp/out"
}
run 0 cache merge "$cache" --cache "$tmp/other"
at_least "ids that were given" "$(registered "$cache")" 1
same "ids that were taken" "$(registered "$tmp/other")" "$(registered "$cache")"
