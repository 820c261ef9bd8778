"""Every change that an import makes to the disk fails, and all after it, or is the last before the process dies: the plan is read wholly
or not at all, and the same command goes on from there."""
import hashlib
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, os.path.dirname(HERE))
import program  # noqa: E402

PLAN = """# KẾ HOẠCH

**Tuyên truyền cải cách hành chính năm 2026**

| STT | Nhiệm vụ | Sản phẩm | Thời gian | Đơn vị thực hiện |
|---|---|---|---|---|
| 1 | Mở chuyên mục hỏi đáp | Chuyên mục | Tháng 2/2026 | Sở Nội vụ |
| 2 | Tập huấn người làm ở bộ phận một cửa | Lớp tập huấn | Trước ngày 20/5/2026 | Sở Nội vụ |
"""
TASKS = 2
KINDS = ("kill", "io", "space")
MOST_SECONDS = 15  # of each kind: a slow machine leaves changes out, but not too many
FEWEST = 30


class Import(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(dir="/dev/shm" if os.access("/dev/shm", os.W_OK) else None)
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        self.data, self.first = os.path.join(self.folder, "data"), os.path.join(self.folder, "first")
        self.path = os.path.join(self.folder, "ke-hoach.md")
        with open(self.path, "w", encoding="utf-8") as file:
            file.write(PLAN)
        status, errors = self.sauro("unit", "add", "--code", "X", "--kind", "department", "--name", "Sở Nội vụ", data=self.first)
        self.assertEqual(status, 0, errors)

    def sauro(self, *command, data=None, kind="", at=0, count=None):
        """-> (status, errors); the `at`th change fails in this way, and all after it."""
        environment = {**os.environ, "LD_PRELOAD": program.FAULT, "FAULT_KIND": kind, "FAULT_AT": str(at), "FAULT_STAY": "1"}
        if count:
            environment["FAULT_COUNT"] = count
        done = subprocess.run([program.SAURO, *command, "--data", data or self.data], capture_output=True, text=True, env=environment, timeout=60)
        return done.returncode, done.stderr

    def begin(self):
        shutil.rmtree(self.data, ignore_errors=True)
        shutil.copytree(self.first, self.data)

    def plans(self):
        """(state, tasks, sources, places, assignments) of each; from a copy, since the repair is the program's matter."""
        copy = os.path.join(self.folder, "copy.db")
        for end in ("", "-wal"):
            if os.path.exists(copy + end):
                os.remove(copy + end)
            if os.path.exists(self.data + "/sauro.db" + end):
                shutil.copyfile(self.data + "/sauro.db" + end, copy + end)
        base = sqlite3.connect(copy)
        try:
            self.assertEqual(base.execute("PRAGMA integrity_check").fetchall(), [("ok",)], self.where)
            for sha256, in base.execute("SELECT sha256 FROM original"):
                with open(os.path.join(self.data, "originals", sha256[:2], sha256), "rb") as file:
                    self.assertEqual(hashlib.sha256(file.read()).hexdigest(), sha256, self.where)
            return base.execute("SELECT state, (SELECT count(*) FROM task WHERE plan_id = p.id),"
                                " (SELECT count(*) FROM plan_source WHERE plan_id = p.id),"
                                " (SELECT count(*) FROM plan_place WHERE plan_id = p.id) > 0,"
                                " (SELECT count(*) FROM task_assignment) FROM plan p").fetchall()
        finally:
            base.close()

    def fail_at(self, kind, at):
        self.begin()
        status, errors = self.sauro("plan", "import", "--unit", "X", self.path, kind=kind, at=at)
        self.where = "%s at change %d: status %d, %s" % (kind, at, status, errors)
        self.assertIn(status, (0, -signal.SIGKILL) if kind == "kill" else (0, 3), self.where)
        whole = [("review", TASKS, 1, 1, TASKS)]
        self.assertIn(self.plans(), [whole] if status == 0 else ([], [("reading", 0, 0, 0, 0)], whole), self.where)
        again, errors = self.sauro("plan", "import", "--unit", "X", self.path)
        self.assertEqual(again, 0, self.where + " then " + errors)
        self.assertEqual(self.plans(), whole, self.where)
        return status != 0

    def test_each_change_of_an_import(self):
        self.begin()
        count = os.path.join(self.folder, "count")
        status, errors = self.sauro("plan", "import", "--unit", "X", self.path, count=count)
        self.assertEqual(status, 0, errors)
        with open(count, encoding="ascii") as file:
            changes = int(file.read())
        self.assertGreater(changes, 10)
        for kind in KINDS:
            begun, done, failed = time.monotonic(), 0, 0
            for at in random.Random(changes).sample(range(1, changes + 1), changes):
                if time.monotonic() - begun < MOST_SECONDS or done < FEWEST:
                    failed += self.fail_at(kind, at)
                    done += 1
            print("# %s: %d of %d changes, %d ended the import" % (kind, done, changes, failed))
            self.assertGreater(failed, done // 2, kind)


if __name__ == "__main__":
    unittest.main()
