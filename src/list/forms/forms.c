/* Items and their entries enter; the form that most follow, and what it says of
 * those that were read otherwise, leaves. */
#include "list/forms/forms_span.h"

#include <string.h>

#include "base/arena.h"
#include "list/words/words.h"

/* More items than this teach no more; how often they are read again with what they
 * taught. */
enum { MOST = 400, ROUNDS = 3 };

/* All items of a kind. */
struct heap {
	struct told *told;
	size_t count;
};

struct forms {
	struct arena *arena;
	struct stretches *known;
	struct heap heaps[FORMS_KINDS];
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

static void
push(struct forms *forms, enum forms_kind kind, struct told told)
{
	struct heap *heap = &forms->heaps[kind];

	heap->told = arena_push(forms->arena, heap->told, heap->count, sizeof told);
	heap->told[heap->count++] = told;
	arena_rest_at(forms->arena, heap->count);
}

void
forms_hear(struct forms *forms, const struct reader *reader, const struct pieces *pieces,
    enum forms_kind kind, size_t at)
{
	struct told told = { .entry = at,
		.is_cell = kind == FORMS_CELLS,
		.is_whole = kind == FORMS_ITEMS && reader->cited };

	if (forms_tell(forms->arena, pieces, reader->entries[at].title, &told))
		push(forms, kind, told);
}

size_t
forms_heard(const struct forms *forms, size_t at)
{
	const struct heap *heap = &forms->heaps[FORMS_ITEMS];

	return heap->count > 0 && heap->told[heap->count - 1].entry == at ? heap->count
									  : 0;
}

void
forms_hear_again(struct forms *forms, size_t number, size_t at)
{
	struct told told;

	if (number == 0)
		return;
	told = forms->heaps[FORMS_ITEMS].told[number - 1];
	told.entry = at;
	told.like = number;
	push(forms, FORMS_ITEMS, told);
}

static void
keep(struct arena *arena, struct forms_slot *slot)
{
	slot->text = arena_text(arena, slot->text);
	slot->venue = arena_text(arena, slot->venue);
	slot->date = arena_text(arena, slot->date);
}

/* "[CVPR 2020](u)" is a label, and no word of the item. */
static unsigned
said_elsewhere(const struct entry *entry, const char *text)
{
	const char *const said[] = { entry->date, entry->venue, entry->authors };
	const enum forms_role roles[] = { FORMS_DATE, FORMS_VENUE, FORMS_PEOPLE };
	unsigned bits = 0;

	for (size_t i = 0; i < 3; i++)
		if (said[i] != NULL && strstr(text, said[i]) == NULL && i > 0)
			bits |= 1u << roles[i];
	return bits;
}

/* Of a long list a part, evenly spread, tells as much. */
static size_t
lessons_of(struct forms *forms, const struct reader *reader, const struct heap *heap,
    struct forms_item *lessons, const struct forms_stated *stated)
{
	size_t some = heap->count < MOST ? heap->count : MOST, n = 0;

