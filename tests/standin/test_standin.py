"""Does the stand-in behave like what it stands for?  Run by `make check`."""
import gzip
import hashlib
import http.client
import json
import os
import subprocess
import sys
import tempfile
import unittest
import urllib.parse
import xml.etree.ElementTree as tree

HERE = os.path.dirname(os.path.abspath(__file__))
ATOM = "{http://www.w3.org/2005/Atom}"
SEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"
BATCH = "/graph/v1/paper/batch?fields=title,externalIds,citationCount"


class StandIn:
    def __init__(self, *arguments):
        self.process = subprocess.Popen(
            [sys.executable, "-B", os.path.join(HERE, "standin.py"),
             "--port", "0", *arguments], stdout=subprocess.PIPE, text=True)
        self.port = int(self.process.stdout.readline().split()[1])
        self.line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)

    def ask(self, method, path, body=None, **headers):
        if isinstance(body, (dict, list)):
            body = json.dumps(body)
        self.line.request(method, path, body, {
            "User-Agent": "test", **{k.replace("_", "-"): v
                                     for k, v in headers.items()}})
        reply = self.line.getresponse()
        return reply.status, reply.headers, reply.read()

    def get(self, path, **headers):
        return self.ask("GET", path, **headers)

    def batch(self, *ids):
        status, _, body = self.ask("POST", BATCH, {"ids": list(ids)})
        return status, json.loads(body)

    def fault(self, **fault):
        status, _, body = self.ask("POST", "/_standin/faults", fault)
        assert status == 200, body

    def stop(self):
        self.line.close()
        self.process.terminate()
        self.process.wait()
        self.process.stdout.close()


class Case(unittest.TestCase):
    arguments = ()

    @classmethod
    def setUpClass(cls):
        cls.it = StandIn(*cls.arguments)

    @classmethod
    def tearDownClass(cls):
        cls.it.stop()

    def setUp(self):
        self.it.ask("POST", "/_standin/reset")

    def counters(self, service):
        return json.loads(self.it.get("/_standin/counters")[2])["services"][service]


class SemanticScholar(Case):
    def test_batch_is_positional(self):
        status, papers = self.it.batch("ARXIV:2210.10341", "ARXIV:2101.99999",
                                       "ACL:2020.clinicalnlp-1.17",
                                       "CorpusId:252542956",
                                       "DOI:10.1093/BIB/bbac409")
        self.assertEqual(status, 200)
        self.assertEqual(len(papers), 5)
        self.assertIsNone(papers[1])
        self.assertEqual(papers[0], papers[3])
        self.assertEqual(papers[0], papers[4])
        self.assertTrue(papers[0]["title"].startswith("BioGPT"))
        self.assertTrue(papers[2]["title"].startswith("Pretrained Language"))
        self.assertEqual(papers[0]["externalIds"]["CorpusId"], 252542956)
        self.assertNotIn("year", papers[0])

    def test_counts_are_visibly_made_up(self):
        for one in self.it.batch("ARXIV:2210.10341", "ARXIV:2402.10373")[1]:
            self.assertEqual(one["citationCount"] % 1111, 0)
            self.assertGreater(one["citationCount"], 0)

    def test_refusals(self):
        none = {"error": "No valid paper ids given"}
        self.assertEqual(self.it.batch("ARXIV:2101.99999"), (400, none))
        self.assertEqual(self.it.batch("ARXIV:2210.10341", ""), (400, none))
        self.assertEqual(self.it.batch(
            "ARXIV:2210.10341", "https://doi.org/10.1093/bib/bbac409"), (400, none))
        self.assertEqual(self.it.batch(*["ARXIV:2210.10341"] * 501)[0], 400)
        status, _, body = self.it.ask("POST", "/graph/v1/paper/batch?fields=wrong",
                                      {"ids": ["ARXIV:2210.10341"]})
        self.assertEqual((status, json.loads(body)), (400, {
            "error": "Unrecognized or unsupported fields: [wrong]"}))

    def test_version_is_unknown(self):
        self.assertEqual(self.it.batch("ARXIV:2210.10341v1",
                                       "ARXIV:2210.10341")[1][0], None)

    def test_match(self):
        path = "/graph/v1/paper/search/match?fields=title&query="
        status, _, body = self.it.get(path + urllib.parse.quote(
            "towards conversational diagnostic AI"))
        self.assertEqual(status, 200)
        found = json.loads(body)["data"]
        self.assertEqual(found[0]["title"], "Towards Conversational Diagnostic AI")
        self.assertIn("matchScore", found[0])
        status, _, body = self.it.get(path + "nobody%20wrote%20this")
        self.assertEqual((status, json.loads(body)),
                         (404, {"error": "Title match not found"}))

    def test_prefix(self):
        status, _, _ = self.it.ask("POST", "/semanticscholar" + BATCH,
                                   {"ids": ["ARXIV:2210.10341"]})
        self.assertEqual(status, 200)
        self.assertEqual(self.counters("semanticscholar")["requests"], 1)


