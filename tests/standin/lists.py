"""Answers for real lists: --lists DIR, read at run time, never copied.

A folder of Markdown lists and the `gold` folder beside it enter; works and
repositories are put on the shelf, so that a run over those lists finds most
of what it asks about.  What no fact covers gets the list's own title.
"""
import glob
import os
import re

from shelf import Work, canonical, draw, json_lines

URL_ARXIV = re.compile(
    r"arxiv\.org/(?:abs|pdf)/(\d{4}\.\d{4,5})|arxiv/papers/\d{4}/(\d{4}\.\d{4,5})")
URL_GITHUB = re.compile(
    r"github\.com/([A-Za-z0-9._-]+)/([A-Za-z0-9._-]+)|stars/([^/\s]+)/([^/?\s]+)")
URL_HF = re.compile(
    r"huggingface\.co/(?:api/models/)?(datasets/|spaces/)?"
    r"([A-Za-z0-9._-]+)/([A-Za-z0-9._-]+)")
URL_DOI = re.compile(r"/(10\.\d{4,9}/[^\s)\]?]+)")
URL_NATURE = re.compile(r"nature\.com/articles/([^\s)\]?/]+)")
URL_CORPUS = re.compile(r"CorpusI[Dd]:(\d+)")
NOT_OWNERS = {"collections", "papers", "api", "docs", "blog", "topics", "orgs"}


def short(name):
    return os.path.basename(name)


def read(shelf, folder):
    gold = os.path.join(os.path.dirname(os.path.abspath(folder)), "gold")
    rows = {}                     # (list, line) → ids and title by the gold
    for path in sorted(glob.glob(os.path.join(gold, "seed*.jsonl"))):
        for row in json_lines(path):
            if not row.get("not_entry"):
                rows[(short(row["list"]), row["line"])] = row
    facts = os.path.join(gold, "facts.jsonl")
    if os.path.exists(facts):
        for fact in json_lines(facts):
            add_fact(shelf, fact, rows)
    for row in rows.values():
        add_gold(shelf, row)
    for path in sorted(glob.glob(os.path.join(folder, "*"))):
        with open(path, "rb") as file:
            lines = undamage(file.read().decode("utf-8", "replace"))
        for number, line in enumerate(lines.split("\n"), 1):
            add_line(shelf, line, (short(path), number) in rows)


def undamage(text):
    """UTF-8 that was read as Mac Roman or Windows-1252, line by line."""
    out = []
    for line in text.split("\n"):
        for codec in ("mac_roman", "cp1252"):
            try:
                line = line.encode(codec).decode("utf-8")
                break
            except (UnicodeEncodeError, UnicodeDecodeError):
                continue
        out.append(line)
    return "\n".join(out)


def add_fact(shelf, fact, rows):
    ids = {k: fact[k] for k in ("arxiv", "doi", "acl", "pmid", "pmcid")
           if fact.get(k)}
    title = fact["title"]
    for place in fact.get("entries", []):
        row = rows.get((short(place["list"]), place["line"]))
        if not row:
            continue
        # The sources of the facts change case: the list's title is better,
        # in the form that names the work as the fact does.
        if not row.get("ids_wrong"):
            forms = row.get("title_accepted", []) + [row["title"]]
            title = next((form for form in forms
                          if form.lower() == fact["title"].lower()), forms[0])
            for kind, name in (("s2_corpus", "s2"), ("doi", "doi"),
                               ("acl", "acl"), ("pmcid", "pmcid"),
                               ("arxiv", "arxiv")):
                for value in row.get("ids", {}).get(kind, [])[:1]:
                    ids.setdefault(name, value)
    if not ids:
        return
    venue = fact.get("venue")
    if venue and venue.lower() in ("arxiv", "no venue"):
        venue = None
    shelf.add_work(Work({
        "kind": "paper", "title": title, "authors": fact.get("authors") or [],
        "year": fact.get("year"), "venue": venue, "ids": ids,
        "volume": fact.get("volume"), "pages": fact.get("pages"),
        "made_up": ["arxiv_license", "first_public"]}))


