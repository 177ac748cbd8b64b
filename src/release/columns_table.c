/* The columns of every CSV file, as facts. */
#include "release/columns.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const struct column works[] = {
	{ "id", "string", true, "The work's id, given once and kept." },
	{ "citation_key", "string", false, "Its key in references.bib." },
	{ "kind", "string", true, "paper, model, dataset, code, space, webpage." },
	{ "type", "string", false, "Type in the words of CSL." },
	{ "stage", "string", false, "preprint or published; empty for other kinds." },
	{ "scope", "string", true, "in, undated or older than --since asks for." },
	{ "title", "string", false, "Title as the best source gives it." },
	{ "name", "string", false, "Short name from the list." },
	{ "authors", "string", false, "Authors in order, joined by a semicolon." },
	{ "issued", "string", false, "Date of the chosen version, as exact as known." },
	{ "first_public", "string", false, "Earliest known date it was public." },
	{ "year", "integer", false, "Year of issued." },
	{ "container_title", "string", false, "Venue; empty for a preprint." },
	{ "venue_key", "string", false, "Venue folded over spellings and years." },
	{ "publisher", "string", false, "Publisher." },
	{ "institute", "string", false, "Institute as the list gives it." },
	{ "base_model", "string", false, "Base model as the list gives it." },
	{ "doi", "string", false, "DOI in lower case, no URL." },
	{ "arxiv_id", "string", false, "arXiv id without version." },
	{ "acl_id", "string", false, "ACL Anthology id." },
	{ "pmid", "string", false, "PubMed id." },
	{ "pmcid", "string", false, "PubMed Central id." },
	{ "s2_corpus_id", "string", false, "Semantic Scholar corpus id." },
	{ "url", "string", false, "Landing page." },
	{ "license", "string", false, "SPDX expression or LicenseRef." },
	{ "license_status", "string", true,
	    "stated, unrecognised, none, unstated, not-asked, unanswered." },
	{ "license_raw", "string", false, "The licence in the source's words." },
	{ "license_of", "string", false,
	    "Whose licence: published, preprint or artifact." },
	{ "is_open_access", "boolean", false, "Empty: nobody said." },
	{ "is_retracted", "boolean", false, "Empty: nobody said." },
	{ "is_withdrawn", "boolean", false, "Empty: nobody said." },
	{ "cited_by_count", "integer", false, "Citations according to cited_by_source." },
	{ "cited_by_source", "string", false, "Who counted." },
	{ "counted_at", "datetime", false, "When the count was read." },
	{ "model_licenses", "string", false,
	    "ID=LICENSE of its own models, joined by a semicolon." },
	{ "code_licenses", "string", false,
	    "ID=LICENSE of its own repositories, joined by a semicolon." },
	{ "lists", "string", false, "The lists that name it, joined by a semicolon." },
	{ "list_venue", "string", false, "Venue as the lists give it." },
	{ "list_license", "string", false, "Licence as the lists give it." },
	{ "list_date", "string", false, "Date as the lists give it." },
	{ "status", "string", false,
	    "Best outcome over the sources: found, ambiguous, absent, unanswered, "
	    "not-asked; empty: no source to ask." },
	{ "first_seen", "date", false, "Date of the first release that had it." },
	{ "last_seen", "date", false, "Date of this release." },
};

static const struct column mentions[] = {
	{ "work_id", "string", true, "Id in works." },
	{ "list", "string", true, "Short name of the list." },
	{ "revision", "string", false, "SHA-256 of the list as read." },
	{ "line", "integer", true, "Line in the list, from 1." },
	{ "part", "integer", true, "Which of several projects in that row." },
	{ "section", "string", false, "Headings above, from the outermost." },
	{ "name", "string", false, "Name as given." },
	{ "title", "string", false, "Title as given." },
	{ "venue", "string", false, "Venue as given." },
	{ "date", "string", false, "Date as given." },
	{ "license_raw", "string", false, "Licence as given." },
	{ "institute", "string", false, "Institute as given." },
	{ "links", "string", false, "ROLE=URL of each link, joined by blanks." },
};

