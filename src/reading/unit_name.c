#include "reading/unit_name.h"

#include "reading/unit_group.h"
#include "reading/unit_head.h"
#include "reading/unit_joint.h"

#define MATCH(words, i, table, ret) words_match_any((words), (i), unit_lexicon_##table.at, unit_lexicon_##table.n, (ret))
#define LONGEST(words, i, table)    words_longest((words), (i), unit_lexicon_##table.at, unit_lexicon_##table.n)

bool unit_name_begins(const struct words *words, size_t i)
{
	size_t n;
	return unit_head_at(words, i, &n) != 0;
}

bool unit_name_is_body(const struct words *words, size_t i)
{
	size_t n;
	enum unit_lexicon_head kind = unit_head_at(words, i, &n);
	return kind == HEAD_AGENCY || kind == HEAD_WHOLE;
}

/* Words that go on with a name whatever stands around them; SIZE_MAX where they say nothing about it. */
static size_t lexicon_step(const struct words *words, size_t at)
{
	size_t n = LONGEST(words, at, compounds);
	if (n > 0 && unit_head_verb(words, at) == 0) /* "truyền hình tỉnh", not "truyền hình trực tiếp" */
		return n;
	if (unit_head_is_proper(words, at) && MATCH(words, at, verbs, &n) != NULL && n > 1 && unit_head_verb(words, at) == 0)
		return n; /* "Tiếp nhận", "Kiểm soát" in capitals: what the unit is for */
	n = LONGEST(words, at, links);
	if (n > 0)
		return (unit_head_is_letters(words, at + n) && unit_head_verb(words, at + n) == 0) || words_is(words, at + n - 1, "bàn")
		           ? n
		           : 0;
	return SIZE_MAX;
}

/* A name being read: where it begins, what its head is, how long that is. */
struct name {
	size_t begin, head;
	enum unit_lexicon_head kind;
	bool in_group; /* a noun of groups has passed: "UBND xã, phường" */
	bool many;     /* "các" has passed: "Trung tâm các cơ quan, đơn vị" */
	bool on_topic; /* "về" has passed: "Ban Chỉ đạo về …", or "phụ trách" behind a post */
};

static size_t many_step(const struct words *words, const struct name *name, size_t at)
{
	bool allowed = name->kind == HEAD_POST || name->kind == HEAD_WHOLE || words_is(words, at + 1, "cấp") ||
	               at == name->begin + name->head || LONGEST(words, at + 1, places) > 0 || unit_joint_is_many_things(words, at);
	return allowed ? 1 : 0;
}

/* "Trợ giúp", "Thành lập": what could be a verb is the second syllable of a capitalised word of the name, unless that is the name
 * of a place. */
static bool is_second_syllable(const struct words *words, size_t first, size_t at)
{
	size_t n = 0;
	if (at <= first || MATCH(words, at, verbs, &n) == NULL || n != 1 || LONGEST(words, at, little_words) > 0)
		return false;
	const struct word *before = &words->at[at - 1];
	return before->kind == WORD_LETTERS && before->capital && !before->all_capitals && !words->at[at].capital &&
	       (at < 2 || (LONGEST(words, at - 2, places) == 0 && (at - 2 < first || !words->at[at - 2].capital)));
}

/* "Trung tâm Chuyển đổi số Phòng Nội chính": a room behind a body that stands above rooms is the next name, whose sign was lost;
 * "Phòng Nội chính Sở …" is one. */
static bool is_next_room(const struct words *words, const struct name *name, size_t at)
{
	static const char *const bodies[] = {"trung tâm", "sở", "bệnh viện", "chi cục", "cục", "vụ", "phòng", "khoa", "ubnd"};
	static const char *const rooms[] = {"phòng", "khoa"};
	return at > name->begin + name->head && unit_head_is_proper(words, at) && unit_head_is_proper(words, at + 1) &&
	       words_longest(words, at, rooms, sizeof rooms / sizeof rooms[0]) > 0 && unit_name_begins(words, at) &&
	       words_longest(words, name->begin, bodies, sizeof bodies / sizeof bodies[0]) > 0;
}

/* "Cục Quản lý khai thác biển", "Trung tâm Tư vấn xây dựng": what looks like a verb is what the unit manages or gives advice on.
 */
