/* Small pieces of HTML and SVG. */
#pragma once

#include <stddef.h>

struct arena;
struct buffer;

/* data/report.css */
extern const char report_css[];

/* <section> with a heading that the contents can point at. */
void page_section(struct buffer *, const char *id, const char *heading);
void page_section_end(struct buffer *);
/* <TAG class="CLASS">text</TAG>; class may be NULL. */
void page_element(struct buffer *, const char *tag, const char *class, const char *text);
void page_number_cell(struct buffer *, struct arena *, size_t);
/* <a href> when the URL is http or https, else the text alone. */
void page_link(struct buffer *, const char *url, const char *text);

/* <figure> with its caption and a note of ours, which may hold markup. */
void page_figure(struct buffer *, const char *caption, const char *note);

/* One part of a bar. */
struct bar_part {
	const char *label;
	const char *class; /* "c1" … "c6", "c0" for what is not there */
	size_t count;
};

/* A bar as wide as its place; the parts fill it. */
void page_svg_bar(
    struct buffer *, const char *title, const struct bar_part *, size_t count);
/* One value against the largest. */
void page_svg_value(struct buffer *, const char *title, size_t value, size_t largest);
/* Columns with labels below and figures above. */
void page_svg_columns(struct buffer *, const char *title, const char *const *labels,
    const size_t *values, size_t count);
/* The meaning of the colours. */
void page_svg_legend(struct buffer *, const struct bar_part *, size_t count);
