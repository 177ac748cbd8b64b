#!/bin/sh
# jsonschema (Python): the same schema lets values through that other validators
# refuse: \d takes the digits of every script, and $ a line break at the end.
#
# Version:   python3-jsonschema 4.10.3-1 (Debian 12); npm ajv 8.20.0
# Expected:  JSON Schema (2020-12, 6.4) has patterns read as ECMA-262 does: \d is 0 to 9,
#            $ is the end of the text.
# Seen:      patterns are given to Python's re: "^\d{4}-\d{2}$" takes "2024-05" with
#            a line break behind it and the month in Arabic-Indic digits; ajv refuses both.
# Source:    jsonschema's documentation does not name the difference; Python's re does.
# For us:    the shipped schema writes [0-9] where a digit is meant.
set -eu
t=$(mktemp -d) && trap 'rm -rf "$t"' EXIT && cd "$t"
{
	apt-get download python3-jsonschema=4.10.3-1 python3-attr=22.2.0-1 python3-pyrsistent=0.18.1-1+b3 &&
		npm install --silent --no-fund --no-audit --prefix . ajv@8.20.0
} >/dev/null 2>&1 || {
	echo "the pinned packages are not to be had here"
	exit 77
}
for package in *.deb; do dpkg -x "$package" root; done
PYTHONPATH=$t/root/usr/lib/python3/dist-packages
export PYTHONPATH
cat >probe.py <<'PY'
import json
import jsonschema
schema, *values = json.load(open("cases.json"))
validator = jsonschema.Draft202012Validator(schema)
print("jsonschema", *(json.dumps(value) + (" taken" if validator.is_valid(value) else " refused") for value in values))
PY
cat >probe.mjs <<'JS'
import {readFileSync} from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
const [schema, ...values] = JSON.parse(readFileSync('cases.json'));
const valid = new Ajv.default().compile(schema);
console.log('ajv', ...values.map(value => JSON.stringify(value).replace(/[^ -~]/g,
	sign => '\\u' + sign.charCodeAt(0).toString(16).padStart(4, '0')) + (valid(value) ? ' taken' : ' refused')));
JS
printf '%s' '[{"type":"string","pattern":"^\\d{4}-\\d{2}$"},"2024-05","2024-5","2024-05\n","\u0662\u0660\u0662\u0664-\u0660\u0665"]' >cases.json
{ /usr/bin/python3 probe.py && node probe.mjs; } | tee seen
diff - seen <<'SEEN'
jsonschema "2024-05" taken "2024-5" refused "2024-05\n" taken "\u0662\u0660\u0662\u0664-\u0660\u0665" taken
ajv "2024-05" taken "2024-5" refused "2024-05\n" refused "\u0662\u0660\u0662\u0664-\u0660\u0665" refused
SEEN
