"""Tests of tools/sqlc.py: what it reads, what it refuses, and that a C compiler takes what it writes."""
import contextlib
import io
import os
import re
import subprocess
import sys
import tempfile
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "tools"))
import sqlc  # noqa: E402

WHOLE = """-- What is said before the first head is for the reader of this file.

-- one find(id int) -> id int, code text, parent_id int?
-- The unit of an id.
-- As it is now.
SELECT id, code, parent_id FROM unit WHERE id = $1;

-- many list(parent_id int, share real?,
--   scan blob?) -> id int, share real, share_before real?,
--   scan blob
-- A remark.
SELECT id, share, share, scan FROM unit
 WHERE parent_id = $1 AND share > $2 AND scan = $3 AND name <> ';"$9' AND note NOT LIKE $3 ESCAPE '!' -- ; $8
 ORDER BY id;

-- many list_all() -> id int
SELECT id FROM unit;

-- many list_like() -> like find
SELECT id, code, parent_id FROM unit;

-- exec rename(id int, name text)
@sqlite
UPDATE unit SET name = $2 WHERE id = $1;
@postgres
UPDATE unit SET name = $2 WHERE id = $1 AND true;

-- insert add(code text, parent_id int?) -> id int
INSERT INTO unit (code, parent_id) VALUES ($1, $2) RETURNING id;

-- one take() -> id int
DELETE FROM unit WHERE id = (SELECT min(id) FROM unit) RETURNING id;
"""

