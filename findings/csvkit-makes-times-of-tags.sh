#!/bin/sh
# csvkit: columns of a literature table become times: the tags "2D" and "3D" are
# days, the pages "1-2" a day of 2001, the venue "May" the first of May of the year 1.
#
# Version:   csvkit 1.0.7-1, python3-agate 1.6.3-2 (Debian 12)
# Expected:  csvjson keeps text that is no number.
# Seen:      types are guessed per column, and what can be read as a length of time or
#            as a day in words is one: "2D" comes out as "2 days, 0:00:00", "1-2" as
#            "2001-01-02". One value that is neither (pages "101-120") keeps
#            the column as it is, so the type hangs on which rows a table has.
#            --no-inference keeps all.
# Source:    csvkit's manual, "Arguments common to all tools" (--no-inference); that
#            days and lengths of time are looked for in words stands in agate's
#            TypeTester.
# For us:    datapackage.json names the type of each column of the CSV files, so that a
#            reader need not guess; ids have their scheme (arxiv:2401.00010), which
#            no guess takes for a number or a day.
set -eu
t=$(mktemp -d) && trap 'rm -rf "$t"' EXIT && cd "$t"
apt-get download csvkit=1.0.7-1 python3-csvkit=1.0.7-1 python3-agate=1.6.3-2 python3-agateexcel=0.2.5-2 python3-agatedbf=0.2.2-2 \
	python3-agatesql=0.5.8-2 python3-parsedatetime=2.6-3 python3-pytimeparse=1.1.5-3 python3-leather=0.3.4-2 \
	python3-babel=2.10.3-1 python-babel-localedata=2.10.3-1 python3-isodate=0.6.1-1 python3-slugify=4.0.0-2 \
	python3-text-unidecode=1.3-1 python3-tz=2022.7.1-4 python3-six=1.16.0-4 >/dev/null 2>&1 || {
	echo "the pinned packages are not to be had here"
	exit 77
}
for package in *.deb; do dpkg -x "$package" root; done
PYTHONPATH=$t/root/usr/lib/python3/dist-packages
export PYTHONPATH
cat >guessed.csv <<'CSV'
name,tags,pages,venue
a,2D,1-2,May
b,3D,3-5,Fri
CSV
cat >kept.csv <<'CSV'
name,tags,pages,venue
a,2D,1-2,May
b,code,101-120,Nature
CSV
for file in guessed kept; do
	/usr/bin/python3 root/usr/bin/csvjson "$file.csv" && echo
done | tee seen
diff - seen <<'SEEN'
[{"name": "a", "tags": "2 days, 0:00:00", "pages": "2001-01-02", "venue": "0001-05-01"}, {"name": "b", "tags": "3 days, 0:00:00", "pages": "2001-03-05", "venue": "0001-01-05"}]
[{"name": "a", "tags": "2D", "pages": "1-2", "venue": "May"}, {"name": "b", "tags": "code", "pages": "101-120", "venue": "Nature"}]
SEEN
