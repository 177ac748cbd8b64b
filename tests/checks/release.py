"""Write releases of made-up records and hold every file against the others.

Python standard library only.  Run from the build folder by release.sh.
"""
import csv
import hashlib
import html.parser
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tarfile
import tempfile
import uuid
import xml.etree.ElementTree
import zlib

SRC = os.environ.get("top_srcdir", ".")
PROGRAM = os.path.join(os.environ.get("top_builddir", "."), "tests/release/write_release")
passed = failed = 0


def check(name, good, words=""):
    global passed, failed
    if good:
        passed += 1
    else:
        failed += 1
        print("FAIL", name, words)


def write(folder, works, kind="real", compress="gz", days=0, previous=None, env=None, umask=0o022):
    args = [PROGRAM, folder, str(works), kind, compress, str(days)]
    if previous is not None:
        args.append(previous)
    run = subprocess.run(args, capture_output=True, text=True, umask=umask,
                         env={**os.environ, **(env or {})})
    if run.returncode != 0:
        return run
    out = run.stdout.splitlines()
    run.folder, run.archive, run.sha, run.totals = out[0], out[1], out[2], json.loads(out[3])
    return run


def read(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8", newline="") as f:
        return f.read()


def sha(path):
    with open(path, "rb") as f:
        return hashlib.sha256(f.read()).hexdigest()


def files(folder):
    return sorted(os.path.relpath(os.path.join(d, f), folder)
                  for d, _, fs in os.walk(folder) for f in fs)


def conforms(value, schema, path=""):
    """The part of JSON Schema that works.schema.json uses."""
    types = schema.get("type")
    names = {"string": str, "integer": int, "number": (int, float), "boolean": bool,
             "array": list, "object": dict, "null": type(None)}
    if types is not None:
        types = types if isinstance(types, list) else [types]
        if not any(isinstance(value, names[t]) and not (isinstance(value, bool) and t in ("integer", "number"))
                   for t in types):
            return path + ": type"
    if "const" in schema and value != schema["const"]:
        return path + ": const"
    if "enum" in schema and value not in schema["enum"]:
        return path + ": enum"
    if isinstance(value, str):
        if "pattern" in schema and not re.search(schema["pattern"], value):
            return path + ": pattern"
        if len(value) < schema.get("minLength", 0):
            return path + ": empty"
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        if value < schema.get("minimum", value) or value > schema.get("maximum", value):
            return path + ": range"
    if isinstance(value, list):
        for v in value:
            bad = conforms(v, schema["items"], path + "[]")
            if bad:
                return bad
    if isinstance(value, dict):
        if list(value) != schema["required"] or set(value) != set(schema["properties"]):
            return path + ": keys"
        for k, v in value.items():
            bad = conforms(v, schema["properties"][k], path + "/" + k)
            if bad:
                return bad
    return None


def unguard(cell):
    rest = cell.lstrip("'")
    guarded = cell.startswith("'") and rest[:1] in tuple("=+-@ \uff1d\uff0b\uff0d\uff20") and rest
    return cell[1:] if guarded else cell


def blank(text):
    return re.sub("[\x00-\x1f\x7f]", " ", text)


def look_at_records(run, works):
    folder, name = run.folder, "%d works" % works
    text = read(folder, "data/works.jsonl")
    records = [json.loads(line) for line in text.split("\n")[:-1]]
    schema = json.loads(read(folder, "schema/works.schema.json"))
    check(name + ": as many lines as records", len(records) == works and (works == 0) == (text == ""))
    check(name + ": sorted by id", [r["id"] for r in records] == sorted(r["id"] for r in records))
    bad = [b for b in (conforms(r, schema) for r in records) if b]
    check(name + ": conform to the schema", not bad, bad[:1])
    rows = list(csv.DictReader(read(folder, "data/works.csv").splitlines(keepends=True), strict=True))
    check(name + ": works.csv has the same works", [r["id"] for r in rows] == [r["id"] for r in records])
    for record, row in zip(records, rows):
        if any(re.fullmatch(r"[\d.]+", row[key]) for key in ("id", "doi", "arxiv_id", "pmid", "s2_corpus_id")):
            check(name + ": no id is a number", False, row["id"])
        for key in ("title", "kind", "scope", "license", "container_title", "doi"):
            true = blank(record[key] or "")
            if unguard(row[key]) != true:
                check(name + ": works.csv agrees", False, (record["id"], key, row[key], true))
    mentions = list(csv.DictReader(read(folder, "data/mentions.csv").splitlines(keepends=True), strict=True))
    check(name + ": mentions", len(mentions) == sum(len(r["mentions"]) for r in records))
    artifacts = list(csv.DictReader(read(folder, "data/artifacts.csv").splitlines(keepends=True), strict=True))
    check(name + ": artifacts", len(artifacts) == sum(len(r["artifacts"]) for r in records))
    bib = read(folder, "data/references.bib")
    keys = re.findall(r"^@\w+\{([^,}]+),$", bib, re.M)
    check(name + ": references", sorted(keys) ==
          sorted(r["citation_key"] for r in records if r["kind"] != "webpage"))
    depth = 0
    for c in bib:
        depth += (c == "{") - (c == "}")
        if depth < 0:
            break
    check(name + ": braces balance", depth == 0)
    return records


def look_at_totals(run, works, records):
    t, name = run.totals, "%d works" % works
    scope = [r for r in records if r["scope"] != "older"]
    papers = [r for r in scope if r["kind"] == "paper"]
    sourced = [r for r in scope if r["outcomes"]]
    found = [r for r in sourced if any(o["outcome"] == "found" for o in r["outcomes"])]
    gone = [r for r in scope if r["is_retracted"] or r["is_withdrawn"]
            or any(i["status"] == "gone" for i in r["ids"])
            or any(a["status"] == "gone" for a in r["artifacts"])]
    mine = {
        "works": len(records), "entries": sum(len(r["mentions"]) for r in records),
        "in": sum(r["scope"] == "in" for r in records),
        "undated": sum(r["scope"] == "undated" for r in records),
        "older": sum(r["scope"] == "older" for r in records),
        "websites": len(scope) - len(sourced), "papers": len(papers),
        "authors": sum(bool(r["authors"]) for r in papers),
        "venue": sum(r["container_title"] is not None for r in papers),
        "citations": sum(r["cited_by_count"] is not None for r in papers),
        "license": sum(r["license"] is not None for r in papers),
    }
    findings = list(csv.DictReader(read(run.folder, "data/findings.csv").splitlines(keepends=True), strict=True))
    for c in ("fix", "decide", "note"):
        mine[c] = sum(f["class"] == c and f["state"] in ("new", "open") for f in findings)
    mine["accepted"] = sum(f["state"] == "accepted" for f in findings)
    mine["gone"] = sum(f["state"] == "gone" for f in findings)
    todo = [f for f in findings if f["class"] != "note" and f["state"] in ("new", "open")]
    rows = {(f["list"], f["line"]) for f in todo}
    mine["conflicts"] = len(read(run.folder, "data/conflicts.csv").splitlines()) - 1
    for key, value in mine.items():
        check("%s: total %s" % (name, key), t[key] == value, (t[key], value))

    page = read(run.folder, "report.html")
    tiles = re.findall(r"<li><span>([\w ]+)</span><strong>([\d,]+)(?: <em>of ([\d,]+)</em>)?</strong>", page)
    told = {n: tuple(int(x.replace(",", "")) for x in (a, b) if x) for n, a, b in tiles}
    want = {"in scope": (len(scope),), "found": (len(found), len(sourced)),
            "venue": (mine["venue"], len(papers)),
            "licence": (sum(r["license"] is not None for r in sourced), len(sourced)),
            "to do": (len(rows),), "gone": (len(gone),)}
    check(name + ": the report's tiles", told == want, (told, want))
    counts = sorted(r["cited_by_count"] for r in papers if r["cited_by_count"] is not None)
    if counts:
        median = counts[(len(counts) + 1) // 2 - 1]
        check(name + ": the median", "Median {:,};".format(median) in page, median)
        top = re.search(r"Most cited.*?</table>", page, re.S).group(0)
        cells = [int(c.replace(",", "")) for c in re.findall(r"<td class=\"n\">([\d,]+)</td></tr>", top)]
        check(name + ": the top list", cells == counts[::-1][:20], cells)
    check(name + ": no script, nothing loaded", not re.search(r"<script|<link|<img|@import|url\(|<iframe", page))
    check(name + ": a report one can mail", len(page) < 500000)


def look_at_bag(run, works):
    folder, name = run.folder, "%d works" % works
    all_files = files(folder)
    for manifest, wanted in (("manifest-sha256.txt", [f for f in all_files if f.startswith("data/")]),
                             ("tagmanifest-sha256.txt", [f for f in all_files if not f.startswith("data/")
                                                         and f != "tagmanifest-sha256.txt"])):
        lines = [line.split("  ", 1) for line in read(folder, manifest).splitlines()]
        check("%s: %s lists all" % (name, manifest), [p for _, p in lines] == wanted)
        check("%s: %s is right" % (name, manifest), all(sha(os.path.join(folder, p)) == d for d, p in lines))
    payload = [os.path.getsize(os.path.join(folder, f)) for f in all_files if f.startswith("data/")]
    check(name + ": Payload-Oxum", "Payload-Oxum: %d.%d\n" % (sum(payload), len(payload)) in read(folder, "bag-info.txt"))
    package = json.loads(read(folder, "datapackage.json"))
    for r in package["resources"]:
        path = os.path.join(folder, r["path"])
        check(name + ": datapackage " + r["name"], r["hash"] == "sha256:" + sha(path) and r["bytes"] == os.path.getsize(path))
        if r.get("type") == "table":
            header = read(folder, r["path"]).split("\r\n")[0].split(",")
            check(name + ": columns of " + r["name"], header == [f["name"] for f in r["schema"]["fields"]])
    check(name + ": every data file is a resource",
          sorted(r["path"] for r in package["resources"]) == [f for f in all_files if f.startswith("data/")])
    beside = run.archive[:run.archive.index(".tar")] + ".SHA256SUMS"
    with open(beside, encoding="utf-8") as f:
        check(name + ": sums beside", f.read() == "%s  %s\n" % (sha(run.archive), os.path.basename(run.archive)))


def rows_of(folder, table):
    return list(csv.DictReader(read(folder, "data/%s.csv" % table).splitlines(keepends=True), strict=True))


def look_at_database(run, works, records):
    """Typed, whole, and the same as the CSV files, column by column."""
    name = "%d works: enrich.sqlite" % works
    path = os.path.join(run.folder, "data/enrich.sqlite")
    db = sqlite3.connect("file:%s?mode=ro&immutable=1" % path, uri=True)
    db.row_factory = sqlite3.Row
    check(name + " is whole", [tuple(r) for r in db.execute("pragma integrity_check")] == [("ok",)])
    check(name + ": references hold", not list(db.execute("pragma foreign_key_check")))
    schema = json.loads(read(run.folder, "schema/works.schema.json"))
    check(name + " says its version", db.execute("pragma user_version").fetchone()[0] ==
          schema["properties"]["schema_version"]["const"])
    package = {r["path"]: r for r in json.loads(read(run.folder, "datapackage.json"))["resources"]}
    for table in ("works", "mentions", "artifacts", "conflicts", "findings", "history"):
        mine = [dict(r) for r in db.execute('select * from "%s" order by rowid' % table
                                            if table in ("works", "conflicts", "findings", "history")
                                            else 'select * from "%s" order by work_id, position' % table)]
        theirs = rows_of(run.folder, table)
        types = {f["name"]: f["type"] for f in package["data/%s.csv" % table]["schema"]["fields"]}
        check(name + ": as many " + table, len(mine) == len(theirs))
        for a, b in zip(mine, theirs):
            wrong = [c for c in types if not same_cell(a[c], b[c], types[c])]
            if wrong:
                check(name + ": " + table, False, (wrong, a[wrong[0]], b[wrong[0]]))
                break
    for table in ("authors", "ids", "provenance", "outcomes", "related"):
        check(name + ": " + table, db.execute('select count(*) from "%s"' % table).fetchone()[0] ==
              sum(len(r[table]) for r in records))
    for (view,) in db.execute("select name from sqlite_master where type = 'view'").fetchall():
        db.execute('select * from "%s"' % view).fetchall()
    looser = [r["id"] for r in db.execute("select id from licences_looser_than_base")]
    check(name + ": looser than base", looser == sorted(
        a["id"] for r in records for a in r["artifacts"] if a["license_drops"]) and (works < 12 or looser))
    venues = {r["venue"]: r["papers"] for r in db.execute("select venue, papers from citations_by_venue")}
    true = {}
    for r in records:
        if r["kind"] == "paper" and r["venue_name"]:
            true[r["venue_name"]] = true.get(r["venue_name"], 0) + 1
    check(name + ": by venue", venues == true, (venues, true))
    plan = " ".join(r["detail"] for r in db.execute("explain query plan select * from works where doi = 'x'"))
    check(name + ": a DOI is looked up", "works_by_doi" in plan, plan)
    db.close()


def same_cell(typed, cell, kind):
    if typed is None or cell == "":
        return typed in (None, "") and cell == ""
    if kind == "integer":
        return isinstance(typed, int) and str(typed) == cell
    if kind == "boolean":
        return typed in (0, 1) and cell == ("true" if typed else "false")
    cell = unguard(cell)
    return blank(typed) == (cell if blank(typed) == cell else cell.partition(":")[2])


def look_at_references(run, works, records):
    name = "%d works: references.json" % works
    items = json.loads(read(run.folder, "data/references.json"))
    bib = read(run.folder, "data/references.bib")
    check(name + ": the same works", [i["id"] for i in items] == re.findall(r"^@\w+\{([^,}]+),$", bib, re.M))
    by_id = {r["id"]: r for r in records}
    known = {"article", "article-journal", "paper-conference", "chapter", "book", "report", "thesis", "dataset",
             "software", "webpage", "post-weblog", "document"}
    for item in items:
        record = by_id[item["custom"]["id"]]
        good = (item["type"] in known and item.get("DOI") == record["doi"] and
                len(item.get("author", [])) == len(record["authors"]) and
                item.get("container-title") == record["container_title"])
        date = record["issued"] or record["first_public"]
        parts = [int(p) for p in date.split("-")] if date else None
        if not good or item.get("issued", {}).get("date-parts") != ([parts] if parts else None):
            check(name + ": says what the record does", False, item)


def look_at_croissant(run, works):
    """mlcroissant's rules: what is referred to is there, names are unique, hashes hold."""
    name = "%d works: croissant.json" % works
    c = json.loads(read(run.folder, "croissant.json"))
    must = ("@context", "@type", "conformsTo", "name", "description", "license", "url", "creator",
            "datePublished", "distribution", "recordSet", "version", "citeAs")
    check(name + ": has what it must", all(c.get(m) for m in must))
    objects = {f["@id"]: f for f in c["distribution"]}
    check(name + ": every data file", sorted(objects) == [f for f in files(run.folder) if f.startswith("data/")])
    check(name + ": hashes", all(f["sha256"] == sha(os.path.join(run.folder, f["contentUrl"])) and f["encodingFormat"]
                                 for f in objects.values()))
    ids = list(objects)
    for s in c["recordSet"]:
        ids += [s["@id"]] + [f["@id"] for f in s["field"]]
        header = read(run.folder, s["field"][0]["source"]["fileObject"]["@id"]).split("\r\n")[0].split(",")
        check(name + ": columns of " + s["name"], [f["source"]["extract"]["column"] for f in s["field"]] == header)
    refer = [f["references"]["field"]["@id"] for s in c["recordSet"] for f in s["field"] if "references" in f]
    check(name + ": ids are unique and known", len(ids) == len(set(ids)) and set(refer) == {"works/id"} and
          all(s["key"]["@id"] in ids for s in c["recordSet"] if "key" in s))


def look_at_crate(run, works):
    """RO-Crate: flat, every reference is there or on the web, every file is."""
    name = "%d works: ro-crate-metadata.json" % works
    graph = json.loads(read(run.folder, "ro-crate-metadata.json"))["@graph"]
    entities = {e["@id"]: e for e in graph}
    root = entities[entities["ro-crate-metadata.json"]["about"]["@id"]]
    check(name + ": ids are unique", len(entities) == len(graph))
    check(name + ": its root", root["@type"] == "Dataset" and all(
        root[m] for m in ("name", "description", "datePublished", "license")))
    parts = [p["@id"] for p in root["hasPart"]]
    check(name + ": all data", sorted(parts) == sorted(
        [f for f in files(run.folder) if f.startswith("data/")] + ["report.html", "site/index.html"]))
    check(name + ": files", all(entities[p]["@type"] == "File" and
                                entities[p]["sha256"] == sha(os.path.join(run.folder, p)) for p in parts))
    check(name + ": references", all(v["@id"] in entities or v["@id"].startswith("https://w3id.org/ro/crate/")
                                     for e in graph for v in e.values() if isinstance(v, dict)))


class Page(html.parser.HTMLParser):
    """What a page holds: ids, links, texts, and whether its elements nest."""

    EMPTY = {"meta", "link", "path", "rect", "circle", "br"}

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.ids, self.links, self.loads, self.scripts, self.open, self.bad, self.words = [], [], [], 0, [], [], []
        self.feed(text)
        self.close()
        self.bad += self.open

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if "id" in attrs:
            self.ids.append(attrs["id"])
        if tag == "a":
            self.links.append(attrs.get("href", ""))
        if tag in ("script", "link", "img", "iframe", "object", "embed", "form", "base"):
            self.loads.append(attrs.get("src") or attrs.get("href") or tag)
        self.bad += [name for name in attrs if name.startswith("on") or name == "style"]
        if tag not in self.EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag in self.EMPTY:
            return
        if not self.open or self.open.pop() != tag:
            self.bad.append("</%s>" % tag)

    def handle_data(self, data):
        self.words.append(data)


def harmless(text):
    return "".join(c for c in re.sub("[\t\n\r]", " ", text or "") if c >= " " and c != "\x7f"
                   and c not in "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c")


def look_at_site(run, works, records):
    """Every work once, with all that is asked of a card; nothing loaded, no text that is markup."""
    name = "%d works: site" % works
    pages = sorted((f for f in files(run.folder) if re.match(r"site/works-\d+\.html$", f)),
                   key=lambda f: int(re.sub(r"\D", "", f)))
    check(name + ": pages", len(pages) == max(1, (works + 199) // 200))
    cards, order = {}, []
    for path in pages + ["site/index.html"]:
        text = read(run.folder, path)
        page = Page(text)
        check(name + ": %s nests" % path, not page.bad, page.bad[:3])
        check(name + ": %s loads its own" % path, set(page.loads) <= {"page.css", "search.js", "works.js", "feed.xml"},
              page.loads)
        check(name + ": %s has unique ids" % path, len(page.ids) == len(set(page.ids)))
        check(name + ": %s leads to the web or to a page of ours" % path, all(
            re.match(r"(https?://|#|(index|works-\d+)\.html(#|$)|feed\.xml$)", link) for link in page.links),
            [link for link in page.links if not link.startswith("http")][:5])
        for card in re.findall(r'<article class="card" id="([^"]*)">(.*?)</article>', text, re.S):
            cards[card[0]] = card[1]
            order.append(card[0])
    by_key = {r["citation_key"]: r for r in records}
    check(name + ": every work once", sorted(order) == sorted(by_key))
    years = [by_key[k]["issued_year"] or 0 for k in order]
    check(name + ": newest first", years == sorted(years, reverse=True))
    for key, card in cards.items():
        r, words = by_key[key], " ".join("".join(Page(card).words).split())
        must = [r["title"] or r["name"] or r["id"], r["venue_name"], r["id"]]
        must += [a["literal"] for a in r["authors"][:40]] if len(r["authors"]) < 42 else []
        must += ["{:,}".format(r["cited_by_count"])] if r["cited_by_count"] is not None else []
        must += [(r["license"] or "").replace("LicenseRef-", "", 1)]
        must += [a["id"] for a in r["artifacts"]] + ["%s:%d" % (m["list"], m["line"]) for m in r["mentions"]]
        must += [p["field"].replace("_", " ") for p in r["provenance"]] + ["@" if r["kind"] != "webpage" else ""]
        lost = [m for m in must if m and " ".join(harmless(m).split()) not in words]
        if lost:
            check(name + ": the card says all", False, (key, lost[:2]))
            break
    script = read(run.folder, "site/works.js")
    start = "\"use strict\";\nconst enrich = "
    check(name + ": works.js begins", script.startswith(start) and script.endswith("]};\n"))
    data = json.loads(script[len(start):-2])
    check(name + ": a row a work, in the pages' order", [row[0] for row in data["rows"]] == order)
    for row in data["rows"]:
        r = by_key[row[0]]
        told = (row[1], row[4] or None, data["venues"][row[5]] if row[5] >= 0 else None, row[9])
        true = (r["title"] or r["name"] or r["id"], r["issued_year"], r["venue_name"],
                -1 if r["cited_by_count"] is None else r["cited_by_count"])
        lists = [data["lists"][n] for n in row[8][::2]]
        if told != true or lists != [m["list"] for m in r["mentions"]]:
            check(name + ": a row says what the record does", False, (told, true, lists))
            break
    feed = xml.etree.ElementTree.fromstring(read(run.folder, "site/feed.xml"))
    atom = "{http://www.w3.org/2005/Atom}"
    entries = feed.findall(atom + "entry")
    ids = [e.find(atom + "id").text for e in entries]
    check(name + ": the feed", len(entries) == min(works, 100) and len(ids) == len(set(ids)) and
          all(str(uuid.UUID(i)) == i.rpartition(":")[2] for i in ids) and
          all(e.find(atom + "updated").text.endswith("T00:00:00Z") for e in [feed] + entries))


def same_archive(run, top):
    with tarfile.open(run.archive) as t:
        members = t.getmembers()
        there = {m.name[len(top) + 1:]: hashlib.sha256(t.extractfile(m).read()).hexdigest()
                 for m in members if m.isfile()}
    return ({m.name.split("/")[0] for m in members} == {top} and
            there == {f: sha(os.path.join(run.folder, f)) for f in files(run.folder)} and
            all((m.uid, m.gid, m.uname, m.gname) == (0, 0, "", "") for m in members))


def sizes(work):
    for works in (0, 1, 12, 5000):
        run = write(os.path.join(work, "size%d" % works), works)
        if run.returncode != 0:
            check("%d works" % works, False, run.stderr)
            continue
        records = look_at_records(run, works)
        look_at_totals(run, works, records)
        look_at_database(run, works, records)
        look_at_references(run, works, records)
        look_at_croissant(run, works)
        look_at_crate(run, works)
        look_at_site(run, works, records)
        look_at_bag(run, works)
        check("%d works: the archive is the folder" % works, same_archive(run, "Medical-LLMs-2026-11-20"))
        look_at_members(run, works)


def look_at_members(run, works):
    """One gzip member without a time: half the readers end with the first."""
    with open(run.archive, "rb") as f:
        packed = f.read()
    one = zlib.decompressobj(31)
    one.decompress(packed)
    check("%d works: a member without a time" % works, packed[:8] == b"\x1f\x8b\x08" + bytes(5))
    check("%d works: and no other behind it" % works, one.eof and one.unused_data == b"")


def reproducible(work):
    for compress in ("gz", "zst", "xz", "zip"):
        a = write(os.path.join(work, "a" + compress), 40, compress=compress,
                  env={"TZ": "Asia/Kathmandu", "LC_ALL": "C", "HOME": "/nonexistent"}, umask=0o077)
        b = write(os.path.join(work, "b", "deeper", compress), 40, compress=compress,
                  env={"TZ": "America/St_Johns", "LC_ALL": "C.UTF-8"}, umask=0o002)
        check(compress + ": the same archive", a.returncode == b.returncode == 0 and a.sha == b.sha and
              sha(a.archive) == a.sha)
        check(compress + ": the same files", [(f, sha(os.path.join(a.folder, f))) for f in files(a.folder)] ==
              [(f, sha(os.path.join(b.folder, f))) for f in files(b.folder)])
        check(compress + ": modes", {oct(os.stat(os.path.join(a.folder, f)).st_mode & 0o777) for f in files(a.folder)} == {"0o644"}
              and os.stat(a.folder).st_mode & 0o777 == 0o755)


def names(work):
    folder = os.path.join(work, "names")
    runs = [write(folder, 12) for _ in range(3)]
    check("second and third of a day", [os.path.basename(r.folder) for r in runs] ==
          ["Medical-LLMs-2026-11-20" + s for s in ("", ".2", ".3")])
    check("they are the same bytes", len({r.sha for r in runs}) == 1)
    check("latest points at the last", os.readlink(os.path.join(folder, "latest")) == "Medical-LLMs-2026-11-20.3")
    check("nothing hidden is left", not [f for f in os.listdir(folder) if f.startswith(".")])
    check("inside the archive it is NAME-DATE", same_archive(runs[1], "Medical-LLMs-2026-11-20"))


def killed(work):
    folder = os.path.join(work, "killed")
    run = write(folder, 1, compress="die")
    check("killed by a signal", run.returncode == -9)
    check("a kill leaves nothing but what is hidden", all(f.startswith(".") for f in os.listdir(folder)) and os.listdir(folder))
    # Killed between the renames: the archive was there already.
    hidden = os.path.join(folder, ".Medical-LLMs-2026-11-20.part-1")
    os.makedirs(os.path.join(hidden, "Medical-LLMs-2026-11-20"))
    with open(os.path.join(hidden, "commit"), "w", encoding="utf-8") as f:
        f.write("Medical-LLMs-2026-11-20\nMedical-LLMs-2026-11-20.tar.gz\n")
    for name in ("Medical-LLMs-2026-11-20.tar.gz", "Medical-LLMs-2026-11-20.SHA256SUMS"):
        with open(os.path.join(folder, name), "w", encoding="utf-8") as f:
            f.write("half\n")
    run = write(folder, 1)
    check("the next run sweeps and has the name", run.returncode == 0 and sorted(os.listdir(folder)) == [
        "Medical-LLMs-2026-11-20", "Medical-LLMs-2026-11-20.SHA256SUMS", "Medical-LLMs-2026-11-20.tar.gz", "latest"],
        os.listdir(folder))
    # A commit file that names something elsewhere.
    victim = os.path.join(work, "victim")
    with open(victim, "w", encoding="utf-8") as f:
        f.write("mine\n")
    os.makedirs(os.path.join(folder, ".x.part-2"))
    with open(os.path.join(folder, ".x.part-2", "commit"), "w", encoding="utf-8") as f:
        f.write("nothere\n../victim\n")
    write(folder, 1)
    check("a sweep stays in its folder", os.path.exists(victim))


def sign(folder):
    """The manifest says of works.jsonl what it is now."""
    text = read(folder, "manifest-sha256.txt")
    text = re.sub("[0-9a-f]{64}(?=  data/works.jsonl)", sha(os.path.join(folder, "data/works.jsonl")), text)
    with open(os.path.join(folder, "manifest-sha256.txt"), "w", encoding="utf-8") as f:
        f.write(text)


def weeks(work):
    folder = os.path.join(work, "weeks")
    first = write(folder, 11)
    check("the first has no predecessor", "nothing to compare" in read(first.folder, "CHANGES.md"))
    second = write(folder, 12, days=7)
    text = read(second.folder, "CHANGES.md")
    check("one was added", (second.totals["added"], second.totals["changed"], second.totals["removed"]) == (1, 0, 0), text)
    check("CHANGES.md tells so", "### Added\n\n- 1 work is new\n" in text and "### Changed" not in text, text)
    check("bag-info names it", "Enrich-Predecessor: Medical-LLMs-2026.11.20, SHA-256 of its manifest " +
          sha(os.path.join(first.folder, "manifest-sha256.txt")) in read(second.folder, "bag-info.txt"))
    check("the tiles compare", "+1<" in read(second.folder, "report.html"))
    again = write(folder, 12, days=7)
    check("a second of the day has the same predecessor", again.sha == second.sha)
    third = write(folder, 10, days=14)
    check("two were removed", third.totals["removed"] == 2 and third.totals["added"] == 0)
    alone = write(folder, 12, days=21, previous="none")
    check("previous: none", "nothing to compare" in read(alone.folder, "CHANGES.md"))
    # One field and one count changed by hand in a copy.
    old = os.path.join(work, "old")
    shutil.copytree(second.folder, old)
    lines = read(old, "data/works.jsonl").split("\n")
    a, b = json.loads(lines[0]), json.loads(lines[1])
    a["container_title"] = "Somewhere Else"
    b["cited_by_count"] = 123456
    lines[0:2] = [json.dumps(a, ensure_ascii=False), json.dumps(b, ensure_ascii=False)]
    with open(os.path.join(old, "data/works.jsonl"), "w", encoding="utf-8") as f:
        f.write("\n".join(lines))
    run = write(folder, 12, days=28, previous=old)
    check("a predecessor that its manifest does not name is refused",
          run.returncode == 65 and "is not what its manifest says" in run.stderr, run.stderr)
    sign(old)
    run = write(folder, 12, days=28, previous=old)
    text = read(run.folder, "CHANGES.md")
    check("a changed venue is told", run.totals["changed"] == 1 and "venue\\: Somewhere Else → " in text, text)
    check("a moved count is told as such", "of 1 work only the citation count moved" in text, text)
    lines[3] = "{broken"
    with open(os.path.join(old, "data/works.jsonl"), "w", encoding="utf-8") as f:
        f.write("\n".join(lines))
    sign(old)
    run = write(folder, 12, days=35, previous=old)
    check("a broken predecessor is refused", run.returncode == 65 and "works.jsonl:4" in run.stderr, run.stderr)
    run = write(folder, 12, days=35, previous=os.path.join(work, "nothing"))
    check("a missing predecessor is refused", run.returncode == 65 and run.stderr != "")


def faces(work):
    run = write(os.path.join(work, "standin"), 12, kind="stand-in")
    for name in ("README.md", "bag-info.txt", "report.html"):
        text = read(run.folder, name)
        check(name + " names the stand-in", "stand-in" in text and "not for publication" in text)
        check(name + " says partial", "partial" in text and "Hugging Face did not answer about 9 of 20 models" in text)
    check("LICENSE says that none was chosen", "No licence was chosen" in read(run.folder, "LICENSE"))
    check("the card says unknown", "\nlicense: unknown\n" in read(run.folder, "README.md"))
    check("no licence in datapackage.json", "licenses" not in json.loads(read(run.folder, "datapackage.json")))
    run = write(os.path.join(work, "real"), 12)
    check("a real one does not", not any("stand-in" in read(run.folder, f) for f in ("README.md", "bag-info.txt", "report.html")))
    check("the card has its licence", "\nlicense: cc-by-4.0\n" in read(run.folder, "README.md"))
    page = read(run.folder, "report.html")
    check("nothing turns the reading direction", not re.search("[\u202a-\u202e\u2066-\u2069]", page + read(run.folder, "data/references.bib")))
    check("works.jsonl keeps the true text", "\\u001b" in read(run.folder, "data/works.jsonl").lower() and
          "\u202e" in read(run.folder, "data/works.jsonl"))
    blocked = os.path.join(work, "file")
    with open(blocked, "w", encoding="utf-8") as f:
        f.write("")
    run = write(os.path.join(blocked, "x"), 1)
    check("cannot create", run.returncode != 0 and "cannot create" in run.stderr, run.stderr)


def golden(work):
    run = write(os.path.join(work, "golden"), 12)
    row = read(run.folder, "data/works.csv").split("\r\n")
    bib = re.search(r"^@\w+\{author2024w6,.*?^\}\n", read(run.folder, "data/references.bib"), re.M | re.S).group(0)
    line = [x for x in read(run.folder, "data/works.jsonl").split("\n") if '"citation_key":"author2024w6"' in x]
    rows = [row[0], [x for x in row if ",author2024w6," in x][0]]
    made = {"record.json": line[0] + "\n", "row.csv": "\n".join(rows) + "\n", "entry.bib": bib}
    for name, text in made.items():
        path = os.path.join(SRC, "tests/release", name)
        if os.environ.get("ENRICH_GOLDEN"):
            with open(path, "w", encoding="utf-8") as f:
                f.write(text)
        with open(path, encoding="utf-8") as f:
            kept = f.read()
        # A member that the sample does not fill need not stand here: it is null, or an empty cell.
        if name == "record.json":
            for key in json.loads(text).keys() - json.loads(kept).keys():
                text = re.sub(r',"%s":(null|\[\])(?=[,}])' % re.escape(key), "", text, count=1)
        elif name == "row.csv":
            header, cells = (next(csv.reader([x])) for x in text.splitlines())
            names, values = (next(csv.reader([x])) for x in kept.splitlines())
            if header != names and list(zip(names, values)) == \
                    [(k, v) for k, v in zip(header, cells) if v or k in names]:
                text = kept
        check("golden " + name, kept == text, text)


with tempfile.TemporaryDirectory() as work:
    for group in (sizes, reproducible, names, killed, weeks, faces, golden):
        group(work)
print("%d passed, %d failed" % (passed, failed))
sys.exit(1 if failed else 0)
