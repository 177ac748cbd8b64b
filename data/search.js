// The script of site/: finds, filters and sorts what works.js lists, and copies
// BibTeX.  It loads nothing, keeps nothing, and writes texts as texts only.
"use strict";

(() => {
	const KINDS = ["paper", "model", "data set", "code", "space", "web page"];
	const CLASSES = ["public-domain", "permissive", "copyleft", "non-commercial", "custom"];
	const HAS = { code: 1, model: 2, data: 4, new: 8 };
	const BAD = 16;
	const PREPRINT = 32;
	const STEP = 25;
	const SORTS = {
		newest: ["newest first", (a, b) => a.at - b.at],
		cited: ["most cited", (a, b) => b.cited - a.cited],
		likes: ["most liked", (a, b) => b.likes - a.likes],
		stars: ["most stars", (a, b) => b.stars - a.stars],
		growth: ["most new citations", (a, b) => b.growth - a.growth],
		title: ["by title", (a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : 0)],
	};

	const element = (name, properties, ...children) => {
		const made = Object.assign(document.createElement(name), properties);
		made.append(...children.filter((child) => child !== null));
		return made;
	};
	const number = (count) => count.toLocaleString("en-US");
	const plural = (count, one, many) => `${number(count)} ${count === 1 ? one : many}`;
	// What is compared: no case, no accents.
	const fold = (text) => {
		const low = text.toLowerCase();
		return /[^\x00-\x7f]/.test(low) ? low.normalize("NFD").replace(/[\u0300-\u036f]/g, "") : low;
	};

	// An id as people have it: as an address, or with its kind in front.
	const bare = (word) => word.replace(/^https?:\/\/((dx\.)?doi\.org|arxiv\.org\/(abs|pdf)|huggingface\.co(\/datasets)?|github\.com)\//, "")
		.replace(/^(doi|arxiv|acl|pmid|pmcid|s2|hf|hf-dataset|hf-space|github):(?=.)/, "");

	function copyButtons() {
		if (!navigator.clipboard) return;
		for (const pre of document.querySelectorAll("pre.bib")) {
			const button = element("button", { type: "button", className: "copy", textContent: "Copy BibTeX" });
			button.addEventListener("click", async () => {
				await navigator.clipboard.writeText(pre.textContent);
				button.textContent = "Copied";
				setTimeout(() => { button.textContent = "Copy BibTeX"; }, 2000);
			});
			pre.before(button);
		}
	}

	// A card that somebody came for is open, and in view once it has its size.
	function openTarget() {
		const card = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
		if (card && card.classList.contains("card")) card.scrollIntoView();
	}

	const read = () => enrich.rows.map((row, at) => {
		const [key, title, people, more, year, venue, kind, license, places, cited, likes, stars, growth, flags] = row;
		return { at, key, title, people, more, year, venue, kind, license, places, cited, likes, stars, growth, flags, text: null };
	});

	function matches(work, want) {
		if (want.from && work.year < want.from) return false;
		if (want.to && (work.year > want.to || work.year === 0)) return false;
		if (want.venue !== null && work.venue !== want.venue) return false;
		if (want.kind !== null && work.kind !== want.kind) return false;
		if (want.license !== null && work.license !== want.license) return false;
		if ((work.flags & want.flags) !== want.flags) return false;
		if (want.list !== null || want.section !== null) {
			let here = false;
			for (let i = 0; i < work.places.length && !here; i += 2)
				here = (want.list === null || work.places[i] === want.list) &&
					(want.section === null || work.places[i + 1] === want.section);
			if (!here) return false;
		}
		if (want.words.length === 0) return true;
		if (work.text === null) work.text = fold(`${work.title} ${work.people || ""} ${work.more} ${enrich.venues[work.venue] || ""}`);
		return want.words.every((word) => work.text.includes(word));
	}

	function line(work) {
		const meta = [enrich.venues[work.venue] || (work.flags & PREPRINT ? "preprint" : KINDS[work.kind])];
		if (work.year) meta.push(`${work.year}`);
		const counts = [];
		if (work.cited > 0) counts.push(plural(work.cited, "citation", "citations"));
		if (work.likes > 0) counts.push(plural(work.likes, "like", "likes"));
		if (work.stars > 0) counts.push(plural(work.stars, "star", "stars"));
		const mark = (text, name) => element("span", { className: `mark ${name}`, textContent: text });
		const marks = element("span", { className: "marks" });
		if (work.flags & HAS.new) marks.append(mark("new", "new"));
		if (work.flags & BAD) marks.append(mark("retracted or withdrawn", "bad"));
		if (work.license >= 0) marks.append(mark(CLASSES[work.license], CLASSES[work.license]));
		if (work.kind !== 3 && work.flags & HAS.code) marks.append(mark("code", ""));
		if (work.kind !== 1 && work.flags & HAS.model) marks.append(mark("model", ""));
		if (work.kind !== 2 && work.flags & HAS.data) marks.append(mark("data", ""));
		return element("li", {},
			element("a", { href: `works-${Math.floor(work.at / enrich.page) + 1}.html#${work.key}`, textContent: work.title }),
			work.people ? element("span", { className: "people", textContent: work.people }) : null,
			element("span", { className: "meta" }, [meta.filter(Boolean).join(", "), ...counts].join(" · "),
				work.growth > 0 ? " " : null, work.growth > 0 ? element("span", { className: "up", textContent: `+${number(work.growth)}` }) : null),
			marks.childElementCount > 0 ? marks : null);
	}

	// Options of a choice with how many works each has, most first.
	function choice(name, label, options) {
		const select = element("select", { name });
		select.append(element("option", { value: "", textContent: "all" }));
		for (const [value, text] of options) select.append(element("option", { value, textContent: text }));
		return element("label", { className: "field" }, element("span", { textContent: label }), select);
	}

	function counted(works, valuesOf, names) {
		const counts = new Map();
		for (const work of works)
			for (const value of new Set(valuesOf(work))) if (value >= 0) counts.set(value, (counts.get(value) || 0) + 1);
		return [...counts].filter(([value]) => names[value])
			.sort((a, b) => b[1] - a[1] || (names[a[0]] < names[b[0]] ? -1 : 1))
			.map(([value, count]) => [value, `${names[value]} (${number(count)})`]);
	}

	function controls(works) {
		const years = [...new Set(works.map((work) => work.year))].filter(Boolean).sort((a, b) => b - a).map((year) => [year, `${year}`]);
		const half = (parity) => (work) => work.places.filter((_, i) => i % 2 === parity);
		const check = (name, text) => element("label", { className: "check" }, element("input", { type: "checkbox", name }), text);
		const sorts = Object.entries(SORTS).filter(([name]) => name !== "growth" || works.some((work) => work.growth > 0));
		const lists = counted(works, half(0), enrich.lists);
		const sort = element("select", { name: "sort" });
		for (const [name, [text]] of sorts) sort.append(element("option", { value: name, textContent: text }));
		const filters = element("details", { className: "filters", open: matchMedia("(min-width:56.01rem)").matches },
			element("summary", { textContent: "Filters" }),
			element("div", { className: "pair" }, choice("from", "Year from", years), choice("to", "to", years)),
			choice("kind", "Kind", counted(works, (work) => [work.kind], KINDS)),
			choice("license", "Licence", counted(works, (work) => [work.license], CLASSES)),
			choice("venue", "Venue", counted(works, (work) => [work.venue], enrich.venues)),
			lists.length > 1 ? choice("list", "List", lists) : null,
			choice("section", "Section", counted(works, half(1), enrich.sections)),
			element("fieldset", { className: "field" }, element("legend", { textContent: "Only with" }),
				check("code", "code"), check("model", "a model"), check("data", "a data set"),
				works.some((work) => work.flags & HAS.new) ? check("new", "new this time") : null));
		return element("form", { role: "search" },
			element("label", { className: "field" }, element("span", { textContent: "Search" }),
				element("input", { type: "search", name: "q", autocomplete: "off", spellcheck: false, placeholder: "title, people, venue, id" })),
			element("label", { className: "field" }, element("span", { textContent: "Sort by" }), sort),
			filters,
			element("button", { type: "reset", textContent: "Start over" }));
	}

	function wanted(form) {
		const value = (name) => (form.elements[name] && form.elements[name].value !== "" ? form.elements[name].value : null);
		const index = (name) => (value(name) === null ? null : Number(value(name)));
		let flags = 0;
		for (const name of Object.keys(HAS)) if (form.elements[name] && form.elements[name].checked) flags |= HAS[name];
		return {
			words: fold(form.elements.q.value).split(/\s+/).filter(Boolean).map(bare), flags,
			from: index("from"), to: index("to"), venue: index("venue"), kind: index("kind"),
			license: index("license"), list: index("list"), section: index("section"),
			sort: SORTS[value("sort")] ? value("sort") : "newest",
		};
	}

	// The address keeps what was looked for: #?q=word&kind=0.
	function keep(form) {
		const said = new URLSearchParams();
		for (const [name, value] of new FormData(form)) if (value !== "" && !(name === "sort" && value === "newest")) said.set(name, value);
		const text = said.toString();
		history.replaceState(null, "", text ? `#?${text}` : location.hash.startsWith("#?") ? "#" : location.hash || "#");
	}

	function recall(form, text) {
		form.reset();
		for (const [name, value] of new URLSearchParams(text)) {
			const field = form.elements[name];
			if (!field) continue;
			if (field.type === "checkbox") field.checked = true;
			else field.value = value;
		}
	}

	function finder() {
		const works = read();
		const byKey = new Map(works.map((work) => [work.key, work]));
		const place = document.getElementById("controls");
		const list = document.getElementById("results");
		const status = document.getElementById("status");
		const more = document.getElementById("more");
		const form = controls(works);
		const button = element("button", { type: "button" });
		let found = [];
		let shown = 0;

		const show = () => {
			const next = found.slice(shown, shown + STEP);
			const first = shown;
			list.append(...next.map(line));
			shown += next.length;
			button.hidden = shown >= found.length;
			button.textContent = `Show ${number(Math.min(STEP, found.length - shown))} more`;
			return list.children[first];
		};
		const search = () => {
			const want = wanted(form);
			found = works.filter((work) => matches(work, want));
			if (want.sort !== "newest") found.sort((a, b) => SORTS[want.sort][1](a, b) || a.at - b.at);
			list.replaceChildren();
			shown = 0;
			show();
			status.textContent = found.length === works.length ? `${plural(works.length, "work", "works")}; ${SORTS[want.sort][0]}`
				: found.length === 0 ? "Nothing fits. Fewer words or filters find more."
					: `${number(found.length)} of ${plural(works.length, "work", "works")}; ${SORTS[want.sort][0]}`;
		};
		const go = () => {
			const said = location.hash;
			if (said.startsWith("#?")) recall(form, said.slice(2));
			else {
				const work = byKey.get(decodeURIComponent(said.slice(1)));
				if (work) location.replace(`works-${Math.floor(work.at / enrich.page) + 1}.html#${work.key}`);
			}
			search();
		};

		form.addEventListener("input", () => { search(); keep(form); });
		form.addEventListener("submit", (event) => event.preventDefault());
		form.addEventListener("reset", () => setTimeout(() => { search(); keep(form); form.elements.q.focus(); }));
		button.addEventListener("click", () => {
			const first = show();
			if (first) first.querySelector("a").focus();
		});
		addEventListener("hashchange", go);
		addEventListener("keydown", (event) => {
			const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
			if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
				event.preventDefault();
				form.elements.q.focus();
			}
		});
		place.hidden = false;
		place.append(form);
		place.parentElement.classList.add("live");
		more.replaceChildren(button);
		go();
	}

	copyButtons();
	openTarget();
	if (typeof enrich !== "undefined" && document.getElementById("controls")) finder();
})();
