/* Items and their entries enter; the form that most follow, and what it says of
 * those that were read otherwise, leaves. */
#include "list/prose/forms.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "list/prose/inside.h"

/* Fewer items teach nothing; more than this teach no more. */
enum { ENOUGH = 8, MOST = 400 };

struct forms {
	struct arena *arena;
	struct stretches *known;
	struct told *told;
	size_t count;
};

struct forms *
forms_new(void)
{
	struct arena *arena = arena_new();
	struct forms *forms = arena_alloc(arena, sizeof *forms);

	forms->arena = arena;
	forms->known = forms_stretches_new();
	return forms;
}

void
forms_free(struct forms *forms)
{
	forms_stretches_free(forms->known);
	arena_free(forms->arena);
}

void
forms_hear(struct forms *forms, const struct reader *reader, const struct pieces *pieces,
    bool is_list, size_t at)
{
	struct told told = { .entry = at, .is_list = is_list };

	if (text_is_blank(reader->entries[at].title) ||
	    !forms_tell(forms->arena, pieces, reader->entries[at].title, &told))
		return;
	forms->told = arena_push(
	    forms->arena, forms->told, forms->count, sizeof *forms->told);
	forms->told[forms->count++] = told;
}

/* Does the longer text begin with the shorter, quotation marks aside? */
static bool
begins_with(const char *text, const char *start)
{
	static const char *const marks[] = { "\"", "“", "«", "„", "「", "《" };

	for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
		if (strncmp(text, marks[i], strlen(marks[i])) == 0)
			text += strlen(marks[i]);
	return strncmp(text, start, strlen(start)) == 0;
}

/* Does a bracket begin and not end? */
static bool
is_open(const char *title)
{
	const char *open = strrchr(title, '(');

	return open != NULL && strchr(open, ')') == NULL;
}

/* What an item says by a parting. */
struct reading {
	char *title;
	size_t slots;
	bool shorter; /* than the first reading's title, which begins so */
	struct entry said;
};

static bool
read_by(struct arena *scratch, struct stretches *known, const struct told *told,
    enum parting parting, const struct learned *learned, const struct entry *first,
    struct reading *reading)
{
	struct forms_tail tail;
	size_t end = forms_title_end(known, told, parting, learned, &tail);

	*reading = (struct reading){ .slots = tail.count };
	if (end == 0)
		return false;
	reading->title = words_title(
	    scratch, arena_text_n(scratch, told->text + told->title, end - told->title));
	if (words_count(reading->title) < 2 || is_open(reading->title))
		return false;
	reading->shorter = strlen(reading->title) < strlen(first->title) &&
	    begins_with(first->title, reading->title);
	forms_read_slots(scratch, learned, parting, &tail, &reading->said);
	return reading->shorter || strcmp(reading->title, first->title) == 0;
}

/* What the very slot is that the first reading took for something else. */
static void
drop_mistaken(struct entry *entry, const struct entry *said)
{
	if (said->authors != NULL && entry->venue != NULL &&
	    strcmp(entry->venue, said->authors) == 0)
		entry->venue = NULL;
	if (said->venue != NULL && entry->authors != NULL &&
	    strcmp(entry->authors, said->venue) == 0)
		entry->authors = NULL;
}

/* The two readings together: the title that leaves no word without a role, and
 * of each field what one of them knows. */
static void
join(struct reader *reader, struct entry *entry, const struct reading *reading)
{
	const struct entry *said = &reading->said;

	if (reading->shorter) {
		entry->title = arena_text(reader->arena, reading->title);
		if (entry->name == NULL)
			entry->name = arena_text(
			    reader->arena, words_name(reader->scratch, reading->title));
	}
	drop_mistaken(entry, said);
	if (said->venue != NULL && (entry->venue == NULL || reading->shorter))
		entry->venue = arena_text(reader->arena, said->venue);
	/* "diciembre de 2022" is more than "2022". */
	if (said->date != NULL &&
	    (entry->date == NULL ||
		(strlen(entry->date) == 4 && begins_with(said->date, entry->date))))
		entry->date = arena_text(reader->arena, said->date);
	if (said->authors != NULL && (entry->authors == NULL || reading->shorter))
		entry->authors = arena_text(
		    reader->arena, words_people(reader->scratch, said->authors));
}

