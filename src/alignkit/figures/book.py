"""The figures found so far, while the rest is being derived from them."""

from __future__ import annotations

import re
from decimal import Context as Precision
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from alignkit.diagnostics import Severity
from alignkit.trades import trade_of
from alignkit.values import NA, Figure, NACode, Scenario, Unit

from .labels import label_of
from .provenance import Provenance
from .term import Term, absent, term_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from alignkit.context.whole import Context
    from alignkit.diagnostics import Report

    from .arithmetic import Value

_LEAST_CERTAIN_FIRST = (Scenario.PLAN, Scenario.FORECAST, Scenario.ACTUAL, Scenario.PRIOR_YEAR)
_KEPT = Precision(prec=30)
"""Fewer digits than are computed with: 5,312.5 / (17,000 / 12) is 3.75, and not a last digit below it."""
_OTHER = re.compile(r"[^A-Za-z0-9_-]+")


class Book:
    """Figures by key with the words formulas call them; what was entered once stays as it is."""

    def __init__(self, context: Context, report: Report) -> None:
        self.context = context
        self.report = report
        self.currency = context.company.currency
        self.conversions = context.conversions
        self.trade = trade_of(context.company.model)
        periods = context.periods
        self.current = periods.current.id if periods else ""
        self.plan = periods.plan.id if periods else ""
        self.figures: dict[str, Figure] = {}
        self._exact: dict[str, Value] = {}
        self._words: dict[str, str] = {}
        self._terms: dict[str, Term] = {}

    def enter(self, figure: Figure, words: str) -> None:
        """Keep a figure under its key unless that is taken."""
        if figure.key not in self.figures:
            self.figures[figure.key] = figure
            self._words[figure.key] = words

    def put(
        self,
        key: str,
        label: str,
        unit: Unit,
        term: Term,
        *,
        owner: str = "",
        noun: str = "",
        period: str | None = None,
        scenario: Scenario | None = None,
    ) -> None:
        """Enter a derived figure.

        Args:
            key: its name over all documents.
            label: what a software company calls it; formulas call it so in the words of the trade.
            unit: what it counts.
            term: the formula with its value.
            owner: what it belongs to, such as a tier; follows the label.
            noun: what a count counts, in the singular.
            period: the period it belongs to; that of its inputs when None.
            scenario: plan, forecast or actual; that of its inputs when None.

        """
        origin, label = _origin(term.inputs), self.trade.called(label)
        if key not in self.figures:
            self._exact[key] = term.value
        self.enter(
            Figure(
                key,
                _kept(term.value),
                unit,
                f"{label}, {owner}" if owner else label,
                self.currency if unit is Unit.MONEY else "",
                self.trade.called(noun),
                origin.period if period is None else period,
                scenario or origin.scenario,
                term.words,
                term.working if len(term.working) > 1 else (),
                origin.sources,
                None,
                origin.stale,
            ),
            in_a_sentence(label),
        )

    def term(self, key: str, of: str = "") -> Term:
        """The figure as part of a formula; a figure nobody entered is not available.

        Args:
            key: which figure.
            of: what it belongs to, where a formula has several of the kind.

        """
        known = self._terms.get(key)
        if known is None and (figure := self.figures.get(key)) is not None:
            known = self._terms[key] = term_of(figure, self._words[key], self._exact.get(key, figure.value))
        if known is not None:
            return known.named(f"{known.words} ({of})") if of else known
        name = self.said(label_of(key.rpartition(".")[2]))
        return absent(NACode.MISSING_INPUT, f"{name} not given ({key})").named(name)

    def first(self, *keys: str) -> Term:
        """The first of several figures that exists; the first one's absence if none does."""
        for key in keys:
            figure = self.figures.get(key)
            if figure is not None and isinstance(figure.value, Decimal):
                return self.term(key)
        return self.term(keys[0])

    def given(self, key: str) -> bool:
        """Whether there is a number under `key`."""
        figure = self.figures.get(key)
        return figure is not None and isinstance(figure.value, Decimal)

    def or_zero(self, key: str) -> Term:
        """The figure as part of a formula, or zero: a component left out of a bridge is none of it."""
        term = self.term(key)
        return term if self.given(key) else Term(Decimal(0), term.words, (Decimal(0),))

    def said(self, name: str) -> str:
        """A name of ours as formulas have it in the words of the trade: `win rate`, `conversion rate`."""
        return in_a_sentence(self.trade.called(name))

    def segment(self, text: str, index: int = 0) -> str:
        """A part of a key made of a user's text: letters, digits, hyphens and underscores stay."""
        return _OTHER.sub("-", text).strip("-") or str(index)

    def path_of(self, collection: str, name: str, index: int) -> str:
        """Path of a record of a collection: by id, or by position where the id cannot be part of a key."""
        return f"{collection}[{index}]" if _OTHER.search(name) or not name else f"{collection}.{name}"

    def fraction(self, key: str) -> Term:
        """A figure that means nothing outside 0 to 1; not available when it lies there (FIG-002)."""
        return self.checked(self.term(key), key, "write it as a fraction, such as 0.78 for 78 per cent")

    def checked(self, term: Term, key: str, hint: str) -> Term:
        """A term that means nothing outside 0 to 1; not available when it lies there (FIG-002).

        Args:
            term: what is checked.
            key: the input that is told to be wrong.
            hint: what to do about it.

        """
        if isinstance(term.value, NA) or 0 <= term.value <= 1:
            return term
        message = f"expected {term.words} between 0 and 1, found `{term.value}`"
        self.report.finding("FIG-002", Severity.ERROR, message, self.figures[key].place, hint=hint)
        code = NACode.NEGATIVE_INPUT if term.value < 0 else NACode.MISSING_INPUT
        return absent(code, f"{term.words} is not between 0 and 1").named(term.words)

    def copy(self, targets: Mapping[str, Sequence[str]]) -> None:
        """Enter the figures below some keys of two parts, such as `tier.ask`, below other keys too."""
        for key, figure in list(self.figures.items()):
            head, _, rest = key.partition(".")
            name, _, rest = rest.partition(".")
            for target in targets.get(f"{head}.{name}", ()):
                self.enter(_renamed(figure, f"{target}.{rest}"), self._words[key])


