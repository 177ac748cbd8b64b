/*
 * Identifiers and the cache enter; witnesses leave, each read but once.
 */
#include "evidence/evidence.h"

#include <string.h>

#include "base/arena.h"
#include "evidence/inside.h"
#include "model/source.h"

enum {
	LARGE = 32 << 20, /* bytes, before what is known is let rest at times */
	MOST = 512 << 20, /* … before nothing more is kept: it is read again */
};

/* What is known of an identifier, source by source. */
struct held {
	const char *subject;
	struct identifier id;        /* as it was spelled at first */
	const struct known *known[]; /* of each lane; NULL: to be read (anew) */
};

bool
view_has_room(const struct evidence *evidence)
{
	return arena_used(evidence->arena) < MOST;
}

bool
view_is_large(const struct evidence *evidence)
{
	return arena_used(evidence->arena) > LARGE;
}

/* A found answer must have a brief; an old reader's is made anew. */
static bool
has_brief(struct arena *arena, const struct source *source, struct answer *answer)
{
	if (answer->brief_version != 0)
		return true;
	if (answer->body == NULL || !source->brief(answer, arena, &answer->brief))
		return false;
	answer->brief_version = source->brief_version;
	return true;
}

static void
know_absence(struct arena *arena, const struct cache_seen *seen, struct known *known)
{
	struct witness *w = &known->witness;
	struct answer *absence = arena_alloc(arena, sizeof *absence);

	*absence = seen->newest;
	known->newest = absence;
	w->outcome = OUTCOME_ABSENT;
	/* An absence after a find erases nothing. */
	w->gone = seen->has_found;
	w->answer = seen->has_found ? seen->found : seen->newest;
	w->has_answer = w->gone && has_brief(arena, w->source, &w->answer);
}

static void
know_find(struct arena *arena, const struct cache_seen *seen, struct known *known)
{
	struct witness *w = &known->witness;

	w->answer = seen->newest;
	w->has_answer = has_brief(arena, w->source, &w->answer);
	w->outcome = w->has_answer ? OUTCOME_FOUND : OUTCOME_UNANSWERED;
	known->newest = &w->answer;
}

/* An identifier of a kind that one reply no longer names stays until another does not
 * name it, either: what others say of the work hangs on it. */
static void
keep_ids(struct arena *arena, struct brief *now, const struct brief *before)
{
	size_t count = now->id_count;
	struct identifier *ids = arena_alloc(
	    arena, (count + before->id_count + 1) * sizeof *ids);

	if (count > 0)
		memcpy(ids, now->ids, count * sizeof *ids);
	for (size_t i = 0; i < before->id_count; i++) {
		bool named = false;

		for (size_t k = 0; k < now->id_count; k++)
			named |= now->ids[k].kind == before->ids[i].kind;
		if (!named)
			ids[count++] = before->ids[i];
	}
	now->ids = ids;
	now->id_count = count;
}

static void
read_cache(const struct evidence *evidence, struct arena *arena, const char *subject,
    int64_t as_of, struct known *known)
{
	struct witness *w = &known->witness;
	struct cache_seen seen;

	w->outcome = OUTCOME_NOT_ASKED;
	if (evidence->session->cache == NULL)
		return;
	cache_look(evidence->session->cache, arena,
	    session_lane(evidence->session, w->source)->origin, w->source->name, subject,
	    as_of, w->source->brief_version, &seen);
	if (seen.attempted_at != 0)
		w->outcome = OUTCOME_UNANSWERED;
	w->asked_at = seen.attempted_at;
	if (!seen.answered)
		return;
	w->carried = seen.attempted_at > seen.newest.confirmed_at;
	w->asked_at = seen.newest.confirmed_at;
	if (seen.newest.state == ANSWER_ABSENT)
		know_absence(arena, &seen, known);
	else
		know_find(arena, &seen, known);
	/* What came only once is not yet sure: merge/ can hold back what fell. */
	if (w->has_answer && seen.has_before) {
		struct answer *old = arena_alloc(arena, sizeof *old);

		*old = seen.before;
		w->before = has_brief(arena, w->source, old) ? old : NULL;
		if (w->before != NULL)
			keep_ids(arena, &w->answer.brief, &w->before->brief);
	}
}

static struct held *
look_up(struct evidence *evidence, const char *subject, uint64_t hash)
{
	struct held *held;
	size_t at = 0;

	while ((held = table_next(&evidence->held, hash, &at)) != NULL)
		if (strcmp(held->subject, subject) == 0)
			return held;
	return NULL;
}

