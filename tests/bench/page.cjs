// page.cjs SITE: how fast the page of a release is there, and finds, in Chromium from
// the file system; medians of five.  Nothing is printed where it is not installed.
"use strict";

let chromium;
try {
	({ chromium } = require("playwright-core"));
} catch {
	process.exit(0);
}
const middle = (numbers) => Math.round(numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)]);

(async () => {
	const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox"] });
	const figures = { "first paint": [], "list ready": [], "search, worst of six": [] };
	for (let i = 0; i < 5; i++) {
		const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
		await page.goto(`file://${process.argv[2]}/index.html`);
		await page.waitForSelector("#controls form");
		const [paint, ready, search] = await page.evaluate(() => {
			const q = document.querySelector("[name=q]");
			const took = ["a", "made", "number 77", "no such word", "author", ""].map((word) => {
				const begin = performance.now();
				q.value = word;
				q.form.dispatchEvent(new Event("input"));
				document.body.getBoundingClientRect();
				return performance.now() - begin;
			});
			return [performance.getEntriesByName("first-contentful-paint")[0].startTime,
				performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd, Math.max(...took)];
		});
		figures["first paint"].push(paint);
		figures["list ready"].push(ready);
		figures["search, worst of six"].push(search);
		await page.close();
	}
	await browser.close();
	for (const [name, values] of Object.entries(figures)) console.log(`  ${`the page: ${name}`.padEnd(40)}${middle(values)} ms`);
})();
