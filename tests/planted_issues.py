"""Mistakes in escalations: rules ESC, MSG, and GEN where a text is told to somebody."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from planting import NOWHERE, Planter, Record, issue
from yaml_lines import Steps

Plant = Callable[[Record], Steps | None]


def _change(*rest: str, decided: bool = False, kind: str = "", **fields: Any) -> Plant:
    """Give an issue other fields; the rule points at `rest` below it."""

    def plant(data: Record) -> Steps | None:
        found = issue(data, kind, decided=decided)
        if found is None:
            return None
        place, each = found
        each |= fields
        return ("issues", place, *rest)

    return plant


def _drop(name: str, *rest: str, decided: bool = False, kind: str = "") -> Plant:
    """Take a field from an issue; the rule points at `rest` below it."""

    def plant(data: Record) -> Steps | None:
        found = issue(data, kind, decided=decided)
        if found is None or name not in found[1]:
            return None
        del found[1][name]
        return ("issues", found[0], *rest)

    return plant


def _named_person(data: Record) -> Steps:
    person = next(each for each in data["stakeholders"] if each["id"] == "cro")
    data["issues"][0]["cause"] = f"The list arrived late from {person['name']}"
    return ("issues", 0, "cause")


def _one_option(data: Record) -> Steps | None:
    found = issue(data, decided=True)
    if found is None:
        return None
    place, each = found
    each["options"] = [option for option in each["options"] if option["id"] == each["recommend"]]
    return ("issues", place, "options")


def _full_funding_too_dear(data: Record) -> Steps | None:
    found = issue(data, "overrun", decided=True)
    if found is None:
        return None
    place, each = found
    each["options"][0]["cost"] += 1
    if "funding" in each:
        each["funding"]["available"] += 1
    return ("issues", place, "options", 0, "cost")


def _estimate_by_subtraction(data: Record) -> Steps | None:
    found = issue(data, "overrun")
    if found is None:
        return None
    place, each = found
    each["to_complete"] = each["approved"] - each["spent"]
    for option in each.get("options", ())[:1]:
        option["cost"] = 0
    return ("issues", place, "to_complete")


def _late_news(data: Record) -> Steps:
    data["issues"][0]["trigger_date"] = data["issues"][0]["raised"] - timedelta(days=30)
    return ("issues", 0, "raised")


def _money_gone(data: Record) -> Steps | None:
    found = issue(data, "overrun")
    if found is None:
        return None
    place, each = found
    rest = each["to_complete"] + each["spent"]
    each["spent"], each["to_complete"] = each["approved"] + 1, rest - each["approved"] - 1
    return ("issues", place, "spent") if each["to_complete"] >= 0 else None


def _paid(data: Record) -> tuple[int, Record] | None:
    return next(
        ((n, each) for n, each in enumerate(data["issues"]) if each.get("funding", {}).get("available")), None
    )


def _unfunded(data: Record) -> Steps | None:
    found = _paid(data)
    if found is None:
        return None
    del found[1]["funding"]
    return ("issues", found[0])


def _short_funded(data: Record) -> Steps | None:
    found = _paid(data)
    if found is None:
        return None
    found[1]["funding"]["available"] = 0
    return ("issues", found[0], "funding", "available")


def _no_address(data: Record) -> Steps:
    place = next(n for n, each in enumerate(data["stakeholders"]) if each["id"] == "ceo")
    del data["stakeholders"][place]["email"]
    return ("stakeholders", place)


def _told(**fields: Any) -> Plant:
    """A text of the first issue that a reader sees; the rule points at the place it is shown, or where it stands."""

    def plant(data: Record) -> Steps:
        data["issues"][0] |= fields
        return NOWHERE

    return plant


def _without_breath(data: Record) -> Steps:
    data["issues"][0]["impact"] = "The page stays " + "and the next page stays " * 12
    return ("issues", 0, "impact")


_LONG = "The old pages stay until May. " * 90

ISSUE_PLANTERS = (
    Planter("nothing recommended", "GEN-008", _drop("recommend", decided=True)),
    Planter("an overrun without what is spent", "ESC-001", _drop("spent", kind="overrun")),
    Planter("an overrun without an estimate", "ESC-001", _drop("to_complete", kind="overrun")),
    Planter("no cause", "ESC-002", _change("cause", cause="")),
    Planter("a cause that is somebody", "ESC-002", _named_person),
    Planter("a cause that is a department", "ESC-002", _change("cause", cause="Finance refused the second payment")),
    Planter("one way out", "ESC-003", _one_option),
    Planter("a recommendation that is no option", "ESC-003", _change("recommend", decided=True, recommend="Z")),
    Planter("no last day", "ESC-004", _drop("decide_by", decided=True)),
    Planter("waiting that costs nothing", "ESC-004", _change(decided=True, if_late=" ")),
    Planter("full funding that is too much", "ESC-005", _full_funding_too_dear),
    Planter("an estimate by subtraction", "ESC-006", _estimate_by_subtraction),
    Planter("nothing tried", "ESC-007", _change(tried=[])),
    Planter("news a month late", "ESC-008", _late_news),
    Planter("news after the money", "ESC-008", _money_gone),
    Planter("a recommendation nobody pays for", "ESC-010", _unfunded),
    Planter("a recommendation paid in part", "ESC-010", _short_funded),
    Planter("a mail to the wrong person", "ESC-011", _change("to", decided=True, to="cfo", cc=[])),
    Planter("no next news", "ESC-013", _drop("next_update")),
    Planter("a mail as long as a memo", "ESC-009", _told(cause=_LONG, impact=_LONG), kind="escalation"),
    Planter("alarm", "ESC-012", _told(impact="This is a disaster for the launch"), kind="escalation"),
    Planter("a reader without an address", "MSG-004", _no_address, kind="escalation"),
    Planter("a subject nobody can read", "MSG-003", _told(title="Relaunch of the website " * 5), kind="escalation"),
    Planter("blame", "GEN-018", _told(impact="Sales ignored the list"), kind="escalation"),
    Planter("an acronym nobody knows", "GEN-017", _told(impact="The QBR moves to May"), kind="escalation"),
    Planter("many words and no number", "GEN-016", _told(impact="Significantly more pages stay"), kind="escalation"),
    Planter("a sentence without breath", "GEN-015", _without_breath, kind="escalation"),
    Planter("a currency without a rate", "GEN-006", _told(impact="The delay costs 4,000 NOK a day"), kind="escalation"),
    Planter("a bracket left over", "GEN-001", _told(impact="The delay costs [Amount] a day"), kind="escalation"),
)  # fmt: skip
"""Escalations a decider would send back."""
