/*
 * Growing bytes with a stated maximum.  Adding beyond the limit fails and
 * sets `overflowed`, which stays set: check it once, at the end.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct buffer {
	char *bytes; /* always NUL-terminated once something was added */
	size_t length;
	size_t capacity;
	size_t limit; /* most bytes it may hold; 0: no limit */
	bool overflowed;
};

void buffer_init(struct buffer *, size_t limit);
void buffer_free(struct buffer *);
void buffer_clear(struct buffer *); /* keeps the memory */
bool buffer_add(struct buffer *, const void *bytes, size_t length);
bool buffer_text(struct buffer *, const char *text);
/* What a digest or a memo is made of: a number as the machine has it; a text, and that
 * there is none, which is not the same as an empty one. */
bool buffer_number(struct buffer *, int64_t number);
bool buffer_given(struct buffer *, const char *text);
bool buffer_printf(struct buffer *, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Here, because files are written sign by sign in many places. */
static inline bool
buffer_char(struct buffer *buffer, char byte)
{
	if (buffer->overflowed || buffer->capacity - buffer->length < 2)
		return buffer_add(buffer, &byte, 1);
	buffer->bytes[buffer->length++] = byte;
	buffer->bytes[buffer->length] = '\0';
	return true;
}
