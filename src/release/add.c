/* A record or a finding enters; in each of a release's files what that says of it leaves. */
#include "base/arena.h"
#include "base/json.h"
#include "release/inside.h"
#include "release/record/line.h"

void
release_flush(struct release *release, FILE *file)
{
	folder_add(&release->folder, file, &release->line);
	buffer_clear(&release->line);
}

/* Is it taken from the release before? */
static bool
take_text(struct release *release, FILE *file, const struct release_texts *texts,
    enum release_text text, uint64_t header)
{
	return texts->known &&
	    folder_add_from(&release->folder, file, header + texts->behind[text],
		texts->lengths[text]);
}

/* Its line, and what the next release is to know of that. */
static void
add_line(
    struct release *release, const struct record *record, struct release_texts *texts)
{
	struct buffer *line = &release->line;

	if (!take_text(release, release->works, texts, TEXT_LINE, 0)) {
		line_write(release->writer, release->scratch, record);
		json_write_line_end(release->writer);
		texts->lengths[TEXT_LINE] = line->length;
		release_flush(release, release->works);
		texts->print = watch_print_record(record, &release->watched);
	}
	index_add_record(&release->index, record, release->works_bytes, texts->print);
	release->works_bytes += (int64_t)texts->lengths[TEXT_LINE];
}

static void
add_rows(
    struct release *release, const struct telling *telling, struct release_texts *texts)
{
	for (enum table_name t = 0; t < TABLE_FINDINGS; t++) {
		const enum release_text text = TEXT_WORK + t;

		if (release->tables[t] == NULL ||
		    take_text(
			release, release->tables[t], texts, text, release->headers[t]))
			continue;
		rows_add(&release->line, telling, t);
		texts->lengths[text] = release->line.length;
		release_flush(release, release->tables[t]);
	}
}

/* Its rows are left in `line`. */
static struct change_told
add_history(struct release *release, const struct record *record, uint64_t print)
{
	struct arena *arena = release->scratch;
	struct buffer *line = &release->line;
	struct history_move move = history_add(
	    &release->history, line, record, arena, release->today);
	struct change_told told;

	folder_add(&release->folder, release->tables[TABLE_HISTORY], line);
	if (release->is_same)
		return (struct change_told){ CHANGE_NONE, NULL, record->cited_by_count };
	changes_add(&release->changes, arena, &(struct edition){ record, NULL }, print,
	    move, &told);
	return told;
}

void
release_add(
    struct release *release, const struct record *record, struct release_texts *texts)
{
	const struct telling telling = { release->scratch, record };
	struct release_texts unknown = { .known = false };
	struct change_told told;

	if (texts == NULL)
		texts = &unknown;
	arena_reset(release->scratch);
	buffer_clear(&release->line);
	if (!release->is_same)
		add_line(release, record, texts);
	add_rows(release, &telling, texts);
	told = add_history(release, record, texts->print);
	tally_record(&release->tally, record);
	copies_add(&release->copies, &telling, &told, &release->line, texts);
}

void
release_block(struct release *release, void (*fill)(void *context), void *context)
{
	copies_block(&release->copies, fill, context);
}

void
release_add_finding(struct release *release, const struct finding *finding)
{
	const struct telling telling = { release->scratch, NULL };

	arena_reset(release->scratch);
	buffer_clear(&release->line);
	rows_add_finding(&release->line, &telling, finding);
	release_flush(release, release->tables[TABLE_FINDINGS]);
	copies_add_finding(&release->copies, &telling, finding);
	tally_finding(&release->tally, finding);
	changes_add_finding(&release->changes, finding->state);
}

void
release_record_json(const struct record *record, struct buffer *out)
{
	struct arena *arena = arena_new();
	struct json_writer *writer = json_writer_new(out, false);

	line_write(writer, arena, record);
	json_writer_free(writer);
	arena_free(arena);
}
