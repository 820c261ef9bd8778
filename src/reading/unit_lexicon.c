#include "reading/unit_lexicon.h"

#define MEANINGS(name) const struct unit_lexicon_meanings unit_lexicon_##name = {name, sizeof(name) / sizeof(name)[0]}
#define PHRASES(name)  const struct unit_lexicon_phrases unit_lexicon_##name = {name, sizeof(name) / sizeof(name)[0]}

/* Several rows a line: */
/* clang-format off */

static const struct words_phrase heads[] = {
	{"sở", HEAD_AGENCY}, {"bộ", HEAD_AGENCY}, {"ban", HEAD_AGENCY}, {"văn phòng", HEAD_AGENCY}, {"phòng", HEAD_AGENCY},
	{"khoa", HEAD_AGENCY}, {"trung tâm", HEAD_AGENCY}, {"chi cục", HEAD_AGENCY}, {"cục", HEAD_AGENCY},
	{"tổng cục", HEAD_AGENCY}, {"vụ", HEAD_AGENCY}, {"viện", HEAD_AGENCY}, {"học viện", HEAD_AGENCY}, {"trường", HEAD_AGENCY},
	{"bệnh viện", HEAD_AGENCY}, {"trạm", HEAD_AGENCY}, {"công an", HEAD_WHOLE}, {"báo", HEAD_AGENCY}, {"đài", HEAD_AGENCY},
	{"tạp chí", HEAD_AGENCY}, {"hội", HEAD_AGENCY}, {"liên đoàn", HEAD_AGENCY}, {"liên hiệp", HEAD_AGENCY},
	{"hiệp hội", HEAD_AGENCY}, {"đoàn", HEAD_AGENCY}, {"đội", HEAD_AGENCY}, {"tổ", HEAD_AGENCY}, {"bộ phận", HEAD_AGENCY},
	{"công đoàn", HEAD_WHOLE}, {"chi đoàn", HEAD_WHOLE}, {"chi bộ", HEAD_WHOLE}, {"đảng bộ", HEAD_WHOLE},
	{"đảng ủy", HEAD_WHOLE}, {"tỉnh ủy", HEAD_WHOLE}, {"thành ủy", HEAD_WHOLE}, {"huyện ủy", HEAD_WHOLE},
	{"quận ủy", HEAD_WHOLE}, {"tỉnh đoàn", HEAD_WHOLE}, {"thành đoàn", HEAD_WHOLE}, {"ban giám hiệu", HEAD_WHOLE},
	{"ban giám đốc", HEAD_WHOLE}, {"ban lãnh đạo", HEAD_WHOLE}, {"ban thường vụ", HEAD_WHOLE}, {"ban chấp hành", HEAD_WHOLE},
	{"ubnd", HEAD_WHOLE}, {"ủy ban nhân dân", HEAD_WHOLE}, {"hđnd", HEAD_WHOLE}, {"hội đồng nhân dân", HEAD_WHOLE},
	{"hội đồng", HEAD_AGENCY}, {"ủy ban", HEAD_AGENCY}, {"mặt trận", HEAD_WHOLE}, {"ubmttq", HEAD_WHOLE}, {"mttq", HEAD_WHOLE},
	{"ubmttqvn", HEAD_WHOLE}, {"chính phủ", HEAD_WHOLE}, {"quốc hội", HEAD_WHOLE}, {"bộ chính trị", HEAD_WHOLE},
	{"ban bí thư", HEAD_WHOLE}, {"trung ương đảng", HEAD_WHOLE}, {"thủ tướng", HEAD_WHOLE}, {"thủ tướng chính phủ", HEAD_WHOLE},
	{"chủ tịch nước", HEAD_WHOLE}, {"thanh tra", HEAD_WHOLE}, {"tòa án", HEAD_AGENCY}, {"viện kiểm sát", HEAD_AGENCY},
	{"kho bạc", HEAD_AGENCY}, {"ngân hàng", HEAD_AGENCY}, {"quỹ", HEAD_AGENCY}, {"bảo hiểm xã hội", HEAD_WHOLE},
	{"bhxh", HEAD_WHOLE}, {"thuế", HEAD_WHOLE}, {"hải quan", HEAD_WHOLE}, {"bộ chỉ huy", HEAD_AGENCY},
	{"ban chỉ huy", HEAD_AGENCY}, {"bộ đội", HEAD_AGENCY}, {"hạt kiểm lâm", HEAD_WHOLE}, {"công ty", HEAD_AGENCY},
	{"tổng công ty", HEAD_AGENCY}, {"tập đoàn", HEAD_AGENCY}, {"thư viện", HEAD_WHOLE}, {"bảo tàng", HEAD_WHOLE},
	{"nhà trường", HEAD_WHOLE}, {"vnpt", HEAD_WHOLE}, {"viettel", HEAD_WHOLE}, {"bưu điện", HEAD_WHOLE},
	{"điện lực", HEAD_WHOLE}, {"nhà văn hóa", HEAD_WHOLE}, {"văn thư", HEAD_POST}, {"kế toán", HEAD_POST},
	{"giám đốc", HEAD_POST}, {"phó giám đốc", HEAD_POST}, {"hiệu trưởng", HEAD_POST}, {"phó hiệu trưởng", HEAD_POST},
	{"chủ tịch", HEAD_POST}, {"phó chủ tịch", HEAD_POST}, {"trưởng phòng", HEAD_POST}, {"trưởng khoa", HEAD_POST},
	{"trưởng ban", HEAD_POST}, {"trưởng", HEAD_POST}, {"tổ trưởng", HEAD_POST}, {"chánh văn phòng", HEAD_POST},
	{"chánh thanh tra", HEAD_POST}, {"chánh án", HEAD_POST}, {"thủ trưởng", HEAD_POST}, {"người đứng đầu", HEAD_POST},
	{"lãnh đạo", HEAD_POST}, {"bí thư", HEAD_POST}, {"bộ trưởng", HEAD_POST}, {"công chức", HEAD_POST},
	{"viên chức", HEAD_POST}, {"cán bộ", HEAD_POST}, {"giáo viên", HEAD_POST}, {"giảng viên", HEAD_POST},
	{"nhân viên", HEAD_POST}, {"học sinh", HEAD_POST}, {"đại diện", HEAD_POST}, {"thành viên", HEAD_POST},
	{"đồng chí", HEAD_POST}, {"tổng biên tập", HEAD_POST}, {"các", HEAD_GROUP}, {"toàn thể", HEAD_GROUP},
	{"tất cả", HEAD_GROUP}, {"tất cả các", HEAD_GROUP}, {"mọi", HEAD_GROUP}, {"từng", HEAD_GROUP}, {"một số", HEAD_GROUP},
	{"cơ quan", HEAD_GROUP}, {"đơn vị", HEAD_GROUP}, {"địa phương", HEAD_GROUP}, {"đoàn thể", HEAD_GROUP},
	{"cấp ủy", HEAD_GROUP}, {"cấp", HEAD_NOT}, {"doanh nghiệp", HEAD_GROUP}, {"ngành", HEAD_GROUP}, {"xã", HEAD_GROUP},
	{"phường", HEAD_GROUP}, {"đặc khu", HEAD_GROUP}, {"thôn", HEAD_GROUP}, {"tổ dân phố", HEAD_GROUP}, {"khối", HEAD_GROUP},
	{"hội viên", HEAD_NOT}, {"tổ chức", HEAD_NOT}, {"báo cáo", HEAD_NOT}, {"báo chí", HEAD_NOT}, {"bộ máy", HEAD_NOT},
	{"bộ tiêu chí", HEAD_NOT}, {"bộ chỉ số", HEAD_NOT}, {"bộ câu hỏi", HEAD_NOT}, {"bộ thủ tục", HEAD_NOT},
	{"bộ luật", HEAD_NOT}, {"ban hành", HEAD_NOT}, {"trường hợp", HEAD_NOT}, {"hội nghị", HEAD_NOT}, {"hội thảo", HEAD_NOT},
	{"hội thi", HEAD_NOT}, {"hội họp", HEAD_NOT}, {"khoa học", HEAD_NOT}, {"phòng chống", HEAD_NOT},
	{"phòng , chống", HEAD_NOT}, {"phòng họp", HEAD_NOT}, {"văn phòng phẩm", HEAD_NOT}, {"cục bộ", HEAD_NOT},
	{"viện dẫn", HEAD_NOT}, {"đội ngũ", HEAD_NOT}, {"tổ hợp", HEAD_NOT}, {"thuế suất", HEAD_NOT}, {"các nội dung", HEAD_NOT},
	{"các nhiệm vụ", HEAD_NOT}, {"các hình thức", HEAD_NOT}, {"các văn bản", HEAD_NOT}, {"các chỉ số", HEAD_NOT},
	{"các giải pháp", HEAD_NOT}, {"các hoạt động", HEAD_NOT}, {"các quy định", HEAD_NOT}, {"các kênh", HEAD_NOT},
	{"các phương tiện", HEAD_NOT}, {"các hội nghị", HEAD_NOT}, {"các cuộc", HEAD_NOT}, {"các buổi", HEAD_NOT},
	{"các lớp", HEAD_NOT}, {"các tin", HEAD_NOT}, {"các bài", HEAD_NOT}, {"các chính sách", HEAD_NOT}, {"các vấn đề", HEAD_NOT},
	{"các thông tin", HEAD_NOT}, {"các điều kiện", HEAD_NOT}, {"các thủ tục", HEAD_NOT}, {"các kế hoạch", HEAD_NOT},
	{"các mục tiêu", HEAD_NOT}, {"các biện pháp", HEAD_NOT}, {"các chương trình", HEAD_NOT}, {"các dự án", HEAD_NOT},
	{"các đề án", HEAD_NOT}, {"các ý kiến", HEAD_NOT}, {"các sản phẩm", HEAD_NOT}, {"các mô hình", HEAD_NOT},
	{"các dịch vụ", HEAD_NOT}, {"các báo cáo", HEAD_NOT}, {"khối lượng", HEAD_NOT}, {"xã hội", HEAD_NOT},
	{"ngành nghề", HEAD_NOT}, {"vụ việc", HEAD_NOT},
};
MEANINGS(heads);

