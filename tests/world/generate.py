#!/usr/bin/env python3
"""Makes a world: lists as people keep them, what every service would say,
and the truth.  The same seed and size make the same bytes.

	FOLDER/lists/*.md           the lists
	FOLDER/shelf/*.jsonl        for standin.py --world FOLDER
	FOLDER/truth.jsonl          one line an entry: see README.md
	FOLDER/least.json           requests that are needed at the least
usage: generate.py [--size ENTRIES] [--seed N] [--forms GROUP] FOLDER
"""
import argparse
import collections
import json
import os
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import forms  # noqa: E402
import forms_fresh  # noqa: E402
import forms_held  # noqa: E402
import forms_more  # noqa: E402
from least import least  # noqa: E402
from words import Dice, title, word  # noqa: E402
from works import SPDX, Works, licenses  # noqa: E402

SECTION = 40
MADE = {"plain": forms, "shown": forms_more, "held": forms_held,
        "fresh": forms_fresh}
FORMS, SHOWS, AFTER = ({
    form: what for made in MADE.values()
    for form, what in getattr(made, part, {}).items()}
    for part in ("FORMS", "SHOWS", "AFTER"))
# Which lists: all of the plain ones in turn with one a form of the others.
assert len(FORMS) == sum(len(made.FORMS) for made in MADE.values())
GROUPS = {group: getattr(made, "LISTS", tuple(
    (one, (one,), 3) for one in made.FORMS)) for group, made in MADE.items()}
GROUPS["all"] = GROUPS["plain"] + GROUPS["shown"] + GROUPS["held"]
PAPERS_ONLY = {*forms.PAPERS_ONLY, *FORMS} - (
    {*forms.FORMS} - {*forms.PAPERS_ONLY})
GROUP_OF = {form: group for group, made in MADE.items() for form in made.FORMS}
BEHIND = ["", "## Contributing", "",
          "- Open an [issue](https://github.com/team-lists/all/issues) or a "
          "[pull request](https://github.com/team-lists/all/pulls).",
          "- One work a line; see [the guide](CONTRIBUTING.md).", "",
          "## License", "",
          "[CC0](https://creativecommons.org/publicdomain/zero/1.0/)", "",
          "## Star History", "",
          "[![Chart](https://api.star-history.com/svg?repos=team-lists/all)]"
          "(https://star-history.com/#team-lists/all)"]
HOMES = ("https://contest.example/", "https://contest.example/#/reports",
         "https://play.example/#/a", "https://play.example/#/b")
PLACEHOLDERS = ("#", "https://arxiv.org/abs/XXXX.XXXXX",
                "https://arxiv.org/abs/0000.00000", "https://github.com/",
                "https://doi.org/10.xxxx/xxxxx", "https://huggingface.co/",
                "TBD")


