#!/bin/sh
# GFM readers: where a bare address ends before a full-width comma, stop or
# bracket. cmark-gfm and micromark take the rest of the sentence into the
# address, markdown-it ends it; and marked begins one inside a word.
#
# Version:   cmark-gfm 0.29.0.gfm.6-6 (Debian 12); npm micromark 4.0.3 with
#            micromark-extension-gfm 3.0.0, marked 18.2.1, markdown-it 15.0.3
# Expected:  the same link for the same text, in any language's punctuation.
# Seen:      below, one line a reader and text.
# Source:    the GFM specification, "Autolinks (extension)": only ASCII signs are
#            trimmed from the end, only white space and < end an address.
# For us:    the Markdown library's idea of where a bare address ends cannot be
#            taken for an identifier's end.
set -eu
t=$(mktemp -d) && trap 'rm -rf "$t"' EXIT && cd "$t"
v=0.29.0.gfm.6-6
apt-get download cmark-gfm=$v libcmark-gfm0.29.0.gfm.6=$v libcmark-gfm-extensions0.29.0.gfm.6=$v >/dev/null 2>&1 &&
	npm install --silent --no-fund --no-audit --prefix . micromark@4.0.3 micromark-extension-gfm@3.0.0 \
		marked@18.2.1 markdown-it@15.0.3 >/dev/null 2>&1 || {
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
import MarkdownIt from 'markdown-it';
const it = new MarkdownIt({linkify: true});
const readers = {
	'cmark-gfm': text => spawnSync('root/usr/bin/cmark-gfm', ['-e', 'autolink'], {input: text}).stdout.toString(),
	micromark: text => micromark(text, {extensions: [gfm()], htmlExtensions: [gfmHtml()]}),
	marked: text => marked.parse(text),
	'markdown-it': text => it.render(text),
};
for (const text of ['https://example.org/a，b', 'https://example.org/a。', '（https://example.org/a）b', 'xhttps://example.org/a'])
	for (const [name, read] of Object.entries(readers)) {
		const link = /href="([^"]*)"/.exec(read(text));
		console.log(`${text} | ${name} | ${link ? decodeURI(link[1]) : 'no link'}`);
	}
JS
node probe.mjs | tee seen
diff - seen <<'SEEN'
https://example.org/a，b | cmark-gfm | https://example.org/a，b
https://example.org/a，b | micromark | https://example.org/a，b
https://example.org/a，b | marked | https://example.org/a，b
https://example.org/a，b | markdown-it | https://example.org/a
https://example.org/a。 | cmark-gfm | https://example.org/a。
https://example.org/a。 | micromark | https://example.org/a。
https://example.org/a。 | marked | https://example.org/a。
https://example.org/a。 | markdown-it | https://example.org/a
（https://example.org/a）b | cmark-gfm | https://example.org/a）b
（https://example.org/a）b | micromark | https://example.org/a）b
（https://example.org/a）b | marked | https://example.org/a）b
（https://example.org/a）b | markdown-it | https://example.org/a
xhttps://example.org/a | cmark-gfm | no link
xhttps://example.org/a | micromark | no link
xhttps://example.org/a | marked | https://example.org/a
xhttps://example.org/a | markdown-it | no link
SEEN
