#!/usr/bin/env python3
"""How `enrich extract` reads the lists of a world: reading.py ENRICH WORLD.

Compares, form by form, each entry's title, venue, date and people with what
the list says, its ids with what it links.  Of forms that are held out only the
sum is printed: they measure the reader and are not to be tuned to.
"""
import argparse
import collections
import json
import os
import re
import subprocess
import sys
import unicodedata

SLOTS = ("entries", "ids", "title", "venue", "date", "authors")
AND = set("and & и e y und et en i ve và και और al others".split())


def fold(text):
    text = unicodedata.normalize("NFKC", text or "").casefold()
    return "".join(c for c in text if c.isalnum())


def names(text):
    return sorted(one for one in re.findall(r"\w+", (text or "").casefold())
                  if one not in AND)


def ids_of(url):
    """The identifier that an address holds, as (kind, value)."""
    match = re.match(r"https://arxiv\.org/(?:abs|pdf)/(\d{4}\.\d{5})", url)
    if match and not match[1].startswith("0000"):
        return "arxiv", match[1]
    match = re.match(r"https://doi\.org/(10\.\d{4,}/\S+)", url)
    if match:
        return "doi", match[1].lower()
    match = re.match(r"https://github\.com/([^/]+/[^/]+)$", url)
    return ("github", match[1].lower()) if match else None


class Tally(collections.Counter):
    """Right, wrong, missing by slot; what differs, for people."""

    def __init__(self):
        super().__init__()
        self.shown = []

    def add_slot(self, slot, wanted, got, equal, where):
        if wanted and got and equal:
            self[slot, "right"] += 1
            return
        self[slot, "missing"] += bool(wanted)
        self[slot, "wrong"] += bool(got)
        if wanted or got:
            self.shown.append("%s: %s is %r, must be %r" % (
                where, slot, got, wanted))

    def f1(self, slot):
        right = self[slot, "right"]
        rest = self[slot, "missing"] + self[slot, "wrong"]
        return 2 * right / (2 * right + rest) if right + rest else None


def compare(tally, row, found):
    where = "%s:%d" % (row["list"], row["line"])
    got = found[0] if found else None
    tally.add_slot("entries", True, got is not None, True, where)
    for _ in found[1:]:
        tally.add_slot("entries", False, True, False, where + " again")
    if got is None:
        return
    written = row["written"]
    wanted_ids = {one for one in map(ids_of, row["links"]) if one}
    got_ids = {(kind, value.lower()) for kind, values in got["ids"].items()
               for value in values if kind in ("arxiv", "doi", "github")}
    for one in sorted(wanted_ids | got_ids):
        tally.add_slot("ids", one if one in wanted_ids else None,
                       one if one in got_ids else None, True, where)
    title = written.get("title")
    if "title" in written:
        tally.add_slot("title", title, got["title"],
                       fold(title) == fold(got["title"]), where)
    venue = got["venue"]
    if fold(venue) in ("arxiv", "arxivpreprint", "preprint"):
        venue = None            # says that it is none
    if "venue" in written:
        tally.add_slot("venue", written["venue"], venue,
                       fold(written["venue"]) == fold(venue), where)
    date = written.get("month") or written.get("year")
    if date:
        tally.add_slot("date", date, got["date"], date == got["date"], where)
    if "authors" in written:
        wanted = ", ".join(written["authors"])
        tally.add_slot("authors", wanted, got["authors"],
                       names(wanted) == names(got["authors"]), where)


def read(enrich, world):
    """Form → tally, and which group it is of."""
    lists = os.path.join(world, "lists")
    done = subprocess.run(
        [enrich, "extract"] + [os.path.join(lists, one)
                               for one in sorted(os.listdir(lists))],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    found = collections.defaultdict(list)
    for line in done.stdout.decode().splitlines():
        entry = json.loads(line)
        found[entry["list"], entry["line"]].append(entry)
    tallies, groups, named = collections.defaultdict(Tally), {}, set()
    form_of = {}            # of the first section
    with open(os.path.join(world, "truth.jsonl"), encoding="utf-8") as rows:
        for row in map(json.loads, rows):
            places = [(row["list"], line)
                      for line in range(row["line"], row["to"] + 1)]
            named.update(places)
            groups[row["form"]] = row["group"]
            form_of.setdefault(row["list"], row["form"])
            if "written" in row:
                compare(tallies[row["form"]], row,
                        [one for place in places
                         for one in found.get(place, [])])
    for name, line in sorted(set(found) - named):
        if name in form_of:
            tallies[form_of[name]].add_slot(
                "entries", False, True, False, "%s:%d too many" % (name, line))
    return tallies, groups


def together(tallies, groups, group):
    made = Tally()
    for form, tally in tallies.items():
        if groups[form] == group:
            made.update(tally)
    return made


def line_of(name, tally):
    return "  %-18s" % name + "".join(
        "%9s" % ("-" if tally.f1(slot) is None else "%.3f" % tally.f1(slot))
        for slot in SLOTS)


def show(tallies, groups, examples=0):
    print("  %-18s" % "F1" + "".join("%9s" % slot for slot in SLOTS))
    for form, tally in sorted(tallies.items()):
        if groups[form] != "held" and examples is not None:
            print(line_of(form, tally))
            for one in tally.shown[:examples]:
                print("      " + one)
    for group in ("plain", "shown", "fresh", "held"):
        if group in groups.values():
            print(line_of(group + " together",
                          together(tallies, groups, group)))


def main():
    parser = argparse.ArgumentParser(description="scores how lists are read")
    parser.add_argument("enrich")
    parser.add_argument("world")
    parser.add_argument("--examples", type=int, default=0, metavar="N",
                        help="show so many faults of each form")
    parser.add_argument("--bound", action="append", default=[],
                        metavar="'GROUP SLOT>=F1'", help="fail below")
    arguments = parser.parse_args()
    tallies, groups = read(arguments.enrich, arguments.world)
    broken = []
    for bound in arguments.bound:
        group, slot, least = re.match(r"(\w+) (\w+)>=([\d.]+)$",
                                      bound).groups()
        value = together(tallies, groups, group).f1(slot)
        if value is None or value < float(least):
            broken.append("reading: must be %s, is %s" % (bound, value))
    if broken or not arguments.bound:
        show(tallies, groups, arguments.examples)
    print("\n".join(broken), end="\n" if broken else "")
    sys.exit(1 if broken else 0)


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    main()
