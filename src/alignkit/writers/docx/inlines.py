"""Inlines as runs.

How a run looks is a small number of bits, an index into the reference's table of run openings, so that a run
costs one look-up however its styles are called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from alignkit.model.inlines import Break, Emphasis, Link, Shown, Strong, Text
from alignkit.showing import plain

from .roles import Role
from .text import attribute, run

if TYPE_CHECKING:
    from collections.abc import Mapping

    from alignkit.model.inlines import Inline

    from .story import Story

PLAIN, BOLD, ITALIC, LINKED, STALE = 0, 1, 2, 4, 8


def openings(styles: Mapping[Role, str]) -> tuple[str, ...]:
    """The opening of a run for each combination of looks."""
    named = {
        LINKED: styles[Role.LINK],
        STALE: styles[Role.STALE],
        BOLD: styles[Role.STRONG],
        ITALIC: styles[Role.EMPHASIS],
    }
    return tuple(_opening(look, named) for look in range(16))


def _opening(look: int, named: dict[int, str]) -> str:
    if look == PLAIN:
        return "<w:r>"
    # a run has one character style; what it does not say is said directly
    styled = next(bit for bit in (LINKED, STALE, BOLD, ITALIC) if look & bit)
    direct = look & ~styled
    bold = "<w:b/><w:bCs/>" if direct & BOLD else ""
    italic = "<w:i/><w:iCs/>" if direct & ITALIC else ""
    return f'<w:r><w:rPr><w:rStyle w:val="{named[styled]}"/>{bold}{italic}</w:rPr>'


def runs(inlines: tuple[Inline, ...], story: Story, look: int = PLAIN) -> str:
    """The runs of a line."""
    if len(inlines) == 1:  # most cells
        only = inlines[0]
        if type(only) is Text:
            return run(only.text, story.reference.runs[look])
        return _inline(only, story, look)
    return "".join([_inline(inline, story, look) for inline in inlines])


def _inline(inline: Inline, story: Story, look: int) -> str:
    match inline:
        case Text():
            return run(inline.text, story.reference.runs[look])
        case Shown():
            text = inline.text
            shown = run(text, story.reference.runs[look | STALE if inline.stale else look])
            return story.figure(inline.key, text, shown, inline.phrase)
        case Strong(children):
            return runs(children, story, look | BOLD)
        case Emphasis(children):
            return runs(children, story, look | ITALIC)
        case Link(target, children):
            return _link(target, children, story, look)
        case Break():
            return "<w:r><w:br/></w:r>"
        case _:
            assert_never(inline)


def _link(target: str, children: tuple[Inline, ...], story: Story, look: int) -> str:
    inside = runs(children, story, look | LINKED)
    if look & LINKED:  # a link in a link: the outer one leads
        return inside
    return f'<w:hyperlink r:id="{story.link(target)}" w:history="1">{inside}</w:hyperlink>'


def title_of(inlines: tuple[Inline, ...], length: int = 60) -> str:
    """The line as the value of an attribute, cut after `length` characters."""
    text = " ".join(plain(inlines).split())
    return attribute(text if len(text) <= length else f"{text[: length - 1]}…")
