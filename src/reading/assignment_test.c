/* Each case: what a cell says, and the units in order, each after "L:" (leads), "C:" (coordinates) or "P:" (performs). */
#include "reading/assignment.h"

#include "reading/assignment_cases.h"
#include "reading/unit_name.h"

static void verbs_give_the_role(void **state)
{
	static const struct testing_case cases[] = {
	    {"Sở Tài chính", "P:Sở Tài chính"},
	    {"Sở Tài chính thực hiện", "P:Sở Tài chính"},
	    {"Sở Tài chính chủ trì", "L:Sở Tài chính"},
	    {"Sở Tài chính phối hợp", "C:Sở Tài chính"},
	    {"Sở Tài chính phối hợp thực hiện", "C:Sở Tài chính"},
	    {"Sở Tư pháp tham mưu UBND tỉnh", "P:Sở Tư pháp"},
	    {"Sở Tư pháp: tham mưu trình ban hành", "P:Sở Tư pháp"},
	    {"Sở Y tế (chủ trì)", "L:Sở Y tế"},
	    {"Sở Y tế có trách nhiệm chủ trì rà soát", "L:Sở Y tế"},
	    {"Sở Y tế làm đầu mối tổng hợp", "L:Sở Y tế"},
	    {"Sở Y tế tham gia, phối hợp, cung cấp số liệu", "C:Sở Y tế"},
	    {"Sở Y tế tham gia góp ý", "P:Sở Y tế"},
	    {"Văn phòng Sở Chủ trì", "L:Văn phòng Sở"},
	};
	(void)state;
	CHECK(cases);
}

static void who_is_told_to_work_with_whom(void **state)
{
	static const struct testing_case cases[] = {
	    {"Sở Nội vụ chủ trì, phối hợp với Sở Tài chính", "L:Sở Nội vụ | C:Sở Tài chính"},
	    {"Sở Nội vụ chủ trì, phối hợp Sở Tài chính, Sở Y tế và các cơ quan liên quan rà soát, tổng hợp",
	     "L:Sở Nội vụ | C:Sở Tài chính | C:Sở Y tế | C:các cơ quan liên quan"},
	    {"Sở Nội vụ phối hợp Sở Tài chính thực hiện", "P:Sở Nội vụ | C:Sở Tài chính"},
	    {"Sở Nội vụ phối hợp cùng với Công an tỉnh kiểm tra", "P:Sở Nội vụ | C:Công an tỉnh"},
	    {"Sở Nội vụ chủ trì; Sở Tài chính phối hợp", "L:Sở Nội vụ | C:Sở Tài chính"},
	    {"Sở Nội vụ chủ trì, Sở Tài chính phối hợp", "L:Sở Nội vụ | C:Sở Tài chính"},
	    {"Sở Tài chính; Sở Y tế phối hợp", "P:Sở Tài chính | C:Sở Y tế"},
	    {"Sở Nội vụ rà soát, phối hợp với Sở Tư pháp trình ban hành", "P:Sở Nội vụ | C:Sở Tư pháp"},
	    {"Sở Nội vụ chủ trì tham mưu; phối hợp cơ quan báo chí đưa tin", "L:Sở Nội vụ | C:cơ quan báo chí"},
	    {"Đề nghị Tỉnh đoàn phối hợp, chỉ đạo các cấp bộ đoàn", "C:Tỉnh đoàn"},
	    {"Đề nghị Hội Nông dân tỉnh nghiên cứu, nhân rộng", "P:Hội Nông dân tỉnh"},
	    {"Giao Văn phòng chủ trì", "L:Văn phòng"},
	    {"Do Phòng Kế hoạch chủ trì", "L:Phòng Kế hoạch"},
	    {"- Phòng Đào tạo chủ trì - Các khoa phối hợp", "L:Phòng Đào tạo | C:Các khoa"},
	    {"Phòng Đào tạo thực hiện. Các khoa phối hợp.", "P:Phòng Đào tạo | C:Các khoa"},
	};
	(void)state;
	CHECK(cases);
}

