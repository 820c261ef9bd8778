/* The names of units of every kind, and where they end; assignment_cases.h has the notation. */
#include "reading/unit_name.h"

#include "reading/assignment_cases.h"

static void names_with_commas_stay_whole(void **state)
{
	static const struct testing_case cases[] = {
	    {"Sở Văn hóa, Thể thao và Du lịch thực hiện", "P:Sở Văn hóa, Thể thao và Du lịch"},
	    {"Sở Văn hóa, Thể thao và Du lịch, Sở Tài chính thực hiện", "P:Sở Văn hóa, Thể thao và Du lịch | P:Sở Tài chính"},
	    {"Sở Nông nghiệp và Môi trường", "P:Sở Nông nghiệp và Môi trường"},
	    {"Cục Quản lý khai thác cảng chủ trì", "L:Cục Quản lý khai thác cảng"},
	    {"Phòng Nhà và Quản lý hoạt động xây dựng", "P:Phòng Nhà và Quản lý hoạt động xây dựng"},
	    {"Phòng Quảng cáo và Chăm sóc khách hàng", "P:Phòng Quảng cáo và Chăm sóc khách hàng"},
	    {"Công an tỉnh gặp mặt báo chí", "P:Công an tỉnh"},
	    {"Sở Y tế hiến máu", "P:Sở Y tế"},
	    {"Trung tâm Y tế khu vực Bến Cau", "P:Trung tâm Y tế khu vực Bến Cau"},
	    {"Đảng ủy xã lãnh đạo, chỉ đạo", "P:Đảng ủy xã"},
	    {"Sở Khoa học và Công nghệ và Sở Tài chính", "P:Sở Khoa học và Công nghệ | P:Sở Tài chính"},
	    {"Trung tâm Xúc tiến Đầu tư, Thương mại và Du lịch tỉnh", "P:Trung tâm Xúc tiến Đầu tư, Thương mại và Du lịch tỉnh"},
	    {"Phòng Kinh tế, Hạ tầng và Đô thị chủ trì", "L:Phòng Kinh tế, Hạ tầng và Đô thị"},
	    {"Báo và Đài phát thanh, truyền hình tỉnh", "P:Báo và Đài phát thanh, truyền hình tỉnh"},
	    {"Báo và phát thanh, truyền hình Lâm Sơn đưa tin", "P:Báo và phát thanh, truyền hình Lâm Sơn"},
	    {"Phòng Tổ chức - Hành chính chủ trì", "L:Phòng Tổ chức - Hành chính"},
	    {"Phòng Hành chính-Kế toán thực hiện", "P:Phòng Hành chính-Kế toán"},
	    {"Khoa Chẩn đoán hình ảnh & Thăm dò chức năng", "P:Khoa Chẩn đoán hình ảnh & Thăm dò chức năng"},
	    {"Khoa Công nghệ thông tin phối hợp", "C:Khoa Công nghệ thông tin"},
	    {"Văn phòng HĐND và UBND xã thực hiện", "P:Văn phòng HĐND và UBND xã"},
	    {"Trung tâm Phục vụ hành chính công các cấp", "P:Trung tâm Phục vụ hành chính công các cấp"},
	    {"Hội Liên hiệp Phụ nữ, Hội Nông dân và Đoàn Thanh niên", "P:Hội Liên hiệp Phụ nữ | P:Hội Nông dân | P:Đoàn Thanh niên"},
	    {"Liên đoàn Thương mại và Công nghiệp (VCCI)", "P:Liên đoàn Thương mại và Công nghiệp (VCCI)"},
	    {"Bộ phận Tiếp nhận và Trả kết quả thực hiện", "P:Bộ phận Tiếp nhận và Trả kết quả"},
	    {"Ban Quản lý dự án đầu tư xây dựng báo cáo", "P:Ban Quản lý dự án đầu tư xây dựng"},
	    {"Phòng Tổ chức - Hành chính Sở Y tế", "P:Phòng Tổ chức - Hành chính Sở Y tế"},
	};
	(void)state;
	CHECK(cases);
}

