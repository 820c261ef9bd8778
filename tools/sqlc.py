#!/usr/bin/env python3
"""Compiles a feature's named statements, x.sql, to C functions: x_sql.h and x_sql.c.

    -- one find(id int) -> id int, code text, parent_id int?
    -- The unit of an id.
    SELECT id, code, parent_id FROM unit WHERE id = $1;

The head says the kind, the name, the parameters ($1, $2, ... in this order) and the columns; a head that is too long for a line
goes on in the next comment line after a comma. The comment lines after it document the function. `-> like find` gives the rows
of an earlier statement of the file, and its types.

    kind     gives                                                  in C
    one      the first row, RC_NOT_FOUND where there is none        x_sql_find(conn, arena, id, &row)
    many     all rows                                               x_sql_find(conn, arena, id, &rows)
    exec     the number of rows changed (NULL: not wanted)          x_sql_find(conn, id, &changed)
    insert   as one, for INSERT ... RETURNING                       x_sql_find(conn, arena, id, &row)

Types are int, real, text and blob; `?` after one says that it may be NULL. A statement that differs between the engines is written
twice, under a line `@sqlite` and a line `@postgres`.

usage: sqlc.py x.sql x_sql.h x_sql.c          compile
       sqlc.py --count x.sql...               print how many statements are written twice
       sqlc.py --lists statements.c x.sql...  write statements_lists[]: the statements of all these, for the test that prepares them
"""
import re
import sys
from dataclasses import dataclass, field

KINDS = ("one", "many", "exec", "insert")
ENGINES = ("sqlite", "postgres")
C_TYPES = {
    ("int", False): "int64_t ", ("int", True): "struct db_int ",
    ("real", False): "double ", ("real", True): "struct db_real ",
    ("text", False): "struct str ", ("text", True): "struct str ",
    ("blob", False): "struct str ", ("blob", True): "struct str ",
}
TYPES = ("int", "real", "text", "blob")
# Names that the generated code uses itself, or that C keeps for itself.
RESERVED = set("""auto break case char const continue default do double else enum extern float for goto if inline int long register
restrict return short signed sizeof static struct switch typedef union unsigned void volatile while bool true false NULL
conn arena ret ret_changed""".split())  # and what begins with db_

HEAD = re.compile(r"^--\s+(%s)\s+(\S*?)\s*\(" % "|".join(KINDS))
WHOLE_HEAD = re.compile(r"^(?P<kind>\w+)\s+(?P<name>[^\s(]*)\s*\((?P<params>[^()]*)\)\s*(?:->\s*(?P<columns>.*))?$")
IDENTIFIER = re.compile(r"^(?!db_)[a-z][a-z0-9_]*$")
QUOTED = re.compile(r"'(?:[^']|'')*'|\"[^\"]*\"|--[^\n]*")


class Problem(Exception):
    """What is wrong with a file, beginning with its name and the line."""


@dataclass
class Field:
    name: str
    type: str
    nullable: bool

    @property
    def c_type(self):
        return C_TYPES[self.type, self.nullable]


@dataclass
class Statement:
    line: int
    kind: str
    name: str
    params: list
    columns: list
    doc: list = field(default_factory=list)
    lines: list = field(default_factory=list)  # of (line number, text)
    texts: dict = field(default_factory=dict)  # engine -> SQL
    like: str = ""  # the statement whose rows these are

    @property
    def row(self):
        """The name that its rows go by."""
        return self.like or self.name

    @property
    def writes(self):
        return any(re.search(r"\b(INSERT|UPDATE|DELETE|CREATE)\b", QUOTED.sub("", text), re.I) for text in self.texts.values())

    @property
    def is_pair(self):
        return self.texts["sqlite"] != self.texts["postgres"]


