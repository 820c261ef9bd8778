/* Any files in an OpenDocument text. */
#include "format/odt.h"

#include "format_fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const names[] = {"content.xml", "styles.xml", NULL};
	return format_fuzz_run(&odt_format, names, data, size);
}
