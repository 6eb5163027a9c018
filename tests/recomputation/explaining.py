"""Numbers that carry no key: text of the context, days, numbers of places, and counts of lists."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from context_by_hand import days, texts
from days_on_pages import written_days
from pages import Passage
from wordings import WORDS, numbers_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from ledger_by_hand import Sheet
    from wordings import Locale

_COUNTED = "|".join(WORDS[2:])
_WORD = re.compile(rf"\b(?:{_COUNTED})\b", re.IGNORECASE)
_IDENTIFIER = re.compile(r"(?<![\w-])(?=[\w-]*[A-Za-z])(?=[\w-]*\d)[\w-]+(?![\w-])")


class Unexplained(NamedTuple):
    """A number nobody accounts for."""

    start: int
    end: int
    reason: str
    """What was expected."""


class Counted(NamedTuple):
    """A count in a sentence, and what it has to be."""

    pattern: str
    """The sentence around it; `(?P<n>...)` is added where `{n}` stands."""
    allowed: Callable[[Sheet], set[int]]


PLACES = (
    (r"^Dangerous question \d$", "the prep card numbers its questions"),
    (r"^(?:Table|Chart|Figure) \d+ ", "captions are numbered by a field, whose order is checked apart"),
    (r" \(\d+ of \d+\)$", "slides that continue each other, whose order is checked apart"),
    (r"^\d+ (?=\D)", "sections are numbered, and their order is checked apart"),
    (r"\t\d+:\d\d$", "the time a section takes, computed apart from its words"),
    (
        r"(?<=twelve )months|(?<=[Ww]ithin )twelve (?=months)",
        "break-even is counted over twelve months by definition",
    ),
    (r"(?<=first )twelve (?=months)", "the first-year return is one of twelve months by definition"),
    (r"(?<=over )three (?=years)", "the three-year return is one of three years by definition"),
    (r"\b[Tt]hree-year return", "likewise"),
    (r"(?<=/ )12(?=\)|$)", "a formula in words divides a year by its months"),
    (r"\bend of quarter [1-4]\b", "the name of a quarter"),
    (r"\bthe two (?=largest: [^;]*; [^;]*$)", "two are named after it"),
    (r"\bthe three figures aloud", "the three figures of the prep card"),
)
"""Where a number stands for a place or for a definition, and why it needs no key."""


def _gates(sheet: Sheet) -> set[int]:
    return {sum(1 for gate in sheet.records("budget.gates") if gate.get("release"))}


def _orders(sheet: Sheet) -> set[int]:
    return {int(cut["order"]) for cut in sheet.records("budget.cuts")}


def _taken(sheet: Sheet) -> set[int]:
    """How many of the ranked cuts an announced cut takes."""
    taken = [figure.value for key, figure in sheet.found.items() if re.fullmatch(r"cut\.\d+\.taken", key)]
    return {sum(1 for each in taken if each)}


def _movers(sheet: Sheet) -> set[int]:
    changes = [figure.value for key, figure in sheet.found.items() if re.fullmatch(r"line\.\w+\.change", key)]
    up, down = (
        sum(1 for change in changes if change and change > 0),
        sum(1 for change in changes if change and change < 0),
    )
    return {up, down, min(3, up), min(3, down)}


def _options(sheet: Sheet) -> set[int]:
    return {len(issue.get("options", [])) for issue in sheet.records("issues")}


COUNTS = (
    Counted(r"\b{n} tiers\b", lambda sheet: {len(sheet.records("budget.tiers"))}),
    Counted(r"\b{n} (?:gates|tests)\b", _gates),
    Counted(r"\bin {n} steps\b", _gates),
    Counted(r"\b{n} lines (?:rise|fall|go)\b", _movers),
    Counted(r"\b{n} roles\b", lambda sheet: {len(sheet.records("budget.headcount"))}),
    Counted(r"\blist has {n} parts\b", lambda sheet: {len(sheet.records("agency.scope"))}),
    Counted(r"\bmore than these {n}\b", _movers),
    Counted(
        r"\brank {n}\b",
        lambda sheet: {int(item["rank"]) for item in sheet.records("objectives") if "rank" in item},
    ),
    Counted(r"\b{n} lines make up\b", lambda sheet: {len(sheet.records("budget.lines"))}),
    Counted(r"\bsum of {n} lines\b", lambda sheet: {len(sheet.records("budget.lines"))}),
    Counted(r"\b{n} options\b", _options),
    Counted(r"\b{n} assumptions\b", lambda sheet: {len(sheet.records("budget.drivers"))}),
    Counted(r"\bevery {n} weeks\b", lambda _: {2}),  # the cadence `fortnightly`
    Counted(r"\b{n} things? stops?\b", _taken),
    Counted(r", cut {n}, ", _orders),  # the name of a cut in a list of figures
    Counted(r"\b[Cc]uts {n} (?:to|and) (?:\d+|\w+)\b", _orders),
    Counted(r"\b[Cc]uts (?:\d+|\w+) (?:to|and) {n}\b", _orders),
)
"""Counts of lists, each with the list it counts."""


class Explainer:
    """What is known of numbers without a key."""

    def __init__(self, sheet: Sheet, locale: Locale) -> None:
        self.sheet = sheet
        self.locale = locale
        self.as_of: date = sheet.context["meta"]["as_of"]
        self.listed: tuple[int, int] = (0, 0)
        """How many figures a list of figures shows as given, and how many as computed."""
        self.keys_of_row: dict[str, list[str]] = {}
        """Keys of the figures in each row of a table."""
        self.rows: dict[str, set[int]] = {}
        """How many rows the tables of each slide have below their headings."""

    @cached_property
    def days(self) -> set[date]:
        """The days of the context."""
        return set(days(self.sheet.context))

    @cached_property
    def phrases(self) -> list[str]:
        """Free text of the context with a number in it, longest first."""
        found = {" ".join(text.split()).rstrip(".?!").lower() for text in texts(self.sheet.context)}
        found |= {_rest_of_test(str(gate.get("test"))) for gate in self.sheet.records("budget.gates")}
        numbered = [text for text in found if " " in text and (re.search(r"\d", text) or _WORD.search(text))]
        return sorted(numbered, key=len, reverse=True)

    @cached_property
    def identifiers(self) -> set[str]:
        """Words of the context with letters and digits in them, such as `FY2027` and `G1`."""
        return {word for text in texts(self.sheet.context) for word in _IDENTIFIER.findall(text)}

    @cached_property
    def years(self) -> set[str]:
        """Years in which sources were published."""
        return {
            str(source["year"])
            for source in self.sheet.context.get("sources", {}).values()
            if "year" in source
        }

    @cached_property
    def names(self) -> dict[str, set[str]]:
        """What charts call the records of the context, by id."""
        found: dict[str, set[str]] = {}
        for record in _records(self.sheet.context):
            labels = {
                str(record[name]).lower() for name in ("label", "name", "title", "id") if record.get(name)
            }
            found.setdefault(str(record["id"]), set()).update(labels)
        return found

    def known_places(self, text: str) -> set[int]:
        """Where a text has words of the context, days, identifiers and counts."""
        covered = self._covered(text, Passage("", text))
        for day in written_days(text, self.days, self.as_of):
            if not day.fault:
                covered.update(range(day.start, day.end))
        return covered

    def unexplained(self, passage: Passage) -> Iterator[Unexplained]:
        """The numbers of a passage that have no key and no explanation."""
        text = _blanked(passage)
        covered = self._covered(text, passage)
        for day in written_days(text, self.days, self.as_of):
            places = {place for place in range(day.start, day.end) if text[place].isdigit()}
            if day.fault and not places <= covered:
                yield Unexplained(day.start, day.end, day.fault)
            covered.update(range(day.start, day.end))
        for number, reason in self._numbers(text):
            if not covered.issuperset(range(number.start(), number.end())):
                yield Unexplained(number.start(), number.end(), reason)

    def _numbers(self, text: str) -> Iterator[tuple[re.Match[str], str]]:
        for match, _ in numbers_in(text, self.locale):
            yield match, "a figure with a key, or text of the context"
        for match in _WORD.finditer(text):
            yield match, "a count of a list"

    def _covered(self, text: str, passage: Passage) -> set[int]:
        spans = [*self._phrases_in(text.lower()), *self._identifiers_in(text), *self._counts_in(text)]
        spans += [match.span() for pattern, _ in PLACES for match in re.finditer(pattern, text)]
        version = self.sheet.text("meta.version")
        spans += [match.span() for match in re.finditer(rf"\bversion {re.escape(version)}\b", text)]
        spans += self._ordinals_in(text, passage)
        if passage.where.endswith(", Title"):
            spans += self._rows_in(text, passage.where.removesuffix(", Title"))
        spans += self._listed_in(text)
        spans += [match.span() for year in self.years for match in re.finditer(rf"\b{year}\b", text)]
        return {place for start, end in spans for place in range(start, end)}

    def _phrases_in(self, text: str) -> Iterator[tuple[int, int]]:
        for phrase in self.phrases:
            start = text.find(phrase)
            while start >= 0:
                yield start, start + len(phrase)
                start = text.find(phrase, start + 1)

    def _identifiers_in(self, text: str) -> Iterator[tuple[int, int]]:
        for match in _IDENTIFIER.finditer(text):
            if match[0] in self.identifiers:
                yield match.span()

    def _listed_in(self, text: str) -> Iterator[tuple[int, int]]:
        """Counts of the figures in a list of figures."""
        given, computed = self.listed
        for words, count in (
            (r"shows? (\d+) figures", given + computed),
            (r"\b(\d+) (?:are|is) given", given),
            (r"\b(\d+) (?:are|is) computed", computed),
        ):
            for match in re.finditer(words, text):
                if int(match[1]) == count:
                    yield match.span(1)

    def _ordinals_in(self, text: str, passage: Passage) -> list[tuple[int, int]]:
        """The number of a row in its first cell: that of its place, or of a cut."""
        if not text.strip().isdecimal() or not passage.row or passage.heads.partition(" | ")[0].strip():
            return []
        place = int(passage.row.rpartition(" ")[2]) - 1
        cuts = {key for key in self.keys_of_row.get(passage.row, ()) if key.startswith("budget.cuts[")}
        expected = {int(self.sheet.text(f"{key.rpartition('.')[0]}.order")) for key in cuts} or {place}
        return [(0, len(text))] if expected == {int(text)} else []

    def _rows_in(self, text: str, page: str) -> Iterator[tuple[int, int]]:
        """A count in the title of a slide: the rows of the table below it."""
        if page not in self.rows:
            return
        for match in re.finditer(rf"\b(\d+|{_COUNTED})\b(?= [a-z])", text, re.IGNORECASE):
            word = match[1].lower()
            if (int(word) if word.isdecimal() else WORDS.index(word)) in self.rows[page]:
                yield match.span(1)

    def _counts_in(self, text: str) -> Iterator[tuple[int, int]]:
        for count in COUNTS:
            pattern = count.pattern.replace("{n}", rf"(?P<n>\d+|{_COUNTED})")
            for match in re.finditer(pattern, text, re.IGNORECASE):
                word = match["n"].lower()
                if (int(word) if word.isdecimal() else WORDS.index(word)) in count.allowed(self.sheet):
                    yield match.span("n")


def _blanked(passage: Passage) -> str:
    """The text with blanks of one kind, and without its figures and the numbers the reader's program puts in."""
    text = re.sub(r"[^\S\n\t]", " ", passage.text)
    hidden = [mark[:2] for mark in passage.marks] + [field[:2] for field in passage.fields]
    for start, end in hidden:
        text = text[:start] + "\x00" * (end - start) + text[end:]
    return text


def _rest_of_test(test: str) -> str:
    """What a gate's test says after its number, which is shown with a key: `on trailing two quarters`."""
    return test.partition(" at or ")[2].partition(" months ")[2].lower() or test.rpartition("  ")[0]


def _records(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if "id" in value:
            yield value
        for item in value.values():
            yield from _records(item)
    elif isinstance(value, list):
        for item in value:
            yield from _records(item)
