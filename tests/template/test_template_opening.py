"""Files that somebody else made: what is refused before it is opened, in which words, at what cost."""

from __future__ import annotations

import io
import random
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from packages import CIVIC, HARBOUR, HERE, changed, parts, refusal, replaced, said, zipped

from slidekit.deck.model import Template
from slidekit.scene.theming import load_theme
from slidekit.template import opening
from slidekit.template.loading import load

MASTER = "ppt/slideMasters/slideMaster1.xml"
MASTER_RELS = "ppt/slideMasters/_rels/slideMaster1.xml.rels"
LINKED = (
    b'<Relationship Id="rIdX" TargetMode="External" Target="%s" '
    b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s"/></Relationships>'
)
LAUGHS = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'


def test_both_templates_are_taken(tmp_path: Path) -> None:
    """Nothing that PowerPoint's own structure has is refused."""
    assert [] == said(HARBOUR.read_bytes(), tmp_path)
    assert ["SK135", "SK135"] == [one.code for one in said(CIVIC.read_bytes(), tmp_path)]


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"ppt/vbaProject.bin": b"x"}, "macros"),
        ({"ppt/activeX/activeX1.xml": b"<x/>"}, "macros or controls"),
        ({"../escape.xml": b"<x/>"}, "leads outside"),
        ({"/etc/passwd": b"x"}, "leads outside"),
        ({"ppt\\slides\\x.xml": b"<x/>"}, "leads outside"),
        ({"C:/x.xml": b"<x/>"}, "leads outside"),
        ({"PPT/presentation.xml": b"<x/>"}, "two parts called"),
        ({"ppt/media/big.xml": b"<x>" + b" " * opening.MAX_XML + b"</x>"}, "unpacks to more than 8 MiB"),
        ({"ppt/media/zeros.bin": bytes(2**22)}, "times its size"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_refused_for_its_parts(more: dict[str, bytes], words: str, tmp_path: Path) -> None:
    """Programs, names that lead outside, parts that are too large: each with its reason and a remedy."""
    code, message = refusal(changed(HARBOUR, more), tmp_path)

    assert code == "SK131"
    assert words in message


@pytest.mark.parametrize("kind", ["image", "oleObject", "video", "slideLayout", "attachedTemplate"])
def test_what_would_be_fetched_is_refused(kind: str, tmp_path: Path) -> None:
    """Links that PowerPoint follows by itself have no place in a template."""
    rels = LINKED % (b"https://example.org/x", kind.encode())

    code, message = refusal(replaced(HARBOUR, MASTER_RELS, b"</Relationships>", rels), tmp_path)

    assert code == "SK131"
    assert f"outside of it ({kind}" in message


def test_a_hyperlink_may_stay(tmp_path: Path) -> None:
    """A hyperlink waits for a click."""
    rels = LINKED % (b"https://example.org/", b"hyperlink")

    assert [] == said(replaced(HARBOUR, MASTER_RELS, b"</Relationships>", rels), tmp_path)


@pytest.mark.parametrize("part", [MASTER, "ppt/presentation.xml", "[Content_Types].xml", "docProps/app.xml"])
def test_a_document_type_is_refused(part: str, tmp_path: Path) -> None:
    """No entity is ever read, let alone expanded; a part that nobody reads goes as it came."""
    content = parts(HARBOUR.read_bytes())[part]
    body = content[content.index(b"?>") + 2 :]

    found = said(changed(HARBOUR, {part: LAUGHS + body}), tmp_path)

    expected = [] if part == "docProps/app.xml" else ["SK131"]
    assert expected == [one.code for one in found]


def test_a_macro_type_is_refused(tmp_path: Path) -> None:
    """A .pptm that was only renamed is still a .pptm."""
    plain = b"presentationml.presentation.main+xml"
    macros = b"presentationml.presentation.macroEnabled.main+xml"

    code, message = refusal(replaced(HARBOUR, "[Content_Types].xml", plain, macros), tmp_path)

    assert (code, "macros" in message) == ("SK131", True)


def test_encrypted_parts_are_refused(tmp_path: Path) -> None:
    """A zip whose parts say that they are encrypted is not unpacked."""
    package = bytearray(HARBOUR.read_bytes())
    at = package.index(b"PK\x01\x02")
    package[at + 8] |= 1

    assert "encrypted parts" in refusal(bytes(package), tmp_path)[1]


def test_an_encrypted_file_is_refused(tmp_path: Path) -> None:
    """A presentation with a password is an OLE file around the zip."""
    code, message = refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), tmp_path)

    assert (code, "encrypted" in message) == ("SK132", True)


def test_a_list_that_lies_is_refused(tmp_path: Path) -> None:
    """The end of the zip must agree with itself, and with what the parts unpack to."""
    package = bytearray(HARBOUR.read_bytes())
    at = package.rindex(b"PK\x05\x06")
    package[at + 8 : at + 12] = b"\xff\xff\xff\xff"

    assert "zip64" in refusal(bytes(package), tmp_path)[1]


