"""`sauro plan import`: what it prints in either language, its exit status, and how it goes with a server on the same folder."""
import os
import sqlite3
import subprocess
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from world import LANGUAGES, plan, program, sentence  # noqa: E402


class PlanCommand(unittest.TestCase):
    def setUp(self):
        self.sauro = program.Program()
        self.addCleanup(self.sauro.remove)
        self.sauro.must("unit", "add", "--code", "X", "--kind", "commune", "--name", "Ủy ban nhân dân phường Cầu Dừa")
        self.sauro.must("unit", "add", "--code", "Y", "--kind", "commune", "--name", "Ủy ban nhân dân phường Bến Gỗ")

    def write(self, name, content):
        path = os.path.join(self.sauro.folder, name)
        with open(path, "wb") as file:
            file.write(content)
        return path

    def run_import(self, *arguments):
        """-> (status, rows of fields, what was said)"""
        status, output, said = self.sauro.run("plan", "import", *arguments)
        return status, [row.split("\t") for row in output.splitlines()], said

    def check_said(self, said, beginning, *args):
        for language in LANGUAGES:
            self.assertIn(sentence(language, beginning, *args), said)

    def test_a_plan_comes_in_and_waits_and_is_confirmed_by_the_same_command(self):
        path = self.write("ke-hoach.md", plan(1, 3))
        status, rows, said = self.run_import("--unit", "X", path)
        self.assertEqual((status, rows), (0, [[path, "1", "review", "3", "0"]]), said)
        self.check_said(said, "{1}: {2} tasks, {3} warnings; it waits", path, 3, 0)
        status, rows, said = self.run_import("--unit", "x", "--confirm", path)
        self.assertEqual((status, rows), (0, [[path, "1", "confirmed", "3", "0"]]), said)
        self.check_said(said, "{1}: the unit has this plan already", path)
        self.check_said(said, "{1}: {2} tasks, {3} warnings; it counts", path, 3, 0)
        self.assertEqual(self.run_import("--unit", "Y", path)[:2], (0, [[path, "2", "review", "3", "0"]]))
        # The file that was read from stays where it was.
        with open(path, "rb") as file:
            self.assertEqual(file.read(), plan(1, 3))

    def test_what_lay_before_today_counts_as_done_where_it_is_said_to(self):
        for arguments, open_ones in (((), 2), (("--past-done",), 0)):
            path = self.write("muon%d.md" % open_ones, plan(40 + open_ones, 2))
            status, rows, said = self.run_import("--unit", "X", "--confirm", *arguments, path)
            self.assertEqual((status, rows[0][2]), (0, "confirmed"), said)
            with sqlite3.connect(os.path.join(self.sauro.folder, "sauro.db")) as db:
                counted = db.execute("SELECT count(*) FROM task_deadline d JOIN task t ON t.id = d.task_id WHERE t.plan_id = ? AND d.state = 'open'",
                                     (rows[0][1],)).fetchone()
            self.assertEqual(counted, (open_ones,))

    def test_bad_files_leave_the_good_one_alone(self):
        good, empty, binary = self.write("tot.md", plan(2, 2)), self.write("rong.md", b""), self.write("anh.md", b"\x89PNG\r\n\x1a\n\x00\x00")
        missing = os.path.join(self.sauro.folder, "khong-co.md")
        status, rows, said = self.run_import("--unit", "X", empty, good, missing, binary)
        self.assertEqual(status, 1, said)
        self.assertEqual([(row[0], row[2]) for row in rows], [(empty, "refused"), (good, "review"), (missing, "refused"), (binary, "refused")])
        self.check_said(said, "The file is empty. Check it")
        self.check_said(said, "There is no such file")
        self.check_said(said, "This picture is damaged")

    def test_a_file_over_the_limit(self):
        self.assertEqual(self.sauro.run("plan", "import", "--unit", "X", self.write("lon.md", b"x\n" * (26 * 2 ** 20)))[0], 1)
        self.assertEqual(os.listdir(os.path.join(self.sauro.folder, "tmp")), [])

    def test_wrong_usage(self):
        path = self.write("ke-hoach.md", plan(3, 1))
        for arguments in ((), ("--unit", "X"), (path,), ("--unit", "X", "--confirmed", path), ("--unit", "X", "--past-done", path), ("--unit",)):
            status, rows, said = self.run_import(*arguments)
            self.assertEqual((status, rows), (2, []), said)
            self.assertIn("sauro plan import", said)
        status, _, said = self.run_import("--unit", "Z", path)
        self.assertEqual(status, 1)
        self.check_said(said, "No unit has the code {1}", "Z")

    def test_a_folder_in_place_of_a_file_is_a_failure_that_the_log_tells(self):
        status, _, said = self.run_import("--unit", "X", self.sauro.folder)
        self.assertEqual(status, 3)
        self.assertIn("Is a directory", said)

    def test_beside_a_server(self):
        with self.sauro.server():
            for number in range(4, 10):
                path = self.write("%d.md" % number, plan(number, 2))
                status, rows, said = self.run_import("--unit", "X", "--confirm", path)
                self.assertEqual((status, rows[0][2:]), (0, ["confirmed", "2", "0"]), said)

    def test_a_second_server_on_the_same_folder_is_refused(self):
        with self.sauro.server():
            done = subprocess.run([program.SAURO, "serve", "--data", self.sauro.folder, "--listen", "127.0.0.1:%d" % program.free_port()],
                                  capture_output=True, text=True, timeout=20)
            self.assertEqual(done.returncode, 1, done.stderr)
            self.check_said(done.stderr, "Another program works on the data folder", self.sauro.folder)


if __name__ == "__main__":
    unittest.main()
