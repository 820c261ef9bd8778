"""The review of a plan: each defect with its kind, its sentence and its place; every line of a field of the header marked."""
import os
import re
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from world import World, plan, sentence  # noqa: E402

ABOVE = plan(8, 1) + "\n\nMỗi đơn vị gửi 02 tin, bài/tháng.\n".encode()
BELOW = (plan(9, 3).replace(b"| 3 |", b"| 5 |")
         .replace("**Tuyên truyền cải cách hành chính năm 2026**\n".encode(),
                  "Tuyên truyền cải cách hành chính\nnăm 2026 trên địa bàn phường\n\n"
                  "Thực hiện Kế hoạch số 8/KH-UBND ngày 08/01/2026 của UBND phường, mỗi khu phố gửi 01 tin, bài/tháng.\n".encode()))


class Defects(World):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        for name, content in (("tren.md", ABOVE), ("duoi.md", BELOW)):
            path = os.path.join(cls.program.folder, name)
            with open(path, "wb") as file:
                file.write(content)
            cls.program.must("plan", "import", "--unit", "X", path)
        cls.plan_id = cls.ask("SELECT max(id) FROM plan")[0][0]

    def test_each_defect_has_its_kind_its_sentence_and_its_place(self):
        kinds = self.ask("SELECT defect FROM plan_warning WHERE plan_id = ? ORDER BY seq", self.plan_id)
        self.assertEqual(kinds, [("number_skipped",), ("less_than_above",)])

        def check(language, visitor):
            for page in ("/plan/%d/review" % self.plan_id, "/plan/%d" % self.plan_id):
                answer = visitor.get(page)
                self.check_page(answer, language, 200, sentence(language, "Number skipped") + ": ", sentence(language, "The rows of the table go", 2, 5),
                                sentence(language, "Less than the plan above") + ": ", "Kế hoạch số 8/KH-UBND")
            review = visitor.get("/plan/%d/review" % self.plan_id).text
            section = review[review.index('id="defects"'):]
            places = re.findall(r'<li><b>[^<]+:</b>[^<]*<a href="([^"]+)"', section[:section.index("</section>")])
            self.assertEqual(len(places), 2)
            for place in places:
                self.assertIn('id="%s"' % place.split("#")[1], review)
        self.in_both(check)

    def test_every_line_of_a_title_is_marked(self):
        review = self.visitors["vi"].get("/plan/%d/review" % self.plan_id).text
        marked = re.findall(r'<mark[^>]*data-field="h-title"[^>]*><a [^>]*>([^<]*)</a></mark>', review)
        self.assertEqual(marked, ["Tuyên truyền cải cách hành chính", "năm 2026 trên địa bàn phường"])


if __name__ == "__main__":
    unittest.main()
