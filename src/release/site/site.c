/* Records enter one by one; the pages of a release's works leave, newest first. */
#include "release/site/site.h"

#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/json.h"
#include "base/strmap.h"
#include "release/facts/facts.h"

#define FEED_DAYS    60
#define SPOOL_BUFFER (256u << 10)

static const char *
page_path(const struct site *site, size_t page)
{
	return arena_printf(site->arena, "%sworks-%zu.html", site->root, page);
}

/* All or none: a number in one of them may be that of a word in another. */
static bool
take_pages(struct site *site, const struct release_same *same)
{
	size_t before = site->folder->file_count, page = 1;

	if (same == NULL || !same->face || site->settings->site != NULL)
		return false;
	while (folder_take(site->folder, same, page_path(site, page)))
		page++;
	if (page > 1 && !folder_had(site->folder, same, page_path(site, page)) &&
	    folder_take(site->folder, same, "site/works.js"))
		return true;
	folder_give_back(site->folder, before);
	return false;
}

struct site *
site_open(struct arena *arena, const struct release_settings *settings,
    const struct release_same *same, struct folder *folder)
{
	struct site *site = arena_alloc(arena, sizeof *site);
	const char *path = file_join(arena, folder->hidden, "cards");

	*site = (struct site){ .arena = arena,
		.settings = settings,
		.release = folder,
		.folder = folder,
		.root = "site/" };
	if (settings->site == NULL)
		(void)folder_make(folder, "site");
	else
		site_open_beside(site);
	site->spool = fopen(path, "w+bxe");
	if (site->spool == NULL)
		folder_fail(folder, "cannot create", path);
	else /* without room of ours glibc takes 4 kB */
		setvbuf(
		    site->spool, arena_alloc(arena, SPOOL_BUFFER), _IOFBF, SPOOL_BUFFER);
	(void)unlink(path);
	buffer_init(&site->piece, 0);
	buffer_init(&site->kept, 0);
	site->writer = json_writer_new(&site->piece, false);
	for (size_t i = 0; i < settings->list_count; i++)
		site_number(site, &site->lists, settings->lists[i].name);
	site_count_open(site);
	site->is_same = take_pages(site, same);
	return site;
}

/* What was written into `piece` since the last call goes to the spool. */
static uint32_t
keep_piece(struct site *site)
{
	uint32_t length = (uint32_t)site->piece.length;

	if (site->spool != NULL &&
	    fwrite(site->piece.bytes, 1, length, site->spool) != length)
		site->is_short = true;
	site->spooled += length;
	buffer_clear(&site->piece);
	return length;
}

/* The feed has what came within some weeks, for who looks now and then. */
static bool
is_lately(const struct site *site, const struct record *record, int64_t *day)
{
	int64_t last;

	return record->first_seen != NULL &&
	    clock_parse_date(record->first_seen, day, &last) &&
	    site->settings->clock / 86400 - *day <= FEED_DAYS;
}

void
site_add(struct site *site, const struct telling *telling, const struct change_told *told,
    const struct history_rows *history, char *bibtex)
{
	const struct record *record = telling->record;
	const char *key = site_key(telling->arena, record);
	struct site_item item = { .year = facts_year(record),
		.cited = record->cited_by_count,
		.is_new = told->what == CHANGE_ADDED,
		.offset = site->spooled };

	if (told->cited_before >= 0 && record->cited_by_count >= 0)
		item.growth = record->cited_by_count - told->cited_before;
	buffer_clear(&site->piece);
	if (!site->is_same) {
		site_card(site, telling, told, history, key, bibtex, &site->piece);
		item.card = keep_piece(site);
		site_row(site, telling, told, key);
		item.row = keep_piece(site);
	}
	site_brief(site, telling, told, key, &site->piece);
	item.brief = keep_piece(site);
	if (is_lately(site, record, &item.seen)) {
		site_entry(site, telling, key, &site->piece);
		item.entry = keep_piece(site);
	}
	buffer_add(&site->kept, &item, sizeof item);
	site->items = (void *)site->kept.bytes;
	site->count++;
	site_count(site, record, told);
}

void
site_close(struct site *site)
{
	if (site == NULL)
		return;
	if (site->spool != NULL)
		fclose(site->spool);
	strmap_free(site->lists.map);
	strmap_free(site->sections.map);
	strmap_free(site->venues.map);
	site_count_close(site);
	json_writer_free(site->writer);
	buffer_free(&site->piece);
	buffer_free(&site->kept);
}
