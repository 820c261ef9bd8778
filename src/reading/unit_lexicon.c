#include "reading/unit_lexicon.h"

#define MEANINGS(name) const struct unit_lexicon_meanings unit_lexicon_##name = {name, sizeof(name) / sizeof(name)[0]}
#define PHRASES(name)  const struct unit_lexicon_phrases unit_lexicon_##name = {name, sizeof(name) / sizeof(name)[0]}

/* Several rows a line: */
/* clang-format off */

static const struct words_phrase heads[] = {
	{"sở", HEAD_AGENCY}, {"bộ", HEAD_AGENCY}, {"ban", HEAD_AGENCY}, {"văn phòng", HEAD_AGENCY}, {"phòng", HEAD_AGENCY},
	{"khoa", HEAD_AGENCY}, {"trung tâm", HEAD_AGENCY}, {"chi cục", HEAD_AGENCY}, {"chi nhánh", HEAD_AGENCY}, {"cục", HEAD_AGENCY},
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
	{"chánh thanh tra", HEAD_POST}, {"chánh án", HEAD_POST}, {"thủ trưởng", HEAD_POST}, {"người đứng đầu", HEAD_POST}, {"người có uy tín", HEAD_POST},
	{"lãnh đạo", HEAD_POST}, {"bí thư", HEAD_POST}, {"bộ trưởng", HEAD_POST}, {"công chức", HEAD_POST},
	{"viên chức", HEAD_POST}, {"cán bộ", HEAD_POST}, {"giáo viên", HEAD_POST}, {"giảng viên", HEAD_POST},
	{"nhân viên", HEAD_POST}, {"học sinh", HEAD_POST}, {"đại diện", HEAD_POST}, {"thành viên", HEAD_POST},
	{"tổng biên tập", HEAD_POST}, {"các", HEAD_GROUP}, {"toàn thể", HEAD_GROUP},
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
	{"ngành nghề", HEAD_NOT}, {"vụ việc", HEAD_NOT}, {"cổng", HEAD_AGENCY}, {"trang thông tin điện tử", HEAD_AGENCY},
	{"thông tấn xã", HEAD_AGENCY}, {"thường trực", HEAD_POST}, {"ban thường trực", HEAD_POST}, {"viễn thông", HEAD_WHOLE},
	{"mobifone", HEAD_WHOLE}, {"vinaphone", HEAD_WHOLE}, {"thi hành án", HEAD_AGENCY}, {"thi hành án dân sự", HEAD_WHOLE},
	{"liên minh", HEAD_AGENCY}, {"liên đội", HEAD_WHOLE}, {"nhóm", HEAD_AGENCY}, {"nhóm giúp việc", HEAD_WHOLE},
	{"tổ giúp việc", HEAD_POST}, {"tổ thư ký", HEAD_POST}, {"tổng phụ trách", HEAD_POST}, {"đ / c", HEAD_PERSON},
	{"đ . c", HEAD_PERSON}, {"ông", HEAD_PERSON}, {"bà", HEAD_PERSON}, {"thầy", HEAD_PERSON}, {"cô", HEAD_PERSON},
	{"đồng chí", HEAD_PERSON}, {"bộ môn", HEAD_AGENCY}, {"câu lạc bộ", HEAD_AGENCY}, {"clb", HEAD_AGENCY},
	{"hội đồng phối hợp phổ biến", HEAD_AGENCY}, {"hội đồng phối hợp", HEAD_AGENCY}, {"ban quản lý", HEAD_AGENCY}, {"p .", HEAD_AGENCY}, {"bà rịa", HEAD_NOT}, {"cô tô", HEAD_NOT}, {"báo và đài", HEAD_AGENCY},
	{"vụ trưởng", HEAD_POST}, {"cục trưởng", HEAD_POST}, {"chi cục trưởng", HEAD_POST}, {"phó trưởng phòng", HEAD_POST},
	{"phó trưởng ban", HEAD_POST}, {"phó trưởng", HEAD_POST}, {"tổ phó", HEAD_POST}, {"bí thư đảng ủy", HEAD_POST},
	{"phó bí thư", HEAD_POST}, {"phó bí thư thường trực", HEAD_POST}, {"ủy viên", HEAD_POST}, {"trưởng thôn", HEAD_POST},
	{"viện trưởng", HEAD_POST}, {"trạm trưởng", HEAD_POST}, {"đội trưởng", HEAD_POST}, {"chỉ huy trưởng", HEAD_POST},
	{"phó chánh văn phòng", HEAD_POST}, {"thứ trưởng", HEAD_POST}, {"hợp tác xã", HEAD_AGENCY}, {"ký túc xá", HEAD_WHOLE},
	{"chuyên viên", HEAD_POST}, {"người phát ngôn", HEAD_POST}, {"cộng tác viên", HEAD_POST}, {"báo cáo viên", HEAD_POST},
	{"tuyên truyền viên", HEAD_POST}, {"bảo vệ", HEAD_NOT}, {"mặt trận và", HEAD_NOT}, {"ủy ban kiểm tra", HEAD_WHOLE},
	{"khối đảng", HEAD_NOT}, {"tổ công tác", HEAD_AGENCY}, {"ban biên tập", HEAD_WHOLE}, {"ban đại diện", HEAD_AGENCY},
	{"ban công tác mặt trận", HEAD_WHOLE}, {"trường học", HEAD_GROUP}, {"cơ sở giáo dục", HEAD_GROUP},
	{"cơ sở y tế", HEAD_GROUP}, {"cha mẹ học sinh", HEAD_POST}, {"phụ huynh", HEAD_POST}, {"đoàn viên", HEAD_NOT},
	{"bộ tư lệnh", HEAD_AGENCY}, {"quân khu", HEAD_AGENCY}, {"đồn biên phòng", HEAD_WHOLE}, {"đồn công an", HEAD_WHOLE},
	{"đội quản lý thị trường", HEAD_WHOLE}, {"nhà xuất bản", HEAD_AGENCY}, {"tòa soạn", HEAD_AGENCY},
	{"sờ", HEAD_AGENCY}, {"sớ", HEAD_AGENCY}, {"tổ chuyên môn", HEAD_GROUP}, {"cá nhân", HEAD_GROUP}, {"ông bà", HEAD_NOT},
	{"thầy cô", HEAD_GROUP}, {"cô giáo", HEAD_NOT}, {"hệ thống", HEAD_NOT}, {"báo chí , truyền thông", HEAD_NOT},
	{"các khu vực", HEAD_NOT}, {"các nhóm", HEAD_NOT}, {"nhóm đối tượng", HEAD_NOT}, {"nhóm tiêu chí", HEAD_NOT},
	{"các ngày", HEAD_NOT}, {"các lĩnh vực", HEAD_NOT}, {"các bước", HEAD_NOT}, {"các công việc", HEAD_NOT},
	{"các giải", HEAD_NOT}, {"các phong trào", HEAD_NOT}, {"các sự kiện", HEAD_NOT}, {"các tiêu chí", HEAD_NOT},
	{"các công trình", HEAD_NOT}, {"các khu", HEAD_NOT}, {"các di tích", HEAD_NOT}, {"các đối tượng", HEAD_NOT},
	{"các tầng lớp", HEAD_NOT}, {"viễn thông , công nghệ thông tin", HEAD_NOT}, {"bộ tài liệu", HEAD_NOT},
	{"bộ nhận diện", HEAD_NOT}, {"bộ dữ liệu", HEAD_NOT}, {"bộ sản phẩm", HEAD_NOT}, {"bộ công cụ", HEAD_NOT},
	{"đoàn kiểm tra", HEAD_AGENCY}, {"đoàn công tác", HEAD_AGENCY}, {"đoàn khảo sát", HEAD_AGENCY}, {"thuế điện tử", HEAD_NOT},
	{"quỹ đất", HEAD_NOT}, {"kế toán trưởng", HEAD_POST}, {"thủ quỹ", HEAD_POST}, {"thư ký", HEAD_POST},
	{"người dân", HEAD_GROUP}, {"mỗi", HEAD_GROUP}, {"lực lượng", HEAD_GROUP}, {"trang ttđt", HEAD_AGENCY},
	{"trạm y tế", HEAD_WHOLE}, {"tổ công nghệ số cộng đồng", HEAD_WHOLE}, {"tổ chuyển đổi số cộng đồng", HEAD_WHOLE},
	{"tổ hòa giải", HEAD_WHOLE}, {"ban nhân dân", HEAD_WHOLE}, {"đội an ninh", HEAD_WHOLE}, {"ban điều hành", HEAD_AGENCY},
	{"mặt trận và các đoàn thể", HEAD_WHOLE}, {"cơ quan thường trực", HEAD_POST}, {"cảnh sát khu vực", HEAD_WHOLE},
	{"già làng", HEAD_POST}, {"chức sắc", HEAD_POST}, {"agribank", HEAD_WHOLE}, {"vietinbank", HEAD_WHOLE},
	{"bidv", HEAD_WHOLE}, {"vietcombank", HEAD_WHOLE}, {"vnpost", HEAD_WHOLE},
	{"chi nhánh", HEAD_AGENCY}, {"chi ủy", HEAD_WHOLE}, {"chi hội", HEAD_AGENCY}, {"phân hội", HEAD_AGENCY},
	{"cụm trưởng", HEAD_POST}, {"khối trưởng", HEAD_POST}, {"trưởng cụm", HEAD_POST}, {"trưởng khối", HEAD_POST},
	{"chi hội trưởng", HEAD_POST}, {"trưởng trạm", HEAD_POST}, {"trưởng đoàn", HEAD_POST}, {"trại giam", HEAD_AGENCY}, {"cảng vụ", HEAD_AGENCY}, {"nhà máy", HEAD_AGENCY}, {"xí nghiệp", HEAD_AGENCY},
	{"chính quyền", HEAD_GROUP}, {"chính quyền điện tử", HEAD_NOT}, {"chính quyền số", HEAD_NOT}, {"dân quân", HEAD_GROUP},
	{"toàn trường", HEAD_WHOLE}, {"toàn ngành", HEAD_WHOLE}, {"chi nhánh ngân hàng", HEAD_AGENCY},
	{"tổng giám đốc", HEAD_POST}, {"phó tổng giám đốc", HEAD_POST}, {"tổng cục trưởng", HEAD_POST}, {"chỉ huy", HEAD_POST},
};
MEANINGS(heads);

