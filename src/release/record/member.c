/* A row of the record's table and the thing it is of enter; what it says leaves. */
#include "release/record/member.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/clock.h"
#include "release/facts/facts.h"

static const void *
at(const struct member *member, const void *thing)
{
	return (const char *)thing + member->place;
}

static const char *
text_at(const struct member *member, const void *thing)
{
	return *(const char *const *)at(member, thing);
}

/* What a mention gives, as the record's `told` has it of all. */
static const char *
given_text(const struct entry *entry, enum told told)
{
	switch (told) {
	case TOLD_LISTS:
		return entry->list;
	case TOLD_LIST_VENUE:
		return entry->venue;
	case TOLD_LIST_LICENSE:
		return entry->license;
	case TOLD_SECTION:
		return entry->section;
	default:
		return facts_date_given(entry);
	}
}

static bool
said_before(const struct record *record, size_t end, enum told told, const char *text)
{
	for (size_t i = 0; i < end; i++) {
		const char *other = given_text(record->mentions[i], told);

		if (other != NULL && strcmp(other, text) == 0)
			return true;
	}
	return false;
}

static const char *
joined_text(struct arena *arena, struct buffer *joined)
{
	const char *text = joined->length == 0
	    ? NULL
	    : arena_text_n(arena, joined->bytes, joined->length);

	buffer_free(joined);
	return text;
}

/* What the mentions say, each text once. */
static const char *
join_given(struct arena *arena, const struct record *record, enum told told)
{
	struct buffer joined;
	const char *text;

	buffer_init(&joined, 0);
	for (size_t i = 0; i < record->mention_count; i++) {
		text = given_text(record->mentions[i], told);
		if (text == NULL || *text == '\0' || said_before(record, i, told, text))
			continue;
		if (joined.length > 0)
			buffer_text(&joined, "; ");
		buffer_text(&joined, text);
	}
	return joined_text(arena, &joined);
}

/* A URL holds no blank, so blanks may stand between links. */
static const char *
join_links(struct arena *arena, const struct entry *entry)
{
	struct buffer joined;

	buffer_init(&joined, 0);
	for (size_t i = 0; i < entry->link_count; i++) {
		if (i > 0)
			buffer_char(&joined, ' ');
		buffer_printf(&joined, "%s=", entry_roles[entry->links[i].role]);
		for (const char *u = entry->links[i].url; *u != '\0'; u++)
			if (*u == ' ' || *u == '\t' || *u == '\n')
				buffer_text(&joined, "%20");
			else
				buffer_char(&joined, *u);
	}
	return joined_text(arena, &joined);
}

static const char *
told_text(const struct telling *telling, enum told told, const void *thing)
{
	const struct entry *entry = thing; /* of a mention's */
	const struct record *record = thing;
	enum outcome outcome;

	switch (told) {
	case TOLD_NOTHING:
		break;
	case TOLD_WORK:
		return telling->record->id;
	case TOLD_DATE:
		return facts_date_given(entry);
	case TOLD_LINKS:
		return join_links(telling->arena, entry);
	case TOLD_ARTIFACT_CLASS:
		return license_class(((const struct artifact *)thing)->license);
	case TOLD_LICENSE_CLASS:
		return license_class(record->license);
	case TOLD_AUTHORS:
		return facts_authors(telling->arena, record);
	case TOLD_MODEL_LICENSES:
		return facts_licenses(telling->arena, record, "model");
	case TOLD_CODE_LICENSES:
		return facts_licenses(telling->arena, record, "code");
	case TOLD_LISTS:
	case TOLD_SECTION:
	case TOLD_LIST_VENUE:
	case TOLD_LIST_LICENSE:
	case TOLD_LIST_DATE:
		return join_given(telling->arena, record, told);
	case TOLD_OUTCOME:
		return facts_outcome(record, &outcome) ? answer_outcomes[outcome] : NULL;
	}
	return NULL;
}

