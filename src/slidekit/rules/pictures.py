"""Whether a picture is there, in the deck's folder, whole and harmless; each file is read once, none decoded."""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from slidekit.rules import drawings
from slidekit.rules.base import says
from slidekit.rules.pixels import MAX_PIXELS, kind_of, measure, plays, size_of, stranger
from slidekit.scene.pictures import Kind, Picture
from slidekit.source.diagnostic import Diagnostic, Severity
from slidekit.source.wording import tell

if TYPE_CHECKING:
    from slidekit.rules.base import Checked

__all__ = ["MAX_BYTES", "Fault", "Looked", "Trouble", "faults", "look", "look_all", "size_of", "trouble"]

MISSING, BROKEN, OUTSIDE, UNSAFE, MOVING, PRINTED = "SK109", "SK110", "SK111", "SK113", "SK114", "SK115"
MAX_BYTES = 32 * 2**20
MAX_ALL_BYTES = 256 * 2**20
"""Of all pictures of a deck: they are held in memory until the last output is written."""
MAX_ALL_STEPS = 300_000

_REFUSALS = {drawings.UNSAFE: UNSAFE, drawings.MOVING: MOVING, drawings.BROKEN: BROKEN}


class Fault(NamedTuple):
    """What is wrong with one picture."""

    code: str
    diagnostic: Diagnostic


class Trouble(NamedTuple):
    """The same before it is known who names the picture."""

    code: str
    message: str
    hint: str
    severity: Severity = Severity.ERROR


class Looked(NamedTuple):
    """What came of looking at a picture: what is wrong with it, and the picture where it can be shown."""

    trouble: Trouble | None
    picture: Picture | None = None
    steps: float = 0.0
    """What a drawing takes to draw."""


def faults(checked: Checked) -> Iterator[Fault]:
    """What is wrong with every picture of a deck."""
    known = dict(checked.pictures)
    root = checked.folder.resolve()
    for told, lang, text in checked.words:
        if told.what != "picture" or not says(text):
            continue
        if text.source not in known:
            known[text.source] = look(text.source, root)
        found = known[text.source].trouble
        if found is not None:
            diagnostic = Diagnostic(
                found.code, found.message, text.span, found.hint, found.severity, lang=lang, slide=told.slide
            )
            yield Fault(found.code, diagnostic)


def look_all(
    names: Iterable[str], root: Path, see: Callable[[str, Path], Looked] | None = None
) -> Mapping[str, Looked]:
    """Every picture of a deck, by the names that the deck has for them; `root` is already resolved.

    `see` looks at one of them in place of `look`.
    """
    see = see or look
    found: dict[str, Looked] = {}
    held, drawn = 0, 0.0
    for name in names:
        one = see(name, root)
        held += len(one.picture.content) if one.picture else 0
        drawn += one.steps
        if held > MAX_ALL_BYTES:
            most = MAX_ALL_BYTES >> 20
            message = tell("with {name} the deck's pictures take more than {most} MiB", name=name, most=most)
            one = Looked(Trouble(BROKEN, message, tell("save the largest of them smaller")))
        elif drawn > MAX_ALL_STEPS:
            most = MAX_ALL_STEPS
            message = tell(
                "with {name} the deck's drawings take more than {most:,} steps to draw", name=name, most=most
            )
            one = Looked(Trouble(BROKEN, message, tell("save the most detailed of them as PNG")))
        found[name] = one
    return found


def trouble(name: str, root: Path) -> Trouble | None:
    """What is wrong with the picture of a name seen from a folder (already resolved), if anything is."""
    return look(name, root).trouble


def look(name: str, root: Path) -> Looked:
    """Find the picture of a name seen from a folder (already resolved), and read it once."""
    path = _find(name, root)
    if isinstance(path, Trouble):
        return Looked(path)
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError:
        return Looked(Trouble(BROKEN, tell("{name} cannot be opened", name=name), tell("allow reading it")))
    if not data:
        return Looked(Trouble(BROKEN, tell("{name} is empty", name=name), tell("save it again")))
    if drawings.is_svg(data):
        return _drawing(name, path, data)
    return _of_pixels(name, path, data)