static void names_end_where_the_work_begins(void **state)
{
	static const struct testing_case cases[] = {
	    {"Đài Phát thanh và Truyền hình tỉnh truyền hình trực tiếp", "P:Đài Phát thanh và Truyền hình tỉnh"},
	    {"Báo và PTTH Lam Giang truyền hình trực tiếp lễ phát động", "P:Báo và PTTH Lam Giang"},
	    {"Đài Truyền thanh xã phát thanh trực tiếp", "P:Đài Truyền thanh xã"},
	    {"Ủy ban MTTQ Việt Nam xã tổ chức hội thi", "P:Ủy ban MTTQ Việt Nam xã"},
	    {"Hội Nông dân tỉnh tổ chức hội nghị", "P:Hội Nông dân tỉnh"},
	    {"Công đoàn cơ sở tổ chức hội thao", "P:Công đoàn cơ sở"},
	    {"Các tổ chức hội, đoàn thể phối hợp", "C:Các tổ chức hội, đoàn thể"},
	    {"Đảng ủy Khối lãnh đạo thực hiện", "P:Đảng ủy Khối"},
	    {"Cấp ủy, tổ chức đảng lãnh đạo, quán triệt", "P:Cấp ủy, tổ chức đảng"},
	    {"Phòng Tham mưu thực hiện", "P:Phòng Tham mưu"},
	    {"Sở tham mưu UBND tỉnh", "P:Sở"},
	    {"Phòng Giải quyết khiếu nại, tố cáo rà soát", "P:Phòng Giải quyết khiếu nại, tố cáo"},
	    {"Phòng Truyền thông và Phát triển người tham gia BHXH", "P:Phòng Truyền thông và Phát triển người tham gia BHXH"},
	    {"Chi nhánh số 1", "P:Chi nhánh số 1"},
	    {"Chi nhánh Văn phòng Đăng ký đất đai khu vực 3 chủ trì", "L:Chi nhánh Văn phòng Đăng ký đất đai khu vực 3"},
	    {"Các cụm trưởng", "P:Các cụm trưởng"},
	    {"Chính quyền các thôn vận động", "P:Chính quyền các thôn"},
	};
	(void)state;
	CHECK(cases);
}

static void rooms_charges_and_slashes_belong_to_the_name(void **state)
{
	static const struct testing_case cases[] = {
	    {"Phòng PA03 - Công an tỉnh", "P:Phòng PA03 - Công an tỉnh"},
	    {"Phòng Cải cách hành chính - Sở Nội vụ chủ trì", "L:Phòng Cải cách hành chính - Sở Nội vụ"},
	    {"- Phòng Nội vụ - Công an xã", "P:Phòng Nội vụ | P:Công an xã"},
	    {"Công chức phụ trách cải cách hành chính", "P:Công chức phụ trách cải cách hành chính"},
	    {"Cán bộ, công chức phụ trách CCHC rà soát", "P:Cán bộ, công chức phụ trách CCHC"},
	    {"Các khoa/phòng phối hợp", "C:Các khoa/phòng"},
	    {"Các phòng/ban/đơn vị", "P:Các phòng/ban/đơn vị"},
	    {"các trường Mầm non, Tiểu học, THCS", "P:các trường Mầm non, Tiểu học, THCS"},
	    {"Các chi, đảng bộ trực thuộc", "P:Các chi, đảng bộ trực thuộc"},
	    {"Các TCCS đảng; Cơ quan thường trực", "P:Các TCCS đảng | P:Cơ quan thường trực"},
	    {"Già làng, trưởng bản, người có uy tín", "P:Già làng | P:trưởng bản | P:người có uy tín"},
	    {"Mặt trận và các đoàn thể vận động", "P:Mặt trận và các đoàn thể"},
	    {"Hội đồng chấm thi; Agribank chi nhánh Bến Cau", "P:Hội đồng chấm thi | P:Agribank chi nhánh Bến Cau"},
	};
	(void)state;
	CHECK(cases);
}

static void groups_are_one_unit(void **state)
{
	static const struct testing_case cases[] = {
	    {"Các cơ quan, đơn vị, địa phương thực hiện", "P:Các cơ quan, đơn vị, địa phương"},
	    {"Các sở, ban, ngành; UBND các xã, phường", "P:Các sở, ban, ngành | P:UBND các xã, phường"},
	    {"Các Sở, ban, ngành, UBND cấp xã gửi tin", "P:Các Sở, ban, ngành | P:UBND cấp xã"},
	    {"Sở, ban, ngành, UBND cấp xã", "P:Sở, ban, ngành | P:UBND cấp xã"},
	    {"Các đơn vị thuộc Trường phối hợp thực hiện", "C:Các đơn vị thuộc Trường"},
	    {"các sở, ngành liên quan, UBND cấp xã và các cơ quan báo chí",
	     "P:các sở, ngành liên quan | P:UBND cấp xã | P:các cơ quan báo chí"},
	    {"Các phòng, khoa và trung tâm thực hiện", "P:Các phòng, khoa và trung tâm"},
	    {"Toàn thể viên chức, người lao động tham gia", "P:Toàn thể viên chức, người lao động"},
	    {"Thủ trưởng các cơ quan, đơn vị chỉ đạo", "P:Thủ trưởng các cơ quan, đơn vị"},
	    {"Trưởng các thôn phối hợp", "C:Trưởng các thôn"},
	    {"các đoàn thể cấp tỉnh", "P:các đoàn thể cấp tỉnh"},
	    {"Sở Nội vụ chủ trì, phối hợp các cơ quan, đơn vị liên quan (theo phân công) tham mưu",
	     "L:Sở Nội vụ | C:các cơ quan, đơn vị liên quan"},
	};
	(void)state;
	CHECK(cases);
}

