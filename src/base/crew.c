/* Work on many things enters; it is done by several threads, or by one, when it leaves. */
#include "base/crew.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

struct crew {
	void (*work)(void *context, size_t i, size_t who);
	void *context;
	size_t count;
	atomic_size_t next, hands; /* the next thing; who came */
};

/* More than there are processors gain nothing; those of a container count. */
static size_t
processors(void)
{
	cpu_set_t set;
	int count = sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 1;

	return count < 1 ? 1 : count > CREW_MOST ? CREW_MOST : (size_t)count;
}

/* 0: nobody says how many; CREW_MOST + 1: it is no such number. */
static size_t
said(void)
{
	const char *text = getenv("ENRICH_THREADS");
	bool digit = text != NULL && text[0] >= '1' && text[0] <= '0' + CREW_MOST;

	return text == NULL || *text == '\0' ? 0
	    : digit && text[1] == '\0'       ? (size_t)(text[0] - '0')
					     : CREW_MOST + 1;
}

bool
crew_is_misnamed(void)
{
	return said() > CREW_MOST;
}

size_t
crew_size(void)
{
	return said() == 0 || crew_is_misnamed() ? processors() : said();
}

static void *
take_part(void *given)
{
	struct crew *crew = given;
	size_t who = atomic_fetch_add(&crew->hands, 1), i;

	while ((i = atomic_fetch_add(&crew->next, 1)) < crew->count)
		crew->work(crew->context, i, who);
	return NULL;
}

void
crew_do(size_t count, void (*work)(void *context, size_t i, size_t who), void *context)
{
	struct crew crew = { work, context, count, 0, 0 };
	size_t size = crew_size(), begun = 0;
	pthread_t threads[CREW_MOST];

	if (size == 1 || count < 2) {
		for (size_t i = 0; i < count; i++)
			work(context, i, 0);
		return;
	}
	/* Where the system gives none, who is there does it all. */
	while (begun + 1 < size && begun + 1 < count &&
	    pthread_create(&threads[begun], NULL, take_part, &crew) == 0)
		begun++;
	take_part(&crew);
	while (begun > 0)
		pthread_join(threads[--begun], NULL);
}
