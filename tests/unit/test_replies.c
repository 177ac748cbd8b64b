/*
 * Every case under tests/replies: CASE.ask and CASE.headers and a body in,
 * CASE.expected (answers) and, where it is there, CASE.request compared, in which
 * "…" stands for the rest of a line: which members are asked for, say.  A new case
 * is a file, not code; "test_replies SOURCE STEM" prints what is.
 */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "replies.h"
#include "source/source.h"

static unsigned cases, wrong;

static void
complain(const char *stem, const char *what, const struct buffer *got)
{
	wrong++;
	fprintf(stderr, "%s: %s\n%s\n", stem, what, got == NULL ? "" : got->bytes);
}

/* The same bytes; but "…" in what is wanted stands for the rest of a line. */
static bool
is_as_wanted(const char *want, size_t length, const struct buffer *got)
{
	const char *rest = strstr(want, "…"), *end;
	size_t before = rest == NULL ? 0 : (size_t)(rest - want);

	if (rest == NULL || got->length < before)
		return length == got->length && memcmp(want, got->bytes, length) == 0;
	end = strchr(got->bytes + before, '\n');
	return memcmp(want, got->bytes, before) == 0 && end != NULL &&
	    strcmp(rest + strlen("…"), end) == 0;
}

static void
compare(
    struct arena *arena, const char *stem, const char *ending, const struct buffer *got)
{
	size_t length;
	char *want = reply_file(
	    arena, arena_printf(arena, "%s.%s", stem, ending), &length);

	/* Only some cases are about the request. */
	if (want == NULL && strcmp(ending, "request") == 0)
		return;
	if (want == NULL || !is_as_wanted(want, length, got))
		complain(stem, arena_printf(arena, "is not .%s, but", ending), got);
}

/*
 * A reply that was cut off is never an absence, wherever the cut is: what is
 * left must be retried, dropped, or leave its questions unanswered.
 */
static void
cut(const char *stem, const struct reply *whole)
{
	size_t length = whole->response.body_length, step;

	while (length > 0 && strchr(" \r\n\t", whole->response.body[length - 1]) != NULL)
		length--;
	step = length / 60 + 1;
	for (size_t at = 1; at < length; at += step) {
		struct arena *arena = arena_new();
		struct reply part = *whole;
		struct answer *answers = arena_alloc(
		    arena, part.request.question_count * sizeof *answers);

		part.response.body = arena_text_n(arena, whole->response.body, at);
		part.response.body_length = at;
		if (part.source->split(&part.request, &part.response, part.has_key) ==
		    VERDICT_TAKE) {
			part.source->read(&part.request, &part.response, arena, answers);
			for (size_t i = 0; i < part.request.question_count; i++) {
				if (answers[i].state == ANSWER_ABSENT)
					complain(stem,
					    arena_printf(
						arena, "absent when cut at %zu", at),
					    NULL);
			}
		}
		arena_free(arena);
	}
}

static void
try_case(const struct source *source, const char *stem)
{
	struct arena *arena = arena_new();
	struct buffer out;
	struct reply reply;

	cases++;
	buffer_init(&out, 0);
	if (!reply_load(arena, source, stem, &reply)) {
		complain(stem, "not a whole case (.ask, .headers)", NULL);
	} else {
		reply_write(arena, &reply, &out);
		compare(arena, stem, "expected", &out);
		buffer_clear(&out);
		reply_write_request(&reply, &out);
		compare(arena, stem, "request", &out);
		/* Where the words are not asked for, none can be cut. */
		if (reply.response.body_length > 0)
			cut(stem, &reply);
	}
	buffer_free(&out);
	arena_free(arena);
}

static void
try_folder(const char *root, const struct source *source)
{
	char folder[4096], stem[8192];
	struct dirent **names;
	int count;

	snprintf(folder, sizeof folder, "%s/tests/replies/%s", root, source->name);
	unsigned before = cases;
	count = scandir(folder, &names, NULL, alphasort);
	if (count < 0) {
		complain(folder, "no cases", NULL);
		return;
	}
	for (int i = 0; i < count; i++) {
		char *dot = strrchr(names[i]->d_name, '.');

		if (dot != NULL && strcmp(dot, ".ask") == 0) {
			*dot = '\0';
			snprintf(stem, sizeof stem, "%s/%s", folder, names[i]->d_name);
			try_case(source, stem);
		}
		free(names[i]);
	}
	free(names);
	if (cases == before)
		complain(folder, "no cases", NULL);
}

static int
print_case(const char *name, const char *stem, bool is_request)
{
	struct arena *arena = arena_new();
	struct buffer out;
	struct reply reply;

	buffer_init(&out, 0);
	if (!reply_load(arena, source_by_name(name), stem, &reply))
		return 1;
	if (is_request)
		reply_write_request(&reply, &out);
	else
		reply_write(arena, &reply, &out);
	fwrite(out.bytes, 1, out.length, stdout);
	buffer_free(&out);
	arena_free(arena);
	return 0;
}

/* How many ids one address to arXiv takes. */
static void
check_length(const char *format, size_t least, size_t most)
{
	struct arena *arena = arena_new();
	struct question *questions = arena_alloc(arena, 500 * sizeof *questions);
	struct request request;

	for (size_t i = 0; i < 500; i++) {
		questions[i].id.kind = IDENTIFIER_ARXIV;
		questions[i].id.value = arena_printf(arena, "%s%04zu", format, i);
	}
	source_by_name("arxiv")->ask(questions, 500, arena, &request);
	if (request.question_count < least || request.question_count > most ||
	    strlen(request.path) > 6000 ||
	    strstr(request.path,
		arena_printf(arena, "&max_results=%zu", request.question_count)) ==
		NULL) {
		wrong++;
		fprintf(stderr, "%zu ids in %zu bytes\n", request.question_count,
		    strlen(request.path));
	}
	arena_free(arena);
}

int
main(int argc, char **argv)
{
	const char *root = getenv("top_srcdir");

	if (argc > 2)
		return print_case(argv[1], argv[2], argc > 3);
	for (size_t i = 0; sources[i] != NULL; i++)
		try_folder(root == NULL ? "." : root, sources[i]);
	check_length("2401.0", 500, 500);
	check_length("cond-mat/990", 200, 499);
	printf("%u cases, %u wrong\n", cases, wrong);
	return wrong > 0 || cases == 0;
}
