/* Parts of a record of DataCite's.  Inside of source/ only. */
#pragma once

struct draft;
struct json;

/* `list` is an array of creators or NULL. */
void datacite_creators(struct draft *, const struct json *list);
