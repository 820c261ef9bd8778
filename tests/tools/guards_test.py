"""Every guard is seen to fail on a bad example, and to pass beside it on a good one."""
import json
import os
import subprocess
import sys
import tempfile
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
GUARDS = os.path.join(ROOT, "tools", "guards")
TABLE = """# Architecture
## Who may use whom
```
base    : sys
sys     :
db      : base
feature : base
feature/plan : unit
feature/unit :
headers : sqlite3.h -> db ; jansson.h unistr.h -> feature ;
          sodium.h -> sys
```
"""


class Tree:
    """A small project in a folder of its own."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory()
        self.root = self.folder.name
        for folder in ("base", "sys", "db", "feature"):
            os.makedirs(os.path.join(self.root, "src", folder))
        self.write("ARCHITECTURE.md", TABLE)
        self.write("meson.build", "add('-include', 'src/base/banned.h')\n")

    def write(self, path, text):
        path = os.path.join(self.root, path)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)

    def run(self, guard, *options):
        done = subprocess.run([sys.executable, os.path.join(GUARDS, guard + ".py"), self.root, *options], capture_output=True, text=True)
        return done.returncode, done.stdout + done.stderr


class GuardCase(unittest.TestCase):
    def setUp(self):
        self.tree = Tree()
        self.addCleanup(self.tree.folder.cleanup)

    def refuses(self, guard, words, *options):
        status, output = self.tree.run(guard, *options)
        self.assertEqual(status, 1, output)
        self.assertIn(words, output)

    def accepts(self, guard, *options):
        status, output = self.tree.run(guard, *options)
        self.assertEqual(status, 0, output)


class Layers(GuardCase):
    def test_what_the_table_allows_passes(self):
        self.tree.write("src/base/a.c", '#include "sys/b.h"\n/* #include "db/c.h" */\n')
        self.tree.write("src/db/d.c", "#include <sqlite3.h>\n")
        self.tree.write("src/feature/plan/plan.c", '#include "feature/unit/unit.h"\n#include "feature/plan/plan_store.h"\n')
        self.accepts("layers")

    def test_an_upward_include_is_refused(self):
        self.tree.write("src/base/a.c", '#include "db/c.h"\n')
        self.refuses("layers", "src/base/a.c:1: base may not use db/c.h")

    def test_an_outside_header_in_the_wrong_room_is_refused(self):
        self.tree.write("src/base/a.c", "\n#include <sqlite3.h>\n")
        self.refuses("layers", "src/base/a.c:2: <sqlite3.h> belongs to db")
        self.tree.write("src/base/a.c", "#include <sodium.h>\n")
        self.refuses("layers", "<sodium.h> belongs to sys")

    def test_a_feature_uses_another_only_where_listed_and_by_its_header(self):
        self.tree.write("src/feature/unit/unit.c", '#include "feature/plan/plan.h"\n')
        self.refuses("layers", "feature/unit may not use feature/plan")
        self.tree.write("src/feature/unit/unit.c", "")
        self.tree.write("src/feature/plan/plan.c", '#include "feature/unit/unit_store.h"\n')
        self.refuses("layers", "only unit.h and what")
        self.tree.write("ARCHITECTURE.md", TABLE.replace("feature/plan : unit", "feature/plan : unit unit_store"))
        self.accepts("layers")
        self.tree.write("ARCHITECTURE.md", TABLE)

    def test_rules_know_no_page_and_a_store_no_application(self):
        self.tree.write("ARCHITECTURE.md", TABLE.replace("feature : base", "feature : base html app\nhtml :\napp :"))
        for folder in ("html", "app"):
            os.makedirs(os.path.join(self.tree.root, "src", folder))
        self.tree.write("src/feature/plan/plan_web.c", '#include "html/html.h"\n#include "app/app.h"\n')
        self.tree.write("src/feature/plan/plan.c", '#include "app/jobs.h"\n')
        self.accepts("layers")
        self.tree.write("src/feature/plan/plan.c", '#include "html/html.h"\n')
        self.refuses("layers", "html/ is not for a feature's rules")
        self.tree.write("src/feature/plan/plan.c", "")
        self.tree.write("src/feature/plan/plan_store.c", '#include "app/jobs.h"\n')
        self.refuses("layers", "app/ is not for a store")

    def test_features_in_a_circle_are_refused(self):
        self.tree.write("ARCHITECTURE.md", TABLE.replace("feature/unit :", "feature/unit : plan"))
        self.refuses("layers", "in a circle: plan -> unit -> plan")

    def test_a_folder_without_a_row_and_a_row_without_a_folder_are_refused(self):
        os.makedirs(os.path.join(self.tree.root, "src", "extra"))
        self.refuses("layers", "no row for src/extra")
        self.tree.write("ARCHITECTURE.md", TABLE.replace("sys     :", "sys     :\ngone :"))
        self.refuses("layers", "names gone")

    def test_a_page_that_has_grown_is_refused(self):
        self.tree.write("ARCHITECTURE.md", TABLE + "more\n" * 200)
        self.refuses("layers", "one page is 120")


class Docs(GuardCase):
    def test_what_is_there_or_stands_for_many_passes(self):
        self.tree.write("src/base/str.h", "")
        self.tree.write("docs/one.md", "See [the other](../README.md) and `base/str`, `src/base/str.h`, `feature/x/x_web.c`, `build/sauro`.\n")
        self.tree.write("README.md", "[one](docs/one.md), [elsewhere](https://example.org/x), [part](docs/one.md#part)\n")
        self.accepts("docs")

    def test_a_link_or_a_path_that_leads_nowhere_is_refused(self):
        self.tree.write("README.md", "\n[one](docs/one.md)\n")
        self.refuses("docs", "README.md:2: there is no docs/one.md")
        self.tree.write("README.md", "`src/base/gone.c`\n")
        self.refuses("docs", "README.md:1: there is no src/base/gone.c")


class Exports(GuardCase):
    def build(self, source):
        self.tree.write("src/base/thing.c", source)
        build = os.path.join(self.tree.root, "build")
        os.makedirs(build, exist_ok=True)
        subprocess.run(["gcc", "-c", "-fPIC", "../src/base/thing.c", "-o", "thing.c.o"], cwd=build, check=True)
        self.tree.write("build/compile_commands.json", json.dumps([{"file": "../src/base/thing.c", "output": "thing.c.o"}]))

    def test_names_of_the_file_and_constants_pass(self):
        self.build('static const char *const words[] = {"a"};\nconst char *thing_get(int i);\n'
                   "const char *thing_get(int i)\n{\n\treturn words[i];\n}\nint base_thing_is(void);\nint base_thing_is(void)\n{\n\treturn 1;\n}\n")
        self.accepts("exports")

    def test_a_name_of_another_file_is_refused(self):
        self.build("int other_get(void);\n\nint other_get(void)\n{\n\treturn 1;\n}\n")
        self.refuses("exports", "src/base/thing.c:1: exports other_get")

    def test_writable_data_is_refused_where_no_waiver_gives_a_reason(self):
        for kind in ("static int count;", "static int count = 3;", "static _Thread_local int count;"):
            function = "\nint thing_next(void);\nint thing_next(void)\n{\n\treturn count++;\n}\n"
            self.build(kind + function)
            self.refuses("exports", "src/base/thing.c:1: count is writable data")
            self.build(kind + " /* waiver(writable): */" + function)
            self.refuses("exports", "count is writable data")
            self.build(kind + " /* waiver(writable): counts the calls */" + function)
            self.accepts("exports")

    def test_a_static_variable_within_a_function_is_refused(self):
        self.build("int thing_next(void);\nint thing_next(void)\n{\n\tstatic int count;\n\treturn count++;\n}\n")
        self.refuses("exports", "src/base/thing.c:4: count")

    def test_a_build_without_objects_is_refused(self):
        self.tree.write("build/compile_commands.json", "[]")
        self.refuses("exports", "holds no objects")


class Ceilings(GuardCase):
    def test_what_stays_below_passes(self):
        self.tree.write("src/base/a.c", "int f(void)\n{\n" + "\tx();\n" * 97 + "}\n")
        self.accepts("ceilings")

    def test_a_long_function_is_refused(self):
        self.tree.write("src/base/a.c", "#define X {\n\nint f(void)\n{\n" + "\tx();\n" * 98 + "}\n")
        self.refuses("ceilings", "src/base/a.c:3: f has 101 lines")

    def test_a_long_table_is_no_function(self):
        self.tree.write("src/base/a.c", "static const struct row rows[] = {\n" + "\t{CASE(1), 2},\n" * 200 + "};\n")
        self.accepts("ceilings")

    def test_a_long_file_is_refused(self):
        self.tree.write("src/base/a.c", "int x;\n" * 801)
        self.refuses("ceilings", "has 801 lines")

    def test_a_complex_function_is_refused_and_what_only_looks_so_is_not(self):
        twenty = "\tif (a && b || c)\n\t\tx();\n" * 6 + "\tfor (;;)\n\t\tx(a ? \"? && ||\" : '?');\n"
        self.tree.write("src/base/a.c", "static enum rc f(int a)\n{\n%s}\n" % twenty)
        status, output = self.tree.run("ceilings")
        self.assertEqual(status, 1)
        self.assertIn("complexity of 21", output)
        self.tree.write("src/base/a.c", "static enum rc f(int a)\n{\n\t/* if if if && || */\n%s}\n" % twenty.replace("a ? ", ""))
        self.accepts("ceilings")


class Sql(GuardCase):
    def test_a_statement_in_c_is_refused(self):
        self.tree.write("src/feature/a.c", 'run("SELECT id FROM task");\n')
        self.refuses("sql", "src/feature/a.c:1: holds SQL")

    def test_a_connection_is_set_up_in_db_alone(self):
        self.tree.write("src/db/a.c", 'run("BEGIN IMMEDIATE");\n')
        self.accepts("sql")
        self.tree.write("src/feature/a.c", 'run("BEGIN IMMEDIATE");\n')
        self.refuses("sql", "holds SQL")

    def test_words_that_are_not_sql_pass(self):
        self.tree.write("src/feature/a.c", 'MSG("Select a file");\nMSG("Update the plan");\nMSG("Set a date: {1}");\n/* "SELECT id FROM t" */\n')
        self.accepts("sql")


class Headers(GuardCase):
    def test_a_header_that_leans_on_another_is_refused(self):
        self.tree.write("src/base/a.h", "#include <stdint.h>\nint32_t f(void);\n")
        self.accepts("headers")
        self.tree.write("src/base/b.h", "int32_t f(void);\n")
        self.refuses("headers", "src/base/b.h: does not compile alone")


class Memory(GuardCase):
    def test_the_heap_is_for_base_and_for_reasons(self):
        self.tree.write("src/base/a.c", "p = malloc(1);\n")
        self.tree.write("src/db/b.c", "/* malloc(1) */\np = malloc(1); /* waiver(heap): the library frees it */\n")
        self.accepts("memory")
        self.tree.write("src/db/b.c", "p = strdup(x);\n")
        self.refuses("memory", "src/db/b.c:1: strdup() outside base/")

    def test_the_list_of_banned_functions_must_be_in_force(self):
        self.tree.write("meson.build", "project('x')\n")
        self.refuses("memory", "banned.h")

    def test_a_banned_function_does_not_compile(self):
        for compiler in ("gcc", "clang"):
            done = subprocess.run([compiler, "-fsyntax-only", "-D_GNU_SOURCE", "-include", os.path.join(ROOT, "src/base/banned.h"), "-x", "c",
                                   "-"], input="void f(char *a, const char *b)\n{\n\tstrcpy(a, b);\n}\n", capture_output=True, text=True)
            self.assertNotEqual(done.returncode, 0)
            self.assertIn("strcpy", done.stderr)


class Words(GuardCase):
    def test_each_rule_finds_its_example(self):
        for text in ("/wor" "k/main", "see /tm" "p/w/x", "https://registry.npmj" "s.org/a", "TO" "DO: later", "<" * 7 + " HEAD"):
            self.tree.write("docs/a.md", text + "\n")
            self.refuses("words", "docs/a.md:1:")

    def test_ordinary_words_pass(self):
        self.tree.write("docs/a.md", "a framework/thing, ./work/x, todos, /tmp/sauro-XXXXXX\n")
        self.accepts("words")


class Corpora(GuardCase):
    def test_a_target_needs_seeds_and_a_corpus_needs_a_target(self):
        self.tree.write("tests/fuzz/meson.build", "targets = {'form': http}\n")
        self.tree.write("tests/fuzz/form_fuzz.c", "")
        self.refuses("corpora", "has no seeds")
        self.tree.write("tests/fuzz/corpus/form/a", "a=b")
        self.accepts("corpora")
        self.tree.write("tests/fuzz/corpus/gone/a", "")
        self.refuses("corpora", "has no target gone_fuzz.c")

    def test_a_target_must_be_built(self):
        self.tree.write("tests/fuzz/meson.build", "targets = {}\n")
        self.tree.write("tests/fuzz/form_fuzz.c", "")
        self.tree.write("tests/fuzz/corpus/form/a", "a=b")
        self.refuses("corpora", "is not listed")


class Routes(GuardCase):
    GOOD = "GET\t/task/{id}\tread-plans\tid:int!\tOne task\n"

    def check(self, row, words):
        self.tree.write("rows", self.GOOD + row)
        self.refuses("routes", words, "--rows", os.path.join(self.tree.root, "rows"))

    def test_a_whole_row_passes(self):
        self.tree.write("rows", self.GOOD)
        self.accepts("routes", "--rows", os.path.join(self.tree.root, "rows"))

    def test_a_row_that_lacks_something_is_refused(self):
        self.check("GET\t/plan\tread-plans\t-\t\n", "GET /plan: says not what it is for")
        self.check("GET\t/plan/{id}\tread-plans\t-\tA plan\n", "does not require {id}")
        self.check("GET\t/Plan\tread-plans\t-\tA plan\n", "lower-case")
        self.check("POST\t/plan\tanyone\tfile:file!\tTakes a plan\n", "changes something for anyone")
        self.check("GET\t/plan\tread-plans\tfile:file!\tTakes a plan\n", "takes a file by GET")
        self.check("GET\t/task/{task}\tread-plans\ttask:int!\tOne task\n", "stands twice")


class Translations(GuardCase):
    def test_a_sentence_without_its_translation_and_the_reverse_are_refused(self):
        self.tree.write("src/base/a.c", 'const char *a = MSG("Save");\n')
        self.tree.write("locale/vi/a.po", 'msgid "Save"\nmsgstr "Lưu"\n')
        self.accepts("translations")
        self.tree.write("src/base/a.c", 'const char *a = MSG("Save all");\n')
        self.refuses("translations", "Save all")
        self.tree.write("src/base/a.c", "")
        self.refuses("translations", "Save")


class Generated(GuardCase):
    TOOL = 'import sys\nsys.exit(%d if "--check" in sys.argv else 0)\n'

    def test_what_has_drifted_is_refused(self):
        self.tree.write("tools/vendor.py", self.TOOL % 0)
        self.accepts("generated")
        self.tree.write("tools/vendor.py", self.TOOL % 1)
        self.refuses("generated", "has drifted")

    def test_a_tool_that_no_one_checks_is_refused(self):
        self.tree.write("tools/other.py", self.TOOL % 0)
        self.refuses("generated", "tools/other.py: has a --check")


class Format(GuardCase):
    def test_a_file_that_is_not_formatted_is_refused(self):
        self.tree.write(".clang-format", "BasedOnStyle: LLVM\n")
        self.tree.write("src/base/a.c", "int a;\n")
        self.accepts("format")
        self.tree.write("src/base/a.c", "int a ;\n")
        self.refuses("format", "src/base/a.c:1:")


class EveryGuard(unittest.TestCase):
    def test_each_guard_is_tested_here(self):
        tested = {name.lower() for name in globals() if isinstance(globals()[name], type) and issubclass(globals()[name], GuardCase)}
        for name in os.listdir(GUARDS):
            if name.endswith(".py") and name != "common.py":
                self.assertIn(name[:-3].replace("_", ""), tested)
