/* What has changed enters, CHANGES.md in keep-a-changelog form leaves. */
#include "base/arena.h"
#include "base/buffer.h"
#include "base/clock.h"
#include "base/text.h"
#include "release/changes.h"
#include "release/escape.h"
#include "release/predecessor.h"

static void
write_list(struct buffer *out, const struct change_list *list)
{
	for (size_t i = 0; i < list->count && i < CHANGES_EXAMPLES; i++) {
		buffer_text(out, "- ");
		escape_markdown(
		    out, list->v[i].title != NULL ? list->v[i].title : list->v[i].id);
		if (list->v[i].title != NULL) {
			buffer_text(out, " (");
			escape_markdown(out, list->v[i].id);
			buffer_char(out, ')');
		}
		if (list->v[i].words != NULL) {
			buffer_text(out, ", ");
			escape_markdown(out, list->v[i].words);
		}
		buffer_char(out, '\n');
	}
	if (list->count > CHANGES_EXAMPLES)
		buffer_printf(out, "- … and %zu more\n", list->count - CHANGES_EXAMPLES);
}

static void
write_changed(const struct changes *c, struct buffer *out)
{
	const char *between = "";

	buffer_printf(out, "\n### Changed\n\n");
	if (c->changed.count > 0) {
		buffer_printf(out, "- %zu work%s:", c->changed.count,
		    text_plural(c->changed.count));
		for (enum watch w = 0; w < WATCHES; w++) {
			if (c->by_field[w] == 0)
				continue;
			buffer_printf(
			    out, "%s %s of %zu", between, watch_name(w), c->by_field[w]);
			between = ",";
		}
		buffer_char(out, '\n');
	}
	if (c->counts_only > 0)
		buffer_printf(out, "- of %zu work%s only the citation count moved\n",
		    c->counts_only, text_plural(c->counts_only));
	write_list(out, &c->changed);
}

static void
write_heading(struct buffer *out, const char *heading, size_t count, const char *words)
{
	buffer_printf(out, "\n### %s\n\n- %zu work%s %s\n", heading, count,
	    count == 1 ? " is" : "s are", words);
}

void
changes_write(
    const struct changes *c, const struct release_settings *settings, struct buffer *out)
{
	struct arena *arena = arena_new();

	buffer_printf(out, "# Changelog\n\n## [%s] - %s\n\n",
	    clock_version_text(arena, settings->clock),
	    clock_date_text(arena, settings->clock));
	arena_free(arena);
	if (c->previous == NULL) {
		buffer_text(out,
		    "The first release, or the earlier ones were not at "
		    "hand: nothing to compare with.\n");
		return;
	}
	buffer_text(out, "Compared with ");
	escape_markdown(out, c->previous->identity);
	buffer_text(out, ".");
	if (c->added.count + c->changed.count + c->removed.count + c->counts_only == 0)
		buffer_text(out, " No work has changed.");
	else if (c->added.count + c->changed.count + c->removed.count == 0)
		buffer_text(out, " Only citation counts moved.");
	buffer_char(out, '\n');
	if (c->added.count > 0) {
		write_heading(out, "Added", c->added.count, "new");
		write_list(out, &c->added);
	}
	if (c->changed.count > 0 || c->counts_only > 0)
		write_changed(c, out);
	if (c->removed.count > 0) {
		write_heading(
		    out, "Removed", c->removed.count, "no longer named by a list");
		write_list(out, &c->removed);
	}
}
