#include "reading/citation_name.h"

#include "base/buf.h"

enum { MAX_NAME_WORDS = 60, MAX_LAW_WORDS = 16, MAX_COMMA_LOOK = 12, MAX_KEY = 2000 };

static const struct words_phrase law_heads[] = {{"luật", 0}, {"bộ luật", 1}, {"pháp lệnh", 2}};
static const char *const law_types[] = {"Luật", "Bộ luật", "Pháp lệnh"};

/* Before "Luật": a school, a trade, a society of law, not a law. */
static const char *const no_law[] = {"đại học", "khoa", "trường", "ngành", "cử nhân", "hội", "đoàn", "thạc sĩ", "viện"};

/* Names of laws that have a comma, or an "và" that could be taken for the end. */
static const struct words_phrase known_laws[] = {
    {"thi đua , khen thưởng", 0},
    {"cán bộ , công chức", 0},
    {"an toàn , vệ sinh lao động", 0},
    {"thực hành tiết kiệm , chống lãng phí", 0},
    {"phòng , chống tham nhũng", 0},
    {"phòng , chống ma túy", 0},
    {"phòng , chống bạo lực gia đình", 0},
    {"phòng , chống mua bán người", 0},
    {"phòng , chống tác hại của rượu , bia", 0},
    {"phòng , chống tác hại của thuốc lá", 0},
    {"phòng , chống rửa tiền", 0},
    {"phòng , chống khủng bố", 0},
    {"phòng , chống thiên tai", 0},
    {"phòng , chống bệnh truyền nhiễm", 0},
    {"phòng cháy , chữa cháy và cứu nạn , cứu hộ", 0},
    {"phòng cháy và chữa cháy", 0},
    {"xuất cảnh , nhập cảnh của công dân việt nam", 0},
    {"nhập cảnh , xuất cảnh , quá cảnh , cư trú của người nước ngoài tại việt nam", 0},
    {"quản lý , sử dụng vũ khí , vật liệu nổ và công cụ hỗ trợ", 0},
    {"tổ chức chính quyền địa phương", 0},
    {"tổ chức quốc hội", 0},
    {"tổ chức chính phủ", 0},
    {"hoạt động giám sát của quốc hội và hội đồng nhân dân", 0},
    {"bảo vệ môi trường", 0},
    {"tiếp công dân", 0},
    {"tiếp cận thông tin", 0},
    {"khiếu nại", 0},
    {"tố cáo", 0},
    {"lưu trữ", 0},
    {"viên chức", 0},
    {"giáo dục", 0},
    {"giáo dục nghề nghiệp", 0},
    {"giáo dục đại học", 0},
    {"nhà giáo", 0},
    {"thanh tra", 0},
    {"đấu thầu", 0},
    {"đầu tư", 0},
    {"đầu tư công", 0},
    {"đất đai", 0},
    {"doanh nghiệp", 0},
    {"ngân sách nhà nước", 0},
    {"giao dịch điện tử", 0},
    {"an ninh mạng", 0},
    {"an toàn thông tin mạng", 0},
    {"công nghệ thông tin", 0},
    {"chuyển đổi số", 0},
    {"dữ liệu", 0},
    {"bảo vệ dữ liệu cá nhân", 0},
    {"căn cước", 0},
    {"cư trú", 0},
    {"hộ tịch", 0},
    {"báo chí", 0},
    {"lao động", 0},
    {"bảo hiểm xã hội", 0},
    {"bảo hiểm y tế", 0},
    {"ban hành văn bản quy phạm pháp luật", 0},
    {"phổ biến , giáo dục pháp luật", 0},
    {"thực hiện dân chủ ở cơ sở", 0},
    {"hỗ trợ doanh nghiệp nhỏ và vừa", 0},
    {"khoa học , công nghệ và đổi mới sáng tạo", 0},
    {"hôn nhân và gia đình", 0},
    {"xử lý vi phạm hành chính", 0},
    {"trợ giúp pháp lý", 0},
    {"dân sự", 0},
    {"hình sự", 0},
    {"mặt trận tổ quốc việt nam", 0},
    {"công đoàn", 0},
    {"thanh niên", 0},
    {"bình đẳng giới", 0},
    {"trẻ em", 0},
    {"thư viện", 0},
    {"quản lý thuế", 0},
    {"quản lý , sử dụng tài sản công", 0},
    {"thủ đô", 0},
    {"quy hoạch", 0},
    {"xây dựng", 0},
    {"nhà ở", 0},
    {"khám bệnh , chữa bệnh", 0},
    {"dược", 0},
    {"di sản văn hóa", 0},
    {"du lịch", 0},
    {"thống kê", 0},
    {"kế toán", 0},
    {"trật tự , an toàn giao thông đường bộ", 0},
    {"đường bộ", 0},
    {"công an nhân dân", 0},
    {"quốc phòng", 0},
    {"nghĩa vụ quân sự", 0},
    {"dân quân tự vệ", 0},
    {"chứng khoán", 0},
    {"cạnh tranh", 0},
    {"thương mại", 0},
    {"sở hữu trí tuệ", 0},
    {"an toàn thực phẩm", 0},
    {"bảo vệ quyền lợi người tiêu dùng", 0},
    {"giám định tư pháp", 0},
    {"công chứng", 0},
    {"luật sư", 0},
    {"thi hành án dân sự", 0},
    {"thi hành án hình sự", 0},
    {"tố tụng hành chính", 0},
    {"tố tụng dân sự", 0},
    {"tố tụng hình sự", 0},
    {"bầu cử đại biểu quốc hội và đại biểu hội đồng nhân dân", 0},
    {"trưng cầu ý dân", 0},
    {"quốc tịch việt nam", 0},
    {"nuôi con nuôi", 0},
    {"người cao tuổi", 0},
    {"người khuyết tật", 0},
    {"việc làm", 0},
    {"hợp tác xã", 0},
    {"phá sản", 0},
    {"quản lý ngoại thương", 0},
    {"thuế giá trị gia tăng", 0},
    {"thuế thu nhập cá nhân", 0},
    {"thuế thu nhập doanh nghiệp", 0},
    {"phí và lệ phí", 0},
    {"kiểm toán nhà nước", 0},
    {"tài nguyên nước", 0},
    {"lâm nghiệp", 0},
    {"thủy sản", 0},
    {"trồng trọt", 0},
    {"chăn nuôi", 0},
    {"thủy lợi", 0},
    {"đê điều", 0},
    {"viễn thông", 0},
    {"tần số vô tuyến điện", 0},
    {"xuất bản", 0},
    {"quảng cáo", 0},
    {"điện ảnh", 0},
    {"thể dục , thể thao", 0},
    {"tín ngưỡng , tôn giáo", 0},
    {"công nghiệp công nghệ số", 0},
    {"tiêu chuẩn và quy chuẩn kỹ thuật", 0},
    {"chất lượng sản phẩm , hàng hóa", 0},
    {"đo lường", 0},
    {"bảo vệ bí mật nhà nước", 0},
    {"an ninh quốc gia", 0},
    {"thỏa thuận quốc tế", 0},
    {"điều ước quốc tế", 0}};

