/*
 * Two titles as words enter; what each says that the other does not leaves:
 * the rarest word of either side, and how much they share.
 */
#include "judge/differ.h"

#include <string.h>

#include "judge/field.h"

struct side {
	unsigned common, rest, heaviest;
	const char *rarest;
	bool counts, dated;
};

/* Years and longer numbers stand beside titles: in venues, in arXiv numbers. */
static bool
is_long(const char *key)
{
	return key[strspn(key, "0123456789")] == '\0' && strlen(key) >= 4;
}

static void
weigh(const struct judge_field *field, const struct words *a, const struct words *b,
    struct side *side)
{
	*side = (struct side){ 0 };
	for (size_t i = 0; i < a->count; i++) {
		unsigned weight = field_weight(field, a->v[i], a->key[i]);
		/* The field's words are something in common all the same. */
		unsigned least = word_is_small(a->v[i]) ? 0 : weight > 0 ? weight : 1;

		if (least == 0)
			continue;
		if (common_has(a, i, b)) {
			side->common += least;
			continue;
		}
		side->rest += least;
		side->dated |= is_long(a->key[i]);
		side->counts |= word_is_number(a->key[i]) && !is_long(a->key[i]);
		if (side->rarest == NULL || weight > side->heaviest) {
			side->heaviest = weight;
			side->rarest = a->v[i];
		}
	}
}

void
differ_titles(const struct judge_field *field, const struct words *a,
    const struct words *b, struct difference *difference)
{
	struct side x, y;
	unsigned common, all;

	weigh(field, a, b, &x);
	weigh(field, b, a, &y);
	common = (x.common + y.common) / 2;
	all = common + x.rest + y.rest;
	*difference = (struct difference){
		.two_sided = x.heaviest < y.heaviest ? x.heaviest : y.heaviest,
		.share = all == 0 ? 0 : common * 100 / all,
		.counted = x.counts || y.counts || (x.dated && y.dated),
		.rarest = { x.rarest, y.rarest },
	};
	if (x.rarest == NULL || y.rarest == NULL)
		difference->two_sided = 0;
}
