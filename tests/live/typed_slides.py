"""Decks to type in: slides of every rule's examples, in any number and order, and what fingers do to them."""

from __future__ import annotations

from slidekit.rules import pages

HEAD = """\
slidekit: 1
title: {en: A talk, fr: Un exposé}
languages: [en-CA, fr-CA]
vars:
  saved: {currency: 1250.5 CAD}
slides:
"""
PLAIN = """\
  - title: {en: Fast tests, fr: Des tests rapides}
    bullets:
      - en: "The cost: ${saved} a month"
        fr: "Le coût : ${saved} par mois"
      - {en: Two, fr: Deux}
    notes:
      en: |
        Draw the curve.
      fr: |
        Tracer la courbe.
"""
EXAMPLES = [
    pages.deck_of(text).decode("utf-8", "replace").removeprefix(pages.DECK)
    for page in pages.pages()
    for text in (*page.bad, *page.good)
    if text.startswith("- ")
]
"""Lists of slides, as they stand in a deck."""

FRAGMENTS = (
    "x", " ", "\n", "\n\n", ":", ": ", " : ", " #", "# ", "'", '"', "\t", "-", "- ", "\n  - ", "\n  - title:\n", "{",
    "}", "[", "]", ",", "|", ">", "&a ", "*a", "!t ", "%", "@", "`", '\\', "\\q", "~", "---\n", "...\n", "\r\n", "\r",
    "\ufeff", "😀", "\xa0", "\u2028", "\u202e", "\x00", "\x07", "é", "en:", "fr: ", "\n    fr: x", "both: y",
    "${saved}", "${", "$x$", "<<<<<<< HEAD\n", "=======\n", ">>>>>>> b\n", "\n    id: one\n", "\n    id: two\n",
    "    time: 2m\n", "\n    only: fr\n", "\n    section: {en: A, fr: B}\n", "\n    layout: title\n",
    "\ntheme: erable\n", "\nmode: dark\n", "\nglossary:\n  terms:\n    - {en: talk, fr: exposé}\n",
    "\n# slidekit: ignore-deck SK101 because\n", "   # slidekit: ignore SK312", "\nlanguages: [fr-FR, en-US]\n",
    "\ntypography: eu\n", "\n    image: none.png\n", "l'ami", "l’ami", "the the", "2ème", "title",
    "\n    bullets: [a, b]", "\n" * 40, "word " * 300,
)  # fmt: skip
"""What is typed or pasted."""