/* Words at which a name without another sign of its end stops. */
static const struct words_phrase stops[] = {
    {"được", 0},        {"tại", 0},           {"trên địa bàn", 0},  {"trên", 0},         {"cho", 0},
    {"theo", 0},        {"nhằm", 0},          {"khi", 0},           {"này", 0},          {"đã", 0},
    {"và các", 0},      {"đối với", 0},       {"có hiệu lực", 0},   {"quy định", 0},     {"do", 0},
    {"gắn với", 0},     {"đến toàn thể", 0},  {"và nghị định", 0},  {"và luật", 0},      {"và bộ luật", 0},
    {"và thông tư", 0}, {"và quyết định", 0}, {"và nghị quyết", 0}, {"và pháp lệnh", 0}, {"và chỉ thị", 0},
    {"và kế hoạch", 0}, {"ban hành", 0},      {"một cách", 0},      {"của tỉnh", 0},     {"của chính phủ", 0},
    {"của bộ", 0},      {"của ubnd", 0},      {"của sở", 0},        {"bằng", 0},         {"qua", 0},
    {"đến người", 0},   {"đến cán bộ", 0},    {"đến với", 0},
};

/* The same for laws, whose names are shorter. */
static const struct words_phrase law_stops[] = {{"về", 0}, {"hết hiệu lực", 0}, {"kể từ", 0}, {"thì", 0}, {"là", 0},
                                                {"để", 0}, {"trong", 0},        {"vào", 0},   {"từ", 0},  {"hoặc", 0}};

