#include "viet/syllable.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "viet/letter.h"
#include "viet/syllable_costs.h"

/* A rime without its tone, and what it goes with; in the order of strcmp. */
enum {
	FRONT = 1 << 0,   /* begins with e, ê, i, y: k, gh, ngh before it, not c, g, ng */
	STOPPED = 1 << 1, /* ends with c, ch, p, t: sắc or nặng only */
	BARE = 1 << 2,    /* only with no onset */
	ONSET = 1 << 3,   /* only with one */
	QU = 1 << 4,      /* only after qu */
	NOT_QU = 1 << 5,  /* has the medial sound of qu itself */
};
static const struct rime {
	const char *text;
	unsigned flags;
} rimes[] = {
    {"a", 0},
    {"ac", STOPPED},
    {"ach", STOPPED},
    {"ai", 0},
    {"am", 0},
    {"an", 0},
    {"ang", 0},
    {"anh", 0},
    {"ao", 0},
    {"ap", STOPPED},
    {"at", STOPPED},
    {"au", 0},
    {"ay", 0},
    {"e", FRONT},
    {"ec", FRONT | STOPPED},
    {"em", FRONT},
    {"en", FRONT},
    {"eng", FRONT},
    {"eo", FRONT},
    {"ep", FRONT | STOPPED},
    {"et", FRONT | STOPPED},
    {"i", FRONT},
    {"ia", FRONT},
    {"ich", FRONT | STOPPED},
    {"im", FRONT},
    {"in", FRONT},
    {"inh", FRONT},
    {"ip", FRONT | STOPPED},
    {"it", FRONT | STOPPED},
    {"iu", FRONT},
    {"iêc", FRONT | STOPPED | ONSET},
    {"iêm", FRONT | ONSET},
    {"iên", FRONT | ONSET},
    {"iêng", FRONT | ONSET},
    {"iêp", FRONT | STOPPED | ONSET},
    {"iêt", FRONT | STOPPED | ONSET},
    {"iêu", FRONT | ONSET},
    {"o", NOT_QU},
    {"oa", NOT_QU},
    {"oac", STOPPED | NOT_QU},
    {"oach", STOPPED | NOT_QU},
    {"oai", NOT_QU},
    {"oam", NOT_QU},
    {"oan", NOT_QU},
    {"oang", NOT_QU},
    {"oanh", NOT_QU},
    {"oao", NOT_QU},
    {"oap", STOPPED | NOT_QU},
    {"oat", STOPPED | NOT_QU},
    {"oay", NOT_QU},
    {"oc", STOPPED | NOT_QU},
    {"oe", NOT_QU},
    {"oen", NOT_QU},
    {"oeo", NOT_QU},
    {"oet", STOPPED | NOT_QU},
    {"oi", NOT_QU},
    {"om", NOT_QU},
    {"on", NOT_QU},
    {"ong", NOT_QU},
    {"ooc", STOPPED | NOT_QU},
    {"oong", NOT_QU},
    {"op", STOPPED | NOT_QU},
    {"ot", STOPPED | NOT_QU},
    {"oăc", STOPPED | NOT_QU},
    {"oăm", NOT_QU},
    {"oăn", NOT_QU},
    {"oăng", NOT_QU},
    {"oăt", STOPPED | NOT_QU},
    {"u", NOT_QU},
    {"ua", NOT_QU},
    {"uc", STOPPED | NOT_QU},
    {"ui", NOT_QU},
    {"um", NOT_QU},
    {"un", NOT_QU},
    {"ung", NOT_QU},
    {"up", STOPPED | NOT_QU},
    {"ut", STOPPED | NOT_QU},
    {"uy", NOT_QU},
    {"uya", NOT_QU},
    {"uych", STOPPED | NOT_QU},
    {"uyn", NOT_QU},
    {"uynh", NOT_QU},
    {"uyp", STOPPED | NOT_QU},
    {"uyt", STOPPED | NOT_QU},
    {"uyu", NOT_QU},
    {"uyên", NOT_QU},
    {"uyêt", STOPPED | NOT_QU},
    {"uân", NOT_QU},
    {"uâng", NOT_QU},
    {"uât", STOPPED | NOT_QU},
    {"uây", NOT_QU},
    {"uê", NOT_QU},
    {"uêch", STOPPED | NOT_QU},
    {"uênh", NOT_QU},
    {"uôc", STOPPED | NOT_QU},
    {"uôi", NOT_QU},
    {"uôm", NOT_QU},
    {"uôn", NOT_QU},
    {"uông", NOT_QU},
    {"uôt", STOPPED | NOT_QU},
    {"uơ", NOT_QU},
    {"y", FRONT},
    {"ych", STOPPED | QU},
    {"ynh", QU},
    {"yt", STOPPED | QU},
    {"yêm", FRONT | BARE},
    {"yên", FRONT},
    {"yêng", FRONT | BARE},
    {"yêt", FRONT | STOPPED},
    {"yêu", FRONT | BARE},
    {"âc", STOPPED},
    {"âm", 0},
    {"ân", 0},
    {"âng", 0},
    {"âp", STOPPED},
    {"ât", STOPPED},
    {"âu", 0},
    {"ây", 0},
    {"ê", FRONT},
    {"êch", FRONT | STOPPED},
    {"êm", FRONT},
    {"ên", FRONT},
    {"ênh", FRONT},
    {"êp", FRONT | STOPPED},
    {"êt", FRONT | STOPPED},
    {"êu", FRONT},
    {"ô", 0},
    {"ôc", STOPPED},
    {"ôi", 0},
    {"ôm", 0},
    {"ôn", 0},
    {"ông", 0},
    {"ôp", STOPPED},
    {"ôt", STOPPED},
    {"ăc", STOPPED},
    {"ăm", 0},
    {"ăn", 0},
    {"ăng", 0},
    {"ăp", STOPPED},
    {"ăt", STOPPED},
    {"ơ", 0},
    {"ơi", 0},
    {"ơm", 0},
    {"ơn", 0},
    {"ơp", STOPPED},
    {"ơt", STOPPED},
    {"ư", NOT_QU},
    {"ưa", NOT_QU},
    {"ưc", STOPPED | NOT_QU},
    {"ưi", NOT_QU},
    {"ưn", NOT_QU},
    {"ưng", NOT_QU},
    {"ưt", STOPPED | NOT_QU},
    {"ưu", NOT_QU},
    {"ươc", STOPPED | NOT_QU},
    {"ươi", NOT_QU},
    {"ươm", NOT_QU},
    {"ươn", NOT_QU},
    {"ương", NOT_QU},
    {"ươp", STOPPED | NOT_QU},
    {"ươt", STOPPED | NOT_QU},
    {"ươu", NOT_QU},
};

