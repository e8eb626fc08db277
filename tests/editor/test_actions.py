"""Code actions: each offered where it belongs, and its edit does what it says and nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from client import Editor, applied, session
from lsprotocol import types
from open_decks import opened

from slidekit.editor import sides
from slidekit.editor.client import Client

HEAD = "slidekit: 1\ntitle: {en: A talk, fr: Un exposé}\nslides:\n"


def offered(
    folder: Path,
    text: str,
    place: tuple[int, int],
    only: Sequence[str] | None = None,
    locale: str = "en",
    uri: str | None = None,
) -> Mapping[str, str | types.Command]:
    """By title: the text after each action at a place (from 0), or the command that makes it."""

    async def story(editor: Editor) -> list[types.CodeAction | types.Command] | None:
        opened = await editor.open(uri or folder / "talk.yaml", text)
        at = types.Position(*place)
        context = types.CodeActionContext([], only=list(only) if only is not None else None)
        found = await editor.text_document_code_action_async(
            types.CodeActionParams(types.TextDocumentIdentifier(opened), types.Range(at, at), context)
        )
        return list(found) if found is not None else None

    found = session(folder, story, locale=locale)
    assert found is not None
    results: dict[str, str | types.Command] = {}
    for one in found:
        if isinstance(one, types.CodeAction):
            results[one.title] = applied(text, one.edit)
        else:  # as lsprotocol reads an action that has a command
            results[one.title] = one
    return results


def test_a_safe_fix_is_made(tmp_path: Path) -> None:
    """A finding that a machine can mend is mended at its place, the rest of the file untouched."""
    text = HEAD + "  - title: {en: Why, fr: 'Pourquoi ?'}  # a remark\n    notes: {en: So, fr: Ainsi}\n"

    found = offered(tmp_path, text, (3, 34))

    title = next(title for title in found if title.startswith("mend SK3"))
    assert (
        text.replace("Pourquoi ?", "Pourquoi\u202f?") == found[title]
        or text.replace("Pourquoi ?", "Pourquoi?") == (found[title])
    )


LATER = {
    "a space": ("'Pourquoi ?'", "'Pourquoi?'", 2),
    "quotation marks": ("'Un \"mot\" dit'", "'Un «\u00a0mot\u00a0» dit'", 6),
    "a text to be quoted": ("Voir ${pages} ici", '"Voir ${pages} ici"', 9),
}


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("case", LATER)
def test_a_fix_of_a_later_slide_is_made_where_it_stands(tmp_path: Path, case: str, end: str) -> None:
    """Among other slides, before and after it, a finding is mended at its own place."""
    wrong, right, at = LATER[case]
    other = "  - title: {en: A title, fr: Un titre}\n    notes: {en: So, fr: Ainsi}\n"
    text = f"{HEAD}{other * 3}  - title: {{en: Why, fr: {wrong}}}\n{other * 2}".replace("\n", end)

    found = offered(tmp_path, text, (9, 25 + at))

    (made,) = [after for title, after in found.items() if title.startswith("mend SK")]
    assert text.replace(wrong, right) == made


SIDES = {
    "braces": ("  - title: {en: Two}\n", (3, 15), '  - title: {en: Two, fr: ""}\n'),
    "lines": (
        "  - title:\n      en: Two\n    time: 1m\n",
        (4, 8),
        '  - title:\n      en: Two\n      fr: ""\n    time: 1m\n',
    ),
    "item": (
        '  - title: {en: A, fr: B}\n    bullets:\n      - en: "Two"  # why\n      - both: x\n',
        (5, 12),
        '  - title: {en: A, fr: B}\n    bullets:\n      - en: "Two"  # why\n        fr: ""\n      - both: x\n',
    ),
    "French alone": ("  - title: {fr: Deux}\n", (3, 18), '  - title: {en: "", fr: Deux}\n'),
    "French item": (
        "  - title: {en: A, fr: B}\n    bullets:\n      - fr: Deux\n",
        (5, 12),
        '  - title: {en: A, fr: B}\n    bullets:\n      - en: ""\n        fr: Deux\n',
    ),
    "block": (
        "  - title: {en: A, fr: B}\n    notes:\n      en: |\n        One.\n        # two\n\n    time: 1m\n",
        (6, 10),
        "  - title: {en: A, fr: B}\n    notes:\n      en: |\n        One.\n        # two\n"
        '      fr: ""\n\n    time: 1m\n',
    ),
    "last line": ("  - title:\n      en: Two", (4, 8), '  - title:\n      en: Two\n      fr: ""'),
    "emoji": ("  - title: {en: 😀 Two}\n", (3, 18), '  - title: {en: 😀 Two, fr: ""}\n'),
}


@pytest.mark.parametrize("case", SIDES)
def test_the_missing_side_is_added(tmp_path: Path, case: str) -> None:
    """The other language stands beside or below, in the author's own style, ready to be filled in."""
    slide, place, wanted = SIDES[case]

    found = offered(tmp_path, HEAD + slide, place)

    title = "add the missing English" if "French" in case else "add the missing French"
    assert HEAD + wanted == found[title]


