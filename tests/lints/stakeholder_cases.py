"""What rules of stakeholders and alignment must find, and what they must leave alone."""

from __future__ import annotations

from datetime import date
from typing import Any

from lint_subjects import GONE, Case, Changes

MARKETING_ONLY = [
    {"id": "helena", "name": "Helena Brandt-Osei", "role": "VP Marketing", "audience": "self"},
    {"id": "marta", "name": "Marta Veldkamp", "role": "CEO", "audience": "ceo"},
]
"""Stakeholders of a company too small for the rest."""
UNKNOWN: Changes = {"stakeholders.marta.priorities": [], "stakeholders.marta.measured_on": [], "stakeholders.marta.concerns": []}  # fmt: skip
NOBODY_ELSE = {"stakeholders": MARKETING_ONLY}


def objective(identity: str, level: str, **fields: Any) -> dict[str, Any]:
    """An objective with what it must have."""
    return {"id": identity, "statement": "Be closer to sales", "owner": "helena", "level": level, "metric": "grr"} | fields  # fmt: skip


def row(**fields: Any) -> dict[str, Any]:
    """A row of the RACI table."""
    return {"id": "ADS", "task": "Approve campaigns", "A": "marek", "R": ["sofie"], "C": [], "I": []} | fields


PEOPLE = (
    Case("influential_are_known"),
    Case("influential_are_known", {**UNKNOWN, "stakeholders.marta.influence": 3}),
    Case("influential_are_known", {"stakeholders.marta.priorities": [], "stakeholders.marta.measured_on": []}),
    Case(
        "influential_are_known",
        UNKNOWN,
        "`marta` has an influence of 5 and neither `priorities`, `measured_on` nor `concerns`",
        "stakeholders.marta",
    ),
    Case("concerns_have_an_answer"),
    Case(
        "concerns_have_an_answer",
        {"stakeholders.marta.we_commit": []},
    ),
    Case(
        "concerns_have_an_answer",
        {"stakeholders.tomas.we_commit": [], "risks.R2.answers": []},
        "nothing answers what worries `tomas`: `Launch dates promised before engineering agrees`",
        "stakeholders.tomas.concerns[0]",
    ),
    Case(
        "concerns_have_an_answer",
        {"stakeholders.daniel.we_commit": ["A call each Friday"], "initiatives.OPS.answers": []},
        "nothing answers what worries `daniel`: `Marketing and CRM pipeline figures disagree`",
        "stakeholders.daniel.concerns[1]",
    ),
    Case("rhythm_is_kept"),
    Case("rhythm_is_kept", {"stakeholders.tomas.last_contact": date(2026, 10, 6)}),
    Case("rhythm_is_kept", {"stakeholders.tomas.last_contact": GONE}),
    Case(
        "rhythm_is_kept",
        {"stakeholders.tomas.last_contact": date(2026, 10, 5)},
        "the last talk with `tomas` was 46 days ago; `monthly` allows 45",
        "stakeholders.tomas.last_contact",
    ),
    Case(
        "rhythm_is_kept",
        {"stakeholders.marek.last_contact": date(2026, 11, 9)},
        "the last talk with `marek` was 11 days ago; `weekly` allows 10",
        "stakeholders.marek.last_contact",
    ),
    Case("functions_are_heard"),
    Case(
        "functions_are_heard",
        {
            **NOBODY_ELSE,
            "vision.not_applicable": [
                {"function": each, "why": "Too small for one"} for each in ("cfo", "sales", "product", "service")
            ],
        },
    ),
    Case(
        "functions_are_heard",
        NOBODY_ELSE,
        "there is no customer-service leader among the stakeholders",
        "stakeholders",
    ),
    Case(
        "functions_are_heard",
        {"stakeholders.tomas.audience": "tech"},
        "there is no product leader among the stakeholders",
        "stakeholders",
    ),
    Case("opposites_are_settled"),
    Case("opposites_are_settled", {"vision.conflicts": []}),
    Case("opposites_are_settled", {"kpis.mkt_pipeline.objective": "M2", "stakeholders.priya.measured_on": ["mkt_pipeline"]}),
    Case(
        "opposites_are_settled",
        {
            "kpis.mkt_pipeline.objective": "M2",
            "stakeholders.priya.measured_on": ["mkt_pipeline"],
            "vision.conflicts": [],
        },
        "`daniel` and `priya` pull apart: under `O2` one is measured on `cac_payback` down, the other on"
        " `mkt_pipeline` the other way",
        "stakeholders.priya",
    ),
    Case(
        "opposites_are_settled",
        {"objectives.O3.rank": 2},
        "`daniel` and `noor` pull apart: one puts `O2` first, the other `O3`, and no `rank` says which comes first",
        "stakeholders.noor",
    ),
    Case(
        "opposites_are_settled",
        {"objectives.O1.rank": GONE},
        "`marta` and `daniel` pull apart: one puts `O1` first, the other `O2`, and no `rank` says which comes first",
        "stakeholders.daniel",
    ),
    Case("support_is_sought"),
    Case("support_is_sought", {"stakeholders.daniel.next_step": GONE, "stakeholders.daniel.support": "sponsor"}),
    Case(
        "support_is_sought",
        {"stakeholders.daniel.next_step": GONE},
        "`daniel` is a sceptic, wanted as a supporter, and has no next step",
        "stakeholders.daniel.support",
    ),
    Case(
        "support_is_sought",
        {"stakeholders.daniel.next_step": GONE, "stakeholders.daniel.target_support": GONE},
        "`daniel` is a sceptic and has no next step",
        "stakeholders.daniel.support",
    ),
)  # fmt: skip

