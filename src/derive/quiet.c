/*
 * What a release was derived from enters; whether the next would be derived from the
 * same leaves, and then what asking and counting came to, and the works.
 *
 * A run hangs on this build and its libraries, the settings, the lists, who stands
 * where, the cache, the release before and the clock.  Whatever of it is not the same,
 * or cannot be told, makes the run one like any other.
 */
#include "derive/quiet.h"

#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/log.h"

enum { FORMAT = 2 };
#define HEAD     "quiet"
#define FINDINGS "data/findings.csv"

/* Numbers stand as this machine has them: the cache is of one. */
struct head {
	uint32_t format, size;
	uint8_t inputs[DIGEST_BYTES];
	struct cache_age age;
	int64_t asked_at, due; /* nothing was to be asked then, nor is before `due` */
	int64_t clock, until;  /* of the release; until 0: for ever */
	/* Of works.jsonl and history.csv; have they those of the release before, too? */
	char sums[2][DIGEST_TEXT];
	uint64_t is_settled;
	char findings[DIGEST_TEXT]; /* of the release before, and what was accepted */
	uint8_t accepts[DIGEST_BYTES], face[DIGEST_BYTES];
	/* Entries in scope, undated, older; works known, to be asked about. */
	uint64_t counts[5];
	uint64_t parts, tag, lanes;
};

/* What a lane came to; nothing in it points anywhere. */
struct lane_head {
	struct source_tally asked;
	struct release_source used;
};

static const char *const files[] = { "data/works.jsonl", "data/history.csv" };

static bool
are_settings(const struct session *session,
    void (*print)(const struct settings *, struct buffer *),
    const uint8_t digest[DIGEST_BYTES])
{
	uint8_t now[DIGEST_BYTES];

	quiet_digest_settings(session, print, now);
	return memcmp(now, digest, sizeof now) == 0;
}

static const char *
memo_name(const struct session *session, const char *what)
{
	return arena_join(session->arena, what, " of ", session_name(session), NULL);
}

static size_t
count_lanes(const struct session *session)
{
	size_t count = 0;

	for (const struct lane *lane = session->lanes; lane != NULL; lane = lane->next)
		count++;
	return count;
}

/* NULL: nothing is known, or it is of other inputs. */
static const struct head *
recall(const struct session *session, const struct reading *reading)
{
	uint8_t inputs[DIGEST_BYTES];
	const struct head *head;
	size_t length;

	if (session->cache == NULL)
		return NULL;
	head = (const void *)cache_memo(
	    session->cache, session->arena, memo_name(session, HEAD), &length);
	if (head == NULL || length < sizeof *head || head->format != FORMAT ||
	    head->size != sizeof *head || head->lanes != count_lanes(session) ||
	    length <= sizeof *head + head->lanes * sizeof(struct lane_head))
		return NULL;
	return quiet_digest_inputs(session, reading, inputs) &&
		memcmp(inputs, head->inputs, sizeof inputs) == 0
	    ? head
	    : NULL;
}

/* No answer was put since. */
static bool
is_of_age(const struct session *session, const struct head *head)
{
	const struct cache_age age = cache_age(session->cache);

	return memcmp(&age, &head->age, sizeof age) == 0;
}

bool
derive_is_asked(struct session *session, const struct reading *reading)
{
	const struct head *head = recall(session, reading);
	int64_t now = clock_now();
	const struct lane_head *lanes;

	if (head == NULL || !head->is_settled || !is_of_age(session, head) ||
	    head->due == 0 || now < head->asked_at || now >= head->due)
		return false;
	lanes = (const void *)(head + 1);
	log_info("nothing has changed since nothing was to be asked: nobody is");
	for (struct lane *lane = session->lanes; lane != NULL; lane = lane->next)
		lane->tally = lanes++->asked;
	session->tally.due = head->due;
	return true;
}

static bool
is_of_before(const struct maker *maker, const struct head *head)
{
	for (size_t i = 0; i < 2; i++) {
		const char *sum = maker->predecessor == NULL
		    ? NULL
		    : predecessor_sum(maker->predecessor, files[i]);

		if (sum == NULL || strcmp(sum, head->sums[i]) != 0)
			return false;
	}
	return true;
}

/* What of the release before is this one's. */
static const struct release_same *
same_of(const struct maker *maker, const struct head *head, bool works)
{
	const struct session *session = maker->session;
	const char *findings = predecessor_sum(maker->predecessor, FINDINGS);
	struct release_same *same = arena_alloc(session->arena, sizeof *same);

	*same = (struct release_same){ .works = works,
		.folder = predecessor_folder(maker->predecessor),
		.base = derive_recall(maker, DERIVE_BASE),
		.sums = (const char *)(head + 1) + head->lanes * sizeof(struct lane_head),
		.findings = findings != NULL && strcmp(findings, head->findings) == 0 &&
		    are_settings(session, settings_print_accepts, head->accepts),
		.face = are_settings(session, settings_print_face, head->face) };
	return same;
}

