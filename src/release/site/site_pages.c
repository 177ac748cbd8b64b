/* The spooled pieces of all works enter; the pages leave, newest works first. */
#include <stdlib.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/json.h"
#include "release/site/site.h"

#define FEED_MOST 100

/* data/page.css, data/search.js */
extern const char page_css[], search_js[];

/* Newest first, then most cited, then as they came, which is by id. */
static int
by_year(const void *left, const void *right)
{
	const struct site_item *a = left, *b = right;

	if (a->year != b->year)
		return a->year < b->year ? 1 : -1;
	if (a->cited != b->cited)
		return a->cited < b->cited ? 1 : -1;
	return a->offset < b->offset ? -1 : 1;
}

static void
write_page(struct site *site, const char *name, struct buffer *out)
{
	folder_write(site->folder, arena_join(site->arena, site->root, name, NULL), out);
	buffer_clear(out);
}

static void
write_text(struct site *site, const char *name, const char *text)
{
	struct buffer out;

	buffer_init(&out, 0);
	buffer_text(&out, text);
	write_page(site, name, &out);
	buffer_free(&out);
}

static void
add_words(struct site *site, const char *name, const struct site_words *words)
{
	json_write_key(site->writer, name);
	json_write_array(site->writer);
	for (size_t i = 0; i < words->count; i++)
		json_write_string(site->writer, words->v[i]);
	json_write_array_end(site->writer);
}

/* One work a line, so that a reader of the file sees something, too. */
static void
write_rows(struct site *site)
{
	const char *path = arena_join(site->arena, site->root, "works.js", NULL);
	FILE *file = folder_create_large(site->folder, path);
	struct json_writer *w = site->writer;

	buffer_clear(&site->piece);
	buffer_text(&site->piece, "\"use strict\";\nconst enrich = ");
	json_write_object(w);
	json_member_integer(w, "page", SITE_PAGE);
	add_words(site, "lists", &site->lists);
	add_words(site, "sections", &site->sections);
	add_words(site, "venues", &site->venues);
	json_write_object_end(w);
	json_write_line_end(w);
	site->piece.length -= 2; /* what follows is in that object */
	buffer_text(&site->piece, ",\"rows\":[\n");
	for (size_t i = 0; i < site->count; i++) {
		const struct site_item *item = &site->items[i];

		site_piece(site, item->offset + item->card, item->row, &site->piece);
		buffer_text(&site->piece, i + 1 < site->count ? ",\n" : "\n");
		folder_add(site->folder, file, &site->piece);
		buffer_clear(&site->piece);
	}
	buffer_text(&site->piece, "]};\n");
	folder_add(site->folder, file, &site->piece);
	folder_close(site->folder, file);
}

static void
add_years(const struct site *site, struct buffer *out)
{
	buffer_text(out, "<nav class=\"years\" aria-label=\"Years\"><ul>");
	for (size_t i = 0; i < site->count; i++) {
		int year = site->items[i].year;

		if (i > 0 && site->items[i - 1].year == year)
			continue;
		buffer_printf(
		    out, "<li><a href=\"works-%zu.html#y%d\">", i / SITE_PAGE + 1, year);
		buffer_printf(out, year == 0 ? "no year</a></li>" : "%d</a></li>", year);
	}
	buffer_text(out, "</ul></nav>\n");
}

static void
add_steps(size_t page, size_t pages, struct buffer *out)
{
	buffer_text(out, "<nav class=\"steps\" aria-label=\"Pages\">");
	if (page > 1)
		buffer_printf(
		    out, "<a rel=\"prev\" href=\"works-%zu.html\">Newer</a> ", page - 1);
	buffer_printf(out, "<span>Page %zu of %zu</span>", page, pages);
	if (page < pages)
		buffer_printf(
		    out, " <a rel=\"next\" href=\"works-%zu.html\">Older</a>", page + 1);
	buffer_text(out, "</nav>\n");
}

static void
write_cards(struct site *site, const struct about *about, size_t page, size_t pages)
{
	size_t end = page * SITE_PAGE < site->count ? page * SITE_PAGE : site->count;
	struct buffer *out = &site->piece;
	int year = -1;

	buffer_clear(out);
	site_head(about, arena_printf(site->arena, "Works, page %zu of %zu", page, pages),
	    false, out);
	buffer_text(out, "<h1>All works, newest first</h1>\n");
	if (site->count > 0)
		add_years(site, out);
	else
		buffer_text(out, "<p>There is no work in this release.</p>\n");
	for (size_t i = (page - 1) * SITE_PAGE; i < end; i++) {
		const struct site_item *item = &site->items[i];

		if (item->year != year)
			buffer_printf(out,
			    item->year == 0 ? "<h2 id=\"y%d\">No year</h2>\n"
					    : "<h2 id=\"y%1$d\">%1$d</h2>\n",
			    item->year);
		year = item->year;
		site_piece(site, item->offset, item->card, out);
	}
	add_steps(page, pages, out);
	site_foot(about, false, out);
	write_page(site, arena_printf(site->arena, "works-%zu.html", page), out);
}

static int
by_seen(const void *left, const void *right)
{
	const struct site_item *a = *(const struct site_item *const *)left;
	const struct site_item *b = *(const struct site_item *const *)right;

	if (a->seen != b->seen)
		return a->seen < b->seen ? 1 : -1;
	return a < b ? -1 : 1;
}

/* What came last, latest first. */
static void
write_feed(struct site *site, const struct about *about)
{
	const struct site_item **lately = malloc((site->count + 1) * sizeof *lately);
	struct buffer *out = &site->piece;
	size_t count = 0;

	if (lately == NULL)
		abort();
	for (size_t i = 0; i < site->count; i++)
		if (site->items[i].entry > 0)
			lately[count++] = &site->items[i];
	if (count > 1)
		qsort(lately, count, sizeof *lately, by_seen);
	buffer_clear(out);
	site_feed_begin(site, about, out);
	for (size_t i = 0; i < count && i < FEED_MOST; i++)
		site_piece(site,
		    lately[i]->offset + lately[i]->card + lately[i]->row +
			lately[i]->brief,
		    lately[i]->entry, out);
	free(lately);
	buffer_text(out, "</feed>\n");
	write_page(site, "feed.xml", out);
}

void
site_finish(struct site *site, const struct about *about)
{
	size_t pages = site_page_count(site);

	if (site->spool == NULL)
		return;
	if (fflush(site->spool) != 0 || site->is_short) {
		folder_fail(site->release, "cannot write", "the works' cards");
		return;
	}
	if (site->count > 1)
		qsort(site->items, site->count, sizeof *site->items, by_year);
	buffer_clear(&site->piece);
	site_index(site, about, &site->piece);
	write_page(site, "index.html", &site->piece);
	for (size_t page = 1; page <= pages && !site->is_same; page++)
		write_cards(site, about, page, pages);
	if (!site->is_same)
		write_rows(site);
	write_feed(site, about);
	write_text(site, "page.css", page_css);
	write_text(site, "search.js", search_js);
	if (site->release->words == NULL)
		site->release->words = site->folder->words;
}
