"""Where in a page a template stands: the state that htmlc.py carries through literals, placeholders and blocks.

It reads a strict subset of HTML (every attribute quoted, every element closed), because what it cannot read it cannot make safe.
It also takes out the white space and the comments that no reader would see."""
import copy
import re

VOID = set('area base br col embed hr img input link meta source track wbr'.split())
MUST_BE_EMPTY = {'script', 'style', 'iframe'}  # their content is no HTML: nothing can be escaped there
TEXT_ONLY = {'title', 'textarea'}
VERBATIM = {'pre', 'textarea'}
REFUSED_ELEMENTS = set('base object embed applet frame frameset xmp noembed noframes plaintext listing'.split())
# White space beside these is not shown.
BLOCKS = set('''html head body title meta link script style div p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table thead tbody tfoot tr td
th caption colgroup col section article aside header footer nav main form fieldset legend details summary figure figcaption
blockquote pre hr br address search hgroup dialog template option optgroup svg path g circle rect line polyline polygon defs
symbol use'''.split())
# An open <p> ends by itself before these.
NOT_IN_P = set('''address article aside blockquote details dialog div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6
header hgroup hr main nav ol p pre search section table ul'''.split())
URL_ATTRIBUTES = set('''href src action formaction cite poster data background manifest xlink:href hx-get hx-post hx-put hx-patch
hx-delete hx-push-url hx-replace-url'''.split())
FIXED_ATTRIBUTES = set('''method enctype srcset imagesrcset ping values to from by attributename hx-vals hx-vars hx-headers
hx-request hx-trigger hx-ext is nonce integrity'''.split())
REFUSED_ATTRIBUTES = {
    'style': 'the Content-Security-Policy drops it: use a class',
    'srcdoc': 'a page inside an attribute cannot be escaped',
    'http-equiv': 'a header of the answer says this',
    'formmethod': 'the form itself says its method',
}
SCHEME = re.compile(r'\s*([a-z][a-z0-9+.-]*):', re.I)
SAFE_SCHEMES = {'http', 'https', 'mailto', 'tel'}
ELEMENT = re.compile(r'</?([a-zA-Z][a-zA-Z0-9-]*)')
ATTRIBUTE = re.compile(r'[^\s"\'<>/=`]+')
AMPERSAND = re.compile(r'&(?!(?:[a-zA-Z][a-zA-Z0-9]*|#[0-9]+|#x[0-9a-fA-F]+);)')
COMMENT = re.compile(r'<!--.*?-->', re.S)
DOCTYPE = re.compile(r'<!doctype html>', re.I)
NEXT_THING = re.compile(r'(?:\s|<!--.*?-->)*(?:</?([a-zA-Z][a-zA-Z0-9-]*)|(\Z))?', re.S)


class Problem(Exception):
    """What is wrong with a template, and on which line."""

    def __init__(self, line, text):
        super().__init__(f'{line}: {text}')
        self.line, self.text = line, text


