"""Reading `statements.yaml`: every entry is checked before a document is made with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from alignkit.diagnostics import Severity
from alignkit.formats import STYLES
from alignkit.patterns import Pattern, Slot, read_pattern
from alignkit.source import read
from alignkit.source.wording import listed, nearest, quoted

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

_KEYS = ("schema", "statements", "nouns", "numbers")
_LONGEST = 400
"""Characters of a pattern; more is no part of a sentence."""
_NOUN = "write `{none: no customers, one: one customer, other: customers}`"
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
    reader.check_keys()
    patterns = reader.patterns(data.get("statements", {}))
    return _Entries(patterns, reader.nouns(data.get("nouns", {})), reader.numbers(data.get("numbers", [])))


@dataclass(frozen=True, slots=True)
class _Reader:
    """Takes one file apart and reports what does not belong into it."""

    source: Source
    report: Report

    def check_keys(self) -> None:
        """Report keys of the file that nothing is taken from."""
        for key in self.source.data:
            if key not in _KEYS:
                close = nearest(str(key), _KEYS, 1) or _KEYS
                message = f"there is no key {quoted(str(key))}"
                self._broken("BANK-002", message, str(key), f"write {listed(close)}")

    def patterns(self, data: Any, prefix: str = "") -> Patterns:
        """The patterns under `prefix`, by their whole name."""
        found: Patterns = {}
        if not isinstance(data, dict):
            path = f"statements.{prefix}".removesuffix(".")
            message = f"expected keys with values for `{path}`, found {_found(data)}"
            self._broken("BANK-003", message, path, "write them as the English file does")
        for key, value in data.items() if isinstance(data, dict) else ():
            name = f"{prefix}{key}"
            if name in SLOTS:
                if forms := self._forms(name, value):
                    found[name] = forms
            elif any(each.startswith(f"{name}.") for each in SLOTS):
                found |= self.patterns(value, f"{name}.")
            else:
                message = f"there is no statement {quoted(name)}"
                self._broken("BANK-002", message, f"statements.{name}", _nearest_statement(name))
        return found

    def _forms(self, name: str, value: Any) -> dict[str, Pattern] | None:
        """The forms of a pattern by plural category, or None after a mistake was reported."""
        by_category = value if isinstance(value, dict) else {"other": value}
        path = f"statements.{name}"
        if set(by_category) - _CATEGORIES or "other" not in by_category:
            message = f"expected `other` and plural categories in `{name}`, found {_listed(by_category)}"
            hint = "write one text, or a text for `other` and for each other form the language has"
            self._broken("BANK-003", message, path, hint)
            return None
        if len(by_category) > 1 and name not in KEYED_BY_NUMBER:
            message = f"expected one text for `{name}`, found forms by number"
            self._broken("BANK-003", message, path, "write the text of `other` alone")
            return None
        read = {category: self._pattern(name, text, path) for category, text in by_category.items()}
        complete = {category: pattern for category, pattern in read.items() if pattern is not None}
        return complete if len(complete) == len(read) else None

    def _pattern(self, name: str, text: Any, path: str) -> Pattern | None:
        if wrong := _unfit(text):
            message = f"expected words with slots for `{name}`, found {wrong[0]}"
            self._broken("BANK-003", message, path, wrong[1])
            return None
        pattern = read_pattern(text)
        if pattern is None:
            message = f"expected words with slots for `{name}`, found {quoted(text)}"
            self._broken("BANK-003", message, path, "close every `{` and `[`, none within another")
            return None
        for slot in pattern.slots:
            if wrong := _mistake(slot, name):
                self._broken("BANK-003", wrong[0], path, wrong[1])
                return None
        return pattern

    def nouns(self, data: Any) -> Nouns:
        """The nouns in their forms."""
        found: Nouns = {}
        if not isinstance(data, dict):
            message = f"expected nouns with their forms under `nouns`, found {_found(data)}"
            self._broken("BANK-005", message, "nouns", _NOUN)
        for noun, forms in data.items() if isinstance(data, dict) else ():
            known = isinstance(forms, dict) and not set(forms) - _CATEGORIES - {"none"}
            if known and all(isinstance(text, str) for text in forms.values()) and "other" in forms:
                found[str(noun)] = forms
            else:
                message = f"expected `none`, `one` and `other` for the noun {quoted(str(noun))}"
                self._broken("BANK-005", message, f"nouns.{noun}", _NOUN)
        return found

    def numbers(self, data: Any) -> tuple[str, ...]:
        """Small numbers in words."""
        if isinstance(data, list) and all(isinstance(word, str) for word in data) and len(data) != 1:
            return tuple(data)
        message = "expected the words for none, one and so on under `numbers`"
        self._broken("BANK-005", message, "numbers", "write a list such as `[no, one, two, three]`")
        return ()

    def _broken(self, code: str, message: str, path: str, hint: str) -> None:
        self.report.broken(code, message, self.source.place(path), hint=hint)


def _unfit(text: Any) -> tuple[str, str] | None:
    """Why a value cannot be the words of a statement, with the cure."""
    if not isinstance(text, str) or not text:
        return _found(text), "write the words of a sentence, such as those of the English file"
    if len(text) > _LONGEST:
        return f"{len(text)} characters", f"write at most {_LONGEST}; a statement is part of a sentence"
    if "\n" in text:
        return "several lines", "write one line; a statement stands within a sentence"
    if any("\ue000" <= character <= "\uf8ff" for character in text):
        return "a character for private use", "remove it; no reader's font is sure to have it"
    return None


def _mistake(slot: Slot, name: str) -> tuple[str, str] | None:
    """What is wrong with a slot of a pattern, with the cure, or nothing."""
    known = SLOTS[name]
    if slot.name not in known:
        hint = "write one of its slots" if known else "write words alone"
        return f"expected a slot of {_listed(known)} in `{name}`, found `{{{slot.name}}}`", hint
    if unknown := set(slot.form.split()) - _FORMS:
        first = sorted(unknown)[0]
        close = nearest(first, sorted(_FORMS), 1)
        hint = f"write {quoted(close[0])}" if close else "write one of these forms, or the slot alone"
        return f"expected a form of {_listed(_FORMS)} in `{name}`, found {quoted(first)}", hint
    return None


def _nearest_statement(name: str) -> str:
    close = nearest(name, SLOTS, 1)
    return f"write {quoted(close[0])}" if close else "use a name of the English file"


def _found(value: Any) -> str:
    """A value as a message names it."""
    if value is None or value == "":
        return "nothing"
    if isinstance(value, dict | list):
        return "a list" if isinstance(value, list) else "keys with values"
    return quoted(str(value).lower() if isinstance(value, bool) else str(value))


def _listed(names: Any) -> str:
    return ", ".join(f"`{name}`" for name in sorted(names)) or "nothing"