static bool is_object(const struct words *words, size_t first, size_t at)
{
	static const char *const care[] = {"quản lý", "tư vấn", "kiểm soát", "giám sát", "hỗ trợ", "chăm sóc", "phát triển"};
	static const char *const objects[] = {"xây dựng", "khai thác", "hoạt động", "sản xuất",  "sử dụng", "xử lý",
	                                      "vận hành", "đào tạo",   "tập huấn",  "phát hành", "đăng ký", "thông tin"};
	size_t k = at;
	if (words->at[at].capital || words_longest(words, at, objects, sizeof objects / sizeof objects[0]) == 0)
		return false;
	while (k >= first + 4 && words_longest(words, k - 2, objects, sizeof objects / sizeof objects[0]) == 2)
		k -= 2;
	return k >= first + 2 && unit_head_is_proper(words, k - 2) &&
	       words_longest(words, k - 2, care, sizeof care / sizeof care[0]) == 2;
}

/* "Công an tỉnh in sổ tay", "Sở Y tế hiến máu": a place in lower case, or the name of a department, ends the name where lower
 * case follows that says no more of it: what the unit does. */
static bool is_complete(const struct words *words, const struct name *name, size_t at)
{
	static const char *const ends[] = {"tỉnh", "xã", "phường", "huyện", "đặc khu"}, *const on[] = {"khu vực", "khóa", "nhiệm kỳ"};
	size_t head = name->begin + name->head;
	bool small =
	    unit_head_is_letters(words, at) && !words->at[at].capital && words_longest(words, at, on, sizeof on / sizeof on[0]) == 0;
	if (name->many || at <= head || !small)
		return false;
	bool city = at > head + 1 && words_match(words, at - 2, "thành phố") > 0;
	bool place = words_longest(words, at - 1, ends, sizeof ends / sizeof ends[0]) == 1 && !words_is(words, at, "hội");
	bool ministry = words_is(words, name->begin, "sở") || words_is(words, name->begin, "bộ");
	bool department = ministry && name->head == 1 && LONGEST(words, head, departments) == at - head;
	return (((city || place) && !words->at[at - 1].capital) || department) && LONGEST(words, at, places) == 0 &&
	       LONGEST(words, at, tails) == 0;
}

static size_t verb_step(const struct words *words, const struct name *name, size_t at)
{
	size_t n = 0;
	const struct words_phrase *verb = MATCH(words, at, verbs, &n);
	bool begins = name->kind == HEAD_AGENCY && at == name->begin + name->head;
	if (begins && unit_head_is_proper(words, at) && words_match(words, at, "tham mưu") > 0) /* "Phòng Tham mưu" */
		return n;
	return begins && (verb->meaning == 2 || (verb->meaning != 1 && unit_head_is_shouted(words, at))) ? n : 0;
}

/* "Phó Hiệu trưởng phụ trách cơ sở vật chất", "Công chức phụ trách CCHC": which of several with the same post. */
static bool is_charge(const struct words *words, const struct name *name, size_t at)
{
	bool one_of_many = words_is(words, name->begin, "phó") || LONGEST(words, name->begin, people) > 0;
	return name->kind == HEAD_POST && one_of_many && words_match(words, at, "phụ trách") > 0 &&
	       unit_head_is_letters(words, at + 2) && unit_head_verb(words, at + 2) == 0;
}

/* "về phát triển khoa học, công nghệ": what a board is about. */
static size_t topic_step(const struct words *words, struct name *name, size_t at)
{
	size_t n = 0;
	if (words_is(words, at, "về") && name->kind == HEAD_AGENCY && LONGEST(words, name->begin, boards) > 0 &&
	    unit_head_is_letters(words, at + 1)) {
		name->on_topic = true;
		return MATCH(words, at + 1, verbs, &n) != NULL ? 1 + n : 2;
	}
	if (is_charge(words, name, at)) {
		name->on_topic = true;
		return 2;
	}
	if (!name->on_topic || !unit_head_is_letters(words, at + 1) || unit_head_is_capital(words, at + 1) ||
	    unit_name_begins(words, at + 1))
		return 0;
	if (unit_head_is_and(words, at))
		return MATCH(words, at + 1, verbs, &n) != NULL ? 1 + n : 1;
	return (words_is(words, at, ",") || words_is(words, at, "-")) && unit_head_verb(words, at + 1) == 0 ? 1 : 0;
}

/* "số 15/KH-UBND": the number of a document, not of a body. */
static bool is_document_number(const struct words *words, size_t at)
{
	return words_is(words, at, "số") && (words_is(words, at + 2, "/") || words_is(words, at + 2, "-")) &&
	       words_number(words, at + 1) >= 0;
}

