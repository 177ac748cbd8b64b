/*
 * Entries and witnesses enter, the opinion that an earlier run had of them
 * leaves; and what this one thinks, for the next.
 *
 * An opinion is known by a digest of everything it may hang on: the build of
 * the program, the year, the lists and all that was read of them, the entry, the
 * answer's brief and the way it was asked for.
 */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/build.h"
#include "base/digest.h"
#include "evidence/inside.h"

#define FORMAT     1
#define MOST_BYTES ((size_t)32 << 20) /* of a memo: larger ones are not kept */

/* In front of the memo; opinions of other rules are none. */
struct head {
	uint32_t format, size;
	uint8_t rules[DIGEST_BYTES];
};

/* Then the reasons, each with its NUL. */
struct row {
	uint64_t key[2];
	uint8_t judgement, doubt, held;
	uint32_t reasons;
};

_Static_assert(sizeof(void *) != 8 || sizeof(struct opinion) == 32, "see add_row");

struct remembered {
	uint64_t key[2];
	struct opinion opinion;
};

struct print {
	const void *of;
	uint8_t digest[DIGEST_BYTES];
};

static void
add_number(struct buffer *out, uint64_t number)
{
	buffer_add(out, &number, sizeof number);
}

/* None is not the same as an empty one. */
static void
add_text(struct buffer *out, const char *text)
{
	if (text == NULL)
		buffer_char(out, '\1');
	else
		buffer_add(out, text, strlen(text) + 1);
}

/* Whatever stands in an entry; a new member must be added here, but for its bytes
 * in the list, which its revision tells, and how they are mended. */
_Static_assert(sizeof(void *) != 8 || sizeof(struct entry) == 224, "see add_entry");

static void
add_entry(struct buffer *out, const struct entry *e)
{
	const char *const texts[] = { e->list, e->section, e->title, e->name, e->date,
		e->date_raw, e->venue, e->institute, e->license, e->base_model,
		e->authors, e->as_written, e->type };

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		add_text(out, texts[i]);
	add_number(out, (uint64_t)e->line << 32 | e->part);
	add_number(out, (uint64_t)e->parts << 32 | e->flags);
	/* What `people` says stands in `authors`. */
	add_number(out, e->people_count);
	add_number(out, e->link_count);
	for (size_t i = 0; i < e->link_count; i++) {
		add_text(out, e->links[i].url);
		add_text(out, e->links[i].label);
		add_number(out, e->links[i].role);
	}
	add_number(out, e->identifier_count);
	for (size_t i = 0; i < e->identifier_count; i++) {
		const struct entry_identifier *id = &e->identifiers[i];
		add_text(out, id->id.value);
		add_text(out, id->from);
		add_number(out, (uint64_t)id->id.kind << 1 | id->wrong);
		add_number(out, id->link);
	}
}

static void
add_known(struct buffer *out, const struct known *known)
{
	brief_encode(&known->witness.answer.brief, out);
	add_number(out, known->about.kind);
	add_text(out, known->about.value);
}

static uint64_t
hash_pointer(const void *of)
{
	return table_hash(TABLE_HASH, &of, sizeof(const void *));
}

/* The digest of an entry or of what is known; made but once. */
static const uint8_t *
print_of(struct evidence *evidence, const struct entry *entry, const struct known *known)
{
	const void *of = known != NULL ? (const void *)known : entry;
	struct print *print;
	size_t at = 0;

	while ((print = table_next(&evidence->prints, hash_pointer(of), &at)) != NULL)
		if (print->of == of)
			return print->digest;
	buffer_clear(&evidence->text);
	if (known != NULL)
		add_known(&evidence->text, known);
	else
		add_entry(&evidence->text, entry);
	print = arena_alloc(evidence->arena, sizeof *print);
	print->of = of;
	digest_bytes(evidence->text.bytes, evidence->text.length, print->digest);
	table_add(&evidence->prints, hash_pointer(of), print);
	return print->digest;
}

/* false: this build has no name, nothing is remembered. */
static bool
make_rules(struct evidence *evidence)
{
	struct buffer all;
	size_t length;
	const void *build = build_id(&length);

	buffer_init(&all, 0);
	buffer_add(&all, build, length);
	add_number(&all, (uint64_t)session_latest_year(evidence->session));
	for (size_t l = 0; l < evidence->list_count; l++) {
		buffer_add(&all, evidence->lists[l].revision,
		    sizeof evidence->lists[l].revision);
		for (size_t e = 0; e < evidence->lists[l].entry_count; e++)
			buffer_add(&all,
			    print_of(evidence, &evidence->lists[l].entries[e], NULL),
			    DIGEST_BYTES);
	}
	digest_bytes(all.bytes, all.length, evidence->rules);
	buffer_free(&all);
	return length > 0;
}