class Arxiv(Case):
    def feed(self, query):
        status, headers, body = self.it.get("/api/query?" + query)
        self.assertEqual(headers["X-Enrich-Stand-In"], "1")
        root = tree.fromstring(body)
        return status, root, [e.find(ATOM + "id").text
                              for e in root.iter(ATOM + "entry")]

    def test_known_and_unknown(self):
        status, root, ids = self.feed(
            "id_list=2402.10373,2101.99999,2210.10341&max_results=3")
        self.assertEqual(status, 200)
        self.assertEqual(sorted(ids), ["http://arxiv.org/abs/2210.10341v1",
                                       "http://arxiv.org/abs/2402.10373v3"])
        self.assertEqual(root.find(SEARCH + "totalResults").text, "2")
        self.assertEqual(self.feed("id_list=2101.99999")[1:][1], [])

    def test_feed_id_is_opaque(self):
        first = self.feed("id_list=2402.10373")[1].find(ATOM + "id").text
        second = self.feed("id_list=2402.10373")[1].find(ATOM + "id").text
        self.assertNotEqual(first, second)

    def test_malformed(self):
        status, root, ids = self.feed("id_list=2402.10373,abc")
        self.assertEqual(status, 400)
        self.assertEqual(len(ids), 1)
        self.assertTrue(ids[0].startswith("https://arxiv.org/api/errors#"))

    def test_ten_by_default(self):
        with open(os.path.join(HERE, "fixtures", "works.jsonl"),
                  encoding="utf-8") as lines:
            ids = [json.loads(line)["ids"].get("arxiv") for line in lines]
        ids = [one for one in ids if one]
        self.assertGreater(len(ids), 10)
        self.assertEqual(len(self.feed("id_list=" + ",".join(ids))[2]), 10)
        _, _, all_of_them = self.feed("id_list=%s&max_results=500" % ",".join(ids))
        self.assertEqual(len(all_of_them), len(ids))

    def test_long_url(self):
        ids = ",".join("2101.%05d" % n for n in range(900))
        self.assertEqual(self.it.get("/api/query?id_list=" + ids)[0], 414)

    def test_oai(self):
        path = "/oai?verb=GetRecord&metadataPrefix=arXiv&identifier="
        for prefix in ("", "/arxiv_oai"):
            status, _, body = self.it.get(prefix + path + "oai:arXiv.org:2402.10373")
            self.assertEqual(status, 200)
            self.assertIn(b"<license>http://creativecommons.org/licenses/by/4.0/",
                          body)
        for tail, code in (("oai:arXiv.org:2101.99999", b"idDoesNotExist"),
                           ("2402.10373", b"badArgument"),
                           ("oai:arXiv.org:2402.10373&x=y", b"badArgument")):
            status, _, body = self.it.get(path + tail)
            self.assertEqual(status, 200)
            self.assertIn(b'<error code="%s">' % code, body)
            tree.fromstring(body)


