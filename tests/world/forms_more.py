"""More forms of lists, in many languages, slots in any order.

An entry enters, its lines leave, as in forms.py; SHOWS says which slots a
form writes (`authors` all that the entry has, `year` or `month` of its date)
and which of its links, where not all.
Whoever builds the reader may look at these, not at forms_held.py.
"""
from forms import first_url, linked, links

MONTHS_ES = ("enero febrero marzo abril mayo junio julio agosto septiembre "
             "octubre noviembre diciembre").split()


def said(entry, words, how="[%s](%s)", between=" ", skip=0):
    """Its links, labelled in the list's own language."""
    return between.join(how % (words.get(role, role), url)
                        for role, url in entry["links"][skip:])


def people(entry, last=" and ", between=", "):
    names = entry["authors"]
    if len(names) < 2:
        return "".join(names)
    return between.join(names[:-1]) + last + names[-1]


def initials(name):
    parts = name.split(" ")
    return " ".join(one[0] + "." for one in parts[:-1])


def family_first(entry, between=", ", last=", & "):
    names = [one if one.endswith(" et al") else "%s, %s" % (
        one.split(" ")[-1], initials(one)) for one in entry["authors"]]
    return between.join(names[:-1]) + (last if names[1:] else "") + names[-1] \
        if names else ""


def joined(*parts, by=", "):
    return by.join(one for one in parts if one)


def russian(entry):
    return "- %s — %s. %s" % (
        entry["title"], joined(people(entry, " и "), entry["venue"],
                               str(entry["year"])),
        said(entry, {"paper": "статья", "code": "код", "data": "данные",
                     "model": "модель", "blog": "блог"}))


def chinese(entry):
    return "- **[%s %d]** %s. %s" % (
        entry["venue"] or "arXiv", entry["year"], entry["title"],
        said(entry, {"paper": "论文地址", "code": "代码", "data": "数据",
                     "model": "模型", "blog": "博客"}))


def japanese(entry):
    return "| %s | %d | %s | %s | %s |" % (
        linked(entry), entry["year"], entry["venue"] or "arXiv",
        entry["institute"], said(entry, {"code": "コード", "data": "データ",
                                         "model": "モデル"}, skip=1) or "-")


def korean(entry):
    return "- (%s) %s %s" % (
        entry["month"].replace("-", "."), entry["title"],
        said(entry, {"paper": "논문", "code": "코드", "data": "데이터",
                     "model": "모델", "blog": "블로그"}, between=" / "))


def portuguese(entry):
    return "* %s. %s%s (%d). %s" % (
        entry["title"], people(entry, " e ") + ". " if entry["authors"]
        else "", entry["venue"] or "arXiv", entry["year"],
        said(entry, {"paper": "artigo", "code": "código", "data": "dados",
                     "model": "modelo"}, between=", "))


def spanish(entry):
    return "%d. «%s» — %s*%s*, %s de %d. %s" % (
        entry["number"], entry["title"],
        people(entry, " y ") + ". " if entry["authors"] else "",
        entry["venue"] or "arXiv", MONTHS_ES[int(entry["month"][5:]) - 1],
        int(entry["month"][:4]),
        said(entry, {"paper": "artículo", "code": "código", "data": "datos",
                     "model": "modelo"}, "[%s](%s)"))


def german(entry):
    return ["- **%s**" % entry["title"]] + (
        ["  - *Verfasser:* %s" % people(entry, " und ")]
        if entry["authors"] else []) + [
        "  - *Erschienen:* %s, %d" % (entry["venue"] or "arXiv",
                                      entry["year"])] + (
        ["  - " + said(entry, {"paper": "Aufsatz", "code": "Quelltext",
                               "data": "Daten", "model": "Modell"},
                       between=" · ")] if entry["links"] else [])


def french(entry):
    who = [one.replace(" et al", "").split(" ")[-1]
           for one in entry["authors"]]
    more = len(who) > 1 or "".join(entry["authors"]).endswith(" et al")
    return "- %s (%s%d)%s %s" % (
        entry["title"], who[0] + (" et al., " if more else ", ") if who
        else "", entry["year"],
        ", *%s*" % entry["venue"] if entry["venue"] else "",
        said(entry, {"paper": "article", "data": "données",
                     "model": "modèle"}, "[[%s]](%s)"))


def folded(entry):
    return ["<details><summary>%s (%s %d)</summary>" % (
        entry["title"], entry["venue"] or "arXiv", entry["year"]), ""] + [
        "- [%s](%s)" % one for one in entry["links"]] + [
        "- Institute: " + entry["institute"], "", "</details>", ""]


def pictured(entry):
    return "- %s - %s (%s)" % (
        entry["date"], entry["title"],
        said(entry, {"paper": ":page_facing_up:", "code": ":octocat:",
                     "data": ":floppy_disk:", "model": ":robot:",
                     "blog": ":newspaper:"}, between=", "))


def ticked(entry):
    return "- `%s` %s%s%s, %s" % (
        entry["month"], "**%s**: " % entry["name"] if entry["name"] else "",
        entry["title"], ", *%s*" % entry["venue"] if entry["venue"] else "",
        links(entry, between=", "))


