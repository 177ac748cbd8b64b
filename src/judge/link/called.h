/* Every way one side of a link may be called.  Inside of judge/ only. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "judge/link/differ.h"
#include "judge/title/title.h"

struct arena;
struct entry;
struct judge_field;

struct called {
	struct title form[3];
	size_t forms;
	struct words name;
	struct words bare; /* the title without what says which of a family: "-7B" */
	bool name_only;    /* nothing but a name to go by */
};

void called_read(struct arena *, const struct entry *, struct called *);
/* called_unfold.c: the title with letters that stand for words of another said in full. */
const char *called_unfold(struct arena *, const char *title, const struct words *own,
    const struct words *other);
/* The closest of all pairs of forms. */
void called_compare(
    struct arena *, const struct called *, const struct called *, struct comparison *);
/* The difference in the form that says least: a name may stand before either. */
void called_differ(const struct judge_field *, const struct called *,
    const struct called *, struct difference *);
/* Is the name the title's: said as it is, in one word, or by its initials? */
bool called_is_said(const struct title *, const struct words *name);
/* Is it one of a family, or what a name is of: "7b", "base", "dataset"? */
bool called_is_of_family(const char *word);
/* Does what stands before a colon say the name and more: "Warden 2", "MedWarden"? */
bool called_is_extended(const struct title *, const struct words *name);
/* Are both names, each of another one of a family? */
bool called_is_other_member(const struct words *, const struct words *);
/* A coined name that stands on both sides. */
bool called_share_name(
    const struct judge_field *, const struct called *, const struct called *);
