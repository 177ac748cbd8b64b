#!/usr/bin/env python3
"""A service that misbehaves on request, for test_fetch.

Listens on two free ports of 127.0.0.1 and prints both.  Each path is a
behaviour; GET /__log gives what came, one line a request:
"TIME_MS PORT METHOD PATH KEY", KEY being the value of x-api-key or "-".
Ends when its standard input is closed.
"""
import gzip
import io
import os
import socket
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

LOG = []
SEEN = {}
LOCK = threading.Lock()
PORTS = []
MANY = [0, 0]    # /many: now, and most at once


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *args):
        pass

    def note(self):
        with LOCK:
            LOG.append("%d %d %s %s %s" % (
                time.monotonic() * 1000, self.server.server_port,
                self.command, self.path, self.headers.get("x-api-key", "-")))
            SEEN[self.path] = SEEN.get(self.path, 0) + 1
            return SEEN[self.path]

    def reply(self, status=200, body=b"fine", **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self):
        length = int(self.headers.get("Content-Length", "0"))
        body = self.rfile.read(length)
        times = self.note()
        if self.path.startswith("/moved"):
            self.reply(307, b"", Location="/echo")
        elif self.path.startswith("/see-other"):
            self.reply(303, b"", Location="/fine")
        else:
            self.reply(200, self.command.encode() + b" " + body
                       + b" %d" % times)

    def do_GET(self):
        if self.path == "/__log":
            with LOCK:
                self.reply(200, ("\n".join(LOG) + "\n").encode())
            return
        times = self.note()
        name = self.path.strip("/").split("/")[0].split("?")[0]
        act = getattr(self, "act_" + name.replace("-", "_"), None)
        if act is None:
            self.reply(404, b"no such thing")
        else:
            act(times)

    def act_fine(self, times):
        self.reply(200, b"fine", Content_Type="Application/JSON; charset=x",
                   ETag='"abc"')

    def act_window(self, times):
        left = 3 - times
        if left < 0:
            self.reply(429, b"too many", RateLimit='"api";r=0;t=1')
        else:
            self.reply(200, b"fine", RateLimit='"api";r=%d;t=100' % left)

    def act_limited(self, times):
        if times == 1:
            self.reply(429, b"wait", Retry_After="40")
        else:
            self.reply()

    def act_limited_silent(self, times):
        if times == 1:
            self.reply(429, b"wait")
        else:
            self.reply()

    def act_limited_long(self, times):
        self.reply(429, b"tomorrow", Retry_After="36000")

    def act_always_500(self, times):
        self.reply(500, b"broken")

    def act_twice_500(self, times):
        if times <= 2:
            self.reply(500, b"broken")
        else:
            self.reply()

    def act_cut(self, times):
        if times == 1:
            self.send_response(200)
            self.send_header("Content-Length", "1000")
            self.end_headers()
            self.wfile.write(b"half")
            self.close_connection = True
        else:
            self.reply()

    def act_big(self, times):
        self.reply(200, b"x" * 200000)

    def act_bomb(self, times):
        packed = io.BytesIO()
        with gzip.GzipFile(fileobj=packed, mode="wb") as out:
            for _ in range(8):
                out.write(b"\0" * (1 << 20))
        self.reply(200, packed.getvalue(), Content_Encoding="gzip")

    def act_gzip(self, times):
        self.reply(200, gzip.compress(b"unpacked" * 100),
                   Content_Encoding="gzip")

    def act_drip(self, times):
        if times > 1:
            self.reply()
            return
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        try:
            for _ in range(40):
                self.wfile.write(b"x")
                self.wfile.flush()
                time.sleep(0.25)
        except OSError:
            pass
        self.close_connection = True

    def act_elsewhere(self, times):
        self.reply(302, b"", Location="http://127.0.0.1:%d/stolen" % PORTS[1])

    def act_other_host(self, times):
        self.reply(302, b"", Location="http://localhost:%d/fine" % PORTS[0])

    def act_to_file(self, times):
        self.reply(302, b"", Location="file:///etc/passwd")

    def act_renamed(self, times):
        self.reply(307, b"", Location="/prefix/../fine?a=b")

    def act_endless(self, times):
        self.reply(301, b"", Location="/endless?%d" % times)

    def act_html(self, times):
        self.reply(200, b"<html>", Content_Type="text/html")

    def act_flood(self, times):
        self.send_response(200)
        try:
            for n in range(40):
                self.send_header("X-Flood-%d" % n, "x" * 10000)
            self.end_headers()
        except OSError:
            pass
        self.close_connection = True

    def act_empty(self, times):
        self.reply(204, b"")

    def act_slow(self, times):
        time.sleep(0.1)
        self.reply()

    def act_many(self, times):
        with LOCK:
            MANY[0] += 1
            MANY[1] = max(MANY)
        time.sleep(0.05)
        with LOCK:
            MANY[0] -= 1
        self.reply()

    def act_peak(self, times):
        self.reply(200, b"%d" % MANY[1])


class Server(ThreadingHTTPServer):
    daemon_threads = True
    disable_nagle_algorithm = True

    def handle_error(self, request, client_address):
        pass


def main():
    servers = [Server(("127.0.0.1", 0), Handler) for _ in range(2)]
    for server in servers:
        PORTS.append(server.server_port)
        threading.Thread(target=server.serve_forever, daemon=True).start()
    # A port nobody listens on: bound, never listened on, and kept.
    dead = socket.socket()
    dead.bind(("127.0.0.1", 0))
    print(PORTS[0], PORTS[1], dead.getsockname()[1], flush=True)
    sys.stdin.read()
    os._exit(0)


main()
