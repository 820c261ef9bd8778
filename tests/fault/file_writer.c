/* Writes a file whole, or moves one whole: the victim of store_test.py.
 *
 * usage: file_writer write PATH TEXT
 *        file_writer move FROM PATH */
#include <string.h>

#include "base/log.h"
#include "sys/file.h"

int main(int argc, char **argv)
{
	if (argc != 4)
		return 2;
	bool moves = strcmp(argv[1], "move") == 0;
	enum rc rc = moves ? file_move_whole(argv[2], argv[3], 0600) : file_write_whole(argv[2], str_of(argv[3]), 0600);
	if (rc != RC_OK)
		log_failure(rc, "file_writer");
	return rc == RC_OK ? 0 : 1;
}
