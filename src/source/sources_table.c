/* The sources there are, one line each. */
#include "source/source.h"

#include <string.h>

#include "source/arxiv.h"
#include "source/crossref.h"
#include "source/github.h"
#include "source/huggingface.h"
#include "source/openalex.h"
#include "source/semanticscholar.h"
#include "source/service.h"

const struct source *const sources[] = { &semanticscholar,
	/* By title: the first that knows it is believed, the next is asked
	 * when it does not. */
	&semanticscholar_title, &arxiv, &arxiv_oai, &arxiv_title, &huggingface, &github,
	/* They fill what those above leave open. */
	&crossref, &datacite, &openalex,
	/* On request, and therefore last. */
	&huggingface_mentions, NULL };

const struct source *
source_by_name(const char *name)
{
	for (size_t i = 0; sources[i] != NULL; i++) {
		if (strcmp(sources[i]->name, name) == 0)
			return sources[i];
	}
	return NULL;
}
