"""SQL stands in .sql files only; elsewhere it is found by a string that begins like a statement.

db/ may say what sets up a connection (PRAGMA, BEGIN, COMMIT, ROLLBACK, SET). Tests of db/ may hold SQL. Anything else that must
hold a statement says why: `/* waiver(sql): the reason */` beside it.
"""
import os
import re

from common import Report, arguments, files, has_waiver, read, strings

STATEMENT = re.compile(r"^\s*(?:SELECT\s.+|INSERT\s+INTO\s.+|UPDATE\s+\w+\s+SET\s.*|DELETE\s+FROM\s.+|CREATE\s+(?:TABLE|INDEX|UNIQUE|VIEW|TRIGGER"
                       r"|TEMP)\b.*|ALTER\s+TABLE\s.+|DROP\s+(?:TABLE|INDEX|VIEW)\s.+|WITH\s+\w+\s+AS\s*\(.*)", re.S)
CONNECTION = re.compile(r"^\s*(?:PRAGMA|BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|SET)\b(?!.*:)")


def main():
    root = arguments(__doc__).root
    report = Report()
    sources = files(root, ".c", ".h", under="src")
    for path in sources:
        in_db = path.split(os.sep)[1] == "db"
        if in_db and path.endswith("_test.c"):
            continue
        text = read(root, path)
        for line, content in strings(text):
            if (STATEMENT.match(content) or (CONNECTION.match(content) and content.strip().isupper() and not in_db)) \
                    and not has_waiver(text, line, "sql"):
                report.add(path, line, "holds SQL: %s" % content[:60])
    report.finish("%d files" % len(sources))


if __name__ == "__main__":
    main()
