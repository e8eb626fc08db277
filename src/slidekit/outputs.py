"""Outputs on disk: each written beside its target, and put in its place when all are whole."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache, cached_property, lru_cache
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Literal, NamedTuple, assert_never

from msgspec import Struct
from msgspec.structs import replace

if TYPE_CHECKING:
    from slidekit.kept import Kept
    from slidekit.scene.boxes import MathShape, Scene
    from slidekit.scene.layout import Layouts
    from slidekit.tools import Kind

Lang = Literal["en", "fr"]
Edition = Literal["en", "fr", "side-by-side", "stacked", "alternating"]
NotesLang = Literal["own", "both", "en", "fr"]
Target = Literal["pptx", "marp", "notes", "pdf", "png", "html", "marp-pdf", "marp-png"]

Files = Mapping[str, bytes]
"""Contents by name, seen from the output folder; `talk.en/001.png` lies in a folder of its own."""

Progress = Callable[[str, int, int], None]

LARGE_SLIDES = 300
"""Above this, editions are drawn and written one after the other: two at once take twice the memory."""


class Job(Struct, frozen=True, gc=False):
    """One output: what it is called, and how its files are made."""

    name: str
    """Of the file, or of the folder where there are several."""
    make: Callable[[], Files]
    threaded: bool = False
    """Whether it runs outside Python's lock, so that another may run beside it."""


def write_all(
    layouts: Layouts,
    stem: str,
    out: Path,
    targets: Sequence[Target],
    editions: Sequence[Edition],
    progress: Progress,
    notes: NotesLang = "own",
    kept: Kept | None = None,
) -> list[Written]:
    """Make every output of a deck, then put them all in place; in the order asked for.

    With what was `kept` of earlier renders, outputs that would be the same again are left as they are.
    """
    large = len(layouts.plans) > LARGE_SLIDES
    every = {name: 0 for target in targets for edition in editions for name in _names(target, f"{stem}.{edition}")}
    sizes: dict[str, int] = {}
    drawn: dict[str, bytes] = {}
    with _beside(out) as staging:
        for group in [[one] for one in editions] if large else [editions]:
            scenes = Scenes(layouts, notes, group)
            due = {target: _due(target, stem, out, scenes, kept, drawn) for target in targets}
            jobs = [job for target in targets for job in _jobs(target, stem, out, due[target])]
            for job, files in _made(jobs, 1 if large else 2):
                progress(job.name, len(sizes), len(every))
                sizes[job.name] = _stage(staging, files)
            if large:
                layouts.forget()
        written = _put_all(staging, out, kept)
    if kept is not None:
        for name in sizes:
            kept.put(out / name, drawn[name])
        sizes = {path.name: size for path, size in kept.sizes([out / name for name in every]).items()}
    return [Written(out / name, sizes[name], name in written) for name in every]


class Written(NamedTuple):
    """An output that stands in its place."""

    path: Path
    size: int
    anew: bool = True
    """Whether this render put it there; else it was the same before."""


def _due(target: Target, stem: str, out: Path, scenes: Scenes, kept: Kept | None, drawn: dict[str, bytes]) -> Scenes:
    """The editions of a target that must be made; `drawn` takes what tells each apart from what it will be."""
    if kept is None:
        return scenes
    from slidekit.kept import Digests

    digests = Digests(scenes)
    left: list[Edition] = []
    for edition in scenes:
        names = _names(target, f"{stem}.{edition}")
        digest = digests.of(target, edition, scenes.halves if (target, edition) == ("notes", "side-by-side") else ())
        drawn |= dict.fromkeys(names, digest)
        if not kept.stands([out / name for name in names], digest):
            left.append(edition)
    return scenes.only(left)


def _put_all(staging: Path, out: Path, kept: Kept | None) -> set[str]:
    """Put what is whole in its place, and say what; what is the same as before stays where something is kept."""
    names = sorted(path.name for path in staging.iterdir())
    for name in names:
        _check_place(staging / name, out / name)
    if kept is not None:
        from slidekit.kept import same

        names = [name for name in names if not same(staging / name, out / name)]
    for name in names:
        _put(staging / name, out / name)
    return set(names)


class Scenes(dict[Edition, "Scene"]):
    """The scenes of some editions."""

    def __init__(self, layouts: Layouts, notes: NotesLang, editions: Sequence[Edition]) -> None:
        super().__init__({edition: layouts.scene(edition, notes) for edition in editions})
        self._layouts = layouts

    def only(self, editions: Sequence[Edition]) -> Scenes:
        """Some of them."""
        some = Scenes(self._layouts, "own", ())
        some.update({edition: self[edition] for edition in editions})
        return some

    @cached_property
    def halves(self) -> tuple[Scene, Scene]:
        """The scenes of both languages, the first one's first."""
        langs = [show.lang for show in self._layouts.shows.values()]
        first, second = [self[lang] if lang in self else self._layouts.scene(lang) for lang in langs]
        return first, second


def _made(jobs: Sequence[Job], workers: int) -> Iterator[tuple[Job, Files]]:
    """The files of each job in order; what runs outside Python's lock runs beside the rest."""
    if not any(job.threaded for job in jobs):
        yield from ((job, job.make()) for job in jobs)
        return
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(workers) as pool:
        started = {job.name: pool.submit(job.make) for job in jobs if job.threaded}
        for job in jobs:
            yield job, started.pop(job.name).result() if job.threaded else job.make()


@contextmanager
def _beside(out: Path) -> Iterator[Path]:
    """A folder inside the output folder for what is not whole yet; gone afterwards whatever happens."""
    made = [folder for folder in (out, *out.parents) if not folder.exists()]
    staging = None
    try:
        out.mkdir(parents=True, exist_ok=True)
        staging = Path(mkdtemp(prefix=".slidekit-", dir=out))
        yield staging
    finally:
        if staging is not None:
            shutil.rmtree(staging, ignore_errors=True)
        for folder in made:
            with _ignored():
                folder.rmdir()


