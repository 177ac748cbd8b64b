/* A tree and a name in, the value of the kind asked for out; NULL is fine. */
#include "base/json.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static const struct json *
find_member(const struct json *object, const char *key, size_t length)
{
	if (object == NULL || object->kind != JSON_OBJECT)
		return NULL;
	for (const struct json *value = object->child; value != NULL;
	     value = value->next) {
		/* Most are told apart by their first letters, without a call. */
		if (*value->key == *key && strncmp(value->key, key, length) == 0 &&
		    value->key[length] == '\0')
			return value;
	}
	return NULL;
}

const struct json *
json_get(const struct json *object, const char *key)
{
	return find_member(object, key, strlen(key));
}

const struct json *
json_at(const struct json *value, const char *dotted_path)
{
	while (value != NULL) {
		size_t length = strcspn(dotted_path, ".");

		value = find_member(value, dotted_path, length);
		if (dotted_path[length] == '\0')
			break;
		dotted_path += length + 1;
	}
	return value;
}

const struct json *
json_first(const struct json *list)
{
	return list == NULL || list->kind != JSON_ARRAY ? NULL : list->child;
}

const char *
json_string(const struct json *value)
{
	if (value == NULL || value->kind != JSON_STRING || value->text[0] == '\0')
		return NULL;
	return value->text;
}

bool
json_integer(const struct json *value, int64_t *integer)
{
	long long number;
	char *end;

	if (value == NULL || value->kind != JSON_NUMBER)
		return false;
	errno = 0;
	number = strtoll(value->text, &end, 10);
	if (errno != 0 || end == value->text || *end != '\0')
		return false;
	*integer = number;
	return true;
}

bool
json_boolean(const struct json *value, bool *boolean)
{
	if (value == NULL || value->kind != JSON_BOOLEAN)
		return false;
	*boolean = value->boolean;
	return true;
}
