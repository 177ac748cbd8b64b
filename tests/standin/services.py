"""What each service replies: request and shelf in, reply out.

Shapes, statuses and headers are those of the real services (docs/sources.md);
no network, no clock but for the Date-like stamps the services themselves send.
"""
import base64
import datetime
import hashlib
import json
import os
import re
import time
import urllib.parse
from xml.sax.saxutils import escape, quoteattr

from by_doi import agency, crossref, datacite, openalex, openalex_spent
from exchange import JSON, Reply, Request
from hubs import GITHUB_JSON, github, github_headers, hf_headers, huggingface
from indexes import openreview, openreview_1, openreview_2, pubmed
from shelf import ARXIV, DOI, LICENSES, canonical, count, draw


# ---- Semantic Scholar ----------------------------------------------------

S2_FIELDS = set("""paperId corpusId externalIds url title abstract venue
publicationVenue journal year publicationDate referenceCount citationCount
influentialCitationCount isOpenAccess openAccessPdf fieldsOfStudy
s2FieldsOfStudy publicationTypes citationStyles authors tldr
textAvailability""".split())


def s2_known(field):
    return field.split(".")[0] in S2_FIELDS


def s2_identifier(text):
    """(kind, value), (None, None): well-formed but unknown, None: malformed."""
    text = text if isinstance(text, str) else ""
    if re.match(r"^[0-9a-f]{40}$", text):
        return "sha", text
    if DOI.match(text):
        return "doi", text
    kind, colon, value = text.partition(":")
    if not colon or not value.strip():
        return None
    kind = kind.lower()
    if kind == "corpusid":
        return ("s2", value) if value.isdigit() else None
    if kind == "doi":
        return ("doi", value) if DOI.match(value) else None
    if kind == "arxiv":
        if not ARXIV.match(value):
            return None
        return (None, None) if re.search(r"v\d+$", value) else ("arxiv", value)
    if kind == "pmid" or kind == "pmcid":
        return (kind, value) if value.isdigit() else None
    if kind in ("acl", "mag", "url"):
        return kind, value
    return None


def s2_venue(work):
    return work.get("venue") or ("arXiv.org" if "arxiv" in work.ids else "")


def s2_day(work):
    """A whole day or nothing; months and years are not given."""
    for name in ("published", "first_public"):
        if re.match(r"^\d{4}-\d\d-\d\d$", work.get(name) or ""):
            return work[name]
    return None


def s2_paper(work, fields):
    ids, key = work.ids, work.key
    outer = {"CorpusId": work.corpus}
    for kind, name in (("arxiv", "ArXiv"), ("doi", "DOI"), ("acl", "ACL"),
                       ("pmid", "PubMed"), ("pmcid", "PubMedCentral")):
        if kind in ids:
            value = ids[kind]
            outer[name] = value[3:] if value.startswith("PMC") else value
    if "DOI" not in outer and "arxiv" in ids:
        outer["DOI"] = "10.48550/arXiv." + ids["arxiv"]
    journal = None
    if work.get("venue"):
        journal = {"name": work["venue"]}
        for name in ("volume", "pages"):
            if work.get(name):
                journal[name] = work[name]
    elif "arxiv" in ids:
        journal = {"name": "ArXiv", "volume": "abs/" + ids["arxiv"]}
    license_ = work.get("s2_license")
    every = {
        "paperId": work.sha,
        "corpusId": work.corpus,
        "externalIds": outer,
        "url": "https://www.semanticscholar.org/paper/" + work.sha,
        "title": work["title"],
        "abstract": None,
        "venue": s2_venue(work),
        "publicationVenue": {
            "id": hashlib.md5(s2_venue(work).encode()).hexdigest(),
            "name": work["venue"]} if work.get("venue") else None,
        "journal": journal,
        "year": work.get("year"),
        "publicationDate": s2_day(work),
        "referenceCount": count("references " + key),
        "citationCount": count("citations " + key),
        "influentialCitationCount": 0,
        "isOpenAccess": bool(license_),
        "openAccessPdf": {"url": "", "status": "GOLD" if license_ else None,
                          "license": license_},
        "fieldsOfStudy": None,
        "s2FieldsOfStudy": [],
        "publicationTypes": work.get("types") or draw(
            key, [["JournalArticle"], ["JournalArticle"], None]),
        "citationStyles": {"bibtex": ""},
        "authors": [{"authorId": str(count("author " + name)), "name": name}
                    for name in work.get("authors", [])],
        "tldr": None,
        "textAvailability": "none",
    }
    paper = {"paperId": every["paperId"]}
    for field in fields or ["title"]:
        name = field.split(".")[0]
        paper[name] = every[name]
    return paper