AGREED = (
    Case("goals_have_parents"),
    Case(
        "goals_have_parents",
        {"objectives.M1.parents": ["M2"]},
    ),
    Case(
        "goals_have_parents",
        {"objectives.M1.parents": []},
        "the marketing goal `M1` serves nothing: it has no parent",
        "objectives.M1",
    ),
    Case(
        "goals_have_parents",
        {"objectives.M1.parents": ["M2"], "objectives.M2.parents": ["M1"]},
        "the marketing goal `M1` serves nothing: its parents lead to no company objective: `M2`",
        "objectives.M1",
    ),
    Case("objectives_are_served"),
    Case("objectives_are_served", {"objectives.O3.not_served": GONE, "initiatives.REF.objective": "O3"}),
    Case("objectives_are_served", {"objectives.O3.not_served": GONE, "objectives.M2.parents": ["O2", "O3"]}),
    Case(
        "objectives_are_served",
        {"objectives.O3.not_served": " "},
        "no marketing goal and no initiative serves `O3`",
        "objectives.O3",
    ),
    Case("objectives_are_measured"),
    Case(
        "objectives_are_measured",
        {"objectives.M1.metric": GONE},
        "the objective `M1` has no metric",
        "objectives.M1",
    ),
    Case("something_is_left_out"),
    Case("something_is_left_out", {"vision": GONE}),
    Case(
        "something_is_left_out",
        {"vision.not_doing": ["A second brand", " ", "Trade fairs"]},
        "expected at least 3 things in `not_doing`, found 2",
        "vision.not_doing",
    ),
    Case("roles_are_clear"),
    Case(
        "roles_are_clear",
        {"raci[+]": row(R=[])},
        "nobody does `Approve campaigns`",
        "raci.ADS",
    ),
    Case("few_are_asked"),
    Case("few_are_asked", {"raci[+]": row(C=["marta", "daniel", "priya", "tomas", "noor"])}),
    Case("few_are_asked", {"raci": [*[{**row(A="helena"), "id": f"T{n}"} for n in range(3)], row(), {**row(), "id": "T4"}]}),
    Case(
        "few_are_asked",
        {"raci[+]": row(C=["marta", "daniel", "priya", "tomas", "noor", "helena"])},
        "`Approve campaigns` asks 6 people before it is decided, more than 5",
        "raci.ADS.C",
    ),
    Case(
        "few_are_asked",
        {"raci": [row(A="helena"), {**row(A="helena"), "id": "T1"}, {**row(), "id": "T2"}]},
        "`helena` writes the document and decides 2 of 3 tasks",
        "raci",
    ),
    Case("vision_can_be_disproved"),
    Case("vision_can_be_disproved", {"vision.statement": "Manufacturers choose us first", "vision.explanation": "Share of search reaches a fifth, 20 percent, in Q4 2027", "vision.tested_by": []}),
    Case("vision_can_be_disproved", {"vision.statement": "Manufacturers choose us first by FY2027", "vision.explanation": GONE}),
    Case(
        "vision_can_be_disproved",
        {"vision.statement": "word " * 31},
        "the vision has 31 words, more than 30",
        "vision.statement",
    ),
    Case(
        "vision_can_be_disproved",
        {"vision.statement": "Two manufacturers in three choose us", "vision.explanation": GONE},
        "the vision has no date",
        "vision.statement",
    ),
    Case(
        "vision_can_be_disproved",
        {"vision.statement": "By December 2027 manufacturers love us", "vision.explanation": GONE, "vision.tested_by": []},
        "the vision has no measure",
        "vision.statement",
    ),
    Case("final_is_signed"),
    Case("final_is_signed", {"meta.status": "final", "vision.sign_off": [{"person": "marta", "date": date(2026, 11, 19)}]}),
    Case(
        "final_is_signed",
        {"meta.status": "final"},
        "`marta` has not signed, and the document is final",
        "vision.sign_off[0]",
    ),
)  # fmt: skip

STAKEHOLDER_CASES = (*PEOPLE, *AGREED)
