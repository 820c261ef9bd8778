"""What a person may have meant is offered beside the field once it is saved, never before; one button puts it in."""
import os
import re
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from world import World, controls, html, plan, program, sentence, words  # noqa: E402

SLIP, MEANT = "Viết tin tuyên tryền về cải cách hành chính", "Viết tin tuyên truyền về cải cách hành chính"
BARE, MARKED = "Thong bao ket qua giai quyet thu tuc hanh chinh", "Thông báo kết quả giải quyết thủ tục hành chính"
SOUND = "Đăng tin, bài về cải cách hành chính trên trang thông tin điện tử"


def offers(page):
    """[(value of the button, what it says)]"""
    found = re.findall(r'<button type="submit" class="button quiet" name="fix" value="([^"]*)">(.*?)</button>', page.text, re.S)
    return [(html.unescape(value), html.unescape(re.sub(r"<span.*?</span>", "", text))) for value, text in found]


class Spelling(World):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        if not os.path.exists(os.path.join(program.ROOT, "model", "vietnamese.model")):
            raise unittest.SkipTest("there is no model")
        cls.files = 0
        cls.task = cls.load("--confirm")
        cls.ask_plan = "SELECT id FROM plan ORDER BY id DESC LIMIT 1"

    @classmethod
    def load(cls, *options):
        """Imports a plan of three tasks; -> the id of its first one."""
        cls.files += 1
        path = os.path.join(cls.program.folder, "ke-hoach-%d.md" % cls.files)
        with open(path, "wb") as file:
            file.write(plan(cls.files, 3))
        cls.program.must("plan", "import", "--unit", "X", *options, path)
        return cls.ask("SELECT id FROM task ORDER BY id DESC LIMIT 3")[-1][0]

    def save(self, visitor, path, address=None, **changes):
        """Sends the form of a page with these fields typed over, to its own address or this; -> where it leads."""
        page = visitor.get(path)
        self.assertEqual(page.status, 200)
        fields = {**controls(page), **changes}
        del fields["form_token"]
        done = visitor.submit(address or path.partition("?")[0], fields)
        self.assertEqual(done.status, 303, words(done))
        return done.location

    def setUp(self):
        self.change("UPDATE task SET title = 'Việc', authority = ''")

    def title(self):
        return self.ask("SELECT title FROM task WHERE id = ?", self.task)[0][0]

    def test_a_slip_is_saved_and_what_was_meant_is_offered(self):
        def check(language, visitor):
            self.setUp()
            edit = "/task/%d/edit" % self.task
            there = self.save(visitor, edit, title=SLIP, do="save")
            self.assertEqual(self.title(), SLIP)
            self.assertEqual(there, edit + "?look=title")
            page = visitor.get(there)
            self.assertIn(sentence(language, "Did you mean"), words(page))
            self.assertEqual([meant for _, meant in offers(page)], ["truyền"])
            there = self.save(visitor, there, fix=offers(page)[0][0])
            self.assertEqual(self.title(), MEANT)
            self.assertEqual(there, "/task/%d" % self.task)
        self.in_both(check)

    def test_a_text_without_marks_gets_them_in_one_go(self):
        def check(language, visitor):
            self.setUp()
            edit = "/task/%d/edit" % self.task
            there = self.save(visitor, edit, title=BARE, do="save")
            page = visitor.get(there)
            self.assertEqual([meant for _, meant in offers(page)], [MARKED])
            self.save(visitor, there, fix=offers(page)[0][0])
            self.assertEqual(self.title(), MARKED)
        self.in_both(check)

    def test_nothing_is_offered_for_sound_text(self):
        def check(language, visitor):
            there = self.save(visitor, "/task/%d/edit" % self.task, title=SOUND + " " + language, authority="The people", do="save")
            self.assertEqual(there, "/task/%d" % self.task)
        self.in_both(check)

    def test_an_offer_that_no_longer_fits_changes_nothing(self):
        visitor = self.visitors["vi"]
        edit = "/task/%d/edit" % self.task
        for fix in ("title:0:khác:lạ", "title", "title:", ":", "title:x:y", "none:0:a:b", "title:99999999999999999999:a:b", "fix:0:f:g"):
            self.save(visitor, edit, title=SOUND, fix=fix)
            self.assertEqual(self.title(), SOUND, fix)

    def test_a_note_is_kept_and_can_be_corrected(self):
        def check(language, visitor):
            here = "/task/%d" % self.task
            for typed, meant in ((SLIP, MEANT), (BARE, MARKED)):
                there = self.save(visitor, here, address=here + "/status", note=typed, status="doing")
                page = visitor.get(there)
                self.assertIn(sentence(language, "Did you mean"), words(page))
                done = visitor.submit(here + "/note", {"fix": offers(page)[0][0]})
                self.assertEqual(done.status, 303, words(done))
                notes = self.ask("SELECT text FROM task_note WHERE task_id = ? ORDER BY id DESC LIMIT 1", self.task)
                self.assertEqual(notes[0][0], meant)
                self.assertEqual(offers(visitor.get(done.location)), [])
        self.in_both(check)

    def test_the_note_of_another_person_is_theirs(self):
        here = "/task/%d" % self.task
        there = self.save(self.visitors["vi"], here, address=here + "/status", note=SLIP, status="doing")
        stranger = self.visitors["en"]
        self.assertEqual(offers(stranger.get(there)), [])
        stranger.get(here)
        done = stranger.submit(here + "/note", {"fix": offers(self.visitors["vi"].get(there))[0][0]})
        self.assertEqual(done.status, 404)

    def test_the_review_offers_it_too(self):
        def check(language, visitor):
            task = self.load()
            review = "/plan/%d/review" % self.ask(self.ask_plan)[0][0]
            key = "t%d-title" % task
            there = self.save(visitor, review, **{key: SLIP, "do": "save"})
            self.assertEqual(there, review + "?look=" + key)
            page = visitor.get(there)
            self.assertIn(sentence(language, "Did you mean"), words(page))
            there = self.save(visitor, there, fix=offers(page)[0][0])
            self.assertEqual(self.ask("SELECT title FROM task WHERE id = ?", task)[0][0], MEANT)
            self.assertEqual(there, review)
        self.in_both(check)


if __name__ == "__main__":
    unittest.main()
