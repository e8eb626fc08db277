"""A deck's history: exactly the texts of which one side changed are named, whichever it is and wherever they went."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from decks_on_disk import mark_reviewed
from hypothesis import given
from hypothesis import strategies as st
from repository import ALONE, Repository

from slidekit import build
from slidekit.beside import locked
from slidekit.cli.fix import mend_all
from slidekit.deck.lock import HEADER, Lock, digest, lock_text, read_lock
from slidekit.deck.text import Pair, Text
from slidekit.history import History, NoHistory
from slidekit.rules.gathering import Told
from slidekit.rules.reviewed import Couple, compare, couples
from slidekit.source.span import START

SLIDES = {
    "room": ("The room is on the left", "La salle est à gauche"),
    "lunch": ("Lunch is at noon", "Le dîner est à midi"),
    "coffee": ("Coffee is free", "Le café est gratuit"),
    "exit": ("Leave by the garden", "Sortez par le jardin"),
    "taxi": ("Taxis wait outside", "Des taxis attendent dehors"),
}
FRESHNESS = ("SK601", "SK602", "SK603")


def deck_of(slides: dict[str, tuple[str, str]]) -> str:
    """A deck with a slide for each pair."""
    head = "slidekit: 1\ntitle: {en: A day together, fr: Une journée ensemble}\nslides:\n"
    return head + "".join(f"  - title:\n      en: {en}\n      fr: {fr}\n" for en, fr in slides.values())


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    """A deck of five slides in a repository."""
    path = tmp_path / "decks" / "talk.yaml"
    Repository(tmp_path)
    path.parent.mkdir()
    path.write_text(deck_of(SLIDES), "utf-8")
    Repository(tmp_path).commit()
    return path


def named(deck: Path, since: str = "") -> list[tuple[str, str | None, int | None]]:
    """Code, side that was left behind, and slide of each finding about freshness."""
    found = build.check([deck], since=since).diagnostics
    return [(one.code, one.lang, one.slide) for one in found if one.code in FRESHNESS]


def test_the_side_that_was_left_behind_is_named(deck: Path) -> None:
    """English that changed leaves French behind, French that changed leaves English; both at once leave nobody."""
    mark_reviewed(deck)
    one_sided = SLIDES | {
        "room": ("The room is on the right", SLIDES["room"][1]),
        "lunch": (SLIDES["lunch"][0], "Le dîner est plus tard"),
        "coffee": ("Tea is free", "Le thé est gratuit"),
    }
    deck.write_text(deck_of(one_sided), "utf-8")

    assert [("SK601", "fr", 1), ("SK601", "en", 2)] == named(deck)
    os.remove(deck.parent / "deck.lock")
    assert [("SK602", "fr", 1), ("SK602", "en", 2)] == named(deck, "HEAD")


def test_slides_are_moved_and_a_branch_is_merged(deck: Path, tmp_path: Path) -> None:
    """After slides were moved on one branch, others were added on another and both were merged, the same are named."""
    repository = Repository(tmp_path)
    mark_reviewed(deck)
    start = repository.commit("reviewed")
    repository.git("checkout", "--quiet", "-b", "moved")
    moved = {name: SLIDES[name] for name in ("exit", "room", "lunch", "coffee", "taxi")}
    deck.write_text(deck_of(moved | {"room": ("The room is upstairs", SLIDES["room"][1])}), "utf-8")
    repository.commit("slides moved, one changed in English alone")
    repository.git("checkout", "--quiet", "main")
    new = {"water": ("Water is on the table", "L’eau est sur la table")}
    deck.write_text(deck_of(SLIDES | {"taxi": (SLIDES["taxi"][0], "Des taxis attendent au coin")} | new), "utf-8")
    mark_reviewed(deck)
    deck.write_text(deck.read_text("utf-8").replace("sur la table", "dans le hall"), "utf-8")
    repository.commit("one changed in French and reviewed, one added and changed in French after that")
    repository.git("merge", "--quiet", "--no-edit", "moved")

    assert [("SK601", "fr", 2), ("SK601", "en", 6)] == named(deck)
    # that of the taxis was reviewed, and the new one is not in the old deck
    assert [("SK601", "fr", 2), ("SK601", "en", 6)] == named(deck, start)
    os.remove(deck.parent / "deck.lock")
    assert [("SK602", "fr", 2), ("SK602", "en", 5)] == named(deck, start)


def test_what_another_branch_has_changed_is_not_ours(deck: Path, tmp_path: Path) -> None:
    """Where branches have parted, a deck is compared with what it was then, as in a pull request."""
    repository = Repository(tmp_path)
    repository.git("checkout", "--quiet", "-b", "ours")
    deck.write_text(deck_of(SLIDES | {"coffee": (SLIDES["coffee"][0], "Le café est offert")}), "utf-8")
    repository.commit()
    repository.git("checkout", "--quiet", "main")
    deck.write_text(deck_of(SLIDES | {"room": ("The room has moved", SLIDES["room"][1])}), "utf-8")
    repository.commit()
    repository.git("checkout", "--quiet", "ours")

    assert [("SK602", "en", 3)] == named(deck, "main")


def test_a_renamed_deck_keeps_its_past(deck: Path, tmp_path: Path) -> None:
    """A deck under another name and in another folder is compared with its old self, by lock and by git."""
    mark_reviewed(deck)
    other = deck.with_name("speech.yaml")
    deck.rename(other)
    other.write_text(deck_of(SLIDES | {"room": ("The room is upstairs", SLIDES["room"][1])}), "utf-8")
    elsewhere = tmp_path / "talks" / "spring.yaml"
    elsewhere.parent.mkdir()
    shutil.copy(other, elsewhere)

    assert [("SK601", "fr", 1)] == named(other)
    assert [("SK602", "fr", 1)] == named(elsewhere, "HEAD")


def test_a_new_deck_has_no_past(deck: Path) -> None:
    """A deck that was not there, or that is beside the others only, is not compared with them."""
    new = deck.with_name("new.yaml")
    new.write_text(deck_of({"room": ("The room is on the left", "La salle se trouve à gauche")}), "utf-8")
    mark_reviewed(deck)

    assert [] == named(new, "HEAD")


def test_a_new_text_may_share_a_side_with_an_old_one(deck: Path) -> None:
    """A pair that is still there explains nothing: the same English may be said in another way elsewhere."""
    mark_reviewed(deck)
    deck.write_text(deck_of(SLIDES | {"again": ("Coffee is free", "Café offert")}), "utf-8")

    assert [] == named(deck)
    deck.write_text(deck_of(SLIDES | {"coffee": ("Coffee is free", "Café offert")}), "utf-8")
    assert [("SK601", "en", 3)] == named(deck)


def test_one_of_two_equal_texts_is_found(deck: Path) -> None:
    """Where the same pair was there twice, the one that changed is named."""
    deck.write_text(deck_of(SLIDES | {"again": SLIDES["coffee"]}), "utf-8")
    mark_reviewed(deck)
    deck.write_text(deck_of(SLIDES | {"again": ("Coffee is free", "Le café coûte deux dollars")}), "utf-8")

    assert [("SK601", "en", 6)] == named(deck)


@pytest.mark.parametrize(
    "changed",
    [
        ("The room is on the left", "La salle est\u00a0à gauche"),
        ("The room is on the Left", "La salle est à gauche"),
        ("The room is on the left", "La salle est a gauche"),
        ("The room is on the left", "La  salle est à gauche "),
    ],
)
def test_typography_is_no_change(deck: Path, changed: tuple[str, str]) -> None:
    """A reviser who mends spaces, capitals and accents has not changed what is said."""
    mark_reviewed(deck)
    deck.write_text(deck_of(SLIDES | {"room": changed}), "utf-8")

    assert [] == named(deck)


@pytest.mark.parametrize(
    "pair",
    [
        ("« Où ? »", '"Où?"'),
        ("1 250,50 $", "1\u00a0250,50\u202f$"),
        ("Le 2ème et la 1ère", "Le 2e et la 1re"),
        ("l’œuvre...", "l'oeuvre…"),
        ("Etat -- A propos", "État – À propos"),
    ],
)
def test_what_fix_mends_is_no_change(pair: tuple[str, str]) -> None:
    """`slidekit fix` leaves nothing stale."""
    assert digest(Text(pair[0], START)) == digest(Text(pair[1], START))


def test_what_was_reviewed_stays_reviewed_when_it_is_mended(deck: Path) -> None:
    """`slidekit fix` takes the lock file along, also where the mended text has other letters and figures."""
    slides = SLIDES | {"room": ("It costs $1,250.50 a year", "Cela coûte 1,250.50 $ par an")}
    slides["lunch"] = ("The the lunch is late", "Le dîner est en retard")
    deck.write_text(deck_of(slides), "utf-8")
    mark_reviewed(deck)
    deck.write_text(deck_of(slides | {"taxi": ("Taxis have left", SLIDES["taxi"][1])}), "utf-8")

    mend_all([deck], False, True)

    assert "the the" not in deck.read_text("utf-8").lower()
    assert "1,250.50 $" not in deck.read_text("utf-8")
    assert [("SK601", "fr", 5)] == named(deck)


@pytest.mark.parametrize("pair", [("5 minutes", "6 minutes"), ("is", "is not"), ("`a`", "`b`"), ("x²", "x³")])
def test_words_and_figures_are_changes(pair: tuple[str, str]) -> None:
    """What makes a difference to the audience makes one to the hash."""
    assert digest(Text(pair[0], START)) != digest(Text(pair[1], START))


def test_every_sign_of_code_counts() -> None:
    """In a listing, capitals and the spaces at the start of a line mean something."""
    assert digest(Text("if a:\n    b", START), True) != digest(Text("if a:\n  b", START), True)
    assert digest(Text("Path", START), True) != digest(Text("path", START), True)


def test_a_hash_is_the_same_everywhere() -> None:
    """Lock files outlive machines and releases: what a hash is made of may never change."""
    assert "22caf4159768" == digest(Text("« Où ? », dit l’État", START))


def test_both_sides_of_a_conflict_hold() -> None:
    """A merge that was not finished loses nothing: what both branches have is counted once."""
    ours, base, theirs = (f"{sign * 12} {sign * 12} talk.yaml\n" for sign in "abc")
    common = f"{'d' * 12} {'d' * 12} talk.yaml\n"
    file = (
        f"{HEADER}{common}<<<<<<< HEAD\n{ours}{common}||||||| 1234567\n{base}=======\n{theirs}{common}>>>>>>> other\n"
    )

    lock = read_lock(file.encode())

    assert (
        Counter({("d" * 12, "d" * 12): 2, ("a" * 12, "a" * 12): 1, ("c" * 12, "c" * 12): 1}) == lock.decks["talk.yaml"]
    )
    assert [3] == [span.line for span in lock.conflicts]
    assert () == lock.odd


@given(st.binary(max_size=300))
def test_any_bytes_are_read(data: bytes) -> None:
    """A lock file may hold anything."""
    assert isinstance(read_lock(data), Lock)


@given(st.dictionaries(st.text(min_size=1, max_size=9).filter(lambda name: "\ud800" > max(name)), st.integers(1, 3)))
def test_a_lock_file_is_read_back(decks: dict[str, int]) -> None:
    """Whatever decks are called, their lines come back."""
    known = {name: Counter({("0" * 12, "f" * 12): times}) for name, times in decks.items()}

    assert known == read_lock(lock_text(known).encode()).decks


def test_a_lock_file_elsewhere_is_not_read(deck: Path, tmp_path: Path) -> None:
    """A link that leads out of the deck's folder, a folder and a pipe are told, not read."""
    (tmp_path / "secret").write_text("root:x:0:0")
    lock = deck.parent / "deck.lock"
    problems = []
    makers: list[Callable[[], None]] = [
        lambda: lock.symlink_to(tmp_path / "secret"),
        lock.mkdir,
        lambda: os.mkfifo(lock),
    ]
    for make in makers:
        make()
        found = build.check([deck]).diagnostics
        problems.append([(one.code, one.message) for one in found if "root" not in one.message])
        lock.rmdir() if lock.is_dir() else lock.unlink()

    outside = [("SK603", "the lock file is a link that leads out of the deck's folder")]
    assert [outside, *[[("SK603", "what is called deck.lock is no file")]] * 2] == problems
    assert locked(deck) is None


