#include "reading/table_header.h"

#include "reading/testing.h"

static const char *const column_names[] = {"ordinal", "title",      "product", "channel", "schedule", "assignment",
                                           "lead",    "coordinate", "funding", "group",   "note"};

/* The columns that the first line of a text, and those it wraps into, name; "none" where they are no header. */
static struct str columns_of(struct arena *arena, const char *text)
{
	const struct document document = testing_document(arena, str_of(text));
	struct table_text words;
	struct table_header header;
	uint32_t end;
	table_text_init(&words, arena, &document);
	const struct document_block *first = &document.blocks.at[0];
	bool found = first->kind == DOCUMENT_ROW ? table_header_in_rows(&words, 0, &header, &end)
	                                         : table_header_in_lines(&words, 0, &header, &end);
	if (!found)
		return STR("none");
	struct str all = STR("");
	for (uint32_t c = 0; c < header.n_columns; c++)
		all = str_format(arena, "%.*s%s%s", STR_ARG(all), c > 0 ? " " : "", column_names[header.columns[c]]);
	return all;
}

static void headers_name_their_columns_in_any_words_and_order(void **state)
{
	(void)state;
	static const struct {
		const char *text, *columns;
	} cases[] = {
	    {"STT Nhiệm vụ Sản phẩm Tiến độ\nPhân công thực hiện\n1", "ordinal title product schedule assignment"},
	    {"TT Nội dung công việc Đơn vị chủ trì Đơn vị phối hợp\nThời gian\nhoàn thành Kết quả/\nSản phẩm\n1.",
	     "ordinal title lead coordinate schedule product"},
	    {"Số TT Hoạt động Hình thức Thời hạn Kinh phí (triệu đồng) Ghi chú\nI. Chung",
	     "ordinal title channel schedule funding note"},
	    {"STT Lĩnh vực Nhiệm vụ cụ thể Thời gian thực hiện Cơ quan, đơn vị chủ trì, phối hợp\n1",
	     "ordinal group title schedule assignment"},
	    {"STT NHIEM VU KET QUA THOI GIAN DON VI THUC HIEN\n1", "ordinal title product schedule assignment"},
	    {"STT Nội dung Nhiệm vụ Bộ phận thực hiện Ghi\nchú\n01", "ordinal group title assignment note"},
	    {"TT Công việc Phân công thực hiện Tiến độ Chủ trì Phối hợp\n1", "ordinal title lead coordinate schedule"},
	    {"STT Nhiệm vụ Mã định danh Thời hạn Cơ quan phê duyệt\n1", "ordinal title note schedule note"},
	    {"STT Tên nhiệm vụ Thời gian bắt đầu Thời gian hoàn thành Người phụ trách\n1",
	     "ordinal title schedule schedule assignment"},
	    {"STT Nhiệm vụ Thời gian Kinh phí\n1 2 3 4\n1 Sửa đường\n", "ordinal title schedule funding"},
	    {"TT Nội dung Yêu cầu đạt được Hoàn thành Đầu mối Phối hợp\n1", "ordinal title product schedule lead coordinate"},
	    {"STT NỘI DUNG SẢN PHẨM HOÀN THÀNH ĐẦU MỐI\n1", "ordinal title product schedule lead"},
	    {"STT Nội dung Sản phẩm hoàn thành Người thực hiện\n1", "ordinal title product assignment"},
	    {"TT Nhiệm vụ Mốc thời gian Đơn vị chịu trách nhiệm chính Khu vực áp dụng\n1", "ordinal title schedule lead note"},
	    {"TT Nhiệm vụ Thời gian thực hiện Phân công thực hiện Ghi chú\nĐơn vị chủ trì Đơn vị phối hợp\n1",
	     "ordinal title schedule lead coordinate note"},
	    {"TT Nhiệm vụ Thời gian Phụ trách\nBắt đầu Kết thúc\n1", "ordinal title schedule schedule assignment"},
	    {"Thời gian Nội dung công việc Đơn vị thực hiện\nTuần 1", "schedule title assignment"},
	    {"Cơ quan chủ trì\nCơ quan phối hợp\nNhiệm vụ\nThời hạn\nSở Tài chính", "lead coordinate title schedule"},
	    {"ST\nT\nNhiệm vụ Tiến độ Đơn vị chủ trì\n1 Trồng cây", "ordinal title schedule lead"},
	    {"TT Nhiệm vụ Thời gian cũ Thời gian điều chỉnh Đơn vị thực hiện\n1", "ordinal title note schedule assignment"},
	    {"TT Nội dung cụ thể Thời gian cụ thể Đơn vị thực hiện\n1", "ordinal title schedule assignment"},
	    {"STT Nhiệm vụ Sản phẩm Kết quả đạt được Thời hạn\n1", "ordinal title product note schedule"},
	    {"STT Nhiệm vụ Kết quả thực hiện Thời hạn\n1", "ordinal title product schedule"},
	    {"TT Công việc Kết quả cần đạt Phòng thực hiện Phòng phối hợp Hạn hoàn thành\n1",
	     "ordinal title product assignment coordinate schedule"},
	    {"| STT | Việc cần làm | Khoa, phòng chủ trì | Giáo viên phối hợp |", "ordinal title lead coordinate"},
	    {"| Nội dung | Người thực hiện | Thời gian |", "title assignment schedule"},
	    {"| STT | Chỉ tiêu | Đơn vị tính | Năm 2025 |", "ordinal note note note"},
	};
	struct arena *arena = arena_new();
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_str(columns_of(arena, cases[i].text), cases[i].columns);
	arena_free(arena);
}

static void prose_that_names_columns_is_no_header(void **state)
{
	(void)state;
	static const char *const cases[] = {
	    "NHIỆM VỤ, SẢN PHẨM, TIẾN ĐỘ VÀ TRÁCH NHIỆM THỰC HIỆN\n(Kèm theo Kế hoạch)",
	    "Nội dung kế hoạch được phổ biến đến toàn thể viên chức.",
	    "TT Chỉ tiêu",
	    "PHÂN CÔNG NHIỆM VỤ\n(Kèm theo Kế hoạch)\nTT Nội dung Cơ quan thực hiện Thời gian\n1",
	    "Thời gian, nội dung và đơn vị thực hiện do Sở hướng dẫn.",
	    "| Họ và tên | Chức vụ |",
	};
	struct arena *arena = arena_new();
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_str(columns_of(arena, cases[i]), "none");
	arena_free(arena);
}

int main(void)
{
	static const struct CMUnitTest cases[] = {
	    cmocka_unit_test(headers_name_their_columns_in_any_words_and_order),
	    cmocka_unit_test(prose_that_names_columns_is_no_header),
	};
	return TEST_RUN(cases);
}
