"""The structure of a filled text, with slots where values go; the same for every document of a batch."""

from __future__ import annotations

from dataclasses import dataclass

from alignkit.model.blocks import Align


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for a bound value."""

    index: int
    """Index into the draft's values."""


@dataclass(frozen=True, slots=True)
class Span:
    """Marked-up text: strong, stressed or linked."""

    mark: str
    """`strong`, `em` or `link`."""
    children: tuple[Piece, ...]
    """What is marked."""
    href: tuple[str | Slot, ...] = ()
    """Address of a link."""


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A new line inside a paragraph."""


Piece = str | Slot | Span | LineBreak
"""What a line of the skeleton holds."""


@dataclass(frozen=True, slots=True)
class HeadingBone:
    """A heading as written: level 1 is the title."""

    level: int
    """1 to 6."""
    pieces: tuple[Piece, ...]
    """Its text."""
    id: str
    """Id attribute, or empty."""
    line: int
    """Line in the filled text, from 0."""
    layout: str = ""
    """Slide layout it asks for, or empty."""
    only: str = ""
    """The form its section is for, or empty for every form."""


@dataclass(frozen=True, slots=True)
class ParagraphBone:
    """A paragraph."""

    pieces: tuple[Piece, ...]
    """Its text."""
    line: int
    """Line in the filled text, from 0."""


@dataclass(frozen=True, slots=True)
class ItemBone:
    """An entry of a list."""

    bones: tuple[Bone, ...]
    """Its content."""
    checked: bool | None
    """State of its check box."""


@dataclass(frozen=True, slots=True)
class ListBone:
    """A list."""

    ordered: bool
    """Numbered."""
    start: int
    """First number."""
    items: tuple[ItemBone, ...]
    """Entries."""
    line: int
    """Line in the filled text, from 0."""


@dataclass(frozen=True, slots=True)
class TableBone:
    """A table written in Markdown."""

    aligns: tuple[Align, ...]
    """One for each column."""
    header: tuple[tuple[Piece, ...], ...]
    """Headings."""
    rows: tuple[tuple[tuple[Piece, ...], ...], ...]
    """Cells by row."""
    attributes: tuple[tuple[str, tuple[Piece, ...]], ...]
    """`caption`, `note`, `highlight` and the like as written before the table."""
    line: int
    """Line in the filled text, from 0."""


@dataclass(frozen=True, slots=True)
class ContainerBone:
    """Blocks between colon fences."""

    name: str
    """First word after the colons."""
    rest: tuple[Piece, ...]
    """What follows it on the line."""
    bones: tuple[Bone, ...]
    """Content."""
    line: int
    """Line in the filled text, from 0."""


@dataclass(frozen=True, slots=True)
class UnsupportedBone:
    """Markup that documents have no place for, or that is not finished."""

    code: str
    """Diagnostic code."""
    what: str
    """What is wrong, in words."""
    hint: str
    """What to write instead."""
    line: int
    """Line in the filled text, from 0."""


Bone = HeadingBone | ParagraphBone | ListBone | TableBone | ContainerBone | UnsupportedBone
"""What the skeleton of a document holds."""