static void lists_of_parties(void **state)
{
	static const struct testing_case cases[] = {
	    {"Phòng Chính trị (chủ trì); Phòng Tham mưu, Phòng Hậu cần - Kỹ thuật (phối hợp)",
	     "L:Phòng Chính trị | C:Phòng Tham mưu | C:Phòng Hậu cần - Kỹ thuật"},
	    {"Sở Y tế (chủ trì), Sở Nội vụ, các bệnh viện (phối hợp)", "L:Sở Y tế | C:Sở Nội vụ | C:các bệnh viện"},
	    {"Văn phòng Sở; Trung tâm Y tế Bến Cau phối hợp", "P:Văn phòng Sở | C:Trung tâm Y tế Bến Cau"},
	    {"Phòng Kinh tế; Hội Nông dân, Hội Phụ nữ phối hợp", "P:Phòng Kinh tế | C:Hội Nông dân | C:Hội Phụ nữ"},
	    {"Công an xã; Đoàn Thanh niên (phối hợp)", "P:Công an xã | C:Đoàn Thanh niên"},
	    {"Sở Nội vụ chủ trì; Sở Tài chính; Sở Y tế phối hợp", "L:Sở Nội vụ | C:Sở Tài chính | C:Sở Y tế"},
	    {"- Sở Nội vụ - Sở Tài chính - UBND các xã", "P:Sở Nội vụ | P:Sở Tài chính | P:UBND các xã"},
	    {"+ Phòng Nội vụ + Công an xã", "P:Phòng Nội vụ | P:Công an xã"},
	    {"Chủ trì: Phòng Nội vụ - Phối hợp: Công an xã - Các thôn", "L:Phòng Nội vụ | C:Công an xã | C:Các thôn"},
	    {"Chủ trì: Sở Y tế; Phối hợp: Sở Nội vụ; Sở Tài chính thực hiện chi trả", "L:Sở Y tế | C:Sở Nội vụ | C:Sở Tài chính"},
	    {"Ban CHQS 1, 2, 3; Công an xã", "P:Ban CHQS 1, 2, 3 | P:Công an xã"},
	    {"Đội 1, 2 và 3 thực hiện", "P:Đội 1, 2 và 3"},
	    {"Phòng Đăng ký kinh doanh số 1, số 2", "P:Phòng Đăng ký kinh doanh số 1, số 2"},
	    {"Các tổ 4, 5", "P:Các tổ 4, 5"},
	    {"Thuế cơ sở 3 phối hợp", "C:Thuế cơ sở 3"},
	    {"Các trường học, trạm y tế", "P:Các trường học | P:trạm y tế"},
	    {"Bí thư chi bộ, trưởng khu phố, tổ công nghệ số cộng đồng",
	     "P:Bí thư chi bộ | P:trưởng khu phố | P:tổ công nghệ số cộng đồng"},
	    {"Ban Giám hiệu, giáo viên chủ nhiệm", "P:Ban Giám hiệu | P:giáo viên chủ nhiệm"},
	    {"Hiệu trưởng các trường, trạm trưởng trạm y tế", "P:Hiệu trưởng các trường | P:trạm trưởng trạm y tế"},
	    {"Chi ủy, chi bộ lãnh đạo", "P:Chi ủy, chi bộ"},
	    {"Công an xã, dân quân", "P:Công an xã | P:dân quân"},
	};
	(void)state;
	CHECK(cases);
}

static void labels_give_the_role(void **state)
{
	static const struct testing_case cases[] = {
	    {"Chủ trì: Sở Nội vụ; Phối hợp: Sở Tài chính", "L:Sở Nội vụ | C:Sở Tài chính"},
	    {"Đơn vị chủ trì: Phòng Đào tạo. Đơn vị phối hợp: các khoa", "L:Phòng Đào tạo | C:các khoa"},
	    {"Cơ quan thực hiện: Sở Y tế", "P:Sở Y tế"},
	    {"Cấp tỉnh: Sở Nội vụ thực hiện", "P:Sở Nội vụ"},
	};
	(void)state;
	CHECK(cases);
}

