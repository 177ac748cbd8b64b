#!/bin/sh
# fast-xml-parser: numeric character references stay in the text as they are written,
# and a text of digits loses its zeros.
#
# Version:   npm fast-xml-parser 5.12.1
# Expected:  "G&#246;del" is "Gödel", as XML 1.0 (4.1, 4.4) has every processor do; an
#            element's text is text.
# Seen:      the five named entities are replaced, numbers (decimal or hexadecimal)
#            are not, unless htmlEntities is set; "0010" comes out as the number 10 and
#            "2401.00010" as 2401.0001, unless parseTagValue is off.
# Source:    the package's own documentation of htmlEntities and parseTagValue; that
#            plain XML needs the first is not said.
# For us:    libxml2 reads what arXiv and OAI-PMH send; lists made by scripts around
#            this package have such names, and the reader of lists decodes them.
set -eu
t=$(mktemp -d) && trap 'rm -rf "$t"' EXIT && cd "$t"
npm install --silent --no-fund --no-audit --prefix . fast-xml-parser@5.12.1 >/dev/null 2>&1 || {
	echo "the pinned package is not to be had here"
	exit 77
}
cat >probe.mjs <<'JS'
import {XMLParser} from 'fast-xml-parser';
const text = '<entry><name>G&#246;del &amp; Roe&#xe9;</name><number>2401.00010</number><code>0010</code></entry>';
for (const options of [{}, {htmlEntities: true, parseTagValue: false}])
	console.log(JSON.stringify(options), JSON.stringify(new XMLParser(options).parse(text).entry));
JS
node probe.mjs | tee seen
diff - seen <<'SEEN'
{} {"name":"G&#246;del & Roe&#xe9;","number":2401.0001,"code":10}
{"htmlEntities":true,"parseTagValue":false} {"name":"Gödel & Roeé","number":"2401.00010","code":"0010"}
SEEN
