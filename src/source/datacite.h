/* DataCite: the registry of most data sets' and programs' DOIs. */
#ifndef ENRICH_SOURCE_DATACITE_H
#define ENRICH_SOURCE_DATACITE_H

#include "model/source.h"

extern const struct source datacite;

#endif
