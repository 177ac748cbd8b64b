#!/usr/bin/env python3
"""make bench BASE=COMMIT: that commit beside this tree, in a lifelike world.

Both programs fill a cache of their own from the stand-in, once; then weeks
follow in which nothing is to be asked, measured in turns, each with the
default archive and the release of the one before; at last one in which 2 %
of the world changed, derived offline.  HACKING.md names the options.
usage: against.py ENRICH [COMMIT]
"""
import collections
import json
import os
import re
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
TESTS = os.path.dirname(HERE)
sys.path.insert(0, TESTS)
import asked  # noqa: E402
import measure  # noqa: E402
sys.path.insert(0, os.path.join(TESTS, "world"))
import changes  # noqa: E402
import reading  # noqa: E402
import score  # noqa: E402

DAY = 86400


def option(name, default):
    return os.environ.get(name) or default


def must(command, **more):
    done = subprocess.run(command, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, check=False, **more)
    if done.returncode:
        sys.stdout.write(done.stdout.decode(errors="replace")[-3000:])
        sys.exit("bench: %s ended with %d" % (command, done.returncode))
    return done.stdout.decode().strip()


def build(top, commit, folder):
    """The program of a commit, made as this tree is configured; kept."""
    name = must(["git", "-C", top, "rev-parse", "--short=12", commit + "^{}"])
    tree = os.path.join(folder, "base-" + name)
    program = os.path.join(tree, "enrich")
    if not os.path.exists(program):
        shutil.rmtree(tree, ignore_errors=True)
        os.makedirs(tree)
        must("git -C %s archive %s | tar -x -C %s" % (
            shlex.quote(top), name, shlex.quote(tree)), shell=True)
        how = must([os.path.join(os.getcwd(), "config.status"), "--config"])
        how = " ".join(shlex.quote(one) for one in shlex.split(how)
                       if one not in ("--enable-werror", "-q"))
        must("./autogen.sh && ./configure -q %s && make -s -j2 enrich "
             "tests/bench/reading" % how,
             shell=True, cwd=tree)
    return name, program


class StandIn:
    def __init__(self, enrich, world):
        self.process, self.ports = asked.start_standin(
            "--hosts", "--world", world)
        # An earlier program may not yet say whom it asks.
        self.addresses = asked.addresses(enrich, self.ports)

    def control(self, what, method="GET", body=None):
        request = urllib.request.Request(
            "http://127.0.0.1:%s/_standin/%s" % (self.ports[""], what),
            method=method if body is None else "POST",
            data=None if body is None else json.dumps(body).encode())
        return json.load(urllib.request.urlopen(request))

    def requests(self):
        return sum(one["requests"] for one in
                   self.control("counters")["services"].values())

    def stop(self):
        self.process.kill()
        self.process.wait()


