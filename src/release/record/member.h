/* A record, or what stands in it, and a row of its table enter; its text leaves. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "model/record.h"
#include "model/record_table.h"

struct arena;

/* What members are told by; the texts of a call live in the arena. */
struct telling {
	struct arena *arena;
	const struct record *record; /* NULL: of the list as a whole */
};

/* In words, whatever it is; NULL: unknown.  For what is no number, flag, or list. */
const char *member_text(const struct telling *, const struct member *, const void *thing);
/* false: unknown. */
bool member_number(const struct member *, const void *thing, int64_t *number);
double member_confidence(const struct member *, const void *thing);
enum tri member_flag(const struct member *, const void *thing);
/* The elements of a list, one after the other. */
size_t member_count(const struct member *, const void *thing);
const void *member_element(const struct member *, const void *thing, size_t at);

/* The other way round, of a cell: its text, or its number; NULL leaves it unknown. */
void member_take(const struct member *, void *thing, const char *text);

/* What it is in Data Package's, JSON Schema's, and Hugging Face's words. */
struct member_type {
	const char *column, *json, *feature;
	const char *facets; /* of the schema; NULL: none */
};
const struct member_type *member_type(const struct member *);
