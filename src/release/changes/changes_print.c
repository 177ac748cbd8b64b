/* What has changed enters; a screen, or an object of JSON, leaves. */
#include "base/arena.h"
#include "base/buffer.h"
#include "base/json.h"
#include "base/text.h"
#include "release/changes/changes.h"
#include "release/predecessor/known.h"

#define TITLE_COLUMNS 70
#define WORDS_COLUMNS 200

static const char *const labels[CHANGES_KINDS] = { "new", "retracted", "published",
	"identified", "gated", "licence", "changed", "gone", "citations" };

/* A count moved by what a person sees in its line; else what differs, below. */
static void
print_change(struct arena *arena, enum change_kind kind, const struct change *change,
    const char *label, struct buffer *out)
{
	buffer_printf(out, "%-12s %s%s%s", label,
	    change->place == NULL ? "" : text_for_terminal(arena, change->place),
	    change->place == NULL ? "" : "  ",
	    text_shorten(arena, text_for_terminal(arena, change->title), TITLE_COLUMNS));
	if (change->words != NULL)
		buffer_printf(out, "%s%s",
		    kind == CHANGES_MOVED ? "   " : "\n               ",
		    text_shorten(
			arena, text_for_terminal(arena, change->words), WORDS_COLUMNS));
	buffer_char(out, '\n');
}

void
changes_print(
    const struct changes *c, const struct changes_head *head, struct buffer *out)
{
	struct arena *arena = arena_new();

	buffer_printf(out, "%s → %s   %zu new, %zu changed, %zu gone\n",
	    text_for_terminal(arena, c->previous->identity),
	    text_for_terminal(arena, head->identity), c->kinds[CHANGES_ADDED].count,
	    changes_count(c), c->kinds[CHANGES_REMOVED].count);
	for (enum change_kind kind = 0; kind < CHANGES_KINDS; kind++) {
		const struct change_list *list = &c->kinds[kind];

		if (list->told > 0)
			buffer_char(out, '\n');
		for (size_t i = 0; i < list->told; i++) {
			print_change(
			    arena, kind, &list->v[i], i == 0 ? labels[kind] : "", out);
			arena_reset(arena);
		}
	}
	buffer_printf(out, "\n%-12s %zu moved, of %zu works nothing else did\n", "counts",
	    c->counts, c->counts_only);
	buffer_printf(out, "%-12s %zu new, %zu gone, %zu open\n", "findings",
	    c->findings[FINDING_NEW], c->findings[FINDING_GONE],
	    c->findings[FINDING_OPEN]);
	arena_free(arena);
}

static void
write_list(
    struct json_writer *json, enum change_kind kind, const struct change_list *list)
{
	json_write_key(json, changes_kinds[kind]);
	json_write_array(json);
	for (size_t i = 0; i < list->told; i++) {
		const struct change *change = &list->v[i];

		json_write_object(json);
		json_member(json, "id", change->id);
		json_member(json, "title", change->title);
		json_member(json, "place", change->place);
		json_member(json, "words", change->words);
		if (kind == CHANGES_MOVED) {
			json_member_integer(json, "before", change->before);
			json_member_integer(json, "now", change->now);
		}
		json_write_object_end(json);
	}
	json_write_array_end(json);
}

void
changes_json(const struct changes *c, const struct changes_head *head, struct buffer *out)
{
	struct json_writer *json = json_writer_new(out, false);

	json_write_object(json);
	json_member(json, "old", c->previous->identity);
	json_member(json, "new", head->identity);
	for (enum change_kind kind = 0; kind < CHANGES_KINDS; kind++)
		write_list(json, kind, &c->kinds[kind]);
	json_member_integer(json, "counts_moved", (int64_t)c->counts);
	json_member_integer(json, "counts_only", (int64_t)c->counts_only);
	json_write_key(json, "findings");
	json_write_object(json);
	for (enum finding_state state = 0; state <= FINDING_GONE; state++)
		json_member_integer(
		    json, finding_states[state], (int64_t)c->findings[state]);
	json_write_object_end(json);
	json_write_object_end(json);
	json_writer_free(json);
	buffer_char(out, '\n');
}
