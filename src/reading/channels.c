#include "reading/channels.h"

#include "reading/unit_head.h"
#include "reading/unit_name.h"
#include "reading/words.h"

/* What a phrase names. Of the kinds from SITE on, one is enough for a section: further ones say the same in other words. */
enum channel_kind {
	NAMED = 1, /* "Facebook": each by its name */
	ACCOUNT,   /* "Zalo": a group or page there, and whose it is, may belong to it */
	PORTAL,    /* "Cổng …": a name may follow, each is a channel */
	NOT_ONE,   /* begins like one */
	SITE,      /* "Trang thông tin điện tử": whose it is may follow */
	PRESS,
	MASS_MEDIA,
	RADIO,
	KINDS
};

static const struct words_phrase phrases[] = {{"truyền thông nội bộ", NAMED},
                                              {"nền tảng số", NAMED},
                                              {"mạng xã hội", NAMED},
                                              {"facebook", ACCOUNT},
                                              {"fanpage", ACCOUNT},
                                              {"zalo", ACCOUNT},
                                              {"zalo official account", ACCOUNT},
                                              {"zalo oa", ACCOUNT},
                                              {"youtube", ACCOUNT},
                                              {"tiktok", ACCOUNT},
                                              {"tik tok", ACCOUNT},
                                              {"instagram", ACCOUNT},
                                              {"telegram", ACCOUNT},
                                              {"viber", ACCOUNT},
                                              {"lotus", NAMED},
                                              {"mocha", NAMED},
                                              {"bảng thông tin", NAMED},
                                              {"bảng tin", NAMED},
                                              {"bảng niêm yết", NAMED},
                                              {"bảng điện tử", NAMED},
                                              {"màn hình", NAMED},
                                              {"sinh hoạt chuyên môn", NAMED},
                                              {"chào cờ đầu tuần", NAMED},
                                              {"màn hình led", NAMED},
                                              {"màn hình điện tử", NAMED},
                                              {"pa nô", NAMED},
                                              {"pano", NAMED},
                                              {"panô", NAMED},
                                              {"áp phích", NAMED},
                                              {"băng rôn", NAMED},
                                              {"poster", NAMED},
                                              {"standee", NAMED},
                                              {"tờ rơi", NAMED},
                                              {"tờ gấp", NAMED},
                                              {"cổ động trực quan", NAMED},
                                              {"sân khấu hóa", NAMED},
                                              {"tuyên truyền miệng", NAMED},
                                              {"xe lưu động", NAMED},
                                              {"tuyên truyền lưu động", NAMED},
                                              {"thư điện tử", NAMED},
                                              {"tin nhắn", NAMED},
                                              {"tin nhắn sms", NAMED},
                                              {"podcast", NAMED},
                                              {"bản tin", NAMED},
                                              {"bản tin điện tử", NAMED},
                                              {"báo cáo viên", NAMED},
                                              {"tủ sách pháp luật", NAMED},
                                              {"câu lạc bộ", NAMED},
                                              {"sinh hoạt dưới cờ", NAMED},
                                              {"cổng", PORTAL},
                                              {"công dịch vụ công", PORTAL},
                                              {"cổng , trang", NOT_ONE},
                                              {"các cổng", NOT_ONE},
                                              {"trang thông tin điện tử", SITE},
                                              {"trang thông tin", SITE},
                                              {"cổng / trang thông tin điện tử", SITE},
                                              {"cổng / trang thông tin", SITE},
                                              {"website", SITE},
                                              {"trang web", SITE},
                                              {"trang điện tử", SITE},
                                              {"cơ quan báo chí", PRESS},
                                              {"các cơ quan báo chí", PRESS},
                                              {"các cơ quan thông tấn báo chí", PRESS},
                                              {"các cơ quan thông tấn , báo chí", PRESS},
                                              {"cơ quan thông tấn báo chí", PRESS},
                                              {"cơ quan thông tấn , báo chí", PRESS},
                                              {"các cơ quan báo , đài", PRESS},
                                              {"báo chí", PRESS},
                                              {"báo , đài", PRESS},
                                              {"các cơ quan truyền thông", PRESS},
                                              {"các cơ quan thông tin đại chúng", MASS_MEDIA},
                                              {"cơ quan thông tin đại chúng", MASS_MEDIA},
                                              {"các phương tiện thông tin đại chúng", MASS_MEDIA},
                                              {"phương tiện thông tin đại chúng", MASS_MEDIA},
                                              {"hệ thống truyền thanh", RADIO},
                                              {"hệ thống loa truyền thanh", RADIO},
                                              {"loa truyền thanh", RADIO},
                                              {"đài truyền thanh", RADIO},
                                              {"hệ thống thông tin cơ sở", RADIO},
                                              {"hệ thống truyền thanh cơ sở", RADIO},
                                              {"đài phát thanh", RADIO},
                                              {"truyền thanh cơ sở", RADIO}};

/* Behind these what is named is a source to read from, not a channel to speak through. */
static const char *const source_words[] = {"được cập nhật trên", "được đăng trên", "được đăng tải trên", "được đăng tải tại",
                                           "khai thác từ"};