static void enumerations_are_spread_out(void **state)
{
	static const struct testing_case cases[] = {
	    {"Các Sở: Tài chính; Công Thương; Xây dựng thực hiện", "P:Sở Tài chính | P:Sở Công Thương | P:Sở Xây dựng"},
	    {"Các Sở: Tài chính, Văn hóa, Thể thao và Du lịch, Y tế",
	     "P:Sở Tài chính | P:Sở Văn hóa, Thể thao và Du lịch | P:Sở Y tế"},
	    {"Các Sở Tài chính, Nội vụ, Tư pháp phối hợp", "C:Sở Tài chính | C:Sở Nội vụ | C:Sở Tư pháp"},
	    {"Các Sở: Tài chính; Y tế; UBND các xã, phường", "P:Sở Tài chính | P:Sở Y tế | P:UBND các xã, phường"},
	    {"Các phòng: Hành chính, Đào tạo", "P:phòng Hành chính | P:phòng Đào tạo"},
	    {"Sở Nội vụ chủ trì, phối hợp các Sở: Tài chính, Tư pháp và Văn phòng UBND tỉnh",
	     "L:Sở Nội vụ | C:Sở Tài chính | C:Sở Tư pháp | C:Văn phòng UBND tỉnh"},
	};
	(void)state;
	CHECK(cases);
}

