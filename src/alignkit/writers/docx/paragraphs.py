"""Paragraphs, and the frame a block stands in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .inlines import PLAIN, runs
from .languages import is_right_to_left
from .roles import Role

if TYPE_CHECKING:
    from alignkit.model.inlines import Inline

    from .story import Story

KEEP = "<w:keepNext/>"
"""Stay on the page of the next paragraph."""
SPACING_HERE = "\0"
"""Stands where a framed paragraph may get spacing of its own; the frame puts it there when it is complete."""

_DIRECTION_HERE = "\1"
"""Stands where a paragraph with right-to-left runs says its direction; `directed` puts it there."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where blocks stand: in the body, or in a callout, spoken lines or a reply."""

    role: Role = Role.BODY
    """Style of its paragraphs."""
    framed: bool = False
    """Whether lists take the frame's style, so that its ground and its bar run through."""
    depth: int = 0
    """Lists around the block."""
    keep: str = ""
    """`KEEP` when all paragraphs stay together with what follows."""

    def kept(self) -> Frame:
        """The frame with its paragraphs kept on the page of what follows."""
        return replace(self, keep=KEEP)

    def deeper(self) -> Frame:
        """The frame inside one more list."""
        return replace(self, depth=self.depth + 1)


BODY = Frame()
"""The text itself."""


def paragraph(style: str, inside: str, head: str = "", tail: str = "") -> str:
    """A paragraph of runs.

    Args:
        style: style id.
        inside: its runs.
        head: properties that come before `w:bidi` in the schema's order.
        tail: properties that come after it.

    """
    if "<w:rtl/>" in inside:
        tail = _DIRECTION_HERE + tail
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{head}{tail}</w:pPr>{inside}</w:p>'


def directed(text: str, language: str) -> str:
    """The paragraphs of a document in its direction.

    The language of the text decides, not its first letter (UAX #9, HL1): an English sentence that begins with
    a Hebrew name is an English sentence, and only the name reads from right to left.
    """
    return text.replace(_DIRECTION_HERE, "<w:bidi/>" if is_right_to_left(language) else "")


def text_paragraph(inlines: tuple[Inline, ...], role: Role, story: Story, look: int = PLAIN) -> str:
    """A line in the style of `role`."""
    return paragraph(story.reference.styles[role], runs(inlines, story, look))


def frame_paragraph(inlines: tuple[Inline, ...], frame: Frame, story: Story, lead: str = "") -> str:
    """A paragraph of the frame, beginning with the runs of `lead`."""
    tail = f"{SPACING_HERE}p" if frame.framed else ""
    return paragraph(story.reference.styles[frame.role], lead + runs(inlines, story), frame.keep, tail)