class HuggingFace(Case):
    def test_expand(self):
        status, headers, body = self.it.get(
            "/api/models/BioMistral/BioMistral-7B?expand%5B%5D=tags&expand[]=gated")
        self.assertEqual(status, 200)
        self.assertEqual(set(json.loads(body)), {"_id", "id", "tags", "gated"})
        self.assertRegex(headers["RateLimit"], r'^"api";r=\d+;t=\d+$')
        self.assertEqual(self.it.get("/api/models/BioMistral/BioMistral-7B"
                                     "?expand[]=wrong")[0], 400)

    def test_missing(self):
        path = "/api/models/nobody/nothing"
        status, headers, body = self.it.get(path)
        self.assertEqual((status, json.loads(body)),
                         (401, {"error": "Invalid username or password."}))
        self.assertIsNone(headers["X-Error-Code"])
        status, headers, _ = self.it.get(path, Authorization="Bearer x")
        self.assertEqual((status, headers["X-Error-Code"]), (404, "RepoNotFound"))

    def test_case_and_rename(self):
        status, headers, _ = self.it.get(
            "/huggingface/api/models/biomistral/biomistral-7b?expand[]=tags")
        self.assertEqual(status, 307)
        self.assertEqual(headers["Location"], "/huggingface/api/models/BioMistral/"
                         "BioMistral-7B?expand%5B%5D=tags")
        status, headers, _ = self.it.get("/api/models/example-medical-lab/old-name-7b")
        self.assertEqual((status, headers["Location"]), (
            307, "/api/models/example-medical-lab/new-name-7b"))

    def test_gated_and_disabled(self):
        self.assertEqual(json.loads(self.it.get(
            "/api/models/m42-health/med42-70b")[2])["gated"], "auto")
        self.assertIs(json.loads(self.it.get(
            "/api/models/example-medical-lab/switched-off-7b")[2])["disabled"], True)

    def test_whoami(self):
        self.assertEqual(self.it.get("/api/whoami-v2")[0], 401)
        self.assertEqual(self.it.get("/api/whoami-v2", Authorization="Bearer x")[0],
                         200)


class GitHub(Case):
    def test_etag(self):
        status, headers, _ = self.it.get("/repos/MICROSOFT/biogpt")
        self.assertEqual(status, 200)
        status, again, body = self.it.get("/repos/microsoft/BioGPT",
                                          If_None_Match=headers["ETag"])
        self.assertEqual((status, body), (304, b""))
        self.assertEqual("W/" + again["ETag"], headers["ETag"])

    def test_rename(self):
        status, headers, body = self.it.get("/repos/medaks/symptomcheck-bench")
        self.assertEqual(status, 301)
        place = urllib.parse.urlsplit(headers["Location"])
        self.assertEqual(json.loads(body)["url"], headers["Location"])
        self.assertRegex(place.path, r"^/repositories/\d+$")
        self.assertEqual(json.loads(self.it.get(place.path)[2])["full_name"],
                         "medask/symptomcheck-bench")

    def test_licences(self):
        def license_of(name):
            return json.loads(self.it.get("/repos/" + name)[2])["license"]
        self.assertEqual(license_of("microsoft/BioGPT")["spdx_id"], "MIT")
        self.assertEqual(license_of("dmis-lab/biobert")["spdx_id"], "NOASSERTION")
        self.assertIsNone(license_of("mitmedialab/MDAgents"))

    def test_missing(self):
        status, headers, _ = self.it.get("/repos/nobody/nothing")
        self.assertEqual(status, 404)
        self.assertEqual(headers["x-ratelimit-limit"], "60")


class DoiServices(Case):
    def test_crossref(self):
        status, _, body = self.it.get("/works/10.1093%2Fbib%2Fbbac409")
        self.assertEqual(json.loads(body)["message"]["container-title"],
                         ["Briefings in Bioinformatics"])
        for doi in ("10.48550/arxiv.2402.10373", "10.1234/nothing"):
            status, _, body = self.it.get("/works/" + doi)
            self.assertEqual((status, body), (404, b"Resource not found."))

    def test_openalex(self):
        status, _, body = self.it.get("/works/doi:10.1093/bib/bbac409")
        self.assertEqual(status, 200)
        self.assertEqual(json.loads(body)["doi"],
                         "https://doi.org/10.1093/bib/bbac409")
        status, headers, _ = self.it.get("/works/doi:10.1234/nothing")
        self.assertEqual(status, 404)
        self.assertIn("text/html", headers["Content-Type"])


