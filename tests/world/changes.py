"""What changes in a world from week to week, and which faults it has.

A world and a seed enter; rows for the stand-in, grown lists and faults of a
week leave, and of a release what of the changes it does not show.
"""
import json
import os

from words import Dice, word
from works import LAST_MONTH, SPDX, day_of, venue

SERVICES = ("semanticscholar", "arxiv", "arxiv_oai", "huggingface", "github",
            "crossref", "openalex")
KINDS = ("500", "502", "503", "504", "429", "close", "reset", "cut-off",
         "bad-json", "html", "empty", "wrong-type", "garbage", "cut-gzip",
         "deep-json", "header-flood")
# Members that are missing for a while.
GAPS = {"semanticscholar": (r'"authors": \[[^]]*\]', '"authors": []'),
        "huggingface": (r'"license:[^"]*"', '"other"'),
        "github": (r'"licenseInfo": \{[^}]*\}', '"licenseInfo": null'),
        "arxiv_oai": ("<license>[^<]*</license>", ""),
        "crossref": (r'"container-title": \[[^]]*\]',
                     '"container-title": []')}


def gap_of(service):
    pattern, instead = GAPS[service]
    return {"service": service, "kind": "twist", "with": instead,
            "pattern": pattern, "count": 0, "times": -1}


def faults_of(seed, week):
    """Two weeks of five are troubled, never two in a row."""
    dice = Dice(seed * 7919 + week)
    if week % 5 not in (2, 4):
        return []
    made = []
    for _ in range(1 + dice.throw(3)):
        service = SERVICES[dice.throw(len(SERVICES))]
        how = dice.throw(10)
        if how < 3 and service in GAPS:
            made.append(gap_of(service))
        elif how < 5:
            made.append({"service": service, "kind": "503", "times": -1})
        elif how < 6 and service == "arxiv":
            made.append({"service": service, "kind": "empty-feed",
                         "times": (3, -1)[dice.throw(2)]})
        else:
            made.append({"service": service, "times": 1 + dice.throw(6),
                         "kind": KINDS[dice.throw(len(KINDS))],
                         "after": dice.throw(3)})
    return made


def rows_of(world, name):
    path = os.path.join(world, "shelf", name + ".jsonl")
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


class Changes:
    def __init__(self, world, seed, share):
        self.dice, self.share = Dice(seed * 104729 + 5), share
        self.works = rows_of(world, "works")
        self.hubs = rows_of(world, "huggingface")
        self.codes = rows_of(world, "github")
        self.by_id, self.renamed, self.made = {}, {}, []
        for row in self.works:
            self.know(row)
        self.lists = {}
        folder = os.path.join(world, "lists")
        for name in sorted(os.listdir(folder)):
            with open(os.path.join(folder, name), encoding="utf-8") as lines:
                self.lists[name] = lines.read().split("\n")

    def know(self, row):
        for kind, value in row["ids"].items():
            self.by_id.setdefault((kind, value.lower()), row)

    def work_of(self, arxiv, doi):
        return self.by_id.get(("arxiv", (arxiv or "").lower())) or \
            self.by_id.get(("doi", (doi or "").lower()))

    def now_named(self, name):
        return self.renamed.get(name.lower(), "").lower()

    def write_lists(self, folder, week, weeks):
        """A tenth of each list comes in the course of the weeks."""
        os.makedirs(folder, exist_ok=True)
        paths = []
        for name, lines in self.lists.items():
            shown = len(lines) * (0.9 + 0.1 * week / max(1, weeks))
            paths.append(os.path.join(folder, name))
            with open(paths[-1], "w", encoding="utf-8") as out:
                out.write("\n".join(lines[:int(shown)]) + "\n")
        return paths

    # -- a week's changes ------------------------------------------------
    def rows(self, week):
        made = []
        every = len(self.works) + len(self.hubs) + len(self.codes)
        for _ in range(max(1, int(self.share * every))):
            at = self.dice.throw(every)
            if at < len(self.works):
                made += self.change_work(self.works[at], week)
            elif at < len(self.works) + len(self.hubs):
                made += self.change_hub(self.hubs[at - len(self.works)], week)
            else:
                made += self.change_code(
                    self.codes[at - len(self.works) - len(self.hubs)], week)
        return made

    def change_work(self, row, week):
        how = self.dice.throw(3)
        row.setdefault("named", "doi:" + row["ids"]["doi"].lower()
                       if "doi" in row["ids"]
                       else "arxiv:" + row["ids"]["arxiv"])
        if how == 0 and "doi" not in row["ids"]:
            # A preprint is published.
            row["venue"], _, conference = venue(self.dice.throw(64))
            row["crossref_type"] = ("proceedings-article" if conference
                                    else "journal-article")
            row["published"] = day_of(LAST_MONTH, self.dice)
            row["ids"]["doi"] = "10.5555/%s.w%d" % (
                word(self.dice.throw(900)), len(self.made))
            self.know(row)
            self.note(week, "work", row, "container_title", row["venue"])
        elif how == 1 and "arxiv" in row["ids"]:
            row["versions"] = row.get("versions", 1) + 1
        elif "semanticscholar" in row.get("unknown_to", ()):
            row["unknown_to"].remove("semanticscholar")
        else:
            return []
        return [dict(row)]

    def change_hub(self, row, week):
        if "moved_to" in row:
            return []
        if self.dice.throw(4) == 0:
            return self.rename(self.hubs, row)
        row["license"] = ("apache-2.0", "mit", "cc-by-4.0")[self.dice.throw(3)]
        self.note(week, "hub", row, "license", SPDX[row["license"]])
        return [dict(row)]

    def change_code(self, row, week):
        if "moved_to" in row:
            return []
        if self.dice.throw(4) == 0:
            return self.rename(self.codes, row)
        row["license"] = ("MIT", "Apache-2.0", "BSD-3-Clause")[
            self.dice.throw(3)]
        self.note(week, "code", row, "license", row["license"])
        return [dict(row)]

    def rename(self, rows, row):
        new = dict(row, id=row["id"] + "-next")
        row["moved_to"] = new["id"]
        rows.append(new)
        for name in [name for name, other in self.renamed.items()
                     if other == row["id"]] + [row["id"].lower()]:
            self.renamed[name] = new["id"]
        self.made = [(week, what, new if one is row else one, field, value)
                     for week, what, one, field, value in self.made]
        return [dict(row), new]

    def note(self, week, what, row, field, value):
        self.made = [one for one in self.made
                     if one[2] is not row or one[3] != field]
        self.made.append((week, what, row, field, value))

    # -- what never came out ---------------------------------------------
    def unseen(self, places, weeks, patience=8):
        """Changes older than so many weeks that no record shows."""
        works = {work["id"]: work for work in places.values()}.values()
        artifacts, papers = {}, {}
        for work in works:
            for one in work["artifacts"]:
                artifacts.setdefault(self.now_named(one["id"])
                                     or one["id"].lower(), []).append(one)
            if work["arxiv_id"]:
                papers[work["arxiv_id"]] = work
        for week, what, row, field, value in self.made:
            if week > weeks - patience:
                continue
            if what == "work":
                work = papers.get(row["ids"].get("arxiv"))
                if work is None or "semanticscholar" in row.get(
                        "unknown_to", ()) or row.get("said"):
                    continue
                if work[field] != value:
                    yield "%s of %s is %r, since week %d it is %r" % (
                        field, work["id"], work[field], week, value)
            for one in artifacts.get(row.get("id", "").lower(), ()):
                if one[field] != value:
                    yield "%s of %s is %r, since week %d it is %r" % (
                        field, one["id"], one[field], week, value)
