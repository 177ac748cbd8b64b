"""runner.py FD COMMAND…: runs the command; says its process id on the
descriptor, then status, wall s, CPU s and peak MB as JSON.

A small process of its own: the peak of a child begins with what its parent
has in memory, exec or not, and a bench has lists and scores there.
"""
import json
import os
import subprocess
import sys
import time

with os.fdopen(int(sys.argv[1]), "w", buffering=1) as out:
    begin = time.monotonic()
    child = subprocess.Popen(sys.argv[2:])
    print(child.pid, file=out)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    print(json.dumps([child.returncode, time.monotonic() - begin,
                      usage.ru_utime + usage.ru_stime,
                      usage.ru_maxrss / 1024]), file=out)
