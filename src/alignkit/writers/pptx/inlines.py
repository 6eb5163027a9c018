"""Inlines as runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from alignkit.model.inlines import Break, Emphasis, Link, Shown, Strong, Text

from .text import line_end, run

if TYPE_CHECKING:
    from alignkit.model.inlines import Inline

    from .sheet import Sheet
    from .text import Look


def runs(inlines: tuple[Inline, ...], sheet: Sheet, look: Look) -> str:
    """The runs of a line."""
    if len(inlines) == 1 and type(inlines[0]) is Text:  # most lines
        return run(inlines[0].text, look)
    return "".join([_inline(inline, sheet, look) for inline in inlines])


def _inline(inline: Inline, sheet: Sheet, look: Look) -> str:
    match inline:
        case Text(text):
            return run(text, look)
        case Shown(text, key, stale):
            sheet.figure(key, text)
            return run(text, look._replace(color=sheet.stale or look.color) if stale else look)
        case Strong(children):
            return runs(children, sheet, look._replace(bold=True))
        case Emphasis(children):
            return runs(children, sheet, look._replace(italic=True))
        case Link(target, children):
            # a link in a link: the outer one leads
            linked = look if look.link else look._replace(link=sheet.link(target))
            return runs(children, sheet, linked)
        case Break():
            return line_end(look)
        case _:
            assert_never(inline)
