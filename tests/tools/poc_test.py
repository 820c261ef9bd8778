"""The compiler of translations: what it takes, what it refuses, and its comparison with the source."""
import os
import re
import subprocess
import sys
import tempfile
import unittest

TOOL = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'tools', 'poc.py')


class Poc(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.po, self.src, self.out = (os.path.join(folder.name, name) for name in ('vi', 'src', 'out'))
        for name in (self.po, self.src, self.out):
            os.mkdir(name)

    def write(self, folder, name, text):
        with open(os.path.join(folder, name), 'w', encoding='utf-8') as file:
            file.write(text)

    def run_tool(self, *arguments):
        return subprocess.run([sys.executable, TOOL, *arguments], capture_output=True, text=True)

    def table(self):
        header = os.path.join(self.out, 'locale_vi.h')
        done = self.run_tool('table', '--language', 'vi', '--po', self.po, header, header[:-1] + 'c')
        if done.returncode == 0:
            with open(header[:-1] + 'c', encoding='utf-8') as file:
                self.source = file.read()
        return done

    def refuse(self, text, reason, line):
        self.write(self.po, 'a.po', text)
        done = self.table()
        self.assertEqual(done.returncode, 1)
        self.assertIn(reason, done.stderr)
        self.assertIn(f'a.po:{line}:', done.stderr)

    def check(self, *arguments):
        return self.run_tool('check', '--po', self.po, '--src', self.src, *arguments)

    def test_all_files_make_one_sorted_table(self):
        self.write(self.po, 'b.po', 'msgid ""\nmsgstr ""\n"Language: vi\\n"\n\n# note\nmsgid "Task"\nmsgstr "Nhiệm vụ"\n')
        self.write(self.po, 'a.po', 'msgid "Say \\"{1}\\""\nmsgstr ""\n"Nói "\n"\\"{1}\\""\n\nmsgid "Zoo"\nmsgstr ""\n')
        self.assertEqual(self.table().returncode, 0)
        rows = re.findall(r'\t\{(".*"), (".*")\},', self.source)
        self.assertEqual(rows, [('"Say \\"{1}\\""', '"Nói \\"{1}\\""'), ('"Task"', '"Nhiệm vụ"')])
        self.assertIn('const struct message_catalogue locale_vi = {.language = "vi", .entries = entries, .n = 2};', self.source)

    def test_no_translation_yet_is_an_empty_table(self):
        self.assertEqual(self.table().returncode, 0)
        self.assertIn('.n = 0', self.source)

    def test_a_sentence_may_stand_in_two_files_with_one_translation(self):
        entry = 'msgid "Task"\nmsgstr "Nhiệm vụ"\n'
        self.write(self.po, 'a.po', entry)
        self.write(self.po, 'b.po', entry)
        self.assertEqual(self.table().returncode, 0)
        self.assertIn('.n = 1', self.source)

    def test_two_translations(self):
        self.refuse('msgid "Task"\nmsgstr "Nhiệm vụ"\n\nmsgid "Task"\nmsgstr "Việc"\n', 'translated otherwise in', 4)

    def test_places_that_differ(self):
        self.refuse('msgid "Due {1}"\nmsgstr "Hạn"\n', 'differ', 1)
        self.refuse('msgid "Due"\nmsgstr "Hạn {1}"\n', 'differ', 1)
        self.refuse('msgid "Due {5}"\nmsgstr "Hạn {5}"\n', 'go from {1} to {4}', 1)

    def test_text_that_is_not_composed(self):
        self.refuse('msgid "Due"\nmsgstr "Ha\u0323n"\n', 'is not NFC', 1)

    def test_syntax(self):
        self.refuse('msgid "Due\n', 'not understood', 1)
        self.refuse('msgid "Due"\n\nmsgid "Task"\nmsgstr "Việc"\n', 'msgid without msgstr', 1)
        self.refuse('msgstr "Hạn"\n', 'out of order', 1)
        self.refuse('msgid "a"\nmsgid_plural "b"\n', 'not understood', 2)

    def test_source_and_translations_are_compared(self):
        self.write(self.src, 'x.c', '/* MSG("in a comment") */\nf(MSG("Due "\n  "{1}"));\ng(MSG("Task")); // MSG("no")\n')
        self.write(self.src, 'x.html', '<p>{{t Today}}</p>\n<p>{{t Not yet}}</p>')
        self.write(self.src, 'x_test.c', 'MSG("of a test")')
        self.write(self.po, 'a.po', 'msgid "Due {1}"\nmsgstr "Hạn {1}"\n\nmsgid "Today"\nmsgstr "Hôm nay"\n\n'
                                    '#, fuzzy\nmsgid "Task"\nmsgstr "Việc"\n\nmsgid "Old"\nmsgstr "Cũ"\n')
        done = self.check()
        self.assertEqual(done.returncode, 0)
        self.assertEqual([line.replace(self.src + '/', '').replace(self.po + '/', '') for line in done.stdout.splitlines()], [
            'x.c:4: warning: "Task" is not translated',
            'x.html:2: warning: "Not yet" is not translated',
            'a.po:11: warning: "Old" is not used',
            '4 sentences used, 4 translated, 3 to mend',
        ])
        self.assertEqual(self.check('--strict').returncode, 1)

    def test_strict_passes_when_all_is_translated(self):
        self.write(self.src, 'x.c', 'f(MSG("Task"));')
        self.write(self.po, 'a.po', 'msgid "Task"\nmsgstr "Việc"\n')
        self.assertEqual(self.check('--strict').returncode, 0)


if __name__ == '__main__':
    unittest.main()
