"""`slidekit preview`: both languages of a deck on a page that follows what is typed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from slidekit.cli.language import say, speaks
from slidekit.cli.ordering import InMode, InTheme, mode_named, theme_named
from slidekit.source.wording import tell

if TYPE_CHECKING:
    from slidekit.preview.preview import Preview
    from slidekit.preview.serving import Window
    from slidekit.preview.sharing import Share
    from slidekit.scene.theme import Mode

MOST_PORT = 65_535
WHO = tell("anyone on this network who has that address can see the slides that have been shown, without the notes")


def preview(
    deck: Annotated[Path, typer.Argument(metavar="DECK", help="The deck to show.")],
    port: Annotated[int, typer.Option(metavar="N", help="The port to serve at; 0 is one that is free.")] = 0,
    theme: InTheme = None,
    mode: InMode = None,
    editor: Annotated[
        str | None,
        typer.Option(
            metavar="COMMAND",
            help="What a click on a text opens, such as 'code -g {file}:{line}:{column}'; "
            "else what SLIDEKIT_EDITOR, VISUAL or EDITOR names.",
        ),
    ] = None,
    browser: Annotated[bool, typer.Option("--open/--no-open", help="Whether to open the page in the browser.")] = True,
    present: Annotated[bool, typer.Option("--present", help="Open the presenter's view, to give the talk.")] = False,
    share: Annotated[
        bool, typer.Option("--share", help="Let the audience follow on phones, over the local network.")
    ] = False,
    share_address: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS", help="Share at this address of this machine, IPv4 or IPv6, not at the one found."
        ),
    ] = None,
    share_port: Annotated[
        int, typer.Option(metavar="N", help="The port to share at, such as one that a firewall lets through.")
    ] = 0,
) -> None:
    """Show both languages side by side, as the deck changes.

    The page is drawn as the PDF is; what is missing, stale or too long is marked, and a click on a text leads to
    its line in your editor. Only this machine can see it, and only with the address that is printed.
    Ctrl-C ends it. Keys on the page: arrows, l language, n notes, o overview, / finds, ? all others.

    To give a talk, --present opens the presenter's view (p on the page): the slide, the next one, the notes in
    either language, the time left; s opens the window for the audience, b darkens it. With --share, phones on the
    same network follow in their own language from a code (q): they see slides that have been shown, without notes.

    \b
    Examples:
      slidekit preview talk.yaml
      slidekit preview talk.yaml --theme erable --mode dark
      slidekit preview talk.yaml --no-open --port 8000
      slidekit preview talk.yaml --editor 'subl {file}:{line}:{column}'
      slidekit preview talk.yaml --present --share
    """
    from slidekit.cli.failing import Misuse
    from slidekit.cli.finding import file

    for one in (port, share_port):
        if not 0 <= one <= MOST_PORT:
            raise Misuse(tell("there is no port {port}", port=one), tell("give one from 1024 to 65535, or 0 for any"))
    chosen, form = theme_named(theme), mode_named(mode)
    shared = _addresses(share_address) if share or share_port or share_address is not None else ()
    _serve(file(deck), Order(port, chosen, form, editor, "present" if present else "", browser, shared, share_port))


class Order(NamedTuple):
    """What is asked for."""

    port: int
    theme: str | None
    mode: Mode | None
    editor: str | None
    page: str
    """The page that is opened, seen from the preview's address."""
    browser: bool
    shared: tuple[str, ...]
    """The address at which the audience's phones may follow, then those at which they might; empty if they may not."""
    shared_port: int


def _addresses(given: str | None) -> tuple[str, ...]:
    """The address to share at, and others that this machine has."""
    from ipaddress import ip_address

    from slidekit.cli.failing import Misuse
    from slidekit.preview.networks import addresses, reachable

    if given is not None:
        if not reachable(given):
            raise Misuse(
                tell("{address} is no address that phones can reach", address=given),
                tell("give one of this machine, such as 192.168.1.20"),
            )
        return (str(ip_address(given)),)
    if not (found := addresses()):
        raise Misuse(
            tell("this machine is on no network"), tell("connect it, or name its address with  --share-address")
        )
    return found


def _serve(deck: Path, order: Order) -> None:
    """Show the deck until it is enough."""
    import asyncio
    import gc
    import os

    from slidekit.cli.browser import can_open, elsewhere
    from slidekit.preview.opening import Editor
    from slidekit.preview.opening import editor as command

    gc.enable()  # unlike other commands, it runs for days
    words = command(order.editor, os.environ)
    opener = Editor(words).open if words else None

    async def show() -> None:
        from slidekit.preview.preview import Preview

        shown = Preview(deck, order.theme, order.mode, on_open=opener)
        window = await _window(shown, order.port)
        share = await _share(shown, window, order) if order.shared else None
        url = window.url + order.page
        print(say(tell("{file} is shown at {url}", file=deck.as_posix(), url=url)), flush=True)
        if share is not None:
            print(say(tell("the audience follows at {url}", url=share.url)), flush=True)
            if others := ", ".join(order.shared[1:]):
                print(say(tell("or, with  --share-address,  at {addresses}", addresses=others)), flush=True)
            print(say(WHO), flush=True)
        opens = order.browser and can_open(os.environ)
        if order.browser and not opens:
            print(say(elsewhere(window.port, os.environ)), flush=True)
        print(say(tell("Ctrl-C ends it")), flush=True)
        await _until_stopped(shown, window, window.once(order.page) if opens else "")
        if share is not None:
            await share.close()

    try:
        asyncio.run(show())
    except KeyboardInterrupt:  # where no signal handler can be set
        return


async def _window(shown: Preview, port: int) -> Window:
    from slidekit.cli.failing import Misuse
    from slidekit.preview.serving import Window
    from slidekit.source.system import reason

    try:
        return Window(shown, port, "fr" if speaks() == "fr" else None)
    except OSError as error:
        await shown.close()
        raise Misuse(
            tell("cannot serve at port {port}: {reason}", port=port, reason=reason(error)),
            tell("give another port, or leave it out"),
        ) from None


async def _share(shown: Preview, window: Window, order: Order) -> Share:
    """The talk on the local network."""
    from slidekit.cli.failing import Misuse
    from slidekit.preview.sharing import Share
    from slidekit.source.system import reason

    try:
        shown.shared = share = Share(shown, order.shared[0], order.shared_port)
    except OSError as error:
        await window.close()
        raise Misuse(
            tell("cannot share at {address}: {reason}", address=order.shared[0], reason=reason(error)),
            tell("name an address of this machine with  --share-address, or a free port with  --share-port"),
        ) from None
    return share


async def _until_stopped(shown: Preview, window: Window, url: str) -> None:
    """Follow the deck until Ctrl-C, or until the terminal or the system says that it is enough."""
    import asyncio
    import signal

    from slidekit.cli.browser import browse
    from slidekit.preview.following import Following

    stop = asyncio.Event()
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        try:
            asyncio.get_running_loop().add_signal_handler(getattr(signal, name), stop.set)
        except (AttributeError, NotImplementedError, RuntimeError):  # Windows
            continue
    following = asyncio.ensure_future(Following(shown).run())
    if url:
        browse(url)
    waiting = asyncio.ensure_future(stop.wait())
    await asyncio.wait([following, waiting], return_when=asyncio.FIRST_COMPLETED)
    for task in (following, waiting):
        task.cancel()
    ended = await asyncio.gather(following, return_exceptions=True)
    await window.close()
    if isinstance(ended[0], Exception):
        raise ended[0]