static const char *const group_nouns[] = {
	"cơ quan", "đơn vị", "địa phương", "sở", "ban", "ngành", "phòng", "khoa", "trung tâm", "trường", "trường học", "xã",
	"phường", "đặc khu", "thị trấn", "huyện", "thị xã", "thành phố", "tổ chức", "đoàn thể", "hội", "hiệp hội", "doanh nghiệp",
	"cấp", "cấp ủy", "chi bộ", "tổ", "bộ phận", "cá nhân", "báo", "đài", "cơ sở", "thôn", "tổ dân phố", "bộ", "công đoàn",
	"chi đoàn", "cán bộ", "công chức", "viên chức", "người lao động", "đảng viên", "giáo viên", "học sinh", "nhà trường",
	"báo chí", "thành viên", "bệnh viện", "hội đoàn thể", "viện", "chi cục", "văn phòng", "đội ngũ", "truyền thông",
	"thông tấn", "khối", "đội", "trạm", "nhân viên", "sinh viên", "ấp", "khu phố", "bản", "hợp tác xã", "lực lượng",
	"ban quản lý", "cục",
};
PHRASES(group_nouns);

static const struct words_phrase verbs[] = {
	{"chủ trì", 1}, {"phối hợp", 1}, {"thực hiện", 1}, {"tham mưu", 1}, {"triển khai", 0}, {"rà soát", 0}, {"nghiên cứu", 0},
	{"tổ chức", 0}, {"theo dõi", 0}, {"cung cấp", 0}, {"gửi", 0}, {"xây dựng", 0}, {"ban hành", 0}, {"báo cáo", 0}, {"đăng", 0},
	{"đăng tải", 0}, {"cập nhật", 0}, {"tuyên truyền", 0}, {"tiếp tục", 0}, {"chủ động", 0}, {"có trách nhiệm", 0},
	{"chịu trách nhiệm", 0}, {"hướng dẫn", 0}, {"hỗ trợ", 0}, {"kiểm tra", 0}, {"đôn đốc", 0}, {"giám sát", 0}, {"tổng hợp", 0},
	{"đẩy mạnh", 0}, {"tăng cường", 0}, {"chú trọng", 0}, {"quan tâm", 0}, {"tham gia", 0}, {"lựa chọn", 0}, {"cử", 0},
	{"đề xuất", 0}, {"đề nghị", 0}, {"chỉ đạo", 0}, {"quán triệt", 0}, {"phổ biến", 0}, {"bố trí", 0}, {"đảm bảo", 0},
	{"bảo đảm", 0}, {"lồng ghép", 0}, {"kịp thời", 0}, {"thường xuyên", 0}, {"định kỳ", 0}, {"căn cứ", 0}, {"công khai", 0},
	{"giao", 0}, {"phụ trách", 0}, {"làm", 0}, {"lập", 0}, {"trình", 0}, {"xem xét", 0}, {"phê duyệt", 0}, {"thẩm định", 0},
	{"tiếp nhận", 0}, {"xử lý", 0}, {"giải quyết", 0}, {"trả lời", 0}, {"nâng cao", 0}, {"đổi mới", 0}, {"khai thác", 0},
	{"vận hành", 0}, {"viết", 0}, {"biên soạn", 0}, {"phát hành", 0}, {"xác định", 0}, {"phân công", 0}, {"đánh giá", 0},
	{"chuẩn bị", 0}, {"huy động", 0}, {"khuyến khích", 0}, {"vận động", 0}, {"có", 0}, {"cùng", 0}, {"ký", 0}, {"cho", 0},
	{"để", 0}, {"trong", 0}, {"theo", 0}, {"với", 0}, {"khi", 0}, {"do", 0}, {"từ", 0}, {"đến", 0}, {"là", 0}, {"được", 0},
	{"đã", 0}, {"sẽ", 0}, {"phải", 0}, {"cần", 0}, {"nhằm", 0}, {"về", 0}, {"bằng", 0}, {"qua", 0}, {"thông qua", 0},
	{"tích cực", 0}, {"nghiêm túc", 0}, {"khẩn trương", 0}, {"trực tiếp", 0}, {"củng cố", 0}, {"kiện toàn", 0},
	{"phát động", 0}, {"phát huy", 0}, {"gắn", 0}, {"tự", 0}, {"ngày", 0}, {"tháng", 0}, {"năm", 0}, {"đưa tin", 0}, {"đưa lên", 0}, {"sử dụng", 0}, {"tiến hành", 0}, {"hoàn thành", 0}, {"hoàn thiện", 0},
	{"thành lập", 0}, {"chấp hành", 0}, {"đăng ký", 0}, {"hằng", 0}, {"hàng", 0}, {"thống kê", 0}, {"thông báo", 0},
	{"thông tin", 0}, {"chia sẻ", 0}, {"mời", 0}, {"tham dự", 0}, {"nộp", 0}, {"đầu mối", 0}, {"quy định", 0}, {"sau", 0},
	{"trước", 0}, {"tại", 0}, {"như", 0}, {"đồng thời", 0}, {"vận dụng", 0}, {"công bố", 0}, {"niêm yết", 0}, {"biểu dương", 0},
	{"khen thưởng", 0}, {"tổng kết", 0}, {"sơ kết", 0}, {"bồi dưỡng", 0}, {"khảo sát", 0}, {"đối thoại", 0}, {"phát sóng", 0},
	{"dàn dựng", 0}, {"thiết kế", 0}, {"nhập", 0}, {"thúc đẩy", 0}, {"duy trì", 0}, {"bổ sung", 0}, {"sửa đổi", 0},
	{"kiến nghị", 0}, {"yêu cầu", 0}, {"đăng cai", 0},
};
MEANINGS(verbs);

