"""How well damaged text is restored: the rows of tools/accuracy.py about `sauro repair` and `sauro accent`.

Measured on the corpus's damaged plan, on sound text (the corpus's plans, and the lines of its legal text that the model was not trained
on), on the same without its marks, and on pages of our own plans in tests/repair/, which tools/train/pairs.py printed and read.
"""
import glob
import importlib.util
import itertools
import lzma
import os
import re
import subprocess
import sys
import unicodedata

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
HELD_OUT_LINES = 4000
# Our own pages are printed in many fonts and badly degraded, their names are made up: what they reach, not what is aimed at.
OWN_FLOOR, OWN_CODES_FLOOR = 88, 93
SCORED = re.compile(r"exact ([\d.]+) %.*codes ([\d.]+) % of (\d+).*untouched ([\d.]+) %")


def training_text():
    """The module that says how words are spelt and which lines are held out: no package, since the trainer runs where it lies."""
    spec = importlib.util.spec_from_file_location("training_text", os.path.join(ROOT, "tools", "train", "text.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def run(command, text, out, name):
    """The file of what a command makes of a text, which is left in a file beside it."""
    before, after = (os.path.join(out, name + suffix) for suffix in (".before.txt", ".after.txt"))
    with open(before, "w", encoding="utf-8") as file:
        file.write(text)
    with open(after, "wb") as file:
        subprocess.run([*command, before], stdout=file, check=True)
    return before, after


def row(name, value, aim, least=True):
    met = value >= aim if least else value <= aim
    print("%-52s %8.2f %%   aim: at %s %g %%%s" % (name, value, "least" if least else "most", aim, "" if met else "   MISSED"))
    return met


def restored(scorer, sauro, out, name, damaged, gold):
    """-> (exact, codes, spoiled) in percent."""
    before, after = run([sauro, "repair"], damaged, out, name)
    right = os.path.join(out, name + ".gold.txt")
    with open(right, "w", encoding="utf-8") as file:
        file.write(gold)
    scored = subprocess.run([sys.executable, scorer, before, after, right], capture_output=True, text=True, check=True).stdout
    found = SCORED.search(scored)
    return float(found[1]), float(found[2]), 100 - float(found[4])


def tokens_that_differ(before, after, normal):
    """(how many tokens differ, how many there are)"""
    with open(before, encoding="utf-8") as a, open(after, encoding="utf-8") as b:
        pairs = list(zip(a.read().split(), b.read().split()))
    return sum(normal(x) != normal(y) for x, y in pairs), len(pairs)


def without_marks(text):
    text = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(c for c in text if not unicodedata.combining(c))


TONES = "\u0300\u0301\u0303\u0309\u0323"


def without_tones(text):
    return unicodedata.normalize("NFC", "".join(c for c in unicodedata.normalize("NFD", text) if c not in TONES))


def of_half(spoil):
    """Spoils every other word."""
    return lambda text: re.sub(r"(\S+\s+)(\S+)", lambda two: two[1] + spoil(two[2]), text)


# Damage that no reader does: name -> (what it does, the least share of exact tokens of our own plans in percent).
OTHER_DAMAGE = {"marks lost": (without_marks, 95), "marks of every other word lost": (of_half(without_marks), 93),
                "tones lost": (without_tones, 88),
                "letters not shown": (lambda text: "".join("\ufffd" if c.isalpha() and not c.isascii() else c for c in text), 92)}


def syllables_right(words, gold, got):
    """(right, all) of the syllables that have a mark or could."""
    right = n = 0
    for x, y in zip(gold.split(), got.split()):
        wanted, found = words.WORD.findall(x), words.WORD.findall(y)
        n += len(wanted)
        right += sum(words.spelling(a) == words.spelling(b) for a, b in zip(wanted, found))
    return right, n


def sound_texts(corpus, words):
    """name -> text"""
    texts = {}
    for path in sorted(glob.glob(os.path.join(corpus, "plans", "*.txt"))):
        if not os.path.basename(path).startswith("001"):
            with open(path, encoding="utf-8") as file:
                texts["plan " + os.path.basename(path)[:3]] = file.read()
    legal = os.path.join(corpus, "legal.txt.xz")
    if os.path.exists(legal):
        with lzma.open(legal, "rt", encoding="utf-8") as file:
            texts["legal text held out"] = "".join(itertools.islice(filter(words.is_held_out, file), HELD_OUT_LINES))
    return texts


def print_rows(corpus, sauro, out):
    """Whether all aims are met."""
    words, met = training_text(), []
    scorer = os.path.join(corpus, "..", "eval", "score_repair.py")
    damaged, gold = glob.glob(os.path.join(corpus, "plans", "001_*.txt")), os.path.join(corpus, "repair", "001.gold.txt")
    print("repair")
    if damaged:
        with open(damaged[0], encoding="utf-8") as a, open(gold, encoding="utf-8") as b:
            exact, codes, spoiled = restored(scorer, sauro, out, "repair-001", a.read(), b.read())
        met += [row("plan 001: exact tokens", exact, 98), row("plan 001: codes", codes, 99), row("plan 001: spoiled", spoiled, 0.3, least=False)]
    own = []
    for path in sorted(glob.glob(os.path.join(ROOT, "tests", "repair", "*.tsv"))):
        name = os.path.basename(path)[:-len(".tsv")]
        with open(path, encoding="utf-8") as file:
            pairs = [line.rstrip("\n").partition("\t") for line in file]
        own += pairs
        exact, codes, _ = restored(scorer, sauro, out, name, "\n".join(p[0] for p in pairs), "\n".join(p[2] for p in pairs))
        met += [row("own plan %s: exact tokens" % name, exact, OWN_FLOOR), row("own plan %s: codes" % name, codes, OWN_CODES_FLOOR)]
    with_marks = "".join(p[2] + "\n" for p in own)
    for name, (spoil, least) in OTHER_DAMAGE.items():
        exact, _, _ = restored(scorer, sauro, out, "other", spoil(with_marks), with_marks)
        met.append(row("own plans, %s: exact tokens" % name, exact, least))
    for name, text in sound_texts(corpus, words).items():
        changed, n = tokens_that_differ(*run([sauro, "repair"], text, out, "sound"), lambda token: token)
        met.append(row("%s: sound tokens changed, of %d" % (name, n), 100 * changed / n, 0.05, least=False))
        _, after = run([sauro, "accent"], without_marks(text), out, "accent")
        with open(after, encoding="utf-8") as file:
            right, n = syllables_right(words, text, file.read())
        met.append(row("%s: syllables with marks put back" % name, 100 * right / n, 98))
    return all(met)