class File:
    """One x.sql, parsed and checked."""

    def __init__(self, path, text):
        self.path = path
        self.stem = re.sub(r"^.*/|\.sql$", "", path) + "_sql"
        self.statements = []
        self.split(text.split("\n"))
        names = {}
        for statement in self.statements:
            if statement.name in names:
                self.fail(statement.line, f"{statement.name} is already the name of the statement in line {names[statement.name]}")
            names[statement.name] = statement.line
            self.take_texts(statement)
            for sql in statement.texts.values():
                self.check_text(statement, sql)
        if not self.statements:
            self.fail(1, "no statement: write a head such as `-- one find(id int) -> name text`")

    def fail(self, line, what):
        raise Problem(f"{self.path}:{line}: {what}")

    def split(self, lines):
        """Sorts the lines into heads, documentation and SQL."""
        current, in_doc, at = None, False, 0
        while at < len(lines):
            number, line = at + 1, lines[at].rstrip()
            at += 1
            if HEAD.match(line):
                head = line[2:].strip()
                while (head.count("(") > head.count(")") or head.endswith((",", "->"))) and at < len(lines) \
                        and lines[at].startswith("--"):
                    head += " " + lines[at][2:].strip()
                    at += 1
                current, in_doc = self.parse_head(number, head), True
                self.statements.append(current)
            elif line.startswith("--"):
                if in_doc:
                    current.doc.append(line[2:].strip())
            elif line.strip():
                if current is None:
                    self.fail(number, "text before the first head (-- one | many | exec | insert name(...))")
                in_doc = False
                current.lines.append((number, line))

    def parse_head(self, line, head):
        match = WHOLE_HEAD.match(head)
        if not match:
            self.fail(line, f"cannot read the head `{head}`: write `kind name(parameter type, ...) -> column type, ...`")
        kind, name, columns = match["kind"], match["name"], match["columns"]
        if not IDENTIFIER.match(name) or name in RESERVED:
            self.fail(line, f"`{name}` cannot name a statement: lower-case letters, digits and _, no word of C")
        if kind == "exec" and columns is not None:
            self.fail(line, f"{name} is exec and gives no columns: remove `-> ...` or make it one, many or insert")
        if kind != "exec" and not columns:
            self.fail(line, f"{name} is {kind} and must declare its columns: `-> id int, ...`")
        params = self.parse_fields(line, name, "parameter", match["params"])
        if columns and columns.startswith("like "):
            other = next((s for s in self.statements if s.name == columns[5:].strip()), None)
            if other is None or other.like or not other.columns:
                self.fail(line, f"{name}: `{columns}` names no earlier statement that declares columns")
            return Statement(line, kind, name, params, other.columns, like=other.name)
        return Statement(line, kind, name, params, self.parse_fields(line, name, "column", columns or ""))

    def parse_fields(self, line, statement, what, text):
        fields = []
        for part in text.split(",") if text.strip() else []:
            words = part.split()
            if len(words) != 2:
                self.fail(line, f"{statement}: `{part.strip()}` is not a {what}: write its name and its type")
            name, type_name = words[0], words[1].removesuffix("?")
            if not IDENTIFIER.match(name) or name in RESERVED:
                self.fail(line, f"{statement}: `{name}` cannot name a {what}")
            if type_name not in TYPES:
                self.fail(line, f"{statement}: {name} has the unknown type `{words[1]}`: one of {', '.join(TYPES)}, with ? for NULL")
            if name in (other.name for other in fields):
                self.fail(line, f"{statement}: two {what}s are named {name}")
            fields.append(Field(name, type_name, words[1].endswith("?")))
        return fields

    def take_texts(self, statement):
        """One text for both engines, or one under each marker."""
        engine, parts = None, {}
        for number, line in statement.lines:
            if line.startswith("@"):
                engine = line[1:].strip()
                if engine not in ENGINES:
                    self.fail(number, f"{statement.name}: `{line}`: the engines are @sqlite and @postgres")
                if engine in parts or None in parts:
                    self.fail(number, f"{statement.name}: {line} must come once, before any text")
                parts[engine] = []
            else:
                parts.setdefault(engine, []).append(line)
        if not parts:
            self.fail(statement.line, f"{statement.name} has no text")
        if None not in parts and len(parts) == 1:
            missing = next(e for e in ENGINES if e not in parts)
            self.fail(statement.line, f"{statement.name} is written for one engine only: @{missing} is missing")
        for name in ENGINES:
            statement.texts[name] = "\n".join(parts.get(name, parts.get(None, [])))
        if None not in parts and not statement.is_pair:
            self.fail(statement.line, f"{statement.name} is the same for both engines: write it once")

    def check_text(self, statement, sql):
        name, line = statement.name, statement.line
        bare = QUOTED.sub(lambda m: " " * len(m[0]), sql).rstrip()
        if not bare.endswith(";"):
            self.fail(line, f"{name} must end with `;`")
        if ";" in bare[:-1]:
            self.fail(line, f"{name} goes on after `;`: one statement under each head (is the kind of the next one misspelt?)")
        if "?" in bare:
            self.fail(line, f"{name}: parameters are written $1, $2, ..., not ?")
        used = {int(number) for number in re.findall(r"\$(\d+)", bare)}
        for number, parameter in enumerate(statement.params, 1):
            if number not in used:
                self.fail(line, f"{name}: the parameter {parameter.name} is ${number}, which its text does not use")
        for number in sorted(used):
            if not 1 <= number <= len(statement.params):
                self.fail(line, f"{name}: its text uses ${number}, but it declares {len(statement.params)} parameters")
        for after in re.split(r"\bLIKE\b", sql, flags=re.I)[1:]:
            if not re.match(r"\s*\$\d+\s+ESCAPE\s+'!'", after, re.I):
                self.fail(line, f"{name}: write `LIKE $1 ESCAPE '!'`, with a pattern made by db_containing(): the engines differ without")
        verb = (re.findall(r"[A-Za-z]+", bare) or [""])[0].upper()
        returning = re.search(r"\bRETURNING\b", bare, re.I) is not None
        makes_table = re.match(r"\s*CREATE TABLE IF NOT EXISTS\b", bare) and statement.kind == "exec"
        if verb not in ("SELECT", "WITH", "INSERT", "UPDATE", "DELETE") and not makes_table:
            self.fail(line, f"{name} must be SELECT, WITH, INSERT, UPDATE or DELETE: tables are the migrations' matter")
        if statement.kind == "insert" and (verb not in ("INSERT", "WITH") or not returning):
            self.fail(line, f"{name} is insert and must be INSERT ... RETURNING")
        if statement.kind == "exec" and (verb == "SELECT" or returning):
            self.fail(line, f"{name} is exec but its text gives rows: make it one, many or insert")
        if statement.kind in ("one", "many") and verb in ("INSERT", "UPDATE", "DELETE") and not returning:
            self.fail(line, f"{name} is {statement.kind} but its text gives no rows: make it exec, or add RETURNING")


