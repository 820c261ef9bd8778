"""Memory comes from an arena: malloc and its kin stand in base/ only.

Where a C library demands the heap, the line says so: `/* waiver(heap): the reason */`. What else may not be used does not compile:
src/base/banned.h; this guard sees that every file is compiled with it.
"""
import os
import re

from common import Report, arguments, code_only, files, has_waiver, read

HEAP = re.compile(r"\b(malloc|calloc|realloc|reallocarray|strdup|strndup|asprintf|vasprintf|alloca)\s*\(")


def main():
    root = arguments(__doc__).root
    report = Report()
    sources = [p for p in files(root, ".c", ".h", under="src") if p.split(os.sep)[1] != "base" and not p.endswith("_test.c")]
    for path in sources:
        text = read(root, path)
        for match in HEAP.finditer(code_only(text)):
            line = text.count("\n", 0, match.start()) + 1
            if not has_waiver(text, line, "heap"):
                report.add(path, line, "%s() outside base/" % match[1])
    if not re.search(r"'-include'.*banned\.h", read(root, "meson.build")):
        report.add("meson.build", 0, "does not compile every file with base/banned.h")
    report.finish("%d files" % len(sources))


if __name__ == "__main__":
    main()
