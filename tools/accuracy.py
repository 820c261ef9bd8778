"""How well `sauro read` reads the plans of a corpus: the mean F1 of each against a reading made by hand.

usage: tools/accuracy.py [--corpus FOLDER] [--verbose]

The corpus is a folder with plans/NNN_….txt and gold/plan-NNN.json; the scorer is eval/score_plan.py beside the corpus. Neither is
a part of this project. The readings are left in build/accuracy/.
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


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpus", default=os.path.join(ROOT, "..", "shared", "corpus"))
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    scorer = os.path.join(options.corpus, "..", "eval", "score_plan.py")
    plans = sorted(glob.glob(os.path.join(options.corpus, "plans", "*.txt")))
    if not plans or not os.path.exists(scorer):
        sys.exit("accuracy.py: no plans or no scorer at %s; say CORPUS=FOLDER" % options.corpus)
    os.makedirs(OUT, exist_ok=True)
    failed = False
    for plan in plans:
        number = os.path.basename(plan)[:3]
        gold = os.path.join(options.corpus, "gold", "plan-%s.json" % number)
        reading = os.path.join(OUT, "plan-%s.json" % number)
        with open(reading, "wb") as file:
            status = subprocess.run([SAURO, "read", "--json", plan], stdout=file).returncode
        if status != 0:
            print("%s: sauro read ended with status %d" % (number, status))
            failed = True
            continue
        scored = subprocess.run([sys.executable, scorer, gold, reading, *(["--verbose"] if options.verbose else [])], capture_output=True, text=True)
        rows = (scored.stdout + scored.stderr).strip().splitlines()
        mean = [row for row in rows if re.search("mean", row, re.I)] or rows[-1:]
        print("%s: %s" % (number, "\n".join(rows) if options.verbose else " ".join(mean)))
        failed = failed or scored.returncode not in (0, 1)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
