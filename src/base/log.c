/* Messages in, one harmless line each on standard error out. */
#include "base/log.h"

#include <errno.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"

#define LINE_BYTES 4096 /* longer messages are cut */

/* Priorities of syslog(3), as systemd reads them from a line's start. */
enum priority {
	PRIORITY_ERROR = 3,
	PRIORITY_WARNING = 4,
	PRIORITY_INFO = 6,
	PRIORITY_DEBUG = 7
};

static enum log_level current_level = LOG_NORMAL;
static void (*clear_line)(void);
static char first_error[1024];

void
log_set_level(enum log_level level)
{
	current_level = level;
}

void
log_set_clear(void (*clear)(void))
{
	clear_line = clear;
}

/* systemd.exec(5): JOURNAL_STREAM is device:inode of what it connected. */
static bool
is_journal(void)
{
	static int known = -1;
	const char *stream;
	struct stat status;
	char expected[64];

	if (known < 0) {
		stream = getenv("JOURNAL_STREAM");
		known = 0;
		if (stream != NULL && fstat(STDERR_FILENO, &status) == 0) {
			snprintf(expected, sizeof expected, "%ju:%ju",
			    (uintmax_t)status.st_dev, (uintmax_t)status.st_ino);
			known = strcmp(stream, expected) == 0;
		}
	}
	return known == 1;
}

const char *
log_first_error(void)
{
	return first_error[0] != '\0' ? first_error : NULL;
}

static void
write_whole(const char *bytes, size_t length)
{
	while (length > 0) {
		ssize_t wrote = write(STDERR_FILENO, bytes, length);

		if (wrote < 0 && errno == EINTR)
			continue;
		if (wrote <= 0)
			return;
		bytes += wrote;
		length -= (size_t)wrote;
	}
}

/* Allocates nothing: it must work when there is no memory left. */
static void
print_line(enum priority priority, const char *format, va_list arguments)
{
	char message[LINE_BYTES];
	char line[LINE_BYTES + 64];
	int saved_errno = errno;
	size_t length;

	vsnprintf(message, sizeof message, format, arguments);
	length = 0;
	if (is_journal())
		length += (size_t)snprintf(line, sizeof line, "<%d>", (int)priority);
	length += (size_t)snprintf(line + length, sizeof line - length, "enrich: ");
	length += text_harmless(message, line + length, sizeof line - length - 1);
	if (priority == PRIORITY_ERROR && first_error[0] == '\0')
		text_harmless(message, first_error, sizeof first_error);
	line[length++] = '\n';
	if (clear_line != NULL)
		clear_line();
	write_whole(line, length);
	errno = saved_errno;
}

#define PRINT(priority)                                                                  \
	do {                                                                             \
		va_list arguments;                                                       \
		va_start(arguments, format);                                             \
		print_line(priority, format, arguments);                                 \
		va_end(arguments);                                                       \
	} while (0)

void
log_error(const char *format, ...)
{
	PRINT(PRIORITY_ERROR);
}

void
log_warning(const char *format, ...)
{
	if (current_level >= LOG_NORMAL)
		PRINT(PRIORITY_WARNING);
}

void
log_info(const char *format, ...)
{
	if (current_level >= LOG_VERBOSE)
		PRINT(PRIORITY_INFO);
}

void
log_debug(const char *format, ...)
{
	if (current_level >= LOG_DEBUG)
		PRINT(PRIORITY_DEBUG);
}

void
log_fatal(int status, const char *format, ...)
{
	PRINT(PRIORITY_ERROR);
	exit(status);
}
