"""The program as a test or a measurement sees it: commands in a data folder of its own, a server on a free port, a visitor.

    with Program() as program:
        program.load_sample()
        with program.server() as server:
            visitor = server.sign_in("officer")
            page = visitor.get("/")
"""
import contextlib
import html
import http.client
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.parse

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SAURO = os.environ.get("SAURO", os.path.join(ROOT, "build", "src", "main", "sauro"))
FAULT = os.path.join(ROOT, "build", "tests", "fault", "fault.so")
FIELD = re.compile(r'<input[^>]*\bname="([^"]*)"[^>]*>')


class Program:
    """A data folder, removed at the end."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="sauro-test-")
        self.accounts = {}

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.remove()

    def remove(self):
        shutil.rmtree(self.folder, ignore_errors=True)

    def run(self, *command, environment=None, limit=120, stdin=None):
        """Runs `sauro COMMAND…` in the data folder; -> (status, output, errors)."""
        done = subprocess.run([SAURO, *command, "--data", self.folder], capture_output=True, text=True, timeout=limit, input=stdin,
                              env={**os.environ, **(environment or {})})
        return done.returncode, done.stdout, done.stderr

    def must(self, *command, **options):
        """The same for a command that must succeed; -> its output."""
        status, output, errors = self.run(*command, **options)
        if status != 0:
            raise AssertionError("sauro %s ended with %d: %s%s" % (" ".join(command), status, output, errors))
        return output

    def load_sample(self):
        """The sample province, as `make run` loads it; fills `accounts` (role -> login, password)."""
        done = subprocess.run([os.path.join(ROOT, "tools", "sample.sh"), SAURO, self.folder], capture_output=True, text=True)
        if done.returncode != 0:
            raise AssertionError("tools/sample.sh: " + done.stdout + done.stderr)
        self.accounts = json.loads(done.stdout)

    @contextlib.contextmanager
    def server(self, environment=None):
        server = Server(self, environment)
        try:
            yield server
        finally:
            server.stop()


def quoted(text):
    """A text as a part of an address."""
    return urllib.parse.quote(text, safe="")


def encoded(fields):
    """Fields as the query of an address."""
    return urllib.parse.urlencode(fields)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """`sauro serve` on a free port of this machine, answering."""

    def __init__(self, program, environment=None):
        self.program, self.port = program, free_port()
        self.log = tempfile.TemporaryFile()
        begin = time.monotonic()
        self.process = subprocess.Popen([SAURO, "serve", "--data", program.folder, "--listen", "127.0.0.1:%d" % self.port],
                                        stdin=subprocess.DEVNULL, stdout=self.log, stderr=subprocess.STDOUT,
                                        env={**os.environ, **(environment or {})})
        while not self.answers():
            if self.process.poll() is not None or time.monotonic() - begin > 10:
                self.stop()
                raise AssertionError("the server does not answer: " + self.read_log())
            time.sleep(0.001)
        self.start_ms = (time.monotonic() - begin) * 1000

    def answers(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", "/")
            connection.getresponse().read()
            return True
        except OSError:
            return False
        finally:
            connection.close()

    def read_log(self):
        self.log.seek(0)
        return self.log.read().decode("utf-8", "replace")

    def stop(self):
        """Asks it to end; -> its status."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise AssertionError("the server did not end when asked: " + self.read_log()) from None

    def resident_bytes(self):
        with open("/proc/%d/status" % self.process.pid, encoding="ascii") as file:
            return int(re.search(r"^VmRSS:\s+(\d+) kB", file.read(), re.M)[1]) * 1024

    def visitor(self):
        return Visitor(self.port)

    def sign_in(self, role):
        visitor, account = self.visitor(), self.program.accounts[role]
        visitor.get("/sign-in")
        page = visitor.submit("/sign-in", {"login": account["login"], "password": account["password"]})
        if not visitor.cookies or page.status != 303:
            raise AssertionError("cannot sign in as %s: %d %s" % (account["login"], page.status, page.text[:500]))
        return visitor


class Page:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    @property
    def text(self):
        return self.body.decode("utf-8", "replace")

    @property
    def location(self):
        return self.headers.get("Location", "")


class Visitor:
    """A browser without scripts: keeps cookies and the form token of the last page."""

    def __init__(self, port):
        self.port, self.cookies, self.token = port, {}, ""

    def request(self, method, path, body=None, headers=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            cookie = {"Cookie": "; ".join("%s=%s" % pair for pair in self.cookies.items())} if self.cookies else {}
            connection.request(method, path, body, {**cookie, **(headers or {})})
            answer = connection.getresponse()
            page = Page(answer.status, dict(answer.getheaders()), answer.read())
            for value in answer.headers.get_all("Set-Cookie") or []:
                name, _, rest = value.partition("=")
                self.cookies[name.strip()] = rest.split(";")[0]
        finally:
            connection.close()
        for match in FIELD.finditer(page.text):
            if match[1] == "form_token":
                self.token = html.unescape(re.search(r'value="([^"]*)"', match[0])[1])
        return page

    def get(self, path):
        return self.request("GET", path)

    def submit(self, path, fields):
        """Sends a form as a browser does, with the token of the last page."""
        body = urllib.parse.urlencode({"form_token": self.token, **fields})
        origin = "http://127.0.0.1:%d" % self.port
        return self.request("POST", path, body, {"Content-Type": "application/x-www-form-urlencoded", "Origin": origin})

    def upload(self, path, fields, field, file_name, content):
        """Sends a form with one file."""
        mark = "----sauro-test-part"
        rows = []
        for name, value in {"form_token": self.token, **fields}.items():
            rows.append('--%s\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n' % (mark, name, value))
        rows.append('--%s\r\nContent-Disposition: form-data; name="%s"; filename="%s"\r\nContent-Type: text/plain\r\n\r\n'
                    % (mark, field, file_name))
        body = "".join(rows).encode() + content + ("\r\n--%s--\r\n" % mark).encode()
        return self.request("POST", path, body, {"Content-Type": "multipart/form-data; boundary=" + mark,
                                                 "Origin": "http://127.0.0.1:%d" % self.port})
