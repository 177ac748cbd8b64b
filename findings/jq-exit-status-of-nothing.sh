#!/bin/sh
# jq 1.6: -e says "true" when there was nothing to be asked about.
#
# Version:   jq 1.6-2.1+deb12u3, libjq1 (Debian 12); 1.7 and newer end with 4
# Expected:  4: the manual of 1.6 says so for -e, "if no valid result was ever
#            produced".
# Seen:      4 when the filter gave nothing for an input, 0 when there was no input.
# Source:    jq 1.6's manual, "Invoking jq"; NEWS of 1.7.
# For us:    contrib/publish asks by what jq prints, not by its status, wherever the
#            reply before may have been empty: a missing asset looked as if it were
#            there.
set -eu
t=$(mktemp -d) && cd "$t"
trap 'rm -rf "$t"' EXIT
for package in jq libjq1; do
	apt-get download $package=1.6-2.1+deb12u3 >/dev/null 2>&1 || {
		echo "the pinned package is not to be had here"
		exit 77
	}
	dpkg -x ${package}_*.deb root
done
LD_LIBRARY_PATH=$(echo root/usr/lib/*-linux-gnu)
export LD_LIBRARY_PATH
status() { # status WHAT INPUT
	code=0
	printf %s "$2" | root/usr/bin/jq -e '.assets[] | select(.name == "sums")' \
		>/dev/null || code=$?
	echo "$1: $code"
}
{
	status 'no such asset' '{"assets": []}'
	status 'no input' ''
} | tee seen
diff - seen <<'SEEN'
no such asset: 4
no input: 0
SEEN
