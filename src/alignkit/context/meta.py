"""The block `meta`: who speaks, in which state, as of when."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from .fields import Block, PersonId


class LintIgnore(Block):
    """A rule that stays quiet for a reason, until a date."""

    id: str
    """Code of the rule."""
    reason: str
    """Why it does not apply."""
    until: date
    """Last day of the exception; an expired one is an error."""
    path: str = ""
    """Key path it is limited to; empty for everywhere."""


class Meta(Block):
    """Who speaks, in which state, as of when, in which locale."""

    author: PersonId
    """Whose voice the documents use."""
    as_of: date
    """The day the context speaks for; every document carries it."""
    status: Literal["draft", "in_review", "final"] = "draft"
    """From `in_review` on, errors of rules stop a build."""
    version: str = "0.1"
    """Version of the context as people number it, in quotes."""
    locale: str = "en-US"
    """How numbers and dates are written: a BCP 47 tag."""
    confidentiality: Literal["public", "internal", "confidential"] = "internal"
    """Printed in the footer."""
    brand: str = ""
    """Name of a brand; empty for the default look."""
    change_note: str = ""
    """What changed since the version the reader saw last."""
    glossary: dict[str, str] = Field(default_factory=dict)
    """Acronyms the readers know already, with what they stand for (GEN-017)."""
    lint_ignore: tuple[LintIgnore, ...] = ()
    """Rules that stay quiet, each with a reason and an end."""
