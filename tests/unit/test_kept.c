/* A list that was read before is the same as one that is read now. */
#include "cache_help.h"
#include "identify/identify.h"
#include "list/list.h"
#include "model/entry.h"
#include "reading/kept.h"

static const char markdown[] =
    "# Reading\n\n## Models\n\n"
    "| Model | Paper | Date | Licence |\n|---|---|---|---|\n"
    "| [BioGPT](https://huggingface.co/microsoft/BioGPT) | [Generative pre-trained "
    "transformer](https://arxiv.org/abs/2210.10341) | 2022-10 | MIT |\n"
    "| Other | [A second thing](htps://doi.org/10.1000/x) | | |\n\n"
    "## Papers\n\n"
    "- Ada Lovelace, Charles Babbage. *Notes on an engine*. Journal of Engines, 1843. "
    "[paper](https://example.org/notes.pdf) [code](https://github.com/owner/engine)\n"
    "- **R\xc3\xa9sum\xc3\xa9 of everything** (2024)\n";

static void
same_text(const char *a, const char *b)
{
	assert_true((a == NULL) == (b == NULL));
	if (a != NULL)
		assert_string_equal(a, b);
}

static void
same_entry(const struct entry *a, const struct entry *b)
{
	same_text(a->list, b->list);
	same_text(a->list_source, b->list_source);
	assert_true(a->line == b->line && a->part == b->part && a->parts == b->parts);
	same_text(a->section, b->section);
	same_text(a->title, b->title);
	same_text(a->name, b->name);
	same_text(a->date, b->date);
	same_text(a->date_raw, b->date_raw);
	same_text(a->venue, b->venue);
	same_text(a->institute, b->institute);
	same_text(a->license, b->license);
	same_text(a->base_model, b->base_model);
	same_text(a->authors, b->authors);
	same_text(a->type, b->type);
	same_text(a->as_written, b->as_written);
	assert_int_equal(a->people_count, b->people_count);
	for (size_t i = 0; i < a->people_count; i++) {
		same_text(a->people[i].literal, b->people[i].literal);
		same_text(a->people[i].family, b->people[i].family);
		same_text(a->people[i].given, b->people[i].given);
		same_text(a->people[i].orcid, b->people[i].orcid);
	}
	assert_int_equal(a->flags, b->flags);
	assert_null(b->as_read);
	assert_int_equal(a->link_count, b->link_count);
	for (size_t i = 0; i < a->link_count; i++) {
		same_text(a->links[i].url, b->links[i].url);
		same_text(a->links[i].label, b->links[i].label);
		assert_int_equal(a->links[i].role, b->links[i].role);
	}
	assert_int_equal(a->identifier_count, b->identifier_count);
	for (size_t i = 0; i < a->identifier_count; i++) {
		const struct entry_identifier *x = &a->identifiers[i];
		const struct entry_identifier *y = &b->identifiers[i];

		assert_true(identifier_equal(x->id, y->id));
		assert_string_equal(x->id.value, y->id.value);
		same_text(x->from, y->from);
		assert_true(x->link == y->link && x->wrong == y->wrong);
	}
}

static void
same_list(const struct list *a, const struct list *b)
{
	same_text(a->name, b->name);
	same_text(a->source, b->source);
	assert_string_equal(a->revision, b->revision);
	same_text(a->broken_why, b->broken_why);
	assert_int_equal(a->form_count, b->form_count);
	for (size_t i = 0; i < a->form_count; i++) {
		assert_string_equal(a->forms[i].text, b->forms[i].text);
		assert_true(a->forms[i].items == b->forms[i].items &&
		    a->forms[i].apart == b->forms[i].apart);
		assert_memory_equal(
		    a->forms[i].lines, b->forms[i].lines, sizeof a->forms[i].lines);
	}
	assert_int_equal(a->doubt_count, b->doubt_count);
	for (size_t i = 0; i < a->doubt_count; i++) {
		assert_string_equal(a->doubts[i].text, b->doubts[i].text);
		same_text(a->doubts[i].section, b->doubts[i].section);
		assert_true(a->doubts[i].apart == b->doubts[i].apart);
	}
	for (int why = 0; why < LEFT_REASONS; why++) {
		assert_int_equal(a->left[why].count, b->left[why].count);
		assert_memory_equal(
		    a->left[why].lines, b->left[why].lines, sizeof a->left[why].lines);
	}
	assert_true(a->lines == b->lines && a->broken == b->broken &&
	    a->broken_line == b->broken_line);
	assert_int_equal(a->entry_count, b->entry_count);
	for (size_t i = 0; i < a->entry_count; i++)
		same_entry(&a->entries[i], &b->entries[i]);
}

