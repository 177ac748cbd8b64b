/*
 * What is said on standard error.  Under systemd (JOURNAL_STREAM matches)
 * lines begin with <3> … <7>.  Text from outside is made harmless first.
 */
#pragma once

enum log_level { LOG_QUIET = 0, LOG_NORMAL = 1, LOG_VERBOSE = 2, LOG_DEBUG = 3 };

void log_set_level(enum log_level);
/*
 * A line that is being redrawn (the progress line) is cleared before anything
 * else is printed; NULL: there is none.
 */
void log_set_clear(void (*clear)(void));

/* The first error that was told, as it was shown; NULL: none. */
const char *log_first_error(void);

/* "enrich: …" always shown. */
void log_error(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* Shown unless -q. */
void log_warning(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* Shown with -v. */
void log_info(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* Shown with -vv. */
void log_debug(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* One line, then exit with a sysexits status. */
_Noreturn void log_fatal(int status, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
