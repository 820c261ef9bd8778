#include "reading/unit_name.h"

enum head_kind {
	HEAD_AGENCY = 1, /* "Sở", "Trung tâm": its functions follow */
	HEAD_WHOLE,      /* "Tỉnh ủy", "Ban Giám hiệu": a name by itself; a place may follow */
	HEAD_POST,       /* "Hiệu trưởng", "Lãnh đạo": whom it heads may follow */
	HEAD_GROUP,      /* "các", "toàn thể": a group */
	HEAD_NOT,        /* begins like a head but is none: "tổ chức", "báo cáo" */
};

static const struct words_phrase heads[] = {
    {"sở", HEAD_AGENCY},
    {"bộ", HEAD_AGENCY},
    {"ban", HEAD_AGENCY},
    {"văn phòng", HEAD_AGENCY},
    {"phòng", HEAD_AGENCY},
    {"khoa", HEAD_AGENCY},
    {"trung tâm", HEAD_AGENCY},
    {"chi cục", HEAD_AGENCY},
    {"cục", HEAD_AGENCY},
    {"tổng cục", HEAD_AGENCY},
    {"vụ", HEAD_AGENCY},
    {"viện", HEAD_AGENCY},
    {"học viện", HEAD_AGENCY},
    {"trường", HEAD_AGENCY},
    {"bệnh viện", HEAD_AGENCY},
    {"trạm", HEAD_AGENCY},
    {"công an", HEAD_WHOLE},
    {"báo", HEAD_AGENCY},
    {"đài", HEAD_AGENCY},
    {"tạp chí", HEAD_AGENCY},
    {"hội", HEAD_AGENCY},
    {"liên đoàn", HEAD_AGENCY},
    {"liên hiệp", HEAD_AGENCY},
    {"hiệp hội", HEAD_AGENCY},
    {"đoàn", HEAD_AGENCY},
    {"đội", HEAD_AGENCY},
    {"tổ", HEAD_AGENCY},
    {"bộ phận", HEAD_AGENCY},
    {"công đoàn", HEAD_WHOLE},
    {"chi đoàn", HEAD_WHOLE},
    {"chi bộ", HEAD_WHOLE},
    {"đảng bộ", HEAD_WHOLE},
    {"đảng ủy", HEAD_WHOLE},
    {"tỉnh ủy", HEAD_WHOLE},
    {"thành ủy", HEAD_WHOLE},
    {"huyện ủy", HEAD_WHOLE},
    {"quận ủy", HEAD_WHOLE},
    {"tỉnh đoàn", HEAD_WHOLE},
    {"thành đoàn", HEAD_WHOLE},
    {"ban giám hiệu", HEAD_WHOLE},
    {"ban giám đốc", HEAD_WHOLE},
    {"ban lãnh đạo", HEAD_WHOLE},
    {"ban thường vụ", HEAD_WHOLE},
    {"ban chấp hành", HEAD_WHOLE},
    {"ubnd", HEAD_WHOLE},
    {"ủy ban nhân dân", HEAD_WHOLE},
    {"hđnd", HEAD_WHOLE},
    {"hội đồng nhân dân", HEAD_WHOLE},
    {"hội đồng", HEAD_AGENCY},
    {"ủy ban", HEAD_AGENCY},
    {"mặt trận", HEAD_WHOLE},
    {"ubmttq", HEAD_WHOLE},
    {"mttq", HEAD_WHOLE},
    {"ubmttqvn", HEAD_WHOLE},
    {"chính phủ", HEAD_WHOLE},
    {"quốc hội", HEAD_WHOLE},
    {"bộ chính trị", HEAD_WHOLE},
    {"ban bí thư", HEAD_WHOLE},
    {"trung ương đảng", HEAD_WHOLE},
    {"thủ tướng", HEAD_WHOLE},
    {"thủ tướng chính phủ", HEAD_WHOLE},
    {"chủ tịch nước", HEAD_WHOLE},
    {"thanh tra", HEAD_WHOLE},
    {"tòa án", HEAD_AGENCY},
    {"viện kiểm sát", HEAD_AGENCY},
    {"kho bạc", HEAD_AGENCY},
    {"ngân hàng", HEAD_AGENCY},
    {"quỹ", HEAD_AGENCY},
    {"bảo hiểm xã hội", HEAD_WHOLE},
    {"bhxh", HEAD_WHOLE},
    {"thuế", HEAD_WHOLE},
    {"hải quan", HEAD_WHOLE},
    {"bộ chỉ huy", HEAD_AGENCY},
    {"ban chỉ huy", HEAD_AGENCY},
    {"bộ đội", HEAD_AGENCY},
    {"hạt kiểm lâm", HEAD_WHOLE},
    {"công ty", HEAD_AGENCY},
    {"tổng công ty", HEAD_AGENCY},
    {"tập đoàn", HEAD_AGENCY},
    {"thư viện", HEAD_WHOLE},
    {"bảo tàng", HEAD_WHOLE},
    {"nhà trường", HEAD_WHOLE},
    {"vnpt", HEAD_WHOLE},
    {"viettel", HEAD_WHOLE},
    {"bưu điện", HEAD_WHOLE},
    {"điện lực", HEAD_WHOLE},
    {"nhà văn hóa", HEAD_WHOLE},
    {"văn thư", HEAD_POST},
    {"kế toán", HEAD_POST},
    {"giám đốc", HEAD_POST},
    {"phó giám đốc", HEAD_POST},
    {"hiệu trưởng", HEAD_POST},
    {"phó hiệu trưởng", HEAD_POST},
    {"chủ tịch", HEAD_POST},
    {"phó chủ tịch", HEAD_POST},
    {"trưởng phòng", HEAD_POST},
    {"trưởng khoa", HEAD_POST},
    {"trưởng ban", HEAD_POST},
    {"trưởng", HEAD_POST},
    {"tổ trưởng", HEAD_POST},
    {"chánh văn phòng", HEAD_POST},
    {"chánh thanh tra", HEAD_POST},
    {"chánh án", HEAD_POST},
    {"thủ trưởng", HEAD_POST},
    {"người đứng đầu", HEAD_POST},
    {"lãnh đạo", HEAD_POST},
    {"bí thư", HEAD_POST},
    {"bộ trưởng", HEAD_POST},
    {"công chức", HEAD_POST},
    {"viên chức", HEAD_POST},
    {"cán bộ", HEAD_POST},
    {"giáo viên", HEAD_POST},
    {"giảng viên", HEAD_POST},
    {"nhân viên", HEAD_POST},
    {"học sinh", HEAD_POST},
    {"đại diện", HEAD_POST},
    {"thành viên", HEAD_POST},
    {"đồng chí", HEAD_POST},
    {"tổng biên tập", HEAD_POST},
    {"các", HEAD_GROUP},
    {"toàn thể", HEAD_GROUP},
    {"tất cả", HEAD_GROUP},
    {"tất cả các", HEAD_GROUP},
    {"mọi", HEAD_GROUP},
    {"từng", HEAD_GROUP},
    {"một số", HEAD_GROUP},
    {"cơ quan", HEAD_GROUP},
    {"đơn vị", HEAD_GROUP},
    {"địa phương", HEAD_GROUP},
    {"đoàn thể", HEAD_GROUP},
    {"cấp ủy", HEAD_GROUP},
    {"cấp", HEAD_NOT},
    {"doanh nghiệp", HEAD_GROUP},
    {"ngành", HEAD_GROUP},
    {"xã", HEAD_GROUP},
    {"phường", HEAD_GROUP},
    {"đặc khu", HEAD_GROUP},
    {"thôn", HEAD_GROUP},
    {"tổ dân phố", HEAD_GROUP},
    {"khối", HEAD_GROUP},
    {"hội viên", HEAD_NOT},
    {"tổ chức", HEAD_NOT},
    {"báo cáo", HEAD_NOT},
    {"báo chí", HEAD_NOT},
    {"bộ máy", HEAD_NOT},
    {"bộ tiêu chí", HEAD_NOT},
    {"bộ chỉ số", HEAD_NOT},
    {"bộ câu hỏi", HEAD_NOT},
    {"bộ thủ tục", HEAD_NOT},
    {"bộ luật", HEAD_NOT},
    {"ban hành", HEAD_NOT},
    {"trường hợp", HEAD_NOT},
    {"hội nghị", HEAD_NOT},
    {"hội thảo", HEAD_NOT},
    {"hội thi", HEAD_NOT},
    {"hội họp", HEAD_NOT},
    {"khoa học", HEAD_NOT},
    {"phòng chống", HEAD_NOT},
    {"phòng , chống", HEAD_NOT},
    {"phòng họp", HEAD_NOT},
    {"văn phòng phẩm", HEAD_NOT},
    {"cục bộ", HEAD_NOT},
    {"viện dẫn", HEAD_NOT},
    {"đội ngũ", HEAD_NOT},
    {"tổ hợp", HEAD_NOT},
    {"thuế suất", HEAD_NOT},
    {"các nội dung", HEAD_NOT},
    {"các nhiệm vụ", HEAD_NOT},
    {"các hình thức", HEAD_NOT},
    {"các văn bản", HEAD_NOT},
    {"các chỉ số", HEAD_NOT},
    {"các giải pháp", HEAD_NOT},
    {"các hoạt động", HEAD_NOT},
    {"các quy định", HEAD_NOT},
    {"các kênh", HEAD_NOT},
    {"các phương tiện", HEAD_NOT},
    {"các hội nghị", HEAD_NOT},
    {"các cuộc", HEAD_NOT},
    {"các buổi", HEAD_NOT},
    {"các lớp", HEAD_NOT},
    {"các tin", HEAD_NOT},
    {"các bài", HEAD_NOT},
    {"các chính sách", HEAD_NOT},
    {"các vấn đề", HEAD_NOT},
    {"các thông tin", HEAD_NOT},
    {"các điều kiện", HEAD_NOT},
    {"các thủ tục", HEAD_NOT},
    {"các kế hoạch", HEAD_NOT},
    {"các mục tiêu", HEAD_NOT},
    {"các biện pháp", HEAD_NOT},
    {"các chương trình", HEAD_NOT},
    {"các dự án", HEAD_NOT},
    {"các đề án", HEAD_NOT},
    {"các ý kiến", HEAD_NOT},
    {"các sản phẩm", HEAD_NOT},
    {"các mô hình", HEAD_NOT},
    {"các dịch vụ", HEAD_NOT},
    {"các báo cáo", HEAD_NOT},
    {"khối lượng", HEAD_NOT},
    {"xã hội", HEAD_NOT},
    {"ngành nghề", HEAD_NOT},
    {"vụ việc", HEAD_NOT},
};

