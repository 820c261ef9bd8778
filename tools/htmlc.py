#!/usr/bin/env python3
"""Compiles a template x_page.html to x_page_html.h and x_page_html.c: a typed struct and one function that writes the page.

  htmlc.py --root src --assets assets.txt src/feature/task/task_today.html task_today_html.h task_today_html.c
  htmlc.py --ids src/feature/task/task_today.html ...       its sentences, one "file:line: sentence" each

A template begins with its types. The first is its own: here struct task_today_html, the other struct task_today_html_row.

  <!--types
  page                      # a comment
    title text              # text, int, bool, url, message, slot (a page inside this one), or a type of the block
    rows list of row        # const struct ..._row *rows; size_t n_rows;
    notice message?         # may be missing: no text, no id, no render function; for a type of the block NULL
    owner person
  row
    href url
    late bool
  -->

  {{title}} {{owner.name}}            the value, escaped by where it stands
  {{t Due this week}}                 a sentence of the catalogue
  {{#if late}}...{{#else}}...{{/if}}  true: a bool, a number that is not 0, text or a list that is not empty, what is not missing;
  {{#unless late}}...{{/unless}}      also within a tag or a value: <input {{#if late}}checked{{/if}}>
  {{#each rows as row}}...{{#else}}where there is none{{/each}}
  {{form_token}}                      the hidden field "form_token" that every <form method="post"> must hold
  /assets/app.css                     as a whole address: the embedded file's, with its hash
  <!-- a note -->                     is not sent

  {{include app/pages.part}}          what several templates share, from the root, as if it stood here: it uses the names that each
                                      of them declares

The compiler follows the HTML as it goes (html_context.py) and refuses, with file and line, what escaping cannot make safe:
placeholders in scripts, styles, comments, names; attributes without quotes, for events or styles; addresses that are not one url
(but "#{{place}}"); a form that posts without its token; elements, blocks and names that do not fit.
"""
import argparse
import os
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from html_context import Context, Problem, merge  # noqa: E402

SOURCES = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'src')
NAME = re.compile(r'[a-z][a-z0-9_]*\Z')
TYPES_BLOCK = re.compile(r'\s*<!--types\b(.*?)-->\n?', re.S)
INCLUDE = re.compile(r'\{\{include ([\w./-]+)\}\}')
TAG = re.compile(r'\{\{(.*?)\}\}', re.S)
BUILTIN = {'text': 'struct str', 'int': 'int64_t', 'bool': 'bool', 'url': 'struct html_url',
           'message': 'struct message', 'slot': 'struct html_slot'}
# How a value of a type is written, and how it is tested by {{#if}}.
WRITE = {'text': 'html_text(html, {0});', 'int': 'html_int(html, {0});', 'url': 'html_url(html, {0});',
         'message': 'html_message(html, &{0});', 'slot': 'html_slot(html, {0});'}
TEST = {'text': '{0}.len > 0', 'int': '{0} != 0', 'bool': '{0}', 'url': '{0}.text.len > 0', 'message': '{0}.id != NULL',
        'slot': '{0}.render != NULL'}
C_WORDS = set('''auto break case char const continue default do double else enum extern float for goto if inline int long
register restrict return short signed sizeof static struct switch typedef union unsigned void volatile while bool true false
asm typeof'''.split())
C_NAMES = {'html', 'page'}  # of the generated function: no loop's variable may hide them
RAW_BYTES = 3000  # of one C literal: the standard promises 4095
FORM_TOKEN = '<input type="hidden" name="form_token" value="'


class Field:
    """One field of a declared type. `kind` is a word of BUILTIN or the name of a declared type."""

    def __init__(self, name, kind, is_list, optional, line):
        self.name, self.kind, self.is_list, self.optional, self.line = name, kind, is_list, optional, line


class Value:
    """What a path such as row.owner.name means: its C expression and its type."""

    def __init__(self, path, expr, kind, is_list=False, optional=False, is_pointer=False, count=None):
        self.path, self.expr, self.kind, self.is_list, self.optional = path, expr, kind, is_list, optional
        self.is_pointer, self.count = is_pointer, count


def check_name(name, what, line):
    if not NAME.match(name):
        raise Problem(line, f'{what} "{name}" is not lower_case')
    if name in C_WORDS:
        raise Problem(line, f'{what} "{name}" is a word of C: choose another')


