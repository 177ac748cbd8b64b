#!/bin/sh
# bibutils: the arXiv number is read where it hardly ever stands, and not where
# arXiv puts it; and a preprint becomes a technical standard.
#
# Version:   bibutils, libbibutils8 7.2-2 (Debian 12)
# Expected:  eprint and archivePrefix mean the same in every type; GEN or UNPB in RIS.
# Seen:      in @article the number is kept, in @misc bib2xml drops it; by way of
#            biblatex2xml (eprinttype) it is kept in both. RIS says TY - STD for
#            @misc.
# Source:    arXiv's "Export BibTeX Citation" is @misc with eprint and
#            archivePrefix; RIS types of Reference Manager (STD: standard, GEN:
#            generic). No thread was found.
# For us:    a reference list that went through it has preprints without a number:
#            they are looked for by their title, and the type a list states is
#            not taken for what a work is.
set -eu
t=$(mktemp -d) && trap 'rm -rf "$t"' EXIT && cd "$t"
apt-get download bibutils=7.2-2 libbibutils8=7.2-2 >/dev/null 2>&1 || {
	echo "the pinned packages are not to be had here"
	exit 77
}
for package in *.deb; do dpkg -x "$package" root; done
LD_LIBRARY_PATH=$(dirname "$(find "$t/root" -name 'libbibutils.so*' | sed -n 1p)")
export LD_LIBRARY_PATH
for type in misc article; do
	for way in "bib2xml archivePrefix" "biblatex2xml eprinttype"; do
		echo "@$type{a, title = {A Model}, author = {Jane Roe}, year = {2024}," \
			"eprint = {2401.00010}, ${way#* } = {arXiv}}" >one.bib
		"root/usr/bin/${way% *}" one.bib >one.xml 2>/dev/null
		echo "@$type by ${way% *}: $(grep -c 2401.00010 one.xml) number in MODS," \
			"$(root/usr/bin/xml2ris one.xml 2>/dev/null | grep -o 'TY  - [A-Z]*')"
	done
done | tee seen
diff - seen <<'SEEN'
@misc by bib2xml: 0 number in MODS, TY  - STD
@misc by biblatex2xml: 1 number in MODS, TY  - STD
@article by bib2xml: 1 number in MODS, TY  - JOUR
@article by biblatex2xml: 1 number in MODS, TY  - JOUR
SEEN
