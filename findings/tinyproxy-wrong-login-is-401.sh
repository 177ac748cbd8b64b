#!/bin/sh
# tinyproxy: a wrong login at the proxy is answered as if the site behind it had
# refused: 401, not 407.
#
# Version:   tinyproxy-bin 1.11.1-2.1+deb12u1 (Debian 12); sid's answers 407
# Expected:  407 with Proxy-Authenticate (RFC 9110, 15.5.8) for a missing and for a
#            wrong login.
# Seen:      without a login 407; with a wrong one 401 and WWW-Authenticate.
# Source:    src/reqs.c of 1.11.1 (the Basic check); RFC 9110.
# For us:    any 4xx to CONNECT is called the proxy's, and tried once.
set -eu
t=$(mktemp -d) && cd "$t"
pid=
trap '[ -z "$pid" ] || kill "$pid" 2>/dev/null; rm -rf "$t"' EXIT
apt-get download tinyproxy-bin=1.11.1-2.1+deb12u1 >/dev/null 2>&1 || {
	echo "the pinned package is not to be had here"
	exit 77
}
dpkg -x tinyproxy-bin_*.deb root
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
printf 'Port %s\nListen 127.0.0.1\nAllow 127.0.0.1\nBasicAuth reader right\nTimeout 10\n' "$port" >conf
root/usr/bin/tinyproxy -d -c conf >log 2>&1 &
pid=$!
tries=0
until curl -s -o /dev/null "http://127.0.0.1:$port/" || [ $tries -ge 50 ]; do
	tries=$((tries + 1))
	sleep 0.1
done
ask() { # ask WHAT LOGIN…
	what=$1
	shift
	curl -s -o /dev/null -D head --proxy "http://127.0.0.1:$port" "$@" http://127.0.0.1:9/ || true
	echo "$what: $(sed -n '1s/^[^ ]* \([0-9]*\).*/\1/p' head), $(grep -io '^[a-z]*-authenticate' head)"
}
{
	ask 'no login'
	ask 'wrong login' --proxy-user reader:wrong
} | tee seen
diff - seen <<'SEEN'
no login: 407, Proxy-Authenticate
wrong login: 401, WWW-Authenticate
SEEN
