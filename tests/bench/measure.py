"""Measures a command through runner.py."""
import json
import os
import subprocess
import sys

RUNNER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "runner.py")


def start(command, env=None, stdout=None):
    """A process, its real id, and what ended() wants."""
    read, write = os.pipe()
    process = subprocess.Popen(
        [sys.executable, "-S", RUNNER, str(write), *command], env=env,
        stdout=stdout, pass_fds=[write])
    os.close(write)
    told = os.fdopen(read)
    return process, int(told.readline()), told


def ended(process, told):
    """[status, wall s, CPU s, peak MB] of what start() started."""
    with told:
        figures = json.loads(told.read())
    process.wait()
    return figures