def semanticscholar(shelf, request):
    fields = [f for f in request.get("fields").split(",") if f]
    unknown = [f for f in fields if not s2_known(f)]
    if unknown:
        return Reply(400, {"error": "Unrecognized or unsupported fields: [%s]"
                           % ", ".join(unknown)})
    path = request.path
    if path == "/graph/v1/paper/batch":
        return s2_batch(shelf, request, fields)
    if path == "/graph/v1/paper/search/match":
        title = request.get("query")
        if not title:
            return Reply(400, {"error": "Unacceptable query params: []"})
        work = shelf.work_by_title(title) or shelf.work_like_title(title)
        if work is None:
            return Reply(404, {"error": "Title match not found"}, ids=[title])
        paper = s2_paper(work, fields)
        paper["matchScore"] = round(len(title) * 2.2, 3)
        return Reply(200, {"data": [paper]}, ids=[title])
    if path == "/graph/v1/paper/search":
        work = shelf.work_by_title(request.get("query"))
        if work is None:
            return Reply(200, {"total": 0, "offset": 0})
        return Reply(200, {"total": 1, "offset": 0,
                           "data": [s2_paper(work, fields)]})
    if path.startswith("/graph/v1/paper/"):
        text = urllib.parse.unquote(path[len("/graph/v1/paper/"):])
        named = s2_identifier(text)
        work = shelf.work(*named) if named and named[0] else None
        if work is None:
            return Reply(404, {"error": "Paper with id %s not found" % text},
                         ids=[text])
        return Reply(200, s2_paper(work, fields), ids=[text])
    return Reply(404, {"message": "Missing Authentication Token"})


def s2_batch(shelf, request, fields):
    if request.method != "POST":
        return Reply(405, {"message": "Method Not Allowed"})
    try:
        ids = json.loads(request.body)["ids"]
    except (ValueError, KeyError, TypeError):
        return Reply(400, {"error": "Bad Request"})
    if not isinstance(ids, list) or not ids:
        return Reply(400, {"error": "No valid paper ids given"})
    if len(ids) > 500:
        return Reply(400, {"error": "Too many ids: at most 500"}, ids=ids)
    named = [s2_identifier(one) for one in ids]
    if None in named:
        return Reply(400, {"error": "No valid paper ids given"}, ids=ids)
    marks = [shelf.titles.get(canonical(*one), {}) for one in named if one[0]]
    if any(mark.get("breaks") for mark in marks):
        return Reply(500, {"message": "Internal Server Error"}, ids=ids)
    if any(mark.get("refused") for mark in marks):
        return Reply(400, {"error": "No valid paper ids given"}, ids=ids)
    works = [shelf.work(*one) if one[0] else None for one in named]
    if not any(work is not None for work in works):
        return Reply(400, {"error": "No valid paper ids given"}, ids=ids)
    return Reply(200, [None if work is None else s2_paper(work, fields)
                       for work in works], ids=ids)


# ---- arXiv ---------------------------------------------------------------

FEED = ("<?xml version='1.0' encoding='UTF-8'?>\n"
        '<feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" '
        'xmlns:arxiv="http://arxiv.org/schemas/atom" '
        'xmlns="http://www.w3.org/2005/Atom">\n'
        "  <id>%s</id>\n  <title>%s</title>\n  <updated>%s</updated>\n"
        "  <opensearch:itemsPerPage>%d</opensearch:itemsPerPage>\n"
        "  <opensearch:totalResults>%d</opensearch:totalResults>\n"
        "  <opensearch:startIndex>%d</opensearch:startIndex>\n%s</feed>\n")
