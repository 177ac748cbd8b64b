"""What Crossref, DataCite, OpenAlex and doi.org reply: one DOI, or a list of them.

Shapes and headers are those of the real services (docs/sources.md).
"""
import re
import urllib.parse

from exchange import JSON, Reply
from shelf import DOI, LICENSES, count, orcid


# ---- Crossref ------------------------------------------------------------

def crossref_headers(request):
    polite = bool(request.get("mailto")) or \
        "mailto:" in request.headers.get("User-Agent", "")
    return [("x-api-pool", "polite" if polite else "public"),
            ("x-rate-limit-limit", "10" if polite else "5"),
            ("x-rate-limit-interval", "1s"),
            ("x-concurrency-limit", "3" if polite else "1")]


def crossref_message(shelf, doi):
    """None: no DOI of Crossref's."""
    work = shelf.work("doi", doi) if DOI.match(doi) else None
    if work is None or doi.lower().startswith("10.48550/") \
            or work.get("agency", "crossref") != "crossref" \
            or work.ids.get("doi", "").lower() != doi.lower():
        return None
    # A work without a date has [[null]] there, as Crossref's own have.
    day = [int(part) if part else None for part in
           (work.get("published") or str(work.get("year") or "")).split("-")]
    people = []
    for number, name in enumerate(work.get("authors", [])):
        given, _, family = name.rpartition(" ")
        people.append({"given": given, "family": family, "affiliation": [],
                       "sequence": "additional" if number else "first"})
        if orcid(name):
            people[-1].update({"ORCID": orcid(name), "authenticated-orcid": False})
    message = {
        "DOI": work.ids["doi"], "URL": "https://doi.org/" + work.ids["doi"],
        "type": work.get("crossref_type", "journal-article"),
        "title": [work["title"]], "author": people,
        "container-title": [work["venue"]] if work.get("venue") else [],
        "publisher": work.get("publisher", "Stand-in Publisher"),
        "issued": {"date-parts": [day]}, "published": {"date-parts": [day]},
        "is-referenced-by-count": count("crossref " + work.key),
        "relation": {}, "source": "Crossref", "score": 1}
    for name, key in (("volume", "volume"), ("issue", "issue"), ("page", "pages")):
        if work.get(key):
            message[name] = work[key]
    if work.get("retracted"):
        message["updated-by"] = [{
            "DOI": work.ids["doi"] + ".retraction", "type": "retraction",
            "label": "Retraction", "source": "publisher"}]
    if work.get("license"):
        message["license"] = [{"URL": LICENSES[work["license"]],
                               "content-version": "vor", "delay-in-days": 0,
                               "start": {"date-parts": [day]}}]
    return message


def crossref_search(shelf, request, headers):
    """query.bibliographic: what has most of the words, if it is Crossref's."""
    title = request.get("query.bibliographic")

    def seen(work):
        work = shelf.seen(work)
        return work if work is not None and crossref_message(
            shelf, work.ids.get("doi", "")) else None
    work = shelf.likest(title, seen)
    found = [crossref_message(shelf, work.ids["doi"])] if work is not None else []
    return Reply(200, {"status": "ok", "message-type": "work-list",
                       "message-version": "1.0.0", "message": {
                           "facets": {}, "total-results": len(found), "items": found,
                           "items-per-page": int(request.get("rows") or 20),
                           "query": {"start-index": 0, "search-terms": title}}},
                 JSON, headers, [title])


def crossref(shelf, request):
    headers = crossref_headers(request)
    if request.path == "/works" and request.get("query.bibliographic"):
        return crossref_search(shelf, request, headers)
    if request.path == "/works":
        dois = [one[len("doi:"):] for one in request.get("filter").split(",")]
        found = [crossref_message(shelf, doi) for doi in dois]
        found = [one for one in found if one is not None]
        rows = int(request.get("rows") or 20)
        return Reply(200, {
            "status": "ok", "message-type": "work-list",
            "message-version": "1.0.0", "message": {
                "facets": {}, "total-results": len(found),
                "items": found[:rows], "items-per-page": rows,
                "query": {"start-index": 0, "search-terms": None}}},
                     JSON, headers, dois)
    doi = urllib.parse.unquote(request.path[len("/works/"):])
    message = crossref_message(shelf, doi)
    if message is None:
        return Reply(404, "Resource not found.", "text/plain", headers, [doi])
    return Reply(200, {"status": "ok", "message-type": "work",
                       "message-version": "1.0.0", "message": message},
                 JSON, headers, [doi])


# ---- DataCite ------------------------------------------------------------

