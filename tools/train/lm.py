"""An interpolated Kneser-Ney model (modified, Chen & Goodman 1998), pruned by what each n-gram adds, as arrays of a trie."""
import numpy

from text import END, PIECES, START

BITS = 16
MASK = (1 << BITS) - 1
# Costs are bytes of 5/64 nat.
STEP = 5 / 64


def quantised(logs):
    """Natural logarithms (0 or below) as costs."""
    return numpy.clip(numpy.rint(-logs / STEP), 0, 255).astype(numpy.uint8)


def grams(ids, order):
    """(keys, counts) of the n-grams that lie within a sentence; a key has the last word in its lowest bits."""
    n = len(ids) - order + 1
    key, good = numpy.zeros(n, numpy.uint64), numpy.ones(n, bool)
    for i in range(order):
        part = ids[i:i + n]
        key = (key << numpy.uint64(BITS)) | part.astype(numpy.uint64)
        if i > 0:
            good &= (part != START) & (part != PIECES)
        if i < order - 1:
            good &= part != END
    return numpy.unique(key[good], return_counts=True)


def find(keys, wanted):
    """Where each wanted key stands, and whether it does."""
    at = numpy.minimum(numpy.searchsorted(keys, wanted), len(keys) - 1)
    return at, keys[at] == wanted


class Order:
    """The n-grams of one length: keys ascending, their raw counts, log p and the log weight of backing off from each."""

    def __init__(self, keys, counts):
        self.keys, self.raw, self.counts = keys, counts, counts
        self.log_p = self.log_bow = self.kept = None

    def suffixes(self, order):
        return self.keys & numpy.uint64((1 << BITS * (order - 1)) - 1)


def continuation(lower, higher, order):
    """The counts of `lower` (length `order`): how many different words stand before each; raw where it begins a sentence."""
    at, found = find(lower.keys, higher.keys & numpy.uint64((1 << BITS * order) - 1))
    counts = numpy.bincount(at[found], minlength=len(lower.keys))
    first = lower.keys >> numpy.uint64(BITS * (order - 1))
    starts = (first == START) | (first == PIECES)
    lower.counts = numpy.where(starts | (counts == 0), lower.raw, counts)


def discounts(counts):
    n = [max(1, int((counts == i).sum())) for i in range(1, 5)]
    y = n[0] / (n[0] + 2 * n[1])
    return [0] + [max(0.1, min(i - 1e-3, i - (i + 1) * y * n[i] / n[i - 1])) for i in (1, 2, 3)]


def estimate(orders, size):
    d = discounts(orders[0].counts)
    first = orders[0]
    total = first.counts.sum()
    cut = numpy.array(d)[numpy.minimum(first.counts, 3)]
    first.log_p = numpy.log(numpy.maximum(first.counts - cut, 0) / total + cut.sum() / total / size)
    for order in range(2, len(orders) + 1):
        it, below = orders[order - 1], orders[order - 2]
        cut = numpy.array(discounts(it.counts))[numpy.minimum(it.counts, 3)]
        context, inverse = numpy.unique(it.keys >> numpy.uint64(BITS), return_inverse=True)
        sums = numpy.bincount(inverse, it.counts)
        gamma = numpy.bincount(inverse, cut) / sums
        at, _ = find(below.keys, it.suffixes(order))
        p = (it.counts - cut) / sums[inverse] + gamma[inverse] * numpy.exp(below.log_p[at])
        it.log_p = numpy.log(p)
        below.log_bow = numpy.zeros(len(below.keys))
        at, found = find(below.keys, context)
        below.log_bow[at[found]] = numpy.log(gamma[found])
    orders[-1].log_bow = numpy.zeros(len(orders[-1].keys))