class Context:
    """mode: 'text'; 'tag' between attributes; 'tag_glued' the same right behind a name or value, where a space must come first;
    'value' inside the quotes of an attribute."""

    def __init__(self, assets=None):
        self.assets = assets  # {name: address} of the embedded files; None: addresses stay as written
        self.mode, self.stack = 'text', ()
        self.element, self.attributes, self.method = '', frozenset(), None
        self.attribute, self.quote, self.value = '', '', ''  # value: what stands in it so far, '\0' for a placeholder
        self.form, self.has_token, self.form_line = None, False, 0
        self.at_block, self.spaced = True, False

    def copy(self):
        return copy.copy(self)

    # ---- Placeholders and blocks ----

    def placeholder(self, kind, line):
        """Refuses a placeholder of this kind where it may not stand; `kind` is a type of htmlc or 'words'."""
        if self.mode == 'value':
            self.placeholder_in_value(kind, line)
        elif self.mode != 'text':
            raise Problem(line, 'a placeholder in a tag: only inside the quotes of an attribute')
        else:
            self.refuse_in_raw(line)
            if kind == 'slot' and self.top() in TEXT_ONLY:
                raise Problem(line, f'a slot inside <{self.top()}>, which holds text only')
        self.at_block = self.spaced = False

    def placeholder_in_value(self, kind, line):
        name = self.attribute
        if kind == 'slot':
            raise Problem(line, f'a slot in the attribute "{name}"')
        if name in FIXED_ATTRIBUTES:
            raise Problem(line, f'a placeholder in the attribute "{name}", which must be fixed')
        if name in URL_ATTRIBUTES and (kind == 'url' or not self.is_fragment()):
            if kind != 'url':
                raise Problem(line, f'the attribute "{name}" takes only a url')
            if self.value:
                raise Problem(line, f'in the attribute "{name}" a url must be the whole value')
        self.value += '\0'

    def is_fragment(self):
        """Whether the address is a place on the page itself: what follows the '#' can only be that."""
        return self.attribute == 'href' and self.value.startswith('#')

    def block(self, line):
        """Refuses {{#if}}, {{#else}}, {{/if}} … where they may not stand."""
        if self.mode == 'text':
            self.refuse_in_raw(line)

    def form_token(self, line):
        self.placeholder('slot', line)
        if self.form != 'post':
            raise Problem(line, '{{form_token}} outside a <form method="post">')
        self.has_token = True

    def refuse_in_raw(self, line):
        if self.top() in MUST_BE_EMPTY:
            raise Problem(line, f'nothing may stand inside <{self.top()}>')

    def finish(self, line):
        if self.mode != 'text':
            raise Problem(line, f'the tag <{self.element}> is not closed')
        if self.stack:
            raise Problem(line, f'<{self.top()}> is not closed')

    def top(self):
        return self.stack[-1] if self.stack else ''

    # ---- Literals ----

    def literal(self, text, line, before, after):
        """Reads the text between two tags of the template ({{before}} and {{after}}; None at the ends of the file) and returns
        what of it goes into the page."""
        self.text, self.line, self.after, self.out = text, line, after, []
        readers = {'text': self.read_text, 'tag': self.read_tag, 'tag_glued': self.read_tag, 'value': self.read_value}
        at = 0
        while at < len(text):
            at = readers[self.mode](at)
        result = ''.join(self.out)
        del self.text, self.line, self.after, self.out
        return result

    def fail(self, at, text):
        raise Problem(self.line + self.text.count('\n', 0, at), text)

    def read_text(self, at):
        end = self.text.find('<', at)
        end = len(self.text) if end < 0 else end
        if end > at:
            self.add_text(at, end)
        return self.read_markup(end) if end < len(self.text) else end

    def add_text(self, at, end):
        chunk = self.text[at:end]
        if self.top() in MUST_BE_EMPTY and chunk.strip():
            self.fail(at, f'nothing may stand inside <{self.top()}>')
        if self.top() in MUST_BE_EMPTY:
            return
        stray = AMPERSAND.search(chunk)
        if stray:
            self.fail(at + stray.start(), 'write &amp; for an ampersand')
        if VERBATIM & set(self.stack):
            self.out.append(chunk)
            return
        lead, body, tail = re.fullmatch(r'(\s*)(.*?)(\s*)', chunk, re.S).groups()
        if lead and not self.at_block and not self.spaced and (body or self.keeps_space_before(end)):
            self.out.append(' ')
            self.spaced = True
        if body:
            self.out.append(re.sub(r'\s+', ' ', body))
            self.at_block = self.spaced = False
            if tail and self.keeps_space_before(end):
                self.out.append(' ')
                self.spaced = True

    def keeps_space_before(self, at):
        """Whether white space would be seen before what stands at `at`."""
        name, is_end = NEXT_THING.match(self.text, at).groups()
        if name:
            return name.lower() not in BLOCKS
        return is_end is None or self.after is not None

    def read_markup(self, at):
        comment, doctype, element = (r.match(self.text, at) for r in (COMMENT, DOCTYPE, ELEMENT))
        if self.top() in MUST_BE_EMPTY | TEXT_ONLY and not self.text.lower().startswith(f'</{self.top()}', at):
            self.fail(at, f'markup inside <{self.top()}>')
        if comment:
            return comment.end()
        if self.text.startswith('<!--', at):
            self.fail(at, 'a placeholder in a comment' if self.after is not None else 'the comment is not closed')
        if doctype:
            self.out.append('<!doctype html>')
            return doctype.end()
        if not element:
            at_end = at + 1 == len(self.text) or self.text[at + 1:] == '/'
            self.fail(at, 'a placeholder in the name of a tag' if at_end and self.after is not None else 'write &lt; for a "<"')
        name = element.group(1).lower()
        if self.text[at + 1] == '/':
            return self.end_tag(at, element.end(), name)
        self.start_tag(at, name)
        self.out.append(self.text[at:element.end()])
        return element.end()

    def start_tag(self, at, name):
        if name in REFUSED_ELEMENTS:
            self.fail(at, f'<{name}> is not used here')
        if 'p' in self.stack and name in NOT_IN_P and self.top() == 'p':
            self.fail(at, f'<{name}> cannot stand inside <p>')
        if name == 'form' and self.form:
            self.fail(at, 'a form inside a form')
        self.mode, self.element, self.attributes, self.method = 'tag_glued', name, frozenset(), None

    def end_tag(self, at, end, name):
        close = re.compile(r'\s*>').match(self.text, end)
        if not close:
            self.fail(at, f'the tag </{name}> is not closed')
        if name in VOID:
            self.fail(at, f'<{name}> has no end tag')
        if self.top() != name:
            self.fail(at, f'</{name}> without <{name}>' + (f': open is <{self.top()}>' if self.stack else ''))
        if name == 'form':
            if self.form == 'post' and not self.has_token:
                self.fail(at, f'the form of line {self.form_line} posts without {{{{form_token}}}}')
            self.form, self.has_token = None, False
        self.stack = self.stack[:-1]
        self.out.append(f'</{name}>' if not self.in_foreign() else self.text[at:end] + '>')
        self.at_block, self.spaced = name in BLOCKS, False
        return close.end()

    def in_foreign(self):
        return 'svg' in self.stack or 'math' in self.stack

    # ---- Inside a tag ----

    def read_tag(self, at):
        space = re.compile(r'\s+').match(self.text, at)
        if space:
            self.mode = 'tag'
            ends_tag = re.compile(r'/?>').match(self.text, space.end())
            if not ends_tag:
                self.out.append(' ')
            return space.end()
        if self.text.startswith('/>', at):
            if not self.in_foreign() and self.element not in VOID and self.element != 'svg':
                self.fail(at, f'<{self.element}/> does not close itself in HTML')
            self.out.append('/>' if self.in_foreign() or self.element == 'svg' else '>')
            self.open_element(at, closes_itself=True)
            return at + 2
        if self.text[at] == '>':
            self.out.append('>')
            self.open_element(at, closes_itself=self.element in VOID)
            return at + 1
        return self.read_attribute(at)

    def open_element(self, at, closes_itself):
        name = self.element
        self.mode, self.at_block, self.spaced = 'text', name in BLOCKS, False
        if closes_itself:
            return
        self.stack += (name,)
        if name == 'form':
            self.form = self.method or 'get'
            self.has_token, self.form_line = False, self.line + self.text.count('\n', 0, at)
        if name in VERBATIM and not self.text.startswith('\n', at + 1):
            self.out.append('\n')  # a browser drops the first line break: ours rather than one of the value

    def read_attribute(self, at):
        match = ATTRIBUTE.match(self.text, at)
        if not match:
            self.fail(at, f'"{self.text[at]}" in the tag <{self.element}>')
        name = match.group(0).lower()
        if self.mode == 'tag_glued':
            self.fail(at, f'no space before the attribute "{name}"')
        self.check_attribute(at, name)
        self.attributes |= {name}
        self.out.append(match.group(0))
        self.mode, end = 'tag_glued', match.end()
        if not self.text.startswith('=', end):
            if end == len(self.text) and self.after is not None and self.after.strip()[:1] not in '#/':
                self.fail(at, 'a placeholder in the name of an attribute')
            return end
        quote = self.text[end + 1:end + 2]
        if quote not in ('"', "'"):
            self.fail(at, f'the attribute "{name}" is not quoted')
        self.out.append('=' + quote)
        self.mode, self.attribute, self.quote, self.value = 'value', name, quote, ''
        return end + 2

    def check_attribute(self, at, name):
        if name.startswith('on') or name.startswith('hx-on'):
            self.fail(at, f'the attribute "{name}" is a script: listen in a script file')
        if name in REFUSED_ATTRIBUTES:
            self.fail(at, f'the attribute "{name}": {REFUSED_ATTRIBUTES[name]}')
        if name in self.attributes:
            self.fail(at, f'the attribute "{name}" stands twice')

    def read_value(self, at):
        end = self.text.find(self.quote, at)
        is_end = end >= 0
        end = end if is_end else len(self.text)
        chunk = self.text[at:end]
        stray = AMPERSAND.search(chunk)
        if stray and self.attribute not in URL_ATTRIBUTES:
            self.fail(at + stray.start(), 'write &amp; for an ampersand')
        if chunk and self.attribute in URL_ATTRIBUTES and not self.is_fragment():
            self.check_url(at, chunk)
        shown = self.asset_address(at, chunk, is_end) if self.attribute in URL_ATTRIBUTES else chunk
        self.value += chunk
        self.out.append(re.sub(r'\s*\n\s*', ' ', shown) if self.attribute == 'class' else shown)
        if is_end:
            self.end_value(at)
            return end + 1
        return end

    def check_url(self, at, chunk):
        if '\0' in self.value:
            self.fail(at, f'in the attribute "{self.attribute}" a url must be the whole value')
        whole = self.value + chunk
        scheme = SCHEME.match(whole)
        if re.search(r'[\x00-\x1f\\]', whole) or (scheme and scheme.group(1).lower() not in SAFE_SCHEMES):
            self.fail(at, f'the attribute "{self.attribute}" leads to "{whole}", which is no safe address')
        if self.attribute in ('action', 'formaction') and (not whole.startswith('/') or whole.startswith('//')):
            self.fail(at, 'a form is sent to a path of this server')

    def asset_address(self, at, chunk, is_end):
        """The address of an embedded file, which holds its hash, in place of /assets/NAME#fragment."""
        whole = self.value + chunk
        if self.assets is None or not whole.startswith('/assets/'):
            return chunk
        name, hash_sign, fragment = whole[len('/assets/'):].partition('#')
        if self.value or not is_end or name not in self.assets:
            self.fail(at, f'"{whole}": no such file among the assets')
        return self.assets[name] + hash_sign + fragment

    def end_value(self, at):
        self.out.append(self.quote)
        self.mode = 'tag_glued'
        if self.element == 'form' and self.attribute == 'method':
            self.method = self.value.lower()
            if self.method not in ('get', 'post', 'dialog'):
                self.fail(at, f'unknown method "{self.value}"')
        self.attribute = self.quote = self.value = ''


