"""What the tests of bad input stand on: one unit, a server, an officer who reads Vietnamese and one who reads English."""
import glob
import html
import os
import re
import sqlite3
import sys
import time
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
import program  # noqa: E402

PASSWORD = "mot-hai-ba-bon"
LANGUAGES = ("vi", "en")
READ_WITHIN = 30

HEADER = """ỦY BAN NHÂN DÂN PHƯỜNG CẦU DỪA

Số: %s/KH-UBND

Cầu Dừa, ngày 08 tháng 01 năm 2026

# KẾ HOẠCH

**Tuyên truyền cải cách hành chính năm 2026**

"""
TABLE = """| STT | Nhiệm vụ | Sản phẩm | Thời gian | Đơn vị thực hiện |
|---|---|---|---|---|
"""


def plan(number, tasks):
    """A plan's text; tasks is how many rows its table has (0: no table)."""
    rows = "".join("| %d | Việc thứ %d | Bản tin | Trước ngày %d/3/2026 | Văn phòng |\n" % (i, i, i % 28 + 1) for i in range(1, tasks + 1))
    return (HEADER % number + (TABLE + rows if tasks else "Phường luôn quan tâm đến công tác này.\n")).encode()


def load_catalogue():
    """English sentence -> Vietnamese sentence, from all catalogues."""
    found = {}
    for path in glob.glob(os.path.join(program.ROOT, "locale", "vi", "*.po")):
        with open(path, encoding="utf-8") as file:
            text = re.sub(r'"\n"', "", file.read())
        for english, vietnamese in re.findall(r'^msgid "(.*)"\nmsgstr "(.*)"$', text, re.M):
            found[english.replace('\\"', '"')] = vietnamese.replace('\\"', '"')
    return found


CATALOGUE = load_catalogue()


def sentence(language, beginning, *args):
    """The sentence that begins like this in English, in a language, with its arguments."""
    ids = [beginning] if beginning in CATALOGUE else [english for english in CATALOGUE if english.startswith(beginning)]
    if len(ids) != 1:
        raise AssertionError("%d sentences begin with “%s”" % (len(ids), beginning))
    text = CATALOGUE[ids[0]] if language == "vi" else ids[0]
    return re.sub(r"\{([1-4])\}", lambda match: str(args[int(match[1]) - 1]), text)


def words(page):
    """What a reader sees of a page, without its markup."""
    text = re.sub(r"<(script|style)\b.*?</\1>", " ", page.text, flags=re.S)
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", text)))


def controls(page):
    """name -> value of what the page's forms would send, files and buttons aside."""
    found = {}
    for tag, attributes, body in re.findall(r"<(input|textarea)\b([^>]*)>(?:([^<]*)</textarea>)?", page.text):
        name = re.search(r'\bname="([^"]*)"', attributes)
        if name and 'type="file"' not in attributes and 'type="checkbox"' not in attributes:
            value = re.search(r'\bvalue="([^"]*)"', attributes)
            found[html.unescape(name[1])] = html.unescape(body.removeprefix("\n") if tag == "textarea" else value[1] if value else "")
    for name, body in re.findall(r'<select\b[^>]*\bname="([^"]*)"[^>]*>(.*?)</select>', page.text, re.S):
        chosen = re.search(r'<option value="([^"]*)" selected', body) or re.search(r'<option value="([^"]*)"', body)
        found[html.unescape(name)] = html.unescape(chosen[1]) if chosen else ""
    return found