static void names_hold_and_commas_and_dashes(void **state)
{
	static const struct testing_case cases[] = {
	    {"Ban Quản lý Khu kinh tế và các khu công nghiệp tỉnh", "P:Ban Quản lý Khu kinh tế và các khu công nghiệp tỉnh"},
	    {"Ban Quản lý Khu kinh tế và các khu công nghiệp; Sở Công Thương",
	     "P:Ban Quản lý Khu kinh tế và các khu công nghiệp | P:Sở Công Thương"},
	    {"Phòng Văn hóa – Xã hội chủ trì, phối hợp Công an xã, Ban Chỉ huy Quân sự xã",
	     "L:Phòng Văn hóa – Xã hội | C:Công an xã | C:Ban Chỉ huy Quân sự xã"},
	    {"Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các tổ chức chính trị - xã hội",
	     "P:Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh | P:các tổ chức chính trị - xã hội"},
	    {"Ban Tuyên giáo và Dân vận Tỉnh ủy, Ban Tổ chức Tỉnh ủy", "P:Ban Tuyên giáo và Dân vận Tỉnh ủy | P:Ban Tổ chức Tỉnh ủy"},
	    {"Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh",
	     "P:Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh"},
	    {"Văn phòng Đoàn ĐBQH và HĐND tỉnh, Văn phòng UBND tỉnh", "P:Văn phòng Đoàn ĐBQH và HĐND tỉnh | P:Văn phòng UBND tỉnh"},
	    {"Văn phòng HĐND và UBND phường chủ trì", "L:Văn phòng HĐND và UBND phường"},
	    {"Trung tâm Văn hóa, Thông tin và Thể thao phường", "P:Trung tâm Văn hóa, Thông tin và Thể thao phường"},
	    {"Bệnh viện Đa khoa tỉnh, Bệnh viện Y học cổ truyền và Phục hồi chức năng, Trạm Y tế các xã, phường",
	     "P:Bệnh viện Đa khoa tỉnh | P:Bệnh viện Y học cổ truyền và Phục hồi chức năng | P:Trạm Y tế các xã, phường"},
	    {"Chi cục Dân số - Trẻ em và Phòng, chống tệ nạn xã hội", "P:Chi cục Dân số - Trẻ em và Phòng, chống tệ nạn xã hội"},
	    {"Cổng Thông tin điện tử tỉnh; Báo và Đài Phát thanh - Truyền hình tỉnh",
	     "P:Cổng Thông tin điện tử tỉnh | P:Báo và Đài Phát thanh - Truyền hình tỉnh"},
	    {"Báo, Đài Phát thanh - Truyền hình tỉnh", "P:Báo | P:Đài Phát thanh - Truyền hình tỉnh"},
	    {"Hội đồng phối hợp phổ biến, giáo dục pháp luật tỉnh", "P:Hội đồng phối hợp phổ biến, giáo dục pháp luật tỉnh"},
	    {"Ban Chỉ đạo của tỉnh về phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số",
	     "P:Ban Chỉ đạo của tỉnh về phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số"},
	    {"Tổ Toán - Tin, Tổ Ngữ văn", "P:Tổ Toán - Tin | P:Tổ Ngữ văn"},
	    {"Học viện Hành chính và Quản trị công", "P:Học viện Hành chính và Quản trị công"},
	    {"Khoa Cơ bản, Khoa Kinh tế - Du lịch và các phòng chức năng",
	     "P:Khoa Cơ bản | P:Khoa Kinh tế - Du lịch | P:các phòng chức năng"},
	    {"Phòng Đào tạo - Nghiên cứu khoa học và Hợp tác quốc tế chủ trì",
	     "L:Phòng Đào tạo - Nghiên cứu khoa học và Hợp tác quốc tế"},
	    {"Phòng Quản lý học sinh, sinh viên phối hợp", "C:Phòng Quản lý học sinh, sinh viên"},
	    {"Phòng Tổ chức, Hành chính, Quản trị thực hiện", "P:Phòng Tổ chức, Hành chính, Quản trị"},
	    {"Trung tâm Chuyển đổi số và Đổi mới sáng tạo tỉnh; Trung tâm Cung ứng dịch vụ sự nghiệp công xã",
	     "P:Trung tâm Chuyển đổi số và Đổi mới sáng tạo tỉnh | P:Trung tâm Cung ứng dịch vụ sự nghiệp công xã"},
	    {"Người đứng đầu các cơ quan, đơn vị chịu trách nhiệm", "P:Người đứng đầu các cơ quan, đơn vị"},
	    {"Phòng Kinh tế, Hạ tầng và Đô thị; Phòng Văn hóa - Xã hội; Trung tâm Phục vụ hành chính công; Công an phường",
	     "P:Phòng Kinh tế, Hạ tầng và Đô thị | P:Phòng Văn hóa - Xã hội | P:Trung tâm Phục vụ hành chính công | P:Công an "
	     "phường"},
	    {"Khoa Khám bệnh, Khoa Hồi sức cấp cứu - Chống độc, Phòng Điều dưỡng",
	     "P:Khoa Khám bệnh | P:Khoa Hồi sức cấp cứu - Chống độc | P:Phòng Điều dưỡng"},
	    {"Ban Dân tộc và Tôn giáo, Sở Ngoại vụ", "P:Ban Dân tộc và Tôn giáo | P:Sở Ngoại vụ"},
	    {"UBND các xã có đông đồng bào thiểu số phối hợp", "C:UBND các xã có đông đồng bào thiểu số"},
	    {"Tổ công tác kỷ luật, kỷ cương hành chính tỉnh", "P:Tổ công tác kỷ luật, kỷ cương hành chính tỉnh"},
	    {"Trung tâm Trợ giúp pháp lý nhà nước chủ trì", "L:Trung tâm Trợ giúp pháp lý nhà nước"},
	    {"UBND phường Láng lập danh sách", "P:UBND phường Láng"},
	    {"Trung tâm Chuyển đổi số Phòng Nội chính", "P:Trung tâm Chuyển đổi số | P:Phòng Nội chính"},
	    {"Phòng Nội chính Trung tâm Chuyển đổi số", "P:Phòng Nội chính Trung tâm Chuyển đổi số"},
	    {"Trung tâm Phòng, chống HIV/AIDS", "P:Trung tâm Phòng, chống HIV/AIDS"},
	    {"Phòng Kế hoạch tổng hợp chủ trì", "L:Phòng Kế hoạch tổng hợp"},
	    {"Trường Đào tạo, bồi dưỡng cán bộ kinh tế", "P:Trường Đào tạo, bồi dưỡng cán bộ kinh tế"},
	    {"UBND các xã có trách nhiệm phối hợp", "C:UBND các xã"},
	    {"Sở Dân tộc và Tôn giáo và các đơn vị liên quan", "P:Sở Dân tộc và Tôn giáo | P:các đơn vị liên quan"},
	    {"Bộ phận một cửa; Bộ phận Tiếp nhận và Trả kết quả", "P:Bộ phận một cửa | P:Bộ phận Tiếp nhận và Trả kết quả"},
	    {"Phòng Hành chính - Tổng hợp, Phòng Kế hoạch - Nghiệp vụ, Khoa Dược - Trang thiết bị",
	     "P:Phòng Hành chính - Tổng hợp | P:Phòng Kế hoạch - Nghiệp vụ | P:Khoa Dược - Trang thiết bị"},
	    {"Ban Công tác Mặt trận các thôn, khu phố", "P:Ban Công tác Mặt trận các thôn, khu phố"},
	    {"Sở Nội vụ; các cơ quan, đơn vị, địa phương; Báo và phát thanh, truyền hình Lâm Sơn",
	     "P:Sở Nội vụ | P:các cơ quan, đơn vị, địa phương | P:Báo và phát thanh, truyền hình Lâm Sơn"},
	    {"Liên minh Hợp tác xã tỉnh, Liên hiệp các hội Khoa học và Kỹ thuật tỉnh",
	     "P:Liên minh Hợp tác xã tỉnh | P:Liên hiệp các hội Khoa học và Kỹ thuật tỉnh"},
	};
	(void)state;
	CHECK(cases);
}

