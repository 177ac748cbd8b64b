/*
 * The fields whose change CHANGES.md tells, as texts: of a record, and of the
 * line a release has of it.  Both give the same text for the same value.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>

#include "model/record.h"

struct buffer;
struct json;

enum watch {
	WATCH_TITLE,
	WATCH_AUTHORS,
	WATCH_STAGE,
	WATCH_ISSUED,
	WATCH_VENUE,
	WATCH_LICENSE,
	WATCH_IDENTIFIERS,
	WATCH_RETRACTED,
	WATCH_WITHDRAWN,
	WATCH_ARTIFACTS,
	WATCHES
};

/* Behind an artifact that asks for a form, in WATCH_ARTIFACTS' text. */
#define WATCH_GATED ", asks for a form"

const char *watch_name(enum watch); /* "venue" … */
/* Appends; "" is unknown. */
void watch_record(enum watch, const struct record *, struct buffer *);
void watch_line(enum watch, const struct json *line, struct buffer *);
/* 64 bits over all of them. */
uint64_t watch_print_record(const struct record *, struct buffer *scratch);
uint64_t watch_print_line(const struct json *line, struct buffer *scratch);
/* 64 bits of any text. */
uint64_t watch_print(const char *bytes, size_t length);
