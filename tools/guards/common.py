"""What the guards share: the files of the tree, C without comments and strings, and one way to report.

A guard is a program `tools/guards/NAME.py [ROOT] [options]`: it prints one finding a line, FILE:LINE: what is wrong, and exits
with 1 where there is one. Its rule stands in its docstring; tests/tools/guards_test.py sees each fail on a bad example.
"""
import argparse
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
PROJECT = os.path.dirname(os.path.dirname(HERE))
# Folders that hold what is made or fetched, never what is written.
SKIPPED = {".git", "node_modules", "data", "__pycache__"}


def arguments(doc, **extra):
    """The command line of a guard: ROOT, and what `extra` adds (name -> default)."""
    parser = argparse.ArgumentParser(description=doc.strip().splitlines()[0])
    parser.add_argument("root", nargs="?", default=PROJECT)
    for name, default in extra.items():
        parser.add_argument("--" + name, default=default)
    return parser.parse_args()


def files(root, *suffixes, under=""):
    """Paths below root, relative and sorted, that end with one of the suffixes (none: all)."""
    found = []
    for folder, folders, names in os.walk(os.path.normpath(os.path.join(root, under))):
        folders[:] = [f for f in folders if f not in SKIPPED and not re.match(r"(build|\.run)(-|$)", f)]
        for name in names:
            if not suffixes or name.endswith(suffixes):
                found.append(os.path.relpath(os.path.join(folder, name), root))
    return sorted(found)


def read(root, path):
    with open(os.path.join(root, path), encoding="utf-8") as file:
        return file.read()


C_TOKENS = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)


def without_comments(text):
    """C with its comments turned to blanks; every line and column stays where it was."""
    return C_TOKENS.sub(lambda m: re.sub(r"[^\n]", " ", m[0]) if m[0].startswith("/") else m[0], text)


def code_only(text):
    """C with comments, and what stands within quotes, turned to blanks; lines and columns stay."""
    def replace(match):
        inner = re.sub(r"[^\n]", " ", match[0])
        return inner if match[0].startswith("/") else match[0][0] + inner[1:-1] + match[0][-1]
    return C_TOKENS.sub(replace, text)


def strings(text):
    """(line, content) of every string literal of C."""
    for match in C_TOKENS.finditer(text):
        if match[0].startswith('"'):
            yield text.count("\n", 0, match.start()) + 1, match[0][1:-1]


def has_waiver(text, line, word):
    """Whether `/* waiver(WORD): a reason */` stands on that line (from 1) or just above it."""
    lines = text.split("\n")
    near = "\n".join(lines[max(0, line - 2):line])
    return re.search(r"waiver\(%s\):\s*\S+ \S+" % re.escape(word), near) is not None


class Report:
    def __init__(self):
        self.findings = []

    def add(self, path, line, what):
        self.findings.append((path, line, what))

    def finish(self, summary=""):
        """Prints and exits."""
        for path, line, what in sorted(set(self.findings)):
            print("%s:%d: %s" % (path, line, what) if line else "%s: %s" % (path, what))
        if summary:
            print("# " + summary)
        sys.exit(1 if self.findings else 0)