/* Mostly the one that was looked at last: lane by lane. */
static struct held *
hold(struct evidence *evidence, struct identifier id)
{
	struct held *held = evidence->last;
	const char *subject;
	size_t lanes = 0;
	uint64_t hash;

	if (held != NULL && held->id.kind == id.kind &&
	    strcmp(held->id.value, id.value) == 0)
		return held;
	arena_reset(evidence->scratch);
	subject = identifier_key(evidence->scratch, id);
	hash = table_hash(TABLE_HASH, subject, strlen(subject));
	held = look_up(evidence, subject, hash);
	if (held == NULL && view_has_room(evidence)) {
		for (const struct lane *lane = evidence->session->lanes; lane != NULL;
		     lane = lane->next)
			lanes++;
		held = arena_alloc(
		    evidence->arena, sizeof *held + lanes * sizeof *held->known);
		held->subject = arena_text(evidence->arena, subject);
		held->id = (struct identifier){ id.kind,
			arena_text(evidence->arena, id.value) };
		table_add(&evidence->held, hash, held);
	}
	if (held != NULL)
		evidence->last = held;
	return held;
}

static size_t
lane_number(const struct evidence *evidence, const struct source *source)
{
	size_t number = 0;

	for (const struct lane *lane = evidence->session->lanes; lane->source != source;
	     lane = lane->next)
		number++;
	return number;
}

/* Of one source and kind all of which nothing is known are alike. */
static const struct known *
nothing_known(
    struct evidence *evidence, const struct source *source, enum identifier_kind kind)
{
	uint64_t hash = table_hash(
	    table_hash(TABLE_HASH, &source, sizeof source), &kind, sizeof kind);
	struct known *known;
	size_t at = 0;

	while ((known = table_next(&evidence->nothing, hash, &at)) != NULL)
		if (known->witness.source == source && known->witness.id.kind == kind)
			return known;
	known = arena_alloc(evidence->arena, sizeof *known);
	known->is_kept = true;
	known->witness.source = source;
	known->witness.id.kind = kind;
	known->witness.outcome = OUTCOME_NOT_ASKED;
	table_add(&evidence->nothing, hash, known);
	return known;
}

static const struct known *
read_kept(struct evidence *evidence, const struct source *source, const char *subject,
    struct identifier id)
{
	struct known *known = evidence->spare;

	if (known == NULL)
		known = arena_alloc(evidence->arena, sizeof *known);
	*known = (struct known){ .is_kept = true, .about.kind = id.kind };
	known->witness.source = source;
	known->witness.id.kind = id.kind;
	read_cache(evidence, evidence->arena, subject, evidence->session->settings->as_of,
	    known);
	evidence->spare = known->witness.asked_at == 0 ? known : NULL;
	if (evidence->spare != NULL)
		return nothing_known(evidence, source, id.kind);
	known->about.value = arena_text(evidence->arena, id.value);
	return known;
}

const struct known *
evidence_known(struct evidence *evidence, struct arena *arena,
    const struct source *source, struct identifier id)
{
	size_t number = lane_number(evidence, source);
	struct held *held = hold(evidence, id);

	if (held != NULL && held->known[number] != NULL)
		return held->known[number];
	if (held == NULL || !view_has_room(evidence))
		return evidence_known_at(
		    evidence, arena, source, id, evidence->session->settings->as_of);
	held->known[number] = read_kept(evidence, source, held->subject, id);
	return held->known[number];
}

const struct known *
evidence_known_at(struct evidence *evidence, struct arena *arena,
    const struct source *source, struct identifier id, int64_t as_of)
{
	struct known *known = arena_alloc(arena, sizeof *known);

	known->witness.source = source;
	known->witness.id.kind = id.kind;
	known->about = (struct identifier){ id.kind, arena_text(arena, id.value) };
	read_cache(evidence, arena, identifier_key(arena, id), as_of, known);
	return known;
}

void
evidence_forget(struct evidence *evidence, const struct answer *put)
{
	struct held *held;
	size_t number = 0;

	evidence->works = NULL;
	evidence->age++;
	held = look_up(evidence, put->subject,
	    table_hash(TABLE_HASH, put->subject, strlen(put->subject)));
	for (const struct lane *lane = evidence->session->lanes;
	     held != NULL && lane != NULL; lane = lane->next, number++)
		if (strcmp(lane->source->name, put->source) == 0)
			held->known[number] = NULL;
}
