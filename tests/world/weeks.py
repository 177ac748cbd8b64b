#!/usr/bin/env python3
"""Weeks of a world: weeks.py ENRICH CLOCK.so [options].

A weekly job runs week after week under a test clock (tests/e2e/clock.c).
Each week a share of the world changes, lists grow, faults come and go.  Told
with its week: a value that was filled and is lost, an id that changed, a count
that stood still, a change that never came out, a quiet week whose status is
not 0, a cache or a state that grows without bound.  1: something was told.
"""
import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
sys.path.insert(0, os.path.dirname(HERE))
import asked  # noqa: E402
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "standin"))
from changes import GAPS, Changes, faults_of, gap_of  # noqa: E402
from shelf import Work, clock, count  # noqa: E402

WEEK = 7 * 86400
KEPT = ("title", "authors", "container_title", "license", "cited_by_count",
        "first_public", "issued", "doi", "arxiv_id", "s2_corpus_id", "year")
OF_ARTIFACT = ("license", "likes", "downloads", "stars")


def lines_of(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


class Weeks:
    def __init__(self, options):
        self.options, self.told = options, {}
        self.folder = tempfile.mkdtemp(prefix="enrich-weeks-")
        self.world = os.path.join(self.folder, "world")
        self.clock = os.path.join(self.folder, "clock")
        self.set_clock(0)
        subprocess.run([sys.executable, os.path.join(HERE, "generate.py"),
                        "--size", str(options.size), "--seed",
                        str(options.seed), self.world], check=True)
        self.changes = Changes(self.world, options.seed, options.share)
        self.env = {k: v for k, v in os.environ.items()
                    if not k.startswith("ENRICH_")
                    and k != "SOURCE_DATE_EPOCH"}
        self.env.update(CLOCK=self.clock, LD_PRELOAD=options.clock, TZ="UTC",
                        ENRICH_PACE_SCALE="0.002", GITHUB_TOKEN="weeks",
                        HF_TOKEN="weeks", ENRICH_NAME="weeks",
                        ENRICH_CACHE=self.folder + "/cache",
                        ENRICH_STATE=self.folder + "/state",
                        HOME=self.folder)
        self.last, self.first_id, self.rows = {}, {}, []
        self.by_service = []

    def tell(self, week, what, where=""):
        """What is told again in a week, of another, makes it one line."""
        self.told.setdefault((week, what), []).append(where)

    def set_clock(self, week):
        with open(self.clock + ".new", "w") as out:
            out.write("+%d\n" % (week * WEEK - 60 * (week % 2)))
        os.rename(self.clock + ".new", self.clock)

    # -- the stand-in ----------------------------------------------------
    def start(self):
        self.standin, ports = asked.start_standin(
            "--hosts", "--world", self.world, env=dict(self.env))
        self.port = ports[""]
        self.env.update(asked.addresses(self.options.enrich, ports))

    def control(self, what, body=None):
        request = urllib.request.Request(
            "http://127.0.0.1:%s/_standin/%s" % (self.port, what),
            data=None if body is None else json.dumps(body).encode())
        return json.load(urllib.request.urlopen(request))

    # -- one week --------------------------------------------------------
    def week(self, number):
        options = self.options
        self.set_clock(number)
        lists = self.changes.write_lists(self.folder + "/lists", number,
                                         options.weeks)
        rows = self.changes.rows(number) if number else []
        self.control("world", {"week": number, "rows": rows})
        clock["week"] = number
        faults = faults_of(options.seed, number) if options.faults else []
        if number == options.gaps:
            faults = [gap_of(service) for service in sorted(GAPS)]
        self.control("reset", {})
        if faults:
            self.control("faults", faults)
        begin = time.monotonic()
        command = [options.enrich, "-q", "--keep", "3", "--json", "-o",
                   self.folder + "/out", *lists]
        done = subprocess.run(command, env=self.env, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, check=False)
        wall = time.monotonic() - begin
        counters = self.control("counters")["services"]
        asked = sum(one["requests"] for one in counters.values())
        if done.returncode != 0 and not faults:
            self.tell(number, "no fault, and the status is %d: %s" % (
                done.returncode, done.stderr.decode()[-300:]))
        elif done.returncode not in (0, 3, 69):
            self.tell(number, "status %d with %s: %s" % (
                done.returncode, [one["kind"] for one in faults],
                done.stderr.decode()[-300:]))
        sizes = [self.size("cache"), self.size("state")]
        self.rows.append((number, done.returncode, asked, wall, *sizes))
        self.by_service.append({name: one["requests"]
                                for name, one in counters.items()})
        if number % max(1, options.weeks // 10) == 0:
            print("%4d  %6d  %8d  %7.2f  %8.0f  %8.1f  %s" % (
                *self.rows[-1], " ".join("%s:%s" % (
                    one["service"], one["kind"]) for one in faults)),
                flush=True)
        if done.returncode in (0, 3):
            release = json.loads(done.stdout)["release"]["folder"]
            self.compare(number, os.path.join(
                release, "data", "works.jsonl"), not faults)
        if not faults and number == options.weeks:
            subprocess.run(command, env=self.env, stdout=subprocess.DEVNULL,
                           check=False)
            more = sum(one["requests"] for one in self.control(
                "counters")["services"].values()) - asked
            if more:
                self.tell(number, "a second run asked %d requests" % more)

    def size(self, name):
        """KB of a folder."""
        return sum(os.path.getsize(os.path.join(folder, one)) for
                   folder, _, files in os.walk(os.path.join(self.folder, name))
                   for one in files) / 1024

    def compare(self, week, path, quiet):
        now, still = {}, [0, 0]
        for work in lines_of(path):
            for mention in work["mentions"]:
                now[mention["list"], mention["line"], mention["part"]] = work
        for place, before in self.last.items():
            work = now.get(place)
            if work is None:
                self.tell(week, "in no record", "%s:%d" % place[:2])
                continue
            self.lost(week, place, before, work)
        for place, work in now.items():
            first = self.first_id.setdefault(place, work["id"])
            if first != work["id"]:
                self.tell(week, "another id", "%s:%d was %s and is %s" % (
                    *place[:2], first, work["id"]))
                self.first_id[place] = work["id"]
            self.counted(work, place, still)
        self.last = now
        if quiet and still[1] and still[0] > 0.02 * still[1]:
            self.tell(week, "%d of %d counts are not this week's" % tuple(
                still))

    def lost(self, week, place, before, work):
        for field in KEPT:
            # A model's row may turn out to be its paper's: both have licences.
            if field == "license" and before["kind"] != work["kind"] and any(
                    one["license"] == before[field]
                    for one in work["artifacts"]):
                continue
            if before[field] and not work[field]:
                self.tell(week, "lost " + field, "%s:%d, %r of %s" % (
                    *place[:2], before[field], work["id"]))
        artifacts = {one["id"].lower(): one for one in work["artifacts"]}
        for one in before["artifacts"]:
            name = self.changes.now_named(one["id"])
            other = artifacts.get(one["id"].lower()) or artifacts.get(name)
            if other is None:
                self.tell(week, "lost an artifact", "%s:%d, %s" % (
                    *place[:2], one["id"]))
                continue
            for field in OF_ARTIFACT:
                if one.get(field) and not other.get(field):
                    self.tell(week, "lost an artifact's " + field,
                              "%s:%d, %s" % (*place[:2], one["id"]))

    def counted(self, work, place, still):
        """still: [counts of another week, all] of works that are known."""
        row = self.changes.work_of(work["arxiv_id"], work["doi"])
        if row is None or "semanticscholar" in row.get("unknown_to", ()):
            return
        if work["cited_by_source"] == "semanticscholar":
            still[1] += 1
            still[0] += work["cited_by_count"] != count(
                "citations " + Work(row).key)

    # -- all of them -----------------------------------------------------
    def run(self):
        options = self.options
        self.start()
        print("week  status  requests  wall s  cache KB  state KB  faults")
        try:
            for number in range(options.weeks + 1):
                self.week(number)
            for one in self.changes.unseen(self.last, options.weeks):
                self.tell(options.weeks, "never came out", one)
            self.bounded()
        finally:
            self.standin.kill()
            self.standin.wait()
        quiet = [row[2] for row in self.rows[1:] if row[1] == 0]
        print("requests: first run %d, a week %d (median)" % (
            self.rows[0][2], statistics.median(quiet or [0])))
        for what, some in (("first", self.by_service[1:9]),
                           ("last", self.by_service[-8:])):
            print("  a week of the %s eight: %s" % (what, ", ".join(
                "%s %.1f" % (name, statistics.mean(
                    one.get(name, 0) for one in some))
                for name in sorted(self.by_service[0]))))
        subprocess.run([options.enrich, "cache", "gc"], env=self.env,
                       stdout=subprocess.DEVNULL, check=False)
        print("cache %d KB, after enrich cache gc %d KB" % (
            self.rows[-1][4], self.size("cache")))
        print("%d told" % len(self.told))
        for (week, what), places in self.told.items():
            print("week %d: %s%s" % (week, what, "".join(
                "\n    " + one for one in places[:options.most] if one)
                + ("\n    and %d more" % (len(places) - options.most)
                   if len(places) > options.most else "")))
        if options.keep:
            print("kept: " + self.folder)
        return 1 if self.told else 0

    def bounded(self):
        """Two thirds of the weeks more must not make it half as large again."""
        third = self.rows[len(self.rows) // 3]
        if len(self.rows) < 30:
            return
        for at, what in ((4, "cache"), (5, "state")):
            if self.rows[-1][at] > 1.5 * third[at]:
                self.tell(self.rows[-1][0], "the %s grew from %d KB in week "
                          "%d to %d KB" % (what, third[at], third[0],
                                           self.rows[-1][at]))


def main():
    parser = argparse.ArgumentParser(description="weeks of a world")
    parser.add_argument("enrich", type=os.path.abspath)
    parser.add_argument("clock", type=os.path.abspath)
    parser.add_argument("--weeks", type=int, default=50)
    parser.add_argument("--size", type=int, default=500, metavar="ENTRIES")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--share", type=float, default=0.02,
                        help="of the world that changes in a week")
    parser.add_argument("--no-faults", dest="faults", action="store_false")
    parser.add_argument("--gaps", type=int, metavar="WEEK",
                        help="in this week replies lack what they had")
    parser.add_argument("--most", type=int, default=3, metavar="N",
                        help="show so many places of each")
    parser.add_argument("--keep", action="store_true")
    weeks = Weeks(parser.parse_args())
    try:
        sys.exit(weeks.run())
    finally:
        if not weeks.options.keep:
            shutil.rmtree(weeks.folder)


if __name__ == "__main__":
    main()