class Misbehaviour(Case):
    PATH = "/api/query?id_list=2402.10373"

    def statuses(self, times):
        return [self.it.get(self.PATH)[0] for _ in range(times)]

    def test_times_and_after(self):
        self.it.fault(service="arxiv", kind="500", times=2, after=1)
        self.assertEqual(self.statuses(4), [200, 500, 500, 200])

    def test_only_the_named_service_and_path(self):
        self.it.fault(service="github", kind="500", times=-1)
        self.it.fault(service="arxiv", path="1234.56789", kind="500", times=-1)
        self.assertEqual(self.statuses(1), [200])

    def test_retry_after(self):
        self.it.fault(service="arxiv", kind="429", retry_after=3)
        self.it.fault(service="arxiv", kind="503", retry_after="date+2")
        self.it.fault(service="arxiv", kind="429")
        status, headers, body = self.it.get(self.PATH)
        self.assertEqual((status, headers["Retry-After"], body),
                         (429, "3", b"Rate exceeded."))
        status, headers, _ = self.it.get(self.PATH)
        self.assertEqual(status, 503)
        self.assertRegex(headers["Retry-After"], r"GMT$")
        self.assertIsNone(self.it.get(self.PATH)[1]["Retry-After"])

    def test_broken_transfers(self):
        for kind, error in (("cut-off", http.client.IncompleteRead),
                            ("close", OSError), ("reset", OSError)):
            self.it.fault(service="arxiv", kind=kind)
            with self.assertRaises((error, http.client.HTTPException)):
                self.it.get(self.PATH)
            self.it.line.close()
            self.assertEqual(self.statuses(1), [200])

    def test_too_long(self):
        self.it.fault(service="arxiv", kind="status", status=414, times=-1,
                      longer=len(self.PATH))
        self.assertEqual(self.it.get(self.PATH)[0], 200)
        self.assertEqual(self.it.get(self.PATH + "&start=0")[0], 414)

    def test_too_large(self):
        self.it.fault(service="arxiv", kind="too-large", bytes=1 << 20)
        self.assertGreater(len(self.it.get(self.PATH)[2]), 1 << 20)

    def test_bomb(self):
        self.it.fault(service="arxiv", kind="bomb", bytes=8 << 20)
        _, headers, body = self.it.get(self.PATH)
        self.assertEqual(headers["Content-Encoding"], "gzip")
        self.assertLess(len(body), 100000)
        self.assertEqual(len(gzip.decompress(body)), 8 << 20)

    def test_zeros(self):
        self.it.fault(service="arxiv", kind="zeros", bytes=3 << 20)
        self.assertEqual(self.it.get(self.PATH)[2], bytes(3 << 20))

    def test_cut_gzip(self):
        self.it.fault(service="arxiv", kind="cut-gzip")
        _, headers, body = self.it.get(self.PATH)
        self.assertEqual(int(headers["Content-Length"]), len(body))
        with self.assertRaises(EOFError):
            gzip.decompress(body)

    def test_twist(self):
        self.it.fault(service="arxiv", kind="twist", pattern="<feed",
                      **{"with": "<FEED"})
        self.assertIn(b"<FEED", self.it.get(self.PATH)[2])

    def test_bodies(self):
        for kind in ("html", "empty", "garbage", "deep-json", "bad-json",
                     "empty-feed"):
            self.it.fault(service="arxiv", kind=kind)
            status, _, body = self.it.get(self.PATH)
            self.assertEqual(status, 200)
            self.assertNotIn(b"</entry>", body)
        self.it.fault(service="arxiv", kind="wrong-type")
        self.assertIn(b"</entry>", self.it.get(self.PATH)[2])

    def test_redirects(self):
        self.it.fault(service="arxiv", kind="redirect", url="http://a.test{path}")
        self.assertEqual(self.it.get(self.PATH)[1]["Location"],
                         "http://a.test" + self.PATH)
        self.it.fault(service="arxiv", kind="endless-redirect", times=-1)
        place = self.PATH
        for hop in range(1, 8):
            place = self.it.get(place)[1]["Location"]
            self.assertEqual(place, "%s&hop=%d" % (self.PATH, hop))

    def test_dead_key(self):
        self.it.fault(service="semanticscholar", kind="dead-key", times=-1)
        self.assertEqual(self.it.batch("ARXIV:2210.10341")[0], 200)
        status, _, body = self.it.ask("POST", BATCH, {"ids": ["ARXIV:2210.10341"]},
                                      x_api_key="k")
        self.assertEqual((status, json.loads(body)), (403, {"message": "Forbidden"}))

    def test_unknown_kind_is_told(self):
        self.assertEqual(self.it.ask("POST", "/_standin/faults",
                                     {"kind": "sulk"})[0], 400)


