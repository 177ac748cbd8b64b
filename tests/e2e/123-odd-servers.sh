#!/bin/sh
# What networks and servers answer in place of a service: captive portals, logins, checks
# for browsers, maintenance, limits in each spelling, broken encodings.  Each is told as
# what it is, asked little more, never an absence, and over when it is over.
. "${0%/*}/lib.sh"
start_standin
small=$tmp/small.md
cat >"$small" <<'END'
# A small list
- [Towards Conversational Diagnostic AI](https://arxiv.org/abs/2401.05654)
- [Large language models in medicine](https://doi.org/10.1038/s41591-023-02448-8)
- [BioMistral-7B](https://huggingface.co/BioMistral/BioMistral-7B)
- [BioGPT](https://github.com/microsoft/BioGPT)
END
S2_API_KEY=key-that-is-not-refused
export S2_API_KEY

serve() { # serve NAME [6]: its port in $served
	served_as=$tmp/served-$1
	"$PYTHON" -B "$top_srcdir/tests/e2e/odd.py" "$port" "$tmp/counts" ${2-} >"$served_as" 2>/dev/null &
	odd_pid=$!
	standins="$standins $odd_pid"
	tries=0
	until grep -q port "$served_as" 2>/dev/null; do
		kill -0 "$odd_pid" 2>/dev/null && [ $tries -lt 200 ] || return 1
		tries=$((tries + 1))
		sleep 0.05
	done
	served=$(sed 's/port //' "$served_as")
}
# odd KIND REQUESTS WORDS: at most so many for the eight sources, and each is told so.
odd() {
	: >"$tmp/counts"
	rm -rf "$releases" "$tmp/c" "$tmp/s"
	point_at "http://127.0.0.1:$served/$1"
	run 3 --name demo --min-coverage 0 --cache "$tmp/c" --state "$tmp/s" "$small"
	asked=$(wc -l <"$tmp/counts" | tr -d ' ')
	at_least "$1: requests" "$asked" 8
	at_most "$1: requests" "$asked" "$2"
	told=$(grep -cE -- "^enrich:   .* $3.*question" "$tmp/err")
	[ "$told" -ge 7 ] || fail "$1 is told $told times as: $3"
	same "$1: outcomes" "$(works "sorted({o['outcome'] for r in rows for o in r['outcomes']} - {'not-asked'})")" \
		"['unanswered']"
	lacks "$tmp/err" "refused the key"
	# It is over: all is asked, at once, and nothing of it stays.
	rm -rf "$releases" "$tmp/s"
	point_at "http://127.0.0.1:$served/http-1.0"
	run 0 --name demo --cache "$tmp/c" --state "$tmp/s" "$small"
	same "$1: outcomes when it is over" "$(works "sorted({o['outcome'] for r in rows
	    for o in r['outcomes'] if o['source'] in ('arxiv', 'crossref', 'github', 'huggingface')})")" "['found']"
}
serve four || fail "odd.py does not start"
odd portal 40 'a web page in place of data \(HTTP 200\)'
odd portal-511 10 'the network wants a login first \(HTTP 511\)'
odd login 10 'redirected elsewhere, to https://login.example'
odd login-307 10 'redirected elsewhere, to http://10.0.0.1'
odd challenge 10 'a check for browsers stands in front of it \(HTTP 403\)'
odd maintenance 48 'HTTP 503'
odd maintenance-date 48 'HTTP 503'
odd busy-seconds 48 'HTTP (status )?429'
odd busy-draft 48 'HTTP (status )?429'
odd gzip-nothing 40 'an empty reply \(HTTP 200\)'
odd gzip-empty 40 'an empty reply \(HTTP 200\)'
odd gzip-none 48 'Error while processing content unencoding'
odd encoding-unknown 48 'Unrecognized content encoding'
# In libcurl's words, which it changes.
odd chunks-broken 48 '(hexadecimal sequence in chunked|chunk hex-length)'
odd chunks-cut 48 'transfer closed with outstanding'
odd error-200 40 '(a reply that cannot be right|malformed reply|not in the list)'
odd empty 40 'an empty reply \(HTTP 200\)'
odd null 40 'a reply that cannot be right \(HTTP 200\)'
odd no-content 10 'an empty reply \(HTTP 204\)'
odd partial 10 'HTTP status 206'
odd accepted 10 'HTTP status 202'
odd gateway-404 10 'HTTP status 404: no Route matched with those values'
odd cloudflare-520 48 'HTTP 520'
odd teapot 10 'a web page in place of data \(HTTP 418\)'
odd garbled 10 'HTTP/0.9'

# A key that nobody refuses in words of the service is dropped all the same.
unset S2_API_KEY
odd gateway-401 10 'HTTP status 401: Unauthorized'
odd firewall 10 'HTTP status 403: error code: 1020'

# Words that hold the key are not told.
point_at "http://127.0.0.1:$served/http-1.0"
S2_API_KEY=key-that-is-told-back run 3 --name demo --min-coverage 0 --cache "$tmp/c-echo" --state "$tmp/s-echo" \
	--url "semanticscholar=http://127.0.0.1:$served/echo" "$small"
contains "$tmp/err" "HTTP status 400"
! grep -rq key-that-is-told-back "$tmp/err" "$tmp/c-echo" "$tmp/s-echo" "$releases" || fail "a reply has told the key"

# IPv6 alone; and a name that may lead to both where only one answers.
point_at "http://localhost:$served/http-1.0"
run 0 --name demo --cache "$tmp/c-both" "$small"
if serve six 6; then
	point_at "http://[::1]:$served/http-1.0"
	run 0 --name demo --cache "$tmp/c-six" "$small"
fi
