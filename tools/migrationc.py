#!/usr/bin/env python3
"""Compiles migrations/NNNN_name.sql to the table of steps that db/migrate.h runs.

Refuses what could go wrong later: a gap or a double in the numbers, a file of the folder that is not named here (and so not in
meson.build), an @word that db/migrate.c does not know, BEGIN or COMMIT (each step is one transaction already).

usage: migrationc.py migrate_steps.c NNNN_name.sql...
"""
import hashlib
import os
import re
import sys

FILE_NAME = re.compile(r"^(\d{4})_([a-z0-9_]+)\.sql$")
WORDS = ("id", "int", "real", "text", "blob", "strict")
ESCAPES = {"\\": "\\\\", '"': '\\"', "\t": "\\t"}


class Problem(Exception):
    """What is wrong with a file, beginning with its name."""


def check(name, text):
    for number, line in enumerate(text.split("\n"), 1):
        for word in re.findall(r"@([A-Za-z_]*)", line):
            if word not in WORDS:
                raise Problem(f"{name}:{number}: unknown word @{word}: one of {', '.join('@' + known for known in WORDS)}")
        if re.match(r"\s*(BEGIN|COMMIT|ROLLBACK)\b", line, re.I):
            raise Problem(f"{name}:{number}: a step is one transaction already")
    if not text.strip():
        raise Problem(f"{name}: nothing in it")


def load(paths):
    """The steps, ascending: (number, name, text, SHA-256)."""
    steps = []
    for path in paths:
        file_name = path.rpartition("/")[2]
        match = FILE_NAME.match(file_name)
        if not match:
            raise Problem(f"{file_name}: a migration is called NNNN_name.sql, with a name of a-z, 0-9 and _")
        with open(path, "rb") as opened:
            content = opened.read()
        check(file_name, content.decode("utf-8"))
        steps.append((int(match[1]), match[2], content.decode("utf-8"), hashlib.sha256(content).hexdigest()))
    for folder in {os.path.dirname(path) or "." for path in paths}:
        for name in sorted(os.listdir(folder)):
            if name.endswith(".sql") and name not in (os.path.basename(path) for path in paths):
                raise Problem(f"{name}: not in the list: add it to the meson.build beside it")
    steps.sort()
    for expected, (number, name, _, _) in enumerate(steps, 1):
        if number != expected:
            raise Problem(f"{number:04}_{name}.sql: the next migration must have the number {expected:04}")
    return steps


def c_string(text):
    """One C string literal a line."""
    lines = ("".join(ESCAPES.get(c, c) for c in line) for line in text.rstrip("\n").split("\n"))
    return "\n".join(f'\t\t"{line}\\n"' for line in lines)


def source(steps):
    out = ["/* Made by tools/migrationc.py from migrations/: change those. */", '#include "db/migrate.h"', "",
           "/* A step may be longer than the 4,095 bytes that every C compiler must take; ours take any. */",
           '#pragma GCC diagnostic ignored "-Woverlength-strings"', "",
           "const struct migrate_step migrate_steps[] = {"]
    for number, step, text, digest in steps:
        out += ["\t{", f"\t\t.number = {number},", f'\t\t.name = "{step}",', f'\t\t.sha256 = "{digest}",', "\t\t.sql =",
                c_string(text) + ",", "\t},"]
    return "\n".join(out + ["};", f"const int migrate_steps_n = {len(steps)};", ""])


def main(args):
    if len(args) < 2:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        text = source(load(args[1:]))
        with open(args[0], "w", encoding="utf-8") as opened:
            opened.write(text)
        return 0
    except (Problem, OSError, UnicodeDecodeError) as problem:
        print(problem, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