/* Nouns of which groups are made: "các sở, ban, ngành", "cơ quan, đơn vị". */
static const struct words_phrase group_nouns[] = {
    {"cơ quan", 0},
    {"đơn vị", 0},
    {"địa phương", 0},
    {"sở", 0},
    {"ban", 0},
    {"ngành", 0},
    {"phòng", 0},
    {"khoa", 0},
    {"trung tâm", 0},
    {"trường", 0},
    {"trường học", 0},
    {"xã", 0},
    {"phường", 0},
    {"đặc khu", 0},
    {"thị trấn", 0},
    {"huyện", 0},
    {"thị xã", 0},
    {"thành phố", 0},
    {"tổ chức", 0},
    {"đoàn thể", 0},
    {"hội", 0},
    {"hiệp hội", 0},
    {"doanh nghiệp", 0},
    {"cấp", 0},
    {"cấp ủy", 0},
    {"chi bộ", 0},
    {"tổ", 0},
    {"bộ phận", 0},
    {"cá nhân", 0},
    {"báo", 0},
    {"đài", 0},
    {"cơ sở", 0},
    {"thôn", 0},
    {"tổ dân phố", 0},
    {"bộ", 0},
    {"công đoàn", 0},
    {"chi đoàn", 0},
    {"cán bộ", 0},
    {"công chức", 0},
    {"viên chức", 0},
    {"người lao động", 0},
    {"đảng viên", 0},
    {"giáo viên", 0},
    {"học sinh", 0},
    {"nhà trường", 0},
    {"báo chí", 0},
    {"thành viên", 0},
    {"bệnh viện", 0},
    {"hội đoàn thể", 0},
    {"viện", 0},
    {"chi cục", 0},
    {"văn phòng", 0},
    {"đội ngũ", 0},
    {"truyền thông", 0},
    {"thông tấn", 0},
    {"khối", 0},
    {"đội", 0},
    {"trạm", 0},
    {"nhân viên", 0},
    {"sinh viên", 0},
    {"ấp", 0},
    {"khu phố", 0},
    {"bản", 0},
    {"hợp tác xã", 0},
    {"lực lượng", 0},
    {"ban quản lý", 0},
    {"cục", 0},
};