	for (size_t i = 0; i < some; i++) {
		const struct told *told = &heap->told[i * heap->count / some];
		struct forms_atom atoms[FORMS_ATOMS], *kept;

		if (!forms_cut(forms->known, told, atoms, &lessons[n]))
			continue;
		kept = arena_alloc(forms->arena, lessons[n].count * sizeof *kept);
		memcpy(kept, atoms, lessons[n].count * sizeof *kept);
		for (size_t a = 0; a < lessons[n].count; a++)
			keep(forms->arena, &kept[a].slot);
		lessons[n].stated = stated;
		lessons[n].elsewhere = said_elsewhere(
		    &reader->entries[told->entry], told->text);
		lessons[n++].atoms = kept;
		forms_stretches_rest(forms->known);
	}
	return n;
}

/* Items are read, taught from, and read again. */
static const struct habits *
learn(struct arena *arena, const struct reader *reader, const struct forms_item *lessons,
    size_t count)
{
	struct habits *habits = forms_habits_new(arena), *next = forms_habits_new(arena);
	struct forms_look look;
	struct forms_span span;

	for (unsigned round = 0; round < ROUNDS; round++) {
		struct habits *before = habits;
		forms_habits_forget(next);
		if (lessons[0].stated != NULL)
			forms_stated_seed(next, lessons[0].stated);
		for (size_t i = 0; i < count; i++) {
			forms_look_begin(
			    &look, habits, round == 0 ? 0 : count, &lessons[i]);
			if (!forms_span_choose(&look, &span))
				continue;
			forms_span_learn(&look, next, &span);
			if (round + 1 == ROUNDS)
				forms_choose_learn(reader, &look, next, &span);
		}
		habits = next;
		next = before;
	}
	return habits;
}

/* How an item was read. */
struct outcome {
	bool any;
	enum forms_joined joined;
	uint64_t edges;
};

static struct outcome
read_item(struct forms_look *look, struct reader *reader, struct forms_said *said)
{
	struct forms_span span;
	struct outcome outcome = { .any = forms_span_choose(look, &span) };

	if (outcome.any) {
		outcome.joined = look->item->told->is_whole
		    ? FORMS_AGREED
		    : forms_join(reader, look, &span);
		outcome.edges = forms_edges(look->item, &span);
		forms_say_item(said, look, &span, outcome.joined);
	}
	return outcome;
}

/* What both readings made of the same words. */
static void
take_again(struct entry *entry, const struct entry *from)
{
	entry->title = from->title;
	entry->name = from->name;
	entry->date = from->date;
	entry->venue = from->venue;
	entry->authors = from->authors;
	entry->institute = from->institute;
}

static void
settle(struct forms *forms, const struct heap *heap, const struct forms_stated *stated,
    struct reader *reader, struct forms_said *said)
{
	struct forms_item *lessons = arena_alloc(forms->arena, MOST * sizeof *lessons);
	const size_t lesson_count = lessons_of(forms, reader, heap, lessons, stated);
	size_t count = lesson_count, lesson = 0;
	struct outcome *outcomes;
	const struct habits *habits;

	if (count == 0)
		return;
	outcomes = arena_alloc(forms->arena, heap->count * sizeof *outcomes);
	habits = learn(forms->arena, reader, lessons, count);
	/* A curator's word weighs as much as a long list. */
	count = stated != NULL && count < MOST ? MOST : count;
	for (size_t i = 0; i < heap->count; i++) {
		const struct told *told = &heap->told[i];
		struct forms_atom atoms[FORMS_ATOMS];
		struct forms_item item;
		struct forms_look look;
		bool taught = lesson < lesson_count && lessons[lesson].told == told;

		arena_rest_at(forms->arena, i);
		/* Those that taught are cut already. */
		if (taught)
			item = lessons[lesson++];
		if (told->like > 0) {
			outcomes[i] = outcomes[told->like - 1];
			take_again(&reader->entries[told->entry],
			    &reader->entries[heap->told[told->like - 1].entry]);
			if (outcomes[i].any)
				forms_say_again(
				    said, told, outcomes[i].edges, outcomes[i].joined);
			continue;
		}
		if (!taught && !forms_cut(forms->known, told, atoms, &item))
			continue;
		item.stated = stated;
		item.elsewhere = said_elsewhere(
		    &reader->entries[told->entry], told->text);
		forms_look_begin(&look, habits, count, &item);
		outcomes[i] = read_item(&look, reader, said);
		forms_stretches_rest(forms->known);
		arena_reset(reader->scratch);
	}
}

void
forms_settle(struct forms *forms, struct reader *reader)
{
	struct forms_said *said = forms_said_new(forms->arena, reader);
	struct forms_stated stated;
	bool told = reader->stated != NULL && reader->stated->item != NULL &&
	    forms_stated_read(reader->stated->item, &stated);

	settle(forms, &forms->heaps[FORMS_ITEMS], told ? &stated : NULL, reader, said);
	settle(forms, &forms->heaps[FORMS_CELLS], NULL, reader, said);
	forms_say_all(said);
}
