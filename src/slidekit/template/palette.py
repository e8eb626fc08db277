"""A palette of ours out of the twelve colours of a template and the ground of one of its layouts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from slidekit.scene.contrast import TEXT, luminance, mixed, ratio
from slidekit.scene.theme import CodeColors, Palette, TerminalColors

_BEST = 7.0
ACCENTS = tuple(f"accent{place}" for place in range(1, 7))


def readable(color: str, ground: str, least: float = TEXT) -> str:
    """The colour, or the one nearest to it that stands out from the ground: darker on light, lighter on dark."""
    end = "000000" if luminance(ground) > 0.18 else "FFFFFF"
    for step in range(11):
        found = mixed(end, color, step / 10)
        if ratio(found, ground) >= least:
            return found
    return end


def _first(colors: Iterable[str], ground: str, least: float) -> str | None:
    return next((color for color in colors if ratio(color, ground) >= least), None)


def palette(ground: str, ink: str, heading: str, marker: str, slots: Mapping[str, str]) -> Palette:
    """The palette for slides on a ground; what a template says of its own texts stays as it says it."""
    accents = [slots[name] for name in ACCENTS]
    second = _first([*accents, slots["hlink"], slots["dk2"]], ground, TEXT) or readable(accents[0], ground)
    accent = marker or _first(accents, ground, 3.0) or second
    darks = (slots["dk2"], accents[0], slots["dk1"])
    dark = next((color for color in darks if ratio(color, "FFFFFF") >= _BEST), "262626")
    light = luminance(ground) > 0.18
    night = dark if light else mixed("FFFFFF", ground, 0.16)
    on_night = "FFFFFF" if ratio("FFFFFF", night) >= TEXT else "000000"
    panel = slots["lt2"] if light else slots["dk2"]
    if ratio(ink, panel) < _BEST or ratio(panel, ground) > 1.6 or ratio(second, panel) < TEXT:
        panel = mixed(ink, ground, 0.05)
    return Palette(
        paper=ground,
        ink=ink,
        heading=heading,
        accent=accent,
        second=readable(second, panel),
        third=_first([accents[1], *accents], ground, 1.6) or accents[0],
        muted=readable(mixed(ink, ground, 0.68), ground),
        panel=panel,
        hairline=mixed(ink, ground, 0.22),
        night=night,
        night_end=night,
        on_night=on_night,
        on_night_soft=readable(mixed(on_night, night, 0.85), night),
        on_night_accent=_first(accents, night, TEXT) or readable(accents[0], night),
        chart=tuple(readable(color, ground, 1.3) for color in accents),
    )


def code_colors(colors: CodeColors, panel: str) -> CodeColors:
    """The theme's colours of code, as far from the panel as text must be."""
    return replace(colors, **{name: readable(getattr(colors, name), panel) for name in colors.__struct_fields__})


def terminal_colors(colors: TerminalColors, night: str) -> TerminalColors:
    """The theme's colours of transcripts, as far from their ground as text must be."""
    return replace(colors, **{name: readable(getattr(colors, name), night) for name in colors.__struct_fields__})
