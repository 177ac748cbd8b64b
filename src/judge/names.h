/* Authors of two descriptions, compared.  Inside of judge/ only. */
#ifndef ENRICH_JUDGE_NAMES_H
#define ENRICH_JUDGE_NAMES_H

#include <stddef.h>

struct arena;
struct author;

/* One name: its folded words; initials are words of one letter. */
struct name {
	const char **v;
	size_t count;
	const char *literal;
};

struct names {
	struct name *v;
	size_t count;
};

enum agreement {
	NAMES_UNKNOWN,		/* one side names nobody */
	NAMES_AGREE,
	NAMES_SOME,		/* somebody in common, not enough */
	NAMES_DISJOINT,
};

void names_read(struct arena *, const struct author *, size_t count,
    struct names *);
/* "Luo, Sun and Xia et al.": what a list says. */
void names_read_text(struct arena *, const char *, struct names *);
/* *who: a name in common, or NULL. */
enum agreement names_compare(const struct names *, const struct names *,
    const char **who);

#endif
