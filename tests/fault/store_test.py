"""Every change that the database or a file written whole makes to the disk fails once, or is the last before the process dies:
what was called done is there, what was not is there whole or not at all, and the next start goes on."""
import os
import signal
import subprocess
import tempfile
import unittest

BUILD = os.path.join(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))), "build", "tests")
FAULT = os.path.join(BUILD, "fault", "fault.so")
WRITER = os.path.join(BUILD, "crash", "crash_writer")
FILE_WRITER = os.path.join(BUILD, "fault", "file_writer")
NEW = "new" * 1000
KINDS = ("kill", "io", "space")


def run(command, kind="", at=0, count=""):
    """-> (status, lines printed, errors); the `at`th change fails in this way."""
    environment = {**os.environ, "LD_PRELOAD": FAULT, "FAULT_KIND": kind, "FAULT_AT": str(at), "FAULT_COUNT": count}
    if not count:
        del environment["FAULT_COUNT"]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=60)
    return done.returncode, done.stdout.split("\n")[:-1], done.stderr


class Store(unittest.TestCase):
    def setUp(self):
        # In memory where it can be: syncing a disk takes most of the time, and proves nothing here.
        folder = tempfile.TemporaryDirectory(dir="/dev/shm" if os.access("/dev/shm", os.W_OK) else None)
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def each_fault(self, prepare, check):
        """Each kind at each change that the command makes: prepare(name) -> the command, check(command, kind, status, lines, errors)."""
        count = os.path.join(self.folder, "count")
        status, _, errors = run(prepare("none"), count=count)
        self.assertEqual(status, 0, errors)
        with open(count, encoding="ascii") as opened:
            changes = int(opened.read())
        self.assertGreater(changes, 2)
        for kind in KINDS:
            failed = 0
            for at in range(1, changes + 1):
                command = prepare(f"{kind}-{at}")
                status, lines, errors = run(command, kind, at)
                self.where = f"{kind} at change {at} of {changes}: status {status}, {lines} {errors}"
                if status != 0:
                    failed += 1
                    self.assertEqual(status, -signal.SIGKILL if kind == "kill" else 1, self.where)
                check(command, kind, status, lines, errors)
            # Few are such that the program may pass over them: what is taken in or cleared away at the end.
            self.assertGreater(failed, changes // 2, kind)

    def keeps_what_was_called_done(self, begun):
        def prepare(name):
            path = os.path.join(self.folder, f"{begun}-{name}.db")
            if begun:
                self.assertEqual(run([WRITER, path, str(begun)])[0], 0)
            return [WRITER, path, "2"]

        def check(command, kind, status, lines, errors):
            done = max([int(line.split()[1]) for line in lines], default=begun)
            if status == 0:
                self.assertEqual(done, begun + 2, self.where)
            elif kind != "kill":
                self.assertIn("crash_writer: database: ", errors, self.where)
            # The next start goes on; in doubt is only the entry that was under way.
            status, lines, errors = run([*command[:2], "1"])
            self.assertEqual(status, 0, self.where + errors)
            self.assertIn(int(lines[0].split()[1]), (done, done + 1), self.where)

        self.each_fault(prepare, check)

    def test_a_new_database_keeps_what_it_called_done(self):
        self.keeps_what_was_called_done(0)

    def test_a_database_keeps_what_it_called_done(self):
        self.keeps_what_was_called_done(3)

    def file_is_whole(self, command):
        def prepare(name):
            folder = os.path.join(self.folder, f"{command}-{name}")
            os.mkdir(folder)
            paths = [os.path.join(folder, name) for name in ("source", "file")]
            for path, text in zip(paths, (NEW, "old")):
                with open(path, "w", encoding="ascii") as opened:
                    opened.write(text)
            return [FILE_WRITER, command, *(paths if command == "move" else [paths[1], NEW])]

        def check(arguments, kind, status, _lines, errors):
            path = arguments[3 if command == "move" else 2]
            with open(path, encoding="ascii") as opened:
                self.assertIn(opened.read(), (NEW,) if status == 0 else ("old", NEW), self.where)
            if status != 0 and kind != "kill":
                self.assertIn("file_writer: io: ", errors, self.where)
                self.assertLessEqual(set(os.listdir(os.path.dirname(path))), {"file", "source"}, self.where)

        self.each_fault(prepare, check)

    def test_a_file_is_written_whole_or_not_at_all(self):
        self.file_is_whole("write")

    def test_a_file_is_moved_whole_or_not_at_all(self):
        self.file_is_whole("move")


if __name__ == "__main__":
    unittest.main()