/* Verbs and other words that cannot stand inside a name: what the unit does begins with them. */
static const struct words_phrase verbs[] = {
    {"chủ trì", 1},
    {"phối hợp", 1},
    {"thực hiện", 1},
    {"tham mưu", 1},
    {"triển khai", 0},
    {"rà soát", 0},
    {"nghiên cứu", 0},
    {"tổ chức", 0},
    {"theo dõi", 0},
    {"cung cấp", 0},
    {"gửi", 0},
    {"xây dựng", 0},
    {"ban hành", 0},
    {"báo cáo", 0},
    {"đăng", 0},
    {"đăng tải", 0},
    {"cập nhật", 0},
    {"tuyên truyền", 0},
    {"tiếp tục", 0},
    {"chủ động", 0},
    {"có trách nhiệm", 0},
    {"chịu trách nhiệm", 0},
    {"hướng dẫn", 0},
    {"hỗ trợ", 0},
    {"kiểm tra", 0},
    {"đôn đốc", 0},
    {"giám sát", 0},
    {"tổng hợp", 0},
    {"đẩy mạnh", 0},
    {"tăng cường", 0},
    {"chú trọng", 0},
    {"quan tâm", 0},
    {"tham gia", 0},
    {"lựa chọn", 0},
    {"cử", 0},
    {"đề xuất", 0},
    {"đề nghị", 0},
    {"chỉ đạo", 0},
    {"quán triệt", 0},
    {"phổ biến", 0},
    {"bố trí", 0},
    {"đảm bảo", 0},
    {"bảo đảm", 0},
    {"lồng ghép", 0},
    {"kịp thời", 0},
    {"thường xuyên", 0},
    {"định kỳ", 0},
    {"căn cứ", 0},
    {"công khai", 0},
    {"giao", 0},
    {"phụ trách", 0},
    {"làm", 0},
    {"lập", 0},
    {"trình", 0},
    {"xem xét", 0},
    {"phê duyệt", 0},
    {"thẩm định", 0},
    {"tiếp nhận", 0},
    {"xử lý", 0},
    {"giải quyết", 0},
    {"trả lời", 0},
    {"nâng cao", 0},
    {"đổi mới", 0},
    {"khai thác", 0},
    {"vận hành", 0},
    {"viết", 0},
    {"biên soạn", 0},
    {"phát hành", 0},
    {"tạo", 0},
    {"đưa", 0},
    {"xác định", 0},
    {"phân công", 0},
    {"đánh giá", 0},
    {"chuẩn bị", 0},
    {"huy động", 0},
    {"khuyến khích", 0},
    {"vận động", 0},
    {"có", 0},
    {"cùng", 0},
    {"ký", 0},
    {"cho", 0},
    {"để", 0},
    {"trong", 0},
    {"theo", 0},
    {"với", 0},
    {"khi", 0},
    {"do", 0},
    {"từ", 0},
    {"đến", 0},
    {"là", 0},
    {"được", 0},
    {"đã", 0},
    {"sẽ", 0},
    {"phải", 0},
    {"cần", 0},
    {"nhằm", 0},
    {"về", 0},
    {"bằng", 0},
    {"qua", 0},
    {"thông qua", 0},
    {"tích cực", 0},
    {"nghiêm túc", 0},
    {"khẩn trương", 0},
    {"trực tiếp", 0},
    {"củng cố", 0},
    {"kiện toàn", 0},
    {"phát động", 0},
    {"phát huy", 0},
    {"gắn", 0},
    {"sử dụng", 0},
    {"tiến hành", 0},
    {"hoàn thành", 0},
    {"hoàn thiện", 0},
    {"thành lập", 0},
    {"chấp hành", 0},
    {"đăng ký", 0},
    {"nắm", 0},
    {"lấy", 0},
    {"hằng", 0},
    {"hàng", 0},
    {"thống kê", 0},
    {"thông báo", 0},
    {"thông tin", 0},
    {"ghi", 0},
    {"chia sẻ", 0},
    {"mời", 0},
    {"dự", 0},
    {"tham dự", 0},
    {"chuyển", 0},
    {"nộp", 0},
    {"nhận", 0},
    {"đầu mối", 0},
    {"quy định", 0},
    {"sau", 0},
    {"trước", 0},
    {"tại", 0},
    {"như", 0},
    {"đồng thời", 0},
    {"vận dụng", 0},
    {"công bố", 0},
    {"niêm yết", 0},
    {"biểu dương", 0},
    {"khen thưởng", 0},
    {"tổng kết", 0},
    {"sơ kết", 0},
    {"bồi dưỡng", 0},
    {"khảo sát", 0},
    {"đối thoại", 0},
    {"in", 0},
    {"phát", 0},
    {"phát sóng", 0},
    {"dàn dựng", 0},
    {"thiết kế", 0},
    {"nhập", 0},
    {"thúc đẩy", 0},
    {"duy trì", 0},
    {"mở", 0},
    {"bổ sung", 0},
    {"sửa đổi", 0},
    {"kiến nghị", 0},
    {"yêu cầu", 0},
    {"đăng cai", 0},
};

