#!/bin/sh
# rss-parser: of an Atom entry's authors only the first is there, and nothing says so.
#
# Version:   npm rss-parser 3.13.0
# Expected:  RFC 4287 (4.2.1) lets an entry have several atom:author; all of them, or a
#            list.
# Seen:      item.author is one string, the name of the first; a paper by three people
#            looks like one person's. The categories of an Atom entry are not there at
#            all, while those of an RSS item are.
# Source:    none found; the package's documentation shows "author" as one string.
# For us:    a list made with it names one person a paper: for the judge one of the
#            answer's people is people in common, and the answer's are all filled in.
set -eu
t=$(mktemp -d) && trap 'rm -rf "$t"' EXIT && cd "$t"
npm install --silent --no-fund --no-audit --prefix . rss-parser@3.13.0 >/dev/null 2>&1 || {
	echo "the pinned package is not to be had here"
	exit 77
}
cat >probe.js <<'JS'
const Parser = require('rss-parser');
const feed = `<feed xmlns="http://www.w3.org/2005/Atom"><title>q</title><entry><id>urn:1</id><title>A Study</title>
<author><name>Ann Roe</name></author><author><name>Jo Doe</name></author><author><name>Una Poe</name></author>
<category term="cs.CL"/><category term="cs.AI"/></entry></feed>`;
new Parser().parseString(feed).then(({items}) => console.log(JSON.stringify(items[0])));
JS
node probe.js | tee seen
diff - seen <<'SEEN'
{"title":"A Study","author":"Ann Roe","id":"urn:1"}
SEEN
