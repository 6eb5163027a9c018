"""Language banks: the fixed words documents print, by language."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from alignkit.model.document import Words
from alignkit.source import read

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from alignkit.diagnostics import Report

WORDS = "words.yaml"
"""Bank of the fixed words."""
FALLBACK = "en"
"""Language whose words stand in where a bank has none."""


@dataclass(frozen=True, slots=True)
class WordBank:
    """The fixed words of one language."""

    entries: Mapping[str, str]
    """Every word by name."""

    def words(self) -> Words:
        """The words writers print."""
        return Words(**{each.name: self.entries[each.name] for each in fields(Words)})


def load_words(banks: Mapping[str, Sequence[Path]], language: str, report: Report) -> WordBank:
    """The fixed words of `language`; a project's bank comes before ours, English fills what is missing.

    Args:
        banks: folders of banks by language, the nearest first.
        language: such as `en` or `de`.
        report: where mistakes go.

    Reports: BANK-001 when an entry is no text or no word this version knows.

    """
    entries: dict[str, str] = {}
    for folder in (*banks.get(language, ()), *banks.get(FALLBACK, ())):
        if (folder / WORDS).is_file():
            entries = {**_entries(folder / WORDS, report), **entries}
    return WordBank(entries)


_FOOTER_WORDS = frozenset(("as_of", "public", "internal", "confidential"))


def _entries(path: Path, report: Report) -> dict[str, str]:
    source = read(path, report)
    words = source.data.get("words", {}) if source else {}
    known = {each.name for each in fields(Words)} | _FOOTER_WORDS
    found = {}
    for name, word in words.items() if isinstance(words, dict) else ():
        if isinstance(word, str) and name in known:
            found[name] = word
        elif source:
            names = ", ".join(f"`{each}`" for each in sorted(known))
            message = f"expected a text for one of {names}, found `{name}`"
            report.broken("BANK-001", message, source.place(f"words.{name}"))
    return found
