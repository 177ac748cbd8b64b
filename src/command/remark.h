/*
 * What is to be said of a line of a list, in the ways that editors and CI take:
 * as compilers do, annotations for GitHub, a report for GitLab, SARIF.
 */
#pragma once

#include "base/buffer.h"

struct arena;

enum remark_level { REMARK_ERROR, REMARK_WARNING, REMARK_NOTICE };

struct remark {
	enum remark_level level;
	const char *place; /* path of the list, or its name */
	unsigned line;
	const char *code;   /* "venue-differs" */
	const char *words;  /* one sentence; NULL: none */
	const char *repair; /* what to write instead; NULL: none */
	const char *key;    /* of the finding; NULL: it is none */
};

struct remarks {
	struct arena *arena;
	char format;        /* 't'ext, git'h'ub, git'l'ab, 's'arif */
	struct buffer out;  /* of one remark */
	const char **codes; /* told so far, once each; for SARIF */
	size_t code_count, count;
};

/* `format`: "text" (also NULL), "github", "gitlab" or "sarif".  Everything goes to
 * standard output, a remark at a time. */
void remark_open(struct remarks *, struct arena *, const char *format);
void remark_add(struct remarks *, const struct remark *);
void remark_close(struct remarks *);
