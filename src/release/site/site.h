/*
 * The page that readers of a release look at: site/, or the folder that --site
 * names.  Every work is in it once, on one of the static pages; a script of ours
 * (data/search.js) searches, filters and sorts them.  Nothing is loaded from
 * elsewhere, and all texts of others are escaped.
 */
#pragma once

#include "base/buffer.h"
#include "release/about/about.h"
#include "release/record/member.h"

#define SITE_PAGE 200 /* works on one page */

/* Words that rows name by their number, in order of their coming. */
struct site_words {
	struct strmap *map;
	const char **v;
	size_t count;
};

/* One work: what orders it, and where its pieces lie in the spool. */
struct site_item {
	int year; /* 0: unknown */
	int64_t cited, growth;
	bool is_new;
	int64_t seen; /* day on which a release first had it */
	uint64_t offset;
	uint32_t card, row, brief, entry; /* bytes, one behind the other; no entry: 0 */
};

#define SITE_YEARS 40 /* the last so many; the first holds all before */
#define SITE_BINS  9  /* of citations: tally_bin */

struct site_counts {
	int last_year;
	size_t works, papers, models, licensed, added;
	size_t by_year[SITE_YEARS][2];          /* papers, others */
	size_t cited[SITE_YEARS][SITE_BINS];    /* papers */
	size_t classes[4][8];                   /* papers, models, data, code */
	struct counted_set venues, bases, seen; /* seen: by first_seen */
};

struct site {
	struct arena *arena;
	const struct release_settings *settings;
	struct folder *release;
	struct folder beside;  /* with --site: of the page alone */
	struct folder *folder; /* one of the two */
	const char *root;      /* in front of its paths: "site/" or "" */
	FILE *spool;
	uint64_t spooled;
	bool is_short; /* not all of it could be written */
	bool is_same;  /* the pages of works are as in the release before, and there */
	struct buffer kept; /* the items, which may be many */
	struct site_item *items;
	size_t count;
	struct buffer piece;
	struct json_writer *writer; /* into piece */
	struct site_words lists, sections, venues;
	struct site_counts counts;
};

/*
 * All lives in the arena; mistakes are the folder's.  With --site the files lie
 * hidden beside the release, until site_place.
 */
struct site *site_open(struct arena *, const struct release_settings *,
    const struct release_same *, struct folder *);
/* With its counts so far, if there are any; and its BibTeX, which is written to, or NULL:
 * it is made. */
void site_add(struct site *, const struct telling *, const struct change_told *,
    const struct history_rows *, char *bibtex);
/* site_pages.c: all pages. */
void site_finish(struct site *, const struct about *);
/* With --site: into that folder, file by file, each whole; pages that are no more
 * are removed, what else lies there stays. */
void site_place(struct site *);
/* NULL is allowed. */
void site_close(struct site *);

/* ---- between its files ---- */

/* In the head of each page (data/frame.html). */
#define SITE_MARK "<meta name=\"generator\" content=\"enrich\">"
/* site_place.c: the other folder, looked at before anything is written. */
void site_open_beside(struct site *);

/* At least one, so that what leads to the first leads somewhere. */
static inline size_t
site_page_count(const struct site *site)
{
	return site->count == 0 ? 1 : (site->count + SITE_PAGE - 1) / SITE_PAGE;
}
/* site_words.c: its number; a new one has the next. */
size_t site_number(struct site *, struct site_words *, const char *word);
/* What names a work in the page's addresses: letters, digits, "-", "_", ":", ".". */
const char *site_key(struct arena *, const struct record *);
/* "Luo R., Sun L., Xia Y. and 4 others"; NULL. */
const char *site_people(struct arena *, const struct record *, size_t most);
void site_date(struct buffer *, const char *edtf);
/* site_card.c: the work's card, with its key as anchor. */
void site_card(const struct site *, const struct telling *, const struct change_told *,
    const struct history_rows *, const char *key, char *bibtex, struct buffer *);
/* site_facts.c: the card's facts; "the list", or a source's title with the day on
 * which it first said so (0: without). */
void site_facts(const struct site *, const struct telling *, const struct change_told *,
    const struct history_rows *, struct buffer *);
/* site_line.c: a work's counts as a small line; nothing for fewer than two. */
void site_line(struct buffer *, const struct history_rows *, const char *id);
void site_who(struct buffer *, const struct site *, const struct telling *,
    const char *name, int64_t day);
/* site_row.c: its row of works.js; its line behind <a href="PAGE#. */
void site_row(
    struct site *, const struct telling *, const struct change_told *, const char *key);
void site_brief(const struct site *, const struct telling *, const struct change_told *,
    const char *key, struct buffer *);
/* site_feed.c: its entry. */
void site_entry(
    const struct site *, const struct telling *, const char *key, struct buffer *);
/* feed.xml in front of the entries. */
void site_feed_begin(const struct site *, const struct about *, struct buffer *);
/* site_count.c */
void site_count_open(struct site *);
void site_count(struct site *, const struct record *, const struct change_told *);
void site_count_close(struct site *);
/* site_charts.c: the figures, each with its table. */
void site_charts(struct site *, const struct about *, struct buffer *);
/* site_shares.c: those of licences, venues, base models and growth. */
void site_shares(struct site *, const struct about *, struct buffer *);
/* site_frame.c: what stands around every page's <main>. */
/* `title`: NULL is the collection's alone; `index`: it is the page to find by. */
void site_head(const struct about *, const char *title, bool index, struct buffer *);
void site_foot(const struct about *, bool index, struct buffer *);
/* site_index.c: index.html; `piece` reads a work's line for a list. */
void site_index(struct site *, const struct about *, struct buffer *);
/* site_piece.c: a piece of the spool, appended … */
void site_piece(const struct site *, uint64_t offset, uint32_t length, struct buffer *);
/* … and item `at` in page order: its line with its link. */
void site_add_brief(const struct site *, size_t at, struct buffer *);