def merge(a, b, line, word):
    """The context after a block whose two ways through end in `a` and `b`; they must fit."""
    where = f'the ways through {{{{#{word}}}}} '
    if a.stack != b.stack:
        raise Problem(line, where + f'leave different elements open: {open_elements(a)} and {open_elements(b)}')
    if (a.mode == 'text') != (b.mode == 'text') or (a.mode == 'value') != (b.mode == 'value'):
        raise Problem(line, where + 'end in different places, one inside a tag and one outside')
    if a.mode != 'text' and (a.element, a.attribute, a.quote) != (b.element, b.attribute, b.quote):
        raise Problem(line, where + 'end in different tags or attributes')
    if a.mode != 'text' and a.method != b.method or a.form != b.form:
        raise Problem(line, where + 'differ in the method of the form')
    merged = a.copy()
    merged.mode = a.mode if a.mode == b.mode else 'tag_glued'
    merged.attributes = a.attributes | b.attributes
    merged.has_token = a.has_token and b.has_token
    merged.at_block, merged.spaced = a.at_block and b.at_block, a.spaced and b.spaced
    if a.value != b.value:
        if word == 'each' and a.attribute in URL_ATTRIBUTES:
            raise Problem(line, f'a loop in the attribute "{a.attribute}"')
        if a.attribute in FIXED_ATTRIBUTES:
            raise Problem(line, f'the attribute "{a.attribute}" must be fixed')
        # What differs counts as a placeholder; it is a place on the page only where both are.
        merged.value = ('#' if a.is_fragment() and b.is_fragment() else '') + '\0'
    return merged


def open_elements(context):
    return ''.join(f'<{name}>' for name in context.stack) or 'none'