class Program:
    """One of the two: its folder, its cache, its runs."""

    def __init__(self, name, path, folder, world, standin):
        self.name, self.path, self.standin = name, path, standin
        self.folder, self.world = os.path.join(folder, name), world
        os.makedirs(self.folder)
        self.env = {k: v for k, v in os.environ.items()
                    if not k.startswith("ENRICH_")}
        self.env.update(standin.addresses)
        self.env.update(
            ENRICH_PACE_SCALE=option("BENCH_SCALE", "0.002"),
            ENRICH_CACHE=self.folder + "/cache", ENRICH_NAME="world",
            ENRICH_STATE=self.folder + "/state", GITHUB_TOKEN="bench",
            HF_TOKEN="bench", LC_ALL="C.UTF-8", TZ="UTC")
        self.now = int(time.time())
        self.days, self.weekly_runs, self.derived = 0, [], []

    def command(self, *more):
        lists = os.path.join(self.world, "lists")
        return [self.path, "-q", "-o", self.folder + "/out", *more] + [
            os.path.join(lists, one) for one in sorted(os.listdir(lists))]

    def run(self, days, before=(), more=()):
        """(wall s, CPU s, peak MB); the release is dated so many days on."""
        env = dict(self.env, SOURCE_DATE_EPOCH=str(self.now + days * DAY))
        process, _, told = measure.start([*before, *self.command(*more)], env)
        status, *figures = measure.ended(process, told)
        if status not in (0, 3):
            sys.exit("bench: %s ended with %d" % (self.path, status))
        return figures

    def release(self, days):
        day = time.strftime("%Y-%m-%d", time.gmtime(self.now + days * DAY))
        return os.path.join(self.folder, "out", "world-" + day)

    def cold(self):
        self.standin.control("reset", "POST")
        self.cold_run = self.run(0)
        self.counters = os.path.join(self.folder, "counters.json")
        with open(self.counters, "w") as out:
            json.dump(self.standin.control("counters"), out)
        self.score = score.Score(self.world, self.release(0))
        self.asked = score.requests(self.world, self.counters)

    def weekly(self):
        """Another week, with the release of the last one before it."""
        self.days += 1
        self.weekly_runs.append(self.run(self.days))

    def changed(self):
        """A run that asks for all again, under another name, so that what
        the next one remembers is of the week before."""
        self.standin.control("reset", "POST")
        self.run(self.days, more=("--refresh", "--name", "beside"))

    def derive(self):
        """The same week over and over, offline: derive and pack alone."""
        out = os.path.join(self.folder, "out")
        self.derived.append(self.run(self.days + 1, more=("--offline",)))
        name = os.path.basename(self.release(self.days + 1))
        for one in os.listdir(out):
            if one.startswith(name):
                path = os.path.join(out, one)
                if os.path.isdir(path):
                    shutil.rmtree(path)
                else:
                    os.unlink(path)

    def instructions(self):
        """Of a weekly run, in millions, SHA-256 apart: valgrind's processor
        has no instructions of its own for it, others do.  (None, None):
        nothing here counts."""
        self.days += 3
        count = os.path.join(self.folder, "count")
        perf = ["perf", "stat", "-x,", "-e", "instructions:u", "-o", count]
        if has("perf") and subprocess.run(
                [*perf, "true"], stderr=subprocess.DEVNULL,
                check=False).returncode == 0 \
                and re.search(r"^\d", open(count).read(), re.M):
            self.run(self.days, perf)
            return int(re.search(r"^(\d+),", open(count).read(),
                                 re.M)[1]) / 1e6, None
        if not has("valgrind"):
            return None, None
        # What is remembered is of other libraries: valgrind brings its own.
        for days in range(self.days - 2, self.days + 1):
            self.run(days, ["valgrind", "-q", "--tool=cachegrind",
                            "--cache-sim=no", "--log-file=" + count,
                            "--cachegrind-out-file=" + count + ".out"])
        every = digest = 0
        with open(count + ".out") as lines:
            for line in lines:
                if line.startswith("fn="):
                    sha = "sha256_compress" in line
                elif line[0].isdigit():
                    spent = int(line.split()[1])
                    every += spent
                    digest += spent * sha
        return (every - digest) / 1e6, digest / 1e6

    def profile(self):
        """The dearest functions of a weekly run, themselves and with what
        they call."""
        self.days += 3
        out = os.path.join(self.folder, "callgrind.out")
        for days in range(self.days - 2, self.days + 1):
            self.run(days, ["valgrind", "-q", "--tool=callgrind",
                            "--callgrind-out-file=" + out])
        for inclusive in ("no", "yes"):
            text = must(["callgrind_annotate", "--inclusive=" + inclusive,
                         "--threshold=100", "--auto=no", out])
            spent = {}
            for count, name in re.findall(
                    r"^ *([\d,]+) +\([^)]*\) +(?:\S*:)?(\S+)", text, re.M):
                count = int(count.replace(",", ""))
                spent[name] = max(count, spent.get(name, 0)) \
                    if inclusive == "yes" else count + spent.get(name, 0)
            print("\n%s: million instructions, %s" % (
                self.name, "with what is called" if inclusive == "yes"
                else "themselves"))
            most = sorted(spent.items(), key=lambda one: (-one[1], one[0]))
            for name, count in most[:int(option("PROFILE", "25"))]:
                print("  %8.1f  %s" % (count / 1e6, name))


def has(tool):
    return shutil.which(tool) is not None


def median(runs, which):
    return statistics.median(run[which] for run in runs)


def row(what, values, digits=2):
    text = "  %-40s" % what + "".join(
        "%12s" % ("-" if value is None else "%.*f" % (digits, value))
        for value in values)
    if len(values) == 2 and None not in values and values[0]:
        text += "%8.2f" % (values[1] / values[0])
    print(text)


def table(programs):
    print("  %-40s%s%s" % ("", "".join("%12s" % one.name for one in programs),
                           "   ratio" if len(programs) == 2 else ""))
    for at, what, digits in ((1, "CPU s", 3), (0, "wall s", 3),
                             (2, "peak MB", 1)):
        row("weekly run, nothing to ask: " + what,
            [median(one.weekly_runs, at) for one in programs], digits)
    counted = [one.instructions() for one in programs]
    if counted[0][0] is None:
        print("  instructions: neither perf nor valgrind is here to count them")
    else:
        row("  million instructions", [one for one, _ in counted], 0)
    if counted[0][1] is not None:
        row("  and for SHA-256, without its own", [one for _, one in counted],
            0)
    for at, what in ((1, "CPU s"), (0, "wall s"), (2, "peak MB")):
        row("first run: " + what, [one.cold_run[at] for one in programs])
    row("first run: requests", [sum(made for made, _ in one.asked.values())
                                for one in programs], 0)
    row("  of the least that is needed", [
        sum(made for made, _ in one.asked.values())
        / sum(least for _, least in one.asked.values())
        for one in programs], 3)
    right(programs)


