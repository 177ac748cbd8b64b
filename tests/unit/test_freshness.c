/* Freshness over many subjects and ages: what holds for each of them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "plan/plan.h"
#include "within.h"

enum { DAY = 86400, SUBJECTS = 20000 };

#define NOW INT64_C(1800000000) /* 2027-01-15 */

static const struct source counts = {
	.name = "counts", .fresh_days = 6, .asked_version = 2
};
static const struct source license = {
	.name = "license", .fresh_days = 30, .asked_version = 2
};
static const struct source record = {
	.name = "record", .fresh_days = 90, .asked_version = 2
};
static const struct source search = {
	.name = "search", .fresh_days = 180, .asked_version = 2, .doubt_days = 2
};

static bool
is_fresh(const struct source *source, const struct answer *answer, int64_t now)
{
	return now < plan_stale_at(source, answer);
}

static char subject[40];

static const char *
subject_of(unsigned n)
{
	snprintf(
	    subject, sizeof subject, "arxiv:%04u.%05u", 2001 + n % 90, n * 7919 % 100000);
	return subject;
}

static struct answer
found_at(unsigned n, int64_t instant)
{
	return (struct answer){ .state = ANSWER_FOUND,
		.subject = subject_of(n),
		.asked_version = 2,
		.retrieved_at = instant,
		.confirmed_at = instant };
}

/* Whatever the subject, life is in [least, most], and uses all of it. */
static void
check_life(const struct source *source, struct answer like, double days)
{
	int64_t shortest = INT64_MAX, longest = 0;

	for (unsigned n = 0; n < SUBJECTS; n++) {
		int64_t life;
		like.subject = subject_of(n);
		life = plan_stale_at(source, &like) - like.confirmed_at;
		assert_true(life >= (int64_t)(days * 0.9 * DAY) - 100);
		assert_true(life <= (int64_t)(days * 1.1 * DAY) + 100);
		shortest = life < shortest ? life : shortest;
		longest = life > longest ? life : longest;
	}
	assert_true(longest - shortest > (int64_t)(days * 0.15 * DAY));
}

static void
test_a_weekly_run_finds_counts_stale(void **state)
{
	(void)state;
	check_life(&counts, found_at(0, NOW), 6);
	for (unsigned n = 0; n < SUBJECTS; n++) {
		struct answer answer = found_at(n, NOW);
		/* A minute early, and an hour for a change of summer time. */
		assert_false(is_fresh(&counts, &answer, NOW + 7 * DAY - 3660));
		assert_true(is_fresh(&counts, &answer, NOW + 5 * DAY));
		assert_true(is_fresh(&counts, &answer, NOW));
	}
}

static void
test_freshness_ends_once(void **state)
{
	(void)state;
	for (unsigned n = 0; n < 500; n++) {
		struct answer answer = found_at(n, NOW);
		bool fresh = true;
		for (int64_t age = 0; age < 8 * DAY; age += 1801) {
			bool is = is_fresh(&counts, &answer, NOW + age);
			assert_true(fresh || !is);
			fresh = is;
		}
		assert_false(fresh);
	}
}

static void
test_subjects_turn_stale_evenly(void **state)
{
	unsigned stale = 0;

	(void)state;
	for (unsigned n = 0; n < SUBJECTS; n++) {
		struct answer answer = found_at(n, NOW);
		stale += !is_fresh(&record, &answer, NOW + 90 * DAY);
	}
	assert_within(stale, SUBJECTS * 4 / 10, SUBJECTS * 6 / 10);
}

static struct answer
paper(const char *first_public, struct identifier *id)
{
	static struct claim claim;
	struct answer answer = found_at(0, NOW);

	claim = (struct claim){ .field = FIELD_FIRST_PUBLIC, .text = first_public };
	answer.brief_version = 1;
	answer.brief = (struct brief){ .kind = BRIEF_PAPER,
		.ids = id,
		.id_count = 1,
		.claims = &claim,
		.claim_count = first_public != NULL };
	return answer;
}