def read_field(words, line):
    """Reads "name kind", "name kind?" or "name list of kind"."""
    name, rest = words[0], words[1:]
    check_name(name, 'the field', line)
    is_list = rest[:2] == ['list', 'of']
    if is_list:
        rest = rest[2:]
    if len(rest) != 1:
        raise Problem(line, f'expected "{name} TYPE", "{name} TYPE?" or "{name} list of TYPE"')
    kind, optional = rest[0].rstrip('?'), rest[0].endswith('?')
    if optional and (is_list or kind in ('int', 'bool')):
        raise Problem(line, f'"{name}": a list, an int and a bool cannot be optional')
    return Field(name, kind, is_list, optional, line)


def read_types(block, first_line):
    """The types of the block, in the order declared: {name: {field name: Field}}. The first is the template's own."""
    types, current = {}, None
    for number, raw in enumerate(block.split('\n'), first_line):
        words = raw.split('#')[0].split()
        if not words:
            continue
        if raw[0] not in ' \t':
            if len(words) != 1:
                raise Problem(number, 'a type is one word at the beginning of a line; its fields are indented')
            if words[0] in types or words[0] in BUILTIN or words[0] == 'list':
                raise Problem(number, f'the type "{words[0]}" exists already')
            if types:  # the first one's name is not used in C
                check_name(words[0], 'the type', number)
            current = types[words[0]] = {}
            continue
        if current is None:
            raise Problem(number, 'a field before the first type')
        field = read_field(words, number)
        for name in {field.name, 'n_' + field.name if field.is_list else field.name}:
            if name in current or any(f.is_list and 'n_' + f.name == name for f in current.values()):
                raise Problem(number, f'the field "{name}" exists already')
        current[field.name] = field
    for fields in types.values():
        for field in fields.values():
            if field.kind not in BUILTIN and field.kind not in types:
                raise Problem(field.line, f'unknown type "{field.kind}"')
    return types