const char *
member_text(const struct telling *telling, const struct member *member, const void *thing)
{
	int64_t instant;

	switch (member->kind) {
	case MEMBER_TEXT:
	case MEMBER_DATE:
	case MEMBER_DAY:
		return text_at(member, thing);
	case MEMBER_LETTERS:
		return at(member, thing);
	case MEMBER_INSTANT:
		instant = *(const int64_t *)at(member, thing);
		return instant == 0 ? NULL : clock_instant_text(telling->arena, instant);
	case MEMBER_DAY_OF:
		instant = *(const int64_t *)at(member, thing);
		return instant == 0 ? NULL : clock_date_text(telling->arena, instant);
	case MEMBER_IDENTIFIER:
		return record_identifier_value(
		    thing, (enum identifier_kind)member->place);
	case MEMBER_TOLD:
	case MEMBER_LIST:
		return told_text(telling, member->told, thing);
	case MEMBER_ID_KIND:
		return identifier_kind_name(
		    *(const enum identifier_kind *)at(member, thing));
	case MEMBER_WORD:
		return member->words[*(const unsigned *)at(member, thing)];
	case MEMBER_NUMBER:
	case MEMBER_COUNT:
	case MEMBER_YEAR:
	case MEMBER_FLAG:
	case MEMBER_CONFIDENCE:
	case MEMBER_VERSION:
		break;
	}
	assert(!"a text");
	return NULL;
}

bool
member_number(const struct member *member, const void *thing, int64_t *number)
{
	if (member->kind == MEMBER_COUNT) {
		*number = *(const int64_t *)at(member, thing);
		return *number >= 0;
	}
	*number = member->kind == MEMBER_VERSION ? RECORD_VERSION
	    : member->kind == MEMBER_YEAR        ? facts_year(thing)
						 : *(const int *)at(member, thing);
	return *number != 0;
}

double
member_confidence(const struct member *member, const void *thing)
{
	return *(const double *)at(member, thing);
}

enum tri
member_flag(const struct member *member, const void *thing)
{
	return *(const enum tri *)at(member, thing);
}

size_t
member_count(const struct member *member, const void *thing)
{
	return *(const size_t *)(const void *)((const char *)thing + member->count_place);
}

const void *
member_element(const struct member *member, const void *thing, size_t n)
{
	const char *first = *(const char *const *)at(member, thing);
	const void *element = first + n * member->of->size;

	return member->of->by_pointer ? *(const void *const *)element : element;
}

void
member_take(const struct member *member, void *thing, const char *text)
{
	void *place = (char *)thing + member->place;

	switch (member->kind) {
	case MEMBER_TEXT:
	case MEMBER_DATE:
	case MEMBER_DAY:
		*(const char **)place = text;
		break;
	case MEMBER_NUMBER:
		*(unsigned *)place = text == NULL ? 0 : (unsigned)strtoul(text, NULL, 10);
		break;
	default:
		break;
	}
}

const struct member_type *
member_type(const struct member *member)
{
	static const struct member_type text = { "string", "string", "string", NULL },
					number = { "integer", "integer", "int64", NULL },
					count = { "integer", "integer", "int64",
						"\"minimum\": 0" },
					date = { "string", "string", "string",
						"\"pattern\": \"^[0-9]{4}(-[0-9]{2}"
						"(-[0-9]{2})?)?$\"" },
					day = { "date", "string", "string",
						"\"format\": \"date\"" },
					instant = { "datetime", "string", "string",
						"\"format\": \"date-time\"" },
					flag = { "boolean", "boolean", "bool", NULL },
					sure = { "number", "number", "float64",
						"\"minimum\": 0, \"maximum\": 1" };

	switch (member->kind) {
	case MEMBER_NUMBER:
	case MEMBER_YEAR:
	case MEMBER_VERSION:
		return &number;
	case MEMBER_COUNT:
		return &count;
	case MEMBER_DATE:
		return &date;
	case MEMBER_DAY:
	case MEMBER_DAY_OF:
		return &day;
	case MEMBER_INSTANT:
		return &instant;
	case MEMBER_FLAG:
		return &flag;
	case MEMBER_CONFIDENCE:
		return &sure;
	default:
		return &text;
	}
}
