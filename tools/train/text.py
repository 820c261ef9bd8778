"""How the language model cuts text into words: as src/repair/token.c does."""
import collections
import hashlib
import re
import unicodedata

UNKNOWN, START, END, NUMBER, CODE, PIECES = range(6)
SPECIAL = ["<unk>", "<s>", "</s>", "<n>", "<c>", "<p>"]

WORD = re.compile(r"[^\W\d_]+")
DIGIT = re.compile(r"\d")
STOP = re.compile(r"[^\W\d_]{2,}[\"”)]*[.!?]+[\"”)]*$")
MARKER = re.compile(r"(\d{1,3}|[a-zđ]|[IVX]{1,5})[.)]")
# The mark of an open oa, oe, uy in the new place -> in the old one.
NEW_STYLE = {}
for first, second in ("oa", "oe", "uy"):
    for mark in "\u0300\u0301\u0303\u0309\u0323":
        new = unicodedata.normalize("NFC", first + second + mark)
        NEW_STYLE[new] = unicodedata.normalize("NFC", first + mark + second)
NEW = re.compile(r"(?<!q)(%s)(?!\w)" % "|".join(NEW_STYLE))


def old_style(word):
    """`word`, which is lower case, with its mark in the old place."""
    return NEW.sub(lambda m: NEW_STYLE[m[1]], word)


def spelling(word):
    return old_style(unicodedata.normalize("NFC", word).lower())


HELD_OUT = 50  # of so many lines one is not trained on


def is_held_out(line):
    return int(hashlib.md5(line.encode()).hexdigest()[:8], 16) % HELD_OUT == 0


def sentences(line):
    """The sentences of a line, each a list of (word as written or NUMBER or CODE). What begins an item of a list is none of it."""
    sentence, tokens = [], line.split()
    for token in tokens[1:] if tokens and MARKER.fullmatch(tokens[0]) else tokens:
        words = WORD.findall(token)
        if DIGIT.search(token):
            sentence.append(CODE if words else NUMBER)
        else:
            sentence.extend(words)
        if STOP.search(token) and sentence:
            yield sentence
            sentence = []
    if sentence:
        yield sentence


def case_of(word):
    """0 lower, 1 title, 2 upper. A single capital is a title."""
    if len(word) > 1 and word.isupper():
        return 2
    return 1 if word[:1].isupper() else 0


def codes(line):
    """The capital pieces of each of a line's codes: [QĐ, UBND] of 683/QĐ-UBND."""
    for token in line.split():
        if DIGIT.search(token):
            pieces = [word for word in WORD.findall(token) if len(word) > 1 and word[:2].isupper()]
            if pieces:
                yield pieces


class Vocabulary:
    """Words by number. Those of codes are words too, since they stand without digits as well."""

    def __init__(self, lines, extra=(), at_least=2, codes_at_least=3):
        counts, pieces = collections.Counter(), collections.Counter()
        for line in lines:
            for sentence in sentences(line):
                counts.update(w for w in sentence if not isinstance(w, int))
            for code in codes(line):
                pieces.update(code)
        self.count = collections.Counter()
        for word, n in counts.items():
            self.count[spelling(word)] += n
        kept = {w for w, n in self.count.items() if n >= at_least}
        kept.update(spelling(word) for word in extra)
        for word, n in pieces.items():
            if n >= codes_at_least:
                kept.add(spelling(word))
        self.codes = collections.Counter()
        for word, n in pieces.items():
            self.codes[spelling(word)] += n
        self.words = SPECIAL + sorted(w for w in kept if len(w) <= 20)
        self.number = {w: i for i, w in enumerate(self.words)}

    def ids(self, sentence):
        return [w if isinstance(w, int) else self.number.get(spelling(w), UNKNOWN) for w in sentence]
