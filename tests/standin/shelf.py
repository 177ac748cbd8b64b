"""What the stand-in knows: works, Hugging Face and GitHub repositories.

Fixture files enter (fixtures/*.jsonl, a map of titles, a folder of lists);
records leave, found by identifier.  README.md says which values are made up.
"""
import hashlib
import json
import math
import os
import re
import threading
import unicodedata
import zlib

ARXIV = re.compile(r"^(\d{4}\.\d{4,5}|[a-z-]+(\.[A-Z]{2})?/\d{7})(v\d+)?$")
DOI = re.compile(r"^10\.\d{4,9}/\S+$")
HF_PART = re.compile(r"^[A-Za-z0-9][A-Za-z0-9._-]{0,95}$")

LICENSES = {
    "nonexclusive": "http://arxiv.org/licenses/nonexclusive-distrib/1.0/",
    "by": "http://creativecommons.org/licenses/by/4.0/",
    "by-sa": "http://creativecommons.org/licenses/by-sa/4.0/",
    "by-nc-sa": "http://creativecommons.org/licenses/by-nc-sa/4.0/",
    "by-nc-nd": "http://creativecommons.org/licenses/by-nc-nd/4.0/",
    "zero": "http://creativecommons.org/publicdomain/zero/1.0/",
}


def draw(key, choices):
    """A choice that depends on nothing but the key."""
    return choices[zlib.crc32(key.encode()) % len(choices)]


clock = {"week": 0}


def count(key):
    """Every count is made up, and looks it: 1111, 2222, … 9999; then one more
    in each week of a world but every third, which is another for each."""
    crc, week = zlib.crc32(key.encode()), clock["week"]
    return 1111 * (1 + crc % 9) + week - (week + crc % 3) // 3


def orcid(name):
    """None for every other person; a number that looks made up, whose last sign is
    the check of ISO 7064 as ORCID has it."""
    crc = zlib.crc32(name.encode())
    if crc % 2:
        return None
    digits, total = "00000000%07d" % (crc % 10 ** 7), 0
    for digit in digits:
        total = (total + int(digit)) * 2
    sign = "0123456789X"[(12 - total % 11) % 11]
    return "https://orcid.org/" + "-".join((digits + sign)[i:i + 4] for i in range(0, 16, 4))


def fold(title):
    text = unicodedata.normalize("NFKC", title or "").casefold()
    return "".join(c for c in text if c.isalnum())


def words(title):
    return set(re.findall(r"\w+", (title or "").casefold()))


def canonical(kind, value):
    """The spelling under which the shelf keeps an identifier."""
    value = str(value)
    if kind in ("doi", "pmcid", "acl", "sha"):
        value = value.lower()
    if kind == "pmcid" and value.startswith("pmc"):
        value = value[3:]
    if kind == "arxiv":
        value = re.sub(r"^([a-z-]+)\.[A-Z]{2}/", r"\1/", value)
    return kind + ":" + value


def json_lines(path):
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                yield json.loads(line)
            except ValueError as error:
                raise SystemExit("standin: %s:%d: %s" % (path, number, error))


class Work(dict):
    """One paper.  ids: {arxiv, doi, acl, pmid, pmcid, s2}."""

    known = None            # what all services together know; None: this

    @property
    def ids(self):
        return self["ids"]

    @property
    def key(self):
        if self.known is not None:
            return self.known.key
        if "named" in self:
            return self["named"]
        for kind in ("doi", "arxiv", "acl", "pmid", "pmcid", "openreview", "s2"):
            if kind in self.ids:
                return canonical(kind, self.ids[kind])
        return "title:" + fold(self["title"])

    @property
    def sha(self):
        return hashlib.sha1(("stand-in " + self.key).encode()).hexdigest()

    @property
    def corpus(self):
        """Made up unless known: ten digits from 9 on, arXiv id readable."""
        if "s2" in self.ids:
            return int(self.ids["s2"])
        arxiv = self.ids.get("arxiv", "")
        if re.match(r"^\d{4}\.\d{5}$", arxiv):
            return int("9" + arxiv.replace(".", ""))
        return 9990000000 + zlib.crc32(self.key.encode()) % 9999999


    def said_by(self, service):
        """The same as one service has it; None: it never heard of it."""
        if service in self.get("unknown_to", ()):
            return None
        other = self.get("said", {}).get(service)
        if other is None:
            return self
        said = Work(self, **other)
        said.known = self
        return said