/* Lower-case words that look like verbs but belong to the name they stand in. */
static const struct words_phrase compounds[] = {
    {"tổ chức hành chính", 0},
    {"tổ chức - hành chính", 0},
    {"tổ chức cán bộ", 0},
    {"tổ chức bộ máy", 0},
    {"tổ chức nhân sự", 0},
    {"tổ chức - tài chính", 0},
    {"tổ chức - cán bộ", 0},
    {"đầu tư xây dựng", 0},
    {"quản lý dự án", 0},
    {"nghiên cứu khoa học", 0},
    {"chỉ đạo cải cách", 0},
    {"có liên quan", 0},
    {"có thẩm quyền", 0},
    {"có chức năng", 0},
    {"thông tin đại chúng", 0},
    {"thông tin điện tử", 0},
    {"thông tin cơ sở", 0},
    {"thông tin - truyền thông", 0},
    {"thông tin truyền thông", 0},
    {"thông tin và truyền thông", 0},
    {"thông tin , truyền thông", 0},
    {"thông tin , báo chí", 0},
    {"báo cáo viên", 0},
    {"đổi mới sáng tạo", 0},
    {"theo dõi", -1},
    {"thống kê tổng hợp", 0},
    {"xây dựng nông thôn mới", 0},
    {"tổ chức chính trị", 0},
    {"tổ chức đoàn thể", 0},
    {"tổ chức hội", 0},
    {"tổ chức đảng", 0},
    {"tổ chức , cá nhân", 0},
    {"tổ chức xã hội", 0},
    {"cung cấp dịch vụ", 0},
    {"tại địa phương", 0},
    {"tại đơn vị", 0},
    {"tại xã", 0},
    {"tại tỉnh", 0},
};

