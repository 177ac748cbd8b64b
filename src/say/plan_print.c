/* What would be asked: one line a source, the requests and the minutes. */
#include <stdio.h>

#include "base/buffer.h"
#include "base/json.h"
#include "run.h"
#include "say/say.h"

static void
print_json(const struct run *run)
{
	struct buffer out;
	struct json_writer *json;

	buffer_init(&out, 0);
	json = json_writer_new(&out, true);
	json_write_object(json);
	json_member_integer(json, "entries", (int64_t)run->entry_count);
	json_write_key(json, "sources");
	json_write_array(json);
	for (size_t s = 0; s < run->source_count; s++) {
		const struct asking *asking = &run->asking[s];
		json_write_object(json);
		json_member(json, "source", run->sources[s]->name);
		json_member(json, "origin", run->origins[s]);
		json_member_boolean(json, "key", run->endpoints[s].key != NULL);
		json_member_boolean(json, "skipped", run->skipped[s]);
		json_member_integer(
		    json, "ids", (int64_t)(asking->wanted - asking->titles));
		json_member_integer(json, "titles", (int64_t)asking->titles);
		json_member_integer(json, "from_cache", (int64_t)asking->fresh);
		json_member_integer(json, "requests", (int64_t)asking->planned.requests);
		json_member_integer(json, "requests_more", (int64_t)asking->more);
		json_member_integer(
		    json, "seconds", (int64_t)(asking->planned.seconds + 0.5));
		json_member_integer(json, "left_out", (int64_t)asking->planned.left_out);
		json_write_object_end(json);
	}
	json_write_array_end(json);
	json_member_integer(json, "seconds", (int64_t)(run->planned_seconds + 0.5));
	json_write_object_end(json);
	json_writer_free(json);
	printf("%.*s\n", (int)out.length, out.bytes);
	buffer_free(&out);
}

static const char *
key_words(const struct run *run, size_t s)
{
	if (run->skipped[s])
		return "skipped";
	if (run->sources[s]->service->key_variables == NULL)
		return "needs none";
	return run->endpoints[s].key != NULL ? "present" : "absent";
}

static void
print_left_out(const struct run *run)
{
	for (size_t s = 0; s < run->source_count; s++)
		if (run->asking[s].planned.left_out > 0)
			printf("left out, the most valuable are asked: %zu of "
			       "%zu questions to %s\n",
			    run->asking[s].planned.left_out,
			    run->asking[s].planned.left_out +
				run->asking[s].planned.questions,
			    run->sources[s]->title);
}

static void
print_more(const struct run *run)
{
	for (size_t s = 0; s < run->source_count; s++) {
		const struct asking *asking = &run->asking[s];
		bool lists = run->sources[s]->lists &&
		    (run->sources[s]->batch > 1 ||
			asking->planned.questions > asking->planned.requests);

		if (asking->more > 0)
			printf("up to %zu more to %s, once the others have "
			       "answered%s\n",
			    asking->more, run->sources[s]->title,
			    lists ? ", and one for each that a list lacks" : "");
		else if (lists && asking->planned.requests > 0)
			printf("one more to %s for each that a list lacks\n",
			    run->sources[s]->title);
		if (run->sources[s]->lists_changes &&
		    asking->planned.questions > asking->planned.requests)
			printf("one more to %s for each that has changed\n",
			    run->sources[s]->title);
	}
}

void
plan_print(const struct run *run, bool json)
{
	size_t requests = 0;

	if (json) {
		print_json(run);
		return;
	}
	printf("%-18s %6s %6s %11s %9s %8s   %s\n", "source", "ids", "titles",
	    "from cache", "requests", "minutes", "key");
	for (size_t s = 0; s < run->source_count; s++) {
		const struct asking *asking = &run->asking[s];
		printf("%-18s %6zu %6zu %11zu %9zu %8.1f   %s\n", run->sources[s]->title,
		    asking->wanted - asking->titles, asking->titles, asking->fresh,
		    asking->planned.requests, asking->planned.seconds / 60,
		    key_words(run, s));
		requests += asking->planned.requests;
	}
	print_left_out(run);
	printf("%zu %s, about %.1f minutes at the polite pace (the sources run "
	       "side by side)\n",
	    requests, requests == 1 ? "request" : "requests", run->planned_seconds / 60);
	print_more(run);
}
