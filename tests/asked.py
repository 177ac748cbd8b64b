"""Who is asked, as `enrich sources --json` says, and where a stand-in stands for
it: for the programs beside this one.
"""
import json
import os
import subprocess
import sys


def start_standin(*arguments, env=None):
    """(process, {service: port}); the port of all of them under ""."""
    here = os.path.dirname(os.path.abspath(__file__))
    process = subprocess.Popen(
        [sys.executable, "-B", os.path.join(here, "standin", "standin.py"),
         "--port", "0", *arguments], stdout=subprocess.PIPE, env=env)
    # They are written at once.
    lines = os.read(process.stdout.fileno(), 4096).decode().split("\n")
    words = [line.split() for line in lines if line]
    if not words:
        sys.exit("the stand-in does not start")
    return process, {word[2] if len(word) > 2 else "": word[1] for word in words}


def addresses(enrich, ports):
    """The variables that point a program there.  Services of one name stand
    under one port, as mirrors of one origin share a pace."""
    # A pace meant for a stand-in is refused while none is named.
    env = {k: v for k, v in os.environ.items() if not k.startswith("ENRICH_")}
    said = subprocess.run([enrich, "sources", "--json"], check=True, env=env,
                          stdout=subprocess.PIPE).stdout
    return {source["url_variable"]: "http://127.0.0.1:" + ports.get(
        source["service"], ports[""]) for source in json.loads(said)["sources"]}