/* Onsets, longer ones first. */
enum {
	BEFORE_FRONT = 1 << 0, /* only before e, ê, i, y */
	BEFORE_BACK = 1 << 1,  /* never before them */
	BEFORE_I = 1 << 2,     /* "g": before i alone of the front ones, for "gì", "giếng" */
	IS_QU = 1 << 3,
	TAKES_Y = 1 << 4, /* "ly", "mỹ" */
};
static const struct onset {
	const char *text;
	unsigned flags;
} onsets[] = {
    {"ngh", BEFORE_FRONT},
    {"ch", 0},
    {"gh", BEFORE_FRONT},
    {"gi", BEFORE_BACK},
    {"kh", 0},
    {"ng", BEFORE_BACK},
    {"nh", 0},
    {"ph", 0},
    {"qu", IS_QU | TAKES_Y},
    {"th", 0},
    {"tr", 0},
    {"b", 0},
    {"c", BEFORE_BACK},
    {"d", 0},
    {"đ", 0},
    {"g", BEFORE_BACK | BEFORE_I},
    {"h", TAKES_Y},
    {"k", BEFORE_FRONT | TAKES_Y},
    {"l", TAKES_Y},
    {"m", TAKES_Y},
    {"n", TAKES_Y},
    {"p", 0},
    {"r", 0},
    {"s", TAKES_Y},
    {"t", TAKES_Y},
    {"v", TAKES_Y},
    {"x", 0},
    {"", TAKES_Y},
};

/* A word without its tone, in lower case. */
struct plain {
	char text[VIET_SYLLABLE_MAX_BYTES + 1];
	enum viet_tone tone;
};

