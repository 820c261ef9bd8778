#include "reading/channels.h"

#include "reading/channel_lexicon.h"
#include "reading/unit_head.h"
#include "reading/unit_name.h"
#include "reading/words.h"

/* Behind these what is named is a source to read from, not a channel to speak through. */
static const char *const source_words[] = {"được cập nhật trên", "được đăng trên", "được đăng tải trên", "được đăng tải tại",
                                           "khai thác từ"};

/* Before a channel that a task is carried out through: "đăng trên Fanpage", "phát qua loa truyền thanh". */
static const char *const through_words[] = {"trên",      "qua",         "lên", "bằng", "vào", "kênh", "lồng ghép trong",
                                            "hướng dẫn", "phối hợp với"};

/* What a heading calls the channels. */
static const char *const heading_words[] = {"hình thức",
                                            "phương thức",
                                            "cách thức",
                                            "kênh",
                                            "các kênh",
                                            "phương tiện tuyên truyền",
                                            "phương tiện truyền thông",
                                            "giải pháp tuyên truyền",
                                            "giải pháp truyền thông",
                                            "biện pháp tuyên truyền",
                                            "biện pháp truyền thông"};

/* Sections that may say how a task is carried out, where none of its own names the channels. */
static const char *const task_words[] = {"nhiệm vụ", "nội dung", "giải pháp", "biện pháp", "hoạt động"};

/* Whose a page or group is, where it is not named by its name. */
static const char *const owners[] = {"trung tâm", "bệnh viện", "trường", "nhà trường", "lớp", "xã",
                                     "phường",    "tỉnh",      "sở",     "ngành",      "bộ"};

/* Where a board or a loudspeaker stands. */
static const char *const places_of[] = {
    "khu dân cư", "tổ dân phố", "xã",      "phường", "thôn", "buôn",      "thôn , buôn", "cơ sở",     "nội bộ",
    "bệnh viện",  "nhà trường", "cơ quan", "đơn vị", "chờ",  "công cộng", "tỉnh",        "một cửa",   "đầu tuần",
    "đặc khu",    "khu phố",    "ấp",      "bản",    "xóm",  "làng",      "chợ",         "thôn , bản"};

/* What a site is about, right behind its name. */
static const char *const topics[] = {"cải cách hành chính", "cchc"};

#define LENGTH(list) (sizeof(list) / sizeof(list)[0])

enum scope { NAMED_SECTIONS, TASK_SECTIONS };

struct finder {
	struct arena *arena;
	struct reading_channel_vec out;
	struct str section;
	bool seen[CHANNEL_LEXICON_KINDS]; /* in this section */
	enum scope scope;
	size_t last_end; /* where the channel before ends, in this paragraph; 0 without one */
	bool last_is_page;
};

/* The first word at which one of the phrases stands, words->n without one. */
static size_t find_any(const struct words *words, size_t from, const char *const *phrases, size_t n)
{
	for (size_t i = from; i < words->n; i++)
		if (words_longest(words, i, phrases, n) > 0)
			return i;
	return words->n;
}

/* The colon after the words that announce channels at the beginning of a paragraph ("Hình thức tuyên truyền: …"); words.n
 * without. */
static size_t announcing_colon(const struct lines_paragraph *p)
{
	enum { MAX_BEFORE = 4, MAX_ANNOUNCEMENT = 14 };
	size_t first = lines_first_word(p), at = find_any(&p->words, first, heading_words, LENGTH(heading_words));
	if (at > first + MAX_BEFORE)
		return p->words.n;
	for (size_t i = at; i < p->words.n && i < first + MAX_ANNOUNCEMENT; i++)
		if (words_is(&p->words, i, ":"))
			return i;
	return p->words.n;
}

/* Whether a numbered paragraph is the heading of the channels: of the first level wherever it says so, below that at its start.
 */
static bool is_channel_heading(const struct lines_paragraph *p, int level)
{
	enum { MAX_BEFORE = 4, MAX_HEADING = 14 };
	size_t first = lines_first_word(p), at = find_any(&p->words, first, heading_words, LENGTH(heading_words));
	if (at == p->words.n || level == 1)
		return at < p->words.n;
	return at <= first + MAX_BEFORE && (p->words.n <= first + MAX_HEADING || announcing_colon(p) < p->words.n);
}

