"""The table of floors and the lists of what is allowed for now, for the checks of the tree."""
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


class Floors:
    """floors.tsv: which folder stands on which floor, and its doors."""

    def __init__(self, path=os.path.join(HERE, "floors.tsv")):
        self.floor, self.doors = {}, {}
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                if line.startswith("#") or not line.strip():
                    continue
                folder, floor, doors = line.rstrip("\n").split("\t")
                self.floor[folder] = tuple(int(part) for part in floor.split("."))
                for door in doors.split():
                    if door == "-":
                        continue
                    header, files = door.split("=")
                    for file in files.split(","):
                        self.doors.setdefault(header, set()).add(os.path.join(folder, file))

    def is_below(self, lower, upper):
        """May the folder `upper` use the folder `lower`?"""
        if lower not in self.floor or upper not in self.floor:
            return False
        if lower.split("/")[0] == upper.split("/")[0]:
            return self.floor[lower] < self.floor[upper]
        return self.floor[lower][0] < self.floor[upper][0]


def sources_of(src):
    """All C files and headers below src, as paths relative to it."""
    found = []
    for folder, folders, files in os.walk(src):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.endswith((".c", ".h")):
                found.append(os.path.relpath(os.path.join(folder, name), src))
    return found


def without_comments(text):
    """C with its comments blanked; strings and lines stay where they are."""
    def blank(match):
        piece = match.group(0)
        return piece if piece[0] in "\"'" else re.sub(r"[^\n]", " ", piece)
    return re.sub(r"/\*.*?\*/|//[^\n]*|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'", blank, text, flags=re.S)


def settle(check, found, path):
    """Compare what was found with what the list allows; ends the check.

    `found` maps a row of the list to the words about it.  The list may only
    shrink: a row that nothing needs any more fails as well.  CHECKS_STRIKE=1 in the environment strikes such rows.
    """
    allowed = []
    if os.path.exists(path):
        with open(path, encoding="utf-8") as lines:
            allowed = [line.rstrip("\n") for line in lines if not line.startswith("#")]
    bad = 0
    if allowed != sorted(set(allowed)):
        print("%s: %s is not sorted, or says a thing twice" % (check, os.path.basename(path)))
        bad = 1
    for row in sorted(set(found) - set(allowed)):
        print("%s: %s" % (check, found[row]))
        bad = 1
    for row in sorted(set(allowed) - set(found)):
        print("%s: %s allows what is no longer there, strike: %s" % (check, os.path.basename(path), row))
        bad = 1
    if os.environ.get("CHECKS_STRIKE"):
        with open(path, encoding="utf-8") as lines:
            head = [line for line in lines if line.startswith("#")]
        with open(path, "w", encoding="utf-8") as out:
            out.writelines(head + [row + "\n" for row in sorted(set(allowed) & set(found))])
    sys.exit(bad)
