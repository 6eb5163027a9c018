"""What changes: rises by an amount to another, stays, falls."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from alignkit.values import Unit

from .derived import are_comparable, difference, relative_difference
from .relation import Relation, relation_of
from .statement import Statement

if TYPE_CHECKING:
    from decimal import Decimal

    from alignkit.formats import Formats
    from alignkit.values import Figure

    from .statement import Slot

CHANGE_FORMS = ("full", "to", "by", "noun")
"""What a statement of change may say: everything, the result, the amount, or the amount as a noun."""

Direction = Literal["", "up", "down"]
"""Which way is better; empty where that is not said."""


def changes(
    now: Figure | None,
    before: Figure | None,
    formats: Formats,
    *,
    form: str = "full",
    good: Direction = "",
    than: Slot | None = None,
    number: Decimal | int = 1,
    style: str = "",
) -> Statement | None:
    """How `now` came to be from `before`; None unless both exist in one currency.

    Args:
        now: the figure spoken of.
        before: what it is measured against.
        formats: how they are shown; what cannot be seen is not claimed.
        form: one of `CHANGE_FORMS`.
        good: which way is better, for `improves` and `worsens`.
        than: what the noun form compares with; the period of `before`, else its amount.
        number: how many things change, for `rises` and `rise`.
        style: how the figures are shown.

    """
    if now is None or before is None or not are_comparable(now, before):
        return None
    relation = relation_of(now, before, formats, style)
    slots: dict[str, Slot] = {"now": now, "before": before if than is None else than}
    if than is None and before.period and before.period != now.period:
        slots["before"] = before.period
    if relation is not Relation.SAME:
        slots["difference"] = difference(now, before)
    share = relative_difference(now, before)
    if share is not None and formats.shown(share, style):
        slots["share"] = share
    return Statement(f"changes.{form}.{_case(relation, form, good, now.unit)}", slots, style, number)


def _case(relation: Relation, form: str, good: Direction, unit: Unit) -> str:
    """The pattern's last name: the relation, as better or worse where that is to be said."""
    if relation in (Relation.BARELY_MORE, Relation.BARELY_LESS):
        return "alike"
    if good and relation is not Relation.SAME:
        word = "better" if relation.is_more == (good == "up") else "worse"
        return f"slightly_{word}" if relation.startswith("slightly") else word
    is_few = relation is Relation.LESS and form == "noun" and unit is Unit.COUNT
    return "fewer" if is_few else str(relation)
