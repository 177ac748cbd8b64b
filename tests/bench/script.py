#!/usr/bin/env python3
"""The same job as script.mjs, as one would write it with requests.

usage: script.py FOLDER LIST...   (addresses: ENRICH_..._URL)
"""
import concurrent.futures
import csv
import json
import os
import re
import sys

import requests

FIELDS = ("externalIds,title,venue,year,publicationDate,citationCount,"
          "isOpenAccess,openAccessPdf,authors")
LINKS = (("arxiv", re.compile(r"https?://arxiv\.org/(?:abs|pdf)/"
                              r"(\d{4}\.\d{4,5})")),
         ("doi", re.compile(r"https?://doi\.org/(10\.[^\s)\]\"'<>]+)")),
         ("hf", re.compile(r"https?://huggingface\.co/([\w.-]+/[\w.-]+)")))
COLUMNS = ("list", "line", "title", "authors", "venue", "year", "citations",
           "license", "likes")


class Known:
    """What each id was answered, a line each."""

    def __init__(self, path):
        self.path, self.answers = path, {}
        if os.path.exists(path):
            with open(path, encoding="utf-8") as lines:
                for line in lines:
                    row = json.loads(line)
                    self.answers[row["key"]] = row["answer"]

    def keep(self, answers):
        self.answers.update(answers)
        with open(self.path, "a", encoding="utf-8") as out:
            out.writelines(json.dumps({"key": key, "answer": answer}) + "\n"
                           for key, answer in answers)


def base(name):
    return os.environ["ENRICH_%s_URL" % name]


def wanted(known, entries, source, kinds):
    ids = {"%s:%s" % one: None for entry in entries for one in entry["ids"]
           if one[0] in kinds}
    return [one for one in ids if source + " " + one not in known.answers]


def batches(ids, size=500):
    return (ids[at:at + size] for at in range(0, len(ids), size))


def semanticscholar(known, entries, session):
    left = list(batches(wanted(known, entries, "s2", ("arxiv", "doi"))))
    while left:
        batch = left.pop()
        reply = session.post(
            base("SEMANTICSCHOLAR") + "/graph/v1/paper/batch",
            params={"fields": FIELDS}, json={"ids": [
                kind.upper() + ":" + value for kind, value in
                (one.split(":", 1) for one in batch)]})
        if reply.ok:
            known.keep([("s2 " + one, paper)
                        for one, paper in zip(batch, reply.json())])
        elif reply.status_code == 400 and len(batch) > 1:
            # One id that is none spoils them all.
            left += batches(batch, (len(batch) + 1) // 2)


def arxiv(known, entries, session):
    for batch in batches(wanted(known, entries, "arxiv", ("arxiv",))):
        ids = [one[6:] for one in batch]
        reply = session.get(base("ARXIV") + "/api/query", params={
            "max_results": len(ids), "id_list": ",".join(ids)})
        if not reply.ok:
            continue
        feed = {}
        for entry in re.findall(r"<entry>.*?</entry>", reply.text, re.S):
            found = re.search(r"<id>[^<]*/abs/([^<]*?)(?:v\d+)?</id>", entry)
            if found:
                feed[found[1]] = entry
        known.keep([("arxiv " + one, feed.get(one[6:])) for one in batch])


def huggingface(known, entries, session):
    def ask(one):
        reply = session.get(base("HUGGINGFACE") + "/api/models/" + one[3:])
        if reply.ok or reply.status_code == 404:
            return "hf " + one, reply.json() if reply.ok else None
        return None

    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        for answer in pool.map(ask, wanted(known, entries, "hf", ("hf",))):
            if answer:
                known.keep([answer])


def read(paths):
    entries = []
    for path in paths:
        with open(path, encoding="utf-8") as lines:
            for at, text in enumerate(lines, 1):
                ids = [(kind, value.lower()) for kind, pattern in LINKS
                       for value in pattern.findall(text)]
                if ids:
                    entries.append({"list": path, "line": at, "ids": ids})
    return entries


def work_of(known, entry):
    def answer(source):
        for one in entry["ids"]:
            found = known.answers.get("%s %s:%s" % (source, *one))
            if found:
                return found
        return None

    paper, atom, hub = answer("s2") or {}, answer("arxiv") or "", answer("hf") or {}
    title = re.search(r"<title>([^<]*)", atom)
    names = [one["name"] for one in paper.get("authors") or ()] or \
        re.findall(r"<name>([^<]*)", atom)
    return {"list": entry["list"], "line": entry["line"],
            "title": paper.get("title") or title and title[1],
            "authors": "; ".join(names), "venue": paper.get("venue"),
            "year": paper.get("year"), "citations": paper.get("citationCount"),
            "license": (hub.get("cardData") or {}).get("license"),
            "likes": hub.get("likes")}


def main():
    folder, entries = sys.argv[1], read(sys.argv[2:])
    os.makedirs(folder, exist_ok=True)
    known = Known(folder + "/answers.jsonl")
    with concurrent.futures.ThreadPoolExecutor(3) as pool:
        for done in [pool.submit(ask, known, entries, requests.Session())
                     for ask in (semanticscholar, arxiv, huggingface)]:
            done.result()
    works = [work_of(known, entry) for entry in entries]
    with open(folder + "/works.jsonl", "w", encoding="utf-8") as out:
        for work, entry in zip(works, entries):
            out.write(json.dumps(dict(work, ids=entry["ids"]),
                                 ensure_ascii=False) + "\n")
    with open(folder + "/works.csv", "w", encoding="utf-8", newline="") as out:
        table = csv.DictWriter(out, COLUMNS)
        table.writeheader()
        table.writerows(works)


main()
