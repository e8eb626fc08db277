"""A slide cannot hold both languages at the smallest sizes that the theme allows, so it is shown twice.

In the side-by-side and stacked editions each slide says everything in both languages. Where one holds too much
for that, it comes once in each language instead, nothing cut and nothing too small to read; but the audience loses
what the edition is for. The rule speaks where such an edition is made, or asked for with `check --edition`.

Bad:
    - title: {en: Every step, fr: Chaque étape}
      terminal:
        en: "{«> Tell me every single step that you would take from here to there.\\n» × 14}"
        fr: "{«> Dites-moi chacune des étapes qui vous mèneraient d'ici à là-bas.\\n» × 14}"

Good:
    - title: {en: Every step, fr: Chaque étape}
      terminal:
        en: "> Tell me every step."
        fr: "> Dites-moi chaque étape."

Source: the theme's `sizes:`; Official Languages Act (Canada), section 29, on equal prominence of both languages.
"""

from __future__ import annotations

from collections.abc import Iterator

from slidekit.rules.base import Checked
from slidekit.source.diagnostic import Diagnostic, Severity
from slidekit.source.wording import Words, listed, tell

CODE = "SK403"
NAME = "too-full-for-both"
SEVERITY = Severity.WARNING
WAYS = {"side-by-side": tell("side by side"), "stacked": tell("one below the other")}


def check(checked: Checked) -> Iterator[Diagnostic]:
    """Each slide once, whichever editions it is too full for."""
    alike: dict[tuple[object, ...], list[Words]] = {}
    for one in checked.crowded:
        alike.setdefault((one.slide, one.span), []).append(WAYS[one.edition])
    for one in checked.crowded:
        ways = alike.pop((one.slide, one.span), None)
        if ways is not None:
            message = tell(
                "{slide} has no room for both languages {ways}, and is shown once in each",
                slide=tell("slide {number}", number=one.slide) if one.slide else tell("the cover"),
                ways=listed(ways, tell(" or ")),
            )
            yield Diagnostic(CODE, message, one.span, tell("shorten it, or make two slides of this one"), SEVERITY)
