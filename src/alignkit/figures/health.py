"""How well plan and work agree: scorecard, allocation drift, unlinked spend."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from alignkit.diagnostics import Severity
from alignkit.values import NA, NACode, Scenario, Unit

from .term import Term, absent, constant, half_sum_of_differences, total

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alignkit.context.health import Area

    from .book import Book

_OWN = "marketing"
"""The function whose view of itself is compared with the others' view."""

_FEWEST_RATERS = 3

_ROUNDING = Decimal("0.005")
"""How far a sum of rounded shares may be from one."""


def derive_scorecard(book: Book) -> None:
    """Enter `area.<id>.{mean, spread, self_gap}`; fewer than three raters are too few for any of them."""
    scorecard = book.context.scorecard
    for area in scorecard.areas if scorecard else ():
        key, owner = f"area.{area.id}", area.name or area.id
        mean, target = _mean(area, area.ratings), constant(Decimal(area.target), "target")
        for name, label, unit, term in (
            ("mean", "Mean rating", Unit.RATIO, mean),
            ("spread", "Spread of ratings", Unit.COUNT, _spread(area)),
            ("self_gap", "Own rating against the others", Unit.RATIO, _self_gap(area)),
            ("gap", "Mean against target", Unit.RATIO, mean - target),
        ):
            book.put(f"{key}.{name}", label, unit, term, owner=owner)


def _mean(area: Area, functions: dict[str, int]) -> Term:
    if len(area.ratings) < _FEWEST_RATERS:
        return absent(NACode.TOO_FEW, f"{len(area.ratings)} raters are too few").named("mean of the ratings")
    ratings = [constant(Decimal(rating), function) for function, rating in functions.items()]
    mean = total(ratings, "sum of the ratings", "ratings") / constant(Decimal(len(ratings)), "raters")
    return mean.named("mean of the ratings")


def _spread(area: Area) -> Term:
    if len(area.ratings) < _FEWEST_RATERS:
        return _mean(area, area.ratings).named("spread of the ratings")
    highest = constant(Decimal(max(area.ratings.values())), "highest rating")
    return highest - constant(Decimal(min(area.ratings.values())), "lowest rating")


def _self_gap(area: Area) -> Term:
    own = area.ratings.get(_OWN)
    if own is None:
        return absent(NACode.MISSING_INPUT, f"{_OWN} did not rate").named("own rating")
    others = {function: rating for function, rating in area.ratings.items() if function != _OWN}
    return constant(Decimal(own), "own rating") - _mean(area, others).named("mean of the others")


def derive_drift(book: Book) -> None:
    """Enter `drift.{distance, unlinked_share}` and `drift.segment.<id>.change`.

    Reports: DRF-001 for shares that do not add to one, between which there is no distance.
    """
    drift = book.context.drift
    pairs: list[tuple[Term, Term]] = []
    for index, share in enumerate(drift.allocation if drift else ()):
        planned, actual = (book.term(f"drift.allocation[{index}].{name}") for name in ("planned", "actual"))
        pairs.append((planned, actual))
        key = f"drift.segment.{book.segment(share.segment)}.change"
        book.put(
            key,
            "Actual against planned share",
            Unit.POINTS,
            actual - planned,
            owner=share.segment,
            scenario=Scenario.ACTUAL,
        )
    distance = half_sum_of_differences(pairs, "half the sum of the shares' differences")
    for name, column in zip(("planned", "actual"), zip(*pairs, strict=True), strict=False):
        distance = _if_whole(book, name, column, distance)
    book.put("drift.distance", "Allocation drift", Unit.RATIO, distance, scenario=Scenario.ACTUAL)
    unlinked = book.term("drift.unlinked_spend") / book.term("drift.spend_to_date")
    book.put(
        "drift.unlinked_share", "Unlinked share of spend", Unit.SHARE, unlinked, scenario=Scenario.ACTUAL
    )


def _if_whole(book: Book, name: str, shares: Sequence[Term], distance: Term) -> Term:
    """The distance, or why there is none: the shares of a whole add to one."""
    added = total(shares, f"sum of the {name} shares", "shares").value
    if isinstance(added, NA) or abs(added - 1) <= _ROUNDING:
        return distance
    message = f"expected the {name} shares in `drift.allocation` to add to 1, found `{added.normalize():f}`"
    place = book.context.place("drift.allocation")
    cure = "add the segments that are missing" if added < 1 else "leave out what stands twice"
    book.report.finding("DRF-001", Severity.ERROR, message, place, hint=f"{cure}, or correct a share")
    return absent(NACode.MISSING_INPUT, f"the {name} shares do not add to one").named(distance.words)