/* Whether a channel stands right before word `i` in one list: ", ", "và", "hoặc", "/". */
static bool is_listed(const struct words *words, size_t i)
{
	return i > 0 && (words_is(words, i - 1, ",") || words_is(words, i - 1, "và") || words_is(words, i - 1, "hoặc") ||
	                 words_is(words, i - 1, "/"));
}

/* Whether an owner is named by no name: "đơn vị", "các cơ quan". */
static bool is_of_anyone(const struct words *words, size_t i)
{
	return i >= words->n || words_is(words, i, "đơn") || words_is(words, i, "cơ") || words_is(words, i, "các");
}

/* "của Trung tâm" at word `at`. */
static size_t owner_at(const struct words *words, size_t at)
{
	if (!words_is(words, at, "của") || is_of_anyone(words, at + 1))
		return 0;
	size_t n = unit_name_at(words, at + 1), noun = words_longest(words, at + 1, owners, LENGTH(owners));
	return n > noun ? n + 1 : noun > 0 ? noun + 1 : 0;
}

/* The name of a portal: up to a sign or a verb. */
static size_t portal_name_at(const struct words *words, size_t i)
{
	size_t at = i;
	while (at < words->n && words->at[at].kind != WORD_SIGN &&
	       (unit_head_verb(words, at) == 0 || words_match(words, at, "thông tin") > 0) && !words_is(words, at, "và") &&
	       !words_is(words, at, "của"))
		at++;
	return at - i;
}

/* The name of a newspaper or a station: "Vân Hải", "Nhân dân", "Tiếng nói Việt Nam khu vực", "tỉnh". */
static size_t medium_name_at(const struct words *words, size_t i)
{
	static const char *const levels[] = {"tỉnh", "thành phố", "địa phương", "khu vực"};
	size_t at = i;
	while (at < words->n && words->at[at].kind == WORD_LETTERS && words->at[at].capital)
		at++;
	if (at == i)
		return words_longest(words, i, levels, LENGTH(levels));
	if (at == i + 1 && at < words->n && words->at[at].kind == WORD_LETTERS) /* the second syllable is written small */
		for (at++; at < words->n && words->at[at].kind == WORD_LETTERS && words->at[at].capital;)
			at++;
	return at - i + words_longest(words, at, levels, LENGTH(levels));
}

/* Whose a site is, without "của", or what it is about: "tỉnh", "Trung tâm", "cải cách hành chính". */
static size_t site_owner_at(const struct words *words, size_t i)
{
	size_t topic = words_longest(words, i, topics, LENGTH(topics));
	if (topic > 0)
		return topic;
	if (words_is(words, i, "tỉnh"))
		return 1;
	return i < words->n && words->at[i].capital && unit_name_begins(words, i) ? unit_name_at(words, i) : 0;
}

/* Whether word `i` begins what no longer belongs to the name in a list: where a thing stands, what it is made of, what for. */
static bool ends_item(const struct words *words, size_t i)
{
	static const char *const behind[] = {"tại",  "ở",    "bằng",       "từng",      "để",      "nhằm",  "trong",   "trên", "và",
	                                     "hoặc", "với",  "đặt",        "theo",      "cho",     "khi",   "các cấp", "số",   "xem",
	                                     "là",   "http", "https",      "www",       "sáng",    "chiều", "hằng",    "hàng", "mỗi",
	                                     "vào",  "phát", "chính thức", "thường kỳ", "định kỳ", "hai"};
	return words->at[i].kind == WORD_SIGN || words->at[i].kind == WORD_NUMBER ||
	       words_longest(words, i, behind, LENGTH(behind)) > 0;
}

/* A name in quotes at word `i`: up to the word behind the closing one. */
static size_t quoted_at(const struct words *words, size_t i)
{
	enum { LONGEST = 12 };
	if (!words_is(words, i, "\""))
		return 0;
	for (size_t at = i + 1; at < words->n && at < i + LONGEST; at++)
		if (words_is(words, at, "\""))
			return at + 1 - i;
	return 0;
}

