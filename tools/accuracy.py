"""How well `sauro read` reads plans: the F1 of each field, against readings made by hand.

usage: tools/accuracy.py [--corpus FOLDER] [--verbose]

The corpus is a folder with plans/NNN_….txt and gold/plan-NNN.json; the scorer is eval/score_plan.py beside the corpus. Neither is
a part of this project; our own samples/ and tests/plans/ are scored beside them. The readings are left in build/accuracy/. With
--verbose each difference is shown. The status is 1 where a plan with sound text falls below the bar.
"""
import argparse
import glob
import os
import re
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SAURO = os.environ.get("SAURO", os.path.join(ROOT, "build", "src", "main", "sauro"))
OUT = os.path.join(ROOT, "build", "accuracy")
BAR = 0.85
DAMAGED = {"001"}  # the text layer of a page read by a machine that knows no Vietnamese: no bar before it can be repaired
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
    scores = {name: score(scorer, name, plan, gold, options.verbose) for name, plan, gold in pairs(options.corpus)}
    fields = list(dict.fromkeys(field for found in scores.values() for field in found if field != "mean")) + ["mean"]
    for at, name in enumerate(scores, 1):
        print("(%d) %s" % (at, name))
    print("%-20s" % "F1" + "".join("%7s" % ("(%d)" % at) for at in range(1, len(scores) + 1)))
    for field in fields:
        print("%-20s" % field + "".join("%7s" % ("%.3f" % found[field] if field in found else "-") for found in scores.values()))
    below = [name for name, found in scores.items() if name not in DAMAGED and found["mean"] < BAR]
    print("below the bar of %.2f: %s" % (BAR, ", ".join(below) if below else "none"))
    sys.exit(1 if below else 0)


if __name__ == "__main__":
    main()
