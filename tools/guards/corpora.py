"""Every fuzz target NAME_fuzz.c has seeds in tests/fuzz/corpus/NAME/, is built, and no corpus lacks its target."""
import os
import re

from common import Report, arguments, files, read

FOLDER = os.path.join("tests", "fuzz")


def main():
    root = arguments(__doc__).root
    report = Report()
    targets = [os.path.basename(p)[:-len("_fuzz.c")] for p in files(root, "_fuzz.c", under=FOLDER)]
    built = set(re.findall(r"'(\w+)'", read(root, os.path.join(FOLDER, "meson.build"))))
    for name in targets:
        path = os.path.join(FOLDER, name + "_fuzz.c")
        if not files(root, under=os.path.join(FOLDER, "corpus", name)):
            report.add(path, 0, "has no seeds in %s" % os.path.join(FOLDER, "corpus", name))
        if name not in built:
            report.add(path, 0, "is not listed in %s" % os.path.join(FOLDER, "meson.build"))
    corpus = os.path.join(root, FOLDER, "corpus")
    for name in sorted(os.listdir(corpus)) if os.path.isdir(corpus) else []:
        if name not in targets:
            report.add(os.path.join(FOLDER, "corpus", name), 0, "has no target %s_fuzz.c" % name)
    report.finish("%d targets" % len(targets))


if __name__ == "__main__":
    main()