class Compiler:
    """One pass over a template: literals go through the context, tags become C."""

    def __init__(self, text, stem, assets=None):
        self.text, self.stem, self.ids = text, stem, []
        self.context, self.lines, self.raw, self.depth = Context(assets), [], '', 1
        self.blocks, self.loops, self.present, self.used = [], {}, set(), set()
        match = TYPES_BLOCK.match(text)
        self.types, self.start = {'page': {}}, 0
        if match:
            line = text.count('\n', 0, match.start(1)) + 1
            self.types = read_types(match.group(1), line) or self.types
            self.start = match.end()
        self.own = next(iter(self.types))

    # ---- Output ----

    def emit(self, code):
        self.flush()
        self.lines.append('\t' * self.depth + code)

    def flush(self):
        if self.raw:
            pending, self.raw = self.raw, ''
            for part in split_bytes(pending, RAW_BYTES):
                literal, size = c_literal(part, '\t' * (self.depth + 1))
                self.lines.append('\t' * self.depth + f'html_raw(html, {literal}, {size});')

    def literal(self, text, line, before, after):
        self.raw += self.context.literal(text, line, before, after)

    # ---- Names ----

    def struct(self, kind):
        return f'struct {self.stem}' if kind == self.own else f'struct {self.stem}_{kind}'

    def resolve(self, path, line):
        """The Value of a path; every optional part on the way must be known to be there."""
        names = path.split('.')
        if names[0] in self.loops:
            value, names = self.loops[names[0]], names[1:]
            self.used.add(value.path)
        else:
            value = Value('', 'page', self.own, is_pointer=True)
            self.used.add('page')
        for name in names:
            if value.is_list or value.kind in BUILTIN:
                raise Problem(line, f'"{path}": "{value.path}" has no fields')
            if value.optional and value.path not in self.present:
                raise Problem(line, f'"{path}": "{value.path}" may be missing: use it inside {{{{#if {value.path}}}}}')
            field = self.types[value.kind].get(name)
            if field is None:
                raise Problem(line, f'unknown name "{path}"')
            dot = '->' if value.is_pointer else '.'
            value = Value(f'{value.path}.{name}'.lstrip('.'), f'{value.expr}{dot}{name}', field.kind, field.is_list,
                          field.optional, field.optional and field.kind not in BUILTIN, f'{value.expr}{dot}n_{name}')
        return value

    def condition(self, path, line):
        value = self.resolve(path, line)
        if value.is_list:
            return value, f'{value.count} > 0'
        if value.kind in BUILTIN:
            return value, TEST[value.kind].format(value.expr)
        if not value.optional:
            raise Problem(line, f'"{path}" is always there')
        return value, f'{value.expr} != NULL'

    # ---- Tags ----

    def compile(self):
        at, before = self.start, None
        for match in TAG.finditer(self.text, self.start):
            self.literal(self.text[at:match.start()], self.line_at(at), before, match.group(1))
            self.tag(match.group(1).strip(), self.line_at(match.start()))
            at, before = match.end(), match.group(1)
        self.literal(self.text[at:], self.line_at(at), before, None)
        last = self.line_at(len(self.text))
        if self.blocks:
            raise Problem(self.blocks[-1]['line'], f'{{{{#{self.blocks[-1]["word"]}}}}} is not closed')
        self.context.finish(last)
        self.flush()

    def line_at(self, offset):
        return self.text.count('\n', 0, offset) + 1

    def tag(self, inner, line):
        word, _, rest = inner.partition(' ')
        rest = rest.strip()
        if '{' in inner or '}' in inner:
            raise Problem(line, f'a brace inside {{{{{inner}}}}}')
        if word == 't':
            self.words(' '.join(rest.split()), line)
        elif word in ('#if', '#unless'):
            self.open_condition(word[1:], rest, line)
        elif word == '#each':
            self.open_each(rest, line)
        elif inner == '#else':
            self.switch_branch(line)
        elif word in ('/if', '/unless', '/each') and not rest:
            self.close(word[1:], line)
        elif inner == 'form_token':
            self.context.form_token(line)
            self.raw += FORM_TOKEN
            self.emit('html_text(html, html->form_token);')
            self.raw += '">'
        elif not inner or word[0] in '#/':
            raise Problem(line, f'unknown tag {{{{{inner}}}}}')
        else:
            self.write(inner, line)

    def words(self, sentence, line):
        if not sentence:
            raise Problem(line, '{{t}} without a sentence')
        self.context.placeholder('words', line)
        self.ids.append((line, sentence))
        self.emit(f'html_words(html, {c_literal(sentence, "")[0]});')

    def write(self, path, line):
        value = self.resolve(path, line)
        if value.is_list:
            raise Problem(line, f'"{path}" is a list: use {{{{#each {path} as x}}}}')
        if value.kind not in WRITE:
            raise Problem(line, f'"{path}" is a {value.kind}, which cannot be written: use {{{{#if}}}} or one of its fields')
        if value.kind == 'url' and value.optional and value.path not in self.present:
            raise Problem(line, f'"{path}" may be missing: use it inside {{{{#if {path}}}}}')
        self.context.placeholder(value.kind, line)
        self.emit(WRITE[value.kind].format(value.expr))

    def open_condition(self, word, path, line):
        self.context.block(line)
        value, test = self.condition(path, line)
        if word == 'unless':
            test = f'!{test}' if re.fullmatch(r'[\w.>-]+', test) else f'!({test})'
        self.emit(f'if ({test}) {{')
        self.push(word, line, value.path)
        if word == 'if':
            self.present.add(value.path)

    def open_each(self, rest, line):
        match = re.fullmatch(r'([a-z0-9_.]+) as ([a-z0-9_]+)', rest)
        if not match:
            raise Problem(line, 'expected {{#each LIST as NAME}}')
        path, name = match.groups()
        check_name(name, 'the name', line)
        if name in self.loops or name in self.types[self.own] or name in C_NAMES:
            raise Problem(line, f'the name "{name}" is taken')
        self.context.block(line)
        value = self.resolve(path, line)
        if not value.is_list:
            raise Problem(line, f'"{path}" is not a list')
        self.emit(f'for (size_t i_{name} = 0; i_{name} < {value.count}; i_{name}++) {{')
        self.push('each', line, value.path)
        is_builtin = value.kind in BUILTIN
        self.blocks[-1].update(name=name, count=value.count, mark=len(self.lines),
                               row=f'const {BUILTIN.get(value.kind) or self.struct(value.kind)} *{name} = '
                                   f'&{value.expr}[i_{name}];')
        self.used.discard(name)
        self.loops[name] = Value(name, f'(*{name})' if is_builtin else name, value.kind, is_pointer=not is_builtin)

    def push(self, word, line, path):
        self.blocks.append({'word': word, 'line': line, 'path': path, 'before': self.context.copy(),
                            'present': set(self.present), 'branch': None})
        self.depth += 1

    def switch_branch(self, line):
        if not self.blocks or self.blocks[-1]['branch'] is not None:
            raise Problem(line, '{{#else}} without its {{#if}}, {{#unless}} or {{#each}}')
        block = self.blocks[-1]
        self.context.block(line)
        self.end_branch(block)
        block['branch'] = self.context
        self.context = block['before'].copy()
        self.present = set(block['present'])
        if block['word'] == 'each':
            self.emit('}')
            self.emit(f'if ({block["count"]} == 0) {{')
        else:
            self.emit('} else {')
        self.depth += 1
        if block['word'] == 'unless':
            self.present.add(block['path'])

    def close(self, word, line):
        if not self.blocks or self.blocks[-1]['word'] != word:
            opened = f', open is {{{{#{self.blocks[-1]["word"]}}}}} of line {self.blocks[-1]["line"]}' if self.blocks else ''
            raise Problem(line, f'{{{{/{word}}}}} without {{{{#{word}}}}}{opened}')
        block = self.blocks.pop()
        self.context.block(line)
        if block['branch'] is None:
            self.end_branch(block)
            other = block['before']
        else:
            self.flush()
            self.depth -= 1
            other = block['branch']
            if word == 'each':  # a list may be empty or have several rows: both must leave the page as they found it
                merge(block['branch'], block['before'], block['line'], word)
        self.context = merge(self.context, other, block['line'], word)
        self.present = block['present']
        self.emit('}')

    def end_branch(self, block):
        """Ends the first branch; a loop's variable ends with it."""
        self.flush()
        self.depth -= 1
        if block['word'] == 'each':
            name = block['name']
            if name in self.used:
                self.lines.insert(block['mark'], '\t' * (self.depth + 1) + block['row'])
            del self.loops[name]


