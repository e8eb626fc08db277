"""The theme part: the palette and the fonts under the names that PowerPoint's menus show."""

from __future__ import annotations

from slidekit.scene.theme import Palette, Theme
from slidekit.writers.pptx.color import scheme
from slidekit.writers.pptx.markup import DECLARATION, A, attribute

# Three fills, lines, effects and grounds each are what the schema asks for (CT_StyleMatrix, 20.1.6.1); flat ones.
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="{{}}" cap="flat" cmpd="sng" algn="ctr">{_FILL}<a:prstDash val="solid"/></a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"
_FORMATS = (
    f'<a:fmtScheme name="slidekit"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>'
    f"<a:lnStyleLst>{''.join([_LINE.format(width) for width in (6350, 12700, 19050)])}</a:lnStyleLst>"
    f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst><a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
)


def theme_xml(theme: Theme, palette: Palette) -> str:
    """The part that masters share the look through; each master needs one of its own, notes one in print colours."""
    colors = "".join([f'<a:{slot}><a:srgbClr val="{color}"/></a:{slot}>' for slot, color in scheme(palette).items()])
    fonts = "".join(
        [
            f'<a:{kind}Font><a:latin typeface="{attribute(face)}"/><a:ea typeface=""/><a:cs typeface=""/>'
            f"</a:{kind}Font>"
            for kind, face in (("major", theme.fonts.heading), ("minor", theme.fonts.body))
        ]
    )
    name = attribute(theme.name)
    return (
        f'{DECLARATION}<a:theme xmlns:a="{A}" name="{name}"><a:themeElements>'
        f'<a:clrScheme name="{name}">{colors}</a:clrScheme><a:fontScheme name="{name}">{fonts}</a:fontScheme>'
        f"{_FORMATS}</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    )
