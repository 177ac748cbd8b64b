/*
 * Any bytes as a list that is no prose, by the first byte: RIS, MEDLINE, a line an
 * item, tabs, YAML.
 */
#include "read_list.h"

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	static const char *const names[] = { "fuzz.ris", "fuzz.nbib", "fuzz.ids",
		"fuzz.tsv", "fuzz.yaml" };

	if (length > 0)
		read_list(names[bytes[0] % 48 % (sizeof names / sizeof *names)],
		    bytes + 1, length - 1);
	return 0;
}
