"""How the server begins and ends, and what it makes of what is no message."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from client import PATIENCE, start

from slidekit.editor.document import path_of


def framed(*messages: Mapping[str, object] | bytes) -> bytes:
    """Messages as they go over the pipe."""
    bodies = [one if isinstance(one, bytes) else json.dumps(one).encode() for one in messages]
    return b"".join([b"Content-Length: %d\r\n\r\n%b" % (len(body), body) for body in bodies])


def raw(data: bytes, folder: Path) -> tuple[int, list[dict[str, object]], str]:
    """What the server answers to these bytes, and its exit code once the input has ended."""
    done = subprocess.run(
        [sys.executable, "-m", "slidekit", "lsp"], input=data, capture_output=True, cwd=folder, timeout=PATIENCE
    )
    answers, rest = [], done.stdout
    while rest:
        head, _, rest = rest.partition(b"\r\n\r\n")
        length = int(head.split(b"Content-Length: ")[1].split(b"\r\n")[0])
        answers.append(json.loads(rest[:length]))
        rest = rest[length:]
    return done.returncode, answers, done.stderr.decode()


NOTHING: Mapping[str, object] = {"processId": None, "rootUri": None, "capabilities": {}}


BEGIN: Mapping[str, object] = {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": NOTHING}


def test_the_exit_code_says_whether_leave_was_taken(tmp_path: Path) -> None:
    """`exit` after `shutdown` is 0, without it 1 (LSP 3.17); so is an editor that dies."""
    shutdown = {"jsonrpc": "2.0", "id": 2, "method": "shutdown"}
    leave = {"jsonrpc": "2.0", "method": "exit"}

    polite = raw(framed(BEGIN, shutdown, leave), tmp_path)
    rude = raw(framed(BEGIN, leave), tmp_path)
    dead = raw(framed(BEGIN), tmp_path)
    silent = raw(b"", tmp_path)

    assert [0, 1, 1, 1] == [polite[0], rude[0], dead[0], silent[0]]
    assert ["", "", "", ""] == [polite[2], rude[2], dead[2], silent[2]]


def test_what_is_no_message_is_answered_in_words(tmp_path: Path) -> None:
    """Broken JSON, a wrong shape, an unknown method: an error each, no traceback, and the server goes on."""
    code, answers, err = raw(
        framed(
            b"{",
            BEGIN,
            {"jsonrpc": "2.0", "id": 7, "method": "textDocument/hover", "params": {"position": "there"}},
            {"jsonrpc": "2.0", "id": 8, "method": "no/such"},
            {"jsonrpc": "1.0", "id": 9, "method": "shutdown"},
            b"[1, 2]",
            {"jsonrpc": "2.0", "method": "textDocument/didChange", "params": {}},
            {"jsonrpc": "2.0", "id": 10, "method": "shutdown"},
            {"jsonrpc": "2.0", "method": "exit"},
        ),
        tmp_path,
    )

    wrong = {one.get("id"): one["error"]["code"] for one in answers if "error" in one}  # type: ignore[index]
    assert {None: -32700, 7: -32602, 8: -32601, 9: -32600} == {**wrong, None: -32700}
    assert 0 == code
    assert [] == [one for one in answers if "Traceback" in json.dumps(one)]
    assert "Traceback" not in err


def test_names_that_no_file_or_method_can_have_do_no_harm(tmp_path: Path) -> None:
    """A method that is no word shows nobody an error, and a NUL in a URI is in no file's name."""
    data = framed(
        BEGIN,
        {"jsonrpc": "2.0", "method": 5},
        {"jsonrpc": "2.0", "id": 3, "method": "shutdown"},
        {"jsonrpc": "2.0", "method": "exit"},
    )

    code, said, _ = raw(data, tmp_path)

    assert 0 == code
    assert [] == [one["method"] for one in said if "method" in one]
    assert "%00.yaml" == path_of("file:///%00.yaml").name


@pytest.mark.parametrize("data", [b"GET / HTTP/1.1\r\n\r\n", b"x" * 100_000, b"Content-Length: 999999999999\r\n\r\n{"])
def test_what_is_no_language_client_ends_the_server(tmp_path: Path, data: bytes) -> None:
    """Somebody who types at the server, or pipes a file into it, reads one sentence."""
    code, answers, err = raw(data, tmp_path)

    assert (1, []) == (code, answers)
    assert 1 == len(err.splitlines())
    assert err.startswith("slidekit: ")


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_the_server_ends_with_its_editor(tmp_path: Path) -> None:
    """An editor that is killed leaves no server behind, though something else keeps its pipes open."""
    read, write = os.pipe()
    parent = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(99)"])
    server = subprocess.Popen(
        [sys.executable, "-m", "slidekit", "lsp"], stdin=read, stdout=subprocess.DEVNULL, cwd=tmp_path
    )
    begin = {**BEGIN, "params": {"processId": parent.pid, "rootUri": None, "capabilities": {}}}
    os.write(write, framed(begin))
    parent.kill()
    parent.wait()

    code = server.wait(PATIENCE)
    os.close(read)
    os.close(write)

    assert 1 == code


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_an_interrupt_ends_it_without_a_traceback(tmp_path: Path) -> None:
    """Ctrl-C in a terminal ends the server at once."""

    async def story() -> tuple[int, str]:
        editor = await start(tmp_path)
        editor.process.send_signal(signal.SIGINT)
        code = await asyncio.wait_for(editor.process.wait(), PATIENCE)
        assert editor.process.stderr is not None
        said = (await editor.process.stderr.read()).decode()
        await editor.stop()  # type: ignore[no-untyped-call]
        return code, said

    code, said = asyncio.run(story())

    assert code in (1, 130)
    assert "Traceback" not in said
