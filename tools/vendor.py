#!/usr/bin/env python3
"""Takes what the pages embed out of the packages of package.json: the font's files and one sheet of icons.

The results lie in assets/ and in the history, so that a build needs neither npm nor a network.

  vendor.py            writes them, after "npm ci"
  vendor.py --check    compares; exit status 1 where one differs
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
MODULES = ROOT / 'node_modules'
ASSETS = ROOT / 'assets'

FONT = 'be-vietnam-pro'
FONT_SUBSETS = ('latin', 'vietnamese')
FONT_WEIGHTS = (400, 500, 700)

# On a page by <use href="/assets/icons.svg#NAME">: our name and lucide's.
ICONS = {
    'account': 'circle-user-round', 'alert': 'triangle-alert', 'back': 'arrow-left', 'calendar': 'calendar-days',
    'cancel': 'x', 'copy': 'copy', 'done': 'circle-check', 'download': 'download', 'edit': 'pencil', 'feed': 'rss',
    'forward': 'arrow-right', 'history': 'history', 'info': 'info', 'key': 'key-round', 'language': 'languages',
    'next': 'chevron-right', 'people': 'users', 'place': 'text-search', 'plan': 'file-text', 'plus': 'plus',
    'print': 'printer', 'remove': 'trash-2', 'save': 'save', 'search': 'search', 'sign-out': 'log-out',
    'today': 'calendar-check', 'unit': 'network', 'upload': 'file-up', 'wait': 'hourglass',
}

# Drawn before a badge by the style sheet, as a mask: a file each.
STATES = {
    'cancelled': 'ban', 'doing': 'circle-dot', 'done': 'circle-check', 'late': 'octagon-alert', 'open': 'circle',
    'soon': 'clock', 'unsure': 'circle-question-mark', 'waiting': 'hourglass',
}


def icon_body(name):
    """What lucide draws, without the <svg> around it."""
    text = (MODULES / f'lucide-static/icons/{name}.svg').read_text(encoding='utf-8')
    body = re.search(r'<svg[^>]*>(.*)</svg>', text, re.S).group(1)
    return re.sub(r'\s*/>', '/>', ''.join(line.strip() for line in body.splitlines()))


def sheet():
    symbols = '\n'.join(f'<symbol id="{ours}" viewBox="0 0 24 24">{icon_body(theirs)}</symbol>'
                        for ours, theirs in sorted(ICONS.items()))
    return ('<!-- Icons of lucide (ISC licence), made by tools/vendor.py. -->\n'
            f'<svg xmlns="http://www.w3.org/2000/svg">\n{symbols}\n</svg>\n')


def state_file(theirs):
    return ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="#000" stroke-width="2.25" '
            f'stroke-linecap="round" stroke-linejoin="round">{icon_body(theirs)}</svg>\n')


def wanted():
    """The bytes of every file, by its name."""
    files = {'icons.svg': sheet().encode()}
    for state, theirs in STATES.items():
        files[f'state-{state}.svg'] = state_file(theirs).encode()
    files['licences.md'] = b'\n\n'.join((MODULES / package / 'LICENSE').read_bytes().strip()
                                          for package in (f'@fontsource/{FONT}', 'lucide-static')) + b'\n'
    for subset in FONT_SUBSETS:
        for weight in FONT_WEIGHTS:
            source = MODULES / f'@fontsource/{FONT}/files/{FONT}-{subset}-{weight}-normal.woff2'
            files[f'{FONT}-{subset}-{weight}.woff2'] = source.read_bytes()
    return files


def main(arguments):
    differing = []
    for name, content in wanted().items():
        path = ASSETS / name
        if path.exists() and path.read_bytes() == content:
            continue
        differing.append(name)
        if '--check' not in arguments:
            path.write_bytes(content)
    for name in differing:
        print(f'vendor.py: assets/{name}', 'differs from its package' if '--check' in arguments else 'written')
    return 1 if differing and '--check' in arguments else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
