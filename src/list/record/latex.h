/*
 * The LaTeX that bibliographies are written in, as far as names, titles and
 * addresses need it.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

struct arena;

/*
 * "G{\"o}del" → "Gödel", "\emph{x} --- $\alpha$" → "x — α"; braces, dollars
 * and unknown commands go, their arguments stay.  With `verbatim` (addresses,
 * identifiers) "~" and "--" are what they are.  Squeezed, NFC.
 */
char *latex_text(struct arena *, const char *value, bool verbatim);

/* data/latex.tsv, by name. */
struct latex_symbol_row {
	const char *name;
	const char *text;
};
extern const struct latex_symbol_row latex_symbols[];
extern const size_t latex_symbols_count;

/* latex_sign.c: what a command without an argument stands for, or NULL. */
const char *latex_symbol(const char *name, size_t length);
/* The combining mark of \" or \v; 0: no accent. */
unsigned latex_accent(char name);
