/* Any bytes as a PDF file: read, and its first page drawn. Pictures are not recognised: that is no code of ours, and slow. */
#include "format/pdf.h"

#include "picture_fuzz.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
const char *__lsan_default_suppressions(void);

/* The library that finds fonts keeps what it found until the end. */
const char *__lsan_default_suppressions(void)
{
	return "leak:libfontconfig";
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	return picture_fuzz_begin();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	picture_fuzz_run(&pdf_format, (struct str){(const char *)data, size});
	return 0;
}
