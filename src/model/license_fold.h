/* Words of people about a licence, in the form the table has them. */
#pragma once

struct arena;

/*
 * Lower case, words and versions with one blank between, without the words
 * that say only "this is a licence": "Apache License, Version 2.0" is
 * "apache 2.0".  A name that stands twice stands once.
 */
const char *license_fold(struct arena *, const char *text);
