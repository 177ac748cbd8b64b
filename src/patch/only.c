/* --only and a finding enter; whether it is asked for leaves. */
#include <string.h>

#include "patch/inside.h"

bool
only_wants(const char *only, const struct finding *finding)
{
	const char *const words[] = { finding_classes[finding->class], finding->key,
		finding->code };

	if (finding->state == FINDING_ACCEPTED || finding->state == FINDING_GONE)
		return false;
	if (only == NULL)
		return finding->class == FINDING_FIX;
	for (const char *at = only; *at != '\0'; at += *at == ',') {
		size_t length = strcspn(at, ",");

		for (size_t i = 0; i < sizeof words / sizeof *words; i++)
			if (strlen(words[i]) == length &&
			    strncmp(at, words[i], length) == 0)
				return true;
		at += length;
	}
	return false;
}
