"""Exported names begin with their file's stem, and no file holds writable data.

Reads the objects of a finished build with objdump. src/viet/nfc.c exports nfc_… or, with its folder, viet_nfc_…; `main` is free.
Data that is written after the start needs `/* waiver(writable): the reason */` beside its definition.
"""
import json
import os
import re
import subprocess

from common import Report, arguments, code_only, has_waiver, read

WRITABLE = re.compile(r"^(\.data(?!\.rel\.ro)|\.bss|\.tdata|\.tbss|\*COM\*)")
ROW = re.compile(r"^[0-9a-f]+ (.{7}) (\S+)\t[0-9a-f]+ (?:\.hidden )?(\S+)$")


def objects(build):
    """(source, object) of every C file below src/ that was built, both relative to the build folder."""
    with open(os.path.join(build, "compile_commands.json"), encoding="utf-8") as file:
        commands = json.load(file)
    for command in commands:
        source, made = command["file"], command["output"]
        if re.match(r"(\.\./)?src/", source) and source.endswith(".c") and not source.endswith("_test.c"):
            yield source, made


def symbols(path):
    """(flags, section, name) of what an object defines."""
    output = subprocess.run(["objdump", "-t", path], check=True, capture_output=True, text=True).stdout
    for row in output.splitlines():
        match = ROW.match(row)
        if match and match[2] not in ("*UND*", "*ABS*"):
            yield match[1], match[2], match[3]


def line_of(text, name):
    """Where a name is defined: its first line at the margin or with `static`, else its first line; 0 where there is none."""
    plain = re.escape(re.sub(r"\.\d+$", "", name))
    code = code_only(text)
    for pattern in (r"^[ \t]*static .*\b%s\b", r"^\w.*\b%s\b", r"^.*\b%s\b"):
        match = re.search(pattern % plain, code, re.M)
        if match:
            return code.count("\n", 0, match.start()) + 1
    return 0


def check_object(report, root, build, source, made):
    stem = os.path.basename(source)[:-2]
    long_stem = os.path.basename(os.path.dirname(source)) + "_" + stem
    source = os.path.normpath(os.path.join(build, source))
    path = os.path.relpath(source, root)
    text = read(root, path)
    for flags, section, symbol in symbols(os.path.join(build, made)):
        mine = symbol in (stem, long_stem, "main") or symbol.startswith((stem + "_", long_stem + "_"))
        if "g" in flags and not mine:
            report.add(path, line_of(text, symbol), "exports %s, which does not begin with %s_" % (symbol, stem))
        if WRITABLE.match(section) and symbol != section:
            line = line_of(text, symbol)
            if not has_waiver(text, line, "writable"):
                report.add(path, line, "%s is writable data (%s)" % (symbol, section))


def main():
    options = arguments(__doc__, build="build")
    build = os.path.join(options.root, options.build)
    report = Report()
    built = [pair for pair in objects(build) if os.path.exists(os.path.join(build, pair[1]))]
    for source, made in built:
        check_object(report, options.root, build, source, made)
    if not built:
        report.add(options.build, 0, "holds no objects: build first")
    report.finish("%d objects" % len(built))


if __name__ == "__main__":
    main()