static const char *const group_nouns[] = {
	"cơ quan", "đơn vị", "địa phương", "sở", "ban", "ngành", "phòng", "khoa", "trung tâm", "trường", "trường học", "xã",
	"phường", "đặc khu", "thị trấn", "huyện", "thị xã", "thành phố", "tổ chức", "đoàn thể", "hội", "hiệp hội", "doanh nghiệp",
	"cấp", "cấp ủy", "chi bộ", "tổ", "bộ phận", "cá nhân", "báo", "đài", "cơ sở", "thôn", "tổ dân phố", "bộ", "công đoàn",
	"chi đoàn", "cán bộ", "công chức", "viên chức", "người lao động", "đảng viên", "giáo viên", "học sinh", "nhà trường",
	"báo chí", "thành viên", "bệnh viện", "hội đoàn thể", "viện", "chi cục", "văn phòng", "đội ngũ", "truyền thông",
	"thông tấn", "khối", "đội", "trạm", "nhân viên", "sinh viên", "ấp", "khu phố", "bản", "hợp tác xã", "lực lượng",
	"ban quản lý", "cục", "khu phố", "cơ quan ngang bộ", "tổ chuyên môn", "bộ môn", "trường mầm non", "trung tâm y tế",
	"trạm y tế", "trung tâm phục vụ hành chính công", "hội viên", "đoàn viên", "buôn", "phum", "sóc", "thầy cô", "chuyên viên",
	"cán bộ quản lý", "phụ huynh", "cha mẹ học sinh", "hộ kinh doanh", "tập thể", "hộ gia đình", "người dân", "nhân dân", "cơ sở giáo dục",
	"cơ sở đào tạo", "cơ sở y tế", "đầu mối", "vụ", "tổng cục", "tổng công ty", "tập đoàn", "công ty", "ban chỉ đạo",
	"tổ công tác", "tổ công nghệ số cộng đồng", "chi hội", "phóng viên",
	"đảng bộ", "đảng ủy", "chi , đảng bộ", "tccs đảng", "tổ chức cơ sở đảng", "liên đội",
	"chính quyền", "chi ủy", "phân hội", "chi nhánh", "dân quân", "nhà máy", "xí nghiệp",
	"cộng tác viên", "tuyên truyền viên", "báo cáo viên", "nhà mạng", "cơ quan đảng", "đồng chí",
};
PHRASES(group_nouns);

