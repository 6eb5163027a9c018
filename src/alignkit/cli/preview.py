"""`alignkit preview`: look at documents while writing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .exits import DONE, WRONG_INPUT
from .options import EXISTING, context_option, context_or_default, day, mode_option, people_option, set_option

if TYPE_CHECKING:
    from alignkit.build import Request, Workshop
    from alignkit.preview import Rendering


@click.command("preview", short_help="Look at documents while you write.")
@click.argument("kinds", nargs=-1, required=True, metavar="KIND...")
@context_option
@people_option
@click.option("--out", "-o", type=click.Path(path_type=Path), default="preview", show_default=True,
              help="The folder for pictures and page.")  # fmt: skip
@click.option("--watch", "-w", is_flag=True, help="Show a local page that follows every change you save.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=0, help="Port of that page.  [default: a free one]"
)
@click.option("--open/--no-open", "opens", default=True, help="Open the page in your browser.")
@click.option("--audience", "-a", default="", metavar="WHO", help="Whom it is for, such as cfo or ceo.")
@mode_option
@click.option("--locale", default="", metavar="TAG", help="How numbers and dates look, such as en-GB.")
@click.option("--date", "day", type=day, metavar="YYYY-MM-DD", help="The day the documents speak for.")
@click.option("--reference", "references", multiple=True, type=EXISTING, metavar="FILE",
              help="A Word or PowerPoint file of your company whose look to take.")  # fmt: skip
@click.option("--brand", type=EXISTING, metavar="FILE", help="Colours, fonts and logo.")
@set_option
def command(
    kinds: tuple[str, ...],
    context: Path | None,
    out: Path,
    watch: bool,
    port: int,
    opens: bool,
    **wishes: Any,
) -> int:
    """Show pages and slides as pictures, or as a web view without LibreOffice.

    \b
    alignkit preview kickoff-deck
    alignkit preview budget-script --watch
    """
    from alignkit.build import Request, Workshop
    from alignkit.catalogue import Catalogue, find_project

    request = Request(context=context_or_default(context), kinds=tuple(dict.fromkeys(kinds)), **wishes)
    workshop = Workshop(Catalogue(find_project(request.context)))
    return _follow(request, workshop, port, opens) if watch else _once(request, workshop, out, opens)


def _once(request: Request, workshop: Workshop, out: Path, opens: bool) -> int:
    from alignkit.files import write_all
    from alignkit.preview import render

    from . import answer, console

    rendering = render(request, workshop)
    if not rendering.is_made:
        _tell(rendering, workshop)
        console.say(answer.summary(rendering.report, (), out))
        return answer.code_of(rendering.report, is_done=False)
    paths = write_all(rendering.files, out, rendering.report)
    _tell(rendering, workshop)
    if not paths:
        return WRONG_INPUT
    console.give(str(out / "index.html"))
    if opens:
        _open((out / "index.html").resolve().as_uri())
    return DONE


def _follow(request: Request, workshop: Workshop, port: int, opens: bool) -> int:
    from alignkit.build import Workshop as Fresh
    from alignkit.preview import over_last, render, serve, stamp, watched

    from . import console

    places = watched(request, workshop.catalogue)

    last: dict[str, bytes] = {}

    def files() -> dict[str, bytes]:
        fresh = Fresh(workshop.catalogue)  # templates may have changed
        rendering = render(request, fresh, live=True)
        _tell(rendering, fresh)
        shown = dict(over_last(rendering, last))
        last.clear()
        last.update(shown)
        return shown

    def ready(address: str) -> None:
        console.give(address)
        console.say("press Ctrl-C to stop")
        if opens:
            _open(address)

    try:
        serve(lambda: stamp(places), files, ready, port=port)
    except OSError as problem:
        console.say(f"port {port} cannot be used: {(problem.strerror or 'it is taken').lower()}")
        return WRONG_INPUT
    except KeyboardInterrupt:
        console.say("stopped")
    return DONE


def _open(address: str) -> None:
    """Show a page in the browser, if there is one."""
    import webbrowser
    from contextlib import suppress

    with suppress(webbrowser.Error):
        webbrowser.get().open(address)


def _tell(rendering: Rendering, workshop: Workshop) -> None:
    from . import console
    from .texts import Texts

    console.tell(rendering.report, Texts(rendering.source, workshop.catalogue))
