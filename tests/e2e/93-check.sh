#!/bin/sh
# enrich check: a verdict on each new row, and nobody is asked about the others.
. "${0%/*}/lib.sh"
rest_needs git --version
git_() {
	git -c user.name=e2e -c user.email=e2e@example.org -c commit.gpgsign=false \
		-c init.defaultBranch=main "$@" >/dev/null 2>&1 || fail "git $*"
}
# verdicts WORD: how many rows the last run called so.
verdicts() {
	grep -c "^README.md:[0-9]*: $1: " "$tmp/out" || :
}

# ---- 20 new rows in a list of 2,000 --------------------------------------
"$PYTHON" - "$tmp" <<'END'
import json, sys
words = ("rivers boats ships maps winds tides storms harbours sails masts ropes "
    "anchors decks hulls keels oars nets gulls lights shores").split()
def title(n):
    return "%s %s and %s Under %s" % tuple(
        [words[(n // 20 ** k) % 20].title() for k in (0, 1, 2)] + [words[n % 19]])
with open(sys.argv[1] + "/titles", "w") as titles:
    for n in range(2020):
        titles.write(json.dumps({"id": "arxiv:2401.%05d" % (n + 1), "title": title(n),
            "year": 2024}) + "\n")
rows = ["- [%s](https://arxiv.org/abs/2401.%05d), 2024\n" % (title(n), n + 1)
    for n in range(2020)]
open("old.md", "w").write("# Papers\n\n" + "".join(rows[:2000]))
# In the middle, at the end, and one moved up.
open("new.md", "w").write("# Papers\n\n" + rows[1500] + "".join(rows[:700] +
    rows[2000:2010] + rows[700:1500] + rows[1501:2000] + rows[2010:]))
END
start_standin --synthetic --titles "$tmp/titles"
git_ init
cp old.md README.md
git_ add README.md
git_ commit -m old
cp new.md README.md
run 0 check --base HEAD README.md
same "verified" "$(verdicts verified)" 20
same "the sum" "$(tail -n 1 "$tmp/out")" "20 of 2020 rows are new since HEAD: 20 verified; 2 requests"
# And one in company that is surely known.
at_most "papers asked about" "$(counter semanticscholar ids)" 21
at_most "papers asked about" "$(counter arxiv ids)" 21
same "requests" "$(requests)" 2
same "licences asked for" "$(counter arxiv_oai requests)" 0
no_release

# What happened on the other branch since is none of this one's.
git_ checkout -b pull
git_ commit -am new
git_ checkout main
sed 's/, 2024$/, 2023/' old.md >README.md
git_ commit -am dates
git_ checkout pull
run 0 check --base main README.md
same "verified since the fork" "$(verdicts verified)" 20
# A file that was not there is new; so is all of a list without a run before.
head -n 5 new.md >more.md
run 0 check --base main more.md
contains "$tmp/out" "3 of 3 rows are new since main: 3 verified"
run 0 check more.md
contains "$tmp/out" "3 rows looked at: 3 verified; 0 requests"
run 64 check --base nowhere README.md
contains "$tmp/err" "--base nowhere: "
run 64 check --base --help README.md
(cd / && cp "$tmp/work/more.md" "$tmp/home/more.md")
run 64 check --base HEAD "$tmp/home/more.md"
contains "$tmp/err" "not a git repository"
reset_standin

# ---- against the last run; every kind of verdict -------------------------
stop_standin
start_standin
cp "$top_srcdir/tests/e2e/lists/reading.md" README.md
run 0 --name demo README.md
requests_before=$(requests)
run 0 check README.md
contains "$tmp/out" "0 of 13 rows are new since the last run"
same "nobody is asked again" "$(requests)" "$requests_before"
cat >>README.md <<'END'

## New

- [Attention Is All You Need](https://arxiv.org/abs/1706.03762), 2017
- [Sailing Small Boats Along Imaginary Rivers](https://arxiv.org/abs/1706.03762), 2017
- The Imaginary Harbour: A Paper That Nobody Wrote. NeurIPS 2024. [paper](https://papers.example.org/harbour.pdf)
- [Our own page](https://pages.example.org/own)
END
sed -i "s|LLaVA-Med\*\*: Training|LLaVA-Med**: Towards Training|" README.md
run 1 check README.md
same "new and changed rows" "$(tail -n 1 "$tmp/out" | cut -d: -f1)" \
	"5 of 17 rows are new since the last run"
contains "$tmp/out" "README.md:35: verified: Attention Is All You Need (Semantic Scholar, arXiv)"
contains "$tmp/out" "README.md:36: differs: link-title-mismatch: the link is \"Attention Is All You Need\""
contains "$tmp/out" "README.md:37: nobody-knows-it: "
contains "$tmp/out" "README.md:38: not-asked: Our own page"
run 0 check --fail-on nothing -q README.md
same "what is as it should be, with -q" "$(verdicts verified)" 0
same "what is not, with -q" "$(verdicts differs)" 1
run 1 check --fail-on not-asked README.md
run 0 check --fail-on unclear README.md
run 64 check --fail-on maybe README.md
contains "$tmp/err" "differs nobody-knows-it unclear not-asked nothing"
run 1 check --all README.md
contains "$tmp/out" "17 rows looked at"

# As annotations, as a report, as SARIF, as JSON Lines.
run 1 check --format github README.md
grep -q '^::error file=README.md,line=36,title=differs::link-title-mismatch: ' "$tmp/out" ||
	fail "no annotation"
lacks "$tmp/out" "title=verified"
run 1 check --format gitlab README.md
cp "$tmp/out" "$tmp/report.json"
same "in the report" "$(query "$tmp/report.json" \
	"[(f['check_name'], f['location']['lines']['begin']) for f in rows[0]
    if f['severity'] == 'major']")" "[('differs', 36), ('nobody-knows-it', 37)]"
run 1 check --format sarif README.md
cp "$tmp/out" "$tmp/log.json"
same "SARIF" "$(query "$tmp/log.json" "[r['ruleId'] for r in rows[0]['runs'][0]['results']
    if r['level'] == 'error']")" "['differs', 'nobody-knows-it']"
run 1 check --json README.md
cp "$tmp/out" "$tmp/rows.jsonl"
same "as JSON Lines" "$(query "$tmp/rows.jsonl" "[r['verdict'] for r in rows if r['line'] > 34]")" \
	"['verified', 'differs', 'nobody-knows-it', 'not-asked']"

# What the curator accepted fails nothing.
key=$(query "$tmp/rows.jsonl" "[r['key'] for r in rows if r['line'] == 36][0]")
printf '[accept]\n%s = meant\n' "$key" >accept.conf
run 1 -c accept.conf check --format json --fail-on differs,nobody-knows-it README.md
lacks "$tmp/out" '"verdict":"differs"'

# ---- a bibliography, and its repairs -------------------------------------
cat >refs.bib <<'END'
@article{biogpt,
  title = {BioGPT: Generative Pre-trained Transformer for Biomedical Text Generation and Mining},
  author = {Luo, Renqian and Sun, Liai and others},
  journal = {Bioinformatics},
  doi = {10.1093/bib/bbac409},
  year = {2030}
}
@inproceedings{genegpt,
  title = {GeneGPT: Augmenting Large Language Models with Domain Tools for Improved Access to Biomedical Information},
  author = {Jin, Qiao and Nobody, Ann},
  eprint = {2304.09667},
  year = {2023}
}
END
cp refs.bib before.bib
run 1 check refs.bib
contains "$tmp/out" "refs.bib:1: differs: "
contains "$tmp/out" "refs.bib:8: differs: authors-differ: arxiv does not name Ann Nobody"
cmp -s refs.bib before.bib || fail "the file is changed without --fix"
run 1 check --fix refs.bib
diff before.bib refs.bib >"$tmp/diff"
same "lines changed" "$(grep -c '^>' "$tmp/diff")" 1
contains "$tmp/diff" ">   year = {2022}"
cmp -s refs.bib.orig before.bib || fail "it is not kept as it was"
run 1 check --fix --only venue-differs refs.bib
contains refs.bib "journal = {Briefings in Bioinformatics}"
run 1 check refs.bib
contains "$tmp/out" "refs.bib:1: verified: "

# ---- an outage is no verdict ---------------------------------------------
printf '# Papers\n\n- [Attention Is All You Need](https://arxiv.org/abs/1706.03762), 2017\n' >one.md
fault '{"service": "*", "kind": "503", "times": -1}'
run 3 --cache "$tmp/none" check one.md
contains "$tmp/out" "one.md:3: not-asked: Attention Is All You Need: no answer from Semantic Scholar"
contains "$tmp/err" "Semantic Scholar"
run 3 --cache "$tmp/nothing" --offline check one.md
contains "$tmp/out" "Semantic Scholar was never asked about it"
run 66 check
run 66 check missing.md
exit 0
