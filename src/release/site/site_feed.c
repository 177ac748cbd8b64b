/* A record enters, its entry in feed.xml (Atom, RFC 4287) leaves. */
#include <string.h>

#include "base/buffer.h"
#include "base/digest.h"
#include "release/facts/facts.h"
#include "release/site/site.h"
#include "release/text/escape.h"

/* A name for ever: of the collection and the work, as a UUID (RFC 9562, version 8). */
static void
add_uuid(struct buffer *out, const char *name, const char *id)
{
	char digest[DIGEST_TEXT];
	struct buffer both;

	buffer_init(&both, 0);
	buffer_printf(&both, "%s\n%s", name, id);
	digest_text(both.bytes, both.length, digest);
	buffer_free(&both);
	buffer_printf(out, "urn:uuid:%.8s-%.4s-8%.3s-%c%.3s-%.12s", digest, digest + 8,
	    digest + 13, "89ab"[(unsigned char)digest[16] % 4], digest + 17, digest + 20);
}

void
site_entry(const struct site *site, const struct telling *telling, const char *key,
    struct buffer *out)
{
	const struct record *r = telling->record;
	const char *people = site_people(telling->arena, r, 3);

	buffer_text(out, "<entry>\n<id>");
	add_uuid(out, site->settings->name, r->id);
	buffer_text(out, "</id>\n<title>");
	escape_html(out, facts_title(r));
	buffer_printf(out, "</title>\n<updated>%sT00:00:00Z</updated>\n", r->first_seen);
	if (people != NULL) {
		buffer_text(out, "<author><name>");
		escape_html(out, people);
		buffer_text(out, "</name></author>\n");
	}
	/* Relative to the feed, wherever that is. */
	buffer_printf(out, "<link href=\"index.html#%s\"/>\n<summary>", key);
	escape_html(out, r->venue_name != NULL ? r->venue_name : r->kind);
	if (r->license != NULL) {
		buffer_text(out, "; licence ");
		escape_html(out, r->license);
	}
	buffer_text(out, "</summary>\n</entry>\n");
}

void
site_feed_begin(const struct site *site, const struct about *about, struct buffer *out)
{
	const char *home = site->settings->homepage;

	buffer_text(out,
	    "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
	    "<feed xmlns=\"http://www.w3.org/2005/Atom\">\n<id>");
	add_uuid(out, site->settings->name, "");
	buffer_text(out, "</id>\n<title>");
	escape_html(out, about->title);
	buffer_printf(
	    out, ": new works</title>\n<updated>%sT00:00:00Z</updated>\n", about->date);
	buffer_text(out, "<author><name>");
	escape_html(out, package_publisher(about));
	buffer_text(out, "</name></author>\n<generator>");
	escape_html(out, site->settings->program);
	buffer_text(out, "</generator>\n");
	buffer_text(out, "<link rel=\"self\" href=\"feed.xml\"/>\n");
	if (home != NULL) {
		buffer_text(out, "<link href=\"");
		escape_html(out, home);
		buffer_text(out, "\"/>\n");
	}
}