def venue_label(entry):
    label = "%s %d" % (entry["venue"] or "arXiv", entry["year"])
    return "+ %s %s" % (entry["title"], " ".join(
        "[[%s](%s)]" % (label if role == "paper" else role, url)
        for role, url in entry["links"]))


def apa(entry):
    return "- %s(%d). %s. *%s*. %s" % (
        family_first(entry) + " " if entry["authors"] else "", entry["year"],
        entry["title"].rstrip("."), entry["venue"] or "arXiv preprint",
        links(entry))


def quoted(entry):
    who = ", ".join(one if one.endswith(" et al") else "%s %s" % (
        initials(one), one.split(" ")[-1]) for one in entry["authors"])
    return "- [%d] %s\"%s,\" in *%s*, %d. %s" % (
        entry["number"], who + ", " if who else "", entry["title"],
        entry["venue"] or "arXiv", entry["year"], links(entry, "[%s](%s)"))


def piped(entry):
    return "- %s | %s | %s | %s" % (
        entry["title"], people(entry) or entry["institute"],
        "%s %d" % (entry["venue"] or "arXiv", entry["year"]),
        links(entry, between=" | "))


def headed(entry):
    return ["#### " + entry["title"], "", "*%s*  " % (
        people(entry) or entry["institute"]), "%s, %d. %s" % (
        entry["venue"] or "arXiv", entry["year"], links(entry, "[[%s]](%s)")),
        ""]


def spelt_out(entry):
    url = first_url(entry) or ""
    number = url.split("/abs/")[-1].split("/pdf/")[-1]
    name = "arXiv:" + number if "arxiv.org" in url else \
        "doi:" + url.split("doi.org/")[-1] if "doi.org" in url else url
    return "- %s. %s, %d. %s" % (entry["title"], entry["venue"] or "Preprint",
                                 entry["year"], name)


def badged(entry):
    made = []
    for role, url in entry["links"]:
        what = url.rsplit("/", 1)[-1].replace("-", "--")
        if role == "code":
            made.append("![Star](https://img.shields.io/github/stars/%s.svg"
                        "?style=social)" % url.split("github.com/")[-1])
        made.append("[![%s](https://img.shields.io/badge/%s-%s-b31b1b.svg)]"
                    "(%s)" % (role, role, what, url))
    return "- **%s**, %s %d %s" % (entry["title"], entry["venue"] or "arXiv",
                                   entry["year"], " ".join(made))


def addressed(entry):
    return "- " + (first_url(entry) or entry["title"])


def short_year(entry):
    return "* %s, %s'%02d. %s" % (
        entry["title"], entry["venue"] or "arXiv", entry["year"] % 100,
        links(entry, "[\\[%s\\]](%s)"))


def mute_table(entry):
    return "| %d | %s %d | %s | %s | %s |" % (
        entry["number"], entry["venue"] or "arXiv", entry["year"],
        people(entry) or entry["institute"], linked(entry),
        links(dict(entry, links=entry["links"][1:])) or "-")


def italian(entry):
    return ["- %s  " % linked(entry), "  %s%s, %d." % (
        people(entry, " e ") + ". " if entry["authors"] else "",
        entry["venue"] or "arXiv", entry["year"])] + (
        ["  " + said(entry, {"code": "codice", "data": "dati",
                             "model": "modello"}, skip=1)]
        if entry["links"][1:] else [])


FORMS = {
    "russian": (russian, ()), "chinese": (chinese, ()),
    "japanese": (japanese, ("| 論文 | 公開年 | 会議 | 開発元 | 公開物 |",
                            "|---|---|---|---|---|")),
    "korean": (korean, ()), "portuguese": (portuguese, ()),
    "spanish": (spanish, ()), "german": (german, ()),
    "french": (french, ()), "folded": (folded, ()),
    "pictured": (pictured, ()), "ticked": (ticked, ()),
    "venue-label": (venue_label, ()), "apa": (apa, ()),
    "quoted": (quoted, ()), "piped": (piped, ()), "headed": (headed, ()),
    "spelt-out": (spelt_out, ()), "badged": (badged, ()),
    "addressed": (addressed, ()), "short-year": (short_year, ()),
    "mute-table": (mute_table, ("| | | | | |", "|---|---|---|---|---|")),
    "italian": (italian, ())}
SHOWS = {
    "russian": "title authors venue year", "chinese": "title venue year",
    "japanese": "title venue year", "korean": "title month",
    "portuguese": "title authors venue year",
    "spanish": "title authors venue month",
    "german": "title authors venue year", "french": "title venue year",
    "folded": "title venue year", "pictured": "title month",
    "ticked": "title venue month", "venue-label": "title year",
    "apa": "title venue year", "quoted": "title venue year",
    "piped": "title authors venue year", "headed": "title authors venue year",
    "spelt-out": "title venue year one-link", "badged": "title venue year",
    "addressed": "one-link", "short-year": "title venue year",
    "mute-table": "title authors venue year",
    "italian": "title authors venue year"}
