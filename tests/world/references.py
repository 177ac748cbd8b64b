#!/usr/bin/env python3
"""Makes lists of references, right ones and wrong ones of many kinds, and
what every service would say of them.  The same seed and size, the same bytes.

	FOLDER/lists/bibliography.bib, papers.md   every other reference in each
	FOLDER/shelf/works.jsonl         for standin.py --world FOLDER
	FOLDER/truth.jsonl               a line a reference: list, line, to, kind,
	                                 right; README.md
usage: references.py [--size REFERENCES] [--seed N] FOLDER

A right reference may be written in many ways, as people do; a wrong one is a
right one with one fault (or made up altogether).  Half are right.
"""
import argparse
import json
import os
import re
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from words import Dice, word  # noqa: E402

# Spellings of one venue: as a source has it, then as lists do.
VENUES = (
    ("Computer Vision and Pattern Recognition", "CVPR",
     "IEEE/CVF Conference on Computer Vision and Pattern Recognition (CVPR)",
     "Proceedings of the {year} IEEE/CVF Conference on Computer Vision and "
     "Pattern Recognition"),
    ("Neural Information Processing Systems", "NeurIPS",
     "Advances in Neural Information Processing Systems", "NeurIPS {year}"),
    ("International Conference on Machine Learning", "ICML",
     "Proceedings of the International Conference on Machine Learning",
     "Proc. ICML"),
    ("International Conference on Learning Representations", "ICLR",
     "ICLR {year}", "Proceedings of ICLR"),
    ("Annual Meeting of the Association for Computational Linguistics", "ACL",
     "Proceedings of the Annual Meeting of the ACL", "ACL {year}"),
    ("AAAI Conference on Artificial Intelligence", "AAAI",
     "Proceedings of the AAAI Conference on Artificial Intelligence",
     "AAAI {year}"),
    ("International Conference on Medical Image Computing and "
     "Computer-Assisted Intervention", "MICCAI", "MICCAI {year}",
     "Medical Image Computing and Computer Assisted Intervention"),
    ("Nature Medicine", "Nat. Med.", "Nat Med", "Nature medicine"),
    ("Briefings in Bioinformatics", "Brief. Bioinform.", "Briefings Bioinf.",
     "Brief Bioinform"),
    ("Journal of Biomedical Informatics", "J. Biomed. Inform.",
     "J Biomed Inform", "Journal of biomedical informatics"),
    ("IEEE Transactions on Medical Imaging", "IEEE Trans. Med. Imaging",
     "IEEE TMI", "Transactions on Medical Imaging"),
    ("Journal of the American Medical Informatics Association", "JAMIA",
     "J. Am. Med. Inform. Assoc.",
     "Journal of the American Medical Informatics Association : JAMIA"),
)
TOPICS = """image segmentation|question answering|clinical notes|triage|
report generation|drug discovery|protein folding|speech recognition|
knowledge graphs|sepsis prediction|tabular data|code generation|
machine translation|object detection|dialogue systems|retinal imaging|
patient records|tumour grading|federated learning|active learning|
named entities|visual grounding|summarization|recommendation|
time series|molecular graphs|robot navigation|gene expression""".replace(
    "\n", "").split("|")
MEANS = """large language models|graph neural networks|diffusion models|
contrastive learning|vision transformers|weak supervision|prompt tuning|
retrieval|curriculum learning|self-distillation|sparse attention|
instruction tuning|bayesian inference|masked modelling|meta-learning|
mixture of experts|reinforcement learning|causal discovery|
low-rank adaptation|synthetic data""".replace("\n", "").split("|")
HOW = """Robust|Efficient|Interpretable|Scalable|Few-Shot|Zero-Shot|
Calibrated|Multimodal|Hierarchical|Privacy-Preserving|Unified|Adaptive|
Evidence-Based|Open-Source|Lightweight|Continual""".replace(
    "\n", "").split("|")
TAILS = ("a Multi-Centre Study|A Survey|Benchmark and Analysis|"
         "an Open Evaluation|Methods and Limits").split("|")
SMALL = {"for": "towards", "with": "through", "of": "in", "in": "within"}
NOBODY = (["John Doe", "Jane Doe"], ["First Author", "Second Author"],
          ["Firstname Lastname"], ["Author One", "Author Two"],
          ["Anonymous"], ["Petra Silva", "Yuki Sato", "Ibrahim Diallo"],
          ["Jane Smith", "John Smith", "Michael Johnson"])
