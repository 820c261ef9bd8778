"""A disk that fails or is full at any moment of an import: the command says so, ends by itself, and leaves a database that is whole.

The import of a plan is run once to count its changes to files; then again and again, each time on a fresh copy of the data, with
another change failing (see fault.c), or the process killed there. Afterwards the database passes its own check, and the same import
without a fault ends as if nothing had happened.
"""
import os
import shutil
import sqlite3
import sys
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path[:0] = [os.path.join(ROOT, "tests"), os.path.join(ROOT, "bench")]
import program  # noqa: E402
import synthetic  # noqa: E402

MOST_STEPS = 40  # of each kind: spread over all the changes
UNIT = "DON.VI"


class Faults(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.template = program.Program()
        cls.addClassCleanup(cls.template.remove)
        cls.template.must("unit", "add", "--code", UNIT, "--kind", "commune", "--name", "Xã Bến Mẫu")
        cls.plan = os.path.join(cls.template.folder, "plan.md")
        with open(cls.plan, "w", encoding="utf-8") as file:
            file.write(synthetic.plan(1, 6))
        cls.changes = cls.count_changes()

    @classmethod
    def copy(cls):
        copy = program.Program()
        shutil.copytree(cls.template.folder, copy.folder, dirs_exist_ok=True)
        return copy

    @classmethod
    def import_plan(cls, copy, **fault):
        environment = {"LD_PRELOAD": program.FAULT, **{"FAULT_" + name.upper(): str(value) for name, value in fault.items()}}
        return copy.run("plan", "import", "--unit", UNIT, "--confirm", cls.plan, environment=environment)

    @classmethod
    def count_changes(cls):
        with cls.copy() as copy:
            count = os.path.join(copy.folder, "count")
            status, output, errors = cls.import_plan(copy, count=count)
            if status != 0:
                raise AssertionError("the import fails without a fault: %s%s" % (output, errors))
            with open(count, encoding="ascii") as file:
                return int(file.read())

    def steps(self):
        self.assertGreater(self.changes, 10, "the faults' library sees too few changes")
        stride = max(1, self.changes // MOST_STEPS)
        return range(1, self.changes + 1, stride)

    def check_whole(self, copy, what):
        with sqlite3.connect(os.path.join(copy.folder, "sauro.db")) as database:
            self.assertEqual(database.execute("PRAGMA integrity_check").fetchall(), [("ok",)], what)
            self.assertEqual(database.execute("PRAGMA foreign_key_check").fetchall(), [], what)
        database.close()

    def check_again(self, copy, what):
        """The same import without a fault: in the end there is one plan with all of its tasks, confirmed."""
        status, output, errors = copy.run("plan", "import", "--unit", UNIT, "--confirm", self.plan)
        self.assertEqual(status, 0, what + output + errors)
        with sqlite3.connect(os.path.join(copy.folder, "sauro.db")) as database:
            rows = database.execute("SELECT p.state, count(t.id) FROM plan p LEFT JOIN task t ON t.plan_id = p.id GROUP BY p.id").fetchall()
        database.close()
        self.assertEqual(rows, [("confirmed", 6)], what)

    def test_a_failing_disk_is_told_and_mends(self):
        for kind in ("io", "space"):
            for step in self.steps():
                what = "%s at change %d of %d: " % (kind, step, self.changes)
                with self.subTest(what), self.copy() as copy:
                    status, output, errors = self.import_plan(copy, at=step, kind=kind)
                    self.assertIn(status, (0, 1, 3), what + output + errors)
                    if status != 0:
                        self.assertNotEqual(output + errors, "", what + "ended with %d and no word" % status)
                    self.check_whole(copy, what)
                    self.check_again(copy, what)

    def test_a_disk_that_stays_full_is_told(self):
        for step in self.steps():
            what = "full from change %d of %d on: " % (step, self.changes)
            with self.subTest(what), self.copy() as copy:
                status, output, errors = self.import_plan(copy, at=step, kind="space", stay=1)
                self.assertIn(status, (0, 1, 3), what + output + errors)
                self.check_whole(copy, what)
                self.check_again(copy, what)

    def test_an_end_at_any_change_leaves_all_or_nothing(self):
        for step in self.steps():
            what = "killed at change %d of %d: " % (step, self.changes)
            with self.subTest(what), self.copy() as copy:
                status, _, _ = self.import_plan(copy, at=step, kind="kill")
                self.assertEqual(status, -9, what)
                self.check_whole(copy, what)
                self.check_again(copy, what)


if __name__ == "__main__":
    unittest.main()
