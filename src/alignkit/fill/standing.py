"""Names one build adds to the view: who speaks to whom about which tier, record and issue."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from alignkit.context.stakeholders import heard_as

if TYPE_CHECKING:
    from collections.abc import Mapping


def standing(
    view: Mapping[str, Any],
    audience: str,
    record: Any = None,
    each: str = "",
) -> dict[str, Any]:
    """The view with `author`, `audience`, `listener`, `decider`, `ask`, `below`, `above` and the like.

    Args:
        view: what every template of the context may name.
        audience: who the document is for; empty for one version only.
        record: the record of a kind that is made once for each of a collection.
        each: the collection's name, such as `issues`; the record is then called `issue`.

    """
    names = dict(view)
    people = list(names.get("stakeholders") or [])
    names["author"] = names["meta"]["author"]
    names["audience"] = audience
    budget = names.get("budget")
    names["decider"] = budget["decision"]["from"] if budget else None
    names["listener"] = _listener(people, audience, names["decider"], names["author"])
    names |= _tiers(budget)
    names["informed"] = _informed(people, names)
    if each:
        names[each.rpartition(".")[2].removesuffix("s")] = record
    return names


def _listener(people: list[Any], audience: str, decider: Any, author: Any) -> Any:
    """Whom the text speaks to: the decider if the audience is theirs, else the first of that audience."""
    if decider and (not audience or decider.get("audience") == audience):
        return decider
    fitting = (person for each in heard_as(audience) for person in people if person.get("audience") == each)
    return next(fitting, decider or author)


def _tiers(budget: Any) -> dict[str, Any]:
    """The tier asked for, its neighbours by spend, and the least that is acceptable."""
    nothing = dict.fromkeys(("ask", "below", "above", "walk_away"))
    if not budget:
        return nothing
    ordered = sorted(budget["tiers"], key=lambda tier: tier["total"].amount)
    ask = budget["decision"]["ask_tier"]
    at = next((index for index, tier in enumerate(ordered) if tier is ask), None)
    if at is None:
        return nothing
    return {
        "ask": ask,
        "below": ordered[at - 1] if at else None,
        "above": ordered[at + 1] if at + 1 < len(ordered) else None,
        "walk_away": _walk_away(ask, ordered[:at], budget),
    }


def _walk_away(ask: Any, cheaper: list[Any], budget: Any) -> Any:
    """The tier named as the least, or the least that can be; nobody walks away from less than more money."""
    named = budget["decision"]["walk_away"]
    if named and named["total"].amount > ask["total"].amount:
        return None
    return named or _least(cheaper, budget)


def _least(cheaper: list[Any], budget: Any) -> Any:
    """The cheapest tier that still pays what is committed."""
    committed = sum((line["committed"].amount for line in budget["lines"]), start=0)
    return next((tier for tier in cheaper if tier["total"].amount >= committed), None)


def _informed(people: list[Any], names: Mapping[str, Any]) -> list[Any]:
    """Who gets a copy of a budget mail: those the RACI row about the decision says are asked."""
    decider, author = names["decider"], names["author"]
    for row in names.get("raci") or []:
        if decider and row["A"] is decider and author in row["R"]:
            return [person for person in row["C"] if isinstance(person, dict) and person is not author]
    return []
