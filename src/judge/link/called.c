/*
 * An entry enters; every way it may be called leaves, and how two such sides
 * stand to each other: closest form, what differs, a name that both say.
 */
#include "judge/link/called.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "judge/link/field.h"
#include "model/entry.h"

#define LEAST_VERSIONED  30 /* bytes of a title; shorter ones are names */
#define LEAST_EXTENDED   3  /* letters of a name */
#define LONGEST_EXTENDED 4  /* words of what is called after it */

/* "7b", "1.5b", "base", "chat": one of a family that a paper is about. */
bool
called_is_of_family(const char *word)
{
	static const char *const sizes[] = { "base", "benchmark", "challenge", "chat",
		"code", "competition", "corpus", "data", "dataset", "framework",
		"instruct", "large", "leaderboard", "lite", "medium", "mini", "model",
		"models", "original", "paper", "project", "small", "statement", "task",
		"tiny", "track", "xl", "xxl", NULL };
	size_t digits = strspn(word, "0123456789");

	return text_is_one_of(word, sizes) ||
	    (digits > 0 && strchr("bm", word[digits]) != NULL && word[digits] != '\0' &&
		word[digits + 1] == '\0');
}

/* "The Warden by Labs", "Warden, 2023": what a list says of a name. */
static bool
is_gloss(const struct words *words, size_t at)
{
	size_t digits = strspn(words->v[at], "0123456789");

	return (digits == 4 && words->v[at][digits] == '\0') ||
	    word_is_in(WORDS_DECORATION, words->v[at]) || word_is_small(words->v[at]) ||
	    (at > 1 &&
		(strcmp(words->v[at - 1], "by") == 0 ||
		    strcmp(words->v[at - 1], "from") == 0));
}

static void
read_bare(struct arena *arena, const struct title *title, struct words *bare)
{
	static const char *const articles[] = { "a", "an", "the", NULL };
	const char *text = "", *bracket = strstr(title->text, " (");
	const struct words *whole = &title->whole;
	size_t count = whole->count, from = 0;

	*bare = *whole;
	if (bracket != NULL) {
		words_read(arena,
		    arena_text_n(arena, title->text, (size_t)(bracket - title->text)),
		    bare);
		count = bare->count < count ? bare->count : count;
		*bare = *whole;
	}
	while (count > 1 &&
	    (called_is_of_family(whole->v[count - 1]) || is_gloss(whole, count - 1)))
		count--;
	while (from + 1 < count && text_is_one_of(whole->v[from], articles))
		from++;
	/* "Medical dataset" has no name. */
	if (count == 0 || count - from == whole->count ||
	    word_weight(whole->v[count - 1]) < 1.0)
		return;
	for (size_t i = from; i < count; i++)
		text = arena_join(arena, text, whole->v[i], " ", NULL);
	words_read(arena, text, bare);
}

/* "… of many words v2", "(v1)": which version of the paper is linked. */
static const char *
drop_version(struct arena *arena, const char *title)
{
	size_t length = strlen(title), end;

	while (length > 0 && strchr(")] ", title[length - 1]) != NULL)
		length--;
	end = length;
	while (end > 0 && title[end - 1] >= '0' && title[end - 1] <= '9')
		end--;
	if (end == length || length - end > 2 || end < LEAST_VERSIONED ||
	    (title[end - 1] != 'v' && title[end - 1] != 'V') ||
	    strchr(" ([", title[end - 2]) == NULL)
		return title;
	for (end -= 2; end > 0 && strchr(" ([", title[end]) != NULL;)
		end--;
	return arena_text_n(arena, title, end + 1);
}

void
called_read(struct arena *arena, const struct entry *entry, struct called *called)
{
	const char *part;
	size_t width = 0;

	*called = (struct called){ .forms = 1 };
	title_read(arena, drop_version(arena, entry->title), &called->form[0]);
	if (entry->name != NULL) {
		words_read(arena, entry->name, &called->name);
		if (!text_starts_nocase(entry->title, entry->name))
			title_read(arena,
			    arena_printf(arena, "%s: %s", entry->name, entry->title),
			    &called->form[called->forms++]);
	} else if (called->form[0].head.count > 0 && called->form[0].head.count <= 3) {
		called->name = called->form[0].head;
	}
	/* "MEDALPACA - AN OPEN-SOURCE …: …": the rest may be the title. */
	if (called->form[0].tail.count >= 4) {
		part = plain_part(called->form[0].text, &width);
		title_read(arena, part + width, &called->form[called->forms]);
		called->form[called->forms++].reduced = true;
	}
	read_bare(arena, &called->form[0], &called->bare);
	called->name_only = words_heavy(&called->bare) < 3;
}

void
called_compare(struct arena *arena, const struct called *a, const struct called *b,
    struct comparison *best)
{
	for (size_t i = 0; i < a->forms; i++)
		for (size_t k = 0; k < b->forms; k++) {
			struct comparison c;

			/* Names on both sides are not to be passed over. */
			if ((a->form[i].reduced &&
				(b->form[k].reduced || b->form[k].head.count > 0)) ||
			    (b->form[k].reduced && a->form[i].head.count > 0))
				continue;
			compare_titles(arena, &a->form[i], &b->form[k], &c);
			if ((i == 0 && k == 0) || compare_is_closer(&c, best))
				*best = c;
		}
}

