"""Forms of lists met in the wild since forms_more.py was mastered.

As forms_more.py: an entry enters, its lines leave.  A form that writes
something else than the entry's slots, or writes none where words stand that
look like one, says so (`says`).  They move to forms_more.py once they are
read; what is here has a sum of its own.
"""
from forms import first_url, links
from forms_more import family_first, initials, joined, people

MONTHS = ("January February March April May June July August September "
          "October November December").split()
KINDS = ("Lean", "Coq", "Isabelle", "NL", "HOL Light")
SPEECHES = ("Hindi, Tamil and Odia", "Czech, Polish, Slovak",
            "Anger, Joy, Fear and Surprise")


def says(entry, **slots):
    """What the line says where it differs from the entry's own slots."""
    entry["truth"]["written"].update(slots)


def venue_of(entry):
    return entry["venue"] or "arXiv"


def month_words(entry):
    return "%s %s" % (MONTHS[int(entry["month"][5:]) - 1], entry["month"][:4])


def after(entry, how="[%s](%s)", between=" "):
    return between.join(how % one for one in entry["links"][1:])


def given_back(name):
    parts = name.replace(" et al", "").split(" ")
    return "%s, %s" % (parts[-1], " ".join(parts[:-1]))


def more(entry):
    return "".join(entry["authors"]).endswith(" et al")


def bracket_first(entry):
    return ["%d. (%d %s) **%s.**" % (entry["number"], entry["year"],
                                     venue_of(entry),
                                     entry["title"].rstrip("."))] + (
        ["   _%s_." % people(entry)] if entry["authors"] else []) + [
        "   " + links(entry, "[[%s](%s)]")]


def linked_people(entry):
    who = ["[%s](https://people.example/%d)" % (one, at)
           if (entry["number"] + at) % 2 else one
           for at, one in enumerate(entry["authors"])]
    return ["**%s.**<br>" % entry["title"].rstrip(".")] + (
        ["*%s.*<br>" % ", ".join(who)] if who else []) + [
        "%s %d. %s" % (venue_of(entry), entry["year"],
                       links(entry, "[[%s](%s)]")), ""]


def summary_anchor(entry):
    return ["<details><summary>%s (%d) %s \U0001f4b8</summary>" % (
        entry["title"], entry["year"], " ".join(
            "[<a href=\"%s\">%s</a>]" % (url, role)
            for role, url in entry["links"])),
        "", "\u201c\u2026we show that it can be done.\u201d", "",
        "</details>", ""]


def square_slot(entry):
    return "- [%s] %s" % (joined(
        entry["title"], "".join(entry["authors"][:1]),
        "%s %d" % (venue_of(entry), entry["year"])),
        links(entry, "[[%s]](%s)"))


def name_people_quote(entry):
    name = entry["title"].split(" ")[0].strip(":")
    return ["* **%s:** %s<br />" % (name, people(entry) + "."
                                    if entry["authors"] else ""),
            "  \"%s.\" %s (%d%s)." % (
                entry["title"].rstrip("."), venue_of(entry), entry["year"],
                " **oral**" if entry["number"] % 5 == 0 else "")] + [
        "  [[%s](%s)]" % one for one in entry["links"]] + [""]


def role_lines(entry):
    return ["- " + entry["title"], ""] + [
        "    Author: %s | %s" % (given_back(one), entry["institute"])
        for one in entry["authors"]] + [
        "", "    keyword: Planning; Control", "",
        "    Abstract : We look at what nobody had looked at.", "",
        "    " + links(entry), ""]


def emoji_labels(entry):
    return ["- [%s](%s)" % (entry["title"], first_url(entry) or "#")] + (
        ["    - " + people(entry)] if entry["authors"] else []) + [
        "    - \U0001f3db\ufe0f Institutions: " + entry["institute"],
        "    - \U0001f4c5 Date: %s %s" % tuple(month_words(entry).split()),
        "    - \U0001f4d1 Publisher: " + venue_of(entry),
        "    - \U0001f511 Key: [planning], [%s]" % KINDS[entry["number"] % 5]]


