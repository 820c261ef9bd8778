#!/usr/bin/env python3
"""Makes pairs of damaged and sound lines: renders Vietnamese text as pages of a scanner and reads them by an OCR without Vietnamese.

usage: pairs.py TEXT OUT.tsv --pages N [--seed N] [--fonts serif|other|all] [--in-order] [--language eng|vie]

TEXT has a paragraph a line; pages are made of some of them, or with --in-order of one after the other. OUT gets a line for each printed line whose reading was found: what was read, a tab, what was
printed; an empty line ends a page. The same seed makes the same pages. The packages it needs are the group `train` of
tools/install.sh.
"""
import argparse
import difflib
import os
import random
import subprocess
import tempfile
import unicodedata

import numpy
from PIL import Image, ImageDraw, ImageFilter, ImageFont

FOLDER = "/usr/share/fonts/truetype/"
# Most official documents are set in Times New Roman, which Liberation Serif and Tinos have the shapes and widths of.
SERIF = [FOLDER + "liberation/LiberationSerif-{}.ttf", FOLDER + "croscore/Tinos-{}.ttf", FOLDER + "freefont/FreeSerif{}.ttf"]
OTHER = [FOLDER + "liberation/LiberationSans-{}.ttf", FOLDER + "noto/NotoSerif-{}.ttf", FOLDER + "noto/NotoSans-{}.ttf",
         FOLDER + "dejavu/DejaVuSerif-{}.ttf", FOLDER + "crosextra/Carlito-{}.ttf", FOLDER + "crosextra/Caladea-{}.ttf",
         FOLDER + "gentiumplus/GentiumPlus-{}.ttf", FOLDER + "charis/CharisSIL-{}.ttf",
         FOLDER + "roboto/unhinted/RobotoTTF/Roboto-{}.ttf", FOLDER + "dejavu/DejaVuSans-{}.ttf",
         FOLDER + "croscore/Arimo-{}.ttf", FOLDER + "freefont/FreeSans{}.ttf", FOLDER + "croscore/Cousine-{}.ttf",
         FOLDER + "liberation/LiberationSansNarrow-{}.ttf", "/usr/share/fonts/opentype/linux-libertine/LinLibertine_R{}.otf"]
# How families call their styles where not by the style's own name.
STYLES = {"Libertine": {"Regular": "", "Bold": "B", "Italic": "I", "BoldItalic": "BI"},
          "freefont/FreeSans": {"Regular": "", "Italic": "Oblique", "BoldItalic": "BoldOblique"},
          "freefont/FreeSerif": {"Regular": ""}, "DejaVuSans-": {"Italic": "Oblique", "BoldItalic": "BoldOblique"}}
DPI = [150, 200, 200, 200, 240, 300]
LINES = 60  # paragraphs that a page may need
INCHES = (8.27, 11.69)


def font_file(rng, fonts):
    family = rng.choice(SERIF if fonts == "serif" or (fonts == "all" and rng.random() < 0.65) else OTHER)
    style = rng.choices(["Regular", "Bold", "Italic", "BoldItalic"], [70, 14, 12, 4])[0]
    own = next((names for part, names in STYLES.items() if part in family), {})
    path = family.format(own.get(style, style))
    return path if os.path.exists(path) else SERIF[0].format(style)


def wrap(font, words, width):
    """The words' lines, each at most so wide."""
    lines, line = [], []
    for word in words:
        if line and font.getlength(" ".join(line + [word])) > width:
            lines.append(line)
            line = []
        line.append(word)
    return lines + [line] if line else lines


def draw_line(draw, font, words, x, y, width):
    """One line at (x, y); spread over the width where one is given."""
    gap = font.getlength(" ")
    if width and len(words) > 1:
        gap = (width - sum(font.getlength(w) for w in words)) / (len(words) - 1)
    for word in words:
        draw.text((x, y), word, font=font, fill=0)
        x += font.getlength(word) + gap


def render(rng, paragraphs, fonts, dpi):
    """A page of as many of the paragraphs as fit: the image and its lines."""
    width, height = (round(inches * dpi) for inches in INCHES)
    image = Image.new("L", (width, height), 255)
    draw = ImageDraw.Draw(image)
    left, right, y = rng.uniform(0.7, 1.2) * dpi, width - rng.uniform(0.55, 0.95) * dpi, rng.uniform(0.6, 1) * dpi
    points = rng.choice([11, 12, 13, 13, 13.5, 14, 14])
    spacing = rng.uniform(1.15, 1.5)
    justified, path, printed = rng.random() < 0.6, font_file(rng, fonts), []
    for text in paragraphs:
        if rng.random() < 0.12:
            path = font_file(rng, fonts)
        font = ImageFont.truetype(path, round(points * dpi / 72))
        words = unicodedata.normalize("NFC", text).split()
        if len(words) <= 14 and rng.random() < 0.35:
            words = [w.upper() for w in words]
        indent = rng.choice([0, 0, 0.3, 0.45]) * dpi
        lines = wrap(font, words, right - left - indent)
        for i, line in enumerate(lines):
            if y > height - 0.8 * dpi:
                return image, printed
            spread = justified and i < len(lines) - 1
            draw_line(draw, font, line, left + indent, y, right - left - indent if spread else 0)
            printed.append(" ".join(line))
            y += round(points * dpi / 72 * spacing)
        y += rng.uniform(0, 0.12) * dpi
    return image, printed


