#!/usr/bin/env python3
"""Scores findings about references: what is found of each kind of wrong ones,
and of how many right ones something is said that is not so.

usage: wrong.py ENRICH [--size N] [--seed N] [-v] [--bound 'FIGURE>=N']…
       wrong.py FOLDER RELEASE …
With the program references.py makes them, and it is run; FOLDER is what it made
before.  Figures: `detection`, `false alarms` (both shares), "to do" (by findings
to mend or decide, or that nobody knows it, alone), the kinds by their names, and
`least kind`, that of which least is found.
"""
import argparse
import collections
import csv
import json
import os
import re
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.dirname(HERE)]
import asked  # noqa: E402
import references  # noqa: E402

# Findings that say a reference is not so.
TELLING = set("""authors-differ authors-end-early bad-identifier
date-before-id date-differs date-in-future gone identifier-refused
identifier-shared link-title-mismatch link-unclear nobody-knows-it
placeholder-id retracted title-differs venue-differs venue-unconfirmed
venue-without-paper withdrawn""".split())
# Those that name the fault, where not any will do: what a kind is about, or
# that the work is not there at all.
ABOUT = {"cut authors": "authors-", "placeholder authors": "authors-",
         "some authors others": "authors-", "future date": "date-in-future",
         "wrong year": "date-", "wrong venue": "venue-",
         "no such venue": "venue-", "preprint as published": "venue-",
         "near title": "title-|link-", "retracted": "retracted",
         "withdrawn": "withdrawn"}


def is_about(kind, code):
    return code in TELLING and re.match(
        ABOUT.get(kind, "") + "|nobody-knows-it|link-title-mismatch"
        if kind in ABOUT else "", code)


def read(folder, release):
    with open(os.path.join(folder, "truth.jsonl"), encoding="utf-8") as file:
        truth = [json.loads(line) for line in file]
    with open(os.path.join(release, "data", "findings.csv"),
              encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    said = collections.defaultdict(list)
    for row in rows:
        said[row["list"], int(row["line"] or 0)].append(row)
    for row in truth:
        row["said"] = [one for line in range(row["line"], row["to"] + 1)
                       for one in said[row["list"], line]]
    return truth


def score(truth):
    figures = collections.Counter()
    classes = collections.defaultdict(collections.Counter)
    missed = collections.defaultdict(list)
    count = collections.Counter()
    for row in truth:
        told = [one for one in row["said"] if one["code"] in TELLING
                and (row["right"] or is_about(row["kind"], one["code"]))]
        what = "right: " + row["kind"] if row["right"] else row["kind"]
        to_do = [one for one in told if one["class"] != "note"
                 or one["code"] == "nobody-knows-it"]
        count[what] += 1
        figures[what] += bool(told)
        whole = "false alarms" if row["right"] else "detection"
        count[whole] += 1
        figures[whole] += bool(told)
        count[whole + ", to do"] += 1
        figures[whole + ", to do"] += bool(to_do)
        for one in told:
            classes[what][one["code"] + " " + one["class"]] += 1
        if bool(told) == row["right"]:
            missed[what].append("%s:%d %s" % (row["list"], row["line"], ", ".join(
                "%s (%s)" % (one["code"], one["evidence"])
                for one in told or row["said"])))
    shares = {name: figures[name] / count[name] for name in count}
    least = min({row["kind"] for row in truth if not row["right"]},
                key=lambda one: (shares[one], one))
    shares["least kind"], count["least kind"] = shares[least], count[least]
    return shares, count, classes, missed


def run(enrich, folder, size, seed):
    """The release of a run over references that are made now."""
    references.write(folder, size, seed)
    process, ports = asked.start_standin("--hosts", "--world", folder)
    env = {key: value for key, value in os.environ.items()
           if not key.startswith("ENRICH_")}
    env.update(asked.addresses(enrich, ports))
    env.update(ENRICH_PACE_SCALE="0.002", ENRICH_CACHE=folder + "/cache",
               ENRICH_STATE=folder + "/state", SOURCE_DATE_EPOCH="1764547200",
               HOME=folder, LC_ALL="C.UTF-8", TZ="UTC")
    lists = os.path.join(folder, "lists")
    try:
        done = subprocess.run(
            [enrich, "-q", "--name", "references",
             "-o", folder + "/out"] + [
                os.path.join(lists, one) for one in sorted(os.listdir(lists))],
            env=env, stderr=subprocess.STDOUT, stdout=subprocess.PIPE,
            check=False)
    finally:
        process.kill()
        process.wait()
    if done.returncode:
        sys.exit("wrong.py: %s ended with %d\n%s" % (
            enrich, done.returncode, done.stdout.decode(errors="replace")))
    return os.path.join(folder, "out", "references-2025-12-01")


def main():
    parser = argparse.ArgumentParser(description="scores references")
    parser.add_argument("what", help="the program, or a folder")
    parser.add_argument("release", nargs="?")
    parser.add_argument("--size", type=int, default=4000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("-v", "--verbose", action="store_true")
    parser.add_argument("--bound", action="append", default=[])
    arguments = parser.parse_args()
    if arguments.release:
        truth = read(arguments.what, arguments.release)
    else:
        with tempfile.TemporaryDirectory(prefix="references.") as folder:
            truth = read(folder, run(os.path.abspath(
                arguments.what), folder, arguments.size, arguments.seed))
    sys.exit(show(arguments, *score(truth)))


def show(arguments, shares, count, classes, missed):
    broken = []
    for bound in arguments.bound:
        name, how, most = re.match(
            r"^(.*?)\s*([<>]=)\s*([\d.]+)$", bound).groups()
        if shares[name] > float(most) if how == "<=" \
                else shares[name] < float(most):
            broken.append("%s is %.4f" % (bound, shares[name]))
    if not arguments.bound or broken:
        for name in sorted(shares, key=lambda one: (
                ":" in one, one not in ("detection", "false alarms"), one)):
            print("%-42s %5d %.4f  %s" % (
                name, count[name], shares[name], ", ".join(
                    "%s %d" % pair for pair in classes[name].most_common())))
            for one in missed[name][:9 if arguments.verbose else 0]:
                print("      " + one)
    for one in broken:
        print("wrong.py: must be " + one)
    return 1 if broken else 0


if __name__ == "__main__":
    main()
