"""The least that must be asked of each service for a first run.

The truth enters, numbers of requests leave: of a program that knows in
advance what it will learn, but shows everything that it says.  Full batches of
the ids that the lists name and lead to, whoever they turn out to belong to;
one request a licence of arXiv's; one a title that only a search finds or that
contradicts its link, at each who may know it until one surely does; one a DOI
that a list of them left out, since no list says that something is not there.
"""
import collections
import math
import re

HUB = re.compile(r"https://huggingface\.co/(datasets/)?([^/]+)/(.*)")
LINK = {"arxiv": re.compile(r"https://arxiv\.org/(?:abs|pdf)/(\d+\.\d+)"),
        "doi": re.compile(r"https://doi\.org/(.*)")}
# Licences of a card that ask for nothing, so that its base model's may.
FREE = ("apache-2.0", "mit", "cc-by-4.0")


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


def linked(rows, kind):
    """The ids of a kind that links name, right or wrong."""
    return {match.group(1) for row in rows for url in row["links"]
            for match in [LINK[kind].match(url)] if match}


def by_doi(dois, known, size):
    """Full lists, and one a DOI that a list leaves out."""
    return math.ceil(len(dois) / size) + len(dois - known)


def is_searched(row):
    """A page that its column calls a paper is one, to who reads the list."""
    return row["by"] != "id" and row["kind"] == "paper" or \
        row["kind"] == "site" and row["form"] in ("institute-table",
                                                  "model-table")


def searches(truth, by_id):
    """Titles to be searched for, and for how many the next and the last, too."""
    titles = [row for row in truth
              if is_searched(row) and row["work"] not in by_id]
    first = {(row["title"], row["work"]): row for row in titles}.values()
    # A title cut or misspelt is nobody's for sure.
    further = [row for row in first if row["kind"] == "site" or row["hard"]
               or "semanticscholar" in row["unknown_to"]]
    last = [row for row in further if row["kind"] == "site" or row["hard"]
            or "arxiv" not in row["ids"] or "arxiv" in row["unknown_to"]]
    return len(first), len(further), len(last)


def hub(truth, hubs):
    """Three of one owner are one list; base models that only cards name."""
    urls = {url for row in truth for url in row["links"]}
    urls |= {"https://huggingface.co/" + row["base_model"] for row in hubs
             if row.get("base_model") and row["license"] in FREE
             and "https://huggingface.co/" + row["id"] in urls}
    owners = collections.Counter(match.groups()[:2] for match in
                                 map(HUB.match, urls) if match)
    return sum(1 if n > 2 else n for n in owners.values())


def least(truth, works, hubs):
    papers = {row["work"]: row for row in truth if row["kind"] == "paper"}
    by_id = {row["work"] for row in truth
             if row["kind"] == "paper" and row["by"] == "id"}
    known = [papers[name] for name in by_id] + [
        row for row in truth if row["kind"] == "paper"
        and row["by"] == "title" and not row["hard"]]
    arxiv = linked(truth, "arxiv") | {
        row["ids"]["arxiv"] for row in known if "arxiv" in row["ids"]}
    dois = linked(truth, "doi") | {
        row["ids"]["doi"] for row in known if "doi" in row["ids"]}
    by = {row["ids"]["doi"]: row for row in works.values()
          if "doi" in row["ids"]}
    rest = {one for one in dois if one not in by or lacks(
        by[one], ["semanticscholar", "arxiv", "crossref"])}
    at = {service: {one for one, row in by.items()
                    if service not in row.get("unknown_to", ())}
          for service in ("crossref", "openalex")}
    first, further, last = searches(truth, by_id)
    codes = sum(url.startswith("https://github.com/") for url in
                {url for row in truth for url in row["links"]})
    return {"semanticscholar": math.ceil(len(papers) / 500) + first,
            "arxiv": math.ceil(len(arxiv) / 500) + further,
            "arxiv_oai": len(arxiv),
            "huggingface": hub(truth, hubs),
            "github": math.ceil(codes / 100),
            "crossref": by_doi(dois, at["crossref"], 100) + last,
            # Whose the prefixes are of what Crossref has not got.
            "doi": 1 if linked(truth, "doi") - at["crossref"] else 0,
            "datacite": 0,
            "pubmed": 0,
            "openreview": 0,
            "openalex": by_doi(rest, at["openalex"], 50)}