static void roles_are_told_in_many_ways(void **state)
{
	static const struct testing_case cases[] = {
	    {"Trung tâm Kiểm soát bệnh tật (CDC) tỉnh phối hợp", "C:Trung tâm Kiểm soát bệnh tật (CDC) tỉnh"},
	    {"Tổ Văn phòng chủ trì; các tổ chuyên môn phối hợp", "L:Tổ Văn phòng | C:các tổ chuyên môn"},
	    {"Phòng Kinh tế chủ trì, tham mưu UBND xã; Phòng Văn hóa - Xã hội phối hợp",
	     "L:Phòng Kinh tế | C:Phòng Văn hóa - Xã hội"},
	    {"Đề nghị Ủy ban MTTQ Việt Nam xã và các tổ chức chính trị - xã hội phối hợp tuyên truyền",
	     "C:Ủy ban MTTQ Việt Nam xã | C:các tổ chức chính trị - xã hội"},
	    {"Sở Nội vụ (chủ trì), Sở Tài chính, Sở Tư pháp (phối hợp)", "L:Sở Nội vụ | C:Sở Tài chính | C:Sở Tư pháp"},
	    {"Sở Nội vụ (chủ trì); các sở, ban, ngành (phối hợp)", "L:Sở Nội vụ | C:các sở, ban, ngành"},
	    {"- Chủ trì: Phòng Nội vụ; - Phối hợp: Phòng Tài chính, các đơn vị liên quan.",
	     "L:Phòng Nội vụ | C:Phòng Tài chính | C:các đơn vị liên quan"},
	    {"CQ chủ trì: Sở Nội vụ; CQ phối hợp: các sở, ban, ngành", "L:Sở Nội vụ | C:các sở, ban, ngành"},
	    {"ĐV chủ trì: Phòng Đào tạo. ĐV phối hợp: các khoa", "L:Phòng Đào tạo | C:các khoa"},
	    {"Đơn vị đầu mối: Văn phòng Sở; đơn vị phối hợp: các phòng, đơn vị thuộc Sở",
	     "L:Văn phòng Sở | C:các phòng, đơn vị thuộc Sở"},
	    {"Chủ trì thực hiện: Sở Y tế. Phối hợp thực hiện: Bệnh viện Đa khoa tỉnh", "L:Sở Y tế | C:Bệnh viện Đa khoa tỉnh"},
	    {"Đơn vị tham mưu: Phòng Nội vụ", "P:Phòng Nội vụ"},
	    {"Sở Nội vụ là cơ quan chủ trì, các sở, ngành là cơ quan phối hợp", "L:Sở Nội vụ | C:các sở, ngành"},
	    {"Sở Nội vụ - chủ trì; Sở Tài chính - phối hợp", "L:Sở Nội vụ | C:Sở Tài chính"},
	    {"Sở Nội vụ/Sở Tài chính", "P:Sở Nội vụ | P:Sở Tài chính"},
	    {"Sở Nội vụ + Sở Tài chính", "P:Sở Nội vụ | P:Sở Tài chính"},
	    {"Phối hợp với Sở Nội vụ", "C:Sở Nội vụ"},
	    {"Chủ trì, phối hợp với các sở, ngành", "C:các sở, ngành"},
	    {"Do Sở Nội vụ chủ trì, các sở, ngành phối hợp", "L:Sở Nội vụ | C:các sở, ngành"},
	    {"Sở Nội vụ chủ trì tham mưu UBND tỉnh; Sở Tư pháp thẩm định; các sở, ngành góp ý",
	     "L:Sở Nội vụ | P:Sở Tư pháp | P:các sở, ngành"},
	    {"Sở Nội vụ chủ trì phối hợp với Văn phòng UBND tỉnh, Sở Tư pháp, Sở Khoa học và Công nghệ, Công an tỉnh và UBND các xã, "
	     "phường, đặc khu",
	     "L:Sở Nội vụ | C:Văn phòng UBND tỉnh | C:Sở Tư pháp | C:Sở Khoa học và Công nghệ | C:Công an tỉnh | C:UBND các xã, "
	     "phường, đặc khu"},
	    {"Các khoa, phòng trong bệnh viện phối hợp", "C:Các khoa, phòng trong bệnh viện"},
	    {"Sở Nông nghiệp và Môi trường chủ trì; Chi cục Kiểm lâm, Chi cục Thủy lợi và Chi cục Phát triển nông thôn phối hợp",
	     "L:Sở Nông nghiệp và Môi trường | C:Chi cục Kiểm lâm | C:Chi cục Thủy lợi | C:Chi cục Phát triển nông thôn"},
	    {"Phòng Nội vụ chịu trách nhiệm chính, các phòng khác phối hợp", "L:Phòng Nội vụ | C:các phòng khác"},
	    {"Sở Nội vụ: Chủ trì, phối hợp với Sở Tài chính tham mưu", "L:Sở Nội vụ | C:Sở Tài chính"},
	    {"Sở Nội vụ: chủ trì. Sở Tài chính: phối hợp.", "L:Sở Nội vụ | C:Sở Tài chính"},
	    {"1. Sở Nội vụ; 2. Sở Tài chính", "P:Sở Nội vụ | P:Sở Tài chính"},
	    {"Bưu điện tỉnh phối hợp với Trung tâm Phục vụ hành chính công tỉnh",
	     "P:Bưu điện tỉnh | C:Trung tâm Phục vụ hành chính công tỉnh"},
	    {"Sở Nội vụ chủ trì; phối hợp: Sở Tài chính, Sở Y tế", "L:Sở Nội vụ | C:Sở Tài chính | C:Sở Y tế"},
	    {"Sở Nội vụ chủ trì, phối hợp cùng các Sở, ban, ngành, Ủy ban MTTQ Việt Nam và các tổ chức chính trị - xã hội tỉnh, UBND "
	     "các xã, phường",
	     "L:Sở Nội vụ | C:các Sở, ban, ngành | C:Ủy ban MTTQ Việt Nam | C:các tổ chức chính trị - xã hội tỉnh | C:UBND các xã, "
	     "phường"},
	    {"Sở Tư pháp (Phòng Phổ biến, giáo dục pháp luật) chủ trì", "L:Sở Tư pháp (Phòng Phổ biến, giáo dục pháp luật)"},
	    {"Sở Nội vụ (Phòng Cải cách hành chính), Sở Tài chính (Phòng Ngân sách) phối hợp",
	     "C:Sở Nội vụ (Phòng Cải cách hành chính) | C:Sở Tài chính (Phòng Ngân sách)"},
	    {"Phòng Tài chính - Kế hoạch phối hợp với Phòng Nội vụ tham mưu UBND xã bố trí kinh phí",
	     "P:Phòng Tài chính - Kế hoạch | C:Phòng Nội vụ"},
	};
	(void)state;
	CHECK(cases);
}

