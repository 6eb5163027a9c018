"""The rules of a language as they are applied: compiled words, reasons, cures."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alignkit.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .english import Nouns

_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")

ERROR, WARN, INFO = Severity.ERROR, Severity.WARN, Severity.INFO

SEVERITIES: Mapping[str, Severity] = {
    "REV-T01": ERROR,
    "REV-T02": WARN,
    "REV-T03": WARN,
    "REV-T04": WARN,
    "REV-T05": ERROR,
    "REV-T06": ERROR,
    "REV-T07": WARN,
    "REV-T08": ERROR,
    "REV-T09": ERROR,
    "REV-T10": ERROR,
    "REV-T11": ERROR,
    "REV-T12": WARN,
    "REV-T13": WARN,
    "REV-T14": WARN,
    "REV-T15": WARN,
    "REV-T16": WARN,
    "REV-T17": WARN,
    "REV-T18": ERROR,
    "REV-T19": WARN,
    "REV-T20": INFO,
    "DE-CODE": ERROR,
}
"""Every text rule, and how much what it finds matters unless its page says more."""
ROLES = ("hit", "unless", "effort", "outcome", "shared", "owned", "praise")
"""What a list of words can be for: to be found, to excuse a sentence, or to be counted."""


@dataclass(frozen=True, slots=True)
class WordList:
    """Words that count under one condition."""

    role: str
    """One of `ROLES`: `hit` finds, `effort` and `outcome` are counted."""
    when: str
    """How the words must stand to the person: a key of `RELATIONS`."""
    severity: Severity | None
    """How much they matter, where that differs from the rule."""
    pattern: re.Pattern[str]
    """Finds any of them in a folded text in small letters."""


@dataclass(frozen=True, slots=True)
class TextRule:
    """A rule about the text of a review."""

    code: str
    """Its code."""
    severity: Severity
    """How much its findings matter."""
    reason: str
    """What is wrong with the words: `labels a character`."""
    cure: str
    """What to write instead."""
    sources: tuple[str, ...]
    """Who says so, as docs/sources.md numbers them."""
    lists: tuple[WordList, ...]
    """Its words."""
    allowed: re.Pattern[str] | None
    """Stretches in which no word counts: `aggressive target`."""

    def of(self, role: str) -> tuple[WordList, ...]:
        """The lists of one role."""
        return tuple(each for each in self.lists if each.role == role)


@dataclass(frozen=True, slots=True)
class TextRules:
    """The text rules of a language; what a project has turned off is not among them."""

    language: str
    """Language of the texts."""
    rules: Mapping[str, TextRule]
    """Rules by code."""
    nouns: Nouns
    """Nouns that tell a person from a thing."""
    first_names: frozenset[str]
    """Usual first names, by which somebody is known for a person."""
    verdicts: frozenset[str]
    """Words a verdict consists of; a text of nothing else says good or bad, and not what changed."""

    def is_mere_verdict(self, text: str) -> bool:
        """Whether a text says that something was good or bad and nothing else: `it did not go well`."""
        words = _WORD.findall(text.casefold().replace("’", "'"))
        return bool(words) and self.verdicts.issuperset(words)
