"""Figures against what bounds them: inside a ceiling, exactly at it, above; clears or breaks a floor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from .derived import are_comparable, difference
from .relation import Relation, relation_of
from .statement import Statement

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from alignkit.formats import Formats
    from alignkit.values import Figure

    from .statement import Slot

Kind = Literal["ceiling", "floor", "plan", "target"]

LIMIT_KINDS = ("ceiling", "floor", "plan", "target")
"""What may bound a figure: what it must not exceed, must not fall below, was planned or aimed at."""
LIMIT_FORMS = ("place", "verb")
"""What is said of a figure: where it is (`inside the ceiling of`) or what it does (`breaks the floor of`)."""


@dataclass(frozen=True, slots=True)
class Limit:
    """A figure with what bounds it, for statements about several."""

    value: Figure | None
    """What is bounded."""
    limit: Figure | None
    """By how much."""
    kind: Kind = "ceiling"
    """Whether it may be above or below."""
    name: str = ""
    """What people call the limit, in front of `ceiling`: `payback`."""


def against(
    value: Figure | None,
    limit: Figure | None,
    formats: Formats,
    *,
    kind: Kind = "ceiling",
    form: str = "place",
    name: str = "",
    style: str = "",
) -> Statement | None:
    """Where a figure stands against a limit; None unless both exist in one currency.

    Args:
        value: what is bounded.
        limit: what bounds it.
        formats: how they are shown.
        kind: one of `LIMIT_KINDS`.
        form: one of `LIMIT_FORMS`.
        name: what people call the limit, in front of `ceiling`.
        style: how the figures are shown.

    """
    if value is None or limit is None or not are_comparable(value, limit):
        return None
    relation = relation_of(value, limit, formats, style)
    slots: dict[str, Slot] = {"value": value, "limit": limit}
    if name:
        slots["name"] = name
    if relation is not Relation.SAME:
        slots["difference"] = difference(value, limit)
    return Statement(f"against.{kind}.{form}.{_case(relation)}", slots, style)


def pair(limits: Sequence[Limit], formats: Formats, *, style: str = "") -> Statement | None:
    """Which of several limits hold; limits that do not exist are passed over, None without any.

    Both hold, both break, or each by its name; a limit that is broken by less than can be seen just breaks.
    """
    known = [(each, relation) for each in limits if (relation := _relation(each, formats, style))]
    if not known:
        return None
    held = [each for each, relation in known if _holds(each, relation)]
    broken = [each for each, _ in known if each not in held]
    if len(known) > 1 and not (held and broken):
        size = "both" if len(known) == 2 else "all"
        return Statement(f"pair.{size}.{'hold' if held else 'break'}")
    just = [each for each, relation in known if each in broken and _case(relation).startswith("just")]
    groups = [
        ("break", [each for each in broken if each not in just]),
        ("just_break", just),
        ("hold", held),
    ]
    clauses = [_clause(verb, members) for verb, members in groups if members]
    if len(clauses) == 1:
        return clauses[0]
    rest = {"second": clauses[1]} | ({"third": clauses[2]} if len(clauses) > 2 else {})
    return Statement("pair.clauses", {"first": clauses[0], **rest})


def _relation(limit: Limit, formats: Formats, style: str) -> Relation | None:
    value, bound = limit.value, limit.limit
    if value is None or bound is None or not are_comparable(value, bound):
        return None
    return relation_of(value, bound, formats, style)


def _holds(limit: Limit, relation: Relation) -> bool:
    return not (relation.is_more if limit.kind == "ceiling" else relation.is_less)


def _clause(verb: str, limits: Iterable[Limit]) -> Statement:
    """What several limits do alike."""
    names = tuple(_named(each) for each in limits)
    return Statement(f"pair.some.{verb}", {"limits": names}, number=len(names))


def _named(limit: Limit) -> Statement:
    return Statement(f"pair.name.{limit.kind}", {"name": limit.name} if limit.name else {})


def _case(relation: Relation) -> str:
    """The pattern's last name; what cannot be seen is just so."""
    if relation in (Relation.SAME, Relation.MORE, Relation.LESS):
        return str(relation)
    return "just_more" if relation.is_more else "just_less"
