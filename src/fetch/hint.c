/*
 * Headers about limits in, seconds and counts out.
 */
#include <ctype.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "base/text.h"
#include "fetch/hint.h"
#include "fetch/transfer.h"

const char *const hint_names[] = { "Retry-After", "RateLimit", "RateLimit-Policy",
	"RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset", "X-RateLimit-Limit",
	"X-RateLimit-Remaining", "X-RateLimit-Reset", "X-Rate-Limit-Limit",
	"X-Rate-Limit-Interval", "X-Concurrency-Limit", NULL };

void
hint_clear(struct hint *hint)
{
	*hint = (struct hint){ -1, -1, -1, -1, -1, -1, -1 };
}

static const char *
skip_blanks(const char *text)
{
	while (*text == ' ' || *text == '\t')
		text++;
	return text;
}

/* Digits at *text; cut at HINT_FAR times 1000, where it stops mattering. */
static bool
take_number(const char **text, int64_t *value)
{
	const char *at = *text;
	int64_t sum = 0;

	if (!isdigit((unsigned char)*at))
		return false;
	for (; isdigit((unsigned char)*at); at++) {
		if (sum < HINT_FAR * 1000)
			sum = sum * 10 + (*at - '0');
	}
	*text = at;
	*value = sum;
	return true;
}

static int64_t
at_most(int64_t value, int64_t most)
{
	return value > most ? most : value;
}

/* The whole value is one number, perhaps with a fraction (rounded up). */
static bool
whole_number(const char *value, int64_t *number)
{
	int64_t fraction;

	value = skip_blanks(value);
	if (!take_number(&value, number))
		return false;
	if (*value == '.') {
		value++;
		if (take_number(&value, &fraction) && fraction > 0)
			*number += 1;
	}
	return *skip_blanks(value) == '\0';
}

static void
take_retry_after(struct hint *hint, const char *value, int64_t now)
{
	int64_t number;

	value = skip_blanks(value);
	if (whole_number(value, &number)) {
		hint->retry_after = at_most(number, HINT_FAR);
	} else if (isalpha((unsigned char)*value) && http_date_parse(value, &number)) {
		number -= now;
		hint->retry_after = number < 0 ? 0 : at_most(number, HINT_FAR);
	}
}

/* Value of parameter `name` of one list member, "\"api\";r=0;t=123". */
static bool
take_parameter(const char *member, size_t length, char name, int64_t *value)
{
	const char *end = member + length;
	const char *at;

	for (at = member; at < end; at++) {
		if (*at != ';')
			continue;
		at = skip_blanks(at + 1);
		if (at + 1 < end && *at == name && at[1] == '=') {
			at += 2;
			return take_number(&at, value);
		}
		at--;
	}
	return false;
}

/* Several quotas may be named; the one with the least left counts. */
static void
take_ratelimit(struct hint *hint, const char *value)
{
	int64_t left, reset;
	size_t length;

	for (; *value != '\0'; value += length + (value[length] == ',')) {
		length = strcspn(value, ",");
		if (!take_parameter(value, length, 'r', &left) ||
		    !take_parameter(value, length, 't', &reset))
			continue;
		if (hint->left >= 0 && hint->left <= left)
			continue;
		hint->left = left;
		hint->reset = at_most(reset, HINT_FAR);
	}
}

static void
take_policy(struct hint *hint, const char *value)
{
	int64_t quota;

	if (strchr(value, ',') == NULL &&
	    take_parameter(value, strlen(value), 'q', &quota) && quota > 0)
		hint->limit = quota;
}

/* An epoch (GitHub) is ten digits; seconds to midnight (OpenAlex) five. */
static void
take_reset(struct hint *hint, const char *value, int64_t now)
{
	int64_t number;

	if (!whole_number(value, &number))
		return;
	if (number >= HINT_FAR)
		number = number > now ? number - now : 0;
	hint->reset = at_most(number, HINT_FAR);
}

/* Crossref: so many requests ("5") per so many seconds ("1s"). */
static void
take_rate(struct hint *hint, const char *value, bool is_interval)
{
	int64_t number;

	value = skip_blanks(value);
	if (!take_number(&value, &number) || number <= 0 || number > 1000000)
		return;
	if (!is_interval)
		hint->rate = number;
	else if (hint->rate > 0 && strcmp(value, "s") == 0)
		hint->interval = at_most(
		    (number * 1000 + hint->rate - 1) / hint->rate, 3600000);
}

void
hint_header(struct hint *hint, const char *name, const char *value, int64_t now)
{
	int64_t number;

	if (text_equal_nocase(name, "Retry-After")) {
		take_retry_after(hint, value, now);
	} else if (text_equal_nocase(name, "RateLimit")) {
		take_ratelimit(hint, value);
	} else if (text_equal_nocase(name, "RateLimit-Policy")) {
		take_policy(hint, value);
	} else if (text_equal_nocase(name, "X-Rate-Limit-Limit")) {
		take_rate(hint, value, false);
	} else if (text_equal_nocase(name, "X-Rate-Limit-Interval")) {
		take_rate(hint, value, true);
	} else if (text_equal_nocase(name, "X-Concurrency-Limit")) {
		if (whole_number(value, &number) && number > 0)
			hint->concurrent = number;
	} else {
		if (text_starts_nocase(name, "X-"))
			name += 2;
		if (text_equal_nocase(name, "RateLimit-Limit")) {
			if (whole_number(value, &number) && number > 0)
				hint->limit = number;
		} else if (text_equal_nocase(name, "RateLimit-Remaining")) {
			if (whole_number(value, &number))
				hint->left = number;
		} else if (text_equal_nocase(name, "RateLimit-Reset")) {
			take_reset(hint, value, now);
		}
	}
}
