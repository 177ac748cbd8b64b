/*
 * The same job as one would write it for Node: lists in, one JSON Lines and one
 * CSV out.  It asks Semantic Scholar (500 ids a request), arXiv (500) and Hugging
 * Face by the ids that the lists link, and keeps what each id was answered.  In
 * its favour: it searches no titles, judges, merges and checks nothing, knows no
 * pace, tries nothing again and makes no release.
 * usage: script.mjs FOLDER LIST...   (addresses: ENRICH_..._URL)
 */
import fs from "node:fs";

const [folder, ...lists] = process.argv.slice(2);
const base = (name) => process.env[`ENRICH_${name}_URL`];
const FIELDS = "externalIds,title,venue,year,publicationDate,citationCount,isOpenAccess,openAccessPdf,authors";
const LINKS = [["arxiv", /https?:\/\/arxiv\.org\/(?:abs|pdf)\/(\d{4}\.\d{4,5})/g],
  ["doi", /https?:\/\/doi\.org\/(10\.[^\s)\]"'<>]+)/g],
  ["hf", /https?:\/\/huggingface\.co\/([\w.-]+\/[\w.-]+)/g]];

const kept = `${folder}/answers.jsonl`;
const known = new Map();
fs.mkdirSync(folder, { recursive: true });
if (fs.existsSync(kept))
  for (const line of fs.readFileSync(kept, "utf8").split("\n"))
    if (line) {
      const { key, answer } = JSON.parse(line);
      known.set(key, answer);
    }

function keep(answers) {
  for (const [key, answer] of answers) known.set(key, answer);
  fs.appendFileSync(kept, answers.map(([key, answer]) => JSON.stringify({ key, answer }) + "\n").join(""));
}

const entries = [];
for (const path of lists)
  fs.readFileSync(path, "utf8").split("\n").forEach((text, at) => {
    const ids = [];
    for (const [kind, pattern] of LINKS)
      for (const match of text.matchAll(pattern)) ids.push([kind, match[1].toLowerCase()]);
    if (ids.length > 0) entries.push({ list: path, line: at + 1, ids });
  });

function wanted(source, kinds) {
  const all = new Set();
  for (const entry of entries)
    for (const [kind, id] of entry.ids)
      if (kinds.includes(kind) && !known.has(`${source} ${kind}:${id}`)) all.add(`${kind}:${id}`);
  return [...all];
}

function* batches(all, size) {
  for (let at = 0; at < all.length; at += size) yield all.slice(at, at + size);
}

async function semanticscholar() {
  const left = [...batches(wanted("s2", ["arxiv", "doi"]), 500)];
  for (let batch; (batch = left.pop()) !== undefined;) {
    const reply = await fetch(`${base("SEMANTICSCHOLAR")}/graph/v1/paper/batch?fields=${FIELDS}`, {
      method: "POST", headers: { "content-type": "application/json" },
      body: JSON.stringify({ ids: batch.map((id) => id.replace(/^arxiv:/, "ARXIV:").replace(/^doi:/, "DOI:")) }) });
    const papers = await reply.json();
    if (reply.ok) keep(batch.map((id, at) => [`s2 ${id}`, papers[at]]));
    // One id that is none spoils them all.
    else if (reply.status === 400 && batch.length > 1) left.push(...batches(batch, Math.ceil(batch.length / 2)));
  }
}

async function arxiv() {
  for (const batch of batches(wanted("arxiv", ["arxiv"]), 500)) {
    const ids = batch.map((id) => id.slice(6));
    const reply = await fetch(`${base("ARXIV")}/api/query?max_results=${ids.length}&id_list=${ids.join(",")}`);
    if (!reply.ok) continue;
    const feed = new Map();
    for (const [entry] of (await reply.text()).matchAll(/<entry>[^]*?<\/entry>/g)) {
      const id = /<id>[^<]*\/abs\/([^<]*?)(?:v\d+)?<\/id>/.exec(entry);
      if (id) feed.set(id[1], entry);
    }
    keep(batch.map((id) => [`arxiv ${id}`, feed.get(id.slice(6)) ?? null]));
  }
}

async function huggingface() {
  const all = wanted("hf", ["hf"]);
  const worker = async () => {
    for (let id; (id = all.pop()) !== undefined;) {
      const reply = await fetch(`${base("HUGGINGFACE")}/api/models/${id.slice(3)}`);
      if (reply.ok || reply.status === 404) keep([[`hf ${id}`, reply.ok ? await reply.json() : (await reply.text(), null)]]);
      else await reply.text();
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
}

await Promise.all([semanticscholar(), arxiv(), huggingface()]);

const COLUMNS = ["list", "line", "title", "authors", "venue", "year", "citations", "license", "likes"];
const quote = (value) => value === null ? "" : /[",\n]/.test(value) ? `"${String(value).replaceAll('"', '""')}"` : String(value);
let json = "", csv = COLUMNS.join(",") + "\n";
for (const { list, line, ids } of entries) {
  const answers = (source) => ids.map(([kind, id]) => known.get(`${source} ${kind}:${id}`)).find((one) => one);
  const s2 = answers("s2"), atom = answers("arxiv"), hub = answers("hf");
  const names = s2?.authors?.map((one) => one.name) ?? [...(atom ?? "").matchAll(/<name>([^<]*)/g)].map((one) => one[1]);
  const work = { list, line, title: s2?.title ?? /<title>([^<]*)/.exec(atom ?? "")?.[1] ?? null, authors: names.join("; "),
    venue: s2?.venue ?? null, year: s2?.year ?? null, citations: s2?.citationCount ?? null,
    license: hub?.cardData?.license ?? null, likes: hub?.likes ?? null };
  json += JSON.stringify({ ...work, ids }) + "\n";
  csv += COLUMNS.map((column) => quote(work[column])).join(",") + "\n";
}
fs.writeFileSync(`${folder}/works.jsonl`, json);
fs.writeFileSync(`${folder}/works.csv`, csv);