static bool take_tone_off(struct str word, struct plain *ret)
{
	size_t n = 0, letters = 0;
	ret->tone = VIET_TONE_NGANG;
	for (size_t at = 0; at < word.len; letters++) {
		struct viet_letter letter = viet_letter_of(utf8_next(word, &at));
		if (letter.letter == 0 || letters == VIET_SYLLABLE_MAX_LETTERS ||
		    (letter.tone != VIET_TONE_NGANG && ret->tone != VIET_TONE_NGANG))
			return false;
		if (letter.tone != VIET_TONE_NGANG)
			ret->tone = (enum viet_tone)letter.tone;
		uint32_t c = viet_letter_compose((struct viet_letter){.letter = letter.letter});
		if (c >= 0x80)
			ret->text[n++] = (char)(0xc0 | c >> 6); /* all below U+0800 without a tone */
		ret->text[n++] = (char)(c < 0x80 ? c : 0x80 | (c & 0x3f));
	}
	ret->text[n] = '\0';
	return letters > 0;
}

static bool goes_together(const struct onset *onset, const struct rime *rime, enum viet_tone tone)
{
	bool is_bare = onset->text[0] == '\0', is_qu = (onset->flags & IS_QU) != 0, is_front = (rime->flags & FRONT) != 0;
	if ((rime->flags & STOPPED) != 0 && tone != VIET_TONE_SAC && tone != VIET_TONE_NANG)
		return false;
	if (is_qu ? (rime->flags & NOT_QU) != 0 : (rime->flags & QU) != 0)
		return false;
	if (is_bare ? (rime->flags & ONSET) != 0 : (rime->flags & BARE) != 0)
		return false;
	if (rime->text[0] == 'y' && (onset->flags & TAKES_Y) == 0)
		return false;
	if (rime->text[0] == 'y' && rime->text[1] != '\0' && !is_bare && !is_qu)
		return false;
	if ((onset->flags & BEFORE_FRONT) != 0 && !is_front)
		return false;
	bool takes_it = (onset->flags & BEFORE_I) != 0 && rime->text[0] == 'i';
	return (onset->flags & BEFORE_BACK) == 0 || !is_front || takes_it;
}

static int compare_rime(const void *key, const void *rime)
{
	return strcmp(key, ((const struct rime *)rime)->text);
}

/* NULL where there is none. */
static const struct rime *find_rime(const char *text)
{
	return bsearch(text, rimes, sizeof rimes / sizeof rimes[0], sizeof rimes[0], compare_rime);
}

bool viet_syllable_is_possible(struct str word)
{
	struct plain plain;
	if (!take_tone_off(word, &plain))
		return false;
	for (size_t i = 0; i < sizeof onsets / sizeof onsets[0]; i++) {
		size_t len = 0;
		while (onsets[i].text[len] != '\0' && onsets[i].text[len] == plain.text[len])
			len++;
		if (onsets[i].text[len] != '\0')
			continue;
		const struct rime *rime = find_rime(plain.text + len);
		if (rime != NULL && goes_together(&onsets[i], rime, plain.tone))
			return true;
	}
	return false;
}

/* `word` in lower case; false where it is too long for a syllable. */
static bool lower(struct str word, char *ret)
{
	size_t n = 0;
	for (size_t at = 0; at < word.len;) {
		uint32_t c = utf8_next(word, &at);
		struct viet_letter letter = viet_letter_of(c);
		if (letter.letter == 0 || n + 3 > VIET_SYLLABLE_MAX_BYTES)
			return false;
		letter.upper = false;
		c = viet_letter_compose(letter);
		if (c >= 0x800)
			ret[n++] = (char)(0xe0 | c >> 12);
		if (c >= 0x80) {
			ret[n] = (char)(c >= 0x800 ? 0x80 | (c >> 6 & 0x3f) : 0xc0 | c >> 6);
			n++;
		}
		ret[n++] = (char)(c < 0x80 ? c : 0x80 | (c & 0x3f));
	}
	ret[n] = '\0';
	return true;
}

static int compare_cost(const void *key, const void *entry)
{
	return strcmp(key, ((const struct viet_syllable_cost_entry *)entry)->syllable);
}

int viet_syllable_cost(struct str word)
{
	char key[VIET_SYLLABLE_MAX_BYTES + 1];
	if (!lower(word, key))
		return VIET_SYLLABLE_NONE;
	const struct viet_syllable_cost_entry *entry =
	    bsearch(key, viet_syllable_costs, viet_syllable_costs_n, sizeof viet_syllable_costs[0], compare_cost);
	if (entry != NULL)
		return entry->cost;
	return viet_syllable_is_possible(word) ? VIET_SYLLABLE_RARE : VIET_SYLLABLE_NONE;
}
