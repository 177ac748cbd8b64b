/* report.html, and its sections. */
#pragma once

#include "release/about/about.h"

void report_write(const struct about *, struct buffer *);

void report_write_todo(const struct about *, struct buffer *);
void report_write_coverage(const struct about *, struct buffer *);
void report_write_citations(const struct about *, struct buffer *);
void report_write_licenses(const struct about *, struct buffer *);
void report_write_venues(const struct about *, struct buffer *);
void report_write_lists(const struct about *, struct buffer *);
void report_write_sources(const struct about *, struct buffer *);
