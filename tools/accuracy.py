"""How well `sauro read` reads plans: the F1 of each field, against readings made by hand; how honest its confidence is; and how well
damaged text is restored (tools/repair_accuracy.py).

usage: tools/accuracy.py [--corpus FOLDER] [--verbose]

The corpus is a folder with plans/NNN_….txt and gold/plan-NNN.json; the scorer is eval/score_plan.py beside the corpus. Neither is
a part of this project; our own samples/ and tests/plans/ are scored beside them. The readings are left in build/accuracy/. With
--verbose each difference is shown. The status is 1 where a plan with sound text falls below the bar;
texts whose columns come one after the other have none.
"""
import argparse
import collections
import glob
import json
import os
import re
import subprocess
import sys
import unicodedata

import repair_accuracy

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SAURO = os.environ.get("SAURO", os.path.join(ROOT, "build", "src", "main", "sauro"))
OUT = os.path.join(ROOT, "build", "accuracy")
BAR = 0.85
DAMAGED = {"001"}  # the text layer of a page read by a machine that knows no Vietnamese, which is repaired first
DAMAGED_BAR = 0.92
APART = "-plain"  # a text that gives the columns of a wide table one after the other: which cells share a row is lost in it; no bar
ROW = re.compile(r"^(\S+)\s+(\d+)\s+(\d+)\s+(\d+)\s+([\d.]+)$")
MEAN = re.compile(r"^mean F1 ([\d.]+)")


def pairs(corpus):
    """-> [(name, plan, gold)], the corpus first."""
    for plan in sorted(glob.glob(os.path.join(corpus, "plans", "*.txt"))):
        number = os.path.basename(plan)[:3]
        yield number, plan, os.path.join(corpus, "gold", "plan-%s.json" % number)
    for gold in sorted(glob.glob(os.path.join(ROOT, "samples", "golden", "*.json"))):
        name = os.path.basename(gold)[:-len(".json")]
        yield name, glob.glob(os.path.join(ROOT, "samples", name + ".*"))[0], gold
    for gold in sorted(glob.glob(os.path.join(ROOT, "tests", "plans", "*.json"))):
        yield os.path.basename(gold)[:-len(".json")], next(p for p in glob.glob(gold[:-len("json")] + "*") if p != gold), gold


# ---- confidence ----

SURE = 90  # percent; from here on a field is marked sure
TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
LISTS = ("recipients", "in_execution_of")


def without_tone_style(word):
    """The tones of a word after its letters: "hoá" and "hóa" are one word in two styles of writing; so are Ð and Đ."""
    letters = unicodedata.normalize("NFD", word).replace("\u00f0", "\u0111")
    return TONES.sub("", letters) + "".join(TONES.findall(letters))


def words(value):
    """A value as its words: marks, case, white space and the style of writing tones do not count."""
    if isinstance(value, dict):
        value = [value.get(key) for key in ("kind", "start", "end", "due", "exclusive", "rrule", "tentative")]
    text = unicodedata.normalize("NFC", json.dumps(value, ensure_ascii=False) if isinstance(value, (list, bool)) else str(value or ""))
    return [without_tone_style(word) for word in re.findall(r"\w+", text.lower())]


def alike(gold, read):
    """The share of words that two values have in common."""
    a, b = collections.Counter(words(gold)), collections.Counter(words(read))
    return 2 * sum((a & b).values()) / max(1, sum(a.values()) + sum(b.values()))


def list_leaves(name, gold, read, key):
    """Each of `read` is right where one of `gold` has the same key; of two alike the surer one is taken for it."""
    left = [key(one) for one in gold]
    for one, confidence in sorted(read, key=lambda one: -one[1]):
        right = key(one) in left
        if right:
            left.remove(key(one))
        yield name, right, confidence


def parts(task):
    return task.get("parts") or [task]


def task_leaves(gold, read):
    """The fields of one task; `gold` None where there is no such task."""
    yield "task.title", gold is not None and words(gold["title"]) == words(read["title"]), read["confidence"]
    fields = (("products", "products"), ("schedule_raw", "schedule"), ("schedule", "schedule"), ("assignment_raw", "assignments"),
              ("assignments", "assignments"), ("funding_raw", "funding"))
    for number, part in enumerate(parts(read)):
        golds = parts(gold) if gold else []
        same = golds[number] if number < len(golds) else None
        for field, source in fields:
            known = (part.get("sources") or read["sources"]).get(source)
            if not part.get(field) or known is None:
                continue
            keys = sorted(map(words, part[field])) if field == "products" else words(part[field])
            wanted = same and (sorted(map(words, same.get(field) or [])) if field == "products" else words(same.get(field)))
            if field == "assignments":
                keys, wanted = (sorted((words(a["unit"]), a["role"]) for a in p.get(field) or []) if p else None for p in (part, same))
            yield "task." + field, keys == wanted, known["confidence"]
    if read.get("channels_cell"):
        yield "task.channels", bool(gold) and words(gold.get("channels_cell")) == words(read["channels_cell"]), read["sources"]["channels"]["confidence"]


