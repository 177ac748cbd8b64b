/* Two releases of the same enter; which of their files differ, and where, leaves. */
#include <string.h>

#include "base/arena.h"
#include "base/strmap.h"
#include "release/verify/verifier.h"

static const char *const manifests[] = { "manifest-sha256.txt",
	"tagmanifest-sha256.txt" };

/* path → sum, of all files. */
static void
read_sums(struct verifier *v, struct strmap *sums)
{
	for (size_t m = 0; m < 2; m++) {
		struct verify_lines lines;

		verify_open(v, &lines, manifests[m]);
		while (verify_next(&lines)) {
			char *path = strstr(lines.bytes, "  ");

			if (path == NULL)
				continue;
			*path = '\0';
			path[2 + strcspn(path + 2, "\r\n")] = '\0';
			strmap_put(sums, path + 2, arena_text(v->arena, lines.bytes));
		}
	}
}

/* The first line that is another one; 0: none is. */
static size_t
first_difference(struct verifier *one, struct verifier *other, const char *path)
{
	struct verify_lines a, b;
	size_t line = 0;
	bool more_a, more_b;

	verify_open(one, &a, path);
	verify_open(other, &b, path);
	do {
		more_a = verify_next(&a);
		more_b = verify_next(&b);
		line++;
	} while (more_a && more_b && a.length == b.length &&
	    memcmp(a.bytes, b.bytes, a.length) == 0);
	if (!more_a && !more_b)
		line = 0;
	/* To their ends: there they are closed. */
	while (more_a && verify_next(&a))
		;
	while (more_b && verify_next(&b))
		;
	return line;
}

size_t
release_same(struct arena *arena, const char *folder, const char *rebuilt,
    release_tell *tell, void *context)
{
	struct verifier one = {
		.arena = arena, .folder = folder, .tell = tell, .context = context
	};
	struct verifier other = one;
	struct strmap *sums = strmap_new();
	struct verify_lines lines;

	other.folder = rebuilt;
	read_sums(&one, sums);
	for (size_t m = 0; m < 2; m++) {
		verify_open(&other, &lines, manifests[m]);
		while (verify_next(&lines)) {
			char *path = strstr(lines.bytes, "  ");
			const char *sum;

			if (path == NULL)
				continue;
			*path = '\0';
			path += 2;
			path[strcspn(path, "\r\n")] = '\0';
			sum = strmap_get(sums, path);
			/* Which files there are, and their sums. */
			if (strncmp(path, "manifest-", 9) == 0)
				continue;
			if (sum == NULL)
				verify_fail(&one, path, 0, "is not there; it is rebuilt");
			else if (strcmp(sum, lines.bytes) != 0)
				verify_fail(&one, path,
				    first_difference(&one, &other, path),
				    "is not what is rebuilt");
		}
	}
	strmap_free(sums);
	return one.failures + other.failures;
}
