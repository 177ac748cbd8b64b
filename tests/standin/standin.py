#!/usr/bin/env python3
"""A stand-in for the services that enrich asks.  See README.md beside it.

Fixtures and misbehaviour enter, HTTP replies, a log and counters leave.
Standard library only, Python 3.9 and later.
"""
import argparse
import gzip
import hashlib
import json
import os
import re
import signal
import socket
import struct
import sys
import threading
import time
import urllib.parse
import zlib
from email.utils import formatdate
from http.client import responses
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

# Not beside the sources.
sys.dont_write_bytecode = sys.pycache_prefix is None
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import lists                                              # noqa: E402
import services                                           # noqa: E402
from faults import Counters, Faults                       # noqa: E402
from shelf import Seen, Shelf, clock, json_lines               # noqa: E402

MOST_BODY = 32 << 20
KEY_HEADERS = ("x-api-key", "authorization")
bombs = {}


def bomb(size):
    """gzip of `size` blanks: a thousand times smaller."""
    if size not in bombs:
        maker = zlib.compressobj(6, zlib.DEFLATED, 31)
        chunk, out = b" " * (1 << 20), []
        for _ in range(max(1, size >> 20)):
            out.append(maker.compress(chunk))
        out.append(maker.flush())
        bombs[size] = b"".join(out)
    return bombs[size]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    timeout = 60

    def setup(self):
        super().setup()
        self.fresh = True

    def log_message(self, format, *args):
        pass

    def do_GET(self):
        self.answer("GET")

    def do_POST(self):
        self.answer("POST")

    # -- one request -----------------------------------------------------
    def answer(self, method):
        split = urllib.parse.urlsplit(self.path)
        try:
            length = int(self.headers.get("Content-Length") or 0)
        except ValueError:
            length = -1
        if not 0 <= length <= MOST_BODY:
            self.close_connection = True
            return self.send(services.Reply(413, {"error": "too large"}))
        body = self.rfile.read(length) if length else b""
        if split.path.startswith("/_standin/"):
            return self.control(method, split, body)
        service, prefix, path = services.route(
            split.path, split.query)
        has_key = any(self.headers.get(name) for name in KEY_HEADERS) \
            or "api_key=" in split.query
        name = service or "other"
        spacing = self.server.counters.begin(name, self.fresh, has_key)
        self.fresh = False
        self.status, self.sent, self.aborted, self.ids = 0, 0, False, []
        request = services.Request(
            method, path, urllib.parse.parse_qsl(split.query, True),
            self.headers, body, "http://" + self.headers.get("Host", ""),
            prefix, self.server.window(name, has_key))
        try:
            self.reply(name, service, request, spacing, has_key)
        except OSError:
            self.aborted, self.close_connection = True, True
        self.server.counters.end(name, self.status, self.ids, self.sent,
                                 self.aborted)
        self.log(name, method, has_key)

    def reply(self, name, service, request, spacing, has_key):
        if self.server.delay:
            time.sleep(self.server.delay / 1000)
        fault = self.server.faults.pick(name, self.path, has_key)
        if fault is not None:
            return self.misbehave(fault, name, service, request)
        least = self.server.limits.get(name)
        if least and spacing is not None and spacing * 1000 < least:
            return self.send(services.limited(name, request))
        if name in self.server.windows and request.window[0] < 0:
            return self.send(self.spent(name, request))
        self.send(self.usual(service, request))

    def usual(self, service, request):
        if service is None:
            return services.Reply(404, {"error": "stand-in: no such endpoint"})
        if len(self.path) > 8000:
            return services.Reply(414, "URI Too Long\n", "text/plain")
        return services.SERVICES[service](
            Seen(self.server.shelf, service), request)

    def spent(self, name, request):
        request.window = (0,) + request.window[1:]
        if name == "github":
            reply = services.Reply(403, {"message": "API rate limit exceeded for "
                                         "127.0.0.1."}, services.GITHUB_JSON)
            reply.headers = services.github_headers(request)
        elif name == "openalex":
            reply = services.limited(name, request)
        else:
            reply = services.limited(name, request)
            reply.headers = services.hf_headers(request)
        return reply

    def head(self, status, kind, headers, length):
        lines = ["HTTP/1.1 %d %s" % (status, responses.get(status, "Unknown")),
                 "Date: " + formatdate(usegmt=True), "X-Enrich-Stand-In: 1"]
        if kind:
            lines.append("Content-Type: " + kind)
        if length is not None:
            lines.append("Content-Length: %d" % length)
        lines += ["%s: %s" % pair for pair in headers]
        if self.close_connection:
            lines.append("Connection: close")
        self.status = status
        return ("\r\n".join(lines) + "\r\n\r\n").encode("utf-8")

    def put(self, data):
        self.connection.sendall(data)
        self.sent += len(data)

    def send(self, reply):
        body, headers = reply.body, list(reply.headers)
        self.ids = reply.ids
        accepted = self.headers.get("Accept-Encoding", "")
        if len(body) > 200 and re.search(r"\bgzip\b(?!;q=0)", accepted):
            body = gzip.compress(body, 6, mtime=0)
            headers += [("Content-Encoding", "gzip"), ("Vary", "Accept-Encoding")]
        length = None if reply.status == 304 else len(body)
        self.put(self.head(reply.status, reply.kind if length is not None else "",
                           headers, length) + body)

    def log(self, name, method, has_key):
        log = self.server.log_file
        if log is None:
            return
        keys = {}
        for header in KEY_HEADERS:
            if self.headers.get(header):
                value = self.headers[header].encode()
                keys[header] = hashlib.sha256(value).hexdigest()[:12]
        query = re.search(r"[?&]api_key=([^&]*)", self.path)
        if query:
            keys["api_key"] = hashlib.sha256(
                query.group(1).encode()).hexdigest()[:12]
        line = json.dumps({
            "time": round(time.time(), 3), "service": name, "method": method,
            "path": re.sub(r"api_key=[^&]*", "api_key=", self.path), "ids": len(self.ids), "status": self.status,
            "bytes": self.sent, "key": has_key, "key_digest": keys,
            "agent": self.headers.get("User-Agent", ""),
            "host": self.headers.get("Host", ""), "aborted": self.aborted})
        with self.server.log_lock:
            log.write(line + "\n")
            log.flush()

    # -- misbehaviour ----------------------------------------------------
    def misbehave(self, fault, name, service, request):
        kind = fault["kind"]
        if kind in ("429", "500", "502", "503", "504", "status"):
            return self.trouble(fault, name, request)
        if kind == "dead-key":
            return self.send(self.refused(name))
        if kind == "close":
            self.close_connection = True
            return self.connection.shutdown(socket.SHUT_RDWR)
        if kind == "reset":
            self.close_connection = True
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER,
                                       struct.pack("ii", 1, 0))
            return self.connection.close()
        if kind == "hang":
            self.close_connection = True
            return self.wait_for_leaving(float(fault.get("seconds", 30)))
        if kind == "redirect":
            place = fault["url"].replace("{path}", self.path)
            return self.send(services.Reply(
                int(fault.get("status", 302)), b"", "",
                [("Location", place)]))
        if kind == "endless-redirect":
            hop = int(request.get("hop") or 0) + 1
            bare = re.sub(r"[?&]hop=\d+", "", self.path)
            mark = "&" if "?" in bare else "?"
            return self.send(services.Reply(
                302, b"", "", [("Location", "%s%shop=%d" % (bare, mark, hop))]))
        usual = self.usual(service, request)
        self.ids = usual.ids
        return getattr(self, "do_" + kind.replace("-", "_"))(fault, usual)

    def trouble(self, fault, name, request):
        kind = fault["kind"]
        status = int(fault.get("status", 500) if kind == "status" else kind)
        if status == 429:
            reply = services.limited(name, request)
        elif fault.get("html", status != 500):
            reply = services.Reply(status, "<html><head><title>%d</title></head>"
                                   "<body>%s</body></html>\n" % (
                                       status, responses.get(status, "")),
                                   "text/html")
        else:
            reply = services.Reply(status, {"message": "Internal Server Error"})
        after = fault.get("retry_after")
        if isinstance(after, str) and after.startswith("date"):
            after = formatdate(time.time() + float(after[4:] or 0), usegmt=True)
        if after is not None:
            reply.headers.append(("Retry-After", str(after)))
        for header, value in (fault.get("headers") or {}).items():
            reply.headers.append((header, value))
        self.send(reply)

    def refused(self, name):
        if name == "semanticscholar":
            return services.Reply(403, {"message": "Forbidden"})
        if name == "github":
            return services.Reply(401, {"message": "Bad credentials",
                                        "status": "401"}, services.GITHUB_JSON)
        words = "Invalid username or password."
        return services.Reply(401, {"error": words},
                              headers=[("X-Error-Message", words)])

    def wait_for_leaving(self, seconds):
        """Until the client closes, at most so long."""
        self.connection.settimeout(seconds)
        try:
            while self.connection.recv(4096):
                pass
        except (socket.timeout, TimeoutError):
            pass

    def do_cut_off(self, fault, usual):
        self.close_connection = True
        self.put(self.head(200, usual.kind, [], len(usual.body))
                 + usual.body[:len(usual.body) // 2])

    def do_too_large(self, fault, usual):
        """Streamed: a list that never ends, up to `bytes`."""
        self.put(self.head(200, usual.kind, [("Transfer-Encoding", "chunked")],
                           None))
        block = b"null," * 13107
        left = int(fault.get("bytes", 256 << 20))
        self.put(b"1\r\n[\r\n")
        while left > 0:
            self.put(b"%x\r\n%s\r\n" % (len(block), block))
            left -= len(block)
        self.put(b"5\r\nnull]\r\n0\r\n\r\n")

    def do_zeros(self, fault, usual):
        """As many as Content-Length says."""
        left = int(fault.get("bytes", 2 << 30))
        self.close_connection = True
        self.put(self.head(200, usual.kind, [], left))
        block = bytes(1 << 20)
        while left > 0:
            self.put(block[:left])
            left -= len(block)

    def do_cut_gzip(self, fault, usual):
        """Half a gzip, and a Content-Length that is right about it."""
        data = gzip.compress(usual.body, mtime=0)
        data = data[:len(data) // 2]
        self.put(self.head(200, usual.kind, [("Content-Encoding", "gzip")],
                           len(data)) + data)

    def do_twist(self, fault, usual):
        """The right body, with what `pattern` finds replaced."""
        text = re.sub(fault["pattern"], fault.get("with", ""),
                      usual.body.decode(), count=int(fault.get("count", 0)),
                      flags=re.S)
        reply = services.Reply(200, text.encode(), usual.kind, ids=usual.ids)
        reply.headers += (fault.get("headers") or {}).items()
        self.send(reply)

    def do_drip(self, fault, usual):
        """A byte now and then, for `seconds` at most."""
        self.close_connection = True
        self.put(self.head(200, usual.kind, [], 1 << 20))
        until = time.monotonic() + float(fault.get("seconds", 30))
        while time.monotonic() < until:
            self.put(b" ")
            time.sleep(float(fault.get("ms", 200)) / 1000)

    def do_html(self, fault, usual):
        self.send(services.Reply(200, "<!doctype html>\n<title>Please wait"
                                 "</title>\n<p>Checking your browser.</p>\n",
                                 "text/html; charset=utf-8", ids=usual.ids))

    def do_wrong_type(self, fault, usual):
        usual.kind = "application/octet-stream"
        self.send(usual)

    def do_empty(self, fault, usual):
        self.send(services.Reply(200, b"", usual.kind, ids=usual.ids))

    def do_empty_feed(self, fault, usual):
        """arXiv's false empty page: 200, well-formed, nothing in it."""
        text = re.sub(r"  <entry>.*</entry>\n", "", usual.body.decode(),
                      flags=re.S)
        text = re.sub(r"(<opensearch:totalResults>)\d+", r"\g<1>0", text)
        self.send(services.Reply(200, text, usual.kind, ids=usual.ids))

    def do_bomb(self, fault, usual):
        data = bomb(int(fault.get("bytes", 128 << 20)))
        self.put(self.head(200, usual.kind, [("Content-Encoding", "gzip")],
                           len(data)) + data)

    def do_bad_json(self, fault, usual):
        self.send(services.Reply(200, usual.body[:len(usual.body) // 2],
                                 usual.kind, ids=usual.ids))

    def do_deep_json(self, fault, usual):
        depth = int(fault.get("depth", 100000))
        self.send(services.Reply(200, b"[" * depth + b"]" * depth, usual.kind,
                                 ids=usual.ids))

    def do_garbage(self, fault, usual):
        """Bytes that are no text, NUL among them; the same each time."""
        seed, out = b"stand-in", []
        for _ in range(64):
            seed = hashlib.sha256(seed).digest()
            out.append(seed + b"\0")
        self.send(services.Reply(200, b"".join(out), usual.kind, ids=usual.ids))

    def do_header_flood(self, fault, usual):
        usual.headers += [("X-Flood-%d" % n, "x" * 1000)
                          for n in range(int(fault.get("headers", 2000)))]
        self.send(usual)

    # -- control ---------------------------------------------------------
    def control(self, method, split, body):
        server, what = self.server, split.path[len("/_standin/"):]
        self.status, self.sent, self.ids = 0, 0, []
        if what == "faults" and method == "POST":
            try:
                wrong = server.faults.add(json.loads(body))
            except ValueError as error:
                wrong = str(error)
            if wrong:
                return self.send(services.Reply(400, {"error": wrong}))
            return self.send(services.Reply(200, server.faults.show()))
        if what == "faults":
            return self.send(services.Reply(200, server.faults.show()))
        if what == "counters":
            return self.send(services.Reply(200, server.counters.show()))
        if what == "reset" and method == "POST":
            only = urllib.parse.parse_qs(split.query).get("only", [""])[0]
            if only != "counters":
                server.faults.clear()
            if only != "faults":
                server.counters.clear()
            return self.send(services.Reply(200, {"reset": only or "all"}))
        if what == "world" and method == "POST":
            change = json.loads(body)
            clock["week"] = change.get("week", clock["week"])
            for row in change.get("rows", ()):
                server.shelf.change(row)
            return self.send(services.Reply(200, {"week": clock["week"]}))
        self.send(services.Reply(404, {"error": "stand-in: faults, counters, "
                                       "reset, world"}))


class House:
    """What all listeners share: the shelf, faults, counters, log, limits."""

    def __init__(self, arguments, shelf):
        self.shelf, self.delay = shelf, arguments.delay
        self.faults, self.counters = Faults(), Counters()
        self.log_file = open(arguments.log, "a", encoding="utf-8") \
            if arguments.log else None
        self.log_lock = threading.Lock()
        self.limits = {name: float(value) for name, value in arguments.limit}
        if "arxiv" in self.limits:
            self.limits.setdefault("arxiv_oai", self.limits["arxiv"])
        self.windows, self.used = {}, {}
        for name, value in arguments.window:
            quota, _, seconds = value.partition(":")
            self.windows[name] = (int(quota), float(seconds or 300))
        self.window_lock = threading.Lock()

    def window(self, name, has_key):
        """(left, quota, seconds to reset); left is -1 when it is spent."""
        if name not in self.windows:
            quota = {"huggingface": 1000 if has_key else 500,
                     "openalex": 10000 if has_key else 1000,
                     "github": 5000 if has_key else 60}.get(name, 1)
            return quota - 1, quota, {"github": 3600, "openalex": 11111}.get(
                name, 300)
        quota, seconds = self.windows[name]
        with self.window_lock:
            now = time.monotonic()
            start, used = self.used.get(name, (now, 0))
            if now - start >= seconds:
                start, used = now, 0
            self.used[name] = (start, used + 1)
            return quota - used - 1, quota, max(1, round(start + seconds - now))


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128
    allow_reuse_address = True

    def __init__(self, port, house):
        super().__init__(("127.0.0.1", port), Handler)
        self.house = house

    def __getattr__(self, name):
        return getattr(self.__dict__["house"], name)

    def handle_error(self, request, client_address):
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)


def pair(text):
    name, equals, value = text.partition("=")
    if not equals or name not in services.SERVICES:
        raise argparse.ArgumentTypeError("SERVICE=VALUE, SERVICE one of "
                                         + ", ".join(services.SERVICES))
    return name, value


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    parser = argparse.ArgumentParser(description="stand-in for the services")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--hosts", action="store_true",
                        help="a port for each service as well")
    parser.add_argument("--fixtures", default=os.path.join(here, "fixtures"))
    parser.add_argument("--world", metavar="DIR", help="know what "
                        "tests/world/generate.py made: DIR/shelf")
    parser.add_argument("--log")
    parser.add_argument("--delay", type=float, default=0, metavar="MS")
    parser.add_argument("--faults", metavar="FILE", help="JSON Lines")
    parser.add_argument("--synthetic", action="store_true",
                        help="know every well-formed identifier")
    parser.add_argument("--hf-page", type=int, default=1000, metavar="N",
                        help="most entries in a list of Hugging Face")
    parser.add_argument("--oai-page", type=int, default=20000, metavar="N",
                        help="most headers of a page of ListIdentifiers")
    parser.add_argument("--titles", metavar="FILE",
                        help="JSON Lines {id, title, year}")
    parser.add_argument("--lists", metavar="DIR",
                        help="know what these lists name (DIR/../gold)")
    parser.add_argument("--raw", metavar="DIR",
                        help="serve the files of this folder under /raw")
    parser.add_argument("--limit", type=pair, action="append", default=[],
                        metavar="SERVICE=MS", help="429 below this spacing")
    parser.add_argument("--window", type=pair, action="append", default=[],
                        metavar="SERVICE=N:SECONDS", help="requests a window")
    arguments = parser.parse_args()
    shelf = Shelf()
    shelf.hf_page = arguments.hf_page
    shelf.oai_page = arguments.oai_page
    shelf.synthetic = arguments.synthetic
    shelf.raw = arguments.raw
    shelf.read_fixtures(os.path.join(arguments.world, "shelf")
                        if arguments.world else arguments.fixtures)
    if arguments.titles:
        shelf.read_titles(arguments.titles)
    if arguments.lists:
        lists.read(shelf, arguments.lists)
    house = House(arguments, shelf)
    server = Server(arguments.port, house)
    if arguments.faults:
        wrong = house.faults.add(list(json_lines(arguments.faults)))
        if wrong:
            sys.exit("standin: %s: %s" % (arguments.faults, wrong))
    signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
    lines = ["port %d" % server.server_address[1]]
    for name in services.SERVICES if arguments.hosts else ():
        other = Server(0, house)
        threading.Thread(target=other.serve_forever, daemon=True).start()
        lines.append("port %d %s" % (other.server_address[1], name))
    print("\n".join(lines), flush=True)
    try:
        server.serve_forever(poll_interval=0.1)
    except KeyboardInterrupt:
        pass


if __name__ == "__main__":
    main()
