"""Which words are written with capitals where no sentence begins: alone, and after the word before."""
import numpy

from lm import BITS, find, quantised
from text import END, START, case_of, sentences

TITLE = 1
# A line of this share of capital words is a heading, which says nothing of its words.
HEADING = 0.7


def counted(lines, vocabulary):
    """(counts of lower, title, upper for each word, bigram keys of words in title case, of all others)."""
    counts = numpy.zeros((len(vocabulary.words), 3), numpy.int64)
    title, other = [], []
    for line in lines:
        for sentence in sentences(line):
            cases = [None if isinstance(w, int) else case_of(w) for w in sentence]
            if sum(c == 2 for c in cases) > HEADING * len(cases):
                continue
            ids = vocabulary.ids(sentence)
            for before, word, case in zip(ids, ids[1:], cases[1:]):
                if case is not None:
                    counts[word, case] += 1
                    (title if case == TITLE else other).append(before << BITS | word)
    return counts, numpy.array(title, numpy.uint64), numpy.array(other, numpy.uint64)


def word_costs(counts, codes):
    """Costs of lower, title, upper for each word; one of codes alone is written in capitals."""
    prior = numpy.array([0.5, 0.08, 0.02])
    seen = counts + prior
    for word, n in codes.items():
        seen[word, 2] += n
    return quantised(numpy.log(seen / seen.sum(axis=1, keepdims=True)))


def bigram_shares(keys, counts, title, other):
    """For each bigram of the model, the share of its second words in title case, as 0…255; smoothed by the word's own."""
    def per_key(found):
        values, n = numpy.unique(found, return_counts=True)
        at, known = find(values, keys)
        return numpy.where(known, n[at], 0)
    titles, others = per_key(title), per_key(other)
    word = (keys & numpy.uint64((1 << BITS) - 1)).astype(numpy.int64)
    alone = (counts[word, TITLE] + 0.05) / (counts[word].sum(axis=1) + 1.0)
    share = (titles + 1.5 * alone) / (titles + others + 1.5)
    return numpy.clip(numpy.rint(share * 255), 0, 255)


__all__ = ["counted", "word_costs", "bigram_shares", "START", "END"]
