"""Builds with both compilers, runs every test, and counts.

usage: tools/run_tests.py [SUITE...]      all where none is named: build unit tools guards fuzz golden e2e crash fault browser

The last line is `N passed, M failed, K skipped`; the status is 1 where M is not 0. Failures and skips are listed with their
reason before it. What each suite printed is in build/test-logs/.
"""
import concurrent.futures
import glob
import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import time

import tap

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
LOGS = os.path.join(ROOT, "build", "test-logs")
CORES = os.cpu_count() or 2
LIMIT_SECONDS = 300
SANITIZERS = {"ASAN_OPTIONS": "detect_leaks=1:abort_on_error=0", "UBSAN_OPTIONS": "halt_on_error=1:print_stacktrace=1",
              "LSAN_OPTIONS": "print_suppressions=0:suppressions=" + os.path.join(ROOT, "tests", "leaks.txt")}
# A build folder: the compiler's name, how it is configured.
BUILDS = {
    "gcc": ("build", [], {}),
    "clang": ("build-asan", ["--buildtype=debug", "-Doptimization=1", "-Db_sanitize=address,undefined", "-Db_lundef=false", "-Dfuzz=true"],
              {"CC": "clang"}),
}


class Tests:
    """What ran so far."""

    def __init__(self):
        self.cases = []  # (suite, program, state, name, why)
        self.ran = set()  # test files
        self.environment = {}

    def add(self, suite, program, result):
        self.cases += [(suite, program, *case) for case in result.cases]

    def add_case(self, suite, program, passed, name, why=""):
        self.cases.append((suite, program, "passed" if passed else "failed", name, why))

    def count(self, state, suite=None):
        return sum(1 for case in self.cases if case[2] == state and suite in (None, case[0]))


def log(suite, title, text):
    os.makedirs(LOGS, exist_ok=True)
    with open(os.path.join(LOGS, suite.replace(" ", "-") + ".log"), "a", encoding="utf-8") as file:
        file.write("==== %s\n%s\n" % (title, text))


def run(command, environment=None, folder=ROOT, limit=LIMIT_SECONDS):
    """-> (status, output with errors among it). A program past its time is ended, with a status that says so."""
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(command, cwd=folder, env={**os.environ, **(environment or {})}, stdin=subprocess.DEVNULL,
                                   stdout=output, stderr=subprocess.STDOUT, start_new_session=True)
        try:
            status = process.wait(limit)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, 9)
            process.wait()
            status = "of no end after %d s" % limit
        output.seek(0)
        return status, output.read().decode("utf-8", "replace")


def run_tap(tests, suite, program, command, environment=None, folder=ROOT, limit=LIMIT_SECONDS):
    status, output = run(command, {**tests.environment, **(environment or {})}, folder, limit)
    log(suite, program, output)
    tests.add(suite, program, tap.read(output, status))


def in_parallel(jobs):
    with concurrent.futures.ThreadPoolExecutor(CORES) as pool:
        for job in [pool.submit(*job) for job in jobs]:
            job.result()


# ---- Suites ----

def build(tests):
    for compiler, (folder, options, environment) in BUILDS.items():
        status, output = run(["tools/build.sh", folder, *options], environment, limit=1800)
        log("build", compiler, output)
        why = "" if status == 0 else "see build/test-logs/build.log: " + " ".join(
            [row for row in output.splitlines() if "error:" in row.lower()][:3])
        tests.add_case("build", compiler, status == 0, "builds without a warning", why)


def unit(tests):
    for compiler, (folder, _, _) in BUILDS.items():
        status, output = run(["meson", "introspect", "--tests", "--targets", folder])
        if status != 0:
            tests.add_case("unit " + compiler, folder, False, "lists its tests", output.strip())
            continue
        found = json.loads(output)
        sources = {name: s for t in found["targets"] for name in t["filename"] for part in t["target_sources"] for s in part.get("sources", [])
                   if s.endswith("_test.c")}
        jobs = []
        for test in found["tests"]:
            source = sources.get(test["cmd"][0])
            if source is None:
                continue  # a tool's test: the suite `tools` runs it
            path = os.path.relpath(source, ROOT)
            tests.ran.add(path)
            jobs.append((run_tap, tests, "unit " + compiler, path, test["cmd"], {**SANITIZERS, **test["env"]}, test["workdir"] or ROOT))
        in_parallel(jobs)


def scripts(tests, suite, paths):
    for path in paths:
        tests.ran.add(path)
    in_parallel([(run_tap, tests, suite, path, [sys.executable, "tools/tap.py", path]) for path in paths])


def tools(tests):
    scripts(tests, "tools", sorted(glob.glob("tests/tools/*_test.py", root_dir=ROOT)))


def folder_suite(name):
    return lambda tests: scripts(tests, name, sorted(glob.glob("tests/%s/*_test.py" % name, root_dir=ROOT)))


