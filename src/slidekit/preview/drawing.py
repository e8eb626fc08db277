"""Slides as pictures: each drawn when it is first asked for, and kept as long as it looks the same."""

from __future__ import annotations

from collections import OrderedDict
from hashlib import blake2b
from threading import Lock
from typing import TYPE_CHECKING

from slidekit.locales import Say
from slidekit.source.wording import tell

if TYPE_CHECKING:
    from slidekit.scene.boxes import Scene, SceneSlide
    from slidekit.scene.theme import Theme
    from slidekit.writers.typst.press import Job

MOST_BYTES = 128 * 2**20
"""Of pictures kept: some 1,200 slides of 100 KB."""
MOST_BYTES_A_PICTURE = 32 * 2**20
"""A picture larger than this is drawn each time."""
LOOKS = 500
"""How many looks of slides are remembered at least; for a large deck three times as many as it has pictures."""


class Pictures:
    """Pictures by keys that are made of all that is drawn, so that a key never means another picture."""

    def __init__(self, say: Say = str, most_bytes: int = MOST_BYTES) -> None:
        self._say = say
        self._most_bytes = most_bytes
        self._lock = Lock()
        self._theme: Theme | None = None
        self._keys: OrderedDict[object, str] = OrderedDict()
        """By looks in that theme."""
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._drawn: OrderedDict[str, bytes] = OrderedDict()
        self._bytes = 0
        self._most_looks = LOOKS

    def expect(self, count: int) -> None:
        """Be ready for a deck of so many pictures."""
        self._most_looks = max(LOOKS, 3 * count)

    def key(self, scene: Scene, slide: SceneSlide) -> str:
        """The key of a slide's picture; what is to be drawn is kept until somebody asks for it."""
        page = slide.page
        if scene.theme != self._theme:  # its file may have changed, and its name not
            self._theme = scene.theme
            self._keys.clear()
        look = (
            scene.show.draft, scene.show.locale, scene.layouts[slide.layout], slide.shapes,
            slide.footer, page.number, page.title.plain,
        )  # fmt: skip
        try:
            known = self._keys.get(look)
        except TypeError:  # something in it cannot be compared
            return self._kept(None, scene, slide)
        if known is None or known not in self._jobs:
            return self._kept(look, scene, slide)
        self._keys.move_to_end(look)
        self._jobs.move_to_end(known)
        return known

    def _kept(self, look: object, scene: Scene, slide: SceneSlide) -> str:
        from slidekit.writers.typst import slide_job

        job = slide_job(scene, slide)
        sign = blake2b(job.words.encode("utf-8", "surrogatepass"), digest_size=16)
        for picture, name in job.pictures.items():
            sign.update(f"{name}{picture.digest}".encode())
        key = sign.hexdigest()
        with self._lock:
            self._jobs[key] = job
            self._jobs.move_to_end(key)
            if look is not None:
                self._keys[look] = key
            while len(self._jobs) > self._most_looks:
                gone, _ = self._jobs.popitem(last=False)
                self._bytes -= len(self._drawn.pop(gone, b""))
            while len(self._keys) > self._most_looks:
                self._keys.popitem(last=False)
        return key

    def known(self, key: str) -> bytes | None:
        """A picture that has been drawn already."""
        with self._lock:
            if key in self._drawn:
                self._drawn.move_to_end(key)
            return self._drawn.get(key)

    def draw(self, key: str) -> bytes | None:
        """The picture of a key as SVG; `None` where no slide looks so."""
        if (known := self.known(key)) is not None:
            return known
        job = self._jobs.get(key)
        if job is None:
            return None
        made = self._made(job)
        with self._lock:
            if key in self._jobs and key not in self._drawn and len(made) <= MOST_BYTES_A_PICTURE:
                self._drawn[key] = made
                self._bytes += len(made)
            while self._bytes > self._most_bytes:
                self._bytes -= len(self._drawn.popitem(last=False)[1])
        return made

    def _made(self, job: Job) -> bytes:
        from slidekit.writers.typst.press import DrawingError, svg

        try:
            return svg(job)
        except DrawingError as error:
            return refused(self._say(str(error)), self._say(tell("this slide cannot be drawn")))


def refused(reason: str, what: str) -> bytes:
    """A picture in place of a slide that cannot be drawn; it says why."""
    lines = [what, *[reason[at : at + 80] for at in range(0, min(len(reason), 320), 80)]]
    words = "".join([f'<text x="60" y="{230 + 34 * row}">{_plain(line)}</text>' for row, line in enumerate(lines)])
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 540" width="960" height="540">'
        '<rect width="960" height="540" fill="#fff6e5"/><rect width="12" height="540" fill="#b3261e"/>'
        f'<g font-family="sans-serif" font-size="22" fill="#3a1a12">{words}</g></svg>'
    ).encode("utf-8", "replace")


def _plain(text: str) -> str:
    """Words as they may stand in XML."""
    shown = "".join([sign if sign.isprintable() else " " for sign in text])
    return shown.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
