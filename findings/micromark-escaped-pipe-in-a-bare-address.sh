#!/bin/sh
# micromark: in a table, a bare address keeps the backslash that only protects
# its pipe from the table; cmark-gfm and marked take it away.
#
# Version:   npm micromark 4.0.3, micromark-extension-gfm 3.0.0; marked 18.2.1;
#            cmark-gfm 0.29.0.gfm.6-6 (Debian 12)
# Expected:  the GFM specification (tables, example 200) lets \| stand for | in a
#            cell, inside other inlines, too.
# Seen:      micromark links https://example.org/a%5C%7Cb, the others
#            https://example.org/a%7Cb; in code spans all three agree.
# Source:    GFM 0.29 section 4.10; no thread found on the difference.
# For us:    addresses out of cells are read by cmark-gfm only, as GitHub does.
set -eu
t=$(mktemp -d) && trap 'rm -rf "$t"' EXIT && cd "$t"
v=0.29.0.gfm.6-6
apt-get download cmark-gfm=$v libcmark-gfm0.29.0.gfm.6=$v libcmark-gfm-extensions0.29.0.gfm.6=$v >/dev/null 2>&1 &&
	npm install --silent --no-fund --no-audit --prefix . micromark@4.0.3 micromark-extension-gfm@3.0.0 \
		marked@18.2.1 >/dev/null 2>&1 || {
	echo "the pinned packages are not to be had here"
	exit 77
}
for deb in *.deb; do dpkg -x "$deb" root; done
LD_LIBRARY_PATH=$(dirname "$(find "$t/root" -name 'libcmark-gfm.so.*' | head -n 1)")
export LD_LIBRARY_PATH
cat >probe.mjs <<'JS'
import {spawnSync} from 'node:child_process';
import {micromark} from 'micromark';
import {gfm, gfmHtml} from 'micromark-extension-gfm';
import {marked} from 'marked';
const text = '| A |\n|---|\n| https://example.org/a\\|b `c\\|d` |\n';
const pages = {
	'cmark-gfm': spawnSync('root/usr/bin/cmark-gfm', ['-e', 'autolink', '-e', 'table'], {input: text}).stdout.toString(),
	micromark: micromark(text, {extensions: [gfm()], htmlExtensions: [gfmHtml()]}),
	marked: marked.parse(text),
};
for (const [name, page] of Object.entries(pages))
	console.log(name, /href="([^"]*)"/.exec(page)[1], /<code>(.*?)<\/code>/.exec(page)[1]);
JS
node probe.mjs | tee seen
diff - seen <<'SEEN'
cmark-gfm https://example.org/a%7Cb c|d
micromark https://example.org/a%5C%7Cb c|d
marked https://example.org/a%7Cb c|d
SEEN
