/* Whether the text of a page can be trusted: fonts that lie about their letters, and careless text recognition, leave a text
 * layer that is none, under a picture that shows what is meant. */
#ifndef FORMAT_PAGE_DAMAGE_H
#define FORMAT_PAGE_DAMAGE_H

#include "format/page.h"

/* Whether so many syllables of the page cannot be Vietnamese that its text must be damaged. A page in English is not; of few
 * words nothing is said. */
bool page_damage_is_likely(const struct page *page);

#endif
