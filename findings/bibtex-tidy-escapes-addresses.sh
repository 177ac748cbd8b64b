#!/bin/sh
# bibtex-tidy: addresses get backslashes wherever they do not stand in url: also
# within \url{...}, where LaTeX wants none.
#
# Version:   npm bibtex-tidy 1.14.0
# Expected:  what tidying leaves is the same address, or only url-like fields escaped
#            by the rules of the field they are in.
# Seen:      url, doi, pdf and file are left alone; in note, howpublished, code and any
#            other field "_", "%", "&" and "#" become "\_", "\%", "\&", "\#", also
#            inside \url{...}, which sets its words as they are: the link in
#            the PDF has the backslash in it. Escaping is on unless --no-escape.
# Source:    bibtex-tidy --help ("--escape", special characters) names no exception.
# For us:    a list in BibTeX that was tidied has such addresses: the reader takes the
#            backslash before these four for nothing in an address; references.bib
#            has addresses in url and doi only.
set -eu
t=$(mktemp -d) && trap 'rm -rf "$t"' EXIT && cd "$t"
npm install --silent --no-fund --no-audit --prefix . bibtex-tidy@1.14.0 >/dev/null 2>&1 || {
	echo "the pinned package is not to be had here"
	exit 77
}
cat >a.bib <<'BIB'
@misc{roe2024,
  title = {A Study},
  url = {https://example.org/a_b?c=1&d=2#e},
  code = {https://example.org/a_b},
  howpublished = {\url{https://example.org/a_b%20c}}
}
BIB
node_modules/.bin/bibtex-tidy a.bib -o tidied.bib >/dev/null 2>&1
grep example tidied.bib | tr -s ' ' | tee seen
diff - seen <<'SEEN'
 url = {https://example.org/a_b?c=1&d=2#e},
 code = {https://example.org/a\_b},
 howpublished = {\url{https://example.org/a\_b\%20c}}
SEEN
