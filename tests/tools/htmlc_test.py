"""The template compiler: what it writes, and that it refuses what escaping cannot make safe."""
import os
import subprocess
import sys
import tempfile
import unittest

TOOLS = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'tools')
sys.path.insert(0, TOOLS)
import htmlc  # noqa: E402

TYPES = '''<!--types
page
  title text
  subtitle text?
  rows list of row
  notice message?
  owner person?
  boss person
  body slot
  late bool
  n int
  href url
  more url?
row
  href url
  title text
  late bool
  helpers list of person
person
  name text
-->
'''
TYPE_LINES = TYPES.count('\n')


def compiled(template):
    """The C source of a template with the types above."""
    compiler = htmlc.compile_text(TYPES + template, 'a_page.html')
    return htmlc.source(compiler, 'a_page.html', 'a_page_html.h')


def written(template):
    """All that the template writes as it stands, calls shown as [function]."""
    out = []
    compiler = htmlc.compile_text(TYPES + template, 'a_page.html')
    for line in compiler.lines:
        for part in line.strip().split('\n'):
            part = part.strip()
            if part.startswith('html_raw'):
                out.append(part[part.index('"') + 1:part.rindex('"')].replace('\\"', '"').replace('\\n', '\n'))
            elif part.startswith('html_'):
                out.append('[' + part[5:part.index('(')] + ']')
    return ''.join(out)