bool
quiet_recall(
    struct maker *maker, struct keeper *keeper, struct release_settings *settings)
{
	const struct head *head = recall(maker->session, maker->reading);
	int64_t clock = maker->session->clock;
	struct derived *derived = maker->derived;
	const struct lane_head *lanes;

	if (head == NULL || head->parts == 0 || clock < head->clock ||
	    !is_of_before(maker, head))
		return false;
	if (!head->is_settled || !is_of_age(maker->session, head) ||
	    (head->until != 0 && clock >= head->until) ||
	    !keeper_is_whole(maker, head->parts, head->tag)) {
		settings->same = same_of(maker, head, false);
		keeper_recall(keeper, head->parts, head->tag);
		return false;
	}
	log_info("nothing that a record hangs on has changed since the last release");
	keeper->parts = head->parts;
	keeper->tag = head->tag;
	keeper->until = head->until;
	keeper->is_recalled = true;
	derived->entries_in = head->counts[0];
	derived->entries_undated = head->counts[1];
	derived->entries_older = head->counts[2];
	derived->works_known = head->counts[3];
	derived->works_askable = head->counts[4];
	settings->same = same_of(maker, head, true);
	lanes = (const void *)(head + 1);
	for (size_t i = 0; i < derived->source_count; i++) {
		const struct release_source of = derived->sources[i];

		derived->sources[i] = lanes[i].used;
		derived->sources[i].source = of.source;
		derived->sources[i].origin = of.origin;
		derived->sources[i].lacks = false;
	}
	return true;
}

static void
fill_head(const struct maker *maker, const struct keeper *keeper, struct head *head)
{
	const struct session *session = maker->session;
	const struct derived *derived = maker->derived;

	head->format = FORMAT;
	head->size = sizeof *head;
	head->age = cache_age(session->cache);
	head->age.commits++; /* the one that this goes into */
	head->asked_at = session->started;
	head->due = session->tally.due;
	head->clock = session->clock;
	head->until = keeper->until;
	head->counts[0] = derived->entries_in;
	head->counts[1] = derived->entries_undated;
	head->counts[2] = derived->entries_older;
	head->counts[3] = derived->works_known;
	head->counts[4] = derived->works_askable;
	head->parts = keeper->parts;
	head->tag = keeper->tag;
	head->lanes = derived->source_count;
	quiet_digest_settings(session, settings_print_accepts, head->accepts);
	quiet_digest_settings(session, settings_print_face, head->face);
}

static void
add_lane(struct buffer *memo, const struct lane *lane, const struct release_source *used)
{
	struct lane_head head;

	memset(&head, 0, sizeof head);
	head.asked = lane->tally;
	head.used = *used;
	head.used.source = NULL;
	head.used.origin = NULL;
	buffer_add(memo, &head, sizeof head);
}

/*
 * Who added a work would derive another day of its coming: only what says the same as
 * the release before is known to do so again.  false: a sum is not known.
 */
static bool
add_sums(const struct maker *maker, struct release *release, struct head *head)
{
	const struct predecessor *p = maker->predecessor;
	const char *findings = p == NULL ? NULL : predecessor_sum(p, FINDINGS);

	head->is_settled = findings != NULL;
	for (size_t i = 0; i < 2; i++) {
		const char *sum = release_sum(release, files[i]);
		const char *before = p == NULL ? NULL : predecessor_sum(p, files[i]);

		if (sum == NULL)
			return false;
		head->is_settled &= before != NULL && strcmp(sum, before) == 0;
		memcpy(head->sums[i], sum, DIGEST_TEXT);
	}
	if (findings != NULL)
		memcpy(head->findings, findings, DIGEST_TEXT);
	return true;
}

void
quiet_remember(struct maker *maker, struct release *release, struct keeper *keeper)
{
	const struct session *session = maker->session;
	const struct lane *lane = session->lanes;
	struct head head;
	struct buffer memo;

	memset(&head, 0, sizeof head); /* what lies between, too */
	if (!add_sums(maker, release, &head) ||
	    !quiet_digest_inputs(session, maker->reading, head.inputs) ||
	    !keeper_close(keeper, maker))
		return;
	fill_head(maker, keeper, &head);
	buffer_init(&memo, 0);
	buffer_add(&memo, &head, sizeof head);
	for (size_t i = 0; i < maker->derived->source_count; i++, lane = lane->next)
		add_lane(&memo, lane, &maker->derived->sources[i]);
	release_sums(release, &memo);
	buffer_char(&memo, '\0');
	cache_put_memo(session->cache, memo_name(session, HEAD), memo.bytes, memo.length);
	buffer_free(&memo);
}
