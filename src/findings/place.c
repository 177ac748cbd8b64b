/*
 * The findings of a work enter, each with what to write instead; where that stands in
 * the list's bytes leaves.  Of what is to fix `given` and `repair` become bytes, too,
 * which stand in their line exactly once; what cannot be placed so is for a person to
 * decide.
 */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "findings/inside.h"

/* "Arxiv, 2024.02" → "ACL, 2024", parted as there; a date elsewhere stays. */
static void
take_date(const struct row *row, const struct finding *finding, struct stretch *stretch)
{
	const char *behind = stretch->from + stretch->length;
	size_t date = stretch_date(row, behind);
	const char *comma = strrchr(stretch->repair, ',');

	if (comma == NULL || strcmp(finding->code, "preprint-now-published") != 0 ||
	    strspn(comma + 1, " 0123456789") != strlen(comma + 1))
		return;
	stretch->repair = arena_text_n(
	    row->arena, stretch->repair, (size_t)(comma - stretch->repair));
	/* What is beside it in a record is a field of its own. */
	if (date == 0 || row->entry->writing != WRITING_MARKDOWN)
		return;
	stretch->length += date;
	stretch->repair = arena_printf(row->arena, "%s%.*s%s", stretch->repair,
	    (int)strspn(behind, " ,"), behind, comma + 1 + strspn(comma + 1, " "));
}

/*
 * Signs that part or end a cell take quotes around the whole of it.  false: the
 * words are only a part of an unquoted one.
 */
static bool
quote_cell(const struct row *row, struct stretch *stretch)
{
	const char *behind = stretch->from + stretch->length;
	char *out, *to;
	bool inside = false;

	if (strpbrk(stretch->repair, ",;\t\"") == NULL)
		return true;
	for (const char *at = row->bytes; at < stretch->from; at++)
		inside ^= *at == '"';
	if (!inside &&
	    ((stretch->from > row->bytes &&
		 strchr(",;\t\n", stretch->from[-1]) == NULL) ||
		(behind < row->bytes + row->length &&
		    strchr(",;\t\r\n", *behind) == NULL)))
		return false;
	out = to = arena_alloc(row->arena, 2 * strlen(stretch->repair) + 3);
	if (!inside)
		*to++ = '"';
	for (const char *at = stretch->repair; *at != '\0'; at++) {
		if (*at == '"')
			*to++ = '"';
		*to++ = *at;
	}
	if (!inside)
		*to = '"';
	stretch->repair = out;
	return true;
}

/* As the list writes links: arXiv's PDF where it has one. */
static const char *
link_form(struct arena *arena, const char *given, const char *repair)
{
	static const char page[] = "://arxiv.org/abs/";
	const char *at = strstr(repair, page);

	if (at == NULL || strstr(given, "arxiv.org/pdf/") == NULL)
		return repair;
	return arena_printf(arena, "%.*s://arxiv.org/pdf/%s%s", (int)(at - repair),
	    repair, at + sizeof page - 1,
	    strlen(given) > 4 && strcmp(given + strlen(given) - 4, ".pdf") == 0 ? ".pdf"
										: "");
}

/* The whole address, or all behind its scheme ("http://www.github.com/…"): the rest is
 * the same. */
static bool
place_address(
    const struct row *row, const char *given, const char *repair, struct stretch *stretch)
{
	const char *host = strchr(given, ':'), *new_host = strchr(repair, ':');

	stretch->repair = repair;
	if (stretch_everywhere(row, given, stretch))
		return true;
	if (host == NULL || new_host == NULL)
		return false;
	stretch->repair = new_host + strspn(new_host, ":/\\");
	return stretch_everywhere(row, host + strspn(host, ":/\\"), stretch);
}

/* Some writers of JSON put a backslash in front of each slash. */
static const char *
escape_slashes(struct arena *arena, const char *url)
{
	char *out = arena_alloc(arena, 2 * strlen(url) + 1), *to = out;

	for (; *url != '\0'; url++) {
		if (*url == '/')
			*to++ = '\\';
		*to++ = *url;
	}
	return out;
}

