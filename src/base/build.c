/* The running program enters; the id of its build, or of all that runs, leaves. */
#include "base/build.h"

#include <elf.h>
#include <link.h>
#include <string.h>

#include "base/buffer.h"

struct found {
	const void *id;
	size_t length;
};

/* Name and description are padded to four bytes (gABI, "Note Section"). */
static size_t
padded(size_t length)
{
	return (length + 3) & ~(size_t)3;
}

static void
look_at_notes(const char *at, size_t length, struct found *found)
{
	ElfW(Nhdr) note;

	while (length >= sizeof note) {
		size_t name, size;

		memcpy(&note, at, sizeof note);
		name = sizeof note + padded(note.n_namesz);
		size = name + padded(note.n_descsz);
		if (size > length)
			return;
		if (note.n_type == NT_GNU_BUILD_ID && note.n_namesz == sizeof "GNU" &&
		    memcmp(at + sizeof note, "GNU", sizeof "GNU") == 0) {
			found->id = at + name;
			found->length = note.n_descsz;
		}
		at += size;
		length -= size;
	}
}

static void
look_at(const struct dl_phdr_info *object, struct found *found)
{
	for (size_t i = 0; i < object->dlpi_phnum; i++)
		if (object->dlpi_phdr[i].p_type == PT_NOTE)
			look_at_notes((const char *)object->dlpi_addr +
				object->dlpi_phdr[i].p_vaddr,
			    object->dlpi_phdr[i].p_memsz, found);
}

static int
look_at_first(struct dl_phdr_info *object, size_t size, void *context)
{
	(void)size;
	look_at(object, context);
	return 1; /* the first is the program: no libraries */
}

static int
look_at_each(struct dl_phdr_info *object, size_t size, void *context)
{
	struct found found = { "", 0 };

	(void)size;
	look_at(object, &found);
	buffer_add(context, found.id, found.length);
	return found.length == 0; /* it cannot be told apart */
}

const void *
build_id(size_t *length)
{
	struct found found = { "", 0 };

	dl_iterate_phdr(look_at_first, &found);
	*length = found.length;
	return found.id;
}

bool
build_all(uint8_t out[DIGEST_BYTES])
{
	struct buffer ids;
	bool known;

	buffer_init(&ids, 0);
	known = dl_iterate_phdr(look_at_each, &ids) == 0;
	digest_bytes(ids.bytes, ids.length, out);
	buffer_free(&ids);
	return known;
}
