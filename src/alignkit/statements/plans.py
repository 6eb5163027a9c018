"""What was planned against what came: over plan, delivered, needed of what is planned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.values import Unit

from .derived import are_comparable, difference, relative_difference, share_of
from .relation import Relation, relation_of
from .statement import Statement

if TYPE_CHECKING:
    from decimal import Decimal

    from alignkit.formats import Formats
    from alignkit.values import Figure

    from .statement import Slot


def variance(
    actual: Figure | None, plan: Figure | None, formats: Formats, *, style: str = ""
) -> Statement | None:
    """How far a figure is over or under plan; None unless both exist in one currency."""
    if actual is None or plan is None or not are_comparable(actual, plan):
        return None
    relation = relation_of(actual, plan, formats, style)
    if relation is Relation.SAME:
        return Statement("variance.same")
    if relation not in (Relation.MORE, Relation.LESS):
        return Statement("variance.just_more" if relation.is_more else "variance.just_less")
    slots: dict[str, Slot] = {"difference": difference(actual, plan)}
    share = relative_difference(actual, plan)
    if share is not None and formats.shown(share, style):
        slots["share"] = share
    return Statement(f"variance.{relation}", slots, style)


def delivered(
    actual: Figure | None, planned: Figure | None, formats: Formats, *, style: str = ""
) -> Statement | None:
    """What part of a plan came true; None unless both exist, and the plan is above zero and no share."""
    if actual is None or planned is None or not are_comparable(actual, planned):
        return None
    share = share_of(actual, planned)
    if share is None or not formats.shown(planned, style) or planned.unit in (Unit.SHARE, Unit.POINTS):
        return None
    slots: dict[str, Slot] = {"actual": actual, "planned": planned, "share": share}
    relation = relation_of(actual, planned, formats, style)
    if relation is Relation.MORE:
        slots["difference"] = difference(actual, planned)
    case = _delivered(relation, actual, share, formats, style)
    return Statement(f"delivered.{case}", slots, style, formats.shown(planned, style))


def _delivered(relation: Relation, actual: Figure, share: Figure, formats: Formats, style: str) -> str:
    if relation is Relation.SAME:
        return "all"
    if relation.is_more:
        return "more" if relation is Relation.MORE else "just_more"
    if not actual.amount:
        return "none"
    shown = formats.shown(share, style)
    if relation is not Relation.LESS or shown == 1:
        return "nearly"
    return "some" if shown else "few"


def covers(
    needed: Figure | None,
    planned: Figure | None,
    formats: Formats,
    *,
    noun: str = "",
    number: Decimal | int = 1,
    style: str = "",
) -> Statement | None:
    """What something needs of what is planned; None unless both exist and neither is below zero.

    Args:
        needed: how much has to come.
        planned: how much is planned.
        formats: how they are shown.
        noun: what is counted, in the singular, such as `extra customer`; that of `planned` when empty.
        number: how many things need it, for `needs` and `need`.
        style: how the figures are shown.

    """
    if needed is None or planned is None or not are_comparable(needed, planned):
        return None
    if needed.amount < 0 or planned.amount < 0 or not (needed.amount or planned.amount):
        return None
    relation = relation_of(needed, planned, formats, style)
    slots: dict[str, Slot] = {
        "verb": Statement("covers.verb", number=number),
        "needed": needed,
        "planned": planned,
    }
    if relation is Relation.MORE:
        slots["difference"] = difference(needed, planned)
    return Statement(
        f"covers.{_covers(relation, needed, planned, formats, style)}",
        slots,
        style,
        formats.shown(planned, style),
        noun or planned.noun,
    )


def _covers(relation: Relation, needed: Figure, planned: Figure, formats: Formats, style: str) -> str:
    if not formats.shown(planned, style):
        return "unplanned" if formats.shown(needed, style) else "little"
    if relation is Relation.SAME:
        return "all"
    if relation.is_more:
        return "more" if relation is Relation.MORE else "just_more"
    if not needed.amount:
        return "nothing"
    if relation is not Relation.LESS:
        return "nearly"
    return "some" if formats.shown(needed, style) else "little"
