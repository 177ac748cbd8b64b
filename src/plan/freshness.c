/* An answer and the time enter; whether it must be asked again leaves. */
#include "plan/plan.h"

enum { DAY = 86400, ABSENT_DAYS = 14, LONGEST_ABSENT_DAYS = 180 };

/* FNV-1a: only has to spread subjects evenly, and to stay the same. */
static uint32_t
spread(const char *subject)
{
	uint32_t hash = 2166136261u;

	for (; *subject != '\0'; subject++)
		hash = (hash ^ (unsigned char)*subject) * 16777619u;
	return hash;
}

bool
plan_is_fresh(const struct source *source, const struct answer *answer,
    int64_t now)
{
	int64_t life = (int64_t)source->fresh_days * DAY;

	if (answer->state == ANSWER_UNANSWERED
	    || answer->asked_version != source->asked_version
	    || answer->confirmed_at > now)
		return false;
	if (answer->state == ANSWER_ABSENT) {
		life = 2 * (answer->confirmed_at - answer->retrieved_at);
		if (life < (int64_t)ABSENT_DAYS * DAY)
			life = (int64_t)ABSENT_DAYS * DAY;
		if (life > (int64_t)LONGEST_ABSENT_DAYS * DAY)
			life = (int64_t)LONGEST_ABSENT_DAYS * DAY;
	}
	/* 90 % … 110 % of it, by subject. */
	life = life / 100 * (90 + spread(answer->subject) % 21);
	return now - answer->confirmed_at < life;
}
