/* Sizes in, bytes that a file of ours stands behind out. */
#include "base/spool.h"

#include <fcntl.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/log.h"

#define LEAST ((uint64_t)4 << 30)
#define SHARE 64

/* Bytes in all spools, and how many there may be. */
static atomic_uint_least64_t taken;
static uint64_t allowed = LEAST;

void
spool_allow(size_t bytes)
{
	allowed += (uint64_t)bytes * SHARE;
}

void
spool_init(struct spool *spool)
{
	*spool = (struct spool){ .descriptor = -1 };
}

const char *
spool_folder(void)
{
	const char *folder = getenv("TMPDIR");

	return folder != NULL && folder[0] == '/' ? folder : "/var/tmp";
}

int
spool_open(void)
{
	return open(spool_folder(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
}

void *
spool_take(struct spool *spool, size_t size)
{
	void *bytes;

	if (size > allowed - taken)
		log_fatal(71,
		    "what was read wants more than %llu MB in %s; no list needs that: "
		    "this is a mistake of enrich's, and nothing more was written",
		    (unsigned long long)(allowed >> 20), spool_folder());
	if (spool->refused)
		return NULL;
	if (spool->descriptor < 0)
		spool->descriptor = spool_open();
	spool->refused = true;
	/* On a full disk a touch would kill us: the room is taken before. */
	if (spool->descriptor < 0 ||
	    posix_fallocate(spool->descriptor, (off_t)spool->length, (off_t)size) != 0)
		return NULL;
	bytes = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED, spool->descriptor,
	    (off_t)spool->length);
	if (bytes == MAP_FAILED)
		return NULL;
	spool->refused = false;
	spool->length += size;
	taken += size;
	return bytes;
}

void
spool_drop(void *bytes, size_t size)
{
	munmap(bytes, size);
	taken -= size;
}

uint64_t
spool_bytes(void)
{
	return taken;
}

void
spool_rest(void *bytes, size_t size)
{
	madvise(bytes, size, MADV_DONTNEED);
}

void
spool_close(struct spool *spool)
{
	if (spool->descriptor >= 0)
		close(spool->descriptor);
	spool_init(spool);
}
