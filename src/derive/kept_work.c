/*
 * A derived work enters, its bytes leave, and back.  Structs lie there as they are in
 * memory, but for their pointers, which are distances from the first byte.
 */
#include "derive/kept_work.h"

#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "reading/reading.h"

/* A new pointer in one of them must be added below. */
_Static_assert(sizeof(void *) != 8 ||
	(sizeof(struct record) == 360 && sizeof(struct artifact) == 176 &&
	    sizeof(struct record_identifier) == 40 && sizeof(struct author) == 32 &&
	    sizeof(struct record_outcome) == 24 && sizeof(struct provenance) == 48 &&
	    sizeof(struct conflict) == 48 && sizeof(struct related) == 16 &&
	    sizeof(struct finding) == 152),
    "see the tables of texts");

#define AT(of, member) offsetof(struct of, member)

static const size_t texts_of_work[] = { AT(kept_work, record.id),
	AT(kept_work, record.citation_key), AT(kept_work, record.kind),
	AT(kept_work, record.type), AT(kept_work, record.stage),
	AT(kept_work, record.title), AT(kept_work, record.name),
	AT(kept_work, record.issued), AT(kept_work, record.first_public),
	AT(kept_work, record.container_title), AT(kept_work, record.venue_key),
	AT(kept_work, record.venue_name), AT(kept_work, record.publisher),
	AT(kept_work, record.institute), AT(kept_work, record.base_model),
	AT(kept_work, record.url), AT(kept_work, record.license),
	AT(kept_work, record.license_raw), AT(kept_work, record.license_of),
	AT(kept_work, record.cited_by_source), AT(kept_work, record.first_seen) };
static const size_t texts_of_author[] = { AT(author, literal), AT(author, family),
	AT(author, given), AT(author, orcid) };
static const size_t texts_of_id[] = { AT(record_identifier, id.value),
	AT(record_identifier, from) };
static const size_t texts_of_artifact[] = { AT(artifact, id.value), AT(artifact, kind),
	AT(artifact, url), AT(artifact, claimed_by), AT(artifact, license),
	AT(artifact, license_raw), AT(artifact, base_model), AT(artifact, base_license),
	AT(artifact, license_drops), AT(artifact, created), AT(artifact, gated),
	AT(artifact, status), AT(artifact, renamed_to) };
static const size_t texts_of_related[] = { AT(related, relation), AT(related, id) };
static const size_t texts_of_outcome[] = { AT(record_outcome, source) };
static const size_t texts_of_provenance[] = { AT(provenance, field),
	AT(provenance, source), AT(provenance, method) };
static const size_t texts_of_conflict[] = { AT(conflict, field),
	AT(conflict, chosen_source), AT(conflict, chosen_value),
	AT(conflict, other_source), AT(conflict, other_value), AT(conflict, rule) };
static const size_t texts_of_finding[] = { AT(finding, code), AT(finding, list),
	AT(finding, work_id), AT(finding, title), AT(finding, field), AT(finding, given),
	AT(finding, found), AT(finding, source), AT(finding, evidence),
	AT(finding, repair), AT(finding, put), AT(finding, first_seen),
	AT(finding, reason) };
static const size_t texts_of_text[] = { 0 };

#define TEXTS(name) name, sizeof name / sizeof *(name)

/* The lists of a work: where they hang, what they have, which of that are texts. */
static const struct row {
	size_t place, count_place, size;
	const size_t *texts;
	size_t text_count;
} rows[] = {
	{ AT(kept_work, record.authors), AT(kept_work, record.author_count),
	    sizeof(struct author), TEXTS(texts_of_author) },
	{ AT(kept_work, record.ids), AT(kept_work, record.id_count),
	    sizeof(struct record_identifier), TEXTS(texts_of_id) },
	{ AT(kept_work, record.artifacts), AT(kept_work, record.artifact_count),
	    sizeof(struct artifact), TEXTS(texts_of_artifact) },
	{ AT(kept_work, record.related), AT(kept_work, record.related_count),
	    sizeof(struct related), TEXTS(texts_of_related) },
	{ AT(kept_work, record.outcomes), AT(kept_work, record.outcome_count),
	    sizeof(struct record_outcome), TEXTS(texts_of_outcome) },
	{ AT(kept_work, record.provenance), AT(kept_work, record.provenance_count),
	    sizeof(struct provenance), TEXTS(texts_of_provenance) },
	{ AT(kept_work, record.conflicts), AT(kept_work, record.conflict_count),
	    sizeof(struct conflict), TEXTS(texts_of_conflict) },
	{ AT(kept_work, findings.v), AT(kept_work, findings.count),
	    sizeof(struct finding), TEXTS(texts_of_finding) },
	{ AT(kept_work, overridden), AT(kept_work, overridden_count), sizeof(char *),
	    TEXTS(texts_of_text) },
	/* Numbers of lists and entries while they lie here. */
	{ AT(kept_work, record.mentions), AT(kept_work, record.mention_count),
	    sizeof(struct entry *), NULL, 0 },
};

enum { ROWS = sizeof rows / sizeof *rows, ALIGNED = 8, LAST = 64 };

/* The same text mostly stands in many places: "crossref". */
struct writer {
	struct buffer *out;
	size_t first; /* in `out` */
	struct told {
		const char *text;
		size_t at;
	} last[LAST];
};

static size_t
put_text(struct writer *w, const char *text)
{
	struct told *told = &w->last[((uintptr_t)text >> 3) % LAST];

	if (text == NULL)
		return 0;
	if (told->text != text) {
		*told = (struct told){ text, w->out->length - w->first };
		buffer_add(w->out, text, strlen(text) + 1);
	}
	return told->at;
}

