"""An e-mail, before any format: an envelope around a document's blocks."""

from __future__ import annotations

from dataclasses import dataclass

from alignkit.diagnostics import Place

from .document import Document
from .inlines import Inline


@dataclass(frozen=True, slots=True)
class Mailbox:
    """A person with the address a mail goes to."""

    name: str
    """Display name."""
    address: str
    """One addr-spec; empty when the context has none (MSG-004)."""
    place: Place | None = None
    """Where the person stands in the context."""


@dataclass(frozen=True, slots=True)
class Message:
    """A mail that waits to be sent by a person."""

    subject: tuple[Inline, ...]
    """At most 70 characters when shown."""
    sender: Mailbox
    """Whose voice it is."""
    to: tuple[Mailbox, ...]
    """The decider only."""
    cc: tuple[Mailbox, ...]
    """Everyone who is informed."""
    body: Document
    """What it says; the document's title and control block are not shown in a mail."""
    place: Place | None = None
    """Where the subject stands in the template."""
