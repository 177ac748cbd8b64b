/* A record enters; what the figures of the page show is counted. */
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "model/license.h"
#include "release/facts/facts.h"
#include "release/site/site.h"

void
site_count_open(struct site *site)
{
	struct site_counts *c = &site->counts;

	c->last_year = (int)strtol(
	    clock_date_text(site->arena, site->settings->clock), NULL, 10);
	tally_counted_init(&c->venues);
	tally_counted_init(&c->bases);
	tally_counted_init(&c->seen);
}

void
site_count_close(struct site *site)
{
	tally_counted_free(&site->counts.venues);
	tally_counted_free(&site->counts.bases);
	tally_counted_free(&site->counts.seen);
}

/* The place of its class; behind those that are stated: none is. */
static size_t
class_of(const char *license)
{
	const char *class = license_class(license);
	size_t i = 0;

	while (license_classes[i] != NULL &&
	    (class == NULL || strcmp(license_classes[i], class) != 0))
		i++;
	return i;
}

static void
count_year(struct site_counts *c, const struct record *r, bool paper)
{
	int year = facts_year(r), first = c->last_year - SITE_YEARS + 1;
	size_t at = year < first  ? 0
	    : year > c->last_year ? SITE_YEARS - 1
				  : (size_t)(year - first);

	if (year == 0)
		return;
	c->by_year[at][paper ? 0 : 1]++;
	if (paper && r->cited_by_count >= 0)
		c->cited[at][tally_bin(r->cited_by_count)]++;
}

static void
count_artifacts(struct site *site, const struct record *r)
{
	struct site_counts *c = &site->counts;

	for (size_t i = 0; i < r->artifact_count; i++) {
		const struct artifact *a = &r->artifacts[i];
		bool model = strcmp(a->kind, "model") == 0;
		size_t of = model ? 1 : strcmp(a->kind, "dataset") == 0 ? 2 : 3;

		if (a->tie == TIE_LISTED)
			continue;
		c->models += model;
		if (strcmp(a->kind, "space") != 0)
			c->classes[of][class_of(a->license)]++;
		if (model && a->base_model != NULL)
			tally_counted_add(
			    &c->bases, site->arena, a->base_model, a->base_model, NULL);
	}
}

void
site_count(struct site *site, const struct record *r, const struct change_told *told)
{
	struct site_counts *c = &site->counts;
	bool paper = facts_is_paper(r);

	c->works++;
	c->papers += paper;
	c->licensed += r->license != NULL;
	c->added += told->what == CHANGE_ADDED;
	count_year(c, r, paper);
	count_artifacts(site, r);
	if (paper)
		c->classes[0][class_of(r->license)]++;
	if (r->venue_name != NULL)
		tally_counted_add(&c->venues, site->arena,
		    r->venue_key != NULL ? r->venue_key : r->venue_name, r->venue_name,
		    NULL);
	if (r->first_seen != NULL)
		tally_counted_add(
		    &c->seen, site->arena, r->first_seen, r->first_seen, NULL);
}