# ---- Writing C ----

NOTE = "/* Made by tools/sqlc.py from {source}: change that one. */"


def c_string(sql, indent):
    """The text as C string literals, one for each line, without its semicolon."""
    lines = sql.rstrip().removesuffix(";").split("\n")
    ends = ["\\n"] * (len(lines) - 1) + [""]
    quoted = [line.strip().replace("\\", "\\\\").replace('"', '\\"') + end for line, end in zip(lines, ends)]
    return ("\n" + indent).join(f'"{text}"' for text in quoted)


def signature(stem, statement):
    parts = ["struct db_conn *conn"]
    if statement.kind != "exec":
        parts.append("struct arena *arena")
    parts += [f"{f.c_type}{f.name}" for f in statement.params]
    result = {"many": f"struct {stem}_{statement.row}_rows *ret", "exec": "int64_t *ret_changed"}
    parts.append(result.get(statement.kind, f"struct {stem}_{statement.row}_row *ret"))
    return f"enum rc {stem}_{statement.name}({', '.join(parts)})"


def header(sql_file, include):
    stem, out = sql_file.stem, []
    guard = re.sub(r"\W", "_", include).upper()
    out += [NOTE.format(source=sql_file.path.rpartition("/")[2]), f"#ifndef {guard}", f"#define {guard}", "", '#include "db/db.h"', "",
            "/* All of them, NULL at the end: for the test that prepares every statement. */",
            f"extern const struct db_statement *const {stem}_statements[];"]
    lists = {s.row for s in sql_file.statements if s.kind == "many"}
    for s in sql_file.statements:
        out.append("")
        if s.columns and not s.like:
            out += [f"struct {stem}_{s.name}_row {{", *(f"\t{f.c_type}{f.name};" for f in s.columns), "};"]
        if s.name in lists and not s.like:
            out += [f"struct {stem}_{s.name}_rows {{", f"\tstruct {stem}_{s.name}_row *at;", "\tsize_t n, room;", "};"]
        if s.doc:
            text = "\n * ".join(s.doc).replace("*/", "* /")
            out.append(f"/* {text} */")
        out.append(f"{signature(stem, s)} MUST_USE;")
    return "\n".join(out + ["", "#endif", ""])


def field_table(name, fields):
    rows = (f'\t{{"{f.name}", DB_{f.type.upper()}, {str(f.nullable).lower()}}},' for f in fields)
    return [f"static const struct db_field {name}[] = {{", *rows, "};"]


def statement_table(stem, s):
    """The statement as data."""
    out = []
    for what, fields in (("params", s.params), ("columns", s.columns)):
        if fields:
            out += field_table(f"{s.name}_{what}", fields)
    out += [f"static const struct db_statement {s.name}_statement = {{", f'\t.name = "{stem}_{s.name}",',
            f"\t.writes = {str(s.writes).lower()},"]
    out += [f"\t.{engine} = {c_string(s.texts[engine], chr(9) * 2)}," for engine in ENGINES]
    for what, fields in (("params", s.params), ("columns", s.columns)):
        if fields:
            out += [f"\t.n_{what} = {len(fields)},", f"\t.{what} = {s.name}_{what},"]
    return out + ["};"]