class Counting(Case):
    def test_counters(self):
        self.it.batch("ARXIV:2210.10341", "ARXIV:2402.10373")
        self.it.batch("ARXIV:2402.10373")
        row = self.counters("semanticscholar")
        self.assertEqual((row["requests"], row["ids"], row["repeats"]), (2, 3, 1))
        self.assertEqual(row["statuses"], {"200": 2})
        self.assertEqual(row["max_concurrent"], 1)
        self.assertGreater(row["min_spacing"], 0)

    def test_arxiv_is_one_pace(self):
        self.it.get("/api/query?id_list=2402.10373")
        self.it.get("/oai?verb=Identify")
        self.assertIsNotNone(self.counters("arxiv")["min_spacing"])
        self.assertEqual(self.counters("arxiv")["requests"], 1)

    def test_gzip(self):
        path = "/api/query?id_list=2402.10373"
        _, headers, body = self.it.get(path, Accept_Encoding="deflate, gzip")
        self.assertEqual(headers["Content-Encoding"], "gzip")
        self.assertIn(b"BioMistral", gzip.decompress(body))
        self.assertIsNone(self.it.get(path)[1]["Content-Encoding"])

    def test_one_connection(self):
        self.it.line.close()
        for _ in range(3):
            self.it.get("/repos/microsoft/BioGPT")
        self.assertLessEqual(self.counters("github")["connections"], 1)


class Log(unittest.TestCase):
    def test_key_is_not_in_it(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "log")
            it = StandIn("--log", path)
            it.get("/repos/microsoft/BioGPT", Authorization="Bearer secret")
            it.get("/_standin/counters")
            it.stop()
            with open(path, encoding="utf-8") as log:
                text = log.read()
        self.assertNotIn("secret", text)
        row = json.loads(text)
        self.assertEqual((row["service"], row["status"], row["ids"]),
                         ("github", 200, 1))
        self.assertEqual(row["key_digest"]["authorization"],
                         hashlib.sha256(b"Bearer secret").hexdigest()[:12])


class Hosts(unittest.TestCase):
    def test_each_service_has_its_own(self):
        it = StandIn("--hosts")
        try:
            ports = dict(reversed(it.process.stdout.readline().split()[1:])
                         for _ in range(7))
            self.assertEqual(len(set(ports.values()) | {it.port}), 8)
            line = http.client.HTTPConnection("127.0.0.1", int(ports["github"]),
                                              timeout=10)
            line.request("GET", "/repos/microsoft/BioGPT",
                         headers={"User-Agent": "test"})
            self.assertEqual(line.getresponse().status, 200)
            line.close()
            rows = json.loads(it.get("/_standin/counters")[2])["services"]
            self.assertEqual(rows["github"]["requests"], 1)
        finally:
            it.stop()


class Limits(Case):
    arguments = ("--limit", "arxiv=10000", "--window", "huggingface=2:60")

    def test_too_fast(self):
        self.assertEqual(self.it.get("/api/query?id_list=2402.10373")[0], 200)
        self.assertEqual(self.it.get("/oai?verb=Identify")[0], 429)

    def test_window(self):
        path = "/api/models/BioMistral/BioMistral-7B"
        replies = [self.it.get(path) for _ in range(3)]
        self.assertEqual([reply[0] for reply in replies], [200, 200, 429])
        self.assertIn("r=1;", replies[0][1]["RateLimit"])
        self.assertIn("r=0;", replies[2][1]["RateLimit"])


class Synthetic(Case):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        path = os.path.join(cls.folder.name, "titles.jsonl")
        with open(path, "w", encoding="utf-8") as titles:
            titles.write('{"id": "arxiv:2401.00001", "title": "A", "year": 2024}\n')
            titles.write('{"id": "arxiv:2401.00002", "absent": true}\n')
        cls.arguments = ("--synthetic", "--titles", path)
        super().setUpClass()

    @classmethod
    def tearDownClass(cls):
        super().tearDownClass()
        cls.folder.cleanup()

    def test_papers(self):
        status, papers = self.it.batch("ARXIV:2401.00001", "ARXIV:2401.00002",
                                       "ARXIV:2401.00003", "DOI:10.1234/x")
        self.assertEqual(status, 200)
        self.assertEqual(papers[0]["title"], "A")
        self.assertIsNone(papers[1])
        self.assertIn("2401.00003", papers[2]["title"])
        # What one id teaches leads back to the same work, also after a restart.
        corpus = papers[2]["externalIds"]["CorpusId"]
        other = StandIn(*self.arguments)
        try:
            self.assertEqual(other.batch("CorpusId:%d" % corpus)[1][0]["title"],
                             papers[2]["title"])
        finally:
            other.stop()

    def test_artifacts(self):
        self.assertEqual(self.it.get("/api/datasets/any/thing")[0], 200)
        self.assertEqual(self.it.get("/repos/any/thing")[0], 200)


