/* A revision of git's and a path enter, the file as it was leaves. */
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/child.h"
#include "base/file.h"
#include "base/log.h"
#include "command/news.h"

/* git in the folder of a list; its first line of output, NULL: it failed. */
static const char *
ask_git(struct arena *arena, const char *folder, const char *const *words)
{
	const char *arguments[8] = { "git", "-C", folder };
	struct buffer out;
	const char *line = NULL;
	size_t count = 3;

	while (*words != NULL)
		arguments[count++] = *words++;
	arguments[count] = NULL;
	buffer_init(&out, 0);
	if (child_run(arguments, false, &out) == 0 && out.length > 0)
		line = arena_text_n(arena, out.bytes, strcspn(out.bytes, "\n"));
	buffer_free(&out);
	return line;
}

/* What git says to it, in its own words. */
static void
tell(struct arena *arena, const char *folder, const char *revision)
{
	const char *const words[] = { "git", "-C", folder, "rev-parse", "--verify",
		arena_printf(arena, "%s^{commit}", revision), NULL };
	struct buffer out;

	buffer_init(&out, 0);
	if (child_run(words, true, &out) < 0)
		log_error("--base needs git, which cannot be run");
	else
		log_error("--base %s: %.*s", revision,
		    out.length > 0 ? (int)strcspn(out.bytes, "\n") : 0,
		    out.length > 0 ? out.bytes : "");
	log_error("wanted a revision of the repository that the list is in: HEAD, "
		  "origin/main; in CI, fetch it first");
	buffer_free(&out);
}

bool
news_git_show(struct arena *arena, const char *revision, const char *path,
    struct buffer *out, bool *there)
{
	const char *name = file_name(path);
	const char *folder = name == path
	    ? "."
	    : arena_text_n(arena, path, (size_t)(name - path));
	const char *commit = NULL, *fork, *blob;

	if (*revision != '-')
		commit = ask_git(arena, folder,
		    (const char *[]){ "rev-parse", "--verify",
			arena_printf(arena, "%s^{commit}", revision), NULL });
	*there = commit != NULL;
	/* Before the first commit all is new. */
	if (commit == NULL && strcmp(revision, "HEAD") == 0 &&
	    ask_git(arena, folder, (const char *[]){ "rev-parse", "--git-dir", NULL }) !=
		NULL)
		return true;
	if (commit == NULL) {
		tell(arena, folder, revision);
		return false;
	}
	/* What others did there since is none of this branch's. */
	fork = ask_git(
	    arena, folder, (const char *[]){ "merge-base", commit, "HEAD", NULL });
	blob = ask_git(arena, folder,
	    (const char *[]){ "rev-parse", "--verify",
		arena_printf(arena, "%s:./%s", fork != NULL ? fork : commit, name),
		NULL });
	*there = blob != NULL;
	return blob == NULL ||
	    child_run(
		(const char *[]){ "git", "-C", folder, "cat-file", "blob", blob, NULL },
		false, out) == 0;
}
