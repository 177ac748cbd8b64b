"""What the house measures: figures of its structure, one a line, name and number.

figures.py SRC BUILD: from the sources below SRC, and nm over the objects that BUILD's Makefile makes the program of
"""
import os
import re
import sys

from floors import Floors, sources_of, without_comments
from links import built, circles, symbols

# The guides of HACKING.md that say which files a change touches.
GUIDES = {"a source": "Adding a source", "a field": "Adding a field", "a list style": "Adding a list style"}
FUNCTION = re.compile(r"^\{\n(.*?)^\}$", re.M | re.S)   # as clang-format leaves it: a brace alone begins one


def lines(text):
    return text.count("\n")


def median(numbers):
    return sorted(numbers)[len(numbers) // 2]


def guide_files(path):
    """For each guide the files that its steps begin with: those are changed, others are only spoken of."""
    with open(path, encoding="utf-8") as file:
        text = file.read()
    for name, heading in GUIDES.items():
        body = re.search(r"^## %s.*?\n(.*?)(?=^## |\Z)" % re.escape(heading), text, re.M | re.S).group(1)
        steps = body[body.index("\n1. "):]
        named = set(re.findall(r"(?:^\d\. |^   |\. |, |: |and )`((?:src|tests|docs|data)/[\w./{}-]+\.\w+)`", steps, re.M))
        yield name, sorted(named)


def main():
    src, build = sys.argv[1:3]
    files = sources_of(src)
    texts = {}
    for path in files:
        with open(os.path.join(src, path), encoding="utf-8") as file:
            texts[path] = file.read()
    code = {path: without_comments(text) for path, text in texts.items()}
    objects = built(build)
    defined, needed = symbols(objects)
    home = {symbol: name for name in defined for symbol in defined[name]}
    rings = circles({name: {home[s] for s in needed[name] if s in home} - {name} for name in needed})
    loose = [path for path in files if "/" not in path]
    of_c = [path for path in files if path.endswith(".c")]
    functions = [lines(body) for path in of_c for body in FUNCTION.findall(code[path])]
    data = os.path.join(os.path.dirname(os.path.abspath(src)), "data")
    facts = 0
    for name in sorted(os.listdir(data)):
        if name.endswith(".tsv"):
            with open(os.path.join(data, name), encoding="utf-8") as file:
                facts += sum(1 for line in file if not line.startswith("#"))

    def say(name, *numbers):
        print("%-58s %s" % (name, "; ".join(str(number) for number in numbers)))

    say("lines of C and headers in src/", sum(map(lines, texts.values())))
    say("rows of facts in data/", facts)
    say("files of C; headers", len(of_c), len(files) - len(of_c))
    say("lines a file of C: median; most, tables aside", median([lines(texts[p]) for p in of_c]),
        max(lines(texts[p]) for p in of_c if not p.endswith("_table.c")))
    say("functions; lines of their bodies: median; most", len(functions), median(functions), max(functions))
    say("folders; floors", len(Floors().floor) - 2, len(set(Floors().floor.values())))
    say("the fullest folder: lines", *max((sum(lines(texts[p]) for p in files if os.path.dirname(p) == folder), folder)
        for folder in {os.path.dirname(p) for p in files})[::-1])
    say("circles of objects; objects in them", len(rings), sum(map(len, rings)))
    say("loose .c in src/; lines with headers", sum(p.endswith(".c") for p in loose), sum(lines(texts[p]) for p in loose))
    say("files that include run.h", sum('#include "run.h"' in text for text in code.values()))
    say("expressions [s]", sum(len(re.findall(r"\[s\]", text)) for text in code.values()))
    say("casts of pointers through integers",
        sum(len(re.findall(r"\*+\)\((?:size_t|u?intptr_t)\)", text)) for text in code.values()))
    for name, named in guide_files(os.path.join(os.path.dirname(os.path.abspath(src)), "HACKING.md")):
        say("files the guide to %s names" % name, len(named))


main()
