/* A path or a body and the questions it asks in, a request out. */
#include "source/draft.h"

#include <string.h>

#include "model/question.h"

void
request_get(struct request *request, const char *path, const char *accept,
    const struct question *questions, size_t count)
{
	memset(request, 0, sizeof *request);
	request->source = questions->source;
	request->method = "GET";
	request->path = path;
	request->accept = accept;
	request->questions = questions;
	request->question_count = count;
}

void
request_post(struct request *request, const char *path, const char *body, size_t length,
    const struct question *questions, size_t count)
{
	request_get(request, path, "application/json", questions, count);
	request->method = "POST";
	request->body = body;
	request->body_length = length;
	request->content_type = "application/json";
}
