/* Sets right what one place of a scanned document was read as, by what the same was read as everywhere else in it. */
#ifndef FORMAT_SCAN_VOTE_H
#define FORMAT_SCAN_VOTE_H

#include "base/arena.h"
#include "format/page.h"

/* Changes words of the pages that are scans: a mark above a vowel that is easily taken for another ("thấm quyền" where all other
 * places have "thẩm quyền"), and a letter too many in a short form ("CCOHC" among many "CCHC"). Numbers are left as they are. */
void scan_vote(struct arena *arena, struct page *pages, size_t n);

#endif
