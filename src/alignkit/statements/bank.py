"""The bank of statements of a language: patterns by name, nouns, and numbers in words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from alignkit.catalogue import Catalogue
from alignkit.diagnostics import Report

from .loading import FALLBACK, FILE, read_bank

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal
    from pathlib import Path

    from alignkit.formats import Formats
    from alignkit.patterns import Pattern


NOUN = "\ue000"
"""Where the noun of a count goes; no text of a bank holds this mark."""


@dataclass(frozen=True, slots=True)
class StatementBank:
    """What one language has for statements."""

    language: str
    """BCP 47 tag of the language it was loaded for."""
    patterns: Mapping[str, Mapping[str, Pattern]]
    """Patterns by name and by plural category; `other` is always there."""
    nouns: Mapping[str, Mapping[str, str]]
    """Nouns of figures by their English singular: `none`, `one` and plural categories."""
    numbers: tuple[str, ...]
    """Small numbers in words, from none on."""

    def pattern(self, name: str, category: str = "other") -> Pattern:
        """The pattern of a statement in the form a number asks for."""
        forms = self.patterns[name]
        return forms.get(category, forms["other"])

    def noun(self, noun: str, value: Decimal, formats: Formats) -> str:
        """A noun in the number `value` asks for; one the bank does not know as English has it."""
        forms = self.nouns.get(noun, {})
        return forms.get(formats.plural_form(value)) or forms.get("other") or formats.noun(value, noun)

    def few(self, count: int, noun: str, formats: Formats) -> str:
        """None or one of a thing in words: `no customers`, `one customer`."""
        case = ("none", "one")[count]
        named = self.nouns.get(noun, {}).get(case)
        return named or self.text(f"count.{case}").replace(NOUN, formats.noun(count, noun))

    def text(self, name: str) -> str:
        """The words of a pattern, `NOUN` in the place of its slot."""
        pieces = self.pattern(name).pieces
        return "".join(piece if isinstance(piece, str) else NOUN for piece in pieces)


def load_statements(banks: Mapping[str, Sequence[Path]], tag: str, report: Report) -> StatementBank | None:
    """The statements of a language, or None when nobody has written any for it.

    `en-GB` is looked for before `en`, a project's bank before ours, entry by entry; what is missing then is
    taken from English, with a finding.

    Args:
        banks: folders of banks by language, the nearest first.
        tag: language of the text, such as `en-GB` or `de`.
        report: where mistakes go.

    Reports: BANK-002 to BANK-005.

    """
    own = [path for name in _languages(tag) for path in _files(banks, name)]
    if not own:
        return None
    is_english = _languages(tag)[-1] == FALLBACK
    return StatementBank(tag, *read_bank(own, [] if is_english else _files(banks, FALLBACK), tag, report))


@cache
def packaged_statements(tag: str) -> StatementBank | None:
    """The statements of a language as they come with alignkit; a mistake in them is ours."""
    report = Report()
    bank = load_statements(Catalogue().banks(), tag, report)
    if len(report):
        raise ValueError(f"{report.diagnostics[0].message} in our own bank of `{tag}`")
    return bank


def _languages(tag: str) -> tuple[str, ...]:
    """The tag and the language in it, the nearest first."""
    return tuple(dict.fromkeys((tag, re.split("[-_]", tag)[0])))


def _files(banks: Mapping[str, Sequence[Path]], language: str) -> list[Path]:
    return [folder / FILE for folder in banks.get(language, ()) if (folder / FILE).is_file()]
