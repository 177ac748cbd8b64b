/*
 * Flags that reading left on an entry enter; findings about the row as it is
 * written leave, and those about a whole list: damaged text, broken records.
 */
#include "findings/inside.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"

/* What to write for what was written: the address that it was read as
 * ("https://aclanthology.2022.x.pdf": its last part is right), or the line's bytes. */
static const char *
well_formed(const struct entry *entry)
{
	const char *written = entry->as_written;
	const char *tail = text_starts_nocase(written == NULL ? "" : written, "http")
	    ? strchr(written, '.')
	    : NULL;

	for (size_t i = 0; tail != NULL && i < entry->link_count; i++)
		if (entry->links[i].url != NULL &&
		    strstr(entry->links[i].url, tail + 1) != NULL)
			return entry->links[i].url;
	return entry->mend_to;
}

/* The address that was read where that was written. */
static const char *
read_as(const struct entry *entry)
{
	for (size_t i = 0; entry->as_written != NULL && i < entry->link_count; i++)
		if (entry->links[i].url != NULL &&
		    strstr(entry->as_written, entry->links[i].url) != NULL)
			return entry->links[i].url;
	return work_main_url(entry);
}

static void
find_malformed(struct finding_draft *draft, const struct entry *entry)
{
	struct finding finding = { .field = "url" };

	finding.given = entry->as_written;
	finding.found = read_as(entry);
	finding.evidence = "the link is not well formed; it was understood "
			   "all the same";
	if (!(entry->flags & FLAG_LABEL_TARGET))
		finding.repair = well_formed(entry);
	/* A label that names another target: nobody knows which is meant. */
	findings_add(draft, entry, "malformed-link",
	    entry->flags & FLAG_LABEL_TARGET ? FINDING_DECIDE : FINDING_FIX, finding);
}

static void
find_merged(struct finding_draft *draft, const struct entry *entry)
{
	struct finding finding = { .field = "row", .given = entry->title };

	finding.evidence = entry->parts > 1
	    ? arena_printf(draft->arena,
		  "one row names %u projects; cells that cannot be dealt out are "
		  "used for none",
		  entry->parts)
	    : "one row names several projects";
	if (entry->license != NULL)
		finding.evidence = arena_printf(draft->arena,
		    "%s; the licence cell says \"%s\"", finding.evidence, entry->license);
	/* A row of links and no more loses nothing. */
	findings_add(draft, entry, "merged-row",
	    entry->license == NULL && entry->institute == NULL &&
		    entry->base_model == NULL && entry->venue == NULL
		? FINDING_NOTE
		: FINDING_DECIDE,
	    finding);
}

/* Each link through a login, a redirect or a library's proxy; once an address. */
static void
find_detours(struct finding_draft *draft, const struct entry *entry)
{
	for (size_t i = 0; i < entry->link_count; i++) {
		const struct link *link = &entry->links[i];
		struct finding finding = { .field = "url",
			.given = link->detour,
			.found = link->url,
			.repair = link->url };
		bool said = false;

		for (size_t j = 0; j < i && link->detour != NULL; j++)
			said |= entry->links[j].detour != NULL &&
			    strcmp(entry->links[j].detour, link->detour) == 0;
		if (link->detour == NULL || said)
			continue;
		finding.evidence = "the address leads through another page, which not "
				   "everybody passes; where it leads stands in it";
		findings_add(draft, entry, "link-detour", FINDING_FIX, finding);
	}
}

/* Does the link name an identifier of one of these kinds? */
static bool
link_names(const struct entry *entry, size_t link, unsigned kinds)
{
	for (size_t k = 0; k < entry->identifier_count; k++)
		if (entry->identifiers[k].link == link &&
		    (kinds & IDENTIFIER_BIT(entry->identifiers[k].id.kind)) != 0)
			return true;
	return false;
}

static void
find_not_one(struct finding_draft *draft, const struct entry *entry)
{
	struct finding finding = { .field = "url" };

	for (size_t i = 0; i < entry->link_count; i++) {
		const char *url = entry->links[i].url;

		if (url != NULL &&
		    (link_names(entry, i, IDENTIFIER_BIT(IDENTIFIER_HF_ORG)) ||
			strstr(url, "/collections/") != NULL))
			finding.given = url;
	}
	if (finding.given == NULL)
		finding.given = work_main_url(entry);
	finding.evidence = "the link opens an organisation or a collection, "
			   "not one model";
	findings_add(draft, entry, "link-is-not-one-model", FINDING_NOTE, finding);
}

/* An arXiv page or a DOI that names none. */
static void
find_bad(struct finding_draft *draft, const struct entry *entry)
{
	struct finding finding = { .field = "id" };

	for (size_t i = 0; i < entry->link_count; i++) {
		const char *url = entry->links[i].url;

		if (url != NULL && !link_names(entry, i, ~0u) &&
		    (strstr(url, "arxiv.org/") != NULL ||
			strstr(url, "doi.org/") != NULL ||
			strstr(url, "/papers/") != NULL))
			finding.given = url;
	}
	if (finding.given == NULL)
		finding.given = work_main_url(entry);
	finding.evidence = "the link has the form of an identifier and holds "
			   "none that can be; nobody was asked about it";
	findings_add(draft, entry, "bad-identifier", FINDING_DECIDE, finding);
}

