/* Words of the record; its identifier of one kind. */
#include "model/record.h"

const char *const record_scopes[] = {
	[SCOPE_IN] = "in", [SCOPE_UNDATED] = "undated", [SCOPE_OLDER] = "older", NULL
};

const char *const record_id_statuses[] = { [ID_GOOD] = "good",
	[ID_WRONG] = "wrong",
	[ID_UNCLEAR] = "unclear",
	[ID_UNCHECKED] = "unchecked",
	[ID_GONE] = "gone",
	[ID_RENAMED] = "renamed",
	NULL };

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

const char *const record_ties[] = {
	[TIE_SELF] = "self", [TIE_DECLARED] = "declared", [TIE_LISTED] = "listed", NULL
};

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