def guards(tests):
    for path in sorted(glob.glob("tools/guards/*.py", root_dir=ROOT)):
        name = os.path.basename(path)[:-3]
        if name == "common":
            continue
        status, output = run([sys.executable, path])
        log("guards", name, output)
        findings = [row for row in output.splitlines() if row and not row.startswith("#")]
        tests.add_case("guards", name, status == 0, "finds nothing", "; ".join(findings[:5]) + (" …" if len(findings) > 5 else ""))


def fuzz(tests):
    folder = BUILDS["clang"][0]
    for path in sorted(glob.glob("tests/fuzz/*_fuzz.c", root_dir=ROOT)):
        name = os.path.basename(path)[:-len("_fuzz.c")]
        seeds = sorted(glob.glob("tests/fuzz/corpus/%s/*" % name, root_dir=ROOT))
        program = os.path.join(folder, "tests", "fuzz", name + "_fuzz")
        if not os.path.exists(os.path.join(ROOT, program)):
            tests.add_case("fuzz", path, False, "is built", "there is no " + program)
            continue
        status, output = run([program, *seeds], SANITIZERS)
        log("fuzz", name, output)
        tests.ran.add(path)
        tests.add_case("fuzz", path, status == 0, "takes its %d seeds" % len(seeds), output.strip()[-300:])


def browser(tests):
    for path in sorted(glob.glob("tests/browser/*.test.mjs", root_dir=ROOT)):
        tests.ran.add(path)
    run_tap(tests, "browser", "tests/browser/run.mjs", ["node", "tests/browser/run.mjs"], limit=1500)


SUITES = {"build": build, "unit": unit, "tools": tools, "guards": guards, "fuzz": fuzz, "golden": folder_suite("golden"),
          "e2e": folder_suite("e2e"), "crash": folder_suite("crash"), "fault": folder_suite("fault"), "browser": browser}


def every_file_ran(tests):
    """A test on disk that no suite ran is a failure."""
    on_disk = set()
    for pattern in ("src/**/*_test.c", "tests/**/*_test.py", "tests/**/*.test.mjs", "tests/fuzz/*_fuzz.c"):
        on_disk |= set(glob.glob(pattern, root_dir=ROOT, recursive=True))
    left_out = sorted(on_disk - tests.ran)
    tests.add_case("guards", "tests", not left_out, "every test file ran", "these did not: " + " ".join(left_out))


def start_postgres(tests):
    """Starts a server for the tests alone; -> what ends it."""
    script = "tools/private_postgres.sh"
    if not os.path.exists(os.path.join(ROOT, script)):
        return lambda: None
    folder = tempfile.mkdtemp(prefix="sauro-postgres-")
    status, output = run([script, "start", folder], limit=60)
    log("build", "postgres", output)
    address = output.strip().splitlines()[-1] if output.strip() else ""
    if status == 0 and address.startswith("postgres"):
        tests.environment["SAURO_TEST_POSTGRES"] = address
    else:
        tests.add_case("build", "postgres", False, "starts a private PostgreSQL", output.strip()[-300:])

    def stop():
        run([script, "stop", folder], limit=60)
        shutil.rmtree(folder, ignore_errors=True)
    return stop


def report(tests):
    for state in ("failed", "skipped"):
        rows = [case for case in tests.cases if case[2] == state]
        if rows:
            print("\n%s:" % state.capitalize())
        for suite, program, _, name, why in rows:
            print("  %s: %s: %s%s" % (suite, program, name, ": " + why if why else ""))
    print("\n%d passed, %d failed, %d skipped" % tuple(tests.count(state) for state in ("passed", "failed", "skipped")))


def main():
    names = sys.argv[1:] or list(SUITES)
    unknown = [name for name in names if name not in SUITES]
    if unknown:
        sys.exit("run_tests.py: no suite %s; there are %s" % (shlex.join(unknown), " ".join(SUITES)))
    shutil.rmtree(LOGS, ignore_errors=True)
    os.chdir(ROOT)
    tests = Tests()
    tests.environment = {"SAURO": os.path.join(ROOT, "build", "src", "main", "sauro"), "SAURO_ROOT": ROOT}
    stop_postgres = start_postgres(tests)
    try:
        for name in names:
            begin, before = time.monotonic(), len(tests.cases)
            SUITES[name](tests)
            if name == "build" and tests.count("failed"):
                break  # nothing below says anything about a tree that does not build
            states = [case[2] for case in tests.cases[before:]]
            print("%-8s %5d passed %3d failed %3d skipped %7.1f s" % (name, states.count("passed"), states.count("failed"),
                                                                      states.count("skipped"), time.monotonic() - begin), flush=True)
        else:
            if names == list(SUITES):
                every_file_ran(tests)
    finally:
        stop_postgres()
    report(tests)
    sys.exit(1 if tests.count("failed") else 0)


if __name__ == "__main__":
    main()
