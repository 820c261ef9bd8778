#include "feature/unit/unit_names.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/log.h"
#include "base/utf8.h"
#include "feature/unit/unit_sql.h"
#include "viet/fold.h"

/* Long and short forms of the words in a unit's name, folded. */
static const struct {
	struct str full, brief;
} word_pairs[] = {
    {STR_INIT("uy ban nhan dan"), STR_INIT("ubnd")}, {STR_INIT("hoi dong nhan dan"), STR_INIT("hdnd")},
    {STR_INIT("thanh pho"), STR_INIT("tp")},         {STR_INIT("trung hoc pho thong"), STR_INIT("thpt")},
    {STR_INIT("trung hoc co so"), STR_INIT("thcs")},
};

static bool is_word_at(struct str text, size_t at, struct str word)
{
	size_t end = at + word.len;
	return str_eq(str_part(text, at, word.len), word) && (at == 0 || text.ptr[at - 1] == ' ') &&
	       (end == text.len || text.ptr[end] == ' ');
}

static struct str with_words(struct arena *arena, struct str key, bool brief)
{
	struct buf out;
	buf_init(&out, arena, key.len * 4 + 64);
	for (size_t at = 0; at < key.len;) {
		size_t i = 0, n = sizeof word_pairs / sizeof word_pairs[0];
		while (i < n && !is_word_at(key, at, brief ? word_pairs[i].full : word_pairs[i].brief))
			i++;
		if (i < n) {
			buf_add(&out, brief ? word_pairs[i].brief : word_pairs[i].full);
			at += brief ? word_pairs[i].full.len : word_pairs[i].brief.len;
		} else {
			buf_add_char(&out, key.ptr[at++]);
		}
	}
	return buf_str(&out);
}

static bool is_part_of_word(char c)
{
	return (unsigned char)c >= 0x80 || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

static bool next_word(struct str *rest, struct str *ret)
{
	size_t at = 0, end;
	while (at < rest->len && !is_part_of_word(rest->ptr[at]))
		at++;
	for (end = at; end < rest->len && is_part_of_word(rest->ptr[end]);)
		end++;
	*ret = str_part(*rest, at, end - at);
	*rest = str_from(*rest, end);
	return ret->len > 0;
}

/* Whether a word is an abbreviation: its second letter is a capital. */
static bool is_abbreviation(struct arena *arena, struct str word)
{
	size_t second = 0, behind;
	(void)utf8_next(word, &second);
	behind = second;
	if (second >= word.len)
		return false;
	(void)utf8_next(word, &behind);
	struct str letter = str_part(word, second, behind - second);
	return !str_eq(viet_lower(arena, letter), letter);
}

struct str unit_names_initials(struct arena *arena, struct str name)
{
	struct str rest = viet_normalize(arena, name), word;
	struct buf out;
	buf_init(&out, arena, rest.len + 2);
	buf_add_char(&out, '=');
	while (next_word(&rest, &word)) {
		struct str key = viet_fold(arena, word);
		if (!str_eq(key, STR("va")) && key.len > 0)
			buf_add(&out, is_abbreviation(arena, word) ? key : str_part(key, 0, 1));
	}
	return out.len > 2 ? buf_str(&out) : (struct str){0};
}

/* Whether a name is that of a place, by which its committee may go: "phuong lam thanh". */
static bool is_of_place(struct str key)
{
	static const char *const places[] = {"xa ", "phuong ", "dac khu ", "tinh ", "thanh pho ", "thi tran "};
	for (size_t i = 0; i < sizeof places / sizeof places[0]; i++)
		if (str_has_prefix(key, str_of(places[i])))
			return true;
	return false;
}

/* A committee's other name: with "uy ban nhan dan" where it goes by its place, without where it does not. */
static struct str by_place(struct arena *arena, struct str key)
{
	static const struct str full = STR_INIT("uy ban nhan dan ");
	if (str_has_prefix(key, full))
		return is_of_place(str_from(key, full.len)) ? str_from(key, full.len) : key;
	return is_of_place(key) ? str_format(arena, "%.*s%.*s", STR_ARG(full), STR_ARG(key)) : key;
}

static int compare_names(const void *a, const void *b)
{
	const struct unit_name *left = a, *right = b;
	int order = str_compare(left->key, right->key);
	return order != 0 ? order : (left->unit_id > right->unit_id) - (left->unit_id < right->unit_id);
}

enum rc unit_names_list(struct db_conn *db, struct arena *arena, struct unit_name_vec *ret)
{
	struct unit_sql_list_names_rows rows = {0};
	struct unit_name_vec names = {0};
	size_t n = 0;
	TRY(unit_sql_list_names(db, arena, &rows));
	for (size_t i = 0; i < rows.n; i++) {
		const struct unit_sql_list_names_row *row = &rows.at[i];
		struct unit_name name = {.unit_id = row->id, .path = row->path, .kind = UNIT_OTHER};
		if (!unit_kind_parse(row->kind, &name.kind))
			return log_fail(RC_CORRUPT, "unit %lld is of no known kind", (long long)row->id);
		struct str place = by_place(arena, row->name_key);
		const struct str keys[] = {row->name_key,
		                           with_words(arena, row->name_key, true),
		                           with_words(arena, row->name_key, false),
		                           place,
		                           with_words(arena, place, true),
		                           viet_fold(arena, row->code),
		                           unit_names_initials(arena, row->name)};
		for (size_t k = 0; k < sizeof keys / sizeof keys[0]; k++) {
			name.key = keys[k];
			if (name.key.len > 0)
				VEC_PUSH(arena, &names, name);
		}
	}
	if (names.n > 0)
		qsort(names.at, names.n, sizeof names.at[0], compare_names);
	for (size_t i = 0; i < names.n; i++) {
		if (n == 0 || compare_names(&names.at[n - 1], &names.at[i]) != 0)
			names.at[n++] = names.at[i];
	}
	names.n = n;
	*ret = names;
	return RC_OK;
}

static size_t find_first_name(const struct unit_name_vec *names, struct str key)
{
	size_t low = 0, high = names->n;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (str_compare(names->at[middle].key, key) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

int64_t unit_names_meant(const struct unit_name_vec *names, struct str path, struct str key)
{
	const struct unit_name *below = NULL, *any = NULL;
	size_t n_below = 0, n = 0;
	for (size_t i = find_first_name(names, key); i < names->n && str_eq(names->at[i].key, key); i++) {
		any = &names->at[i];
		n++;
		if (!str_has_prefix(any->path, path))
			continue;
		below = any;
		n_below++;
	}
	if (n_below > 0)
		return n_below == 1 ? below->unit_id : 0;
	return n == 1 && any->kind != UNIT_DIVISION ? any->unit_id : 0;
}

bool unit_names_begin(const struct unit_name_vec *names, struct str begin)
{
	size_t i = find_first_name(names, begin);
	return i < names->n && str_has_prefix(names->at[i].key, begin);
}
