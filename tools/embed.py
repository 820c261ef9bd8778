#!/usr/bin/env python3
"""Puts the files of a folder into the program: a C table of struct http_asset (http/http_asset.h).

  embed.py --assets assets --depfile assets.d assets.h assets.c assets.txt

Every file gets an address with a piece of its hash, so that browsers may keep it for ever: css/app.css is served at
/assets/css/app.3f9c2a41.css. A url(...) in a style sheet names another file of the folder, relative to the sheet, and is rewritten to
that file's address. Files below root/ keep their name and stand at the top: root/favicon.ico is /favicon.ico. assets.txt lists "name address" for
htmlc.py, so that a template writes /assets/css/app.css and the page names the address."""
import argparse
import gzip
import hashlib
import os
import posixpath
import re
import sys

MEDIA_TYPES = {
    '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.json': 'application/json',
    '.svg': 'image/svg+xml', '.png': 'image/png', '.jpg': 'image/jpeg', '.webp': 'image/webp', '.ico': 'image/x-icon',
    '.woff2': 'font/woff2', '.txt': 'text/plain; charset=utf-8', '.webmanifest': 'application/manifest+json',
    '.xsl': 'text/xsl; charset=utf-8',
}
NOT_SERVED = {'.md'}  # notes beside the files: licences, where they come from
URL = re.compile(r'''url\(\s*(["']?)([^"')]*)\1\s*\)''')
HASH_DIGITS = 8


class Problem(Exception):
    pass


class Asset:
    def __init__(self, name, data):
        self.name, self.data = name, data
        digest = hashlib.sha256(data).hexdigest()
        stem, kind = os.path.splitext(name)
        self.keeps_name = name.startswith('root/')
        self.address = name[len('root'):] if self.keeps_name else f'/assets/{stem}.{digest[:HASH_DIGITS]}{kind}'
        self.etag, self.media_type = digest[:32], MEDIA_TYPES[kind]
        packed = gzip.compress(data, 9, mtime=0)
        self.gzip = packed if len(packed) < len(data) else b''


class Folder:
    """The files of the folder, each made once, style sheets after what they name."""

    def __init__(self, root):
        self.root, self.made, self.under_way = root, {}, []
        self.folders = [folder for folder, _, _ in os.walk(root)]
        paths = (os.path.join(folder, name) for folder, _, names in os.walk(root) for name in names)
        self.names = sorted(posixpath.join(*os.path.relpath(path, root).split(os.sep)) for path in paths
                            if os.path.splitext(path)[1] not in NOT_SERVED and not os.path.basename(path).startswith('.'))

    def path(self, name):
        return os.path.join(self.root, name)

    def make(self, name):
        if name in self.made:
            return self.made[name]
        if name in self.under_way:
            raise Problem(f'{self.path(name)}:1: style sheets name each other in a circle')
        kind = os.path.splitext(name)[1]
        if kind not in MEDIA_TYPES:
            raise Problem(f'{self.path(name)}:1: no media type is known for "{kind}"')
        if not re.fullmatch(r'[a-z0-9._/-]+', name):
            raise Problem(f'{self.path(name)}:1: a name of lower-case letters, digits, ".", "-" and "_" only')
        with open(self.path(name), 'rb') as file:
            data = file.read()
        if kind == '.css':
            self.under_way.append(name)
            data = self.rewrite(name, data.decode('utf-8')).encode('utf-8')
            self.under_way.pop()
        self.made[name] = Asset(name, data)
        return self.made[name]

    def rewrite(self, name, css):
        def replace(match):
            target = match.group(2)
            if target.startswith(('data:', '#')):
                return match.group(0)
            line = css.count('\n', 0, match.start()) + 1
            file, _, rest = re.match(r'([^?#]*)([?#]?)(.*)', target).groups()
            wanted = posixpath.normpath(posixpath.join(posixpath.dirname(name), file))
            if wanted not in self.names:
                raise Problem(f'{self.path(name)}:{line}: url({target}): no such file among the assets')
            fragment = '#' + rest if '#' in target else ''
            return f'url("{self.make(wanted).address}{fragment}")'
        return URL.sub(replace, css)


def c_array(name, data):
    rows = [','.join(map(str, data[i:i + 40])) for i in range(0, len(data), 40)]
    return [f'static const unsigned char {name}[] = {{', *(row + ',' for row in rows), '};']


def source(assets, header_name, stem):
    out = ['/* Made by tools/embed.py. */', f'#include "{header_name}"', '']
    rows = []
    for i, asset in enumerate(assets):
        out += c_array(f'bytes_{i}', asset.data or b'\0')
        if asset.gzip:
            out += c_array(f'gzip_{i}', asset.gzip)
        packed = f'.gzip = gzip_{i}, .gzip_size = {len(asset.gzip)}, .gzip_etag = "\\"{asset.etag}-gz\\"", ' if asset.gzip else ''
        rows.append(f'\t{{.name = "{asset.name}", .address = "{asset.address}", .media_type = "{asset.media_type}", '
                    f'.etag = "\\"{asset.etag}\\"", .bytes = bytes_{i}, .size = {len(asset.data)}, {packed}'
                    f'.is_immutable = {"false" if asset.keeps_name else "true"}}},')
    if not assets:
        return '\n'.join(out + [f'const struct http_assets {stem}_table = {{0}};', ''])
    by_name = sorted(range(len(assets)), key=lambda i: assets[i].name)
    out += ['', 'static const struct http_asset by_address[] = {', *rows, '};', '',
            'static const struct http_asset *const by_name[] = {', *(f'\t&by_address[{i}],' for i in by_name), '};', '',
            f'const struct http_assets {stem}_table = {{.by_address = by_address, .by_name = by_name, .n = {len(assets)}}};', '']
    return '\n'.join(out)


def header(guard, stem):
    return '\n'.join(['/* Made by tools/embed.py. */', f'#ifndef {guard}', f'#define {guard}', '', '#include "http/http_asset.h"', '',
                      f'extern const struct http_assets {stem}_table;', '', '#endif', ''])


def main(argv):
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('--assets', required=True)
    parser.add_argument('--depfile')
    parser.add_argument('files', nargs=3, metavar='FILE', help='HEADER SOURCE LIST')
    options = parser.parse_args(argv)
    header_path, source_path, list_path = options.files
    header_name = os.path.basename(header_path)
    stem = os.path.splitext(header_name)[0]
    folder = Folder(options.assets)
    try:
        assets = sorted((folder.make(name) for name in folder.names), key=lambda asset: asset.address)
    except (Problem, UnicodeDecodeError) as problem:
        print(problem, file=sys.stderr)
        return 1
    for path, text in ((header_path, header(re.sub(r'\W', '_', header_name).upper(), stem)),
                       (source_path, source(assets, header_name, stem)),
                       (list_path, ''.join(f'{asset.name} {asset.address}\n' for asset in assets))):
        with open(path, 'w', encoding='utf-8') as file:
            file.write(text)
    if options.depfile:
        # The folders themselves too: their time changes when a file is added.
        with open(options.depfile, 'w', encoding='utf-8') as file:
            file.write(f'{header_path}: {" ".join([folder.path(name) for name in folder.names] + folder.folders)}\n')
    return 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
