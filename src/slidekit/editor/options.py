"""What an author settles in the editor's own settings, under `slidekit`."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct, ValidationError, convert

from slidekit.source.wording import Words, tell

SECTION = "slidekit"
LONGEST_PAUSE = 5_000
"""Milliseconds."""


class Options(Struct, frozen=True, gc=False):
    """The settings; the defaults hold where the editor has none."""

    theme: str | None = None
    """A theme in place of the deck's own."""
    mode: Literal["light", "dark"] | None = None
    """`light` or `dark` in place of the deck's own."""
    lang: Literal["en", "fr"] | None = None
    """In which language to speak, in place of the editor's."""
    pause: float | None = None
    """Seconds without a key after which a text is checked."""
    values: bool = False
    """Whether `${name}` has its value in grey beside it."""


class _Typed(Struct, frozen=True, gc=False):
    """The settings as an editor has them: what is empty is not settled; a pause is in milliseconds."""

    theme: str | None = None
    mode: Literal["light", "dark", ""] | None = None
    lang: Literal["en", "fr", ""] | None = None
    pause: float | None = None
    values: bool | None = None


def options(settings: object) -> tuple[Options, Words | None]:
    """Settings as they came, and what is wrong with them; those that are wrong do not count."""
    if isinstance(settings, dict) and isinstance(settings.get(SECTION), dict):  # as some editors send the whole
        settings = settings[SECTION]
    if not isinstance(settings, dict):
        return Options(), None
    typed, wrong = _Typed(), None
    for name in _Typed.__struct_fields__:
        if name in settings:
            try:
                one = convert({name: settings[name]}, _Typed)
            except ValidationError:
                wrong = tell("the editor's setting slidekit.{name} is not understood", name=name)
            else:
                typed = convert({**_told(typed), name: getattr(one, name)}, _Typed)
    pause = typed.pause if typed.pause is not None and 0 <= typed.pause <= LONGEST_PAUSE else None
    if typed.pause is not None and pause is None:
        wrong = tell("the editor's setting slidekit.{name} is not understood", name="pause")
    return (
        Options(
            typed.theme or None,
            typed.mode or None,
            typed.lang or None,
            pause / 1000 if pause is not None else None,
            bool(typed.values),
        ),
        wrong,
    )


def _told(typed: _Typed) -> dict[str, object]:
    return {name: getattr(typed, name) for name in typed.__struct_fields__}