static void whoever_hands_work_on_has_no_part_in_it(void **state)
{
	static const struct testing_case cases[] = {
	    {"Giao Văn phòng HĐND và UBND xã chủ trì, phối hợp với các đơn vị có liên quan tham mưu UBND xã triển khai thực hiện.",
	     "L:Văn phòng HĐND và UBND xã | C:các đơn vị có liên quan"},
	    {"UBND xã giao Phòng Văn hóa - Xã hội chủ trì, phối hợp với Công an xã", "L:Phòng Văn hóa - Xã hội | C:Công an xã"},
	    {"Chủ tịch UBND xã giao Công an xã thực hiện", "P:Công an xã"},
	    {"Uỷ ban nhân dân tỉnh giao Sở Nội vụ là đơn vị đầu mối", "L:Sở Nội vụ"},
	    {"Theo nhiệm vụ được giao, các cơ quan, đơn vị thực hiện", "P:các cơ quan, đơn vị"},
	};
	(void)state;
	CHECK(cases);
}

static void names_and_roles_in_plans_of_other_bodies(void **state)
{
	static const struct testing_case cases[] = {
	    {"Phòng GD&ĐT chủ trì; các trường trên địa bàn phối hợp", "L:Phòng GD&ĐT | C:các trường trên địa bàn"},
	    {"Ban Giám đốc, Trưởng các khoa, phòng", "P:Ban Giám đốc | P:Trưởng các khoa, phòng"},
	    {"Tổ Công nghệ số cộng đồng; Đoàn Thanh niên; Hội Phụ nữ",
	     "P:Tổ Công nghệ số cộng đồng | P:Đoàn Thanh niên | P:Hội Phụ nữ"},
	    {"Văn phòng HĐND-UBND xã chủ trì, tham mưu", "L:Văn phòng HĐND-UBND xã"},
	    {"Phòng VH-XH phối hợp Trung tâm VHTT&TT", "P:Phòng VH-XH | C:Trung tâm VHTT&TT"},
	    {"Chủ trì: Sở Nội vụ. Phối hợp: Các sở, ban, ngành, địa phương và các đơn vị có liên quan",
	     "L:Sở Nội vụ | C:Các sở, ban, ngành, địa phương | C:các đơn vị có liên quan"},
	    {"Sở Nội vụ chủ trì phối hợp các Sở: Tài chính, Tư pháp, Y tế; Văn phòng UBND tỉnh; UBND các xã",
	     "L:Sở Nội vụ | C:Sở Tài chính | C:Sở Tư pháp | C:Sở Y tế | C:Văn phòng UBND tỉnh | C:UBND các xã"},
	    {"Các phòng: Nội vụ, Tài chính - Kế hoạch, Văn hóa - Xã hội",
	     "P:phòng Nội vụ | P:phòng Tài chính - Kế hoạch | P:phòng Văn hóa - Xã hội"},
	    {"UBND các xã: Đồi Cọ, Suối Ngàn và phường Bến Đá", "P:UBND xã Đồi Cọ | P:UBND xã Suối Ngàn | P:phường Bến Đá"},
	    {"Thường trực Ban Chỉ đạo (Sở Nội vụ)", "P:Thường trực Ban Chỉ đạo (Sở Nội vụ)"},
	    {"Các cơ quan, đơn vị, địa phương; doanh nghiệp; người dân",
	     "P:Các cơ quan, đơn vị, địa phương | P:doanh nghiệp | P:người dân"},
	    {"Đơn vị chủ trì: Trung tâm CNTT và Truyền thông; đơn vị phối hợp: các phòng chuyên môn thuộc Sở",
	     "L:Trung tâm CNTT và Truyền thông | C:các phòng chuyên môn thuộc Sở"},
	    {"Ban Tổ chức - Nội vụ; Ban Kinh tế - Ngân sách HĐND tỉnh",
	     "P:Ban Tổ chức - Nội vụ | P:Ban Kinh tế - Ngân sách HĐND tỉnh"},
	    {"Thường trực Tỉnh ủy, Thường trực HĐND, UBND, Ủy ban MTTQ Việt Nam tỉnh",
	     "P:Thường trực Tỉnh ủy | P:Thường trực HĐND | P:UBND | P:Ủy ban MTTQ Việt Nam tỉnh"},
	    {"Sở Văn hóa và Thể thao; Sở Du lịch; Sở Quy hoạch - Kiến trúc; Sở An toàn thực phẩm",
	     "P:Sở Văn hóa và Thể thao | P:Sở Du lịch | P:Sở Quy hoạch - Kiến trúc | P:Sở An toàn thực phẩm"},
	    {"Ban Quản lý các Khu chế xuất và công nghiệp Thành phố", "P:Ban Quản lý các Khu chế xuất và công nghiệp Thành phố"},
	    {"Trung tâm Phát triển quỹ đất; Văn phòng Đăng ký đất đai",
	     "P:Trung tâm Phát triển quỹ đất | P:Văn phòng Đăng ký đất đai"},
	    {"Quỹ Đầu tư phát triển tỉnh, Công ty Điện lực Lam Sơn, Tập đoàn Viễn thông Quân đội",
	     "P:Quỹ Đầu tư phát triển tỉnh | P:Công ty Điện lực Lam Sơn | P:Tập đoàn Viễn thông Quân đội"},
	    {"Hội đồng Trường, Ban Giám hiệu, các phòng chức năng, các khoa đào tạo",
	     "P:Hội đồng Trường | P:Ban Giám hiệu | P:các phòng chức năng | P:các khoa đào tạo"},
	    {"Giảng viên, sinh viên toàn trường", "P:Giảng viên, sinh viên toàn trường"},
	    {"Phòng Công tác sinh viên phối hợp với Đoàn Thanh niên - Hội Sinh viên",
	     "P:Phòng Công tác sinh viên | C:Đoàn Thanh niên - Hội Sinh viên"},
	    {"TTCM, GVCN, GVBM", "P:TTCM | P:GVCN | P:GVBM"},
	    {"PHT, TTCM phối hợp GVCN", "P:PHT | P:TTCM | C:GVCN"},
	    {"Tổ 1, Tổ 2", "P:Tổ 1 | P:Tổ 2"},
	    {"Chi bộ 1, Chi bộ Công an, Chi bộ Quân sự", "P:Chi bộ 1 | P:Chi bộ Công an | P:Chi bộ Quân sự"},
	    {"Đảng ủy các xã, phường", "P:Đảng ủy các xã, phường"},
	    {"Các đảng bộ, chi bộ trực thuộc Đảng ủy phường", "P:Các đảng bộ, chi bộ trực thuộc Đảng ủy phường"},
	    {"Các ban xây dựng Đảng, Văn phòng Đảng ủy", "P:Các ban xây dựng Đảng | P:Văn phòng Đảng ủy"},
	    {"Vụ Tổ chức cán bộ, Vụ Pháp chế, Văn phòng Bộ và các Cục, Vụ liên quan",
	     "P:Vụ Tổ chức cán bộ | P:Vụ Pháp chế | P:Văn phòng Bộ | P:các Cục, Vụ liên quan"},
	    {"Cục Chuyển đổi số quốc gia, Cục Tin học hóa; Viện Khoa học tổ chức nhà nước",
	     "P:Cục Chuyển đổi số quốc gia | P:Cục Tin học hóa | P:Viện Khoa học tổ chức nhà nước"},
	    {"Khoa Nội tổng hợp, Khoa Ngoại - Gây mê hồi sức, Khoa Chăm sóc sức khỏe sinh sản",
	     "P:Khoa Nội tổng hợp | P:Khoa Ngoại - Gây mê hồi sức | P:Khoa Chăm sóc sức khỏe sinh sản"},
	    {"Khoa Kiểm soát nhiễm khuẩn; Phòng Quản lý chất lượng; Phòng Công tác xã hội",
	     "P:Khoa Kiểm soát nhiễm khuẩn | P:Phòng Quản lý chất lượng | P:Phòng Công tác xã hội"},
	    {"Sở Nội vụ tham mưu; Văn phòng UBND tỉnh thẩm tra, trình", "P:Sở Nội vụ | P:Văn phòng UBND tỉnh"},
	    {"Sở Nội vụ theo dõi, đôn đốc, tổng hợp kết quả thực hiện của các cơ quan, đơn vị, báo cáo UBND tỉnh", "P:Sở Nội vụ"},
	    {"Mỗi đơn vị cử 01 cán bộ đầu mối", "P:Mỗi đơn vị"},
	    {"Công an xã phối hợp Ban Chỉ huy quân sự xã và lực lượng bảo vệ an ninh trật tự cơ sở",
	     "P:Công an xã | C:Ban Chỉ huy quân sự xã | C:lực lượng bảo vệ an ninh trật tự cơ sở"},
	    {"Trạm Y tế, các cơ sở giáo dục, các thôn, buôn", "P:Trạm Y tế | P:các cơ sở giáo dục | P:các thôn, buôn"},
	    {"Bộ Chỉ huy quân sự tỉnh, Bộ đội Biên phòng tỉnh", "P:Bộ Chỉ huy quân sự tỉnh | P:Bộ đội Biên phòng tỉnh"},
	    {"Phòng Kinh tế, Phòng Văn hoá – Xã hội, TT PVHCC xã", "P:Phòng Kinh tế | P:Phòng Văn hoá – Xã hội | P:TT PVHCC xã"},
	    {"Ông Nguyễn Văn Nam - Trưởng phòng; Bà Lê Thị Hạnh - chuyên viên",
	     "P:Ông Nguyễn Văn Nam - Trưởng phòng | P:Bà Lê Thị Hạnh - chuyên viên"},
	    {"Hiệu trưởng chỉ đạo; Phó Hiệu trưởng tổ chức thực hiện; các tổ trưởng phối hợp",
	     "P:Hiệu trưởng | P:Phó Hiệu trưởng | C:các tổ trưởng"},
	    {"Phòng Tư pháp, Phòng Nội vụ và Lao động phối hợp thực hiện", "C:Phòng Tư pháp | C:Phòng Nội vụ và Lao động"},
	    {"Cổng TTĐT tỉnh, Trang TTĐT các cơ quan, đơn vị", "P:Cổng TTĐT tỉnh | P:Trang TTĐT các cơ quan, đơn vị"},
	    {"Các cơ quan báo chí Trung ương và địa phương", "P:Các cơ quan báo chí Trung ương và địa phương"},
	    {"Sở Nội vụ (cơ quan thường trực) chủ trì, phối hợp", "L:Sở Nội vụ"},
	    {"Tất cả các đơn vị", "P:Tất cả các đơn vị"},
	    {"Toàn thể CB, GV, NV", "P:Toàn thể CB, GV, NV"},
	    {"Phòng Công chức, viên chức chủ trì", "L:Phòng Công chức, viên chức"},
	};
	(void)state;
	CHECK(cases);
}

