#include "viet/letter.h"

enum { TABLE_END = 0x1efa };

#define LETTER(place, its_tone, lower_case, upper_case)                                                                          \
	[lower_case] = {.letter = (place), .tone = (its_tone)}, [upper_case] = {.letter = (place), .tone = (its_tone), .upper = true}
#define VOWEL(place, a, b, c, d, e, f, A, B, C, D, E, F)                                                                         \
	LETTER(place, VIET_TONE_NGANG, a, A), LETTER(place, VIET_TONE_HUYEN, b, B), LETTER(place, VIET_TONE_HOI, c, C),              \
	    LETTER(place, VIET_TONE_NGA, d, D), LETTER(place, VIET_TONE_SAC, e, E), LETTER(place, VIET_TONE_NANG, f, F)

/* By code point. */
/* clang-format off */
static const struct viet_letter table[TABLE_END] = {
    VOWEL(1, 'a', U'à', U'ả', U'ã', U'á', U'ạ', 'A', U'À', U'Ả', U'Ã', U'Á', U'Ạ'),
    VOWEL(2, U'ă', U'ằ', U'ẳ', U'ẵ', U'ắ', U'ặ', U'Ă', U'Ằ', U'Ẳ', U'Ẵ', U'Ắ', U'Ặ'),
    VOWEL(3, U'â', U'ầ', U'ẩ', U'ẫ', U'ấ', U'ậ', U'Â', U'Ầ', U'Ẩ', U'Ẫ', U'Ấ', U'Ậ'),
    LETTER(4, VIET_TONE_NGANG, 'b', 'B'),
    LETTER(5, VIET_TONE_NGANG, 'c', 'C'),
    LETTER(6, VIET_TONE_NGANG, 'd', 'D'),
    LETTER(7, VIET_TONE_NGANG, U'đ', U'Đ'),
    VOWEL(8, 'e', U'è', U'ẻ', U'ẽ', U'é', U'ẹ', 'E', U'È', U'Ẻ', U'Ẽ', U'É', U'Ẹ'),
    VOWEL(9, U'ê', U'ề', U'ể', U'ễ', U'ế', U'ệ', U'Ê', U'Ề', U'Ể', U'Ễ', U'Ế', U'Ệ'),
    LETTER(10, VIET_TONE_NGANG, 'f', 'F'),
    LETTER(11, VIET_TONE_NGANG, 'g', 'G'),
    LETTER(12, VIET_TONE_NGANG, 'h', 'H'),
    VOWEL(13, 'i', U'ì', U'ỉ', U'ĩ', U'í', U'ị', 'I', U'Ì', U'Ỉ', U'Ĩ', U'Í', U'Ị'),
    LETTER(14, VIET_TONE_NGANG, 'j', 'J'),
    LETTER(15, VIET_TONE_NGANG, 'k', 'K'),
    LETTER(16, VIET_TONE_NGANG, 'l', 'L'),
    LETTER(17, VIET_TONE_NGANG, 'm', 'M'),
    LETTER(18, VIET_TONE_NGANG, 'n', 'N'),
    VOWEL(19, 'o', U'ò', U'ỏ', U'õ', U'ó', U'ọ', 'O', U'Ò', U'Ỏ', U'Õ', U'Ó', U'Ọ'),
    VOWEL(20, U'ô', U'ồ', U'ổ', U'ỗ', U'ố', U'ộ', U'Ô', U'Ồ', U'Ổ', U'Ỗ', U'Ố', U'Ộ'),
    VOWEL(21, U'ơ', U'ờ', U'ở', U'ỡ', U'ớ', U'ợ', U'Ơ', U'Ờ', U'Ở', U'Ỡ', U'Ớ', U'Ợ'),
    LETTER(22, VIET_TONE_NGANG, 'p', 'P'),
    LETTER(23, VIET_TONE_NGANG, 'q', 'Q'),
    LETTER(24, VIET_TONE_NGANG, 'r', 'R'),
    LETTER(25, VIET_TONE_NGANG, 's', 'S'),
    LETTER(26, VIET_TONE_NGANG, 't', 'T'),
    VOWEL(27, 'u', U'ù', U'ủ', U'ũ', U'ú', U'ụ', 'U', U'Ù', U'Ủ', U'Ũ', U'Ú', U'Ụ'),
    VOWEL(28, U'ư', U'ừ', U'ử', U'ữ', U'ứ', U'ự', U'Ư', U'Ừ', U'Ử', U'Ữ', U'Ứ', U'Ự'),
    LETTER(29, VIET_TONE_NGANG, 'v', 'V'),
    LETTER(30, VIET_TONE_NGANG, 'w', 'W'),
    LETTER(31, VIET_TONE_NGANG, 'x', 'X'),
    VOWEL(32, 'y', U'ỳ', U'ỷ', U'ỹ', U'ý', U'ỵ', 'Y', U'Ỳ', U'Ỷ', U'Ỹ', U'Ý', U'Ỵ'),
    LETTER(33, VIET_TONE_NGANG, 'z', 'Z'),
};

