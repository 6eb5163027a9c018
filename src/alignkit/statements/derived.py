"""Figures a statement needs beside those it is given: differences and shares, with working and sources."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING

from alignkit.values import Figure, Unit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from alignkit.values import Scenario

Working = tuple[str | Decimal, ...]


def are_comparable(*figures: Figure) -> bool:
    """Whether figures may be set against each other: all exist, in one currency.

    Raises:
        ValueError: when their units differ; no words can make that true.

    """
    units = {figure.unit for figure in figures}
    if len(units) > 1:
        raise ValueError(f"expected figures of one unit, found {' and '.join(sorted(units))}")
    return not any(figure.is_na for figure in figures) and len({each.currency for each in figures}) == 1


def difference(figure: Figure, other: Figure) -> Figure:
    """`figure` less `other`; of two shares in points."""
    unit = Unit.POINTS if figure.unit is Unit.SHARE else figure.unit
    return _derived(
        f"difference({figure.key},{other.key})",
        figure.amount - other.amount,
        unit,
        f"{_name(figure)}, less {_inside(other)}",
        f"{_inside(figure)} \u2212 {_inside(other)}",
        (*_operand(figure), " \u2212 ", *_operand(other)),
        (figure, other),
    )


def relative_difference(figure: Figure, other: Figure) -> Figure | None:
    """By what part of `other` the two differ; None where per cent would mislead.

    Shares and points differ by points; the rest needs `other` above zero and `figure` not below it.
    """
    if figure.unit in (Unit.SHARE, Unit.POINTS) or other.amount <= 0 or figure.amount < 0:
        return None
    return _derived(
        f"relative({figure.key},{other.key})",
        (figure.amount - other.amount) / other.amount,
        Unit.SHARE,
        f"{_name(figure)}, less {_inside(other)}, in per cent",
        f"({_inside(figure)} \u2212 {_inside(other)}) / {_inside(other)}",
        ("(", *_operand(figure), " \u2212 ", *_operand(other), ") / ", *_operand(other)),
        (figure, other),
    )


def share_of(part: Figure, whole: Figure) -> Figure | None:
    """What part of `whole` `part` is; None unless `whole` is above zero and `part` not below."""
    if whole.amount <= 0 or part.amount < 0:
        return None
    return _derived(
        f"share({part.key},{whole.key})",
        part.amount / whole.amount,
        Unit.SHARE,
        f"{_name(part)}, as part of {_inside(whole)}",
        f"{_inside(part)} / {_inside(whole)}",
        (*_operand(part), " / ", *_operand(whole)),
        (part, whole),
    )


_MAKERS: dict[str, Callable[[Figure, Figure], Figure | None]] = {
    "difference": difference,
    "relative": relative_difference,
    "share": share_of,
}
_KEY = re.compile(rf"({'|'.join(_MAKERS)})\(([^,()]+),([^,()]+)\)")


def recomputed(key: str, figures: Mapping[str, Figure]) -> Figure | None:
    """The figure a statement shows under `key`, made anew from the figures of a context.

    None when it is no key of a statement, or one of figures that are not there.
    """
    found = _KEY.fullmatch(key)
    if found is None:
        return None
    inputs = [figures[each] for each in found.groups()[1:] if each in figures]
    if len(inputs) < 2 or any(each.is_na for each in inputs):
        return None
    return _MAKERS[found[1]](*inputs)


def _derived(
    key: str, value: Decimal, unit: Unit, label: str, formula: str, working: Working, inputs: Sequence[Figure]
) -> Figure:
    first = inputs[0]
    return Figure(
        key,
        value,
        unit,
        label,
        first.currency if unit is Unit.MONEY else "",
        first.noun if unit is Unit.COUNT else "",
        first.period,
        _scenario(inputs),
        formula,
        working,
        tuple(dict.fromkeys(source for each in inputs for source in each.sources)),
        None,
        any(each.stale for each in inputs),
    )


def _scenario(inputs: Sequence[Figure]) -> Scenario | None:
    return next((each.scenario for each in inputs if each.scenario), None)


def _name(figure: Figure) -> str:
    return figure.label or figure.key


def _inside(figure: Figure) -> str:
    """The name as it stands within a sentence; acronyms stay in capitals."""
    name = _name(figure)
    return f"{name[:1].lower()}{name[1:]}" if name[1:2].islower() else name


def _operand(figure: Figure) -> Working:
    amount = figure.amount
    return ("(", amount, ")") if amount < 0 else (amount,)
