"""A key belongs to a block that is not there, or to more than one.

`by:` goes with a quote, `syntax:` and `highlight:` with code, `alt:` with a picture, diagram, table or chart,
`caption:` with these and with code. In a chart, `stacked:` goes with bars, columns and areas, `points:` with
`type: scatter`, `categories:` and `values:` with all other types, `x:` and `y:` with those that have axes.
Where a slide has two that a key could belong to, put each in `body:` with its own.

Bad:
    - title: {en: Fast tests, fr: Des tests rapides}
      by: Camille Roy

Bad:
    - title: {en: Before and after, fr: Avant et après}
      code: make before
      terminal: "> make after"
      caption: {en: Which of them?, fr: Lequel des deux?}

Bad:
    - title: {en: Sales, fr: Ventes}
      chart:
        type: line
        stacked: true
        categories: {both: ["2025", "2026"]}
        series:
          - {name: {en: Trips, fr: Trajets}, values: [12, 18]}

Good:
    - title: {en: Fast tests, fr: Des tests rapides}
      quote: {en: Fast is a feature., fr: La vitesse compte.}
      by: Camille Roy

Source: the deck format, version 1: companions attach to their host in the same mapping.
"""

from slidekit.source.diagnostic import Severity

CODE = "SK018"
NAME = "homeless-key"
SEVERITY = Severity.ERROR
