/*
 * A row as a reference enters: who wrote it, when; where nobody knows it, or the
 * people or the day cannot be right, leaves.
 */
#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "findings/inside.h"
#include "model/source.h"

#define MOST_LISTED   64
#define MOST_SHOWN    20
#define LEAST_FAMILY  3  /* letters; initials are shared by many */
#define DAYS_TO_COME  62 /* programmes are printed before their conference */
#define MOST_COMPARED 300

static const char *
source_of(const struct record *record, const char *field)
{
	for (size_t i = 0; i < record->provenance_count; i++)
		if (strcmp(record->provenance[i].field, field) == 0)
			return record->provenance[i].source;
	return NULL;
}

/* Does any longer word of the one stand in the other?  Both folded. */
static bool
share_word(const char *one, const char *other)
{
	while (*one != '\0') {
		size_t length = strcspn(one, " ");

		for (const char *at = other; length >= LEAST_FAMILY && *at != '\0';
		     at += strcspn(at, " "), at += *at == ' ')
			if (strcspn(at, " ") == length && strncmp(at, one, length) == 0)
				return true;
		one += length;
		one += *one == ' ';
	}
	return false;
}

/* Where a person of the list stands among the record's; the count: nowhere. */
static size_t
place_of(const char *person, char *const *found, size_t count)
{
	size_t i = 0;

	while (i < count && !share_word(person, found[i]))
		i++;
	return i;
}

/* The list's people, folded; whether it says that there are more. */
static size_t
read_people(struct arena *arena, const char *text, const char **people, bool *more)
{
	size_t count = 0;

	*more = strstr(text, "...") != NULL || strstr(text, "\xe2\x80\xa6") != NULL;
	while (*text != '\0' && count < MOST_LISTED) {
		const char *folded = text_fold(
		    arena, claim_author_next(arena, &text, ",;"));

		if (strcmp(folded, "others") == 0 || strstr(folded, "et al") != NULL) {
			*more = true;
			folded = strcmp(folded, "others") == 0 ||
				strcmp(folded, "et al") == 0
			    ? ""
			    : folded;
		}
		/* "Roe, A.": initials are no person of their own. */
		for (const char *at = folded; *at != '\0';
		     at += strcspn(at, " "), at += *at == ' ')
			if (strcspn(at, " ") >= LEAST_FAMILY) {
				people[count++] = folded;
				break;
			}
	}
	return count;
}

static const char *
join_names(struct arena *arena, const struct record *record)
{
	const char *all = NULL;

	for (size_t i = 0; i < record->author_count && i < MOST_SHOWN; i++)
		all = all == NULL
		    ? record->authors[i].literal
		    : arena_printf(arena, "%s, %s", all, record->authors[i].literal);
	return record->author_count > MOST_SHOWN ? arena_printf(arena, "%s et al.", all)
						 : all;
}

static void
find_people(struct finding_draft *draft, const struct entry *entry)
{
	const struct record *record = draft->record;
	const char *people[MOST_LISTED], *source = source_of(record, "authors");
	struct finding finding = {
		.field = "authors", .given = entry->authors, .source = source
	};
	size_t count, missing = 0, ordered = 0, last = 0;
	const char *stranger = NULL;
	char **found;
	bool more;

	if (text_is_blank(entry->authors) || source == NULL ||
	    strcmp(source, "list") == 0 || record->author_count > MOST_COMPARED)
		return;
	found = arena_alloc(draft->arena, (record->author_count + 1) * sizeof *found);
	for (size_t i = 0; i < record->author_count; i++)
		found[i] = text_fold(draft->arena, record->authors[i].literal);
	count = read_people(draft->arena, entry->authors, people, &more);
	for (size_t i = 0; i < count; i++) {
		size_t place = place_of(people[i], found, record->author_count);

		if (place == record->author_count) {
			missing++;
			stranger = people[i];
		} else {
			ordered += place == i;
			last = place;
		}
	}
	finding.found = join_names(draft->arena, record);
	/* Nobody in common is told of the link. */
	if (missing == count)
		return;
	if (missing > 0) {
		finding.evidence = arena_printf(draft->arena,
		    "%s does not name %s among its %zu authors", source, stranger,
		    record->author_count);
		findings_add(draft, entry, "authors-differ", FINDING_DECIDE, finding);
	} else if (count > 1 && ordered == count && !more &&
	    last + 1 < record->author_count) {
		finding.evidence = arena_printf(draft->arena,
		    "the list names %zu authors and does not say \"et al.\", %s names "
		    "%zu",
		    count, source, record->author_count);
		findings_add(draft, entry, "authors-end-early", FINDING_NOTE, finding);
	}
}

/* Who was asked and has no such work; NULL: somebody knows it, or may. */
static const char *
who_does_not(const struct finding_draft *draft)
{
	const char *all = NULL;

	for (size_t i = 0; i < draft->input->witness_count; i++) {
		const struct witness *w = &draft->input->witnesses[i];
		bool artifact = w->id.value != NULL && identifier_is_artifact(w->id.kind);

		if (witness_is_believed(w) && !artifact)
			return NULL;
		if (w->outcome == OUTCOME_UNANSWERED && !artifact)
			return NULL;
		if ((w->outcome != OUTCOME_ABSENT && w->outcome != OUTCOME_AMBIGUOUS) ||
		    artifact ||
		    (all != NULL && strstr(all, w->source->service->name) != NULL))
			continue;
		all = all == NULL
		    ? w->source->service->name
		    : arena_printf(draft->arena, "%s, %s", all, w->source->service->name);
	}
	return all;
}

static void
find_unknown(struct finding_draft *draft, const struct entry *entry)
{
	const char *asked = draft->paper ? who_does_not(draft) : NULL;
	struct finding finding = { .field = "title", .given = entry->title };

	if (asked == NULL)
		return;
	finding.evidence = arena_printf(
	    draft->arena, "asked about it, and do not know it: %s", asked);
	findings_add(draft, entry, "nobody-knows-it", FINDING_NOTE, finding);
}

static void
find_future(struct finding_draft *draft, const struct entry *entry)
{
	struct finding finding = { .field = "date",
		.given = entry->date_raw != NULL ? entry->date_raw : entry->date };
	const struct record *record = draft->record;
	const char *source = source_of(record, "issued");
	int64_t first, last, from, to;

	if (!date_days(entry->date, &first, &last) || draft->input->clock == 0 ||
	    first <= draft->input->clock / 86400 + DAYS_TO_COME)
		return;
	/* Volumes are dated ahead, and then their registry says so, too. */
	if (source != NULL && strcmp(source, "list") != 0 &&
	    date_days(record->issued, &from, &to)) {
		if (to >= first)
			return;
		finding.found = record->issued;
		finding.source = source;
		finding.repair = strlen(entry->date) == 4
		    ? arena_text_n(draft->arena, record->issued, 4)
		    : NULL;
	}
	finding.evidence = arena_printf(
	    draft->arena, "%s is still to come", finding.given);
	findings_add(draft, entry, "date-in-future",
	    finding.repair != NULL ? FINDING_FIX : FINDING_DECIDE, finding);
}

void
findings_of_reference(struct finding_draft *draft, const struct entry *entry)
{
	find_unknown(draft, entry);
	find_people(draft, entry);
	find_future(draft, entry);
}
