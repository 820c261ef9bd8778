#include "format/format_list.h"

#include "format/docx.h"
#include "format/pdf.h"

static const struct format *const formats[] = {
    &docx_format,
    &pdf_format,
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

static enum rc refuse_unknown(struct message *ret_problem)
{
	*ret_problem = (struct message){
	    .id = MSG("No program that is known made this file, or it is damaged. Open it, save it as DOCX or PDF, and send that.")};
	return RC_INVALID;
}

enum rc format_list_read(struct arena *arena, const struct format_input *input, struct document *ret, struct message *ret_problem)
{
	const struct format *format = format_list_find(input->bytes);
	if (format == NULL || format->read == NULL)
		return refuse_unknown(ret_problem);
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