/* By place in the alphabet and tone, in lower case. */
static const uint16_t composed[VIET_LETTERS + 1][VIET_TONES] = {
    [1] = {'a', U'à', U'ả', U'ã', U'á', U'ạ'},
    [2] = {U'ă', U'ằ', U'ẳ', U'ẵ', U'ắ', U'ặ'},
    [3] = {U'â', U'ầ', U'ẩ', U'ẫ', U'ấ', U'ậ'},
    [4] = {'b'},
    [5] = {'c'},
    [6] = {'d'},
    [7] = {U'đ'},
    [8] = {'e', U'è', U'ẻ', U'ẽ', U'é', U'ẹ'},
    [9] = {U'ê', U'ề', U'ể', U'ễ', U'ế', U'ệ'},
    [10] = {'f'},
    [11] = {'g'},
    [12] = {'h'},
    [13] = {'i', U'ì', U'ỉ', U'ĩ', U'í', U'ị'},
    [14] = {'j'},
    [15] = {'k'},
    [16] = {'l'},
    [17] = {'m'},
    [18] = {'n'},
    [19] = {'o', U'ò', U'ỏ', U'õ', U'ó', U'ọ'},
    [20] = {U'ô', U'ồ', U'ổ', U'ỗ', U'ố', U'ộ'},
    [21] = {U'ơ', U'ờ', U'ở', U'ỡ', U'ớ', U'ợ'},
    [22] = {'p'},
    [23] = {'q'},
    [24] = {'r'},
    [25] = {'s'},
    [26] = {'t'},
    [27] = {'u', U'ù', U'ủ', U'ũ', U'ú', U'ụ'},
    [28] = {U'ư', U'ừ', U'ử', U'ữ', U'ứ', U'ự'},
    [29] = {'v'},
    [30] = {'w'},
    [31] = {'x'},
    [32] = {'y', U'ỳ', U'ỷ', U'ỹ', U'ý', U'ỵ'},
    [33] = {'z'},
};
/* clang-format on */

static const char bases[] = " aaabcddeefghijklmnooopqrstuuvwxyz";

struct viet_letter viet_letter_of(uint32_t code_point)
{
	return code_point < TABLE_END ? table[code_point] : (struct viet_letter){0};
}

uint32_t viet_letter_compose(struct viet_letter letter)
{
	if (letter.letter > VIET_LETTERS || letter.tone >= VIET_TONES)
		return 0;
	uint32_t c = composed[letter.letter][letter.tone];
	if (c == 0)
		c = composed[letter.letter][VIET_TONE_NGANG];
	if (!letter.upper)
		return c;
	/* ASCII and Latin-1 keep their cases 0x20 apart; the others side by side. */
	return c < 0x100 ? c - 0x20 : c - 1;
}

char viet_letter_base(struct viet_letter letter)
{
	return letter.letter <= VIET_LETTERS ? bases[letter.letter] : ' ';
}

bool viet_letter_is_vowel(struct viet_letter letter)
{
	return letter.letter > 0 && letter.letter <= VIET_LETTERS && composed[letter.letter][VIET_TONE_HUYEN] != 0;
}
