/* An answer enters; the moment from which it is to be asked again leaves. */
#include "plan/plan.h"

#include "base/clock.h"

enum {
	DAY = 86400,
	ABSENT_DAYS = 14,
	LONGEST_ABSENT_DAYS = 180,
	YOUNG_DAYS = 14,    /* for a preprint that may be published soon */
	PREPRINT_DAYS = 30, /* for one that stayed a preprint for long */
	YOUTH_DAYS = 365,
};

/* FNV-1a: only has to spread subjects evenly, and to stay the same. */
static uint32_t
spread(const char *subject)
{
	uint32_t hash = 2166136261u;

	for (; *subject != '\0'; subject++)
		hash = (hash ^ (unsigned char)*subject) * 16777619u;
	return hash;
}

/* It has an identifier that only what was published gets. */
static bool
is_published(const struct brief *brief)
{
	for (size_t i = 0; i < brief->id_count; i++) {
		switch (brief->ids[i].kind) {
		case IDENTIFIER_DOI:
			if (!preprint_has_doi(brief->ids[i].value))
				return true;
			break;
		case IDENTIFIER_ACL:
		case IDENTIFIER_PMID:
		case IDENTIFIER_PMCID:
			return true;
		case IDENTIFIER_ARXIV:
		case IDENTIFIER_OPENREVIEW:
		case IDENTIFIER_S2_CORPUS:
		case IDENTIFIER_S2_PAPER:
		case IDENTIFIER_HF_MODEL:
		case IDENTIFIER_HF_DATASET:
		case IDENTIFIER_HF_SPACE:
		case IDENTIFIER_HF_ORG:
		case IDENTIFIER_GITHUB:
		case IDENTIFIER_URL:
		case IDENTIFIER_HF_COLLECTION:
		case IDENTIFIER_TITLE:
		case IDENTIFIER_PREFIX:
		case IDENTIFIER_KINDS:
			break;
		}
	}
	return false;
}

/* A preprint without a date might be of yesterday. */
static bool
is_young(const struct brief *brief, int64_t now)
{
	const char *date = brief_text(brief, FIELD_FIRST_PUBLIC);
	int64_t first, last;

	if (date == NULL)
		date = brief_text(brief, FIELD_ISSUED);
	if (date == NULL || !clock_parse_date(date, &first, &last))
		return true;
	return now / DAY - last < YOUTH_DAYS;
}

static int64_t
found_days(const struct source *source, const struct answer *answer)
{
	int64_t days = source->fresh_days, most = days;

	/*
	 * A licence, a model or a count changes no sooner for being young, and
	 * which work a title is of never does.
	 */
	if (answer->brief_version == 0 || source->sibling != NULL ||
	    answer->brief.kind != BRIEF_PAPER || is_published(&answer->brief))
		return days;
	most = is_young(&answer->brief, answer->confirmed_at) ? YOUNG_DAYS
							      : PREPRINT_DAYS;
	return days < most ? days : most;
}

/*
 * A fortnight when it was first seen missing; asked again after that it was
 * missing for a fortnight, and gets two; and so on.  Where one look proves
 * little, the second comes soon.
 */
static int64_t
absent_life(const struct source *source, const struct answer *answer)
{
	int64_t missing = answer->confirmed_at - answer->retrieved_at;

	if (missing <= 0 && source->doubt_days > 0)
		return (int64_t)source->doubt_days * DAY;
	return (missing < 0 ? 0 : missing) + (int64_t)ABSENT_DAYS * DAY;
}

int64_t
plan_stale_at(const struct source *source, const struct answer *answer)
{
	int64_t longest = INT64_MAX, life;

	if (answer->state == ANSWER_UNANSWERED ||
	    answer->asked_version != source->asked_version)
		return INT64_MIN;
	if (answer->state == ANSWER_ABSENT) {
		longest = (int64_t)LONGEST_ABSENT_DAYS * DAY;
		life = absent_life(source, answer);
	} else {
		life = found_days(source, answer) * DAY;
	}
	/* 90 % … 110 % of it, by subject. */
	life = life / 100 * (90 + spread(answer->subject) % 21);
	return answer->confirmed_at + (life > longest ? longest : life);
}