def test_a_shallow_clone_says_what_it_lacks(deck: Path, tmp_path: Path) -> None:
    """In a clone of one commit, an older revision is not there, and the remedy is named."""
    first = Repository(tmp_path).commit()
    Repository(tmp_path).commit("more")
    clone = tmp_path / "clone"
    subprocess.run(
        ["git", "clone", "--quiet", "--depth=1", f"file://{tmp_path}", str(clone)],
        env={**os.environ, **ALONE},
        check=True,
    )

    with pytest.raises(NoHistory) as told:
        History(clone, first)

    assert f"git knows no revision {first} here" == told.value.message
    assert "shallow" in told.value.hint


def test_a_clone_that_leaves_files_out_is_told(deck: Path, tmp_path: Path) -> None:
    """A partial clone would have to fetch the old deck; it is not taken for one that was not there."""
    origin = Repository(tmp_path)
    origin.git("config", "uploadpack.allowFilter", "true")
    deck.write_text(deck_of(SLIDES | {"room": ("The room is upstairs", SLIDES["room"][1])}), "utf-8")
    origin.commit("more")
    clone = tmp_path / "clone"
    command = ["git", "clone", "--quiet", "--filter=blob:none", f"file://{tmp_path}", str(clone)]
    subprocess.run(command, env={**os.environ, **ALONE}, check=True)

    with pytest.raises(NoHistory) as told:
        build.check([clone / "decks" / "talk.yaml"], since="HEAD~1")

    assert "git does not have talk.yaml as it was" == told.value.message