/* Words; three in front of a colon are the beginning of a title. */
#define LONGEST_COINED 2

/* "BioGPT-2", "BioGPT v2": a later one of that name. */
static bool
names_later(const struct words *name, const struct words *title)
{
	size_t n = name->count;

	for (size_t i = 0; i + n < title->count; i++) {
		const char *next = title->key[i + n];

		if (strcmp(title->key[i], name->key[0]) != 0 ||
		    strcmp(title->key[i + n - 1], name->key[n - 1]) != 0)
			continue;
		next += *next == 'v';
		return *next >= '0' && *next <= '9' && next[1] == '\0';
	}
	return false;
}

/* A name that could not be anything else: "BioGPT", not "Data". */
static bool
names_it(
    const struct judge_field *field, const struct words *name, const struct words *title)
{
	unsigned rarest = 0;

	for (size_t i = 0; i < name->count; i++) {
		unsigned weight = field_weight(field, name->v[i], name->key[i]);

		rarest = weight > rarest ? weight : rarest;
	}
	/* "Pension Reform: …" in a list about it. */
	if (rarest < TWO_SIDED)
		return false;
	if (name->count == 0 || name->count > LONGEST_COINED || strlen(name->compact) < 3)
		return false;
	if (name->count == 1 && word_weight(name->v[0]) < 1.0)
		return false;
	return words_contain(title, name) && !names_later(name, title);
}

/* "Med PaLM", "MedPaLM" and "Med-PaLM"; not "PaLM" in "MedPaLM". */
static bool
is_said_joined(const struct words *title, const struct words *name)
{
	for (size_t i = 0; i < title->count; i++) {
		const char *rest = name->joined;

		for (size_t k = i; k < title->count && *rest != '\0'; k++) {
			size_t n = strlen(title->v[k]), left = strlen(rest);

			/* "Switch Transformer" is of "Switch Transformers". */
			if (n == left + 1 && title->v[k][left] == 's')
				n = left;
			if (strncmp(rest, title->v[k], n) != 0)
				break;
			rest += n;
		}
		if (*rest == '\0')
			return true;
	}
	return false;
}

bool
called_is_said(const struct title *title, const struct words *name)
{
	const struct words *whole = &title->whole;

	if (name->count == 0 || *name->compact == '\0')
		return false;
	if (words_contain(whole, name) || is_said_joined(whole, name))
		return true;
	/* Initials: of a title that has a name, it is that. */
	if (name->count > 1 || title->head.count == 1)
		return false;
	return title->head.count == 0 ? words_spell(whole, name->v[0])
				      : words_spell(&title->head, name->v[0]) ||
		words_spell(&title->tail, name->v[0]);
}

/* "Warden 2: \xe2\x80\xa6", "Warden-XL: \xe2\x80\xa6", "MedWarden: \xe2\x80\xa6" are not called "Warden". */
bool
called_is_extended(const struct title *title, const struct words *name)
{
	static const char *const reports[] = { "report", "technical", NULL };
	const struct words *head = title->head.count > 0 ? &title->head : &title->whole;
	size_t more = 0, width = 0;
	const char *part = plain_part(title->text, &width);
	const char *sign = strpbrk(title->text, part == NULL ? "(/" : "(");

	part = part == NULL ? title->text + strlen(title->text) : part;
	if (name->count == 0 || head->count == 0 || head->count > LONGEST_EXTENDED ||
	    strlen(name->joined) < LEAST_EXTENDED ||
	    strstr(head->joined, name->joined) == NULL || (sign != NULL && sign < part))
		return false;
	for (size_t i = 0; i < head->count; i++)
		more += !common_has(head, i, name) && !called_is_of_family(head->v[i]) &&
		    !word_is_small(head->v[i]) && !text_is_one_of(head->v[i], reports) &&
		    strstr(name->joined, head->v[i]) == NULL;
	return more > 0;
}

/* "Warden-Chat" and "Warden-Reward-7B": names only, and not of one of the family. */
bool
called_is_other_member(const struct words *a, const struct words *b)
{
	size_t members[2] = { 0, 0 };

	for (size_t i = 0; i < a->count; i++)
		members[0] += called_is_of_family(a->v[i]) && !words_have(b, a->key[i]);
	for (size_t i = 0; i < b->count; i++)
		members[1] += called_is_of_family(b->v[i]) && !words_have(a, b->key[i]);
	return members[0] > 0 && members[1] > 0 && b->count <= LONGEST_EXTENDED + 1;
}

/* The difference in the form that says least: a name may stand before either. */
void
called_differ(const struct judge_field *field, const struct called *a,
    const struct called *b, struct difference *best)
{
	bool first = true;

	for (size_t i = 0; i < a->forms; i++)
		for (size_t k = 0; k < b->forms; k++) {
			struct difference d;

			if (a->form[i].reduced || b->form[k].reduced)
				continue;
			differ_titles(field, &a->form[i].whole, &b->form[k].whole, &d);
			if (first || d.two_sided < best->two_sided ||
			    (d.two_sided == best->two_sided && d.share > best->share))
				*best = d;
			first = false;
		}
}

bool
called_share_name(
    const struct judge_field *field, const struct called *a, const struct called *b)
{
	return names_it(field, &a->name, &b->form[0].whole) ||
	    names_it(field, &b->name, &a->form[0].whole);
}