class Shelf:
    def __init__(self):
        self.works = {}
        self.added = 0
        self.likely = {}    # word → works with it in their titles
        self.hubs = {}      # (kind, lower-case id) → record
        self.owned = {}     # (kind, lower-case owner) → names
        self.repos = {}     # lower-case id → record
        self.titles = {}    # "arxiv:2401.00001" → {title, year, …}
        self.synthetic = False
        self.hf_page = 1000     # most of a list of Hugging Face
        self.oai_page = 20000   # headers of a list of arXiv's OAI-PMH
        self.raw = None     # folder of files served under /raw
        self.lock = threading.Lock()

    # -- filling ---------------------------------------------------------
    def read_fixtures(self, folder):
        for name in sorted(os.listdir(folder)):
            if not name.endswith(".jsonl"):
                continue
            for row in json_lines(os.path.join(folder, name)):
                if row["kind"] == "paper":
                    self.add_work(Work(row))
                elif row["kind"] == "code":
                    self.repos[row["id"].lower()] = row
                else:
                    self.add_hub(row)

    def change(self, row):
        """The row takes the place of what is known under its ids."""
        if row["kind"] == "code":
            self.repos[row["id"].lower()] = row
            return
        if row["kind"] != "paper":
            self.add_hub(row)
            return
        for kind, value in row["ids"].items():
            work = self.works.get(canonical(kind, value))
            if work is not None:
                work.clear()
                work.update(row)
                self.add_work(work)
                return
        self.add_work(Work(row))

    def add_hub(self, row):
        name = row["id"].lower()
        self.hubs[(row["kind"], name)] = row
        self.owned.setdefault((row["kind"], name.split("/")[0]),
                              []).append(name)

    def add_work(self, work):
        work.number = self.added = self.added + 1
        for one in words(work["title"]):
            self.likely.setdefault(one, []).append(work)
        for kind, value in work.ids.items():
            self.works.setdefault(canonical(kind, value), work)
        self.works.setdefault(canonical("s2", work.corpus), work)
        self.works.setdefault(canonical("sha", work.sha), work)
        if "arxiv" in work.ids:
            self.works.setdefault(
                canonical("doi", "10.48550/arxiv." + work.ids["arxiv"]), work)
        self.works.setdefault("title:" + fold(work["title"]), work)

    def read_titles(self, path):
        """Lines {id, title, year, authors?, absent?, modified?}; id as in a
        record, modified: the day of arXiv's datestamp."""
        for row in json_lines(path):
            kind, _, value = row["id"].partition(":")
            if kind.startswith("hf") or kind == "github":
                self.titles[kind + ":" + value.lower()] = row
            else:
                self.titles[canonical(kind, value)] = row

    # -- looking up ------------------------------------------------------
    def work(self, kind, value):
        key = canonical(kind, value)
        found = self.works.get(key)
        if found is not None:
            return found
        row = self.titles.get(key)
        if row is None and not self.synthetic:
            return None
        if row is not None and row.get("absent"):
            return None
        return self.make_work(kind, value, key, row or {})

    def work_by_title(self, title):
        found = self.works.get("title:" + fold(title))
        if found is not None:
            return found
        for key, row in self.titles.items():
            if fold(row.get("title", "")) == fold(title):
                kind, _, value = key.partition(":")
                if kind in ("arxiv", "doi", "acl", "pmid", "pmcid", "openreview", "s2"):
                    return self.work(kind, value)
        return None

    def work_like_title(self, title):
        """The nearest one, right or wrong: most of the words in common."""
        return self.likest(title, lambda work: work)

    def likest(self, title, seen):
        """seen: a work as the one who looks sees it, or None.  More than
        0.6 in common has at least one of the rarest words."""
        wanted, best, most = words(title), None, 0.6
        rare = sorted(wanted, key=lambda one: (
            len(self.likely.get(one, ())), one))
        near = {work.number: work
                for one in rare[:len(wanted) - math.floor(0.6 * len(wanted))]
                for work in self.likely.get(one, ())}
        for _, work in sorted(near.items()):
            work = seen(work)
            have = words(work["title"]) if work is not None else set()
            share = len(wanted & have) / max(1, len(wanted | have))
            if share > most:
                best, most = work, share
        return best

    def make_work(self, kind, value, key, row):
        if kind == "sha":
            return None
        # A made-up corpus id is readable: it leads back to its arXiv id.
        if kind == "s2" and re.match(r"^9\d{9}$", str(value)):
            return self.work("arxiv", "%s.%s" % (str(value)[1:5], str(value)[5:]))
        if kind == "doi" and key.startswith("doi:10.48550/arxiv."):
            return self.work("arxiv", key[len("doi:10.48550/arxiv."):])
        year = row.get("year")
        if not year:
            match = re.match(r"^(\d\d)\d\d\.", str(value))
            year = 2000 + int(match.group(1)) if match else 2024
        number = zlib.crc32(key.encode()) % 100000
        work = Work({
            "kind": "paper",
            "title": row.get("title") or "Synthetic work %s" % value,
            "authors": row.get("authors") or [
                "Ada Example %d" % number, "Béla Muster %d" % number],
            "year": year, "venue": row.get("venue"),
            "ids": {kind: str(value)}, "made_up": ["*"],
        })
        with self.lock:
            kept = self.works.get(key)
            if kept is None:
                self.add_work(work)
                kept = work
        return kept

    def hub(self, kind, name):
        """A model, dataset or space of Hugging Face; None: no such."""
        found = self.hubs.get((kind, name.lower()))
        if found is not None:
            return found
        prefix = {"model": "hf:", "dataset": "hf-dataset:", "space": "hf-space:"}
        row = self.titles.get(prefix[kind] + name.lower())
        if row is None and not self.synthetic:
            return None
        if (row or {}).get("absent"):
            return None
        return {"kind": kind, "id": name, "made_up": ["*"], "license": draw(
            name, ["apache-2.0", "mit", "llama3", "cc-by-nc-4.0", None])}

    def hubs_of(self, kind, owner=None):
        """Every one (of an owner) that is known by name, in order."""
        prefix = {"model": "hf:", "dataset": "hf-dataset:",
                  "space": "hf-space:"}[kind]
        names = set(self.owned.get((kind, owner), ())) if owner else {
            name for kind_, name in self.hubs if kind_ == kind}
        names |= {row["id"][len(prefix):].lower()
                  for key, row in list(self.titles.items())
                  if key.startswith(prefix)}
        rows = [self.hub(kind, name) for name in sorted(names)]
        return [row for row in rows if row is not None]

    def repo(self, name):
        found = self.repos.get(name.lower())
        if found is not None:
            return found
        row = self.titles.get("github:" + name.lower())
        if row is None and not self.synthetic:
            return None
        if (row or {}).get("absent"):
            return None
        return {"kind": "code", "id": name, "made_up": ["*"], "license": draw(
            name, ["MIT", "Apache-2.0", "NOASSERTION", None])}

    def repo_by_number(self, number):
        """What a rename leads to: /repositories/NUMBER."""
        for row in list(self.repos.values()):
            if repo_number(row["id"]) == number and "moved_to" not in row:
                return row
        return None


class Seen:
    """The shelf as one service sees it: some works are unknown to it, of some
    it says something else (a world's `unknown_to` and `said`)."""

    def __init__(self, shelf, service):
        self.shelf, self.service = shelf, service

    def __getattr__(self, name):
        return getattr(self.__dict__["shelf"], name)

    def seen(self, work):
        return work and work.said_by(self.service)

    def work(self, kind, value):
        return self.seen(self.shelf.work(kind, value))

    def work_by_title(self, title):
        work = self.seen(self.shelf.work_by_title(title))
        same = work is not None and fold(work["title"]) == fold(title)
        return work if same else None

    def work_like_title(self, title):
        return self.shelf.likest(title, self.seen)


def repo_number(name):
    return 900000000 + zlib.crc32(name.lower().encode()) % 1000000
