#!/bin/sh
# pandoc: an institution among the authors of CSL-JSON is written to BibTeX
# without braces, so that it becomes a person, or two.
#
# Version:   pandoc 2.17.1.1-2~deb12u1 (Debian 12)
# Expected:  a "literal" name in braces: {World Health Organization}.
# Seen:      author = {Roe, Jane and Centre for Health and Care}: read again by
#            the same pandoc, three people: Roe, "Centre for Health" (family name
#            Health) and Care. In publisher, the braces are written.
# Source:    CSL 1.0.2, "name variables" (literal); btxdoc section 4 (braces).
#            Text.Pandoc.Citeproc.BibTeX, no thread found.
# For us:    references.bib has institutions in braces and is not made by way of
#            CSL; references.json has them as literal.
set -eu
t=$(mktemp -d) && trap 'rm -rf "$t"' EXIT && cd "$t"
apt-get download pandoc=2.17.1.1-2~deb12u1 >/dev/null 2>&1 || {
	echo "the pinned package is not to be had here"
	exit 77
}
dpkg -x pandoc_*.deb root
cat >one.json <<'JSON'
[{"id": "a", "type": "report", "title": "A Study", "publisher": "Press",
  "author": [{"family": "Roe", "given": "Jane"}, {"literal": "Centre for Health and Care"}]}]
JSON
root/usr/bin/pandoc -f csljson -t biblatex one.json >one.bib
{
	grep 'author =' one.bib
	root/usr/bin/pandoc -f biblatex -t csljson one.bib | tr -d ' \n' | sed 's/.*"author":\(\[[^]]*\]\).*/\1/'
	echo
} | tee seen
diff - seen <<'SEEN'
  author = {Roe, Jane and Centre for Health and Care},
[{"family":"Roe","given":"Jane"},{"dropping-particle":"for","family":"Health","given":"Centre"},{"family":"Care"}]
SEEN