def backed_off(orders, order):
    """log p of each n-gram of a length as it would be without it: by its suffix, kept or not, after backing off."""
    it, below = orders[order - 1], orders[order - 2]
    context, found = find(below.keys, it.keys >> numpy.uint64(BITS))
    at, _ = find(below.keys, it.suffixes(order))
    return numpy.where(found, below.log_bow[context], 0) + below.log_p[at]


def prune(orders, thresholds):
    """Drops n-grams whose loss, weighted by how often they are seen, is small, and weighs backing off anew."""
    for order in range(len(orders), 1, -1):
        it, below = orders[order - 1], orders[order - 2]
        gain = it.raw * (it.log_p - backed_off(orders, order))
        keep = gain > thresholds[order]
        if order < len(orders):
            _, needed = find(numpy.unique(orders[order].keys >> numpy.uint64(BITS)), it.keys)
            keep |= needed
        for name in ("keys", "raw", "counts", "log_p", "log_bow"):
            setattr(it, name, getattr(it, name)[keep])
    for order in range(2, len(orders) + 1):
        reweigh(orders, order)


def look_up(orders, keys, order):
    """log p of any n-grams, backing off."""
    if order == 1:
        at, found = find(orders[0].keys, keys)
        return numpy.where(found, orders[0].log_p[at], orders[0].log_p.min())
    it, below = orders[order - 1], orders[order - 2]
    at, found = find(it.keys, keys)
    context, known = find(below.keys, keys >> numpy.uint64(BITS))
    rest = look_up(orders, keys & numpy.uint64((1 << BITS * (order - 1)) - 1), order - 1)
    return numpy.where(found, it.log_p[at], numpy.where(known, below.log_bow[context], 0) + rest)


def reweigh(orders, order):
    """The weights of backing off from the contexts of a length that is pruned already."""
    it, below = orders[order - 1], orders[order - 2]
    context, inverse = numpy.unique(it.keys >> numpy.uint64(BITS), return_inverse=True)
    left = 1 - numpy.bincount(inverse, numpy.exp(it.log_p))
    rest = 1 - numpy.bincount(inverse, numpy.exp(look_up(orders, it.suffixes(order), order - 1)))
    at, _ = find(below.keys, context)
    below.log_bow[:] = 0
    below.log_bow[at] = numpy.minimum(0, numpy.log(numpy.clip(left, 1e-6, 1) / numpy.clip(rest, 1e-6, 1)))


def train(ids, size, order, thresholds, seen_at_least):
    """The model of `ids`, sentences between START and END; thresholds and least counts are by length."""
    orders = []
    for n in range(1, order + 1):
        keys, counts = grams(ids, n)
        orders.append(Order(keys, counts))
    everything = numpy.arange(size, dtype=numpy.uint64)
    counts = numpy.zeros(size, numpy.int64)
    counts[orders[0].keys.astype(numpy.int64)] = orders[0].raw
    orders[0] = Order(everything, counts)
    for n in range(1, order):
        continuation(orders[n - 1], orders[n], n)
    estimate(orders, size)
    for n in range(order, 1, -1):
        it = orders[n - 1]
        keep = it.raw >= seen_at_least[n]
        if n < order:
            keep |= find(numpy.unique(orders[n].keys >> numpy.uint64(BITS)), it.keys)[1]
        for name in ("keys", "raw", "counts", "log_p", "log_bow"):
            setattr(it, name, getattr(it, name)[keep])
    prune(orders, thresholds)
    return orders


def arrays(orders, size):
    """The trie: for each length its words, costs, weights, and where each one's longer n-grams begin (one past the end too)."""
    out = []
    for n, it in enumerate(orders, 1):
        level = {"word": (it.keys & numpy.uint64(MASK)).astype(numpy.uint16), "cost": quantised(it.log_p)}
        if n < len(orders):
            above = orders[n].keys >> numpy.uint64(BITS)
            level["bow"] = quantised(it.log_bow)
            level["start"] = numpy.append(numpy.searchsorted(above, it.keys), len(above)).astype(numpy.uint32)
        out.append(level)
    return out
