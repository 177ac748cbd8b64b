/*
 * One record or finding enters, its rows in mentions.csv, artifacts.csv,
 * conflicts.csv and findings.csv leave.
 */
#include "release/rows.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "release/columns.h"
#include "release/facts.h"

/* A URL holds no blank, so blanks may stand between links. */
static const char *
join_links(struct arena *arena, const struct entry *entry)
{
	struct buffer joined;
	const char *text;

	buffer_init(&joined, 0);
	for (size_t i = 0; i < entry->link_count; i++) {
		if (i > 0)
			buffer_char(&joined, ' ');
		buffer_printf(&joined, "%s=", entry_role_name(entry->links[i].role));
		for (const char *u = entry->links[i].url; *u != '\0'; u++)
			if (*u == ' ' || *u == '\t' || *u == '\n')
				buffer_text(&joined, "%20");
			else
				buffer_char(&joined, *u);
	}
	text = joined.length == 0 ? NULL
				  : arena_text_n(arena, joined.bytes, joined.length);
	buffer_free(&joined);
	return text;
}

void
rows_add_mentions(struct arena *arena, struct buffer *out, const struct record *record,
    const struct release_settings *settings)
{
	for (size_t i = 0; i < record->mention_count; i++) {
		const struct entry *e = record->mentions[i];
		struct row row;

		row_begin(&row, arena, out, TABLE_MENTIONS);
		row_text(&row, record->id);
		row_text(&row, e->list);
		row_text(&row, facts_revision(settings, e->list));
		row_integer(&row, e->line, -1);
		row_integer(&row, e->part, -1);
		row_text(&row, e->section);
		row_text(&row, e->name);
		row_text(&row, e->title);
		row_text(&row, e->venue);
		row_text(&row, facts_date_given(e));
		row_text(&row, e->license);
		row_text(&row, e->institute);
		row_text(&row, join_links(arena, e));
		row_end(&row);
	}
}

void
rows_add_artifacts(struct arena *arena, struct buffer *out, const struct record *record)
{
	for (size_t i = 0; i < record->artifact_count; i++) {
		const struct artifact *a = &record->artifacts[i];
		struct row row;

		row_begin(&row, arena, out, TABLE_ARTIFACTS);
		row_text(&row, record->id);
		row_text(&row, a->kind);
		row_text(&row, a->id.value);
		row_text(&row, a->url);
		row_text(&row, record_tie_name(a->tie));
		row_text(&row, a->claimed_by);
		row_text(&row, a->license);
		row_text(&row, license_status_name(a->license_status));
		row_text(&row, a->license_raw);
		row_text(&row, a->base_model);
		row_integer(&row, a->likes, -1);
		row_integer(&row, a->downloads, -1);
		row_integer(&row, a->stars, -1);
		row_text(&row, a->gated);
		row_tri(&row, a->archived);
		row_text(&row, a->status);
		row_text(&row, a->renamed_to);
		row_instant(&row, a->retrieved_at);
		row_end(&row);
	}
}

void
rows_add_conflicts(struct arena *arena, struct buffer *out, const struct record *record)
{
	for (size_t i = 0; i < record->conflict_count; i++) {
		const struct conflict *c = &record->conflicts[i];
		struct row row;

		row_begin(&row, arena, out, TABLE_CONFLICTS);
		row_text(&row, record->id);
		row_text(&row, c->field);
		row_text(&row, c->chosen_source);
		row_text(&row, c->chosen_value);
		row_text(&row, c->other_source);
		row_text(&row, c->other_value);
		row_text(&row, c->rule);
		row_end(&row);
	}
}

void
rows_add_finding(struct arena *arena, struct buffer *out, const struct finding *f)
{
	struct row row;

	row_begin(&row, arena, out, TABLE_FINDINGS);
	row_text(&row, f->key);
	row_text(&row, f->code);
	row_text(&row, finding_class_name(f->class));
	row_text(&row, finding_state_name(f->state));
	row_text(&row, f->list);
	row_integer(&row, f->line, 0);
	row_integer(&row, f->part, 0);
	row_text(&row, f->title);
	row_text(&row, f->work_id);
	row_text(&row, f->field);
	row_text(&row, f->given);
	row_text(&row, f->found);
	row_text(&row, f->source);
	row_text(&row, f->evidence);
	row_text(&row, f->repair);
	row_text(&row, f->first_seen);
	row_end(&row);
}
