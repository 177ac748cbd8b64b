"""The least that must be asked of each service for a first run.

The truth enters, numbers of requests leave: of a program that knows in
advance what it will learn.  Full batches of the ids that the lists name and
lead to, one request a licence of arXiv's, one a title that only a search
finds or that contradicts its link, one a DOI that a list of them left out: no
list says that something is not there.
"""
import collections
import math
import re

HUB = re.compile(r"https://huggingface\.co/(datasets/)?([^/]+)/")


def says(row, service, field):
    if service in row.get("unknown_to", ()):
        return None
    return row.get("said", {}).get(service, {}).get(field, row.get(field))


def lacks(row, services):
    """Venue, people or licence that these services leave open."""
    people = any(says(row, one, "authors") for one in services)
    venue = any(says(row, one, "venue") for one in services
                if one != "arxiv")
    free = "arxiv" in row["ids"] and says(row, "arxiv", "arxiv_license") or \
        any(says(row, one, "license") for one in services
            if one in ("crossref", "openalex"))
    return not (people and venue and free)


def by_doi(rows, service, size):
    """Full lists, and one a DOI that a list leaves out."""
    return math.ceil(len(rows) / size) + sum(
        service in row.get("unknown_to", ()) for row in rows)


def least(truth, works):
    papers = {row["work"]: row for row in truth if row["kind"] == "paper"}
    searched = {row["work"]: row for row in truth
                if row["kind"] == "paper" and row["by"] != "id"}
    by_id = {row["work"] for row in truth if row["by"] == "id"}
    known = [row for row in papers.values() if row["by"] != "nothing"]
    arxiv = [row for row in known if "arxiv" in row["ids"]]
    before = ["semanticscholar", "arxiv"]
    dois = [works[row["work"]] for row in known if "doi" in row["ids"]]
    rest = [row for row in dois if lacks(row, before + ["crossref"])]
    urls = {url for row in truth for url in row["links"]}
    owners = collections.Counter(match.groups() for match in
                                 map(HUB.match, urls) if match)
    codes = sum(url.startswith("https://github.com/") for url in urls)
    titles = [row for name, row in searched.items() if name not in by_id]
    further = [row for row in titles if "semanticscholar" in row["unknown_to"]]
    last = [row for row in further
            if "arxiv" not in row["ids"] or "arxiv" in row["unknown_to"]]
    return {"semanticscholar": math.ceil(len(papers) / 500) + len(titles),
            # The next who may know a title, and the last.
            "arxiv": math.ceil(len(arxiv) / 500) + len(further),
            "arxiv_oai": len(arxiv),
            # Three of one owner are one list.
            "huggingface": sum(1 if n > 2 else n for n in owners.values()),
            "github": math.ceil(codes / 100),
            "crossref": by_doi(dois, "crossref", 100) + len(last),
            "openalex": by_doi(rest, "openalex", 50)}
