/* Words of the record; its identifier of one kind. */
#include "model/record.h"

#include <assert.h>

const char *
record_scope_name(enum scope scope)
{
	switch (scope) {
	case SCOPE_IN:
		return "in";
	case SCOPE_UNDATED:
		return "undated";
	case SCOPE_OLDER:
		return "older";
	}
	assert(!"a scope");
	return "in";
}

const char *
record_id_status_name(enum identifier_status status)
{
	switch (status) {
	case ID_GOOD:
		return "good";
	case ID_WRONG:
		return "wrong";
	case ID_UNCLEAR:
		return "unclear";
	case ID_UNCHECKED:
		return "unchecked";
	case ID_GONE:
		return "gone";
	case ID_RENAMED:
		return "renamed";
	}
	assert(!"a status");
	return "good";
}

bool
record_id_is_refused(enum identifier_status status)
{
	return status == ID_WRONG || status == ID_UNCLEAR;
}

bool
record_id_is_good(const struct record_identifier *id)
{
	return id->status == ID_GOOD || (id->status == ID_UNCHECKED && !id->shared);
}

const char *
record_tie_name(enum tie tie)
{
	switch (tie) {
	case TIE_SELF:
		return "self";
	case TIE_DECLARED:
		return "declared";
	case TIE_LISTED:
		return "listed";
	}
	assert(!"a tie");
	return "listed";
}

const char *
record_identifier_value(const struct record *record, enum identifier_kind kind)
{
	for (size_t i = 0; i < record->id_count; i++) {
		const struct record_identifier *id = &record->ids[i];

		if (id->id.kind == kind && record_id_is_good(id))
			return id->id.value;
	}
	return NULL;
}
