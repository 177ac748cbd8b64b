/* How an archive is packed. */
#pragma once

struct compression {
	const char *word;
	const char *suffix;
	const char *filter; /* libarchive's name, NULL: zip, or gzip by gzip.c */
	const char *const (*options)[2];
};

/* NULL: no such compression. */
const struct compression *compression_find(const char *word);
