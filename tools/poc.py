#!/usr/bin/env python3
"""Compiles the translations of locale/LANGUAGE/*.po to a sorted C table (struct message_catalogue of base/message.h).

  poc.py table --language vi --po locale/vi --depfile vi.d locale_vi.h locale_vi.c
  poc.py check --po locale/vi --src src [--strict]

`table` refuses what is wrong with the translations themselves: syntax, two translations of one sentence, places {1} that differ,
text that is not NFC. `check` compares them with the sentences that the source uses, MSG("...") in C and {{t ...}} in templates:
a sentence without translation and a translation without use are warnings, or errors with --strict."""
import argparse
import glob
import os
import re
import sys
import unicodedata

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import htmlc  # noqa: E402

STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
PO_LINE = re.compile(r'(msgid|msgstr)\s+"((?:[^"\\]|\\.)*)"\s*\Z')
PO_MORE = re.compile(r'"((?:[^"\\]|\\.)*)"\s*\Z')
PLACE = re.compile(r'\{(\d+)\}')
PLACES = 4  # MESSAGE_ARGS of base/message.h
MARKED = re.compile(r'\bMSG\(\s*((?:"(?:[^"\\]|\\.)*"\s*)+)\)')
COMMENT_OR_STRING = re.compile(r'/\*.*?\*/|//[^\n]*|("(?:[^"\\\n]|\\.)*")', re.S)
ESCAPES = {'n': '\n', 't': '\t', 'r': '\r'}


class Problem(Exception):
    def __init__(self, path, line, text):
        super().__init__(f'{path}:{line}: {text}')


class Entry:
    def __init__(self, path, line):
        self.path, self.line, self.fields, self.fuzzy = path, line, {}, False

    @property
    def id(self):
        return self.fields.get('msgid', '')

    @property
    def text(self):
        return '' if self.fuzzy else self.fields.get('msgstr', '')


def unescape(text):
    return re.sub(r'\\(.)', lambda m: ESCAPES.get(m.group(1), m.group(1)), text)


def read_po(path):
    """The entries of a file with an id (its header has none)."""
    entries, entry, field, fuzzy = [], None, None, False
    with open(path, encoding='utf-8') as file:
        lines = file.read().split('\n')
    for number, line in enumerate(lines, 1):
        line = line.strip()
        if line.startswith('#') or not line:
            fuzzy = fuzzy or (line.startswith('#,') and 'fuzzy' in line)
            field = None
            continue
        start, more = PO_LINE.match(line), PO_MORE.match(line)
        if start:
            field = start.group(1)
            if field == 'msgid':
                entry = Entry(path, number)
                entry.fuzzy, fuzzy = fuzzy, False
                entries.append(entry)
            if entry is None or field in entry.fields or (field == 'msgstr' and 'msgid' not in entry.fields):
                raise Problem(path, number, f'{field} out of order')
            entry.fields[field] = unescape(start.group(2))
        elif more and field:
            entry.fields[field] += unescape(more.group(1))
        else:
            raise Problem(path, number, f'not understood: {line}')
    for entry in entries:
        if 'msgstr' not in entry.fields:
            raise Problem(path, entry.line, 'msgid without msgstr')
    return [entry for entry in entries if entry.id]


def check_entry(entry):
    if not entry.text:
        return
    places = set(PLACE.findall(entry.id))
    if places != set(PLACE.findall(entry.text)):
        raise Problem(entry.path, entry.line, f'the places {{n}} of "{entry.id}" and of its translation differ')
    if any(not 1 <= int(place) <= PLACES for place in places):
        raise Problem(entry.path, entry.line, f'the places of "{entry.id}" go from {{1}} to {{{PLACES}}}')
    if unicodedata.normalize('NFC', entry.text) != entry.text:
        raise Problem(entry.path, entry.line, f'the translation of "{entry.id}" is not NFC')


def read_catalogue(folder):
    """{id: Entry} of all files of a folder, and the files. Raises Problem."""
    paths = sorted(glob.glob(os.path.join(folder, '*.po')))
    catalogue = {}
    for path in paths:
        for entry in read_po(path):
            check_entry(entry)
            known = catalogue.get(entry.id)
            if known and known.text and entry.text and known.text != entry.text:
                raise Problem(path, entry.line, f'"{entry.id}" is translated otherwise in {known.path}:{known.line}')
            if not known or not known.text:
                catalogue[entry.id] = entry
    return catalogue, paths


