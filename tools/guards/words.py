"""The tree speaks of itself: no path of the machine it was written on, no address of a package archive, nothing left open."""
import re

from common import Report, arguments, files, read

# Each is written so that it does not find itself.
RULES = [
    (re.compile(r"(?<![\w.~}/-])/wor[k]/|/tm[p]/w[t]?/|/roo[t]/|/hom[e]/\w"), "a path of one machine"),
    (re.compile(r"registry\.npmj[s]\.org|registry\.yarnpk[g]\.com|deb\.debia[n]\.org|ftp\.\w+\.debia[n]\.org|pypi\.or[g]"), "an archive's address"),
    (re.compile(r"\b(?:TOD[O]|FIXM[E]|XX[X])\b"), "something left open"),
    (re.compile(r"^(?:<{7}|>{7}) ", re.M), "a conflict of a merge"),
]
TEXT = (".c", ".h", ".py", ".sh", ".mjs", ".js", ".css", ".html", ".sql", ".md", ".build", ".txt", ".json", ".po", ".tsv", ".toml", ".yml",
        "Makefile", "run")


def main():
    root = arguments(__doc__).root
    report = Report()
    paths = [p for p in files(root) if p.endswith(TEXT)]
    for path in paths:
        text = read(root, path)
        for rule, what in RULES:
            for match in rule.finditer(text):
                report.add(path, text.count("\n", 0, match.start()) + 1, "%s: %s" % (what, match[0].strip()))
    report.finish("%d files" % len(paths))


if __name__ == "__main__":
    main()
