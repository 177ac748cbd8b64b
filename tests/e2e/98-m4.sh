#!/bin/sh
. "${0%/*}/lib.sh"
start_standin
r() { echo "\$ enrich $*"; "$ENRICH" "$@" >"$tmp/out" 2>"$tmp/err"; echo "status $?"; grep -v "^$" "$tmp/err" | tail -4; tail -2 "$tmp/out"; }
cd $tmp/work
mkl() { cat >l.md <<'END'
# Papers
- **BioGPT: Generative Pre-trained Transformer for Biomedical Text Generation and Mining**, 2022 [paper](https://arxiv.org/abs/2210.10341)
- [Towards Conversational Diagnostic AI](https://arxiv.org/abs/2401.05654), arXiv 2024
END
}
mkl
echo "## 4 override that matches nothing; 6 fix with year"
printf 'id,field,value,reason\narxiv:1111.11111,venue,NEJM,because\narxiv:2401.05654,venue,NEJM AI,said so\n' >o.csv
printf '[release]\nname = demo\n[override]\nfile = o.csv\n' >enrich.conf
r l.md; grep -n NEJM $(release)/data/*.csv | cut -c1-300
printf '[release]\nname = demo\n[accept]\ndeadbeef = no such\n' >enrich.conf
echo "## accept that matches nothing"; r l.md
echo "## 5 conf indented"; printf '[release]\nname = demo\n  license = CC0-1.0\n' >enrich.conf; r l.md;  ls $releases
echo "## 5 conf two names"; printf '[release]\nname = demo\nname = other\n' >enrich.conf; r l.md
echo "## 5 conf ;"; printf '[release]\nname = demo\ndescription = A ;B\n' >enrich.conf; r l.md; grep -h "A" $(release)/CITATION.cff | head -3
printf '[release]\nname = demo\n[accept]\nf2b134cc = reason ;with semicolon\n' >enrich.conf; r l.md
rm enrich.conf
echo "## accept reasons in release"
rm -rf $releases; printf '# Papers\n- [BioGPT](https://arxiv.org/abs/2210.10341) 2020\n- [Something else about whales](https://arxiv.org/abs/2401.05654)\n' >l.md
r --name demo l.md; cut -d, -f1,2,3,4 $(release)/data/findings.csv; K=$(sed -n 2p $(release)/data/findings.csv | cut -d, -f1)
printf '[accept]\n%s = the whales said so\n' $K >enrich.conf; r --name demo l.md; grep -rl "whales said so" $(release); rm enrich.conf
echo "## 11 CHANGES"; mkl; rm -rf $releases; r --name demo l.md; sed -i 's/, arXiv 2024/, arXiv 2021/' l.md; r --name demo l.md; cat $(release)/CHANGES.md | head -30; cut -d, -f1,2,3,4 $(release)/data/findings.csv
echo "## 14"; head -1 $(release)/data/works.csv; head -1 $(release)/data/artifacts.csv; grep -o '"is_withdrawn":[a-z]*' $(release)/data/works.jsonl | sort | uniq -c; grep -o '"venue_key":[^,]*\|"venue_name":[^,]*' $(release)/data/works.jsonl | head; head -1 $(release)/data/mentions.csv
echo "## 18"; head -c 3000 $(release)/data/works.jsonl | grep -o '"last_seen[^,]*\|"retrieved_at[^,}]*' | sort | uniq -c
echo "## 19"; grep -n "title search\|name:" $(release)/CITATION.cff | head -20
