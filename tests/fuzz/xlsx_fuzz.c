/* Any files in a workbook. */
#include "format/xlsx.h"

#include "format_fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const names[] = {"xl/worksheets/sheet1.xml",   "xl/workbook.xml",
	                                    "xl/_rels/workbook.xml.rels", "xl/styles.xml",
	                                    "xl/sharedStrings.xml",       NULL};
	return format_fuzz_run(&xlsx_format, names, data, size);
}