class World:
    def __init__(self, seed, size, group="plain"):
        self.lists = GROUPS[group]
        self.dice, self.works = Dice(seed * 65537 + size), Works(seed)
        self.seed, self.size = seed, size
        self.rows = {"works": [], "huggingface": [], "github": []}
        self.places = {name: [] for name, _, _ in self.lists}
        self.truth = []
        self.repeatable = collections.deque(maxlen=400)
        self.waiting = []       # neighbours still to be listed

    def chance(self, percent):
        return self.dice.throw(100) < percent

    def pick(self, many):
        return many[self.dice.throw(len(many))]

    def keep(self, row):
        where = {"paper": "works", "code": "github"}.get(row["kind"],
                                                         "huggingface")
        self.rows[where].append(row)
        return row

    # -- what an entry is about ------------------------------------------
    def fill(self):
        """Deals entries out over the lists until there are enough."""
        shares = [name for name, _, share in self.lists
                  for _ in range(share)]
        for _ in range(self.size):
            name = self.pick(shares)
            form = self.form_of(name)
            entry = self.entry(name, form)
            entry["form"] = form
            self.places[name].append(entry)

    def form_of(self, name):
        ways = next(one for other, one, _ in self.lists if other == name)
        return ways[len(self.places[name]) // SECTION % len(ways)]

    def entry(self, name, form):
        if self.waiting and self.chance(30):
            return self.paper(self.waiting.pop(0), name, form)
        if len(self.repeatable) > 20 and self.chance(11):
            again = self.pick(self.repeatable)
            if name not in again["lists"] and not again.get("planted"):
                return self.paper(again, name, form)
        kind = self.dice.throw(100)
        if form in PAPERS_ONLY or kind < 84:
            return self.new_paper(name, form)
        if kind < 97:
            return self.artifact("model" if kind < 90 else "dataset"
                                 if kind < 93 else "code")
        return self.site()

    def new_paper(self, name, form):
        row = self.keep(self.works.paper())
        row["lists"] = []
        if self.chance(2):
            # Two works with nearly one title; of some only one is known.
            how = self.pick(("title", "title", "title", "name", "journal"))
            if how == "journal" and "doi" not in row["ids"]:
                how = "name"
            other = self.keep(self.works.paper(like=row, how=how))
            other["lists"] = []
            row["near"], other["near"] = [other["key"]], [row["key"]]
            row["twin"] = other["twin"] = how
            if how != "journal" and self.chance(40):
                self.works.nobody_knows(row)
                row["planted"] = "only-its-neighbour-is-known"
            else:
                self.waiting.append(other)
        elif self.chance(1) and "doi" in row["ids"] and "arxiv" in row["ids"]:
            # Its authors gave arXiv the DOI of another of their papers.
            other = self.keep(self.works.paper(like=row, how="people"))
            if "doi" in other["ids"]:
                row.setdefault("said", {})["arxiv"] = {
                    "ids": dict(row["ids"], doi=other["ids"]["doi"])}
                row["arxiv_doi"] = True
        elif self.chance(1):
            self.works.nobody_knows(row)
        return self.paper(row, name, form)

    def paper(self, row, name, form):
        row["lists"].append(name)
        entry = self.facts(row)
        entry["form"] = form
        entry["links"], planted, wrong = self.paper_links(row)
        if (planted or "").startswith("wrong-link") \
                and "title" not in SHOWS[form].split():
            # The address is all the entry says: no other can be meant.
            kind = sorted(row["ids"])[0]
            entry["links"] = [("paper", "https://%s/%s" % (
                {"arxiv": "arxiv.org/abs"}.get(kind, "doi.org"),
                row["ids"][kind]))]
            self.truth_of(entry, row, None, {})
        else:
            self.truth_of(entry, row, planted, wrong)
        if row.get("artifacts") is None:
            row["artifacts"] = self.artifacts_of(row)
        for one in row["artifacts"]:
            if self.chance(80):
                entry["links"].append(one)
        if "one-link" in SHOWS[form].split():
            del entry["links"][1:]
        if planted is None:
            self.repeatable.append(row)
        return entry

    def paper_links(self, row):
        """Links of a paper; what is planted wrong, and the ids it names."""
        ids = row["ids"]
        if row.get("planted") or (row.get("twin") != "journal"
                                  and self.chance(4)):
            # Nothing names it: only its title can be searched for.
            how = self.dice.throw(100)
            if how < 10:        # the home of a contest, of each of its papers
                return [("blog", self.pick(HOMES))], None, {}
            if how < 40:
                return [("blog", "https://%s.example/%s" % (
                    word(self.dice.throw(900)), row["key"]))], None, {}
            if how < 60:
                return [("paper", self.pick(PLACEHOLDERS))], \
                    row.get("planted") or "placeholder", {}
            return [], None, {}
        if self.chance(3) and row.get("twin") != "journal":
            how = self.pick(("any", "title", "name", "people"))
            other = self.keep(self.works.paper(like=row, how=how))
            kind = self.pick(sorted(other["ids"]))
            return ([self.link(kind, other["ids"][kind])],
                    "wrong-link by " + how, {kind: other["ids"][kind]})
        if "arxiv" in ids and self.chance(1):
            dead = ids["arxiv"][:5] + "9" + ids["arxiv"][6:]
            return [self.link("arxiv", dead)], "dead-link", {"arxiv": dead}
        kinds = sorted(ids)         # arxiv before doi
        kind = kinds[0] if self.chance(75) else kinds[-1]
        made = [self.link(kind, ids[kind])]
        if len(kinds) > 1 and self.chance(10):
            other = kinds[1] if kind == kinds[0] else kinds[0]
            made.append(self.link(other, ids[other]))
        return made, None, {}

    def link(self, kind, value):
        if kind == "doi":
            return "paper", "https://doi.org/" + value
        how = self.dice.throw(10)
        if how < 6:
            return "paper", "https://arxiv.org/abs/" + value
        if how < 9:
            return "paper", "https://arxiv.org/pdf/" + value
        return "paper", "https://arxiv.org/abs/%sv1" % value

    def artifacts_of(self, row):
        made = []
        if self.chance(22):
            code = self.keep(self.works.code(row))
            made.append(("code", "https://github.com/" + code["id"]))
        if self.chance(8):
            hub = self.keep(self.works.hub("model", row))
            made.append(("model", "https://huggingface.co/" + hub["id"]))
        if self.chance(4):
            hub = self.keep(self.works.hub("dataset", row))
            made.append(("data", "https://huggingface.co/datasets/"
                         + hub["id"]))
        return made

    def artifact(self, kind):
        row = self.keep(self.works.code() if kind == "code"
                        else self.works.hub(kind))
        base = {"model": "https://huggingface.co/",
                "dataset": "https://huggingface.co/datasets/",
                "code": "https://github.com/"}[kind]
        name = row["id"].split("/")[1]
        entry = self.plain(kind, name)
        entry["venue"] = "Github" if kind == "code" else "Huggingface"
        entry["links"] = [(kind, base + row["id"])]
        entry["truth"] = {"kind": kind, "work": row["key"], "title": name,
                          "ids": {kind: row["id"]}, "by": "id",
                          "license": SPDX.get(row["license"], row["license"])}
        return entry

    def site(self):
        """Words and a page of the web, of which no service has heard."""
        number = self.dice.throw(1 << 30)
        name = title(number)
        entry = self.plain("site", name)
        entry["links"] = [("blog", "https://%s.example/%d" % (
            word(number), number))]
        entry["truth"] = {"kind": "site", "work": None, "title": name,
                          "ids": {}, "by": "nothing"}
        return entry

    def plain(self, kind, name):
        month = 2025 * 12 - self.dice.throw(30)
        return {"kind": kind, "title": name, "name": None, "authors": [],
                "venue": "Blog", "institute": self.institute(),
                "year": month // 12, "corpus": None, "license": None,
                "date": "%d.%d" % (month // 12, month % 12 + 1),
                "month": "%d-%02d" % (month // 12, month % 12 + 1)}

    def institute(self):
        return "University of " + word(self.dice.throw(300)).capitalize()

    # -- how an entry is written -----------------------------------------
    def facts(self, row):
        first = row.get("first_public") or row["published"]
        year, month = int(first[:4]), int(first[5:7])
        short = row.get("short") if self.chance(60) else None
        name = None
        if self.chance(12):
            name = word(9000 + self.dice.throw(9000)).capitalize()
        spelt, hard = self.spelt(row["title"])
        return {"kind": "paper", "title": spelt, "hard": hard, "name": name, "authors": self.listed_authors(row),
                "venue": short, "institute": self.institute(),
                "year": row["year"], "corpus": None,
                "license": None, "date": "%d.%d" % (year, month),
                "month": "%d-%02d" % (year, month)}

    def listed_authors(self, row):
        if self.chance(30):
            return []
        if len(row["authors"]) > 2:
            return [row["authors"][0] + " et al"]
        return list(row["authors"])

    def spelt(self, name):
        """As curators copy titles, and what makes it hard to know again:
        seven in ten to the letter."""
        how = self.dice.throw(40)
        if how < 4:
            return " ".join(one.capitalize() for one in name.split(" ")), None
        if how < 6:
            return name.upper() if how == 4 else name.lower(), None
        if how < 8:
            return (name.replace(": ", " - ") if how == 6
                    else name.replace(": ", ":  ")), None
        if how == 8:
            at = len(name) // 2
            return name[:at] + name[at + 1:], "a letter too few"
        if how == 9:
            return name.rsplit(" ", 1)[0], "without its end"
        if how == 10:
            return name + ".", None
        return name, None

    def truth_of(self, entry, row, planted, wrong):
        names = [one for one in entry["links"] if one[0] == "paper"]
        by = "id" if names and planted is None else "title"
        asked = ("semanticscholar", "arxiv", "crossref", "openalex")
        unknown = row.get("unknown_to", [])
        if set(asked) <= set(unknown) or (
                by == "title" and "semanticscholar" in unknown):
            by = "nothing"
        shown = SHOWS[entry["form"]].split()
        written = {"title": entry["title"], "authors": entry["authors"],
                   "venue": entry["venue"], "year": str(entry["year"]),
                   "month": entry["month"]}
        entry["truth"] = {
            "kind": "paper", "written": {
                one: written[one] for one in shown if one in written}, "work": row["key"], "title": row["title"],
            "ids": row["ids"], "linked": sorted({
                "doi" if "//doi.org/" in url else "arxiv"
                for role, url in names}) if planted is None else [],
            "hard": entry["hard"], "authors": row["authors"],
            "venue": row["venue"], "published": row.get("published"),
            "first_public": row.get("first_public"),
            "license": licenses(row), "by": by, "unknown_to": unknown,
            "planted": planted or row.get("planted"), "wrong_ids": wrong,
            "near": row.get("near", [])}

    # -- writing ---------------------------------------------------------
    def write(self, folder):
        for part in ("lists", "shelf"):
            part = os.path.join(folder, part)
            os.makedirs(part, exist_ok=True)
            for old in os.listdir(part):
                os.unlink(os.path.join(part, old))
        for name, _, _ in self.lists:
            self.write_list(folder, name, self.places[name])
        put_lines(os.path.join(folder, "truth.jsonl"), self.truth)
        for name, rows in self.rows.items():
            put_lines(os.path.join(folder, "shelf", name + ".jsonl"), [
                {k: v for k, v in row.items()
                 if k not in ("artifacts", "lists", "planted", "near", "key",
                              "short", "twin")} for row in rows])
        with open(os.path.join(folder, "least.json"), "w") as out:
            json.dump(least(self.truth, {
                row["key"]: row for row in self.rows["works"]},
                self.rows["huggingface"]), out)
            out.write("\n")

    def before(self, name, entries):
        """What stands above the first section and is no entry."""
        lines = ["# %s, an invented list" % name.capitalize(), "",
                 "[![Awesome](https://awesome.re/badge.svg)](https://"
                 "awesome.re) ![Stars](https://img.shields.io/github/stars/"
                 "team-lists/%s.svg)" % name, "",
                 "Nothing that is named here exists. %d entries, kept by "
                 "[the list's makers](https://github.com/team-lists)."
                 % entries, "", "## Contents", ""]
        for number in range(0, entries, SECTION):
            word_ = word(number + 77)
            lines.append("- [%s](#%s)" % (word_.capitalize(), word_))
        return lines + ["- [Contributing](#contributing)", "", "## News", "",
                        "- **2025.06.01** 20 works were added.",
                        "- 2025.05.11: the list has a "
                        "[page](https://team-lists.example/%s) now." % name,
                        ""]

    def write_list(self, folder, name, entries):
        lines = self.before(name, len(entries))
        form = None
        for number, entry in enumerate(entries):
            if number % SECTION == 0:
                if form in AFTER:
                    lines.append(AFTER[form])
                lines += ["", "## %s" % word(number + 77).capitalize(), ""]
                lines += FORMS[entry["form"]][1]
            form = entry["form"]
            entry["number"] = number % SECTION + 1
            made = FORMS[form][0](entry)
            lines += [made] if isinstance(made, str) else made
            at = len(lines) - (0 if isinstance(made, str) else len(made) - 1)
            self.truth.append(dict(
                {"list": name, "line": at, "to": len(lines), "form": form,
                 "group": GROUP_OF[form],
                 "links": [url for _, url in entry["links"]]},
                **entry["truth"]))
        if form in AFTER:
            lines.append(AFTER[form])
        lines += BEHIND
        with open(os.path.join(folder, "lists", name + ".md"), "w",
                  encoding="utf-8") as out:
            out.write("\n".join(lines) + "\n")


def put_lines(path, rows):
    with open(path, "w", encoding="utf-8") as out:
        for row in rows:
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


def main():
    parser = argparse.ArgumentParser(description="makes a world")
    parser.add_argument("--size", type=int, default=2000, metavar="ENTRIES")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--forms", choices=sorted(GROUPS), default="plain")
    parser.add_argument("folder")
    arguments = parser.parse_args()
    world = World(arguments.seed, arguments.size, arguments.forms)
    world.fill()
    world.write(arguments.folder)


if __name__ == "__main__":
    main()
