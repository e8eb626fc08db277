"""Templates whose parts are not what leads to them says: refused, or mended where nothing is lost."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from packages import CIVIC, HARBOUR, changed, parts, refusal, replaced

from slidekit.template import loading
from slidekit.template.keeping import keep, opened_again

MASTER_RELS = "ppt/slideMasters/_rels/slideMaster1.xml.rels"
LAYOUT = "ppt/slideLayouts/slideLayout2.xml"
LAYOUT_RELS = "ppt/slideLayouts/_rels/slideLayout2.xml.rels"


@pytest.mark.parametrize(
    ("part", "old", "new", "words"),
    [
        ("[Content_Types].xml", b"slideLayout+xml", b"slide+xml", "is not declared as slideLayout"),
        ("[Content_Types].xml", b"tableStyles+xml", b"presProps+xml", "is not declared as tableStyles"),
        ("[Content_Types].xml", b'Extension="png"', b'Extension="pgn"', "is not declared as image"),
        (LAYOUT_RELS, b"/slideMaster", b"/slideMistress", "has no slideMaster"),
        (LAYOUT_RELS, b"slideMaster1.xml", b"slideMaster2.xml", "has no slideMaster"),
        ("ppt/notesMasters/_rels/notesMaster1.xml.rels", b"/theme", b"/thyme", "has no theme"),
        (MASTER_RELS, b'Id="rId2"', b'Id="rId1"', "has rId1 twice"),
    ],
)
def test_parts_that_are_not_what_they_should_be_are_told(
    part: str, old: bytes, new: bytes, words: str, tmp_path: Path
) -> None:
    """PowerPoint repairs such a file or refuses it, and so it would the deck made of it."""
    assert words in refusal(replaced(CIVIC, part, old, new), tmp_path)[1]


def test_a_sample_used_as_something_else_is_told(tmp_path: Path) -> None:
    """Slides are written under the names that samples have."""
    link = b'<Relationship Id="rIdX" Type="http://example.org/other" Target="../slides/slide1.xml"/></Relationships>'
    made = replaced(CIVIC, LAYOUT_RELS, b"</Relationships>", link)

    assert "its part ppt/slides/slide1.xml is used as other" in refusal(made, tmp_path)[1]


def test_a_template_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the reason that the system gives, and a remedy."""

    def closed(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(loading, "opened", closed)

    assert refusal(HARBOUR.read_bytes(), tmp_path) == (
        "SK130",
        "cannot read the template corp.pptx: permission denied",
    )


def test_a_link_to_nowhere_goes(tmp_path: Path) -> None:
    """A picture whose relationship is missing is taken out; a click that does nothing stays."""
    space = b'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    nothing = b'<a:hlinkClick %s r:id="" action="ppaction://noaction"/></p:cNvPr>' % space
    part = "ppt/slideLayouts/slideLayout3.xml"
    content = parts(CIVIC.read_bytes())[part]
    assert b"r:embed=" in content
    content = re.sub(rb'r:embed="[^"]*"', b'r:embed="rId99"', content)

    kept = keep(opened_again(changed(CIVIC, {part: re.sub(rb"/>(?=<p:cNvPicPr)", b">" + nothing, content)})))

    [made] = [one.content for one in kept.parts if one.name == part]
    assert b"rId99" not in made
    assert b'r:id=""' in made


def test_a_template_without_placeholders_is_told(tmp_path: Path) -> None:
    """Layouts that are only pictures and plain text boxes have no place for what a deck says."""
    bare = {
        name: re.sub(rb"<p:ph\b[^>]*>", b"", content)
        for name, content in parts(HARBOUR.read_bytes()).items()
        if re.search(r"slide(Layouts|Masters)/\w+\.xml$", name)
    }

    code, words = refusal(changed(HARBOUR, bare), tmp_path)

    assert "SK132" == code
    assert "none of the template's layouts has a placeholder" in words