/* Names that have a comma where no "và" shows it. */
static const struct words_phrase comma_names[] = {
    {"phát thanh , truyền hình", 0},
    {"phát thanh và truyền hình", 0},
    {"phòng cháy , chữa cháy", 0},
    {"thi đua , khen thưởng", 0},
    {"phòng , chống", 0},
    {"thông tấn , báo chí", 0},
    {"văn hóa , văn nghệ", 0},
    {"thanh tra , kiểm tra", 0},
    {"giám sát , điều hành", 0},
    {"tổ chức , hành chính", 0},
    {"hành chính , tổng hợp", 0},
    {"hành chính , quản trị", 0},
    {"khoa học , kỹ thuật", 0},
    {"khuyến nông , khuyến ngư", 0},
    {"chính sách , pháp luật", 0},
};

/* Departments, ministries and the like without their head, as Nghị định 150/2025/NĐ-CP and the one before it name them. */
static const struct words_phrase departments[] = {
    {"văn hóa , thể thao và du lịch", 0},
    {"văn hóa và thể thao", 0},
    {"du lịch", 0},
    {"nông nghiệp và môi trường", 0},
    {"nông nghiệp và phát triển nông thôn", 0},
    {"tài nguyên và môi trường", 0},
    {"khoa học và công nghệ", 0},
    {"thông tin và truyền thông", 0},
    {"giáo dục và đào tạo", 0},
    {"dân tộc và tôn giáo", 0},
    {"kế hoạch và đầu tư", 0},
    {"lao động - thương binh và xã hội", 0},
    {"lao động , thương binh và xã hội", 0},
    {"quy hoạch - kiến trúc", 0},
    {"tài chính", 0},
    {"nội vụ", 0},
    {"tư pháp", 0},
    {"công thương", 0},
    {"xây dựng", 0},
    {"y tế", 0},
    {"ngoại vụ", 0},
    {"giao thông vận tải", 0},
    {"an toàn thực phẩm", 0},
    {"quốc phòng", 0},
    {"công an", 0},
    {"ngoại giao", 0},
};

