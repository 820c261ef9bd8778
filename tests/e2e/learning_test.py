"""The names of the register, and the plans that people have confirmed, help to read a damaged text: an additional model that lies in the
database."""
import os
import sqlite3
import sys
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
import program  # noqa: E402

DAMAGED = """UY BAN NHAN DAN TINH

KE HOACH
Tuyén truyén cai cach hanh chinh nam 2026

Thuc hién Nghi quyét cua Hoi déng nhan dan tinh vé cong tac cai cach hanh chinh, Uy ban nhan dan tinh
ban hanh Ké hoach tuyén truyén nhu sau:
Uy ban nhan dan xa Lam Giang té chirc tuyén truyén trén loa truyén thanh, bao cao két qua hang thang.
"""
SOUND = """ỦY BAN NHÂN DÂN TỈNH

# KẾ HOẠCH

**Tuyên truyền cải cách hành chính năm 2025**

Ủy ban nhân dân xã Lam Giang tổ chức tuyên truyền; Ủy ban nhân dân xã Lam Giang báo cáo kết quả.

| STT | Nhiệm vụ | Sản phẩm | Thời gian | Đơn vị thực hiện |
|---|---|---|---|---|
| 1 | Viết tin về xã Lam Giang | Bản tin | Trước ngày 5/3/2025 | Ủy ban nhân dân xã Lam Giang |
"""


@unittest.skipUnless(os.path.exists(os.path.join(program.ROOT, "model", "vietnamese.model")), "there is no model")
class Learning(unittest.TestCase):
    def setUp(self):
        self.program = program.Program()
        self.addCleanup(self.program.remove)
        self.add_unit("X", "province", "Ủy ban nhân dân tỉnh Khánh Hòa")

    def add_unit(self, code, kind, name, *options):
        self.program.must("unit", "add", "--code", code, "--kind", kind, "--name", name, *options)

    def imported(self, text, *options):
        """Imports a text for the unit; -> the text that is kept."""
        path = os.path.join(self.program.folder, "ke-hoach-%d.md" % len(text))
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        self.program.must("plan", "import", "--unit", "X", *options, path)
        base = sqlite3.connect(os.path.join(self.program.folder, "sauro.db"))
        try:
            return base.execute("SELECT text FROM plan_source ORDER BY plan_id DESC LIMIT 1").fetchone()[0]
        finally:
            base.close()

    def test_a_name_that_nobody_knows_is_guessed(self):
        self.assertNotIn("xã Lam Giang", self.imported(DAMAGED))

    def test_a_unit_of_the_register_is_known(self):
        self.add_unit("X.1", "commune", "Ủy ban nhân dân xã Lam Giang", "--parent", "X")
        self.assertIn("Ủy ban nhân dân xã Lam Giang tổ chức tuyên truyền", self.imported(DAMAGED))

    def test_a_confirmed_plan_is_learnt_from(self):
        self.imported(SOUND, "--confirm")
        self.assertIn("Ủy ban nhân dân xã Lam Giang tổ chức tuyên truyền", self.imported(DAMAGED))

    def test_a_plan_in_review_is_not(self):
        self.imported(SOUND)
        self.assertNotIn("xã Lam Giang", self.imported(DAMAGED))


if __name__ == "__main__":
    unittest.main()
