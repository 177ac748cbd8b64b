#!/bin/sh
# Apache httpd: what mod_deflate has compressed gets an ETag that the server does not
# know again: If-None-Match with it is answered with the whole file, each time.
#
# Version:   apache2-bin 2.4.71-1~deb12u1 (Debian 12)
# Expected:  304 to the ETag that the same request got a moment ago.
# Seen:      "-gzip" is put behind the ETag on the way out and not taken away on the way
#            in: 200 and all bytes for who accepts gzip; 304 only without
#            compression, or with DeflateAlterETag NoChange.
# Source:    mod_deflate's documentation of DeflateAlterETag ("AddSuffix", the default,
#            says that conditional requests then do not work).
# For us:    a list or a page on such a host is sent whole every week; that nothing
#            changed is known by its bytes, not by a 304.
set -eu
t=$(mktemp -d) && trap 'rm -rf "$t"' EXIT && cd "$t"
apt-get download apache2-bin=2.4.71-1~deb12u1 libapr1=1.7.2-3+deb12u1 libaprutil1=1.6.3-1+deb12u1 libpcre2-8-0 >/dev/null 2>&1 || {
	echo "the pinned packages are not to be had here"
	exit 77
}
for package in *.deb; do dpkg -x "$package" root; done
modules=$t/root/usr/lib/apache2/modules
libraries=$(find "$t/root" -name 'lib*.so.*' -printf '%h\n' | sort -u | paste -sd :)
mkdir www
seq 4000 >www/list.txt
cat >serve.conf <<CONF
ServerName localhost
PidFile $t/pid
ErrorLog $t/log
DocumentRoot $t/www
LoadModule mpm_event_module $modules/mod_mpm_event.so
LoadModule authz_core_module $modules/mod_authz_core.so
LoadModule filter_module $modules/mod_filter.so
LoadModule deflate_module $modules/mod_deflate.so
LoadModule mime_module $modules/mod_mime.so
TypesConfig /dev/null
AddType text/plain .txt
AddOutputFilterByType DEFLATE text/plain
CONF
cat >probe.py <<'PY'
import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
def status(port, tag=None, gzip=True):
    asked = urllib.request.Request("http://127.0.0.1:%d/list.txt" % port, headers=dict(
        [("Accept-Encoding", "gzip" if gzip else "identity")] + ([("If-None-Match", tag)] if tag else [])))
    try:
        with urllib.request.urlopen(asked) as reply:
            return reply.status, reply.headers["ETag"], len(reply.read())
    except urllib.error.HTTPError as error:
        return error.code, error.headers["ETag"], 0
for setting in ("AddSuffix", "NoChange"):
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port = one.getsockname()[1]
    server = subprocess.Popen(["root/usr/sbin/apache2", "-X", "-f", os.path.abspath("serve.conf"), "-C", "Listen 127.0.0.1:%d" % port,
                               "-c", "DeflateAlterETag " + setting],
                              env=dict(os.environ, LD_LIBRARY_PATH=os.environ["LIBRARIES"]))
    for _ in range(100):
        try:
            status(port)
            break
        except OSError:
            time.sleep(0.1)
    for gzip in (True, False):
        first = status(port, None, gzip)
        second = status(port, first[1], gzip)
        print(setting, "gzip" if gzip else "plain", "suffix" if first[1].endswith('-gzip"') else "no suffix", first[0], second[0],
              "all again" if second[2] else "nothing again")
    server.send_signal(signal.SIGTERM)
    server.wait()
PY
LIBRARIES=$libraries /usr/bin/python3 probe.py | tee seen
diff - seen <<'SEEN'
AddSuffix gzip suffix 200 200 all again
AddSuffix plain no suffix 200 304 nothing again
NoChange gzip no suffix 200 304 nothing again
NoChange plain no suffix 200 304 nothing again
SEEN
