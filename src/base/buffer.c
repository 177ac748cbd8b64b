/* Bytes in, one growing run of bytes out, never beyond its limit. */
#include "base/buffer.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"

#define FIRST_BYTES     256
#define EX_OSERR_STATUS 71 /* sysexits EX_OSERR */

void
buffer_init(struct buffer *buffer, size_t limit)
{
	memset(buffer, 0, sizeof *buffer);
	buffer->limit = limit;
}

void
buffer_free(struct buffer *buffer)
{
	free(buffer->bytes);
	buffer_init(buffer, buffer->limit);
}

void
buffer_clear(struct buffer *buffer)
{
	buffer->length = 0;
	buffer->overflowed = false;
	if (buffer->bytes != NULL)
		buffer->bytes[0] = '\0';
}

/* Room for `more` bytes and a NUL; false when the limit forbids it. */
static bool
make_room(struct buffer *buffer, size_t more)
{
	size_t most = buffer->limit == 0 ? SIZE_MAX / 4 : buffer->limit;
	size_t needed, capacity;
	char *grown;

	if (buffer->overflowed || more > most || buffer->length > most - more) {
		buffer->overflowed = true;
		return false;
	}
	needed = buffer->length + more + 1;
	if (needed <= buffer->capacity)
		return true;
	capacity = buffer->capacity == 0 ? FIRST_BYTES : buffer->capacity * 2;
	if (capacity < needed)
		capacity = needed;
	if (buffer->limit != 0 && capacity > buffer->limit + 1)
		capacity = buffer->limit + 1;
	grown = realloc(buffer->bytes, capacity);
	if (grown == NULL)
		log_fatal(EX_OSERR_STATUS, "out of memory (%zu bytes)", capacity);
	buffer->bytes = grown;
	buffer->capacity = capacity;
	return true;
}

bool
buffer_add(struct buffer *buffer, const void *bytes, size_t length)
{
	if ((buffer->overflowed || length >= buffer->capacity - buffer->length) &&
	    !make_room(buffer, length))
		return false;
	if (length > 0)
		memcpy(buffer->bytes + buffer->length, bytes, length);
	buffer->length += length;
	buffer->bytes[buffer->length] = '\0';
	return true;
}

bool
buffer_text(struct buffer *buffer, const char *text)
{
	return buffer_add(buffer, text, strlen(text));
}

bool
buffer_number(struct buffer *buffer, int64_t number)
{
	return buffer_add(buffer, &number, sizeof number);
}

bool
buffer_given(struct buffer *buffer, const char *text)
{
	return text == NULL
	    ? buffer_char(buffer, '-')
	    : buffer_char(buffer, '+') && buffer_add(buffer, text, strlen(text) + 1);
}

static bool
add_whole(struct buffer *buffer, bool negative, unsigned long long number)
{
	char digits[24], *at = digits + sizeof digits;

	do
		*--at = (char)('0' + number % 10);
	while ((number /= 10) > 0);
	if (negative)
		*--at = '-';
	return buffer_add(buffer, at, (size_t)(digits + sizeof digits - at));
}

static bool
add_signed(struct buffer *buffer, long long number)
{
	return add_whole(buffer, number < 0,
	    number < 0 ? -(unsigned long long)number : (unsigned long long)number);
}

/*
 * Texts and whole numbers, as most formats have nothing else: glibc takes seven times as
 * long.  false: there is more in it, or no room.
 */
static bool
add_simple(struct buffer *buffer, const char *format, va_list arguments)
{
	bool added = true;

	while (*format != '\0' && added) {
		size_t plain = 0, longs = 0;
		const char *text;

		while (format[plain] != '\0' && format[plain] != '%')
			plain++;
		added = buffer_add(buffer, format, plain);
		format += plain;
		if (*format == '\0')
			break;
		while (format[1 + longs] == 'l')
			longs++;
		format += 1 + longs;
		if (*format == 's' && longs == 0) {
			text = va_arg(arguments, const char *);
			added = added && text != NULL && buffer_text(buffer, text);
		} else if (*format == 'd') {
			added &= add_signed(buffer,
			    longs == 0       ? va_arg(arguments, int)
				: longs == 1 ? va_arg(arguments, long)
					     : va_arg(arguments, long long));
		} else if (*format == 'z' && format[1] == 'u' && longs == 0) {
			added &= add_whole(buffer, false, va_arg(arguments, size_t));
			format++;
		} else {
			return false;
		}
		format++;
	}
	return added;
}

bool
buffer_printf(struct buffer *buffer, const char *format, ...)
{
	const size_t before = buffer->length;
	char first[256]; /* most texts fit, and are formatted once */
	va_list arguments;
	bool added;
	int length;

	va_start(arguments, format);
	added = add_simple(buffer, format, arguments);
	va_end(arguments);
	if (added)
		return true;
	buffer->length = before;
	if (buffer->bytes != NULL)
		buffer->bytes[before] = '\0';
	va_start(arguments, format);
	length = vsnprintf(first, sizeof first, format, arguments);
	va_end(arguments);
	if (length >= 0 && (size_t)length < sizeof first)
		return buffer_add(buffer, first, (size_t)length);
	if (length < 0 || !make_room(buffer, (size_t)length))
		return false;
	va_start(arguments, format);
	vsnprintf(buffer->bytes + buffer->length, (size_t)length + 1, format, arguments);
	va_end(arguments);
	buffer->length += (size_t)length;
	return true;
}
