"""Every search finds what was typed without accents, in any case, and by a part of a word."""
import os
import sys
import unittest
import urllib.parse

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from world import World, plan, words  # noqa: E402

NAME = "Đặng Thị Tuyết Nhung"


class Search(World):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.program.must("unit", "add", "--code", "X.1", "--kind", "commune", "--name", "Trường Tiểu học Đường Sứ", "--parent", "X")
        for login, name, role in (("quantri", "Quản trị", "administrator"), ("nhung", NAME, "viewer")):
            cls.program.must("person", "add", "--login", login, "--name", name, "--role", role, "--unit", "X", "--stdin",
                             stdin="mot-hai-ba-bon\n")
        cls.program.accounts["quantri"] = {"login": "quantri", "password": "mot-hai-ba-bon"}
        path = os.path.join(cls.program.folder, "ke-hoach.md")
        with open(path, "wb") as file:
            file.write(plan(1, 3))
        cls.program.must("plan", "import", "--unit", "X", "--confirm", path)
        cls.visitor = cls.visitor_of("vi", "quantri")

    def found(self, path, typed, name):
        page = self.visitor.get("%s?q=%s" % (path, urllib.parse.quote_plus(typed)))
        self.assertEqual(page.status, 200)
        return name in words(page)

    def check(self, path, name, *typed):
        for text in typed:
            self.assertTrue(self.found(path, text, name), "%s: %s" % (path, text))
        self.assertFalse(self.found(path, "khong co gi", name), path)

    def test_people(self):
        self.check("/person", NAME, "dang thi", "TUYET NHUNG", "nhung", "Đặng")

    def test_units(self):
        self.check("/unit", "Trường Tiểu học", "truong tieu hoc", "DUONG SU", "tiểu học", "tieu hoc duong")

    def test_plans(self):
        self.check("/plan", "Tuyên truyền cải cách hành chính", "tuyen truyen", "CAI CACH", "cải cách", "1/kh-ubnd", "cau dua")


if __name__ == "__main__":
    unittest.main()