static void
read_list(struct arena *arena, const struct kept_list *kept, struct list *list)
{
	const char *reason = NULL;

	assert_true(list_read(
	    arena, kept->name, kept->source, kept->bytes, kept->length, list, &reason));
	identify_list(arena, list);
}

static void
comes_back(void **state)
{
	static const char lines[] =
	    "{\"title\": \"A title\", \"doi\": \"10.1000/y\"}\n{\"title\": \n";
	static const char bib[] =
	    "@article{a,\n title = {A title},\n author = {Lovelace, Ada and others},\n"
	    " year = 1843, doi = {10.1000/z}\n}\n";
	const struct kept_list all[] = {
		{ "models", "lists/models.md", markdown, sizeof markdown - 1, NULL },
		{ "table", "table.jsonl", lines, sizeof lines - 1, NULL },
		{ "none", "none.md", "", 0, NULL },
		{ "bib", "a.bib", bib, sizeof bib - 1, NULL },
	};
	struct place *place = *state;
	struct cache *cache = open_cache(place, CACHE_WRITE);
	struct list read[4], found;

	for (int i = 0; i < 4; i++) {
		read_list(place->arena, &all[i], &read[i]);
		assert_false(kept_find(cache, place->arena, &all[i], &found));
		kept_put(cache, &all[i], &read[i]);
	}
	assert_true(read[0].entry_count >= 3);
	assert_int_equal(read[1].broken, 1);
	assert_true(read[3].entries[0].people_count > 0);
	commit(cache);
	for (int i = 0; i < 4; i++) {
		struct kept_list other = all[i];

		assert_true(kept_find(cache, place->arena, &all[i], &found));
		same_list(&read[i], &found);
		/* What else it could be. */
		other.source = "elsewhere";
		assert_false(kept_find(cache, place->arena, &other, &found));
		other = all[i];
		other.stated = &(const struct list_stated){ .item = "title, venue" };
		assert_false(kept_find(cache, place->arena, &other, &found));
		other = all[i];
		other.length -= other.length > 0;
		other.bytes = other.length > 0 ? other.bytes + 1 : "x";
		other.length += other.length == 0;
		assert_false(kept_find(cache, place->arena, &other, &found));
	}
	assert_false(kept_find(NULL, place->arena, &all[0], &found));
	kept_put(NULL, &all[0], &read[0]);
	cache_close(cache);
	cache = open_cache(place, CACHE_READ);
	kept_put(cache, &all[0], &read[0]);
	assert_true(kept_find(cache, place->arena, &all[0], &found));
	cache_close(cache);
}

/* Cut anywhere it is none. */
static void
damaged(void **state)
{
	const struct kept_list kept = { "models", "models.md", markdown,
		sizeof markdown - 1, NULL };
	struct place *place = *state;
	struct cache *cache = open_cache(place, CACHE_WRITE);
	struct list list;
	const char *memo;
	size_t length;

	read_list(place->arena, &kept, &list);
	kept_put(cache, &kept, &list);
	commit(cache);
	memo = cache_memo(cache, place->arena, "entries of models", &length);
	assert_non_null(memo);
	for (size_t cut = 0; cut < length; cut += cut < 300 ? 1 : 13) {
		cache_put_memo(cache, "entries of models", memo, cut);
		commit(cache);
		assert_false(kept_find(cache, place->arena, &kept, &list));
	}
	cache_close(cache);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(comes_back, set_up, tear_down),
		cmocka_unit_test_setup_teardown(damaged, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
