"""Folders use only what ARCHITECTURE.md lets them use, and outside headers stay in their room.

The table is the fenced block below "## Who may use whom". `a : b c` lets src/a include headers of src/b and src/c (and its own);
a row `feature/x : unit plan plan_view` lets that feature use the headers feature/unit/unit.h, feature/plan/plan.h and
feature/plan/plan_view.h, and no other feature may be used by it; features must form no circle. Within a feature, only x_web.c and x_cli.c use http/ and html/, and x_store.c not app/ either. `headers : sqlite3.h -> db ; name -> a b` keeps an outside header, or all
whose path holds the name, to the folders given. Every folder of src/ has a row. The page itself has at most 120 lines.
"""
import os
import re

from common import Report, arguments, files, read, without_comments

PAGE = "ARCHITECTURE.md"
PAGE_LINES = 120
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]+(?:"([^"]+)"|<([^>]+)>)', re.M)


def parse_table(text):
    """-> ({folder: set of folders, or None for everything}, {feature: [features]}, [(header part, set of folders)])"""
    section = re.search(r"^## Who may use whom.*?^```\n(.*?)^```", text, re.S | re.M)
    if not section:
        return None
    layers, features, headers = {}, {}, []
    for row in re.sub(r";\s*\n\s+", "; ", section[1]).splitlines():
        if ":" not in row:
            continue
        name, rest = (part.strip() for part in row.split(":", 1))
        rest = re.sub(r"\(.*?\)", "", rest).strip()
        if name == "headers":
            for rule in rest.split(";"):
                what, where = rule.split("->")
                headers += [(part, set(where.split())) for part in what.split()]
        elif name.startswith("feature/"):
            features[name[len("feature/"):]] = rest.split()  # of features, and of further headers of theirs
        else:
            layers[name] = None if rest == "everything" else set(rest.split())
    return layers, features, headers


def circle(features):
    """A feature that reaches itself, or None."""
    def reach(name, path):
        if name in path:
            return path[path.index(name):] + [name]
        for other in (other for other in features.get(name, []) if other in features):
            found = reach(other, path + [name])
            if found:
                return found
        return None
    for name in features:
        found = reach(name, [])
        if found:
            return found
    return None


def check_feature(report, path, line, mine, included, features):
    parts = included.split("/")
    other = parts[1]
    if other == mine:
        return
    if mine not in features:
        report.add(path, line, "feature/%s has no row in %s" % (mine, PAGE))
    elif other not in features[mine]:
        report.add(path, line, "feature/%s may not use feature/%s" % (mine, other))
    elif parts[2:] != [other + ".h"] and not (parts[2].endswith(".h") and parts[2][:-2] in features[mine]):
        report.add(path, line, "of another feature only %s.h and what %s lists may be used, not %s" % (other, PAGE, included))


def check_part(report, path, line, other):
    """What the parts of one feature may use, by the end of their names."""
    stem = os.path.basename(path).rsplit(".", 1)[0]
    if stem.endswith(("_web", "_cli", "_test")) or not path.endswith(".c"):
        return
    if other in ("http", "html") or (other == "app" and stem.endswith("_store")):
        report.add(path, line, "%s/ is not for %s" % (other, "a store" if stem.endswith("_store") else "a feature's rules"))


def check_file(report, root, path, table, folders):
    layers, features, headers = table
    parts = path.split(os.sep)
    folder = parts[1] if len(parts) > 2 else ""
    text = without_comments(read(root, path))
    is_test = path.endswith("_test.c") or os.path.basename(path) == "test.h"
    for match in INCLUDE.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        included = match[1] or match[2]
        other = included.split("/")[0]
        if match[1] and other in folders:
            allowed = layers.get(folder, set())
            if allowed is not None and other != folder and other not in allowed:
                report.add(path, line, "%s may not use %s" % (folder, included))
            if folder == "feature":
                check_part(report, path, line, other)
            if other == "feature" and folder == "feature" and included.count("/") > 1:
                check_feature(report, path, line, parts[2], included, features)
            continue
        if match[1]:
            continue
        for what, where in headers:
            if (included == what or (not what.endswith(".h") and what in included)) and folder not in where and not is_test:
                report.add(path, line, "<%s> belongs to %s" % (included, " ".join(sorted(where))))


def main():
    root = arguments(__doc__).root
    report = Report()
    page = read(root, PAGE)
    if page.count("\n") > PAGE_LINES:
        report.add(PAGE, 0, "has %d lines; one page is %d" % (page.count("\n"), PAGE_LINES))
    table = parse_table(page)
    if table is None:
        report.add(PAGE, 0, 'has no table below "## Who may use whom"')
        report.finish()
    folders = sorted(f for f in os.listdir(os.path.join(root, "src")) if os.path.isdir(os.path.join(root, "src", f)))
    for folder in folders:
        if folder not in table[0]:
            report.add(PAGE, 0, "the table has no row for src/%s" % folder)
    for name in table[0]:
        if name not in folders:
            report.add(PAGE, 0, "the table names %s, which src/ does not hold" % name)
    found = circle(table[1])
    if found:
        report.add(PAGE, 0, "features use each other in a circle: " + " -> ".join(found))
    sources = files(root, ".c", ".h", under="src")
    for path in sources:
        check_file(report, root, path, table, folders)
    report.finish("%d files in %d folders" % (len(sources), len(folders)))


if __name__ == "__main__":
    main()