static void odd_writings_are_the_same_words(void **state)
{
	static const struct testing_case cases[] = {
	    {"Uỷ ban nhân dân xã Hoà Bình chủ trì", "L:Uỷ ban nhân dân xã Hoà Bình"},
	    {"Sở Nội vụ chủ trì,phối hợp với Sở Tài chính", "L:Sở Nội vụ | C:Sở Tài chính"},
	    {"Sở Nội vụ  chủ trì ; Sở Tài chính phối hợp .", "L:Sở Nội vụ | C:Sở Tài chính"},
	    {"Phòng Văn hoá \u2011 Xã hội", "P:Phòng Văn hoá \u2011 Xã hội"},
	    {"Sờ Nội vụ chủ trì", "L:Sờ Nội vụ"},
	    {"Ðoàn Thanh niên phối hợp", "C:Ðoàn Thanh niên"},
	};
	(void)state;
	CHECK(cases);
}

static void what_names_no_unit_gives_none(void **state)
{
	static const struct testing_case cases[] = {
	    {"", ""},
	    {"Triển khai theo hình thức phù hợp", ""},
	    {"- Quan tâm mở rộng mạng lưới cộng tác viên", ""},
	    {"Theo phân công chủ trì của Ban Thường vụ", ""},
	    {"Tổ chức thực hiện trong năm", ""},
	    {"Báo cáo theo yêu cầu của Sở Nội vụ", ""},
	    {"Sở Nội vụ gửi tin cho Ban Biên tập", "P:Sở Nội vụ"},
	    {"Sở Nội vụ chủ trì, tham mưu UBND tỉnh ban hành", "L:Sở Nội vụ"},
	};
	(void)state;
	CHECK(cases);
}

