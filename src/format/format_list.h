/* All forms of file that sauro-reader reads: one row each. A form that opens files (fonts, language data) says so, for the
 * sandbox; one that an office program must make DOCX of is only recognised here. */
#ifndef FORMAT_FORMAT_LIST_H
#define FORMAT_FORMAT_LIST_H

#include "format/format.h"

/* The form that the bytes most likely are; NULL: none that is known. The name of the file says nothing. */
const struct format *format_list_find(struct str bytes);

/* Reads or draws whatever it is, text where no form is known; returns as the form's own functions do. */
enum rc format_list_read(struct arena *arena, const struct format_input *input, struct document *ret,
                         struct message *ret_problem) MUST_USE;
enum rc format_list_draw_page(struct arena *arena, const struct format_input *input, uint32_t page, uint32_t width,
                              struct str *ret_png, struct message *ret_problem) MUST_USE;

#endif
