/*
 * Making text harmless where it is written: CSV, HTML, BibTeX, YAML, Markdown
 * and file names.  NULL is written as nothing.  Ill-formed UTF-8 comes out as
 * U+FFFD.  What is kept true stands in works.jsonl.
 */
#pragma once

struct arena;
struct buffer;

/*
 * One cell (RFC 4180).  Control characters become blanks; a cell that a
 * spreadsheet would calculate gets a ' in front (OWASP ASVS 1.2.10), numbers
 * excepted.
 */
void escape_csv(struct buffer *, const char *text);
/* The text of a cell without that guard. */
const char *escape_csv_undo(const char *cell);

/*
 * Text and attribute values.  Control characters, noncharacters and those
 * that turn the reading direction round are left out.
 */
void escape_html(struct buffer *, const char *text);
/* The same characters left out; Markdown's own are escaped; one line. */
void escape_markdown(struct buffer *, const char *text);
void escape_bibtex(struct buffer *, const char *text);
/* Words with inner capitals in braces, so that styles leave them alone. */
void escape_bibtex_title(struct buffer *, const char *text);
/* A URL or DOI: no TeX escapes, but nothing that unbalances the braces. */
void escape_bibtex_verbatim(struct buffer *, const char *text);
/* A quoted string that YAML 1.1, YAML 1.2 and JSON read alike. */
void escape_yaml(struct buffer *, const char *text);
/* A tag file's value: one line. */
void escape_line(struct buffer *, const char *text);

/* A file name of ASCII letters, digits and "._-"; never empty, no leading
 * dot, at most 80 characters. */
char *escape_file_name(struct arena *, const char *text);
