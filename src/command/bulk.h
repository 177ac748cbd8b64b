/* cache import --bulk SOURCE: what a service publishes as a whole. */
#pragma once

struct session;

/*
 * Answers of the settings' `bulk` source, as of their `as_of`, about works of their
 * lists, from the lines of a file ("-": standard input).  Committed as it goes.
 * The exit status.
 */
int bulk_import(struct session *, const char *path);
