#include "format/scan_text.h"

#include "format/scan_case.h"
#include "format/scan_formula.h"
#include "format/scan_language.h"
#include "format/scan_line.h"
#include "format/scan_vote.h"

void scan_text_mend(struct arena *arena, const struct repair_model *model, struct page *pages, size_t n)
{
	scan_line_find_bold(arena, pages, n);
	scan_formula_mend(arena, pages, n);
	scan_case_mend(arena, pages, n);
	scan_vote(arena, pages, n);
	scan_language_mend(arena, model, pages, n);
}