def add_gold(shelf, row):
    ids, wrong = row.get("ids", {}), row.get("ids_wrong", {})
    mine = {}
    for kind, name in (("arxiv", "arxiv"), ("doi", "doi"), ("acl", "acl"),
                       ("pmid", "pmid"), ("pmcid", "pmcid"), ("s2_corpus", "s2")):
        for value in ids.get(kind, []):
            if value not in wrong.get(kind, []):
                mine.setdefault(name, value)
    known = None
    for kind, value in mine.items():
        known = known or shelf.works.get(canonical(kind, value))
    if known is not None:
        for kind, value in mine.items():
            shelf.works.setdefault(canonical(kind, value), known)
    elif mine:
        shelf.add_work(Work({
            "kind": "paper", "authors": ["Ada Example", "Béla Muster"],
            "title": row.get("title_accepted", [row["title"]])[0],
            "year": int(row["date"][:4]) if row.get("date") else None,
            "venue": None, "ids": mine, "made_up": ["*"]}))


def add_line(shelf, line, in_gold):
    for owner, name, star_owner, star_name in URL_GITHUB.findall(line):
        owner, name = owner or star_owner, name or star_name
        name = re.sub(r"(\.git|\.)$", "", name)
        if owner.lower() in NOT_OWNERS or not name:
            continue
        full = "%s/%s" % (owner, name)
        shelf.repos.setdefault(full.lower(), {
            "kind": "code", "id": full, "made_up": ["*"], "license": draw(
                full, ["MIT", "Apache-2.0", "NOASSERTION", None])})
    for what, owner, name in URL_HF.findall(line):
        if owner.lower() in NOT_OWNERS:
            continue
        kind = {"datasets/": "dataset", "spaces/": "space"}.get(what, "model")
        full = "%s/%s" % (owner, name)
        if (kind, full.lower()) not in shelf.hubs:
            shelf.add_hub({
                "kind": kind, "id": full, "made_up": ["*"], "license": draw(
                    full, ["apache-2.0", "mit", "llama3", "cc-by-nc-4.0",
                           None])})
    if in_gold or not re.match(r"^\s*[*-] ", line):
        return
    title, year = bullet_title(line)
    if not title:
        return
    ids = {}
    for kind, pattern in (("arxiv", URL_ARXIV), ("doi", URL_DOI),
                          ("s2", URL_CORPUS)):
        match = pattern.search(line)
        if match:
            ids[kind] = next(g for g in match.groups() if g)
    if "doi" in ids:
        ids["doi"] = re.sub(r"(\.pdf|\.abstract|v\d+)$", "", ids["doi"])
    elif URL_NATURE.search(line):
        ids["doi"] = "10.1038/" + URL_NATURE.search(line).group(1)
    ids = {k: v for k, v in ids.items() if canonical(k, v) not in shelf.works}
    if ids:
        shelf.add_work(Work({
            "kind": "paper", "title": title, "year": year, "venue": None,
            "authors": ["Ada Example", "Béla Muster"], "ids": ids,
            "made_up": ["*"]}))


def bullet_title(line):
    """`* [**Venue, 2024.5**] **Name** Title. [paper](…)` → Title, 2024."""
    years = re.findall(r"\b(?:19|20)\d\d\b", re.sub(r"\(http[^)]*\)", "", line))
    text = re.sub(r"^\s*[*-]\s+", "", line)
    text = re.sub(r"^\[\*\*[^]]*\]\s*", "", text)
    text = re.sub(r"\*\*([^*]+)\*\*:?\s*(?=\S)", "", text, count=1) \
        if re.match(r"^\*\*[^*]+\*\*:?\s*[^\s\[]", text) else text
    text = re.split(r"\s*\[+[A-Za-z ]+\]+\s*\(", text)[0]
    text = re.sub(r"\s+(19|20)\d\d\.?\s*$", "", text.strip())
    return text.strip(" .*:"), int(years[0]) if years else None
