"""Imports and a server with uploads under way are killed, and interrupted: each plan is read wholly or not at all, and is read by the
next start; what a browser was told is there; every original named in the database lies on the disk as it came."""
import hashlib
import os
import random
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
sys.path.insert(0, os.path.dirname(HERE))
import program  # noqa: E402
from killing import Killer  # noqa: E402

FILES, TASKS = 3, 40
COMMAND_KILLS, SERVER_KILLS, INTERRUPTS = 24, 16, 4
MOST_SECONDS = 18  # of each case: a slow machine makes fewer rounds, but not too few
FEWEST_KILLS = 15
ENDS_WITHIN = 2
READ_WITHIN = 20


def plan(name):
    rows = "".join("| %d | Việc số %d của kế hoạch %s | Bản tin | Trước ngày %d/3/2026 | Sở Nội vụ |\n" % (i, i, name, i % 28 + 1)
                   for i in range(1, TASKS + 1))
    return ("# KẾ HOẠCH\n\n**Tuyên truyền đợt %s năm 2026**\n\n| STT | Nhiệm vụ | Sản phẩm | Thời gian | Đơn vị thực hiện |\n"
            "|---|---|---|---|---|\n%s" % (name, rows)).encode()


class Killed(unittest.TestCase):
    def setUp(self):
        # In memory where it can be: a kill loses nothing that was written, so that the disk would prove nothing.
        if os.access("/dev/shm", os.W_OK):
            tempfile.tempdir = "/dev/shm"
        self.sauro = program.Program()
        self.addCleanup(self.sauro.remove)
        password = "mot-hai-ba-bon"
        self.sauro.must("unit", "add", "--code", "X", "--kind", "department", "--name", "Sở Nội vụ")
        self.sauro.must("person", "add", "--login", "canbo", "--name", "An", "--role", "officer", "--unit", "X", "--stdin", stdin=password + "\n")
        self.sauro.accounts = {"officer": {"login": "canbo", "password": password}}
        files = tempfile.TemporaryDirectory()
        self.addCleanup(files.cleanup)
        self.files = files.name
        self.seed = int(os.environ.get("SAURO_CRASH_SEED", time.time_ns() % 1000000))
        self.random = random.Random(self.seed)
        self.where = "seed %d" % self.seed
        self.begun = time.monotonic()
        self.visitor = None

    def rounds(self, most):
        """Numbers of rounds, while there is time."""
        for number in range(most):
            if number >= FEWEST_KILLS and time.monotonic() - self.begun > MOST_SECONDS:
                break
            self.where = "round %d of seed %d" % (number, self.seed)
            yield number

    # ---- What must hold after any end ----

    def plans(self):
        """(file name, state, tasks, sources) of each plan, from a copy: the repair of the file itself is the program's matter."""
        copy = os.path.join(self.files, "copy.db")
        for end in ("", "-wal"):
            if os.path.exists(self.sauro.folder + "/sauro.db" + end):
                shutil.copyfile(self.sauro.folder + "/sauro.db" + end, copy + end)
        base = sqlite3.connect(copy)
        try:
            self.assertEqual(base.execute("PRAGMA integrity_check").fetchall(), [("ok",)], self.where)
            self.assertEqual(base.execute("PRAGMA foreign_key_check").fetchall(), [], self.where)
            self.check_originals([row[0] for row in base.execute("SELECT sha256 FROM original")])
            return base.execute("SELECT file_name, state, (SELECT count(*) FROM task WHERE plan_id = p.id),"
                                " (SELECT count(*) FROM plan_source WHERE plan_id = p.id) FROM plan p ORDER BY id").fetchall()
        finally:
            base.close()
            for end in ("", "-wal", "-shm"):
                if os.path.exists(copy + end):
                    os.remove(copy + end)

    def count_unread(self):
        base = sqlite3.connect(self.sauro.folder + "/sauro.db", timeout=10)
        try:
            return base.execute("SELECT count(*) FROM plan WHERE state = 'reading'").fetchone()[0]
        finally:
            base.close()

    def check_originals(self, hashes):
        for sha256 in hashes:
            with open(os.path.join(self.sauro.folder, "originals", sha256[:2], sha256), "rb") as file:
                self.assertEqual(hashlib.sha256(file.read()).hexdigest(), sha256, self.where)

    def check_whole_or_nothing(self):
        found = self.plans()
        for row in found:
            self.assertIn(row[1:], (("reading", 0, 0), ("review", TASKS, 1)), "%s: %s" % (self.where, row[0]))
        return found

    def check_all_read(self, names):
        found = {row[0]: row[1:] for row in self.check_whole_or_nothing()}
        for name in names:
            self.assertEqual(found.get(name), ("review", TASKS, 1), "%s: %s" % (self.where, name))

    # ---- The command ----

    def write_files(self, number):
        paths = []
        for i in range(FILES):
            path = os.path.join(self.files, "%s-%d-%d.md" % (self.id().rsplit(".", 1)[1], number, i))
            with open(path, "wb") as file:
                file.write(plan("%s-%d-%d" % (self.id().rsplit("_", 1)[1], number, i)))
            paths.append(path)
        return paths

    def command(self, paths):
        return [program.SAURO, "plan", "import", "--data", self.sauro.folder, "--unit", "X", *paths]

    def usual_seconds(self):
        begin = time.monotonic()
        self.sauro.must("plan", "import", "--unit", "X", *self.write_files(10000))
        return time.monotonic() - begin

    def test_an_import_that_is_killed(self):
        killer, longest, halves = Killer(self.seed), self.usual_seconds(), 0
        for number in self.rounds(COMMAND_KILLS):
            paths = self.write_files(number)
            killer.run(self.command(paths), longest)
            found = self.check_whole_or_nothing()
            halves += any(row[1] == "reading" for row in found)
            self.sauro.must("unit", "list")
            self.sauro.must("plan", "import", "--unit", "X", *paths)
            self.check_all_read(os.path.basename(path) for path in paths)
        print("# killed %d imports, %d of them with plans not read yet (seed %d)" % (number + 1, halves, self.seed))

    def test_an_import_that_is_interrupted(self):
        longest = self.usual_seconds()
        for number in self.rounds(INTERRUPTS):
            paths = self.write_files(number)
            process = subprocess.Popen(self.command(paths), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(self.random.uniform(0, longest))
            process.send_signal(signal.SIGINT)
            self.assertIn(process.wait(ENDS_WITHIN), (0, -signal.SIGINT), self.where)
            self.check_whole_or_nothing()
            self.sauro.must("plan", "import", "--unit", "X", *paths)
            self.check_all_read(os.path.basename(path) for path in paths)

    # ---- The server ----

    def upload(self, visitor, name, told):
        """Sends a plan again and again under new names; notes those that the server said it has."""
        number = 0
        try:
            while True:
                file_name = "%s-%d.md" % (name, number)
                page = visitor.upload("/plan/upload", {}, "file", file_name, plan("%s-%d" % (name, number)))
                self.assertEqual(page.status, 303, "%s: %s" % (self.where, page.text[:500]))
                told.append(file_name)
                number += 1
        except (OSError, program.http.client.HTTPException):
            pass  # the server has ended

    def serve_and_end(self, number, how):
        """A server with uploads by two visitors ends at a random moment; -> the names that it said it has."""
        told = []
        server = program.Server(self.sauro)
        if self.visitor is None:
            self.visitor = server.sign_in("officer")
        visitor, self.visitor.port = self.visitor, server.port
        self.assertEqual(visitor.get("/plan/upload").status, 200)  # who was signed in still is
        threads = []
        for i in range(2):
            other = server.visitor()
            other.cookies, other.token = dict(visitor.cookies), visitor.token
            name = "%s-%d-%d" % (self.id().rsplit("_", 1)[1], number, i)
            threads.append(threading.Thread(target=self.upload, args=(other, name, told)))
        for thread in threads:
            thread.start()
        time.sleep(self.random.uniform(0, 0.15))
        how(server)
        for thread in threads:
            thread.join()
        return told

    def read_the_rest(self, told):
        """The next server reads what the one before left."""
        with self.sauro.server():
            self.assertEqual(os.listdir(os.path.join(self.sauro.folder, "tmp")), [], self.where)
            until = time.monotonic() + READ_WITHIN
            while self.count_unread() > 0 and time.monotonic() < until:
                time.sleep(0.02)
        self.check_all_read(told)

    def test_a_server_that_is_killed(self):
        in_all = 0

        def kill(server):
            server.process.kill()
            server.process.wait()
        for number in self.rounds(SERVER_KILLS):
            told = self.serve_and_end(number, kill)
            in_all += len(told)
            self.check_whole_or_nothing()
            self.read_the_rest(told)
        print("# killed %d servers, which had taken in %d plans (seed %d)" % (number + 1, in_all, self.seed))
        self.assertGreater(in_all, number)

    def test_a_server_that_is_interrupted(self):
        def interrupt(server):
            begin = time.monotonic()
            server.process.send_signal(signal.SIGINT)
            self.assertEqual(server.process.wait(15), 0, self.where + server.read_log())
            self.assertLess(time.monotonic() - begin, ENDS_WITHIN, self.where)
        for number in self.rounds(INTERRUPTS):
            told = self.serve_and_end(number, interrupt)
            self.check_whole_or_nothing()
            self.read_the_rest(told)

    def test_a_visitor_who_stops_in_the_middle_does_not_keep_the_server(self):
        server = program.Server(self.sauro)
        with socket.create_connection(("127.0.0.1", server.port)) as half:
            half.sendall(b"POST /plan/upload HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\n"
                         b"Content-Length: 1000\r\n\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nhalf")
            time.sleep(0.2)
            begin = time.monotonic()
            server.process.send_signal(signal.SIGTERM)
            self.assertEqual(server.process.wait(15), 0, server.read_log())
            self.assertLess(time.monotonic() - begin, ENDS_WITHIN)
        self.assertEqual(os.listdir(os.path.join(self.sauro.folder, "tmp")), [])


if __name__ == "__main__":
    unittest.main()