def split_bytes(text, limit):
    """Parts of at most `limit` bytes of UTF-8, cut between characters."""
    part, size = [], 0
    for char in text:
        width = len(char.encode())
        if size + width > limit:
            yield ''.join(part)
            part, size = [], 0
        part.append(char)
        size += width
    yield ''.join(part)


def c_literal(text, indent):
    """A C string literal, over several lines where it is long, and its size in bytes."""
    escapes = {'"': '\\"', '\\': '\\\\', '\n': '\\n', '\t': '\\t'}
    chars = [escapes.get(c) or (c if ord(c) >= 32 and ord(c) != 127 else f'\\{ord(c):03o}') for c in text]
    lines = [''.join(chars[i:i + 100]) for i in range(0, len(chars), 100)] or ['']
    lines = [line.replace('??', '?\\?') for line in lines]  # no trigraphs
    return f'\n{indent}'.join(f'"{line}"' for line in lines), len(text.encode())


def declaration_order(types):
    """The types so that each stands after those that it embeds."""
    done, under_way = [], []

    def visit(name, line):
        if name in under_way:
            raise Problem(line, f'the type "{name}" contains itself: make the field optional or a list')
        if name in done:
            return
        under_way.append(name)
        for field in types[name].values():
            if field.kind in types and not field.is_list and not field.optional:
                visit(field.kind, field.line)
        under_way.pop()
        done.append(name)

    for name in types:
        visit(name, 0)
    return done


def field_lines(compiler, field):
    kind = BUILTIN.get(field.kind) or compiler.struct(field.kind)
    if field.is_list:
        return [f'\tconst {kind} *{field.name};', f'\tsize_t n_{field.name};']
    if field.optional and field.kind not in BUILTIN:
        return [f'\tconst {kind} *{field.name}; /* or NULL */']
    return [f'\t{kind} {field.name};' + (' /* or none */' if field.optional else '')]


def header(compiler, source, include):
    guard = re.sub(r'\W', '_', include).upper()
    out = [f'/* Made by tools/htmlc.py from {source}. */', f'#ifndef {guard}', f'#define {guard}', '',
           '#include "html/html.h"', '']
    order = declaration_order(compiler.types)
    for name in order:
        out.append(f'{compiler.struct(name)};')
    out.append('')
    for name in order:
        out.append(f'{compiler.struct(name)} {{')
        for field in compiler.types[name].values():
            out += field_lines(compiler, field)
        if not compiler.types[name]:
            out.append('\tbool nothing; /* takes no values */')
        out += ['};', '']
    stem = compiler.stem
    out += ['/* Writes the page. */', f'void {stem}(struct html *html, const struct {stem} *page);', '',
            '/* The same as content for a slot; `page` must live until it is written. */',
            f'struct html_slot {stem}_slot(const struct {stem} *page);', '', '#endif', '']
    return '\n'.join(out)


