"""tour.py [--show] FILE.md FOLDER: do what a tour says, and hold it to what it prints.

Blocks called "console" are typed into one shell that begins in FOLDER: "$ " begins a
command, "> " goes on with it, all else is what it must print.  There "…" stands for
anything in a line, and alone for any lines.  A command ends well, or the last line
says "[status N]".  <!-- days: N --> moves the test clock ($CLOCK).  --show prints the
tour with what was printed now.
"""
import os
import re
import subprocess
import sys

END = "that was all of it"


def steps(text):
    """Commands with what they print, and days that pass; as (kind, words, wanted)."""
    inside = False
    for line in text.split("\n"):
        days = re.fullmatch(r"<!-- days: (\d+) -->", line)
        if days:
            yield "days", int(days.group(1)), None
        elif line.startswith("```"):
            inside = not inside and line == "```console"
        elif inside and line.startswith("$ "):
            yield "command", line[2:], []
        elif inside and (line == ">" or line.startswith("> ")):
            yield "more", line[2:], None
        elif inside:
            yield "prints", line, None


def gathered(text):
    all_steps = []
    for kind, words, wanted in steps(text):
        if kind in ("days", "command"):
            all_steps.append([kind, words, wanted])
        elif kind == "more":
            all_steps[-1][1] += "\n" + words
        else:
            all_steps[-1][2].append(words)
    return all_steps


def fits(wanted, got):
    pattern = "".join("(?:.*\n)*" if line == "…" else
                      ".*".join(re.escape(part) for part in line.split("…")) + "\n" for line in wanted)
    return re.fullmatch(pattern, "".join(line + "\n" for line in got)) is not None


class Shell:
    def __init__(self, folder):
        self.process = subprocess.Popen(["bash", "--norc"], cwd=folder, stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                        encoding="utf-8", errors="replace")

    def run(self, command):
        self.process.stdin.write("%s\necho \"%s $?\"\n" % (command, END))
        self.process.stdin.flush()
        lines = []
        for line in self.process.stdout:
            if line.startswith(END) or line.rstrip("\n").endswith(END + " 0"):
                return lines, int(line.split()[-1])
            lines.append(line.rstrip("\n"))
        return lines, -1


def pass_days(days):
    with open(os.environ["CLOCK"], encoding="ascii") as f:
        now = int(f.read())
    with open(os.environ["CLOCK"], "w", encoding="ascii") as f:
        f.write("%d\n" % (now + days * 86400))


def main():
    show = sys.argv[1] == "--show"
    path, folder = sys.argv[-2:]
    with open(path, encoding="utf-8") as f:
        tour = gathered(f.read())
    shell, wrong = Shell(folder), 0
    if not tour:
        print("%s has no step" % path)
        wrong = 1
    for kind, words, wanted in tour:
        if kind == "days":
            pass_days(words)
            continue
        got, status = shell.run(words)
        if status != 0:
            got.append("[status %d]" % status)
        if show:
            print("$ " + words.replace("\n", "\n> ") + "".join("\n" + line for line in got))
        elif not fits(wanted, got):
            print("$ %s\n-- prints\n%s\n-- the tour says\n%s" % (words, "\n".join(got), "\n".join(wanted)))
            wrong = 1
            break
    shell.process.stdin.close()
    shell.process.wait()
    return wrong


sys.exit(main())
