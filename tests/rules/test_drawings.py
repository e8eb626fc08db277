"""Which SVG files are refused, and why: everything that is not a drawing of a known size."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from decks_on_disk import check, png, svg
from hypothesis import given
from hypothesis import strategies as st

from slidekit.rules.drawings import Refused, read

XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9"'
SIZED = 'viewBox="0 0 9 9"'

DOCTYPE = """<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN"
 "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
"""
"""As Graphviz, Matplotlib and draw.io write it."""


def kind(source: str | bytes) -> str:
    """`unsafe`, `moving`, `broken`, or nothing for a drawing that may be shown."""
    try:
        read(source if isinstance(source, bytes) else source.encode())
    except Refused as refused:
        return refused.kind
    return ""


UNSAFE = {
    "a script": svg("<script>alert(1)</script>"),
    "a script of another prefix": f'<s:svg xmlns:s="http://www.w3.org/2000/svg" {SIZED}><s:script/></s:svg>',
    "an event handler": svg('<rect onclick="alert(1)"/>'),
    "an event handler of the whole": svg("", f'{SIZED} ONLOAD="alert(1)"'),
    "a piece of a web page": svg("<foreignObject/>"),
    "HTML without a wrapper": svg('<p xmlns="http://www.w3.org/1999/xhtml">x</p>'),
    "HTML inside data of an editor": svg('<e xmlns="urn:e"><b xmlns="http://www.w3.org/1999/xhtml"/></e>'),
    "an empty list of entities": "<!DOCTYPE svg []>" + svg(""),
    "entities of an editor": '<!DOCTYPE svg PUBLIC "a" "b" [<!ENTITY ns_svg "http://www.w3.org/2000/svg">]>' + svg(""),
    "entities of another file": '<!DOCTYPE svg [<!ENTITY % x SYSTEM "http://example.org/x.dtd"> %x;]>' + svg(""),
    "two document types": "<!DOCTYPE svg><!DOCTYPE svg [<!ENTITY a 'b'>]>" + svg(""),
    "a document type behind a comment": "<!-- <!DOCTYPE svg> --><!DOCTYPE svg [<!ENTITY a 'b'>]>" + svg(""),
    "an entity that is a file": '<!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + svg("<text>&x;</text>"),
    "a billion laughs": '<!DOCTYPE s [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>' + svg("<text>&b;</text>"),
    "another style sheet": '<?xml-stylesheet href="http://example.org/a.css"?>' + svg(""),
    "a picture on the web": svg('<image href="http://example.org/a.png"/>'),
    "a picture on the web, the old way": svg('<image xlink:href="https://example.org/a.png"/>', XLINK),
    "a file": svg('<image href="file:///etc/passwd"/>'),
    "another file beside it": svg('<image href="secret.png"/>'),
    "a drawing in another file": svg('<use href="other.svg#a"/>'),
    "a drawing inside as data": svg('<image href="data:image/svg+xml;base64,PHN2Zy8+"/>'),
    "a link": svg('<a href="https://example.org/"><rect/></a>'),
    "a link that runs a script": svg('<a href="javascript:alert(1)"><rect/></a>'),
    "another base": svg('<g xml:base="http://example.org/"/>'),
    "a fill from elsewhere": svg('<rect fill="url(http://example.org/a.svg#b)"/>'),
    "a fill from elsewhere in quotes": svg("<rect fill=\"url( 'a.svg#b' )\"/>"),
    "a style from elsewhere": svg('<rect style="fill: URL(//example.org/a)"/>'),
    "an import in a style": svg("<style>@import 'http://example.org/a.css';</style>"),
    "a font in a style": svg("<style><![CDATA[@font-face{font-family:a;src:url(a.ttf)}]]></style>"),
    "a style behind backslashes": svg(r"<style>rect{fill:u\72l(http://example.org)}</style>"),
    "an effect that takes minutes": svg('<filter id="f"><feTurbulence numOctaves="100000"/></filter>'),
    "another effect": svg('<filter id="f"><feMorphology radius="5000"/></filter>'),
    "a shadow": svg('<filter id="f"><feGaussianBlur stdDeviation="2"/></filter><g filter="url(#f)"/>'),
    "a pattern": svg('<pattern id="p" width="1e9" height="1e9"/><rect fill="url(#p)"/>'),
    "a picture in an effect": svg('<filter id="f"><feImage href="/etc/passwd"/></filter>'),
}
MOVING = {
    "an animation": svg('<rect><animate attributeName="x" to="9"/></rect>'),
    "a change": svg('<a><set attributeName="href" to="javascript:alert(1)"/></a>'),
}


def nested(depth: int) -> str:
    """Groups in groups."""
    return svg("<g>" * depth + "</g>" * depth)


def laughs(levels: int) -> str:
    """Ten of a group of ten of a group, and so on."""
    groups = [f'<g id="g{level}">' + f'<use href="#g{level - 1}"/>' * 10 + "</g>" for level in range(1, levels)]
    return svg('<g id="g0"><rect/></g>' + "".join(groups))


def painted(levels: int) -> str:
    """A mask of parts that have a mask of parts that have a mask, by a style sheet."""
    rules = "".join([f".c{level}{{mask:url(#p{level - 1})}}" for level in range(1, levels)])
    masks = "".join([f'<mask id="p{level}">' + f'<rect class="c{level}"/>' * 9 + "</mask>" for level in range(levels)])
    return svg(f'<style>{rules}</style>{masks}<rect class="c{levels - 1}"/>')


BROKEN = {
    "no XML": "<svg",
    "another document": "<svgs/>",
    "a sign by a name that the document type would explain": DOCTYPE + svg("<text>&nbsp;</text>"),
    "such a sign in an attribute": DOCTYPE + svg('<rect id="&nbsp;"/>'),
    "half a document type": '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN' + svg(""),
    "comments without end": "<!---->" * 2_000 + "<!--" + svg(""),
    "no namespace": '<svg viewBox="0 0 9 9"/>',
    "nothing of a size": svg("", ""),
    "a size in per cent": svg("", 'width="100%" height="100%"'),
    "a size of nothing": svg("", 'width="0" height="9"'),
    "a size that is no number": svg("", 'viewBox="0 0 nan 9"'),
    "a size without end": svg("", 'viewBox="0 0 1e99 1e99"'),
    "a strip": svg("", 'viewBox="0 0 9000 9"'),
    "nested too deep": nested(200),
    "nested far too deep": nested(100_000),
    "too many parts": svg("<g/>" * 50_001),
    "drawn a billion times": laughs(10),
    "painted a billion times": painted(10),
    "drawn inside itself": svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'),
    "a mask of itself": svg('<mask id="m"><rect mask="url(#m)"/></mask><rect mask="url(#m)"/>'),
    "millions of dashes": svg('<path d="M0 0H9" stroke-dasharray="0.000001"/>'),
    "millions of dashes in a style": svg("<style>path{stroke-dasharray:1e-9 1e-9}</style><path/>"),
    "arrowheads everywhere": svg(
        f'<marker id="m">{"<rect/>" * 500}</marker><path marker-mid="url(#m)" d="{"L1 1" * 20_000}"/>'
    ),
    "layers upon layers": svg('<rect width="40" height="30" opacity=".9"/>' * 500),
    "layers by a style sheet": svg("<style>.a{opacity:.5}</style>" + '<g class="a"><rect/></g>' * 500),
    "gradients upon gradients": svg('<radialGradient id="g"/>' + '<rect width="40" height="30" fill="url(#g)"/>' * 500),
    "rules upon rules": svg("<style>" + ".a{fill:url(#b)}" * 400 + "</style>" + '<g class="a"/>' * 40_000),
    "parts enlarged a billion times": svg('<g transform="scale(1e5)"><g transform="scale(1e4)"/></g>'),
    "a part enlarged by its own viewBox": svg('<svg viewBox="0 0 1e-30 1e-30"><rect/></svg>'),
    "enlarged as a whole": svg("", 'width="40" height="30" viewBox="0 0 1e-9 1e-9"'),
    "a point beyond the horizon": svg('<path d="M0 0L1e30 0"/>'),
    "four megabytes": svg(f"<desc>{'x' * (4 << 20)}</desc>"),
    "Latin-1": svg("<text>é</text>").encode("latin-1"),
    "arrowheads everywhere, by a style sheet": svg(
        f'<style>.a{{marker:url(#m)}}</style><marker id="m">{"<rect/>" * 500}</marker>'
        f'<path class="a" d="{"L1 1" * 20_000}"/>'
    ),
    "a sign that no font has": svg("<text>\U00013000</text>"),
    "a broken picture inside": svg('<image href="data:image/png;base64,AAAA"/>'),
    "a picture bomb inside": svg(
        f'<image href="data:image/png;base64,{base64.b64encode(png(60_000, 60_000)).decode()}"/>'
    ),
}
FINE = {
    "a document type that declares nothing": f'<?xml version="1.0" standalone="no"?>\n{DOCTYPE}{svg("<g/>")}',
    "one after a byte order mark and a comment": f"\ufeff<!-- <!DOCTYPE [ -->\n{DOCTYPE}{svg('<g/>')}",
    "one of SYSTEM and apostrophes": f"<!DOCTYPE svg SYSTEM 'a [<> b'><!-- Made by hand. -->{svg('<g/>')}",
    "width and height": svg("<rect/>", 'width="4cm" height="3cm"'),
    "a byte order mark": "\ufeff" + svg("<rect/>"),
    "data of an editor": svg('<metadata><rdf xmlns="urn:r" about="http://example.org/"/></metadata>'),
    "a gradient": svg('<linearGradient id="a"/><rect fill="url(#a)" style="stroke: url(\'#a\')"/>'),
    "a copy": svg('<g id="a"><rect/></g><use xlink:href="#a"/>', XLINK),
    "a picture inside": svg(f'<image href="data:image/png;base64,{base64.b64encode(png()).decode()}"/>'),
    "letters": svg('<text font-family="Arial">Été <tspan>→ 42</tspan></text>'),
    "a style sheet": svg("<style>/* colours */ .a{fill:#fff} @media print{.a{fill:#000}}</style><g class='a'/>"),
    "ten thousand parts": svg("<rect/>" * 10_000),
    "a map": svg("<path d='m10 10l.1.2.1.1.2-.1z' opacity='.8'/>" * 5_000),
    "a thousand small gradients": svg(
        '<linearGradient id="g"/>' + '<rect x="3" width=".5" height=".5" fill="url(#g)"/>' * 1_000
    ),
    "a plot with clipped lines": svg(
        '<clipPath id="c"><rect width="40" height="30"/></clipPath>' + '<path clip-path="url(#c)" d="M0 0H40"/>' * 100
    ),
    "icons used again": svg(
        '<g id="a"><circle r="1"/></g>' + '<use href="#a" transform="translate(3) scale(2)"/>' * 200
    ),
}


@pytest.mark.parametrize("source", UNSAFE.values(), ids=UNSAFE)
def test_what_acts_or_names_another_place_is_refused(source: str) -> None:
    """No script, no address, no file, however it is written."""
    assert "unsafe" == kind(source)


@pytest.mark.parametrize("source", MOVING.values(), ids=MOVING)
def test_what_moves_is_refused(source: str) -> None:
    """A drawing stands still."""
    assert "moving" == kind(source)


@pytest.mark.parametrize("source", BROKEN.values(), ids=BROKEN)
def test_what_cannot_be_drawn_is_refused(source: str | bytes) -> None:
    """No size, no letters for it, or too much to do."""
    assert "broken" == kind(source)


@pytest.mark.parametrize("source", FINE.values(), ids=FINE)
def test_drawings_are_taken(source: str) -> None:
    """What drawing programs write is fine."""
    assert "" == kind(source)


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="640" height="360"', (640, 360)),
        ('width="1in" height="72pt" viewBox="0 0 5 7"', (96, 96)),
        ('viewBox="-10,-10 400 200"', (400, 200)),
        ('width="100" viewBox="0 0 400 200"', (100, 50)),
        ('height="100" viewBox="0 0 400 200"', (200, 100)),
        ('width="100%" height="100%" viewBox="0 0 400 200"', (400, 200)),
    ],
)
def test_a_size_is_what_browsers_take(attributes: str, size: tuple[float, float]) -> None:
    """Width and height, what is missing of them from the viewBox."""
    assert size == tuple(read(svg("", attributes).encode())[:2])


@pytest.mark.parametrize("program", ["graphviz", "matplotlib", "inkscape", "drawio"])
def test_what_programs_write_is_taken(program: str) -> None:
    """Files as these programs export them, cut down to one of each kind of part."""
    assert "" == kind((Path(__file__).parent / "drawings" / f"{program}.svg").read_bytes())


def test_a_document_type_goes_nowhere() -> None:
    """No program is asked to fetch it, and lines are still counted as in the file."""
    source = f"<?xml version='1.0'?>\n{DOCTYPE}\n<!-- é -->{svg('<g/>')}".encode()

    content = read(source).content

    assert b"DOCTYPE" not in content
    assert source.count(b"\n") == content.count(b"\n")
    assert content.startswith(b"<?xml version='1.0'?>\n")
    assert content.endswith(svg("<g/>").encode())


def test_a_colour_for_dark_windows_is_left_out() -> None:
    """Programs that know nothing of `light-dark` would fill such a shape with black."""
    content = read((Path(__file__).parent / "drawings" / "drawio.svg").read_bytes()).content

    assert b"light-dark" not in content
    assert b'style="fill: #ffffff; stroke: rgb(0, 0, 0);"' in content
    assert b"color-scheme: light dark" in content


@pytest.mark.parametrize(
    ("inner", "remedy"),
    [
        ("<switch><foreignObject/></switch>", "turn formatted text off (draw.io)"),
        ('<filter id="f"/>', "take blurs and shadows out"),
        ('<pattern id="p"/>', "fill with plain colours"),
    ],
)
def test_what_programs_do_too_much_of_has_its_own_remedy(inner: str, remedy: str) -> None:
    """What to change in the program that the drawing comes from."""
    with pytest.raises(Refused) as refused:
        read(svg(inner).encode())

    assert refused.value.hint.startswith(remedy)


@given(st.binary(max_size=300))
def test_any_bytes_raise_nothing_else(tail: bytes) -> None:
    """Whatever follows a right beginning ends in an answer."""
    kind(svg("").encode()[:-6] + tail)


def test_the_line_is_told(tmp_path: Path) -> None:
    """The finding stands at the picture's place in the deck, and names the drawing's own line."""
    home = tmp_path / "deck"
    home.mkdir()
    (home / "d.svg").write_text(svg("\n\n<script/>"))
    slide = "- title: {both: A}\n  image: d.svg\n  alt: {en: A curve, fr: Une courbe}\n"
    deck = f"slidekit: 1\ntitle: {{both: T}}\nslides:\n{slide}"

    (found,) = check(deck, tmp_path)

    assert ("SK113", 5, 10) == (found.code, found.span.line, found.span.column)
    assert "d.svg, line 3: the drawing runs a script" == found.message
    assert "export it as a plain SVG, or as a PNG" == found.hint
