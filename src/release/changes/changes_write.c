/* What has changed enters, CHANGES.md in keep-a-changelog form leaves. */
#include "base/buffer.h"
#include "base/text.h"
#include "release/changes/changes.h"
#include "release/predecessor/known.h"
#include "release/text/escape.h"

static void
write_list(struct buffer *out, const struct change_list *list)
{
	for (size_t i = 0; i < list->told; i++) {
		const struct change *change = &list->v[i];

		buffer_text(out, "- ");
		escape_markdown(out, change->title);
		buffer_text(out, " (");
		escape_markdown(out, change->id);
		buffer_char(out, ')');
		if (change->words != NULL) {
			buffer_text(out, ", ");
			escape_markdown(out, change->words);
		}
		buffer_char(out, '\n');
	}
	if (list->count > list->told)
		buffer_printf(out, "- … and %zu more\n", list->count - list->told);
}

/* What is changed in no more telling way, and in which fields all are. */
static void
write_changed(const struct changes *c, struct buffer *out)
{
	const char *between = "";
	size_t count = changes_count(c);

	if (count + c->counts_only == 0)
		return;
	buffer_text(out, "\n### Changed\n\n");
	if (count > 0) {
		buffer_printf(out, "- %zu work%s:", count, text_plural(count));
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
	write_list(out, &c->kinds[CHANGES_OTHER]);
}

static void
write_kind(const struct changes *c, enum change_kind kind, struct buffer *out)
{
	static const struct {
		const char *heading, *one, *many;
	} kinds[CHANGES_KINDS] = {
		[CHANGES_ADDED] = { "Added", "is new", "are new" },
		[CHANGES_RETRACTED] = { "Retracted", "is retracted or withdrawn now",
		    "are retracted or withdrawn now" },
		[CHANGES_PUBLISHED] = { "Published", "was a preprint", "were preprints" },
		[CHANGES_IDENTIFIED] = { "Identified", "had no identifier",
		    "had no identifier" },
		[CHANGES_GATED] = { "Gated", "has another gate: a form to be filled in",
		    "have other gates: forms to be filled in" },
		[CHANGES_LICENSED] = { "Licences",
		    "has another licence, or what belongs to it has",
		    "have another licence, or what belongs to them has" },
		[CHANGES_REMOVED] = { "Removed", "is no longer named by a list",
		    "are no longer named by a list" },
		[CHANGES_MOVED] = { "Citations", "moved by a fifth and ten or more",
		    "moved by a fifth and ten or more" },
	};
	const struct change_list *list = &c->kinds[kind];

	if (kind == CHANGES_OTHER) {
		write_changed(c, out);
	} else if (list->count > 0) {
		buffer_printf(out, "\n### %s\n\n- %zu work%s %s\n", kinds[kind].heading,
		    list->count, text_plural(list->count),
		    list->count == 1 ? kinds[kind].one : kinds[kind].many);
		write_list(out, list);
	}
}

static void
write_findings(const struct changes *c, struct buffer *out)
{
	if (c->findings[FINDING_NEW] + c->findings[FINDING_GONE] > 0)
		buffer_printf(out,
		    "\n### Findings\n\n- %zu new, %zu gone, %zu open "
		    "(data/findings.csv)\n",
		    c->findings[FINDING_NEW], c->findings[FINDING_GONE],
		    c->findings[FINDING_OPEN]);
}

void
changes_write(
    const struct changes *c, const struct changes_head *head, struct buffer *out)
{
	size_t changed = c->kinds[CHANGES_ADDED].count + c->kinds[CHANGES_REMOVED].count +
	    changes_count(c);

	buffer_printf(out, "# Changelog\n\n## [%s] - %s\n\n", head->version, head->date);
	if (c->previous == NULL) {
		buffer_text(out,
		    "The first release, or the earlier ones were not at "
		    "hand: nothing to compare with.\n");
		return;
	}
	buffer_text(out, "Compared with ");
	escape_markdown(out, c->previous->identity);
	buffer_text(out, ".");
	if (changed + c->counts_only == 0)
		buffer_text(out,
		    c->findings[FINDING_NEW] + c->findings[FINDING_GONE] > 0
			? " No work has changed, but what is found in the lists has."
			: " No work has changed.");
	else if (changed == 0)
		buffer_text(out, " Only citation counts moved.");
	buffer_char(out, '\n');
	for (enum change_kind kind = 0; kind < CHANGES_KINDS; kind++)
		write_kind(c, kind, out);
	write_findings(c, out);
}