static void a_column_gives_all_its_units_one_role(void **state)
{
	struct arena *arena = arena_new();
	struct reading_assignment_vec all = {0};
	(void)state;
	assignment_parse_column(arena, STR("Sở Nội vụ, Sở Tài chính; các xã, phường"), (struct document_span){0}, READING_COORDINATE,
	                        &all);
	assert_str(assignment_in_short(arena, &all), "C:Sở Nội vụ | C:Sở Tài chính | C:các xã, phường");
	arena_free(arena);
}

static void words_that_name_no_unit_are_left_over(void **state)
{
	static const struct {
		const char *text, *of_clause, *of_column;
	} cases[] = {
	    {"Sở Nội vụ, Sở Tài chính", "", ""},
	    {"Sở Nội vụ (cơ quan thường trực); Sở Tài chính", "", ""},
	    {"Trưởng bản, ba hộ khá giả", "ba hộ khá giả", "ba hộ khá giả"},
	    {"Sở Nội vụ; hai mươi bài", "", "hai mươi bài"},
	    {"Sở Nội vụ, tham mưu UBND tỉnh ban hành", "", "tham mưu"},
	};
	(void)state;
	struct arena *arena = arena_new();
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct reading_assignment_vec all = {0};
		struct str text = str_of(cases[i].text);
		assert_str(assignment_parse(arena, text, (struct document_span){0}, &all), cases[i].of_clause);
		assert_str(assignment_parse_column(arena, text, (struct document_span){0}, READING_LEAD, &all), cases[i].of_column);
	}
	arena_free(arena);
}