NO_VENUE = ("Conference on {} and Reward Alignment",
            "Symposium on {} Scaling Laws", "Journal of {} Intelligence",
            "International Workshop on {} Reasoning Systems")
ACCENTS = str.maketrans("aeiou", "áéíöü")
PLAIN = str.maketrans("áéíöü", "aeiou")
LATEX = {"á": "{\\'a}", "é": "{\\'e}", "í": "{\\'i}", "ö": '{\\"o}',
         "ü": '{\\"u}'}


class References:
    def __init__(self, seed):
        self.seed, self.made = seed, 0
        self.dice = Dice(seed * 7919 + 11)
        self.shelf, self.monthly = [], {}

    def pick(self, many):
        return many[self.dice.throw(len(many))]

    def chance(self, percent):
        return self.dice.throw(100) < percent

    # -- works -----------------------------------------------------------
    def title(self):
        how, means, topic = (self.pick(HOW), self.pick(MEANS),
                             self.pick(TOPICS))
        name = self.pick((
            "{how} {topic} with {means}", "{means} for {how} {topic}",
            "Towards {how} {topic} in {rare}", "{how} {means} of {rare} for "
            "{topic}", "On the limits of {means} in {topic} for {rare}",
        )).format(how=how, means=means, topic=topic,
                  rare=word(self.dice.throw(1 << 20)))
        name = name[0].upper() + name[1:]
        if "{rare}" not in name and self.chance(60):
            name = "%s: %s" % (
                word(self.dice.throw(1 << 20)).capitalize(), name)
        if self.chance(15):
            name += ": " + self.pick(TAILS)
        return " ".join(one.capitalize() if one.islower() and len(one) > 3
                        else one for one in name.split(" "))

    def person(self):
        given = word(self.dice.throw(600)).capitalize()
        family = word(1000 + self.dice.throw(60000)).capitalize()
        if self.chance(12):
            family = family[0] + family[1:].translate(ACCENTS)
        how = self.dice.throw(20)
        if how == 0:
            family = "van der " + family
        elif how == 1:
            family += "-" + word(self.dice.throw(9000)).capitalize()
        elif how == 2:
            given += "-" + word(self.dice.throw(600)).capitalize()
        elif how < 6:
            given += " " + "ABCDEFGHJKLM"[self.dice.throw(12)] + "."
        return given, family

    def people(self, least=1):
        return [self.person() for _ in range(
            least + self.dice.throw(4) + self.dice.throw(4))]

    def venue(self):
        if self.chance(65):
            return self.pick(VENUES)
        rare = [word(self.dice.throw(1 << 18)).capitalize() for _ in "ab"]
        if self.chance(50):
            whole = "Journal of %s %s Research" % tuple(rare)
            short = "J. %s. %s. Res." % (rare[0][:4], rare[1][:4])
            return whole, short, short.replace(".", ""), whole.lower()
        whole = "International Conference on %s and %s Systems" % tuple(rare)
        short = "IC%s%sS" % (rare[0][0], rare[1][0])
        return (whole, short, "Int. Conf. on %s and %s Systems" % tuple(rare),
                "%s (%s)" % (whole, short))

    def arxiv(self, year, month):
        key = year % 100 * 100 + month
        self.monthly[key] = self.monthly.get(key, 0) + 1 + self.dice.throw(5)
        return "%04d.%05d" % (key, self.monthly[key])

    def work(self, need=()):
        """A new one on the shelf; `need`: arxiv, doi, preprint, people."""
        self.made += 1
        year, month = 2016 + self.dice.throw(8), 1 + self.dice.throw(12)
        row = {"kind": "paper", "title": self.title(),
               "people": self.people(4 if "people" in need else 1),
               "ids": {}, "venue": None, "spellings": None}
        preprint = "preprint" in need
        if preprint or "arxiv" in need or self.chance(55):
            row["ids"]["arxiv"] = self.arxiv(year, month)
            row["first_public"] = "%d-%02d-%02d" % (
                year, month, 1 + self.dice.throw(28))
        if not preprint:
            late = month + self.dice.throw(10)
            year, month = year + (late > 12), (late - 1) % 12 + 1
            row["spellings"] = self.venue()
            row["venue"] = row["spellings"][0]
            row["published"] = "%d-%02d-%02d" % (
                year, month, 1 + self.dice.throw(28))
            if "doi" in need or not row["ids"] or self.chance(60):
                row["ids"]["doi"] = "10.%d/%s.%d.%d" % (
                    self.pick((1109, 1145, 1007, 1038)),
                    word(self.dice.throw(900)), self.seed % 1000, self.made)
            row["crossref_type"] = "proceedings-article" if re.search(
                "Conf|Recog|Systems|Meeting", row["venue"]) \
                else "journal-article"
        row["year"] = year
        row["authors"] = ["%s %s" % one for one in row["people"]]
        self.gaps(row)
        self.shelf.append(row)
        return row

    def gaps(self, row):
        """Services lack works, and spell otherwise."""
        unknown, said = [], {}
        if "doi" in row["ids"]:
            if self.chance(8):
                unknown.append("openalex")
            if self.chance(4) and row["venue"]:
                unknown.append("crossref")
            if self.chance(15):
                said["crossref"] = {"venue": row["spellings"][2].format(
                    year=row["year"])} if row["venue"] else {}
        if self.chance(6):
            said["semanticscholar"] = {"authors": [
                "%s. %s" % (given[0], family.translate(PLAIN))
                for given, family in row["people"]]}
        if unknown:
            row["unknown_to"] = unknown
        if said:
            row["said"] = said

    # -- references ------------------------------------------------------
    def reference(self, row, id_percent=75):
        """As it should be: one identifier, or none."""
        kinds = sorted(row["ids"])
        kept = {}
        if self.chance(id_percent):
            kind = self.pick(kinds)
            kept = {kind: row["ids"][kind]}
        venue = row["venue"] or "arXiv preprint"
        if row["spellings"]:
            venue = self.pick(row["spellings"]).format(year=row["year"])
        return {"title": row["title"], "people": list(row["people"]),
                "venue": venue, "year": row["year"], "ids": kept,
                "more": False, "names": "full"}

    def right(self, kind):
        need = {"the preprint's year": ("arxiv", "doi"),
                "the preprint, since published": ("arxiv", "doi"),
                "a preprint": ("preprint",), "and others": ("people",),
                "the DOI": ("doi",), "the arXiv id": ("arxiv",),
                "printed a year later": ("doi",)}.get(kind, ())
        row = self.work(need)
        made = self.reference(row, 0 if kind == "no identifier" else 85)
        if kind in ("initials", "family first", "plain letters",
                    "no middle names"):
            made["names"] = kind
        elif kind == "and others":
            made["people"], made["more"] = made["people"][:self.pick(
                (1, 3))], True
        elif kind == "the preprint's year":
            made["year"] = int(row["first_public"][:4])
            made["ids"] = {"arxiv": row["ids"]["arxiv"]}
        elif kind == "the preprint, since published":
            made["year"] = int(row["first_public"][:4])
            made["venue"] = "arXiv preprint arXiv:" + row["ids"]["arxiv"]
            made["ids"] = {"arxiv": row["ids"]["arxiv"]}
        elif kind == "printed a year later":
            made["year"] += 1
            made["ids"] = {"doi": row["ids"]["doi"]}
        elif kind == "the DOI":
            made["ids"] = {"doi": row["ids"]["doi"]}
        elif kind == "the arXiv id":
            made["ids"] = {"arxiv": row["ids"]["arxiv"]}
        elif kind == "cut title":
            made["title"] = " ".join(
                made["title"].split(" ")[:6]).rstrip(":") + "…"
            made["ids"] = made["ids"] or dict(list(row["ids"].items())[:1])
        elif kind == "small letters":
            made["title"] = made["title"].lower()
        elif kind == "a slip":
            at = len(made["title"]) // 2
            made["title"] = made["title"][:at] + made["title"][at + 1:]
            made["ids"] = made["ids"] or dict(list(row["ids"].items())[:1])
        return made

    def wrong(self, kind):
        return getattr(self, "make_" + kind.replace(
            " ", "_").replace("'", ""))()

    def make_fabricated(self):
        year = 2016 + self.dice.throw(8)
        return {"title": self.title(), "people": self.people(2),
                "venue": self.pick(self.venue()).format(year=year),
                "year": year, "ids": {}, "more": False, "names": "full"}

    def make_made_up_DOI(self):
        made = self.reference(self.work(), 0)
        made["ids"] = {"doi": "10.%d/%s.%d" % (
            self.pick((1109, 1007, 47281, 88880)),
            word(self.dice.throw(900)), 100000 + self.dice.throw(900000))}
        return made

    def make_other_papers_DOI(self):
        made = self.reference(self.work(), 0)
        made["ids"] = {"doi": self.work(("doi",))["ids"]["doi"]}
        return made

    def make_other_papers_arXiv_id(self):
        made = self.reference(self.work(), 0)
        made["ids"] = {"arxiv": self.work(("arxiv",))["ids"]["arxiv"]}
        return made

    def make_swapped_authors(self):
        made = self.reference(self.work())
        made["people"] = self.work()["people"]
        return made

    def make_some_authors_others(self):
        made = self.reference(self.work(("people",)))
        for at in range(1, len(made["people"]), 2):
            made["people"][at] = self.person()
        return made

    def make_cut_authors(self):
        row = self.work(("people",))
        made = self.reference(row)
        made["people"] = made["people"][:1 + self.dice.throw(
            len(made["people"]) - 2)]
        return made

    def make_placeholder_authors(self):
        made = self.reference(self.work())
        made["people"] = [tuple(one.rsplit(" ", 1)) if " " in one
                          else ("", one) for one in self.pick(NOBODY)]
        return made

    def make_future_date(self):
        made = self.reference(self.work())
        made["year"] = 2041 + self.dice.throw(9)
        made["venue"] = re.sub(" ?[0-9]{4} ?", " ", made["venue"]).strip()
        return made

    def make_wrong_year(self):
        made = self.reference(self.work())
        made["year"] += self.pick((-5, -4, -3, 3))
        made["venue"] = re.sub(" ?[0-9]{4} ?", " ", made["venue"]).strip()
        return made

    def make_wrong_venue(self):
        row = self.work()
        while row["spellings"] not in VENUES:
            row = self.work()
        made, other = self.reference(row), row["spellings"]
        while other == row["spellings"]:
            other = self.pick(VENUES)
        made["venue"] = self.pick(other).format(year=row["year"])
        return made

    def make_no_such_venue(self):
        made = self.reference(self.work(("doi",)))
        made["venue"] = self.pick(NO_VENUE).format(
            self.pick(TOPICS).title())
        return made

    def make_near_title(self):
        """A word exchanged: a small one, or one that says something."""
        row = self.work()
        made = self.reference(row)
        words = made["title"].split(" ")
        small = [i for i, one in enumerate(words) if one in SMALL]
        if small and self.chance(40):
            words[small[0]] = SMALL[words[small[0]]]
        else:
            heavy = [i for i, one in enumerate(words)
                     if len(one) > 4 and one[-1] != ":"]
            other = self.pick(self.pick(TOPICS + MEANS).split(" "))
            words[self.pick(heavy)] = other.capitalize()
        made["title"] = " ".join(words)
        return made if made["title"].lower() != row["title"].lower() \
            else self.make_near_title()

    def make_another_title(self):
        """Everything of a work but its title."""
        made = self.reference(self.work())
        made["title"] = self.title()
        return made

    def make_merged(self):
        """Title of one, authors, venue and year of another."""
        made, other = self.reference(self.work()), self.work()
        made["people"], made["year"] = other["people"], other["year"]
        made["venue"] = self.pick(other["spellings"]).format(
            year=other["year"])
        return made

    def make_made_up_around_an_identifier(self):
        """A real identifier, other people, the title altered."""
        row = self.work()
        made = self.reference(row, 100)
        words = made["title"].split(" ")
        made["title"] = " ".join(["Advanced"] + words[:-2] + [
            self.pick(HOW), self.pick(MEANS).title()])
        made["people"] = self.people(2)
        return made

    def make_retracted(self):
        row = self.work(("doi",))
        row["retracted"] = True
        row.pop("unknown_to", None)
        made = self.reference(row)
        made["ids"] = {"doi": row["ids"]["doi"]}
        return made

    def make_withdrawn(self):
        row = self.work(("preprint",))
        row["comment"] = "This paper has been withdrawn by the authors"
        made = self.reference(row)
        made["ids"] = dict(row["ids"])
        return made

    def make_preprint_as_published(self):
        row = self.work(("preprint",))
        made = self.reference(row)
        made["venue"] = self.pick(self.pick(VENUES)[:3]).format(
            year=row["year"])
        return made