static const struct words_phrase verbs[] = {
	{"chủ trì", 1}, {"phối hợp", 1}, {"thực hiện", 1}, {"tham mưu", 1}, {"triển khai", 0}, {"rà soát", 0}, {"nghiên cứu", 2},
	{"tổ chức", 0}, {"theo dõi", 0}, {"cung cấp", 0}, {"gửi", 0}, {"xây dựng", 0}, {"ban hành", 0}, {"báo cáo", 0}, {"đăng", 0},
	{"đăng tải", 0}, {"cập nhật", 0}, {"tuyên truyền", 2}, {"tiếp tục", 0}, {"chủ động", 0}, {"có trách nhiệm", 0},
	{"chịu trách nhiệm", 0}, {"hướng dẫn", 2}, {"hỗ trợ", 2}, {"kiểm tra", 2}, {"đôn đốc", 0}, {"giám sát", 2}, {"tổng hợp", 2},
	{"đẩy mạnh", 0}, {"tăng cường", 0}, {"chú trọng", 0}, {"quan tâm", 0}, {"tham gia", 0}, {"lựa chọn", 0}, {"cử", 0},
	{"đề xuất", 0}, {"đề nghị", 0}, {"chỉ đạo", 0}, {"quán triệt", 0}, {"phổ biến", 0}, {"bố trí", 0}, {"đảm bảo", 0},
	{"bảo đảm", 0}, {"lồng ghép", 0}, {"kịp thời", 0}, {"thường xuyên", 0}, {"định kỳ", 0}, {"căn cứ", 0}, {"công khai", 0},
	{"giao", 0}, {"phụ trách", 0}, {"làm", 0}, {"lập", 0}, {"trình", 0}, {"xem xét", 0}, {"phê duyệt", 0}, {"thẩm định", 2},
	{"tiếp nhận", 2}, {"xử lý", 0}, {"giải quyết", 0}, {"trả lời", 0}, {"nâng cao", 0}, {"đổi mới", 0}, {"khai thác", 2},
	{"vận hành", 0}, {"viết", 0}, {"biên soạn", 0}, {"phát hành", 0}, {"xác định", 0}, {"phân công", 0}, {"đánh giá", 0},
	{"chuẩn bị", 0}, {"huy động", 0}, {"khuyến khích", 0}, {"vận động", 0}, {"có", 0}, {"cùng", 0}, {"ký", 0}, {"cho", 0},
	{"để", 0}, {"trong", 0}, {"theo", 0}, {"với", 0}, {"khi", 0}, {"do", 0}, {"từ", 0}, {"đến", 0}, {"là", 0}, {"được", 0},
	{"đã", 0}, {"sẽ", 0}, {"phải", 0}, {"cần", 0}, {"nhằm", 0}, {"về", 0}, {"bằng", 0}, {"qua", 0}, {"thông qua", 0},
	{"tích cực", 0}, {"nghiêm túc", 0}, {"khẩn trương", 0}, {"trực tiếp", 0}, {"củng cố", 0}, {"kiện toàn", 0},
	{"phát động", 0}, {"phát huy", 0}, {"gắn", 0}, {"tự", 0}, {"ngày", 0}, {"tháng", 0}, {"năm", 0}, {"đưa tin", 0}, {"đưa lên", 0}, {"sử dụng", 0}, {"tiến hành", 0}, {"hoàn thành", 0}, {"hoàn thiện", 0},
	{"thành lập", 0}, {"chấp hành", 0}, {"đăng ký", 0}, {"hằng", 0}, {"hàng", 0}, {"thống kê", 2}, {"thông báo", 0},
	{"thông tin", 2}, {"chia sẻ", 0}, {"mời", 0}, {"tham dự", 0}, {"nộp", 0}, {"đầu mối", 0}, {"quy định", 0}, {"sau", 0},
	{"trước", 0}, {"tại", 0}, {"như", 0}, {"đồng thời", 0}, {"vận dụng", 0}, {"công bố", 0}, {"niêm yết", 0}, {"biểu dương", 0},
	{"khen thưởng", 0}, {"tổng kết", 0}, {"sơ kết", 0}, {"bồi dưỡng", 2}, {"khảo sát", 0}, {"đối thoại", 0}, {"phát sóng", 0},
	{"dàn dựng", 0}, {"thiết kế", 0}, {"nhập", 0}, {"thúc đẩy", 0}, {"duy trì", 0}, {"bổ sung", 0}, {"sửa đổi", 0},
	{"kiến nghị", 0}, {"yêu cầu", 0}, {"đăng cai", 0},
	{"góp ý", 0}, {"đóng góp", 0}, {"cho ý kiến", 0}, {"lấy ý kiến", 0}, {"phân tích", 0}, {"treo", 0}, {"trang trí", 0},
	{"in ấn", 0}, {"quay", 0}, {"dựng", 0}, {"đưa", 0}, {"phản ánh", 0}, {"quyết định", 0}, {"thống nhất", 0},
	{"áp dụng", 0}, {"chấp thuận", 0}, {"công nhận", 0}, {"xác nhận", 0}, {"bổ nhiệm", 0}, {"chỉ định", 0}, {"ủy quyền", 0},
	{"điều chỉnh", 0}, {"thu hồi", 0}, {"thiết lập", 0}, {"chi trả", 0}, {"phê chuẩn", 0}, {"giới thiệu", 0}, {"kết hợp", 0},
	{"phân bổ", 0}, {"không", 0}, {"thu thập", 0}, {"kết nối", 0}, {"tuân thủ", 0}, {"trao đổi", 0}, {"nêu", 0}, {"ghi nhận", 0},
	{"thanh toán", 0}, {"bàn giao", 0}, {"phát hiện", 0}, {"xác minh", 0}, {"cân đối", 0}, {"khắc phục", 0}, {"cam kết", 0},
	{"trích", 0}, {"soạn thảo", 0}, {"dự thảo", 0}, {"giải trình", 0}, {"mở", 0},
	{"lưu trữ", 2}, {"lưu", 0}, {"bảo quản", 0}, {"thay mặt", 0}, {"đặt", 0}, {"mua", 0}, {"mua sắm", 0}, {"thuê", 0},
	{"ứng dụng", 2}, {"số hóa", 0}, {"đưa vào", 0}, {"thẩm tra", 0}, {"quy hoạch", 2}, {"thì", 0}, {"đang", 0}, {"chưa", 0},
	{"nhưng", 0}, {"nếu", 0}, {"kể từ", 0}, {"vào", 0}, {"đối với", 0}, {"bao gồm", 0}, {"gồm", 0}, {"chậm nhất", 0},
	{"còn", 0}, {"cũng", 0}, {"luôn", 0}, {"nghe", 0}, {"học tập", 0}, {"ôn tập", 0}, {"trả", 0}, {"lấy", 0},
	{"chịu", 0}, {"điều phối", 2}, {"điều hành", 2}, {"tạo điều kiện", 0}, {"sản xuất", 0},
	{"phân cấp", 0}, {"phân loại", 0}, {"truyền thông", 2}, {"phát tờ rơi", 0}, {"thể hiện", 0},
	{"xuất bản", 0}, {"lan tỏa", 0}, {"quảng bá", 0}, {"nắm", 0}, {"nắm bắt", 0}, {"gương mẫu", 0}, {"thay thế", 0},
	{"tập trung", 0}, {"tập huấn", 0}, {"đào tạo", 2}, {"nhắc nhở", 0}, {"chấn chỉnh", 0}, {"ngăn chặn", 0}, {"mạnh dạn", 0},
	{"nhân rộng", 0}, {"đăng tin", 0}, {"viết bài", 0}, {"chọn", 0}, {"thu hút", 0}, {"ưu tiên", 0}, {"dành", 0}, {"bám sát", 0},
	{"cụ thể hóa", 0}, {"linh hoạt", 0}, {"sáng tạo", 0}, {"tự tổ chức", 0}, {"tự đánh giá", 0}, {"chấm điểm", 0}, {"chấm", 0},
	{"ngoài", 0}, {"bên cạnh", 0}, {"hiện", 0}, {"nhanh chóng", 0}, {"đồng loạt", 0}, {"chia", 0}, {"đề ra", 0}, {"gặp", 0},
	{"gặp gỡ", 0}, {"tiếp công dân", 2}, {"tiếp thu", 0}, {"giữ vai trò", 0}, {"đóng vai trò", 0},
	{"góp phần", 0}, {"hoạt động", 0}, {"kêu gọi", 0}, {"vinh danh", 0}, {"tặng", 0}, {"quản lý", 2},
	{"kiểm soát", 2}, {"giao lưu", 0}, {"thăm", 0}, {"thăm dò", 0}, {"chụp", 0}, {"ghi", 0}, {"ghi hình", 0}, {"tra cứu", 0},
	{"nộp báo cáo", 0}, {"rút kinh nghiệm", 0}, {"nhấn mạnh", 0}, {"hưởng ứng", 0}, {"quyết tâm", 0},
	{"nỗ lực", 0}, {"phấn đấu", 0}, {"thảo luận", 0}, {"họp", 0}, {"ủng hộ", 0}, {"tư vấn", 2}, {"thực thi", 0}, {"thi hành", 2},
	{"thường trực", 0}, {"định hướng", 0}, {"phân phối", 0}, {"bình xét", 0}, {"xét tặng", 0},
	{"dự toán", 0}, {"dự trù", 0}, {"nhất là", 0}, {"trừ", 0}, {"mỗi", 0}, {"nhân dịp", 0}, {"dưới", 0}, {"giúp", 0},
	{"lãnh đạo", 0}, {"truyền hình trực tiếp", 0}, {"phát trực tiếp", 0}, {"phát thanh trực tiếp", 0}, {"tường thuật", 0},
	{"tổ chức hội thi", 0}, {"tổ chức hội nghị", 0}, {"tổ chức hội thảo", 0}, {"tổ chức hội chợ", 0}, {"tổ chức hội diễn", 0},
	{"tổ chức hội thao", 0}, {"tổ chức hội trại", 0}, {"tổ chức hội giảng", 0}, {"tổ chức hội họp", 0}, {"tổ chức hội báo", 0}, {"in", 0}, {"cấp phát", 0}, {"phát miễn phí", 0},
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
	"hội đồng nhân dân và ủy ban nhân dân", "đoàn đại biểu quốc hội và hội đồng nhân dân", "đoàn đbqh và hđnd",
	"hđnd - ubnd", "hđnd & ubnd", "được giao chủ trì", "được giao nhiệm vụ", "được phân công",
	"giúp việc", "thư ký", "trong toàn", "trong bệnh viện", "trong trường", "trong nhà trường", "trong tỉnh", "trong toàn tỉnh",
	"trong đơn vị", "trong cơ quan", "trong xã", "trong phường", "trong và ngoài", "trong ngành", "trong khu vực", "công trình",
	"trong doanh nghiệp", "bán chuyên trách", "không chuyên trách", "hoạt động không chuyên trách", "quản lý nhà nước",
	"thi đua", "thi đua , khen thưởng", "thi đua khen thưởng", "thi hành án", "thi công", "quản lý thị trường", "quản lý khu",
	"quản lý rừng", "quản lý đất đai", "quản lý xây dựng", "quản lý di tích", "quản lý vận tải", "quản lý giáo dục",
	"quản lý đào tạo", "quản lý chất lượng", "quản lý sinh viên", "quản lý học sinh", "quản lý hành chính", "quản lý hồ sơ",
	"quản lý chuyên ngành", "quản lý bảo trì", "đào tạo nghề", "đào tạo từ xa", "truyền thông xã hội", "truyền thông đại chúng",
	"truyền thông số", "truyền thông cơ sở", "ứng dụng công nghệ thông tin", "hoạt động trên địa bàn", "tiếp nhận và trả kết quả",
	"nhận và trả kết quả", "tiếp công dân", "ở cơ sở", "lưu trữ lịch sử", "văn thư - lưu trữ", "văn thư lưu trữ",
	"văn thư , lưu trữ", "kiểm soát bệnh tật", "kiểm soát thủ tục hành chính", "kiểm soát tthc", "kiểm soát nội bộ",
	"kiểm tra đảng", "kiểm tra văn bản", "hỗ trợ doanh nghiệp", "hỗ trợ nông dân", "tư vấn pháp luật", "tư vấn học đường",
	"học tập cộng đồng", "mở rộng", "đặt hàng", "chi nhánh", "được ủy quyền", "có trụ sở", "được giao", "còn lại",
	"sản xuất kinh doanh", "phân hiệu", "phân viện", "tự quản", "tự nhiên", "giới thiệu việc làm", "cung ứng dịch vụ",
	"giáo dục thường xuyên", "đánh giá chất lượng", "theo dõi thi hành pháp luật", "khai thác công trình",
	"khai thác thủy lợi", "xây dựng đảng", "xây dựng chính quyền", "hành nghề", "trên phạm vi", "các cấp", "trong bộ",
	"trong sở", "trong toàn trường", "trong toàn ngành", "tham mưu giúp việc", "đăng kiểm", "đăng ký đất đai",
	"năm học", "tại chỗ", "thu hút đầu tư", "quản lý và", "trong hệ thống", "tại các", "lưu động", "điều hành thông minh",
	"đo lường", "phát triển", "không dùng tiền mặt", "cho vay", "kế hoạch tổng hợp", "hành chính tổng hợp", "kinh tế tổng hợp",
	"hành chính - tổng hợp", "nội khoa tổng hợp", "dịch vụ tổng hợp", "nội tổng hợp", "ngoại tổng hợp", "khoa học tổ chức",
	"trật tự", "thanh niên - hội sinh viên",  "văn hóa tổng hợp", "đa khoa tổng hợp",
	"chấm thi", "người tham gia", "khách hàng", "nước ngoài", "ngoài nhà nước", "ngoài công lập", "trong nước", "ngoài tỉnh",
};
PHRASES(compounds);

