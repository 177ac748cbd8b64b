#!/bin/sh
# citation-js, RIS: the particle of a name is lost, and a preprint is a journal's
# article.
#
# Version:   npm @citation-js/core 0.8.2 with @citation-js/plugin-ris 0.8.2
# Expected:  AU  - van der Berg, Jan; TY  - UNPB or GEN for a preprint.
# Seen:      AU  - Berg, Jan; TY  - JOUR.
# Source:    none found; CSL 1.0.2 (non-dropping-particle belongs to the name);
#            the RIS description of Reference Manager (types).
# For us:    we read RIS, and do not write it by way of CSL.
set -eu
t=$(mktemp -d) && trap 'rm -rf "$t"' EXIT && cd "$t"
npm install --silent --no-fund --no-audit --prefix . @citation-js/core@0.8.2 @citation-js/plugin-ris@0.8.2 >/dev/null 2>&1 || {
	echo "the pinned packages are not to be had here"
	exit 77
}
cat >probe.js <<'JS'
const {Cite} = require('@citation-js/core');
require('@citation-js/plugin-ris');
const items = [{id: 'a', type: 'article', title: 'A Study', number: '2401.00010',
	author: [{family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der'}]}];
console.log(new Cite(items).format('ris').split('\n').filter(line => /^(TY|AU)/.test(line)).join('\n'));
JS
node probe.js | tee seen
diff - seen <<'SEEN'
TY  - JOUR
AU  - Berg, Jan
SEEN
