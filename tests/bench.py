#!/usr/bin/env python3
"""make bench: the figures of the design, measured side by side in one run.

Against the bundled stand-in on this machine, all limits scaled alike.  No
figure is a test; times are noisy, so look at the ratios.
usage: bench.py ENRICH READING [ENTRIES...]
"""
import glob
import json
import math
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
sys.path.insert(0, os.path.join(HERE, "bench"))
import asked  # noqa: E402
import measure  # noqa: E402
import world  # noqa: E402

# A millisecond of the scheduler is 3 % of arXiv's 30 ms at this scale; at the
# polite pace it is nothing.
SCALE = float(os.environ.get("BENCH_SCALE", "0.01"))
WARM = 100000
LARGE = 1000000
READ_BYTES = 50 * 1000 * 1000


class Run:
    """A command that has ended: wall and CPU s, peak MB, standard output."""

    def __init__(self, command, env=None):
        process, pid, told = measure.start(command, env, subprocess.PIPE)
        self.anonymous = self.beside = 0
        watch = threading.Thread(target=self.watch, args=(pid,))
        watch.start()
        self.output = process.stdout.read()
        status, self.wall, self.cpu, self.peak = measure.ended(process, told)
        watch.join()
        if status not in (0, 3):
            sys.exit("bench: %s ended with %d" % (command[0], status))

    def watch(self, pid):
        """Peak of what no file stands behind, and beside the cache's pages."""
        while True:
            begin = time.monotonic()
            try:
                with open("/proc/%d/smaps" % pid) as smaps:
                    maps = smaps.read()
            except OSError:
                return
            if not maps:
                return
            anonymous = beside = 0
            for part in re.split(r"\n(?=[0-9a-f]+-[0-9a-f]+ )", maps):
                head, _, rest = part.partition("\n")
                found = re.search(r"^Anonymous: +(\d+)", rest, re.M)
                anonymous += int(found[1]) if found else 0
                found = re.search(r"^Rss: +(\d+)", rest, re.M)
                if found and not re.search(r"data\S*\.mdb", head):
                    beside += int(found[1])
            self.anonymous = max(self.anonymous, anonymous / 1024)
            self.beside = max(self.beside, beside / 1024)
            # Looking holds up the one that is looked at.
            time.sleep(max(0.05, 20 * (time.monotonic() - begin)))

    def memory(self):
        return ("peak %.0f MB beside the cache's pages (anonymous %.0f), %.0f "
                "with them" % (self.beside, self.anonymous, self.peak))


def start_standin(folder):
    server, ports = asked.start_standin(
        "--synthetic", "--titles", os.path.join(folder, "titles.jsonl"))
    return server, ports[""]


def environment(enrich, folder, port):
    env = {k: v for k, v in os.environ.items()
           if not k.startswith("ENRICH_") and k != "SOURCE_DATE_EPOCH"}
    env.update(asked.addresses(enrich, {"": port}))
    env.update(ENRICH_PACE_SCALE=str(SCALE), GITHUB_TOKEN="bench",
               HF_TOKEN="bench", ENRICH_CACHE=folder + "/cache",
               ENRICH_STATE=folder + "/state", ENRICH_NAME="bench",
               ENRICH_COMPRESS="zst")
    return env


def counters(port):
    url = "http://127.0.0.1:%s/_standin/counters" % port
    return json.load(urllib.request.urlopen(url))["services"]


def sent(counted):
    return sum(service["requests"] for service in counted.values())


def cold(enrich, entries, with_peer):
    """The first run and the one after it, against the stand-in."""
    folder = tempfile.mkdtemp(prefix="enrich-bench-")
    ids = world.make_list(folder, entries)
    server, port = start_standin(folder)
    try:
        env = environment(enrich, folder, port)
        command = [enrich, "--json", "-o", folder + "/out",
                   folder + "/bench.md"]
        first = Run(command, env)
        counted = counters(port)
        atom = math.ceil(ids["arxiv"] / 500)
        # Nobody else says the licence of a DOI: Crossref and OpenAlex may.
        least = (math.ceil((ids["arxiv"] + ids["doi"]) / 500) + atom
                 + ids["arxiv"] + ids["hf_lists"]
                 + math.ceil(ids["github"] / 100)
                 + math.ceil(ids["doi"] / 100) + math.ceil(ids["doi"] / 50))
        limited = sum(s.get("limited", 0) or 0 for s in counted.values())
        # arXiv counts its two interfaces together: the critical path.
        floor = 3 * SCALE * (atom + ids["arxiv"] - 1)
        second = Run(command, env)
        print("%7d entries, cold   requests %d of %d least possible (%.2f), "
              "second run %d, 429s %d" % (
                  entries, sent(counted), least, sent(counted) / least,
                  sent(counters(port)) - sent(counted), limited))
        print("%24s wall %.2f s, %.3f of the rate floor; CPU %.2f s; %s" % (
            "", first.wall, first.wall / floor, first.cpu, first.memory()))
        print("%24s second run: wall %.2f s, CPU %.2f s; %s" % (
            "", second.wall, second.cpu, second.memory()))
        if with_peer:
            peer(first, second, env, port, folder)
    finally:
        server.kill()
        server.wait()
        shutil.rmtree(folder)


