#!/usr/bin/env python3
"""What a release got right of a world: score.py WORLD RELEASE [COUNTERS].

WORLD is a folder of generate.py's, RELEASE the folder of a release of its
lists, COUNTERS the stand-in's /_standin/counters.  See README.md for what
each figure counts.
"""
import argparse
import collections
import csv
import itertools
import json
import os
import re
import sys
import unicodedata

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(
    os.path.abspath(__file__))), "standin"))
from shelf import Work  # noqa: E402

SAY = {"authors": ("semanticscholar", "arxiv", "crossref", "openalex"),
       "venue": ("semanticscholar", "crossref", "openalex"),
       "counts": ("semanticscholar",)}


def lines_of(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def fold(text):
    text = unicodedata.normalize("NFKC", text or "").casefold()
    return "".join(c for c in text if c.isalnum())


def person(author):
    if isinstance(author, dict):
        author = author.get("literal") or " ".join(
            filter(None, (author["given"], author["family"])))
    return fold(author)


class Truth:
    """One work of the world, with all entries that name it."""

    def __init__(self, row, shelf):
        self.row, self.shelf = row, shelf
        self.ids = row["ids"]
        self.reached = set()        # kinds of ids that the program can learn

    def unknown(self, service):
        return service in self.shelf.get("unknown_to", ())

    def said(self, service, field):
        """What a service says; None where it cannot be asked."""
        if self.unknown(service):
            return None
        named = {"arxiv": "arxiv", "crossref": "doi", "openalex": "doi"}
        if named.get(service, "s2") not in self.reached:
            return None
        return self.shelf.get("said", {}).get(service, {}).get(
            field, self.shelf.get(field))

    def reach(self, row):
        """An entry's right links, and what the services tell of them."""
        if row["by"] == "nothing":
            return
        learned = set(row["linked"]) if row["by"] == "id" else set()
        if not self.unknown("semanticscholar"):
            learned |= {"s2"} | set(self.ids)
        elif row["by"] == "title" and not self.unknown("arxiv"):
            learned |= {"arxiv"} & set(self.ids)
        if "arxiv" in learned and "doi" in self.ids \
                and self.shelf.get("arxiv_doi", True):
            learned.add("doi")
        self.reached |= learned

    def expected(self):
        """Fields that could be filled, each with what would be right."""
        right = {}
        for field, services in SAY.items():
            if field == "counts":
                if "s2" in self.reached and not self.unknown(services[0]):
                    right[field] = True
            elif any(self.said(service, field) for service in services):
                right[field] = self.row[field]
        told = {}
        if self.said("arxiv", "ids"):
            told["preprint"] = self.row["license"]["preprint"]
            right["first_public"] = self.row["first_public"]
        elif self.said("crossref", "ids") or self.said("openalex", "ids"):
            right["first_public"] = self.row["published"]
        if self.said("crossref", "license") or self.said(
                "openalex", "license"):
            told["published"] = self.row["license"]["published"]
        if any(told.values()):
            right["license"] = told
        return right


def is_filled(work, field):
    if work["kind"] != "paper" and (field == "first_public" or
                                    work["license_of"] == "artifact"):
        return False            # not the paper's
    return bool({"counts": work["cited_by_count"] is not None,
                 "venue": work["container_title"]}.get(
                     field, work.get(field)))


def is_right(work, field, row):
    if field == "authors":
        return [person(one) for one in work["authors"]] \
            == [fold(one) for one in row["authors"]]
    if field == "venue":
        return fold(work["container_title"]) == fold(row["venue"])
    if field == "license":
        right = row["license"].get(work["license_of"]) or ""
        # OpenAlex says no version.
        return work["license"] in (right, "LicenseRef-" + right[:-4])
    if field == "first_public":
        # A month out of arXiv's number is right as far as it goes.
        return any((day or "").startswith(work["first_public"]) for day in
                   (row["first_public"], row["published"]))
    # Whose count it is the corpus id shows.
    return work["s2_corpus_id"] == row["corpus"]


def strangers(work, row):
    """Ids that the record takes for good and that are another work's."""
    ids = row["ids"]
    return [one["value"] for one in work["ids"] if one["status"] == "good"
            and one["kind"] in ("arxiv", "doi")
            and not one["value"].lower().startswith("10.48550/")
            and ids.get(one["kind"], "").lower() != one["value"].lower()]


def from_service(work, field):
    name = {"counts": "cited_by_count", "venue": "container_title"}.get(
        field, field)
    return any(one["field"] == name and one["source"] != "list"
               for one in work["provenance"])


class Score:
    def __init__(self, world, release):
        self.truth = lines_of(os.path.join(world, "truth.jsonl"))
        self.figures = collections.Counter()
        self.examples = collections.defaultdict(list)
        self.fields = collections.defaultdict(collections.Counter)
        self.at = {}            # (list, line) → records that mention it
        works = lines_of(os.path.join(release, "data", "works.jsonl"))
        for work in works:
            for mention in work["mentions"]:
                self.at.setdefault((mention["list"], mention["line"]),
                                   []).append((work, mention))
        with open(os.path.join(release, "data", "findings.csv"),
                  encoding="utf-8", newline="") as rows:
            self.findings = list(csv.DictReader(rows))
        self.judge(world)

    def note(self, figure, row, what=""):
        self.figures[figure] += 1
        # What is held out is measured, not shown.
        if row["group"] != "held" and len(self.examples[figure]) < 8:
            self.examples[figure].append("%s:%d %s%s" % (
                row["list"], row["line"], row.get("work"),
                " " + str(what) if what else ""))

    def judge(self, world):
        shelf = {}
        for row in lines_of(os.path.join(world, "shelf", "works.jsonl")):
            for kind, value in row["ids"].items():
                shelf[kind, value] = row
        known = {}
        for row in self.truth:
            if row["kind"] == "paper":
                known_as = shelf[next(iter(row["ids"].items()))]
                row["corpus"] = str(Work(known_as).corpus)
                known.setdefault(row["work"],
                                 Truth(row, known_as)).reach(row)
        self.record = {}        # work → ids of the records it came out in
        for row in self.truth:
            self.entry(row, known.get(row["work"]))
        self.too_many()
        self.duplicates()

    def too_many(self):
        """What was read as an entry and is none."""
        lines = {(row["list"], line) for row in self.truth
                 for line in range(row["line"], row["to"] + 1)}
        groups = {row["list"]: row["group"] for row in self.truth}
        for name, line in sorted(set(self.at) - lines):
            self.note("entries too many", {
                "list": name, "line": line, "group": groups.get(name)})

    def entry(self, row, truth):
        self.figures["entries"] += 1
        found = [one for line in range(row["line"], row["to"] + 1)
                 for one in self.at.get((row["list"], line), [])]
        if len(found) != 1:
            self.note("entries lost" if not found else "entries cut up", row)
        if not found:
            if truth is not None:
                for field in truth.expected():
                    self.fields[field]["expected"] += 1
            return
        work = found[0][0]
        if row["work"]:
            self.record.setdefault(row["work"], set()).add(work["id"])
        if row["kind"] == "paper":
            self.paper(row, truth, work)
            self.link(row, work)
        elif row["kind"] == "site":
            if work["kind"] == "paper" and any(
                    from_service(work, f) for f in ("authors", "venue",
                                                    "counts")):
                self.note("wrong fills", row, "a web page is no paper")
        else:
            self.artifact(row, work)

    def paper(self, row, truth, work):
        expected = truth.expected()
        for field in ("authors", "venue", "counts", "license",
                      "first_public"):
            tally, filled = self.fields[field], is_filled(work, field)
            tally["expected"] += field in expected
            if not filled:
                if field in expected:
                    self.note("missing " + field, row)
            elif is_right(work, field, row):
                tally["right"] += field in expected
            elif from_service(work, field):
                tally["wrong"] += 1
                self.note("wrong fills", row, "%s %s" % (
                    field, " ".join(strangers(work, row))))
            elif field in expected:
                self.note("list's words instead of " + field, row)

    def artifact(self, row, work):
        tally = self.fields["license of artifact"]
        own = [one for one in work["artifacts"] if one["tie"] == "self"]
        said = own[0]["license"] if own else work["license"]
        tally["expected"] += row["license"] is not None
        if said is not None and said != row["license"]:
            tally["wrong"] += 1
            self.note("wrong fills", row, "license %s" % said)
        elif said is not None:
            tally["right"] += 1

    def link(self, row, work):
        found = {one["code"] for one in self.findings
                 if one["list"] == row["list"]
                 and one["line"] == str(row["line"])}
        if row["wrong_ids"]:
            kind = row["planted"].split(" ")[0] + "s"
            self.figures[kind] += 1
            if " by " in row["planted"]:
                self.figures[kind + row["planted"][len(kind) - 1:]] += 1
            good = {one["value"].lower() for one in work["ids"]
                    if one["status"] == "good"}
            if good & {v.lower() for v in row["wrong_ids"].values()}:
                self.note(kind + " believed", row, row["planted"])
                self.figures[row["planted"] + ", believed"] += 1
            if found & {"link-title-mismatch", "gone", "link-unclear"}:
                self.figures[kind + " found"] += 1
            elif work["kind"] == "paper":
                self.note(kind + " not told", row, row["planted"])
            return
        if strangers(work, row):
            self.note("ids of others believed", row,
                      " ".join(strangers(work, row)))
        if row["by"] == "id":
            spelt = "hard" if row.get("hard") else "right"
            self.figures[spelt + " links"] += 1
            if "link-title-mismatch" in found:
                self.note(spelt + " links blamed", row, row.get("hard"))
            elif "link-unclear" in found:
                self.note(spelt + " links unclear", row, row.get("hard"))

    def duplicates(self):
        """Pairs of works in one record; works in more than one."""
        holders = collections.defaultdict(set)
        for name, records in self.record.items():
            for one in records:
                holders[one].add(name)
        first = {row["work"]: row for row in reversed(self.truth)
                 if row["work"]}
        for record, names in sorted(holders.items()):
            for one, other in itertools.combinations(sorted(names), 2):
                self.note("works joined wrongly", first[one], other)
        for name, records in sorted(self.record.items()):
            self.figures["works"] += 1
            if len(records) > 1:
                self.note("works in several records", first[name],
                          " ".join(sorted(records)))

    def share(self, some, every):
        """Of figures by name, summed."""
        return sum(self.figures[one] for one in some) / max(
            1, sum(self.figures[one] for one in every))

    def coverage(self):
        right = sum(one["right"] for one in self.fields.values())
        return right / max(1, sum(one["expected"]
                                  for one in self.fields.values()))


def requests(world, counters):
    """Made and least, by service."""
    with open(os.path.join(world, "least.json"), encoding="utf-8") as file:
        least = json.load(file)
    with open(counters, encoding="utf-8") as file:
        made = json.load(file)["services"]
    return {name: (made.get(name, {}).get("requests", 0), most)
            for name, most in least.items()}


def show(score, asked, verbose):
    print("coverage %.4f, wrong fills %d" % (
        score.coverage(), score.figures["wrong fills"]))
    for field, tally in sorted(score.fields.items()):
        print("  %-20s %5d expected, %5d right (%.4f), %d wrong" % (
            field, tally["expected"], tally["right"],
            tally["right"] / max(1, tally["expected"]), tally["wrong"]))
    for name, number in sorted(score.figures.items()):
        print("  %-40s %5d" % (name, number))
        for one in score.examples[name] if verbose else ():
            print("      " + one)
    if asked:
        print("  requests %d, least %d: %s" % (
            sum(made for made, _ in asked.values()),
            sum(least for _, least in asked.values()), ", ".join(
                "%s %d of %d" % (name, *pair)
                for name, pair in sorted(asked.items()))))


def main():
    parser = argparse.ArgumentParser(description="scores a release of a world")
    parser.add_argument("world")
    parser.add_argument("release")
    parser.add_argument("counters", nargs="?")
    parser.add_argument("-v", "--verbose", action="store_true")
    parser.add_argument("--bound", action="append", default=[],
                        metavar="FIGURE<=N", help="fail beyond: 'coverage>="
                        ".95', 'wrong fills<=0', 'requests<=1.05'")
    arguments = parser.parse_args()
    score = Score(arguments.world, arguments.release)
    asked = requests(arguments.world, arguments.counters) \
        if arguments.counters else {}
    broken = []
    for bound in arguments.bound:
        name, how, most = re.match(r"^(.*?)\s*([<>]=)\s*([\d.]+)$",
                                   bound).groups()
        value = score.coverage() if name == "coverage" else \
            sum(made for made, _ in asked.values()) / sum(
                least for _, least in asked.values()) \
            if name == "requests" else score.figures[name]
        if value > float(most) if how == "<=" else value < float(most):
            broken.append("%s is %s" % (bound, value))
    if not arguments.bound or broken:
        show(score, asked, arguments.verbose or broken)
    for one in broken:
        print("score: must be " + one)
    sys.exit(1 if broken else 0)


if __name__ == "__main__":
    main()
