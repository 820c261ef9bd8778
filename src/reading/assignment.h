/* Who does what part of a task: "Sở Nội vụ chủ trì, phối hợp Sở Tài chính và các cơ quan liên quan …".
 *
 * The text is taken in clauses (bullets, sentences, parts between semicolons). A clause that begins with a unit names who does
 * the work; what the unit is told to do gives the role: "chủ trì" lead, "phối hợp" with no unit after it coordinate, anything
 * else perform; units after "phối hợp (với)" coordinate. Units further on are objects of the work, not parties to it. */
#ifndef READING_ASSIGNMENT_H
#define READING_ASSIGNMENT_H

#include "base/arena.h"
#include "base/str.h"
#include "reading/reading.h"

/* Adds what the text says to *out; `span` is where it stands. Returns the first words that should name a party and are none that
 * is known ("Trưởng bản, người có uy tín"); no text where all was understood. */
struct str assignment_parse(struct arena *arena, struct str text, struct document_span span, struct reading_assignment_vec *out);

/* The same for a cell all of whose units have one role, told by its column ("Cơ quan chủ trì"): all its words name units. */
struct str assignment_parse_column(struct arena *arena, struct str text, struct document_span span, enum reading_role role,
                                   struct reading_assignment_vec *out);

/* Who an order gives work to, from its beginning: "Giao Sở A chủ trì, phối hợp với Sở B tổ chức …". Adds them to *out; their
 * words are bytes *ret_who … the result - 1, the work is what follows. 0 where the text begins with no unit. */
size_t assignment_parse_order(struct arena *arena, struct str text, struct document_span span, size_t *ret_who,
                              struct reading_assignment_vec *out);

/* The unit or enumeration of units that a text begins with; no text where it begins with none. *ret_end: byte after it. */
struct str assignment_first_unit(struct arena *arena, struct str text, size_t *ret_end);

#endif
