#include "reading/header_kind.h"

static const struct words_phrase kinds[] = {
    {"kế hoạch", 0},
    {"quyết định", 1},
    {"báo cáo", 2},
    {"chương trình", 3},
    {"thông báo", 4},
    {"hướng dẫn", 5},
    {"tờ trình", 6},
    {"nghị quyết", 7},
    {"chỉ thị", 8},
    {"đề án", 9},
    {"phương án", 10},
    {"quy chế", 11},
    {"quy định", 12},
    {"kết luận", 13},
    {"phụ lục", 14},
    {"dự án", 15},
    {"chương trình hành động", 16},
};
static const char *const printed[] = {"Kế hoạch",
                                      "Quyết định",
                                      "Báo cáo",
                                      "Chương trình",
                                      "Thông báo",
                                      "Hướng dẫn",
                                      "Tờ trình",
                                      "Nghị quyết",
                                      "Chỉ thị",
                                      "Đề án",
                                      "Phương án",
                                      "Quy chế",
                                      "Quy định",
                                      "Kết luận",
                                      "Phụ lục",
                                      "Dự án",
                                      "Chương trình hành động"};

struct str header_kind_at(const struct words *words, size_t i, size_t *ret_words)
{
	const struct words_phrase *kind = words_match_any(words, i, kinds, sizeof kinds / sizeof kinds[0], ret_words);
	return kind != NULL ? str_of(printed[kind->meaning]) : (struct str){0};
}