# (what is wrong, the file, the line, what is said)
REFUSED = [
    ("nothing in it", "-- only a remark\n", 1, "no statement"),
    ("text before a head", "SELECT 1;\n", 1, "text before the first head"),
    ("a misspelt kind", "-- exec a()\nDELETE FROM t;\n-- oen b() -> id int\nSELECT id FROM t;\n", 1, "misspelt"),
    ("an open parenthesis", "-- one a(id int\nSELECT 1;\n", 1, "cannot read the head"),
    ("a name in capitals", "-- one Find() -> id int\nSELECT 1;\n", 1, "cannot name a statement"),
    ("a word of C", "-- exec return()\nDELETE FROM t;\n", 1, "cannot name a statement"),
    ("columns of an exec", "-- exec a() -> id int\nDELETE FROM t;\n", 1, "gives no columns"),
    ("a one without columns", "-- one a(id int)\nSELECT $1;\n", 1, "must declare its columns"),
    ("an untyped parameter", "-- one a(id) -> id int\nSELECT $1;\n", 1, "`id` is not a parameter"),
    ("an untyped column", "-- one a() -> id\nSELECT 1;\n", 1, "`id` is not a column"),
    ("a trailing comma", "-- one a(id int,) -> id int\nSELECT $1;\n", 1, "`` is not a parameter"),
    ("an unknown type", "-- one a(id integer) -> id int\nSELECT $1;\n", 1, "unknown type `integer`"),
    ("a doubled ?", "-- one a(id int??) -> id int\nSELECT $1;\n", 1, "unknown type `int??`"),
    ("a parameter called as the code's own", "-- one a(conn int) -> id int\nSELECT $1;\n", 1, "`conn` cannot name a parameter"),
    ("a parameter that begins with db_", "-- one a(db_rows int) -> id int\nSELECT $1;\n", 1, "cannot name a parameter"),
    ("a column that is a word of C", "-- one a() -> default int\nSELECT 1;\n", 1, "`default` cannot name a column"),
    ("rows like no statement's", "-- many a() -> like b\nSELECT 1;\n", 1, "names no earlier statement"),
    ("rows like one that gives none", "-- exec b()\nDELETE FROM t;\n-- many a() -> like b\nSELECT 1;\n", 3, "names no earlier statement"),
    ("two parameters of a name", "-- one a(id int, id int) -> id int\nSELECT $1, $2;\n", 1, "two parameters are named id"),
    ("two columns of a name", "-- one a() -> id int, id int\nSELECT 1, 2;\n", 1, "two columns are named id"),
    ("two statements of a name", "-- exec a()\nDELETE FROM t;\n-- exec a()\nDELETE FROM u;\n", 3, "statement in line 1"),
    ("no text", "-- exec a()\n\n-- exec b()\nDELETE FROM t;\n", 1, "a has no text"),
    ("an unknown engine", "-- exec a()\n@mysql\nDELETE FROM t;\n", 2, "the engines are @sqlite and @postgres"),
    ("an engine twice", "-- exec a()\n@sqlite\nDELETE FROM t;\n@sqlite\nDELETE FROM t;\n", 4, "must come once"),
    ("text before the engines", "-- exec a()\nDELETE FROM t;\n@sqlite\nDELETE FROM t;\n", 3, "before any text"),
    ("one engine only", "-- exec a()\n@sqlite\nDELETE FROM t;\n", 1, "@postgres is missing"),
    ("a needless pair", "-- exec a()\n@sqlite\nDELETE FROM t;\n@postgres\nDELETE FROM t;\n", 1, "write it once"),
    ("no semicolon", "-- exec a()\nDELETE FROM t\n", 1, "must end with `;`"),
    ("two texts", "-- exec a()\nDELETE FROM t; DELETE FROM u;\n", 1, "goes on after `;`"),
    ("a question mark", "-- exec a(id int)\nDELETE FROM t WHERE id = ?;\n", 1, "not ?"),
    ("an unused parameter", "-- exec a(id int, x int)\nDELETE FROM t WHERE id = $1;\n", 1, "the parameter x is $2"),
    ("a parameter unused on one engine", "-- exec a(x int)\n@sqlite\nDELETE FROM t WHERE x = $1;\n@postgres\nDELETE FROM t;\n", 1,
     "the parameter x is $1"),
    ("an undeclared parameter", "-- exec a(id int)\nDELETE FROM t WHERE id = $1 AND x = $2;\n", 1, "uses $2, but it declares 1"),
    ("$0", "-- exec a()\nDELETE FROM t WHERE id = $0;\n", 1, "uses $0"),
    ("a change of the tables", "-- exec a()\nDROP TABLE t;\n", 1, "must be SELECT, WITH"),
    ("LIKE without its escape", "-- one a(x text) -> id int\nSELECT id FROM t WHERE x LIKE $1;\n", 1, "ESCAPE '!'"),
    ("LIKE with a pattern of its own", "-- one a() -> id int\nSELECT id FROM t WHERE x like 'a%';\n", 1, "ESCAPE '!'"),
    ("a table that may be there", "-- exec a()\nCREATE TABLE t (id INTEGER);\n", 1, "must be SELECT, WITH"),
    ("an insert without RETURNING", "-- insert a() -> id int\nINSERT INTO t VALUES (1);\n", 1, "must be INSERT ... RETURNING"),
    ("an insert that selects", "-- insert a() -> id int\nSELECT 1 AS returning;\n", 1, "must be INSERT ... RETURNING"),
    ("an exec that selects", "-- exec a()\nSELECT 1;\n", 1, "its text gives rows"),
    ("an exec that returns", "-- exec a()\nDELETE FROM t RETURNING id;\n", 1, "its text gives rows"),
    ("a one that gives nothing", "-- one a() -> id int\nDELETE FROM t;\n", 1, "its text gives no rows"),
]


class Reading(unittest.TestCase):
    def test_a_file_is_read_as_it_is_written(self):
        parsed = sqlc.File("src/feature/unit/unit.sql", WHOLE)
        self.assertEqual(parsed.stem, "unit_sql")
        find, listing, list_all, like, rename, add, take = parsed.statements
        self.assertEqual((find.kind, find.name, find.doc), ("one", "find", ["The unit of an id.", "As it is now."]))
        self.assertEqual([(f.name, f.type, f.nullable) for f in find.columns],
                         [("id", "int", False), ("code", "text", False), ("parent_id", "int", True)])
        self.assertEqual([f.c_type for f in listing.params], ["int64_t ", "struct db_real ", "struct str "])
        self.assertEqual([f.name for f in listing.columns], ["id", "share", "share_before", "scan"])
        self.assertEqual(list_all.params, [])
        self.assertEqual((like.row, like.columns), ("find", find.columns))
        self.assertTrue(rename.is_pair)
        self.assertFalse(add.is_pair)
        self.assertEqual(take.kind, "one")
        self.assertEqual([s.writes for s in parsed.statements], [False, False, False, False, True, True, True])

    def test_what_is_wrong_is_said_with_its_line(self):
        for what, text, line, said in REFUSED:
            with self.subTest(what):
                with self.assertRaises(sqlc.Problem) as caught:
                    sqlc.File("x.sql", text)
                self.assertTrue(str(caught.exception).startswith(f"x.sql:{line}: "), str(caught.exception))
                self.assertIn(said, str(caught.exception))