def datacite_record(shelf, doi):
    """None: no DOI of DataCite's."""
    work = shelf.work("doi", doi) if DOI.match(doi) else None
    if work is None or work.get("agency") != "datacite":
        return None
    rights = [{"rights": "Creative Commons", "rightsUri": LICENSES[work["license"]]}] \
        if work.get("license") else []
    dates = [{"date": work["published"], "dateType": "Issued"}] \
        if work.get("published") else []
    return {"id": work.ids["doi"].lower(), "type": "dois", "attributes": {
        "doi": work.ids["doi"].lower(), "titles": [{"title": work["title"]}],
        "creators": [{"name": name, "nameType": "Personal", "affiliation": [],
                      "nameIdentifiers": []} for name in work.get("authors", [])],
        "publisher": work.get("publisher", "Stand-in Repository"), "container": {},
        "publicationYear": work.get("year"), "dates": dates, "rightsList": rights,
        "types": {"resourceTypeGeneral": work.get("datacite_type", "Dataset")},
        "relatedIdentifiers": [], "version": None}}


def datacite(shelf, request):
    if request.path == "/dois":
        dois = request.get("ids").split(",")
        found = [datacite_record(shelf, doi) for doi in dois]
        found = [one for one in found if one is not None]
        size = int(request.get("page[size]") or 25)
        return Reply(200, {"data": found[:size], "meta": {"total": len(found)}},
                     JSON, [], dois)
    doi = urllib.parse.unquote(request.path[len("/dois/"):])
    record = datacite_record(shelf, doi)
    if record is None:
        return Reply(404, {"errors": [{"status": "404", "title": "The resource you "
                                       "are looking for doesn't exist."}]},
                     JSON, [], [doi])
    return Reply(200, {"data": record}, JSON, [], [doi])


# ---- OpenAlex ------------------------------------------------------------

def openalex_headers(request):
    left, quota, reset = request.window
    return [("x-ratelimit-limit", str(quota)),
            ("x-ratelimit-remaining", str(max(0, left))),
            ("x-ratelimit-cost-usd", "0.0001"),
            ("x-ratelimit-reset", str(reset))]


def openalex_spent(request):
    reset = request.window[2]
    return Reply(429, {"error": "Rate limit exceeded", "message":
                       "Insufficient budget for this request.",
                       "retryAfter": reset, "creditsRequired": 1,
                       "creditsRemaining": 0},
                 JSON, openalex_headers(request) + [("Retry-After", str(reset))])


def openalex_record(shelf, doi):
    work = shelf.work("doi", doi) if DOI.match(doi) else None
    if work is None:
        return None
    number = "W%d" % (work.corpus % 9000000000 + 1000000000)
    source = {"display_name": work["venue"], "type": "journal",
              "host_organization_name": work.get("publisher")} \
        if work.get("venue") else None
    return {
        "id": "https://openalex.org/" + number, "doi": "https://doi.org/" + doi,
        "title": work["title"], "publication_year": work.get("year"),
        "publication_date": work.get("published"), "type": "article",
        "is_retracted": bool(work.get("retracted")),
        "open_access": {"is_oa": False, "oa_status": "closed", "oa_url": None},
        "primary_location": {"license": "cc-" + work["license"]
                             if work.get("license") else None,
                             "version": "publishedVersion", "source": source},
        "best_oa_location": None,
        "authorships": [{"author": {"display_name": name, "orcid": orcid(name)}}
                        for name in work.get("authors", [])]}


def openalex(shelf, request):
    headers = openalex_headers(request)
    if request.path == "/works":
        dois = request.get("filter")[len("doi:"):].split("|")
        found = [openalex_record(shelf, doi) for doi in dois]
        found = [one for one in found if one is not None]
        size = int(request.get("per_page") or 25)
        if len(dois) > 100 or size > 100:
            return Reply(400, {"error": "Pagination error.", "message":
                               "at most 100"}, JSON, headers, dois)
        return Reply(200, {"meta": {"count": len(found), "page": 1,
                                    "per_page": size},
                           "results": found[:size], "group_by": []},
                     JSON, headers, dois)
    text = urllib.parse.unquote(request.path[len("/works/"):])
    doi = re.sub(r"^(doi:|https://doi\.org/)", "", text)
    record = openalex_record(shelf, doi)
    if record is None:
        return Reply(404, "<!doctype html>\n<html lang=en>\n<title>404 Not Found"
                     "</title>\n<h1>Not Found</h1>\n", "text/html; charset=utf-8",
                     headers, [doi])
    return Reply(200, record, JSON, headers, [doi])


# ---- doi.org -------------------------------------------------------------

AGENCIES = {"10.5061": "DataCite", "10.5072": "DataCite", "10.5281": "DataCite",
            "10.13140": "DataCite", "10.3969": "ISTIC"}  # all others are Crossref's


def agency(shelf, request):
    """Which agency registers each of some prefixes; 10.999… nobody has."""
    asked = urllib.parse.unquote(request.path[len("/ra/"):]).split(",")
    return Reply(200, [
        {"DOI": one, "status": "DOI does not exist"} if one.startswith("10.999")
        else {"DOI": one, "RA": AGENCIES.get(one.split("/")[0], "Crossref")}
        for one in asked], "application/json;charset=UTF-8", [], asked)
