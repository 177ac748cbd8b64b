#!/bin/sh
# citation-js: BibTeX to BibTeX loses the arXiv number, and gives an article a
# second address that is no address.
#
# Version:   npm citation-js 0.7.22
# Expected:  eprint and archiveprefix come out as they went in; the address stays
#            one.
# Seen:      eprint and archiveprefix are gone; howpublished repeats the address
#            with \textunderscore{} in it, beside a url that is right.
# Source:    none found; @citation-js/plugin-bibtex, its mapping of URL.
# For us:    references.bib is held against more than one reader in the tests,
#            and the arXiv number also stands in the url.
set -eu
t=$(mktemp -d) && trap 'rm -rf "$t"' EXIT && cd "$t"
npm install --silent --no-fund --no-audit --prefix . citation-js@0.7.22 >/dev/null 2>&1 || {
	echo "the pinned package is not to be had here"
	exit 77
}
cat >probe.js <<'JS'
const Cite = require('citation-js');
const out = new Cite(`@article{roe2024, title = {A Study}, author = {Roe, Jane}, year = {2024},
	eprint = {2401.00010}, archiveprefix = {arXiv}, url = {https://example.org/a_b}}`).format('bibtex');
console.log(out.split('\n').map(line => line.trim()).filter(line => /^(eprint|archive|url|howpub)/i.test(line)).join('\n'));
JS
node probe.js | tee seen
diff - seen <<'SEEN'
url = {https://example.org/a_b},
howpublished = {https://example.org/a\textunderscore{}b},
SEEN