static uint64_t
hash_key(const uint64_t key[2])
{
	return key[0];
}

/* NULL: damaged. */
static const char *
read_row(struct evidence *evidence, const char *at, const char *end)
{
	struct remembered *one = arena_alloc(evidence->arena, sizeof *one);
	const char **reasons;
	struct row row;

	if ((size_t)(end - at) < sizeof row)
		return NULL;
	memcpy(&row, at, sizeof row);
	at += sizeof row;
	if (row.reasons > (size_t)(end - at))
		return NULL;
	reasons = arena_alloc(evidence->arena, row.reasons * sizeof *reasons);
	for (uint32_t i = 0; i < row.reasons; i++) {
		const char *stop = memchr(at, '\0', (size_t)(end - at));
		if (stop == NULL)
			return NULL;
		reasons[i] = at;
		at = stop + 1;
	}
	memcpy(one->key, row.key, sizeof one->key);
	one->opinion = (struct opinion){ .judgement = (enum judgement)row.judgement,
		.doubt = (enum doubt)row.doubt,
		.held = row.held != 0,
		.reasons = reasons,
		.reason_count = row.reasons };
	table_add(&evidence->remembered, hash_key(one->key), one);
	return at;
}

static const char *
memo_name(const struct evidence *evidence, struct arena *arena)
{
	return arena_join(arena, "opinions of ", session_name(evidence->session), NULL);
}

static void
recall(struct evidence *evidence)
{
	struct head head;
	size_t length = 0;
	const char *at = evidence->session->cache == NULL
	    ? NULL
	    : cache_memo(evidence->session->cache, evidence->arena,
		  memo_name(evidence, evidence->arena), &length);
	const char *end = at == NULL ? NULL : at + length;

	if (at == NULL || length < sizeof head)
		return;
	memcpy(&head, at, sizeof head);
	if (head.format != FORMAT || head.size != sizeof(struct row) ||
	    memcmp(head.rules, evidence->rules, sizeof head.rules) != 0)
		return;
	for (at += sizeof head; at != NULL && at < end;)
		at = read_row(evidence, at, end);
}

bool
remember_key(struct evidence *evidence, const struct known *known,
    const struct entry *entry, bool searched, uint64_t key[2])
{
	uint8_t both[2 * DIGEST_BYTES + 1], digest[DIGEST_BYTES];

	if (!evidence->has_recalled) {
		evidence->has_recalled = true;
		evidence->remembers = make_rules(evidence);
		if (evidence->remembers)
			recall(evidence);
	}
	if (!evidence->remembers)
		return false;
	memcpy(both, print_of(evidence, entry, NULL), DIGEST_BYTES);
	memcpy(both + DIGEST_BYTES, print_of(evidence, NULL, known), DIGEST_BYTES);
	both[2 * DIGEST_BYTES] = searched;
	digest_bytes(both, sizeof both, digest);
	memcpy(key, digest, 2 * sizeof *key);
	return true;
}

const struct opinion *
remember_find(const struct evidence *evidence, const uint64_t key[2])
{
	const struct remembered *one;
	size_t at = 0;

	while ((one = table_next(&evidence->remembered, hash_key(key), &at)) != NULL)
		if (one->key[0] == key[0] && one->key[1] == key[1])
			return &one->opinion;
	return NULL;
}

static void
add_row(struct buffer *out, const struct judged *judged)
{
	const struct opinion *o = &judged->opinion;
	struct row row;

	memset(&row, 0, sizeof row); /* what lies between, too */
	memcpy(row.key, judged->key, sizeof row.key);
	row.judgement = (uint8_t)o->judgement;
	row.doubt = (uint8_t)o->doubt;
	row.held = o->held;
	row.reasons = (uint32_t)o->reason_count;
	buffer_add(out, &row, sizeof row);
	for (size_t i = 0; i < o->reason_count; i++)
		buffer_add(out, o->reasons[i], strlen(o->reasons[i]) + 1);
}

void
evidence_remember(struct evidence *evidence)
{
	struct head head = { .format = FORMAT, .size = sizeof(struct row) };
	struct arena *arena;
	struct buffer memo;

	/* What is remembered already need not be written again. */
	if (!evidence->remembers || !evidence->has_new_opinions)
		return;
	memcpy(head.rules, evidence->rules, sizeof head.rules);
	buffer_init(&memo, MOST_BYTES);
	buffer_add(&memo, &head, sizeof head);
	for (size_t i = 0; i < evidence->judged.size; i++)
		if (evidence->judged.v[i].thing != NULL)
			add_row(&memo, evidence->judged.v[i].thing);
	arena = arena_new();
	if (!memo.overflowed)
		cache_put_memo(evidence->session->cache, memo_name(evidence, arena),
		    memo.bytes, memo.length);
	arena_free(arena);
	buffer_free(&memo);
}