static void bodies_of_every_kind_are_known(void **state)
{
	static const struct testing_case cases[] = {
	    {"Trường THPT Nguyễn Trãi, Trường THCS Lê Lợi và Trường Tiểu học Kim Đồng",
	     "P:Trường THPT Nguyễn Trãi | P:Trường THCS Lê Lợi | P:Trường Tiểu học Kim Đồng"},
	    {"Trường Mầm non Hoa Sen; Trường Cao đẳng Y tế", "P:Trường Mầm non Hoa Sen | P:Trường Cao đẳng Y tế"},
	    {"Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh, Bộ Chỉ huy Bộ đội Biên phòng tỉnh",
	     "P:Công an tỉnh | P:Bộ Chỉ huy Quân sự tỉnh | P:Bộ Chỉ huy Bộ đội Biên phòng tỉnh"},
	    {"Thanh tra tỉnh; Thuế tỉnh; Kho bạc Nhà nước khu vực XIII; Bảo hiểm xã hội tỉnh",
	     "P:Thanh tra tỉnh | P:Thuế tỉnh | P:Kho bạc Nhà nước khu vực XIII | P:Bảo hiểm xã hội tỉnh"},
	    {"Hội Liên hiệp Phụ nữ tỉnh, Hội Nông dân tỉnh, Hội Cựu chiến binh tỉnh, Tỉnh Đoàn, Liên đoàn Lao động tỉnh",
	     "P:Hội Liên hiệp Phụ nữ tỉnh | P:Hội Nông dân tỉnh | P:Hội Cựu chiến binh tỉnh | P:Tỉnh Đoàn | P:Liên đoàn Lao động "
	     "tỉnh"},
	    {"Đoàn TNCS Hồ Chí Minh xã", "P:Đoàn TNCS Hồ Chí Minh xã"},
	    {"Ban Chỉ đạo cải cách hành chính tỉnh chỉ đạo", "P:Ban Chỉ đạo cải cách hành chính tỉnh"},
	    {"Tổ công nghệ số cộng đồng các thôn", "P:Tổ công nghệ số cộng đồng các thôn"},
	    {"Vụ Cải cách hành chính, Cục Kiểm soát thủ tục hành chính, Thanh tra Bộ, Văn phòng Bộ",
	     "P:Vụ Cải cách hành chính | P:Cục Kiểm soát thủ tục hành chính | P:Thanh tra Bộ | P:Văn phòng Bộ"},
	    {"Đài Truyền hình Việt Nam, Đài Tiếng nói Việt Nam, Thông tấn xã Việt Nam",
	     "P:Đài Truyền hình Việt Nam | P:Đài Tiếng nói Việt Nam | P:Thông tấn xã Việt Nam"},
	    {"Đoàn Thanh niên, Công đoàn, Hội Chữ thập đỏ Trường", "P:Đoàn Thanh niên | P:Công đoàn | P:Hội Chữ thập đỏ Trường"},
	    {"Bộ môn Tin học; các khoa, bộ môn", "P:Bộ môn Tin học | P:các khoa, bộ môn"},
	    {"Trung tâm Phục vụ hành chính công cấp xã", "P:Trung tâm Phục vụ hành chính công cấp xã"},
	    {"Sở Nội vụ và các cơ quan, đơn vị, địa phương có liên quan",
	     "P:Sở Nội vụ | P:các cơ quan, đơn vị, địa phương có liên quan"},
	    {"Văn phòng Sở; các phòng chuyên môn, nghiệp vụ; các đơn vị trực thuộc",
	     "P:Văn phòng Sở | P:các phòng chuyên môn, nghiệp vụ | P:các đơn vị trực thuộc"},
	    {"Ban Xây dựng Đảng, Ủy ban Kiểm tra Đảng ủy", "P:Ban Xây dựng Đảng | P:Ủy ban Kiểm tra Đảng ủy"},
	    {"Văn phòng Đảng ủy phường, Trung tâm Chính trị", "P:Văn phòng Đảng ủy phường | P:Trung tâm Chính trị"},
	    {"Trường Đại học Vĩnh Mẫu, Trường Cao đẳng Kỹ thuật Công nghệ",
	     "P:Trường Đại học Vĩnh Mẫu | P:Trường Cao đẳng Kỹ thuật Công nghệ"},
	    {"Hội Luật gia, Hội Khuyến học, Hội Người cao tuổi và Hội Nạn nhân chất độc da cam/dioxin",
	     "P:Hội Luật gia | P:Hội Khuyến học | P:Hội Người cao tuổi | P:Hội Nạn nhân chất độc da cam/dioxin"},
	    {"Tổ giúp việc Ban Chỉ đạo", "P:Tổ giúp việc Ban Chỉ đạo"},
	    {"Nhóm giúp việc; Tổ thư ký", "P:Nhóm giúp việc | P:Tổ thư ký"},
	    {"Viễn thông tỉnh (VNPT), Viettel tỉnh, MobiFone tỉnh", "P:Viễn thông tỉnh (VNPT) | P:Viettel tỉnh | P:MobiFone tỉnh"},
	    {"Cơ quan Ủy ban Kiểm tra Tỉnh ủy; Văn phòng Tỉnh ủy", "P:Cơ quan Ủy ban Kiểm tra Tỉnh ủy | P:Văn phòng Tỉnh ủy"},
	    {"Đoàn trường, Liên đội, Ban Giám hiệu", "P:Đoàn trường | P:Liên đội | P:Ban Giám hiệu"},
	    {"Hiệp hội Doanh nghiệp tỉnh, Hội Doanh nhân trẻ", "P:Hiệp hội Doanh nghiệp tỉnh | P:Hội Doanh nhân trẻ"},
	    {"Ban Quản lý rừng phòng hộ phía Bắc; Ban Quản lý dự án đầu tư xây dựng các công trình giao thông",
	     "P:Ban Quản lý rừng phòng hộ phía Bắc | P:Ban Quản lý dự án đầu tư xây dựng các công trình giao thông"},
	    {"Ngân hàng Nhà nước chi nhánh Khu vực 8; Ngân hàng Chính sách xã hội",
	     "P:Ngân hàng Nhà nước chi nhánh Khu vực 8 | P:Ngân hàng Chính sách xã hội"},
	    {"Tòa án nhân dân tỉnh, Viện kiểm sát nhân dân tỉnh, Thi hành án dân sự tỉnh",
	     "P:Tòa án nhân dân tỉnh | P:Viện kiểm sát nhân dân tỉnh | P:Thi hành án dân sự tỉnh"},
	};
	(void)state;
	CHECK(cases);
}

