"""A deck with every way to show a picture, and the pictures that it shows."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw

STORED = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
"""How a camera stores what is upright, by Exif's orientation."""

DRAWING = """<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 250">
  <linearGradient id="sky"><stop stop-color="#0f766e"/><stop offset="1" stop-color="#e8a33d"/></linearGradient>
  <rect width="400" height="250" fill="url(#sky)"/>
  <circle cx="60" cy="100" r="50" fill="#fff" opacity=".6"/>
  <path d="M120 220 L200 20 L280 220 Z" fill="none" stroke="#10233f" stroke-width="8"/>
  <text x="290" y="110" font-size="28" font-family="Arial">Été 42</text>
  <g id="box"><rect x="300" y="130" width="20" height="20"/></g><use href="#box" x="30"/><use href="#box" x="60"/>
</svg>
"""

DECK = """slidekit: 1
title: {en: Pictures, fr: Images}
theme: THEME
slides:
  - title: {en: A code, fr: Un code}
    qr: {en: "https://example.org/en/talk", fr: "https://example.org/fr/expose"}
    caption: {en: The slides, fr: Les diapositives}
  - title: {en: Beside words, fr: À côté de mots}
    qr: https://example.org/talk
    bullets: [{en: Scan it, fr: Balayez-le}, {en: Read it, fr: Lisez-le}]
  - title: {en: A drawing, fr: Un dessin}
    image: drawing.svg
    alt: {en: A triangle before a sunset, fr: Un triangle devant un coucher de soleil}
  - title: {en: Beside a list, fr: À côté d’une liste}
    image: turned-6.jpg
    alt: {en: Four corners, fr: Quatre coins}
    focus: top left
    bullets: [{en: First, fr: Premier}, {en: Second, fr: Deuxième}]
  - title: {en: To the edges, fr: Jusqu’aux bords}
    layout: picture
    image: turned-1.jpg
    alt: {en: Four corners, fr: Quatre coins}
    focus: [30%, 100%]
  - layout: picture
    image: turned-8.jpg
    alt: {en: Four corners again, fr: Quatre coins encore}
    fit: cover
  - layout: picture
    image: drawing.svg
    alt: {en: A triangle, fr: Un triangle}
    caption: {en: At dusk, fr: Au crépuscule}
    fit: cover
    focus: right
  - title: {en: As cameras store them, fr: Comme les rangent les appareils}
    columns: [WHOLE]
  - title: {en: And cut, fr: Et coupées}
    columns: [CUT]
"""


def write(folder: Path, theme: str = "boreal") -> Path:
    """The deck in a folder, with its pictures."""
    upright = Image.new("RGB", (1200, 750), "#ddd")
    pen = ImageDraw.Draw(upright)
    for color, corner in (("red", (0, 0)), ("green", (900, 0)), ("blue", (0, 562))):
        pen.rectangle((*corner, corner[0] + 300, corner[1] + 188), fill=color)
    pen.ellipse((450, 225, 750, 525), fill="orange")
    for turned in range(1, 9):
        exif = Image.Exif()
        exif[0x0112] = turned
        stored = upright.transpose(STORED[turned]) if turned in STORED else upright
        stored.save(folder / f"turned-{turned}.jpg", exif=exif, quality=90)
    (folder / "drawing.svg").write_text(DRAWING, encoding="utf-8")
    whole = ", ".join([f"{{image: turned-{turned}.jpg, alt: {{both: Corners}}}}" for turned in (2, 4, 5, 7)])
    cut = ", ".join([f"{{image: turned-{n}.jpg, alt: {{both: Corners}}, focus: top left}}" for n in (3, 5, 6, 7)])
    deck = folder / "pictures.yaml"
    deck.write_text(DECK.replace("THEME", theme).replace("WHOLE", whole).replace("CUT", cut), encoding="utf-8")
    return deck


def codes(picture: Path) -> list[str]:
    """What a phone reads from a picture of a slide."""
    import zxingcpp

    with Image.open(picture) as opened:
        return sorted(found.text for found in zxingcpp.read_barcodes(opened.convert("RGB")))
