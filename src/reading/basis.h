/* What a plan rests on and what it carries out: told apart among the documents named before its first heading.
 *
 * "Căn cứ" names what the plan rests on, "Thực hiện" what it carries out. Of the first, the plan carries out what is a plan
 * itself; and where neither leaves any, its directives (resolutions, instructions, letters) of the plan's own year: older ones
 * are what years of plans rest on. Law, and rules on who is competent or how things are done, are never carried out in this
 * sense. */
#ifndef READING_BASIS_H
#define READING_BASIS_H

#include "reading/reading.h"
#include "reading/words.h"

/* Whether a paragraph's words from `first` on begin to name a basis. */
bool basis_begins(const struct words *words, size_t first);

/* Leaves in header->in_execution_of what is carried out, and marks it in the citations. */
void basis_tell_apart(struct arena *arena, struct reading_header *header, struct reading_citation_vec *citations);

#endif
