/* A page's title enters; what stands around its <main>, as data/frame.html has it, leaves. */
#include <string.h>

#include "base/buffer.h"
#include "model/source.h"
#include "release/report/page.h"
#include "release/site/site.h"
#include "release/text/escape.h"

extern const char frame_html[];

/* What its slots are filled from. */
struct frame {
	const struct about *about;
	const char *title; /* of the page; NULL: the collection's alone */
	bool index;
};

static void
fill_title(struct buffer *out, const struct frame *frame)
{
	if (frame->title != NULL) {
		escape_html(out, frame->title);
		buffer_text(out, " · ");
	}
	escape_html(out, frame->about->title);
}

static void
fill_brand(struct buffer *out, const struct frame *frame)
{
	escape_html(out, frame->about->title);
}

static void
fill_works(struct buffer *out, const struct frame *frame)
{
	if (frame->index)
		buffer_text(out, "<script defer src=\"works.js\"></script>\n");
}

static void
fill_find(struct buffer *out, const struct frame *frame)
{
	buffer_text(out, frame->index ? " aria-current=\"page\"" : "");
}

static void
fill_all(struct buffer *out, const struct frame *frame)
{
	buffer_text(out, frame->index ? "" : " aria-current=\"page\"");
}

/* Which release it is stands on the first page alone: a page of works that are as they
 * were is as it was. */
static void
fill_release(struct buffer *out, const struct frame *frame)
{
	const struct release_settings *s = frame->about->settings;

	if (frame->index) {
		buffer_printf(out, "Release %s, ", frame->about->version);
		site_date(out, frame->about->date);
		buffer_text(out, ". ");
	}
	if (s->license != NULL) {
		buffer_text(out, "The collection: ");
		escape_html(out, s->license);
		buffer_text(out, "; each work has its own licence. ");
	}
	if (s->homepage != NULL) {
		buffer_text(out, "Its home: ");
		page_link(out, s->homepage, s->homepage);
		buffer_text(out, ". ");
	}
}

static void
fill_program(struct buffer *out, const struct frame *frame)
{
	escape_html(out, frame->about->settings->program);
}

static void
fill_sources(struct buffer *out, const struct frame *frame)
{
	const struct release_settings *s = frame->about->settings;

	for (size_t i = 0; i < s->source_count; i++) {
		if (s->sources[i].found == 0)
			continue;
		page_link(out, s->sources[i].source->service->terms,
		    s->sources[i].source->title);
		buffer_text(out, " · ");
	}
}

static void
fill_warning(struct buffer *out, const struct frame *frame)
{
	if (frame->about->stand_in)
		page_element(out, "p", "banner", card_stand_in());
}

static const struct slot {
	const char *name;
	void (*fill)(struct buffer *, const struct frame *);
} slots[] = { { "title", fill_title }, { "brand", fill_brand }, { "works", fill_works },
	{ "find", fill_find }, { "all", fill_all }, { "release", fill_release },
	{ "program", fill_program }, { "sources", fill_sources },
	{ "warning", fill_warning } };

/* The frame from `text` to `end`, each {{slot}} filled. */
static void
fill(struct buffer *out, const struct frame *frame, const char *text, const char *end)
{
	while (text < end) {
		const char *open = strstr(text, "{{");
		size_t length;

		if (open == NULL || open >= end)
			open = end;
		buffer_add(out, text, (size_t)(open - text));
		if (open == end)
			return;
		length = strcspn(open + 2, "}");
		for (size_t i = 0; i < sizeof slots / sizeof *slots; i++)
			if (strlen(slots[i].name) == length &&
			    strncmp(slots[i].name, open + 2, length) == 0)
				slots[i].fill(out, frame);
		text = open + 2 + length + 2;
	}
}

static const char main_slot[] = "{{main}}\n";

void
site_head(const struct about *about, const char *title, bool index, struct buffer *out)
{
	const struct frame frame = { about, title, index };

	fill(out, &frame, frame_html, strstr(frame_html, main_slot));
}

void
site_foot(const struct about *about, bool index, struct buffer *out)
{
	const struct frame frame = { about, NULL, index };
	const char *rest = strstr(frame_html, main_slot) + sizeof main_slot - 1;

	fill(out, &frame, rest, rest + strlen(rest));
}
