#!/bin/sh
# curl: a reply without an ETag empties the file that --etag-save names, also a 503
# or a 304: what was known of the last good reply is gone.
#
# Version:   curl 7.88.1-10+deb12u15 (Debian 12)
# Expected:  --etag-compare F --etag-save F keeps the ETag until a reply brings
#            another one.
# Seen:      F is opened for writing before the reply is known. After a server's
#            503, or a 304 that does not repeat the ETag (RFC 9110, 15.4.5, says it
#            must; some do not), F is empty; the next run asks with
#            If-None-Match: "" and everything is sent again.
# Source:    curl's manual says of --etag-save only that one ETag is written; tried
#            here with a server on loopback.
# For us:    validators stand in the record of the answer they belong to; a reply that
#            is none leaves that record as it is.
set -eu
t=$(mktemp -d) && trap 'rm -rf "$t"' EXIT && cd "$t"
apt-get download curl=7.88.1-10+deb12u15 libcurl4=7.88.1-10+deb12u15 >/dev/null 2>&1 || {
	echo "the pinned packages are not to be had here"
	exit 77
}
for package in *.deb; do dpkg -x "$package" root; done
LD_LIBRARY_PATH=$(find "$t/root" -name 'libcurl.so.4' -printf '%h\n')
export LD_LIBRARY_PATH
cat >probe.py <<'PY'
import http.server
import os
import subprocess
import threading
REPLIES, ASKED = [], []
class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        status, tag = REPLIES.pop(0)
        ASKED.append(self.headers.get("If-None-Match"))
        self.send_response(status)
        if tag:
            self.send_header("ETag", tag)
        if status != 304:
            self.send_header("Content-Length", "1")
        self.end_headers()
        if status != 304:
            self.wfile.write(b"x")
    def log_message(self, *words):
        pass
server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
for second in ((304, '"a"'), (304, None), (503, None)):
    REPLIES[:] = [(200, '"a"'), second, (200, '"a"')]
    ASKED.clear()
    kept = []
    for _ in range(3):
        subprocess.run(["root/usr/bin/curl", "-s", "--etag-save", "tag", "--etag-compare", "tag", "-o", "body",
                        "http://127.0.0.1:%d/" % server.server_port], check=True)
        kept.append(open("tag").read().strip() or "nothing")
    os.unlink("tag")
    print("200, %d %s, 200: kept %s; asked with %s" % (second[0], second[1], ", ".join(kept), ", ".join(ASKED)))
PY
/usr/bin/python3 probe.py | tee seen
diff - seen <<'SEEN'
200, 304 "a", 200: kept "a", "a", "a"; asked with "", "a", "a"
200, 304 None, 200: kept "a", nothing, "a"; asked with "", "a", ""
200, 503 None, 200: kept "a", nothing, "a"; asked with "", "a", ""
SEEN