struct finder {
	struct arena *arena;
	struct reading_channel_vec out;
	struct str section;
	bool seen[KINDS]; /* in this section */
};

static bool is_channel_heading(const struct words *words)
{
	for (size_t i = 0; i < words->n; i++)
		if (words_match(words, i, "hình thức") > 0 || words_match(words, i, "kênh tuyên truyền") > 0 ||
		    words_match(words, i, "kênh truyền thông") > 0 || words_match(words, i, "phương thức tuyên truyền") > 0)
			return true;
	return false;
}

/* Whose a page or group is, where it is not named by its name. */
static const char *const owners[] = {"trung tâm", "bệnh viện", "trường", "nhà trường", "lớp",
                                     "xã",        "phường",    "tỉnh",   "sở",         "ngành"};

/* How many words of the name of a portal or site follow at `i`: "tỉnh", "Quốc gia", "của Trung tâm". */
static size_t name_tail(const struct words *words, size_t i, enum channel_kind kind)
{
	size_t at = i;
	while (at < words->n && kind == PORTAL && words->at[at].kind != WORD_SIGN &&
	       (unit_head_verb(words, at) == 0 || words_match(words, at, "thông tin") > 0) && !words_is(words, at, "và") &&
	       !words_is(words, at, "của"))
		at++;
	if (kind == SITE && (words_is(words, at, "tỉnh") || (at < words->n && words->at[at].capital && unit_name_begins(words, at))))
		at++;
	if (words_is(words, at, "của") && at + 1 < words->n && !words_is(words, at + 1, "đơn") && !words_is(words, at + 1, "cơ")) {
		size_t n = unit_name_at(words, at + 1);
		size_t noun = words_longest(words, at + 1, owners, sizeof owners / sizeof owners[0]);
		at += n > noun ? n + 1 : noun > 0 ? noun + 1 : 0;
	}
	return at - i;
}

static bool is_known(const struct finder *f, struct str key)
{
	for (size_t i = 0; i < f->out.n; i++)
		if (str_eq(words_key(f->arena, f->out.at[i].name.text), key))
			return true;
	return false;
}

/* Whether what is named reaches people by a network of computers or telephones. */
static bool is_digital(enum channel_kind kind, struct str key)
{
	static const char *const words[] = {"mạng xã hội", "nền tảng số", "điện tử", "tin nhắn", "podcast",
	                                    "trang web",   "website",     "lotus",   "mocha"};
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (str_contains(key, str_of(words[i])))
			return true;
	return kind == ACCOUNT || kind == PORTAL || kind == SITE;
}

/* The channel at word `i`, if any; returns the word behind it, or i + 1. */
static size_t read_one(struct finder *f, const struct lines_paragraph *p, const struct words *words, size_t i)
{
	size_t n = 0;
	const struct words_phrase *phrase = words_match_any(words, i, phrases, sizeof phrases / sizeof phrases[0], &n);
	if (phrase == NULL || phrase->meaning == NOT_ONE)
		return i + (phrase != NULL ? n : 1);
	enum channel_kind kind = (enum channel_kind)phrase->meaning;
	size_t end = i + n;
	if (kind == PORTAL || kind == SITE || kind == ACCOUNT)
		end += name_tail(words, end, kind);
	if (kind == ACCOUNT && i > 0 && (words_is(words, i - 1, "nhóm") || words_is(words, i - 1, "trang")))
		i--;
	if (kind == PORTAL && end < i + 3)
		return end;
	struct str key = words_key(f->arena, words_text(words, i, end));
	if ((kind >= SITE && f->seen[kind]) || is_known(f, key))
		return end;
	f->seen[kind] = true;
	uint8_t confidence = kind <= ACCOUNT ? 88 : 82;
	VEC_PUSH(f->arena, &f->out,
	         (struct reading_channel){.name = lines_field(f->arena, p, words->at[i].begin, words->at[end - 1].end, confidence),
	                                  .section = f->section,
	                                  .is_digital = is_digital(kind, key)});
	return end;
}

static void read_paragraph(struct finder *f, const struct lines_paragraph *p)
{
	for (size_t i = 0; i < p->words.n;) {
		if (words_longest(&p->words, i, source_words, sizeof source_words / sizeof source_words[0]) > 0)
			return;
		i = read_one(f, p, &p->words, i);
	}
}

struct reading_channel_vec channels_read(struct arena *arena, const struct lines_paragraph_vec *paragraphs,
                                         struct header_body body, const struct outline_place_vec *places)
{
	struct finder f = {.arena = arena};
	size_t asked = SIZE_MAX, heading = SIZE_MAX;
	bool inside = false;
	for (size_t k = 0; k < places->n; k++) {
		const struct outline_place *place = &places->at[k];
		if (place->top == SIZE_MAX)
			continue;
		if (place->top != asked) {
			asked = place->top;
			inside = is_channel_heading(&paragraphs->at[asked].words);
		}
		if (!inside || body.first + k == asked)
			continue;
		if (place->heading != heading) {
			heading = place->heading;
			f.section = place->section;
			for (size_t i = 0; i < KINDS; i++)
				f.seen[i] = false;
		}
		read_paragraph(&f, &paragraphs->at[body.first + k]);
	}
	return f.out;
}
