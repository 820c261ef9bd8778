"""What the documents of the project link to or name as a path is there: README.md, ARCHITECTURE.md, CONTRIBUTING.md, docs/ and every other .md.

A path is a link's target, or what stands between backticks with a slash in it and begins with a folder of the project or of src/. What
stands for many (`x_web.c`, `NNNN_name.sql`, `*`, capitals, what is made by a build) is left alone.
"""
import os
import re

from common import Report, arguments, files, read

LINK = re.compile(r"\]\(([^)#\s]+)[^)]*\)")
QUOTED = re.compile(r"`([\w./-]+)`")
MADE = ("build", "data", "node_modules", ".run")


def stands_for_many(path):
    name = os.path.basename(path.rstrip("/"))
    return re.match(r"x([_.]|$)", name) is not None or re.search(r"[A-Z]{4}|…", path) is not None


def exists(root, folder, path):
    """From the document's folder, from the root, or from src/; a header also without its ending."""
    return any(os.path.exists(os.path.join(root, base, path + ending)) for base in (folder, "", "src") for ending in ("", ".h", ".c"))


def main():
    root = arguments(__doc__).root
    report = Report()
    documents = [path for path in files(root, ".md") if not path.startswith(os.path.join("tests", "fuzz")) and not path.startswith("samples/ke-")]
    known = {name for base in ("", "src") if os.path.isdir(os.path.join(root, base)) for name in os.listdir(os.path.join(root, base))}
    for document in documents:
        for number, line in enumerate(read(root, document).split("\n"), 1):
            links = [target for target in LINK.findall(line) if "://" not in target]
            paths = [path for path in QUOTED.findall(line) if "/" in path and path.split("/")[0] in known]
            for path in links + paths:
                if path.split("/")[0] not in MADE and not stands_for_many(path) and not exists(root, os.path.dirname(document), path):
                    report.add(document, number, "there is no %s" % path)
    report.finish("%d documents" % len(documents))


if __name__ == "__main__":
    main()
