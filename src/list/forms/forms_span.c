/* An item's atoms enter, and what the list does; which of them are the title leaves. */
#include "list/forms/forms_span.h"

#include "base/text.h"

/* What a score is made of.  AGREES: with the first reading; MIXED: set in two ways; NUMBER:
 * it begins or ends so; HABIT: for each halving of how usual it is. */
enum { AGREES = 8, MIXED = 10, NUMBER = 12, LINE = 24, HABIT = 3, GAIN = 6, SPLIT = 8 };

/* Inside of a title such gaps are rare. */
static const int inside_costs[GAPS] = {
	[GAP_STYLE] = 2,
	[GAP_COMMA] = 2,
	[GAP_COLON] = 0,
	[GAP_STOP] = 9,
	[GAP_SEMICOLON] = 9,
	[GAP_BRACKET] = 3,
	[GAP_QUESTION] = 2,
	[GAP_HYPHEN] = 5,
	[GAP_DASH] = 8,
	[GAP_BAR] = 20,
	[GAP_QUOTE] = 16,
	[GAP_LABEL] = 24,
	[GAP_LINE] = 14,
};

static int
words_score(size_t words)
{
	return words < 2 ? -20
	    : words < 3  ? -10
	    : words < 4  ? -3
	    : words < 17 ? 6
	    : words < 23 ? 0
	    : words < 31 ? -8
			 : -24;
}

static int
style_score(char style)
{
	return style == 'q' ? 12
	    : style == 'l'  ? 10
	    : style == 'b'  ? 8
	    : style == 'i'  ? 3
	    : style == 'c'  ? -12
			    : 0;
}

/* What an atom costs as a part of the title. */
static int
inside_cost(const struct forms_item *item, size_t at)
{
	const struct forms_atom *atom = &item->atoms[at];
	bool dated = at + 1 < item->count && atom[1].slot.role == FORMS_DATE &&
	    atom[1].before < GAP_LABEL;

	switch (atom->slot.role) {
	case FORMS_DATE:
		return 16;
	case FORMS_VENUE:
		return atom->slot.date != NULL         ? 24
		    : atom->slot.known < FORMS_CALLED  ? 2 * (int)atom->slot.known
		    : dated && atom->style == ' '      ? 12
		    : atom->slot.known == FORMS_CALLED ? 4
		    : atom->bracket                    ? 16
						       : 6;
	case FORMS_PEOPLE:
		return atom->words > 4 ? 30 : 12;
	case FORMS_INSTITUTE:
		return 4;
	case FORMS_SHORT:
	case FORMS_OTHER:
	case FORMS_ROLES:
		break;
	}
	return 0;
}

static unsigned
least(unsigned a, unsigned b)
{
	return a < b ? a : b;
}

/* How a title is set apart from what is beside it: where the style changes, a comma
 * or a full stop says no more. */
static uint64_t
edge_of(
    const struct forms_atom *title, const struct forms_atom *beside, enum forms_gap gap)
{
	return beside != NULL && beside->style != title->style && gap <= GAP_STOP
	    ? GAP_STYLE
	    : gap;
}

uint64_t
forms_edges_of(char style, enum forms_gap front, enum forms_gap back)
{
	return forms_key(KEY_EDGES,
	    (uint64_t)(unsigned char)style << 16 | (uint64_t)front << 8 | (uint64_t)back);
}

uint64_t
forms_edges(const struct forms_item *item, const struct forms_span *span)
{
	const struct forms_atom *first = &item->atoms[span->first];
	const struct forms_atom *last = &item->atoms[span->last];
	uint64_t front = edge_of(
	    first, span->first > 0 ? first - 1 : NULL, first->before);
	uint64_t back = span->last + 1 < item->count
	    ? edge_of(last, last + 1, last[1].before)
	    : GAP_START;

	return forms_edges_of(first->style, (enum forms_gap)front, (enum forms_gap)back);
}

/* 0: nearly all do so; less: fewer, by two for each halving. */
static int
usual(unsigned count, size_t items)
{
	size_t all = (items + 1) * (items + 1), some = (size_t)(count + 1) * (count + 1);

	return all < 2 * some ? 0 : -(int)forms_rank((unsigned)(all / some) - 1);
}

static bool
near(size_t a, size_t b)
{
	return a < b ? b - a <= 2 : a - b <= 2;
}

static bool
goes_on(const struct forms_atom *in, const struct forms_atom *beside, enum forms_gap gap)
{
	return beside->style == in->style && (in->style == 'l' || in->style == 'b') &&
	    gap < GAP_HYPHEN && beside->slot.date == NULL && !beside->bracket &&
	    (beside->slot.role != FORMS_PEOPLE || beside->slot.weak) &&
	    beside->slot.known != FORMS_NAMED;
}

