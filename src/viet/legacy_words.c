#include "viet/legacy_words.h"

#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "viet/nfc.h"
#include "viet/space.h"
#include "viet/syllable.h"

/* ---- Words ---- */

static bool is_ascii_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_ascii(char c)
{
	return (unsigned char)c < 0x80;
}

/* Takes the next word off the text, without the ASCII punctuation around it; *ret_gap is what stands before it. */
static bool next_word(struct str *rest, struct str *ret_gap, struct str *ret_word)
{
	size_t begin = 0, end;
	while (begin < rest->len && is_ascii(rest->ptr[begin]) && !is_ascii_letter(rest->ptr[begin]))
		begin++;
	for (end = begin; end < rest->len; end++) {
		char c = rest->ptr[end];
		if (is_ascii(c) && !is_ascii_letter(c))
			break;
	}
	*ret_gap = str_part(*rest, 0, begin);
	*ret_word = str_part(*rest, begin, end - begin);
	*rest = str_from(*rest, end);
	return ret_word->len > 0 || ret_gap->len > 0;
}

static bool is_marked(struct str word)
{
	for (size_t i = 0; i < word.len; i++)
		if (!is_ascii(word.ptr[i]))
			return true;
	return false;
}

/* Quotes and dashes that are not ASCII's stand at the ends of words. */
static struct str bare(struct str word)
{
	static const char *const signs[] = {"“", "”", "‘", "’", "–", "—", "…", "•", "\u00a0", "\u00ad"};
	for (bool again = true; again;) {
		again = false;
		if (word.len == 0 || (is_ascii(word.ptr[0]) && is_ascii(word.ptr[word.len - 1])))
			return word;
		for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
			struct str sign = str_of(signs[i]);
			if (str_has_prefix(word, sign)) {
				word = str_from(word, sign.len);
				again = true;
			} else if (str_has_suffix(word, sign)) {
				word = str_part(word, 0, word.len - sign.len);
				again = true;
			}
		}
	}
	return word;
}

struct viet_legacy_words viet_legacy_words_count(struct str text)
{
	struct viet_legacy_words words = {0};
	struct str gap, word;
	while (next_word(&text, &gap, &word)) {
		word = bare(word);
		if (word.len == 0)
			continue;
		words.all++;
		if (!is_marked(word))
			continue;
		words.marked++;
		words.possible += viet_syllable_is_possible(word);
	}
	return words;
}

/* ---- Mending ---- */

enum { MAX_WORD = 32, MAX_CHOICES = 64, FAR_COMMONER = 20 };

struct mending {
	const struct viet_legacy_swap *swaps;
	size_t n_swaps, choices;
	struct str word;
	char best[MAX_WORD];
	size_t best_len;
	int best_cost;
};

/* Tries every choice of what was swapped from byte `at` on; `made` holds what stands before. */
static void try_from(struct mending *m, size_t at, char *made, size_t len)
{
	if (at == m->word.len) {
		int cost = viet_syllable_cost((struct str){made, len});
		if (cost < m->best_cost) {
			memcpy(m->best, made, len);
			m->best_len = len;
			m->best_cost = cost;
		}
		m->choices++;
		return;
	}
	for (size_t i = 0; i < m->n_swaps && m->choices < MAX_CHOICES; i++) {
		const struct viet_legacy_swap *swap = &m->swaps[i];
		if (!str_has_prefix(str_from(m->word, at), swap->from) || len + swap->to.len > MAX_WORD)
			continue;
		memcpy(made + len, swap->to.ptr, swap->to.len);
		try_from(m, at + swap->from.len, made, len + swap->to.len);
	}
	if (len < MAX_WORD) {
		made[len] = m->word.ptr[at];
		try_from(m, at + 1, made, len + 1);
	}
}

void viet_legacy_words_count_mended(struct str text, const struct viet_legacy_swap *swaps, size_t n_swaps, size_t *ret_mended,
                                    size_t *ret_broken)
{
	struct str gap, word;
	*ret_mended = *ret_broken = 0;
	while (next_word(&text, &gap, &word)) {
		struct str core = bare(word);
		char made[MAX_WORD];
		if (core.len == 0 || core.len > MAX_WORD || !is_marked(core) || viet_syllable_is_possible(core))
			continue;
		struct mending m = {.swaps = swaps, .n_swaps = n_swaps, .word = core, .best_cost = VIET_SYLLABLE_NONE};
		try_from(&m, 0, made, 0);
		*ret_mended += m.best_len > 0;
		*ret_broken += m.best_len == 0;
	}
}

struct str viet_legacy_words_mend(struct arena *arena, struct str text, const struct viet_legacy_swap *swaps, size_t n_swaps,
                                  size_t *ret_mended, size_t *ret_broken)
{
	struct buf out;
	struct str gap, word;
	*ret_mended = *ret_broken = 0;
	buf_init(&out, arena, text.len * 2 + 1);
	while (next_word(&text, &gap, &word)) {
		struct str core = bare(word);
		char made[MAX_WORD];
		int cost = core.len > 0 && core.len <= MAX_WORD && is_marked(core) ? viet_syllable_cost(core) : 0;
		struct mending m = {.swaps = swaps,
		                    .n_swaps = n_swaps,
		                    .word = core,
		                    .best_cost = cost == VIET_SYLLABLE_NONE ? cost : cost - FAR_COMMONER};
		buf_add(&out, gap);
		if (cost > 0)
			try_from(&m, 0, made, 0);
		if (m.best_len == 0) {
			*ret_broken += cost == VIET_SYLLABLE_NONE;
			buf_add(&out, word);
			continue;
		}
		*ret_mended += cost == VIET_SYLLABLE_NONE;
		buf_add(&out, str_part(word, 0, (size_t)(core.ptr - word.ptr)));
		buf_add(&out, (struct str){m.best, m.best_len});
		buf_add(&out, str_from(word, (size_t)(core.ptr - word.ptr) + core.len));
	}
	return viet_nfc(arena, buf_str(&out));
}
