// page.cjs SITE HOSTILE CHROMIUM: the page of a release in a real browser, from the file
// system: found by keyboard, filtered, sorted, read without a script, at 390 and 1280
// pixels, dark, printed; axe-core has nothing to say.  HOSTILE is the page of a release
// whose texts are attacks.  Prints what is wrong; status 77 where a package is missing.
"use strict";
const fs = require("fs");
const path = require("path");

let chromium, axe;
try {
	({ chromium } = require("playwright-core"));
	axe = require("axe-core").source;
} catch (error) {
	console.log(error.message.split("\n")[0]);
	process.exit(77);
}
const [site, hostile, executablePath] = process.argv.slice(2);
let wrong = 0;

function same(what, is, wanted) {
	if (JSON.stringify(is) === JSON.stringify(wanted)) return;
	console.log(`${what}: ${JSON.stringify(is)}, wanted ${JSON.stringify(wanted)}`);
	wrong++;
}
const hold = (what, good) => same(what, Boolean(good), true);

// What works.js says, for comparison.
const data = JSON.parse(fs.readFileSync(path.join(site, "works.js"), "utf8").replace(/^[^{]*/, "").replace(/;\s*$/, ""));
const rows = data.rows.map(([key, title, people, more, year, venue, kind, license, places, cited, likes, stars, growth, flags]) =>
	({ key, title, people, more, year, venue, kind, license, places, cited, likes, stars, growth, flags }));

async function open(browser, options, file, folder = site) {
	const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
	const page = await context.newPage();
	const said = [];
	page.on("console", (message) => said.push(message.text()));
	page.on("pageerror", (error) => said.push(error.message));
	page.on("request", (request) => { if (!/^(file|data):/.test(request.url())) said.push(`asks ${request.url()}`); });
	page.on("dialog", (dialog) => { said.push(`dialog ${dialog.message()}`); dialog.dismiss(); });
	await page.goto(`file://${path.resolve(folder, file)}`);
	return { page, said, context };
}

const titles = (page) => page.$$eval("#results > li > a", (links) => links.map((a) => a.textContent));
const status = (page) => page.textContent("#status");

async function finding(browser) {
	const { page, said } = await open(browser, {}, "index.html");
	await page.waitForSelector("#controls form");
	same("all works are there", (await status(page)).split(" ")[0], rows.length.toLocaleString("en-US"));
	same("so many at once", (await titles(page)).length, Math.min(25, rows.length));

	// By keyboard alone: "/" leads to the search, Tab to the first work, Enter opens its card.
	await page.keyboard.press("/");
	await page.keyboard.type("biomistral");
	const hits = rows.filter((row) => /biomistral/i.test(`${row.title} ${row.people} ${row.more}`)).map((row) => row.title);
	same("what is typed is found", await titles(page), hits);
	hold("the address keeps it", page.url().endsWith("#?q=biomistral"));
	for (let i = 0; i < 40 && !(await page.evaluate(() => document.activeElement.closest("#results"))); i++)
		await page.keyboard.press("Tab");
	await page.keyboard.press("Enter");
	await page.waitForURL(/works-\d+\.html#/);
	const key = decodeURIComponent(page.url().split("#")[1]);
	hold("Enter opens the card", hits.includes(rows.find((row) => row.key === key).title));
	hold("the card is in view", await page.$eval(`[id="${key}"]`, (card) => card.getBoundingClientRect().top < innerHeight && card.getBoundingClientRect().bottom > 0));
	await page.goBack();
	await page.waitForSelector("#controls form");
	same("back is where one was", await titles(page), hits);

	// Filters and sorts against the rows.
	await page.click("button[type=reset]");
	await page.waitForFunction((n) => document.getElementById("status").textContent.startsWith(n), rows.length.toLocaleString("en-US"));
	await page.selectOption("[name=kind]", { index: 1 });
	const kind = Number(await page.$eval("[name=kind]", (select) => select.value));
	await page.selectOption("[name=sort]", "cited");
	const wanted = rows.map((row, at) => ({ ...row, at })).filter((row) => row.kind === kind).sort((a, b) => b.cited - a.cited || a.at - b.at);
	same("a kind, by citations", await titles(page), wanted.slice(0, 25).map((row) => row.title));
	const grown = wanted.filter((row) => row.growth > 0);
	hold("counts have moved", grown.length > 5);
	await page.selectOption("[name=sort]", "growth");
	same("by growth", (await titles(page)).slice(0, 5), grown.sort((a, b) => b.growth - a.growth || a.at - b.at).slice(0, 5).map((row) => row.title));
	same("and so are the movers", await page.$$eval("#movers + ol > li > a", (all) => all.map((a) => a.textContent)),
		rows.map((row, at) => ({ ...row, at })).filter((row) => row.growth > 0).sort((a, b) => b.growth - a.growth || a.at - b.at).slice(0, 5).map((row) => row.title));
	await page.selectOption("[name=sort]", "cited");
	await page.check("[name=code]");
	same("with code", await titles(page), wanted.filter((row) => row.flags & 1).slice(0, 25).map((row) => row.title));
	for (const name of ["from", "venue", "license", "section"]) {
		await page.click("button[type=reset]");
		await page.selectOption(`[name=${name}]`, { index: 1 });
		const value = Number(await page.$eval(`[name=${name}]`, (select) => select.value));
		same(`filter ${name}`, (await status(page)).split(" ")[0], String(rows.filter((row) =>
			name === "from" ? row.year >= value : name === "section" ? row.places.some((place, i) => i % 2 === 1 && place === value) : row[name] === value).length));
	}
	await page.click("button[type=reset]");
	await page.fill("[name=q]", "https://arxiv.org/abs/2402.10373");
	hold("an address is found", (await titles(page)).some((title) => title.startsWith("BioMistral")));
	await page.fill("[name=q]", "no such work anywhere");
	hold("nothing found is said", /Nothing fits/.test(await status(page)));
	// A permanent link leads to the card.
	await page.goto(`file://${path.resolve(site, "index.html")}#${rows[rows.length - 1].key}`);
	await page.waitForURL(/works-\d+\.html#/);
	hold("a link by key opens the card", page.url().endsWith(`#${rows[rows.length - 1].key}`));
	same("nothing is said or asked for", said, []);
}

async function copying(browser) {
	const { page, context } = await open(browser, {}, "works-1.html");
	await context.grantPermissions(["clipboard-read", "clipboard-write"]).catch(() => {});
	const entry = await page.$("article:has(pre.bib) details:has(pre.bib)");
	await entry.$eval("summary", (summary) => summary.click());
	const button = await entry.$("button.copy");
	await button.click();
	await page.waitForFunction((b) => b.textContent === "Copied", button);
	hold("BibTeX is copied", (await page.evaluate(() => navigator.clipboard.readText())).startsWith("@"));
}

async function looks(browser) {
	for (const file of ["index.html", "works-1.html"])
		for (const width of [1280, 390])
			for (const colorScheme of ["light", "dark"]) {
				const { page, context } = await open(browser, { viewport: { width, height: 900 }, colorScheme, bypassCSP: true }, file);
				const what = `${file} at ${width}, ${colorScheme}`;
				same(`${what}: nothing sticks out`, await page.evaluate(() => document.documentElement.scrollWidth), width);
				const [paper, ink] = await page.evaluate(() => [getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]
					.map((colour) => Number(colour.match(/\d+/)[0])));
				hold(`${what}: dark is dark`, colorScheme === "dark" ? paper < 60 && ink > 180 : paper > 200 && ink < 80);
				await page.evaluate(axe);
				const found = await page.evaluate(() => axe.run(document));
				same(`${what}: axe`, found.violations.map((v) => [v.id, v.nodes.length, v.nodes[0].html.slice(0, 100)]), []);
				await context.close();
			}
	const { page } = await open(browser, {}, "index.html");
	await page.emulateMedia({ media: "print" });
	hold("print leaves out what cannot be used", await page.$eval("#controls", (e) => getComputedStyle(e).display === "none") &&
		await page.$eval(".top", (e) => getComputedStyle(e).display === "none"));
}

async function withoutScript(browser) {
	const { page, said } = await open(browser, { javaScriptEnabled: false }, "index.html");
	same("without a script the newest stand there", (await titles(page)).length, Math.min(25, rows.length));
	hold("no control that does nothing", !(await page.$("#controls form")));
	let cards = 0;
	await page.click("#more a");
	for (;;) {
		cards += (await page.$$("article.card")).length;
		const next = await page.$("a[rel=next]");
		if (!next) break;
		await next.click();
	}
	same("without a script all can be read", cards, rows.length);
	await page.goto(`file://${path.resolve(site, "works-1.html")}`);
	const bib = await page.$("article:has(pre.bib) details:has(pre.bib)");
	await (await bib.$("summary")).click();
	hold("BibTeX opens", await (await bib.$("pre")).isVisible());
	same("and nothing is said", said, []);
}

async function attacked(browser) {
	const { page, said } = await open(browser, {}, "index.html", hostile);
	await page.waitForSelector("#controls form");
	for (const word of ["script", "hyperlink", "<b>", "alert"]) await page.fill("[name=q]", word);
	await page.fill("[name=q]", "<script>");
	hold("markup is text", (await titles(page)).some((title) => title.includes("<script>alert(1)</script>")));
	same("no element of theirs", await page.$$eval("#results script, #results b, #results i, article script, article i", (e) => e.length), 0);
	for (const name of fs.readdirSync(hostile).filter((n) => /^works-\d+\.html$/.test(n))) {
		await page.goto(`file://${path.resolve(hostile, name)}`);
		same(`${name}: only our scripts`, await page.$$eval("script", (all) => all.map((s) => s.getAttribute("src"))), ["search.js"]);
	}
	same("nothing runs, nothing is asked", said, []);
}

(async () => {
	const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
	try {
		for (const test of [finding, copying, looks, withoutScript, attacked]) await test(browser);
	} catch (error) {
		console.log(error.stack);
		wrong++;
	}
	await browser.close();
	process.exit(wrong > 0 ? 1 : 0);
})();
