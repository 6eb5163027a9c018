"""Mistakes in what may be given up, and in what is said for it."""

from __future__ import annotations

from planting import NOWHERE, Planter, Record, ask, place_of_ask, tiers
from yaml_lines import Steps


def _walk_away_upwards(data: Record) -> Steps | None:
    dearer = [each["id"] for n, each in tiers(data) if n > place_of_ask(data)]
    if not dearer:
        return None
    data["budget"]["decision"]["walk_away"] = dearer[0]
    if data["budget"].get("gives"):
        del data["budget"]["gives"]
    return ("budget", "decision", "walk_away")


def _walk_away_at_the_ask(data: Record) -> Steps | None:
    """Although what is committed leaves room below it."""
    budget, asked = data["budget"], ask(data)
    committed = sum(each.get("committed", 0) for each in budget["lines"])
    if not any(committed <= each["total"] < asked["total"] for each in budget["tiers"]):
        return None
    budget.pop("gives", None)
    budget["decision"]["walk_away"] = asked["id"]
    return ("budget", "decision", "walk_away")


def _nowhere_to_walk_to(data: Record) -> Steps | None:
    """More is committed than any tier below the ask costs."""
    budget, asked = data["budget"], ask(data)
    cheaper = [each["total"] for each in budget["tiers"] if each["total"] < asked["total"]]
    if not cheaper:
        return None
    for name in ("walk_away", "gates", "gives"):
        budget.pop(name, None)
    budget["decision"].pop("walk_away", None)
    for line in budget["lines"]:
        if sum(each.get("committed", 0) for each in budget["lines"]) > max(cheaper):
            break
        line["committed"] = line[asked["id"]]
    return ("budget", "decision")


def _give_for_nothing(data: Record) -> Steps:
    data["budget"]["gives"] = [{"give": "The brand reserve waits", "get": " ", "amount": 0}]
    return ("budget", "gives", 0)


def _too_much_given(data: Record) -> Steps | None:
    gives = data["budget"].get("gives")
    if not gives:
        return None
    gives[-1]["amount"] += ask(data)["total"]
    return ("budget", "gives")


def _dear_first(data: Record) -> Steps | None:
    gives = data["budget"].get("gives")
    if not gives or gives[0]["amount"] >= gives[1]["amount"]:
        return None
    gives.reverse()
    return ("budget", "gives", 0)


def _strange_worry(data: Record) -> Steps:
    place = next(n for n, each in enumerate(data["stakeholders"]) if each["id"] == "cfo")
    data["stakeholders"][place]["concerns"] = ["Parking lots flood in autumn rain"]
    return ("stakeholders", place, "concerns", 0)


def _confidence(data: Record) -> Steps:
    text = "We are confident, we believe in it, and we are passionate and confident again"
    data["budget"]["decision"]["if_no_decision"] = text
    return NOWHERE


CONCESSION_PLANTERS = (
    Planter("a walk-away above the ask", "SCR-002", _walk_away_upwards),
    Planter("a walk-away that is the ask", "SCR-002", _walk_away_at_the_ask),
    Planter(
        "nowhere to walk away to", "SCR-002", _nowhere_to_walk_to, also=frozenset({"BUD-010", "BUD-011"}),
        because="what no cheaper tier covers is committed, and cannot be cut",
    ),
    Planter("a concession for nothing", "SCR-003", _give_for_nothing),
    Planter("concessions beyond the walk-away", "SCR-009", _too_much_given),
    Planter("the dearest concession first", "SCR-010", _dear_first),
    Planter("a worry nobody answers", "SCR-007", _strange_worry, kind="budget-script"),
    Planter("confidence in place of figures", "SCR-008", _confidence, kind="budget-script"),
)  # fmt: skip
"""Concessions and arguments that give the money away."""
