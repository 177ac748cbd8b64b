/*
 * Bounded JSON (RFC 8259) on yajl.  Reading gives a tree in an arena in which
 * every value knows the raw bytes it was read from; writing is a stream.
 * Limits: 64 levels deep.  Of duplicate keys json_get gives the first.  Strings
 * that hold U+0000 keep their length; ill-formed ones are repaired.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct buffer;

enum json_kind {
	JSON_NULL,
	JSON_BOOLEAN,
	JSON_NUMBER, /* text: the literal as sent */
	JSON_STRING, /* text: decoded, NUL-terminated, `length` bytes */
	JSON_ARRAY,
	JSON_OBJECT,
};

struct json {
	enum json_kind kind;
	bool boolean;
	const char *key; /* of a member of an object, else NULL */
	const char *text;
	size_t length;
	size_t count;             /* children of an array or object */
	const struct json *child; /* first child */
	const struct json *next;  /* next sibling */
	const char *raw;          /* inside the input, not NUL-terminated */
	size_t raw_length;
};

/*
 * Parse one value.  The input must outlive the tree (raw points into it).
 * NULL when it is not JSON or too deep; *reason then says why (a short
 * English phrase in the arena).  `reason` may be NULL.
 */
const struct json *json_parse(
    struct arena *, const char *bytes, size_t length, const char **reason);

/* All of these take NULL, and a value of another kind, for "not there". */
const struct json *json_get(const struct json *object, const char *key);
const struct json *json_at(const struct json *, const char *dotted_path);
const struct json *json_first(const struct json *list); /* its first element */
const char *json_string(const struct json *);           /* NULL: no string, or "" */
bool json_integer(const struct json *, int64_t *value);
bool json_boolean(const struct json *, bool *value);

/* json_file.c: a member of the object that a file of `limit` bytes at the most is. */
const char *json_file_text(
    struct arena *, const char *path, size_t limit, const char *member);

/* Writing.  Strings must be UTF-8 (ill-formed ones are repaired). */
struct json_writer;

struct json_writer *json_writer_new(struct buffer *out, bool pretty);
void json_writer_free(struct json_writer *);
void json_write_object(struct json_writer *);
void json_write_object_end(struct json_writer *);
void json_write_array(struct json_writer *);
void json_write_array_end(struct json_writer *);
/* One of ours: nothing in it is escaped. */
void json_write_key(struct json_writer *, const char *key);
void json_write_string(struct json_writer *, const char *text); /* NULL: null */
void json_write_string_n(struct json_writer *, const char *, size_t length);
void json_write_integer(struct json_writer *, int64_t);
void json_write_number(struct json_writer *, const char *literal);
void json_write_boolean(struct json_writer *, bool);
void json_write_null(struct json_writer *);
/* Already JSON; copied as it is. */
void json_write_raw(struct json_writer *, const char *bytes, size_t length);
/* A top-level value is complete: what follows starts anew (JSON Lines). */
void json_write_line_end(struct json_writer *);

/* Key and value in one call; NULL text writes null. */
void json_member(struct json_writer *, const char *key, const char *text);
void json_member_integer(struct json_writer *, const char *key, int64_t);
void json_member_boolean(struct json_writer *, const char *key, bool);
