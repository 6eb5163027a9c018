"""A file held against the recomputed figures: what each page shows, and whether it is so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from by_value import ByValue
from chart_numbers import chart_faults
from difference import Difference
from explaining import Explainer
from listed_figures import listed_in, rows_of
from mail_figures import figures_in
from wordings import fault, written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ledger_by_hand import Recomputed, Sheet
    from pages import Lost, Mark, Pages, Passage
    from wordings import Locale

_WORDS_A_MINUTE = 130


class Tally:
    """What has been compared so far."""

    def __init__(self) -> None:
        self.numbers = 0
        self.keys: set[str] = set()
        self.by_value = 0
        self.differences: list[Difference] = []


class Comparison:
    """Files against one context in one locale."""

    def __init__(self, sheet: Sheet, locale: Locale) -> None:
        self.sheet = sheet
        self.locale = locale
        self.explainer = Explainer(sheet, locale)
        self.everything = ByValue(sheet.everything())
        self.tally = Tally()

    def compare(self, pages: Pages, *, keyed: bool) -> None:
        """Hold every number of a file against the context.

        Args:
            pages: what the file shows.
            keyed: whether its figures carry keys; those of a mail do not.

        """
        lost: dict[str, list[Lost]] = {}
        for entry in pages.lost:
            lost.setdefault(entry.where, []).append(entry)
        checked = {row.working for row in rows_of(pages) if row.working}
        self.explainer.listed = listed_in(pages)
        self.explainer.rows = rows_by_page(pages)
        self.explainer.keys_of_row = keys_by_row(pages)
        titles = [chart.alternative for chart in pages.charts]
        for passage in pages.passages:
            for mark in passage.marks:
                self._compare_mark(pages.name, passage, mark)
            if passage not in checked:  # its numbers are those of its working, which is done again
                is_title = any(
                    f": {passage.text.strip()}." in title for title in titles if passage.text.strip()
                )
                self._compare_rest(pages.name, passage, lost, keyed=keyed and not is_title)
        for entries in lost.values():
            self.tally.differences += [
                Difference(pages.name, entry.where, "nothing", entry.key, f"`{entry.text}` of the ledger")
                for entry in entries
            ]
        self.tally.differences += order_faults(pages)
        self.tally.differences += continuation_faults(pages)
        self.tally.differences += time_faults(pages)
        for chart in pages.charts:
            self.tally.differences += chart_faults(self, pages.name, chart)

    def _compare_mark(self, file: str, passage: Passage, mark: Mark) -> None:
        text = passage.text[mark.start : mark.end]
        self.tally.numbers += 1
        self.tally.keys.add(mark.key)
        expected = self.fault_of(mark.key, text, passage)
        if not expected and text != mark.ledger:
            expected = f"`{mark.ledger}` as the ledger has it"
        if expected:
            self.tally.differences.append(Difference(file, passage.where, text, mark.key, expected))

    def fault_of(self, key: str, text: str, passage: Passage) -> str:
        """What the text of a key should have been; empty if it is right."""
        figure = self.sheet.look_up(key)
        if figure is None:
            return "a key with a formula"
        reason = fault(text, figure.value, figure.unit, self.locale, passage.text, passage.heads)
        return f"{self.value_of(figure)} ({reason})" if reason else ""

    def value_of(self, figure: Recomputed) -> str:
        """A recomputed figure as a message shows it."""
        return written(figure.value, figure.unit, self.locale)

    def _compare_rest(self, file: str, passage: Passage, lost: dict[str, list[Lost]], *, keyed: bool) -> None:
        unexplained = list(self.explainer.unexplained(passage))
        found = [] if keyed else list(figures_in(passage.text, self.everything, self.locale, passage.heads))
        for each in unexplained:
            self.tally.numbers += 1
            text = passage.text[each.start : each.end]
            match = next((one for one in found if one.start <= each.start and each.end <= one.end), None)
            if match:
                self.tally.by_value += not match.said
                self.tally.keys.update(match.keys[:1])
                continue
            place = re.sub(r", row \d+$", "", passage.where)
            entry = lost[place].pop(0) if lost.get(place) else None
            key, expected = (entry.key, f"`{entry.text}` of the ledger") if entry else ("", each.reason)
            self.tally.differences.append(Difference(file, passage.where, text, key, expected))


def order_faults(pages: Pages) -> Iterator[Difference]:
    """Numbers of captions, sections and slides that do not count up."""
    counts: dict[str, int] = {}
    for passage in pages.passages:
        for start, end, instruction in passage.fields:
            shown = passage.text[start:end]
            if instruction.startswith("SEQ"):
                name = instruction.split()[1]
                counts[name] = counts.get(name, 0) + 1
                if shown != str(counts[name]):
                    yield Difference(pages.name, passage.where, shown, "", f"{name} {counts[name]}")
            elif instruction == "slidenum" and (slide := re.match(r"slide (\d+)", passage.where)):
                if shown != slide[1]:
                    yield Difference(pages.name, passage.where, shown, "", f"slide {slide[1]}")
            elif instruction not in ("PAGE", "NUMPAGES", "slidenum"):
                yield Difference(pages.name, passage.where, shown, "", f"no field `{instruction}`")
        number = re.match(r"(\d+) (?=\D)", passage.text) if passage.style.startswith("Heading") else None
        if number:
            counts[passage.style] = counts.get(passage.style, 0) + 1
            if int(number[1]) != counts[passage.style]:
                yield Difference(pages.name, passage.where, number[1], "", f"section {counts[passage.style]}")


def continuation_faults(pages: Pages) -> Iterator[Difference]:
    """Slides that continue each other and are not counted right: `(1 of 2)`, `(2 of 2)`."""
    parts: dict[str, list[tuple[Passage, int, int]]] = {}
    for passage in pages.passages:
        match = re.search(r" \((\d+) of (\d+)\)$", passage.text)
        if match and passage.where.endswith(", Title"):
            parts.setdefault(passage.text[: match.start()], []).append(
                (passage, int(match[1]), int(match[2]))
            )
    for several in parts.values():
        for place, (passage, number, count) in enumerate(several, start=1):
            if (number, count) != (place, len(several)):
                text = f"({number} of {count})"
                yield Difference(pages.name, passage.where, text, "", f"({place} of {len(several)})")


def rows_by_page(pages: Pages) -> dict[str, set[int]]:
    """How many rows the tables of each slide have below their headings."""
    last: dict[str, int] = {}
    for passage in pages.passages:
        if passage.row:
            table, _, row = passage.row.rpartition(", row ")
            last[table] = int(row) - 1
    pages_: dict[str, set[int]] = {}
    for table, count in last.items():
        pages_.setdefault(table.partition(", ")[0], set()).add(count)
    return pages_


def keys_by_row(pages: Pages) -> dict[str, list[str]]:
    """Keys of the figures in each row of a table."""
    found: dict[str, list[str]] = {}
    for passage in pages.passages:
        if passage.row:
            found.setdefault(passage.row, []).extend(mark.key for mark in passage.marks)
    return found


def time_faults(pages: Pages) -> Iterator[Difference]:
    """Times of sections that are not those of their words at 130 a minute."""
    for heading, words in _sections(pages.passages):
        clock = re.search(r"\t(\d+):(\d\d)$", heading.text)
        if clock is None:
            continue
        exact = words * 60 / _WORDS_A_MINUTE
        if abs(int(clock[1]) * 60 + int(clock[2]) - exact) > 0.5:
            expected = f"{int(exact + 0.5) // 60}:{int(exact + 0.5) % 60:02} for {words} words"
            yield Difference(pages.name, heading.where, clock[0].strip(), "", expected)


def _sections(passages: Iterable[Passage]) -> Iterator[tuple[Passage, int]]:
    heading, words = None, 0
    for passage in passages:
        if passage.style.startswith("Heading"):
            if heading:
                yield heading, words
            heading, words = passage, 0
        elif passage.style == "Spoken":
            words += len(passage.text.split())
    if heading:
        yield heading, words
