"""An SVG does more than draw: it runs a script, or names another file or an address.

An SVG is a small web page. A script in it, an event handler, a piece of HTML, a style sheet or a picture that it
fetches from elsewhere would run or be asked for on every machine that opens the slides, and could put that machine's
own files into them. So could the entities of a document type; one that declares nothing, as Graphviz writes it, is
left out. What slidekit draws is shapes, colours, pictures that the file holds itself and letters; anything else is
refused, by its line.

Bad:
    - image: script.svg
      alt: {en: The curve rises, fr: La courbe monte}

Good:
    - image: drawing.svg
      alt: {en: The curve rises, fr: La courbe monte}

Source: CWE-79, Cross-site Scripting; CWE-611, XML External Entity Reference; SVG 2, 2.7, secure static mode.
"""

from __future__ import annotations

from collections.abc import Iterator

from slidekit.rules.base import Checked
from slidekit.source.diagnostic import Diagnostic, Severity

CODE = "SK113"
NAME = "unsafe-drawing"
SEVERITY = Severity.ERROR


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Drawings that are more than that."""
    for fault in checked.faults:
        if fault.code == CODE:
            yield fault.diagnostic