class Running(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def write(self, name, text):
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as opened:
            opened.write(text)
        return path

    def run_sqlc(self, *args):
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            status = sqlc.main(list(args))
        return status, out.getvalue(), err.getvalue()

    def test_a_compiler_takes_what_it_writes(self):
        sql = self.write("src/feature/unit/unit.sql", WHOLE)
        made = [os.path.join(self.folder, "src/feature/unit/unit_sql." + end) for end in "hc"]
        status, out, err = self.run_sqlc(sql, *made)
        self.assertEqual((status, out, err), (0, "unit.sql: 1 written twice\n", ""))
        compiler = os.environ.get("CC", "cc").split()
        subprocess.run([*compiler, "-std=gnu17", "-Wall", "-Wextra", "-Wconversion", "-Wshadow", "-Werror", "-fsyntax-only",
                        "-I" + os.path.join(self.folder, "src"), "-I" + os.path.join(ROOT, "src"), made[1]], check=True)
        with open(made[0], encoding="utf-8") as opened:
            header = re.sub(r"\s+", " ", opened.read())
        for declared in (
                "/* The unit of an id. * As it is now. */ enum rc unit_sql_find(struct db_conn *conn, struct arena *arena, "
                "int64_t id, struct unit_sql_find_row *ret) MUST_USE;",
                "enum rc unit_sql_list_like(struct db_conn *conn, struct arena *arena, struct unit_sql_find_rows *ret) MUST_USE;",
                "struct unit_sql_find_rows { struct unit_sql_find_row *at; size_t n, room; };",
                "struct unit_sql_list_rows { struct unit_sql_list_row *at; size_t n, room; };",
                "enum rc unit_sql_rename(struct db_conn *conn, int64_t id, struct str name, int64_t *ret_changed) MUST_USE;",
                "struct unit_sql_find_row { int64_t id; struct str code; struct db_int parent_id; };"):
            self.assertIn(declared, header)

    def test_the_text_keeps_its_quotes_and_loses_its_semicolon(self):
        self.assertEqual(sqlc.c_string("SELECT \"a\"\n  FROM 't\\';", "\t"), '"SELECT \\"a\\"\\n"\n\t"FROM \'t\\\\\'"')

    def test_pairs_are_counted_and_named(self):
        first = self.write("unit.sql", WHOLE)
        second = self.write("task.sql", "-- exec a()\nDELETE FROM t;\n")
        self.assertEqual(self.run_sqlc("--count", first, second), (0, "1 statements are written twice\n  unit.sql: rename\n", ""))

    def test_the_lists_of_all_files_are_one_table(self):
        paths = [self.write(name, "-- exec a()\nDELETE FROM t;\n") for name in ("unit.sql", "task.sql")]
        table = os.path.join(self.folder, "statements.c")
        self.assertEqual(self.run_sqlc("--lists", table, *paths), (0, "", ""))
        with open(table, encoding="utf-8") as opened:
            self.assertIn("statements_lists[] = {\n\tunit_sql_statements,\n\ttask_sql_statements,\n\tNULL,\n};", opened.read())

    def test_a_problem_goes_to_standard_error(self):
        sql = self.write("x.sql", "SELECT 1;\n")
        status, out, err = self.run_sqlc(sql, sql + ".h", sql + ".c")
        self.assertEqual((status, out), (1, ""))
        self.assertIn("x.sql:1: text before", err)
        self.assertFalse(os.path.exists(sql + ".h"))
        status, _, err = self.run_sqlc(os.path.join(self.folder, "none.sql"), "h", "c")
        self.assertEqual(status, 1)
        self.assertIn("none.sql", err)

    def test_without_its_arguments_it_explains_itself(self):
        status, _, err = self.run_sqlc("x.sql")
        self.assertEqual(status, 2)
        self.assertIn("usage:", err)


if __name__ == "__main__":
    unittest.main()
