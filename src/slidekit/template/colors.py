"""The colours of a template: its theme's slots, what the master calls them, and how each is shaded."""

from __future__ import annotations

import colorsys
from collections.abc import Mapping
from typing import TYPE_CHECKING

from slidekit.template.names import A, whole

if TYPE_CHECKING:
    from slidekit.template.names import Element

SLOTS = ("dk1", "lt1", "dk2", "lt2", *(f"accent{place}" for place in range(1, 7)), "hlink", "folHlink")
_USUAL = dict(
    zip(
        SLOTS,
        [
            "000000",
            "FFFFFF",
            "44546A",
            "E7E6E6",
            "4472C4",
            "ED7D31",
            "A5A5A5",
            "FFC000",
            "5B9BD5",
            "70AD47",
            "0563C1",
            "954F72",
        ],
        strict=True,
    )
)
"""Office's own, for what a theme leaves out."""
_USUAL_MAP = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
_NAMED = {
    "black": "000000", "white": "FFFFFF", "red": "FF0000", "green": "008000", "blue": "0000FF", "gray": "808080",
    "yellow": "FFFF00", "orange": "FFA500", "navy": "000080", "silver": "C0C0C0", "dkGray": "A9A9A9",
    "ltGray": "D3D3D3", "teal": "008080", "maroon": "800000", "purple": "800080",
}  # fmt: skip
"""Of the preset colours (ST_PresetColorVal, 20.1.10.48), those that PowerPoint writes."""


def slots(theme: Element) -> dict[str, str]:
    """The twelve colours of a theme part, by slot."""
    found = dict(_USUAL)
    scheme = theme.find(f"{A}themeElements/{A}clrScheme")
    for one in scheme if scheme is not None else ():
        name = one.tag.removeprefix(A) if isinstance(one.tag, str) else ""
        if name in found and len(one):
            found[name] = _plain(one[0]) or found[name]
    return found


def color_map(element: Element | None) -> dict[str, str]:
    """What a master, or a layout that overrides it, calls the slots."""
    found = dict(_USUAL_MAP)
    if element is not None:
        found |= {str(name): str(slot) for name, slot in element.attrib.items() if slot in SLOTS}
    return found


def _plain(color: Element) -> str:
    """A colour that depends on nothing, or nothing."""
    match color.tag:
        case tag if tag == f"{A}srgbClr":
            value = color.get("val", "")
        case tag if tag == f"{A}sysClr":
            value = color.get("lastClr", "FFFFFF" if color.get("val") == "window" else "000000")
        case tag if tag == f"{A}prstClr":
            value = _NAMED.get(color.get("val", ""), "808080")
        case tag if tag == f"{A}scrgbClr":
            value = "".join(
                f"{round(min(1.0, max(0.0, whole(color.get(part)) / 100000)) ** (1 / 2.2) * 255):02X}"
                for part in ("r", "g", "b")
            )
        case tag if tag == f"{A}hslClr":
            hue, sat, lum = [whole(color.get(part)) for part in ("hue", "sat", "lum")]
            value = _hex(*colorsys.hls_to_rgb(hue / 21600000 % 1.0, _unit(lum / 100000), _unit(sat / 100000)))
        case _:
            value = ""
    return value.upper() if len(value) == 6 and all(sign in "0123456789abcdefABCDEF" for sign in value) else ""


class Inks:
    """Finds the colours that a part names."""

    def __init__(self, slots_: Mapping[str, str], names: Mapping[str, str]) -> None:
        self.slots, self.names = slots_, names

    def named(self, name: str, placeholder: str = "") -> str:
        """`tx1`, `accent2`, `phClr`… as six digits."""
        if name == "phClr":
            return placeholder or self.slots["accent1"]
        return self.slots.get(self.names.get(name, name), "000000")

    def of(self, color: Element, placeholder: str = "") -> str:
        """A colour element, shaded as it says."""
        value = self.named(color.get("val", ""), placeholder) if color.tag == f"{A}schemeClr" else _plain(color)
        return _shaded(value, color) if value else ""

    def fill(self, holder: Element | None, placeholder: str = "") -> str | None:
        """The colour of a solid fill, the first of a gradient; empty where there is no fill, `None` where none is said.

        A picture or a pattern says none either.
        """
        if holder is None:
            return None
        for one in holder:
            if one.tag == f"{A}solidFill" and len(one):
                return self.of(one[0], placeholder)
            if one.tag == f"{A}noFill":
                return ""
            if one.tag == f"{A}gradFill":
                return self.stops(one, placeholder)[0]
        return None

    def stops(self, gradient: Element, placeholder: str = "") -> tuple[str, str]:
        """The first and the last colour of a gradient."""
        found = sorted((whole(one.get("pos")), at, one) for at, one in enumerate(gradient.iter(f"{A}gs")) if len(one))
        if not found:
            return "808080", "808080"
        return self.of(found[0][2][0], placeholder), self.of(found[-1][2][0], placeholder)


def _unit(value: float) -> float:
    return min(1.0, max(0.0, value))


def _hex(red: float, green: float, blue: float) -> str:
    return "".join(f"{round(_unit(part) * 255):02X}" for part in (red, green, blue))


def _shaded(value: str, color: Element) -> str:
    """Apply `lumMod`, `tint` and the like (20.1.2.3), those that PowerPoint's menus write."""
    red, green, blue = [int(value[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    for one in color:
        share = whole(one.get("val"), 100000) / 100000
        match one.tag.removeprefix(A) if isinstance(one.tag, str) else "":
            case "lumMod" | "lumOff" | "satMod" as what:
                hue, lum, sat = colorsys.rgb_to_hls(red, green, blue)
                lum = lum * share if what == "lumMod" else lum + share if what == "lumOff" else lum
                sat = sat * share if what == "satMod" else sat
                red, green, blue = colorsys.hls_to_rgb(hue, _unit(lum), _unit(sat))
            case "tint":
                red, green, blue = [_bent(1 - (1 - _straight(part)) * share) for part in (red, green, blue)]
            case "shade":
                red, green, blue = [_bent(_straight(part) * share) for part in (red, green, blue)]
            case _:
                pass
    return _hex(red, green, blue)


def _straight(part: float) -> float:
    """A part of a colour as an amount of light, in which PowerPoint counts tints and shades."""
    return float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)


def _bent(light: float) -> float:
    return float(light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055)


def alpha(color: Element | None) -> float:
    """How opaque a colour is."""
    if color is None:
        return 1.0
    found = color.find(f"{A}alpha")
    return 1.0 if found is None else _unit(whole(found.get("val"), 100000) / 100000)