ATOM = "application/atom+xml; charset=utf-8"


def stamp():
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())


def arxiv_first(work):
    """Day of the first version: known, else the 15th of the id's month."""
    if work.get("first_public"):
        return work["first_public"]
    number = work.ids["arxiv"]
    match = re.match(r"^(\d\d)(\d\d)\.", number)
    if match:
        return "20%s-%s-15" % match.groups()
    match = re.search(r"/(\d\d)(\d\d)\d{3}", number)
    century = "19" if match.group(1) > "90" else "20"
    return "%s%s-%s-15" % (century, match.group(1), match.group(2))


def arxiv_license(work):
    name = work.get("arxiv_license")
    if name is None and "arxiv_license" not in work:
        name = draw(work.key, ["nonexclusive", "nonexclusive", "by", "by-nc-sa"])
    return LICENSES.get(name)


def arxiv_entry(work, version):
    number = work.ids["arxiv"]
    shown = version or work.get("versions", 1)
    first = arxiv_first(work)
    # The wire has line breaks and double blanks in long titles.
    title = re.sub(r"^(.{60,75}?) ", r"\1\n  ", escape(work["title"]))
    lines = ["  <entry>",
             "    <id>http://arxiv.org/abs/%sv%d</id>" % (number, shown),
             "    <title>%s</title>" % title,
             "    <updated>%sT11:11:11Z</updated>" % (work.get("updated") or first)]
    lines.append('    <link href="https://arxiv.org/abs/%sv%d" rel="alternate" '
                 'type="text/html"/>' % (number, shown))
    lines.append('    <link href="https://arxiv.org/pdf/%sv%d" rel="related" '
                 'type="application/pdf" title="pdf"/>' % (number, shown))
    lines.append("    <summary>No abstract: this reply comes from a stand-in."
                 "</summary>")
    lines.append('    <category term="cs.CL" '
                 'scheme="http://arxiv.org/schemas/atom"/>')
    lines.append("    <published>%sT11:11:11Z</published>" % first)
    if work.get("comment"):
        lines.append("    <arxiv:comment>%s</arxiv:comment>"
                     % escape(work["comment"]))
    lines.append('    <arxiv:primary_category term="cs.CL"/>')
    if work.get("journal_ref"):
        lines.append("    <arxiv:journal_ref>%s</arxiv:journal_ref>"
                     % escape(work["journal_ref"]))
    for name in work.get("authors", []):
        lines.append("    <author>\n      <name>%s</name>\n    </author>"
                     % escape(name))
    if work.ids.get("doi") and work.get("arxiv_doi", True):
        doi = escape(work.ids["doi"])
        lines.append("    <arxiv:doi>%s</arxiv:doi>" % doi)
        lines.append('    <link rel="related" href="https://doi.org/%s" '
                     'title="doi"/>' % doi)
    lines.append("  </entry>\n")
    return "\n".join(lines)


def arxiv_error(message, about):
    link = "https://arxiv.org/api/errors#" + re.sub(r"\W+", "_", message)
    entry = ("  <entry>\n    <id>%s</id>\n    <title>Error</title>\n"
             "    <updated>%s</updated>\n"
             '    <link href="%s" rel="alternate" type="text/html"/>\n'
             "    <summary>%s</summary>\n    <author>\n"
             "      <name>arXiv api core</name>\n    </author>\n  </entry>\n"
             % (escape(link), stamp(), escape(link), escape(message)))
    return Reply(400, FEED % ("https://arxiv.org/", "arXiv Search Results",
                              stamp(), 1, 1, 0, entry), ATOM, ids=about)