static const char *const compounds[] = {
	"tổ chức hành chính", "tổ chức - hành chính", "tổ chức cán bộ", "tổ chức bộ máy", "tổ chức nhân sự", "tổ chức - tài chính",
	"tổ chức - cán bộ", "đầu tư xây dựng", "quản lý dự án", "nghiên cứu khoa học", "chỉ đạo cải cách", "có liên quan",
	"có thẩm quyền", "có chức năng", "thông tin đại chúng", "thông tin điện tử", "thông tin cơ sở", "thông tin - truyền thông",
	"thông tin truyền thông", "thông tin và truyền thông", "thông tin , truyền thông", "thông tin , báo chí", "báo cáo viên",
	"đổi mới sáng tạo", "phát thanh", "truyền hình", "việc làm", "công lập", "chương trình", "quy trình", "cử tri",
	"giao thông", "giao dịch", "độc lập", "tự do", "hậu cần", "sau đại học", "thống kê tổng hợp", "xây dựng nông thôn mới",
	"tổ chức chính trị", "tổ chức đoàn thể", "tổ chức hội", "tổ chức đảng", "tổ chức , cá nhân", "tổ chức xã hội",
	"cung cấp dịch vụ", "tại địa phương", "tại đơn vị", "tại xã", "tại tỉnh", "công nghệ thông tin", "hệ thống thông tin", "an toàn thông tin", "hđnd và ubnd",
	"hội đồng nhân dân và ủy ban nhân dân", "được giao chủ trì", "được giao nhiệm vụ", "được phân công",
};
PHRASES(compounds);

