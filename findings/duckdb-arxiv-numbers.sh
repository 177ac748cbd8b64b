#!/bin/sh
# DuckDB: a CSV column of arXiv numbers is read as numbers, and the last zeros
# are gone: 2401.00010 becomes 2401.0001, which is another paper.
#
# Version:   npm @duckdb/node-api 1.5.6-r.1 (DuckDB 1.5.6)
# Expected:  the text that stands in the file, or a column of text.
# Seen:      DOUBLE as long as all rows looked at have the new form of number; one
#            old number (cs/0112017) among them makes it text, so the type hangs on
#            which works a release holds. Quotes in the CSV change nothing.
# Source:    DuckDB's documentation, "CSV auto detection" (types tried in order,
#            VARCHAR last).
# For us:    the column id of works.csv has the scheme (arxiv:2401.00010) and is
#            what tables are joined by; datapackage.json says that arxiv_id is a
#            string.
set -eu
t=$(mktemp -d) && trap 'rm -rf "$t"' EXIT && cd "$t"
npm install --silent --no-fund --no-audit --prefix . @duckdb/node-api@1.5.6-r.1 >/dev/null 2>&1 || {
	echo "the pinned package is not to be had here"
	exit 77
}
printf 'id,arxiv\na,2401.00010\nb,2310.12345\n' >new.csv
printf '"id","arxiv"\n"a","2401.00010"\n"b","2310.12345"\n' >quoted.csv
printf 'id,arxiv\na,2401.00010\nb,cs/0112017\n' >old.csv
printf 'id,arxiv\na,arxiv:2401.00010\nb,\n' >scheme.csv
cat >probe.mjs <<'JS'
import {DuckDBInstance} from '@duckdb/node-api';
const db = await (await DuckDBInstance.create(':memory:')).connect();
for (const file of ['new', 'quoted', 'old', 'scheme']) {
	const rows = await db.runAndReadAll(`select typeof(arxiv) t, arxiv::varchar v from '${file}.csv' limit 1`);
	const [{t, v}] = rows.getRowObjectsJson();
	console.log(file, t, v);
}
JS
node probe.mjs | tee seen
diff - seen <<'SEEN'
new DOUBLE 2401.0001
quoted DOUBLE 2401.0001
old VARCHAR 2401.00010
scheme VARCHAR arxiv:2401.00010
SEEN