/* Where a pointer was, and as large as that. */
static void
put_place(struct writer *w, size_t at, size_t number)
{
	memcpy(w->out->bytes + at, &number, sizeof number);
}

/* The texts of a struct that was appended at `at`. */
static void
put_texts(
    struct writer *w, size_t at, const void *thing, const size_t *texts, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const char *text;

		memcpy(&text, (const char *)thing + texts[i], sizeof text);
		put_place(w, at + texts[i], put_text(w, text));
	}
}

static void
align(struct writer *w)
{
	static const char none[ALIGNED];
	size_t over = (w->out->length - w->first) % ALIGNED;

	buffer_add(w->out, none, over == 0 ? 0 : ALIGNED - over);
}

size_t
kept_entry_number(const struct reading *reading, const struct entry *entry)
{
	const struct entry *as_read = entry_as_read(entry);
	size_t before = 0;

	for (size_t l = 0; l < reading->list_count; l++) {
		const struct list *list = &reading->lists[l];

		if (as_read >= list->entries &&
		    as_read < list->entries + list->entry_count)
			return before + (size_t)(as_read - list->entries);
		before += list->entry_count;
	}
	return SIZE_MAX;
}

static void
put_mentions(struct writer *w, size_t at, const struct reading *reading,
    const struct record *record)
{
	for (size_t i = 0; i < record->mention_count; i++)
		put_place(w, at + i * sizeof(struct entry *),
		    kept_entry_number(reading, record->mentions[i]));
}

void
kept_work_put(
    struct buffer *out, const struct reading *reading, const struct kept_work *work)
{
	struct writer w = { .out = out, .first = out->length };
	uint64_t length = 0;
	size_t at = w.first + sizeof length;

	buffer_add(out, &length, sizeof length);
	buffer_add(out, work, sizeof *work);
	put_texts(&w, at, work, TEXTS(texts_of_work));
	for (size_t r = 0; r < ROWS; r++) {
		const struct row *row = &rows[r];
		const char *things;
		size_t count, begin;

		memcpy(&things, (const char *)work + row->place, sizeof things);
		memcpy(&count, (const char *)work + row->count_place, sizeof count);
		align(&w);
		begin = out->length;
		put_place(&w, at + row->place, begin - w.first);
		if (count > 0)
			buffer_add(out, things, count * row->size);
		for (size_t i = 0; i < count; i++) {
			put_texts(&w, begin + i * row->size, things + i * row->size,
			    row->texts, row->text_count);
			/* The bytes of the list it is about are not at hand then. */
			if (row->texts == texts_of_finding)
				put_place(&w, begin + i * row->size + AT(finding, at), 0);
		}
		if (row->text_count == 0)
			put_mentions(&w, begin, reading, &work->record);
	}
	align(&w);
	length = out->length - w.first;
	memcpy(out->bytes + w.first, &length, sizeof length);
}

/* Distances become pointers again. */
static bool
set_texts(char *bytes, size_t length, char *thing, const size_t *texts, size_t count)
{
	bool fits = true;

	for (size_t i = 0; i < count; i++) {
		size_t at;
		char *text;

		memcpy(&at, thing + texts[i], sizeof at);
		fits &= at < length;
		text = at == 0 || !fits ? NULL : bytes + at;
		memcpy(thing + texts[i], &text, sizeof text);
	}
	return fits;
}

static const struct entry *
entry_at(const struct reading *reading, size_t number)
{
	for (size_t l = 0; l < reading->list_count; l++) {
		if (number < reading->lists[l].entry_count)
			return &reading->lists[l].entries[number];
		number -= reading->lists[l].entry_count;
	}
	return NULL;
}

static bool
set_mentions(const struct reading *reading, char *things, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const struct entry *entry;
		size_t number;

		memcpy(&number, things + i * sizeof entry, sizeof number);
		entry = entry_at(reading, number);
		if (entry == NULL)
			return false;
		memcpy(things + i * sizeof entry, &entry, sizeof entry);
	}
	return true;
}

static bool
set_rows(const struct reading *reading, char *bytes, size_t length, char *work)
{
	for (size_t r = 0; r < ROWS; r++) {
		const struct row *row = &rows[r];
		size_t at, count;
		char *things;

		memcpy(&at, work + row->place, sizeof at);
		memcpy(&count, work + row->count_place, sizeof count);
		if (at > length || count > (length - at) / row->size)
			return false;
		things = bytes + at;
		memcpy(work + row->place, &things, sizeof things);
		for (size_t i = 0; i < count; i++)
			if (!set_texts(bytes, length, things + i * row->size, row->texts,
				row->text_count))
				return false;
		if (row->text_count == 0 && !set_mentions(reading, things, count))
			return false;
	}
	return true;
}

bool
kept_work_get(struct arena *arena, const struct reading *reading, const char **at,
    const char *end, struct kept_work *work)
{
	size_t length = kept_work_look(*at, end, work);
	char *bytes;

	if (length == 0)
		return false;
	bytes = arena_alloc(arena, length);
	memcpy(bytes, *at, length);
	*at += length;
	if (!set_texts(bytes, length, bytes + sizeof(uint64_t), TEXTS(texts_of_work)) ||
	    !set_rows(reading, bytes, length, bytes + sizeof(uint64_t)))
		return false;
	memcpy(work, bytes + sizeof(uint64_t), sizeof *work);
	return true;
}