def arxiv(shelf, request):
    if request.path != "/api/query":
        return Reply(404, "Not found\n", "text/plain")
    asked = [one for one in request.get("id_list").split(",") if one]
    try:
        most = int(request.get("max_results") or 10)
        start = int(request.get("start") or 0)
    except ValueError:
        return arxiv_error("max_results must be an integer", asked)
    if most > 2000:
        return arxiv_error("max_results must be at most 2000", asked)
    found = {}
    for one in asked:
        match = ARXIV.match(one)
        if not match:
            return arxiv_error("incorrect id format for " + one, asked)
        number = match.group(1)
        work = shelf.work("arxiv", number)
        version = int(match.group(3)[1:]) if match.group(3) else 0
        if work is not None and version <= work.get("versions", 1):
            found[work.ids["arxiv"]] = (work, version)
    if not asked:
        match = re.match(r'^ti:"?([^"]*)"?$', request.get("search_query"))
        work = shelf.work_by_title(match.group(1)) if match else None
        if work is not None and "arxiv" in work.ids:
            found[work.ids["arxiv"]] = (work, 0)
    # The order is not the order of the question.
    page = sorted(found)[start:start + most]
    query = "search_query=%s&id_list=%s&start=%d&max_results=%d" % (
        request.get("search_query"), ",".join(asked), start, most)
    opaque = hashlib.sha1(repr((time.time(), query)).encode()).hexdigest()[:27]
    return Reply(200, FEED % (
        "https://arxiv.org/api/" + opaque, escape("arXiv Query: " + query),
        stamp(), most, len(found), start,
        "".join(arxiv_entry(*found[one]) for one in page)), ATOM, ids=asked)


# ---- arXiv OAI-PMH -------------------------------------------------------

OAI_TOP = ('<?xml version="1.0" encoding="UTF-8"?>\n'
           '<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/" '
           'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
           'xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/ '
           'http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd">\n'
           "<responseDate>%s</responseDate>\n")
XML = "text/xml; charset=utf-8"


def oai_error(code, words, ids=()):
    return Reply(200, OAI_TOP % stamp() +
                 "<request>http://oaipmh.arxiv.org/oai</request>\n"
                 '<error code="%s">%s</error>\n</OAI-PMH>\n'
                 % (code, escape(words)), XML, ids=ids)


def oai_person(name):
    first, _, last = name.rpartition(" ")
    text = "<author><keyname>%s</keyname>" % escape(last)
    if first:
        text += "<forenames>%s</forenames>" % escape(first)
    return text + "</author>"


def oai_changed(shelf, since):
    """Headers of what changed since a day: what is known, and any others."""
    ids = [(work.ids["arxiv"], work.get("updated") or arxiv_first(work))
           for key, work in sorted(shelf.works.items())
           if key == canonical("arxiv", work.ids.get("arxiv", ""))]
    ids += [(key.partition(":")[2], row["modified"])
            for key, row in sorted(shelf.titles.items())
            if key.startswith("arxiv:") and "modified" in row]
    found = [(day, number) for number, day in ids if day >= since]
    day = datetime.date.fromisoformat(since)
    while day <= datetime.date.today():
        found += [(day.isoformat(), "%s.%05d" % (day.strftime("%y%m"),
                                                 90000 + day.day * 10 + n))
                  for n in range(3)]
        day += datetime.timedelta(days=1)
    return sorted(found)


def oai_list(shelf, request, names):
    """ListIdentifiers: pages of shelf.oai_page headers, a token in between."""
    start, since = 0, request.get("from") or "2005-09-16"
    if names == ["resumptionToken", "verb"]:
        token = urllib.parse.unquote(request.get("resumptionToken"))
        match = re.match(r"^from=(\d{4}-\d\d-\d\d)&skip=(\d+)$", token)
        if not match:
            return oai_error("badResumptionToken", "Unknown token")
        since, start = match.group(1), int(match.group(2))
    elif not {"metadataPrefix", "verb"} <= set(names) <= {
            "from", "metadataPrefix", "set", "until", "verb"}:
        return oai_error("badArgument", "Wrong or missing parameters")
    elif not re.match(r"^\d{4}-\d\d-\d\d$", since):
        return oai_error("badArgument", "Not a day")
    changed = oai_changed(shelf, since)
    if not changed:
        return oai_error("noRecordsMatch", "Nothing changed")
    end = start + shelf.oai_page
    text = OAI_TOP % stamp() + ("<request verb=\"ListIdentifiers\">http://"
                                "oaipmh.arxiv.org/oai</request>\n"
                                "<ListIdentifiers>\n")
    text += "".join("<header>\n <identifier>oai:arXiv.org:%s</identifier>\n"
                    " <datestamp>%s</datestamp>\n <setSpec>cs:cs:CL</setSpec>"
                    "\n</header>\n" % (number, day)
                    for day, number in changed[start:end])
    token = "" if end >= len(changed) else urllib.parse.quote(
        "from=%s&skip=%d" % (since, end), safe="")
    return Reply(200, text + "<resumptionToken expires=\"%s\">%s"
                 "</resumptionToken>\n</ListIdentifiers>\n</OAI-PMH>\n"
                 % (stamp(), token), XML)