class Parts(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = folder.name
        self.write('row.part', '<b>{{row.title}}</b>\n{{t Open}}\n')

    def write(self, name, text):
        with open(os.path.join(self.root, name), 'w', encoding='utf-8') as file:
            file.write(text)

    def compile(self, template):
        return htmlc.compile_text(TYPES + template, 'a_page.html', root=self.root)

    def refuse(self, template, reason, line):
        with self.assertRaises(htmlc.Problem) as caught:
            self.compile(template)
        self.assertIn(reason, caught.exception.text)
        self.assertEqual(caught.exception.line, TYPE_LINES + line)

    def test_a_part_stands_as_if_it_were_written_there(self):
        whole = '{{#each rows as row}}<p><b>{{row.title}}</b>\n{{t Open}}</p>{{/each}}'
        self.assertEqual(self.compile(whole.replace('<b>{{row.title}}</b>\n{{t Open}}', '{{include row.part}}')).lines, self.compile(whole).lines)

    def test_a_part_may_include_another(self):
        self.write('deep.part', '<i>{{include row.part}}</i>')
        self.assertEqual(self.compile('{{#each rows as row}}{{include deep.part}}{{/each}}').lines,
                         self.compile('{{#each rows as row}}<i>{{include row.part}}</i>{{/each}}').lines)

    def test_its_sentences_have_the_line_that_includes_it(self):
        compiler = self.compile('<p>\n{{#each rows as row}}{{include row.part}}{{/each}}\n{{t Last}}</p>')
        self.assertEqual(compiler.ids, [(TYPE_LINES + 2, 'Open'), (TYPE_LINES + 3, 'Last')])

    def test_what_is_wrong_in_a_part_is_told_at_the_line_that_includes_it(self):
        self.refuse('<p></p>\n{{include row.part}}', 'unknown name "row.title"', 2)

    def test_a_part_that_is_none_is_refused(self):
        self.write('page.html', '<p></p>')
        self.write('loop.part', '<p>{{include loop.part}}</p>')
        self.refuse('{{include page.html}}', 'must end in .part', 1)
        self.refuse('\n{{include missing.part}}', 'cannot be read', 2)
        self.refuse('{{include loop.part}}', 'includes itself', 1)


class Refusals(unittest.TestCase):
    def refuse(self, template, reason, line=1):
        with self.assertRaises(htmlc.Problem) as caught:
            htmlc.compile_text(TYPES + template, 'a_page.html')
        self.assertIn(reason, caught.exception.text)
        self.assertEqual(caught.exception.line, TYPE_LINES + line)

    def test_placeholders_in_scripts_and_styles(self):
        self.refuse('<script>{{title}}</script>', 'nothing may stand inside <script>')
        self.refuse('<script>let a = 1</script>', 'nothing may stand inside <script>')
        self.refuse('<style>{{#if late}}{{/if}}</style>', 'nothing may stand inside <style>')
        self.refuse('<iframe>{{title}}</iframe>', 'nothing may stand inside <iframe>')

    def test_unquoted_attributes(self):
        self.refuse('<p class={{title}}></p>', 'is not quoted')
        self.refuse('<p class=a></p>', 'is not quoted')

    def test_event_handlers_and_styles(self):
        self.refuse('<p onclick="{{title}}"></p>', 'is a script')
        self.refuse('<p ONCLICK="go()"></p>', 'is a script')
        self.refuse('<p hx-on:click="go()"></p>', 'is a script')
        self.refuse('<p style="color: {{title}}"></p>', '"style"')
        self.refuse('<iframe srcdoc="{{title}}"></iframe>', '"srcdoc"')
        self.refuse('<meta http-equiv="refresh">', '"http-equiv"')
        self.refuse('<button formmethod="post">x</button>', '"formmethod"')

    def test_names_of_tags_and_attributes(self):
        self.refuse('<{{title}}>', 'in the name of a tag')
        self.refuse('</{{title}}>', 'in the name of a tag')
        self.refuse('<h{{n}}>x</h1>', 'a placeholder in a tag')
        self.refuse('<p {{title}}></p>', 'a placeholder in a tag')
        self.refuse('<p data-{{title}}="x"></p>', 'in the name of an attribute')
        self.refuse('<p {{t Sentence}}></p>', 'a placeholder in a tag')

    def test_comments(self):
        self.refuse('<!-- {{title}} -->', 'a placeholder in a comment')
        self.refuse('<!-- never closed', 'the comment is not closed')

    def test_addresses_take_only_a_whole_url(self):
        for attribute in ('href', 'src', 'cite', 'hx-get'):
            self.refuse(f'<a {attribute}="{{{{title}}}}">x</a>', 'takes only a url')
            self.refuse(f'<a {attribute}="{{{{t Sentence}}}}">x</a>', 'takes only a url')
            self.refuse(f'<a {attribute}="/a/{{{{href}}}}">x</a>', 'must be the whole value')
            self.refuse(f'<a {attribute}="{{{{href}}}}/a">x</a>', 'must be the whole value')
        self.refuse('<a href="{{href}}{{href}}">x</a>', 'must be the whole value')
        self.refuse('<a href="{{#if late}}{{href}}{{/if}}/x">x</a>', 'must be the whole value')
        self.refuse('<a href="{{#each rows as row}}{{row.href}}{{/each}}">x</a>', 'a loop in the attribute')
        self.refuse('<form action="{{title}}"></form>', 'takes only a url')
        self.refuse('<button formaction="{{title}}">x</button>', 'takes only a url')

    def test_a_place_on_the_page_is_one_on_every_way_through(self):
        compiled('<a href="#{{title}}">x</a><a href="#row-{{n}}-{{title}}">x</a><a href="#{{#if late}}late{{/if}}{{n}}">x</a>')
        self.refuse('<a href="#{{href}}">x</a>', 'must be the whole value')
        self.refuse('<a href="{{#if late}}#{{/if}}{{title}}">x</a>', 'takes only a url')
        self.refuse('<a href="{{#if late}}#{{#else}}{{href}}{{/if}}{{title}}">x</a>', 'takes only a url')
        self.refuse('<a href="{{#unless late}}#{{/unless}}javascript:{{n}}">x</a>', 'must be the whole value')
        self.refuse('<form action="#{{title}}"></form>', 'path of this server')

    def test_literal_addresses_that_run_scripts_or_leave(self):
        self.refuse('<a href="javascript:go()">x</a>', 'no safe address')
        self.refuse('<a href=" data:text/html,x">x</a>', 'no safe address')
        self.refuse('<a href="java{{#if late}}script:go(){{/if}}">x</a>', 'no safe address')
        self.refuse('<form action="https://example.vn/"></form>', 'a path of this server')
        self.refuse('<form action="//example.vn/"></form>', 'a path of this server')

    def test_attributes_that_must_be_fixed(self):
        self.refuse('<form method="{{title}}"></form>', 'must be fixed')
        self.refuse('<form method="{{#if late}}post{{#else}}get{{/if}}"></form>', 'must be fixed')
        self.refuse('<form {{#if late}}method="post"{{/if}}></form>', 'differ in the method')
        self.refuse('<img srcset="{{href}}">', 'must be fixed')

    def test_slots_stand_between_elements_only(self):
        self.refuse('<p title="{{body}}"></p>', 'a slot in the attribute')
        self.refuse('<title>{{body}}</title>', 'a slot inside <title>')

    def test_posting_without_a_token(self):
        self.refuse('<form method="post" action="/a">\n</form>', 'posts without {{form_token}}', 2)
        self.refuse('<form method="POST"></form>', 'posts without {{form_token}}')
        self.refuse('<form method="post">{{#if late}}{{form_token}}{{/if}}</form>', 'posts without {{form_token}}')
        self.refuse('<form method="post">{{#each rows as r}}{{form_token}}{{/each}}</form>', 'posts without {{form_token}}')
        self.refuse('<form method="get">{{form_token}}</form>', 'outside a <form method="post">')
        self.refuse('{{form_token}}', 'outside a <form method="post">')
        self.refuse('<form><form></form></form>', 'a form inside a form')

    def test_elements_that_do_not_fit(self):
        self.refuse('<p>', '<p> is not closed')
        self.refuse('</p>', '</p> without <p>')
        self.refuse('<p><b></p></b>', '</p> without <p>: open is <b>')
        self.refuse('<p><div></div></p>', '<div> cannot stand inside <p>')
        self.refuse('<br></br>', 'has no end tag')
        self.refuse('<div/>', 'does not close itself')
        self.refuse('<p', 'the tag <p> is not closed')
        self.refuse('<p class="a', 'the tag <p> is not closed')
        self.refuse('<title><b>x</b></title>', 'markup inside <title>')
        self.refuse('<object></object>', '<object> is not used here')

    def test_blocks_that_do_not_fit(self):
        self.refuse('{{#if late}}', '{{#if}} is not closed')
        self.refuse('{{/if}}', '{{/if}} without {{#if}}')
        self.refuse('{{#if late}}{{/each}}', 'open is {{#if}}')
        self.refuse('{{#else}}', '{{#else}} without')
        self.refuse('{{#if late}}{{#else}}{{#else}}{{/if}}', '{{#else}} without')
        self.refuse('{{#if late}}<p>{{/if}}</p>', 'leave different elements open')
        self.refuse('{{#if late}}<p>{{#else}}<b>{{/if}}', 'leave different elements open')
        self.refuse('{{#each rows as row}}<p>{{/each}}', 'leave different elements open')
        self.refuse('<p {{#if late}}>{{/if}}', 'leave different elements open')
        self.refuse('<p class="{{#if late}}"{{/if}}></p>', 'end in different places')
        self.refuse('<p {{#if late}}class="a{{/if}}></p>', 'end in different places')

    def test_attributes_twice_or_glued(self):
        self.refuse('<p class="a" class="b"></p>', 'stands twice')
        self.refuse('<p class="a"{{#if late}} class="b"{{/if}}></p>', 'stands twice')
        self.refuse('<p class="a"id="b"></p>', 'no space before')
        self.refuse('<p {{#if late}}hidden{{/if}}id="b"></p>', 'no space before')

    def test_unescaped_characters(self):
        self.refuse('a & b', 'write &amp;')
        self.refuse('a < b', 'write &lt;')
        self.refuse('<p title="a & b"></p>', 'write &amp;')

    def test_unknown_names(self):
        self.refuse('\n{{nobody}}', 'unknown name "nobody"', 2)
        self.refuse('{{boss.age}}', 'unknown name "boss.age"')
        self.refuse('{{title.x}}', '"title" has no fields')
        self.refuse('{{rows.title}}', '"rows" has no fields')
        self.refuse('{{#each rows as row}}{{/each}}{{row.title}}', 'unknown name "row.title"')
        self.refuse('{{#nonsense}}', 'unknown tag')
        self.refuse('{{}}', 'unknown tag')
        self.refuse('{{t }}', 'without a sentence')
        self.refuse('{{t Due {1} }}', 'a brace inside')

    def test_values_that_cannot_be_written(self):
        self.refuse('{{late}}', 'is a bool')
        self.refuse('{{rows}}', 'is a list')
        self.refuse('{{boss}}', 'is a person')
        self.refuse('{{#each title as x}}{{/each}}', 'is not a list')
        self.refuse('{{#if boss}}{{/if}}', 'is always there')

    def test_what_may_be_missing_is_asked_for_first(self):
        self.refuse('{{owner.name}}', '"owner" may be missing')
        self.refuse('{{#if owner}}{{#else}}{{owner.name}}{{/if}}', '"owner" may be missing')
        self.refuse('{{#if owner}}{{/if}}{{owner.name}}', '"owner" may be missing')
        self.refuse('<a href="{{more}}">x</a>', '"more" may be missing')

    def test_names_of_loops(self):
        self.refuse('{{#each rows as title}}{{/each}}', 'is taken')
        self.refuse('{{#each rows as page}}{{/each}}', 'is taken')
        self.refuse('{{#each rows as for}}{{/each}}', 'is a word of C')
        self.refuse('{{#each rows as r}}{{#each r.helpers as r}}{{/each}}{{/each}}', 'is taken')
        self.refuse('{{#each rows}}{{/each}}', 'expected {{#each LIST as NAME}}')


class RefusedTypes(unittest.TestCase):
    def refuse(self, block, reason, line):
        with self.assertRaises(htmlc.Problem) as caught:
            compiler = htmlc.compile_text(f'<!--types\n{block}\n-->\n', 'a_page.html')
            htmlc.header(compiler, 'a_page.html', 'a_page_html.h')
        self.assertIn(reason, caught.exception.text)
        self.assertEqual(caught.exception.line, line)

    def test_declarations(self):
        self.refuse('page\n  title string', 'unknown type "string"', 3)
        self.refuse('page\n  title', 'expected "title TYPE"', 3)
        self.refuse('page\n  Title text', 'is not lower_case', 3)
        self.refuse('page\n  default text', 'is a word of C', 3)
        self.refuse('page\n  a text\n  a int', '"a" exists already', 4)
        self.refuse('page\n  a list of text\n  n_a int', '"n_a" exists already', 4)
        self.refuse('page\n  n_a int\n  a list of text', '"n_a" exists already', 4)
        self.refuse('page\n  late bool?', 'cannot be optional', 3)
        self.refuse('  title text', 'a field before the first type', 2)
        self.refuse('page\nrow\nrow', 'the type "row" exists already', 4)
        self.refuse('page\n  row row\nrow\n  row row', 'contains itself', 5)


class Output(unittest.TestCase):
    def test_literals_run_together_and_unseen_space_goes(self):
        self.assertEqual(written('<ul>\n\t<li>a  b</li>\n\t<!-- note -->\n\t<li>\n\t\t<b>c</b> <i>d</i>\n\t</li>\n</ul>\n'),
                         '<ul><li>a b</li><li><b>c</b> <i>d</i></li></ul>')
        self.assertEqual(compiled('<p>a</p>\n<p>b</p>').count('html_raw'), 1)

    def test_space_that_is_seen_stays(self):
        self.assertEqual(written('<p><b>a</b>\n{{title}} <i>b</i>, {{n}}</p>'), '<p><b>a</b> [text] <i>b</i>, [int]</p>')
        self.assertEqual(written('<p>a {{#if late}} b {{/if}} c</p>'), '<p>a b c</p>')

    def test_text_kept_as_it_stands(self):
        self.assertEqual(written('<pre>a\n  b</pre>'), '<pre>\na\n  b</pre>')
        self.assertEqual(written('<textarea name="a">{{title}}</textarea>'), '<textarea name="a">\n[text]</textarea>')

    def test_conditions_inside_tags_and_values(self):
        source = compiled('<input type="radio" name="a" {{#if late}}checked{{/if}}{{#unless n}} hidden{{/unless}}>')
        self.assertIn('if (page->late) {\n\t\thtml_raw(html, "checked", 7);', source)
        self.assertIn('if (!(page->n != 0)) {\n\t\thtml_raw(html, " hidden", 7);', source)
        source = compiled('<a class="a{{#if late}} b{{#else}} c{{/if}}" {{#if late}}aria-current="page"{{/if}} href="/">x</a>')
        self.assertIn('} else {\n\t\thtml_raw(html, " c", 2);', source)
        compiled('<a href="{{#if more}}{{more}}{{#else}}/none{{/if}}">x</a>')
        compiled('<p {{#if late}}class="a"{{#else}}class="b"{{/if}}>x</p>')

    def test_a_place_on_the_page_may_vary(self):
        self.assertEqual(written('<a href="#row-{{n}}">x</a><a href="#{{title}}">y</a>'),
                         '<a href="#row-[int]">x</a><a href="#[text]">y</a>')

    def test_embedded_files_are_named_by_their_address(self):
        assets = {'icons.svg': '/assets/icons.3f9c2a41.svg'}
        compiler = htmlc.compile_text('<svg><use href="/assets/icons.svg#late"/></svg>', 'a_page.html', assets)
        self.assertIn('/assets/icons.3f9c2a41.svg#late', htmlc.source(compiler, 'a_page.html', 'a_page_html.h'))
        for template in ('<img src="/assets/none.svg">', '<img src="/assets/{{#if late}}icons{{/if}}.svg">'):
            with self.assertRaisesRegex(htmlc.Problem, 'no such file among the assets'):
                htmlc.compile_text(TYPES + template, 'a_page.html', assets)

    def test_loops(self):
        source = compiled('{{#each rows as row}}{{#each row.helpers as h}}{{h.name}}{{#else}}-{{/each}}{{#else}}{{t None}}{{/each}}')
        self.assertIn('const struct a_page_html_row *row = &page->rows[i_row];', source)
        self.assertIn('const struct a_page_html_person *h = &row->helpers[i_h];', source)
        self.assertIn('if (row->n_helpers == 0) {', source)
        self.assertIn('if (page->n_rows == 0) {\n\t\thtml_words(html, "None");', source)

    def test_every_type_is_written_by_its_function(self):
        self.assertEqual(written('{{title}}{{n}}{{href}}{{notice}}{{body}}{{boss.name}}{{#if owner}}{{owner.name}}{{/if}}'),
                         '[text][int][url][message][slot][text][text]')

    def test_a_form_with_its_token(self):
        self.assertEqual(written('<form method="post" action="{{href}}">{{form_token}}</form>'),
                         '<form method="post" action="[url]"><input type="hidden" name="form_token" value="[text]"></form>')

    def test_long_literals_stay_below_the_limit_of_the_language(self):
        source = compiled('<p>' + 'ữ' * 5000 + '</p>')
        sizes = [int(size) for size in __import__('re').findall(r'(\d+)\);', source)]
        self.assertEqual(sum(sizes), 15007)
        self.assertLessEqual(max(sizes), 3000)

    def test_sentences_are_listed_on_one_line(self):
        compiler = htmlc.compile_text('<p>{{t Due\n\tthis week}}</p>', 'a_page.html')
        self.assertEqual(compiler.ids, [(1, 'Due this week')])

    def test_a_template_without_values(self):
        compiler = htmlc.compile_text('<p>x</p>', 'a_page.html')
        self.assertIn('bool nothing;', htmlc.header(compiler, 'a_page.html', 'a_page_html.h'))

    def test_embedded_types_are_declared_first(self):
        header = htmlc.header(htmlc.compile_text(TYPES, 'a_page.html'), 'a_page.html', 'feature/a/a_page_html.h')
        self.assertLess(header.index('struct a_page_html_person {'), header.index('struct a_page_html {'))
        self.assertIn('const struct a_page_html_person *owner;', header)
        self.assertIn('#ifndef FEATURE_A_A_PAGE_HTML_H', header)


class CommandLine(unittest.TestCase):
    def run_tool(self, *arguments):
        return subprocess.run([sys.executable, os.path.join(TOOLS, 'htmlc.py'), *arguments], capture_output=True, text=True)

    def test_a_problem_names_file_and_line_and_writes_nothing(self):
        with tempfile.TemporaryDirectory() as folder:
            template, header = os.path.join(folder, 'x.html'), os.path.join(folder, 'x_html.h')
            with open(template, 'w') as file:
                file.write('<p>\n{{nobody}}</p>')
            done = self.run_tool('--root', folder, template, header, header[:-1] + 'c')
            self.assertEqual(done.returncode, 1)
            self.assertEqual(done.stderr, f'{template}:2: unknown name "nobody"\n')
            self.assertFalse(os.path.exists(header))

    def test_sentences_by_file_and_line(self):
        with tempfile.TemporaryDirectory() as folder:
            template = os.path.join(folder, 'x.html')
            with open(template, 'w') as file:
                file.write('<p>\n{{t Due this week}}</p>')
            done = self.run_tool('--ids', template)
            self.assertEqual(done.stdout, f'{template}:2: Due this week\n')


if __name__ == '__main__':
    unittest.main()
