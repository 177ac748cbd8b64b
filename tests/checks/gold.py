#!/usr/bin/env python3
"""Scores `enrich extract` against hand-checked truth about four real lists.

usage: gold.py ENRICH SHARED [--show]
exit 0: good enough; 1: worse than promised.
"""
import json
import os
import re
import subprocess
import sys

WANTED = {"recall": 1.0, "false": 0, "titles": 1.0, "ids": 0.99}


def squeeze(text):
    return re.sub(r"\s+", " ", text or "").strip().rstrip(".").lower()


def load(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def main():
    enrich, shared = sys.argv[1], sys.argv[2]
    show = "--show" in sys.argv
    gold_dir = os.path.join(shared, "gold")
    names = sorted(os.listdir(os.path.join(shared, "lists")))[:4]
    paths = [os.path.join(shared, "lists", n) for n in names]
    run = subprocess.run([enrich, "extract"] + paths, capture_output=True,
                         text=True, check=True)
    got = {}
    for line in run.stdout.splitlines():
        entry = json.loads(line)
        got.setdefault((entry["list"], entry["line"]), []).append(entry)
    wanted = found = right = false = 0
    ids_right = ids_got = ids_wanted = 0
    fields = {f: [0, 0] for f in ("date", "venue", "institute", "license",
                                  "base_model", "roles")}
    notes = []
    for number, name in enumerate(names):
        stem = name.rsplit(".", 1)[0]
        for truth in load(os.path.join(gold_dir, "seed%03d.jsonl" % number)):
            entries = got.pop((stem, truth["line"]), [])
            place = "%s:%d" % (stem[:3], truth["line"])
            if truth.get("not_entry"):
                false += len(entries)
                if entries:
                    notes.append(place + " is no entry")
                continue
            if truth.get("optional"):
                continue
            wanted += 1
            if not entries:
                notes.append(place + " missing: " + truth["title"])
                continue
            found += 1
            titles = {squeeze(t) for t in
                      [truth["title"]] + truth.get("title_accepted", [])}
            parts = truth.get("parts")
            good = all(squeeze(e["title"]) in titles for e in entries) or (
                parts and [squeeze(e["title"]) for e in entries]
                == [squeeze(p["title"]) for p in parts])
            right += bool(good)
            if not good:
                notes.append("%s title %r, wanted %r" % (
                    place, entries[0]["title"], truth["title"]))
            has = {(k, v.lower()) for e in entries
                   for k, vs in e["ids"].items() for v in vs}
            must = {(k, v.lower()) for k, vs in truth["ids"].items()
                    for v in vs}
            may = {(k, v.lower()) for key in ("ids_accepted", "ids_wrong")
                   for k, vs in truth.get(key, {}).items() for v in vs}
            ids_wanted += len(must)
            ids_right += len(must & has)
            ids_got += len(has - (may - must))
            if must - has or has - must - may:
                notes.append("%s ids: missing %s, too many %s" % (
                    place, sorted(must - has), sorted(has - must - may)))
            for field in ("date", "venue", "institute", "license",
                          "base_model"):
                if parts or field not in truth:
                    continue
                fields[field][1] += 1
                if squeeze(entries[0][field]) == squeeze(truth[field]):
                    fields[field][0] += 1
                else:
                    notes.append("%s %s %r, wanted %r" % (
                        place, field, entries[0][field], truth[field]))
            roles = sorted(u["role"] for e in entries for u in e["urls"])
            if not parts:
                fields["roles"][1] += 1
                if roles == sorted(u["role"] for u in truth["urls"]):
                    fields["roles"][0] += 1
                else:
                    notes.append("%s roles %s" % (place, roles))
    for (name, line), entries in got.items():
        false += len(entries)
        notes.append("%s:%d is no entry" % (name[:3], line))
    precision = ids_right / max(ids_got, 1)
    recall = ids_right / max(ids_wanted, 1)
    print("entries %d of %d, false %d, titles %d of %d, "
          "identifiers precision %.3f recall %.3f; %s" % (
              found, wanted, false, right, found, precision, recall,
              ", ".join("%s %d/%d" % (f, a, b)
                        for f, (a, b) in fields.items())))
    if show:
        print("\n".join(notes))
    return int(found < wanted * WANTED["recall"] or false > WANTED["false"]
               or right < found * WANTED["titles"]
               or min(precision, recall) < WANTED["ids"])


sys.exit(main())
