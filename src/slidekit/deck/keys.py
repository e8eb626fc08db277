"""The keys of the format that are not simply fields: which block a key makes, and what may stand beside it."""

from __future__ import annotations

from slidekit.deck import model

BLOCKS: dict[str, type] = {
    "subtitle": model.Subtitle,
    "text": model.Paragraphs,
    "bullets": model.Bullets,
    "numbered": model.Bullets,
    "quote": model.Quote,
    "code": model.Code,
    "terminal": model.Terminal,
    "diagram": model.Diagram,
    "table": model.Table,
    "chart": model.Chart,
    "image": model.Image,
    "qr": model.Qr,
    "math": model.Math,
    "columns": model.Columns,
    "takeaway": model.Takeaway,
}
"""Block key → the class it makes."""

COMPANIONS: dict[str, tuple[str, ...]] = {
    "by": ("quote",),
    "syntax": ("code",),
    "highlight": ("code",),
    "fit": ("image",),
    "focus": ("image",),
    "build": ("bullets", "numbered"),
    "alt": ("image", "qr", "diagram", "chart", "table", "math"),
    "caption": ("image", "qr", "code", "terminal", "diagram", "table", "chart", "math"),
}
"""Companion key → the block keys it may stand beside, in the same mapping."""

LOCALES = ("en-CA", "en-US", "en-GB", "fr-CA", "fr-FR", "fr-CH", "fr-BE")
"""Locales that a deck may be written for, and that may override one side of a pair."""

VALUES = ("number", "percent", "currency", "date")
"""Keys of a typed value."""

VERSIONS = ("1",)
"""Format versions that can be read."""

TEMPLATE_NEEDS = (
    "title",
    "section",
    "closing",
    "content",
    "columns-2",
    "columns-3",
    "comparison",
    "quote",
    "picture",
    "title-only",
    "blank",
)
"""What a deck may need of a template's layouts; `comparison` is two columns with headings."""

TEMPLATE_ROLES = ("title", "subtitle", "meta", "body", "heading", "takeaway", "by")
"""What a template's placeholders may be for; `meta` is the author and date of a cover."""