/* What cannot follow "Đề án" in a name. */
static const struct words_phrase no_project[] = {
    {"này", 0}, {"trên", 0}, {"tại", 0}, {"theo", 0},  {"được", 0},      {"của", 0}, {"và", 0},   {"để", 0},
    {"do", 0},  {"có", 0},   {"đã", 0},  {"thuộc", 0}, {"liên quan", 0}, {"nêu", 0}, {"gồm", 0},  {"đến", 0},
    {"cho", 0}, {"khi", 0},  {"sau", 0}, {"trong", 0}, {"số", 0},        {"là", 0},  {"khác", 0}, {"với", 0},
    {"từ", 0},  {"phải", 0}, {"cần", 0}, {"nhằm", 0},  {"hoặc", 0}};

/* Left out of a name's key: "Đề án tổng thể về xây dựng tỉnh X" is "Đề án xây dựng X". */
static const struct words_phrase fillers[] = {{"tổng thể", 0}, {"về", 0}, {"tỉnh", 0}, {"việc", 0}, {"\"", 0}};

#define MATCH(words, i, table, n) words_match_any((words), (i), (table), sizeof(table) / sizeof(table)[0], (n))

static struct str key_of(struct arena *arena, const struct words *words, size_t from, size_t to)
{
	struct buf key;
	buf_init(&key, arena, MAX_KEY);
	for (size_t i = from; i < to;) {
		size_t n = 0;
		if (MATCH(words, i, fillers, &n) != NULL) {
			i += n;
			continue;
		}
		buf_add(&key, words->at[i].key);
		buf_add_char(&key, ' ');
		i++;
	}
	return buf_str(&key);
}

/* "ngày 10/11/2022", "năm 2022", "số 72/2025": what may stand right behind the name of a law. */
static bool is_anchor(const struct words *words, size_t i)
{
	if (words_is(words, i, "ngày") || words_is(words, i, "số"))
		return words_number(words, i + 1) > 0;
	return words_is(words, i, "năm") && words_number(words, i + 1) > 1900;
}

static bool ends_name(const struct words *words, size_t i)
{
	size_t n = 0;
	if (i >= words->n || is_anchor(words, i) || MATCH(words, i, stops, &n) != NULL || MATCH(words, i, law_stops, &n) != NULL)
		return true;
	return words->at[i].kind == WORD_SIGN && !words_is(words, i, ",") && !words_is(words, i, "-");
}

/* Whether what follows a comma still is the law's name: an anchor comes before any other sign. */
static bool law_goes_on(const struct words *words, size_t comma)
{
	if (comma + 1 >= words->n || words->at[comma + 1].capital)
		return false;
	for (size_t i = comma + 1; i < words->n && i < comma + MAX_COMMA_LOOK; i++) {
		if (is_anchor(words, i))
			return true;
		if (words->at[i].kind == WORD_SIGN)
			return false;
	}
	return false;
}

