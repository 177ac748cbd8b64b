"""The works of a world: what is true of each, and what each service says.

A number and a seed enter; rows for the stand-in's shelf leave, as its
fixtures are written, with two members more: `unknown_to` names the services
that do not have the work, `said` what one of them says instead.
"""
from words import SYLLABLES, Dice, common, title, word

ARXIV_LICENSES = ("nonexclusive nonexclusive nonexclusive by by by-nc-sa "
                  "by-nc-nd by-sa zero").split() + [None]
SPDX = {"nonexclusive": "LicenseRef-arXiv-nonexclusive-distrib-1.0",
        "by": "CC-BY-4.0", "by-sa": "CC-BY-SA-4.0",
        "by-nc-sa": "CC-BY-NC-SA-4.0", "by-nc-nd": "CC-BY-NC-ND-4.0",
        "zero": "CC0-1.0", "mit": "MIT", "apache-2.0": "Apache-2.0",
        "cc-by-4.0": "CC-BY-4.0", "cc-by-nc-4.0": "CC-BY-NC-4.0",
        "bsd-3-clause": "BSD-3-Clause", "gpl-3.0": "GPL-3.0-only"}
HUB_LICENSES = ["apache-2.0", "mit", "cc-by-4.0", "cc-by-nc-4.0", None]
CODE_LICENSES = ["MIT", "Apache-2.0", "GPL-3.0", "BSD-3-Clause", None]
LAST_MONTH = 2025 * 12 + 5      # June 2025: no clock makes a date the future


def venue(n):
    """(name, short name, of a conference?) of the nth of 64."""
    dice = Dice(7000 + n % 64)
    one, two = (word(400 + dice.throw(5000)).capitalize() for _ in range(2))
    if n % 3:
        short = "".join(SYLLABLES[dice.throw(80)][0] for _ in range(4)).upper()
        return ("Proceedings of the Conference on %s and %s" % (one, two),
                short, True)
    return "Journal of %s %s" % (one, two), "J. %s" % one, False


def people(dice, most=6):
    """Families are many, as in life: whom two works share says something."""
    return ["%s %s%s" % (word(dice.throw(400)).capitalize(),
                         "%s. " % "ABCDEFGHJKLM"[dice.throw(12)]
                         if dice.throw(4) == 0 else "",
                         word(1000 + dice.throw(60000)).capitalize())
            for _ in range(1 + dice.throw(most))]