def whole(paragraphs, printed):
    """How many of the paragraphs are printed, a last one in part too."""
    left, n = sum(len(line.split()) for line in printed), 0
    while n < len(paragraphs) and left > 0:
        left -= len(paragraphs[n].split())
        n += 1
    return n


def degrade(rng, image):
    """What printing, copying and scanning do."""
    if rng.random() < 0.3:
        return image
    noise = numpy.random.default_rng(rng.randrange(2**32))
    if rng.random() < 0.7:
        image = image.rotate(rng.uniform(-0.7, 0.7), Image.BICUBIC, fillcolor=255)
    if rng.random() < 0.5:
        scale, size = rng.uniform(0.72, 1.4), image.size
        image = image.resize((round(image.width * scale), round(image.height * scale)), Image.BICUBIC)
        if rng.random() < 0.5:
            image = image.resize(size, Image.BICUBIC)
    if rng.random() < 0.6:
        image = image.filter(ImageFilter.GaussianBlur(rng.uniform(0.3, 1.1)))
    pixels = numpy.asarray(image, dtype=numpy.float32)
    pixels = pixels + noise.normal(0, rng.uniform(0, 28), pixels.shape)
    if rng.random() < 0.5:
        pixels = numpy.where(pixels > rng.uniform(120, 205), 255, 0)
    return Image.fromarray(numpy.clip(pixels, 0, 255).astype(numpy.uint8))


def recognise(image, folder, dpi, language, layout):
    """The lines that the reader finds; `layout` is its --psm: 3 looks for columns, 6 takes the page for one block."""
    path = os.path.join(folder, "page.png")
    image.save(path, dpi=(dpi, dpi), compress_level=1)
    run = subprocess.run(["tesseract", path, "-", "-l", language, "--psm", layout], check=True, capture_output=True,
                         env=dict(os.environ, OMP_THREAD_LIMIT="1"))
    return [" ".join(line.split()) for line in run.stdout.decode().split("\n") if line.strip()]


def bare(text):
    """What OCR keeps of a line: its letters without marks, digits."""
    text = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(c for c in text if c.isascii() and c.isalnum())


def match(printed, read):
    """Pairs (read, printed) of the lines that are surely the same, in order."""
    pairs, next_read = [], 0
    for line in printed:
        best, best_at = 0.55, None
        for at in range(next_read, min(next_read + 4, len(read))):
            ratio = difflib.SequenceMatcher(None, bare(line), bare(read[at]), autojunk=False).ratio()
            if ratio > best:
                best, best_at = ratio, at
        if best_at is not None:
            pairs.append((read[best_at], line))
            next_read = best_at + 1
    return pairs


def main():
    ap = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    ap.add_argument("text")
    ap.add_argument("out")
    ap.add_argument("--pages", type=int, required=True)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--in-order", action="store_true")
    ap.add_argument("--fonts", choices=["serif", "other", "all"], default="all")
    ap.add_argument("--language", choices=["eng", "vie"], default="eng")
    a = ap.parse_args()
    rng = random.Random(a.seed)
    with open(a.text, encoding="utf-8") as f:
        text = [line.strip() for line in f if a.in_order and line.strip() or 12 < len(line) < 1200]
    with tempfile.TemporaryDirectory() as folder, open(a.out, "w", encoding="utf-8") as out:
        at = 0
        for _ in range(a.pages):
            if a.in_order:
                paragraphs = text[at:at + LINES]
            else:
                at = rng.randrange(len(text))
                paragraphs = [text[(at + i) % len(text)] if rng.random() < 0.3 else rng.choice(text) for i in range(LINES)]
            dpi = rng.choice(DPI)
            image, printed = render(rng, paragraphs, a.fonts, dpi)
            if a.in_order:
                at += whole(paragraphs, printed)
            read_lines = recognise(degrade(rng, image), folder, dpi, a.language, rng.choice(["3", "6"]))
            for read, line in match(printed, read_lines):
                out.write(f"{read}\t{line}\n")
            out.write("\n")
            out.flush()


if __name__ == "__main__":
    main()
