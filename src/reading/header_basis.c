#include "reading/header_basis.h"

#include "reading/header_issuer.h"
#include "reading/header_kind.h"
#include "reading/unit_name.h"
#include "reading/words.h"

enum { MAX_BETWEEN = 3 };

/* 1: what is proposed is no work to carry out. */
static const struct words_phrase basis_words[] = {{"căn cứ", 0},
                                                  {"căn cứ vào", 0},
                                                  {"thực hiện", 0},
                                                  {"để thực hiện", 0},
                                                  {"thi hành", 0},
                                                  {"theo", 0},
                                                  {"trên cơ sở", 0},
                                                  {"theo đề nghị", 1},
                                                  {"xét đề nghị", 1},
                                                  {"xét", 1},
                                                  {"triển khai", 0},
                                                  {"triển khai thực hiện", 0},
                                                  {"nhằm thực hiện", 0},
                                                  {"nhằm triển khai thực hiện", 0},
                                                  {"tiếp tục thực hiện", 0}};

/* What an issuer does by its document, beyond header_issuer_acts(). */
static const char *const acts[] = {"yêu cầu",     "đề nghị",      "phát động",  "chỉ đạo",    "giao",     "kính báo cáo",
                                   "xin báo cáo", "kính đề nghị", "cụ thể hóa", "điều chỉnh", "phối hợp", "tham mưu",
                                   "thống nhất",  "kính trình",   "trân trọng", "tiếp tục",   "kết luận", "ký kết",
                                   "thành lập",   "bổ sung",      "trình"};

/* Issuers in small letters: "nhà trường xây dựng kế hoạch như sau". */
static const char *const small_issuers[] = {"nhà trường", "trung tâm", "đơn vị", "cơ quan", "công ty", "bệnh viện",
                                            "phường",     "xã",        "sở",     "chi bộ",  "trường",  "phòng",
                                            "ban",        "huyện",     "tỉnh",   "liên đội"};
static const char *const small_acts[] = {"xây dựng", "ban hành", "lập", "triển khai", "báo cáo", "đề ra"};

/* What begins another part of the sentence behind a comma: why, with whom, on what the issuer acts. */
static const char *const asides[] = {"để",
                                     "nhằm",
                                     "sau khi",
                                     "trên cơ sở",
                                     "xét",
                                     "nay",
                                     "với mục tiêu",
                                     "với mục đích",
                                     "theo đề nghị",
                                     "được sự",
                                     "từ tình hình",
                                     "căn cứ",
                                     "để triển khai",
                                     "và xét đề nghị",
                                     "đồng thời",
                                     "trong thời gian qua",
                                     "tiếp theo"};

struct reader {
	struct arena *arena;
	const struct lines_paragraph_vec *paragraphs;
	struct reading_field_vec *out;
};

#define MATCH(words, i, table, n) words_match_any((words), (i), (table), sizeof(table) / sizeof(table)[0], (n))
#define LONGEST(words, i, table)  words_longest((words), (i), (table), sizeof(table) / sizeof(table)[0])

bool header_basis_begins(const struct words *words)
{
	size_t n = 0;
	return MATCH(words, 0, basis_words, &n) != NULL && words->at[0].capital;
}

/* Whether a basis is law, on which a plan rests but which it does not carry out. */
static bool is_law(const struct words *words, size_t from)
{
	static const char *const laws[] = {"luật",      "bộ luật",  "các luật",     "nghị định", "các nghị định",
	                                   "pháp lệnh", "thông tư", "các thông tư", "hiến pháp"};
	return LONGEST(words, from, laws) > 0;
}

static void add(struct reader *r, const struct lines_paragraph *p, size_t from, size_t to)
{
	const struct words *words = &p->words;
	if (is_law(words, from))
		return;
	while (to > from && words->at[to - 1].kind == WORD_SIGN && !words_is(words, to - 1, ")") && !words_is(words, to - 1, "\""))
		to--;
	if (to > from)
		VEC_PUSH(r->arena, r->out, lines_field(r->arena, p, words->at[from].begin, words->at[to - 1].end, 92));
}