/* "khu vực 8", "Thuế cơ sở 3", "Ban CHQS 1": whether the number at `at` belongs to the name. */
static bool takes_number(const struct words *words, size_t at)
{
	bool acts = unit_head_verb(words, at + 1) > 0; /* "Trường Cao đẳng Hàng hải 2 xây dựng" */
	return LONGEST(words, at - 1, number_hosts) > 0 || words_match(words, at - 2, "cơ sở") > 0 || words->at[at - 1].capital ||
	       acts;
}

/* "Phòng PA03 - Công an tỉnh": the body behind the dash is the room's own, not the next of a list. */
static bool is_body_of_room(const struct words *words, const struct name *name, size_t at)
{
	static const char *const rooms[] = {"phòng", "đội", "khoa", "vụ"};
	static const char *const bodies[] = {"công an", "sở", "bộ", "bệnh viện", "ubnd", "ủy ban nhân dân"};
	return words_is(words, at, "-") && !words_is(words, 0, "-") && at > name->begin + name->head &&
	       words_longest(words, name->begin, rooms, sizeof rooms / sizeof rooms[0]) > 0 && unit_head_is_capital(words, at + 1) &&
	       words_longest(words, at + 1, bodies, sizeof bodies / sizeof bodies[0]) > 0;
}

/* How many words of the name of an agency, whole or post stand at word `at`; 0 where the name has ended. */
static size_t name_step(const struct words *words, struct name *name, size_t at)
{
	size_t n = is_next_room(words, name, at) ? 0 : lexicon_step(words, at);
	if (n != SIZE_MAX)
		return n;
	n = topic_step(words, name, at);
	if (n > 0)
		return n;
	if (unit_head_is_and(words, at))
		return unit_joint_number(words, at) > 0 ? unit_joint_number(words, at) : unit_joint_and(words, at, name->kind);
	if (words->at[at].kind == WORD_SIGN)
		return is_body_of_room(words, name, at) ? 1 : unit_joint_sign(words, at);
	if (name->in_group && unit_group_is_which(words, at))
		return 1;
	if (is_second_syllable(words, name->begin + name->head, at))
		return 1;
	if (unit_head_verb(words, at) > 0)
		return is_object(words, name->begin + name->head, at) ? unit_head_verb(words, at) : verb_step(words, name, at);
	if (is_complete(words, name, at))
		return 0;
	if (is_document_number(words, at))
		return 0;
	if (words->at[at].kind == WORD_NUMBER)
		return takes_number(words, at) ? 1 : 0;
	return words_is(words, at, "các") ? many_step(words, name, at) : 1;
}

/* Whether the words before `at` are a place. */
static bool behind_place(const struct words *words, size_t at)
{
	for (size_t n = 1; n <= 3 && n < at; n++)
		if (LONGEST(words, at - n, places) == n)
			return true;
	return false;
}

/* "UBND các xã, phường", "Thủ trưởng các cơ quan, đơn vị": whether a comma or "và" joins nouns of the group inside the name. */
static bool joins_group(const struct words *words, const struct name *name, size_t at)
{
	if (!name->in_group || !unit_head_joins_noun(words, at) || unit_head_is_proper(words, at + 1))
		return false;
	size_t head = 0, noun = unit_head_group_noun(words, at + 1);
	bool place = LONGEST(words, at + 1, places) > 0;
	/* "Trưởng thôn, bản", not "Trưởng khu phố, tổ công nghệ số" */
	bool headed = name->kind == HEAD_POST && (place || !behind_place(words, at));
	bool post = unit_head_at(words, at + 1, &head) == HEAD_POST && head > noun; /* "trạm trưởng" */
	return (name->many || headed || place) && !post;
}

static size_t name_words(const struct words *words, size_t i, size_t head, enum unit_lexicon_head kind)
{
	struct name name = {.begin = i, .head = head, .kind = kind};
	size_t at = i + head;
	bool board = kind == HEAD_AGENCY && LONGEST(words, i, boards) > 0;
	name.on_topic =
	    board && unit_head_is_letters(words, at) && !unit_head_is_capital(words, at) && unit_head_verb(words, at) == 0;
	while (at < words->n) {
		if (at == i + head && words_is(words, at, ",") &&
		    unit_joint_known_comma(words, at) == 0) /* "của Trung tâm, …": all of it */
			break;
		name.many = name.many || words_is(words, at, "các");
		name.in_group = name.in_group || words_is(words, at, "các") || unit_head_group_noun(words, at) > 0;
		size_t n = joins_group(words, &name, at) ? 1 + unit_head_group_noun(words, at + 1) : name_step(words, &name, at);
		if (n == 0)
			break;
		at += n;
	}
	return at - i;
}

