"""Requests that are wrong, late, foreign or two at once: each is answered with what happened and what to do, in the reader's language;
nothing that was typed is lost, and nothing is done that was not meant."""
import os
import re
import socket
import sys
import time
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from world import LANGUAGES, PASSWORD, World, controls, plan, program, sentence, words  # noqa: E402

FORM = "application/x-www-form-urlencoded"


class Requests(World):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.task = cls.load_task()

    @classmethod
    def load_task(cls):
        path = os.path.join(cls.program.folder, "ke-hoach.md")
        with open(path, "wb") as file:
            file.write(plan(1, 3))
        cls.program.must("plan", "import", "--unit", "X", "--confirm", path)
        return cls.ask("SELECT id FROM task ORDER BY seq LIMIT 1")[0][0]

    def edit_path(self):
        return "/task/%d/edit" % self.task

    def edited(self, visitor, **changes):
        """The fields of the task's form as the visitor has it before them, with these typed over."""
        page = visitor.get(self.edit_path())
        self.assertEqual(page.status, 200)
        fields = controls(page)
        del fields["form_token"]
        return {**fields, "do": "save", **changes}

    def title(self):
        return self.ask("SELECT title FROM task WHERE id = ?", self.task)[0][0]

    def origin(self):
        return "http://127.0.0.1:%d" % self.server.port

    def raw(self, request):
        """Sends bytes and no more; -> (status, what was answered), or (None, "") where the server hung up."""
        with socket.create_connection(("127.0.0.1", self.server.port), timeout=20) as wire:
            try:
                wire.sendall(request)
                wire.shutdown(socket.SHUT_WR)
            except OSError:
                pass  # it has hung up already, perhaps with an answer
            answer = b""
            try:
                while piece := wire.recv(65536):
                    answer += piece
            except ConnectionError:
                pass
        status = re.match(rb"HTTP/1\.1 (\d+)", answer)
        return int(status[1]) if status else None, answer.decode("utf-8", "replace")

    # ---- Signing in ----

    def test_a_wrong_password(self):
        def check(language, _):
            said = sentence(language, "The login or the password is not right")
            pages = []
            for login in ("canbo-vi", "no-such-person"):
                visitor = self.stranger(language)
                visitor.get("/sign-in")
                page = visitor.submit("/sign-in", {"login": login, "password": "sai-sai-sai"})
                self.check_page(page, language, 422, said)
                self.assertEqual(controls(page)["login"], login)
                self.assertNotIn("sai-sai-sai", page.text)
                pages.append(words(page))
            # Whether there is such a person is not told.
            self.assertEqual(*pages)
        self.in_both(check)

    def test_no_login(self):
        def check(language, _):
            for path in ("/", "/plan", "/plan/upload", self.edit_path(), "/account"):
                page = self.stranger(language).get(path)
                self.check_page(page, language, 401, sentence(language, "Sign in"))
                self.assertEqual(controls(page)["next"], path)
        self.in_both(check)

    def test_too_many_wrong_passwords(self):
        for language in LANGUAGES:
            self.add_person("ban-" + language)

        def check(language, _):
            login, visitor = "ban-" + language, self.stranger(language)
            visitor.get("/sign-in")
            statuses = [visitor.submit("/sign-in", {"login": login, "password": "sai-%d" % i}).status for i in range(5)]
            self.assertEqual(statuses, [422] * 5)
            page = visitor.submit("/sign-in", {"login": login, "password": PASSWORD})
            self.check_page(page, language, 429, sentence(language, "Too many wrong passwords. Try again in", 15))
            self.assertEqual(self.ask("SELECT count(*) FROM session s JOIN person p ON p.id = s.person_id WHERE login = ?", login), [(0,)])
            self.change("UPDATE sign_in_attempt SET at = at - 16 * 60 * 1000 WHERE subject = ?", "login:" + login)
            self.assertEqual(visitor.submit("/sign-in", {"login": login, "password": PASSWORD}).status, 303)
        self.in_both(check)

    def test_a_session_that_ended_while_someone_wrote(self):
        def check(language, _):
            visitor = self.visitor_of(language)
            visitor.cookies["sauro_language"] = language
            fields = self.edited(visitor, title="Việc viết dở " + language, products="Dòng một\r\nDòng <hai> & \"ba\"")
            self.change("UPDATE session SET expires_at = 1 WHERE person_id = (SELECT id FROM person WHERE login = ?)", "canbo-" + language)
            before = self.everything()
            page = visitor.submit(self.edit_path(), fields)
            self.check_page(page, language, 401, sentence(language, "Your session had ended. What you were sending is kept"))
            self.assertEqual(self.everything(), before)
            # A wrong password in between loses nothing either.
            carried = controls(page)
            for password, status in (("sai-sai-sai", 422), (PASSWORD, 200)):
                carried.update(login="canbo-" + language, password=password, form_token=visitor.token)
                page = visitor.submit("/sign-in", carried)
                self.assertEqual(page.status, status, words(page))
                carried = controls(page)
            self.check_page(page, language, 200, "Việc viết dở " + language, "Dòng <hai> & \"ba\"")
            self.assertEqual(self.everything(), before)
            page = visitor.submit(re.search(r'<form method="post" action="([^"]*/edit)"', page.text)[1], carried)
            self.assertEqual(page.status, 303, words(page))
            self.assertEqual(self.title(), "Việc viết dở " + language)
            self.assertEqual(self.ask("SELECT products FROM task WHERE id = ?", self.task), [("Dòng một\nDòng <hai> & \"ba\"",)])
        self.in_both(check)
        self.refresh_visitors()

    @classmethod
    def refresh_visitors(cls):
        cls.visitors = {language: cls.visitor_of(language) for language in LANGUAGES}

    # ---- Tokens and origins ----

    def test_a_form_token_that_is_missing_or_wrong(self):
        def check(language, visitor):
            for token in (None, "", "x" * 43, visitor.token[:-1] + ("A" if visitor.token[-1] != "A" else "B")):
                fields = self.edited(visitor, title="Gửi không dấu " + language)
                before = self.everything()
                page = visitor.request("POST", self.edit_path(), program.encoded({**fields, **({} if token is None else {"form_token": token})}),
                                       {"Content-Type": FORM, "Origin": self.origin()})
                self.check_page(page, language, 403, sentence(language, "This page had been open for too long"), "Gửi không dấu " + language)
                self.assertEqual(self.everything(), before)
            # What was typed can be sent from there.
            fields = controls(page)
            self.assertEqual(fields["title"], "Gửi không dấu " + language)
            self.assertEqual(visitor.submit(self.edit_path(), fields).status, 303)
            self.assertEqual(self.title(), "Gửi không dấu " + language)
        self.in_both(check)

    def test_a_form_sent_from_another_site(self):
        def check(language, visitor):
            fields = self.edited(visitor, title="Từ nơi khác")
            body = program.encoded({"form_token": visitor.token, **fields})
            before = self.everything()
            for headers in ({"Origin": "http://elsewhere.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"},
                            {"Origin": "http://127.0.0.1:1"}):
                page = visitor.request("POST", self.edit_path(), body, {"Content-Type": FORM, **headers})
                self.check_page(page, language, 403, sentence(language, "This was sent from another site"))
            self.assertEqual(self.everything(), before)
        self.in_both(check)

    # ---- Who did it ----

    def test_what_no_person_has_done_is_shown_with_its_day_alone(self):
        task = self.ask("SELECT id FROM task ORDER BY seq DESC LIMIT 1")[0][0]
        self.change("UPDATE task_deadline SET state = 'done', done_on = due_on, done_by = NULL WHERE task_id = ?", task)

        def check(_, visitor):
            shown = re.findall(r"<small>([^<]*)</small>", visitor.get("/task/%d" % task).text)
            self.assertEqual(len(shown), 1)
            self.assertRegex(shown[0], r"2026$")
        self.in_both(check)

    # ---- Two at once ----

    def test_two_people_who_correct_the_same_task(self):
        def check(language, visitor):
            other = self.visitors["en" if language == "vi" else "vi"]
            mine = self.edited(visitor, title="Của người sau " + language, products="Bản tin của người sau")
            theirs = self.edited(other, title="Của người trước " + language)
            self.assertEqual(other.submit(self.edit_path(), theirs).status, 303)
            page = visitor.submit(self.edit_path(), mine)
            self.check_page(page, language, 409, sentence(language, "Someone changed this task while you were at it"),
                            "Của người trước " + language, "Của người sau " + language, "Bản tin của người sau")
            self.assertEqual(self.title(), "Của người trước " + language)
            again = controls(page)
            self.assertEqual(visitor.submit(self.edit_path(), again).status, 303)
            self.assertEqual(self.title(), "Của người sau " + language)
            self.assertEqual(self.ask("SELECT products FROM task WHERE id = ?", self.task), [("Bản tin của người sau",)])
            # And the one who was first is told so, too, when writing on.
            self.check_page(other.submit(self.edit_path(), theirs), "en" if language == "vi" else "vi", 409)
        self.in_both(check)

    def test_wrong_values_in_a_form(self):
        def check(language, visitor):
            before = self.everything()
            fields = self.edited(visitor, title="", dates="30/02/2026", products="Giữ lại nhé")
            page = visitor.submit(self.edit_path(), fields)
            self.check_page(page, language, 422, sentence(language, "Say what is to be done"), sentence(language, "These are no dates"))
            shown = controls(page)
            self.assertEqual((shown["dates"], shown["products"]), ("30/02/2026", "Giữ lại nhé"))
            self.assertEqual(self.everything(), before)
        self.in_both(check)

    # ---- Addresses ----

    def test_an_address_that_is_none(self):
        def check(language, visitor):
            said = sentence(language, "There is nothing at this address")
            for path in ("/khong-co", "/task/999999", "/plan/0", "/plan/abc", "/task/-1", "/plan/99999999999999999999", "/unit/%00", "/task/1%2F2"):
                self.check_page(visitor.get(path), language, 404, said)
        self.in_both(check)

    def test_a_method_that_does_not_fit(self):
        def check(language, visitor):
            said = sentence(language, "This address cannot be opened like that")
            visitor.get("/account")
            self.check_page(visitor.submit("/plan", {}), language, 405, said)
            for method in ("PUT", "DELETE", "PATCH", "OPTIONS", "BREW"):
                page = visitor.request(method, "/plan/upload")
                self.check_page(page, language, 405, said)
                self.assertTrue(page.headers.get("Allow"))
            page = visitor.get("/sign-out")
            self.check_page(page, language, 405, said)
            self.assertEqual(page.headers["Allow"], "POST")
            # Nobody was signed out by that.
            self.assertEqual(visitor.get("/account").status, 200)
        self.in_both(check)

    def test_a_very_long_address(self):
        for size, allowed in ((5000, (200, 404, 414)), (30000, (404, 414, 431)), (100000, (400, 413, 414, 431, None))):
            for path in ("/" + "a" * size, "/plan?words=" + "a" * size):
                status, _ = self.raw(("GET %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n" % path).encode())
                self.assertIn(status, (*allowed, 401), "%d bytes" % size)
        self.assertEqual(self.visitors["vi"].get("/plan").status, 200)

    # ---- Bodies ----

    def test_a_malformed_body(self):
        def check(language, visitor):
            visitor.get("/plan/upload")
            token = '--b\r\nContent-Disposition: form-data; name="form_token"\r\n\r\n%s\r\n' % visitor.token
            bodies = [
                ("multipart/form-data", token),
                ("multipart/form-data; boundary=" + "b" * 200, token),
                ("multipart/form-data; boundary=b", ""),
                ("multipart/form-data; boundary=b", "no boundary at all"),
                ("multipart/form-data; boundary=b", token),  # without its end
                ("multipart/form-data; boundary=b", token + "--b\r\nContent-Disposition: form-data\r\n\r\nnameless\r\n--b--\r\n"),
                ("multipart/form-data; boundary=b", token + "--b\r\nNo-Disposition: x\r\n\r\nx\r\n--b--\r\n"),
                ("multipart/form-data; boundary=b", token + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\ncut off"),
                ("application/json", "{}"),
                ("", "form_token=" + visitor.token),
            ]
            before = self.everything()
            for number, (kind, body) in enumerate(bodies):
                with self.subTest(body=number, language=language):
                    page = visitor.request("POST", "/plan/upload", body.encode(), {"Content-Type": kind, "Origin": self.origin()} if kind else {"Origin": self.origin()})
                    self.assertIn(page.status, (400, 403, 415, 422), words(page)[:500])
                    self.check_page(page, language, page.status)
            self.assertEqual(self.everything(), before)
            self.check_nothing_kept()
        self.in_both(check)

    def test_a_body_that_ends_too_early(self):
        visitor = self.visitors["vi"]
        visitor.get("/plan/upload")
        cookie = "; ".join("%s=%s" % pair for pair in visitor.cookies.items())
        head = ("POST /plan/upload HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nOrigin: %s\r\nCookie: %s\r\nContent-Type: multipart/form-data; boundary=b\r\n"
                "Content-Length: 100000\r\n\r\n" % (self.server.port, self.origin(), cookie))
        body = ('--b\r\nContent-Disposition: form-data; name="form_token"\r\n\r\n%s\r\n--b\r\nContent-Disposition: form-data; name="file"; '
                'filename="a.txt"\r\n\r\n' % visitor.token).encode() + plan(99, 2)
        before = self.everything()
        for _ in range(20):  # whether the end comes with the last bytes or after them is chance
            begin = time.monotonic()
            status, _ = self.raw(head.encode() + body)
            self.assertIn(status, (None, 400))
            self.assertLess(time.monotonic() - begin, 10)
        self.assertEqual(self.everything(), before)
        self.check_nothing_kept()
        self.assertEqual(visitor.get("/plan").status, 200)

    def test_bytes_that_are_no_request(self):
        for request in (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\x00" * 50 + b"\r\n\r\n", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n",
                        b"POST /plan/upload HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\nConnection: close\r\n\r\n",
                        b"POST /plan/upload HTTP/1.1\r\nHost: x\r\nContent-Length: abc\r\nConnection: close\r\n\r\n",
                        b"GET / HTTP/1.1\r\nHost: x\r\n" + b"X: y\r\n" * 20000 + b"\r\n"):
            status, _ = self.raw(request)
            self.assertTrue(status is None or 400 <= status < 600, "%r: %s" % (request[:40], status))
        self.assertEqual(self.visitors["vi"].get("/plan").status, 200)

    def test_a_form_with_very_many_fields(self):
        def check(language, visitor):
            before = self.everything()
            visitor.get("/account")
            page = visitor.submit(self.edit_path(), {"f%d" % i: "x" for i in range(20000)})
            self.assertIn(page.status, (400, 413, 422))
            self.check_page(page, language, page.status)
            page = visitor.submit(self.edit_path(), {"title": "x" * (2 ** 20 + 1)})
            self.check_page(page, language, 413)
            self.assertEqual(self.everything(), before)
        self.in_both(check)


if __name__ == "__main__":
    unittest.main()
