"""Mistakes that only show in documents: words of the context's author that a reader stumbles over."""

from __future__ import annotations

from planting import NOWHERE, Planter, Record, ask, issue
from yaml_lines import Steps

_LONG = "The old pages stay until May. " * 210
"""About nine and a half minutes to say."""


def _long_wait(data: Record) -> Steps:
    data["budget"]["decision"]["if_no_decision"] = _LONG
    return NOWHERE


def _own_reply(data: Record) -> Steps:
    data["budget"]["replies"] = {"less": "The old pages stay until May. " * 14}
    return ("budget", "replies", "less")


def _margin_nowhere(data: Record) -> Steps | None:
    """Neither margin nor customer value, of which MET-001 would speak."""
    periods = [data["finance"][period["id"]] for period in data["periods"].values()]
    if not all("gross_margin" in each and each.get("new_customer_acv") for each in periods):
        return None
    for each in periods:
        del each["gross_margin"], each["new_customer_acv"]
    return ("finance", data["periods"]["plan"]["id"]) if ask(data).get("new_customers") else None


def _endless_life(data: Record) -> Steps | None:
    current = data["periods"]["current"]["id"]
    period = data["finance"][current]
    if not period.pop("revenue_churn", None) or not ask(data).get("new_customers"):
        return None
    data["finance"].get("policy", {}).pop("ltv_lifetime_cap_years", None)
    return ("finance", current)


def _decides_on_no_day(data: Record) -> Steps | None:
    found = issue(data, decided=True)
    if found is None or found[0]:
        return None
    each = found[1]
    for name in ("decide_by", "next_update"):
        each.pop(name, None)
    each |= {"impact": "The page stays on the old site", "source": "survey"}
    for option in each["options"]:
        option["effect"] = "Live with everything"
    return NOWHERE


def _two_asks(data: Record) -> Steps | None:
    found = issue(data, decided=True)
    if found is None or found[0]:
        return None
    found[1]["impact"] = "The launch page stays on the old site. Could you also send the list of partners"
    return NOWHERE


def _half_a_correction(data: Record) -> Steps | None:
    first = data["issues"][0]
    if first["type"] == "overrun":
        return None
    first |= {"title": "Correction of the count of pages", "cause": "The right count is 21"}
    return NOWHERE


def _secret_to_the_agency(data: Record) -> Steps:
    agent = {
        "id": "uta",
        "name": "Uta Reich",
        "role": "Account lead",
        "audience": "agency",
        "email": "uta@ostlicht.example",
    }
    data["stakeholders"].append(agent)
    data["issues"][0]["cc"] = ["uta"]
    data["meta"]["confidentiality"] = "confidential"
    return ("stakeholders", len(data["stakeholders"]) - 1, "email")


def _promise(data: Record) -> Steps | None:
    found = issue(data, decided=True)
    if found is None or found[0]:
        return None
    each = found[1]
    option = next(one for one in each["options"] if one["id"] == each["recommend"])
    if not option["cost"]:
        return None
    option["name"] = "A relaunch that guarantees the day"
    each["source"] = "plan"
    return ("issues", 0, "options", each["options"].index(option), "name")


def _percentage_of_nothing(data: Record) -> Steps:
    data["issues"][0]["impact"] = "Visits fell 20 percent"
    return NOWHERE


def _borrowed_effect(data: Record) -> Steps:
    data["issues"][0]["impact"] = "Aligned companies grow 20% faster"
    return NOWHERE


def _deck_of_many_words(data: Record) -> Steps:
    for line in data["budget"]["lines"]:
        line["evidence"] = "The old pages stay until May, and nobody reads them. " * 12
    data["budget"]["decision"]["if_no_decision"] = "The new pages wait for May, and all ask for them. " * 8
    return ("budget", "decision", "if_no_decision")


def _no_option_to_wait(data: Record) -> Steps | None:
    found = issue(data, decided=True)
    if found is None:
        return None
    place, each = found
    for option in each["options"]:
        option |= {"name": "Fund it", "cost": option["cost"] or each["options"][0]["cost"]}
    return ("issues", place, "options")


def _too_good(data: Record) -> Steps | None:
    current = data["periods"]["current"]["id"]
    period = data["finance"][current]
    if not all(
        period.get(name) for name in ("new_customers", "new_customer_acv", "gross_margin", "revenue_churn")
    ):
        return None
    period["new_customer_acv"] *= 1000
    return ("finance", current)


TEXT_PLANTERS = (
    Planter("a wait that is told for minutes", "SCR-005", _long_wait, kind="budget-script"),
    Planter("a follow-up as long as the talk", "MSG-005", _long_wait, kind="budget-script"),
    Planter("a reply nobody lets you finish", "SCR-011", _own_reply, kind="budget-script"),
    Planter(
        "a return without a margin", "BUD-014", _margin_nowhere, kind="budget-deck",
    ),
    Planter("a customer who never leaves", "BUD-015", _endless_life, kind="budget-deck"),
    Planter(
        "a decision on no day", "MSG-001", _decides_on_no_day, kind="escalation",
        also=frozenset({"ESC-004"}), because="the day is missing in the context too",
    ),
    Planter("two asks in one mail", "MSG-006", _two_asks, kind="escalation"),
    Planter("half a correction", "MSG-008", _half_a_correction, kind="escalation"),
    Planter("a secret told to the agency", "MSG-007", _secret_to_the_agency, kind="escalation"),
    Planter("a promise beside an estimate", "GEN-019", _promise, kind="escalation"),
    Planter("a percentage of nothing", "GEN-022", _percentage_of_nothing, kind="escalation"),
    Planter("an effect others have seen", "GEN-023", _borrowed_effect, kind="escalation"),
    Planter("slides of many words", "GEN-013", _deck_of_many_words, kind="budget-deck"),
    Planter("no option to wait", "ESC-014", _no_option_to_wait),
    Planter("customers worth a thousand times more", "MET-011", _too_good),
)  # fmt: skip
"""Words a reader stumbles over."""