def right(programs):
    """What the releases of the first runs got right."""
    row("coverage", [one.score.coverage() for one in programs], 4)
    for figure in ("wrong fills", "wrong-links", "wrong-links believed",
                   "wrong-links found", "ids of others believed", "right links blamed",
                   "hard links blamed", "right links unclear",
                   "hard links unclear", "works joined wrongly",
                   "works in several records", "entries lost",
                   "entries too many"):
        row(figure, [one.score.figures[figure] for one in programs], 0)
    row("wrong links found, share", [one.score.share(
        ("wrong-links found",), ("wrong-links",)) for one in programs], 4)
    row("false alarms, share", [one.score.share(
        ("right links blamed", "hard links blamed"),
        ("right links", "hard links")) for one in programs], 4)


class Script:
    """An honest script for the same job: a first run, then second ones."""

    def __init__(self, name, command, folder, world, standin):
        lists = os.path.join(world, "lists")
        self.name, self.standin = name, standin
        self.command = command + [os.path.join(folder, "script-" + name)] + [
            os.path.join(lists, one) for one in sorted(os.listdir(lists))]
        self.env = dict(os.environ, **standin.addresses)
        self.again = []

    def run(self):
        process, _, told = measure.start(self.command, self.env)
        status, *figures = measure.ended(process, told)
        if status:
            sys.exit("bench: %s ended with %d" % (self.command[:2], status))
        return figures

    def cold(self):
        self.standin.control("reset", "POST")
        self.first = self.run()
        self.requests = self.standin.requests()


def scripts(folder, world, standin):
    """Those that can run here."""
    wanted = (("requests", [sys.executable, os.path.join(HERE, "script.py")],
               [sys.executable, "-c", "import requests"]),
              ("node", ["node", os.path.join(HERE, "script.mjs")],
               ["node", "-e", "fetch"]))
    return [Script(name, command, folder, world, standin)
            for name, command, check in wanted if has(check[0]) and
            subprocess.run(check, stdout=subprocess.DEVNULL, check=False,
                           stderr=subprocess.DEVNULL).returncode == 0]


def beside_scripts(peers, program, runs):
    """Scripts that keep what each id was answered, in turn with the program:
    they do not search, judge, merge, pack or tell."""
    for one in peers:
        one.cold()
    for _ in range(runs):
        program.weekly()
        for one in peers:
            one.again.append(one.run())
    print("\nscripts for the same job (%d runs each): CPU s, wall s, peak MB"
          % runs)
    for one in peers:
        print("  %-10s first %.2f %.2f %.0f, %d requests; again %.3f %.3f %.0f"
              % (one.name, one.first[1], one.first[0], one.first[2],
                 one.requests, median(one.again, 1), median(one.again, 0),
                 median(one.again, 2)))
    print("  %-10s first %.2f %.2f %.0f; again %.3f %.3f %.0f" % (
        "enrich", program.cold_run[1], program.cold_run[0],
        program.cold_run[2], *(median(program.weekly_runs, at)
                               for at in (1, 0, 2))))


def make_world(kept, group, beyond=0):
    size = option("WORLD", "2000")
    seed = str(int(option("SEED", "1")) + beyond)
    world = os.path.join(kept, "world-%s-%s-%s" % (group, size, seed))
    must([sys.executable, os.path.join(TESTS, "world", "generate.py"),
          "--size", size, "--seed", seed, "--forms", group, world])
    return world


def in_turns(wanted, world, folder):
    """First runs, then weekly runs in turn."""
    standin = StandIn(wanted[-1][1], world)
    try:
        programs = [Program(name, path, folder, world, standin)
                    for name, path in wanted]
        for one in programs:
            one.cold()
            # Whoever remembers does so from the second quiet week on.
            for _ in range(3):
                one.weekly()
            one.weekly_runs.clear()
        standin.control("reset", "POST")
        runs = int(option("RUNS", "7"))
        for _ in range(runs):
            for one in programs:
                one.weekly()
        print("%s; medians of %d runs in turn; %d requests in all of them" % (
            os.path.basename(world), runs, standin.requests()))
        table(programs)
        peers = scripts(folder, world, standin)
        if peers:
            beside_scripts(peers, programs[-1], runs)
        in_a_week_of_changes(programs, world, standin, runs)
        if len(programs) == 2 and option("SAME", ""):
            in_bytes(programs, folder)
        for one in programs:
            if option("SHOW", ""):
                print("\n" + one.name)
                score.show(one.score, one.asked, True)
            if option("PROFILE", "") and has("valgrind"):
                one.profile()
    finally:
        standin.stop()


