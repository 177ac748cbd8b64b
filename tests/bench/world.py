"""Lists for make bench, and what the services would say about them.

Alike from end to end, for the figures of large sizes; tests/world makes lists
as people keep them.
"""
import collections
import json
import os
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(
    os.path.abspath(__file__))), "world"))
from words import Dice, authors, title  # noqa: E402


def family_last(name):
    given, family = name.split(" ")
    return ("<author><keyname>%s</keyname><forenames>%s</forenames></author>"
            % (family, given))


def identify(n):
    """Kind, identifier and link of entry n, in the mix of real lists."""
    if n % 50 == 7:
        name = "lab-%d/model-%d" % (n % 97, n)
        return "hf", "hf:" + name, "https://huggingface.co/" + name
    if n % 50 == 8:
        name = "lab-%d/code-%d" % (n % 97, n)
        return "github", "github:" + name, "https://github.com/" + name
    if n % 10 == 3:
        doi = "10.5555/bench.%d" % n
        return "doi", "doi:" + doi, "https://doi.org/" + doi
    month = n // 90000          # each holds 90,000 numbers and is its own
    key = "%02d%02d.%05d" % (24 - month // 9, 1 + (n + month) % 9,
                             n % 90000 + 1)
    return "arxiv", "arxiv:" + key, "https://arxiv.org/abs/" + key


def make_list(folder, entries):
    """bench.md, and titles.jsonl for the stand-in; entries of each kind."""
    counts = {"arxiv": 0, "doi": 0, "hf": 0, "github": 0}
    owners = collections.Counter()
    with open(os.path.join(folder, "bench.md"), "w") as out, \
            open(os.path.join(folder, "titles.jsonl"), "w") as known:
        out.write("# Bench\n")
        for n in range(entries):
            if n % 500 == 0:
                out.write("\n## Section %d\n\n" % (n // 500))
            kind, key, link = identify(n)
            counts[kind] += 1
            if kind == "hf":
                owners[n % 97] += 1
            dated = "2024.5"
            if kind == "arxiv":
                dated = "20%s.%d" % (key[6:8], int(key[8:10]))
            out.write("* [**Arxiv, %s**] %s. [link](%s)\n" % (
                dated, title(n), link))
            known.write(json.dumps({"id": key, "title": title(n),
                                    "year": 2024}) + "\n")
    # Three models of one owner are one list.
    counts["hf_lists"] = sum(1 if n > 2 else n for n in owners.values())
    return counts


ATOM = """<entry xmlns="http://www.w3.org/2005/Atom">
    <id>http://arxiv.org/abs/%sv1</id>
    <title>%s</title>
    <updated>%sT11:11:11Z</updated>
    <summary>No abstract.</summary>
    <category scheme="http://arxiv.org/schemas/atom" term="cs.CL"/>
    <published>%sT11:11:11Z</published>
    %s
  </entry>"""
OAI = """<record xmlns="http://www.openarchives.org/OAI/2.0/">
<header><identifier>oai:arXiv.org:%s</identifier>
<datestamp>%s</datestamp></header>
<metadata><arXiv xmlns="http://arxiv.org/OAI/arXiv/">
<id>%s</id><created>%s</created><authors>%s</authors><title>%s</title>
<categories>cs.CL</categories>
<license>http://creativecommons.org/licenses/by-nc-sa/4.0/</license>
<abstract>No abstract.</abstract></arXiv></metadata></record>"""


def paper(n, key):
    ids = {"CorpusId": 9000000000 + n}
    if key.startswith("arxiv:"):
        ids.update(ArXiv=key[6:], DOI="10.48550/arXiv." + key[6:])
    else:
        ids["DOI"] = key[4:]
    return {"paperId": "%040x" % n, "externalIds": ids,
            "corpusId": ids["CorpusId"], "title": title(n),
            "venue": "arXiv.org", "publicationVenue": None,
            "journal": {"name": "ArXiv", "volume": "abs"}, "year": 2024,
            "publicationDate": None, "publicationTypes": None,
            "citationCount": Dice(n).throw(1 << 10 - n % 8),
            "isOpenAccess": False, "openAccessPdf": None,
            "authors": [{"authorId": str(n), "name": name}
                        for name in authors(n)]}


def replies(n):
    """Source, identifier and body (None: absent) of each answer about n."""
    kind, key, _ = identify(n)
    if kind in ("arxiv", "doi"):
        yield "semanticscholar", key, paper(n, key)
    if kind == "doi":
        yield "crossref", key, None
        yield "openalex", key, None
    if kind == "arxiv":
        one = key[6:]
        day = "20%s-%s-%02d" % (one[:2], one[2:4], 1 + Dice(n).throw(28))
        yield "arxiv", key, ATOM % (
            one, title(n), day, day, "\n    ".join(
                "<author><name>%s</name></author>" % a for a in authors(n)))
        yield "arxiv-oai", key, OAI % (
            one, day, one, day, "".join(map(family_last, authors(n))),
            title(n))
    elif kind == "hf":
        yield "huggingface", key, {
            "kind": "model", "id": key[3:], "tags": ["license:mit"],
            "likes": n % 1000, "downloads": n, "gated": False,
            "private": False, "disabled": False,
            "createdAt": "2024-01-11T11:11:11.000Z",
            "lastModified": "2024-11-11T11:11:11.000Z",
            "cardData": {"license": "mit"}}
    elif kind == "github":
        yield "github", key, {
            "id": 900000000 + n, "full_name": key[7:], "description": None,
            "homepage": None, "stargazers_count": n % 1000,
            "archived": False, "disabled": False, "private": False,
            "fork": False, "created_at": "2024-01-11T11:11:11Z",
            "pushed_at": "2024-11-11T11:11:11Z", "default_branch": "main",
            "license": {"key": "mit", "spdx_id": "MIT"}}


def make_answers(path, entries, origin):
    """Lines as `enrich cache import` takes them, all fresh."""
    now = time.time()
    with open(path, "w", encoding="utf-8") as out:
        for n in range(entries):
            # A first run takes its time.
            at = time.strftime("%Y-%m-%dT%H:%M:%SZ",
                               time.gmtime(now - (entries - n) // 100))
            for source, key, body in replies(n):
                out.write(json.dumps({
                    "origin": origin, "source": source, "subject": key,
                    "state": "absent" if body is None else "found",
                    "retrieved_at": at, "confirmed_at": at,
                    "asked_version": 1,
                    "http_status": 404 if body is None else 200,
                    "body": body},
                    ensure_ascii=False) + "\n")
