#!/bin/sh
# A work's id is given once: late answers, a link that is replaced, a wider
# --since and a row put in front change it no more.
. "${0%/*}/lib.sh"
start_standin
cat >"$tmp/l.md" <<'LIST'
# Papers
- Towards Conversational Diagnostic AI. 2024. [website](https://example.org/amie)
- Towards Generalist Biomedical AI. [website](https://example.org/m)

| Title | Date | Link |
|---|---|---|
| Towards Expert-Level Medical Question Answering with Large Language Models | 2023 | - |
LIST
ids() {
	works "sorted((r['mentions'][0]['title'][:20], r['id'], r['first_seen'], r['arxiv_id']) for r in rows)"
}
SOURCE_DATE_EPOCH=1735776000	# 2025-01-02
export SOURCE_DATE_EPOCH
# Too old to be asked about, and two websites.
run 0 --name demo --since 2024-01 "$tmp/l.md"
same "before" "$(works "[r['arxiv_id'] for r in rows]")" "[None, None, None]"
ids | sed "s/, None)/)/g" >"$tmp/first"
contains "$tmp/first" "url:https://example.org/amie"
contains "$tmp/first" "list:l:"
# The curator links the papers, and all are asked about.
sed -i -e 's|https://example.org/amie|https://arxiv.org/abs/2401.05654|' \
	-e 's|https://example.org/m)|https://arxiv.org/abs/2307.14334)|' \
	-e 's|^# Papers|&\n- [BioMistral: A Collection of Open-Source Pretrained Large Language Models for Medical Domains](https://arxiv.org/abs/2402.10373)|' "$tmp/l.md"
SOURCE_DATE_EPOCH=1736380800
run 0 --name demo "$tmp/l.md"
same "found now" "$(works "sum(r['arxiv_id'] is not None for r in rows)")" 4
later() {
	ids | "$PYTHON" -c 'import ast, sys
print([row[:3] for row in ast.literal_eval(sys.stdin.read()) if row[0][:6] != "BioMis"])'
}
same "the ids, and since when" "$(later)" "$(cat "$tmp/first")"
# By the last release alone, and by the cache alone.
run 0 --name demo --cache "$tmp/other" --state "$tmp/state2" \
	--previous "$releases/demo-2025-01-02" "$tmp/l.md"
same "by the release" "$(later)" "$(cat "$tmp/first")"
run 0 --name demo --previous none "$tmp/l.md"
same "by the cache" "$(later)" "$(cat "$tmp/first")"
lacks "$releases/latest/data/works.jsonl" '#2'
# Two rows with other titles claim one identifier, and nobody is asked: a column
# of neither.
printf -- '- [%s](https://arxiv.org/abs/1901.08746)\n' 'Of Tides and Harbours at Night' \
	'Counting Waves before the Evening' >"$tmp/two.md"
run 0 --name demo --since 2024-01 --cache "$tmp/two" --state "$tmp/state3" --previous none "$tmp/two.md"
same "unchecked" "$(works "[(r['arxiv_id'], r['ids'][0]['status'], r['id'][:5]) for r in rows]")" \
	"[(None, 'unchecked', 'list:'), (None, 'unchecked', 'list:')]"
same "told" "$(grep -c ',identifier-shared,' "$releases/latest/data/findings.csv")" 2
# What both link names neither of them: once registered, it moves no id.
parted() {
	works "sorted((r['title'], r['id']) for r in rows)"
}
parted >"$tmp/first"
for before in "$(release)" none; do
	run 0 --name demo --since 2024-01 --cache "$tmp/two" --state "$tmp/state3" \
		--previous "$before" "$tmp/two.md"
	same "once more, after $before" "$(parted)" "$(cat "$tmp/first")"
done
