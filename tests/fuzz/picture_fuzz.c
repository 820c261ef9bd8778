/* Any bytes as a picture: read, and its first page made upright and drawn. Letters are not recognised: that is no code of ours,
 * and slow. */
#include "format/picture.h"

#include <leptonica/allheaders.h>

#include "picture_fuzz.h"

enum { PIXELS_MAX = 300 * 1000 }; /* larger ones only cost time */

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	return picture_fuzz_begin();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	l_int32 width = 0, height = 0;
	if (pixReadHeaderMem(data, size, NULL, &width, &height, NULL, NULL, NULL) == 0 && (int64_t)width * height > PIXELS_MAX &&
	    (int64_t)width * height < INT32_MAX)
		return 0;
	picture_fuzz_run(&picture_format, (struct str){(const char *)data, size});
	return 0;
}
