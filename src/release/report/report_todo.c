/* Findings enter, the section "To do" leaves: what to fix, decide, know. */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/clock.h"
#include "release/facts/facts.h"
#include "release/report/page.h"
#include "release/report/report.h"
#include "release/text/escape.h"

/* Title of the source, which leads to its record, and the day of its newest answer. */
static void
add_source(const struct about *about, const struct finding *f, struct buffer *out)
{
	const struct release_settings *s = about->settings;
	const char *name = f->source;

	for (size_t i = 0; i < s->source_count; i++) {
		if (strcmp(s->sources[i].source->name, name) != 0)
			continue;
		page_link(out, facts_record_address(about->arena, s, name, f->work_id),
		    s->sources[i].source->title);
		if (s->sources[i].newest != 0)
			buffer_printf(out, ", answers up to %s",
			    clock_date_text(about->arena, s->sources[i].newest));
		return;
	}
	escape_html(out, name);
}

static void
add_pair(struct buffer *out, const char *term, const char *class, const char *text)
{
	if (text == NULL)
		return;
	page_element(out, "dt", NULL, term);
	page_element(out, "dd", class, text);
	buffer_char(out, '\n');
}

/* Where it stands, and what dismisses each of its findings. */
static void
add_place(
    const struct about *about, const struct finding *v, size_t count, struct buffer *out)
{
	const char *place = v->list == NULL ? "all lists" : v->list;

	if (v->line > 0)
		place = arena_printf(about->arena, v->part > 1 ? "%s:%u.%u" : "%s:%u",
		    place, v->line, v->part);
	buffer_text(out, "<div class=\"place\">");
	page_link(out,
	    v->list == NULL
		? NULL
		: facts_line_address(about->arena, about->settings, v->list, v->line),
	    place);
	for (size_t i = 0; i < count; i++) {
		page_element(out, "small", NULL, finding_states[v[i].state]);
		buffer_printf(out, "<code class=\"paste\">%s = reason</code>", v[i].key);
	}
	buffer_text(out, "</div>\n");
}

static void
add_words(const struct about *about, const struct finding *f, struct buffer *out)
{
	page_element(out, "span", "tag", f->code);
	if (f->given != NULL || f->found != NULL || f->repair != NULL) {
		buffer_text(out, "<dl>\n");
		add_pair(out, "says", "given", f->given);
		add_pair(out, "is", "found", f->found);
		if (f->repair != NULL &&
		    (f->found == NULL || strcmp(f->repair, f->found) != 0))
			add_pair(out, "write", NULL, f->repair);
		buffer_text(out, "</dl>\n");
	}
	if (f->evidence != NULL || f->source != NULL) {
		buffer_text(out, "<p class=\"soft\">");
		escape_html(out, f->evidence);
		if (f->source != NULL) {
			buffer_text(out, f->evidence != NULL ? " (" : "(");
			add_source(about, f, out);
			buffer_char(out, ')');
		}
		buffer_text(out, "</p>\n");
	}
}

/* What the row is called; it leads to the work in the page, when that is beside. */
static void
add_title(const struct about *about, const struct finding *f, struct buffer *out)
{
	const char *value = f->work_id == NULL ? NULL : strchr(f->work_id, ':');
	bool linked = value != NULL && about->settings->site == NULL;

	buffer_text(out, "<strong>");
	if (linked) {
		buffer_text(out, "<a href=\"site/index.html#?q=");
		for (value++; *value != '\0'; value++)
			if ((*value >= '0' && *value <= '9') ||
			    (*value >= 'a' && *value <= 'z') ||
			    (*value >= 'A' && *value <= 'Z'))
				buffer_char(out, *value);
			else
				buffer_printf(out, "%%%02X", (unsigned char)*value);
		buffer_text(out, "\">");
	}
	escape_html(out, f->title);
	buffer_text(out, linked ? "</a></strong> " : "</strong> ");
}

/* One row of a list, one element, however much there is to say of it. */
static void
add_row(
    const struct about *about, const struct finding *v, size_t count, struct buffer *out)
{
	buffer_text(out, "<li>");
	add_place(about, v, count, out);
	buffer_text(out, "<div class=\"what\">");
	if (v->title != NULL)
		add_title(about, v, out);
	for (size_t i = 0; i < count; i++)
		add_words(about, &v[i], out);
	buffer_text(out, "</div></li>\n");
}

static void
add_class(const struct about *about, struct buffer *out, const char *heading,
    const char *class, const struct todo_row *rows, size_t kept, size_t count)
{
	buffer_printf(
	    out, "<h3>%s: %s</h3>\n", heading, card_number(about->arena, count));
	if (kept == 0)
		return;
	buffer_printf(out, "<ul class=\"findings %s\">\n", class);
	for (size_t i = 0; i < kept; i++)
		add_row(about, rows[i].v, rows[i].kept, out);
	buffer_text(out, "</ul>\n");
	if (count > kept)
		buffer_printf(out,
		    "<p class=\"soft\">%s more in "
		    "data/findings.csv.</p>\n",
		    card_number(about->arena, count - kept));
}

static void
add_group(const struct about *about, const struct note_group *group, struct buffer *out)
{
	buffer_text(out, "<details><summary>");
	escape_html(out, group->code);
	buffer_printf(out, ": %s</summary>\n<ul class=\"findings\">\n",
	    card_number(about->arena, group->count));
	for (size_t i = 0; i < group->kept; i++)
		add_row(about, &group->v[i], 1, out);
	buffer_text(out, "</ul>\n");
	if (group->count > group->kept)
		buffer_printf(out,
		    "<p class=\"soft\">%s more in "
		    "data/findings.csv.</p>\n",
		    card_number(about->arena, group->count - group->kept));
	buffer_text(out, "</details>\n");
}

static void
write_notes(const struct about *about, struct buffer *out)
{
	const struct tally *t = about->tally;

	if (t->totals.note == 0)
		return;
	buffer_printf(out, "<h3>Notes: %s, folded</h3>\n",
	    card_number(about->arena, t->totals.note));
	for (size_t i = 0; i < t->note_count; i++)
		add_group(about, &t->notes[i], out);
}

void
report_write_todo(const struct about *about, struct buffer *out)
{
	const struct tally *t = about->tally;

	page_section(out, "todo", "To do");
	if (t->totals.fix + t->totals.decide == 0)
		buffer_text(out, "<p>Nothing to fix or to decide.</p>\n");
	else
		buffer_text(out,
		    "<p class=\"soft\">To see one no more until "
		    "its value changes, copy its boxed line below <code>"
		    "[accept]</code> in enrich.conf.</p>\n");
	if (t->totals.rows_fix > 0)
		add_class(about, out, "Fix, these are certain", "fix", t->fix,
		    t->fix_kept, t->totals.rows_fix);
	if (t->totals.rows_decide > 0)
		add_class(about, out, "Decide", "decide", t->decide, t->decide_kept,
		    t->totals.rows_decide);
	write_notes(about, out);
	if (t->totals.accepted + t->totals.gone > 0)
		buffer_printf(out,
		    "<p class=\"soft\">%zu accepted, %zu gone "
		    "since the last release.</p>\n",
		    t->totals.accepted, t->totals.gone);
	page_section_end(out);
}