static const char *const comma_names[] = {
	"phát thanh , truyền hình", "phát thanh và truyền hình", "phòng cháy , chữa cháy", "thi đua , khen thưởng", "phòng , chống",
	"thông tấn , báo chí", "văn hóa , văn nghệ", "thanh tra , kiểm tra", "giám sát , điều hành", "tổ chức , hành chính",
	"hành chính , tổng hợp", "hành chính , quản trị", "khoa học , kỹ thuật", "khuyến nông , khuyến ngư",
	"chính sách , pháp luật", "phổ biến , giáo dục", "học sinh , sinh viên", "hạ tầng , đô thị", "cứu nạn , cứu hộ",
	"khám bệnh , chữa bệnh", "đo lường , chất lượng", "chứng nhận , chất lượng", "tổ chức , bộ máy", "tư vấn , dịch vụ",
	"dân số , gia đình", "vh , tt", "nghiệp vụ , tổng hợp", "trồng trọt , chăn nuôi", "tổ chức , cán bộ", "văn hóa , thể thao",
	"văn hóa , thông tin", "báo chí , truyền thông", "di tích , danh thắng", "công nghiệp , thương mại",
	"kỷ luật , kỷ cương", "công chức , viên chức", "cán bộ , công chức", "đào tạo , bồi dưỡng", "thông tin , dữ liệu", "khoa học , công nghệ", "sinh viên , học sinh",
	"khiếu nại , tố cáo", "an ninh , trật tự", "quốc phòng , an ninh", "kiểm tra , giám sát", "lao động , việc làm",
	"tài chính , kế toán", "tài chính , kế hoạch", "kế hoạch , tài chính", "kế hoạch , tổng hợp", "bưu chính , viễn thông",
	"xây dựng , đô thị", "tham nhũng , tiêu cực",
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
	"của", "thuộc", "trực thuộc", "trên địa bàn", "ở", "đóng trên địa bàn", "trong toàn", "đóng chân trên địa bàn",
	"đứng chân trên địa bàn", "hoạt động trên địa bàn",
};
PHRASES(links);

