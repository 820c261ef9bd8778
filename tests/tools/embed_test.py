"""The embedding of assets: addresses by content, style sheets rewritten, packed bytes, refusals."""
import gzip
import os
import re
import subprocess
import sys
import tempfile
import unittest

TOOL = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'tools', 'embed.py')


class Embed(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def write(self, name, data):
        path = os.path.join(self.folder.name, 'assets', name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, 'wb') as file:
            file.write(data.encode() if isinstance(data, str) else data)

    def run_tool(self):
        out = [os.path.join(self.folder.name, name) for name in ('assets.h', 'assets.c', 'assets.d', 'assets.txt')]
        done = subprocess.run([sys.executable, TOOL, '--assets', os.path.join(self.folder.name, 'assets'), '--depfile', out[2],
                               out[0], out[1], out[3]], capture_output=True, text=True)
        if done.returncode == 0:
            with open(out[1]) as source, open(out[2]) as depfile, open(out[3]) as names:
                self.source, self.depfile, self.names = source.read(), depfile.read(), names.read()
        return done

    def array(self, name):
        text = re.search(name + r'\[\] = \{\n(.*?)\};', self.source, re.S).group(1)
        return bytes(int(number) for number in text.replace('\n', '').strip(',').split(','))

    def row(self, name):
        return re.search(r'\{\.name = "' + re.escape(name) + r'".*?\},', self.source).group(0)

    def refuse(self, reason):
        done = self.run_tool()
        self.assertEqual(done.returncode, 1)
        self.assertIn(reason, done.stderr)

    def test_an_address_holds_the_hash_of_what_is_served(self):
        self.write('app.js', 'a')
        self.assertEqual(self.run_tool().returncode, 0)
        first = re.search(r'/assets/app\.[0-9a-f]{8}\.js', self.row('app.js')).group(0)
        self.assertEqual(self.names, f'app.js {first}\n')
        self.write('app.js', 'b')
        self.run_tool()
        self.assertNotIn(first, self.source)

    def test_style_sheets_name_the_addresses(self):
        self.write('css/app.css', 'a{src:url(../fonts/x.woff2)}b{src:url("../icons.svg#late")}c{src:url(data:x)}')
        self.write('fonts/x.woff2', b'\0\1')
        self.write('icons.svg', '<svg/>')
        self.assertEqual(self.run_tool().returncode, 0)
        index = int(re.search(r'bytes_(\d+)', self.row('css/app.css')).group(1))
        css = self.array(f'bytes_{index}').decode()
        self.assertRegex(css, r'^a\{src:url\("/assets/fonts/x\.[0-9a-f]{8}\.woff2"\)\}'
                              r'b\{src:url\("/assets/icons\.[0-9a-f]{8}\.svg#late"\)\}c\{src:url\(data:x\)\}$')

    def test_a_changed_picture_changes_the_address_of_its_style_sheet(self):
        self.write('app.css', 'a{src:url(x.svg)}')
        self.write('x.svg', '<svg/>')
        self.run_tool()
        before = self.row('app.css')
        self.write('x.svg', '<svg></svg>')
        self.run_tool()
        self.assertNotEqual(before, self.row('app.css'))

    def test_packed_bytes_are_kept_only_where_smaller(self):
        self.write('long.js', 'a' * 1000)
        self.write('short.js', 'a')
        self.assertEqual(self.run_tool().returncode, 0)
        index = int(re.search(r'gzip_(\d+)', self.row('long.js')).group(1))
        self.assertEqual(gzip.decompress(self.array(f'gzip_{index}')), b'a' * 1000)
        self.assertNotIn('gzip', self.row('short.js'))

    def test_files_below_root_keep_their_name(self):
        self.write('root/favicon.ico', b'icon')
        self.run_tool()
        self.assertIn('.address = "/favicon.ico"', self.row('root/favicon.ico'))
        self.assertIn('.is_immutable = false', self.row('root/favicon.ico'))

    def test_the_build_looks_at_every_file_and_folder(self):
        self.write('css/app.css', 'a{}')
        self.write('notes.md', 'not served')
        self.run_tool()
        self.assertIn('assets/css/app.css', self.depfile)
        self.assertRegex(self.depfile, r'assets/css(\s|$)')
        self.assertNotIn('notes.md', self.source)

    def test_no_folder_is_an_empty_table(self):
        self.assertEqual(self.run_tool().returncode, 0)
        self.assertIn('assets_table = {0};', self.source)

    def test_what_cannot_be_served(self):
        self.write('app.css', 'a{}\nb{src:url(none.png)}')
        self.refuse('app.css:2: url(none.png): no such file')
        self.write('app.css', 'a{}')
        self.write('x.exe', '')
        self.refuse('no media type is known for ".exe"')

    def test_circles_and_odd_names(self):
        self.write('a.css', '@import url(b.css);')
        self.write('b.css', '@import url(a.css);')
        self.refuse('in a circle')

    def test_odd_names(self):
        self.write('A b.css', '')
        self.refuse('a name of lower-case letters')


if __name__ == '__main__':
    unittest.main()