static const char *const comma_names[] = {
	"phát thanh , truyền hình", "phát thanh và truyền hình", "phòng cháy , chữa cháy", "thi đua , khen thưởng", "phòng , chống",
	"thông tấn , báo chí", "văn hóa , văn nghệ", "thanh tra , kiểm tra", "giám sát , điều hành", "tổ chức , hành chính",
	"hành chính , tổng hợp", "hành chính , quản trị", "khoa học , kỹ thuật", "khuyến nông , khuyến ngư",
	"chính sách , pháp luật",
};
PHRASES(comma_names);

static const char *const departments[] = {
	"văn hóa , thể thao và du lịch", "văn hóa và thể thao", "du lịch", "nông nghiệp và môi trường",
	"nông nghiệp và phát triển nông thôn", "tài nguyên và môi trường", "khoa học và công nghệ", "thông tin và truyền thông",
	"giáo dục và đào tạo", "dân tộc và tôn giáo", "kế hoạch và đầu tư", "lao động - thương binh và xã hội",
	"lao động , thương binh và xã hội", "quy hoạch - kiến trúc", "tài chính", "nội vụ", "tư pháp", "công thương", "xây dựng",
	"y tế", "ngoại vụ", "giao thông vận tải", "an toàn thực phẩm", "quốc phòng", "công an", "ngoại giao",
};
PHRASES(departments);

static const char *const links[] = {
	"của", "thuộc", "trực thuộc", "trên địa bàn", "ở", "đóng trên địa bàn",
};
PHRASES(links);

/* clang-format on */
