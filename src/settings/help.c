/* The table of options in, the text of --help out. */
#include <stdio.h>

#include "settings/option.h"

void
settings_print_help(void)
{
	puts("enrich [--since DATE] [options] [LIST...]   the weekly job: lists in, "
	     "release out\n"
	     "enrich extract LIST...                      entries and identifiers "
	     "as JSON Lines\n"
	     "enrich plan [LIST...]                       what would be asked\n"
	     "enrich explain ID|TITLE|LIST:LINE           every claim about one "
	     "work\n"
	     "enrich todo [LIST...]                       what the last release "
	     "found\n"
	     "enrich check [--base REV] [LIST...]         a verdict on each row "
	     "that is new\n"
	     "enrich patch [LIST...]                      the lists mended, as a "
	     "diff or in place\n"
	     "enrich sources [--check]                    the APIs: pace, key, "
	     "terms\n"
	     "enrich cache stats|check|gc|export|import|merge   the answers kept\n"
	     "enrich ask [--shard K/N] [LIST...]          only ask, into the "
	     "cache\n"
	     "enrich merge CACHE...                       join caches, then derive "
	     "the release\n\n"
	     "LIST is Markdown, BibTeX, CSV or JSON: a file, - or an http(s) "
	     "URL; lists may stand in\nenrich.conf instead.\n");
	for (size_t i = 0; i < option_count; i++) {
		const struct option_row *row = &option_table[i];
		char left[64];
		snprintf(left, sizeof left, "%c%c --%s %s", row->letter != 0 ? '-' : ' ',
		    row->letter != 0 ? row->letter : ' ', row->name,
		    row->argument != NULL ? row->argument : "");
		printf("  %-28s %s\n", left, row->help);
	}
	puts("\nOptions can also stand in the environment (ENRICH_SINCE=...) and, "
	     "most of them, in\nenrich.conf.  Manual: man enrich");
}