def dotted_journal(entry):
    venue = "J. %s. Comput. Res." % (entry["venue"] or "Artif").replace(
        "J. ", "")[:5].capitalize()
    says(entry, venue=venue)
    return ["%d. **%s.** %s %d %s [bib](bib/%d.md)" % (
        entry["number"], entry["title"].rstrip("."), venue, entry["year"],
        links(entry), entry["number"])] + (
        ["", "    *%s*" % people(entry, ", ")] if entry["authors"] else []) \
        + [""]


def tags_behind(entry):
    who = " and ".join(given_back(one) for one in entry["authors"])
    at = entry["number"] % 5
    return ["1. **%s** `%s %d` %s [%s, %s]" % (
        entry["title"], venue_of(entry), entry["year"],
        links(entry, "[[%s]](%s)"), KINDS[at], KINDS[at - 1])] + (
        ["", "   *%s*" % (who + " and others" * more(entry))] if who else []
        ) + [""]


def icon_link(entry):
    icon = ("<img src=\"https://github.com/team-icons/all/blob/main/%s.svg\" "
            "alt=\"%s\" width=\"15\">")
    return "- [%s] **[%s](%s)** %s ![LLM](https://img.shields.io/badge/LLM-" \
        "589cf4)" % (entry["month"].replace("-", "/"), entry["title"],
                     first_url(entry) or "#", " ".join(
                         "[%s](%s)" % (icon % (role, role), url)
                         for role, url in entry["links"][1:]))


def html_row(entry):
    return ["<tr>", "  <td>%d</td>" % entry["number"],
            "  <td><a href=\"%s\"><b>%s</b></a><br><i>%s</i></td>" % (
                first_url(entry) or "#", entry["title"], people(entry)),
            "  <td>%s</td><td>%d</td>" % (venue_of(entry), entry["year"]),
            "  <td>%s</td>" % " ".join(
                "<a href=\"%s\">%s</a>" % (url, role)
                for role, url in entry["links"][1:]), "</tr>"]


def broken_cell(entry):
    url = first_url(entry)
    if url and entry["number"] % 3 == 0:
        url += "  code: x%dk" % entry["number"]
    return "| %d | %s | %d | %s |" % (
        entry["number"], "[%s](%s)" % (entry["title"], url) if url
        else entry["title"], entry["year"], venue_of(entry))


def vancouver(entry):
    url = first_url(entry) or ""
    number = url.split("/abs/")[-1].split("/pdf/")[-1]
    who = ", ".join("%s %s" % (one.split(" ")[-1], initials(one).replace(
        ". ", "").rstrip(".")) for one in (
        one.replace(" et al", "") for one in entry["authors"]))
    return "%d. %s%s. %s. %d;%d(3):%d-9. %s" % (
        entry["number"], who + (", et al" if more(entry) else "") + ". "
        if who else "", entry["title"].rstrip("."), venue_of(entry),
        entry["year"], entry["number"] + 4, entry["number"] + 40,
        "arXiv:" + number if "arxiv.org" in url else
        "doi:" + url.split("doi.org/")[-1] if "doi.org" in url else url)


def numbered_norm(entry):
    who = ", ".join(
        "%s %s" % (one.split(" ")[-1].upper(), one[0])
        for one in (one.replace(" et al", "") for one in entry["authors"]))
    return ["[%d] %s%s[%s %s, %d: %d-%d. %s" % (
        entry["number"], who + (", et al" if more(entry) else "") + ". "
        if who else "", entry["title"].rstrip("."),
        "J]." if entry["number"] % 2 else "C]//", venue_of(entry),
        entry["year"], entry["number"], entry["number"] + 8,
        links(entry, "[[%s](%s)]")), ""]


