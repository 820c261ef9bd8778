/* The words that name channels and forms of communication, and how each kind is named further. */
#ifndef READING_CHANNEL_LEXICON_H
#define READING_CHANNEL_LEXICON_H

#include "reading/words.h"

/* Of the kinds from SITE on, one is enough for a section: further ones say the same in other words. */
enum channel_lexicon_kind {
	CHANNEL_LEXICON_NONE,
	CHANNEL_LEXICON_NAMED,   /* "bảng tin": where it stands may follow */
	CHANNEL_LEXICON_PLACED,  /* "loa": one with the place where it stands only */
	CHANNEL_LEXICON_EVENT,   /* "hội nghị", "tọa đàm": one where it is listed, not where it is organised */
	CHANNEL_LEXICON_GROUPED, /* "sóng phát thanh, truyền hình": nothing follows */
	CHANNEL_LEXICON_LINE,    /* "tổng đài": its number follows */
	CHANNEL_LEXICON_ACCOUNT, /* "Zalo": a group or page there, and whose it is, may belong to it */
	CHANNEL_LEXICON_PAGE,    /* "Fanpage": says itself that it is a page */
	CHANNEL_LEXICON_PORTAL,  /* "Cổng …": a name may follow, each is a channel */
	CHANNEL_LEXICON_MEDIUM,  /* "Báo …", "Đài …": one with a name only */
	CHANNEL_LEXICON_NOT_ONE, /* begins like one */
	CHANNEL_LEXICON_SITE,    /* "Trang thông tin điện tử": whose it is may follow */
	CHANNEL_LEXICON_PRESS,
	CHANNEL_LEXICON_MASS_MEDIA,
	CHANNEL_LEXICON_RADIO,
	CHANNEL_LEXICON_KINDS,
	CHANNEL_LEXICON_DIGITAL = 1 << 8 /* in a row's meaning */
};

/* What the words at `i` name; their number in *ret_n and in *ret_digital whether it is digital: screens
 * and boards that light up are. */
enum channel_lexicon_kind channel_lexicon_at(const struct words *words, size_t i, size_t *ret_n, bool *ret_digital);

#endif