def test_many_parts_are_refused(tmp_path: Path) -> None:
    """More parts than any template has are not even listed."""
    many = {f"ppt/x/{number}.xml": b"" for number in range(opening.MAX_ENTRIES + 1)}

    assert "more than 4000 parts" in refusal(zipped({**parts(HARBOUR.read_bytes()), **many}), tmp_path)[1]


@pytest.mark.parametrize(
    "part", ["ppt/presentation.xml", MASTER, "ppt/theme/theme1.xml", "[Content_Types].xml", "_rels/.rels", MASTER_RELS]
)
def test_a_missing_part_is_told(part: str, tmp_path: Path) -> None:
    """What every presentation has must be there."""
    code, _ = refusal(changed(HARBOUR, {}, (part,)), tmp_path)

    assert code == "SK132"


@pytest.mark.parametrize("part", ["ppt/presentation.xml", MASTER, "ppt/slideLayouts/slideLayout2.xml", "_rels/.rels"])
def test_a_part_that_is_no_xml_is_told(part: str, tmp_path: Path) -> None:
    """Broken XML is a refusal with a remedy."""
    code, message = refusal(changed(HARBOUR, {part: b"<a><b></a>"}), tmp_path)

    assert (code, "is not XML" in message) == ("SK132", True)


def test_a_strict_file_is_told(tmp_path: Path) -> None:
    """Strict Open XML has other names for all things."""
    strict = parts(HARBOUR.read_bytes())["_rels/.rels"].replace(
        b"http://schemas.openxmlformats.org/officeDocument/2006", b"http://purl.oclc.org/ooxml/officeDocument"
    )

    assert "Strict" in refusal(changed(HARBOUR, {"_rels/.rels": strict}), tmp_path)[1]


def test_another_office_file_is_told(tmp_path: Path) -> None:
    """A document is no presentation, whatever its name ends in."""
    types = b"wordprocessingml.document.main+xml"
    made = replaced(HARBOUR, "[Content_Types].xml", b"presentationml.presentation.main+xml", types)

    assert "no PowerPoint presentation" in refusal(made, tmp_path)[1]


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_no_damage_is_a_traceback(seed: int) -> None:
    """Cut short, overwritten or filled with noise: a file is taken or refused, and nothing else."""
    import tempfile

    dice = random.Random(seed)
    package = bytearray(dice.choice((CIVIC, HARBOUR)).read_bytes())
    match dice.randrange(3):
        case 0:
            package = package[: dice.randrange(len(package))]
        case 1:
            for _ in range(dice.randrange(1, 40)):
                package[dice.randrange(len(package))] = dice.randrange(256)
        case _:
            start = dice.randrange(len(package))
            package[start : start + 400] = dice.randbytes(400)

    with tempfile.TemporaryDirectory() as folder:
        codes = {one.code for one in said(bytes(package), Path(folder))}

    assert codes <= {"SK131", "SK132", "SK135", "SK136"}


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_no_odd_xml_is_a_traceback(seed: int) -> None:
    """Attributes and elements gone or turned to nonsense inside whole zips: taken or refused."""
    import re
    import tempfile

    dice = random.Random(seed)
    content = parts(HARBOUR.read_bytes())
    names = [MASTER, "ppt/presentation.xml", "ppt/theme/theme1.xml", "ppt/slideLayouts/slideLayout2.xml", MASTER_RELS]
    name = dice.choice(names)
    values = [b"", b"-1", b"99999999999999999999", b"x", b"0", "é".encode(), b"1e9"]

    def spoil(found: re.Match[bytes]) -> bytes:
        return found[1] + dice.choice(values) + b'"' if dice.random() < 0.05 else found[0]

    head, mark, body = content[name].partition(b"?>")
    body = re.sub(rb'([\w:]+=")[^"]*"', spoil, body)
    if dice.random() < 0.5:
        body = re.sub(rb"<a:(off|ext|latin|defRPr|buChar|gs|srgbClr)\b[^<>]*/>", b"", body, count=dice.randrange(1, 6))
    content[name] = head + mark + body

    with tempfile.TemporaryDirectory() as folder:
        codes = {one.code for one in said(zipped(content), Path(folder))}

    assert codes <= {"SK131", "SK132", "SK135", "SK136"}


BOMBS = """
import re, sys
from pathlib import Path
from slidekit import build
report = build.check([Path(sys.argv[1])])
print([one.code for one in report.diagnostics])
print(re.search("VmHWM:\\\\s*(\\d+)", Path("/proc/self/status").read_text())[1])
"""


