/*
 * Facts about words in titles: small ones, common ones, generic titles and
 * the phrases that make a text one about another.  Sorted for bsearch.
 */
#include "judge/title.h"

#include <stdlib.h>
#include <string.h>

static const char *const small_words[] = {
	"a", "about", "across", "all", "also", "an", "and", "are", "as", "at",
	"be", "been", "but", "by", "can", "da", "das", "de", "der", "des",
	"die", "do", "does", "du", "during", "e", "ein", "eine", "el", "en",
	"et", "for", "from", "fur", "has", "have", "how", "in", "into", "is",
	"it", "its", "la", "las", "le", "les", "los", "more", "not", "of",
	"on", "or", "our", "over", "s", "some", "still", "that", "the",
	"their", "through", "to", "toward", "towards", "um", "und", "us",
	"using", "via", "von", "was", "we", "were", "what", "when", "with",
	"within", "without", "y", "you", "your", "zu", "zur",
};

/* In common they say "the same field", not "the same work". */
static const char *const common_words[] = {
	"adaptation", "ai", "algorithm", "algorithms", "analysis",
	"application", "applications", "approach", "artificial", "assessment",
	"automated", "automatic", "based", "benchmark", "benchmarking",
	"benchmarks", "biomedical", "biomedicine", "care", "case",
	"challenges", "chatgpt", "classification", "clinical", "comparison",
	"comprehensive", "corpus", "data", "database", "dataset", "datasets",
	"deep", "detection", "development", "domain", "driven", "early",
	"effect", "effects", "efficient", "electronic", "enhanced",
	"enhancing", "evaluating", "evaluation", "exploring", "extraction",
	"fine", "finetuned", "finetuning", "foundation", "framework",
	"general", "generation", "generative", "gpt", "health", "healthcare",
	"image", "images", "impact", "improved", "improving", "information",
	"instruction", "intelligence", "introduction", "knowledge",
	"language", "large", "learning", "level", "llm", "llms", "machine",
	"measuring", "medical", "medicine", "method", "methods", "model",
	"modeling", "modelling", "models", "multi", "multimodal", "natural",
	"network", "networks", "neural", "new", "novel", "open",
	"opportunities", "overview", "patient", "patients", "performance",
	"pre", "prediction", "pretrained", "pretraining", "processing",
	"question", "questions", "reasoning", "recognition", "records",
	"representation", "representations", "research", "resource",
	"results", "review", "robust", "scale", "scaling", "science",
	"scientific", "segmentation", "semantic", "source", "specific",
	"study", "survey", "system", "systematic", "systems", "task", "tasks",
	"technique", "techniques", "text", "theory", "trained", "training",
	"transformer", "transformers", "treatment", "tuned", "tuning",
	"understanding", "unified", "use", "vision", "visual",
};

static const char *const generic_titles[] = {
	"abstract", "abstracts", "acknowledgement", "acknowledgements",
	"acknowledgment", "acknowledgments", "announcement", "announcements",
	"annual report", "appendix", "author index", "back matter",
	"bibliography", "biographies", "book review", "book reviews",
	"books received", "calendar", "case report", "conclusion",
	"conclusions", "conference report", "contents",
	"contributor biographies", "contributors", "correction",
	"correspondence", "corrigenda", "corrigendum", "discussion",
	"editor s note", "editorial", "editorial board", "errata", "erratum",
	"foreword", "from the editor", "front matter", "guest editorial",
	"in memoriam", "index", "introduction",
	"introduction of new associate editors", "introduction to the issue",
	"introduction to the special issue", "invited editorial",
	"issue information", "letter from the editor", "letter to the editor",
	"letters", "letters to the editor", "list of referees",
	"list of reviewers", "literature", "masthead", "meeting report",
	"message from the editor", "miscellany", "new books",
	"news", "news and notes", "news in brief", "note", "notes",
	"notes and news", "notes on contributors", "notices", "obituary",
	"overview", "preface", "proceedings", "publications received",
	"recenzje", "references", "reply", "report", "response", "review",
	"reviewer acknowledgement", "reviews", "rezensionen", "special issue",
	"subject index", "summary", "table of contents", "technical report",
	"thank you to reviewers", "title page", "untitled", "welcome",
};