def arxiv_oai(shelf, request):
    if request.path != "/oai":
        return Reply(404, "Not found\n", "text/plain")
    names = sorted(key for key, _ in request.query)
    verb = request.get("verb")
    if len(set(names)) != len(names):
        return oai_error("badArgument", "Duplicate parameter")
    if verb == "ListIdentifiers":
        return oai_list(shelf, request, names)
    if verb not in ("GetRecord", "Identify"):
        return oai_error("badVerb", "Invalid or missing verb")
    if verb == "Identify":
        return Reply(200, OAI_TOP % stamp() + "<Identify><repositoryName>"
                     "stand-in</repositoryName></Identify>\n</OAI-PMH>\n", XML)
    if names != ["identifier", "metadataPrefix", "verb"]:
        return oai_error("badArgument", "Wrong or missing parameters")
    text, form = request.get("identifier"), request.get("metadataPrefix")
    match = re.match(r"^oai:arXiv\.org:(.+)$", text)
    number = match.group(1) if match else ""
    parsed = ARXIV.match(number)
    if not parsed or parsed.group(3):
        return oai_error("badArgument", "Invalid identifier", [number])
    if form not in ("arXiv", "oai_dc", "arXivRaw", "arXivOld"):
        return oai_error("cannotDisseminateFormat", "Unsupported format", [number])
    work = shelf.work("arxiv", number)
    if work is None:
        return oai_error("idDoesNotExist", "Nothing found for this identifier",
                         [number])
    head = (OAI_TOP % stamp() +
            "<request verb=\"GetRecord\" identifier=%s metadataPrefix=%s>"
            "http://oaipmh.arxiv.org/oai</request>\n<GetRecord>\n<record>\n"
            "<header%s>\n <identifier>%s</identifier>\n"
            " <datestamp>%s</datestamp>\n <setSpec>cs:cs:CL</setSpec>\n"
            "</header>\n" % (quoteattr(text), quoteattr(form),
                             ' status="deleted"' if work.get("deleted") else "",
                             escape(text), work.get("updated") or arxiv_first(work)))
    if work.get("deleted"):
        return Reply(200, head + "</record>\n</GetRecord>\n</OAI-PMH>\n", XML,
                     ids=[number])
    parts = ["<id>%s</id>" % number, "<created>%s</created>" % arxiv_first(work)]
    if work.get("updated"):
        parts.append("<updated>%s</updated>" % work["updated"])
    parts.append("<authors>%s</authors>" % "".join(
        oai_person(name) for name in work.get("authors", [])))
    parts.append("<title>%s</title>" % escape(work["title"]))
    parts.append("<categories>cs.CL</categories>")
    if work.get("comment"):
        parts.append("<comments>%s</comments>" % escape(work["comment"]))
    if work.get("journal_ref"):
        parts.append("<journal-ref>%s</journal-ref>" % escape(work["journal_ref"]))
    if work.ids.get("doi"):
        parts.append("<doi>%s</doi>" % escape(work.ids["doi"]))
    if arxiv_license(work):
        parts.append("<license>%s</license>" % arxiv_license(work))
    parts.append("<abstract>  No abstract: this reply comes from a stand-in.\n"
                 "</abstract>")
    return Reply(200, head + "<metadata>\n"
                 ' <arXiv xmlns="http://arxiv.org/OAI/arXiv/" '
                 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
                 'xsi:schemaLocation="http://arxiv.org/OAI/arXiv/ '
                 'http://arxiv.org/OAI/arXiv.xsd">\n %s</arXiv>\n</metadata>\n'
                 "</record>\n</GetRecord>\n</OAI-PMH>\n" % "".join(parts),
                 XML, ids=[number])