def modern(entry):
    who = [given_back(entry["authors"][0])] + entry["authors"][1:] \
        if entry["authors"] else []
    return "* %s\"%s.\" %s (%d). %s" % (
        (", and ".join(who) + (", et al" if more(entry) else "")).rstrip(".")
        + ". " if who else "", entry["title"].rstrip("."), venue_of(entry),
        entry["year"], links(entry, "[[%s]](%s)"))


def citation_linked(entry):
    who = " and ".join("%s %s" % (initials(one), one.split(" ")[-1])
                       for one in (one.replace(" et al", "")
                                   for one in entry["authors"]))
    return "- [%s\"%s,\" in %s, %d.](%s) %s" % (
        who + (" et al." if more(entry) else "") + ", " if who else "",
        entry["title"], venue_of(entry), entry["year"],
        first_url(entry) or "#", after(entry))


def chinese_words(entry):
    names = {"paper": "原文", "code": "源码", "data": "数据集",
             "model": "权重", "blog": "解读"}
    return "- 《%s》%s发表于 %s，%s年%d月。%s" % (
        entry["title"], "作者：%s。" % people(entry, "、", "、")
        if entry["authors"] else "", venue_of(entry), entry["month"][:4],
        int(entry["month"][5:]), " ".join(
            "[[%s](%s)]" % (names.get(role, role), url)
            for role, url in entry["links"]))


def japanese_below(entry):
    return ["* [%s](%s)" % (entry["title"], first_url(entry) or "#"),
            "  * 掲載: %s、%d年" % (venue_of(entry), entry["year"])] + (
        ["  * 著者: %s" % people(entry, "、", "、")]
        if entry["authors"] else []) + (
        ["  * %s: [こちら](%s)" % ("実装" if role == "code" else "その他", url)
         for role, url in entry["links"][1:]])


def korean_table(entry):
    return "| %s | %s | %s | %s | %s |" % (
        entry["title"], venue_of(entry), entry["month"].replace("-", "."),
        people(entry, ", "), " ".join(
            "[%s](%s)" % ({"paper": "원문", "code": "구현"}.get(role, role),
                          url) for role, url in entry["links"]) or "-")


def slavic_words(entry):
    names = {"paper": "artyku\u0142", "code": "kod", "data": "dane",
             "model": "model", "blog": "wpis"}
    return "- **%s** (%s) \u2013 %s" % (
        entry["title"], joined(people(entry, " i "), str(entry["year"]),
                               entry["venue"]), " \xb7 ".join(
            "[%s](%s)" % (names.get(role, role), url)
            for role, url in entry["links"]))


def titled_heading(entry):
    made = ["### %s (%s %d)" % (entry["title"], venue_of(entry),
                                entry["year"]), ""]
    for role, url in entry["links"]:
        made += ["* <img src=\"image/%s.png\">[%s](%s)" % (
            role, role.capitalize(), url), ""]
    return made + ["**Abstract:** We look at what nobody had looked at.", ""]


def unfolded(entry):
    made = ["<details><summary><b><a href=\"%s\">%s</a></b> (\U0001f949%d "
            "\xb7 \u2b50 %d \xb7 \U0001f4a4) - Nothing like it. <code><a "
            "href=\"http://bit.example/mit\">MIT</a></code> <code>C++</code>"
            "</summary>" % (first_url(entry) or "#", entry["title"],
                            entry["number"], 7 * entry["number"]), ""]
    for role, url in entry["links"][1:]:
        made += ["- [%s](%s) (\U0001f500 9 \xb7 \u23f1\ufe0f 03.04.2025):" % (
            "GitHub" if role == "code" else "Hub", url), "",
            "\t```", "\tgit clone " + url, "\t```"]
    return made + ["</details>"]


def paragraphs(entry):
    return ["\u201c%s\u201d  " % entry["title"], "%s -- %s, %s -- %s" % (
        people(entry) or entry["institute"], venue_of(entry),
        month_words(entry), links(entry)), ""]


