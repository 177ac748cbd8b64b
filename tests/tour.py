"""A document whose commands are run: does each still print what stands there?

tour.py DOCUMENT [--write]: in blocks of ```console a line with "$ " is a command
("> ": it goes on), what follows is what it prints; "..." stands for any lines, "…" for
anything within one.  <!-- $ COMMAND --> outside of them is a command that readers need
not see, and prints nothing.  All run in one shell, one behind the other, where the
caller has made ready for them.  Days, sums and sizes may be others.  --write puts down
what they print now.
"""
import difflib
import re
import subprocess
import sys

MARK = "@@@ end of command %d, status "
# What may differ from one day and one machine to the next.
LOOSE = [(re.compile(r"\d{4}-\d\d-\d\d(\.\d+)?"), "YYYY-MM-DD"),
         (re.compile(r"\d+ kB, sha256 \w+"), "N kB, sha256 S"),
         (re.compile(r"enrich \d+\.\d+\.\d+"), "enrich V"),
         # How many requests follow others hangs on when replies come.
         (re.compile(r"^(  \S.*?)( +\d+){6}$", re.M), r"\1"),
         (re.compile(r"; \d+ requests?$", re.M), "; N requests"),
         (re.compile(r"\b[0-9a-f]{7,12}\.\.[0-9a-f]{7,12}\b"), "A..B"),
         (re.compile(r" +$", re.M), "")]
# The stand-in says that it is one; a reader asks the services.
STAND_IN = re.compile(r"^answers come from .*\n", re.M)


def parse(lines):
    """Yields (is_command, first line, lines) of the parts of console blocks."""
    inside, part = False, None
    for number, line in enumerate(lines):
        if line.startswith("```"):
            if part:
                yield part
            inside, part = line.startswith("```console"), None
        elif not inside and line.startswith("<!-- $ "):
            yield number, [line[5:].removesuffix(" -->")], []
        elif inside and line.startswith("$ "):
            if part:
                yield part
            part = (number, [line], [])
        elif inside and part and (line + " ").startswith("> ") and not part[2]:
            part[1].append(line)
        elif inside and part:
            part[2].append(line)


def script(parts):
    text = "exec 2>&1\n"
    for index, (_, command, _) in enumerate(parts):
        code = "\n".join(line[2:] for line in command)
        # The plan at the pace of the services, the run at that of the test.
        if code.startswith("enrich plan"):
            code = "ENRICH_PACE_SCALE=1 " + code
        text += "%s\ntour=$?\necho \"%s$tour\"\n(exit $tour)\n" % (code, MARK % index)
    return text


def run(parts):
    shell = subprocess.run(["sh", "-c", script(parts)], stdin=subprocess.DEVNULL,
                           stdout=subprocess.PIPE, text=True, errors="replace",
                           check=False)
    rest, outputs = shell.stdout, []
    for index in range(len(parts)):
        said, mark, rest = rest.partition(MARK % index)
        if not mark:
            sys.exit("tour: the shell ended at: %s\n%s" % (parts[index][1][0], said))
        rest = rest.partition("\n")[2]
        outputs.append(STAND_IN.sub("", said).rstrip("\n").split("\n") if said.strip() else [])
    return outputs


def normal(line):
    for pattern, word in LOOSE:
        line = pattern.sub(word, line)
    return line


def same(wanted, got):
    return re.fullmatch(".*".join(map(re.escape, wanted.split("…"))), got) is not None


def agrees(wanted, got):
    """"..." matches any lines, as few as may be."""
    if not wanted:
        return not got
    if wanted[0].strip() == "...":
        return any(agrees(wanted[1:], got[skip:]) for skip in range(len(got) + 1))
    return bool(got) and same(normal(wanted[0]), normal(got[0])) and agrees(wanted[1:], got[1:])


def rewrite(path, lines, parts, outputs):
    for (first, command, old), new in reversed(list(zip(parts, outputs))):
        if command[0].startswith("$ ") and "..." not in [line.strip() for line in old] \
                and not any("…" in line for line in old):
            begin = first + len(command)
            lines[begin:begin + len(old)] = new
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(lines))


def main():
    path = sys.argv[1]
    with open(path, encoding="utf-8") as file:
        lines = file.read().split("\n")
    parts = list(parse(lines))
    outputs = run(parts)
    wrong = 0
    if "--write" in sys.argv:
        rewrite(path, lines, parts, outputs)
        return 0
    for (first, command, wanted), got in zip(parts, outputs):
        if agrees(wanted, got):
            continue
        wrong += 1
        print("%s:%d: %s prints something else" % (path, first + 1, command[0]))
        print("\n".join(difflib.unified_diff(
            [normal(line) for line in wanted], [normal(line) for line in got],
            "the document", "the program", lineterm="", n=1)))
    print("%d commands" % len(parts))
    return 1 if wrong or not parts else 0


if __name__ == "__main__":
    sys.exit(main())
