#!/bin/sh
# Servers that others wrote: nginx with TLS, HTTP/2 and gzip, which closes a
# connection each 20 requests and takes one stream at a time; tinyproxy, which wants
# a password.  What our own small servers would not do to us.
. "${0%/*}/lib.sh"
PATH=$PATH:/usr/sbin:/sbin
rest_needs openssl version
rest_needs nginx -v
start_standin
openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=stand-in \
	-addext "subjectAltName = IP:127.0.0.1" -keyout "$tmp/key.pem" \
	-out "$tmp/own-ca.pem" 2>"$tmp/err" || fail "openssl makes no certificate"

# What has arrived whole and never ends: the stand-in's bodies, held open.
cat >"$tmp/endless.py" <<'END'
import http.client, socket, sys, threading, time
def serve(client, port):
    head = b""
    while b"\r\n\r\n" not in head:
        got = client.recv(65536)
        if not got:
            return client.close()
        head += got
    path = head.split(b" ", 2)[1].decode()
    line = http.client.HTTPConnection("127.0.0.1", port)
    line.request("GET", path)
    reply = line.getresponse()
    body = reply.read()
    client.sendall(b"HTTP/1.1 %d OK\r\nContent-Type: %s\r\nTransfer-Encoding: chunked"
                   b"\r\n\r\n%x\r\n%s\r\n" % (reply.status,
                   reply.getheader("Content-Type").encode(), len(body), body))
    time.sleep(60)
listener = socket.create_server(("127.0.0.1", 0), backlog=64)
print("port %d" % listener.getsockname()[1], flush=True)
while True:
    client, _ = listener.accept()
    threading.Thread(target=serve, args=(client, int(sys.argv[1])), daemon=True).start()
END
"$PYTHON" "$tmp/endless.py" "$port" >"$tmp/endless" 2>/dev/null &
standins="$standins $!"
tries=0
until grep -q port "$tmp/endless"; do
	tries=$((tries + 1))
	[ $tries -lt 100 ] || fail "the endless server does not start"
	sleep 0.05
done
endless=$(sed 's/port //' "$tmp/endless")
tls=$(dead_port)
held=$(dead_port)
cat >"$tmp/nginx.conf" <<END
daemon off;
worker_processes 1;
pid $tmp/nginx.pid;
error_log $tmp/nginx.err;
events { worker_connections 200; }
http {
	log_format short '\$server_protocol \$status \$sent_http_content_encoding \$connection';
	access_log $tmp/nginx.log short;
	client_body_temp_path $tmp/n1; proxy_temp_path $tmp/n2; fastcgi_temp_path $tmp/n3;
	uwsgi_temp_path $tmp/n4; scgi_temp_path $tmp/n5;
	keepalive_requests 20;
	gzip on;
	gzip_types *;
	gzip_min_length 100;
	map \$server_protocol \$upstream { HTTP/2.0 $endless; default $port; }
	server {
		listen 127.0.0.1:$tls ssl http2;
		http2_max_concurrent_streams 1;
		ssl_certificate $tmp/own-ca.pem;
		ssl_certificate_key $tmp/key.pem;
		location / {
			proxy_pass http://127.0.0.1:$port;
			proxy_set_header Host \$http_host;
			proxy_redirect http:// https://;
			proxy_set_header Accept-Encoding "";
		}
	}
	server {
		listen 127.0.0.1:$held ssl http2;
		ssl_certificate $tmp/own-ca.pem;
		ssl_certificate_key $tmp/key.pem;
		location / {
			gzip off;
			proxy_buffering off;
			proxy_pass http://127.0.0.1:\$upstream;
		}
	}
}
END
nginx -c "$tmp/nginx.conf" -p "$tmp" 2>"$tmp/nginx.start" &
standins="$standins $!"
tries=0
until "$PYTHON" -c "import socket; socket.create_connection(('127.0.0.1', $tls), 1)" 2>/dev/null; do
	tries=$((tries + 1))
	[ $tries -lt 100 ] || fail "nginx does not start: $(cat "$tmp/nginx.start")"
	sleep 0.1
done
ENRICH_CA_FILE=$tmp/own-ca.pem
export ENRICH_CA_FILE

