#include "format/format_list.h"

#include "document/text_reader.h"
#include "format/docx.h"
#include "format/html.h"
#include "format/odt.h"
#include "format/office.h"
#include "format/pdf.h"
#include "format/picture.h"
#include "format/xlsx.h"

static const struct format *const formats[] = {
    &docx_format,    &html_format, &odt_format,        &odt_flat_format, &office_doc_format,    &office_rtf_format,
    &picture_format, &pdf_format,  &office_xls_format, &xlsx_format,     &office_locked_format,
};

const struct format *format_list_find(struct str bytes)
{
	const struct format *best = NULL;
	int most = 0;
	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
		int score = formats[i]->score(bytes);
		if (score > most) {
			most = score;
			best = formats[i];
		}
	}
	return best;
}

/* What no form claims may be text all the same; if not, the reader of text says where not. */
enum rc format_list_read(struct arena *arena, const struct format_input *input, struct document *ret, struct message *ret_problem)
{
	const struct format *format = format_list_find(input->bytes);
	if (format == NULL && str_has_prefix(input->bytes, STR("<?xml"))) {
		*ret_problem = (struct message){.id = MSG("This is an XML file of a kind that is not known. Open it in the program that "
		                                          "made it, save it as DOCX or PDF, and send that.")};
		return RC_INVALID;
	}
	if (format == NULL || format->read == NULL)
		return text_reader_read(arena, input->bytes, ret, ret_problem);
	return format->read(arena, input, ret, ret_problem);
}

enum rc format_list_draw_page(struct arena *arena, const struct format_input *input, uint32_t page, uint32_t width,
                              struct str *ret_png, struct message *ret_problem)
{
	const struct format *format = format_list_find(input->bytes);
	if (format != NULL && format->draw_page != NULL)
		return format->draw_page(arena, input, page, width, ret_png, ret_problem);
	*ret_problem = (struct message){.id = MSG("This form of file has no pages to show.")};
	return RC_NOT_FOUND;
}
