"""Whether a template's parts are what leads to them says: what is not, PowerPoint repairs or refuses to open."""

from __future__ import annotations

import re

from slidekit.source.wording import tell
from slidekit.template.keeping import stays
from slidekit.template.opening import RefusedError
from slidekit.template.package import Package

_MADE_FOR_SLIDES = "application/vnd.openxmlformats-officedocument.presentationml."
_TYPES = {
    **{
        word: f"{_MADE_FOR_SLIDES}{word}+xml"
        for word in ("slideMaster", "slideLayout", "notesMaster", "handoutMaster", "tableStyles")
    },
    "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
}
"""What a part declares itself to be, by the relationship that leads to it."""
_NEEDS = {"slideMaster": "theme", "slideLayout": "slideMaster", "notesMaster": "theme", "handoutMaster": "theme"}
_OURS = re.compile(r"docprops/(core|app)\.xml|ppt/(slides|notesslides)/.*|\[content_types\]\.xml|.*\.rels")
"""Names of parts that are written anew."""


def look(package: Package) -> None:
    """Raise `RefusedError` for the first part that is not what it should be."""
    seen: set[str] = set()
    waiting = [(package.main, "officeDocument")]
    waiting += [(one.target, one.word) for one in package.relations("").values() if stays(one, package)]
    while waiting:
        name, word = waiting.pop()
        if name in seen or name not in package.archive:
            continue
        seen.add(name)
        if _OURS.fullmatch(name.lower()):
            raise _odd(tell("its part {name} is used as {word}", name=name, word=word))
        if not package.type_of(name) or package.type_of(name) != _TYPES.get(word, package.type_of(name)):
            raise _odd(tell("its part {name} is not declared as {word}", name=name, word=word))
        if word in _NEEDS:
            package.one(name, _NEEDS[word])
        waiting += [(one.target, one.word) for one in package.relations(name).values() if stays(one, package)]
        for one in package.related(name, "slideLayout") if word == "slideMaster" else ():
            if one.target in package.archive and package.one(one.target, "slideMaster") != name:
                raise _odd(
                    tell("its part {target} belongs to another master than {name}", target=one.target, name=name)
                )


def _odd(what: str) -> RefusedError:
    return RefusedError(
        tell("the template cannot be read: {what}", what=what),
        tell("open it in PowerPoint and save it as .pptx or .potx"),
        "SK132",
    )
