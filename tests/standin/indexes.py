"""What PubMed and OpenReview reply: summaries of PMIDs, one note of a forum.

Shapes, statuses and headers are those of the real services (docs/sources.md).
"""
import calendar
import time

from exchange import JSON, Reply

MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


# ---- PubMed --------------------------------------------------------------

def pubmed_day(day):
    """2021-03-05 as PubMed has it: 2021 Mar 5."""
    parts = (day or "").split("-")
    return " ".join(parts[:1] + [MONTHS[int(one) - 1] for one in parts[1:2]]
                    + [str(int(one)) for one in parts[2:]])


def pubmed_name(name):
    given, _, family = name.rpartition(" ")
    return (family + " " + "".join(one[0] for one in given.split())).strip()


def pubmed_summary(work, pmid):
    if work is None:
        return {"uid": pmid, "error": "cannot get document summary"}
    types = ["Journal Article"]
    notes = []
    if work.get("retracted"):
        types.append("Retracted Publication")
        notes.append({"refsource": work["retracted"], "reftype": "Retraction in",
                      "pmid": 0, "note": ""})
    if work.get("corrected"):
        notes.append({"refsource": work["corrected"], "reftype": "Erratum in",
                      "pmid": 0, "note": ""})
    ids = [{"idtype": "pubmed", "idtypen": 1, "value": pmid}]
    if work.ids.get("doi"):
        ids.append({"idtype": "doi", "idtypen": 3, "value": work.ids["doi"]})
    if work.ids.get("pmcid"):
        ids.append({"idtype": "pmc", "idtypen": 8, "value": work.ids["pmcid"]})
    return {"uid": pmid, "pubdate": pubmed_day(
                work.get("published") or str(work.get("year") or "")),
            "epubdate": pubmed_day(work.get("first_public")), "source": "Stand-in J",
            "authors": [{"name": pubmed_name(name), "authtype": "Author",
                         "clusterid": ""} for name in work.get("authors", [])],
            "title": work["title"] + ".", "lang": ["eng"], "pubtype": types,
            "articleids": ids, "references": notes,
            "fulljournalname": work.get("venue") or ""}


def pubmed(shelf, request):
    asked = [one for one in request.get("id").split(",") if one]
    headers = [("X-RateLimit-Limit", "10" if request.get("api_key") else "3"),
               ("X-RateLimit-Remaining", "2")]
    if request.path != "/entrez/eutils/esummary.fcgi" \
            or request.get("db") != "pubmed" or request.get("retmode") != "json":
        return Reply(404, "<html>not found</html>", "text/html", headers, asked)
    result = {one: pubmed_summary(shelf.work("pmid", one), one) for one in asked}
    return Reply(200, {"header": {"type": "esummary", "version": "0.3"},
                       "result": dict(result, uids=asked)},
                 "application/json; charset=UTF-8", headers, asked)


# ---- OpenReview ----------------------------------------------------------

def milliseconds(day):
    parts = [int(one) for one in (day + "-01-01").split("-")[:3]]
    return calendar.timegm(tuple(parts) + (0, 0, 0)) * 1000


def note(shelf, request, apis):
    """The one with that id, in the shape of its API."""
    asked = request.get("id")
    work = shelf.work("openreview", asked) if request.path == "/notes" else None
    api = work.get("openreview_api", 2) if work is not None else None
    if api not in apis:
        return Reply(404, {"name": "NotFoundError", "message":
                           "The Note %s was not found" % asked, "status": 404,
                           "details": {"path": "id", "value": asked}},
                     JSON, [], [asked])
    content = {"title": work["title"], "authors": work.get("authors", []),
               "venue": work.get("openreview_venue") or work.get("venue"),
               "venueid": work.get("openreview_venueid")}
    content = {key: value for key, value in content.items() if value}
    if api == 2:
        content = {key: {"value": value} for key, value in content.items()}
    day = milliseconds(work.get("first_public") or str(work.get("year") or 2024))
    one = {"id": asked, "forum": asked, "content": content, "cdate": day,
           "odate": day, "pdate": milliseconds(work["published"])
           if work.get("published") else None, "license": work.get("license") and "CC BY 4.0",
           "tmdate": int(time.time() * 1000)}
    return Reply(200, {"notes": [one], "count": 1}, JSON, [], [asked])


def openreview(shelf, request):
    return note(shelf, request, (1, 2))


def openreview_1(shelf, request):
    return note(shelf, request, (1,))


def openreview_2(shelf, request):
    return note(shelf, request, (2,))
