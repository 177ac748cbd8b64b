#!/bin/sh
# citation-js, CITATION.cff: a data set that is read and written again has no day
# of release any more; software keeps it.
#
# Version:   npm @citation-js/core 0.8.2 with @citation-js/plugin-cff 0.6.2
# Expected:  date-released as it came, whatever the type.
# Seen:      the day is in the CSL-JSON between (issued) for both, and is written
#            for type: software only.
# Source:    the plugin's map, which has date-released ↔ issued only for software
#            when it writes; the guide of CFF 1.2.0 has the key for both types.
# For us:    CITATION.cff of a release (a data set) is written by us, from the
#            release, not by way of CSL-JSON.
set -eu
t=$(mktemp -d) && trap 'rm -rf "$t"' EXIT && cd "$t"
npm install --silent --no-fund --no-audit --prefix . @citation-js/core@0.8.2 @citation-js/plugin-cff@0.6.2 >/dev/null 2>&1 || {
	echo "the pinned packages are not to be had here"
	exit 77
}
cat >probe.js <<'JS'
const {Cite} = require('@citation-js/core');
require('@citation-js/plugin-cff');
for (const type of ['software', 'dataset']) {
	const read = new Cite(`cff-version: 1.2.0
message: Please cite
type: ${type}
title: Models, enriched
authors: [{family-names: Roe, given-names: Jane}]
date-released: "2026-11-29"
`);
	console.log(type, JSON.stringify(read.data[0].issued),
		read.format('cff').match(/^date-released.*/m) + '');
}
JS
node probe.js | tee seen
diff - seen <<'SEEN'
software {"date-parts":[[2026,11,29]]} date-released: 2026-11-29
dataset {"date-parts":[[2026,11,29]]} null
SEEN
