#!/bin/sh
# libinih (Debian): a line of 200 bytes and more is two lines: its value is cut,
# its rest is read as a setting of its own, and all later line numbers are off.
#
# Version:   libinih1 55-1 (Debian 12), as packaged: 200 bytes a line, on the stack
# Expected:  the value whole, or an error in that line.
# Seen:      keywords = a b … with 230 bytes gives the first 199 bytes; the rest
#            of the line, which here holds a '=', gives a second key that nobody
#            wrote; the error in line 4 is reported as line 5.
# Source:    github.com/benhoyt/inih, issue 145; mended upstream by pull request
#            188 (2025), after this version.
# For us:    a line of enrich.conf that libinih would cut is refused by name before
#            libinih sees the file (src/settings/config.c).
set -eu
t=$(mktemp -d) && trap 'rm -rf "$t"' EXIT && cd "$t"
apt-get download libinih1=55-1 libinih-dev=55-1 >/dev/null 2>&1 || {
	echo "the pinned packages are not to be had here"
	exit 77
}
for deb in *.deb; do dpkg -x "$deb" root; done
lib=$(dirname "$(find root -name 'libinih.so.1' | head -n 1)")
cat >probe.c <<'C'
#include <ini.h>
#include <stdio.h>
#include <string.h>

static int show(void *user, const char *section, const char *name, const char *value)
{
	(void)user;
	printf("[%s] %s: %zu bytes\n", section, name, strlen(value));
	return 1;
}

int main(void)
{
	printf("first error in line %d\n", ini_parse("probe.conf", show, NULL));
	return 0;
}
C
{
	echo '[release]'
	printf 'about = '
	head -c 191 /dev/zero | tr '\0' 'w'
	echo 'url = https://example.org/'
	echo 'name = x'
	echo 'no sign of equality here'
} >probe.conf
cc -Iroot/usr/include probe.c -o probe "$lib/libinih.so.1"
LD_LIBRARY_PATH=$lib ./probe | tee seen
diff - seen <<'SEEN'
[release] about: 191 bytes
[release] url: 20 bytes
[release] name: 1 bytes
first error in line 5
SEEN
