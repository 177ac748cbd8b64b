/*
 * What libraries ask of the heap enters; memory leaves, or the program ends with a line
 * and 71.  Most of them, asked for something while there is no memory, crash, abort, end
 * the program in their own way, or give a wrong answer (an address without its port, a
 * transfer that failed).  They cannot be told otherwise one by one.
 */
#include <errno.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <unistd.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define OTHERS_HEAP 1 /* the sanitizers' own */
#endif
#endif

#if defined(HAVE_LIBC_MALLOC) && !defined(__SANITIZE_ADDRESS__) &&                       \
    !defined(__SANITIZE_THREAD__) && !defined(OTHERS_HEAP)

void *__libc_malloc(size_t);
void *__libc_calloc(size_t, size_t);
void *__libc_realloc(void *, size_t);
void *malloc(size_t);
void *calloc(size_t, size_t);
void *realloc(void *, size_t);

/* Without a byte of memory, from whatever thread. */
static void
end(size_t bytes)
{
	char line[80];
	int length = snprintf(
	    line, sizeof line, "enrich: out of memory (%zu bytes)\n", bytes);

	(void)!write(STDERR_FILENO, line, (size_t)length);
	_exit(71);
}

/* What nobody can have is a mistake of who asks, and an answer. */
static void *
given(void *memory, size_t bytes)
{
	if (memory == NULL && bytes <= PTRDIFF_MAX)
		end(bytes);
	return memory;
}

void *
malloc(size_t bytes)
{
	return given(__libc_malloc(bytes), bytes);
}

void *
calloc(size_t count, size_t size)
{
	size_t bytes;

	if (__builtin_mul_overflow(count, size, &bytes)) {
		errno = ENOMEM;
		return NULL;
	}
	return given(__libc_calloc(count, size), bytes);
}

void *
realloc(void *memory, size_t bytes)
{
	/* Nothing is what it leaves of memory that is given back. */
	return bytes == 0 ? __libc_realloc(memory, 0)
			  : given(__libc_realloc(memory, bytes), bytes);
}

#else

extern const char memory_is_the_systems; /* a file has something in it */

#endif
