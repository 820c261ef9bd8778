/* Any files in a Word document. */
#include "format/docx.h"

#include "format_fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const names[] = {"word/document.xml", "word/numbering.xml", "word/styles.xml", "word/footnotes.xml", NULL};
	return format_fuzz_run(&docx_format, names, data, size);
}
