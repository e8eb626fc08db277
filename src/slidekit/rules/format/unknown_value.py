"""A duration, date, number or amount cannot be understood, or not be drawn.

A duration is typed `20m`, `1m30`, `45s` or `1:30`; a date `2026-03-10`; an amount `1250.5 CAD`, with a point
whatever the language: the outputs put it in each language's own form.
A pie shows the parts of one whole: one series of figures from nought up; nor can areas on top of each other have gaps.

Bad:
    - title: {en: Fast tests, fr: Des tests rapides}
      time: a while

Bad:
    - title: {en: Sales, fr: Ventes}
      chart:
        type: pie
        categories: {both: [North, South]}
        series:
          - {name: {en: Trips, fr: Trajets}, values: [12, -3]}

Good:
    - title: {en: Fast tests, fr: Des tests rapides}
      time: 1m30

Source: ISO 8601-1 (dates), ISO 4217 (currencies).
"""

from slidekit.source.diagnostic import Severity

CODE = "SK016"
NAME = "unknown-value"
SEVERITY = Severity.ERROR