RIGHT = ("to the letter|to the letter|to the letter|no identifier|initials|"
         "family first|plain letters|no middle names|and others|"
         "the preprint's year|the preprint, since published|a preprint|"
         "printed a year later|the DOI|the arXiv id|cut title|small letters|"
         "a slip").split("|")
WRONG = ("fabricated|made up DOI|other paper's DOI|other paper's arXiv id|"
         "swapped authors|some authors others|cut authors|"
         "placeholder authors|future date|wrong year|wrong venue|"
         "no such venue|near title|another title|merged|"
         "made up around an identifier|retracted|withdrawn|"
         "preprint as published").split("|")


def name_of(person, how, comma=False):
    given, family = person
    if how == "plain letters":
        given, family = given.translate(PLAIN), family.translate(PLAIN)
    if how == "no middle names":
        given = given.split(" ")[0]
    if how == "initials":
        given = " ".join(one[0] + "." for one in given.split(" ") if one)
    if (comma or how == "family first") and given:
        return "%s, %s" % (family, given)
    return (given + " " + family).strip()


def as_bibtex(made, key):
    comma = made["names"] == "family first"
    people = [name_of(one, made["names"], comma) for one in made["people"]]
    journal = re.search(r"J[. o]|Nat|Trans|Brief|arXiv|JAMIA|TMI",
                        made["venue"])
    lines = ["@%s{ref%d," % ("article" if journal else "inproceedings", key),
             "  title = {%s}," % made["title"].replace("&", "\\&"),
             "  author = {%s}," % " and ".join(
                 people + ["others"] * made["more"]),
             "  %s = {%s}," % ("journal" if journal else "booktitle",
                               made["venue"]),
             "  year = {%d}," % made["year"]]
    if key % 3:
        lines = ["".join(LATEX.get(one, one) for one in line)
                 for line in lines]
    if "doi" in made["ids"]:
        lines.append("  doi = {%s}," % made["ids"]["doi"])
    if "arxiv" in made["ids"]:
        lines += ["  eprint = {%s}," % made["ids"]["arxiv"],
                  "  archiveprefix = {arXiv},"]
    return lines + ["}", ""]


