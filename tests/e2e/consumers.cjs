// consumers.cjs RELEASE: the data files of a release, read by those who are not ours:
// DuckDB, ajv, Citation.js.  Prints a line for what is wrong and for what is not
// installed; status 1 for the first, 77 for the second.
"use strict";
const fs = require("fs");
const path = require("path");

const release = process.argv[2];
const data = (name) => path.join(release, "data", name);
const records = fs.readFileSync(data("works.jsonl"), "utf8").trimEnd().split("\n").map((l) => JSON.parse(l));
let wrong = 0;
let absent = 0;

function same(what, is, wanted) {
	if (JSON.stringify(is) === JSON.stringify(wanted)) return;
	console.log(`${what}: ${JSON.stringify(is)}, wanted ${JSON.stringify(wanted)}`);
	wrong++;
}

async function withPackages(names, use) {
	const found = [];
	for (const name of names) {
		try {
			found.push(require(name));
		} catch {
			console.log(`${name} is not installed`);
			absent++;
			return;
		}
	}
	await use(...found);
}

// Types are guessed from the column: an arXiv id must not become a number.
async function duckdb({ DuckDBInstance }) {
	const db = await (await DuckDBInstance.create(":memory:")).connect();
	const column = async (sql) => (await db.runAndReadAll(sql)).getRows().map((r) => r[0]);
	for (const name of ["arxiv_id", "pmid", "s2_corpus_id", "id"]) {
		const read = await column(`SELECT "${name}" FROM read_csv('${data("works.csv")}') WHERE "${name}" IS NOT NULL`);
		const prefix = { arxiv_id: "arxiv:", pmid: "pmid:", s2_corpus_id: "s2:", id: "" }[name];
		same(`DuckDB reads works.csv ${name}`, read,
			records.filter((r) => r[name] !== null).map((r) => (/^[\d.]+$/.test(r[name]) ? prefix : "") + r[name]));
	}
	const cited = await column(`SELECT sum(cited_by_count)::INTEGER FROM read_csv('${data("works.csv")}')`);
	same("DuckDB adds citations up", cited, [records.reduce((n, r) => n + (r.cited_by_count || 0), 0)]);
	const types = await column(`SELECT typeof(issued_year) FROM read_json_auto('${data("works.jsonl")}') LIMIT 1`);
	same("DuckDB reads works.jsonl", types, ["BIGINT"]);
}

async function ajv({ default: Ajv }, formats) {
	const validator = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true });
	(formats.default || formats)(validator);
	const check = validator.compile(JSON.parse(fs.readFileSync(path.join(release, "schema/works.schema.json"), "utf8")));
	for (const record of records)
		if (!check(record)) same(`the schema of ${record.id}`, check.errors.slice(0, 2), []);
}

async function citation({ Cite }) {
	const items = JSON.parse(fs.readFileSync(data("references.json"), "utf8"));
	const read = new Cite(items);
	same("Citation.js reads references.json", read.data.map((i) => i.id), items.map((i) => i.id));
	const text = read.format("bibliography", { format: "text", template: "apa" });
	same("Citation.js writes a bibliography", text.trim().split("\n").length >= items.length, true);
}

(async () => {
	await withPackages(["@duckdb/node-api"], duckdb);
	await withPackages(["ajv/dist/2020", "ajv-formats"], ajv);
	await withPackages(["@citation-js/core", "@citation-js/plugin-csl"], citation);
	process.exit(wrong > 0 ? 1 : absent > 0 ? 77 : 0);
})();