/* Does a link, or bold words, go on beside the title, with no role of their own? */
static bool
is_split(const struct forms_item *item, const struct forms_span *span)
{
	const struct forms_atom *first = &item->atoms[span->first];
	const struct forms_atom *last = &item->atoms[span->last];

	/* "**Diffusion Policy** for Robots" */
	return (span->first > 0 && first->before == GAP_STYLE &&
		   text_is_small(item->told->text[first->start])) ||
	    (span->last + 1 < item->count && goes_on(last, last + 1, last[1].before)) ||
	    (span->first > 0 && goes_on(first, first - 1, first->before));
}

/* What the span's ends and sides say. */
static int
plain_score(struct forms_look *look, const struct forms_span *span)
{
	const struct forms_item *item = look->item;
	const struct forms_sides *sides = forms_sides_of(look, span);
	const struct forms_atom *first = &item->atoms[span->first];
	const struct forms_atom *last = &item->atoms[span->last];
	int sum = -forms_sides_cost(
	    &sides->front[span->first], &sides->back[span->last + 1]);

	if (first->style == last->style)
		sum += style_score(first->style);
	if (item->told->end > item->told->title &&
	    near(first->start, item->told->title) && near(last->end, item->told->end))
		sum += AGREES;
	if (first->slot.bare || last->slot.bare)
		sum -= NUMBER;
	if (is_split(item, span))
		sum -= SPLIT;
	/* "⏎Keyword: …": a line that says what it is. */
	if (first < last && first->before == GAP_LINE && first->words < 3 &&
	    first[1].before == GAP_COLON)
		sum -= LINE;
	return sum;
}

/* How usual it is in this list: 0 or less. */
static int
habit_score(struct forms_look *look, const struct forms_span *span)
{
	const struct forms_sides *sides = forms_sides_of(look, span);
	const struct habits *habits = look->habits;

	if (look->items == 0)
		return 0;
	return HABIT *
	    (usual(forms_side_usual(habits, &sides->front[span->first], true),
		 look->items) +
		usual(forms_side_usual(habits, &sides->back[span->last + 1], false),
		    look->items) +
		usual(forms_habit_count(habits, forms_edges(look->item, span)),
		    look->items)) /
	    2;
}

static void
weigh(struct forms_look *look, struct forms_span *span)
{
	const struct forms_sides *sides = forms_sides_of(look, span);
	const struct forms_side *front = &sides->front[span->first];
	const struct forms_side *back = &sides->back[span->last + 1];
	unsigned roles = front->roles | back->roles;

	span->whole = front->whole && back->whole;
	span->sure =
	    (roles & (1u << FORMS_DATE | 1u << FORMS_VENUE | 1u << FORMS_PEOPLE)) != 0;
}

/* How much more an atom would say behind the title. */
static int
outside_gain(const struct forms_look *look, size_t at)
{
	const struct forms_evidence *found = &look->back[at];
	const struct forms_atom *atom = &look->item->atoms[at];
	int most = found->venue > found->people ? found->venue : found->people;

	if (!found->open || most <= 0 || atom->style != ' ' ||
	    atom->before == GAP_COLON || atom->before == GAP_QUESTION)
		return 0;
	return most / 2 > GAIN ? GAIN : most / 2;
}

bool
forms_span_choose(struct forms_look *look, struct forms_span *best)
{
	const struct forms_atom *atoms = look->item->atoms;
	size_t count = look->item->count;
	bool any = false;

	for (size_t first = 0; first < count; first++) {
		size_t words = 0;
		int inside = 0;
		for (size_t last = first; last < count; last++) {
			struct forms_span span = { .first = first, .last = last };
			words += atoms[last].words;
			inside += inside_cost(look->item, last);
			if (last > first)
				inside += outside_gain(look, last) +
				    inside_costs[atoms[last].before] +
				    (atoms[last].style != atoms[first].style ? MIXED : 0);
			if (words < 2)
				continue;
			span.plain = words_score(words) - inside +
			    plain_score(look, &span);
			span.score = span.plain + habit_score(look, &span);
			if (!any || span.score > best->score)
				*best = span;
			any = true;
		}
	}
	if (any)
		weigh(look, best);
	return any;
}

void
forms_span_learn(
    struct forms_look *look, struct habits *habits, const struct forms_span *span)
{
	forms_named_learn(look, habits, span);
	forms_side_learn(look, habits, span, true);
	forms_side_learn(look, habits, span, false);
	forms_habit_add(habits, forms_edges(look->item, span));
}

unsigned
forms_span_support(struct forms_look *look, const struct forms_span *span)
{
	const struct forms_sides *sides = forms_sides_of(look, span);
	const struct habits *habits = look->habits;

	/* A step may be rare where few items have all slots. */
	return least(2 *
		least(forms_side_usual(habits, &sides->front[span->first], true),
		    forms_side_usual(habits, &sides->back[span->last + 1], false)),
	    forms_habit_count(habits, forms_edges(look->item, span)));
}
