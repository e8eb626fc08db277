"""What the operating system says of a file that cannot be used."""

from __future__ import annotations

from slidekit.source.wording import tell


def reason(error: OSError) -> str:
    """What the system says: the commonest in words of our own, so that they are in the language spoken."""
    words = (error.strerror or str(error)).lower()
    ours = (
        tell("no such file or directory"),
        tell("no space left on device"),
        tell("file too large"),
        tell("a link that leads out of its folder"),
        tell("permission denied"),
        tell("operation not permitted"),
        tell("is a directory"),
        tell("not a directory"),
        tell("file exists"),
        tell("file name too long"),
        tell("read-only file system"),
        tell("input/output error"),
        tell("too many open files"),
        tell("too many levels of symbolic links"),
        tell("disk quota exceeded"),
        tell("bad file descriptor"),
        tell("it was changed meanwhile"),
    )
    return next((one for one in ours if one == words), words)
