"""Writes the model as the program maps it: the layout stands in src/repair/model.h."""
import struct
import unicodedata

import numpy

from text import SPECIAL
from lm import quantised

MAGIC = b"SAUROVN1"
LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
MARKS = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]
COST = 64  # costs are in 1/64 nat


def alphabet():
    """The small letters of Vietnamese with every tone."""
    out = []
    for letter in LETTERS:
        for mark in MARKS if letter in "aăâeêioôơuưy" else [""]:
            out.append(unicodedata.normalize("NFC", letter + mark))
    return out


def symbols_of(units):
    """The characters that the channel knows, as a sorted string; what is read in rare cases only falls away beyond 250."""
    letters = alphabet()
    fixed = set(letters) | {c.upper() for c in letters} | {"^", "$"}
    rest = {}
    for (a, b), cost in units.items():
        for c in b:
            if c not in fixed:
                rest[c] = min(cost, rest.get(c, cost))
    room = 250 - len(fixed)
    return "".join(sorted(fixed | set(sorted(rest, key=rest.get)[:room])))


def trie(words, number):
    """Nodes in breadth-first order, so that a node's children stand together: (first child, symbol, word) of each; node 0 is the root."""
    first, symbol, word = [], [0], [0]
    level = [([(w, i) for w, i in words], 0)]
    nodes = 1
    while level:
        following = []
        for entries, depth in level:
            first.append(nodes)
            groups = {}
            for text, i in entries:
                if len(text) > depth:
                    groups.setdefault(number[text[depth]], []).append((text, i))
            for s in sorted(groups):
                group = groups[s]
                symbol.append(s)
                word.append(next((i for text, i in group if len(text) == depth + 1), 0))
                following.append((group, depth + 1))
                nodes += 1
        level = following
    first.append(nodes)
    return numpy.array(first, numpy.uint32), numpy.array(symbol, numpy.uint8), numpy.array(word, numpy.uint16)


def packed(text, number):
    """Up to three symbols in one number, the first in its lowest byte."""
    return sum(number[c] << 8 * i for i, c in enumerate(text))


def unit_sections(units, number):
    by_read = {}
    for (a, b), cost in units.items():
        if b and all(c in number for c in a + b):
            by_read.setdefault(packed(b, number), []).append((packed(a, number), round(cost * COST)))
    keys = sorted(by_read)
    starts, letters, costs = [0], [], []
    for key in keys:
        for a, cost in sorted(by_read[key]):
            letters.append(a)
            costs.append(min(cost, 65535))
        starts.append(len(letters))
    lost = sorted((packed(a, number), round(cost * COST)) for (a, b), cost in units.items() if not b)
    return [numpy.array(keys, numpy.uint32), numpy.array(starts, numpy.uint32), numpy.array(letters, numpy.uint32),
            numpy.array(costs, numpy.uint16), numpy.array([a for a, _ in lost], numpy.uint32),
            numpy.array([c for _, c in lost], numpy.uint16)]


def write(path, words, case_costs, bigram_title, levels, units):
    texts = [w.encode() for w in words]
    offsets = numpy.cumsum([0] + [len(t) for t in texts]).astype(numpy.uint32)
    symbols = symbols_of(units)
    number = {c: i + 1 for i, c in enumerate(symbols)}
    small = [number.get(c.lower(), i + 1) for i, c in enumerate(symbols)]
    entries = [("^" + w + "$", i) for i, w in enumerate(words) if i >= len(SPECIAL) and all(c in number for c in w)]
    sections = [offsets, numpy.frombuffer(b"".join(texts), numpy.uint8), case_costs.astype(numpy.uint8),
                numpy.array([ord(c) for c in symbols], numpy.uint16), numpy.array(small, numpy.uint8)]
    sections += trie(entries, number)
    sections += unit_sections(units, number)
    sections.append(bigram_title.astype(numpy.uint8))
    for level in levels:
        sections += [level["word"], level["cost"]] + ([level["bow"], level["start"]] if "start" in level else [])
    out, at = [], 16 + 8 * len(sections)
    table = []
    for section in sections:
        data = section.tobytes()
        table.append(struct.pack("<II", at, len(data)))
        data += b"\0" * (-len(data) % 8)
        out.append(data)
        at += len(data)
    with open(path, "wb") as file:
        file.write(MAGIC + struct.pack("<II", len(sections), len(levels)) + b"".join(table) + b"".join(out))
    return at


__all__ = ["write", "alphabet", "quantised"]
