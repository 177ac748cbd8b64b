#!/bin/sh
# DuckDB: what JSON Lines become is fixed by the first 20,480 lines: a member that
# first appears later is dropped without a word, and a text that only looked like
# a date until then stops the whole query.
#
# Version:   npm @duckdb/node-api 1.5.6-r.1 (DuckDB 1.5.6)
# Expected:  JSON texts are text; a member somewhere in the file is a column.
# Seen:      below. Texts that look like dates, times or UUIDs are made such.
# Source:    github.com/duckdb/duckdb, issue 25826 (dropped members); the
#            documentation's read_json (sample_size).
# For us:    every line of works.jsonl has every member, null where nothing is
#            known, so that no reader has to guess; the columns stand in the
#            schema and in docs/.
set -eu
t=$(mktemp -d) && trap 'rm -rf "$t"' EXIT && cd "$t"
npm install --silent --no-fund --no-audit --prefix . @duckdb/node-api@1.5.6-r.1 >/dev/null 2>&1 || {
	echo "the pinned package is not to be had here"
	exit 77
}
cat >probe.mjs <<'JS'
import fs from 'node:fs';
import {DuckDBInstance} from '@duckdb/node-api';
const db = await (await DuckDBInstance.create(':memory:')).connect();
const ask = async question => {
	try {
		return JSON.stringify((await db.runAndReadAll(question)).getRowsJson());
	} catch (error) {
		return error.message.split(/[:"]/)[0];
	}
};
const file = (name, lines) => fs.writeFileSync(name, lines.join('\n') + '\n');
const many = Array.from({length: 20480}, (_, i) => `{"id":"w${i}","day":"2024-05-06"}`);
file('late.jsonl', [...many, '{"id":"x","day":"2024-05-06","venue":"here"}']);
file('year.jsonl', [...many, '{"id":"x","day":"2024"}']);
file('few.jsonl', ['{"day":"2024-05-06","hour":"10:20:30","mark":"550e8400-e29b-41d4-a716-446655440000"}']);
console.log('late member:', await ask("select count(*) from (describe select * from 'late.jsonl')"), 'columns');
console.log('late year:', await ask("select count(day) from 'year.jsonl'"));
console.log('types:', await ask("select typeof(day), typeof(hour), typeof(mark) from 'few.jsonl'"));
JS
node probe.mjs | tee seen
diff - seen <<'SEEN'
late member: [["2"]] columns
late year: Invalid Input Error
types: [["DATE","TIME","UUID"]]
SEEN