#define COUNT(table)              (sizeof(table) / sizeof(table)[0])
#define MATCH(words, i, table, n) words_match_any((words), (i), (table), COUNT(table), (n))

static bool is_letters(const struct words *words, size_t i)
{
	return i < words->n && words->at[i].kind != WORD_SIGN && words->at[i].kind != WORD_NUMBER;
}

static bool is_capital(const struct words *words, size_t i)
{
	return is_letters(words, i) && words->at[i].capital;
}

size_t unit_name_verb(const struct words *words, size_t i)
{
	size_t n = 0, m = 0;
	const struct words_phrase *verb = MATCH(words, i, verbs, &n), *compound = MATCH(words, i, compounds, &m);
	if (verb == NULL || (compound != NULL && compound->meaning == 0 && m >= n))
		return 0;
	return words->at[i].capital && verb->meaning == 0 ? 0 : n;
}

static size_t group_noun(const struct words *words, size_t i)
{
	size_t n = 0;
	return MATCH(words, i, group_nouns, &n) != NULL ? n : 0;
}

/* The head at word `i`: its kind, 0 for none, and its length. */
static enum head_kind head_at(const struct words *words, size_t i, size_t *ret_n)
{
	size_t n = 0;
	const struct words_phrase *head = is_letters(words, i) ? MATCH(words, i, heads, &n) : NULL;
	if (head == NULL || head->meaning == HEAD_NOT)
		return 0;
	*ret_n = n;
	enum head_kind kind = (enum head_kind)head->meaning;
	bool capital = words->at[i].capital;
	if (kind == HEAD_GROUP || kind == HEAD_POST)
		return kind;
	/* "sở, ban, ngành" names a group; a lower-case "phòng Nội vụ" an agency; a lower-case "ban đầu" nothing */
	if (group_noun(words, i) > 0 && (words_is(words, i + n, ",") || (!capital && !is_capital(words, i + n))) &&
	    (words_is(words, i + n, ",") ? group_noun(words, i + n + 1) > 0
	                                 : words_is(words, i + n, "và") && group_noun(words, i + n + 1) > 0))
		return HEAD_GROUP;
	if (!capital && !is_capital(words, i + n) && !(kind == HEAD_WHOLE && n > 1))
		return 0;
	return kind;
}

bool unit_name_begins(const struct words *words, size_t i)
{
	size_t n;
	return head_at(words, i, &n) != 0;
}

/* "(VCCI)": the length of a bracket with an abbreviation of what stands before it. */
static size_t abbreviation(const struct words *words, size_t i)
{
	bool is = words_is(words, i, "(") && i + 1 < words->n && words->at[i + 1].all_capitals && words_is(words, i + 2, ")");
	return is ? 3 : 0;
}