def shared():
    return os.environ.get("ENRICH_SHARED")


@unittest.skipUnless(shared(), "no $ENRICH_SHARED with lists")
class Lists(Case):
    @classmethod
    def setUpClass(cls):
        cls.arguments = ("--lists", os.path.join(shared(), "lists"))
        super().setUpClass()

    def test_found(self):
        status, papers = self.it.batch(
            "ARXIV:2309.06419", "CorpusId:261696494", "ARXIV:2408.04187",
            "DOI:10.1038/s41591-023-02437-x", "ARXIV:1901.08746")
        self.assertEqual(status, 200)
        self.assertNotIn(None, papers)
        self.assertEqual(papers[0], papers[1])
        self.assertTrue(papers[4]["title"].startswith("BioBERT"))
        self.assertEqual(self.it.get("/repos/AIM-Harvard/SDoH")[0], 200)


class World(Case):
    """What a service has never heard of, and what it says otherwise."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        os.mkdir(os.path.join(cls.folder.name, "shelf"))
        rows = [
            {"kind": "paper", "title": "Koba revu: lanic of mosar tibel",
             "authors": ["Koba Revu"], "year": 2024,
             "ids": {"arxiv": "2401.00001", "doi": "10.5555/koba.1"},
             "unknown_to": ["crossref"],
             "said": {"semanticscholar": {"title": "KOBA REVU"}}},
            {"kind": "paper", "title": "Tomel fanar: gisob with dural kepin",
             "authors": [], "year": 2024, "ids": {"arxiv": "2401.00002"},
             "unknown_to": ["semanticscholar"]},
            {"kind": "paper", "title": "Tomel fanar: gisob with dural kepin II",
             "authors": [], "year": 2024, "ids": {"arxiv": "2401.00003"}}]
        path = os.path.join(cls.folder.name, "shelf", "works.jsonl")
        with open(path, "w", encoding="utf-8") as out:
            out.writelines(json.dumps(row) + "\n" for row in rows)
        cls.arguments = ("--world", cls.folder.name)
        super().setUpClass()

    @classmethod
    def tearDownClass(cls):
        super().tearDownClass()
        cls.folder.cleanup()

    def match(self, title):
        status, _, body = self.it.get(
            "/graph/v1/paper/search/match?fields=title,externalIds&query="
            + urllib.parse.quote(title))
        if status == 404:
            return None
        return json.loads(body)["data"][0]["externalIds"]["ArXiv"]

    def test_each_service_has_its_own_view(self):
        status, papers = self.it.batch("ARXIV:2401.00001", "ARXIV:2401.00002")
        self.assertEqual((status, papers[0]["title"], papers[1]),
                         (200, "KOBA REVU", None))
        # The same work by whatever it is named: a view keeps its numbers.
        other = self.it.batch("DOI:10.5555/koba.1")[1][0]
        self.assertEqual(papers[0]["paperId"], other["paperId"])
        self.assertEqual(self.it.get("/works/10.5555/koba.1")[0], 404)
        feed = self.it.get("/api/query?id_list=2401.00001,2401.00002")[2]
        titles = [one.findtext(ATOM + "title")
                  for one in tree.fromstring(feed).iter(ATOM + "entry")]
        self.assertEqual(titles, ["Koba revu: lanic of mosar tibel",
                                  "Tomel fanar: gisob with dural kepin"])

    def test_the_nearest_title_is_of_what_is_known(self):
        self.assertEqual(self.match("Tomel fanar: gisob with dural kepin"),
                         "2401.00003")
        self.assertIsNone(self.match("Koba revu: lanic of mosar tibel"))
        self.assertIsNone(self.match("Tomel fanar zarex"))


class Fixtures(unittest.TestCase):
    def test_every_line_says_what_is_made_up(self):
        for name in ("works", "huggingface", "github"):
            path = os.path.join(HERE, "fixtures", name + ".jsonl")
            with open(path, encoding="utf-8") as lines:
                for line in lines:
                    row = json.loads(line)
                    self.assertIsInstance(row["made_up"], list, row)
                    if row["kind"] == "paper":
                        self.assertTrue(row["title"] and row["ids"])


if __name__ == "__main__":
    sys.dont_write_bytecode = True
    unittest.main()
