/* explain/: one work → why, on a screen. */
#pragma once

struct evidence;
struct reading;
struct session;

/* `what`: an id, a title, or LIST:LINE.  0, or 64 with lines printed. */
int explain(
    struct session *, struct evidence *, const struct reading *, const char *what);