def leaves(gold, read):
    """(field, whether it is right, its confidence) for every field that was read."""
    sources = read["header"]["sources"]
    for field, known in sources.items():
        if field not in LISTS:
            yield "header." + field, words(gold["header"].get(field)) == words(read["header"].get(field)), known["confidence"]
    for field in LISTS:
        yield from list_leaves("header." + field, gold["header"].get(field) or [],
                               zip(read["header"][field], [one["confidence"] for one in sources[field]]), words)
    for field, key in (("outline", lambda one: (one["number"], one["level"])), ("citations", lambda one: words(one.get("number") or one.get("name"))),
                       ("channels", lambda one: words(one["name"])), ("duties", lambda one: (words(one["unit"]), words(one["text"])[:4])),
                       ("report_duties", lambda one: words(one["schedule"])), ("targets", lambda one: words(one["value"]))):
        yield from list_leaves(field, gold.get(field) or [], [(one, one["confidence"]) for one in read[field]], key)
    left = list(gold.get("tasks") or [])
    for task in read["tasks"]:
        best = max(left, key=lambda one: alike(one["title"], task["title"]), default=None)
        best = best if best and alike(best["title"], task["title"]) > 0.5 else None
        if best:
            left.remove(best)
        yield from task_leaves(best, task)


def print_levels(found):
    """How many fields of each level of confidence are right: what docs/confidence.md promises."""
    levels = collections.defaultdict(list)
    for _, field, right, confidence in found:
        levels[field, confidence].append(right)
    for (field, confidence), rights in sorted(levels.items()):
        print("  %-24s %3d: %4d right of %4d" % (field, confidence, sum(rights), len(rights)))


def print_confidence(found, verbose):
    """found: [(plan, field, right, confidence)]"""
    sure, unsure = ([row for row in found if (row[3] >= SURE) == is_sure] for is_sure in (True, False))
    wrong_sure, wrong_unsure = ([row for row in rows if not row[2]] for rows in (sure, unsure))
    wrong = len(wrong_sure) + len(wrong_unsure)
    print("marked sure: %d fields, %d wrong, %.2f %% (aim: at most 0.5 %%)" % (len(sure), len(wrong_sure), 100 * len(wrong_sure) / max(1, len(sure))))
    print("marked unsure: %d fields, %d wrong: %.1f %% of all that are wrong (aim: at least 90 %%)" %
          (len(unsure), len(wrong_unsure), 100 * len(wrong_unsure) / max(1, wrong)))
    shares = ["%s %.0f %%" % (plan, 100 * sum(row[0] == plan for row in unsure) / sum(row[0] == plan for row in found))
              for plan in dict.fromkeys(row[0] for row in found)]
    print("share marked unsure: %.1f %% (%s)" % (100 * len(unsure) / max(1, len(found)), ", ".join(shares)))
    for field, n in collections.Counter(row[1] for row in wrong_sure).most_common():
        print("  sure and wrong: %-24s %3d of %d" % (field, n, sum(row[1] == field for row in sure)))
    if verbose:
        for plan, field, _, confidence in wrong_sure:
            print("  sure and wrong: %s %s (%d)" % (plan, field, confidence))
        print_levels(found)


# ---- F1 ----


def score(scorer, name, plan, gold, verbose):
    """-> {field: F1}, with the mean under "mean"."""
    reading = os.path.join(OUT, name + ".json")
    with open(reading, "wb") as file:
        subprocess.run([SAURO, "read", "--json", plan], stdout=file, check=True)
    scored = subprocess.run([sys.executable, scorer, gold, reading, *(["--verbose"] if verbose else [])], capture_output=True, text=True, check=True)
    if verbose:
        print("%s\n%s" % (name, scored.stdout))
    found = {}
    for line in scored.stdout.splitlines():
        row, mean = ROW.match(line), MEAN.match(line)
        if row:
            found[row[1]] = float(row[5])
        elif mean:
            found["mean"] = float(mean[1])
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpus", default=os.path.join(ROOT, "..", "shared", "corpus"))
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    scorer = os.path.join(options.corpus, "..", "eval", "score_plan.py")
    if not os.path.exists(scorer):
        sys.exit("accuracy.py: no scorer at %s; say CORPUS=FOLDER" % scorer)
    os.makedirs(OUT, exist_ok=True)
    plans = list(pairs(options.corpus))
    scores = {name: score(scorer, name, plan, gold, options.verbose) for name, plan, gold in plans}
    fields = list(dict.fromkeys(field for found in scores.values() for field in found if field != "mean")) + ["mean"]
    for at, name in enumerate(scores, 1):
        print("(%d) %s" % (at, name))
    print("%-20s" % "F1" + "".join("%7s" % ("(%d)" % at) for at in range(1, len(scores) + 1)))
    for field in fields:
        print("%-20s" % field + "".join("%7s" % ("%.3f" % found[field] if field in found else "-") for found in scores.values()))
    confidence = []
    for name, _, gold in plans:
        if name not in DAMAGED:
            with open(gold, encoding="utf-8") as made, open(os.path.join(OUT, name + ".json"), encoding="utf-8") as read:
                confidence += [(name, *leaf) for leaf in leaves(json.load(made), json.load(read))]
    print_confidence(confidence, options.verbose)
    repaired = repair_accuracy.print_rows(options.corpus, SAURO, OUT)
    apart = ["%s %.3f" % (name, found["mean"]) for name, found in scores.items() if name.endswith(APART)]
    below = [name for name, found in scores.items() if not name.endswith(APART) and found["mean"] < (DAMAGED_BAR if name in DAMAGED else BAR)]
    print("columns one after the other, measured without a bar: %s" % ", ".join(apart))
    print("below the bar of %.2f: %s" % (BAR, ", ".join(below) if below else "none"))
    sys.exit(1 if below or not repaired else 0)


if __name__ == "__main__":
    main()
