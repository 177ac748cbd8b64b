/* The release enters, README.md leaves: a Hugging Face card, and prose. */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "model/work.h"
#include "release/about/about.h"
#include "release/record/rows.h"
#include "release/text/escape.h"

const char *
card_number(struct arena *arena, size_t number)
{
	char digits[32], text[48];
	size_t length, out = 0;

	snprintf(digits, sizeof digits, "%zu", number);
	length = strlen(digits);
	for (size_t i = 0; i < length; i++) {
		if (i > 0 && (length - i) % 3 == 0)
			text[out++] = ',';
		text[out++] = digits[i];
	}
	return arena_text_n(arena, text, out);
}

const char *
card_stand_in(void)
{
	return "Its answers come from a stand-in, not from the real services: "
	       "not for publication.";
}

static const char *
size_category(size_t works)
{
	return works < 1000   ? "n<1K"
	    : works < 10000   ? "1K<n<10K"
	    : works < 100000  ? "10K<n<100K"
	    : works < 1000000 ? "100K<n<1M"
			      : "1M<n<10M";
}

static void
add_yaml_license(const struct about *about, struct buffer *out)
{
	const char *license = about->settings->license;
	const char *id = license == NULL ? "unknown" : license_hugging_face(license);

	buffer_printf(out, "license: %s\n", id == NULL ? "other" : id);
	if (id != NULL)
		return;
	buffer_text(out, "license_name: ");
	escape_yaml(out, license);
	buffer_text(out, "\nlicense_link: LICENSE\n");
}

static void
add_yaml(const struct about *about, struct buffer *out)
{
	buffer_text(out, "---\n");
	add_yaml_license(about, out);
	buffer_text(out, "pretty_name: ");
	escape_yaml(out, about->title);
	buffer_printf(
	    out, "\nsize_categories:\n- %s\n", size_category(about->tally->totals.works));
	buffer_text(out, "tags:\n- bibliography\n- metadata\n");
	if (about->stand_in)
		buffer_text(out, "- stand-in-not-for-publication\n");
	buffer_text(out,
	    "configs:\n"
	    "- config_name: works\n  default: true\n  data_files:\n"
	    "  - split: train\n    path: data/works.jsonl\n");
	for (enum table_name t = TABLE_MENTIONS; t < TABLES; t++)
		buffer_printf(out,
		    "- config_name: %s\n  data_files:\n"
		    "  - split: train\n    path: %s\n",
		    rows_table(t)->name, rows_table(t)->path);
	buffer_text(out,
	    "dataset_info:\n- config_name: works\n"
	    "  features:\n");
	schema_write_features(out);
	buffer_text(out, "---\n\n");
}

static void
add_warnings(const struct about *about, struct buffer *out)
{
	if (about->stand_in)
		buffer_printf(out, "**%s**\n\n", card_stand_in());
	if (about->settings->partial != NULL) {
		buffer_text(out, "**This release is partial:** ");
		escape_markdown(out, about->settings->partial);
		buffer_text(out, "\n\n");
	}
	if (about->settings->license == NULL)
		buffer_text(out,
		    "**No licence was chosen for this "
		    "collection:** see LICENSE.\n\n");
}

static void
add_lists(const struct about *about, struct buffer *out)
{
	const struct release_settings *s = about->settings;

	buffer_text(out, "\n## Lists\n\n");
	if (s->list_count == 0)
		buffer_text(out, "None.\n");
	else
		buffer_text(out,
		    "| list | entries | SHA-256 |\n"
		    "| --- | ---: | --- |\n");
	for (size_t i = 0; i < s->list_count; i++) {
		buffer_text(out, "| ");
		if (s->lists[i].url != NULL)
			buffer_char(out, '[');
		escape_markdown(out, s->lists[i].name);
		if (s->lists[i].url != NULL) {
			buffer_text(out, "](");
			escape_bibtex_verbatim(out, s->lists[i].url);
			buffer_char(out, ')');
		}
		buffer_printf(out, " | %s | `%.12s…` |\n",
		    card_number(about->arena, s->lists[i].entries), s->lists[i].revision);
	}
}

static void
add_files(struct buffer *out)
{
	buffer_text(out,
	    "\n## Files\n\n"
	    "| file | holds |\n| --- | --- |\n"
	    "| `data/works.jsonl` | one work a line; the reference copy |\n");
	for (enum table_name t = 0; t < TABLES; t++)
		buffer_printf(
		    out, "| `%s` | %s |\n", rows_table(t)->path, rows_table(t)->title);
	buffer_text(out,
	    "| `data/enrich.sqlite` | all of these, typed, with keys and views |\n"
	    "| `data/references.bib` | the works for BibTeX |\n"
	    "| `data/references.json` | the same works as CSL JSON |\n"
	    "| `schema/works.schema.json` | JSON Schema of a work |\n"
	    "| `site/index.html` | a page to find works in, with a card each |\n"
	    "| `report.html` | what to do first, then what was found |\n"
	    "| `datapackage.json` | every file with columns, size, hash |\n"
	    "| `croissant.json` `ro-crate-metadata.json` | the same in their forms |\n\n"
	    "All keys are always there; `null` is unknown. In the CSV files a "
	    "cell that a\nspreadsheet would calculate has a `'` in front, and "
	    "control characters are\nblanks: `works.jsonl` has the true "
	    "text. The folder is a BagIt bag:\n"
	    "`sha256sum -c manifest-sha256.txt` checks it.\n");
}

