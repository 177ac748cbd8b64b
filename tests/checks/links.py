"""What the linker sees: circles of objects, floors, exports nobody uses, names.

links.py BUILD [ALLOWED]: nm over the objects that BUILD's Makefile makes the program of
"""
import os
import re
import subprocess
import sys

from floors import HERE, Floors, settle


def built(build):
    """The objects that make up the program: source without .c → object; older ones may lie about."""
    listed = subprocess.run(["make", "-s", "--no-print-directory", "-C", build, "print-objects"],
        check=True, capture_output=True, text=True, env=dict(os.environ, MAKEFLAGS="")).stdout.split()
    return {re.sub(r"^src/|\.o$", "", path): os.path.join(build, path) for path in listed}


def symbols(paths):
    """nm: for each object what it defines for others and what it needs."""
    defined, needed = ({name: set() for name in paths} for _ in range(2))
    names = {path: name for name, path in paths.items()}
    for line in nm("-A", "-g", *names) if names else ():
        path, _, rest = line.partition(": ")
        symbol, kind = rest.split()[:2]
        name = names[path]
        if kind == "U":
            needed[name].add(symbol)
        elif not symbol.startswith(("__asan", "__odr_asan", "__ubsan", "___asan", "__x86.get_pc")):
            defined[name].add(symbol)
    return defined, needed


def nm(*words):
    return subprocess.run(["nm", "-P", *words], check=True, capture_output=True, text=True).stdout.splitlines()


def is_sanitized(paths):
    """Under AddressSanitizer an arena is one malloc an object: other code, other exports are used."""
    return any("__asan_init" in line for path in list(paths.values())[:1] for line in nm(path))


def circles(arrows):
    """Tarjan's strongly connected components with more than one object."""
    index, low, stack, found = {}, {}, [], []

    def visit(node):
        index[node] = low[node] = len(index)
        stack.append(node)
        for other in arrows[node]:
            if other not in index:
                visit(other)
                low[node] = min(low[node], low[other])
            elif other in stack:
                low[node] = min(low[node], index[other])
        if low[node] == index[node]:
            ring = [stack.pop()]
            while ring[-1] != node:
                ring.append(stack.pop())
            if len(ring) > 1:
                found.append(sorted(ring))

    sys.setrecursionlimit(10000)
    for node in arrows:
        if node not in index:
            visit(node)
    return found


def may_be_called(symbol, path):
    """An export begins with its folder's or its file's name; a table of facts has the name of who reads it."""
    if path.startswith("data/") or path == "base/memory":     # the heap has the system's names
        return True
    folder, file = os.path.split(path)
    starts = folder.split("/") + [file, file.split("_")[0]]
    return any(start and (symbol == start or symbol.startswith(start + "_")) for start in starts)


def main():
    build = sys.argv[1]
    allowed = sys.argv[2] if len(sys.argv) > 2 else os.path.join(HERE, "links.allowed")
    objects = built(build)
    if objects and is_sanitized(objects):
        print("links: the objects are sanitized; a build without says what holds")
        sys.exit(77)
    defined, needed = symbols(objects)
    if len(defined) < 2 or not any(defined.values()):
        sys.exit("links: no objects in %s" % build)
    floors, found = Floors(), {}
    home = {symbol: name for name in defined for symbol in defined[name]}
    arrows = {name: {home[symbol] for symbol in needed[name] if symbol in home} - {name} for name in needed}

    for ring in circles(arrows):
        for name in ring:
            found["circle " + name] = "%s is in a circle: %s" % (name, " ".join(ring))
    used = set().union(*needed.values())
    for name in sorted(defined):
        mine = os.path.dirname(name) or "."
        for symbol in needed[name] & set(home):
            theirs = os.path.dirname(home[symbol]) or "."
            if theirs != mine and not floors.is_below(theirs, mine):
                found["floor %s %s" % (mine, theirs)] = \
                    "%s uses %s of %s, which stands no lower" % (name, symbol, home[symbol])
        for symbol in defined[name] - {"main"}:
            if symbol not in used and not name.startswith("data/"):
                found["unused " + symbol] = "%s: %s is used by no other object: static?" % (name, symbol)
            if not may_be_called(symbol, name):
                found["called " + symbol] = "%s: %s begins with neither folder nor file" % (name, symbol)
    settle("links", found, allowed)


if __name__ == "__main__":
    main()
