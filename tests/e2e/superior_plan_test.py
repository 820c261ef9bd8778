"""A unit that another's plan gives a task: it has the task on Today, reads the plan, its source and its file, and changes nothing in it."""
import os
import re
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from world import World, controls, plan, sentence, words  # noqa: E402


class SuperiorPlan(World):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        for code, name in (("Y", "Trạm Y tế phường Cầu Dừa"), ("Z", "Trường Tiểu học Cầu Dừa")):
            cls.program.must("unit", "add", "--code", code, "--kind", "centre", "--name", name)
        path = os.path.join(cls.program.folder, "ke-hoach.md")
        with open(path, "wb") as file:
            file.write(plan(1, 3).replace("Văn phòng".encode(), "Trạm Y tế phường Cầu Dừa".encode(), 1))
        cls.program.must("plan", "import", "--unit", "X", "--confirm", path)
        cls.plan_id, cls.task = cls.ask("SELECT plan_id, id FROM task ORDER BY seq LIMIT 1")[0]
        cls.others = cls.ask("SELECT id FROM task ORDER BY seq LIMIT -1 OFFSET 1")

    def visitor_from(self, unit, language):
        login = "%s-%s-%d" % (unit.lower(), language, len(self.program.accounts))
        self.add_person(login)
        self.change("UPDATE person SET unit_id = (SELECT id FROM unit WHERE code = ?) WHERE login = ?", unit, login)
        return self.visitor_of(language, login)

    def test_a_unit_with_a_task_reads_the_plan_and_changes_nothing(self):
        def check(language, _):
            visitor = self.visitor_from("Y", language)
            today = visitor.get("/")
            self.check_page(today, language, 200, "Việc thứ 1")
            self.assertNotIn(sentence(language, "No plan yet"), words(today))
            self.assertNotIn("Việc thứ 2", words(today))
            self.assertIn('href="/plan/%d"' % self.plan_id, visitor.get("/plan").text)
            for page in ("", "/source", "/original"):
                self.assertEqual(visitor.get("/plan/%d%s" % (self.plan_id, page)).status, 200, page)
            task = visitor.get("/task/%d" % self.task)
            self.check_page(task, language, 200)
            self.assertNotIn("/edit", task.text)
            before = self.everything()
            self.assertEqual(visitor.get("/task/%d/edit" % self.task).status, 403)
            self.assertEqual(visitor.submit("/task/%d/edit" % self.task, {**self.fields(), "title": "Sửa của người khác"}).status, 403)
            self.assertEqual(visitor.get("/task/%d" % self.others[0][0]).status, 404)
            for page in ("review", "confirm", "progress"):
                self.assertEqual(visitor.get("/plan/%d/%s" % (self.plan_id, page)).status, 404, page)
            self.assertEqual(self.everything(), before)
        self.in_both(check)

    def test_a_unit_says_that_its_share_is_done_and_no_more(self):
        """The third task is for a group that the unit belongs to: it does not close it for the others."""
        task = self.others[1][0]
        self.change("INSERT INTO task_watch (unit_id, task_id) SELECT id, ? FROM unit WHERE code = 'Y'", task)

        def check(language, owner):
            visitor = self.visitor_from("Y", language)
            path = "/task/%d" % task
            page = visitor.get(path)
            self.check_page(page, language, 200, sentence(language, "Others have this task too"))
            self.assertNotIn('name="status"', page.text)
            keep = re.search(r'action="(%s/deadline/\d+)"' % path, page.text)[1]
            version = controls(page)["version"]
            self.assertEqual(visitor.submit(keep, {"version": version}).status, 303)
            self.check_page(visitor.get(path), language, 200, sentence(language, "Own share done"))
            self.assertNotIn("Việc thứ 3", words(visitor.get("/")))
            self.check_page(owner.get(path), language, 200, sentence(language, "Units that have done their share"), "Trạm Y tế phường Cầu Dừa")
            self.assertIn('name="status"', owner.get(path).text)
            self.assertEqual(self.ask("SELECT state FROM task_deadline WHERE task_id = ?", task), [("open",)])
            # A status that is sent all the same changes nothing; the note is kept.
            note = "Đã làm xong phần mình " + language
            self.assertEqual(visitor.submit(path + "/status", {"version": version, "status": "done", "note": note}).status, 303)
            self.assertEqual(self.ask("SELECT status FROM task WHERE id = ?", task), [("open",)])
            self.check_page(owner.get(path), language, 200, note)
            version = controls(visitor.get(path))["version"]
            self.assertEqual(visitor.submit(keep + "/reopen", {"version": version}).status, 303)
            self.assertIn("Việc thứ 3", words(visitor.get("/")))
        self.in_both(check)

    def fields(self):
        fields = controls(self.visitors["vi"].get("/task/%d/edit" % self.task))
        return {name: value for name, value in fields.items() if name != "form_token"}

    def test_a_unit_without_a_task_sees_nothing_of_it(self):
        def check(language, _):
            visitor = self.visitor_from("Z", language)
            self.check_page(visitor.get("/"), language, 200, sentence(language, "No plan yet"))
            self.assertIsNone(re.search(r'href="/plan/\d+"', visitor.get("/plan").text))
            self.assertEqual(visitor.get("/plan/%d" % self.plan_id).status, 404)
        self.in_both(check)


if __name__ == "__main__":
    unittest.main()