/* "Kế hoạch số 08": another document. */
static bool names_document(const struct words *words, size_t i)
{
	size_t n = 0;
	bool kind = i < words->n && words->at[i].capital && header_kind_at(words, i, &n).len > 0 && words_is(words, i + n, "số");
	return kind || words_match(words, i, "công văn số") > 0;
}

/* Whether what is done stands at word `i`, or behind a few words more of a name that no grammar knows whole ("Cục Việc làm ngoài
 * nước điều chỉnh"). */
static bool acts_behind(const struct words *words, size_t i)
{
	enum { MORE_OF_A_NAME = 5 };
	for (size_t k = i; k < words->n && k <= i + MORE_OF_A_NAME && words->at[k].kind == WORD_LETTERS; k++)
		if (LONGEST(words, k, acts) > 0)
			return true;
	return false;
}

/* Whether the issuer's own sentence begins at word `i`: "Sở Nội vụ xây dựng", "Giám đốc Sở yêu cầu", "nhà trường lập kế hoạch".
 */
static bool is_issuer(const struct words *words, size_t i)
{
	if (i >= words->n)
		return false;
	size_t n = words->at[i].capital ? unit_name_at(words, i) : 0;
	if (n > 0 && (header_issuer_acts(words, i) > 0 || acts_behind(words, i + n)))
		return true;
	n = words->at[i].capital ? 0 : LONGEST(words, i, small_issuers);
	size_t m = n > 0 ? LONGEST(words, i + n, small_acts) : 0, kind = 0;
	return m > 0 && (header_kind_at(words, i + n + m, &kind).len > 0 || words_match(words, i + n + m, "như sau") > 0);
}

/* Whether what a basis says ends before word `k`. */
static bool ends_before(const struct words *words, size_t k)
{
	if (words_is(words, k, ";")) /* another basis, which was looked for before, or another matter */
		return true;
	if (words_is(words, k, ",") || words_is(words, k, "."))
		return is_issuer(words, k + 1) || LONGEST(words, k + 1, asides) > 0;
	if (words_match(words, k, "và xét đề nghị") > 0)
		return true;
	bool behind_year = k > 0 && words_number(words, k - 1) > 1900 && words->at[k].capital;
	return behind_year && is_issuer(words, k);
}

/* One paragraph of bases from word `from` on: cut before "; căn cứ …", "và Kế hoạch số …" and the issuer's own sentence. */
static void read_paragraph(struct reader *r, const struct lines_paragraph *p, size_t from)
{
	const struct words *words = &p->words;
	bool numbered = false;
	for (size_t k = from; k < words->n; k++) {
		size_t n = 0;
		bool next = words_is(words, k, ";") && (MATCH(words, k + 1, basis_words, &n) != NULL || names_document(words, k + 1));
		numbered = numbered || words_is(words, k, "số");
		if (next || (numbered && (words_is(words, k, "và") || words_is(words, k, ",")) && names_document(words, k + 1))) {
			add(r, p, from, k);
			from = k + 1 + n;
			numbered = false;
		} else if (ends_before(words, k)) {
			add(r, p, from, k);
			return;
		}
	}
	add(r, p, from, words->n);
}

size_t header_basis_read(struct arena *arena, const struct lines_paragraph_vec *paragraphs, size_t from,
                         struct reading_field_vec *out)
{
	struct reader r = {.arena = arena, .paragraphs = paragraphs, .out = out};
	size_t others = 0, body = from; /* other sentences may stand among them */
	bool open = false;              /* the basis before ended as a list does that goes on */
	for (size_t i = from; i < paragraphs->n && paragraphs->at[i].mark <= LINES_BULLET && others < MAX_BETWEEN; i++) {
		const struct lines_paragraph *p = &paragraphs->at[i];
		size_t n = 0, lead = lines_first_word(p);
		const struct words_phrase *basis = MATCH(&p->words, lead, basis_words, &n);
		bool goes_on = open && basis == NULL && names_document(&p->words, lead);
		if (!goes_on && (basis == NULL || !p->words.at[lead].capital)) {
			others++;
			continue;
		}
		if (goes_on || basis->meaning == 0)
			read_paragraph(&r, p, lead + n);
		open = words_is(&p->words, p->words.n - 1, ";") || words_is(&p->words, p->words.n - 1, ":");
		body = i + 1;
	}
	return body;
}