def day_of(month, dice):
    return "%d-%02d-%02d" % (month // 12, month % 12 + 1, 1 + dice.throw(28))


class Works:
    """Makes works in turn; numbers in ids are dealt out once."""

    def __init__(self, seed):
        self.seed, self.made = seed, 0
        self.monthly = {}           # month → last number of an arXiv id
        self.models, self.papers = [], []

    def dice(self):
        self.made += 1
        return Dice((self.seed << 24) + self.made)

    def arxiv(self, month):
        number = self.monthly.get(month, 0) + 1 + (month * 7 + self.made) % 3
        self.monthly[month] = number
        return "%02d%02d.%05d" % (month // 12 % 100, month % 12 + 1, number)

    # -- papers ----------------------------------------------------------
    def paper(self, like=None, how="title"):
        """A new one; `like`: what is easily taken for that one by `how`:
        nearly its `title`, its `name`, its `people`, its `journal` version."""
        dice = self.dice()
        number = self.made
        name = title((self.seed << 24) + number)
        authors = people(dice)
        month = LAST_MONTH - dice.throw(60)
        kind = dice.throw(100)
        if how == "title" and like is not None:
            name = neighbour(like["title"], dice)
            if dice.throw(2):       # a sequel by some of the same people
                authors = like["authors"][:1] + authors
        elif how == "name":
            name = "%s: %s" % (like["title"].split(":")[0],
                               name.split(": ")[1])
        elif how == "people":
            authors = like["authors"][:2] + authors[:2]
        elif how == "journal":
            name, authors, kind = like["title"], like["authors"], 99
            month = min(LAST_MONTH, 24 + 12 * like["year"])
        ids, row = {}, {"kind": "paper", "title": name, "authors": authors}
        if kind < 76:
            ids["arxiv"] = self.arxiv(month)
            row["first_public"] = day_of(month, dice)
            row["arxiv_license"] = ARXIV_LICENSES[
                dice.throw(len(ARXIV_LICENSES))]
        published = kind >= 48
        if published:
            later = min(LAST_MONTH, month + dice.throw(12))
            row["published"] = max(day_of(later, dice),
                                   row.get("first_public", ""))
            row["venue"], row["short"], conference = venue(
                dice.throw(21) * 3 if how == "journal" else dice.throw(64))
            row["crossref_type"] = ("proceedings-article" if conference
                                    else "journal-article")
            ids["doi"] = "10.5555/%s.%d" % (word(dice.throw(900)), number)
            if dice.throw(10) < 4:
                row["license"] = ("by", "by", "by-nc-nd", "by-nc-sa")[
                    dice.throw(4)]
            if dice.throw(3) == 0:
                row["arxiv_doi"] = False
        else:
            row["venue"] = None
        row["year"] = int((row.get("published")
                           or row["first_public"])[:4])
        row["ids"], row["key"] = ids, "w%06d" % number
        self.gaps(row, dice)
        self.papers.append(row)
        return row

    def gaps(self, row, dice):
        """What services lack, and where they spell otherwise."""
        unknown, said = [], {}
        doi = "doi" in row["ids"]
        if dice.throw(100) < 4:
            unknown.append("semanticscholar")
        if doi and dice.throw(100) < 6:
            unknown.append("crossref")
        if doi and dice.throw(100) < 12:
            unknown.append("openalex")
        if dice.throw(100) < 3:
            said["semanticscholar"] = {"authors": []}
        elif doi and dice.throw(100) < 20:
            said["semanticscholar"] = {"venue": None}
        elif dice.throw(100) < 8:
            said["semanticscholar"] = {"title": row["title"].lower()}
        if doi and dice.throw(100) < 6:
            said["crossref"] = {"authors": []}
        elif doi and dice.throw(100) < 6:
            said["crossref"] = {"title": row["title"].split(": ")[0]
                                + ": " + row["title"].split(": ")[1]
                                .capitalize()}
        if unknown:
            row["unknown_to"] = unknown
        if said:
            row["said"] = said

    def nobody_knows(self, row):
        row["unknown_to"] = ["semanticscholar", "arxiv", "arxiv_oai",
                             "crossref", "openalex"]

    # -- artifacts -------------------------------------------------------
    def hub(self, kind, paper=None):
        dice = self.dice()
        owner = "lab-" + word(dice.throw(120) ** 2)
        name = "%s/%s-%d" % (owner, word(3000 + dice.throw(9000)), self.made)
        row = {"kind": kind, "id": name, "key": "w%06d" % self.made,
               "license": HUB_LICENSES[dice.throw(len(HUB_LICENSES))],
               "names": []}
        if paper is not None and "arxiv" in paper["ids"] and dice.throw(2):
            row["names"].append(paper["ids"]["arxiv"])
        if kind == "model" and self.models and dice.throw(3) == 0:
            row["base_model"] = self.models[dice.throw(len(self.models))]["id"]
        if kind == "model":
            self.models.append(row)
        return row

    def code(self, paper=None):
        dice = self.dice()
        name = "team-%s/%s-%d" % (word(dice.throw(300)),
                                  common(dice, 4000), self.made)
        row = {"kind": "code", "id": name, "key": "w%06d" % self.made,
               "license": CODE_LICENSES[dice.throw(len(CODE_LICENSES))]}
        if paper is not None and dice.throw(2):
            row["description"] = "Code of " + paper["title"]
        return row


def neighbour(name, dice):
    """Nearly the same title, and another work's."""
    parts = name.split(" ")
    how = dice.throw(3)
    if how == 0:
        return name + " II"
    if how == 1:
        parts[-1] = word(5000 + dice.throw(1 << 18))
        return " ".join(parts)
    return "%s and %s" % (name, word(5000 + dice.throw(1 << 18)))


def licenses(row):
    """The SPDX names of the preprint's and the published version's, or null."""
    return {"preprint": SPDX.get(row.get("arxiv_license")),
            "published": SPDX.get(row.get("license"))}
