#!/usr/bin/env python3
"""Trains the model that repairs Vietnamese text: a language model and a channel of confusions, in one file.

usage: train.py TEXT MODEL --pairs PAIRS.tsv... [--words FILE...] [--phrases FILE...] [--names FILE] [--places UNITS.tsv]

TEXT has a paragraph a line (.xz too); of every fifty lines one is held out, by its hash, for measuring (--held-out FILE writes
them). Words are added as the files of --words write them (words.txt). What legal text has little of is added to it: lines of official
plans (phrases.txt), names of persons put together from the parts of names.txt, and the names in the last column of a table of units.
The pairs are those of pairs.py. Takes some minutes and 4 GB of memory. Needs python3-numpy.
"""
import argparse
import lzma
import os
import random
import sys

import numpy

import case
import channel
import lm
import model_file
from text import END, PIECES, START, Vocabulary, case_of, codes, is_held_out, sentences, spelling

HERE = os.path.dirname(__file__)
# What an n-gram of each length must add to be kept, in nats times its count; fits 12 MB.
THRESHOLDS = {4: 4.2, 3: 3.2, 2: 1.0}
SEEN_AT_LEAST = {2: 1, 3: 2, 4: 3}
ORDER = 4
# How often a line of --phrases and a name of a place count; how many names of persons are put together.
PHRASE_SEEN, PLACE_SEEN, PERSONS = 8, 3, 30000
# A part of the lines with a long name is added once more with its abbreviation, which plans prefer and laws avoid.
SHORT = {"Ủy ban nhân dân": "UBND", "Uỷ ban nhân dân": "UBND", "Hội đồng nhân dân": "HĐND", "thủ tục hành chính": "TTHC",
         "cải cách hành chính": "CCHC", "công nghệ thông tin": "CNTT", "Mặt trận Tổ quốc": "MTTQ", "dịch vụ công": "DVC",
         "quy phạm pháp luật": "QPPL", "trung học phổ thông": "THPT", "trung học cơ sở": "THCS", "bảo hiểm y tế": "BHYT",
         "bảo hiểm xã hội": "BHXH", "ngân sách nhà nước": "NSNN", "thông tin điện tử": "TTĐT", "giáo dục và đào tạo": "GD&ĐT"}
SHORTENED = 0.3
# How often a word of --words is taken to have been seen, for its capitals.
EXTRA_SEEN = 20
# What other readers than the one of the pairs do, in nats: a marked letter is read right, or with other marks, or not at all, or as
# a sign or a shape that looks a little like it.
SAME_LETTER, SAME_BASE, LOST = 5.0, 8.0, 5.0
# Letters are taken for what they look like, and for the other case where both have one shape; the horn of ơ and ư stands apart.
ALIKE = {"i": "1!l|", "l": "1I|!", "I": "1l|", "o": "0", "O": "0Q", "S": "5", "s": "5", "B": "8", "g": "9q", "b": "6h", "z": "2", "E": "F"}
ALIKE_COST, SAME_SHAPE, OTHER_CASE, HORN = 4.5, "cosvwxzkp", 6.5, 6.0
# Marks over and under an o close it to a 6 or hang on it; a sign may be put for a mark, beside the letter.
ROUND, BESIDE, SIGNS = "60b9dQGae", 7.0, "€¢&@§;:'’()"
# Programs put one of these for every letter that they cannot show.
UNSHOWN = {"?": 3.5, "\ufffd": 2.0, "\u25a1": 3.0}
SHAPES = {5.5: "&¢€@§$£®©%#*?!|¥", 6.0: "0134569", 7.5: "iuyoaedtrl"}


def read_text(path):
    opener = lzma.open if path.endswith(".xz") else open
    with opener(path, "rt", encoding="utf-8") as file:
        yield from file


def persons(path):
    """Names of persons, each by chance of a surname, a name between, and a name: three lines of a file."""
    surnames, between, given = (line.split() for line in read_text(path))
    rng = random.Random(1)
    for _ in range(PERSONS):
        # the commonest come first
        surname = surnames[min(int(rng.expovariate(0.09)), len(surnames) - 1)]
        middle = [between[min(int(rng.expovariate(0.06)), len(between) - 1)] for _ in range(rng.choice([1, 1, 1, 0, 2]))]
        yield " ".join([surname, *middle, rng.choice(given)])


def places(path):
    for line in read_text(path):
        if not line.startswith("#"):
            yield line.rstrip("\n").split("\t")[-1]


def expanded(phrase):
    """All that "{a|b} c" stands for."""
    start, end = phrase.find("{"), phrase.find("}")
    if start < 0:
        return [" ".join(phrase.split())]
    return [line for way in phrase[start + 1:end].split("|") for line in expanded(phrase[:start] + way + phrase[end + 1:])]


