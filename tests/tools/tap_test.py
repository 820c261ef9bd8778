"""What tools/tap.py makes of the output of a test program: nothing that went wrong may count as passed."""
import os
import subprocess
import sys
import tempfile
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "tools"))
import tap  # noqa: E402


def states(output, status=0):
    return [case[0] for case in tap.read(output, status).cases]


class Reading(unittest.TestCase):
    def test_cases_are_counted_one_by_one(self):
        self.assertEqual(states("1..3\nok 1 - a\nnot ok 2 - b\nok 3 - c # SKIP no server\n", 1), ["passed", "failed", "skipped"])

    def test_several_groups_of_a_program_add_up(self):
        self.assertEqual(states("1..1\nok 1 - a\n1..2\nok 1 - b\nok 2 - c\n"), ["passed"] * 3)

    def test_the_remark_before_a_failure_is_its_reason(self):
        result = tap.read("1..1\n# 0x1 != 0x2\nnot ok 1 - a\n", 1)
        self.assertEqual(result.cases, [("failed", "a", "0x1 != 0x2")])

    def test_of_several_remarks_the_one_that_says_most_is_kept(self):
        self.assertEqual(tap.read("1..1\n# Error: late\n#     at main\nnot ok 1 - a\n", 1).cases, [("failed", "a", "Error: late")])
        self.assertEqual(tap.read("1..1\n# Traceback (most recent call last):\n#   File x\n# KeyError: 'a'\nnot ok 1 - a\n", 1).cases,
                         [("failed", "a", "KeyError: 'a'")])

    def test_a_skip_keeps_its_reason_however_it_is_written(self):
        self.assertEqual(tap.read("1..1\nok 1 - a # SKIP no server\n", 0).cases, [("skipped", "a", "no server")])
        self.assertEqual(tap.read("1..1\n# no server\nok 1 # SKIP a\n", 0).cases, [("skipped", "a", "no server")])

    def test_a_program_that_stops_midway_fails(self):
        self.assertEqual(states("1..3\nok 1 - a\n", 0), ["passed", "failed"])

    def test_a_program_that_runs_nothing_fails(self):
        self.assertEqual(states("", 0), ["failed"])
        self.assertEqual(states("Segmentation fault\n", -11), ["failed"])

    def test_a_status_that_no_case_explains_fails(self):
        self.assertEqual(states("1..1\nok 1 - a\nLeakSanitizer: detected memory leaks\n", 23), ["passed", "failed"])


class Printing(unittest.TestCase):
    def run_file(self, text):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "x_test.py")
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
            done = subprocess.run([sys.executable, os.path.join(ROOT, "tools", "tap.py"), path], capture_output=True, text=True)
            return tap.read(done.stdout, done.returncode)

    def test_unittest_cases_become_lines(self):
        result = self.run_file("import unittest\nclass A(unittest.TestCase):\n"
                               "    def test_a(self): pass\n"
                               "    def test_b(self): self.assertEqual(1, 2)\n"
                               "    def test_c(self): self.skipTest('no server')\n"
                               "    def test_d(self): raise OSError('gone')\n"
                               "    def test_e(self):\n"
                               "        with self.subTest(row=1): self.fail('row 1')\n")
        self.assertEqual([case[0] for case in result.cases], ["passed", "failed", "skipped", "failed", "failed"])
        self.assertEqual(result.cases[2][2], "no server")


if __name__ == "__main__":
    unittest.main()
