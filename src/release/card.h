/* The features of works.jsonl, as YAML below "features:". */
#ifndef ENRICH_RELEASE_CARD_H
#define ENRICH_RELEASE_CARD_H

extern const char card_features[];

#endif
