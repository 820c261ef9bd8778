"""Files that are no plan, or a bad one: each is answered with what is wrong with it, in the reader's language, and nothing is lost."""
import os
import re
import sys
import time
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from world import LANGUAGES, World, plan, sentence  # noqa: E402

ROWS, ROWS_WITHIN = 10000, 20

# Files that the reader refuses; what the page says begins like this, and its arguments.
REFUSED = [
    ("binary", b"\x01\x02\x01\x01\x00\x00\x00" + bytes(range(256)) * 4, "No program that is known made this file", 1),
    ("word", b"PK\x03\x04\x14\x00\x06\x00word/document.xml", "The file is damaged or was cut short"),
    ("program", b"MZ\x90\x00\x03\x00\x00\x00", "This file is a program"),
    ("archive", b"PK\x03\x04\x14\x00\x06\x00other", "This is a packed archive (ZIP)"),
    ("locked", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "The file is locked with a password"),
    ("not utf-8", "Dòng đầu\nKế hoạch ".encode() + b"\xe1\xba\nH\xf4", "Line {1} is not UTF-8", 2),
    ("nul", "Dòng đầu\nKế ".encode() + b"\x00hoach", "No program that is known made this file", 2),
    ("white", b" \n\n\t\n", "The file holds only white space"),
]


