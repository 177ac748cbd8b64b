/*
 * Wishes whose answers are known enter; wishes for what those teach leave, as
 * far as they were judged to be about the entry.
 */
#include "ask/inside.h"
#include "base/arena.h"

/* Is the identifier, as far as is known, one that this source knows as the entry's? */
static bool
is_known_there(struct asker *asker, struct arena *scratch, const struct source *source,
    struct identifier id, const struct entry *entry)
{
	const struct known *known = evidence_known(asker->evidence, scratch, source, id);
	struct opinion opinion;

	if (!known->witness.has_answer)
		return known->witness.outcome != OUTCOME_ABSENT;
	opinion = evidence_opinion(asker->evidence, scratch, known, entry, false);
	return opinion_is_accepted(&opinion);
}

/* The entry names something this source could be asked about directly, and that does
 * not lead nowhere. */
static bool
names_one(struct asker *asker, struct arena *scratch, const struct entry *entry,
    const struct source *source)
{
	for (size_t i = 0; i < entry->identifier_count; i++)
		if (!entry->identifiers[i].wrong &&
		    identifier_is_paper(entry->identifiers[i].id.kind) &&
		    evidence_accepts(source, entry->identifiers[i].id.kind) &&
		    is_known_there(
			asker, scratch, source, entry->identifiers[i].id, entry))
			return true;
	return false;
}

/* An identifier the entry does not name, learned from `teacher`. */
static void
wish_for_learned(struct asker *asker, struct arena *scratch, const struct source *teacher,
    struct identifier id, const struct entry *entry)
{
	for (struct lane *lane = asker->session->lanes; lane != NULL; lane = lane->next)
		if (lane->source != teacher && lane->source->fills == 0 &&
		    evidence_accepts(lane->source, id.kind) &&
		    !names_one(asker, scratch, entry, lane->source))
			ask_wish(asker, lane, id, entry);
}

/*
 * A card whose licence asks for nothing: whether its base model's does is a
 * question worth asking.
 */
static void
wish_for_bases(struct asker *asker, const struct source *source, struct arena *scratch,
    const struct brief *brief)
{
	const char *expression, *text = brief_text(brief, FIELD_LICENSE);
	struct identifier base;

	if ((asker->session->needs & FIELD_BIT(FIELD_LICENSE)) == 0 ||
	    brief_text(brief, FIELD_BASE_MODEL) == NULL ||
	    license_read(scratch, source->license_in, text, &expression) !=
		LICENSE_STATED ||
	    (license_terms(expression) &
		(LICENSE_NO_COMMERCE | LICENSE_USE_LIMITS | LICENSE_OWN_TERMS)) != 0)
		return;
	for (size_t i = 0; claim_base_model(
		 asker->session->arena, brief_text(brief, FIELD_BASE_MODEL), i, &base);
	     i++)
		ask_wish(asker, session_lane(asker->session, source), base, NULL);
}

static void
note_turned(struct asker *asker, const struct entry *entry)
{
	if (asker->hears_again)
		return;
	asker->turned = arena_push(asker->arena, asker->turned, asker->turned_count,
	    sizeof(const struct entry *));
	asker->turned[asker->turned_count++] = entry;
}

/* An identifier of the list that leads nowhere: the title is searched for. */
static void
search_instead(struct asker *asker, struct identifier id, const struct entry *entry)
{
	entry = entry_as_read(entry);
	for (size_t i = 0; i < entry->identifier_count; i++)
		if (identifier_equal(entry->identifiers[i].id, id)) {
			note_turned(asker, entry);
			ask_title(asker, entry);
			return;
		}
}

/* Judged for each entry that wants it. */
static void
learn(struct asker *asker, const struct wish *wish)
{
	const struct source *teacher = wish->question.source;
	struct arena *scratch = arena_new();
	const struct known *known = evidence_known(
	    asker->evidence, scratch, teacher, wish->question.id);
	const struct brief *brief = &known->witness.answer.brief;

	for (size_t e = 0; known->witness.has_answer && e < wish->entry_count; e++) {
		const struct entry *entry = wish->entries[e];
		struct opinion opinion = evidence_opinion(
		    asker->evidence, scratch, known, entry, false);
		if (!opinion_is_accepted(&opinion)) {
			search_instead(asker, wish->question.id, entry);
			continue;
		}
		wish_for_bases(asker, teacher, scratch, brief);
		for (size_t i = 0; i < brief->id_count; i++) {
			struct identifier id = { brief->ids[i].kind,
				arena_text(asker->arena, brief->ids[i].value) };
			wish_for_learned(asker, scratch, teacher, id, entry);
		}
	}
	arena_free(scratch);
}

static void
settle(struct asker *asker, const struct wish *wish)
{
	enum identifier_kind kind = wish->question.id.kind;

	if (kind == IDENTIFIER_TITLE)
		for (size_t e = 0; e < wish->entry_count; e++)
			ask_title(asker, wish->entries[e]);
	else if (!wish->found)
		for (size_t e = 0; e < wish->entry_count; e++)
			search_instead(asker, wish->question.id, wish->entries[e]);
	/* A model teaches no identifier, but what it was made from. */
	else if (wish->question.source->teaches != 0 || kind == IDENTIFIER_HF_MODEL)
		learn(asker, wish);
}

void
ask_settle(struct asker *asker)
{
	while (asker->due != NULL) {
		struct wish *wish = asker->due;

		asker->due = wish->next_due;
		if (asker->due == NULL)
			asker->last_due = NULL;
		/* An entry that comes now is heard anew. */
		wish->is_due = false;
		settle(asker, wish);
	}
}

void
ask_hear_turned(struct asker *asker)
{
	struct arena *scratch = arena_new();

	asker->hears_again = true;
	while (asker->turned_heard < asker->turned_count) {
		const struct entry *entry = evidence_lead(
		    asker->evidence, scratch, asker->turned[asker->turned_heard++]);
		for (size_t i = 0; i < entry->identifier_count; i++)
			for (struct lane *lane = asker->session->lanes; lane != NULL;
			     lane = lane->next)
				if (lane->source->teaches != 0 &&
				    lane->source->fills == 0 &&
				    !entry->identifiers[i].wrong &&
				    evidence_accepts(
					lane->source, entry->identifiers[i].id.kind))
					ask_wish(
					    asker, lane, entry->identifiers[i].id, entry);
		ask_settle(asker);
	}
	asker->hears_again = false;
	arena_free(scratch);
}
