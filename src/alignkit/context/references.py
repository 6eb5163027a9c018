"""Ids: every reference leads somewhere, and no two records of a collection share one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.source import Data, Step
from alignkit.source.wording import listed, nearest, quoted

from .faults import Fault
from .shape import Visit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Ids = dict[str, dict[str, tuple[Step, ...]]]
"""For each collection the ids in it and where each stands first."""

_LISTS = ("stakeholders", "objectives", "kpis", "initiatives", "risks", "raci", "milestones", "decisions",
          "budget.lines", "budget.tiers", "scorecard.areas")  # fmt: skip
_ONE = {
    "stakeholders": "a stakeholder", "sources": "a source", "objectives": "an objective", "kpis": "a KPI",
    "initiatives": "an initiative", "risks": "a risk", "raci": "a RACI row", "milestones": "a milestone",
    "decisions": "a decision", "budget.lines": "a budget line", "budget.tiers": "a tier",
    "periods": "a period", "scorecard.areas": "a scorecard area",
}  # fmt: skip


def ids_of(data: Mapping[str, Data]) -> Ids:
    """The ids of every collection that references can point into."""
    ids: Ids = {name: _list_ids(data, name) for name in _LISTS}
    ids["sources"] = {key: ("sources", key) for key in _mapping(data.get("sources"))}
    periods = _mapping(data.get("periods"))
    ids["periods"] = {own: ("periods", key, "id") for key, period in periods.items() if (own := _id(period))}
    asked = _mapping(_mapping(data.get("budget")).get("decision"))
    if own := _id(asked):
        ids["decisions"].setdefault(own, ("budget", "decision", "id"))
    return ids


def _list_ids(data: Mapping[str, Data], name: str) -> dict[str, tuple[Step, ...]]:
    steps = tuple(name.split("."))
    found: Data = dict(data)
    for step in steps:
        found = _mapping(found).get(step)
    ids: dict[str, tuple[Step, ...]] = {}
    for index, element in enumerate(found if isinstance(found, list) else []):
        if own := _id(element):
            ids.setdefault(own, (*steps, index, "id"))
    return ids


def _mapping(value: Data) -> dict[str, Data]:
    return value if isinstance(value, dict) else {}


def _id(value: Data) -> str:
    own = _mapping(value).get("id")
    return own if isinstance(own, str) else ""


def lost_references(
    found: Iterable[Visit], ids: Ids, unread: frozenset[str], data: Mapping[str, Data]
) -> Iterator[Fault]:
    """References to ids that do not exist (GEN-002)."""
    called = _people_by_role(data)
    for visit in found:
        collection = visit.shape.ref
        if not collection or not isinstance(visit.value, str) or collection.partition(".")[0] in unread:
            continue
        if visit.value not in ids[collection]:
            known = called.get(visit.value.strip().casefold(), []) if collection == "stakeholders" else []
            yield _lost(
                visit.steps, visit.value, collection, known or list(ids[collection]), is_role=bool(known)
            )


def _people_by_role(data: Mapping[str, Data]) -> dict[str, list[str]]:
    """The ids of people by what else they are called: their audience, their job title, their name."""
    called: dict[str, list[str]] = {}
    people = data.get("stakeholders")
    for person in people if isinstance(people, list) else []:
        for key in ("audience", "role", "name"):
            word = _mapping(person).get(key)
            if isinstance(word, str) and (own := _id(person)):
                known = called.setdefault(word.strip().casefold(), [])
                known += [own] if own not in known else []
    return called


def _lost(steps: tuple[Step, ...], text: str, collection: str, names: list[str], *, is_role: bool) -> Fault:
    keys = [step for step in steps if isinstance(step, str)]
    message = f"expected the id of {_ONE[collection]} for {quoted(keys[-1])}, found {quoted(text)}"
    if not names:
        return Fault(
            "GEN-002", message, steps, f"add {quoted(text)} to the block `{collection}`, which has no entries"
        )
    close = names[:8] if is_role else nearest(text, names)
    if close:
        return Fault("GEN-002", message, steps, f"write {listed(close)}")
    return Fault(
        "GEN-002", message, steps, f"write {listed(names[:8])}, or add {quoted(text)} to `{collection}`"
    )


def repeated_ids(found: Iterable[Visit]) -> Iterator[Fault]:
    """Ids that stand twice in one collection (GEN-003)."""
    for visit in found:
        if not isinstance(visit.value, list) or visit.shape.item is None or visit.shape.item.block is None:
            continue
        first: dict[str, int] = {}
        for index, element in enumerate(visit.value):
            own = _id(element)
            if own and first.setdefault(own, index) != index:
                yield _repeated(own, (*visit.steps, index, "id"), (*visit.steps, first[own], "id"))


def _repeated(own: str, steps: tuple[Step, ...], first: tuple[Step, ...]) -> Fault:
    where = ".".join(step for step in steps[:-2] if isinstance(step, str))
    message = f"the id {quoted(own)} stands twice in {quoted(where)}"
    return Fault("GEN-003", message, steps, "give one of the two another id", first=first)


def repeated_periods(data: Mapping[str, Data]) -> Iterator[Fault]:
    """Periods that share an id (GEN-003)."""
    first: dict[str, str] = {}
    for key, period in _mapping(data.get("periods")).items():
        own = _id(period)
        if own and first.setdefault(own, key) != key:
            yield _repeated(own, ("periods", key, "id"), ("periods", first[own], "id"))