static void
test_preprints_are_asked_sooner(void **state)
{
	struct identifier arxiv = { IDENTIFIER_ARXIV, "2611.00001" };
	struct identifier own = { IDENTIFIER_DOI, "10.48550/arxiv.2611.00001" };
	struct identifier journal = { IDENTIFIER_DOI, "10.1093/bib/bbac409" };
	struct answer answer;

	(void)state;
	check_life(&record, paper("2026-11-20", &arxiv), 14);
	check_life(&record, paper("2026-11", &own), 14);
	check_life(&record, paper(NULL, &arxiv), 14);
	check_life(&record, paper("2024-11-20", &arxiv), 30);
	check_life(&record, paper("2024-11-20", &journal), 90);
	check_life(&record, paper("2026-11-20", &journal), 90);
	/* Counts move whether it is published or not. */
	check_life(&counts, paper("2026-11-20", &arxiv), 6);
	check_life(&counts, paper("2024-11-20", &journal), 6);
	/* A licence is no record of a paper. */
	answer = paper("2026-11-20", &arxiv);
	answer.brief.kind = BRIEF_LICENSE;
	check_life(&license, answer, 30);
}

/* Asked as soon as it is stale, an absence is asked ever more seldom. */
static void
test_absences_double(void **state)
{
	(void)state;
	for (unsigned n = 0; n < 500; n++) {
		struct answer answer = found_at(n, NOW);
		int64_t before = 0;
		answer.state = ANSWER_ABSENT;
		for (unsigned times = 0; times < 8; times++) {
			int64_t life = plan_stale_at(&record, &answer) -
			    answer.confirmed_at;
			double wanted = times > 3 ? 180 : 14 << times;
			/* ± 10 % of it; each time anew. */
			assert_true((double)life >= wanted * 0.75 * DAY);
			assert_true((double)life <= wanted * 1.30 * DAY);
			assert_true(life >= before);
			assert_true(life <= (int64_t)180 * DAY);
			before = life;
			answer.confirmed_at += life;
		}
	}
}

/* Where one look proves little, two do. */
static void
test_a_doubtful_absence_is_asked_soon(void **state)
{
	struct answer answer = found_at(0, NOW);

	(void)state;
	answer.state = ANSWER_ABSENT;
	check_life(&search, answer, 2);
	for (unsigned n = 0; n < 500; n++) {
		answer = found_at(n, NOW);
		answer.state = ANSWER_ABSENT;
		answer.confirmed_at += 7 * DAY;
		assert_true(is_fresh(&search, &answer, answer.confirmed_at + 18 * DAY));
	}
	check_life(&search, found_at(0, NOW), 180);
}

static void
test_what_is_never_fresh(void **state)
{
	(void)state;
	for (unsigned n = 0; n < 500; n++) {
		struct answer answer = found_at(n, NOW);
		answer.asked_version = 1;
		assert_false(is_fresh(&counts, &answer, NOW));
		answer.asked_version = 2;
		answer.state = ANSWER_UNANSWERED;
		assert_false(is_fresh(&counts, &answer, NOW));
		answer.state = ANSWER_ABSENT;
		answer.retrieved_at = NOW + 900 * DAY;
		assert_true(is_fresh(&counts, &answer, NOW));
		assert_false(is_fresh(&counts, &answer, NOW + 16 * DAY));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_weekly_run_finds_counts_stale),
		cmocka_unit_test(test_freshness_ends_once),
		cmocka_unit_test(test_subjects_turn_stale_evenly),
		cmocka_unit_test(test_preprints_are_asked_sooner),
		cmocka_unit_test(test_absences_double),
		cmocka_unit_test(test_a_doubtful_absence_is_asked_soon),
		cmocka_unit_test(test_what_is_never_fresh),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
