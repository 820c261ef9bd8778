"""Tests of tools/migrationc.py."""
import contextlib
import hashlib
import io
import os
import subprocess
import sys
import tempfile
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "tools"))
import migrationc  # noqa: E402

FIRST = 'CREATE TABLE a (id @id, name @text DEFAULT \'"\\\'\n) @strict; -- größer\n'
SECOND = "CREATE TABLE b (x @int, y @real, z @blob);\n"

# (what is wrong, the files, what is said)
REFUSED = [
    ("a name without a number", {"first.sql": FIRST}, "first.sql: a migration is called NNNN_name.sql"),
    ("a gap", {"0001_a.sql": FIRST, "0003_b.sql": SECOND}, "0003_b.sql: the next migration must have the number 0002"),
    ("a double", {"0001_a.sql": FIRST, "0001_b.sql": SECOND}, "0001_b.sql: the next migration must have the number 0002"),
    ("an unknown word", {"0001_a.sql": "SELECT 1;\nCREATE TABLE a (x @integer);"}, "0001_a.sql:2: unknown word @integer"),
    ("an address", {"0001_a.sql": "SELECT 'a@example.vn';"}, "0001_a.sql:1: unknown word @example"),
    ("a transaction of its own", {"0001_a.sql": "begin;\n"}, "0001_a.sql:1: a step is one transaction already"),
    ("a file not in the list", {"0001_a.sql": FIRST, "0002_unlisted.sql": SECOND}, "0002_unlisted.sql: not in the list"),
    ("nothing", {"0001_a.sql": " \n"}, "0001_a.sql: nothing in it"),
    ("what is not UTF-8", {"0001_a.sql": "\udcff"}, "invalid start byte"),
]


class Running(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        self.made = os.path.join(self.folder, "migrations.c")

    def run_tool(self, files):
        folder = tempfile.mkdtemp(dir=self.folder)
        paths = [os.path.join(folder, name) for name in sorted(files, reverse=True)]
        for path in paths:
            with open(path, "w", encoding="utf-8", errors="surrogateescape") as opened:
                opened.write(files[os.path.basename(path)])
        err = io.StringIO()
        with contextlib.redirect_stderr(err):
            status = migrationc.main([self.made, *(path for path in paths if "unlisted" not in path)])
        return status, err.getvalue()

    def test_what_is_wrong_is_said(self):
        for what, files, said in REFUSED:
            with self.subTest(what):
                status, err = self.run_tool(files)
                self.assertEqual(status, 1)
                self.assertIn(said, err)
                self.assertFalse(os.path.exists(self.made))

    def test_the_steps_come_back_from_the_compiled_table(self):
        self.assertEqual(self.run_tool({"0001_first.sql": FIRST, "0002_second.sql": SECOND}), (0, ""))
        program = os.path.join(self.folder, "main.c")
        with open(program, "w", encoding="utf-8") as opened:
            opened.write('#include <stdio.h>\n#include "migrations.c"\n'
                         'int main(void) { for (int i = 0; i < migrate_steps_n; i++) printf("%d %s %s\\n%s", migrate_steps[i].number,'
                         " migrate_steps[i].name, migrate_steps[i].sha256, migrate_steps[i].sql); }\n")
        compiler = os.environ.get("CC", "cc").split()
        subprocess.run([*compiler, "-std=gnu17", "-Wall", "-Wextra", "-Werror", "-I" + os.path.join(ROOT, "src"), program, "-o",
                        os.path.join(self.folder, "main")], check=True)
        printed = subprocess.run([os.path.join(self.folder, "main")], check=True, capture_output=True).stdout.decode()
        digests = [hashlib.sha256(text.encode()).hexdigest() for text in (FIRST, SECOND)]
        self.assertEqual(printed, f"1 first {digests[0]}\n{FIRST}2 second {digests[1]}\n{SECOND}")

    def test_without_its_arguments_it_explains_itself(self):
        err = io.StringIO()
        with contextlib.redirect_stderr(err):
            self.assertEqual(migrationc.main(["out.c"]), 2)
        self.assertIn("usage:", err.getvalue())


if __name__ == "__main__":
    unittest.main()