# A cold job and a warm one; each of them as without nginx.
point_at "http://127.0.0.1:$port"
job 0 --output "$tmp/plain" --cache "$tmp/plain-cache"
asked=$(requests)
reset_standin
point_at "https://127.0.0.1:$tls"
job 0
whole_release
same "requests" "$(requests)" "$asked"
same "lines of works" "$(wc -l <"$(release)/data/works.jsonl")" \
	"$(wc -l <"$tmp/plain/latest/data/works.jsonl")"
values() {
	query "$1/latest/data/works.jsonl" "sorted((r['id'], r['title'], len(r['authors']),
	    r['license'], r['cited_by_count']) for r in rows)"
}
same "values" "$(values "$releases")" "$(values "$tmp/plain")"
same "protocols" "$(cut -d' ' -f1 "$tmp/nginx.log" | sort -u)" "HTTP/2.0"
at_least "replies in gzip" "$(grep -c ' gzip ' "$tmp/nginx.log")" 20
# A connection is closed after 20 requests, and a new one made.
at_least "connections" "$(cut -d' ' -f4 "$tmp/nginx.log" | sort -u | wc -l)" 3
reset_standin
job 0
same "requests of the warm one" "$(requests)" 0

# What has come whole over HTTP/2 and does not end is had over HTTP/1.1.
cat >"$tmp/one.md" <<'END'
# One
- [Towards Conversational Diagnostic AI](https://arxiv.org/abs/2401.05654)
END
: >"$tmp/nginx.log"
reset_standin
ENRICH_ARXIV_OAI_URL=https://127.0.0.1:$held/arxiv_oai run 0 -v --name demo \
	--cache "$tmp/endless-cache" --only-source arxiv-oai --min-coverage 0 \
	-o "$tmp/endless-out" "$tmp/one.md"
same "licence had in the end" "$(query "$tmp/endless-out/latest/data/works.jsonl" \
	"[o['outcome'] for r in rows for o in r['outcomes'] if o['source'] == 'arxiv-oai']")" \
	"['found']"
same "protocols tried" "$(cut -d' ' -f1 "$tmp/nginx.log" | sort | tr '\n' ' ')" \
	"HTTP/1.1 HTTP/2.0 "

# A proxy with a password: through it with the right one; with a wrong one each
# source is tried once, and the proxy is named.
rest_needs tinyproxy -v
proxy=$(dead_port)
cat >"$tmp/tinyproxy.conf" <<END
Port $proxy
Listen 127.0.0.1
Timeout 600
LogFile "$tmp/tinyproxy.log"
LogLevel Connect
MaxClients 50
BasicAuth me pass-of-the-proxy
END
tinyproxy -d -c "$tmp/tinyproxy.conf" >/dev/null 2>&1 &
standins="$standins $!"
tries=0
until "$PYTHON" -c "import socket; socket.create_connection(('127.0.0.1', $proxy), 1)" 2>/dev/null; do
	tries=$((tries + 1))
	[ $tries -lt 100 ] || fail "tinyproxy does not start"
	sleep 0.1
done
https_proxy=http://me:pass-of-the-proxy@127.0.0.1:$proxy
export https_proxy
reset_standin
job 0 --cache "$tmp/c-proxy" --state "$tmp/s-proxy" --output "$tmp/o-proxy"
same "requests through tinyproxy" "$(requests)" "$asked"
same "values through it" "$(values "$tmp/o-proxy")" "$(values "$tmp/plain")"
: >"$tmp/tinyproxy.log"
https_proxy=http://me:wrong@127.0.0.1:$proxy
reset_standin
job 69 -v --cache "$tmp/c-refused" --state "$tmp/s-refused" --output "$tmp/o-refused"
same "requests past the proxy" "$(requests)" 0
# tinyproxy 1.11.1 says 401 where others, and its later versions, say 407.
contains "$tmp/err" "the proxy wants a login, or another one (40"
# Each source once, some have two requests on their way.
at_most "tries at the proxy" "$(grep -c 'GET 127.0.0.1\|POST 127.0.0.1' "$tmp/err")" 12