/* After a comma inside a name of an agency: whether "A, B và C" goes on, with no head among them. */
static bool comma_goes_on(const struct words *words, size_t comma)
{
	size_t n = 0;
	for (size_t back = 1; back <= 3 && back <= comma; back++)
		if (MATCH(words, comma - back, comma_names, &n) != NULL && n > back)
			return true;
	if (!is_capital(words, comma + 1) || unit_name_begins(words, comma + 1))
		return false;
	for (size_t i = comma + 1; i < words->n && i < comma + 14; i++) {
		if (words_is(words, i, "và") || words_is(words, i, "&"))
			return is_capital(words, i + 1) && !unit_name_begins(words, i + 1);
		if (words_is(words, i, ",") ? unit_name_begins(words, i + 1) : !is_letters(words, i) && !words_is(words, i, "-"))
			return false;
		if (unit_name_verb(words, i) > 0 || (i > comma + 1 && unit_name_begins(words, i) && words->at[i].capital))
			return false;
	}
	return false;
}

static const struct words_phrase links[] = {{"của", 0},          {"thuộc", 0}, {"trực thuộc", 0},
                                            {"trên địa bàn", 0}, {"ở", 0},     {"đóng trên địa bàn", 0}};

/* How many words of the name of an agency, whole or post stand at word `at`; 0 where the name has ended. */
static size_t name_step(const struct words *words, size_t begin, size_t at, enum head_kind kind)
{
	size_t n = 0;
	if (MATCH(words, at, compounds, &n) != NULL)
		return n;
	if (MATCH(words, at, links, &n) != NULL)
		return is_letters(words, at + n) && unit_name_verb(words, at + n) == 0 ? n : 0;
	if (words_is(words, at, "và") || words_is(words, at, "&")) {
		bool ends = unit_name_begins(words, at + 1) || unit_name_verb(words, at + 1) > 0 || !is_letters(words, at + 1);
		return ends ? 0 : 1;
	}
	if (words_is(words, at, ","))
		return comma_goes_on(words, at) ? 1 : 0;
	if (words_is(words, at, "-"))
		return is_letters(words, at + 1) && unit_name_verb(words, at + 1) == 0 &&
		               (!words->at[at].space_before || is_capital(words, at + 1)) && !unit_name_begins(words, at + 1)
		           ? 1
		           : 0;
	if (words_is(words, at, "/"))
		return is_letters(words, at + 1) && !words->at[at].space_before ? 1 : 0;
	n = abbreviation(words, at);
	if (n > 0)
		return n;
	if (words->at[at].kind == WORD_SIGN || unit_name_verb(words, at) > 0)
		return 0;
	if (words->at[at].kind == WORD_NUMBER)
		return words_is(words, at - 1, "số") || words->at[at - 1].capital ? 1 : 0;
	if (words_is(words, at, "các"))
		return kind == HEAD_POST || kind == HEAD_WHOLE || words_is(words, at + 1, "cấp") || at == begin + 1 ? 1 : 0;
	return 1;
}

/* "UBND các xã, phường", "Thủ trưởng các cơ quan, đơn vị": whether a comma or "và" joins nouns of the group inside the name. */
static bool joins_group(const struct words *words, size_t at, bool in_group)
{
	return in_group && (words_is(words, at, ",") || words_is(words, at, "và") || words_is(words, at, "&")) &&
	       group_noun(words, at + 1) > 0 && !is_capital(words, at + 1);
}

static size_t name_words(const struct words *words, size_t i, size_t head, enum head_kind kind)
{
	bool in_group = false;
	size_t at = i + head;
	while (at < words->n) {
		in_group = in_group || words_is(words, at, "các") || group_noun(words, at) > 0;
		size_t n = joins_group(words, at, in_group) ? 1 + group_noun(words, at + 1) : name_step(words, i, at, kind);
		if (n == 0)
			break;
		at += n;
	}
	return at - i;
}

