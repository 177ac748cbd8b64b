/*
 * Words that are written in several ways and follow no rule: the folded word
 * enters, the spelling that is compared leaves.  Sorted for bsearch.
 */
#include "judge/title.h"

#include <stdlib.h>
#include <string.h>

struct spelling {
	const char *word, *key;
};

static const struct spelling spellings[] = {
	{ "acknowledgement", "acknowledgment" },
	{ "ageing", "aging" },
	{ "aluminium", "aluminum" },
	{ "amongst", "among" },
	{ "analogue", "analog" },
	{ "analogues", "analogs" },
	{ "artefact", "artifact" },
	{ "artefacts", "artifacts" },
	{ "catalogue", "catalog" },
	{ "catalogues", "catalogs" },
	{ "centred", "centered" },
	{ "cheque", "check" },
	{ "defence", "defense" },
	{ "dialogue", "dialog" },
	{ "dialogues", "dialogs" },
	{ "eight", "8" },
	{ "eighteen", "18" },
	{ "eighth", "8th" },
	{ "eleven", "11" },
	{ "fifteen", "15" },
	{ "fifth", "5th" },
	{ "fifty", "50" },
	{ "first", "1st" },
	{ "five", "5" },
	{ "foetal", "fetal" },
	{ "foetus", "fetus" },
	{ "forty", "40" },
	{ "four", "4" },
	{ "fourteen", "14" },
	{ "fourth", "4th" },
	{ "grey", "gray" },
	{ "homologue", "homolog" },
	{ "homologues", "homologs" },
	{ "hundred", "100" },
	{ "ii", "2" },
	{ "iii", "3" },
	{ "iv", "4" },
	{ "ix", "9" },
	{ "judgement", "judgment" },
	{ "judgements", "judgments" },
	{ "learnt", "learned" },
	{ "licence", "license" },
	{ "licences", "licenses" },
	{ "manoeuvre", "maneuver" },
	{ "mould", "mold" },
	{ "nine", "9" },
	{ "ninety", "90" },
	{ "ninth", "9th" },
	{ "offence", "offense" },
	{ "one", "1" },
	{ "plough", "plow" },
	{ "practise", "practice" },
	{ "programme", "program" },
	{ "programmes", "programs" },
	{ "sceptic", "skeptic" },
	{ "second", "2nd" },
	{ "seven", "7" },
	{ "seventh", "7th" },
	{ "six", "6" },
	{ "sixteen", "16" },
	{ "sixth", "6th" },
	{ "sixty", "60" },
	{ "ten", "10" },
	{ "tenth", "10th" },
	{ "third", "3rd" },
	{ "thirteen", "13" },
	{ "thirty", "30" },
	{ "thousand", "1000" },
	{ "three", "3" },
	{ "towards", "toward" },
	{ "twelve", "12" },
	{ "twenty", "20" },
	{ "two", "2" },
	{ "tyre", "tire" },
	{ "versus", "vs" },
	{ "vi", "6" },
	{ "vii", "7" },
	{ "viii", "8" },
	{ "whilst", "while" },
	{ "xi", "11" },
	{ "xii", "12" },
	{ "xiii", "13" },
	{ "xiv", "14" },
	{ "zero", "0" },
};

static int
compare_word(const void *word, const void *spelling)
{
	return strcmp(word, ((const struct spelling *)spelling)->word);
}

const char *
spelling_known(const char *word)
{
	const struct spelling *found = bsearch(word, spellings,
	    sizeof spellings / sizeof *spellings, sizeof *spellings, compare_word);

	return found == NULL ? NULL : found->key;
}