static void
add_columns(struct buffer *out)
{
	const struct shape *works = rows_table(TABLE_WORKS)->shape;

	buffer_text(out,
	    "\n## Columns of works.csv\n\n"
	    "| column | type | meaning |\n| --- | --- | --- |\n");
	for (size_t i = 0; i < works->count; i++)
		if ((works->members[i].flags & IN_CSV) != 0)
			buffer_printf(out, "| `%s` | %s | %s |\n", works->members[i].name,
			    member_type(&works->members[i])->column,
			    works->members[i].meaning);
	buffer_text(out,
	    "\n`works.jsonl` has besides: `ids`, `artifacts`, `mentions`, "
	    "`related`, `outcomes`,\n`provenance` (whence each filled field "
	    "comes, how, how surely, and since when). No line has a day that moves\n"
	    "from release to release: unchanged works are unchanged lines.\n");
}

static void
add_loading(struct buffer *out)
{
	buffer_text(out,
	    "\n## Loading\n\n"
	    "```python\n"
	    "from datasets import load_dataset\n"
	    "works = load_dataset(\"json\", data_files=\"data/works.jsonl\")\n\n"
	    "import pandas  # it would make numbers of ids, and days of months\n"
	    "works = pandas.read_json(\"data/works.jsonl\", lines=True, "
	    "dtype=False, convert_dates=False)\n```\n\n"
	    "```sh\n"
	    "jq -r 'select(.kind == \"paper\") | [.id, .title] | @tsv' "
	    "data/works.jsonl\n"
	    "sqlite3 data/enrich.sqlite \\\n"
	    "  'select venue, papers, citations from citations_by_venue limit 10'\n"
	    "```\n");
}

static void
add_sources(const struct about *about, struct buffer *out)
{
	const struct release_settings *s = about->settings;

	buffer_text(out, "\n## Sources\n\n");
	if (s->source_count == 0)
		buffer_text(out, "None was asked.\n");
	else
		buffer_text(out,
		    "| source | asked | found | absent | another work | "
		    "not asked | unanswered |\n"
		    "| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n");
	for (size_t i = 0; i < s->source_count; i++)
		buffer_printf(out,
		    "| %s%s | %zu | %zu | %zu | %zu | %zu | %zu "
		    "|\n",
		    s->sources[i].source->title,
		    s->sources[i].stand_in ? " (stand-in)" : "", s->sources[i].asked,
		    s->sources[i].found, s->sources[i].absent, s->sources[i].ambiguous,
		    s->sources[i].not_asked, s->sources[i].unanswered);
	buffer_text(out,
	    "\nTheir terms are in ATTRIBUTION.md. Whether citation counts of "
	    "Semantic Scholar\nmay be published is for the publisher to "
	    "read there.\n");
}

static void
add_overrides(const struct about *about, struct buffer *out)
{
	const struct release_settings *s = about->settings;

	if (s->override_count == 0)
		return;
	buffer_text(out,
	    "\n## Overrides\n\n"
	    "Values that the curator has decided:\n\n"
	    "| work | field | value | reason |\n| --- | --- | --- | --- |\n");
	for (size_t i = 0; i < s->override_count; i++) {
		const struct override *o = &s->overrides[i];

		buffer_text(out, "| ");
		escape_markdown(out, identifier_text(about->arena, o->id));
		buffer_text(out, " | ");
		escape_markdown(out, o->field);
		buffer_text(out, " | ");
		escape_markdown(out, o->value);
		buffer_text(out, " | ");
		escape_markdown(out, o->reason);
		buffer_text(out, " |\n");
	}
}

void
card_write(const struct about *about, struct buffer *out)
{
	const struct release_settings *s = about->settings;
	const struct totals *t = &about->tally->totals;
	struct arena *arena = about->arena;

	add_yaml(about, out);
	buffer_text(out, "# ");
	escape_markdown(out, about->title);
	buffer_text(out, "\n\n");
	add_warnings(about, out);
	buffer_printf(out,
	    "Version %s of %s: %s works named by %s entries "
	    "of %zu list%s",
	    about->version, about->date, card_number(arena, t->works),
	    card_number(arena, t->entries), s->list_count, s->list_count == 1 ? "" : "s");
	if (s->since != NULL)
		buffer_printf(out,
		    "; asked about since %s: %s works in "
		    "scope, %s older ones carried along",
		    s->since, card_number(arena, t->works_in + t->works_undated),
		    card_number(arena, t->works_older));
	buffer_text(out, ". Made by ");
	escape_markdown(out, s->program);
	buffer_text(out, ".\n");
	add_lists(about, out);
	add_files(out);
	add_columns(out);
	add_loading(out);
	add_sources(about, out);
	add_overrides(about, out);
	buffer_text(out,
	    "\n## Known gaps\n\n"
	    "What no source said stays `null`; nothing is guessed. Findings "
	    "that a person has\nto look at are in `data/findings.csv`; where "
	    "sources differ, in\n`data/conflicts.csv`. Web sites are not "
	    "visited.\n"
	    "\n## Citing\n\nSee CITATION.cff; the works themselves are in "
	    "`data/references.bib`.\n");
}
