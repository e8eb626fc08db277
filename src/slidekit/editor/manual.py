"""The manual pages of the rules as files, which an editor opens when the code of a finding is clicked."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path
from tempfile import mkdtemp


class Manual:
    """The pages that were asked for, in a folder that lives as long as the server."""

    def __init__(self) -> None:
        self._lang = "en"
        self._folder: Path | None = None
        self._known: dict[str, str | None] = {}

    def speak(self, lang: str) -> None:
        """Write pages in this language from now on."""
        self._lang, self._known = lang, {}

    def uri(self, code: str) -> str | None:
        """The address of a rule's page, in the language spoken; `None` where there is none, or no place for it."""
        if code not in self._known:
            self._known[code] = self._written(code)
        return self._known[code]

    def _written(self, code: str) -> str | None:
        from slidekit.rules import pages

        page = pages.find(code)
        if page is None:
            return None
        try:
            if self._folder is None:
                self._folder = Path(mkdtemp(prefix="slidekit-"))
            file = self._folder / f"{page.code}.{page.name}.md"
            file.write_text(pages.chapter(page, self._lang), "utf-8")
        except OSError:
            return None
        return file.as_uri()

    def close(self) -> None:
        """Take the pages away."""
        if self._folder is not None:
            with suppress(OSError):
                shutil.rmtree(self._folder)
            self._folder = None
            self._known = {}
