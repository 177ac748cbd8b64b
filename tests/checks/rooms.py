"""Who may include whom, which library has which door, and where sources have names.

rooms.py SRC [ALLOWED]
"""
import os
import re
import sys

from floors import HERE, Floors, settle, sources_of, without_comments

# The C library and the system: no doors.
SYSTEM = re.compile(
    r"(assert|ctype|dirent|errno|fcntl|float|inttypes|limits|locale|math|poll|pthread|pwd|setjmp|signal|spawn|"
    r"stdarg|stdatomic|endian|sysexits|stdbool|stddef|stdint|stdio|stdlib|string|strings|termios|time|unistd|wchar|wctype|"
    r"netdb|arpa/\w+|linux/\w+|net/\w+|netinet/\w+|sys/\w+|sanitizer/\w+|execinfo|ftw|getopt|langinfo|libgen|malloc|sched|stdnoreturn|glob|ucontext)\.h$")
# Where a source may be called by its name: its own room and tables of facts.  What lists say ("github" over a
# column), links, kinds of identifier and fields of BibTeX are no names of sources.
NAMING = re.compile(r"source/|list/|identify/|judge/|model/identifier\.c$|release/record/bibtex\.c$|.*_table\.c$")


def folder_of(path, floors):
    return path if path in floors.floor else os.path.dirname(path) or "."


def includes(path, text, floors, say):
    mine = folder_of(path, floors)
    for inc in re.findall(r'^[ \t]*#[ \t]*include[ \t]*"([^"]*)"', text, re.M):
        theirs = folder_of(inc, floors)
        if theirs == mine:
            continue
        if not floors.is_below(theirs, mine):
            say("include %s %s" % (mine, inc), "%s: %s/ does not stand above %s" % (path, mine, inc))
        elif theirs.split("/")[0] not in (mine.split("/")[0], "base", "model", "status.h") and \
                inc != "%s/%s.h" % (theirs, os.path.basename(theirs)):
            say("include %s %s" % (mine, inc), "%s: inside of a room: %s" % (path, inc))


def doors(path, text, floors, say):
    for inc in re.findall(r"^[ \t]*#[ \t]*include[ \t]*<([^>]*)>", text, re.M):
        if SYSTEM.match(inc):
            continue
        rooms = [door for door in floors.doors if inc.startswith(door)]
        if not any(path in floors.doors[door] for door in rooms):
            say("door %s <%s>" % (path, inc), "%s: no door for <%s>" % (path, inc))


def main():
    src = sys.argv[1]
    allowed = sys.argv[2] if len(sys.argv) > 2 else os.path.join(HERE, "rooms.allowed")
    floors, found = Floors(), {}
    files = sources_of(src)
    texts = {}
    for path in files:
        with open(os.path.join(src, path), encoding="utf-8") as file:
            texts[path] = without_comments(file.read())
    names = set()
    for path in files:
        if path.startswith("source/"):
            names.update(re.findall(r'^\t\.name = "([a-z-]+)"', texts[path], re.M))
    if not files or not names:
        sys.exit("rooms: no files, or no sources in %s" % src)

    for path in files:
        if folder_of(path, floors) not in floors.floor:
            found["folder " + path] = "%s: a folder that floors.tsv does not know" % path
            continue
        includes(path, texts[path], floors, found.__setitem__)
        doors(path, texts[path], floors, found.__setitem__)
        if not NAMING.match(path):
            for name in set(re.findall(r'"([a-z-]+)"', texts[path])) & names:
                found["name %s %s" % (os.path.basename(path), name)] = "%s: knows a source by its name: \"%s\"" % (path, name)
    settle("rooms", found, allowed)


main()