def source(compiler, source_name, include):
    stem = compiler.stem
    out = [f'/* Made by tools/htmlc.py from {source_name}. */', f'#include "{include}"', '',
           f'void {stem}(struct html *html, const struct {stem} *page)', '{']
    out += [f'\t(void){name};' for name, used in (('html', bool(compiler.lines)), ('page', 'page' in compiler.used)) if not used]
    out += compiler.lines + ['}', '', 'static void render(struct html *html, const void *data)', '{',
                             f'\t{stem}(html, data);', '}', '', f'struct html_slot {stem}_slot(const struct {stem} *page)', '{',
                             '\treturn (struct html_slot){.render = render, .data = page};', '}', '']
    return '\n'.join(out)


def compile_file(path, assets=None, root=SOURCES):
    with open(path, encoding='utf-8') as file:
        return compile_text(file.read(), path, assets, root)


def read_part(name, root, line, around=()):
    """The text of a part, with the parts that it includes; `around`: those that include it."""
    if name in around:
        raise Problem(line, f'the part "{name}" includes itself')
    if not name.endswith('.part'):
        raise Problem(line, f'"{name}" is no part of a template: its name must end in .part')
    try:
        with open(os.path.join(root, name), encoding='utf-8') as file:
            part = file.read().rstrip('\n')
    except OSError as error:
        raise Problem(line, f'the part "{name}" cannot be read: {error.strerror}') from error
    return INCLUDE.sub(lambda match: read_part(match.group(1), root, line, (*around, name)), part)


def with_parts(text, root):
    """The text with its parts in place, and for each of its lines the line of the template that it comes from."""
    lines, origins = [], [0]
    for number, line in enumerate(text.split('\n'), 1):
        whole = INCLUDE.sub(lambda match: read_part(match.group(1), root, number), line).split('\n')  # noqa: B023
        lines += whole
        origins += [number] * len(whole)
    return '\n'.join(lines), origins


def compile_text(text, path, assets=None, root=SOURCES):
    """The compiler after its pass. Raises Problem; a problem in a part has the line that includes it."""
    stem = os.path.splitext(os.path.basename(path))[0] + '_html'
    check_name(stem, 'the file name', 1)
    text, origins = with_parts(text, root)
    try:
        compiler = Compiler(text, stem, assets)
        compiler.compile()
    except Problem as problem:
        raise Problem(origins[problem.line], problem.text) from problem
    compiler.ids = [(origins[line], sentence) for line, sentence in compiler.ids]
    return compiler


def read_assets(path):
    """{name: address} as tools/embed.py lists them."""
    if path is None:
        return None
    with open(path, encoding='utf-8') as file:
        return dict(line.split() for line in file)


def main(argv):
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('--ids', action='store_true', help='list the sentences of the templates')
    parser.add_argument('--root', default='src', help='the folder that includes are relative to')
    parser.add_argument('--assets', help='the list of embedded files that tools/embed.py wrote')
    parser.add_argument('--part', help='another file of this tool: tells the build to look at it too')
    parser.add_argument('files', nargs='+', help='TEMPLATE HEADER SOURCE, or with --ids TEMPLATE ...')
    options = parser.parse_args(argv)
    path = options.files[0]
    try:
        if options.ids:
            for path in options.files:
                for line, sentence in compile_file(path).ids:
                    print(f'{path}:{line}: {sentence}')
            return 0
        if len(options.files) != 3:
            parser.error('expected TEMPLATE HEADER SOURCE')
        template, header_path, source_path = options.files
        compiler = compile_file(template, read_assets(options.assets), options.root)
        relative = os.path.relpath(template, options.root)
        include = os.path.join(os.path.dirname(relative), compiler.stem + '.h')
        texts = {header_path: header(compiler, relative, include), source_path: source(compiler, relative, include)}
    except Problem as problem:
        print(f'{path}:{problem.line}: {problem.text}', file=sys.stderr)
        return 1
    for target, text in texts.items():
        with open(target, 'w', encoding='utf-8') as file:
            file.write(text)
    return 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