def ids_in_c(text):
    """(line, id) of every MSG("...") outside comments."""
    code = COMMENT_OR_STRING.sub(lambda m: m.group(1) or re.sub(r'[^\n]', ' ', m.group(0)), text)
    for match in MARKED.finditer(code):
        yield code.count('\n', 0, match.start()) + 1, unescape(''.join(STRING.findall(match.group(1))))


def ids_in_template(path):
    try:
        return htmlc.compile_file(path).ids
    except htmlc.Problem as problem:
        raise Problem(path, problem.line, problem.text) from problem


def used_ids(src):
    """{id: "file:line" of its first use} in the sources, tests excepted."""
    used = {}
    for folder, _, names in sorted(os.walk(src)):
        for name in sorted(names):
            path, (stem, kind) = os.path.join(folder, name), os.path.splitext(name)
            if stem.endswith('_test') or kind not in ('.c', '.h', '.html'):
                continue
            if kind == '.html':
                found = ids_in_template(path)
            else:
                with open(path, encoding='utf-8') as file:
                    found = ids_in_c(file.read())
            for line, sentence in found:
                used.setdefault(sentence, f'{path}:{line}')
    return used


def check(options):
    catalogue, _ = read_catalogue(options.po)
    word, problems = ('error' if options.strict else 'warning'), []
    used = used_ids(options.src)
    for sentence, place in used.items():
        if sentence not in catalogue or not catalogue[sentence].text:
            problems.append(f'{place}: {word}: "{sentence}" is not translated')
    for sentence, entry in catalogue.items():
        if sentence not in used:
            problems.append(f'{entry.path}:{entry.line}: {word}: "{sentence}" is not used')
    print('\n'.join(problems + [f'{len(used)} sentences used, {len(catalogue)} translated, {len(problems)} to mend']))
    return 1 if problems and options.strict else 0


def c_string(text):
    return htmlc.c_literal(text, '\t\t')[0]


def table(options):
    catalogue, paths = read_catalogue(options.po)
    header_path, source_path = options.files
    stem = os.path.splitext(os.path.basename(header_path))[0]
    guard = re.sub(r'\W', '_', os.path.basename(header_path)).upper()
    rows = [f'\t{{{c_string(entry.id)}, {c_string(entry.text)}}},'
            for _, entry in sorted(catalogue.items(), key=lambda item: item[0].encode()) if entry.text]
    header = [f'/* Made by tools/poc.py from {options.po_name}. */', f'#ifndef {guard}', f'#define {guard}', '',
              '#include "base/message.h"', '', f'extern const struct message_catalogue {stem};', '', '#endif', '']
    source = [f'/* Made by tools/poc.py from {options.po_name}. */', f'#include "{os.path.basename(header_path)}"', '']
    if rows:
        source += ['static const struct message_entry entries[] = {', *rows, '};', '']
    entries = '.entries = entries, ' if rows else ''
    source += [f'const struct message_catalogue {stem} = {{.language = "{options.language}", {entries}.n = {len(rows)}}};', '']
    for path, lines in ((header_path, header), (source_path, source)):
        with open(path, 'w', encoding='utf-8') as file:
            file.write('\n'.join(lines))
    if options.depfile:
        # The folder itself too: its time changes when a file is added.
        with open(options.depfile, 'w', encoding='utf-8') as file:
            file.write(f'{header_path}: {" ".join(paths + [options.po])}\n')
    return 0


def main(argv):
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    commands = parser.add_subparsers(dest='command', required=True)
    make = commands.add_parser('table')
    make.add_argument('--language', required=True)
    make.add_argument('--depfile')
    make.add_argument('--part', action='append', help='another file of this tool: tells the build to look at it too')
    make.add_argument('files', nargs=2, metavar='FILE', help='HEADER SOURCE')
    compare = commands.add_parser('check')
    compare.add_argument('--src', required=True)
    compare.add_argument('--strict', action='store_true')
    for command in (make, compare):
        command.add_argument('--po', required=True, help='folder of .po files')
    options = parser.parse_args(argv)
    options.po_name = '/'.join(os.path.normpath(options.po).split(os.sep)[-2:])
    try:
        return table(options) if options.command == 'table' else check(options)
    except Problem as problem:
        print(problem, file=sys.stderr)
    return 1


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
