"""Every route says what it is for and who may use it, takes what its path holds, and changes nothing on a GET.

Reads what `sauro routes` prints. Who changes something without being signed in is in OPEN, with the reason.
"""
import os
import re
import subprocess

from common import Report, arguments

OPEN = {
    "/language": "a visitor chooses the language of the sign-in page",
    "/sign-in": "signing in",
    "/sign-out": "a session that has ended is signed out too",
    "/setup": "the first account, by a token that the server printed",
}


def rows_of(options):
    if options.rows:
        with open(options.rows, encoding="utf-8") as file:
            return file.read()
    program = os.path.join(options.root, options.build, "src", "main", "sauro")
    return subprocess.run([program, "routes"], check=True, capture_output=True, text=True).stdout


def check_route(report, name, method, path, permission, params, help_text):
    fields = {} if params == "-" else dict(field.split(":") for field in params.split(","))
    if not help_text.strip():
        report.add(name, 0, "says not what it is for")
    if not re.match(r"/([a-z0-9{}._-]+(/[a-z0-9{}._-]+)*)?$", path):
        report.add(name, 0, "is not a path of lower-case words")
    for place in re.findall(r"\{(\w+)\}", path):
        if not fields.get(place, "").endswith("!"):
            report.add(name, 0, "does not require {%s} among its parameters" % place)
    if method == "GET" and "file" in {kind.rstrip("!") for kind in fields.values()}:
        report.add(name, 0, "takes a file by GET")
    if method == "POST" and permission == "anyone" and path not in OPEN:
        report.add(name, 0, "changes something for anyone; give it a permission, or a reason in OPEN")


def main():
    options = arguments(__doc__, build="build", rows="")
    report = Report()
    seen = set()
    for row in rows_of(options).splitlines():
        method, path, permission, params, help_text = row.split("\t")
        name = "%s %s" % (method, path)
        if (method, re.sub(r"\{\w+\}", "{}", path)) in seen:
            report.add(name, 0, "stands twice")
        seen.add((method, re.sub(r"\{\w+\}", "{}", path)))
        check_route(report, name, method, path, permission, params, help_text)
    if not seen:
        report.add("sauro routes", 0, "printed none")
    report.finish("%d routes" % len(seen))


if __name__ == "__main__":
    main()
