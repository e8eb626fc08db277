"""The words that slidekit itself puts on slides and pages, in each language."""

from __future__ import annotations

from msgspec import Struct

from slidekit.show.signs import NO_BREAK, signs


class Labels(Struct, frozen=True, gc=False):
    """Built-in words; those with braces are filled in by `str.format`."""

    language: str
    """The language's own name, as it stands over words in it: `Français`."""
    continued: str
    """What goes on from the page before."""
    slide: str
    slide_of: str
    """`{n}`, `{m}`."""
    page_of: str
    """`{x}`, `{y}`."""
    notes: str
    watch_from: str
    """`{time}`, as in `4:07`."""
    to_translate: str
    to_write: str
    table: str
    column: tuple[str, str]
    """Singular and plural; `{n}`."""
    row: tuple[str, str]
    """Singular and plural; `{n}`."""
    no_value: str
    qr_code: str
    categories: str
    """`{n}`, `{first}`, `{last}`."""
    least: str
    greatest: str
    charts: dict[str, str]
    """By chart type, with `+` where stacked and `%` where stacked as shares."""


LABELS = {
    "en": Labels(
        language="English",
        continued="continued",
        slide="Slide",
        slide_of="slide {n} of {m}",
        page_of="page {x} of {y}",
        notes="Notes",
        watch_from="Watch from {time}",
        to_translate="to be translated",
        to_write="to be written",
        table="Table with {columns} and {rows}",
        column=("{n} column", "{n} columns"),
        row=("{n} row", "{n} rows"),
        no_value="no value",
        qr_code="QR code",
        categories="{n} categories, from {first} to {last}",
        least="least",
        greatest="greatest",
        charts={
            "bar": "Bar chart",
            "column": "Column chart",
            "line": "Line chart",
            "area": "Area chart",
            "pie": "Pie chart",
            "doughnut": "Doughnut chart",
            "scatter": "Scatter chart",
            "bar+": "Stacked bar chart",
            "column+": "Stacked column chart",
            "area+": "Stacked area chart",
            "bar%": "Stacked bar chart of shares",
            "column%": "Stacked column chart of shares",
            "area%": "Stacked area chart of shares",
        },
    ),
    "fr": Labels(
        language="Français",
        continued="suite",
        slide="Diapositive",
        slide_of="diapositive {n} sur {m}",
        page_of="page {x} sur {y}",
        notes="Notes",
        watch_from="Regarder à partir de {time}",
        to_translate="à traduire",
        to_write="à écrire",
        table="Tableau de {columns} et de {rows}",
        column=("{n} colonne", "{n} colonnes"),
        row=("{n} ligne", "{n} lignes"),
        no_value="aucune valeur",
        qr_code="Code QR",
        categories="{n} catégories, de {first} à {last}",
        least="minimum",
        greatest="maximum",
        charts={
            "bar": "Diagramme à barres",
            "column": "Diagramme à colonnes",
            "line": "Graphique linéaire",
            "area": "Graphique en aires",
            "pie": "Diagramme circulaire",
            "doughnut": "Diagramme en anneau",
            "scatter": "Nuage de points",
            "bar+": "Diagramme à barres empilées",
            "column+": "Diagramme à colonnes empilées",
            "area+": "Graphique en aires empilées",
            "bar%": "Diagramme à barres empilées, en parts",
            "column%": "Diagramme à colonnes empilées, en parts",
            "area%": "Graphique en aires empilées, en parts",
        },
    ),
}
"""By language. `0` and `1` are singular in French, only `1` in English."""


def labels(locale: str) -> Labels:
    """The built-in words of a locale."""
    return LABELS["fr" if locale.startswith("fr") else "en"]


def counted(forms: tuple[str, str], n: int, locale: str) -> str:
    """A number of things: `1 ligne`, `3 lignes`."""
    one = n < 2 if locale.startswith("fr") else n == 1
    return forms[0 if one else 1].format(n=n)


def colon(locale: str) -> str:
    """A colon with the space that the locale wants before it, and the one after."""
    return signs(locale).colon + ": "


def semicolon(locale: str) -> str:
    """A semicolon with the space that the locale wants before it, and the one after."""
    return signs(locale).semicolon + "; "


def draft_mark(locale: str, *, written: bool = True) -> str:
    """What a draft shows where a text is missing: `[fr : à traduire]`, `[en: to be written]`.

    Square brackets, since no face of the theme's own fonts has showier ones.
    """
    words = labels(locale)
    lang = "fr" if locale.startswith("fr") else "en"
    return f"[{lang}{colon(locale)}{words.to_translate if written else words.to_write}]"


def clock(seconds: int) -> str:
    """A place in a recording or in a talk: `4:07`, `1:02:33`; alike in both languages."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def duration(seconds: int) -> str:
    """A length of time: `45 s`, `1 min 30 s`, `20 min`, `1 h 05`; alike in both languages.

    International symbols, no-break spaces (SI Brochure, 9th ed., table 8: min and h).
    """
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        if not rest:
            return (f"{hours} h {minutes:02}" if minutes else f"{hours} h").replace(" ", NO_BREAK)
        return f"{hours} h {minutes:02} min {rest:02} s".replace(" ", NO_BREAK)
    parts = [f"{minutes} min"] * (minutes > 0) + [f"{rest} s"] * (rest > 0 or minutes == 0)
    return " ".join(parts).replace(" ", NO_BREAK)
