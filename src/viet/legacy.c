#include "viet/legacy.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "viet/legacy_char.h"
#include "viet/legacy_words.h"
#include "viet/nfc.h"
#include "viet/upper.h"

/* What a guess rests on: so much of the text, so many words, so many of a hundred that must be syllables. */
enum { SAMPLE_BYTES = 32 * 1024, WORDS_LEAST = 3, SOUND_PERCENT = 80, SPOILT_PERCENT = 60, VIQR_PERCENT = 20, ALL = 100 };

struct str viet_legacy_name(enum viet_legacy encoding)
{
	static const struct str names[] = {
	    [VIET_LEGACY_NONE] = STR_INIT("Unicode"),
	    [VIET_LEGACY_UTF16] = STR_INIT("UTF-16"),
	    [VIET_LEGACY_TCVN3] = STR_INIT("TCVN3 (ABC)"),
	    [VIET_LEGACY_VNI] = STR_INIT("VNI"),
	    [VIET_LEGACY_VISCII] = STR_INIT("VISCII"),
	    [VIET_LEGACY_CP1258] = STR_INIT("Windows-1258"),
	    [VIET_LEGACY_VIQR] = STR_INIT("VIQR"),
	    [VIET_LEGACY_DOUBLE_UTF8] = STR_INIT("UTF-8, hai lần"),
	    [VIET_LEGACY_DOUBLE_VNI] = STR_INIT("VNI, hai lần"),
	    [VIET_LEGACY_HOOKED_U] = STR_INIT("Ƣ"),
	};
	return names[encoding];
}

/* ---- Which it is ---- */

static bool is_sound(struct viet_legacy_words words)
{
	return words.marked >= WORDS_LEAST && words.possible * ALL >= words.marked * SOUND_PERCENT;
}

static bool is_spoilt(struct viet_legacy_words words)
{
	return words.marked >= WORDS_LEAST && words.possible * ALL < words.marked * SPOILT_PERCENT;
}

/* VIQR is ASCII in which a good part of the words takes marks. */
static bool is_viqr(struct arena *arena, struct str sample, struct viet_legacy_words before)
{
	if (before.marked * VIQR_PERCENT > before.all)
		return false;
	struct viet_legacy_words after = viet_legacy_words_count(viet_legacy_char_decode(arena, sample, VIET_LEGACY_VIQR));
	return is_sound(after) && after.marked * ALL >= after.all * VIQR_PERCENT;
}

/* The encoding in which most words of `sample`, counted in `before`, are syllables. `taken`: it is bytes, not UTF-8 that someone
 * may have meant. */
static enum viet_legacy guess(struct arena *arena, struct str sample, struct viet_legacy_words before, bool taken)
{
	static const enum viet_legacy encodings[] = {VIET_LEGACY_TCVN3, VIET_LEGACY_VNI, VIET_LEGACY_VISCII, VIET_LEGACY_CP1258};
	enum viet_legacy best = VIET_LEGACY_NONE;
	size_t most = 0;
	if (!taken && !is_spoilt(before))
		return is_viqr(arena, sample, before) ? VIET_LEGACY_VIQR : VIET_LEGACY_NONE;
	if (!taken && is_sound(viet_legacy_words_count(viet_legacy_char_undouble(arena, sample))))
		return VIET_LEGACY_DOUBLE_UTF8;
	for (size_t i = 0; i < sizeof encodings / sizeof *encodings; i++) {
		struct viet_legacy_words after = viet_legacy_words_count(viet_legacy_char_decode(arena, sample, encodings[i]));
		if (is_sound(after) && after.possible > most && after.possible > before.possible) {
			most = after.possible;
			best = encodings[i];
		}
	}
	return best;
}

/* ---- Damage that words show ---- */

static const struct viet_legacy_swap double_vni[] = {
    {STR_INIT("ơ"), STR_INIT("ô")},  {STR_INIT("ị"), STR_INIT("ò")},  {STR_INIT("ĩ"), STR_INIT("ó")},
    {STR_INIT("ố"), STR_INIT("oá")}, {STR_INIT("ồ"), STR_INIT("oà")}, {STR_INIT("ỗ"), STR_INIT("oã")},
    {STR_INIT("Ơ"), STR_INIT("Ô")},  {STR_INIT("Ị"), STR_INIT("Ò")},  {STR_INIT("Ĩ"), STR_INIT("Ó")},
    {STR_INIT("Ố"), STR_INIT("OÁ")}, {STR_INIT("Ồ"), STR_INIT("OÀ")}, {STR_INIT("Ỗ"), STR_INIT("OÃ")},
};

