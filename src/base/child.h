/* Another program: run, waited for, read. */
#pragma once

#include <stdbool.h>

struct buffer;

/*
 * Runs arguments[0], found in PATH; the last is NULL.  What it prints on standard
 * output (`errors`: and on standard error) is added.  Of the environment it gets what
 * git needs, and no keys.  Its exit status; -1: it could not be run, or was killed.
 */
int child_run(const char *const *arguments, bool errors, struct buffer *out);
