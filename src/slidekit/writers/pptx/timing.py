"""Points that come one after another, and how a slide comes in: real animations, as PowerPoint writes them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from slidekit.scene.boxes import TextShape

_TRANSITIONS = {
    "fade": "<p:fade/>",
    "push": '<p:push dir="l"/>',
    "wipe": '<p:wipe dir="l"/>',
    "cover": '<p:cover dir="l"/>',
    "reveal": '<p:pull dir="l"/>',
}
"""Each moves to the left, as Marp's own of the same name does."""

Target = tuple[int, int]
"""A paragraph: its shape's id and its number in it, from 0."""


def transition_xml(name: str) -> str:
    """How a slide comes in; nothing where it just stands there."""
    return f'<p:transition spd="med">{_TRANSITIONS[name]}</p:transition>' if name else ""


def timing_xml(built: Sequence[str], shapes: Mapping[int, TextShape]) -> str:
    """The `p:timing` of a slide; `built` are the paths of the points, `shapes` its texts by their ids.

    A click brings a point, all that stands under it, and the same in another language: their paths begin alike.
    """
    clicks: dict[str, list[Target]] = {path: [] for path in built}
    for number, shape in shapes.items():
        point = ""
        for index, paragraph in enumerate(shape.paragraphs):
            if paragraph.path in clicks:
                point = paragraph.path
            elif not paragraph.path.startswith(f"{point}."):
                point = ""
            if point:
                clicks[point].append((number, index))
    steps = [targets for targets in clicks.values() if targets]
    if not steps:
        return ""
    ids = iter(range(3, 1 << 30))
    effects = "".join([_click(targets, ids) for targets in steps])
    animated = dict.fromkeys(number for targets in steps for number, _ in targets)
    builds = "".join([f'<p:bldP spid="{number}" grpId="0" build="p"/>' for number in animated])
    return (
        '<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot"><p:childTnLst>'
        '<p:seq concurrent="1" nextAc="seek"><p:cTn id="2" dur="indefinite" nodeType="mainSeq"><p:childTnLst>'
        f"{effects}</p:childTnLst></p:cTn>"
        '<p:prevCondLst><p:cond evt="onPrev" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:prevCondLst>'
        '<p:nextCondLst><p:cond evt="onNext" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:nextCondLst>'
        f"</p:seq></p:childTnLst></p:cTn></p:par></p:tnLst><p:bldLst>{builds}</p:bldLst></p:timing>"
    )


def _click(targets: Sequence[Target], ids: Iterator[int]) -> str:
    """What one click brings: the first paragraph on the click, the others with it."""
    outer, inner = next(ids), next(ids)
    effects = "".join([_appear(target, index == 0, ids) for index, target in enumerate(targets)])
    return (
        f'<p:par><p:cTn id="{outer}" fill="hold"><p:stCondLst><p:cond delay="indefinite"/></p:stCondLst>'
        f'<p:childTnLst><p:par><p:cTn id="{inner}" fill="hold"><p:stCondLst><p:cond delay="0"/></p:stCondLst>'
        f"<p:childTnLst>{effects}</p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn></p:par>"
    )


def _appear(target: Target, first: bool, ids: Iterator[int]) -> str:
    """PowerPoint's entrance effect 1, Appear, of one paragraph."""
    shape, paragraph = target
    kind = "clickEffect" if first else "withEffect"
    return (
        f'<p:par><p:cTn id="{next(ids)}" presetID="1" presetClass="entr" presetSubtype="0" fill="hold" grpId="0" '
        f'nodeType="{kind}"><p:stCondLst><p:cond delay="0"/></p:stCondLst><p:childTnLst><p:set><p:cBhvr>'
        f'<p:cTn id="{next(ids)}" dur="1" fill="hold"><p:stCondLst><p:cond delay="0"/></p:stCondLst></p:cTn>'
        f'<p:tgtEl><p:spTgt spid="{shape}"><p:txEl><p:pRg st="{paragraph}" end="{paragraph}"/></p:txEl></p:spTgt>'
        "</p:tgtEl><p:attrNameLst><p:attrName>style.visibility</p:attrName></p:attrNameLst></p:cBhvr><p:to>"
        '<p:strVal val="visible"/></p:to></p:set></p:childTnLst></p:cTn></p:par>'
    )