@contextmanager
def _ignored() -> Iterator[None]:
    """A folder that has something in it by now stays."""
    try:
        yield
    except OSError:
        return


def _stage(staging: Path, files: Files) -> int:
    """Write a job's files; the sum of their sizes."""
    for name, content in files.items():
        path = staging / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
    return sum(map(len, files.values()))


def _check_place(new: Path, target: Path) -> None:
    """Raise `OSError` where a folder is in the way of a file, or a file in the way of a folder."""
    if target.exists() and target.is_dir() != new.is_dir():
        number = errno.EISDIR if target.is_dir() else errno.ENOTDIR
        raise OSError(number, os.strerror(number), str(target))


def _put(new: Path, target: Path) -> None:
    """Move a whole output into place; a folder's old pictures go with it."""
    if new.is_dir() and target.is_dir():
        old = new.with_name(f"{new.name}.old")
        target.rename(old)
        new.rename(target)
    else:
        new.replace(target)


def _names(target: Target, name: str) -> tuple[str, ...]:
    """What an output of one edition is called: its file, or the folder where there are several."""
    match target:
        case "marp":
            return f"{name}.md", f"{name}.css"
        case "notes":
            return (f"{name}.notes.pdf",)
        case "png":
            return (name,)
        case "marp-pdf":
            return (f"{name}.marp.pdf",)
        case "marp-png":
            # in a folder of their own, so that they never mix with Typst's
            return (f"{name}.marp",)
        case "pptx" | "pdf" | "html":
            return (f"{name}.{target}",)
        case _:
            assert_never(target)


def _jobs(target: Target, stem: str, out: Path, scenes: Scenes) -> Iterator[Job]:
    """The outputs of one target, an edition each."""
    if target in ("html", "marp-pdf", "marp-png"):
        yield from _marp_cli(target, stem, scenes)
        return
    for edition, scene in scenes.items():
        yield from _job(target, f"{stem}.{edition}", out, scene, scenes)


def _job(target: Target, name: str, out: Path, scene: Scene, scenes: Scenes) -> Iterator[Job]:
    file, *others = _names(target, name)
    match target:
        case "pptx":
            yield Job(file, lambda: {file: _pptx(scene)})
        case "marp":
            yield Job(file, lambda: {file: _markdown(scene, out)})
            yield Job(others[0], lambda: {others[0]: _css(scene)})
        case "notes":
            halves = scenes.halves if scene.show.edition == "side-by-side" else ()
            yield Job(file, lambda: {file: _notes(scene, *halves)}, threaded=True)
        case "pdf":
            yield Job(file, lambda: {file: _slides(scene)}, threaded=True)
        case "png":
            yield Job(file, lambda: _numbered(file, _pngs(scene)), threaded=True)


def _formulas(shapes: Sequence[MathShape]) -> Mapping[MathShape, bytes]:
    """A picture of each formula; what both languages have alike is drawn once."""
    from slidekit.scene.boxes import Box

    looks = [replace(shape, name="", alt="", locale="", box=Box(0, 0, shape.ink.w, shape.ink.h)) for shape in shapes]
    drawn = _drawn(tuple(dict.fromkeys(looks)))
    return {shape: drawn[look] for shape, look in zip(shapes, looks, strict=True)}


@lru_cache(maxsize=4)
def _drawn(shapes: tuple[MathShape, ...]) -> Mapping[MathShape, bytes]:
    from slidekit.writers import typst

    return typst.formulas_png(shapes)


def _pptx(scene: Scene) -> bytes:
    from slidekit.writers import pptx

    return pptx.write(scene, _formulas)


def _markdown(scene: Scene, out: Path) -> bytes:
    from slidekit.writers import marp

    return marp.write(scene, marp.relative_to(out)).encode()


def _css(scene: Scene) -> bytes:
    from slidekit.writers import marp

    return marp.css(scene).encode()


def _notes(scene: Scene, *halves: Scene) -> bytes:
    from slidekit.writers import typst

    return typst.notes(scene, *halves)


def _slides(scene: Scene) -> bytes:
    from slidekit.writers import typst

    return typst.slides(scene)


def _pngs(scene: Scene) -> list[bytes]:
    from slidekit.writers import typst

    return typst.pages_png(scene)


def _numbered(folder: str, pictures: Sequence[bytes]) -> Files:
    return {f"{folder}/{number:03}.png": picture for number, picture in enumerate(pictures, 1)}


def _marp_cli(target: Target, stem: str, scenes: Scenes) -> Iterator[Job]:
    """What marp-cli makes, all editions in one call: two cost 1.2 times one."""

    @cache
    def made() -> dict[Edition, list[bytes]]:
        from slidekit.tools import Job as Talk
        from slidekit.tools import marp_batch
        from slidekit.writers import marp

        talks = [Talk(marp.write(scene, marp.data_address), marp.css(scene)) for scene in scenes.values()]
        return dict(zip(scenes, marp_batch(talks, _KINDS[target]), strict=True))

    for edition in scenes:
        (name,) = _names(target, f"{stem}.{edition}")
        yield _marp_job(target, name, lambda edition=edition: made()[edition])  # type: ignore[misc]


_KINDS: dict[Target, Kind] = {"html": "html", "marp-pdf": "pdf", "marp-png": "png"}


def _marp_job(target: Target, name: str, made: Callable[[], list[bytes]]) -> Job:
    if target == "marp-png":
        return Job(name, lambda: _numbered(name, made()))
    return Job(name, lambda: {name: made()[0]})