def read_row(stem, s):
    """The function that makes a struct of the cursor's row."""
    uses_arena = any(f.type in ("text", "blob") for f in s.columns)
    out = [f"static void read_{s.name}(struct db_cursor *cursor, struct arena *arena, void *row)", "{",
           f"\tstruct {stem}_{s.name}_row *ret = row;"]
    if not uses_arena:
        out.append("\t(void)arena;")
    for at, f in enumerate(s.columns):
        value = "" if f.nullable else ".value"
        call = {"int": f"db_column_int(cursor, {at}){value}", "real": f"db_column_real(cursor, {at}){value}"}
        out.append(f"\tret->{f.name} = {call.get(f.type, f'db_column_text(cursor, arena, {at})')};")
    return out + ["}", ""]


def function(stem, s):
    out = [*statement_table(stem, s), ""]
    if s.kind != "exec" and not s.like:
        out += read_row(stem, s)
    out += [signature(stem, s), "{"]
    params = "NULL"
    if s.params:
        params = "db_values"
        makers = (f"\t\tdb_{'maybe_' if f.nullable else ''}{f.type}({f.name})," for f in s.params)
        out += ["\tconst struct db_value db_values[] = {", *makers, "\t};"]
    if s.kind == "exec":
        out.append(f"\treturn db_run(conn, &{s.name}_statement, {params}, ret_changed);")
    elif s.kind == "many":
        out += [f"\tstruct db_rows db_rows = {{.row_size = sizeof *ret->at, .read = read_{s.row}}};",
                f"\tTRY(db_load_rows(conn, arena, &{s.name}_statement, {params}, &db_rows));",
                "\tret->at = db_rows.at;", "\tret->n = db_rows.n;", "\tret->room = db_rows.room;", "\treturn RC_OK;"]
    else:
        out += [f"\tstruct {stem}_{s.row}_row db_row;",
                f"\tTRY(db_load_row(conn, arena, &{s.name}_statement, {params}, read_{s.row}, &db_row));", "\t*ret = db_row;", "\treturn RC_OK;"]
    return out + ["}", ""]


def source(sql_file, include):
    stem = sql_file.stem
    out = [NOTE.format(source=sql_file.path.rpartition("/")[2]), f'#include "{include}"', ""]
    for s in sql_file.statements:
        out += function(stem, s)
    out += [f"const struct db_statement *const {stem}_statements[] = {{",
            *(f"\t&{s.name}_statement," for s in sql_file.statements), "\tNULL,", "};", ""]
    return "\n".join(out)


def lists(sql_files):
    """The table of all files' statements. It includes no header, so that it waits for none."""
    stems = [sql_file.stem for sql_file in sql_files]
    return "\n".join(["/* Made by tools/sqlc.py. */", '#include "db/db.h"', "",
                      *(f"extern const struct db_statement *const {stem}_statements[];" for stem in stems),
                      "extern const struct db_statement *const *const statements_lists[];", "",
                      "const struct db_statement *const *const statements_lists[] = {",
                      *(f"\t{stem}_statements," for stem in stems), "\tNULL,", "};", ""])


def write(path, text):
    with open(path, "w", encoding="utf-8") as opened:
        opened.write(text)


def load(path):
    with open(path, encoding="utf-8") as opened:
        return File(path, opened.read())


def main(args):
    try:
        if len(args) >= 2 and args[0] == "--count":
            pairs = [f"{path.rpartition('/')[2]}: {s.name}" for path in args[1:] for s in load(path).statements if s.is_pair]
            print(f"{len(pairs)} statements are written twice", *pairs, sep="\n  ")
            return 0
        if len(args) >= 3 and args[0] == "--lists":
            write(args[1], lists([load(path) for path in args[2:]]))
            return 0
        if len(args) != 3:
            print(__doc__, file=sys.stderr)
            return 2
        sql_file = load(args[0])
        # The header is included from src/, src/feature/unit/unit.sql makes "feature/unit/unit_sql.h", or from beside it.
        in_src = re.match(r"(?:.*/)?src/(.+)/", args[0])
        include = f"{in_src[1]}/{sql_file.stem}.h" if in_src else f"{sql_file.stem}.h"
        write(args[1], header(sql_file, include))
        write(args[2], source(sql_file, include))
        pairs = sum(s.is_pair for s in sql_file.statements)
        if pairs:
            print(f"{args[0].rpartition('/')[2]}: {pairs} written twice")
        return 0
    except (Problem, OSError) as problem:
        print(problem, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