static const char *const people[] = {
	"cán bộ", "công chức", "viên chức", "giáo viên", "giảng viên", "nhân viên", "học sinh", "sinh viên", "người lao động",
	"đảng viên", "đoàn viên", "hội viên", "cán bộ quản lý", "chuyên viên", "cha mẹ học sinh", "phụ huynh", "đội viên",
};
PHRASES(people);

static const struct words_phrase shorts[] = {
	{"bgh", HEAD_WHOLE}, {"bgđ", HEAD_WHOLE}, {"gvcn", HEAD_POST}, {"gvbm", HEAD_POST}, {"ttcm", HEAD_POST}, {"tpt", HEAD_POST},
	{"tkhđ", HEAD_POST}, {"cmhs", HEAD_POST}, {"vp", HEAD_AGENCY}, {"vpub", HEAD_WHOLE}, {"vpđp", HEAD_WHOLE},
	{"ttpvhcc", HEAD_WHOLE}, {"pvhcc", HEAD_WHOLE}, {"tt", HEAD_AGENCY}, {"bchqs", HEAD_WHOLE}, {"bch", HEAD_AGENCY},
	{"bộ chqs", HEAD_WHOLE}, {"ban chqs", HEAD_WHOLE}, {"bộ chbđbp", HEAD_WHOLE}, {"bđbp", HEAD_WHOLE}, {"ca", HEAD_WHOLE},
	{"bql", HEAD_AGENCY}, {"lđlđ", HEAD_WHOLE}, {"đtn", HEAD_WHOLE}, {"đtncs", HEAD_WHOLE}, {"hnd", HEAD_WHOLE},
	{"hccb", HEAD_WHOLE}, {"hlhpn", HEAD_WHOLE}, {"hội lhpn", HEAD_WHOLE}, {"ubmt", HEAD_WHOLE},
	{"ubkt", HEAD_WHOLE}, {"btgdv", HEAD_WHOLE}, {"btc", HEAD_WHOLE}, {"bnc", HEAD_WHOLE}, {"btgdvtu", HEAD_WHOLE},
	{"snv", HEAD_WHOLE}, {"stc", HEAD_WHOLE}, {"syt", HEAD_WHOLE}, {"sct", HEAD_WHOLE}, {"sxd", HEAD_WHOLE}, {"stp", HEAD_WHOLE},
	{"sgdđt", HEAD_WHOLE}, {"sgd & đt", HEAD_WHOLE}, {"skhcn", HEAD_WHOLE}, {"skh & cn", HEAD_WHOLE}, {"svhttdl", HEAD_WHOLE},
	{"snnmt", HEAD_WHOLE}, {"snn & mt", HEAD_WHOLE}, {"sdttg", HEAD_WHOLE}, {"sngv", HEAD_WHOLE}, {"sldtbxh", HEAD_WHOLE},
	{"bnv", HEAD_WHOLE}, {"btp", HEAD_WHOLE}, {"byt", HEAD_WHOLE}, {"bgdđt", HEAD_WHOLE}, {"bkhcn", HEAD_WHOLE},
	{"bca", HEAD_WHOLE}, {"bqp", HEAD_WHOLE}, {"bnnmt", HEAD_WHOLE}, {"vpcp", HEAD_WHOLE}, {"cdc", HEAD_WHOLE},
	{"bvđk", HEAD_WHOLE}, {"ttyt", HEAD_WHOLE}, {"ttytdp", HEAD_WHOLE}, {"tyt", HEAD_WHOLE}, {"gđ", HEAD_POST},
	{"pgđ", HEAD_POST}, {"ht", HEAD_POST}, {"pht", HEAD_POST}, {"ct", HEAD_NOT}, {"bđd", HEAD_AGENCY}, {"bcđ", HEAD_AGENCY},
	{"kbnn", HEAD_WHOLE}, {"tand", HEAD_WHOLE}, {"vksnd", HEAD_WHOLE}, {"thads", HEAD_WHOLE}, {"ptth", HEAD_NOT},
	{"đài ptth", HEAD_AGENCY}, {"hccbvn", HEAD_WHOLE}, {"hội ccb", HEAD_WHOLE}, {"hội nd", HEAD_WHOLE}, {"cđcs", HEAD_WHOLE},
	{"cb", HEAD_GROUP}, {"gv", HEAD_GROUP}, {"nv", HEAD_GROUP}, {"cc", HEAD_GROUP}, {"vc", HEAD_GROUP}, {"nlđ", HEAD_GROUP},
	{"hs", HEAD_GROUP}, {"sv", HEAD_GROUP}, {"hssv", HEAD_GROUP}, {"cbgv", HEAD_GROUP}, {"cbgvnv", HEAD_GROUP},
	{"cbvc", HEAD_GROUP}, {"ccvc", HEAD_GROUP}, {"cbcc", HEAD_GROUP}, {"cbccvc", HEAD_GROUP}, {"cbql", HEAD_GROUP},
	{"đvsn", HEAD_GROUP}, {"thcs", HEAD_NOT}, {"thpt", HEAD_NOT}, {"mn", HEAD_NOT}, {"th", HEAD_NOT},
};
MEANINGS(shorts);