static const struct column artifacts[] = {
	{ "work_id", "string", true, "Id in works." },
	{ "kind", "string", true, "model, dataset, space or code." },
	{ "id", "string", true, "Owner and name." },
	{ "url", "string", false, "Landing page." },
	{ "tie", "string", true,
	    "self, declared (it and the paper name each other) or listed (only a list "
	    "says so)." },
	{ "claimed_by", "string", false, "Who ties it to the work." },
	{ "license", "string", false, "SPDX expression or LicenseRef." },
	{ "license_status", "string", true,
	    "stated, unrecognised, none, unstated, not-asked, unanswered." },
	{ "license_raw", "string", false, "The licence in the source's words." },
	{ "base_model", "string", false, "The model it was made from." },
	{ "likes", "integer", false, "Likes on Hugging Face." },
	{ "downloads", "integer", false,
	    "Downloads of the last 30 days on Hugging Face." },
	{ "stars", "integer", false, "Stars on GitHub." },
	{ "gated", "string", false,
	    "Whether one must ask for access: false, auto or manual." },
	{ "archived", "boolean", false, "Archived on GitHub." },
	{ "status", "string", false,
	    "found, gone, renamed, disabled, not-asked, unanswered." },
	{ "renamed_to", "string", false, "The id it answers to now." },
	{ "retrieved_at", "datetime", false, "When the source answered." },
};

static const struct column conflicts[] = {
	{ "work_id", "string", true, "Id in works." },
	{ "field", "string", true, "Field in which the sources differ." },
	{ "chosen_source", "string", true, "The source believed." },
	{ "chosen_value", "string", false, "Its value." },
	{ "other_source", "string", true, "The source not believed." },
	{ "other_value", "string", false, "Its value." },
	{ "rule", "string", false, "Why." },
};

static const struct column findings[] = {
	{ "key", "string", true, "Stays the same while the offending value does." },
	{ "code", "string", true, "What kind of finding." },
	{ "class", "string", true,
	    "fix (certain), decide (a person must choose) or note." },
	{ "state", "string", true, "new, open, accepted or gone." },
	{ "list", "string", false, "Short name of the list." },
	{ "line", "integer", false, "Line in the list, from 1." },
	{ "part", "integer", false, "Which of several projects in that row." },
	{ "title", "string", false, "What that row is called." },
	{ "work_id", "string", false, "Id in works; empty: of the list as a whole." },
	{ "field", "string", false, "What it is about." },
	{ "given", "string", false, "What the list says." },
	{ "found", "string", false, "What a source says." },
	{ "source", "string", false, "Which source." },
	{ "evidence", "string", false, "The reason in words." },
	{ "repair", "string", false, "What to write instead." },
	{ "first_seen", "date", false, "Date of the first release that had it." },
};

const struct table *
columns_table(enum table_name name)
{
	static const struct table tables[TABLES] = {
		[TABLE_WORKS] = { "works", "data/works.csv", "Works, one row each", "id",
		    works, COUNT(works) },
		[TABLE_MENTIONS] = { "mentions", "data/mentions.csv",
		    "Which list says what, where", NULL, mentions, COUNT(mentions) },
		[TABLE_ARTIFACTS] = { "artifacts", "data/artifacts.csv",
		    "Models, data sets, spaces and code of the works", NULL, artifacts,
		    COUNT(artifacts) },
		[TABLE_CONFLICTS] = { "conflicts", "data/conflicts.csv",
		    "Where sources differ, and which was believed", NULL, conflicts,
		    COUNT(conflicts) },
		[TABLE_FINDINGS] = { "findings", "data/findings.csv",
		    "What a person should look at", NULL, findings, COUNT(findings) },
	};

	return &tables[name];
}