static const struct viet_legacy_swap lost_grave[] = {{STR_INIT("õ"), STR_INIT("ò")}, {STR_INIT("Õ"), STR_INIT("Ò")}};

static struct str unhook(struct arena *arena, struct str text)
{
	struct buf out;
	buf_init(&out, arena, text.len + 1);
	for (size_t at = 0; at < text.len;) {
		size_t from = at;
		uint32_t c = utf8_next(text, &at);
		if (c == 0x1a2 || c == 0x1a3)
			buf_add(&out, c == 0x1a2 ? STR("Ư") : STR("ư"));
		else
			buf_add(&out, str_part(text, from, at - from));
	}
	return buf_str(&out);
}

/* Mends what is UTF-8 and mostly sound; `before` counts the words of its sample. */
static enum viet_legacy mend(struct arena *arena, struct viet_legacy_words before, struct str *text)
{
	size_t mended, broken;
	enum viet_legacy found = VIET_LEGACY_NONE;
	if (str_contains(*text, STR("Ƣ")) || str_contains(*text, STR("ƣ"))) {
		found = VIET_LEGACY_HOOKED_U;
		*text = viet_legacy_words_mend(arena, unhook(arena, *text), lost_grave, sizeof lost_grave / sizeof *lost_grave, &mended,
		                               &broken);
	}
	if (before.marked - before.possible < WORDS_LEAST) /* nothing to mend */
		return found;
	struct str sample = utf8_cut(*text, SAMPLE_BYTES);
	viet_legacy_words_count_mended(sample, double_vni, sizeof double_vni / sizeof *double_vni, &mended, &broken);
	if (mended < WORDS_LEAST || mended < broken)
		return found;
	*text = viet_legacy_words_mend(arena, *text, double_vni, sizeof double_vni / sizeof *double_vni, &mended, &broken);
	return found == VIET_LEGACY_NONE ? VIET_LEGACY_DOUBLE_VNI : found;
}

/* ---- The whole ---- */

static struct str decode(struct arena *arena, struct str text, enum viet_legacy encoding)
{
	return encoding == VIET_LEGACY_DOUBLE_UTF8 ? viet_legacy_char_undouble(arena, text)
	                                           : viet_legacy_char_decode(arena, text, encoding);
}

enum viet_legacy viet_legacy_decode(struct arena *arena, struct str bytes, struct str *ret_text)
{
	*ret_text = bytes;
	if (str_has_prefix(bytes, STR("\xff\xfe")) || str_has_prefix(bytes, STR("\xfe\xff"))) {
		*ret_text = viet_nfc(arena, viet_legacy_char_utf16(arena, bytes));
		return VIET_LEGACY_UTF16;
	}
	bool valid = utf8_is_valid(bytes);
	struct str text = valid ? viet_nfc(arena, bytes) : viet_legacy_char_widen(arena, bytes);
	struct str sample = utf8_cut(text, SAMPLE_BYTES);
	struct viet_legacy_words before = viet_legacy_words_count(sample);
	enum viet_legacy found = guess(arena, sample, before, !valid);
	if (found != VIET_LEGACY_NONE)
		*ret_text = decode(arena, text, found);
	else if (valid && (found = mend(arena, before, &text)) != VIET_LEGACY_NONE)
		*ret_text = text;
	return found;
}

/* ---- Fonts ---- */

enum viet_legacy viet_legacy_of_font(struct str font, bool *ret_capitals)
{
	*ret_capitals = str_has_prefix(font, STR(".Vn")) && str_has_suffix(font, STR("H"));
	if (str_has_prefix(font, STR(".Vn")))
		return VIET_LEGACY_TCVN3;
	return str_has_prefix(font, STR("VNI-")) || str_has_prefix(font, STR("VNI ")) ? VIET_LEGACY_VNI : VIET_LEGACY_NONE;
}

/* A letter that no old font has a place for: the text is Unicode, whatever its font. */
static bool has_unicode_letters(struct str text)
{
	for (size_t at = 0; at < text.len;) {
		uint32_t c = utf8_next(text, &at);
		if ((c >= 0x102 && c <= 0x1b0) || (c >= 0x1ea0 && c <= 0x1ef9))
			return true;
	}
	return false;
}

struct str viet_legacy_from_font(struct arena *arena, struct str text, enum viet_legacy encoding, bool capitals)
{
	if (encoding == VIET_LEGACY_NONE || has_unicode_letters(text))
		return text;
	struct str decoded = viet_legacy_char_decode(arena, text, encoding);
	return capitals ? viet_upper(arena, decoded) : decoded;
}
