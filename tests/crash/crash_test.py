"""A program that writes through db/ is killed 200 times: what it had called done is there, whole, when it comes back."""
import os
import shutil
import sqlite3
import sys
import tempfile
import time
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, HERE)
from killing import Killer  # noqa: E402

WRITER = os.environ.get("SAURO_CRASH_WRITER", os.path.join(ROOT, "build", "tests", "crash", "crash_writer"))
ROUNDS = 200
ROUNDS_A_FILE = 20  # then begin with no file, so that its making is hit too
LONGEST = 0.06
MOST_SECONDS = 55  # a slow machine makes fewer rounds, but not too few
FEWEST_ROUNDS = 50


class Crash(unittest.TestCase):
    def test_what_was_called_done_survives_being_killed(self):
        seed = int(os.environ.get("SAURO_CRASH_SEED", time.time_ns() % 1000000))
        killer, begun, rounds, entries = Killer(seed), time.monotonic(), 0, 0
        with tempfile.TemporaryDirectory() as folder:
            while rounds < ROUNDS and (time.monotonic() - begun < MOST_SECONDS or rounds < FEWEST_ROUNDS):
                if rounds % ROUNDS_A_FILE == 0:
                    path, done = os.path.join(folder, f"{rounds}.db"), 0
                self.where = f"round {rounds} of seed {seed}"
                # Every other round may be killed while it opens and repairs; the others when they have begun to write.
                run = killer.run([WRITER, path], LONGEST, until="has" if rounds % 2 else None)
                self.assertIsNone(run.status, f"{self.where}: {run.errors}")
                before, done = done, self.check_lines(run.lines, done)
                self.check_file(path)
                entries += done - before
                rounds += 1
        print(f"# killed {rounds} times, {entries} entries (seed {seed})")
        self.assertGreater(entries, rounds, "it was killed before it did anything")

    def check_lines(self, lines, done):
        """What the run found and said, against the last that an earlier one called done -> the last that is called done now."""
        for line in lines:
            word, number = line.split()
            if word == "has":
                # One more than it had said at most: killed between the commit and the word.
                self.assertIn(int(number), (done, done + 1), self.where)
            else:
                self.assertEqual((word, int(number)), ("did", done + 1), self.where)
            done = int(number)
        return done

    def check_file(self, path):
        """Looks at a copy: the repair of the file itself is the writer's matter."""
        if os.path.exists(path):
            copy = path + ".copy"
            for end in ("", "-wal"):
                if os.path.exists(path + end):
                    shutil.copyfile(path + end, copy + end)
            base = sqlite3.connect(copy)
            self.assertEqual(base.execute("PRAGMA integrity_check").fetchall(), [("ok",)], self.where)
            self.assertEqual(base.execute("PRAGMA foreign_key_check").fetchall(), [], self.where)
            base.close()
            os.remove(copy)


if __name__ == "__main__":
    unittest.main()
