#include "format/exif.h"

enum {
	MARKER = 0xff,
	APPLICATION_1 = 0xe1, /* the segment that holds the notes */
	START_OF_SCAN = 0xda,
	TAG_ORIENTATION = 0x0112,
	TYPE_SHORT = 3,
	ENTRY = 12, /* bytes of an entry of the directory */
	ENTRIES_MAX = 500,
};

static unsigned byte_at(struct str s, size_t at)
{
	return at < s.len ? (unsigned char)s.ptr[at] : 0;
}

/* Two or four bytes of the notes, which say themselves in what order they come; 0 beyond the end. */
static unsigned number_at(struct str notes, size_t at, unsigned bytes)
{
	bool little = byte_at(notes, 0) == 'I';
	unsigned number = 0;
	for (unsigned i = 0; i < bytes; i++)
		number = number << 8 | byte_at(notes, little ? at + bytes - 1 - i : at + i);
	return number;
}

/* The notes: a small TIFF file. No text where there are none. */
static struct str find_notes(struct str jpeg)
{
	static const struct str head = STR_INIT("Exif\0\0");
	size_t at = 2;
	while (at + 4 <= jpeg.len && byte_at(jpeg, at) == MARKER && byte_at(jpeg, at + 1) != START_OF_SCAN) {
		size_t length = byte_at(jpeg, at + 2) << 8 | byte_at(jpeg, at + 3);
		struct str segment = length >= 2 ? str_part(jpeg, at + 4, length - 2) : (struct str){0};
		if (byte_at(jpeg, at + 1) == APPLICATION_1 && str_has_prefix(segment, head))
			return str_from(segment, head.len);
		if (length < 2)
			break;
		at += 2 + length;
	}
	return (struct str){0};
}

static unsigned find_orientation(struct str notes)
{
	size_t directory = number_at(notes, 4, 4);
	unsigned n = number_at(notes, directory, 2);
	for (unsigned i = 0; i < n && i < ENTRIES_MAX; i++) {
		size_t entry = directory + 2 + (size_t)i * ENTRY;
		if (number_at(notes, entry, 2) == TAG_ORIENTATION && number_at(notes, entry + 2, 2) == TYPE_SHORT)
			return number_at(notes, entry + 8, 2);
	}
	return 0;
}

struct exif_orientation exif_orientation_of(struct str jpeg)
{
	/* by the number of the orientation, from 1 */
	static const struct exif_orientation orientations[] = {{0, false}, {0, true},  {2, false}, {2, true},
	                                                       {3, true},  {1, false}, {1, true},  {3, false}};
	struct str notes = str_has_prefix(jpeg, STR("\xff\xd8")) ? find_notes(jpeg) : (struct str){0};
	unsigned number = notes.len > 0 ? find_orientation(notes) : 0;
	return number >= 1 && number <= sizeof orientations / sizeof *orientations ? orientations[number - 1] : orientations[0];
}
