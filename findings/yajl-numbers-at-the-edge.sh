#!/bin/sh
# yajl: one number that does not fit refuses the whole text, the least 64-bit integer
# among them, and what yajl writes of 0.1 is 0.10000000000000000555.
#
# Version:   libyajl2 2.1.0-3+deb12u2 (Debian 12)
# Expected:  -9223372036854775808 is an integer of 64 bits; a number in a member
#            that nobody reads does no harm; 0.1 is written as it was.
# Seen:      with yajl_integer and yajl_double the text ends at such a number with
#            "integer overflow" (the least one too) or "overflow", and nothing behind
#            it is read. yajl_tree, and a parser with yajl_number, take
#            all of them as they are written. yajl_gen_double prints 20 digits.
# Source:    yajl_parse.h says that without yajl_number what 64 bits do not hold is a
#            parse error; that they hold the least integer is overlooked
#            (yajl_parser.c of 2.1.0). Of the digits written nothing is said.
# For us:    numbers are taken as they are written (yajl_number), and written likewise.
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
#include <string.h>
#include <yajl/yajl_gen.h>
#include <yajl/yajl_parse.h>

static int whole(void *context, long long value)
{
	printf(" %lld", value);
	(void)context;
	return 1;
}

static int fraction(void *context, double value)
{
	printf(" %g", value);
	(void)context;
	return 1;
}

static int written(void *context, const char *text, size_t length)
{
	printf(" %.*s", (int)length, text);
	(void)context;
	return 1;
}

int main(void)
{
	static const char *const texts[] = {"[-9223372036854775807,1]", "[-9223372036854775808,1]",
		"[9223372036854775808,1]", "[1e400,1]"};
	const unsigned char *out;
	size_t length;

	for (int kind = 0; kind < 2; kind++)
		for (int i = 0; i < 4; i++) {
			yajl_callbacks calls = {.yajl_integer = whole, .yajl_double = fraction,
				.yajl_number = kind == 0 ? NULL : written};
			yajl_handle parser = yajl_alloc(&calls, NULL, NULL);
			int status = yajl_parse(parser, (const unsigned char *)texts[i], strlen(texts[i]));

			printf(status == yajl_status_ok ? " of %s\n" : " and no more of %s\n", texts[i]);
			yajl_free(parser);
		}
	yajl_gen gen = yajl_gen_alloc(NULL);
	yajl_gen_double(gen, 0.1);
	yajl_gen_get_buf(gen, &out, &length);
	printf("written %.*s\n", (int)length, out);
	yajl_gen_free(gen);
	return 0;
}
C
cc -Iroot/usr/include probe.c -o probe "$lib/libyajl.so.2"
LD_LIBRARY_PATH=$lib ./probe | tee seen
diff - seen <<'SEEN'
 -9223372036854775807 1 of [-9223372036854775807,1]
 and no more of [-9223372036854775808,1]
 and no more of [9223372036854775808,1]
 and no more of [1e400,1]
 -9223372036854775807 1 of [-9223372036854775807,1]
 -9223372036854775808 1 of [-9223372036854775808,1]
 9223372036854775808 1 of [9223372036854775808,1]
 1e400 1 of [1e400,1]
written 0.10000000000000000555
SEEN