def test_lines_that_end_as_on_windows_stay_so(tmp_path: Path) -> None:
    """What is put in ends its lines as the file does."""
    text = (HEAD + "  - title:\n      en: Two\n    time: 1m\n").replace("\n", "\r\n")

    found = offered(tmp_path, text, (4, 8))

    assert text.replace("Two\r\n", 'Two\r\n      fr: ""\r\n') == found["add the missing French"]


BOTH = {
    "one side": ("  - title: {en: Python 3}\n", (3, 18), "  - title: {both: Python 3}\n"),
    "alike": ("  - title: {en: Python 3, fr: Python 3}\n", (3, 18), "  - title: {both: Python 3}\n"),
    "empty": ('  - title: {en: Python 3, fr: ""}\n', (3, 18), "  - title: {both: Python 3}\n"),
    "lines": (
        "  - title:\n      en: Go\n      fr: Go\n    time: 1m\n",
        (4, 11),
        "  - title:\n      both: Go\n    time: 1m\n",
    ),
    "plain": ("  - title: Python 3\n", (3, 13), "  - title: {both: Python 3}\n"),
}


@pytest.mark.parametrize("case", BOTH)
def test_a_text_is_marked_as_both(tmp_path: Path, case: str) -> None:
    """A text that both languages share is said once."""
    slide, place, wanted = BOTH[case]

    found = offered(tmp_path, HEAD + slide, place)

    assert HEAD + wanted == found["mark it as meant for both languages"]


PLAIN = {
    "value": ("  - title: Fast\n", (3, 13), '  - title: {en: Fast, fr: ""}\n', '  - title: {en: "", fr: Fast}\n'),
    "comma": ("  - title: Fast, fun\n", (3, 13), '  - title: {en: "Fast, fun", fr: ""}\n', None),
    "block": (
        "  - title: {both: A}\n    notes: |\n      One.\n      Two.\n    time: 1m\n",
        (4, 12),
        '  - title: {both: A}\n    notes:\n      en: |\n        One.\n        Two.\n      fr: ""\n    time: 1m\n',
        None,
    ),
    "item": (
        "  - title:\n      both: A\n    bullets:\n      - Fast\n",
        (6, 9),
        '  - title:\n      both: A\n    bullets:\n      - {en: Fast, fr: ""}\n',
        None,
    ),
}


@pytest.mark.parametrize("case", PLAIN)
def test_a_plain_text_is_given_its_language(tmp_path: Path, case: str) -> None:
    """A plain string becomes a pair, in English or in French, as the author says."""
    slide, place, english, french = PLAIN[case]

    found = offered(tmp_path, HEAD + slide, place)

    assert HEAD + english == found["it is English: add the French"]
    if french is not None:
        assert HEAD + french == found["it is French: add the English"]


QUOTES = {
    "value": ("  - title: {en: It works, fr: Ça marche}\n", '  - title: {en: "It works", fr: Ça marche}\n'),
    "with quotes": ('  - title: {en: A "b", fr: c}\n', "  - title: {en: 'A \"b\"', fr: c}\n"),
}


@pytest.mark.parametrize("case", QUOTES)
def test_a_text_is_put_in_quotes(tmp_path: Path, case: str) -> None:
    """A text without quotation marks gets them, and reads as before."""
    slide, wanted = QUOTES[case]

    found = offered(tmp_path, HEAD + slide, (3, 18))

    assert HEAD + wanted == found["put this text in quotation marks"]


def test_a_word_of_the_format_is_not_put_in_quotes(tmp_path: Path) -> None:
    """Where quotes would change what is read, they are not offered; nor for what has them."""
    assert {} == offered(tmp_path, HEAD + '  - title: {both: "Go"}\n', (3, 20), only=["refactor"])