/* What tells a channel of a list from others of its kind: "các lớp", "thông minh", "của chi bộ", "“Vân Hải hôm nay”". 0 where
 * the words do not end as an item does: they are a sentence. */
static size_t item_tail(const struct words *words, size_t i, bool listed)
{
	enum { MOST_WORDS = 6 };
	size_t at = i, quoted = quoted_at(words, i);
	if (quoted > 0)
		return quoted;
	for (; at < words->n && !ends_item(words, at); at++) {
		if (at == i + MOST_WORDS || unit_head_verb(words, at) > 0)
			return 0;
		bool of_all = words_is(words, at, "của") && (listed || is_of_anyone(words, at + 1)); /* whose the whole list is */
		bool foreign = words->at[at].capital && !unit_name_begins(words, at) && !words_is(words, at - 1, "của");
		if (of_all || foreign)
			break;
	}
	return at - i;
}

/* How many words of its name follow the words of a channel at `i`; `listed`: what follows belongs to the whole list. */
static size_t name_tail(const struct words *words, size_t i, enum channel_lexicon_kind kind, bool listed)
{
	size_t at = i;
	switch (kind) {
	case CHANNEL_LEXICON_NAMED:
	case CHANNEL_LEXICON_PLACED:
	case CHANNEL_LEXICON_RADIO:
		at += words_longest(words, i, places_of, LENGTH(places_of));
		break;
	case CHANNEL_LEXICON_LINE:
		while (words_number(words, at) >= 0)
			at++;
		return at - i;
	case CHANNEL_LEXICON_MEDIUM:
		return medium_name_at(words, i);
	case CHANNEL_LEXICON_PORTAL:
		at += portal_name_at(words, i);
		return listed ? at - i : at - i + owner_at(words, at);
	case CHANNEL_LEXICON_SITE:
		at += site_owner_at(words, at);
		break;
	case CHANNEL_LEXICON_ACCOUNT:
	case CHANNEL_LEXICON_PAGE:
		break;
	default:
		return 0;
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

/* Whether the words from `i` to `end` are a name of their kind, and not a common word. */
static bool is_whole(const struct words *words, enum channel_lexicon_kind kind, size_t i, size_t tail, size_t end)
{
	switch (kind) {
	case CHANNEL_LEXICON_PORTAL:
		return end >= i + 3;
	case CHANNEL_LEXICON_MEDIUM:
		return tail > 0 && words->at[i].capital;
	case CHANNEL_LEXICON_PLACED:
	case CHANNEL_LEXICON_LINE:
		return tail > 0;
	default:
		return true;
	}
}

/* Whether a task is carried out through what stands at word `i`: a word before it says so. */
static bool is_through(const struct words *words, size_t i)
{
	enum { REACH = 3 };
	for (size_t back = 1; back <= REACH && back <= i; back++)
		if (words_longest(words, i - back, through_words, LENGTH(through_words)) > 0)
			return true;
	return false;
}

/* What stands at a word: its whole name, and whether the list it stands in has begun. */
struct candidate {
	enum channel_lexicon_kind kind;
	bool is_digital, in_list;
	bool has_tail;     /* words follow that belong to no known name */
	size_t begin, end; /* words */
};

static bool is_account(enum channel_lexicon_kind kind)
{
	return kind == CHANNEL_LEXICON_ACCOUNT || kind == CHANNEL_LEXICON_PAGE;
}

/* Whether words that no lexicon knows may belong to a name of the kind. */
static bool goes_on_freely(enum channel_lexicon_kind kind)
{
	return kind == CHANNEL_LEXICON_NAMED || kind == CHANNEL_LEXICON_PLACED || kind == CHANNEL_LEXICON_RADIO ||
	       kind == CHANNEL_LEXICON_SITE || is_account(kind);
}

/* The channel that the words at `i` name, `n` words long without what follows; false where it is but a common word. */
static bool take_whole(const struct finder *f, const struct words *words, size_t i, size_t n, struct candidate *c)
{
	enum { MAX_APART = 10 }; /* words between two of a list: an address, a name in quotes */
	bool page = i > 0 && words_is(words, i - 1, "trang"), group = i > 0 && words_is(words, i - 1, "nhóm");
	c->begin = c->kind == CHANNEL_LEXICON_ACCOUNT && (page || group) ? i - 1 : i;
	c->in_list = f->last_end > 0 && c->begin <= f->last_end + MAX_APART && is_listed(words, page ? i - 1 : i);
	bool listed = is_account(c->kind) && c->in_list && f->last_is_page;
	size_t tail = name_tail(words, i + n, c->kind, listed);
	c->end = i + n + tail;
	if (goes_on_freely(c->kind)) {
		size_t owner = listed ? 0 : owner_at(words, c->end), rest = owner > 0 ? 0 : item_tail(words, c->end, listed);
		c->has_tail = rest > 0 && quoted_at(words, c->end) == 0;         /* a name in quotes is its own */
		c->begin -= rest > 0 && c->kind == CHANNEL_LEXICON_PAGE && page; /* "trang Fanpage “…”" */
		c->end += owner + rest;
	}
	return is_whole(words, c->kind, i, tail, c->end);
}

/* What speaks for a channel, in percent (docs/confidence.md). */
enum evidence {
	WHOLE_ITEM = 94, /* nothing else stands between the signs of its list */
	IN_A_SENTENCE = 84,
	BY_THE_WAY = 70, /* what a task is carried out through */
};

/* Whether a name begins behind a sign, or behind a word that leads to channels. */
static bool is_led_to(const struct words *words, size_t from, size_t begin)
{
	static const char *const leading[] = {"và",  "hoặc", "qua", "trên", "bằng", "vào", "lên",  "như",  "đăng", "tải", "phát",
	                                      "gửi", "treo", "dán", "in",   "kênh", "các", "dùng", "dụng", "viết", "hóa", "thống"};
	return begin <= from || words->at[begin - 1].kind == WORD_SIGN ||
	       words_longest(words, begin - 1, leading, LENGTH(leading)) > 0;
}

/* Whether what follows a name is no more of it. */
static bool is_ended(const struct words *words, size_t end)
{
	static const char *const behind[] = {"và", "hoặc", "để", "trong", "nhằm", "tại", "ở", "bằng", "đặt", "http", "https", "www"};
	return end >= words->n || words->at[end].kind == WORD_SIGN || words_longest(words, end, behind, LENGTH(behind)) > 0;
}

static void add(struct finder *f, const struct lines_paragraph *p, const struct words *words, const struct candidate *c)
{
	struct str key = words_key(f->arena, words_text(words, c->begin, c->end));
	if ((c->kind >= CHANNEL_LEXICON_SITE && f->seen[c->kind]) || is_known(f, key))
		return;
	enum { FEWEST_OF_PRESS = 4 }; /* "các cơ quan báo chí"; but "báo chí" */
	f->seen[c->kind] = true;
	bool proper = is_account(c->kind) || c->kind == CHANNEL_LEXICON_PORTAL || c->kind == CHANNEL_LEXICON_MEDIUM;
	bool title = p->mark >= LINES_PART && c->begin <= lines_first_word(p) && c->end == words->n; /* of what stands below it */
	bool vague = c->kind == CHANNEL_LEXICON_EVENT || (c->kind == CHANNEL_LEXICON_PRESS && c->end < c->begin + FEWEST_OF_PRESS);
	bool item = !vague && !title && !c->has_tail && (proper || is_led_to(words, lines_first_word(p), c->begin)) &&
	            is_ended(words, c->end);
	enum evidence evidence = f->scope == TASK_SECTIONS ? BY_THE_WAY : item ? WHOLE_ITEM : IN_A_SENTENCE;
	VEC_PUSH(f->arena, &f->out,
	         (struct reading_channel){
	             .name = lines_field(f->arena, p, words->at[c->begin].begin, words->at[c->end - 1].end, (uint8_t)evidence),
	             .is_digital = c->is_digital,
	             .section = f->section});
}

/* Whether an event is named in a list, not organised: "Hội nghị, tọa đàm; …". */
static bool is_event_of_list(const struct lines_paragraph *p, const struct words *words, const struct candidate *c)
{
	bool begins = c->begin <= lines_first_word(p) || words_is(words, c->begin - 1, ";") || words_is(words, c->begin - 1, ":");
	bool goes_on = words_is(words, c->end, ",") || words_is(words, c->end, ";");
	return c->in_list || (goes_on && (begins || is_through(words, c->begin)));
}

/* The channel at word `i`, if any; returns the word behind it, or i + 1. */
static size_t read_one(struct finder *f, const struct lines_paragraph *p, const struct words *words, size_t i)
{
	size_t n = 1;
	struct candidate c = {0};
	c.kind = channel_lexicon_at(words, i, &n, &c.is_digital);
	if (c.kind == CHANNEL_LEXICON_NONE)
		return i + 1;
	if (c.kind == CHANNEL_LEXICON_NOT_ONE || !take_whole(f, words, i, n, &c))
		return i + n;
	bool counts = c.kind == CHANNEL_LEXICON_EVENT ? f->scope == NAMED_SECTIONS && is_event_of_list(p, words, &c)
	                                              : f->scope == NAMED_SECTIONS || c.in_list || is_through(words, c.begin);
	if (!counts)
		return c.end;
	if (words_is(words, c.end, ":") && c.begin <= lines_first_word(p)) /* what names the channels behind it */
		return c.end;
	f->last_end = c.end;
	f->last_is_page = is_account(c.kind) || c.kind == CHANNEL_LEXICON_SITE;
	add(f, p, words, &c);
	return c.end;
}

/* The channels from word `from` on. */
static void read_paragraph(struct finder *f, const struct lines_paragraph *p, size_t from)
{
	f->last_end = 0;
	for (size_t i = from; i < p->words.n;) {
		if (words_longest(&p->words, i, source_words, LENGTH(source_words)) > 0)
			return;
		i = read_one(f, p, &p->words, i);
	}
}

static void enter_section(struct finder *f, const struct outline_place *place)
{
	f->section = place->section;
	for (size_t i = 0; i < CHANNEL_LEXICON_KINDS; i++)
		f->seen[i] = false;
}

/* Whether a numbered paragraph opens a section that this pass reads. */
static bool opens(const struct finder *f, const struct lines_paragraph *p, int level)
{
	if (f->scope == NAMED_SECTIONS)
		return is_channel_heading(p, level);
	return level == 1 && find_any(&p->words, lines_first_word(p), task_words, LENGTH(task_words)) < p->words.n;
}

/* One pass over the body: the sections of the scope, each as far as its heading reaches. */
static void read_sections(struct finder *f, const struct lines_paragraph_vec *paragraphs, struct header_body body,
                          const struct outline_place_vec *places)
{
	size_t heading = SIZE_MAX;
	int open_level = 0; /* of the heading that is open; 0: none */
	for (size_t k = 0; k < places->n; k++) {
		const struct outline_place *place = &places->at[k];
		const struct lines_paragraph *p = &paragraphs->at[body.first + k];
		if (place->top == SIZE_MAX) {
			open_level = 0;
			continue;
		}
		bool opening = place->level > 0 && (open_level == 0 || place->level <= open_level);
		if (opening)
			open_level = opens(f, p, place->level) ? place->level : 0;
		if (place->heading != heading) {
			heading = place->heading;
			enter_section(f, place);
		}
		if (open_level > 0 && !opening)
			read_paragraph(f, p, lines_first_word(p));
		else if (f->scope == NAMED_SECTIONS && announcing_colon(p) < p->words.n)
			read_paragraph(f, p, announcing_colon(p));
	}
}

struct reading_channel_vec channels_read(struct arena *arena, const struct lines_paragraph_vec *paragraphs,
                                         struct header_body body, const struct outline_place_vec *places)
{
	struct finder f = {.arena = arena};
	read_sections(&f, paragraphs, body, places);
	if (f.out.n == 0) {
		f.scope = TASK_SECTIONS;
		read_sections(&f, paragraphs, body, places);
	}
	return f.out;
}
