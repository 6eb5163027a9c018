"""What lies between a filled template and a document: text with slots, and the values bound to them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from alignkit.values import Figure

from .blocks import Block
from .document import Words

SLOT_OPEN, SLOT_CLOSE = "\ue000", "\ue001"
"""Marks around the index of a bound value."""
LINE_OPEN, LINE_CLOSE = "\ue002", "\ue003"
"""Marks around the template line a line of text came from."""
MARKS = frozenset((SLOT_OPEN, SLOT_CLOSE, LINE_OPEN, LINE_CLOSE))
"""Every mark; none may stand in the text of a template."""


@dataclass(frozen=True, slots=True)
class Styled:
    """A figure or date with the way it is to be shown."""

    value: Figure | date
    """What is shown."""
    style: str
    """A style `alignkit.formats` knows, such as `exact` or `short`."""


@dataclass(frozen=True, slots=True)
class Worded:
    """A figure that stands in words of the text's language, such as `half` or `one customer`."""

    value: Figure
    """What the words say; keeps its key and its sources."""
    words: str
    """The words."""


@dataclass(frozen=True, slots=True)
class Cited:
    """What somebody has written down about a fact; keeps where it is written, as a figure keeps its key."""

    text: str
    """The words, as they stand in the sentence around them."""
    key: str
    """Where it is from, such as `people.reviews[0].evidence.S1.impact`."""
    phrase: str = ""
    """The record of a language bank whose sentence it stands in."""


Part = str | date | Figure | Styled | Worded | Cited | tuple["Part | Joined", ...]
"""What a statement is made of beside other statements; a tuple is listed as the language lists things."""


@dataclass(frozen=True, slots=True)
class Joined:
    """Words around values: a statement whose figures stay figures; without parts it says nothing."""

    parts: tuple[Part | Joined, ...] = ()
    """Words of ours and values in the order they are read; text of a user stands in a tuple of its own."""

    def __bool__(self) -> bool:
        return bool(self.parts)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A text a template asked to be read as Markdown rather than shown as it is."""

    text: str
    """CommonMark of somebody else."""


@dataclass(frozen=True, slots=True)
class Recipients:
    """Who a mail goes to, as a template names them: ids of stakeholders."""

    to: tuple[str, ...]
    """The decider only."""
    cc: tuple[str, ...]
    """Everyone informed."""


Form = Literal["document", "deck", "message"]
"""What is made of a filled template."""

Value = (
    str
    | int
    | date
    | Figure
    | Styled
    | Worded
    | Cited
    | Joined
    | Parsed
    | Recipients
    | Block
    | tuple["Value", ...]
)
"""What can be bound to a slot."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A filled template: text in which every value is still a slot."""

    text: str
    """Markdown with slot and line marks."""
    values: tuple[Value, ...]
    """The bound values, by slot index."""
    files: tuple[str, ...]
    """Template files, by the number line marks use."""
    shown: tuple[Figure, ...] = ()
    """Figures it shows, in the order of their first appearance."""
    old: tuple[tuple[str, str], ...] = ()
    """Keys of the stale ones, each with the names and days of its sources."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds the text of every document of one build."""

    label: str
    """Label of the kind."""
    language: str
    """BCP 47 tag of the template's text."""
    words: Words
    """Fixed words in that language."""
    company: str
    """Whose document it is."""
    author: str
    """Who speaks."""
    as_of: date
    """The day it speaks for."""
    letter_paper: bool
    """US Letter rather than A4."""
    footer: str
    """Left of the page footer."""
    confidentiality: str
    """As the context says."""
    draft: bool
    """Whether pages carry the draft mark."""
    form: Form
    """What is made of it."""
