"""Makes the forms in which a plan arrives from its Markdown: a Word file, a PDF, scans.

As official plans are set: Liberation Serif, which is as wide as Times New Roman, 13 points; the letterhead in two columns without
rules; tables ruled; the page's number on top in the middle of every page but the first. A table of more than five columns stands
on landscape pages.

LibreOffice does the setting, poppler the pictures, ImageMagick the noise. Nothing here is a part of the program.
"""
import glob
import os
import re
import subprocess
from xml.sax.saxutils import escape

NAMESPACES = " ".join('xmlns:%s="urn:oasis:names:tc:opendocument:xmlns:%s:1.0"' % pair for pair in (
    ("office", "office"), ("style", "style"), ("text", "text"), ("table", "table"),
    ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible")))
WIDE = 5  # more columns are set on landscape pages
BOLD = re.compile(r"\*\*(.+?)\*\*|\*(?!\s)([^*]+?)\*")
STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"


def style(name, family, parent="Standard", more="", **properties):
    text = "".join(' fo:%s="%s"' % (k.replace("_", "-"), v) for k, v in properties.items() if k in ("font_weight", "font_style", "font_size"))
    para = "".join(' fo:%s="%s"' % (k.replace("_", "-"), v) for k, v in properties.items() if k in ("text_align", "text_indent", "margin_top", "margin_left"))
    return '<style:style style:name="%s" style:family="%s"%s%s>%s<style:text-properties%s/></style:style>' % (
        name, family, ' style:parent-style-name="%s"' % parent if family == "paragraph" else "", more,
        "<style:paragraph-properties%s/>" % para if family == "paragraph" else "", text)


def page_layout(name, width, height):
    return ('<style:page-layout style:name="%s"><style:page-layout-properties fo:page-width="%s" fo:page-height="%s" style:print-orientation="%s" '
            'fo:margin-top="1.2cm" fo:margin-bottom="2cm" fo:margin-left="3cm" fo:margin-right="1.5cm"/>'
            '<style:header-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-bottom="0.3cm"/></style:header-style></style:page-layout>'
            % (name, width, height, "landscape" if name == "Wide" else "portrait"))


def master(name, layout, number=True):
    header = '<style:header><text:p text:style-name="Centred"><text:page-number/></text:p></style:header>' if number else ""
    follow = "" if number else ' style:next-style-name="Tall"'
    return '<style:master-page style:name="%s" style:page-layout-name="%s"%s>%s</style:master-page>' % (name, layout, follow, header)


def spans(text):
    """Bold and italics of Markdown as spans."""
    out, at = [], 0
    for match in BOLD.finditer(text):
        out.append(escape(text[at:match.start()]))
        out.append('<text:span text:style-name="%s">%s</text:span>' % ("B" if match[1] else "I", escape(match[1] or match[2])))
        at = match.end()
    return "".join(out) + escape(text[at:])


def paragraph(name, text):
    if text.count("**") % 2:  # bold that goes over several lines, which are paragraphs of their own here
        text = text.replace("**", "")
    return '<text:p text:style-name="%s">%s</text:p>' % (name, spans(text.replace("\\", "")))


def cells_of(row):
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", row.strip().strip("|"))]


class Setter:
    """Writes one flat OpenDocument text."""

    def __init__(self):
        self.body, self.styles, self.tables, self.page = [], [], 0, None

    def on_page(self, name, style_name):
        """The style to begin a page of another shape with, or the same style."""
        if self.page == name:
            return style_name
        self.page = name
        made = "%s%d" % (style_name, len(self.styles))
        self.styles.append('<style:style style:name="%s" style:family="paragraph" style:parent-style-name="%s" style:master-page-name="%s"/>' % (made, style_name, name))
        return made

    def add(self, name, text, page=None):
        self.body.append(paragraph(self.on_page(page or self.page or "First", name), text))

    def table(self, rows, widths, ruled=True, size="Cell"):
        self.tables += 1
        name, cell = "T%d" % self.tables, "Ruled" if ruled else "Bare"
        out = ['<table:table table:name="%s" table:style-name="Full">' % name]
        for width in widths:
            column = "%sC%d" % (name, len(self.styles))
            self.styles.append('<style:style style:name="%s" style:family="table-column"><style:table-column-properties style:rel-column-width="%d*"/></style:style>' % (column, max(1, round(width))))
            out.append('<table:table-column table:style-name="%s"/>' % column)
        for at, row in enumerate(rows):
            line = "".join('<table:table-cell table:style-name="%s" office:value-type="string">%s</table:table-cell>'
                           % (cell, "".join(paragraph("Head" if ruled and at == 0 else size, part) for part in re.split(r"<br ?/?>", text))) for text in row)
            line = "<table:table-row>%s</table:table-row>" % line
            out.append("<table:table-header-rows>%s</table:table-header-rows>" % line if ruled and at == 0 else line)
        self.body.append("".join(out) + "</table:table>")

    def finish(self):
        fixed = [
            '<style:default-style style:family="paragraph"><style:text-properties style:font-name="Liberation Serif" fo:font-family="Liberation Serif" fo:font-size="13pt" fo:language="vi" fo:country="VN"/></style:default-style>',
            '<style:style style:name="Standard" style:family="paragraph"/>',
            style("Body", "paragraph", text_align="justify", text_indent="1cm", margin_top="6pt"),
            style("Heading", "paragraph", text_align="justify", text_indent="1cm", margin_top="6pt", font_weight="bold"),
            style("Title", "paragraph", text_align="center", font_weight="bold", font_size="14pt"),
            style("Centred", "paragraph", text_align="center"), style("Cell", "paragraph", font_size="12pt"),
            style("Head", "paragraph", text_align="center", font_weight="bold", font_size="12pt"), style("Left", "paragraph", font_size="11pt")]
        automatic = [
            style("B", "text", font_weight="bold"), style("I", "text", font_style="italic"),
            '<style:style style:name="Full" style:family="table"><style:table-properties style:rel-width="100%" table:align="margins"/></style:style>',
            '<style:style style:name="Ruled" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000" fo:padding="0.1cm"/></style:style>',
            '<style:style style:name="Bare" style:family="table-cell"><style:table-cell-properties fo:border="none" fo:padding="0cm"/></style:style>',
            page_layout("Tall", "21cm", "29.7cm"), page_layout("Wide", "29.7cm", "21cm")] + self.styles
        return ('<?xml version="1.0" encoding="UTF-8"?><office:document %s office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">'
                "<office:styles>%s</office:styles><office:automatic-styles>%s</office:automatic-styles><office:master-styles>%s</office:master-styles>"
                "<office:body><office:text>%s</office:text></office:body></office:document>") % (
                    NAMESPACES, "".join(fixed), "".join(automatic),
                    master("First", "Tall", False) + master("Tall", "Tall") + master("Wide", "Wide"), "".join(self.body))


def widths_of(rows):
    """Shares of a table's width: by what the columns hold, none too narrow for its longest word."""
    columns = list(zip(*[row + [""] * (max(map(len, rows)) - len(row)) for row in rows]))
    longest = [max(len(word) for cell in column for word in (cell.split() or [""])) for column in columns]
    return [max(10 * word + 14, min(400, 3 * sum(map(len, column)) / max(1, len(column)) + 60)) for word, column in zip(longest, columns)]


def is_separator(line):
    return re.fullmatch(r"\|[\s:|-]+\|?", line) is not None


def read_blocks(markdown):
    """-> [("row", cells) | ("heading", text) | ("text", text)]; rows of one table lie side by side."""
    blocks, paragraph_lines = [], []

    def close():
        if paragraph_lines:
            blocks.append(("text", " ".join(paragraph_lines)))
            paragraph_lines.clear()
    for line in markdown.splitlines():
        line = line.strip()
        heading = re.match(r"#+\s+(.*?)\s*#*$", line)
        if line.startswith("|"):
            close()
            if not is_separator(line):
                blocks.append(("row", cells_of(line)))
        elif not line or heading:
            close()
            if heading:
                blocks.append(("heading", heading[1].replace("**", "")))
        else:
            if re.match(r"([-+•*]\s|\d+\.\s|[a-zđ]\)\s|\*\*)", line) or re.match(r"[-+*]\s", paragraph_lines[0] if paragraph_lines else "") or line.isupper() or (paragraph_lines and paragraph_lines[-1].isupper()):
                close()
            paragraph_lines.append(line)
    close()
    return blocks


def set_letterhead(setter, blocks):
    """Takes what stands before the kind of document ("KẾ HOẠCH") and sets it in two columns. -> the blocks after it"""
    kind = next((i for i, (what, text) in enumerate(blocks[:14]) if what != "row" and text.replace("*", "").isupper() and STATE not in text and i > 1
                 and re.match(r"KẾ HOẠCH|BÁO CÁO|QUYẾT ĐỊNH|PHỤ LỤC", text.replace("*", ""))), 0)
    left, right = [], []
    for what, text in blocks[:kind]:
        plain = text.replace("*", "")
        (right if STATE in plain or "Độc lập" in plain or re.search(r", ngày\b", plain) else left).append(text)
    if left or right:
        setter.body.append('<text:p text:style-name="%s"/>' % setter.on_page("First", "Standard"))
        setter.table([["<br>".join(left), "<br>".join(right)]], [40, 60], ruled=False, size="Centred")
        setter.add("Title", "")
    return blocks[kind:]


def document_of(markdown):
    """The flat OpenDocument text of a plan in Markdown."""
    setter = Setter()
    blocks = set_letterhead(setter, read_blocks(markdown))
    at, titles = 0, True
    while at < len(blocks):
        what, content = blocks[at]
        if what == "row":
            rows = []
            while at < len(blocks) and blocks[at][0] == "row":
                rows.append(blocks[at][1])
                at += 1
            n = len(rows[0])
            wide = n > WIDE
            if wide != (setter.page == "Wide"):
                setter.add("Standard", "", "Wide" if wide else "Tall")
            setter.table([(row + [""] * n)[:n] for row in rows], widths_of(rows))
            titles = False
            continue
        page = "Tall" if setter.page == "Wide" else None
        plain = content.strip("*")
        titles = titles and at < 3 and not re.match(r"[-+]|[IVX]+\.|\d+\.|Căn cứ|Thực hiện", plain)
        if titles:
            setter.add("Title", plain, page)
        elif what == "heading" or (content.startswith("**") and content.endswith("**")):
            setter.add("Heading", plain, page)
        else:
            setter.add("Body", content, page)
        at += 1
    return setter.finish()


def run(*command, **options):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)


def convert(source, form, folder):
    """Through LibreOffice, with a profile of its own. -> the file made"""
    profile = "-env:UserInstallation=file://" + os.path.join(os.path.abspath(folder), "profile")
    run("soffice", profile, "--headless", "--convert-to", form, "--outdir", folder, source)
    return os.path.join(folder, os.path.splitext(os.path.basename(source))[0] + "." + form)


def pdf_of_pictures(pictures, made):
    """A PDF file whose pages are JPEG pictures, as scanners make it: [(path, width, height, dots an inch)]."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", None]
    kids = []
    for path, width, height, dpi in pictures:
        with open(path, "rb") as file:
            data = file.read()
        across, down = width * 72 / dpi, height * 72 / dpi
        image, drawing = len(objects) + 1, b"q %.3f 0 0 %.3f 0 0 cm /I Do Q" % (across, down)
        objects.append(b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode /Length %d >>\nstream\n%s\nendstream"
                       % (width, height, len(data), data))
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawing), drawing))
        objects.append(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %.3f %.3f] /Resources << /XObject << /I %d 0 R >> >> /Contents %d 0 R >>"
                       % (across, down, image, image + 1))
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table, len(objects) + 1, len(out))
    with open(made, "wb") as file:
        file.write(out)


def size_of_pgm(path):
    with open(path, "rb") as file:
        head = file.read(64).split()
    return int(head[1]), int(head[2])


def scan(pdf, folder, noisy=False, dpi=200):
    """A grey scan of a PDF, as a PDF of pictures; a noisy one lies askew by 0.6°. -> the file made"""
    base = os.path.join(folder, os.path.splitext(os.path.basename(pdf))[0])
    for old in glob.glob(base + "-p-*"):
        os.remove(old)
    run("pdftoppm", "-gray", "-r", str(dpi), pdf, base + "-p")
    harm = ["-background", "white", "-distort", "SRT", "0.6", "-attenuate", "0.35", "+noise", "Gaussian", "-blur", "0x0.5"] if noisy else []
    pictures = []
    for page in sorted(glob.glob(base + "-p-*.pgm")):
        picture = page[:-len(".pgm")] + ".jpg"
        run("convert", page, "-virtual-pixel", "white", *harm, "-colorspace", "Gray", "-depth", "8", "-quality", "82", picture)
        pictures.append((picture, *size_of_pgm(page), dpi))
        os.remove(page)
    made = base + ("-noisy.pdf" if noisy else "-scan.pdf")
    pdf_of_pictures(pictures, made)
    for picture, *_ in pictures:
        os.remove(picture)
    return made


# A photograph of a page on a table: the picture's size, and where the page's corners lie in it, for one page after the other.
PHOTO = (2400, 3200)
CORNERS = [((210, 190), (2130, 120), (2290, 3010), (120, 3060)), ((150, 260), (2240, 190), (2150, 2980), (260, 3080)), ((330, 160), (2060, 230), (2310, 3070), (90, 2990))]


def photograph(picture, number, made):
    """-> (width, height) of the photograph, which lies across where the page does"""
    width, height = size_of_pgm(picture)
    size = PHOTO if height > width else PHOTO[::-1]
    corners = [(0, 0), (width, 0), (width, height), (0, height)]
    seen = [(x * size[0] // PHOTO[0], y * size[1] // PHOTO[1]) for x, y in CORNERS[number % len(CORNERS)]]
    places = "  ".join("%d,%d %d,%d" % (*a, *b) for a, b in zip(corners, seen))
    light = ["(", "-size", "%dx%d" % size, "gradient:gray(100%)-gray(60%)", ")", "-compose", "multiply", "-composite"]
    run("convert", "-size", "%dx%d" % size, "xc:gray(28%)", "(", picture, "-alpha", "set", "-virtual-pixel", "transparent", "-background", "none",
        "+distort", "Perspective", places, ")", "-flatten", *light, "-attenuate", "0.2", "+noise", "Gaussian", "-blur", "0x0.6", "-colorspace", "Gray",
        "-depth", "8", "-quality", "85", made)
    return size


def photographs(pdf, folder):
    """The pages of a PDF photographed with a phone: from askew, on a dark table, unevenly lit; as a PDF of pictures. -> the file made"""
    base = os.path.join(folder, os.path.splitext(os.path.basename(pdf))[0])
    run("pdftoppm", "-gray", "-r", "250", pdf, base + "-q")
    pictures = []
    for number, page in enumerate(sorted(glob.glob(base + "-q-*.pgm"))):
        picture = page[:-len(".pgm")] + ".jpg"
        pictures.append((picture, *photograph(page, number, picture), 250))
        os.remove(page)
    made = base + "-photo.pdf"
    pdf_of_pictures(pictures, made)
    for picture, *_ in pictures:
        os.remove(picture)
    return made


def markdown_of_gold(gold):
    """A whole plan as Markdown from its structured reading: for plans whose own text lost the shape of its tables."""
    head, out = gold["header"], []
    add = out.append
    for text in ("**%s**" % STATE, "**Độc lập - Tự do - Hạnh phúc**", head.get("parent_body"), head.get("issuer") and "**%s**" % head["issuer"].upper(),
                 "Số: %s" % head["number"] if head.get("number") else None):
        if text:
            add(text)
    if head.get("place") and head.get("date"):
        year, month, day = head["date"].split("-")
        add("*%s, ngày %s tháng %s năm %s*" % (head["place"], day, month, year))
    add("# " + (head.get("kind") or "Kế hoạch").upper())
    add("**%s**" % head["title"])
    out.extend(text + ";" for text in head.get("in_execution_of", []))
    for heading in gold.get("outline", []):
        number = heading["number"] or ""
        mark = number + ("" if number.endswith(")") or not number else ")" if len(number) == 1 and number.islower() else ".")
        add(("## %s %s" if heading["level"] == 1 else "**%s %s**") % (mark, heading["title"]))
        section = heading.get("path") or number
        out.extend("- %s." % duty["text"].rstrip(".;") for duty in gold.get("duties", []) if str(duty.get("section", "")).split(".")[0] == section)
    out.extend(table_of_gold(gold["tasks"]))
    if head.get("recipients"):
        add("*Nơi nhận:*")
        out.extend("- %s;" % name for name in head["recipients"])
    if head.get("signer_title"):
        add("**%s**" % head["signer_title"])
    if head.get("signer_name"):
        add("**%s**" % head["signer_name"])
    return "\n\n".join(out).replace("|\n\n|", "|\n|")


def table_of_gold(tasks):
    columns = [("TT", None), ("Nhiệm vụ", None), ("Kết quả/sản phẩm", "products"), ("Hình thức tuyên truyền", "channels_cell"), ("Thời gian thực hiện", "schedule_raw"),
               ("Phân công thực hiện", "assignment_raw"), ("Nguồn kinh phí", "funding_raw")]
    used = [c for c in columns if c[1] is None or any(part.get(c[1]) for task in tasks for part in [task, *task.get("parts", [])])]
    if not tasks:
        return
    yield "| %s |" % " | ".join(name for name, _ in used)
    yield "|%s" % ("---|" * len(used))
    for task in tasks:
        for at, part in enumerate(task.get("parts") or [task]):
            row = []
            for name, field in used:
                value = (task.get("ordinal") if name == "TT" else task["title"]) if field is None and at == 0 else "" if field is None else part.get(field) or (task.get(field) if at == 0 else "")
                row.append("<br>".join("- " + p for p in value) if isinstance(value, list) and len(value) > 1 else (value[0] if value else "") if isinstance(value, list) else str(value or ""))
            yield "| %s |" % " | ".join(cell.replace("|", "/") for cell in row)
