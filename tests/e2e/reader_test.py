"""Files of every form, and a reader that misbehaves: each is answered with what is wrong and what to do, and nothing else suffers."""
import glob
import io
import json
import os
import re
import shutil
import stat
import subprocess
import sys
import tempfile
import time
import unittest
import zipfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from world import LANGUAGES, World, plan, program, sentence  # noqa: E402

SAMPLE = os.path.join(program.ROOT, "samples", "ke-hoach-xa-2026.md")
FORMS = sorted(glob.glob(os.path.join(program.ROOT, "samples", "forms", "*")))
CRASHED, SLOW, HUNGRY = "The file could not be read: the reader stopped", "Reading was stopped because one page", "Reading was stopped because the file needs"
# Readers that misbehave, as scripts in the place of sauro-reader; what is said of them.
MISBEHAVING = [
    ("is killed", "kill -9 $$", CRASHED),
    ("fails", "exit 3", CRASHED),
    ("says nothing", "exit 0", CRASHED),
    ("says nonsense", "echo nonsense", CRASHED),
    ("says a document that is none", r"printf 'd\003\000\000\000abc'", CRASHED),
    ("stops in the middle of its answer", r"printf 'd\377\000\000\000abc'", CRASHED),
    ("answers and is killed", r"printf 'm\002\000\000\000ab'; kill -9 $$", CRASHED),
    ("never ends its nonsense", "exec yes", CRASHED),
]


def word_file(paragraphs):
    """A Word file in memory."""
    body = "".join("<w:p><w:r><w:t>%s</w:t></w:r></w:p>" % text for text in paragraphs)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", '<w:document xmlns:w="w"><w:body>%s</w:body></w:document>' % body)
    return out.getvalue()


def pdf_file(pages, text=b"", locked=False):
    """A PDF file in memory, whose pages all show the same."""
    drawing = b"BT /F 12 Tf 72 700 Td (%s) Tj ET" % text if text else b""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", None, b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
               b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawing), drawing)]
    lock = b""
    if locked:
        objects.append(b"<< /Filter /Standard /V 1 /R 2 /P -64 /O <%s> /U <%s> >>" % (b"41" * 32, b"42" * 32))
        lock = b" /Encrypt %d 0 R /ID [<00> <00>]" % len(objects)
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents 4 0 R >>"
    first = len(objects) + 1
    objects += [page] * pages
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(b"%d 0 R" % (first + i) for i in range(pages)), pages)
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start, n = len(out), len(objects) + 1
    return bytes(out) + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R%s >>\nstartxref\n%d\n%%%%EOF\n" % (n, table, n, lock, start)


class Copy:
    """The program with another reader beside it."""

    def __init__(self, script):
        self.folder = tempfile.mkdtemp(prefix="sauro-test-")
        self.sauro = os.path.join(self.folder, "sauro")
        shutil.copy2(program.SAURO, self.sauro)
        if script is not None:
            path = os.path.join(self.folder, "sauro-reader")
            with open(path, "w", encoding="utf-8") as file:
                file.write("#!/bin/sh\n%s\n" % script)
            os.chmod(path, stat.S_IRWXU)
        self.file = self.write("plan.docx", word_file(["KẾ HOẠCH"]))

    def write(self, name, content):
        path = os.path.join(self.folder, name)
        with open(path, "wb") as file:
            file.write(content)
        return path

    def remove(self):
        shutil.rmtree(self.folder, ignore_errors=True)

    def run(self, *command):
        done = subprocess.run([self.sauro, *command], capture_output=True, text=True, timeout=60)
        return done.returncode, done.stdout, done.stderr


def reading_of(path):
    """What counts of a plan: its number and title, and its tasks."""
    done = subprocess.run([program.SAURO, "read", "--json", path], capture_output=True, check=True, timeout=60)
    read = json.loads(done.stdout)
    tasks = [(t["ordinal"], t["title"], t.get("schedule"), [(a["unit"], a["role"]) for a in t["assignments"]]) for t in read["tasks"]]
    return read["header"]["number"], read["header"]["title"], tasks


class Forms(unittest.TestCase):
    def test_the_same_plan_reads_the_same_in_every_form(self):
        self.assertGreaterEqual(len(FORMS), 4)
        expected = reading_of(SAMPLE)
        for path in FORMS:
            with self.subTest(form=os.path.basename(path)):
                self.assertEqual(reading_of(path), expected)

    def test_the_name_says_nothing(self):
        with tempfile.TemporaryDirectory(prefix="sauro-test-") as folder:
            wrong = os.path.join(folder, "plan.pdf")
            shutil.copy(next(path for path in FORMS if path.endswith(".docx")), wrong)
            self.assertEqual(reading_of(wrong), reading_of(SAMPLE))

    def test_standard_input_may_be_any_form(self):
        path = next(path for path in FORMS if path.endswith(".docx"))
        with open(path, "rb") as file:
            done = subprocess.run([program.SAURO, "read", "-"], stdin=file, capture_output=True, text=True, timeout=60)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("09/KH-UBND", done.stdout)

    def test_doctor_tells_what_holds_the_reader(self):
        done = subprocess.run([program.SAURO, "doctor"], capture_output=True, text=True, timeout=60)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        for language in LANGUAGES:
            self.assertIn(sentence(language, "Reading a file is held to its limits"), done.stdout)