def _crowded(content: dict[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Every layout with just as many shapes as one part may have."""
    for name, layout in content.items():
        if name.startswith("ppt/slideLayouts/slideLayout"):
            shapes = b"".join(
                b'<p:sp><p:nvSpPr><p:cNvPr id="%d" name="%d"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/></p:sp>'
                % (number, number * 7919 % 100003)
                for number in range(16_000)
            )
            yield name, layout.replace(b"</p:spTree>", shapes + b"</p:spTree>")


def bomb(kind: str) -> bytes:
    """A file of at most 1.7 MB that would take gigabytes."""
    if kind == "zeros":
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
            for name, own in parts(HARBOUR.read_bytes()).items():
                new.writestr(name, own)
            for number in range(16):
                new.writestr(f"ppt/media/zeros{number}.bin", bytes(100_000_000))
        return made.getvalue()
    content = parts(HARBOUR.read_bytes())
    if kind == "layouts":
        return zipped({**content, **dict(_crowded(content))})
    if kind == "laughs":
        entities = b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 12))
        laughs = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "ha">' + entities + b"]><x>&a11;</x>"
        return zipped({**content, "ppt/presentation.xml": laughs})
    shape = content[MASTER].split(b"<p:spTree>")[1].split(b"</p:sp>")[0].rpartition(b"<p:sp>")[2]
    many = b"".join(b"<p:sp>%s</p:sp><!--%d-->" % (shape, number * 7919 % 100003) for number in range(200_000))
    master = content[MASTER].replace(b"</p:spTree>", many + b"</p:spTree>")
    return zipped({**content, MASTER: master})


@pytest.mark.parametrize("kind", ["zeros", "laughs", "shapes", "layouts"])
def test_a_bomb_takes_no_memory(kind: str, tmp_path: Path) -> None:
    """A small file that unpacks to gigabytes is refused in less memory than a large deck takes."""
    (tmp_path / "bomb.pptx").write_bytes(bomb(kind))
    deck = tmp_path / "deck.yaml"
    deck.write_text("slidekit: 1\ntitle: {both: A}\ntemplate: bomb.pptx\nslides: []\n", encoding="utf-8")

    done = subprocess.run([sys.executable, "-c", BOMBS, str(deck)], capture_output=True, encoding="utf-8", check=True)
    codes, kilobytes = done.stdout.split("\n")[:2]

    assert codes == "['SK131']"
    assert int(kilobytes) < 300_000


def test_a_template_outside_the_folder_is_refused(tmp_path: Path) -> None:
    """Neither a path nor a symlink leads out of the deck's folder; the command line may."""
    home = tmp_path / "deck"
    home.mkdir()
    (tmp_path / "corp.pptx").write_bytes(HARBOUR.read_bytes())
    (home / "linked.pptx").symlink_to(tmp_path / "corp.pptx")
    base, _ = load_theme("boreal", home)
    assert base is not None

    codes = [load(Template(name, HERE), home, base).problems[0].code for name in ("../corp.pptx", "linked.pptx")]

    assert codes == ["SK130", "SK130"]
    assert load(Template(str(tmp_path / "corp.pptx"), HERE), home, base, anywhere=True).theme is not None


def test_names_in_a_template_are_words_and_no_more(tmp_path: Path) -> None:
    """A font, an idx and a table style that would mean something to XML or CSS are taken as nothing."""
    from slidekit.deck.reading import read_deck
    from slidekit.scene.layout import lay_out
    from slidekit.show.localise import localise
    from slidekit.template.keeping import TABLE_STYLE, keep, opened_again
    from slidekit.writers import marp, pptx

    content = parts(HARBOUR.read_bytes())
    theme = content["ppt/theme/theme1.xml"].replace(b'typeface="Arial"', b'typeface="A&quot;;}@import url(//x);{"')
    layout = content["ppt/slideLayouts/slideLayout2.xml"]
    layout = layout.replace(b'idx="33"', b'idx="33&quot;/>&lt;x y=&quot;"')
    styles = content["ppt/tableStyles.xml"].replace(b'def="{5C22544A', b'def="&lt;/a:tableStyleId>{5C22544A')
    more = {"ppt/theme/theme1.xml": theme, "ppt/slideLayouts/slideLayout2.xml": layout, "ppt/tableStyles.xml": styles}
    assert all(content[name] != changed_part for name, changed_part in more.items())
    package = changed(HARBOUR, more)
    (tmp_path / "corp.pptx").write_bytes(package)
    base, _ = load_theme("boreal", tmp_path)
    assert base is not None
    loaded = load(Template("corp.pptx", HERE), tmp_path, base)
    deck, _ = read_deck(b"slidekit: 1\ntitle: {both: A}\nslides:\n  - title: {both: B}\n    text: {both: C}\n")
    assert deck is not None
    assert loaded.theme is not None

    scene = lay_out([localise(deck, "en"), localise(deck, "fr")], loaded.theme).scene("en")

    assert "@import" not in marp.css(scene).replace("A@import", "")
    assert keep(opened_again(package)).table_style == TABLE_STYLE
    slide = parts(pptx.write(scene))["ppt/slides/slide2.xml"]
    assert b"<x y" not in slide
    assert b'idx="33' not in slide
