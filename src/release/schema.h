/* The JSON Schema of a record, for schema/works.schema.json. */
#ifndef ENRICH_RELEASE_SCHEMA_H
#define ENRICH_RELEASE_SCHEMA_H

extern const char schema_text[];

#endif