class BadFiles(unittest.TestCase):
    def read(self, content, name="plan.pdf", *options):
        with tempfile.TemporaryDirectory(prefix="sauro-test-") as folder:
            path = os.path.join(folder, name)
            with open(path, "wb") as file:
                file.write(content)
            return subprocess.run([program.SAURO, "read", *options, path], capture_output=True, text=True, timeout=120)

    def check_refused(self, content, said, name="plan.pdf"):
        done = self.read(content, name)
        self.assertEqual((done.returncode, done.stdout), (1, ""), done.stderr)
        for language in LANGUAGES:
            self.assertIn(sentence(language, said), done.stderr)

    def test_a_pdf_that_cannot_be_read(self):
        whole = pdf_file(2, b"Plan")
        for name, content, said in [
                ("locked", pdf_file(1, b"Plan", locked=True), "This PDF file is locked by a password"),
                ("cut off", whole[:40], "This PDF file is damaged or was cut off"),
                ("empty scan", pdf_file(2), "No text was found on any page"),
        ]:
            with self.subTest(file=name):
                self.check_refused(content, said)

    def test_a_program_with_the_name_of_a_plan(self):
        self.check_refused(b"MZ\x90\x00\x03\x00\x00\x00", "This file is a program", "ke-hoach.docx")

    def test_of_a_pdf_of_5000_pages_the_first_are_read(self):
        done = self.read(pdf_file(5000, b"KE HOACH"), "plan.pdf", "--json")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn(sentence("vi", "The file has {1} pages; only the first", 5000, 1000), done.stdout)


class Misbehaving(unittest.TestCase):
    def check(self, script, said):
        copy = Copy(script)
        self.addCleanup(copy.remove)
        status, output, errors = copy.run("read", copy.file)
        self.assertEqual((status, output), (1, ""), errors)
        for language in LANGUAGES:
            self.assertIn(sentence(language, said), errors)
        # What needs no reader is read as ever.
        status, output, errors = copy.run("read", SAMPLE)
        self.assertEqual(status, 0, errors)

    def test_a_reader_that_breaks_is_a_message(self):
        for name, script, said in MISBEHAVING:
            with self.subTest(reader=name):
                self.check(script, said)

    def test_a_reader_that_is_not_there(self):
        self.check(None, "Only text can be read")


class Server(World):
    settings = {"reader.page_seconds": 5, "reader.memory_megabytes": 128, "upload.max_megabytes": 20}

    def test_a_word_file_is_a_plan_like_any_other(self):
        with open(next(path for path in FORMS if path.endswith(".docx")), "rb") as file:
            plan_id, page = self.read(self.visitors["vi"], file.read(), "ke-hoach.docx")
        self.assertEqual(self.ask("SELECT state FROM plan WHERE id = ?", plan_id), [("review",)])
        self.assertEqual(self.ask("SELECT count(*) FROM task WHERE plan_id = ?", plan_id), [(7,)])

    def test_a_file_that_needs_too_much_memory(self):
        content = word_file("chữ %d" % i for i in range(400 * 1000))

        def check(language, visitor):
            before = self.server.resident_bytes()
            plan_id, page = self.read(visitor, content + b"\n" * LANGUAGES.index(language), "lon.docx")
            self.check_page(page, language, 200, sentence(language, HUNGRY, 128))
            self.assertEqual(self.ask("SELECT state FROM plan WHERE id = ?", plan_id), [("refused",)])
            self.assertLess(self.server.resident_bytes() - before, 20 * 1024 * 1024)
        self.in_both(check)
        plan_id, _ = self.read(self.visitors["vi"], plan(77, 2))
        self.assertEqual(self.ask("SELECT state FROM plan WHERE id = ?", plan_id), [("review",)])


class Slow(World):
    """A server whose reader sleeps."""
    settings = {"reader.page_seconds": 5}
    mark = "86399"

    @classmethod
    def setUpClass(cls):
        cls.copy = Copy("exec sleep " + cls.mark)
        cls.addClassCleanup(cls.copy.remove)
        usual, program.SAURO = program.SAURO, cls.copy.sauro
        try:
            super().setUpClass()
        finally:
            program.SAURO = usual

    def sleepers(self):
        found = 0
        for path in glob.glob("/proc/[0-9]*/cmdline"):
            try:
                with open(path, "rb") as file:
                    found += file.read() == b"sleep\0%s\0" % self.mark.encode()
            except OSError:
                pass
        return found

    def wait_for(self, sleepers):
        until = time.monotonic() + 10
        while self.sleepers() != sleepers and time.monotonic() < until:
            time.sleep(0.02)
        self.assertEqual(self.sleepers(), sleepers)

    def test_a_reader_without_end_is_stopped_and_others_go_on(self):
        begin = time.monotonic()
        plan_id, page = self.read(self.visitors["en"], word_file(["chậm"]), "cham.docx")
        self.assertGreater(time.monotonic() - begin, 4)
        self.check_page(page, "en", 200, sentence("en", SLOW, 5))
        self.wait_for(0)
        plan_id, _ = self.read(self.visitors["en"], plan(78, 2))
        self.assertEqual(self.ask("SELECT state FROM plan WHERE id = ?", plan_id), [("review",)])

    def test_cancelling_ends_the_reader(self):
        visitor = self.visitors["vi"]
        page = self.upload(visitor, word_file(["hủy"]), "huy.docx")
        plan_id = int(re.search(r"/plan/(\d+)/progress", page.location)[1])
        self.wait_for(1)
        visitor.get("/plan/%d/progress" % plan_id)
        self.assertEqual(visitor.submit("/plan/%d/cancel" % plan_id, {}).status, 303)
        self.wait_for(0)
        self.assertEqual(self.ask("SELECT state FROM plan WHERE id = ?", plan_id), [("cancelled",)])


if __name__ == "__main__":
    unittest.main()