def in_a_week_of_changes(programs, world, standin, runs):
    """2 % of the works, models and repositories are another: CPU of deriving
    and packing, with all answers in the cache."""
    change = changes.Changes(world, int(option("SEED", "1")), 0.02)
    rows = change.rows(1)
    standin.control("world", body={"week": 0, "rows": rows})
    for one in programs:
        one.changed()
    for _ in range(runs):
        for one in programs:
            one.derive()
    print("\na week in which 2 %% changed (%d rows); medians of %d runs, "
          "offline" % (len(rows), runs))
    for at, what, digits in ((1, "CPU s", 3), (2, "peak MB", 1)):
        row("derive and pack: " + what,
            [median(one.derived, at) for one in programs], digits)


def offline(program, cache, out):
    """A release of a copy of that cache, asking nobody; its folder."""
    copy = out + "-cache"
    shutil.copytree(cache, copy)
    env = dict(program.env, ENRICH_CACHE=copy,
               SOURCE_DATE_EPOCH=str(program.now + DAY))
    command = program.command("--offline", "--previous", "none")
    command[command.index("-o") + 1] = out
    subprocess.run(command, env=env, check=False)
    return os.path.join(out, os.path.basename(program.release(1)))


def in_bytes(programs, folder):
    """What differs in the releases of both over one cache, the first's."""
    cache = os.path.join(programs[0].folder, "cache")
    made = [offline(one, cache, os.path.join(folder, "offline-" + one.name))
            for one in programs]
    files = sorted({os.path.relpath(os.path.join(at, one), top)
                    for top in made for at, _, names in os.walk(top)
                    for one in names})
    same, other = 0, []
    for name in files:
        texts = []
        for top in made:
            try:
                with open(os.path.join(top, name), "rb") as file:
                    texts.append(file.read())
            except OSError:
                texts.append(None)
        if texts[0] == texts[1]:
            same += 1
        else:
            other.append(name)
    print("\noffline, both over the first's cache: %d files the same, %d "
          "not: %s" % (same, len(other), ", ".join(other)))
    records = [{work["id"]: work for work in score.lines_of(
        os.path.join(top, "data", "works.jsonl"))} for top in made]
    fields = collections.Counter(
        field for name in records[0] if name in records[1]
        for field in records[0][name]
        if records[0][name][field] != records[1][name].get(field))
    print("  records %d and %d, %d by the same id; members that differ: %s" % (
        *map(len, records), len(records[0].keys() & records[1].keys()),
        ", ".join("%s %d" % one for one in fields.most_common())))


def reading_share(program, world, folder):
    """CPU of reading some megabytes of lists over cmark-gfm's alone: of
    several worlds, since what a list says again is read once."""
    tool = os.path.join(os.path.dirname(program), "tests", "bench", "reading")
    case = os.path.join(folder, "all.md")
    if not os.path.exists(tool):
        return None
    with open(case, "wb") as out:
        for n in range(8):
            lists = os.path.join(make_world(
                os.path.dirname(world), "all", n), "lists")
            for name in sorted(os.listdir(lists)):
                with open(os.path.join(lists, name), "rb") as one:
                    out.write(one.read() + b"\n\n")
    seconds = {how: statistics.median(
        float(must([tool, how, case]).split()[0]) for _ in range(3))
        for how in ("list", "cmark")}
    return seconds["list"] / seconds["cmark"]


def in_many_forms(wanted, world, folder):
    """How lists of many forms and languages are read, and what comes of it."""
    standin = StandIn(wanted[-1][1], world)
    try:
        programs = [Program("forms-" + name, path, folder, world, standin)
                    for name, path in wanted]
        for one in programs:
            one.cold()
        print("\n%s" % os.path.basename(world))
        right(programs)
        row("reading lists, CPU of cmark-gfm's", [
            reading_share(one.path, world, folder) for one in programs])
        for one in programs:
            print("  lists as read by %s:" % one.name[len("forms-"):])
            tallies, groups = reading.read(one.path, world)
            reading.show(tallies, groups, 0 if option("SHOW", "") else None)
    finally:
        standin.stop()


def main():
    top = os.path.dirname(TESTS)
    kept = os.path.join(os.getcwd(), "build", "bench")
    wanted = [("here", os.path.abspath(sys.argv[1]))]
    if len(sys.argv) > 2:
        wanted.insert(0, build(top, sys.argv[2], kept))
    folder = tempfile.mkdtemp(prefix="enrich-bench-")
    try:
        in_turns(wanted, make_world(kept, "plain"), folder)
        if not option("PROFILE", ""):
            in_many_forms(wanted, make_world(kept, "all"), folder)
    finally:
        if option("KEEP", ""):
            print("kept: " + folder)
        else:
            shutil.rmtree(folder)


if __name__ == "__main__":
    main()
