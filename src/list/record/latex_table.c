/* LaTeX commands enter; the characters they stand for leave. */
#include "list/record/latex.h"

#include <string.h>

static const struct {
	const char *name;
	const char *text;
} symbols[] = {
	/* letters */
	{ "ss", "ß" },
	{ "ae", "æ" },
	{ "AE", "Æ" },
	{ "oe", "œ" },
	{ "OE", "Œ" },
	{ "o", "ø" },
	{ "O", "Ø" },
	{ "l", "ł" },
	{ "L", "Ł" },
	{ "aa", "å" },
	{ "AA", "Å" },
	{ "i", "ı" },
	{ "j", "ȷ" },
	{ "dh", "ð" },
	{ "DH", "Ð" },
	{ "dj", "đ" },
	{ "DJ", "Đ" },
	{ "th", "þ" },
	{ "TH", "Þ" },
	{ "ng", "ŋ" },
	{ "NG", "Ŋ" },
	/* signs */
	{ "textbackslash", "\\" },
	{ "textasciitilde", "~" },
	{ "textasciicircum", "^" },
	{ "textunderscore", "_" },
	{ "textgreater", ">" },
	{ "textless", "<" },
	{ "textbar", "|" },
	{ "textendash", "–" },
	{ "textemdash", "—" },
	{ "textquoteleft", "‘" },
	{ "textquoteright", "’" },
	{ "textquotedblleft", "“" },
	{ "textquotedblright", "”" },
	{ "textquotesingle", "'" },
	{ "textquotedbl", "\"" },
	{ "ldots", "…" },
	{ "dots", "…" },
	{ "textellipsis", "…" },
	{ "textregistered", "®" },
	{ "texttrademark", "™" },
	{ "copyright", "©" },
	{ "textcopyright", "©" },
	{ "pounds", "£" },
	{ "textsterling", "£" },
	{ "euro", "€" },
	{ "texteuro", "€" },
	{ "S", "§" },
	{ "P", "¶" },
	{ "dag", "†" },
	{ "textdegree", "°" },
	{ "textmu", "µ" },
	{ "textperiodcentered", "·" },
	{ "textbullet", "•" },
	{ "LaTeX", "LaTeX" },
	{ "TeX", "TeX" },
	{ "BibTeX", "BibTeX" },
	/* formulas */
	{ "times", "×" },
	{ "pm", "±" },
	{ "cdot", "·" },
	{ "sim", "~" },
	{ "approx", "≈" },
	{ "neq", "≠" },
	{ "leq", "≤" },
	{ "le", "≤" },
	{ "geq", "≥" },
	{ "ge", "≥" },
	{ "infty", "∞" },
	{ "to", "→" },
	{ "rightarrow", "→" },
	{ "leftarrow", "←" },
	{ "leftrightarrow", "↔" },
	{ "sqrt", "√" },
	{ "sum", "∑" },
	{ "circ", "°" },
	{ "star", "⋆" },
	{ "ell", "ℓ" },
	{ "alpha", "α" },
	{ "beta", "β" },
	{ "gamma", "γ" },
	{ "delta", "δ" },
	{ "epsilon", "ε" },
	{ "varepsilon", "ε" },
	{ "zeta", "ζ" },
	{ "eta", "η" },
	{ "theta", "θ" },
	{ "iota", "ι" },
	{ "kappa", "κ" },
	{ "lambda", "λ" },
	{ "mu", "μ" },
	{ "nu", "ν" },
	{ "xi", "ξ" },
	{ "pi", "π" },
	{ "rho", "ρ" },
	{ "sigma", "σ" },
	{ "tau", "τ" },
	{ "upsilon", "υ" },
	{ "phi", "φ" },
	{ "varphi", "φ" },
	{ "chi", "χ" },
	{ "psi", "ψ" },
	{ "omega", "ω" },
	{ "Gamma", "Γ" },
	{ "Delta", "Δ" },
	{ "Theta", "Θ" },
	{ "Lambda", "Λ" },
	{ "Xi", "Ξ" },
	{ "Pi", "Π" },
	{ "Sigma", "Σ" },
	{ "Phi", "Φ" },
	{ "Psi", "Ψ" },
	{ "Omega", "Ω" },
};

static const struct {
	char name;
	unsigned mark;
} accents[] = {
	{ '`', 0x300 },
	{ '\'', 0x301 },
	{ '^', 0x302 },
	{ '~', 0x303 },
	{ '=', 0x304 },
	{ 'u', 0x306 },
	{ '.', 0x307 },
	{ '"', 0x308 },
	{ 'r', 0x30A },
	{ 'H', 0x30B },
	{ 'v', 0x30C },
	{ 'd', 0x323 },
	{ 'c', 0x327 },
	{ 'k', 0x328 },
	{ 'b', 0x331 },
};

const char *
latex_symbol(const char *name, size_t length)
{
	for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++)
		if (strncmp(symbols[i].name, name, length) == 0 &&
		    symbols[i].name[length] == '\0')
			return symbols[i].text;
	return NULL;
}

unsigned
latex_accent(char name)
{
	for (size_t i = 0; i < sizeof accents / sizeof *accents; i++)
		if (accents[i].name == name)
			return accents[i].mark;
	return 0;
}
