"""How much a plan loses by the form in which it arrives: the same plans as text, Word file, web page, PDF, scan.

usage: tools/form_accuracy.py [--corpus FOLDER] [--form NAME]... [--verbose]

Each plan, of the corpus (from its reading made by hand) and of samples/, is set by tools/plan_forms.py, read by `sauro read`, and
scored by the corpus' scorer. A row is a form; its columns are the mean F1 of the plans, how much lower that is than of their text,
the plan that loses most, and the slowest reading; of scans also the share of characters that differ from those of the PDF file that
was scanned. The status is 1 where a form loses more than it may. LibreOffice, poppler-utils and
ImageMagick are needed; files and readings are left in build/forms/.
"""
import argparse
import difflib
import glob
import json
import os
import shutil
import subprocess
import sys
import time

import accuracy
import plan_forms

OUT = os.path.join(accuracy.ROOT, "build", "forms")
# A form: how much lower its mean F1 may be, and how it is made of a plan set as flat OpenDocument.
FORMS = {
    "odt": (0.01, lambda flat, folder: plan_forms.convert(flat, "odt", folder)),
    "docx": (0.01, lambda flat, folder: plan_forms.convert(flat, "docx", folder)),
    "html": (0.02, lambda flat, folder: plan_forms.convert(flat, "html", folder)),
    "rtf": (0.02, lambda flat, folder: plan_forms.convert(flat, "rtf", folder)),
    "doc": (0.02, lambda flat, folder: plan_forms.convert(flat, "doc", folder)),
    "pdf": (0.02, lambda flat, folder: plan_forms.convert(flat, "pdf", folder)),
    "scan": (0.05, lambda flat, folder: plan_forms.scan(plan_forms.convert(flat, "pdf", folder), folder)),
    "photo": (0.08, lambda flat, folder: plan_forms.photographs(plan_forms.convert(flat, "pdf", folder), folder)),
    "noisy": (0.05, lambda flat, folder: plan_forms.scan(plan_forms.convert(flat, "pdf", folder), folder, noisy=True)),
}
USUAL = ["odt", "docx", "html", "doc", "pdf", "scan", "noisy", "photo"]
MISREAD = {"scan": 0.5, "noisy": 1.5, "photo": 1.5}  # percent of the characters of a scan that may be wrong
NEEDED = ["soffice", "pdftoppm", "convert"]


def plans(corpus):
    """-> [(name, Markdown, gold)]. A plan whose own text has lost what makes a page is set from its reading."""
    golds = [(os.path.basename(gold)[len("plan-"):-len(".json")], None, gold) for gold in sorted(glob.glob(os.path.join(corpus, "gold", "plan-*.json")))]
    for name, plan, gold in golds + list(accuracy.pairs(os.path.join(corpus, "none"))):
        if plan and plan.endswith(".md"):
            with open(plan, encoding="utf-8") as file:
                yield name, file.read(), gold
            continue
        with open(gold, encoding="utf-8") as file:
            yield name, plan_forms.markdown_of_gold(json.load(file)), gold


def read(path, name, form, scorer, gold, verbose):
    """-> (mean F1, seconds)"""
    os.makedirs(accuracy.OUT, exist_ok=True)
    start = time.monotonic()
    found = accuracy.score(scorer, "%s-%s" % (name, form), path, gold, verbose)
    return found["mean"], time.monotonic() - start


def text_of(path):
    """The words of a file, without what only tells cells and paragraphs apart."""
    text = subprocess.run([accuracy.SAURO, "read", "--text", path], check=True, capture_output=True, text=True).stdout
    return text.replace("|", " ").replace("\u2028", " ").split()


def distance(a, b):
    """How many characters must be put in, taken out or changed to make one of the other."""
    row = list(range(len(b) + 1))
    for i, c in enumerate(a, 1):
        last, row = row, [i]
        for j, d in enumerate(b, 1):
            row.append(min(last[j] + 1, row[-1] + 1, last[j - 1] + (c != d)))
    return row[-1]


def misread(scanned, got):
    """-> (characters that differ, characters in all)"""
    wrong = 0
    for kind, a, b, c, d in difflib.SequenceMatcher(None, scanned, got, autojunk=False).get_opcodes():
        wrong += distance(" ".join(scanned[a:b]), " ".join(got[c:d])) if kind != "equal" else 0
    return wrong, sum(map(len, scanned)) + len(scanned)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpus", default=os.path.join(accuracy.ROOT, "..", "shared", "corpus"))
    parser.add_argument("--form", action="append", choices=FORMS)
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    scorer = os.path.join(options.corpus, "..", "eval", "score_plan.py")
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if missing:
        sys.exit("form_accuracy.py: forms are not measured: install libreoffice, poppler-utils and imagemagick (no %s here)" % ", ".join(missing))
    os.makedirs(OUT, exist_ok=True)
    forms = options.form or USUAL
    scores = {form: {} for form in ["text", *forms]}
    errors = {form: [0, 0] for form in forms if form in MISREAD}
    for name, markdown, gold in plans(options.corpus):
        text, flat = os.path.join(OUT, name + ".md"), os.path.join(OUT, name + ".fodt")
        with open(text, "w", encoding="utf-8") as file:
            file.write(markdown)
        with open(flat, "w", encoding="utf-8") as file:
            file.write(plan_forms.document_of(markdown))
        scores["text"][name] = read(text, name, "text", scorer, gold, options.verbose)
        for form in forms:
            made = FORMS[form][1](flat, OUT)
            try:
                scores[form][name] = read(made, name, form, scorer, gold, options.verbose)
                if form in errors:
                    wrong, n = misread(text_of(os.path.join(OUT, name + ".pdf")), text_of(made))
                    errors[form] = [errors[form][0] + wrong, errors[form][1] + n]
            except subprocess.CalledProcessError as error:
                print("# %s as %s: %s" % (name, form, error))
                scores[form][name] = (0.0, 0.0)
    report(scores, errors)


def report(scores, errors):
    failed = []
    print("%-28s" % "F1" + "".join("%7s" % form for form in scores))
    for name in scores["text"]:
        print("%-28s" % name + "".join("%7.3f" % found[name][0] for found in scores.values()))
    print("%-6s %8s %8s  %-34s %s" % ("form", "mean F1", "lower by", "loses most", "slowest"))
    clean = {name: f1 for name, (f1, _) in scores["text"].items()}
    for form, found in scores.items():
        mean = sum(f1 for f1, _ in found.values()) / len(found)
        lower = sum(clean.values()) / len(clean) - mean
        worst = max(found, key=lambda name: clean[name] - found[name][0])
        print("%-6s %8.3f %8.3f  %-34s %.1f s" % (form, mean, lower, "%s %.3f" % (worst, clean[worst] - found[worst][0]),
                                                   max(seconds for _, seconds in found.values())))
        if form != "text" and lower > FORMS[form][0]:
            failed.append("%s (%.2f)" % (form, FORMS[form][0]))
    for form, (wrong, n) in errors.items():
        share = 100 * wrong / max(1, n)
        print("%-6s %8.2f percent of %d characters misread" % (form, share, n))
        if share > MISREAD[form]:
            failed.append("%s (%.1f percent misread)" % (form, MISREAD[form]))
    print("lower than may be: %s" % (", ".join(failed) if failed else "none"))
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
