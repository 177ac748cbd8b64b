/* What is known of a release when its data are closed enters; the files about
 * them leave. */
#include "release/writers.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "release/changes/changes.h"
#include "release/folder/folder.h"
#include "release/report/report.h"

static void
write_one(const struct about *about, struct buffer *scratch, const char *path,
    void (*write)(const struct about *, struct buffer *))
{
	buffer_clear(scratch);
	write(about, scratch);
	folder_write(about->folder, path, scratch);
	arena_reset(about->arena);
}

static void
write_changes(const struct about *about, struct buffer *out)
{
	const struct changes_head head = { about->version, about->date, NULL };

	changes_write(about->changes, &head, out);
}

void
writers_run(const struct about *about, struct buffer *scratch)
{
	write_one(about, scratch, "schema/works.schema.json", schema_write);
	write_one(about, scratch, "datapackage.json", package_write);
	write_one(about, scratch, "croissant.json", croissant_write);
	write_one(about, scratch, "README.md", card_write);
	write_one(about, scratch, "CITATION.cff", citation_write);
	write_one(about, scratch, ".zenodo.json", zenodo_write);
	write_one(about, scratch, "CHANGES.md", write_changes);
	write_one(about, scratch, "LICENSE", license_write);
	write_one(about, scratch, "ATTRIBUTION.md", attribution_write);
	write_one(about, scratch, "report.html", report_write);
	write_one(about, scratch, "ro-crate-metadata.json", crate_write);
}