static const char *const boards[] = {
	"ban chỉ đạo", "tổ công tác", "hội đồng", "ủy ban quốc gia", "ban chỉ huy", "tổ giúp việc", "bcđ", "đoàn kiểm tra", "đoàn công tác",
};
PHRASES(boards);

static const char *const places[] = {
	"xã", "phường", "đặc khu", "thị trấn", "thôn", "ấp", "bản", "buôn", "khu phố", "tổ dân phố", "huyện", "tỉnh", "thành phố",
	"thị xã", "quận", "cấp", "địa phương", "cơ sở",
};
PHRASES(places);

static const char *const number_hosts[] = {
	"số", "bộ", "vực", "quận", "phường", "xã", "tổ", "đội", "cụm", "khối", "thôn", "ấp", "khu", "nhóm", "lớp", "phố", "cơ sở", "loại", "hạng",
};
PHRASES(number_hosts);

static const char *const little_words[] = {
	"có", "cùng", "cho", "để", "trong", "theo", "với", "khi", "do", "từ", "đến", "là", "được", "đã", "sẽ", "phải", "cần", "nhằm", "về",
	"bằng", "qua", "sau", "trước", "tại", "như", "ngày", "tháng", "năm", "hằng", "hàng", "không", "thì", "đang", "chưa", "nhưng",
	"nếu", "vào", "gồm", "còn", "cũng", "luôn", "ngoài", "mỗi", "dưới", "trừ", "giao", "gửi", "cử", "làm", "nộp", "mời", "lập",
};
PHRASES(little_words);

