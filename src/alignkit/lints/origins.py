"""Where in the context a text or a figure of a document comes from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from alignkit.context.whole import Context
    from alignkit.diagnostics import Place

    from .pages import Label, Sentence

_LEAST_CHARACTERS = 12
"""Shorter texts stand in sentences by chance."""
_MOST_ORIGINS = 3
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_QUOTED = re.compile(r"`([^`]+)`")
_RECORDS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), path)
    for pattern, path in (
        (r"(?:tier|step|return)\.([\w-]+)\..+", r"budget.tiers.\1"),
        (r"ask\..+", "budget.decision.ask_tier"),
        (r"breakeven\..+", "budget.decision.ask_tier"),
        (r"downside\..+", "budget.downside"),
        (r"drivers\..+", "budget.drivers"),
        (r"driver\.([\w-]+)\..+", r"budget.drivers.\1"),
        (r"line\.([\w-]+)\..+", r"budget.lines.\1"),
        (r"gate\.([\w-]+)\..+", r"budget.gates.\1"),
        (r"(?:cuts|cut)\..+", "budget.cuts"),
        (r"(headcount|phasing)\..+", r"budget.\1"),
        (r"stop\..+", "budget.tiers"),
        (r"sellers\..+", "budget.sellers"),
        (r"defence\..+", "budget.announced_cut"),
        (r"fee\..+", "agency"),
        (r"(?:money|lines)\..+", "budget.lines"),
        (r"initiative\.([\w-]+)\..+", r"initiatives.\1"),
        (r"segment\..+", "initiatives"),
        (r"year\.([\w-]+)\..+", r"finance.\1"),
        (r"arr\..+", "finance.arr"),
        (r"quarter\.([\w-]+)\..+", r"finance.quarters.\1"),
        (r"last_plan\..+", "finance.last_plan"),
        (r"kpi\.([\w-]+)\..+", r"kpis.\1"),
        (r"risk\.([\w-]+)\..+", r"risks.\1"),
        (r"issue\.([\w-]+)\..+", r"issues.\1"),
        (r"area\.([\w-]+)\..+", r"scorecard.areas.\1"),
        (r"stakeholder\.([\w-]+)\..+", r"stakeholders.\1"),
        (r"walk_away\..+", "budget.decision.walk_away"),
        (r"gives\..+", "budget.gives"),
        (r"(objective|milestone)\.([\w-]+)\..+", r"\1s.\2"),
        (r"(?:deliverable|success)\..+", "kickoff"),
        (r"dependency\..+", "kickoff.dependencies"),
        (r"method\..+", "vision.methods"),
        (r"alignment\..+", "vision"),
    )
)
"""Keys of derived figures, each with the record of the context it is about."""


def record_of(key: str) -> str:
    """The path of the record a derived figure is about; the key itself when it is that of an input."""
    for pattern, path in _RECORDS:
        if match := pattern.fullmatch(key):
            return match.expand(path)
    return key


@dataclass(frozen=True)
class Origins:
    """Finds what of a context a text repeats."""

    context: Context
    """The context whose words documents repeat."""

    def of(self, about: Sentence | Label) -> tuple[Place, ...]:
        """Where the words and figures of a text stand in the context, the longest words first."""
        paths = [path for path, text in self._texts if text in about.text]
        paths += [record_of(key) for _, _, key in getattr(about, "spans", ())]
        return self._places(paths)

    def words_of(self, about: Sentence | Label, said: str = "") -> tuple[Place, ...]:
        """Where the words of a text stand in the context, whole or by the sentence; without its figures.

        Of a single word that is `said`, only where the context has that word.
        """
        word = said.casefold()
        return self._places(
            path for path, text in self._texts if word in text.casefold() and _is_repeated(text, about.text)
        )

    def count_of(self, about: Sentence | Label) -> int:
        """How many words of a text are the context's own."""
        count, rest = 0, about.text
        for _, text in self._texts:
            for each in _sentences(text):
                if len(each) >= _LEAST_CHARACTERS and each[1:] in rest:
                    count += len(each.split())
                    rest = rest.replace(each[1:], "", 1)
        return count

    def quoted_in(self, message: str) -> tuple[Place, ...]:
        """Where the words stand that a message quotes; what is cut ends in `…` within one of them."""
        quotes = _QUOTED.findall(message)
        cut = tuple(tail for quote in quotes if quote.endswith("…") for tail in _tails(quote.rstrip("… ")))
        return self._places(
            path
            for path, text in self._texts
            if any(text in quote for quote in quotes) or (cut and text.startswith(cut))
        )

    def _places(self, paths: Iterable[str]) -> tuple[Place, ...]:
        found: dict[str, Place] = {}
        for path in paths:
            if len(found) < _MOST_ORIGINS and path not in found and (place := self.context.place(path)):
                found[path] = place
        return tuple(found.values())

    @cached_property
    def _texts(self) -> tuple[tuple[str, str], ...]:
        """Every text of the context long enough to be told again, with its path; the longest first."""
        found = [(path, text) for path, text in self.context.texts if len(text) >= _LEAST_CHARACTERS]
        return tuple(sorted(found, key=lambda each: -len(each[1])))


def _is_repeated(text: str, where: str) -> bool:
    """Whether a sentence of a text stands in another; its first letter may have become small or a capital."""
    return any(len(each) >= _LEAST_CHARACTERS and each[1:] in where for each in _sentences(text))


def _sentences(text: str) -> Iterator[str]:
    """The sentences of a text, without what ends them."""
    return (each.strip().rstrip(".!?") for each in _SENTENCE_END.split(text))


def _tails(text: str) -> Iterator[str]:
    """The text from each of its words on, as far as that tells one text from another."""
    for index in range(len(text) - _LEAST_CHARACTERS + 1):
        if index == 0 or text[index - 1] == " ":
            yield text[index:]
