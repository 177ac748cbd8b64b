/* Items enter whose titles stand behind people, a venue or a date, all of one form;
 * what they begin with leaves for the entries, and the titles with it. */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "list/prose/forms_lead.h"
#include "list/prose/inside.h"

/* Items that are looked at; forms of one list; how often a mark is counted in an item; bytes of the
 * longest lead; items of a form, below which nothing is learned; words of a title;
 * per hundred: of the items with the mark, that may be so, that are for sure; of
 * all items, that are; of titles, that differ, that may look like something else;
 * of a place, that is known; of a tag, that differ.  PROBE: bytes by which a title is known again. */
enum {
	MOST = 100,
	MOST_FORMS = 6,
	TIMES = 3,
	ENOUGH = 12,
	WORDS = 4,
	POSSIBLE = 75,
	SURE = 40,
	SHARE = 10,
	DISTINCT = 90,
	ODD = 10,
	KNOWN = 40,
	TAG = 50,
	PROBE = 16,
};

/* What is known of one form: mark, how many of them stand in front. */
struct form {
	enum lead_mark mark;
	size_t nth, has, possible, words, odd, fits;
	struct learned learned;
	char *titles[MOST];
	char *texts[FORMS_PLACES][MOST];
	size_t counts[FORMS_PLACES], venues[FORMS_PLACES];
	bool tag[FORMS_PLACES];
};

static void
count_lead(struct arena *arena, struct stretches *known, struct form *form,
    const struct told *told, const struct lead *lead)
{
	struct learned *learned = &form->learned;
	const struct forms_tail *slots = &lead->slots;
	char *title = forms_lead_title(arena, told, lead);

	form->words += words_count(title);
	form->odd += forms_lead_is_odd(arena, known, told, lead);
	form->titles[learned->explained++] = title;
	for (size_t s = 0; s < slots->count; s++) {
		size_t behind = slots->count - 1 - s;
		if (s < FORMS_PLACES) {
			learned->left[s][slots->slots[s].role]++;
			form->venues[s] += slots->slots[s].venue != NULL;
			form->texts[s][form->counts[s]++] = arena_text(
			    arena, slots->slots[s].text);
		}
		if (behind < FORMS_PLACES)
			learned->right[behind][slots->slots[s].role]++;
	}
}

/* Does the place hold these words twice? */
static bool
is_repeated(const struct form *form, size_t place, const struct forms_slot *slot)
{
	size_t times = 0;

	for (size_t i = 0; place < FORMS_PLACES && i < form->counts[place]; i++)
		times += strcmp(form->texts[place][i], slot->text) == 0;
	return times > 1;
}

/* Is the place known often enough to be more than words, whatever it holds? */
static bool
is_known_place(const struct form *form, size_t place)
{
	size_t known = 0;

	for (unsigned r = 0; place < FORMS_PLACES && r < FORMS_SHORT; r++)
		known += form->learned.left[place][r];
	return place < FORMS_PLACES && known * 100 >= form->has * KNOWN;
}

/* Has each slot of the lead a role, its own or its place's, and one for sure?  A
 * family alone is no person here: names of works are spelt so. */
static bool
explains(const struct form *form, const struct lead *lead)
{
	const struct forms_tail *slots = &lead->slots;
	bool sure = false;

	for (size_t s = 0; s < slots->count; s++) {
		const struct forms_slot *slot = &slots->slots[s];
		bool tag = s < FORMS_PLACES && form->tag[s];
		bool known = words_count(slot->text) > 1 && is_known_place(form, s) &&
		    item_label_is_capitalised(slot->text);
		if (slot->role == FORMS_SHORT && !known && !tag)
			return false;
		sure |= slot->role < FORMS_SHORT || known || is_repeated(form, s, slot);
	}
	return sure && slots->possible;
}

static bool
learn(struct arena *arena, struct stretches *known, const struct told *told,
    const size_t *which, size_t count, struct form *form)
{
	struct lead lead;
	size_t n;

	for (size_t i = 0; i < count; i++) {
		const struct told *one = &told[which[i]];
		forms_stretches_rest(known);
		if (!forms_lead_cut(arena, known, one, form->mark, form->nth, &lead))
			continue;
		form->has++;
		if (form->has >= 2 * ENOUGH &&
		    form->learned.explained * 200 < form->has * SURE)
			return false;
		form->possible += lead.slots.possible;
		if (lead.slots.sure &&
		    forms_lead_is_published(arena, one, &lead, form->mark))
			count_lead(arena, known, form, one, &lead);
	}
	n = form->learned.explained;
	if (n < ENOUGH || n * 100 < count * SHARE || n * 100 < form->has * SURE ||
	    form->possible * 100 < form->has * POSSIBLE || form->words < n * WORDS ||
	    form->odd * 100 > n * ODD || forms_lead_distinct(form->titles, n) < DISTINCT)
		return false;
	for (size_t p = 0; p < FORMS_PLACES; p++)
		form->tag[p] = form->counts[p] >= ENOUGH &&
		    forms_lead_distinct(form->texts[p], form->counts[p]) < TAG;
	for (size_t i = 0; i < count; i++)
		form->fits += forms_lead_cut(arena, known, &told[which[i]], form->mark,
				  form->nth, &lead) &&
		    explains(form, &lead);
	return form->fits >= ENOUGH;
}