/* How many words of the name of a group stand at word `at`. `linked`: the word before is "của", "thuộc" or the like. */
static size_t group_step(const struct words *words, size_t at, bool linked)
{
	size_t n = 0, noun;
	bool joint = words_is(words, at, ",") || words_is(words, at, "và") || words_is(words, at, "&");
	if (joint) {
		noun = group_noun(words, at + 1);
		bool agency = is_capital(words, at + 1) && unit_name_begins(words, at + 1) &&
		              (noun == 0 || (is_capital(words, at + 1 + noun) && !words_is(words, at + 1 + noun, ",")));
		if (agency || words_is(words, at + 1, "các") || words_is(words, at + 1, "toàn") || !is_letters(words, at + 1))
			return 0;
		if (noun > 0)
			return 1 + noun;
		return unit_name_verb(words, at + 1) > 0 || unit_name_begins(words, at + 1) || is_capital(words, at + 1) ? 0 : 1;
	}
	if (MATCH(words, at, compounds, &n) != NULL || MATCH(words, at, links, &n) != NULL)
		return n;
	n = abbreviation(words, at);
	if (n > 0)
		return n;
	if (words_is(words, at, "-"))
		return is_letters(words, at + 1) && !unit_name_begins(words, at + 1) && unit_name_verb(words, at + 1) == 0 ? 1 : 0;
	if (words->at[at].kind == WORD_SIGN || unit_name_verb(words, at) > 0 || words_is(words, at, "các"))
		return words_match(words, at, "các cấp");
	if (!linked && is_capital(words, at) && unit_name_begins(words, at))
		return 0;
	return 1;
}

static size_t group_words(const struct words *words, size_t i, size_t head)
{
	size_t at = i + head, noun;
	if (words_is(words, i + head, "các"))
		at++;
	noun = group_noun(words, at);
	at += noun;
	while (at < words->n) {
		bool linked = words_is(words, at - 1, "thuộc") || words_is(words, at - 1, "của") || words_is(words, at - 1, "bàn");
		size_t n = group_step(words, at, linked);
		if (n == 0)
			break;
		at += n;
	}
	return at - i;
}

/* "các" by itself, or with no noun of units behind it, is no name. */
static bool is_bare_group(const struct words *words, size_t i, size_t n)
{
	for (size_t k = i; k < i + n; k++)
		if (group_noun(words, k) > 0)
			return false;
	return true;
}

size_t unit_name_at(const struct words *words, size_t i)
{
	size_t head = 0;
	enum head_kind kind = head_at(words, i, &head);
	if (kind == 0)
		return 0;
	size_t n = kind == HEAD_GROUP ? group_words(words, i, head) : name_words(words, i, head, kind);
	if (kind == HEAD_GROUP && is_bare_group(words, i, n))
		return 0;
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
	n = group_noun(words, at);
	if (n == 0)
		return 0;
	size_t after = at + n;
	bool colon = words_is(words, after, ":");
	bool names = is_capital(words, after) && !unit_name_begins(words, after);
	if ((!colon && !names) || (colon && !is_capital(words, after + 1)))
		return 0;
	if (!colon) { /* "các Sở Tài chính, Nội vụ": at least two names without heads */
		size_t first = unit_name_bare(words, after);
		if (!words_is(words, after + first, ",") || !is_capital(words, after + first + 1) ||
		    unit_name_begins(words, after + first + 1))
			return 0;
	}
	*ret_head = ubnd ? i : head;
	*ret_head_end = after;
	return after + (colon ? 1 : 0) - i;
}

size_t unit_name_bare(const struct words *words, size_t i)
{
	size_t n = 0, at = i;
	if (MATCH(words, i, departments, &n) != NULL)
		return n;
	if (!is_capital(words, i))
		return 0;
	while (at < words->n) {
		bool ends = words->at[at].kind == WORD_SIGN && !words_is(words, at, "-");
		if (ends && words_is(words, at, ",") && comma_goes_on(words, at))
			ends = false;
		if (ends || unit_name_verb(words, at) > 0 || (at > i && unit_name_begins(words, at)))
			break;
		if (words_is(words, at, "và") && (!is_capital(words, at + 1) || unit_name_begins(words, at + 1)))
			break;
		at++;
	}
	return at - i;
}
