#!/bin/sh
# enrich patch --columns: tables get columns, items badges; what a curator wrote stays;
# a second patch is empty, and a count that moved changes its cell alone.
. "${0%/*}/lib.sh"
rest_needs git --version
start_standin
cat >table.md <<'END'
# Models

| Title | Licence | Date |
| :---- | :-----: | ---- |
| [BioMistral: A Collection of Open-Source Pretrained Large Language Models for Medical Domains](https://arxiv.org/abs/2402.10373) | - | 2024-02 |
| [Med42-v2: A Suite of Clinical LLMs](https://arxiv.org/abs/2408.06142) | mine \| yours | 2024-08 |
| [AMIE: Towards Conversational Diagnostic AI](https://arxiv.org/abs/2401.05654)

Title | Cited by
--- | ---
[Towards Generalist Biomedical AI](https://arxiv.org/abs/2307.14334) | 12
[Publicly Available Clinical BERT Embeddings](https://arxiv.org/abs/1904.03323) | many

## Items

- [BioMistral: A Collection of Open-Source Pretrained Large Language Models for Medical Domains](https://arxiv.org/abs/2402.10373)  
  the same again
* [Large language models in medicine](https://www.nature.com/articles/s41591-023-02448-8) <br>
- [Med42-v2: A Suite
  of Clinical LLMs](https://arxiv.org/abs/2408.06142)
END
printf 'title,url\r\n"BioMistral: A Collection of Open-Source Pretrained Large Language Models for Medical Domains",https://arxiv.org/abs/2402.10373\r\nNobody Knows This Small Thing At All,https://example.org/' >rows.csv
cp table.md table.was
cp rows.csv rows.was
run 0 --name demo --min-coverage 0 table.md rows.csv
cp "$(release)/data/works.jsonl" works.jsonl
count=$(query works.jsonl "[r['cited_by_count'] for r in rows if r['title'].startswith('BioMistral')][0]")
columns() {
	run 0 --name demo patch --columns citations,venue,license "$@" table.md rows.csv
}
columns
cp "$tmp/out" "$tmp/columns.patch"
contains "$tmp/err" "ends inside of a link"
git apply --whitespace=nowarn "$tmp/columns.patch" 2>"$tmp/err" || fail "git does not take it"
contains table.md '| Title | Licence | Date | Citations | Venue |'
contains table.md '| :---- | :-----: | ---- | ---: | --- |'
contains table.md "| 2024-02 | $count | ACL Findings |"
contains table.md '| mine \| yours | 2024-08 |'
contains table.md 'Title | Cited by | Venue | License'
contains table.md '--- | --- | --- | ---'
contains table.md '| many'
lacks table.md '| 12'
contains table.md "(https://arxiv.org/abs/2402.10373) ![citations: $count](https://img.shields.io/badge/citations-$count-blue)"
contains table.md "![venue: ACL Findings](https://img.shields.io/badge/venue-ACL_Findings-blue)"
grep -q '^\* .*blue) <br>$' table.md || fail "a badge stands behind the break"
contains rows.csv 'title,url,citations,venue,license'
grep -q "2402.10373,$count,ACL Findings,[A-Za-z0-9.-]*.\$" rows.csv || fail "the CSV has no cells"
grep -q 'https://example.org/,,,$' rows.csv || fail "a row nobody knows has not as many cells"
# It is read as it was, and there is nothing more to do.
columns
[ ! -s "$tmp/out" ] || fail "a second patch is not empty"
for file in table rows; do
	cp "$file".was was."$([ $file = table ] && echo md || echo csv)"
done
"$ENRICH" extract -q was.md was.csv >was.jsonl
"$ENRICH" extract -q table.md rows.csv >now.jsonl
same "entries read otherwise" "$(python - was.jsonl now.jsonl <<'END'
import json, sys
was, now = ([json.loads(line) for line in open(path)] for path in sys.argv[1:])
keep = ("line", "title", "name", "ids", "date", "section")
print([(w["title"], n["title"]) for w, n in zip(was, now) if any(w[k] != n[k] for k in keep)], len(was) - len(now))
END
)" "[] 0"
# A count that moves.
sed -i "s/| $count |/| 7 |/; s/citations: $count/citations: 7/; s/citations-$count/citations-7/" table.md
columns
same "lines that change" "$(grep -c '^+[^+]' "$tmp/out")" 3
git apply --whitespace=nowarn "$tmp/out" || fail "git does not take it"
run 0 --name demo patch --columns venue --only fix table.md
run 64 patch --columns stars table.md
run 64 patch --columns "venue citations" table.md
# Where it stands in enrich.conf, each patch keeps them.
printf '[lists]\nt = table.md\n\n[patch]\ncolumns = venue,\tcitations \n' >enrich.conf
sed -i "s/2024-02 | $count |/2024-02 | 7 |/" table.md
run 0 --name demo patch t
same "lines that change" "$(grep -c '^+[^+]' "$tmp/out")" 1
