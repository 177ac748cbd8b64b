/* The findings of the last release, for other commands. */
#pragma once

struct arena;
struct session;

/* "LIST:LINE" of the finding that has this key; NULL: there is none, or no release. */
const char *todo_place_of(struct arena *, const struct session *, const char *key);
