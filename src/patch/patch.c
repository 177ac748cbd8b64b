/*
 * Lists and what is known of them enter; what a release would find is found, and the
 * lists leave with the repairs that have a place in them.  Of each other finding that
 * was asked for, a line says why it has none.
 */
#include "patch/patch.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/log.h"
#include "base/text.h"
#include "base/version.h"
#include "derive/derive.h"
#include "patch/inside.h"

struct patcher {
	struct session *session;
	struct arena *arena;
	const struct reading *reading;
	struct patched *lists; /* one for each of the reading's */
	size_t wanted, mended; /* findings */
	size_t by_class[3];    /* that were not asked for, and have a place */
};

static struct patched *
list_of(const struct patcher *p, const char *name)
{
	for (size_t l = 0; name != NULL && l < p->reading->list_count; l++)
		if (strcmp(p->reading->lists[l].name, name) == 0)
			return p->session->settings->lists[l].chosen ? &p->lists[l]
								     : NULL;
	return NULL;
}

/* One line, harmless where it is shown. */
static const char *
line_of(struct arena *arena, const char *text)
{
	char *line = text_for_terminal(arena, text);

	for (char *at = line; *at != '\0'; at++)
		if (*at == '\n' || *at == '\r')
			*at = ' ';
	return line;
}

static const char *
why_not(const struct patcher *p, const struct finding *f, const char *other)
{
	if (other != NULL)
		return arena_printf(p->arena,
		    "its bytes are changed for %s; apply that, then run it again", other);
	if (f->at != NULL)
		return "the list says it already";
	if (f->repair == NULL)
		return "nobody knows what to write instead";
	return "what to write has no one place in its line: see enrich explain";
}

static void
take(struct patcher *p, struct patched *list, const struct finding *f)
{
	const char *other = NULL;
	bool done = f->at != NULL &&
	    edits_add(p->arena, list,
		(struct edit){ (size_t)(f->at - list->list->bytes), f->at_length, f->put,
		    arena_text(p->arena, f->key) },
		&other);

	p->wanted++;
	p->mended += done;
	if (!done) {
		log_warning("%s:%u: %s: no hunk: %s [%s]", list->list->source, f->line,
		    f->code, why_not(p, f, other), f->key);
		return;
	}
	buffer_printf(list->words, "# %s  line %u  %s: %s\n", f->key, f->line, f->code,
	    line_of(p->arena, f->evidence == NULL ? "" : f->evidence));
}

static void
take_all(struct patcher *p, const struct findings *findings)
{
	const char *only = p->session->settings->only;

	for (size_t i = 0; i < findings->count; i++) {
		const struct finding *f = &findings->v[i];
		struct patched *list = list_of(p, f->list);

		if (list == NULL)
			continue;
		if (only_wants(only, f))
			take(p, list, f);
		else if (f->state != FINDING_ACCEPTED && f->state != FINDING_GONE)
			p->by_class[f->class] += f->at != NULL;
	}
}

static void
print_diff(const struct patcher *p, struct patched *list)
{
	bool outside;
	const char *path = path_of_list(p->arena, list->list->source, &outside);
	struct buffer out;

	if (list->count == 0)
		return;
	if (outside)
		log_warning("%s: is not in this folder: apply its patch in its own",
		    list->list->source);
	buffer_init(&out, 0);
	buffer_printf(&out, "# enrich %s: %s as of %.8s, %zu change%s\n", ENRICH_VERSION,
	    line_of(p->arena, list->list->name), list->list->revision, list->count,
	    list->count == 1 ? "" : "s");
	buffer_add(&out, list->words->bytes, list->words->length);
	unified_write(list, path, &out);
	fwrite(out.bytes, 1, out.length, stdout);
	buffer_free(&out);
}

static int
put_out(const struct patcher *p)
{
	int status = 0;

	for (size_t l = 0; l < p->reading->list_count && status == 0; l++) {
		if (p->session->settings->write)
			status = write_list(p->arena, &p->lists[l]);
		else
			print_diff(p, &p->lists[l]);
	}
	return status;
}

/* What the patch is of all there is. */
static void
tell(const struct patcher *p)
{
	const char *only = p->session->settings->only;

	if (p->session->cache == NULL)
		log_warning("no answer is kept yet at %s: this is what the lists show by "
			    "themselves; first run: enrich LIST",
		    p->session->settings->cache);
	if (p->wanted == 0 && only != NULL && strcmp(only, "fix") != 0)
		log_warning("--only %s: no such finding in these lists", only);
	log_info("%zu of %zu findings have a hunk", p->mended, p->wanted);
	if (only == NULL && p->by_class[FINDING_DECIDE] > 0)
		log_info("%zu more are to be decided: enrich patch --only decide",
		    p->by_class[FINDING_DECIDE]);
}

static void
see(void *context, const struct record *record)
{
	if (context != NULL)
		columns_see(context, record);
}

int
patch_lists(
    struct session *session, struct evidence *evidence, const struct reading *reading)
{
	struct patcher p = {
		.session = session, .arena = session->arena, .reading = reading
	};
	struct derived derived = { 0 };
	struct columns *columns = NULL;
	int status;

	p.lists = arena_alloc(p.arena, (reading->list_count + 1) * sizeof *p.lists);
	for (size_t l = 0; l < reading->list_count; l++) {
		p.lists[l].list = &reading->lists[l];
		p.lists[l].words = arena_alloc(p.arena, sizeof *p.lists[l].words);
		buffer_init(p.lists[l].words, 0);
	}
	if (session->settings->columns != NULL)
		columns = columns_new(p.arena, session->settings->columns);
	status = derive_look(session, evidence, reading, see, columns, &derived);
	if (status == 0) {
		/* Who asks for columns may want no repairs with them. */
		if (columns == NULL || session->settings->only != NULL)
			take_all(&p, &derived.findings);
		for (size_t l = 0; l < reading->list_count && columns != NULL; l++)
			if (session->settings->lists[l].chosen)
				columns_fill(columns, &p.lists[l]);
		status = put_out(&p);
	}
	if (status == 0)
		tell(&p);
	for (size_t l = 0; l < reading->list_count; l++)
		buffer_free(p.lists[l].words);
	return status;
}
