#!/bin/sh
# tableschema: the reader of Data Packages takes a column of arXiv numbers for
# numbers when it infers, and with format "any" even for days of the year 2401.
#
# Version:   npm tableschema 1.12.6
# Expected:  an identifier is a string; a day of 2401 is no day of ours.
# Seen:      infer() gives number; a date field of format any casts 2401.00010 to
#            1 October 2401 without an error; and the default datetime refuses an
#            offset that RFC 3339 allows, with +00:00 as with +02:00.
# Source:    Table Schema's specification, "date" (any: whatever the reader's
#            language makes of it) and "datetime" (default: UTC, with a Z).
# For us:    the Data Package we write says string for identifiers, never uses
#            format any, and its instants end in Z.
set -eu
t=$(mktemp -d) && trap 'rm -rf "$t"' EXIT && cd "$t"
npm install --silent --no-fund --no-audit --prefix . tableschema@1.12.6 >/dev/null 2>&1 || {
	echo "the pinned package is not to be had here"
	exit 77
}
cat >probe.js <<'JS'
const {Table, Field} = require('tableschema');
const cast = (descriptor, text) => {
	try {
		const value = new Field({name: 'x', ...descriptor}).castValue(text);
		return value instanceof Date ? [value.getFullYear(), value.getMonth() + 1, value.getDate()].join('-') : value;
	} catch (error) {
		return 'refused';
	}
};
(async () => {
	const table = await Table.load([['arxiv'], ['2401.00010'], ['2310.12345']]);
	await table.infer();
	console.log('infers', table.schema.fields[0].type);
	console.log('any:', cast({type: 'date', format: 'any'}, '2401.00010'));
	console.log('offset:', cast({type: 'datetime'}, '2024-01-02T00:00:00+00:00'));
	console.log('Z:', cast({type: 'datetime'}, '2024-01-02T12:00:00Z'));
})();
JS
node probe.js 2>/dev/null | tee seen
diff - seen <<'SEEN'
infers number
any: 2401-10-1
offset: refused
Z: 2024-1-2
SEEN