const struct mark_phrase mark_phrases[] = {
	{ "erratum", MARK_CORRECTION, true, true },
	{ "errata", MARK_CORRECTION, true, true },
	{ "corrigendum", MARK_CORRECTION, true, true },
	{ "corrigenda", MARK_CORRECTION, true, true },
	{ "correction to", MARK_CORRECTION, true, false },
	{ "correction for", MARK_CORRECTION, true, false },
	{ "correction", MARK_CORRECTION, false, true },
	{ "author correction", MARK_CORRECTION, true, true },
	{ "publisher correction", MARK_CORRECTION, true, true },
	{ "addendum", MARK_CORRECTION, true, true },
	{ "expression of concern", MARK_CORRECTION, true, false },
	{ "publisher s note", MARK_CORRECTION, true, false },
	{ "retraction", MARK_RETRACTION, true, false },
	{ "retraction note", MARK_RETRACTION, true, true },
	{ "retraction notice", MARK_RETRACTION, true, false },
	{ "withdrawal notice", MARK_RETRACTION, true, false },
	{ "notice of retraction", MARK_RETRACTION, true, false },
	{ "review of", MARK_REVIEW, true, false },
	{ "a review of the book", MARK_REVIEW, true, false },
	{ "book review", MARK_REVIEW, true, true },
	{ "faculty of 1000 evaluation", MARK_REVIEW, true, false },
	{ "faculty opinions recommendation", MARK_REVIEW, true, false },
	{ "decision letter for", MARK_REVIEW, true, false },
	{ "author response for", MARK_REVIEW, true, false },
	{ "peer review of", MARK_REVIEW, true, false },
	{ "decision letter", MARK_REVIEW, true, false },
	{ "comment on", MARK_COMMENT, true, false },
	{ "comments on", MARK_COMMENT, true, false },
	{ "commentary on", MARK_COMMENT, true, false },
	{ "commentary", MARK_COMMENT, true, true },
	{ "discussion of", MARK_COMMENT, true, false },
	{ "reply to", MARK_COMMENT, true, false },
	{ "reply", MARK_COMMENT, false, true },
	{ "rejoinder", MARK_COMMENT, true, true },
	{ "response to", MARK_COMMENT, true, false },
	{ "re", MARK_COMMENT, true, false },
	{ "in reply", MARK_COMMENT, true, false },
	{ "author reply", MARK_COMMENT, false, true },
	{ "authors reply", MARK_COMMENT, false, true },
	{ "replication data for", MARK_DATA, true, false },
	{ "data from", MARK_DATA, true, false },
	{ "data for", MARK_DATA, true, false },
	{ "dataset for", MARK_DATA, true, false },
	{ "code for", MARK_DATA, true, false },
	{ "supplementary data for", MARK_DATA, true, false },
	{ "additional file", MARK_SUPPLEMENT, true, false },
	{ "moesm", MARK_SUPPLEMENT, true, false },
	{ "supplementary material", MARK_SUPPLEMENT, true, true },
	{ "supplementary materials", MARK_SUPPLEMENT, true, true },
	{ "supplementary information", MARK_SUPPLEMENT, true, true },
	{ "supplemental material", MARK_SUPPLEMENT, true, true },
	{ "supplement to", MARK_SUPPLEMENT, true, false },
	{ "supplement", MARK_SUPPLEMENT, false, true },
	{ "appendix", MARK_SUPPLEMENT, true, true },
	{ "online appendix", MARK_SUPPLEMENT, true, true },
	{ "preface to", MARK_FRONT, true, false },
	{ "foreword to", MARK_FRONT, true, false },
	{ "editorial", MARK_FRONT, true, false },
	{ "cover picture", MARK_FRONT, true, false },
	{ "inside cover", MARK_FRONT, true, false },
	{ "front cover", MARK_FRONT, true, false },
	{ "back cover", MARK_FRONT, true, false },
	{ "frontispiece", MARK_FRONT, true, false },
	{ "cover feature", MARK_FRONT, true, false },
	{ "preliminary report", MARK_EARLY, false, true },
	{ "study protocol", MARK_EARLY, false, true },
	{ "protocol for", MARK_EARLY, true, false },
	{ NULL, 0, false, false },
};

static int
compare_word(const void *key, const void *element)
{
	return strcmp(key, *(const char *const *)element);
}

#define IN_TABLE(word, table)                                            \
	(bsearch((word), (table), sizeof(table) / sizeof *(table),       \
	     sizeof *(table), compare_word) != NULL)

bool
word_is_small(const char *word)
{
	return IN_TABLE(word, small_words);
}

bool
word_is_common(const char *word)
{
	return IN_TABLE(word, common_words);
}

bool
phrase_is_generic(const char *folded)
{
	return IN_TABLE(folded, generic_titles);
}

double
word_weight(const char *word)
{
	if (word_is_small(word))
		return 0.0;
	return word_is_common(word) ? 0.25 : 1.0;
}

bool
word_is_number(const char *word)
{
	static const char *const numerals[] = { "ii", "iii", "iv", "ix", "v",
		"vi", "vii", "viii", "xi", "xii" };

	return strpbrk(word, "0123456789") != NULL || IN_TABLE(word, numerals);
}
