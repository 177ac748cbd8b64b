#!/bin/sh
# yajl: half of a surrogate pair in a \u escape becomes something else depending
# on which half it is and on what follows; never an error.
#
# Version:   libyajl2 2.1.0-3+deb12u2 (Debian 12)
# Expected:  one behaviour: an error, or U+FFFD (the grammar of JSON allows it,
#            RFC 8259 section 8.2 calls the outcome unpredictable).
# Seen:      a high half before a letter is '?'; a high half before another
#            escape takes that escape for its second half, whatever it is, so
#            "\ud83d\u0041" is one sign and the A is gone; a low half alone is
#            three bytes that are not UTF-8, though yajl was told to check UTF-8.
# Source:    yajl_encode.c (yajl_string_decode) of 2.1.0.
# For us:    every text out of a reply is made well-formed behind the parser.
set -eu
t=$(mktemp -d) && trap 'rm -rf "$t"' EXIT && cd "$t"
apt-get download libyajl2=2.1.0-3+deb12u2 libyajl-dev=2.1.0-3+deb12u2 >/dev/null 2>&1 || {
	echo "the pinned packages are not to be had here"
	exit 77
}
for deb in *.deb; do dpkg -x "$deb" root; done
lib=$(dirname "$(find root -name 'libyajl.so.2' | head -n 1)")
cat >probe.c <<'C'
#include <stdio.h>
#include <yajl/yajl_tree.h>

int main(void)
{
	static const char *const texts[] = {"\"x\\ud800y\"", "\"\\ud83d\\u0041\"", "\"\\udc00\""};
	for (int i = 0; i < 3; i++) {
		char error[256] = "";
		yajl_val v = yajl_tree_parse(texts[i], error, sizeof(error));
		printf("%s:", texts[i]);
		for (const char *c = v ? YAJL_GET_STRING(v) : error; *c; c++)
			printf(" %02x", (unsigned char)*c);
		puts("");
	}
	return 0;
}
C
cc -Iroot/usr/include probe.c -o probe "$lib/libyajl.so.2"
LD_LIBRARY_PATH=$lib ./probe | tee seen
diff - seen <<'SEEN'
"x\ud800y": 78 3f 79
"\ud83d\u0041": f0 9f 91 81
"\udc00": ed b0 80
SEEN
