/* A heading enters; whether its section holds entries, or is a manual's, leaves. */
#include <string.h>

#include "base/text.h"
#include "list/words/words.h"

/* Sections that say where others are: they end at the next heading. */
static const char *const contents_sections[] = { "contents", "table of contents", "toc",
	"index", "navigation", "contact", "star", "quick links", "目录", "outline",
	NULL };

/* Words of headings whose sections are about the list, not of it ("News &
 * Updates", "Our Contributors"); nested ones too.  "!": one of these must be
 * there, the others only may. */
static const char *const about_words[] = { "!news", "!updates", "!update", "!changelog",
	"!contributing", "!contribution", "!contributions", "!contribute",
	"!contributors", "!acknowledgement", "!acknowledgements", "!acknowledgment",
	"!acknowledgments", "!citation", "!citations", "!citing", "!cite", "!bibtex",
	"!license", "!licence", "!disclaimer", "!contact", "!contacts", "!sponsors",
	"!maintainers", "!star", "!stargazers", "our", "the", "project", "latest",
	"recent", "how", "to", "and", "us", "chart", "history", "this", "repo",
	"repository", "list", "survey", "paper", "work", "main", "note", "notes" };
static const char *const closed_sections[] = { "change log", "related awesome lists",
	"related lists", "what s new", "whats new", "更新", "贡献", "引用", "致谢",
	"参与贡献", "更新日志", "受賞", NULL };

static bool
is_about(const char *folded)
{
	const size_t words = sizeof about_words / sizeof about_words[0];
	bool core = false;

	for (const char *word = folded; *word != '\0';) {
		size_t length = strcspn(word, " "), i;
		bool number = text_span(word, "0123456789") == length;
		for (i = 0; i < words; i++) {
			const char *known = about_words[i];
			bool must = *known == '!';
			if (strlen(known + must) == length &&
			    strncmp(known + must, word, length) == 0) {
				core |= must;
				break;
			}
		}
		/* "Update: 2019-09-24" */
		if (i == words && !number)
			return false;
		word += length + (word[length] == ' ');
	}
	return core;
}

enum closed
section_closed(struct arena *arena, const char *heading)
{
	const char *folded = text_fold(arena, words_title(arena, heading));

	if (text_is_one_of(folded, contents_sections))
		return CLOSED_TO_NEXT;
	return is_about(folded) || text_is_one_of(folded, closed_sections) ? CLOSED
									   : OPEN;
}

bool
section_instructs(struct arena *arena, const char *heading)
{
	static const char *const manual[] = { "api", "build", "building", "compilation",
		"compiling", "configuration", "configure", "dependencies", "description",
		"development", "documentation", "features", "getting started",
		"how to build", "how to install", "how to run", "how to use", "options",
		"prerequisites", "quick start", "quickstart", "requirements", "running",
		"running the tests", "running tests", "setup", "synopsis", "tests",
		"troubleshooting", "usage", "安装", "使用", "使用方法", "快速开始",
		NULL };
	const char *folded = text_fold(arena, words_title(arena, heading));

	return text_is_one_of(folded, manual) ||
	    (strncmp(folded, "install", 7) == 0 && words_count(folded) <= TITLE_WORDS);
}
