/*
 * Entries in scope and answers enter, wishes leave: what the lists name, and
 * what an answer that was judged to be about the entry teaches.
 */
#include "ask/inside.h"
#include "base/arena.h"

/* The entry names something this source could be asked about directly. */
static bool
names_one(const struct entry *entry, const struct source *source)
{
	for (size_t i = 0; i < entry->identifier_count; i++)
		if (!entry->identifiers[i].wrong &&
		    identifier_is_paper(entry->identifiers[i].id.kind) &&
		    evidence_accepts(source, entry->identifiers[i].id.kind))
			return true;
	return false;
}

static bool
is_open(const struct wish *wish)
{
	return wish->state == WISH_QUEUED || wish->state == WISH_SENT;
}

/* What a title search said is heard by ask_title itself. */
static void
settle_known(struct asker *asker, struct wish *wish)
{
	if (wish->question.id.kind != IDENTIFIER_TITLE)
		ask_settle(asker, wish);
}

bool
ask_wish(struct asker *asker, size_t s, struct identifier id, const struct entry *entry)
{
	struct run *run = asker->run;
	bool is_new;
	struct wish *wish = plan_wish(asker->plan, s, id, entry, &is_new);

	if (!is_new) {
		/* A settled wish teaches the entry that came later too. */
		if (wish->state == WISH_FRESH || wish->state == WISH_ANSWERED ||
		    wish->state == WISH_NOT_ASKED)
			settle_known(asker, wish);
		return is_open(wish);
	}
	run->asking[s].wanted++;
	run->asking[s].titles += id.kind == IDENTIFIER_TITLE;
	ask_know(asker, s, wish);
	if (wish->state == WISH_FRESH) {
		run->asking[s].fresh++;
		settle_known(asker, wish);
	} else if (run->skipped[s]) {
		/* What was found once is still used. */
		wish->state = WISH_NOT_ASKED;
		run->asking[s].why_not = "skipped";
		settle_known(asker, wish);
	} else {
		plan_queue(asker->plan, wish);
		return true;
	}
	return is_open(wish);
}

/* An identifier the entry does not name, learned from `teacher`. */
static void
wish_for_learned(
    struct asker *asker, size_t teacher, struct identifier id, const struct entry *entry)
{
	for (size_t s = 0; s < asker->run->source_count; s++) {
		const struct source *source = asker->run->sources[s];
		if (s == teacher || source->fills != 0 ||
		    !evidence_accepts(source, id.kind) || names_one(entry, source))
			continue;
		ask_wish(asker, s, id, entry);
	}
}

static size_t
index_of(const struct run *run, const struct source *source)
{
	size_t s = 0;

	while (run->sources[s] != source)
		s++;
	return s;
}

/*
 * A card whose licence asks for nothing: whether its base model's does is a
 * question worth asking.
 */
static void
wish_for_bases(
    struct asker *asker, size_t s, struct arena *scratch, const struct brief *brief)
{
	const char *expression, *text = brief_text(brief, FIELD_LICENSE);
	struct identifier base;

	if (brief_text(brief, FIELD_BASE_MODEL) == NULL ||
	    license_read(scratch, asker->run->sources[s]->license_in, text,
		&expression) != LICENSE_STATED ||
	    (license_terms(expression) &
		(LICENSE_NO_COMMERCE | LICENSE_USE_LIMITS | LICENSE_OWN_TERMS)) != 0)
		return;
	for (size_t i = 0; claim_base_model(
		 asker->run->arena, brief_text(brief, FIELD_BASE_MODEL), i, &base);
	     i++)
		ask_wish(asker, s, base, NULL);
}

void
ask_settle(struct asker *asker, struct wish *wish)
{
	struct run *run = asker->run;
	size_t teacher = index_of(run, wish->question.source);
	struct arena *scratch;
	const struct known *known;

	if (wish->question.id.kind == IDENTIFIER_TITLE) {
		for (size_t e = 0; e < wish->entry_count; e++)
			ask_title(asker, wish->entries[e]);
		return;
	}
	/* A model teaches no identifier, but what it was made from. */
	if (!wish->found ||
	    (wish->question.source->teaches == 0 &&
		wish->question.id.kind != IDENTIFIER_HF_MODEL))
		return;
	scratch = arena_new();
	known = evidence_known(
	    run->evidence, scratch, wish->question.source, wish->question.id);
	for (size_t e = 0; known->witness.has_answer && e < wish->entry_count; e++) {
		const struct entry *entry = wish->entries[e];
		const struct brief *brief = &known->witness.answer.brief;
		struct opinion opinion = evidence_opinion(
		    run->evidence, scratch, known, entry, false);
		if (!opinion_is_accepted(&opinion))
			continue;
		wish_for_bases(asker, teacher, scratch, brief);
		for (size_t i = 0; i < brief->id_count; i++) {
			struct identifier id = { brief->ids[i].kind,
				arena_text(asker->arena, brief->ids[i].value) };
			wish_for_learned(asker, teacher, id, entry);
		}
	}
	arena_free(scratch);
}

static void
wish_for_entry(struct asker *asker, const struct entry *entry)
{
	const struct run *run = asker->run;

	for (size_t i = 0; i < entry->identifier_count; i++) {
		const struct entry_identifier *named = &entry->identifiers[i];
		for (size_t s = 0; s < run->source_count && !named->wrong; s++)
			if (run->sources[s]->fills == 0 &&
			    evidence_accepts(run->sources[s], named->id.kind))
				ask_wish(asker, s, named->id, entry);
	}
	ask_title(asker, entry);
}

static bool
is_anything_queued(const struct asker *asker)
{
	for (size_t s = 0; s < asker->run->source_count; s++)
		if (plan_queued(asker->plan, s) > 0)
			return true;
	return false;
}

void
ask_wish_all(struct asker *asker)
{
	struct run *run = asker->run;
	const struct works *works = evidence_works(
	    run->evidence, run->lists, run->list_count, run->arena);
	struct arena *arena = arena_new();
	struct arena *scratch = arena_new();
	bool *gaps = arena_alloc(arena, works_count(works) + 1);

	for (size_t w = 0; w < works_count(works); w++) {
		const struct work *work = works_at(works, w);
		struct witness *witnesses;
		size_t count = evidence_about(run->evidence, scratch, work, &witnesses);
		if (join_scope(work, run->settings->since,
			evidence_date(witnesses, count)) != SCOPE_OLDER) {
			for (size_t e = 0; e < work->entry_count; e++)
				wish_for_entry(asker, work->entries[e]);
			gaps[w] = ask_has_gap(run, scratch, work, witnesses, count);
		}
		arena_reset(scratch);
		evidence_rest_works_at(run->evidence, w);
		arena_rest_at(run->arena, w);
	}
	/* With all else fresh, what the works lack is known already. */
	if (!is_anything_queued(asker))
		ask_fill_works(asker, works, gaps);
	ask_look_ahead(asker, works, gaps);
	arena_free(scratch);
	arena_free(arena);
}