@pytest.mark.parametrize(
    ("line", "texts"),
    [
        ("time: 1m30", 0), ("id: words", 0), ("syntax: python", 0), ("image: a.png", 0), ("link: https://a.ca", 0),
        ("by: Marie Roy", 1), ("bullets: [Un]", 1), ("table: {rows: [[Un]]}", 1), ("table: {rows: [{fr: [Un]}]}", 1),
    ],
)  # fmt: skip
def test_only_texts_are_to_be_quoted(line: str, texts: int) -> None:
    """A time, an id, a file or an address is no text: quotation marks would mend nothing."""
    text = f"{HEAD}  - title: {{en: Words, fr: Mots}}\n    {line}\n"
    value = 4 + max(line.rfind(" "), line.rfind("[")) + 2

    assert texts == len(list(sides.quoted(opened(text), (5, value), Client())))


def test_a_colon_is_quoted(tmp_path: Path) -> None:
    """The colon that YAML would take for its own: the text is put in quotes by one key."""
    text = HEAD + "  - title:\n      en: A law\n      fr: La loi : une promesse\n"

    found = offered(tmp_path, text, (5, 16))

    mended = next(after for title, after in found.items() if title.startswith("mend SK002:"))
    assert text.replace("La loi : une promesse", '"La loi : une promesse"') == mended


def test_a_finding_is_ignored_with_a_reason(tmp_path: Path) -> None:
    """A comment stands above the text, its reason is to be typed, and the finding is told no more."""
    text = HEAD + "  - title:\n      en: Why\n      fr: Pourquoi ?\n"
    before = offered(tmp_path, text, (5, 20))
    code = next(title for title in before if title.startswith("ignore SK")).split()[1]

    after = before[f"ignore {code} here because …"]

    comment = f"      # slidekit: ignore {code} because …\n"
    assert text.replace("      fr:", comment + "      fr:") == after
    assert isinstance(after, str)
    assert not [title for title in offered(tmp_path, after, (6, 20)) if code in title]


def test_what_cannot_be_turned_off_is_not_ignored(tmp_path: Path) -> None:
    """A file that cannot be read proves nothing, so no comment for it is offered."""
    found = offered(tmp_path, HEAD + "  - title: {en: A, fr: B\n", (3, 12))

    assert [] == [title for title in found if "ignore SK001" in title]


def test_all_that_is_certain_is_mended_when_a_file_is_saved(tmp_path: Path) -> None:
    """`source.fixAll` gives one edit with every safe fix, and none that only may be right."""
    slide = "  - title: {en: Why, fr: 'Pourquoi ?'}\n"
    text = HEAD + slide + slide.replace("Why", "How").replace("Pourquoi", "Comment")

    found = offered(tmp_path, text, (0, 0), only=["source.fixAll"])

    (after,) = found.values()
    assert isinstance(after, str)
    assert ["mend all that is certain in this deck"] == list(found)
    assert " ?" not in after
    assert {} == offered(tmp_path, after, (0, 0), only=["source.fixAll.slidekit"])


def test_actions_are_of_the_kinds_asked_for(tmp_path: Path) -> None:
    """An editor that asks for refactorings gets no fixes."""
    text = HEAD + "  - title: {en: Two}\n"

    assert ["put this text in quotation marks"] == list(offered(tmp_path, text, (3, 17), only=["refactor.rewrite"]))
    assert {} == offered(tmp_path, text, (3, 17), only=["source.organizeImports"])


def test_actions_speak_french(tmp_path: Path) -> None:
    """In a French editor titles are French, and the comment that is put in is understood."""
    found = offered(tmp_path, HEAD + "  - title: {en: Two}\n", (3, 15), locale="fr-CA")

    assert [] == [title for title in found if title.startswith(("add", "mark", "ignore", "put"))]


def test_an_unsaved_deck_has_actions(tmp_path: Path) -> None:
    """A text that was never saved is helped as any other."""
    text = HEAD + "  - title: {en: Two}\n"

    found = offered(tmp_path, text, (3, 15), uri="untitled:Untitled-1")

    assert text.replace("Two", 'Two, fr: ""') == found["add the missing French"]


def test_a_french_comment_gives_its_reason_in_french(tmp_path: Path) -> None:
    """The reason that is still to be typed begins with `parce que`, which is understood as well."""
    text = HEAD + "  - title: {en: Why, fr: 'Pourquoi ?'}\n    notes: {en: So, fr: Ainsi}\n"

    found = offered(tmp_path, text, (3, 34), locale="fr")

    comments = [new for new in found.values() if isinstance(new, str) and "slidekit: ignore" in new]
    assert [True] == ["parce que …\n  - title:" in new for new in comments]