def peer(first, second, env, port, folder):
    try:
        import requests
    except ImportError:
        print("%24s no python3-requests: no peer" % "")
        return
    command = [sys.executable, os.path.join(HERE, "bench", "peer.py"),
               folder + "/bench.md", "http://127.0.0.1:" + port, str(SCALE),
               folder + "/peer"]
    cold_peer, again = Run(command, env), Run(command, env)
    print("%24s Python, requests %s: wall %.2f s, CPU %.2f s (%.1f x ours), "
          "peak %.0f MB; second run: CPU %.2f s (%.1f x)" % (
              "", requests.__version__, cold_peer.wall, cold_peer.cpu,
              cold_peer.cpu / first.cpu, cold_peer.peak, again.cpu,
              again.cpu / second.cpu))


def tar_of(files, folder):
    command = ["tar", "--use-compress-program=zstd -q -3", "-cf",
               folder + "/x.tar.zst", "-C", "/"] + [f[1:] for f in files]
    return statistics.median(Run(command).wall for _ in range(3))


def warm(enrich, entries):
    """All known and fresh: DERIVE alone, and the weekly run around it."""
    folder = tempfile.mkdtemp(prefix="enrich-bench-")
    try:
        world.make_list(folder, entries)
        env = environment(enrich, folder, "9")
        answers = folder + "/answers.jsonl"
        world.make_answers(answers, entries, "http://127.0.0.1:9")
        Run([enrich, "cache", "import", answers], env)
        os.unlink(answers)
        out = folder + "/out"
        weekly = Run([enrich, "-q", "-o", out, folder + "/bench.md"], env)
        made = [d for d in os.listdir(out) if re.search(r"\d\d$", d)][0]
        files = [os.path.join(out, made, "data", f)
                 for f in ("works.jsonl", "works.csv", "mentions.csv")]
        size = sum(os.path.getsize(f) for f in files)
        tar = tar_of(files, folder)
        command = [enrich, "-q", "--offline", "--previous", "none", "-o",
                   folder + "/warm", folder + "/bench.md"]
        runs = [Run(command, env) for _ in range(3 if entries <= WARM else 1)]
        run = sorted(runs, key=lambda r: r.wall)[len(runs) // 2]
        print("%7d entries, warm   wall %.2f s, tar --zstd of its %.0f MB "
              "%.2f s (%.1f); CPU %.2f s; %s" % (
                  entries, run.wall, size / 1e6, tar, run.wall / tar,
                  run.cpu, run.memory()))
        print("%24s its first release: wall %.2f s, CPU %.2f s; %s" % (
            "", weekly.wall, weekly.cpu, weekly.memory()))
    finally:
        shutil.rmtree(folder)


def read(reading):
    """The list reader beside cmark-gfm alone on the same bytes."""
    folder = tempfile.mkdtemp(prefix="enrich-bench-")
    texts = [open(f, "rb").read() + b"\n\n" for f in
             sorted(glob.glob(os.path.join(HERE, "lists", "*.md")))]
    text = b"".join(texts)
    cases = (("the test lists again and again",
              text * (READ_BYTES // len(text) + 1)),
             ("a line of 1 MB", b"* [a](https://arxiv.org/abs/2401.00001) "
              + b"word " * 200000 + b"\n"),
             ("an open bracket, again", b"* [" * 330000 + b"\n"))
    for name, case in cases:
        with open(folder + "/case.md", "wb") as out:
            out.write(case)
        ours, cmark = ([Run([reading, how, folder + "/case.md"])
                        for _ in range(3)] for how in ("list", "cmark"))
        seconds = [statistics.median(float(r.output.split()[0])
                                     for r in runs) for runs in (ours, cmark)]
        print("  reading %4.0f MB, %s: CPU %.2f s, cmark-gfm alone %.2f s "
              "(%.2f); peak %.0f MB, alone %.0f; %s entries" % (
                  len(case) / 1e6, name, *seconds, seconds[0] / seconds[1],
                  ours[0].peak, cmark[0].peak,
                  ours[0].output.split()[1].decode()))
    shutil.rmtree(folder)


def empty(enrich):
    folder = tempfile.mkdtemp(prefix="enrich-bench-")
    open(folder + "/empty.md", "w").close()
    env = environment(enrich, folder, "9")
    for command in ([enrich, "plan", folder + "/empty.md"],
                    [enrich, "--version"]):
        runs = []
        for _ in range(15):
            begin = time.monotonic()
            subprocess.run(command, env=env, stdout=subprocess.DEVNULL,
                           check=False)
            runs.append(time.monotonic() - begin)
        print("  %-20s %.1f ms (median of 15)" % (
            "empty list, plan" if "plan" in command else "--version",
            statistics.median(runs) * 1e3))
    shutil.rmtree(folder)


def main():
    enrich, reading = (os.path.abspath(p) for p in sys.argv[1:3])
    for i, entries in enumerate([int(n) for n in sys.argv[3:]]
                                or [2000, 10000]):
        cold(enrich, entries, with_peer=i == 0)
    warm(enrich, WARM)
    if os.environ.get("BENCH_LARGE"):
        warm(enrich, LARGE)
    read(reading)
    empty(enrich)


if __name__ == "__main__":
    main()
