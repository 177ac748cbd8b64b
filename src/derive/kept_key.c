/*
 * What a work's record and findings are made from enters, a digest of it leaves; but for
 * what a whole release is made from (quiet_inputs.c) and the clock.
 */
#include <string.h>

#include "derive/quiet.h"
#include "model/source.h"

/* A new member in one of them is added below, or it is no part of any record. */
_Static_assert(sizeof(void *) != 8 ||
	(sizeof(struct work) == 48 && sizeof(struct edge) == 88 &&
	    sizeof(struct witness) == 288 && sizeof(struct answer) == 208 &&
	    sizeof(struct opinion) == 32 && sizeof(struct brief) == 72 &&
	    sizeof(struct record_identifier) == 40 &&
	    sizeof(struct entry_identifier) == 40 && sizeof(struct registered) == 24),
    "see what is added");

static void
add_id(struct buffer *out, struct identifier id)
{
	buffer_number(out, id.kind);
	buffer_given(out, id.value);
}

static void
add_opinion(struct buffer *out, const struct opinion *opinion)
{
	buffer_number(
	    out, opinion->judgement | opinion->doubt << 8 | opinion->held << 16);
	buffer_number(out, (int64_t)opinion->reason_count);
	for (size_t i = 0; i < opinion->reason_count; i++)
		buffer_given(out, opinion->reasons[i]);
}

static void
add_edge(struct buffer *out, const struct edge *edge)
{
	add_id(out, edge->identifier->id);
	buffer_number(out, (int64_t)edge->identifier->link);
	buffer_number(out, edge->identifier->wrong);
	buffer_given(out, edge->identifier->from);
	add_opinion(out, &edge->opinion);
	buffer_number(out, edge->answered | edge->nowhere << 1);
	buffer_given(out, edge->answered_title);
	buffer_given(out, edge->answered_by);
	buffer_given(out, edge->learned_from);
	buffer_number(out, (int64_t)edge->learned_count);
	for (size_t i = 0; i < edge->learned_count; i++)
		add_id(out, edge->learned[i]);
}

/* An entry as it was read is told by its number: the lists are the same. */
static void
add_work(struct buffer *out, const struct reading *reading, const struct work *work)
{
	buffer_number(out, (int64_t)work->entry_count << 1 | work->url_shared);
	for (size_t i = 0; i < work->entry_count; i++) {
		const struct entry *entry = work->entries[i];

		buffer_number(out, (int64_t)kept_entry_number(reading, entry));
		buffer_number(out, (int64_t)entry->identifier_count);
		for (size_t e = 0; e < entry->identifier_count; e++)
			add_edge(out, &work->edges[i][e]);
	}
	buffer_number(out, (int64_t)work->id_count);
	for (size_t i = 0; i < work->id_count; i++) {
		add_id(out, work->ids[i].id);
		buffer_number(out, work->ids[i].status | work->ids[i].shared << 8);
		buffer_given(out, work->ids[i].from);
	}
}

/* When the same bytes came again is told of a source, not of a work. */
static void
add_answer(struct buffer *out, const struct answer *answer)
{
	buffer_given(out, answer->origin);
	buffer_number(out, answer->retrieved_at);
	buffer_number(out, (int64_t)answer->state << 32 | answer->http_status);
	buffer_given(out, answer->note);
	buffer_number(out, (int64_t)answer->age_count);
	for (size_t i = 0; i < answer->age_count; i++) {
		buffer_number(out, answer->ages[i].field);
		buffer_number(out, answer->ages[i].since);
	}
	buffer_number(out, answer->brief_version);
	if (answer->brief_version != 0)
		brief_encode(&answer->brief, out);
}

static void
add_witnesses(struct buffer *out, const struct witness *witnesses, size_t count)
{
	buffer_number(out, (int64_t)count);
	for (size_t i = 0; i < count; i++) {
		const struct witness *w = &witnesses[i];

		buffer_given(out, w->source->name);
		add_id(out, w->id);
		buffer_number(out,
		    w->outcome | w->has_answer << 8 | w->gone << 9 | w->carried << 10 |
			w->searched << 11 | (w->before != NULL) << 12 |
			(w->asked_at != 0) << 13);
		add_opinion(out, &w->opinion);
		add_answer(out, &w->answer);
		if (w->before == NULL)
			continue;
		add_answer(out, w->before);
		buffer_number(out, w->before->confirmed_at);
	}
}

void
kept_key(const struct maker *maker, const struct place *place,
    const struct merge_input *input, struct buffer *scratch, uint64_t key[KEPT_KEY])
{
	uint8_t digest[DIGEST_BYTES];

	buffer_clear(scratch);
	buffer_given(scratch, place->id);
	buffer_given(scratch, place->registered.id);
	buffer_given(scratch, place->registered.citation_key);
	buffer_given(scratch, place->registered.first_seen);
	buffer_number(scratch, input->scope);
	add_work(scratch, maker->reading, place->work);
	add_witnesses(scratch, input->witnesses, input->witness_count);
	add_witnesses(scratch, input->bases, input->base_count);
	digest_bytes(scratch->bytes, scratch->length, digest);
	memcpy(key, digest, KEPT_KEY * sizeof *key);
}
