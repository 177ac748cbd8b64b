/*
 * What the writers of the files around the data are told, and most of the writers.
 * Each appends a whole file to the buffer.
 */
#pragma once

#include "model/source.h"
#include "release/changes/changes.h"
#include "release/facts/settings.h"
#include "release/folder/folder.h"
#include "release/tally/tally.h"

struct buffer;
struct predecessor;

struct about {
	struct arena *arena; /* for texts of one writer */
	const struct release_settings *settings;
	const char *name;    /* as in file names */
	const char *title;   /* for people: the title, else the name */
	const char *version; /* 2026.11.21 */
	const char *date;    /* 2026-11-21 */
	const struct tally *tally;
	const struct changes *changes;
	const struct predecessor *previous; /* or NULL */
	struct folder *folder;
	bool stand_in;
};

void card_write(const struct about *, struct buffer *);    /* README.md */
void package_write(const struct about *, struct buffer *); /* datapackage */
const char *package_description(const struct about *);
/* Who publishes it: by name, or "The maintainers of TITLE". */
const char *package_publisher(const struct about *);
/* The i-th keyword, or NULL. */
const char *package_keyword(const struct about *, size_t i);
void croissant_write(const struct about *, struct buffer *); /* croissant.json */
const char *croissant_media_type(const char *path);          /* by its ending */
void crate_write(const struct about *, struct buffer *);     /* ro-crate-metadata.json */
/* schema.c: works.schema.json (JSON Schema, draft 2020-12) … */
void schema_write(const struct about *, struct buffer *);
/* … and the features that the YAML of a Hugging Face card declares. */
void schema_write_features(struct buffer *);
void citation_write(const struct about *, struct buffer *); /* CITATION */
void zenodo_write(const struct about *, struct buffer *);   /* .zenodo.json */
void license_write(const struct about *, struct buffer *);  /* LICENSE */
void attribution_write(const struct about *, struct buffer *);
/* bagit.c: bagit.txt, bag-info.txt, the manifests, written to the folder. */
void bagit_write(const struct about *, struct folder *);

/* The licence's ids elsewhere: NULL when it has none there. */
const char *license_hugging_face(const char *spdx);
/* Where its text stands; NULL: nobody here knows. */
const char *license_address(struct arena *, const char *spdx);

/* "1,234" in the arena. */
const char *card_number(struct arena *, size_t);
/* One sentence on whence the answers came when not from the services. */
const char *card_stand_in(void);
