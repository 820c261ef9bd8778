"""TAP, the lines that every test program here prints: reading them, and printing them for Python's unittest.

usage: tools/tap.py FILE_test.py     runs its unittest cases, prints a line of TAP for each
"""
import importlib.util
import os
import re
import sys
import traceback
import unittest

CASE = re.compile(r"^(not )?ok\b[ \t]*(\d+)?[ \t]*(?:- )?(.*)$")
PLAN = re.compile(r"^1\.\.(\d+)")
SKIP = re.compile(r"#[ \t]*SKIP\b:?[ \t]*(.*)$", re.I)


class Result:
    """What one test program said: cases as (state, name, why), state one of passed, failed, skipped."""

    def __init__(self):
        self.cases = []

    def count(self, state):
        return sum(1 for case in self.cases if case[0] == state)


def reason(remarks):
    """The line that says most among those before a case: a traceback's last, else the first."""
    if not remarks:
        return ""
    return remarks[-1] if remarks[0].startswith("Traceback") else remarks[0]


def read(output, status):
    """Reads the output of a program that ended with a status. What does not add up is a failed case of its own."""
    result, planned, remarks = Result(), 0, []
    for line in output.splitlines():
        plan, case = PLAN.match(line), CASE.match(line)
        if plan:
            planned += int(plan[1])
        elif line.startswith("Bail out!"):
            result.cases.append(("failed", "the whole program", line))
        elif case:
            skip, remark = SKIP.search(case[3]), reason(remarks)
            name = SKIP.sub("", case[3]).strip()
            if case[1]:
                result.cases.append(("failed", name, remark))
            elif skip and name:
                result.cases.append(("skipped", name, skip[1].strip() or remark))
            elif skip:  # cmocka puts the name there; the reason is what was said before
                result.cases.append(("skipped", skip[1].strip(), remark))
            else:
                result.cases.append(("passed", name, ""))
            remarks = []
        elif line.strip():
            remarks.append(line.lstrip("# ").strip())
    remark = reason(remarks)
    if not result.cases:
        result.cases.append(("failed", "the whole program", "ran no case (status %s): %s" % (status, remark)))
    elif planned != len(result.cases):
        result.cases.append(("failed", "the whole program", "planned %d cases and ran %d: %s" % (planned, len(result.cases), remark)))
    elif status != 0 and result.count("failed") == 0:
        result.cases.append(("failed", "the whole program", "ended with status %s: %s" % (status, remark)))
    return result


class TapResult(unittest.TestResult):
    def __init__(self):
        super().__init__()
        self.number = 0

    def line(self, ok, test, remark="", skip=None):
        self.number += 1
        for row in remark.splitlines():
            print("# " + row)
        name = test.id().split(".", 1)[-1] if hasattr(test, "id") else str(test)
        print("%sok %d - %s%s" % ("" if ok else "not ", self.number, name, "" if skip is None else " # SKIP " + skip), flush=True)

    def addSuccess(self, test):
        self.line(True, test)

    def addError(self, test, err):
        super().addError(test, err)
        self.line(False, test, "".join(traceback.format_exception(*err)))

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.line(False, test, "".join(traceback.format_exception(*err)))

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.line(True, test, skip=reason)

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            self.line(False, subtest, "".join(traceback.format_exception(*err)))


def main():
    path = os.path.abspath(sys.argv[1])
    sys.path.insert(0, os.path.dirname(path))
    name = os.path.splitext(os.path.basename(path))[0]
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    result = TapResult()
    unittest.defaultTestLoader.loadTestsFromModule(module).run(result)
    print("1..%d" % result.number)
    sys.exit(0 if result.wasSuccessful() else 1)


if __name__ == "__main__":
    main()