def as_markdown(made):
    people = ", ".join(name_of(one, "full" if made["names"] == "family first"
                               else made["names"])
                       for one in made["people"]) + ", et al" * made["more"]
    urls = ["https://doi.org/" + value if kind == "doi" else
            "https://arxiv.org/abs/" + value
            for kind, value in sorted(made["ids"].items())]
    return ["- **%s**. %s. *%s*, %d.%s" % (
        made["title"], people, made["venue"], made["year"],
        "".join(" [[paper]](%s)" % url for url in urls))]


def write(folder, size, seed):
    refs = References(seed)
    out = {"bibliography.bib": [], "papers.md": ["# References", "", "## Papers", ""]}
    truth = []
    for number in range(size):
        right = number % 2 == 0
        kinds = RIGHT if right else WRONG
        kind = kinds[number // 2 % len(kinds)]
        made = (refs.right if right else refs.wrong)(kind)
        name = "papers.md" if number // 2 // len(kinds) % 2 else "bibliography.bib"
        lines = as_bibtex(made, number) if name == "bibliography.bib" \
            else as_markdown(made)
        truth.append({"list": name.split(".")[0], "line": len(out[name]) + 1,
                      "to": len(out[name]) + len(lines), "right": right,
                      "kind": kind, "ids": made["ids"]})
        out[name] += lines
    for part in ("lists", "shelf"):
        os.makedirs(os.path.join(folder, part), exist_ok=True)
    for name, lines in out.items():
        put(folder, "lists/" + name, lines)
    put(folder, "truth.jsonl", map(json.dumps, truth))
    put(folder, "shelf/works.jsonl", [json.dumps(
        {key: value for key, value in row.items() if key not in (
            "people", "spellings")}, ensure_ascii=False)
        for row in refs.shelf])


def put(folder, name, lines):
    with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
        file.writelines(line + "\n" for line in lines)


def main():
    parser = argparse.ArgumentParser(description="makes references")
    parser.add_argument("--size", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("folder")
    arguments = parser.parse_args()
    write(arguments.folder, arguments.size, arguments.seed)


if __name__ == "__main__":
    main()
