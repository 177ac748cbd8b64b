"""The forms in which people keep lists; an entry's facts in, its line out.

Each form is a heading of its own (lines above the entries) and a function of
one entry.  An entry is a dict as generate.py makes it: title, name, venue,
date, year, authors, institute, license, links (role, url) in order.
"""


def links(entry, how="[%s](%s)", between=" ", roles=None):
    return between.join(how % one for one in entry["links"]
                        if roles is None or one[0] in roles)


def first_url(entry):
    return entry["links"][0][1] if entry["links"] else None


def linked(entry):
    url = first_url(entry)
    return "[%s](%s)" % (entry["title"], url) if url else entry["title"]


def rest(entry):
    return " ".join("[%s](%s)" % one for one in entry["links"][1:]) or "-"


def named(entry):
    if entry["name"]:
        return "**%s**: %s" % (entry["name"], entry["title"])
    return entry["title"]


def venue_first(entry):
    return "* [**%s, %s**] %s. %s" % (entry["venue"] or "Arxiv", entry["date"],
                                      named(entry), links(entry))


def institute_table(entry):
    badge = ""
    if entry["corpus"]:
        badge = (" <br> ![citations](https://img.shields.io/badge/dynamic/json"
                 "?url=https://api.semanticscholar.org/graph/v1/paper/CorpusID"
                 ":%d?fields=citationCount&query=%%24.citationCount)"
                 % entry["corpus"])
    return "| %s | %s%s | %s | %s" % (linked(entry), entry["institute"], badge,
                                      entry["month"], rest(entry))


def year_table(entry):
    return "|%d|%s|%s|" % (entry["year"], linked(entry),
                           entry["venue"] or "ArXiv")


def model_table(entry):
    name = entry["name"] or entry["title"].split(" ")[0].strip(":")
    paper = entry["kind"] == "paper"
    others = entry["links"][1:] if paper else entry["links"]
    return "| %s | %s | %s | %s |" % (
        name, linked(entry) if paper or entry["kind"] == "site" else "-",
        entry["license"] or "", " ".join("[%s](%s)" % one for one in others)
        or "-")


def cited(entry):
    return "- %s. %s. *%s*, %d. %s" % (
        linked(entry), ", ".join(entry["authors"]) or entry["institute"],
        entry["venue"] or "arXiv", entry["year"],
        " ".join("[[%s]](%s)" % one for one in entry["links"][1:]))


def numbered(entry):
    return "%d. **%s** %s (%s) %s" % (
        entry["number"], entry["title"],
        "— " + ", ".join(entry["authors"]) if entry["authors"] else "",
        " ".join(filter(None, (entry["venue"], str(entry["year"])))),
        links(entry, "[[%s]](%s)"))


def html_item(entry):
    return "<li>%s</li>" % " ".join(
        ["<b>%s</b>" % entry["title"]]
        + ['<a href="%s">%s</a>' % (url, role)
           for role, url in entry["links"]] + ["(%s)" % entry["date"]])


def label(entry):
    """- Title, Venue, 2024-05 [arXiv:2401.00001](…)"""
    shown = [("arXiv:" + url.rsplit("/", 1)[1] if "/abs/" in url else role,
              url) for role, url in entry["links"]]
    return "- %s, %s %s" % (entry["title"], entry["month"],
                            " ".join("[%s](%s)" % one for one in shown))


# Of a list: file, form of each of its sections in turn, share of the entries.
FORMS = {
    "venue-first": (venue_first, ()),
    "institute-table": (institute_table,
                        ("| Title | Institute | Date | Code |",
                         "| --- | --- | --- | --- |")),
    "year-table": (year_table, ("|Year|Title|Venue|", "|---|---|---|")),
    "model-table": (model_table, ("| Model | Paper | License | Link |",
                                  "|:--|:--|:--|:--|")),
    "cited": (cited, ()), "numbered": (numbered, ()), "label": (label, ()),
    "html-item": (html_item, ("<ul>",))}
AFTER = {"html-item": "</ul>"}
SHOWS = {"venue-first": "title venue month", "institute-table": "title month",
         "year-table": "title venue year one-link", "model-table": "",
         "cited": "title authors venue year",
         "numbered": "title authors venue year", "label": "title month",
         "html-item": "title month"}
LISTS = (("guide", ("venue-first",), 26),
         ("tables", ("institute-table",), 22),
         ("years", ("year-table", "label"), 16),
         ("models", ("model-table", "venue-first"), 12),
         ("reading", ("cited", "numbered"), 16),
         ("page", ("html-item", "cited"), 8))
# No column for what these are about: papers only.
PAPERS_ONLY = ("year-table",)
