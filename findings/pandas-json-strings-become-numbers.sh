#!/bin/sh
# pandas: what JSON says is a string is a number in the frame: two corpus ids become
# one, arXiv's 2401.00010 loses its last zero, and a month becomes its first day.
#
# Version:   python3-pandas 1.5.3+dfsg-2 (Debian 12)
# Expected:  read_json keeps JSON's types: a string stays one.
# Seen:      a column of strings that all look like numbers is turned into floats or
#            64-bit integers, by way of doubles: two 19-digit ids that differ in their
#            last digit are the same.  A column whose name ends with "_at" is
#            turned into times, "2024-05" into 2024-05-01.  With one text among them
#            that is no number, the column stays text: the type hangs on the rows.
# Source:    pandas' documentation of read_json, dtype and convert_dates ("if True,
#            infer"); the way through doubles is not in it.
# For us:    id has its scheme (arxiv:2401.00010); arxiv_id and s2_corpus_id of
#            works.jsonl would be changed, so the release's README loads it with
#            dtype=False, convert_dates=False.
set -eu
t=$(mktemp -d) && trap 'rm -rf "$t"' EXIT && cd "$t"
apt-get download python3-pandas=1.5.3+dfsg-2 python3-pandas-lib=1.5.3+dfsg-2 python3-numpy=1:1.24.2-1+deb12u1 python3-dateutil=2.8.2-2 \
	python3-tz=2022.7.1-4 python3-six=1.16.0-4 libblas3=3.11.0-2 liblapack3=3.11.0-2 libgfortran5 libquadmath0 >/dev/null 2>&1 || {
	echo "the pinned packages are not to be had here"
	exit 77
}
for package in *.deb; do dpkg -x "$package" root; done
LD_LIBRARY_PATH=$(find "$t/root" -name 'lib*.so.*' -printf '%h\n' | sort -u | paste -sd :)
PYTHONPATH=$t/root/usr/lib/python3/dist-packages
export LD_LIBRARY_PATH PYTHONPATH
cat >probe.py <<'PY'
import io
import pandas
ROWS = ('{"arxiv_id": "2401.00010", "corpus_id": "1234567890123456781", "published_at": "2024-05"}\n'
        '{"arxiv_id": "%s", "corpus_id": "1234567890123456782", "published_at": "2024-06"}\n')
for what, second, options in (("as it is", "2310.12345", {}), ("with an old number", "cs/0112017", {}),
                              ("told not to", "2310.12345", {"dtype": False, "convert_dates": False})):
    frame = pandas.read_json(io.StringIO(ROWS % second), lines=True, **options)
    row = frame.iloc[0]
    print("%s: %s; %d corpus ids; %s" % (what, row.arxiv_id, frame.corpus_id.nunique(), str(row.published_at)[:10]))
PY
/usr/bin/python3 -W ignore probe.py | tee seen
diff - seen <<'SEEN'
as it is: 2401.0001; 1 corpus ids; 2024-05-01
with an old number: 2401.00010; 1 corpus ids; 2024-05-01
told not to: 2401.00010; 2 corpus ids; 2024-05
SEEN