/* A place that repeats venues has venues. */
static void
settle_venue(const struct form *form, struct forms_tail *slots)
{
	for (size_t s = 0; s < slots->count && s < FORMS_PLACES; s++)
		if (slots->slots[s].role == FORMS_SHORT && form->tag[s] &&
		    form->venues[s] * 100 >= form->counts[s] * KNOWN) {
			slots->slots[s].role = FORMS_VENUE;
			if (slots->slots[s].venue == NULL)
				slots->slots[s].venue = slots->slots[s].text;
		}
}

/* A field, unless it was read from the lead, which is read anew. */
static const char *
unless_front(const struct told *told, const struct lead *lead, const char *field)
{
	return field != NULL && memmem(told->text, lead->title, field, strlen(field))
	    ? NULL
	    : field;
}

/* The title moves behind the lead: what the first reading made of all of it goes. */
static bool
move_title(struct arena *arena, struct stretches *known, struct reader *reader,
    struct told *told, const struct lead *lead)
{
	struct entry *entry = &reader->entries[told->entry];
	char *title = forms_lead_title(arena, told, lead);

	if (told->title >= lead->title || words_count(title) < WORDS - 1 ||
	    forms_lead_is_odd(arena, known, told, lead))
		return false;
	/* Where the first reading ended it, it ends: what stood behind was read. */
	if (strlen(title) > PROBE) {
		const char *same = strstr(
		    entry->title, arena_text_n(arena, title, PROBE));
		if (same != NULL && strlen(same) < strlen(title))
			title = arena_text(arena, same);
	}
	entry->title = arena_text(reader->arena, title);
	entry->name = words_name(reader->scratch, title);
	if (entry->name != NULL)
		entry->name = arena_text(reader->arena, entry->name);
	entry->venue = unless_front(told, lead, entry->venue);
	entry->authors = unless_front(told, lead, entry->authors);
	entry->institute = unless_front(told, lead, entry->institute);
	told->title = lead->title;
	told->whole = 0;
	return true;
}

/* true: the item is of this form. */
static bool
take(struct arena *arena, struct stretches *known, struct reader *reader,
    struct told *told, const struct form *form)
{
	struct entry *entry = &reader->entries[told->entry];
	struct entry said = { 0 };
	struct lead lead;

	if (!forms_lead_cut(arena, known, told, form->mark, form->nth, &lead) ||
	    !explains(form, &lead))
		return false;
	settle_venue(form, &lead.slots);
	if (move_title(arena, known, reader, told, &lead) || told->title == lead.title)
		forms_read_slots(arena, &form->learned, PART_DASH, &lead.slots, &said);
	if (entry->venue == NULL && said.venue != NULL)
		entry->venue = arena_text(reader->arena, said.venue);
	if (entry->date == NULL && said.date != NULL)
		entry->date = arena_text(reader->arena, said.date);
	if (entry->authors == NULL && said.authors != NULL)
		entry->authors = arena_text(
		    reader->arena, words_people(reader->scratch, said.authors));
	if (entry->institute == NULL && said.institute != NULL)
		entry->institute = arena_text(reader->arena, said.institute);
	return true;
}

/* The form that most of these items follow; NULL: none. */
static struct form *
best_form(struct arena *arena, struct stretches *known, const struct told *told,
    const size_t *which, size_t count)
{
	struct form *best = NULL;
	size_t some[MOST], n = count < MOST ? count : MOST;

	for (size_t i = 0; i < n; i++)
		some[i] = which[i * count / n];
	for (unsigned m = MARK_DASH; m < LEAD_MARKS && n >= ENOUGH; m++)
		for (size_t nth = 0; nth < TIMES; nth++) {
			struct form *form = arena_alloc(arena, sizeof *form);
			form->mark = (enum lead_mark)m;
			form->nth = nth;
			if (learn(arena, known, told, some, n, form) &&
			    (best == NULL || form->fits > best->fits))
				best = form;
		}
	return best;
}

/* Form after form, until none is left that enough of these items follow; `which`
 * keeps those that follow none. */
static void
take_forms(struct reader *reader, struct told *told, size_t *which, size_t count)
{
	struct arena *arena = arena_new();
	struct stretches *known = forms_stretches_new();

	for (size_t round = 0; round < MOST_FORMS; round++) {
		const struct form *form = best_form(arena, known, told, which, count);
		size_t kept = 0;
		if (form == NULL)
			break;
		for (size_t i = 0; i < count; i++, forms_stretches_rest(known))
			if (!take(arena, known, reader, &told[which[i]], form))
				which[kept++] = which[i];
		count = kept;
	}
	forms_stretches_free(known);
	arena_free(arena);
}

/* First each section for itself, then all of the list: what a few say, many may. */
void
forms_take_leads(struct reader *reader, struct told *told, size_t count)
{
	struct arena *arena = arena_new();
	size_t *which = arena_alloc(arena, (count + 1) * sizeof *which);

	for (size_t from = 0, to; from < count; from = to) {
		const char *section = reader->entries[told[from].entry].section;
		for (to = from; to < count &&
		     strcmp(reader->entries[told[to].entry].section, section) == 0;
		     to++)
			which[to - from] = to;
		if (to - from >= ENOUGH && to - from < count)
			take_forms(reader, told, which, to - from);
	}
	for (size_t i = 0; i < count; i++)
		which[i] = i;
	take_forms(reader, told, which, count);
	arena_free(arena);
}
