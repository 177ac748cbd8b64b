/* Authors of two descriptions, compared.  Inside of judge/ only. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct author;

/* A collaboration's thousands are not compared one by one. */
#define MOST_NAMES      100
#define MOST_NAME_WORDS 12

/* One name: its folded words; initials are words of one letter. */
struct name {
	const char **v;
	size_t count;
	const char *literal;
	bool latin; /* in Latin letters */
	bool team;  /* a group, an institute */
};

/* Persons, and the teams and consortia that may stand for them. */
struct names {
	struct name *v;
	size_t count;
	struct name *teams;
	size_t team_count;
};

enum agreement {
	NAMES_UNKNOWN, /* one side names nobody who could be compared */
	NAMES_AGREE,
	NAMES_FIRST, /* the first author, and none of the others */
	NAMES_SOME,  /* somebody in common, not enough */
	NAMES_DISJOINT,
};

void names_read(struct arena *, const struct author *, size_t count, struct names *);
/* "Luo, Sun and Xia et al.": what a list says. */
void names_read_text(struct arena *, const char *, struct names *);
/* May both be one person's: other orders, initials, short forms, marks. */
bool names_match(struct arena *, const struct name *, const struct name *);
/* *who: a name in common, or NULL. */
enum agreement names_compare(
    struct arena *, const struct names *, const struct names *, const char **who);
