"""`sauro check`: what it prints in both languages, and its exit status."""
import os
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from world import LANGUAGES, plan, program, sentence  # noqa: E402


def run(*arguments):
    """-> (status, output, what was said)"""
    done = subprocess.run([program.SAURO, "check", *arguments], capture_output=True, text=True, timeout=60)
    return done.returncode, done.stdout, done.stderr


class CheckCommand(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = os.path.join(folder.name, "ke-hoach.md")

    def check(self, content):
        with open(self.path, "wb") as file:
            file.write(content)
        return run(self.path)

    def test_nothing_is_wrong(self):
        self.assertEqual(self.check(plan(1, 3)), (0, "", ""))

    def test_a_defect_has_its_line_its_kind_and_a_sentence_in_both_languages(self):
        content = plan(1, 3).replace(b"| 3 |", b"| 5 |")
        status, output, said = self.check(content)
        self.assertEqual((status, said), (1, ""))
        line = content[:content.index(b"| 5 |")].count(b"\n") + 1
        self.assertIn("%s:%d: [number_skipped]\n" % (self.path, line), output)
        for language in LANGUAGES:
            self.assertIn("    " + sentence(language, "The rows of the table go", 2, 5) + "\n", output)

    def test_a_plan_against_the_one_above(self):
        above = self.path + ".above.md"
        with open(above, "wb") as file:
            file.write(plan(2, 3) + "\n\nMỗi đơn vị gửi 02 tin, bài/tháng.\n".encode())
        content = plan(1, 3) + "\n\nMỗi phòng gửi 01 tin, bài/tháng.\n".encode()
        self.assertEqual(self.check(content)[0], 0)
        status, output, said = run(self.path, "--above", above)
        self.assertEqual((status, said), (1, ""))
        self.assertIn("[less_than_above]\n", output)
        self.assertEqual(run(self.path, "--above", self.path + "x")[0], 2)

    def test_a_file_that_cannot_be_read(self):
        for content in (b"", b"\x89PNG\r\n\x1a\n\x00"):
            status, output, said = self.check(content)
            self.assertEqual((status, output), (2, ""))
            self.assertNotEqual(said, "")
        self.assertEqual(run(self.path + "x")[:2], (2, ""))

    def test_it_wants_one_file(self):
        self.assertEqual(run()[0], 2)


if __name__ == "__main__":
    unittest.main()