static void posts_and_persons_are_units_too(void **state)
{
	static const struct testing_case cases[] = {
	    {"Hiệu trưởng, các Phó Hiệu trưởng, tổ trưởng chuyên môn",
	     "P:Hiệu trưởng | P:các Phó Hiệu trưởng | P:tổ trưởng chuyên môn"},
	    {"Chánh Văn phòng UBND tỉnh; Giám đốc các sở; Thủ trưởng các ban, ngành; Chủ tịch UBND các xã, phường",
	     "P:Chánh Văn phòng UBND tỉnh | P:Giám đốc các sở | P:Thủ trưởng các ban, ngành | P:Chủ tịch UBND các xã, phường"},
	    {"Bí thư Đoàn trường, Bí thư Chi bộ", "P:Bí thư Đoàn trường | P:Bí thư Chi bộ"},
	    {"Đ/c Nguyễn Văn Bình - Phó Chủ tịch UBND xã", "P:Đ/c Nguyễn Văn Bình - Phó Chủ tịch UBND xã"},
	    {"Đồng chí Trần Thị Hoa chủ trì", "L:Đồng chí Trần Thị Hoa"},
	    {"Giáo viên chủ nhiệm, Ban đại diện cha mẹ học sinh", "P:Giáo viên chủ nhiệm | P:Ban đại diện cha mẹ học sinh"},
	    {"Nhân viên y tế, kế toán, văn thư", "P:Nhân viên y tế | P:kế toán | P:văn thư"},
	    {"Người phụ trách: Hiệu trưởng", "P:Hiệu trưởng"},
	    {"Trưởng các phòng, ban, đơn vị", "P:Trưởng các phòng, ban, đơn vị"},
	    {"Công chức Văn phòng - Thống kê chủ trì; công chức Tư pháp - Hộ tịch phối hợp",
	     "L:Công chức Văn phòng - Thống kê | C:công chức Tư pháp - Hộ tịch"},
	    {"Trưởng Trạm Y tế, Bí thư Đoàn TNCS Hồ Chí Minh xã, Chủ tịch Hội LHPN",
	     "P:Trưởng Trạm Y tế | P:Bí thư Đoàn TNCS Hồ Chí Minh xã | P:Chủ tịch Hội LHPN"},
	    {"Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh", "P:Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh"},
	    {"Phó Chủ tịch UBND xã phụ trách văn hóa - xã hội", "P:Phó Chủ tịch UBND xã phụ trách văn hóa - xã hội"},
	    {"Lãnh đạo Sở, Trưởng các phòng chuyên môn", "P:Lãnh đạo Sở | P:Trưởng các phòng chuyên môn"},
	    {"Trưởng phòng Văn hóa - Xã hội", "P:Trưởng phòng Văn hóa - Xã hội"},
	    {"Giám đốc Trung tâm Phục vụ hành chính công phường; Trưởng Công an phường",
	     "P:Giám đốc Trung tâm Phục vụ hành chính công phường | P:Trưởng Công an phường"},
	    {"Thường trực Đảng ủy; Thường trực HĐND xã", "P:Thường trực Đảng ủy | P:Thường trực HĐND xã"},
	};
	(void)state;
	CHECK(cases);
}

