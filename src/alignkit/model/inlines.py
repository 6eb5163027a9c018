"""What a line of text is made of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """Plain characters, shown as they are."""

    text: str
    """Never markup; may hold any character that is valid in XML 1.0."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure or a fact somebody wrote down, as shown; keeps its identity to the last byte (rule N12)."""

    text: str
    """The formatted figure, or the words."""
    key: str
    """The key of the `Figure` behind it, or where the fact is written."""
    stale: bool = False
    """Whether to set it grey (rule N14)."""
    phrase: str = ""
    """The record of a language bank whose sentence it stands in; empty for a figure."""


@dataclass(frozen=True, slots=True)
class Strong:
    """Importance."""

    children: tuple[Inline, ...]
    """What is important."""


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Stress."""

    children: tuple[Inline, ...]
    """What is stressed."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link to somewhere outside the document."""

    target: str
    """An http, https or mailto address, checked when the document was parsed."""
    children: tuple[Inline, ...]
    """The text of the link."""


@dataclass(frozen=True, slots=True)
class Break:
    """A new line inside a paragraph."""


Inline = Text | Shown | Strong | Emphasis | Link | Break
"""Everything a line can hold; matched exhaustively by every writer."""
