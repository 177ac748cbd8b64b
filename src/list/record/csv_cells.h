/* Cells of tables that databases and reference managers export. */
#pragma once

#include <stdbool.h>

struct said;

/* "primary_location.version": a path of OpenAlex's, no word of a person. */
bool csv_header_is_path(const char *header);
/* Does it say only that nothing is known? */
bool csv_cell_is_silent(const char *cell);
/* "Roe, Ann; Poe, Cee", "Ann Roe|Cee Poe", or as it stands. */
void csv_say_people(struct said *, const char *text);