static void the_unit_of_a_heading_ends_where_the_name_ends(void **state)
{
	struct arena *arena = arena_new();
	size_t end = 0;
	(void)state;
	assert_str(assignment_first_unit(arena, STR("Các khoa, Phòng Đào tạo"), &end), "Các khoa, Phòng Đào tạo");
	assert_int_equal(end, sizeof "Các khoa, Phòng Đào tạo" - 1);
	assert_str(assignment_first_unit(arena, STR("Sở Nội vụ đôn đốc"), &end), "Sở Nội vụ");
	assert_str(assignment_first_unit(arena, STR("Giao phòng Tài vụ kiểm tra"), &end), "phòng Tài vụ");
	assert_null(assignment_first_unit(arena, STR("Tăng cường kiểm tra"), &end).ptr);
	assert_int_equal(end, 0);
	arena_free(arena);
}

static void long_lists_take_no_long_time(void **state)
{
	enum { UNITS = 20000 };
	struct arena *arena = arena_new();
	struct reading_assignment_vec all = {0};
	struct buf text;
	(void)state;
	buf_init(&text, arena, 64 * UNITS);
	for (int i = 0; i < UNITS; i++)
		buf_add(&text, STR("Sở Văn hóa, Thể thao và Du lịch, "));
	assignment_parse(arena, buf_str(&text), (struct document_span){0}, &all);
	assert_int_equal(all.n, UNITS);
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(verbs_give_the_role),
	    cmocka_unit_test(who_is_told_to_work_with_whom),
	    cmocka_unit_test(lists_of_parties),
	    cmocka_unit_test(labels_give_the_role),
	    cmocka_unit_test(roles_are_told_in_many_ways),
	    cmocka_unit_test(whoever_hands_work_on_has_no_part_in_it),
	    cmocka_unit_test(names_and_roles_in_plans_of_other_bodies),
	    cmocka_unit_test(odd_writings_are_the_same_words),
	    cmocka_unit_test(what_names_no_unit_gives_none),
	    cmocka_unit_test(a_column_gives_all_its_units_one_role),
	    cmocka_unit_test(words_that_name_no_unit_are_left_over),
	    cmocka_unit_test(the_unit_of_a_heading_ends_where_the_name_ends),
	    cmocka_unit_test(long_lists_take_no_long_time),
	};
	return TEST_RUN(tests);
}