static bool
place_url(const struct row *row, const struct finding *finding, struct stretch *stretch)
{
	const struct entry *entry = row->entry;
	const char *given = finding->given, *repair;

	if (strcmp(finding->code, "malformed-link") == 0 && entry->mend_from != NULL &&
	    finding->repair == entry->mend_to) {
		stretch->length = strlen(entry->mend_from);
		stretch->from = memmem(
		    row->bytes, row->length, entry->mend_from, stretch->length);
		stretch->repair = entry->mend_to;
		return stretch->from != NULL;
	}
	repair = written_as(row->arena, entry->writing, true,
	    link_form(row->arena, given, finding->repair));
	if (repair == NULL)
		return false;
	return place_address(row, given, repair, stretch) ||
	    (entry->writing == WRITING_JSON &&
		place_address(row, escape_slashes(row->arena, given),
		    escape_slashes(row->arena, repair), stretch));
}

static bool
place(const struct row *row, const struct finding *finding, struct stretch *stretch)
{
	enum writing writing = row->entry->writing;
	const char *given;

	if (strcmp(finding->field, "url") == 0)
		return place_url(row, finding, stretch);
	stretch->repair = written_as(row->arena, writing, false, finding->repair);
	if (stretch->repair == NULL)
		return false;
	if (!stretch_words(row, finding->given, stretch)) {
		given = written_as(row->arena, writing, false, finding->given);
		if (given == NULL || !stretch_words(row, given, stretch))
			return false;
	}
	take_date(row, finding, stretch);
	return writing != WRITING_CSV || quote_cell(row, stretch);
}

/* What a release says of it: bytes that stand in their line once. */
static bool
tell_bytes(const struct row *row, struct finding *finding, struct stretch *stretch)
{
	if (!stretch_widen(row, stretch))
		return false;
	for (const char *at = row->bytes; at < stretch->from; at++)
		finding->line += *at == '\n';
	finding->given = arena_text_n(row->arena, stretch->from, stretch->length);
	finding->repair = stretch->repair;
	return true;
}

static const struct entry *
entry_of(const struct work *work, const struct finding *finding)
{
	for (size_t k = 0; k < work->entry_count; k++)
		if (work->entries[k]->line == finding->line &&
		    work->entries[k]->part == finding->part &&
		    strcmp(work->entries[k]->list, finding->list) == 0)
			return work->entries[k];
	return NULL;
}

/* Is what to write a value, and not words for a person? */
static bool
is_value(const struct finding *finding)
{
	static const char *const fields[] = { "url", "venue", "date", "license", NULL };

	return finding->class != FINDING_NOTE && finding->repair != NULL &&
	    finding->given != NULL && text_is_one_of(finding->field, fields);
}

static void
place_finding(
    struct finding_draft *draft, struct finding *finding, const struct entry *entry)
{
	struct row row = { draft->arena, entry, entry->row, entry->row_length };
	struct stretch stretch = { 0 };
	bool placed;

	if (!is_value(finding) || entry->row == NULL)
		return;
	placed = place(&row, finding, &stretch);
	if (placed) {
		finding->at = stretch.from;
		finding->at_length = stretch.length;
		finding->put = stretch.repair;
	}
	if (finding->class == FINDING_FIX &&
	    (!placed || !tell_bytes(&row, finding, &stretch)))
		finding->class = FINDING_DECIDE;
}

/* Does another repair write the row's date, too ("Arxiv, 2023" → "ACL, 2024")? */
static bool
date_is_mended(const struct finding_draft *draft, const struct entry *entry)
{
	const char *date = entry->date_raw != NULL ? entry->date_raw : entry->date;

	for (size_t i = draft->first; date != NULL && i < draft->findings->count; i++) {
		const struct finding *f = &draft->findings->v[i];

		if (f->class == FINDING_FIX && f->at != NULL && f->at >= entry->row &&
		    f->at < entry->row + entry->row_length &&
		    strcmp(f->field, "venue") == 0 &&
		    memmem(f->at, f->at_length, date, strlen(date)) != NULL)
			return true;
	}
	return false;
}

void
findings_place(struct finding_draft *draft)
{
	struct findings *all = draft->findings;
	size_t kept = draft->first;

	for (size_t i = draft->first; i < all->count; i++) {
		const struct entry *entry = entry_of(draft->input->work, &all->v[i]);

		if (entry != NULL && strcmp(all->v[i].field, "date") != 0)
			place_finding(draft, &all->v[i], entry);
	}
	for (size_t i = draft->first; i < all->count; i++) {
		struct finding *finding = &all->v[i];
		bool dated = strcmp(finding->field, "date") == 0;
		const struct entry *entry = dated ? entry_of(draft->input->work, finding)
						  : NULL;

		if (entry != NULL && entry->row != NULL && date_is_mended(draft, entry))
			continue;
		if (entry != NULL)
			place_finding(draft, finding, entry);
		all->v[kept++] = *finding;
	}
	all->count = kept;
}