void
findings_of_flags(
    struct finding_draft *draft, const struct entry *entry, const struct edge *edges)
{
	(void)edges;
	if (entry->flags & FLAG_MALFORMED_LINK)
		find_malformed(draft, entry);
	if (entry->flags & FLAG_LINK_DETOUR)
		find_detours(draft, entry);
	/* Once a row, at its first part. */
	if ((entry->flags & FLAG_MERGED_ROW || entry->parts > 1) && entry->part <= 1)
		find_merged(draft, entry);
	if (entry->flags & FLAG_NOT_ONE_ARTIFACT)
		find_not_one(draft, entry);
	if (entry->flags & FLAG_BAD_IDENTIFIER)
		find_bad(draft, entry);
}

static void
add_list_finding(struct arena *arena, struct findings *findings, struct finding *finding)
{
	finding_make_key(finding);
	findings->v = arena_push(
	    arena, findings->v, findings->count, sizeof *findings->v);
	findings->v[findings->count++] = *finding;
}

/* Of a list with records (BibTeX, CSV, JSON): one line for all of them. */
static void
find_broken(struct arena *arena, const struct list *list, struct findings *findings)
{
	struct finding finding = { .code = "broken-record",
		.class = FINDING_FIX,
		.state = FINDING_NEW,
		.part = 1,
		.list = list->name,
		.line = list->broken_line,
		.field = "row",
		.given = list->broken_why };

	if (list->broken == 0)
		return;
	finding.evidence = list->broken == 1
	    ? "this record could not be read, or not all of it"
	    : arena_printf(arena,
		  "%u records could not be read, or not all "
		  "of them; this is the first",
		  list->broken);
	add_list_finding(arena, findings, &finding);
}

/* One for a list, with all lines whose text has the flag. */
static void
find_damaged(struct arena *arena, const struct list *list, struct findings *findings,
    enum entry_flag flag, struct finding finding, const char *words)
{
	const char *lines = NULL;
	unsigned last = 0;
	size_t count = 0;

	for (size_t i = 0; i < list->entry_count; i++) {
		const struct entry *entry = &list->entries[i];

		if (!(entry->flags & flag) || entry->line == last)
			continue;
		last = entry->line;
		if (finding.line == 0)
			finding.line = entry->line;
		lines = lines == NULL ? arena_printf(arena, "%u", last)
				      : arena_printf(arena, "%s, %u", lines, last);
		count++;
	}
	if (count == 0)
		return;
	finding.code = entry_flag_name(flag);
	finding.state = FINDING_NEW;
	finding.part = 1;
	finding.list = list->name;
	finding.field = "text";
	finding.evidence = arena_printf(
	    arena, "%s in %zu line%s: %s", words, count, count == 1 ? "" : "s", lines);
	add_list_finding(arena, findings, &finding);
}

static void
find_damage(struct arena *arena, const struct list *list, struct findings *findings)
{
	find_damaged(arena, list, findings, FLAG_DAMAGED_TEXT,
	    (struct finding){
		.class = FINDING_NOTE, .repair = "save the file as UTF-8 again" },
	    "UTF-8 that was read in another encoding, repaired here");
	/* What stood there nobody knows any more. */
	find_damaged(arena, list, findings, FLAG_NOT_UTF8,
	    (struct finding){ .class = FINDING_DECIDE },
	    "bytes that are no UTF-8, so that signs are lost,");
}

/* "4, 17, …": lines told as examples. */
static const char *
say_lines(struct arena *arena, const struct list_form *form)
{
	const char *all = "";

	for (size_t i = 0; i < LIST_LINES && i < form->apart; i++)
		all = arena_printf(
		    arena, "%s%s%u", all, i == 0 ? "" : ", ", form->lines[i]);
	return form->apart > LIST_LINES ? arena_printf(arena, "%s, …", all) : all;
}

/* Sections most of whose items hold words that the list's form does not explain. */
static void
find_unclear_forms(
    struct arena *arena, const struct list *list, struct findings *findings)
{
	for (size_t i = 0; i < list->doubt_count; i++) {
		const struct list_form *form = &list->doubts[i];
		struct finding finding = { .code = "list-form-unclear",
			.class = FINDING_DECIDE,
			.state = FINDING_NEW,
			.part = 1,
			.list = list->name,
			.line = form->lines[0],
			.field = "section" };
		bool told = false;

		for (size_t k = 0; k < i && !told; k++)
			told = strcmp(list->doubts[k].section, form->section) == 0;
		if (told)
			continue;
		finding.given = *form->section == '\0' ? NULL : form->section;
		finding.evidence = arena_printf(arena,
		    "the list reads as \"%s\", and %zu of %zu items here do not fit: "
		    "line%s %s",
		    form->text, form->apart, form->items, form->apart == 1 ? "" : "s",
		    say_lines(arena, form));
		add_list_finding(arena, findings, &finding);
	}
}

void
findings_of_list(struct arena *arena, const struct list *list, struct findings *findings)
{
	find_broken(arena, list, findings);
	find_damage(arena, list, findings);
	find_unclear_forms(arena, list, findings);
}