def test_no_repository_and_no_such_revision(deck: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Outside git, and for words that name no commit, options among them, there is a sentence and no traceback."""
    outside = tmp_path_factory.mktemp("outside")
    for folder, revision in ((outside, "HEAD"), *((deck.parent, one) for one in ("nowhere", "--all", "", "a\0b", "é"))):
        with pytest.raises(NoHistory):
            History(folder, revision)


def test_a_work_tree_of_its_own_is_read(deck: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`git worktree` keeps its objects elsewhere; a hook's variables do not lead astray."""
    Repository(tmp_path).git("worktree", "add", "--quiet", "../other")
    other = tmp_path.parent / "other" / "decks" / "talk.yaml"
    other.write_text(deck_of(SLIDES | {"room": ("The room is upstairs", SLIDES["room"][1])}), "utf-8")
    monkeypatch.setenv("GIT_DIR", "/nowhere")

    assert [("SK602", "fr", 1)] == named(other, "HEAD")


def test_programs_that_a_repository_names_are_not_run(deck: Path, tmp_path: Path) -> None:
    """Hooks, filters and monitors of somebody else's repository are left alone."""
    repository, ran = Repository(tmp_path), tmp_path / "ran"
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch '{ran}'\n")
    program.chmod(0o755)
    for key in (
        "core.fsmonitor",
        "core.pager",
        "diff.external",
        "filter.x.smudge",
        "filter.x.clean",
        "diff.x.textconv",
    ):
        repository.git("config", key, str(program))
    hooks = tmp_path / ".git" / "hooks"
    hooks.mkdir(exist_ok=True)
    for name in ("post-checkout", "reference-transaction", "post-index-change", "fsmonitor-watchman"):
        shutil.copy(program, hooks / name)
    (tmp_path / ".gitattributes").write_text("*.yaml filter=x diff=x\n")
    deck.rename(deck.with_name("other.yaml"))

    found = named(deck.with_name("other.yaml"), "HEAD")

    assert ([], False) == (found, ran.exists())


CHANGES = st.lists(st.sampled_from(("kept", "en", "fr", "both", "gone", "new")), max_size=30)


@given(CHANGES, st.randoms())
def test_whatever_happens_to_a_deck_exactly_those_are_named(changes: list[str], random: Random) -> None:
    """Texts kept, changed on one side or on both, taken out and added, then shuffled: the one-sided ones are named."""
    before, now, expected = [], [], set()
    for number, change in enumerate(changes):
        en, fr = f"english {number}", f"french {number}"
        if change != "new":
            before.append((en, fr))
        if change == "gone":
            continue
        now.append(couple(f"{en}{'!' * (change in ('en', 'both'))}", f"{fr}{'!' * (change in ('fr', 'both'))}"))
        if change in ("en", "fr"):
            expected.add((change, now[-1].hashes))
    random.shuffle(now)

    stale = compare(now, Counter(couple(*pair).hashes for pair in before))

    assert expected == {(one.changed, one.couple.hashes) for one in stale}


def couple(en: str, fr: str) -> Couple:
    """A text in both languages."""
    texts = Text(en, START), Text(fr, START)
    told = Told(Pair(START, "bullets", *texts), "bullet", True, 1, None)
    (made,) = couples([told])
    return made