/* The parting that gives most of the item's words a role is believed. */
static bool
read_again(struct reader *reader, struct stretches *known, const struct told *told,
    const enum parting *order, size_t partings, const struct learned *learned)
{
	struct entry *entry = &reader->entries[told->entry];
	struct reading best = { 0 }, reading;

	for (size_t p = 0; p < partings; p++)
		if (read_by(reader->scratch, known, told, order[p], &learned[order[p]],
			entry, &reading) &&
		    (reading.slots > best.slots ||
			(reading.slots == best.slots &&
			    strlen(reading.title) < strlen(best.title))))
			best = reading;
	if (best.slots > 0)
		join(reader, entry, &best);
	arena_reset(reader->scratch);
	forms_stretches_rest(known);
	return best.slots > 0;
}

/* Of a long list a part, evenly spread, tells as much. */
static void
learn(struct forms *forms, const size_t *which, size_t count, struct learned *learned)
{
	size_t *some = arena_alloc(forms->arena, MOST * sizeof *some), n = 0;

	for (; n < MOST && n < count; n++)
		some[n] = which[count <= MOST ? n : n * count / MOST];
	forms_learn(forms->known, forms->told, some, n, learned);
}

/* "2023 Title": a year and a blank in front. */
static bool
begins_with_year(const char *text)
{
	return (strncmp(text, "19", 2) == 0 || strncmp(text, "20", 2) == 0) &&
	    strspn(text, "0123456789") == 4 && text[4] == ' ' && text[5] != '-';
}

static void
take_year(struct told *told, struct reader *reader)
{
	struct entry *entry = &reader->entries[told->entry];

	if (!begins_with_year(told->text))
		return;
	if (entry->date == NULL)
		entry->date = arena_text_n(reader->arena, told->text, 4);
	if (told->title > 0 || words_count(entry->title) < 3 ||
	    !begins_with_year(entry->title))
		return;
	entry->title += 5;
	if (entry->name != NULL && begins_with_year(entry->name))
		entry->name += 5;
	told->title = 5;
}

/* What most items of a section begin with is no word of their titles. */
static void
take_years(struct forms *forms, struct reader *reader)
{
	const struct entry *entries = reader->entries;

	for (size_t from = 0, to; from < forms->count; from = to) {
		size_t years = 0;
		const char *section = entries[forms->told[from].entry].section;
		for (to = from; to < forms->count &&
		     strcmp(entries[forms->told[to].entry].section, section) == 0;
		     to++)
			years += begins_with_year(forms->told[to].text);
		if (years < ENOUGH || years * 2 < to - from)
			continue;
		for (size_t i = from; i < to; i++)
			take_year(&forms->told[i], reader);
	}
}

/* Items of one kind: learned from, read again, told of. */
static void
settle_kind(struct forms *forms, struct reader *reader, const size_t *which, size_t count)
{
	struct learned learned[PARTINGS] = { 0 };
	enum parting order[PARTINGS];
	size_t partings;
	bool *read = arena_alloc(forms->arena, count * sizeof *read);

	learn(forms, which, count, learned);
	partings = forms_choose(learned, count < MOST ? count : MOST, order);
	if (partings == 0)
		return;
	for (size_t i = 0; i < count; i++)
		read[i] = read_again(reader, forms->known, &forms->told[which[i]], order,
		    partings, learned);
	forms_say(reader, forms->told, which, count, read,
	    &(struct list_form){
		.text = forms_text(reader->arena, &learned[order[0]], order[0]) });
}

/* Items that begin alike: bullet or not, how the title stands. */
static char
kind_of(const struct told *told)
{
	return told->style[told->title];
}

void
forms_settle(struct forms *forms, struct reader *reader)
{
	static const char kinds[] = " bilc";
	size_t *which = arena_alloc(forms->arena, (forms->count + 1) * sizeof *which);

	take_years(forms, reader);
	forms_take_leads(reader, forms->told, forms->count);
	for (size_t k = 0; k < 2 * (sizeof kinds - 1); k++) {
		size_t count = 0;
		for (size_t i = 0; i < forms->count; i++)
			if (kind_of(&forms->told[i]) == kinds[k / 2] &&
			    forms->told[i].is_list == (k % 2 == 0))
				which[count++] = i;
		if (count >= ENOUGH)
			settle_kind(forms, reader, which, count);
	}
}
