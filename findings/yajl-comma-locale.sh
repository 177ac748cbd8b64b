#!/bin/sh
# yajl: under a locale with a decimal comma, a number read from JSON loses what
# stands behind its point, and a number written becomes two.
#
# Version:   libyajl2 2.1.0-3+deb12u2 (Debian 12)
# Expected:  JSON has a point, whatever the user's language.
# Seen:      with LC_NUMERIC=de_DE, the tree's value of 0.75 is 0 (and 12.5e1 is
#            12), without an error; yajl_gen_double(0.75) writes 0,75, so that
#            an array of one number is a well-formed array of two.
# Source:    github.com/lloyd/yajl, issues 4 and 79 (reading) and 222 (writing);
#            strtod() and snprintf("%g") in yajl_tree.c and yajl_gen.c.
# For us:    numbers are taken as their text and turned into integers by our own
#            code; nothing of ours calls setlocale().
set -eu
t=$(mktemp -d) && trap 'rm -rf "$t"' EXIT && cd "$t"
apt-get download libyajl2=2.1.0-3+deb12u2 libyajl-dev=2.1.0-3+deb12u2 locales >/dev/null 2>&1 || {
	echo "the pinned packages are not to be had here"
	exit 77
}
for deb in *.deb; do dpkg -x "$deb" root; done
lib=$(dirname "$(find root -name 'libyajl.so.2' | head -n 1)")
mkdir locale
I18NPATH=root/usr/share/i18n localedef -i de_DE -f UTF-8 locale/de_DE.UTF-8 2>/dev/null || true
cat >probe.c <<'C'
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <yajl/yajl_gen.h>
#include <yajl/yajl_tree.h>

int main(void)
{
	char error[256];
	if (!setlocale(LC_NUMERIC, "de_DE.UTF-8"))
		return 2;
	yajl_val list = yajl_tree_parse("[0.75, 12.5e1]", error, sizeof(error));
	yajl_gen out = yajl_gen_alloc(NULL);
	const unsigned char *text;
	size_t length;
	yajl_gen_array_open(out);
	yajl_gen_double(out, 0.75);
	yajl_gen_array_close(out);
	yajl_gen_get_buf(out, &text, &length);
	printf("read %d %d\nwrote %.*s\n", (int)(100 * YAJL_GET_DOUBLE(list->u.array.values[0])),
	       (int)YAJL_GET_DOUBLE(list->u.array.values[1]), (int)length, text);
	return 0;
}
C
cc -Iroot/usr/include probe.c -o probe "$lib/libyajl.so.2"
LOCPATH=$t/locale LD_LIBRARY_PATH=$lib ./probe | tee seen
printf 'read 0 12\nwrote [0,75]\n' | diff - seen