static void short_forms_are_names(void **state)
{
	static const struct testing_case cases[] = {
	    {"BGH, GVCN, Tổng phụ trách Đội", "P:BGH | P:GVCN | P:Tổng phụ trách Đội"},
	    {"SNV chủ trì; STC, VP UBND tỉnh phối hợp", "L:SNV | C:STC | C:VP UBND tỉnh"},
	    {"P. HC-TH", "P:P. HC-TH"},
	    {"P.TCHC chủ trì, phối hợp các khoa", "L:P.TCHC | C:các khoa"},
	    {"TTPVHCC tỉnh, VPUB", "P:TTPVHCC tỉnh | P:VPUB"},
	    {"BCHQS xã, CA xã", "P:BCHQS xã | P:CA xã"},
	    {"Sở NN&MT, Sở KH&CN; Sở VH,TT&DL; Sở GD&ĐT", "P:Sở NN&MT | P:Sở KH&CN | P:Sở VH,TT&DL | P:Sở GD&ĐT"},
	    {"UBMTTQ Việt Nam tỉnh, LĐLĐ tỉnh, Hội LHPN tỉnh, ĐTN", "P:UBMTTQ Việt Nam tỉnh | P:LĐLĐ tỉnh | P:Hội LHPN tỉnh | P:ĐTN"},
	    {"BQL KKT tỉnh", "P:BQL KKT tỉnh"},
	    {"Đảng ủy, HĐND, UBND, UBMTTQ Việt Nam xã", "P:Đảng ủy | P:HĐND | P:UBND | P:UBMTTQ Việt Nam xã"},
	    {"CB, GV, NV toàn trường", "P:CB, GV, NV toàn trường"},
	};
	(void)state;
	CHECK(cases);
}

static void text_in_capitals_is_cut_like_any_other(void **state)
{
	static const struct testing_case cases[] = {
	    {"SỞ NỘI VỤ CHỦ TRÌ, PHỐI HỢP VỚI SỞ TÀI CHÍNH", "L:SỞ NỘI VỤ | C:SỞ TÀI CHÍNH"},
	    {"CÁC CƠ QUAN, ĐƠN VỊ, ĐỊA PHƯƠNG THỰC HIỆN", "P:CÁC CƠ QUAN, ĐƠN VỊ, ĐỊA PHƯƠNG"},
	    {"VĂN PHÒNG HĐND VÀ UBND XÃ CHỦ TRÌ, CÔNG AN XÃ PHỐI HỢP", "L:VĂN PHÒNG HĐND VÀ UBND XÃ | C:CÔNG AN XÃ"},
	};
	(void)state;
	CHECK(cases);
}

