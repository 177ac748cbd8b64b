/* The members of records and of what stands in them, as facts. */
#include "model/record_table.h"

#include <string.h>

#include "model/counted.h"
#include "model/finding.h"
#include "model/record.h"

#define AT(type, member)  .place = offsetof(struct type, member)
#define HAS(type, member) .count_place = offsetof(struct type, member)
#define COUNT(array)      (sizeof(array) / sizeof *(array))
#define SHAPE(rows, type)                                                                \
	{                                                                                \
		rows, COUNT(rows), sizeof(struct type), false                            \
	}
#define LIST(type, member, shape)                                                        \
	AT(type, member##s), HAS(type, member##_count), .of = &(shape)
#define ALSO(text)   .meaning = (text), .says = (text) /* in the schema, too */
#define PLAIN(field) .plain = true, .claim = (field)
#define MUST         (IN_BOTH | NEVER_NULL)

#define NOT_EMPTY "\"minLength\": 1"
#define SOURCE    "\"pattern\": \"^[a-z][a-z0-9-]*$\""
#define WORDS(...)                                                                       \
	(const char *const[])                                                            \
	{                                                                                \
		__VA_ARGS__, NULL                                                        \
	}
#define LICENSE_STATUS_MEANING                                                           \
	"stated, unrecognised, none, unstated, not-asked, unanswered."

#define LICENSE_CLASS_MEANING                                                            \
	"public-domain, permissive, copyleft, non-commercial or custom."

static const struct member author_rows[] = {
	{ "literal", MEMBER_TEXT, AT(author, literal), IN_JSON | NEVER_NULL },
	{ "family", MEMBER_TEXT, AT(author, family), IN_JSON },
	{ "given", MEMBER_TEXT, AT(author, given), IN_JSON },
	{ "orcid", MEMBER_TEXT, AT(author, orcid), IN_JSON,
	    .facets = "\"pattern\": \"^[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]$\"" },
};
static const struct shape author_shape = SHAPE(author_rows, author);

static const struct member id_rows[] = {
	{ "kind", MEMBER_ID_KIND, AT(record_identifier, id.kind), IN_JSON | NEVER_NULL,
	    .facets = NOT_EMPTY },
	{ "value", MEMBER_TEXT, AT(record_identifier, id.value), IN_JSON | NEVER_NULL,
	    .facets = NOT_EMPTY },
	{ "status", MEMBER_WORD, AT(record_identifier, status), IN_JSON | NEVER_NULL,
	    .words = record_id_statuses },
	{ "from", MEMBER_TEXT, AT(record_identifier, from), IN_JSON },
};
static const struct shape id_shape = SHAPE(id_rows, record_identifier);

static const struct member artifact_rows[] = {
	{ "work_id", MEMBER_TOLD, 0, IN_CSV | NEVER_NULL, "Id in works.",
	    .told = TOLD_WORK },
	{ "kind", MEMBER_TEXT, AT(artifact, kind), MUST, "model, dataset, space or code.",
	    .words = WORDS("model", "dataset", "space", "code") },
	{ "id", MEMBER_TEXT, AT(artifact, id.value), MUST, "Owner and name.",
	    .facets = NOT_EMPTY },
	{ "url", MEMBER_TEXT, AT(artifact, url), IN_BOTH, "Landing page." },
	{ "tie", MEMBER_WORD, AT(artifact, tie), MUST,
	    "self, declared (it and the paper name each other) or listed (only a list "
	    "says so).",
	    .words = record_ties },
	{ "claimed_by", MEMBER_TEXT, AT(artifact, claimed_by), IN_BOTH,
	    "Who ties it to the work." },
	{ "license", MEMBER_TEXT, AT(artifact, license), IN_BOTH,
	    "SPDX expression or LicenseRef.", .facets = NOT_EMPTY },
	{ "license_status", MEMBER_WORD, AT(artifact, license_status), MUST,
	    LICENSE_STATUS_MEANING, .words = license_statuses },
	{ "license_raw", MEMBER_TEXT, AT(artifact, license_raw), IN_BOTH,
	    "The licence in the source's words." },
	{ "license_class", MEMBER_TOLD, 0, IN_BOTH, LICENSE_CLASS_MEANING,
	    .told = TOLD_ARTIFACT_CLASS, .words = license_classes },
	{ "base_model", MEMBER_TEXT, AT(artifact, base_model), IN_BOTH,
	    "The model it was made from." },
	{ "base_license", MEMBER_TEXT, AT(artifact, base_license), IN_BOTH,
	    "That model's licence, several joined by a semicolon." },
	{ "license_drops", MEMBER_TEXT, AT(artifact, license_drops), IN_BOTH,
	    "What that licence asks for and its own does not." },
	{ "created", MEMBER_DATE, AT(artifact, created), IN_BOTH,
	    "When its host first had it." },
	{ "likes", MEMBER_COUNT, AT(artifact, likes), IN_BOTH, "Likes on Hugging Face." },
	{ "downloads", MEMBER_COUNT, AT(artifact, downloads), IN_BOTH,
	    "Downloads of the last 30 days on Hugging Face." },
	{ "stars", MEMBER_COUNT, AT(artifact, stars), IN_BOTH, "Stars on GitHub." },
	{ "gated", MEMBER_TEXT, AT(artifact, gated), IN_BOTH,
	    "Whether one must ask for access: false, auto or manual." },
	{ "archived", MEMBER_FLAG, AT(artifact, archived), IN_BOTH,
	    "Archived on GitHub." },
	{ "status", MEMBER_TEXT, AT(artifact, status), IN_BOTH,
	    "found, gone, renamed, disabled, not-asked, unanswered." },
	{ "renamed_to", MEMBER_TEXT, AT(artifact, renamed_to), IN_BOTH,
	    "The id it answers to now." },
	{ "first_answered", MEMBER_DAY_OF, AT(artifact, first_answered), IN_BOTH,
	    "Day on which its host first answered just this." },
};
const struct shape record_shape_artifact = SHAPE(artifact_rows, artifact);

static const struct member link_rows[] = {
	{ "url", MEMBER_TEXT, AT(link, url), IN_JSON | NEVER_NULL },
	{ "role", MEMBER_WORD, AT(link, role), IN_JSON | NEVER_NULL | MAY_GROW,
	    .words = entry_roles },
};
static const struct shape link_shape = SHAPE(link_rows, link);

static const struct member mention_rows[] = {
	{ "work_id", MEMBER_TOLD, 0, IN_CSV | NEVER_NULL, "Id in works.",
	    .told = TOLD_WORK },
	{ "list", MEMBER_TEXT, AT(entry, list), MUST, "Short name of the list.",
	    .facets = NOT_EMPTY },
	{ "line", MEMBER_NUMBER, AT(entry, line), MUST, "Line in the list, from 1.",
	    .facets = "\"minimum\": 1" },
	{ "part", MEMBER_NUMBER, AT(entry, part), MUST,
	    "Which of several projects in that row.", .facets = "\"minimum\": 1" },
	{ "section", MEMBER_TEXT, AT(entry, section), IN_BOTH,
	    "Headings above, from the outermost." },
	{ "name", MEMBER_TEXT, AT(entry, name), IN_BOTH, "Name as given." },
	{ "title", MEMBER_TEXT, AT(entry, title), IN_BOTH, "Title as given." },
	{ "venue", MEMBER_TEXT, AT(entry, venue), IN_BOTH, "Venue as given." },
	{ "date", MEMBER_TOLD, 0, IN_BOTH, "Date as given.", .told = TOLD_DATE },
	{ "license_raw", MEMBER_TEXT, AT(entry, license), IN_BOTH, "Licence as given." },
	{ "institute", MEMBER_TEXT, AT(entry, institute), IN_BOTH,
	    "Institute as given." },
	{ "links", MEMBER_LIST, .flags = IN_BOTH,
	    .meaning = "ROLE=URL of each link, joined by blanks.", .told = TOLD_LINKS,
	    LIST(entry, link, link_shape) },
};
const struct shape record_shape_mention = { mention_rows, COUNT(mention_rows),
	sizeof(struct entry *), true };

static const struct member related_rows[] = {
	{ "relation", MEMBER_TEXT, AT(related, relation), IN_JSON | NEVER_NULL,
	    .facets = "\"pattern\": \"^[A-Za-z]+$\"" },
	{ "id", MEMBER_TEXT, AT(related, id), IN_JSON | NEVER_NULL, .facets = NOT_EMPTY },
};
static const struct shape related_shape = SHAPE(related_rows, related);

static const struct member outcome_rows[] = {
	{ "source", MEMBER_TEXT, AT(record_outcome, source), IN_JSON | NEVER_NULL,
	    .facets = SOURCE },
	{ "outcome", MEMBER_WORD, AT(record_outcome, outcome), IN_JSON | NEVER_NULL,
	    .words = answer_outcomes },
};
static const struct shape outcome_shape = SHAPE(outcome_rows, record_outcome);

static const struct member provenance_rows[] = {
	{ "field", MEMBER_TEXT, AT(provenance, field), IN_JSON | NEVER_NULL,
	    .facets = NOT_EMPTY },
	{ "source", MEMBER_TEXT, AT(provenance, source), IN_JSON | NEVER_NULL,
	    .facets = SOURCE },
	{ "method", MEMBER_TEXT, AT(provenance, method), IN_JSON | NEVER_NULL,
	    .words = WORDS("lookup", "search", "list-text", "override", "rule") },
	{ "confidence", MEMBER_CONFIDENCE, AT(provenance, confidence),
	    IN_JSON | NEVER_NULL },
	{ "first_answered", MEMBER_DAY_OF, AT(provenance, first_answered), IN_JSON,
	    .says = "Day on which the source first gave this value; null: no source." },
};
static const struct shape provenance_shape = SHAPE(provenance_rows, provenance);

static const struct member record_rows[] = {
	{ "schema_version", MEMBER_VERSION, .flags = IN_JSON | NEVER_NULL },
	{ "id", MEMBER_TEXT, AT(record, id), MUST, "The work's id, given once and kept.",
	    .says = "Given once and kept.",
	    .facets = "\"pattern\": "
		      "\"^(doi|arxiv|acl|pmid|pmcid|openreview|hf|hf-dataset|hf-space|"
		      "github|s2|url|list):.+$\"" },
	{ "citation_key", MEMBER_TEXT, AT(record, citation_key), IN_BOTH,
	    "Its key in references.bib.", .says = "Key in references.bib." },
	{ "kind", MEMBER_TEXT, AT(record, kind), MUST | OVERRIDES,
	    "paper, model, dataset, code, space, webpage.",
	    .words = WORDS("paper", "model", "dataset", "code", "space", "webpage") },
	{ "type", MEMBER_TEXT, AT(record, type), IN_BOTH | OVERRIDES,
	    ALSO("Type in the words of CSL.") },
	{ "stage", MEMBER_TEXT, AT(record, stage), IN_BOTH | OVERRIDES,
	    "preprint or published; empty for other kinds.",
	    .words = WORDS("preprint", "published") },
	{ "scope", MEMBER_WORD, AT(record, scope), MUST,
	    "in, undated or older than --since asks for.", .words = record_scopes,
	    .says = "Whether --since asks about it." },
	{ "title", MEMBER_TEXT, AT(record, title), IN_BOTH | OVERRIDES,
	    "Title as the best source gives it." },
	{ "name", MEMBER_TEXT, AT(record, name), IN_BOTH | OVERRIDES,
	    ALSO("Short name from the list.") },
	{ "authors", MEMBER_LIST, .flags = IN_BOTH | OVERRIDES,
	    .meaning = "Authors in order, joined by a semicolon.", .told = TOLD_AUTHORS,
	    LIST(record, author, author_shape) },
	{ "issued", MEMBER_DATE, AT(record, issued), IN_BOTH | OVERRIDES,
	    "Date of the chosen version, as exact as known.",
	    .says = "Date of the chosen version." },
	{ "first_public", MEMBER_DATE, AT(record, first_public), IN_BOTH | OVERRIDES,
	    "Earliest known date it was public.", .says = "Earliest known date." },
	{ "year", MEMBER_NUMBER, AT(record, year), IN_BOTH | OVERRIDES,
	    "Year of issued." },
	{ "issued_year", MEMBER_YEAR, 0, IN_BOTH,
	    "Year to count it for: of issued, else of first_public, else the list's.",
	    .says = "Of issued, else of first_public, else the list's." },
	{ "container_title", MEMBER_TEXT, AT(record, container_title),
	    IN_BOTH | OVERRIDES, "Venue; empty for a preprint.",
	    .says = "Venue; null for a preprint." },
	{ "venue_key", MEMBER_TEXT, AT(record, venue_key), IN_BOTH,
	    ALSO("Venue folded over spellings and years.") },
	{ "venue_name", MEMBER_TEXT, AT(record, venue_name), IN_BOTH,
	    ALSO("Venue for people: short where it is known, else as it is spelt.") },
	{ "publisher", MEMBER_TEXT, AT(record, publisher), IN_BOTH | OVERRIDES,
	    "Publisher.", PLAIN(FIELD_PUBLISHER) },
	{ "institute", MEMBER_TEXT, AT(record, institute), IN_BOTH | OVERRIDES,
	    "Institute as the list gives it.", PLAIN(FIELD_INSTITUTE) },
	{ "base_model", MEMBER_TEXT, AT(record, base_model), IN_BOTH | OVERRIDES,
	    "Base model as the list gives it.", PLAIN(FIELD_BASE_MODEL) },
	{ "doi", MEMBER_IDENTIFIER, .place = IDENTIFIER_DOI, IN_BOTH,
	    "DOI in lower case, no URL.", .facets = "\"pattern\": \"^10\\\\..+/.+$\"" },
	{ "arxiv_id", MEMBER_IDENTIFIER, .place = IDENTIFIER_ARXIV, IN_BOTH,
	    ALSO("arXiv id without version.") },
	{ "acl_id", MEMBER_IDENTIFIER, .place = IDENTIFIER_ACL, IN_BOTH,
	    "ACL Anthology id." },
	{ "pmid", MEMBER_IDENTIFIER, .place = IDENTIFIER_PMID, IN_BOTH,
	    ALSO("PubMed id.") },
	{ "pmcid", MEMBER_IDENTIFIER, .place = IDENTIFIER_PMCID, IN_BOTH,
	    "PubMed Central id." },
	{ "s2_corpus_id", MEMBER_IDENTIFIER, .place = IDENTIFIER_S2_CORPUS, IN_BOTH,
	    ALSO("Semantic Scholar corpus id.") },
	{ "url", MEMBER_TEXT, AT(record, url), IN_BOTH | OVERRIDES,
	    ALSO("Landing page.") },
	{ "license", MEMBER_TEXT, AT(record, license), IN_BOTH | OVERRIDES,
	    ALSO("SPDX expression or LicenseRef."), .facets = NOT_EMPTY },
	{ "license_status", MEMBER_WORD, AT(record, license_status), MUST,
	    LICENSE_STATUS_MEANING, .words = license_statuses },
	{ "license_class", MEMBER_TOLD, 0, IN_BOTH, LICENSE_CLASS_MEANING,
	    .told = TOLD_LICENSE_CLASS, .words = license_classes },
	{ "license_raw", MEMBER_TEXT, AT(record, license_raw), IN_BOTH,
	    "The licence in the source's words.", .says = "In the source's words." },
	{ "license_of", MEMBER_TEXT, AT(record, license_of), IN_BOTH,
	    "Whose licence: published, preprint or artifact.",
	    .words = WORDS("published", "preprint", "artifact") },
	{ "is_open_access", MEMBER_FLAG, AT(record, is_open_access), IN_BOTH | OVERRIDES,
	    "Empty: nobody said.", .says = "null: nobody said.",
	    PLAIN(FIELD_OPEN_ACCESS) },
	{ "is_retracted", MEMBER_FLAG, AT(record, is_retracted), IN_BOTH | OVERRIDES,
	    "Empty: nobody said.", .says = "null: nobody said." },
	{ "is_withdrawn", MEMBER_FLAG, AT(record, is_withdrawn), IN_BOTH | OVERRIDES,
	    "Empty: nobody said.", .says = "null: nobody said." },
	{ "cited_by_count", MEMBER_COUNT, AT(record, cited_by_count), IN_BOTH | OVERRIDES,
	    "Citations according to cited_by_source." },
	{ "cited_by_source", MEMBER_TEXT, AT(record, cited_by_source), IN_BOTH,
	    "Who counted.", .facets = SOURCE },
	{ "counted_at", MEMBER_INSTANT, AT(record, counted_at), IN_BOTH,
	    ALSO("When cited_by_source first gave this count.") },
	{ "ids", MEMBER_LIST, .flags = IN_JSON, LIST(record, id, id_shape) },
	{ "artifacts", MEMBER_LIST, .flags = IN_JSON,
	    LIST(record, artifact, record_shape_artifact) },
	{ "mentions", MEMBER_LIST, .flags = IN_JSON,
	    LIST(record, mention, record_shape_mention) },
	{ "related", MEMBER_LIST, AT(record, related), IN_JSON, .of = &related_shape,
	    HAS(record, related_count) },
	{ "outcomes", MEMBER_LIST, .flags = IN_JSON,
	    LIST(record, outcome, outcome_shape) },
	{ "provenance", MEMBER_LIST, AT(record, provenance), IN_JSON,
	    .of = &provenance_shape, HAS(record, provenance_count) },
	{ "model_licenses", MEMBER_TOLD, 0, IN_CSV,
	    "ID=LICENSE of its own models, joined by a semicolon.",
	    .told = TOLD_MODEL_LICENSES },
	{ "code_licenses", MEMBER_TOLD, 0, IN_CSV,
	    "ID=LICENSE of its own repositories, joined by a semicolon.",
	    .told = TOLD_CODE_LICENSES },
	{ "lists", MEMBER_TOLD, 0, IN_CSV,
	    "The lists that name it, joined by a semicolon.", .told = TOLD_LISTS },
	{ "section", MEMBER_TOLD, 0, IN_CSV,
	    "Headings above it in the lists, each once, joined by a semicolon.",
	    .told = TOLD_SECTION },
	{ "list_venue", MEMBER_TOLD, 0, IN_CSV, "Venue as the lists give it.",
	    .told = TOLD_LIST_VENUE },
	{ "list_license", MEMBER_TOLD, 0, IN_CSV, "Licence as the lists give it.",
	    .told = TOLD_LIST_LICENSE },
	{ "list_date", MEMBER_TOLD, 0, IN_CSV, "Date as the lists give it.",
	    .told = TOLD_LIST_DATE },
	{ "status", MEMBER_TOLD, 0, IN_CSV,
	    "Best outcome over the sources: found, ambiguous, absent, unanswered, "
	    "not-asked; empty: no source to ask.",
	    .told = TOLD_OUTCOME },
	{ "first_seen", MEMBER_DAY, AT(record, first_seen), IN_BOTH,
	    ALSO("Date of the first release that had it.") },
};
const struct shape record_shape = SHAPE(record_rows, record);

static const struct member conflict_rows[] = {
	{ "work_id", MEMBER_TOLD, 0, IN_CSV | NEVER_NULL, "Id in works.",
	    .told = TOLD_WORK },
	{ "field", MEMBER_TEXT, AT(conflict, field), IN_CSV | NEVER_NULL,
	    "Field in which the sources differ." },
	{ "chosen_source", MEMBER_TEXT, AT(conflict, chosen_source), IN_CSV | NEVER_NULL,
	    "The source believed." },
	{ "chosen_value", MEMBER_TEXT, AT(conflict, chosen_value), IN_CSV, "Its value." },
	{ "other_source", MEMBER_TEXT, AT(conflict, other_source), IN_CSV | NEVER_NULL,
	    "The source not believed." },
	{ "other_value", MEMBER_TEXT, AT(conflict, other_value), IN_CSV, "Its value." },
	{ "rule", MEMBER_TEXT, AT(conflict, rule), IN_CSV, "Why." },
};
const struct shape record_shape_conflict = SHAPE(conflict_rows, conflict);

static const struct member finding_rows[] = {
	{ "key", MEMBER_LETTERS, AT(finding, key), IN_CSV | NEVER_NULL,
	    "Stays the same while the offending value does." },
	{ "code", MEMBER_TEXT, AT(finding, code), IN_CSV | NEVER_NULL,
	    "What kind of finding." },
	{ "class", MEMBER_WORD, AT(finding, class), IN_CSV | NEVER_NULL,
	    "fix (certain), decide (a person must choose) or note.",
	    .words = finding_classes },
	{ "state", MEMBER_WORD, AT(finding, state), IN_CSV | NEVER_NULL,
	    "new, open, accepted or gone.", .words = finding_states },
	{ "list", MEMBER_TEXT, AT(finding, list), IN_CSV, "Short name of the list." },
	{ "line", MEMBER_NUMBER, AT(finding, line), IN_CSV, "Line in the list, from 1." },
	{ "part", MEMBER_NUMBER, AT(finding, part), IN_CSV,
	    "Which of several projects in that row." },
	{ "title", MEMBER_TEXT, AT(finding, title), IN_CSV, "What that row is called." },
	{ "work_id", MEMBER_TEXT, AT(finding, work_id), IN_CSV,
	    "Id in works; empty: of the list as a whole." },
	{ "field", MEMBER_TEXT, AT(finding, field), IN_CSV, "What it is about." },
	{ "given", MEMBER_TEXT, AT(finding, given), IN_CSV, "What the list says." },
	{ "found", MEMBER_TEXT, AT(finding, found), IN_CSV, "What a source says." },
	{ "source", MEMBER_TEXT, AT(finding, source), IN_CSV, "Which source." },
	{ "evidence", MEMBER_TEXT, AT(finding, evidence), IN_CSV,
	    "The reason in words." },
	{ "repair", MEMBER_TEXT, AT(finding, repair), IN_CSV, "What to write instead." },
	{ "first_seen", MEMBER_DAY, AT(finding, first_seen), IN_CSV,
	    "Date of the first release that had it." },
	{ "reason", MEMBER_TEXT, AT(finding, reason), IN_CSV,
	    "Why the curator accepted it." },
};
const struct shape record_shape_finding = SHAPE(finding_rows, finding);

static const struct member history_rows[] = {
	{ "work_id", MEMBER_TEXT, AT(counted, work_id), IN_CSV | NEVER_NULL,
	    "Id in works, of this release or an earlier one." },
	{ "day", MEMBER_DAY, AT(counted, day), IN_CSV | NEVER_NULL,
	    "When the source first gave this count." },
	{ "count", MEMBER_COUNT, AT(counted, count), IN_CSV | NEVER_NULL,
	    "Citations, as this source counts them." },
	{ "source", MEMBER_TEXT, AT(counted, source), IN_CSV | NEVER_NULL,
	    "Who counted." },
};
const struct shape record_shape_history = SHAPE(history_rows, counted);

const struct member *
record_member(const char *name)
{
	for (size_t i = 0; i < COUNT(record_rows); i++)
		if (strcmp(record_rows[i].name, name) == 0)
			return &record_rows[i];
	return NULL;
}