def fenced_bib(entry):
    return ["#### %s" % entry["title"], "", links(entry, "[[%s](%s)]"), "",
            "```bibtex", "@inproceedings{k%d," % entry["number"],
            "  title = {%s}," % entry["title"],
            "  author = {%s}," % " and ".join(entry["authors"]),
            "  booktitle = {%s}," % venue_of(entry),
            "  year = {%d}" % entry["year"], "}", "```", ""]


def name_in_link(entry):
    name = entry["title"].split(" ")[0].strip(":").upper()
    return "* [[%s] %s (%s %d)](%s) <br />" % (
        name, entry["title"], entry["institute"].split(" ")[-1],
        entry["year"], first_url(entry) or "#")


def awarded(entry):
    note = ("", " oral", " Best Paper Award", " submission")[
        entry["number"] % 4]
    return "- %s %d%s, %s, %s" % (venue_of(entry), entry["year"], note,
                                  entry["title"], links(entry, between=" / "))


def described(entry):
    says(entry, authors=[], venue=None)
    return "- [%s](%s): %s. Crawls between 2012 and 2016; see [this page]" \
        "(https://notes.example/%d) for details." % (
            entry["title"], first_url(entry) or "#",
            SPEECHES[entry["number"] % 3], entry["number"])


def reviewed(entry):
    return "- %s%d. _%s_. %s. %s" % (
        family_first(entry) + ". " if entry["authors"] else "",
        entry["year"], entry["title"].rstrip("."), venue_of(entry),
        links(entry, "<%.0s%s>"))


def barred_bold(entry):
    says(entry, month=entry["month"])
    return ["- **%s  %d-%d | All | %s | %s**" % (
        entry["title"], int(entry["month"][:4]), int(entry["month"][5:]),
        KINDS[entry["number"] % 5], links(entry, between=" | ")),
        "  - Publisher: " + entry["institute"],
        "  - Size: %d instances" % (1000 + entry["number"]),
        "  - License: Apache-2.0", ""]


def three_lines(entry):
    who = ", ".join(given_back(one) for one in entry["authors"])
    return ["- <a name=\"n%d\"></a>%s," % (
        entry["number"], (who or entry["institute"]) + (
            " et al." if more(entry) else "")) + "  ",
        "*[%s](%s)*,  " % (entry["title"], first_url(entry) or "#"),
        "%s, %d. %s" % (venue_of(entry), entry["year"], after(entry))]


def data_heading(entry):
    who = " and ".join("%s %s" % (initials(one), one.split(" ")[-1])
                       for one in (one.replace(" et al", "")
                                   for one in entry["authors"]))
    return ["#### " + entry["title"].split(" ")[0].strip(":") + "-%dk" % (
        entry["number"]), "", "* Paper: %s\"[%s](%s),\" in *%s*, %d, "
        "pp. 1-8." % (who + ", " if who else "", entry["title"],
                      first_url(entry) or "#", venue_of(entry),
                      entry["year"])] + [
        "* %s: <%s>" % ("Project" if role == "code" else "Download", url)
        for role, url in entry["links"][1:]] + [
        "", "Some %d images with masks." % (100 * entry["number"]), ""]


def name_then_title(entry):
    return ["- **%s** [[%s]]() %s. %s [%s]  " % (
        entry["title"].split(" ")[0].strip(":").upper() + "-2",
        entry["institute"].split(" ")[-1], MONTHS[int(entry["month"][
            5:]) - 1][:3], entry["month"][:4],
        "open" if entry["number"] % 2 else "close"),
        "   %s %s" % (entry["title"], links(entry, "[[%s]](%s)")), "",
        "  ```yaml", "  Params: %dB" % entry["number"], "  ```", ""]


