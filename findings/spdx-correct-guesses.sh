#!/bin/sh
# spdx-correct: names of licences as they stand on model and data set cards turn
# into free licences.
#
# Version:   npm spdx-correct 3.2.0
# Expected:  null for what is no licence of SPDX; that is what it says it returns.
# Seen:      "limited" and "permit only research" are MIT, because of the letters
#            m-i-t in them; "unlicensed" is Unlicense, its opposite; "gpl" is
#            GPL-3.0-or-later; "lgpl-lr" (a licence for language resources) is
#            LGPL-3.0-or-later; while cc-by-nc, which says what it is, is null.
# Source:    its last resort looks for parts of words (index.js); on UNLICENSED
#            github.com/jslicense/spdx-correct.js, issue 3.
# For us:    no licence is guessed: data/ holds what a name means, all
#            else stays the name that was said.
set -eu
t=$(mktemp -d) && trap 'rm -rf "$t"' EXIT && cd "$t"
npm install --silent --no-fund --no-audit --prefix . spdx-correct@3.2.0 >/dev/null 2>&1 || {
	echo "the pinned package is not to be had here"
	exit 77
}
cat >probe.js <<'JS'
const correct = require('spdx-correct');
for (const name of ['limited', 'permit only research', 'unlicensed', 'gpl', 'lgpl-lr', 'cc-by-nc', 'cc-by-nc-4.0'])
	console.log(name, '->', correct(name));
JS
node probe.js 2>/dev/null | tee seen
diff - seen <<'SEEN'
limited -> MIT
permit only research -> MIT
unlicensed -> Unlicense
gpl -> GPL-3.0-or-later
lgpl-lr -> LGPL-3.0-or-later
cc-by-nc -> null
cc-by-nc-4.0 -> CC-BY-NC-4.0
SEEN