def _find(name: str, root: Path) -> Path | Trouble:
    """The file of a name, not too large to be read."""
    if "://" in name or name.startswith(("data:", "/", "~")) or "\\" in name or name[1:2] == ":":
        return _not_a_relative_path(name)
    if "\0" in name:
        return Trouble(
            MISSING, tell("this picture's name holds a sign that no file name has"), tell("write the file's name")
        )
    try:
        path = (root / name).resolve()
        if not path.is_relative_to(root):
            return Trouble(
                OUTSIDE,
                tell("{name} lies outside the deck's folder", name=name),
                tell("copy the picture beside the deck"),
            )
        status = path.stat()
    except (OSError, RuntimeError):  # RuntimeError: links that lead to each other
        return Trouble(MISSING, tell("there is no picture {name}", name=name), _nearest(name, root))
    if not stat.S_ISREG(status.st_mode):
        return Trouble(
            BROKEN, tell("{name} is not a file", name=name), tell("give the path of a PNG, JPEG, GIF or SVG file")
        )
    if status.st_size > MAX_BYTES:
        size, most = status.st_size / 2**20, MAX_BYTES >> 20
        message = tell("{name} takes {size:.0f} MiB, over the limit of {most}", name=name, size=size, most=most)
        return Trouble(BROKEN, message, tell("save it smaller"))
    return path


def _not_a_relative_path(name: str) -> Trouble:
    if "://" in name or name.startswith("data:"):
        shown = name if len(name) <= 80 else name[:79] + "…"
        return Trouble(
            OUTSIDE,
            tell("{shown} is not in the deck's folder", shown=shown),
            tell("save the picture there and give its path"),
        )
    if "\\" in name:
        return Trouble(
            MISSING,
            tell("there is no picture {name}", name=name),
            tell("write  /  between folders: {path}", path=name.replace(chr(92), "/")),
        )
    return Trouble(
        OUTSIDE, tell("{name} lies outside the deck's folder", name=name), tell("give a path that starts from there")
    )


def _nearest(name: str, root: Path) -> str:
    from difflib import get_close_matches

    folder, own = (root / name).parent, Path(name).name
    try:
        inside = folder.resolve().is_relative_to(root)
        beside = sorted(path.name for path in folder.iterdir() if path.name != own) if inside else []
    except (OSError, RuntimeError):
        return tell("paths start from the deck's folder")
    near = get_close_matches(own, beside, n=1)
    if not near:
        return tell("paths start from the deck's folder")
    return tell("did you mean  {name}?", name=Path(name).parent.joinpath(near[0]).as_posix())


def _drawing(name: str, path: Path, data: bytes) -> Looked:
    try:
        drawing = drawings.read(data)
    except drawings.Refused as refused:
        message = tell("{name}: the drawing {what}", name=name, what=refused.what)
        if refused.line:
            message = tell("{name}, line {line}: the drawing {what}", name=name, line=refused.line, what=refused.what)
        return Looked(Trouble(_REFUSALS[refused.kind], message, refused.hint))
    return Looked(None, _picture(path, drawing.content, drawing.width, drawing.height, "svg"), drawing.steps)


def _of_pixels(name: str, path: Path, data: bytes) -> Looked:
    kind = kind_of(data)
    if kind is None:
        return Looked(_unknown(name, data))
    found = measure(data)
    if found is None:
        message = tell("{name} is not a whole {kind}: it is cut short or damaged", name=name, kind=kind)
        return Looked(Trouble(BROKEN, message, tell("save or download it again")))
    width, height = found.width, found.height
    if not width or not height:
        return Looked(
            Trouble(
                BROKEN,
                tell("{name} measures {width} × {height} pixels", name=name, width=width, height=height),
                tell("save it again"),
            )
        )
    if width * height > MAX_PIXELS:
        message = tell(
            "{name} measures {width} × {height}, over the limit of {most} million pixels",
            name=name,
            width=width,
            height=height,
            most=MAX_PIXELS // 1_000_000,
        )
        return Looked(Trouble(BROKEN, message, tell("save it smaller")))
    if found.moving:
        return Looked(_moving(name))
    warning = None
    if found.printed:
        message = tell("{name} has the four colours of print (CMYK), which every program shows differently", name=name)
        warning = Trouble(PRINTED, message, tell("save it in RGB (sRGB)"), Severity.WARNING)
    return Looked(warning, _picture(path, data, width, height, _KINDS[kind], found.turned))


_KINDS: dict[str, Kind] = {"PNG": "png", "JPEG": "jpeg", "GIF": "gif"}


def _moving(name: str) -> Trouble:
    return Trouble(
        MOVING, tell("{name} moves: it has several frames", name=name), tell("save the frame that says most as a PNG")
    )


def _unknown(name: str, data: bytes) -> Trouble:
    if plays(data):
        return _moving(name)
    what = stranger(data)
    if what is None:
        return Trouble(
            BROKEN, tell("{name} is neither PNG, JPEG, GIF nor SVG", name=name), tell("save it as one of these")
        )
    return Trouble(
        BROKEN,
        tell("{name} is {what}, which not every program shows", name=name, what=what),
        tell("save it as a PNG or a JPEG"),
    )


def _picture(path: Path, data: bytes, width: float, height: float, kind: Kind, turned: int = 1) -> Picture:
    from hashlib import sha256

    return Picture(str(path), width, height, kind, data, sha256(data).hexdigest(), turned)
