"""Forms that are held out: the reader is measured with them, not built.

Whoever builds the reader looks at forms.py and forms_more.py and leaves this
file alone; `make bench` prints of these only what they come to together.
"""
from forms import first_url, linked, links
from forms_more import joined, people, said


def dutch(entry):
    return "- %s '%02d · **%s** · %s%s" % (
        entry["venue"] or "arXiv", entry["year"] % 100, entry["title"],
        people(entry, " en ") + " · " if entry["authors"] else "",
        said(entry, {"paper": "artikel", "data": "gegevens"}, between=" · "))


def polish(entry):
    return "| %s | %d | %s | %s | %s |" % (
        said(entry, {"code": "kod", "data": "dane"}, skip=1) or "brak",
        entry["year"], entry["venue"] or "arXiv", linked(entry),
        people(entry, " i "))


def turkish(entry):
    return "* %s %s" % (
        said(entry, {"paper": "Makale", "code": "Kod", "data": "Veri"}),
        joined(entry["title"], "%s %d" % (entry["venue"] or "arXiv",
                                          entry["year"]),
               people(entry, " ve "), by=" — "))


def arabic(entry):
    return "- %s %s، %s، %d" % (
        said(entry, {"paper": "ورقة", "code": "شيفرة", "data": "بيانات",
                     "model": "نموذج"}), entry["title"],
        entry["venue"] or "arXiv", entry["year"])


def vietnamese(entry):
    return "- 📄 %s | 🏛 %s | 🗓 %s/%s | 👤 %s %s" % (
        linked(entry), entry["venue"] or "arXiv", entry["month"][5:],
        entry["month"][:4], people(entry, " và ") or "—",
        said(entry, {"code": "💻", "data": "🗃", "model": "🤖"}, skip=1))


def defined(entry):
    return ["<dt>%s</dt>" % entry["title"], "<dd>%s. %s</dd>" % (
        joined(people(entry), "%s %d" % (entry["venue"] or "arXiv",
                                         entry["year"]), by=". "),
        " ".join('<a href="%s">%s</a>' % (url, role)
                 for role, url in entry["links"]))]


def block_quoted(entry):
    return ["%d. %s" % (entry["number"], entry["title"])] + (
        ["   > " + people(entry), "   >"] if entry["authors"] else []) + [
        "   > %s, %d %s" % (entry["venue"] or "arXiv", entry["year"],
                            links(entry, "[%s](%s)")), ""]


def greek(entry):
    return "- %d | %s | %s | %s | %s" % (
        entry["year"], entry["venue"] or "arXiv",
        people(entry, " και ") or "—", entry["title"],
        said(entry, {"paper": "άρθρο", "code": "κώδικας"}, between=" | "))


def html_table(entry):
    return "<tr><td>%d</td><td>%s</td><td><i>%s</i></td><td>%s</td><td>%s</td></tr>" % (
        entry["year"], '<a href="%s">%s</a>' % (
            first_url(entry), entry["title"]) if first_url(entry)
        else entry["title"], entry["venue"] or "arXiv",
        people(entry), " ".join('<a href="%s">%s</a>' % (url, role)
                                for role, url in entry["links"][1:]))


def hindi(entry):
    return "- **शोधपत्र:** %s%s **वर्ष:** %d %s" % (
        linked(entry), " **लेखक:** " + people(entry, " और ")
        if entry["authors"] else "", entry["year"],
        said(entry, {"code": "कोड", "data": "आँकड़े"}, skip=1))


def year_first(entry):
    return "- **%d** %s*%s*. %s. %s" % (
        entry["year"], people(entry) + ". " if entry["authors"] else "",
        entry["title"].rstrip("."), entry["venue"] or "arXiv",
        links(entry, "[[%s]](%s)"))


FORMS = {
    "dutch": (dutch, ()),
    "polish": (polish, ("| Kod | Rok | Konferencja | Tytuł | Autorzy |",
                        "|---|---|---|---|---|")),
    "turkish": (turkish, ()), "arabic": (arabic, ()),
    "vietnamese": (vietnamese, ()), "defined": (defined, ("<dl>",)),
    "block-quoted": (block_quoted, ()), "greek": (greek, ()),
    "html-table": (html_table, ("<table>",)), "hindi": (hindi, ()),
    "year-first": (year_first, ())}
AFTER = {"defined": "</dl>", "html-table": "</table>"}
SHOWS = {
    "dutch": "title authors venue year", "polish": "title authors venue year",
    "turkish": "title authors venue year", "arabic": "title venue year",
    "vietnamese": "title authors venue month",
    "defined": "title authors venue year",
    "block-quoted": "title authors venue year",
    "greek": "title authors venue year",
    "html-table": "title authors venue year", "hindi": "title authors year",
    "year-first": "title authors venue year"}