class Files(World):
    settings = {"upload.max_megabytes": 1}

    def test_an_empty_file(self):
        def check(language, visitor):
            before = self.everything()
            self.check_page(self.upload(visitor, b""), language, 422, sentence(language, "The file is empty. Check it"))
            self.assertEqual(self.everything(), before)
        self.in_both(check)

    def test_no_file(self):
        def check(language, visitor):
            before = self.everything()
            visitor.get("/plan/upload")
            self.check_page(visitor.submit("/plan/upload", {}), language, 422, sentence(language, "Choose a file for", sentence(language, "Files")))
            self.assertEqual(self.everything(), before)
        self.in_both(check)

    def test_files_that_are_no_text(self):
        def check(language, visitor):
            for name, content, *said in REFUSED:
                with self.subTest(file=name, language=language):
                    content += b"\n" * LANGUAGES.index(language)
                    tasks = self.ask("SELECT count(*) FROM task")
                    plan_id, page = self.read(visitor, content)
                    self.check_page(page, language, 200, sentence(language, *said))
                    self.assertEqual(self.ask("SELECT state FROM plan WHERE id = ?", plan_id), [("refused",)])
                    self.assertEqual(self.ask("SELECT count(*) FROM task"), tasks)
                    # The same file again is looked at again, not called a duplicate.
                    again, page = self.read(visitor, content)
                    self.assertEqual(again, plan_id)
                    self.check_page(page, language, 200, sentence(language, *said))
        self.in_both(check)

    def test_a_file_over_the_limit(self):
        def check(language, visitor):
            before = self.everything()
            for size in (2 ** 20 + 1, 5 * 2 ** 20):
                said = sentence(language, "Nothing of it has been kept. A file may have at most", 1)
                self.check_page(self.upload(visitor, b"x" * size), language, 413, said)
            self.assertEqual(self.everything(), before)
            self.check_nothing_kept()
        self.in_both(check)

    def test_a_file_at_the_limit(self):
        content = plan(901, 3)
        line = b" " * 1023 + b"\n"
        content += (line * 1024)[:2 ** 20 - len(content)]
        plan_id, _ = self.read(self.visitors["vi"], content)
        self.assertEqual(self.ask("SELECT count(*) FROM task WHERE plan_id = ?", plan_id), [(3,)])

    def test_a_plan_without_tasks(self):
        def check(language, visitor):
            plan_id, page = self.read(visitor, plan(10 + LANGUAGES.index(language), 0))
            self.check_page(page, language, 200, sentence(language, "No task was found. Check"))
            self.assertEqual(self.ask("SELECT state FROM plan WHERE id = ?", plan_id), [("review",)])
        self.in_both(check)

    def test_a_table_that_is_cut_off(self):
        def check(language, visitor):
            content = plan(20 + LANGUAGES.index(language), 3) + "| 4 | Việc thứ".encode()
            plan_id, page = self.read(visitor, content)
            self.check_page(page, language, 200, sentence(language, "The table seems to be cut off"))
            self.assertEqual(self.ask("SELECT title FROM task WHERE plan_id = ? ORDER BY seq", plan_id),
                             [("Việc thứ 1",), ("Việc thứ 2",), ("Việc thứ 3",), ("Việc thứ",)])
        self.in_both(check)

    def test_ten_thousand_rows(self):
        content = plan(30, ROWS)
        self.assertLess(len(content), 2 ** 20)
        begin = time.monotonic()
        plan_id, page = self.read(self.visitors["vi"], content)
        seconds = time.monotonic() - begin
        self.check_page(page, "vi", 200)
        read, = self.ask("SELECT count(*), max(seq) FROM task WHERE plan_id = ?", plan_id)
        print("# %d rows: %d tasks in %.1f s" % (ROWS, read[0], seconds))
        self.assertEqual(read[0], ROWS)
        self.assertLess(seconds, ROWS_WITHIN)
        # Each page of it comes quickly.
        for path in ("/plan/%d/review?from=%d" % (plan_id, read[1] - 10), "/plan/%d/confirm" % plan_id, "/plan/%d" % plan_id,
                     "/plan/%d/source?line=9000" % plan_id):
            begin = time.monotonic()
            self.check_page(self.visitors["vi"].get(path), "vi", 200)
            self.assertLess(time.monotonic() - begin, 5, path)

    def test_the_same_file_again(self):
        def check(language, visitor):
            content = plan(40 + LANGUAGES.index(language), 2)
            plan_id, _ = self.read(visitor, content)
            before = self.everything()
            page = self.upload(visitor, content, "ten khac.txt")
            self.check_page(page, language, 200, sentence(language, "This plan is there already"))
            self.assertIn('href="/plan/%d' % plan_id, page.text)
            self.assertEqual(self.everything(), before)
        self.in_both(check)

    def test_names_of_files(self):
        names = ["a" * 300 + ".txt", "../../etc/passwd", "C:\\fakepath\\kế hoạch.txt", "<script>alert(1)</script>.txt", ".txt", "kế hoạch số 5.md"]
        for number, name in enumerate(names):
            with self.subTest(name=name[:30]):
                plan_id, page = self.read(self.visitors["vi"], plan(50 + number, 1), name)
                self.check_page(page, "vi", 200)
                self.assertNotIn("<script>alert", page.text)
                stored, = self.ask("SELECT file_name FROM plan WHERE id = ?", plan_id)
                self.assertNotRegex(stored[0], r"[/\\]")
                self.assertLessEqual(len(stored[0].encode()), 200)

    def test_good_files_among_bad_ones(self):
        visitor = self.visitors["vi"]
        visitor.get("/plan/upload")
        mark = "----several"
        body = '--%s\r\nContent-Disposition: form-data; name="form_token"\r\n\r\n%s\r\n' % (mark, visitor.token)
        body = body.encode()
        for name, content in (("tot.md", plan(60, 2)), ("rong.md", b""), ("cung-tot.md", plan(70, 2))):
            body += ('--%s\r\nContent-Disposition: form-data; name="file"; filename="%s"\r\n\r\n' % (mark, name)).encode() + content + b"\r\n"
        page = visitor.request("POST", "/plan/upload", body + ("--%s--\r\n" % mark).encode(),
                               {"Content-Type": "multipart/form-data; boundary=" + mark, "Origin": "http://127.0.0.1:%d" % self.server.port})
        self.assertEqual((page.status, page.location), (303, "/plan/queue"))
        page = visitor.get("/plan/queue")
        self.check_page(page, "vi", 200, "tot.md", "rong.md", "cung-tot.md", sentence("vi", "The file is empty. Check it"))
        for name in ("tot.md", "cung-tot.md"):
            self.assertRegex(page.text, r'href="/plan/\d+[^"]*">%s</a>' % re.escape(name))
        self.assertNotIn(">rong.md</a>", page.text)


if __name__ == "__main__":
    unittest.main()
