"""Reading `statements.yaml`: every entry is checked before a document is made with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from alignkit.diagnostics import Severity
from alignkit.formats import STYLES
from alignkit.source import read

from .patterns import Pattern, Slot, read_pattern
from .phrasebook import KEYED_BY_NUMBER, SLOTS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from alignkit.diagnostics import Report
    from alignkit.source import Source

FILE = "statements.yaml"
"""Bank of the statements."""
FALLBACK = "en"
"""Language whose patterns stand in where a bank has none."""

_CATEGORIES = frozenset(("zero", "one", "two", "few", "many", "other"))
_FORMS = STYLES | {"counted", "noun", "words"}

Patterns = dict[str, "Mapping[str, Pattern]"]
Nouns = dict[str, "Mapping[str, str]"]


@dataclass(slots=True)
class _Entries:
    """What one file holds."""

    patterns: Patterns = field(default_factory=dict)
    nouns: Nouns = field(default_factory=dict)
    numbers: tuple[str, ...] = ()

    def fill_from(self, other: _Entries) -> None:
        """Take what is missing here from another file."""
        self.patterns = other.patterns | self.patterns
        self.nouns = other.nouns | self.nouns
        self.numbers = self.numbers or other.numbers


def read_bank(
    own: Sequence[Path], fallback: Sequence[Path], tag: str, report: Report
) -> tuple[Patterns, Nouns, tuple[str, ...]]:
    """Patterns, nouns and numbers of the files of a language, the nearest first, completed from `fallback`.

    Reports: BANK-002 to BANK-005.
    """
    entries = _Entries()
    for path in own:
        entries.fill_from(_read(path, report))
    _report_missing(entries, tag, report)
    for path in fallback:
        english = _read(path, report)
        entries.fill_from(_Entries(english.patterns, {}, english.numbers))
    return entries.patterns, entries.nouns, entries.numbers


def _report_missing(entries: _Entries, tag: str, report: Report) -> None:
    missing = [name for name in SLOTS if name not in entries.patterns]
    if missing:
        several = ", ".join(f"`{name}`" for name in missing[:5])
        more = f" and {len(missing) - 5} more" if len(missing) > 5 else ""
        report.finding(
            "BANK-004",
            Severity.WARN,
            f"the statements of `{tag}` lack {several}{more}; English stands in",
            hint=f"add them to `{FILE}` of `{tag}`",
        )


def _read(path: Path, report: Report) -> _Entries:
    source = read(path, report)
    if source is None:
        return _Entries()
    reader = _Reader(source, report)
    data = source.data
    patterns = reader.patterns(data.get("statements", {}))
    return _Entries(patterns, reader.nouns(data.get("nouns", {})), reader.numbers(data.get("numbers", [])))


@dataclass(frozen=True, slots=True)
class _Reader:
    """Takes one file apart and reports what does not belong into it."""

    source: Source
    report: Report

    def patterns(self, data: Any, prefix: str = "") -> Patterns:
        """The patterns under `prefix`, by their whole name."""
        found: Patterns = {}
        for key, value in data.items() if isinstance(data, dict) else ():
            name = f"{prefix}{key}"
            if name in SLOTS:
                if forms := self._forms(name, value):
                    found[name] = forms
            elif isinstance(value, dict) and any(each.startswith(f"{name}.") for each in SLOTS):
                found |= self.patterns(value, f"{name}.")
            else:
                self._broken("BANK-002", f"there is no statement `{name}`", f"statements.{name}")
        return found

    def _forms(self, name: str, value: Any) -> dict[str, Pattern] | None:
        """The forms of a pattern by plural category, or None after a mistake was reported."""
        by_category = value if isinstance(value, dict) else {"other": value}
        path = f"statements.{name}"
        if set(by_category) - _CATEGORIES or "other" not in by_category:
            message = f"expected `other` and plural categories in `{name}`, found {_listed(by_category)}"
            self._broken("BANK-003", message, path)
            return None
        if len(by_category) > 1 and name not in KEYED_BY_NUMBER:
            self._broken("BANK-003", f"expected one text for `{name}`, found forms by number", path)
            return None
        read = {category: self._pattern(name, text, path) for category, text in by_category.items()}
        complete = {category: pattern for category, pattern in read.items() if pattern is not None}
        return complete if len(complete) == len(read) else None

    def _pattern(self, name: str, text: Any, path: str) -> Pattern | None:
        pattern = read_pattern(text) if isinstance(text, str) and text else None
        if pattern is None:
            self._broken("BANK-003", f"expected words with slots for `{name}`, found `{text}`", path)
            return None
        for slot in pattern.slots:
            if message := _mistake(slot, name):
                self._broken("BANK-003", message, path)
                return None
        return pattern

    def nouns(self, data: Any) -> Nouns:
        """The nouns in their forms."""
        found: Nouns = {}
        for noun, forms in data.items() if isinstance(data, dict) else ():
            known = isinstance(forms, dict) and not set(forms) - _CATEGORIES - {"none"}
            if known and all(isinstance(text, str) for text in forms.values()) and "other" in forms:
                found[str(noun)] = forms
            else:
                message = f"expected `none`, `one` and `other` for the noun `{noun}`"
                self._broken("BANK-005", message, f"nouns.{noun}")
        return found

    def numbers(self, data: Any) -> tuple[str, ...]:
        """Small numbers in words."""
        if isinstance(data, list) and all(isinstance(word, str) for word in data) and len(data) != 1:
            return tuple(data)
        self._broken("BANK-005", "expected the words for none, one and so on under `numbers`", "numbers")
        return ()

    def _broken(self, code: str, message: str, path: str) -> None:
        self.report.broken(code, message, self.source.place(path))


def _mistake(slot: Slot, name: str) -> str:
    """What is wrong with a slot of a pattern, or nothing."""
    known = SLOTS[name]
    if slot.name not in known:
        return f"expected a slot of {_listed(known)} in `{name}`, found `{{{slot.name}}}`"
    if unknown := set(slot.form.split()) - _FORMS:
        return f"expected a form of {_listed(_FORMS)} in `{name}`, found `{sorted(unknown)[0]}`"
    return ""


def _listed(names: Any) -> str:
    return ", ".join(f"`{name}`" for name in sorted(names)) or "nothing"
