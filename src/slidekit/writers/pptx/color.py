"""Colours by their place in the theme where they have one, so that a change of theme recolours the deck."""

from __future__ import annotations

from slidekit.scene.contrast import luminance
from slidekit.scene.theme import Palette

SCHEME = ("dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6")
"""The ten colours of a theme besides the two of links, in the order of `CT_ColorScheme` (ISO/IEC 29500-1, 20.1.6.2)."""

_MAPS = {
    False: {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"},
    True: {"bg1": "dk1", "tx1": "lt1", "bg2": "dk2", "tx2": "lt2"},
}
"""Which of the theme's dark and light colours are ground and text (`CT_ColorMapping`, 20.1.2.3.28), by `is_dark`."""


def is_dark(palette: Palette) -> bool:
    """Whether words are lighter than their ground."""
    return luminance(palette.ink) > luminance(palette.paper)


def scheme(palette: Palette) -> dict[str, str]:
    """The palette as a PowerPoint theme has it: slot to colour, `dk` dark and `lt` light whatever the ground is."""
    charts = [palette.chart[place % len(palette.chart)] for place in range(6)]
    ground = [palette.ink, palette.paper, palette.night, palette.panel]
    if is_dark(palette):
        ground = [palette.paper, palette.ink, palette.panel, palette.on_night_soft]
    slots = dict(zip(SCHEME, [*ground, *charts], strict=True))
    return slots | {"hlink": palette.second, "folHlink": palette.second}


def color_map(palette: Palette) -> str:
    """The attributes of a master's `p:clrMap`."""
    accents = {name: name for name in (*SCHEME[4:], "hlink", "folHlink")}
    return " ".join([f'{use}="{slot}"' for use, slot in (_MAPS[is_dark(palette)] | accents).items()])


class Colors:
    """Knows which colours the theme names, and writes each as DrawingML."""

    def __init__(self, palette: Palette) -> None:
        self.palette = palette
        self.slots = scheme(palette)
        uses = {slot: use for use, slot in _MAPS[is_dark(palette)].items()}
        self._names = {color.upper(): uses.get(slot, slot) for slot, color in reversed(self.slots.items())}
        for slot in ("hlink", "folHlink"):
            if self._names.get(self.slots[slot].upper()) == slot:
                del self._names[self.slots[slot].upper()]
        self._fills: dict[str, str] = {}

    def name(self, hexadecimal: str) -> str | None:
        """What the theme calls a colour, if it has it."""
        return self._names.get(hexadecimal.upper())

    def color(self, hexadecimal: str) -> str:
        """A colour element."""
        name = self.name(hexadecimal)
        if name:
            return f'<a:schemeClr val="{name}"/>'
        return f'<a:srgbClr val="{hexadecimal.upper()}"/>'

    def fill(self, hexadecimal: str | None) -> str:
        """A solid fill, or none."""
        if hexadecimal is None:
            return "<a:noFill/>"
        known = self._fills.get(hexadecimal)
        if known is None:
            known = self._fills[hexadecimal] = f"<a:solidFill>{self.color(hexadecimal)}</a:solidFill>"
        return known

    def accent(self, index: int) -> str | None:
        """What the theme calls the colour of a series or slice, counted from 0; it has names for six."""
        place = index % len(self.palette.chart)
        return f"accent{place + 1}" if place < 6 else None

    def gradient(self, start: str, end: str, angle: int) -> str:
        """A linear gradient; `angle` in sixty-thousandths of a degree, clockwise from the right."""
        return (
            f'<a:gradFill rotWithShape="1"><a:gsLst><a:gs pos="0">{self.color(start)}</a:gs>'
            f'<a:gs pos="100000">{self.color(end)}</a:gs></a:gsLst><a:lin ang="{angle}" scaled="0"/></a:gradFill>'
        )