/* "đồng chí Nguyễn Văn A, Phó Chủ tịch UBND xã", "đ/c Hiệu trưởng". */
static size_t person_words(const struct words *words, size_t i, size_t head)
{
	size_t at = i + head, n = 0;
	enum unit_lexicon_head kind = unit_head_at(words, at, &n);
	if (kind == HEAD_POST)
		return head + name_words(words, at, n, kind);
	while (unit_head_is_capital(words, at) && at < i + head + 6 && (at == i + head || !unit_name_begins(words, at)))
		at++;
	bool joint = words_is(words, at, "-") || words_is(words, at, ",");
	if (joint && unit_head_at(words, at + 1, &n) == HEAD_POST && !words_is(words, at + 1, "các"))
		at += 1 + name_words(words, at + 1, n, HEAD_POST);
	return at - i;
}

size_t unit_name_at(const struct words *words, size_t i)
{
	size_t head = 0;
	enum unit_lexicon_head kind = unit_head_at(words, i, &head);
	if (kind == 0)
		return 0;
	if (kind == HEAD_PERSON)
		return person_words(words, i, head);
	size_t n = kind == HEAD_GROUP ? unit_group_words(words, i, head) : name_words(words, i, head, kind);
	return kind == HEAD_AGENCY && n == head && !words->at[i].capital ? 0 : n;
}

size_t unit_name_spread(const struct words *words, size_t i, size_t *ret_head, size_t *ret_head_end)
{
	size_t at = i, n = 0, head = i;
	bool ubnd = words_is(words, at, "ubnd") || words_match(words, at, "ủy ban nhân dân") > 0;
	if (ubnd)
		at += words_is(words, at, "ubnd") ? 1 : 4;
	if (!words_is(words, at, "các"))
		return 0;
	at++;
	head = ubnd ? i : at;
	n = unit_head_group_noun(words, at);
	if (n == 0)
		return 0;
	size_t after = at + n;
	bool colon = words_is(words, after, ":");
	bool names = unit_head_is_capital(words, after) && !unit_name_begins(words, after);
	if ((!colon && !names) || (colon && !unit_head_is_capital(words, after + 1)))
		return 0;
	if (!colon) { /* "các Sở Tài chính, Nội vụ": at least two names without heads */
		size_t first = unit_name_bare(words, after);
		if (!words_is(words, after + first, ",") || !unit_head_is_capital(words, after + first + 1) ||
		    unit_name_begins(words, after + first + 1))
			return 0;
	}
	*ret_head = ubnd ? i : head;
	*ret_head_end = after;
	return after + (colon ? 1 : 0) - i;
}

/* "tỉnh Vĩnh Mẫu", "thành phố": where the body of a name is. */
static size_t place_words(const struct words *words, size_t i)
{
	size_t n = words_match(words, i, "thành phố");
	if (n == 0 &&
	    (words_is(words, i, "tỉnh") || words_is(words, i, "huyện") || words_is(words, i, "xã") || words_is(words, i, "phường")))
		n = 1;
	while (n > 0 && unit_head_is_capital(words, i + n) && !unit_name_begins(words, i + n))
		n++;
	return n;
}

size_t unit_name_bare(const struct words *words, size_t i)
{
	size_t n = LONGEST(words, i, departments), at = i;
	if (n > 0 && !(words_is(words, i + n, "-") && unit_head_is_capital(words, i + n + 1)))
		return n + place_words(words, i + n);
	if (!unit_head_is_capital(words, i))
		return 0;
	while (at < words->n) {
		bool ends = words->at[at].kind == WORD_SIGN && !words_is(words, at, "-");
		if (ends && words_is(words, at, ",") && unit_joint_comma_goes_on(words, at))
			ends = false;
		size_t step = lexicon_step(words, at);
		if (ends || (unit_head_verb(words, at) > 0 && !is_second_syllable(words, i, at)) || step == 0 ||
		    (at > i && unit_name_begins(words, at)))
			break;
		if (words_is(words, at, "và") && (!unit_head_is_capital(words, at + 1) || unit_name_begins(words, at + 1)))
			break;
		at += step == SIZE_MAX ? 1 : step;
	}
	return at - i;
}
