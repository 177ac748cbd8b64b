#!/bin/sh
# A model whose card promises more than its base model's licence allows: the
# base is asked about once, and only where a card could be too generous.
. "${0%/*}/lib.sh"
mkdir "$tmp/fixtures"
cat >"$tmp/fixtures/huggingface.jsonl" <<'END'
{"kind": "model", "id": "clinic/Free-7B", "license": "apache-2.0", "base_model": "maker/Trial-7B", "made_up": []}
{"kind": "model", "id": "clinic/Freer-7B", "license": "mit", "base_model": "maker/Trial-7B", "made_up": []}
{"kind": "model", "id": "clinic/Bound-7B", "license": "cc-by-nc-4.0", "base_model": "maker/Other-7B", "made_up": []}
{"kind": "model", "id": "maker/Trial-7B", "license": "cc-by-nc-4.0", "made_up": []}
END
start_standin --fixtures "$tmp/fixtures"
cat >list.md <<'END'
- [Free](https://huggingface.co/clinic/Free-7B)
- [Freer](https://huggingface.co/clinic/Freer-7B)
- [Bound](https://huggingface.co/clinic/Bound-7B)
END
run 0 --name demo list.md
same "rows with a looser licence" "$(query "$(release)/data/findings.csv" \
	'[r["line"] for r in rows if r["code"] == "licence-looser-than-base"]')" \
	"['1', '2']"
contains "$(release)/data/findings.csv" "no commercial use"
same "the view's rows" "$(python - "$(release)/data/enrich.sqlite" <<'END'
import sqlite3, sys
print(sqlite3.connect(sys.argv[1]).execute("select id, base_license, license_drops from licences_looser_than_base").fetchall())
END
)" "[('clinic/Free-7B', 'CC-BY-NC-4.0', 'no commercial use'), ('clinic/Freer-7B', 'CC-BY-NC-4.0', 'no commercial use')]"
same "works" "$(works 'len(rows)')" 3
same "requests, of them one list of three" "$(requests)" 2
run 0 --name demo list.md
same "requests, a second time" "$(requests)" 2
run 0 explain list:1 list.md
contains "$tmp/out" "maker/Trial-7B"
