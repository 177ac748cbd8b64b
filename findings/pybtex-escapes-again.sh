#!/bin/sh
# pybtex: a .bib file that is read and written escapes what is escaped already: of
# "50\%" the percent sign comments out the rest of the title, and every further
# round adds a backslash; addresses get them, too.
#
# Version:   python3-pybtex 0.24.0-3, python3-latexcodec 2.0.1-2 (Debian 12)
# Expected:  a file that is read and written means the same to LaTeX.
# Seen:      the reader keeps TeX as it stands, the writer takes it for plain text.
# Source:    pycldf issue 71 saw the doubled backslash in 2018; a pull request at
#            bibtex-dblp (22, January 2026) still takes them out by hand and names
#            pybtex's own open issue 24 at Codeberg.
# For us:    .bib files of list maintainers that went through it hold "\\%" and "\\_":
#            such a run of backslashes is read as the one it was.
set -eu
t=$(mktemp -d) && trap 'rm -rf "$t"' EXIT && cd "$t"
apt-get download python3-pybtex=0.24.0-3 python3-latexcodec=2.0.1-2 \
	python3-yaml=6.0-3+b2 python3-six=1.16.0-4 >/dev/null 2>&1 || {
	echo "the pinned packages are not to be had here"
	exit 77
}
for package in *.deb; do dpkg -x "$package" root; done
PYTHONPATH=$t/root/usr/lib/python3/dist-packages python3 - <<'END' | tee seen
from pybtex.database import parse_string
text = r"@misc{a, title = {Charts in 50\% of R\&D}, url = {https://example.org/a_b#c}}"
for turn in (1, 2):
    text = parse_string(text, "bibtex").to_string("bibtex")
    entry = parse_string(text, "bibtex").entries["a"]
    print(turn, entry.fields["title"])
    print(turn, entry.fields["url"])
END
diff - seen <<'SEEN'
1 Charts in 50\\% of R\\&D
1 https://example.org/a\_b\#c
2 Charts in 50\\\% of R\\\&D
2 https://example.org/a\\_b\\#c
SEEN