static const char *const tails[] = {
	"liên quan", "có liên quan", "trực thuộc", "thuộc", "của", "trên địa bàn", "tỉnh", "xã", "phường", "đặc khu", "thành phố", "huyện",
	"cấp tỉnh", "cấp xã", "cấp huyện", "các cấp", "cấp", "chuyên môn", "chức năng", "nghiệp vụ", "sự nghiệp", "công lập",
	"đoàn thể", "chính trị", "xã hội", "chính trị - xã hội", "báo chí", "truyền thông", "thông tin", "khác", "hành chính",
	"trung ương", "đóng trên địa bàn", "mầm non", "tiểu học", "trung học cơ sở", "trung học phổ thông", "phổ thông", "thcs", "thpt",
	"người lao động", "toàn", "toàn tỉnh", "toàn trường", "đơn vị", "cơ quan", "địa phương", "ngang bộ", "trường", "sở", "ban",
	"ngành", "các", "và", "," , "-", "&", "trong", "nhân dân", "tổ chức", "cá nhân", "có thẩm quyền", "đại chúng", "viễn thông",
	"công nghệ thông tin", "nhà nước", "hiệp hội", "giáo viên", "giảng viên", "nhân viên", "học sinh", "sinh viên", "viên chức",
	"công chức", "cán bộ", "đảng viên", "trưởng", "được giao", "được phân công", "y tế", "giáo dục", "đào tạo", "trong toàn",
	"(", ")", "còn lại", "chuyên trách", "không chuyên trách", "phòng", "khoa", "trung tâm", "bệnh viện", "nhà trường", "lâm sàng", "cận lâm sàng",
	"người đứng đầu", "chủ nhiệm", "cộng đồng", "tự quản", "dân cư", "nghề nghiệp", "kinh tế", "quần chúng", "hội",
};
PHRASES(tails);

/* clang-format on */
