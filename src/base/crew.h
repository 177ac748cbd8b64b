/*
 * The same work on many things, side by side.  Threads begin with the work and end with
 * it, so what runs between knows none: nobody else holds a lock, forks beside one, or
 * is shut in without it.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

enum { CREW_MOST = 8 };
/* How many work at once: ENRICH_THREADS, else the processors there are; 1 to CREW_MOST. */
size_t crew_size(void);
/* Does ENRICH_THREADS say something else than a number from 1 to CREW_MOST? */
bool crew_is_misnamed(void);
/*
 * work(context, i, who) for each i below `count`, in any order, by one of crew_size()
 * of them, who is below that; all is done on return.  What the work writes is its i's or
 * its who's own.  With one it is a loop.
 */
void crew_do(
    size_t count, void (*work)(void *context, size_t i, size_t who), void *context);
