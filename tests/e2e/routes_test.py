"""Every address is walked: by nobody, by the least and by the highest role, with nothing, with nonsense and without a token."""
import os
import re
import subprocess
import sys
import unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
import program  # noqa: E402

VIEWER = {"anyone", "signed-in", "read-plans"}
NONSENSE = ["", "0", "-1", "9223372036854775808", "x" * 5000, "<script>", "ế", "%00", "2026-02-30"]


def routes():
    rows = subprocess.run([program.SAURO, "routes"], check=True, capture_output=True, text=True).stdout.splitlines()
    for row in rows:
        method, path, permission, params, _ = row.split("\t")
        yield method, path, permission, [] if params == "-" else [field.split(":")[0] for field in params.split(",")]


def filled(path, value="1"):
    return re.sub(r"\{\w+\}", value, path)


class Walk(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.program = program.Program()
        cls.program.load_sample()
        cls.server = program.Server(cls.program)

    @classmethod
    def tearDownClass(cls):
        status = cls.server.stop()
        cls.program.remove()
        if status != 0:
            raise AssertionError("the server ended with %s: %s" % (status, cls.server.read_log()))

    def check(self, page, what, allowed):
        self.assertIn(page.status, allowed, "%s: %d\n%s" % (what, page.status, page.text[:600]))

    def test_nobody_sees_only_what_is_for_anyone(self):
        visitor = self.server.visitor()
        for method, path, permission, _ in routes():
            if method == "GET" and permission != "anyone":
                page = visitor.get(filled(path))
                self.check(page, path, (303, 401, 403))
                if page.status == 303:
                    self.assertTrue(page.location.startswith("/sign-in"), page.location)

    def test_a_viewer_is_refused_what_is_for_others(self):
        visitor = self.server.sign_in("viewer")
        for method, path, permission, _ in routes():
            if method == "GET":
                self.check(visitor.get(filled(path)), path, (200, 303, 404) if permission in VIEWER else (403,))

    def test_an_administrator_opens_every_page(self):
        visitor = self.server.sign_in("administrator")
        for method, path, _, _ in routes():
            if method == "GET":
                page = visitor.get(filled(path))
                self.check(page, path, (200, 303, 404))

    def test_a_form_without_its_token_changes_nothing(self):
        visitor = self.server.sign_in("administrator")
        for method, path, _, _ in routes():
            if method == "POST":
                visitor.token = "x" * 43
                self.check(visitor.submit(filled(path), {}), path, (400, 403))
        self.assertEqual(visitor.get("/account").status, 200)

    def test_a_form_from_elsewhere_is_refused(self):
        visitor = self.server.sign_in("administrator")
        for method, path, _, _ in routes():
            if method == "POST":
                visitor.get("/account")
                page = visitor.request("POST", filled(path), "form_token=" + visitor.token,
                                       {"Content-Type": "application/x-www-form-urlencoded", "Origin": "http://elsewhere.example"})
                self.check(page, path, (400, 403))

    def test_nonsense_is_answered_and_breaks_nothing(self):
        visitor = self.server.sign_in("administrator")
        for method, path, _, params in routes():
            if path in ("/sign-out", "/account/password"):
                continue
            for value in NONSENSE:
                place = program.quoted(value)
                fields = {name: value for name in params if "{%s}" % name not in path}
                if method == "GET":
                    page = visitor.get(filled(path, place) + "?" + program.encoded(fields))
                else:
                    if not visitor.get("/account").status == 200:
                        visitor = self.server.sign_in("administrator")
                        visitor.get("/account")
                    page = visitor.submit(filled(path, place), fields)
                self.check(page, "%s with %r" % (path, value[:20]), range(200, 500))

    def test_what_no_route_has_is_not_found(self):
        visitor = self.server.sign_in("viewer")
        for path in ("/nothing", "/assets/none.css", "/account/nothing", "//elsewhere.example/", "/../etc/passwd"):
            self.check(visitor.get(path), path, (400, 404))


class Commands(unittest.TestCase):
    def commands(self):
        text = subprocess.run([program.SAURO, "help"], check=True, capture_output=True, text=True).stdout
        return sorted(set(re.findall(r"^  sauro (\w+)", text, re.M)))

    def test_each_refuses_an_option_that_it_has_not(self):
        self.assertGreater(len(self.commands()), 5)
        with program.Program() as sauro:
            for command in self.commands():
                done = subprocess.run([program.SAURO, command, "--no-such-option"], capture_output=True, text=True, cwd=sauro.folder, timeout=10)
                self.assertEqual(done.returncode, 2, command + done.stdout + done.stderr)
                self.assertIn("sauro " + command, done.stderr)

    def test_a_command_that_is_none_is_named(self):
        done = subprocess.run([program.SAURO, "fly"], capture_output=True, text=True)
        self.assertEqual(done.returncode, 2)
        self.assertIn("fly", done.stderr)


if __name__ == "__main__":
    unittest.main()
