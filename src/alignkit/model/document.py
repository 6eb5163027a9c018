"""A finished document, before any format."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .blocks import Block
from .inlines import Inline


@dataclass(frozen=True, slots=True)
class ControlEntry:
    """One line of the control block under the title."""

    label: str
    """What it is: `Decide by`."""
    value: tuple[Inline, ...]
    """The entry."""


@dataclass(frozen=True, slots=True)
class Words:
    """The fixed words a writer prints, in the language of the text."""

    page_of: str
    """With `{page}` and `{pages}`: `Page {page} of {pages}`."""
    contents: str
    """Heading of the table of contents."""
    draft: str
    """Mark of a draft."""
    table: str
    """Caption word of a table."""
    chart: str
    """Caption word of a chart."""
    note: str
    """Word of a note callout."""
    decision: str
    """Word of a decision callout."""
    warning: str
    """Word of a warning callout."""
    reply: str
    """Word before the reply to an objection."""
    no_rows: str
    """What an empty table says."""
    to: str
    """E-mail field."""
    cc: str
    """E-mail field."""
    subject: str
    """E-mail field."""
    continued: str
    """Title of one of several slides: `{title} ({part} of {parts})`."""
    summary: str
    """Title of the slide that holds the summary."""
    notes: str
    """Word of what the presenter says and answers."""
    say: str
    """Label of what is to be said aloud, in the notes of a slide."""
    stale: str
    """Why figures are grey, with `{sources}`."""
    rounded: str = ""
    """Why shown parts do not add up to the shown total."""


@dataclass(frozen=True, slots=True)
class Properties:
    """What a file says about itself."""

    title: str
    """Title as plain text."""
    author: str
    """Who speaks in it."""
    company: str
    """Whose document it is."""
    subject: str
    """Kind of document in words."""
    language: str
    """BCP 47 tag of the text, such as `en-US`."""
    as_of: date
    """The date the document speaks for; the only date in the file."""
    letter_paper: bool
    """US Letter rather than A4."""
    header: str
    """Left of the page header: company and document."""
    footer: str
    """Left of the page footer: confidentiality and as-of date."""
    draft: bool
    """Whether the pages carry the draft mark."""
    confidentiality: str = ""
    """`internal`, `confidential` ..., as the context says."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document of any kind: title, control block and blocks."""

    label: str
    """Label of the kind above the title: `Budget negotiation script`."""
    title: tuple[Inline, ...]
    """A sentence that says the finding or the ask."""
    control: tuple[ControlEntry, ...]
    """Decision, decider, date, author ..., in order."""
    blocks: tuple[Block, ...]
    """The text."""
    properties: Properties
    """What the file says about itself."""
    words: Words
    """The fixed words a writer prints."""