/* "Luật sửa đổi, bổ sung một số điều của Luật …": the words between the two "Luật" and the second; 0 for none. */
static size_t amending_words(const struct words *words, size_t i)
{
	size_t n = words_match(words, i, "sửa đổi , bổ sung một số điều của");
	if (n == 0)
		n = words_match(words, i, "sửa đổi một số điều của");
	if (n == 0)
		return 0;
	size_t head = 0;
	return MATCH(words, i + n, law_heads, &head) != NULL ? n + head : n;
}

static bool is_of_law_trade(const struct words *words, size_t i)
{
	for (size_t back = 1; back <= 2 && back <= i; back++)
		if (words_longest(words, i - back, no_law, sizeof no_law / sizeof no_law[0]) == back)
			return true;
	return false;
}

/* Whether the number of a law comes before any sign or capital: what stands before it still is the law's name ("… tại doanh
 * nghiệp số 68/2025/QH15"). */
static bool number_of_law_follows(const struct words *words, size_t i)
{
	enum { REACH = 8, IN_NUMBER = 5 };
	for (size_t k = i; k < words->n && k < i + REACH; k++) {
		if (words_is(words, k, "số") && words_number(words, k + 1) > 0) {
			for (size_t m = k + 2; m < words->n && m < k + 2 + IN_NUMBER; m++)
				if (str_has_prefix(words->at[m].key, STR("qh")))
					return true;
			return false;
		}
		if (words->at[k].kind != WORD_LETTERS || words->at[k].capital)
			return false;
	}
	return false;
}

/* Where the name that begins at word `from` ends; `known`: how many words of it are a name of the list. */
static size_t law_end(const struct words *words, size_t from, size_t known)
{
	size_t to = from + known;
	while ((!ends_name(words, to) || (!is_anchor(words, to) && number_of_law_follows(words, to))) && to < from + MAX_LAW_WORDS) {
		bool joint = words_is(words, to, ",") || words_is(words, to, "và");
		if ((known > 0 && joint) || (words_is(words, to, ",") && !law_goes_on(words, to)))
			break;
		to++;
	}
	if (known > 0 && !is_anchor(words, to))
		to = from + known;
	while (to > from && words->at[to - 1].kind == WORD_SIGN)
		to--;
	return to;
}

static bool law_at(struct arena *arena, const struct words *words, size_t i, struct citation_name *ret)
{
	size_t head = 0, known = 0;
	const struct words_phrase *law = MATCH(words, i, law_heads, &head);
	if (law == NULL || is_of_law_trade(words, i))
		return false;
	size_t from = i + head + amending_words(words, i + head);
	if (from >= words->n || words->at[from].kind != WORD_LETTERS)
		return false;
	bool listed = MATCH(words, from, known_laws, &known) != NULL;
	if (!words->at[from].capital && !listed)
		return false;
	size_t to = law_end(words, from, known);
	if (to == from)
		return false;
	ret->type = law_types[law->meaning];
	ret->text = words_text(words, i, to);
	ret->key = key_of(arena, words, i, to);
	ret->end = to;
	ret->is_sure = listed || is_anchor(words, to);
	return true;
}

/* Behind "giai đoạn 2022 - 2025, tầm nhìn đến năm 2030", "đến năm 2030, định hướng đến năm 2045": the word after it; 0 for none.
 */
static size_t horizon_end(const struct words *words, size_t i)
{
	size_t at = 0;
	if (words_match(words, i, "giai đoạn") > 0 && words_number(words, i + 2) > 1900) {
		at = i + 3;
		if (words_is(words, at, "-") && words_number(words, at + 1) > 1900)
			at += 2;
	} else if (words_match(words, i, "đến năm") > 0 && words_number(words, i + 2) > 1900) {
		at = i + 3;
	}
	if (at == 0)
		return 0;
	size_t more = words_is(words, at, ",") ? at + 1 : words_is(words, at, "và") ? at + 1 : at;
	if ((words_match(words, more, "tầm nhìn đến năm") > 0 || words_match(words, more, "định hướng đến năm") > 0) &&
	    words_number(words, more + 4) > 1900)
		at = more + 5;
	return at;
}

