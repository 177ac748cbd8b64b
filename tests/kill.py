#!/usr/bin/env python3
"""kill -9 at random moments, against the bundled stand-in.

The sum of requests must stay within those of an undisturbed run plus what was
in flight at each kill, and under a clock that stands still the final release
must have the bytes of the undisturbed one.
usage: kill.py ENRICH CLOCK.SO MOMENTS LIST...   (ends with 1 if not)
"""
import hashlib
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request

import asked

KILLS = 3                       # of one cache, before it may finish
NOW = "1795000000"


def environment(enrich, folder, ports, clock):
    env = {k: v for k, v in os.environ.items()
           if not k.startswith("ENRICH_") and not k.endswith("_proxy")
           and not k.endswith("_KEY") and not k.endswith("_TOKEN")}
    env.update(asked.addresses(enrich, ports))
    with open(folder + "/clock", "w") as file:
        file.write(NOW)
    env.update(ENRICH_PACE_SCALE="0.01", ENRICH_NAME="kill",
               SOURCE_DATE_EPOCH=NOW, CLOCK=folder + "/clock",
               LD_PRELOAD=clock, HOME=folder)
    return env


class Trial:
    """One cache, state and folder of releases."""

    def __init__(self, enrich, env, lists, port):
        self.folder = tempfile.mkdtemp(prefix="enrich-kill-")
        self.command = [enrich, "-o", self.folder + "/out"] + lists
        self.env = dict(env, ENRICH_CACHE=self.folder + "/cache",
                        ENRICH_STATE=self.folder + "/state")
        self.control = "http://127.0.0.1:%s/_standin/" % port
        self.enrich = enrich
        urllib.request.urlopen(self.control + "reset", data=b"").read()

    def start(self):
        return subprocess.Popen(self.command, env=self.env)

    def finish(self):
        status = self.start().wait(timeout=300)
        if status != 0:
            raise ValueError("the last run ended with %d" % status)
        check = subprocess.run([self.enrich, "cache", "check"], env=self.env,
                               stdout=subprocess.DEVNULL, check=False)
        if check.returncode != 0:
            raise ValueError("the cache is not whole")
        out = self.folder + "/out"
        hidden = [name for name in os.listdir(out) if name.startswith(".")]
        if hidden:
            raise ValueError("left over: %s" % hidden)
        names = [name for name in os.listdir(out) if name.endswith(".tar.gz")]
        with open("%s/%s" % (out, max(names, key=len)), "rb") as file:
            return hashlib.sha256(file.read()).hexdigest()

    def counters(self):
        with urllib.request.urlopen(self.control + "counters") as reply:
            return json.load(reply)

    def close(self):
        shutil.rmtree(self.folder)


def main():
    enrich, clock = map(os.path.abspath, sys.argv[1:3])
    moments, lists = int(sys.argv[3]), sys.argv[4:]
    chance = random.Random(int(os.environ.get("SEED", "1")))
    server, ports = asked.start_standin("--hosts", "--delay", "15")
    folder = tempfile.mkdtemp(prefix="enrich-kill-")
    env = environment(enrich, folder, ports, clock)
    wrong, killed, worst, late = [], 0, 0, 0
    try:
        trial = Trial(enrich, env, lists, ports[""])
        begin = time.monotonic()
        wanted = trial.finish()
        length = time.monotonic() - begin
        seen = trial.counters()
        least = seen["total"]["requests"]
        in_flight = sum(row["max_concurrent"]
                        for row in seen["services"].values())
        trial.close()
        while killed < moments:
            trial, kills = Trial(enrich, env, lists, ports[""]), 0
            while kills < min(KILLS, moments - killed):
                run = trial.start()
                # The more is done, the sooner the next one ends.
                time.sleep(chance.uniform(0, length / (1 + kills)))
                run.kill()
                if run.wait() == 0:
                    late += 1
                    break
                kills += 1
            killed += kills
            try:
                if trial.finish() != wanted:
                    wrong.append("another release")
            except ValueError as error:
                wrong.append(str(error))
            more = trial.counters()["total"]["requests"] - least
            worst = max(worst, more / max(kills, 1))
            if more > kills * in_flight:
                wrong.append("%d requests more after %d kills" % (more, kills))
            trial.close()
    finally:
        server.kill()
        server.wait()
        shutil.rmtree(folder)
    print("kill -9 at %d moments (%d too late): at most %.1f requests a kill "
          "beyond the %d of an undisturbed run, %d may be in flight; %s" % (
              killed, late, worst, least, in_flight,
              "all releases alike" if not wrong else "; ".join(wrong)))
    return 1 if wrong else 0


sys.exit(main())
