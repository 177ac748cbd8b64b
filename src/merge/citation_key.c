/*
 * A record enters; the key under which it can be cited leaves: family name,
 * year and first word, or, where nobody is named, the work's name and year.
 * Always ASCII, always a letter first.
 */
#include "merge/inside.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"

enum { LONGEST = 32 };

struct part {
	char text[LONGEST + 1];
	size_t length;
};

/* Letters that folding leaves as they are. */
static const char *
ascii_of(const char *at, size_t *length)
{
	static const struct {
		const char *letter, *ascii;
	} letters[] = {
		{ "\xc3\x9f", "ss" },
		{ "\xc3\xa6", "ae" },
		{ "\xc3\xb0", "d" },
		{ "\xc3\xb8", "o" },
		{ "\xc3\xbe", "th" },
		{ "\xc4\x91", "d" },
		{ "\xc4\xb1", "i" },
		{ "\xc5\x82", "l" },
		{ "\xc5\x93", "oe" },
	};

	for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
		if (strncmp(at, letters[i].letter, 2) == 0) {
			*length = 2;
			return letters[i].ascii;
		}
	*length = 1;
	return "";
}

/* Appends one word of a folded text; gives what follows its blank. */
static const char *
take_word(struct part *part, const char *folded)
{
	size_t length;

	for (; *folded != '\0' && *folded != ' '; folded += length) {
		char plain[2] = { *folded, '\0' };
		const char *ascii = plain;

		length = 1;
		if ((*folded < 'a' || *folded > 'z') && (*folded < '0' || *folded > '9'))
			ascii = ascii_of(folded, &length);
		for (; *ascii != '\0' && part->length < LONGEST; ascii++)
			part->text[part->length++] = *ascii;
	}
	part->text[part->length] = '\0';
	return *folded == ' ' ? folded + 1 : folded;
}

static const char *
skip_small(const char *folded)
{
	static const char *const small[] = { "a ", "an ", "the ", "on ", "of ", "for ",
		"to ", "in ", "towards ", "toward " };
	bool skipped = true;

	while (skipped) {
		skipped = false;
		for (size_t i = 0; i < sizeof small / sizeof *small; i++)
			if (strncmp(folded, small[i], strlen(small[i])) == 0) {
				folded += strlen(small[i]);
				skipped = true;
			}
	}
	return folded;
}

static bool
is_suffix(const char *word)
{
	static const char *const suffixes[] = { "jr", "sr", "ii", "iii", "iv", "phd",
		"md", "msc", "mph", NULL };

	return text_is_one_of(word, suffixes);
}

/* "Hernández Cano, Alejandro"; "John Smith Jr."; "OpenAI". */
static const char *
family_of(struct arena *arena, const struct author *author)
{
	char *name, *comma, *blank;

	if (author->family != NULL)
		return text_fold(arena, author->family);
	name = text_squeeze(arena, author->literal);
	comma = strchr(name, ',');
	if (comma != NULL && !is_suffix(text_fold(arena, comma)))
		return text_fold(
		    arena, arena_text_n(arena, name, (size_t)(comma - name)));
	name = text_fold(arena, name);
	while ((blank = strrchr(name, ' ')) != NULL && is_suffix(blank + 1))
		*blank = '\0';
	return blank == NULL ? name : blank + 1;
}

/* Who keeps a model or a repository: "microsoft" of microsoft/biogpt. */
static const char *
owner_of(struct arena *arena, const struct record *record)
{
	const char *value, *slash;

	if (record->artifact_count == 0 || record->artifacts[0].tie != TIE_SELF)
		return NULL;
	value = record->artifacts[0].id.value;
	slash = strchr(value, '/');
	return slash == NULL
	    ? NULL
	    : text_fold(arena, arena_text_n(arena, value, (size_t)(slash - value)));
}

static struct part
take_family(struct arena *arena, const struct record *record)
{
	struct part part = { .length = 0 };
	const char *name = record->author_count > 0
	    ? family_of(arena, &record->authors[0])
	    : owner_of(arena, record);

	/* "van der Maaten", "Hedt-Gauthier": one word. */
	while (name != NULL && *name != '\0')
		name = take_word(&part, name);
	if (part.text[0] >= '0' && part.text[0] <= '9')
		part = (struct part){ .length = 0 };
	return part;
}

/* Up to `most` words, from the first that begins with a letter. */
static struct part
take_title(struct arena *arena, const char *title, size_t most)
{
	const char *at = skip_small(text_fold(arena, title));
	struct part part = { .length = 0 };

	for (size_t words = 0; *at != '\0' && words < most;) {
		struct part word = { .length = 0 };
		const char *next = take_word(&word, at);

		if (word.length > 0 && (part.length > 0 || word.text[0] > '9')) {
			take_word(&part, at);
			words++;
		}
		at = next;
	}
	return part;
}

/* "OHSUMED" of "OHSUMED: An interactive …". */
static const char *
before_colon(struct arena *arena, const char *title)
{
	const char *colon = strstr(title, ": ");

	return colon == NULL || colon - title > LONGEST
	    ? title
	    : arena_text_n(arena, title, (size_t)(colon - title));
}

char *
merge_citation_key(struct arena *arena, const struct record *record)
{
	const char *title = record->title == NULL ? "" : record->title;
	struct part family = take_family(arena, record), word;
	const char *year = record->year <= 0
	    ? ""
	    : arena_printf(arena, "%04d", record->year % 10000);

	if (family.length > 0) {
		word = take_title(arena, title, 1);
		return arena_printf(arena, "%s%s%s", family.text, year, word.text);
	}
	word = take_title(arena, record->name == NULL ? "" : record->name, 3);
	if (word.length == 0)
		word = take_title(arena, before_colon(arena, title), 2);
	return arena_printf(arena, "%s%s", word.length == 0 ? "work" : word.text, year);
}
