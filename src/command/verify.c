/*
 * A release enters, and perhaps the export of the cache it was made from; what is not
 * as it should be leaves, a line each.
 */
#include "command/command.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/log.h"
#include "base/text.h"
#include "derive/derive.h"
#include "list/list.h"
#include "release/verify/verify.h"

enum { MOST_TOLD = 100 };

struct verifying {
	struct arena *arena;
	const struct settings *settings;
	const char *folder;
	size_t told;
};

static void
tell(void *context, const char *file, size_t line, const char *what)
{
	struct verifying *v = context;

	if (v->told++ >= MOST_TOLD)
		return;
	fputs(text_for_terminal(v->arena, file), stdout);
	if (line > 0)
		printf(":%zu", line);
	printf(": %s\n", text_for_terminal(v->arena, what));
}

/* The sum that lies beside an archive, where one does. */
static void
verify_archive(struct verifying *v, const char *archive)
{
	const char *words = release_beside(v->arena, archive);

	if (words != NULL)
		tell(v, file_name(archive), 0, words);
}

/* "models, SHA-256 0f3a…, https://…" */
static void
check_lists(struct verifying *v, const struct reading *reading)
{
	const char *said;

	for (size_t i = 0;
	     (said = release_said(v->arena, v->folder, "Enrich-List", i)) != NULL; i++) {
		const char *sum = strstr(said, ", SHA-256 ");
		bool found = false;

		for (size_t l = 0; sum != NULL && l < reading->list_count; l++)
			found |= strncmp(sum + 10, reading->lists[l].revision, 64) == 0;
		if (!found)
			tell(v, "bag-info.txt", 0,
			    arena_printf(v->arena,
				"the list %.*s is not among those named, as it was then",
				(int)strcspn(said, ","), said));
	}
}

/* As the release says that it was made; the rest is the settings'. */
static bool
settings_of(struct verifying *v, const char *work, struct settings *again)
{
	const char *identity = release_said(
	    v->arena, v->folder, "External-Identifier", 0);
	const char *created = release_created(v->arena, v->folder);
	const char *since = release_said(v->arena, v->folder, "Enrich-Since", 0);
	const char *last = release_said(v->arena, v->folder, "Enrich-Predecessor", 0);

	*again = *v->settings;
	if (identity == NULL || strrchr(identity, '-') == NULL || created == NULL ||
	    !clock_parse_instant(created, &again->as_of)) {
		log_error("%s does not say which release it is, nor as of when",
		    file_join(v->arena, v->folder, "bag-info.txt"));
		return false;
	}
	again->cache = file_join(v->arena, work, "cache");
	again->state = file_join(v->arena, work, "state");
	again->output = file_join(v->arena, work, "releases");
	again->name = arena_text_n(
	    v->arena, identity, (size_t)(strrchr(identity, '-') - identity));
	again->since = since;
	again->offline = true;
	again->keep = 0;
	again->min_coverage = 0;
	/* A page of its own was somewhere else. */
	again->site = file_exists(file_join(v->arena, v->folder, "site")) ? NULL : "none";
	if (last == NULL || strcmp(last, "none") == 0)
		again->previous = "none";
	else if (again->previous == NULL)
		again->previous = release_predecessor_of(
		    v->arena, v->folder, v->settings->output);
	if (again->previous != NULL)
		return true;
	log_error("the release before it (%s) is not in %s: --previous DIR says where it "
		  "is",
	    last, v->settings->output);
	return false;
}

/* Into an empty cache. */
static int
import(struct arena *arena, const struct settings *settings, const char *path)
{
	struct cache_trouble trouble = { 0 };
	struct session session;
	uint64_t count, skipped;
	int status = session_open(&session, arena, settings, true, CACHE_WRITE);

	if (status != 0)
		return status;
	cache_brief_with(session.cache, command_read_brief);
	if (!cache_import(session.cache, path, &count, &skipped, &trouble) ||
	    !cache_commit(session.cache, &trouble)) {
		log_error("%s", trouble.words);
		status = STATUS_IO;
	}
	session_close(&session);
	return status;
}

static int
derive_again(struct verifying *v, const struct settings *again)
{
	struct session session;
	struct reading reading;
	struct derived derived = { 0 };
	struct evidence *evidence = NULL;
	int status = session_open(&session, v->arena, again, true, CACHE_READ);

	if (status != 0)
		return status;
	status = reading_read(&reading, &session);
	if (status == 0) {
		check_lists(v, &reading);
		evidence = evidence_new(&session, reading.lists, reading.list_count);
		status = session_set_clock(&session);
	}
	if (status == 0) {
		status = derive(&session, evidence, &reading, &derived);
		if (status == STATUS_PARTIAL)
			status = 0;
	}
	if (status == 0)
		release_same(v->arena, v->folder, derived.release.folder, tell, v);
	evidence_free(evidence);
	session_close(&session);
	return status;
}

static int
rebuild(struct verifying *v, const char *export)
{
	const char *work = file_temporary_folder(v->arena);
	struct settings again;
	int status = STATUS_CONFIG;

	if (work == NULL) {
		log_error("there is no place for temporary files");
		return STATUS_CANNOT_CREATE;
	}
	if (v->settings->list_count == 0)
		log_error("which lists it was made of, enrich.conf or words behind it "
			  "must say");
	else if (settings_of(v, work, &again)) {
		status = import(v->arena, &again, export);
		if (status == 0)
			status = derive_again(v, &again);
	}
	file_remove_temporary(work);
	return status;
}

static int
verify(struct verifying *v, const char *named)
{
	const char *identity = release_said(
	    v->arena, v->folder, "External-Identifier", 0);
	int status = 0;

	release_verify(v->arena, v->folder, tell, v);
	if (identity == NULL)
		tell(v, "bag-info.txt", 0, "does not say which release it is");
	if (v->settings->cache_export != NULL)
		status = rebuild(v, v->settings->cache_export);
	if (v->told > MOST_TOLD)
		printf("… and %zu more\n", v->told - MOST_TOLD);
	if (status != 0)
		return status;
	if (v->told > 0)
		return STATUS_DIFFERS;
	printf("%s: %s is whole%s\n", named, identity,
	    v->settings->cache_export != NULL ? ", and the same when it is made again"
					      : "");
	return 0;
}

int
command_verify(struct arena *arena, const struct settings *settings)
{
	struct verifying v = { .arena = arena, .settings = settings };
	const char *named = settings->argument_count > 0 ? settings->arguments[0] : NULL;
	const char *words = NULL;
	bool unpacked;
	int status;

	if (named == NULL || list_is_address(named)) {
		log_error("verify what? the folder of a release, or its archive");
		return STATUS_USAGE;
	}
	session_shut_in(arena, settings);
	v.folder = release_folder(arena, named, &unpacked, &words);
	if (v.folder == NULL) {
		log_error("%s: %s", named, words);
		return STATUS_NO_LIST;
	}
	if (unpacked)
		verify_archive(&v, named);
	status = verify(&v, named);
	if (unpacked)
		file_remove_temporary(v.folder);
	return status;
}