def lone_person(entry):
    says(entry, authors=entry["authors"][:1])
    return ["- **%s (%s %d)**" % (entry["title"], venue_of(entry),
                                  entry["year"])] + [
        "  - " + one for one in entry["authors"][:1]] + [
        "  - [[%s]](%s)" % one for one in entry["links"]]


def linkless(entry):
    truth = entry["truth"]
    truth["linked"], entry["links"] = [], []
    if truth["by"] == "id":
        truth["by"] = "title"
    if (truth["planted"] or "").startswith(("wrong", "dead")):
        truth["planted"], truth["wrong_ids"] = None, {}
    return "* %s (%s)" % (entry["title"], "%s %d" % (
        entry["venue"], entry["year"]) if entry["venue"] else entry["year"])


FORMS = {
    "bracket-first": (bracket_first, (
        "### 2.4 Words in Graphs (for Social Uses, Robustness, etc.)", "")),
    "linked-people": (linked_people, ()),
    "summary-anchor": (summary_anchor, ()), "square-slot": (square_slot, ()),
    "name-people-quote": (name_people_quote, ()),
    "role-lines": (role_lines, ()), "emoji-labels": (emoji_labels, ()),
    "dotted-journal": (dotted_journal, ()), "tags-behind": (tags_behind, ()),
    "icon-link": (icon_link, ()), "html-row": (html_row, (
        "<table>", "<tr><th>No.</th><th>Title and people</th><th>Where</th>"
        "<th>When</th><th>More</th></tr>")),
    "broken-cell": (broken_cell, ("| No. | Work | Year | Where |",
                                  "|---|---|---|---|")),
    "vancouver": (vancouver, ()), "numbered-norm": (numbered_norm, ()),
    "modern": (modern, ()), "citation-linked": (citation_linked, ()),
    "chinese-words": (chinese_words, ()),
    "japanese-below": (japanese_below, ()),
    "korean-table": (korean_table, ("| 제목 | 학회 | 발표 | 저자 | 링크 |",
                                    "|---|---|---|---|---|")),
    "slavic-words": (slavic_words, ()), "titled-heading": (titled_heading, ()),
    "unfolded": (unfolded, ()), "paragraphs": (paragraphs, ()),
    "fenced-bib": (fenced_bib, ()), "name-in-link": (name_in_link, ()),
    "awarded": (awarded, ()), "described": (described, ()),
    "reviewed": (reviewed, ()), "barred-bold": (barred_bold, ()),
    "three-lines": (three_lines, ()), "data-heading": (data_heading, ()),
    "name-then-title": (name_then_title, ()),
    "lone-person": (lone_person, ()), "linkless": (linkless, ())}
AFTER = {"html-row": "</table>"}
SHOWS = {
    "bracket-first": "title authors venue year",
    "linked-people": "title authors venue year",
    "summary-anchor": "title year", "square-slot": "title venue year",
    "name-people-quote": "title authors venue year",
    "role-lines": "title authors",
    "emoji-labels": "title authors venue month one-link",
    "dotted-journal": "title authors venue year",
    "tags-behind": "title authors venue year", "icon-link": "title month",
    "html-row": "title authors venue year",
    "broken-cell": "title venue year one-link",
    "vancouver": "title venue year one-link",
    "numbered-norm": "title venue year", "modern": "title authors venue year",
    "citation-linked": "title venue year",
    "chinese-words": "title authors venue month",
    "japanese-below": "title authors venue year",
    "korean-table": "title authors venue month",
    "slavic-words": "title authors venue year",
    "titled-heading": "title venue year", "unfolded": "title",
    "paragraphs": "title venue month", "fenced-bib": "title",
    "name-in-link": "title year one-link", "awarded": "title venue year",
    "described": "title one-link", "reviewed": "title venue year",
    "barred-bold": "title month", "three-lines": "title authors venue year",
    "data-heading": "title venue year", "name-then-title": "title month",
    "lone-person": "title authors venue year", "linkless": "title year"}
