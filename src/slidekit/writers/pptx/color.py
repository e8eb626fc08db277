"""Colours by their place in the theme where they have one, so that a change of theme recolours the deck."""

from __future__ import annotations

from slidekit.scene.theme import Palette

SCHEME = ("dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6")
"""The ten colours of a theme besides the two of links, in the order of `CT_ColorScheme` (ISO/IEC 29500-1, 20.1.6.2)."""

_IN_TEXT = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}


def scheme(palette: Palette) -> dict[str, str]:
    """The palette as a PowerPoint theme has it: slot to colour."""
    charts = [palette.chart[place % len(palette.chart)] for place in range(6)]
    slots = dict(zip(SCHEME, [palette.ink, palette.paper, palette.night, palette.panel, *charts], strict=True))
    return slots | {"hlink": palette.second, "folHlink": palette.second}


class Colors:
    """Knows which colours the theme names, and writes each as DrawingML."""

    def __init__(self, palette: Palette) -> None:
        self.palette = palette
        self.slots = scheme(palette)
        self._names = {color.upper(): _IN_TEXT.get(slot, slot) for slot, color in reversed(self.slots.items())}
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
