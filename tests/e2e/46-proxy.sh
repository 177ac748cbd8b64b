#!/bin/sh
# Through a proxy as curl takes it from the environment; TLS of a private CA.
. "${0%/*}/lib.sh"
start_standin
small=$tmp/small.md
cat >"$small" <<'END'
# A small list
- [Towards Conversational Diagnostic AI](https://arxiv.org/abs/2401.05654)
- [Bio_ClinicalBERT](https://huggingface.co/emilyalsentzer/Bio_ClinicalBERT)
- [BioGPT](https://github.com/microsoft/BioGPT)
END
S2_API_KEY=key-that-stays-home
export S2_API_KEY

# serve NAME ARGUMENTS…: one of proxy.py; its port in $served.
serve() {
	served_as=$tmp/served-$1
	: >"$served_as"
	shift
	"$PYTHON" -B "$top_srcdir/tests/e2e/proxy.py" "$@" >"$served_as" 2>/dev/null &
	standins="$standins $!"
	tries=0
	until grep -q port "$served_as"; do
		tries=$((tries + 1))
		[ $tries -lt 200 ] || fail "proxy.py does not start"
		sleep 0.05
	done
	served=$(sed 's/port //' "$served_as")
}
seen() { # requests that a proxy saw
	[ ! -f "$1" ] || wc -l <"$1" | tr -d ' '
}
# go STATUS NAME: with a cache and a state of its own.
go() {
	rm -rf "$releases"
	run "$1" -v --name demo --cache "$tmp/c-$2" --state "$tmp/s-$2" "$small"
	! grep -rqE 'key-that-stays-home|pass-that-stays-home' "$tmp/err" \
		"$tmp/c-$2" "$tmp/s-$2" "$releases" 2>/dev/null ||
		fail "a secret got out ($2)"
}

# Plain HTTP: every request passes the proxy, and none where it is not wanted.
serve open proxy "$tmp/open.log"
http_proxy=http://127.0.0.1:$served
export http_proxy
go 0 open
same "through the proxy" "$(seen "$tmp/open.log")" "$(requests)"
reset_standin
no_proxy=127.0.0.1
export no_proxy
go 0 none
at_least "past the proxy" "$(requests)" 5
unset no_proxy
same "seen by the proxy" "$(seen "$tmp/open.log")" "$(requests)"

# One that wants a password: it goes to the proxy and nowhere else.
serve closed proxy "$tmp/closed.log" me:pass-that-stays-home
reset_standin
http_proxy=http://me:pass-that-stays-home@127.0.0.1:$served
go 0 closed
same "with a password" "$(seen "$tmp/closed.log")" "$(requests)"
! grep -q proxy-authorization "$tmp/log" || fail "the password went on"
http_proxy=http://127.0.0.1:$served
reset_standin
go 69 refused
same "past a proxy that refuses" "$(requests)" 0

# One that is not there.
http_proxy=http://me:pass-that-stays-home@127.0.0.1:$(dead_port)
go 69 dead
contains "$tmp/err" "cannot connect to the proxy"
no_release
unset http_proxy

# TLS of an authority that nobody knows: refused, unless it is named.
rest_needs openssl version
openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=stand-in \
	-addext "subjectAltName = IP:127.0.0.1" -keyout "$tmp/key.pem" \
	-out "$tmp/own-ca.pem" 2>"$tmp/err" || fail "openssl makes no certificate"
serve tls tls "$tmp/own-ca.pem" "$tmp/key.pem" "$port"
point_at "https://127.0.0.1:$served"
reset_standin
go 69 tls-unknown
same "asked over TLS nobody vouches for" "$(requests)" 0
contains "$tmp/err" "certificate"
mkdir "$tmp/conf"
cp "$tmp/own-ca.pem" "$tmp/conf/"
printf '[run]\nca-file = own-ca.pem\n' >"$tmp/conf/enrich.conf"
ENRICH_CONFIG=$tmp/conf/enrich.conf
export ENRICH_CONFIG
go 0 tls
whole_release
at_least "asked over TLS" "$(requests)" 5
unset ENRICH_CONFIG
# … or by the variables that curl's tool and OpenSSL's take.
reset_standin
CURL_CA_BUNDLE=$tmp/own-ca.pem go 0 tls-curl
SSL_CERT_FILE=$tmp/own-ca.pem go 0 tls-openssl
CURL_CA_BUNDLE=$tmp/key.pem SSL_CERT_FILE=$tmp/own-ca.pem go 69 tls-wrong

# Through a tunnel the proxy sees where to, and nothing of what is asked.
serve tunnel proxy "$tmp/tunnel.log"
https_proxy=http://127.0.0.1:$served
ENRICH_CA_FILE=$tmp/own-ca.pem
export https_proxy ENRICH_CA_FILE
reset_standin
go 0 tunnel
at_least "asked through a tunnel" "$(requests)" 5
at_least "tunnels" "$(seen "$tmp/tunnel.log")" 1
same "other than tunnels" "$(grep -vc '^CONNECT 127.0.0.1:' "$tmp/tunnel.log")" 0
lacks "$tmp/tunnel.log" "x-api-key"
same "keys at the service" "$(counter semanticscholar with_key)" 1

# A clock before the certificate's first day: said, and not asked again and again.
build_clock
echo -864000 >"$tmp/clock"
reset_standin
CLOCK=$tmp/clock LD_PRELOAD=$tmp/clock.so go 69 early
contains "$tmp/err" "certificate is not yet valid "
contains "$tmp/err" " clock is "
same "asked before the certificate's time" "$(requests)" 0
