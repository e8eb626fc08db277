"""Messages on standard input and output: LSP's base protocol (3.17, "Base Protocol").

pygls' own loop reads in a thread that keeps the process alive after `exit`, forgets the exit code and answers a broken
message with a traceback; this one ends when the editor says so or is gone.
"""

from __future__ import annotations

import asyncio
import json
import os
import re
import sys
from collections.abc import Callable, Iterator
from functools import partial
from io import RawIOBase
from threading import Thread
from typing import TYPE_CHECKING

from pygls.exceptions import JsonRpcException, JsonRpcInvalidParams, JsonRpcInvalidRequest, JsonRpcParseError

from slidekit.locales import Say, speaker
from slidekit.source.wording import Words, tell

if TYPE_CHECKING:
    from slidekit.editor.server import DeckServer

MAX_MESSAGE_BYTES = 512 * 2**20
"""A deck may have 64 MiB, and a sign takes up to six bytes in JSON."""
MAX_HEADER_BYTES = 64 * 2**10
LENGTH = re.compile(rb"^content-length[ \t]*:[ \t]*([0-9]{1,12})[ \t]*$", re.IGNORECASE | re.MULTILINE)
WATCH_SECONDS = 3.0
"""How often it is looked whether the editor is still there."""


class Broken(Exception):  # noqa: N818 -- it says what is the case
    """What came in is no message, and where the next one begins cannot be known."""

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self.words = words


class Pipe:
    """Standard output, kept for messages alone: whatever else is printed goes to standard error."""

    def __init__(self) -> None:
        self._out = os.fdopen(os.dup(1), "wb", buffering=0)
        os.dup2(2, 1)

    def write(self, data: bytes) -> None:
        """Send a message, whole."""
        rest = memoryview(data)
        while rest:
            rest = rest[self._out.write(rest) or 0 :]

    def close(self) -> None:
        """Say no more."""
        self._out.close()


def run(server: DeckServer) -> int:
    """Answer an editor until it ends; the exit code that LSP asks for."""
    pipe = Pipe()
    server.protocol.set_writer(pipe)
    try:
        return asyncio.run(_run(server))
    except (BrokenPipeError, KeyboardInterrupt, asyncio.CancelledError):
        return 1
    finally:
        server.shutdown()  # type: ignore[no-untyped-call]


async def _run(server: DeckServer) -> int:
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(partial(_wrong, server))
    messages: asyncio.Queue[bytes | None] = asyncio.Queue()

    def put(body: bytes | None) -> None:
        try:
            loop.call_soon_threadsafe(messages.put_nowait, body)
        except RuntimeError:  # the loop has ended
            return

    Thread(target=_read, args=(put, speaker(server.lang or server.otherwise)), daemon=True, name="input").start()
    reading = asyncio.ensure_future(_handle(server, messages))
    watching = asyncio.ensure_future(_watch(server))
    done, left = await asyncio.wait([reading, watching, server.ending], return_when=asyncio.FIRST_COMPLETED)
    for one in left:
        one.cancel()
    if server.showing is not None:
        await server.showing.close()
    for one in done:
        if one is not server.ending and (wrong := one.exception()) is not None:
            raise wrong
    return server.code


def _wrong(server: DeckServer, _: asyncio.AbstractEventLoop, context: dict[str, object]) -> None:
    """Say in one sentence what nobody waited for; what was given up on the way out is nothing wrong."""
    error = context.get("exception")
    if isinstance(error, Exception) and not isinstance(error, (JsonRpcException, BrokenPipeError)):
        server.failed(error)


def _read(put: Callable[[bytes | None], None], say: Say) -> None:
    """Hand on each message; `None` at the end of the input."""
    try:
        # unbuffered: a thread that waits inside a buffered reader stops Python from ending
        with open(0, "rb", buffering=0, closefd=False) as stream:
            for body in messages(stream):
                put(body)
    except Broken as error:
        sys.stderr.write(f"slidekit: {say(error.words)}\n")
    except OSError as error:
        sys.stderr.write(f"slidekit: {error}\n")
    put(None)


def messages(stream: RawIOBase) -> Iterator[bytes]:
    """The bodies of the messages on a stream."""
    read = stream.read
    waiting = bytearray()
    while True:
        while (end := waiting.find(b"\r\n\r\n")) < 0:
            if len(waiting) > MAX_HEADER_BYTES:
                raise Broken(tell("what comes in has no header of a message"))
            if not (more := read(65_536)):
                if waiting.strip():
                    raise Broken(tell("what comes in has no header of a message"))
                return
            waiting += more
        length = LENGTH.search(bytes(waiting[:end]).replace(b"\r\n", b"\n"))
        if length is None or int(length[1]) > MAX_MESSAGE_BYTES:
            raise Broken(tell("a message does not say its length, or is too long"))
        size = end + 4 + int(length[1])
        parts: list[bytes | bytearray] = [waiting]
        had = len(waiting)
        while had < size:
            if not (more := read(min(size - had, 2**20))):
                return
            parts.append(more)
            had += len(more)
        whole = waiting if len(parts) == 1 else bytearray().join(parts)
        yield bytes(whole[end + 4 : size])
        waiting = whole[size:]


async def _handle(server: DeckServer, messages: asyncio.Queue[bytes | None]) -> None:
    """One message after the other."""
    while (body := await messages.get()) is not None:
        _take(server, body)
        if messages.empty():
            continue
        await asyncio.sleep(0)  # what was asked begins to be answered before the next message is read


def _take(server: DeckServer, body: bytes) -> None:
    protocol = server.protocol
    number: object = None
    try:
        try:
            raw = json.loads(body)
        except (ValueError, RecursionError):
            raise JsonRpcParseError("the message is no JSON") from None
        number = raw.get("id") if isinstance(raw, dict) else None
        if not isinstance(raw, dict) or raw.get("jsonrpc") != "2.0" or not isinstance(raw.get("method", ""), str):
            raise JsonRpcInvalidRequest("the message is none of JSON-RPC 2.0")
        if server.checking.ended and number is not None and "method" in raw:  # pygls leaves it unanswered
            raise JsonRpcInvalidRequest("the server is ending")
        if protocol.get_message_type(str(raw.get("method"))) is None:
            raw.setdefault("params", None)  # pygls takes it for granted in messages that LSP does not know
        try:
            message = protocol.structure_message(raw)
        except Exception:  # noqa: BLE001 -- whatever an editor sends, it gets an answer
            raise JsonRpcInvalidParams(f"{raw.get('method', 'an answer')}: not what LSP 3.17 says") from None
        server.take(message)
    except JsonRpcException as error:
        if number is not None or isinstance(error, JsonRpcParseError):
            protocol._send_response(number, error=error.to_response_error())  # type: ignore[arg-type]
        else:
            sys.stderr.write(f"slidekit: {error}\n")


async def _watch(server: DeckServer) -> None:
    """End when the editor that started the server is gone, though something else keeps its pipes open."""
    while True:
        await asyncio.sleep(WATCH_SECONDS)
        if server.process_id and os.name == "posix":  # elsewhere `kill` would kill
            try:
                os.kill(server.process_id, 0)
            except ProcessLookupError:
                return
            except OSError:
                continue