# ---- raw files: lists on the web -----------------------------------------

def raw(shelf, request):
    """A file under --raw, read anew each time, with its ETag; PATH.auth beside
    it holds the "user:password" it wants."""
    path = os.path.normpath(urllib.parse.unquote(request.path)).lstrip("/")
    full = os.path.join(shelf.raw or "/nowhere", path)
    text = "text/plain; charset=utf-8"
    if path.startswith("..") or not os.path.isfile(full):
        return Reply(404, "404: Not Found", text)
    if os.path.exists(full + ".auth"):
        with open(full + ".auth", "rb") as file:
            wanted = "Basic " + base64.b64encode(file.read().strip()).decode()
        if request.headers.get("Authorization") != wanted:
            return Reply(401, "401: Unauthorized", text)
    with open(full, "rb") as file:
        body = file.read()
    tag = '"%s"' % hashlib.sha256(body).hexdigest()
    if request.headers.get("If-None-Match") == tag:
        return Reply(304, b"", None, [("ETag", tag)])
    return Reply(200, body, text, [("ETag", tag)], [path])


SERVICES = {"semanticscholar": semanticscholar, "arxiv": arxiv,
            "arxiv_oai": arxiv_oai, "huggingface": huggingface,
            "github": github, "crossref": crossref, "datacite": datacite,
            "openalex": openalex, "doi": agency, "pubmed": pubmed,
            "openreview": openreview, "openreview_1": openreview_1,
            "openreview_2": openreview_2, "raw": raw}

def by_path(path, query):
    if path.startswith("/graph/v1/"):
        return "semanticscholar"
    if path == "/api/query":
        return "arxiv"
    if path == "/oai":
        return "arxiv_oai"
    if path.startswith("/api/"):
        return "huggingface"
    if path.startswith(("/repos/", "/repositories/", "/graphql")):
        return "github"
    if path.startswith("/entrez/"):
        return "pubmed"
    if path == "/notes":
        return "openreview"
    if path.startswith("/ra/"):
        return "doi"
    if path.startswith("/dois"):
        return "datacite"
    if path == "/works":
        return "openalex" if "per_page=" in query else "crossref"
    if path.startswith("/works/"):
        rest = urllib.parse.unquote(path[len("/works/"):])
        return "crossref" if DOI.match(rest) else "openalex"
    return None


def route(path, query=""):
    """(service, prefix, path without it); (None, "", path): nobody's."""
    first, slash, rest = path[1:].partition("/")
    if slash and (first in SERVICES or first == "raw"):
        return first, "/" + first, "/" + rest
    return by_path(path, query), "", path


def limited(service, request):
    """The reply a service sends when it is asked too fast: status, body, type."""
    if service == "semanticscholar":
        return Reply(429, {"message": "Too Many Requests. Please wait and try "
                           "again or apply for a key for higher rate limits.",
                           "code": "429"}, headers=[
                               ("x-amzn-errortype", "TooManyRequestsException")])
    if service in ("arxiv", "arxiv_oai"):
        return Reply(429, "Rate exceeded.", "text/plain")
    if service == "huggingface":
        return Reply(429, {"error": "We had to rate limit your IP. To continue "
                           "using our service, create a HF account."})
    if service == "github":
        return Reply(429, {"message": "You have exceeded a secondary rate limit. "
                           "Please wait a few minutes before you try again."},
                     GITHUB_JSON)
    if service == "openalex":
        return openalex_spent(request)
    return Reply(429, {"error": "Too Many Requests"})
