"""No file has more than 800 lines, no function more than 100, none a complexity above 20.

Complexity is what McCabe counted: one, and one more for each if, for, while, case, &&, || and ?. The five highest are printed.
"""
import os
import re

from common import Report, arguments, code_only, files, read

FILE_LINES, FUNCTION_LINES, COMPLEXITY = 800, 100, 20
BRANCH = re.compile(r"\b(?:if|for|while|case)\b|&&|\|\||\?")
TOKEN = re.compile(r"[A-Za-z_]\w*|[{}();=\[\],]|\S")


def functions(text):
    """(name, first line, last line, complexity) of each function that C text defines."""
    code = code_only(text)
    # A directive (with the lines it goes on over) is not a part of any function.
    code = re.sub(r"^[ \t]*#(?:[^\n\\]|\\.|\\\n)*", lambda m: re.sub(r"[^\n]", " ", m[0]), code, flags=re.M)
    depth, start, name, body = 0, 0, None, None
    parens, word, previous = 0, None, ""
    head_line = 0
    for match in TOKEN.finditer(code):
        token = match[0]
        if depth == 0:
            if previous in ("", ";", "}"):
                head_line = match.start()
                name = None
            if token == "(":
                if parens == 0 and re.match(r"[A-Za-z_]\w*$", previous) and previous != "__attribute__" and name is None:
                    name = previous
                parens += 1
            elif token == ")":
                parens -= 1
            elif token == "=":
                name = ""  # an initializer, no function
        if token == "{":
            if depth == 0:
                start, body = head_line, (match.start() if previous == ")" and name else None)
            depth += 1
        elif token == "}":
            depth -= 1
            if depth == 0 and body is not None:
                first = code.count("\n", 0, start) + 1
                last = code.count("\n", 0, match.start()) + 1
                yield name, first, last, 1 + len(BRANCH.findall(code[body:match.end()]))
        previous = token


def main():
    root = arguments(__doc__).root
    report = Report()
    every = []
    for path in files(root, ".c", ".h", ".py", ".sh", ".js", ".mjs", ".css", ".sql"):
        if path.split(os.sep)[0] not in ("src", "tools", "tests", "bench", "assets"):
            continue
        text = read(root, path)
        lines = text.count("\n")
        if lines > FILE_LINES:
            report.add(path, 0, "has %d lines; the ceiling is %d" % (lines, FILE_LINES))
        if not path.endswith((".c", ".h")):
            continue
        for name, first, last, complexity in functions(text):
            every.append((complexity, last - first + 1, path, first, name))
            if last - first + 1 > FUNCTION_LINES:
                report.add(path, first, "%s has %d lines; the ceiling is %d" % (name, last - first + 1, FUNCTION_LINES))
            if complexity > COMPLEXITY:
                report.add(path, first, "%s has a complexity of %d; the ceiling is %d" % (name, complexity, COMPLEXITY))
    for complexity, lines, path, first, name in sorted(every, reverse=True)[:5]:
        print("# %s:%d: %s: complexity %d, %d lines" % (path, first, name, complexity, lines))
    report.finish("%d functions" % len(every))


if __name__ == "__main__":
    main()
