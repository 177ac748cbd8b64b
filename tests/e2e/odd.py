"""Servers as networks have them: odd.py PORT COUNTS [6]

/KIND/… is answered in the way of that kind; what is to come through whole is the
stand-in's at PORT.  COUNTS gets a line a request: its kind.  6: at ::1.
"""
import email.utils
import gzip
import http.client
import socket
import sys
import threading
import time

PAGE = b"<!DOCTYPE html>\n<html><head><title>Welcome to the guest network</title>" \
    b"</head><body><form action=/login>Sign in</form></body></html>\n"
JSON = b"Content-Type: application/json\r\n"
HTML = b"Content-Type: text/html; charset=utf-8\r\n"


def reply(status, headers, body):
    return b"HTTP/1.1 %s\r\n%sContent-Length: %d\r\nConnection: close\r\n\r\n%s" % (
        status, headers, len(body), body)


def soon():
    return email.utils.formatdate(time.time() + 1, usegmt=True).encode()


KINDS = {
    "portal": lambda: reply(b"200 OK", HTML, PAGE),
    "portal-511": lambda: reply(b"511 Network Authentication Required", HTML, PAGE),
    "login": lambda: reply(
        b"302 Found", b"Location: https://login.example/?next=x\r\n", b""),
    "login-307": lambda: reply(
        b"307 Temporary Redirect", b"Location: http://10.0.0.1/login\r\n", b""),
    "challenge": lambda: reply(
        b"403 Forbidden", b"cf-mitigated: challenge\r\nServer: cloudflare\r\n" + HTML,
        b"<html><head><title>Just a moment...</title></head></html>"),
    "maintenance": lambda: reply(b"503 Service Unavailable", HTML, PAGE),
    "maintenance-date": lambda: reply(
        b"503 Service Unavailable", b"Retry-After: %s\r\n" % soon() + HTML, PAGE),
    "busy-seconds": lambda: reply(
        b"429 Too Many Requests", b"Retry-After: 1\r\n" + JSON, b"{}"),
    "busy-draft": lambda: reply(
        b"429 Too Many Requests", b'RateLimit-Policy: "default";q=1;w=1\r\n'
        b'RateLimit: "default";r=0;t=1\r\n' + JSON, b"{}"),
    "gzip-nothing": lambda: reply(
        b"200 OK", b"Content-Encoding: gzip\r\n" + JSON, b""),
    "gzip-empty": lambda: reply(
        b"200 OK", b"Content-Encoding: gzip\r\n" + JSON, gzip.compress(b"")),
    "gzip-none": lambda: reply(
        b"200 OK", b"Content-Encoding: gzip\r\n" + JSON, b"[null]"),
    "encoding-unknown": lambda: reply(
        b"200 OK", b"Content-Encoding: made-up\r\n" + JSON, b"[null]"),
    "chunks-broken": lambda: b"HTTP/1.1 200 OK\r\n" + JSON +
        b"Transfer-Encoding: chunked\r\n\r\nzz\r\n[null]\r\n0\r\n\r\n",
    "chunks-cut": lambda: b"HTTP/1.1 200 OK\r\n" + JSON +
        b"Transfer-Encoding: chunked\r\n\r\n40\r\n[null",
    "error-200": lambda: reply(
        b"200 OK", JSON, b'{"error": "Internal error", "code": 500}'),
    "empty": lambda: reply(b"200 OK", JSON, b""),
    "null": lambda: reply(b"200 OK", JSON, b"null"),
    "no-content": lambda: b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n",
    "partial": lambda: reply(b"206 Partial Content", JSON, b"[null]"),
    "accepted": lambda: reply(b"202 Accepted", JSON, b'{"status": "queued"}'),
    "gateway-404": lambda: reply(
        b"404 Not Found", JSON, b'{"message": "no Route matched with those values"}'),
    "gateway-401": lambda: reply(
        b"401 Unauthorized", JSON, b'{"error": "Unauthorized"}'),
    "echo": lambda: reply(
        b"400 Bad Request", JSON, b'{"error": "key-that-is-told-back is no key"}'),
    "firewall": lambda: reply(
        b"403 Forbidden", b"Content-Type: text/plain\r\n", b"error code: 1020"),
    "cloudflare-520": lambda: reply(b"520 ", HTML, PAGE),
    "teapot": lambda: reply(b"418 I'm a teapot", HTML, PAGE),
    "garbled": lambda: b"\x16\x03\x01 no HTTP at all\r\n\r\n",
}


def asked(client):
    """Method, path, fields and body of a request; None: it ended before."""
    head = b""
    while b"\r\n\r\n" not in head:
        got = client.recv(65536)
        if not got:
            return None
        head += got
    head, _, body = head.partition(b"\r\n\r\n")
    lines = head.decode("latin-1").split("\r\n")
    fields = dict(line.lower().split(": ", 1) for line in lines[1:])
    while len(body) < int(fields.get("content-length", 0)):
        body += client.recv(65536)
    return lines[0].split(" ")[:2] + [fields, body]


def as_of_old(port, method, path, fields, body):
    """HTTP/1.0: no length, the end of the connection is the body's."""
    line = http.client.HTTPConnection("127.0.0.1", port)
    line.request(method, path, body or None, {
        name: value for name, value in fields.items()
        if name not in ("accept-encoding", "content-length", "host")})
    got = line.getresponse()
    return b"HTTP/1.0 %d %s\r\nContent-Type: %s\r\n\r\n%s" % (
        got.status, got.reason.encode(),
        (got.getheader("Content-Type") or "").encode(), got.read())


def serve(client, port, counts):
    with client:
        request = asked(client)
        if request is None:
            return
        method, path, fields, body = request
        kind, _, rest = path[1:].partition("/")
        counts.write(kind + "\n")
        counts.flush()
        client.sendall(as_of_old(port, method, "/" + rest, fields, body)
                       if kind == "http-1.0" else KINDS[kind]())


def main():
    port, counts = int(sys.argv[1]), open(sys.argv[2], "a", encoding="ascii")
    family = socket.AF_INET6 if len(sys.argv) > 3 else socket.AF_INET
    listener = socket.create_server(
        ("::1" if len(sys.argv) > 3 else "127.0.0.1", 0), family=family, backlog=64)
    print("port %d" % listener.getsockname()[1], flush=True)
    while True:
        client, _ = listener.accept()
        threading.Thread(target=serve, args=(client, port, counts), daemon=True).start()


if __name__ == "__main__":
    main()