class World(unittest.TestCase):
    """`settings`: rows of the setting table, set before the server starts."""
    settings = {}

    @classmethod
    def setUpClass(cls):
        cls.program = program.Program()
        cls.addClassCleanup(cls.program.remove)
        cls.program.must("unit", "add", "--code", "X", "--kind", "commune", "--name", "Ủy ban nhân dân phường Cầu Dừa")
        for language in LANGUAGES:
            cls.add_person("canbo-" + language)
        for name, value in cls.settings.items():
            cls.change("INSERT INTO setting VALUES (?, ?)", name, value)
        cls.server = program.Server(cls.program)
        cls.addClassCleanup(cls.stop)
        cls.visitors = {language: cls.visitor_of(language) for language in LANGUAGES}

    @classmethod
    def stop(cls):
        status = cls.server.stop()
        log = cls.server.read_log()
        cls.server.log.close()
        if status != 0 or " error " in log:
            raise AssertionError("the server ended with %s: %s" % (status, log))

    @classmethod
    def add_person(cls, login):
        cls.program.must("person", "add", "--login", login, "--name", "Cán bộ", "--role", "officer", "--unit", "X", "--stdin", stdin=PASSWORD + "\n")
        cls.program.accounts[login] = {"login": login, "password": PASSWORD}

    @classmethod
    def visitor_of(cls, language, login=None):
        """Someone signed in who has chosen this language."""
        visitor = cls.server.sign_in(login or "canbo-" + language)
        visitor.get("/account")
        page = visitor.submit("/language", {"language": language, "back": "/"})
        if page.status != 303:
            raise AssertionError("cannot choose a language: %d %s" % (page.status, page.text))
        return visitor

    @classmethod
    def stranger(cls, language):
        """Someone without an account."""
        visitor = cls.server.visitor()
        visitor.cookies["sauro_language"] = language
        return visitor

    @classmethod
    def base(cls):
        return sqlite3.connect(os.path.join(cls.program.folder, "sauro.db"), timeout=10)

    @classmethod
    def change(cls, statement, *values):
        base = cls.base()
        with base:
            base.execute(statement, values)
        base.close()

    @classmethod
    def ask(cls, statement, *values):
        base = cls.base()
        try:
            return base.execute(statement, values).fetchall()
        finally:
            base.close()

    def in_both(self, check):
        """Calls check(language, visitor) for each language."""
        for language in LANGUAGES:
            with self.subTest(language=language):
                check(language, self.visitors[language])

    def everything(self):
        """What bad input must leave as it was."""
        return [self.ask("SELECT * FROM %s ORDER BY 1" % table)
                for table in ("plan", "plan_source", "task", "task_assignment", "task_deadline", "task_note", "original")]

    def check_nothing_kept(self):
        """No upload lies about; the last one goes a moment after its answer."""
        until = time.monotonic() + 5
        while os.listdir(os.path.join(self.program.folder, "tmp")) and time.monotonic() < until:
            time.sleep(0.01)
        self.assertEqual(os.listdir(os.path.join(self.program.folder, "tmp")), [])

    def check_page(self, page, language, status, *sentences):
        """A whole page of ours with this status, in this language, that says these."""
        where = "%s: %d\n%s" % (language, page.status, words(page)[:1500])
        self.assertEqual(page.status, status, where)
        self.assertIn('<html lang="%s"' % language, page.text, where)
        self.assertIn("</html>", page.text, where)
        self.assertEqual(page.headers.get("Content-Type"), "text/html; charset=utf-8", where)
        self.assertRegex(page.text, "<h1[ >]", where)
        self.assertNotRegex(page.text, r"\{[1-4{]", where)
        for sentence in sentences:
            self.assertIn(sentence, words(page), where)

    def upload(self, visitor, content, name="ke-hoach.md"):
        self.assertEqual(visitor.get("/plan/upload").status, 200)
        return visitor.upload("/plan/upload", {}, "file", name, content)

    def read(self, visitor, content, name="ke-hoach.md"):
        """Uploads a plan that is taken in, waits for its reading; -> its id and the page where that ends."""
        page = self.upload(visitor, content, name)
        self.assertEqual(page.status, 303, words(page))
        plan_id = int(re.search(r"/plan/(\d+)/progress", page.location)[1])
        until = time.monotonic() + READ_WITHIN
        while time.monotonic() < until:
            page = visitor.get("/plan/%d/progress" % plan_id)
            if page.status == 303:
                return plan_id, visitor.get(page.location)
            if "Refresh" not in page.headers:
                return plan_id, page
            time.sleep(0.02)
        raise AssertionError("plan %d is still being read after %d s" % (plan_id, READ_WITHIN))