/* Where the name of a project ends: behind its horizon if it has one, else at the first sign or stop. */
static size_t project_end(const struct words *words, size_t from, bool *ret_sure)
{
	size_t plain = words->n;
	bool found = false;
	for (size_t i = from; i < words->n && i < from + MAX_NAME_WORDS; i++) {
		size_t n = 0, horizon = horizon_end(words, i);
		if (horizon > 0) {
			*ret_sure = true;
			return horizon;
		}
		bool sign = words->at[i].kind == WORD_SIGN && !words_is(words, i, "-");
		if (sign && !words_is(words, i, ",")) {
			*ret_sure = !found;
			return found ? plain : i;
		}
		if (!found && (sign || (i > from && MATCH(words, i, stops, &n) != NULL))) {
			plain = i;
			found = true;
		}
	}
	size_t limit = from + MAX_NAME_WORDS < words->n ? from + MAX_NAME_WORDS : words->n;
	*ret_sure = false;
	return found ? plain : limit;
}

/* "“…”": the word behind the closing quote; `from` where there is none. */
static size_t quoted_end(const struct words *words, size_t from)
{
	size_t to = from + 1;
	while (to < words->n && to < from + MAX_NAME_WORDS && !words_is(words, to, "\""))
		to++;
	return words_is(words, to, "\"") ? to + 1 : from;
}

/* "06", "06/CP": the word behind a project's number; `from` where it is the number of a document. */
static size_t numbered_end(const struct words *words, size_t from)
{
	size_t to = from + 1;
	if (words_is(words, to, "/") && words_is(words, to + 1, "cp") && !words_is(words, to + 2, "-"))
		to += 2;
	return words_is(words, to, "/") || words_is(words, to, "-") ? from : to;
}

/* The word behind the name of a project in plain words; `from` where they name none. */
static size_t named_end(const struct words *words, size_t from, bool *ret_sure)
{
	size_t n = 0;
	if (words->at[from].kind != WORD_LETTERS || MATCH(words, from, no_project, &n) != NULL)
		return from;
	size_t to = project_end(words, from, ret_sure);
	while (to > from && words->at[to - 1].kind == WORD_SIGN)
		to--;
	return to < from + 2 ? from : to;
}

static bool project_at(struct arena *arena, const struct words *words, size_t i, struct citation_name *ret)
{
	size_t from = i + words_match(words, i, "đề án"), to = from;
	if (from == i || from >= words->n)
		return false;
	ret->is_sure = true;
	if (words_is(words, from, "\""))
		to = quoted_end(words, from);
	else if (words_number(words, from) > 0 && words->at[from].key.len <= 4)
		to = numbered_end(words, from);
	else
		to = named_end(words, from, &ret->is_sure);
	if (to == from)
		return false;
	ret->type = "Đề án";
	ret->text = words_text(words, i, to);
	ret->key = key_of(arena, words, i, to);
	ret->end = to;
	return true;
}

/* "Hiến pháp năm 2013", "Hiến pháp nước Cộng hòa …": the law above the laws. */
static bool constitution_at(struct arena *arena, const struct words *words, size_t i, struct citation_name *ret)
{
	size_t n = words_match(words, i, "hiến pháp");
	if (n == 0)
		return false;
	size_t to = i + n;
	size_t state = words_match(words, to, "nước cộng hòa xã hội chủ nghĩa việt nam");
	bool anchored = is_anchor(words, to + state);
	if (state == 0 && !anchored)
		return false;
	*ret = (struct citation_name){.type = "Hiến pháp",
	                              .text = words_text(words, i, to + state),
	                              .key = key_of(arena, words, i, to),
	                              .end = to + state,
	                              .is_sure = true};
	return true;
}

bool citation_name_at(struct arena *arena, const struct words *words, size_t i, struct citation_name *ret)
{
	if (i >= words->n || !words->at[i].capital)
		return false;
	return law_at(arena, words, i, ret) || project_at(arena, words, i, ret) || constitution_at(arena, words, i, ret);
}
