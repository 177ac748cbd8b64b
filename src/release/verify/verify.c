/*
 * A release enters, of whomever; whatever is not as it should be leaves, with file,
 * line and why.
 */
#include "release/verify/verifier.h"

#include "base/arena.h"
#include "base/strmap.h"

size_t
release_verify(struct arena *arena, const char *folder, release_tell *tell, void *context)
{
	struct verifier v = { .arena = arena,
		.scratch = arena_new(),
		.folder = folder,
		.tell = tell,
		.context = context,
		.ids = strmap_new(),
		.keys = strmap_new() };

	verify_bag(&v);
	verify_works(&v);
	verify_rows(&v);
	strmap_free(v.ids);
	strmap_free(v.keys);
	arena_free(v.scratch);
	return v.failures;
}