def shortened(lines):
    rng = random.Random(2)
    for line in lines:
        if any(name in line for name in SHORT) and rng.random() < SHORTENED:
            for name, short in SHORT.items():
                line = line.replace(name, short)
            yield line


def beside_legal_text(phrases, names, units):
    """What is added to the text."""
    for path in phrases:
        for line in read_text(path):
            for phrase in expanded(line.strip()):
                # as the decoder takes them: a sentence may go on behind ";" and may end there
                for part in [phrase] + phrase.split(";") * (";" in phrase):
                    yield from [part.strip()] * (PHRASE_SEEN if "{" not in line else PHRASE_SEEN // 2)
    yield from persons(names)
    for place in places(units) if units else []:
        yield from [place] * PLACE_SEEN


def add(units, letters, read, cost):
    units[letters, read] = min(cost, units.get((letters, read), cost))


def other_readers(units):
    """Adds what readers do that the pairs do not show."""
    small = model_file.alphabet()
    for sign in SIGNS:
        add(units, "", sign, BESIDE)
    for a, shapes in ALIKE.items():
        for shape in shapes:
            add(units, a, shape, ALIKE_COST)
    for a in small:
        if channel.bare(a) in SAME_SHAPE:
            add(units, a, channel.bare(a).upper(), OTHER_CASE)
            add(units, a.upper(), channel.bare(a), OTHER_CASE)
        if a in "ơớờởỡợưứừửữự":
            for sign in "'’:,;":
                add(units, a, channel.bare(a) + sign, HORN)
    for letters in (small, [c.upper() for c in small]):
        for a in letters:
            for b in letters:
                if channel.bare(a) == channel.bare(b):
                    add(units, a, b, SAME_LETTER if a == b else SAME_BASE)
            if not a.isascii():
                add(units, a, "", LOST)
                for sign, cost in UNSHOWN.items():
                    add(units, a, sign, cost)
                if channel.bare(a) in "oO":
                    for shape in ROUND:
                        add(units, a, shape, HORN)
                        add(units, a, channel.bare(a) + shape, HORN + 1)
                for cost, shapes in SHAPES.items():
                    for shape in shapes:
                        add(units, a, shape, cost)


def sequence(lines, vocabulary):
    """The numbers of all words, sentence after sentence; the pieces of codes as sentences of their own."""
    ids = []
    for line in lines:
        for sentence in sentences(line):
            ids.append(START)
            ids.extend(vocabulary.ids(sentence))
            ids.append(END)
        for pieces in codes(line):
            ids.append(PIECES)
            ids.extend(vocabulary.ids(pieces))
            ids.append(END)
    return numpy.array(ids, numpy.uint16)


def main():
    ap = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    ap.add_argument("text")
    ap.add_argument("model")
    ap.add_argument("--pairs", nargs="+", required=True)
    ap.add_argument("--words", nargs="*", default=[os.path.join(HERE, "words.txt")])
    ap.add_argument("--phrases", nargs="*", default=[os.path.join(HERE, "phrases.txt")])
    ap.add_argument("--names", default=os.path.join(HERE, "names.txt"))
    ap.add_argument("--places", help="a table of units whose last column is the name")
    ap.add_argument("--held-out")
    a = ap.parse_args()
    lines, held = [], []
    for line in read_text(a.text):
        (held if is_held_out(line) else lines).append(line)
    if a.held_out:
        with open(a.held_out, "w", encoding="utf-8") as file:
            file.writelines(held)
    lines.extend(list(shortened(lines)))
    lines.extend(beside_legal_text(a.phrases, a.names, a.places))
    extra = [word for path in a.words for line in read_text(path) for word in line.split()]
    vocabulary = Vocabulary(lines, extra)
    orders = lm.train(sequence(lines, vocabulary), len(vocabulary.words), ORDER, THRESHOLDS, SEEN_AT_LEAST)
    counts, title, other = case.counted(lines, vocabulary)
    for word in extra:
        counts[vocabulary.number[spelling(word)], case_of(word)] += EXTRA_SEEN
    in_codes = {vocabulary.number[w]: n for w, n in vocabulary.codes.items() if w in vocabulary.number}
    noise = channel.Channel()
    pairs = [line for path in a.pairs for line in read_text(path)]
    noise.learn(channel.word_pairs(pairs))
    other_readers(noise.cost)
    size = model_file.write(a.model, vocabulary.words, case.word_costs(counts, in_codes),
                            case.bigram_shares(orders[1].keys, counts, title, other), lm.arrays(orders, len(vocabulary.words)), noise.cost)
    print(f"{len(vocabulary.words)} words, n-grams {[len(o.keys) for o in orders]}, {len(noise.cost)} units, {size} bytes", file=sys.stderr)


if __name__ == "__main__":
    main()
