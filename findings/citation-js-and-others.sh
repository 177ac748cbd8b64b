#!/bin/sh
# BibTeX's "and others" read by citation-js and by pandoc: a person called
# "others"; citation-js then writes that person in braces, as if the name had
# been meant.
#
# Version:   npm citation-js 0.7.22; pandoc 2.17.1.1-2~deb12u1 (Debian 12)
# Expected:  "and others" says that names are missing; no name.
# Seen:      CSL-JSON by citation-js has the family name "others", by pandoc the
#            literal "others". Back to BibTeX, pandoc has "and others" again, but
#            citation-js "and {others}", which no style turns into et al.
# Source:    the BibTeX manual (btxdoc, 1988) for the meaning; for pandoc
#            github.com/jgm/citeproc, issue 61; for citation-js none was found.
# For us:    a name "others" from a BibTeX list is no person, and must not come back
#            as one by way of another tool's CSL-JSON.
set -eu
t=$(mktemp -d) && trap 'rm -rf "$t"' EXIT && cd "$t"
apt-get download pandoc=2.17.1.1-2~deb12u1 >/dev/null 2>&1 &&
	npm install --silent --no-fund --no-audit --prefix . citation-js@0.7.22 >/dev/null 2>&1 || {
	echo "the pinned packages are not to be had here"
	exit 77
}
dpkg -x pandoc_*.deb root
cat >one.bib <<'BIB'
@article{roe2024, title = {A Study}, author = {Roe, Jane and others}, journal = {Journal}, year = {2024}}
BIB
cat >probe.js <<'JS'
const fs = require('fs');
const {execFileSync} = require('child_process');
const Cite = require('citation-js');
const names = items => JSON.stringify(items[0].author);
const written = text => /author = \{(.*)\},?\n/.exec(text)[1];
const pandoc = (...args) => execFileSync('root/usr/bin/pandoc', args, {input: ''}).toString();
const cite = new Cite(fs.readFileSync('one.bib', 'utf8'));
console.log('citation-js reads', names(cite.data));
console.log('citation-js writes', written(cite.format('bibtex')));
fs.writeFileSync('one.json', pandoc('-f', 'bibtex', '-t', 'csljson', 'one.bib'));
console.log('pandoc reads', names(JSON.parse(fs.readFileSync('one.json', 'utf8'))));
console.log('pandoc writes', written(pandoc('-f', 'bibtex', '-t', 'bibtex', 'one.bib')));
JS
node probe.js | tee seen
diff - seen <<'SEEN'
citation-js reads [{"given":"Jane","family":"Roe"},{"family":"others"}]
citation-js writes Roe, Jane and {others}
pandoc reads [{"family":"Roe","given":"Jane"},{"literal":"others"}]
pandoc writes Roe, Jane and others
SEEN
