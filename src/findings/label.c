/*
 * Links of a row enter; those whose label names another thing than they open
 * leave: "HuggingFace" that goes to GitHub, "code" that is a paper, a URL for
 * a label that is another one.
 */
#include "findings/inside.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "model/label_table.h"

/* What the label speaks of, when the work has it. */
static const char *
promised_link(struct finding_draft *draft, const char *label)
{
	bool hub = (label_promises(label) & PROMISES_HUB) != 0;
	bool paper = (label_promises(label) & PROMISES_PAPER) != 0;

	for (size_t i = 0; paper && i < draft->record->id_count; i++)
		if (record_id_is_good(&draft->record->ids[i]) &&
		    draft->record->ids[i].id.kind == IDENTIFIER_ARXIV)
			return identifier_url(draft->arena, draft->record->ids[i].id);
	for (size_t i = 0; !paper && i < draft->record->artifact_count; i++) {
		const struct artifact *a = &draft->record->artifacts[i];

		if ((a->id.kind != IDENTIFIER_GITHUB) == hub)
			return a->url;
	}
	return NULL;
}

/* A link whose label is a URL of its own, and another one. */
static const struct link *
url_label(const struct entry *entry)
{
	for (size_t i = 0; i < entry->link_count; i++) {
		const struct link *link = &entry->links[i];

		if (link->label != NULL && link->url != NULL &&
		    text_starts_nocase(link->label, "http") &&
		    !text_equal_nocase(link->label, link->url))
			return link;
	}
	return NULL;
}

static bool
holds_one(const char *url, const char *const *places)
{
	for (; *places != NULL; places++)
		if (strstr(url, *places) != NULL)
			return true;
	return false;
}

/* "[code]" that opens a paper, "[arXiv]" that opens a repository. */
static const struct link *
contrary_link(struct arena *arena, const struct entry *entry)
{
	static const char *const papers[] = { "arxiv.org/", "doi.org/",
		"aclanthology.org/", "huggingface.co/papers/", NULL };
	static const char *const artifacts[] = { "github.com/", "huggingface.co/", NULL };

	for (size_t i = 0; i < entry->link_count; i++) {
		const struct link *link = &entry->links[i];
		const char *label = text_fold(arena, link->label);
		unsigned promises = label_promises(label);
		bool is_paper;

		if (link->url == NULL || work_link_is_badge(link) || strlen(label) > 20)
			continue;
		is_paper = holds_one(link->url, papers);
		if ((promises & PROMISES_PAPER) != 0
			? !is_paper && holds_one(link->url, artifacts)
			: is_paper && (promises & PROMISES_CODE) != 0)
			return link;
	}
	return NULL;
}

/* Links by identifiers that the label does not stand for. */
static const char *
broken_promises(
    struct finding_draft *draft, const struct entry *entry, const char **label)
{
	const char *all = NULL;

	for (size_t i = 0; i < entry->identifier_count; i++) {
		const struct entry_identifier *id = &entry->identifiers[i];
		const char *url;

		if (!work_link_breaks_promise(entry, id))
			continue;
		url = entry->links[id->link].url;
		*label = *label == NULL ? entry->links[id->link].label : *label;
		all = all == NULL ? url
		    : strstr(all, url) != NULL
		    ? all
		    : arena_printf(draft->arena, "%s ; %s", all, url);
	}
	return all;
}

void
findings_of_label(struct finding_draft *draft, const struct entry *entry)
{
	struct finding finding = { .field = "url" };
	const char *label = NULL;
	const struct link *link = NULL;

	finding.given = broken_promises(draft, entry, &label);
	if (finding.given == NULL && !(entry->flags & FLAG_LABEL_TARGET))
		return;
	if (finding.given == NULL) {
		link = contrary_link(draft->arena, entry);
		finding.given = link == NULL ? NULL : link->url;
		label = link == NULL ? NULL : link->label;
	}
	if (finding.given != NULL) {
		finding.evidence = arena_printf(draft->arena,
		    "the label says \"%s\", the link opens %s", label, finding.given);
		finding.repair = promised_link(draft, label);
	} else if ((link = url_label(entry)) != NULL) {
		finding.given = link->url;
		finding.repair = link->label;
		finding.evidence = arena_printf(draft->arena,
		    "the label is %s, the link opens %s", link->label, link->url);
	} else {
		finding.given = work_main_url(entry);
		finding.evidence = "the label of the link names another target";
	}
	findings_add(draft, entry, "label-target", FINDING_DECIDE, finding);
}
