"""A row or a list has more parts in one language than in the other, or than its table has columns.

`en: [..]` and `fr: [..]` are read side by side: the third cell in French translates the third in
English. With one more or one fewer, every later cell would stand beside the wrong words, and a table
would have ragged rows. The same holds for a chart: each series gives one figure per category.

Bad:
    - title: {en: Costs, fr: Coûts}
      table:
        header:
          en: [Year, Cost, Share]
          fr: [Année, Coût]
        rows:
          - both: ["2025", "12", "3"]

Bad:
    - title: {en: Costs, fr: Coûts}
      table:
        header:
          en: [Year, Cost]
          fr: [Année, Coût]
        rows:
          - both: ["2025", "12", "3"]

Good:
    - title: {en: Costs, fr: Coûts}
      table:
        header:
          en: [Year, Cost]
          fr: [Année, Coût]
        rows:
          - both: ["2025", "12"]

Source: WCAG 2.2, success criterion 1.3.1 (technique H51): cells are told by their row and column.
"""

from __future__ import annotations

from collections.abc import Iterator

from slidekit.rules.base import Checked
from slidekit.rules.gathering import Listed
from slidekit.source.diagnostic import Diagnostic, Severity
from slidekit.source.wording import Words, tell, tell_many

CODE = "SK103"
NAME = "uneven-rows"
SEVERITY = Severity.ERROR


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Rows, lists and series whose two sides or whose widths differ."""
    for listed in checked.gathered.lists:
        english, french = listed.counts
        if english != french:
            if 0 not in listed.counts:
                yield _sides(listed, english, french)
        elif listed.width is not None and english != listed.width:
            yield _width(listed, english, listed.width)


def _sides(listed: Listed, english: int, french: int) -> Diagnostic:
    short = "en" if english < french else "fr"
    fewest, most = sorted(listed.counts)
    lacking = most - fewest
    things = _counted(english, listed.what)
    message = tell("{things} in English, {french} in French", things=things, french=french)
    hint = tell("add {n} to  {lang}:, or take {n} away from the other", n=lacking, lang=short)
    if listed.what == "cell":
        hint = tell(
            'add {n} to  {lang}:, or take {n} away from the other; a cell left empty is  ""', n=lacking, lang=short
        )
    return Diagnostic(CODE, message, listed.span, hint, lang=short, slide=listed.slide)


def _width(listed: Listed, count: int, width: int) -> Diagnostic:
    if listed.what == "value":
        figures, categories = _counted(count, "value"), _counted(width, "category")
        message = tell("{figures} for {categories}", figures=figures, categories=categories)
        hint = tell("give one figure per category;  ~  leaves a gap")
    else:
        message = tell("{cells} where the table's first row has {n}", cells=_counted(count, "cell"), n=width)
        hint = tell('give each row as many cells; one left empty is  ""')
    return Diagnostic(CODE, message, listed.span, hint, slide=listed.slide)


def _counted(count: int, what: str) -> Words:
    match what:
        case "cell":
            return tell_many("{n} cell", "{n} cells", count)
        case "category":
            return tell_many("{n} category", "{n} categories", count)
        case "bullet":
            return tell_many("{n} bullet", "{n} bullets", count)
        case _:
            return tell_many("{n} figure", "{n} figures", count)