@cache
def in_a_sentence(label: str) -> str:
    """A label as it stands inside a sentence: `loaded CAC`, but `ARR`."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def _renamed(figure: Figure, key: str) -> Figure:
    """The figure under another key; written out because `replace` takes four times as long."""
    return Figure(
        key,
        figure.value,
        figure.unit,
        figure.label,
        figure.currency,
        figure.noun,
        figure.period,
        figure.scenario,
        figure.formula,
        figure.working,
        figure.sources,
        figure.place,
        figure.stale,
    )


def _kept(value: Decimal | NA) -> Decimal | NA:
    return value if isinstance(value, NA) else _KEPT.plus(value)


def _origin(inputs: tuple[Figure, ...]) -> Provenance:
    """What the inputs of a figure have in common, and all their sources.

    The scenario is the least certain one: a plan makes a plan, a forecast makes a forecast.
    """
    if not inputs:
        return Provenance()
    first = inputs[0]
    for figure in inputs:
        if figure is not first and not _same_origin(figure, first):
            break
    else:
        return Provenance(first.period, first.sources, first.scenario, first.stale)
    periods = {figure.period for figure in inputs if figure.period}
    scenarios = {figure.scenario for figure in inputs}
    sources = [source for figure in inputs for source in figure.sources]
    return Provenance(
        periods.pop() if len(periods) == 1 else "",
        tuple(dict.fromkeys(sources)),
        next((scenario for scenario in _LEAST_CERTAIN_FIRST if scenario in scenarios), None),
        any(figure.stale for figure in inputs),
    )


def _same_origin(figure: Figure, other: Figure) -> bool:
    return (
        figure.sources == other.sources
        and figure.period == other.period
        and figure.scenario is other.scenario
        and figure.stale == other.stale
    )