static void groups_keep_what_belongs_to_them(void **state)
{
	static const struct testing_case cases[] = {
	    {"các đơn vị có liên quan; các tổ chức, cá nhân có liên quan",
	     "P:các đơn vị có liên quan | P:các tổ chức, cá nhân có liên quan"},
	    {"các doanh nghiệp viễn thông, công nghệ thông tin trên địa bàn tỉnh",
	     "P:các doanh nghiệp viễn thông, công nghệ thông tin trên địa bàn tỉnh"},
	    {"Cán bộ, công chức, viên chức và người lao động trong toàn đơn vị",
	     "P:Cán bộ, công chức, viên chức và người lao động trong toàn đơn vị"},
	    {"Các cơ quan chuyên môn thuộc UBND tỉnh; UBND cấp xã", "P:Các cơ quan chuyên môn thuộc UBND tỉnh | P:UBND cấp xã"},
	    {"Các phòng chuyên môn, đơn vị sự nghiệp thuộc phường", "P:Các phòng chuyên môn, đơn vị sự nghiệp thuộc phường"},
	    {"Các cơ quan Trung ương đóng trên địa bàn tỉnh", "P:Các cơ quan Trung ương đóng trên địa bàn tỉnh"},
	    {"UBND xã, phường, đặc khu", "P:UBND xã, phường, đặc khu"},
	    {"Ủy ban nhân dân các xã, phường, đặc khu thực hiện", "P:Ủy ban nhân dân các xã, phường, đặc khu"},
	    {"các Bộ, cơ quan ngang Bộ, cơ quan thuộc Chính phủ; UBND các tỉnh, thành phố trực thuộc Trung ương",
	     "P:các Bộ, cơ quan ngang Bộ, cơ quan thuộc Chính phủ | P:UBND các tỉnh, thành phố trực thuộc Trung ương"},
	    {"Toàn thể cán bộ, giáo viên, nhân viên", "P:Toàn thể cán bộ, giáo viên, nhân viên"},
	    {"Các sở, ban, ngành; UBND các xã, phường, đặc khu; các đơn vị sự nghiệp công lập trực thuộc tỉnh",
	     "P:Các sở, ban, ngành | P:UBND các xã, phường, đặc khu | P:các đơn vị sự nghiệp công lập trực thuộc tỉnh"},
	    {"Các sở, ban, ngành, đoàn thể tỉnh; UBND cấp xã", "P:Các sở, ban, ngành, đoàn thể tỉnh | P:UBND cấp xã"},
	    {"Các cơ quan chuyên môn, đơn vị sự nghiệp công lập thuộc UBND tỉnh và UBND các xã, phường",
	     "P:Các cơ quan chuyên môn, đơn vị sự nghiệp công lập thuộc UBND tỉnh | P:UBND các xã, phường"},
	    {"Các cơ quan thông tin đại chúng; các cơ quan báo chí trên địa bàn",
	     "P:Các cơ quan thông tin đại chúng | P:các cơ quan báo chí trên địa bàn"},
	    {"Các trường mầm non, tiểu học, THCS trên địa bàn xã", "P:Các trường mầm non, tiểu học, THCS trên địa bàn xã"},
	    {"các trường học, trạm y tế trên địa bàn", "P:các trường học | P:trạm y tế trên địa bàn"},
	    {"Đơn vị sự nghiệp công lập thuộc Sở", "P:Đơn vị sự nghiệp công lập thuộc Sở"},
	    {"Ủy ban nhân dân xã", "P:Ủy ban nhân dân xã"},
	    {"Các đơn vị theo chức năng, nhiệm vụ được giao", "P:Các đơn vị"},
	    {"các thôn, khu phố", "P:các thôn, khu phố"},
	    {"Các phòng, ban chuyên môn; các hội, đoàn thể xã; các ấp",
	     "P:Các phòng, ban chuyên môn | P:các hội, đoàn thể xã | P:các ấp"},
	    {"Các cơ quan, đơn vị, địa phương (trừ Công an tỉnh)", "P:Các cơ quan, đơn vị, địa phương"},
	};
	(void)state;
	CHECK(cases);
}

static void one_head_stands_for_several_names(void **state)
{
	static const struct testing_case cases[] = {
	    {"UBND các phường: Tân Hải, An Phú, Bình Minh", "P:UBND phường Tân Hải | P:UBND phường An Phú | P:UBND phường Bình Minh"},
	    {"các Sở Nội vụ, Tài chính, Khoa học và Công nghệ", "P:Sở Nội vụ | P:Sở Tài chính | P:Sở Khoa học và Công nghệ"},
	    {"các sở: Nội vụ, Tư pháp, Tài chính và các địa phương phối hợp",
	     "C:sở Nội vụ | C:sở Tư pháp | C:sở Tài chính | C:các địa phương"},
	    {"Các bộ: Nội vụ, Tài chính, Khoa học và Công nghệ", "P:bộ Nội vụ | P:bộ Tài chính | P:bộ Khoa học và Công nghệ"},
	};
	(void)state;
	CHECK(cases);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(names_with_commas_stay_whole),
	    cmocka_unit_test(names_end_where_the_work_begins),
	    cmocka_unit_test(rooms_charges_and_slashes_belong_to_the_name),
	    cmocka_unit_test(groups_are_one_unit),
	    cmocka_unit_test(enumerations_are_spread_out),
	    cmocka_unit_test(names_hold_and_commas_and_dashes),
	    cmocka_unit_test(bodies_of_every_kind_are_known),
	    cmocka_unit_test(posts_and_persons_are_units_too),
	    cmocka_unit_test(short_forms_are_names),
	    cmocka_unit_test(text_in_capitals_is_cut_like_any_other),
	    cmocka_unit_test(groups_keep_what_belongs_to_them),
	    cmocka_unit_test(one_head_stands_for_several_names),
	};
	return TEST_RUN(tests);
}
