#!/bin/sh
# @retorquere/bibtex-parser: a title in capitals comes out in small letters, names
# of places included, unless the entry says that it is not English.
#
# Version:   npm @retorquere/bibtex-parser 9.0.29
# Expected:  the title as it stands in the file.
# Seen:      "… in New York" becomes "… in new york", because what says no
#            language counts as English; with langid = german, or with braces,
#            the capitals stay.
# Source:    the package's options sentenceCase and english
#            (retorque.re/bibtex-parser): meant so, for CSL wants sentence case.
# For us:    titles are compared without regard to case; references.bib braces words
#            like {BERT}.
set -eu
t=$(mktemp -d) && trap 'rm -rf "$t"' EXIT && cd "$t"
npm install --silent --no-fund --no-audit --prefix . @retorquere/bibtex-parser@9.0.29 >/dev/null 2>&1 || {
	echo "the pinned package is not to be had here"
	exit 77
}
cat >probe.mjs <<'JS'
import * as module from '@retorquere/bibtex-parser';
const parse = module.parse ?? module.default.parse;
for (const title of ['title = {Triage in New York}', 'title = {Triage in {New York}}', 'title = {Triage in New York}, langid = {german}'])
	console.log(title, '->', parse(`@article{a, ${title}}`).entries[0].fields.title);
JS
node probe.mjs 2>/dev/null | tee seen
diff - seen <<'SEEN'
title = {Triage in New York} -> Triage in new york
title = {Triage in {New York}} -> Triage in New York
title = {Triage in New York}, langid = {german} -> Triage in New York
SEEN
