#include "reading/citation_type.h"

/* Nghị định 30/2020/NĐ-CP, Annex III; Hướng dẫn 05-HD/VPTW for the Party; and what practice adds to both. */
static const struct citation_type types[] = {
    {"nghị quyết", "Nghị quyết", "NQ", true},
    {"nghị quyết liên tịch", "Nghị quyết liên tịch", "NQLT", false},
    {"nghị định", "Nghị định", "NĐ", true},
    {"quyết định", "Quyết định", "QĐ", true},
    {"kế hoạch", "Kế hoạch", "KH", false},
    {"kế hoạch liên tịch", "Kế hoạch liên tịch", "KHLT", false},
    {"kế hoạch phối hợp", "Kế hoạch phối hợp", "KHPH", false},
    {"kế hoạch hành động", "Kế hoạch hành động", NULL, false},
    {"thông tư", "Thông tư", "TT", true},
    {"thông tư liên tịch", "Thông tư liên tịch", "TTLT", true},
    {"thông tri", "Thông tri", NULL, true},
    {"chỉ thị", "Chỉ thị", "CT", true},
    {"công văn", "Công văn", "CV", false},
    {"văn bản", "Văn bản", NULL, false},
    {"văn bản hợp nhất", "Văn bản hợp nhất", "VBHN", false},
    {"hướng dẫn", "Hướng dẫn", "HD", false},
    {"hướng dẫn liên ngành", "Hướng dẫn liên ngành", "HDLN", false},
    {"kết luận", "Kết luận", "KL", true},
    {"thông báo", "Thông báo", "TB", false},
    {"thông báo kết luận", "Thông báo kết luận", "TBKL", false},
    {"quy định", "Quy định", "QyĐ", true},
    {"quy chế", "Quy chế", "QC", false},
    {"quy chế phối hợp", "Quy chế phối hợp", "QCPH", false},
    {"chương trình", "Chương trình", "CTr", false},
    {"chương trình hành động", "Chương trình hành động", "CTHĐ", false},
    {"chương trình phối hợp", "Chương trình phối hợp", "CTrPH", false},
    {"chương trình công tác", "Chương trình công tác", NULL, false},
    {"báo cáo", "Báo cáo", "BC", false},
    {"báo cáo thẩm định", "Báo cáo thẩm định", "BCTĐ", false},
    {"báo cáo thẩm tra", "Báo cáo thẩm tra", "BCTT", false},
    {"báo cáo tổng kết", "Báo cáo tổng kết", "BCTK", false},
    {"tờ trình", "Tờ trình", "TTr", false},
    {"công điện", "Công điện", "CĐ", true},
    {"đề án", "Đề án", "ĐA", false},
    {"dự án", "Dự án", "DA", false},
    {"phương án", "Phương án", "PA", false},
    {"chiến lược", "Chiến lược", NULL, false},
    {"bộ luật", "Bộ luật", NULL, false},
    {"luật", "Luật", NULL, false},
    {"pháp lệnh", "Pháp lệnh", "PL", false},
    {"lệnh", "Lệnh", "L", false},
    {"quyết nghị", "Quyết nghị", NULL, false},
    {"thể lệ", "Thể lệ", "TL", false},
    {"giấy mời", "Giấy mời", "GM", false},
    {"biên bản", "Biên bản", "BB", false},
    {"thư kêu gọi", "Thư kêu gọi", NULL, false},
    {"lời kêu gọi", "Lời kêu gọi", NULL, false},
    {"hiệp định", "Hiệp định", NULL, false},
    {"hợp đồng", "Hợp đồng", "HĐ", false},
    {"thông cáo", "Thông cáo", "TC", false},
};
enum { N_TYPES = sizeof types / sizeof types[0], MAX_TYPE_WORDS = 4 };

const struct citation_type *citation_type_before(const struct words *words, size_t i, size_t *ret_begin)
{
	for (size_t back = MAX_TYPE_WORDS; back >= 1; back--)
		for (size_t k = 0; k < N_TYPES && back <= i; k++)
			if (words_match(words, i - back, types[k].keys) == back) {
				*ret_begin = i - back;
				return &types[k];
			}
	return NULL;
}

const struct citation_type *citation_type_at(const struct words *words, size_t i, size_t *ret_words)
{
	const struct citation_type *best = NULL;
	size_t longest = 0;
	for (size_t k = 0; k < N_TYPES; k++) {
		size_t n = words_match(words, i, types[k].keys);
		if (n > longest) {
			best = &types[k];
			longest = n;
		}
	}
	*ret_words = longest;
	return best;
}

const struct citation_type *citation_type_of_code(struct str code)
{
	for (size_t k = 0; k < N_TYPES; k++)
		if (types[k].code != NULL && str_eq(code, str_of(types[k].code)))
			return &types[k];
	return NULL;
}
