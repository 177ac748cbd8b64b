#!/bin/sh
# gzip files of several members: some readers end with the first one, without a
# word; one library does so or not depending on which of its functions is called.
#
# Version:   npm fflate 0.8.3, pako 3.0.3; perl 5.36 (Debian 12), Node's zlib
# Expected:  RFC 1952, 2.2: a file is a series of members, one behind another.
# Seen:      fflate's gunzipSync() and Perl's gunzip() give the first member and no
#            error; fflate's streaming Gunzip, pako and zlib give all of it.
#            (Chromium 156's DecompressionStream gives the first and then an error,
#            "Junk found after end of compressed data"; seen by hand.)
# Source:    perldoc IO::Uncompress::Gunzip (MultiStream, off unless asked for);
#            for fflate none was found.
# For us:    a .tar.gz packed in parts would be half a release to whoever opens it
#            there: it is one member, whose parts are joined inside the stream.
set -eu
t=$(mktemp -d) && trap 'rm -rf "$t"' EXIT && cd "$t"
npm install --silent --no-fund --no-audit --prefix . fflate@0.8.3 pako@3.0.3 >/dev/null 2>&1 || {
	echo "the pinned packages are not to be had here"
	exit 77
}
{ printf 'one ' | gzip -n; printf 'two' | gzip -n; } >both.gz
cat >probe.cjs <<'JS'
const fflate = require('fflate'), pako = require('pako'), zlib = require('zlib');
const bytes = new Uint8Array(require('fs').readFileSync('both.gz')), parts = [];
const say = (who, what) => console.log(`${who}: ${Buffer.from(what)}`);
say('fflate gunzipSync', fflate.gunzipSync(bytes));
new fflate.Gunzip(part => parts.push(part)).push(bytes, true);
say('fflate Gunzip', Buffer.concat(parts));
say('pako', pako.ungzip(bytes));
say('zlib', zlib.gunzipSync(bytes));
JS
{
	node probe.cjs
	printf 'perl: '
	perl -MIO::Uncompress::Gunzip=gunzip -e 'gunzip "both.gz" => "-" or die'
	echo
} | sed 's/ *$//' | tee seen
diff - seen <<'SEEN'
fflate gunzipSync: one
fflate Gunzip: one two
pako: one two
zlib: one two
perl: one
SEEN
