"""The channel: which letters of a word come out of the reader as which, learnt from pairs as Brill & Moore (2000) do.

A unit a -> b says that the letters a were read as b, each of up to three characters; "^" and "$" stand for the word's ends. Its cost is
the negative logarithm of the share of the a's that were read so. Pairs are aligned by the cheapest units; the units are counted
from the alignments with up to two neighbours as context, and the pairs are aligned anew.
"""
import collections
import math
import unicodedata

from text import DIGIT, WORD

SPAN = 3
# What single letters may do in an alignment: (of the word, of what was read).
STEPS = [(1, 1), (1, 0), (0, 1), (1, 2), (2, 1)]
NEVER = 1e9


def bare(text):
    """Without marks."""
    text = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(c for c in text if not unicodedata.combining(c))


def edges(token):
    """(punctuation before, core, punctuation after)."""
    start, end = 0, len(token)
    while start < end and not token[start].isalnum():
        start += 1
    while end > start and not token[end - 1].isalnum():
        end -= 1
    return token[:start], token[start:end], token[end:]


def same_edges(read, token):
    """The cores of two tokens, where what was read has lost or gained punctuation it stays with the core."""
    before, core, after = edges(token)
    if before and read.startswith(before):
        read = read[len(before):]
    elif before and read and not read[0].isalnum():
        read = read[1:]
    if after and read.endswith(after):
        read = read[:len(read) - len(after)]
    elif after and read and not read[-1].isalnum():
        read = read[:-1]
    return read, core


def distance(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        left, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            left, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, left + (x != y))
    return row[-1]


def word_pairs(lines):
    """Counts of (what was read, word) from lines "read TAB printed" with as many tokens on both sides."""
    counts = collections.Counter()
    for line in lines:
        read, _, printed = line.rstrip("\n").partition("\t")
        read, printed = read.split(), printed.split()
        if len(read) != len(printed):
            continue
        for r, token in zip(read, printed):
            r, word = same_edges(r, token)
            if not r or len(word) > 12 or DIGIT.search(word) or not WORD.fullmatch(word):
                continue
            if distance(bare(r).lower(), bare(word).lower()) <= max(2, 0.7 * len(word)):
                counts["^" + r + "$", "^" + word + "$"] += 1
    return counts


def first_cost(a, b):
    """A guess to begin with: letters that look alike are the same without marks."""
    if a == b:
        return 0.05
    if len(a) == len(b) == 1:
        if "^" in a + b or "$" in a + b:
            return NEVER
        return 0.5 if bare(a).lower() == bare(b).lower() else 3.0
    return NEVER if "^" in a or "$" in a else 4.5


class Channel:
    def __init__(self):
        self.cost = {}

    def step_cost(self, a, b):
        if not self.cost:
            return first_cost(a, b)
        found = self.cost.get((a, b))
        if found is not None:
            return found
        guess = first_cost(a, b)
        return guess if guess == NEVER else guess + 8

    def align(self, read, word):
        """The cheapest steps [(letters of the word, of what was read)] and their cost."""
        best = [[(NEVER * 10, None)] * (len(read) + 1) for _ in range(len(word) + 1)]
        best[0][0] = (0.0, None)
        for i in range(len(word) + 1):
            for j in range(len(read) + 1):
                for m, n in STEPS:
                    if m <= i and n <= j:
                        cost = best[i - m][j - n][0] + self.step_cost(word[i - m:i], read[j - n:j])
                        if cost < best[i][j][0]:
                            best[i][j] = (cost, (m, n))
        steps, i, j = [], len(word), len(read)
        total = best[i][j][0]
        while best[i][j][1]:
            m, n = best[i][j][1]
            steps.append((word[i - m:i], read[j - n:j]))
            i, j = i - m, j - n
        return steps[::-1], total

    def learn(self, pairs, rounds=3, seen_at_least=3):
        for _ in range(rounds):
            units, seen = collections.Counter(), collections.Counter()
            for (read, word), n in pairs.items():
                for i in range(len(word)):
                    for span in range(1, SPAN + 1):
                        if i + span <= len(word):
                            seen[word[i:i + span]] += n
                steps, total = self.align(read, word)
                if total < NEVER:
                    seen[""] += n * (len(word) - 1)
                    for unit in windows(steps):
                        units[unit] += n
            self.weigh(units, seen, seen_at_least)

    def weigh(self, units, seen, seen_at_least):
        self.cost = {}
        singles = collections.defaultdict(dict)
        for (a, b), n in units.items():
            if len(a) == 1 and (n >= 2 or a == b):
                singles[a][b] = n
        for a in list(singles):
            for b, share in smoothed(singles, seen, a).items():
                if share > 2e-5:
                    self.cost[a, b] = -math.log(share)
        for size in (0, 2, 3):
            for (a, b), n in units.items():
                if len(a) == size and n >= seen_at_least:
                    cost = -math.log(n / (seen[a] + 2))
                    if cost < self.composed(b, a) - 0.3:
                        self.cost[a, b] = cost
        self.units, self.seen = units, seen

    def composed(self, read, word):
        """The cost of a unit by shorter ones."""
        best = [[NEVER] * (len(read) + 1) for _ in range(len(word) + 1)]
        best[0][0] = 0.0
        for i in range(len(word) + 1):
            for j in range(len(read) + 1):
                for m in range(min(i, SPAN) + 1):
                    for n in range(min(j, SPAN) + 1):
                        if m + n and (m, n) != (len(word), len(read)):
                            cost = self.cost.get((word[i - m:i], read[j - n:j]))
                            if cost is not None:
                                best[i][j] = min(best[i][j], best[i - m][j - n] + cost)
        return best[-1][-1]


def windows(steps):
    """The units of an alignment: each step, and each run of steps that fits with a change in it."""
    for i in range(len(steps)):
        a = b = ""
        changed = False
        for j in range(i, min(i + SPAN, len(steps))):
            a, b = a + steps[j][0], b + steps[j][1]
            changed |= steps[j][0] != steps[j][1]
            if len(a) > SPAN or len(b) > SPAN:
                break
            if j == i or changed:
                yield a, b


def family_shares(singles, seen, letter):
    """What the letters of one base are read as, taken together: what is rare leans on it."""
    shares, total = collections.Counter(), 0
    for other in singles:
        if other != letter and bare(other) == bare(letter) and other != bare(letter):
            total += seen[other]
            for b, n in singles[other].items():
                shares[b] += n
    return {b: n / total for b, n in shares.items()} if total else {}


def smoothed(singles, seen, letter, weight=20.0, loss=0.04):
    """The shares of what one letter is read as: a capital leans on its small letter, a marked one on its family, and any mark may just
    be lost."""
    prior = collections.Counter()
    small = letter.lower()
    if small != letter and small in singles:
        for b, n in singles[small].items():
            prior[b.upper() if len(b.upper()) == len(b) else b] += n / seen[small]
    else:
        prior[bare(letter)] = 0.4
        prior[letter] += 0.1
        for b, share in family_shares(singles, seen, letter).items():
            prior[b] += 0.5 * share
    shares = collections.Counter()
    total = seen[letter] + weight
    for b, n in singles[letter].items():
        shares[b] += (1 - loss) * n / total
    for b, share in prior.items():
        shares[b] += (1 - loss) * weight * share / total
    shares[bare(letter)] += loss
    return shares
