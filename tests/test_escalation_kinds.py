"""What an escalation says for each type of issue, to each who decides, and how long it is."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from alignkit.build import Outcome, Request, Workshop, build
from alignkit.catalogue import Catalogue, packaged
from alignkit.diagnostics import Severity

CONTEXT = packaged("examples/quillmere") / "context.yaml"
WORKSHOP = Workshop(Catalogue(None))
MOST_WORDS, LEAST_WORDS = 220, 120
TYPES: dict[str, tuple[dict[str, Any], str]] = {
    "overrun": (
        {"approved": 80000, "spent": 50000, "to_complete": 40000},
        "Approved $80,000, spent $50,000, still to do $40,000. At completion that is $90,000: $10,000 over, 12.5% of the approved amount.",
    ),
    "slip": (
        {"planned_for": "2026-12-01", "now_expected": "2026-12-15"},
        "Promised for Tue, Dec 1, expected on Tue, Dec 15, 14 days later.",
    ),
    "dependency": (
        {"waits_for": "The signed account list", "needed_from": "priya", "needed_by": "2026-12-04"},
        "What is missing: The signed account list, from Priya Lindqvist, by Fri, Dec 4.",
    ),
    "quality": (
        {"quality": {"name": "pages", "checked": 80, "faulty": 14, "allowed": 0.02}},
        "Of 80 pages checked, 14 fail: 17.5% against a standard of 2%.",
    ),
    "capacity": (
        {"capacity": {"people": 3, "hours_needed": 420, "hours_available": 300}},
        "The work takes 420 hours; 3 people have 300, 120 short.",
    ),
    "external": (
        {"background": "A supplier of consent software closes on 31 January"},
        "A supplier of consent software closes on 31 January.",
    ),
    "kpi_breach": (
        {"kpi": "sal_rate", "trigger": "Acceptance below 0.65 for two weeks", "gate": "G1"},
        "Sales acceptance of marketing leads stands at 64% against 70% planned to date. The test that fired: Acceptance below 0.65 for two weeks. Gate G1 of Apr 9, 2027 holds $720,000.",
    ),
}  # fmt: skip
"""What a type of issue brings, and what its documents say of it."""
COMMON: dict[str, Any] = {
    "id": "NEW", "title": "Partner pages", "raised": "2026-11-19", "to": "marta", "source": "gl",
    "cause": "The page plan grew after approval", "decide_by": "2026-11-27", "next_update": "2026-11-30",
    "if_late": "Two partners sign elsewhere on 1 December", "recommend": "A",
    "tried": ["Asked for a later day, without effect"], "impact": "The spring launch has no pages",
    "options": [
        {"id": "A", "name": "Pay for extra hands", "cost": 5000, "effect": "Done by 20 January"},
        {"id": "B", "name": "Do nothing", "cost": 0, "effect": "Done by 10 March"},
    ],
    "funding": {"from": "Unspent events line", "available": 11000},
}  # fmt: skip


def made(tmp_path: Path, *, overrides: tuple[str, ...] = (), **issue: Any) -> Outcome:
    """The documents of one issue beside the rest of the worked example."""
    before, _, rest = CONTEXT.read_text("utf-8").partition("\nissues:")
    after = rest[rest.index("\nscorecard:") :]
    record = re.sub(r'"(\d{4}-\d\d-\d\d)"', r"\1", json.dumps(COMMON | issue))  # days are not texts
    path = tmp_path / "context.yaml"
    path.write_text(f"{before}\nissues:\n  - {record}{after}", "utf-8")
    return build(Request(path, ("escalation",), formats=("md", "txt"), overrides=overrides), WORKSHOP)


def words_of(outcome: Outcome, name: str) -> str:
    assert outcome.files, [found.message for found in outcome.report]
    text = outcome.files[name].decode("utf-8").replace("**", "")
    return re.sub(r"[\s>]+", " ", text)


@pytest.mark.parametrize("kind", TYPES)
def test_each_type_says_what_it_must_in_mail_and_memo(kind: str, tmp_path: Path) -> None:
    fields, sentence = TYPES[kind]

    outcome = made(tmp_path, type=kind, **fields)

    assert sentence in words_of(outcome, "escalation-NEW.txt")
    if kind != "overrun":  # the memo shows the four amounts as cards
        assert sentence in words_of(outcome, "escalation-memo-NEW.md")
    assert () == outcome.report.of(Severity.ERROR)


def test_a_conflict_names_both_goals_the_rank_the_trade_off_and_what_each_loses(tmp_path: Path) -> None:
    sides = [
        {
            "who": "priya",
            "wants": "A date in March",
            "loses": "A quarter of work",
            "gives": "No date in writing",
        },
        {"who": "tomas", "wants": "No date yet", "loses": "Two weeks of work"},
    ]

    outcome = made(
        tmp_path, type="conflict", sides=sides, decided_by="O1", trade_off="Early for new customers"
    )

    mail, memo = words_of(outcome, "escalation-NEW.txt"), words_of(outcome, "escalation-memo-NEW.md")
    assert "Priya wants: A date in March. Would lose: A quarter of work." in mail
    assert "Tomas wants: No date yet. Would lose: Two weeks of work." in mail
    assert (
        "What decides. Win enterprise manufacturers, rank 1 in the company. Early for new customers." in mail
    )
    assert (
        "Priya wants: A date in March. Would lose: A quarter of work. Would give: No date in writing." in memo
    )


@pytest.mark.parametrize(
    ("person", "fields", "sentence"),
    [
        ("ceo", {"reputation": "Partners announced it"}, "Outside. Partners announced it."),
        ("ceo", {"objective": "O1"}, "Objective at risk: Win enterprise manufacturers."),
        ("cfo", {"repeat_risk": "No, the law is in force"}, "For the forecast. At completion $147,000 as it runs, $125,000 with option A. Can it happen again? No, the law is in force."),
        ("cro", {"trade_off": "Two demos for one launch"}, "The trade-off. Two demos for one launch."),
        ("board", {}, "Materiality. The overrun is $2,000 above the limit of $25,000."),
        ("board", {"raci": "SPEND"}, "Governance. Marta Veldkamp decides on: Approve unplanned spend above 5000."),
        ("team", {"tomorrow": "Copy goes to review by noon"}, "From tomorrow. Copy goes to review by noon."),
        ("agency", {"clause": "Clause 4 sets the day", "remedy": "A tenth of the fee"}, "The contract. Clause 4 sets the day. What it gives in return: A tenth of the fee."),
    ],
)  # fmt: skip
def test_the_text_fits_who_decides(
    person: str, fields: dict[str, Any], sentence: str, tmp_path: Path
) -> None:
    amounts = {"approved": 120000, "spent": 96000, "to_complete": 51000}

    outcome = made(tmp_path, overrides=(f"stakeholders.marta.audience={person}",), **(amounts | fields))

    assert sentence in words_of(outcome, "escalation-NEW.txt")
    assert sentence in words_of(outcome, "escalation-memo-NEW.md")


@pytest.mark.parametrize(
    ("available", "sentence"),
    [
        (11000, "Unspent events line, $11,000 available; $6,000 left after it."),
        (5000, "Unspent events line, $5,000 available; all of it needed."),
        (2000, "Unspent events line, $2,000 available; $3,000 too little for option A."),
        (0, "Unspent events line, nothing available; $5,000 too little for option A."),
    ],
)
def test_the_source_of_the_money_covers_the_option_or_says_by_how_much_not(
    available: int, sentence: str, tmp_path: Path
) -> None:
    outcome = made(tmp_path, type="slip", funding={"from": "Unspent events line", "available": available})

    assert sentence in words_of(outcome, "escalation-NEW.txt")
    assert sentence in words_of(outcome, "escalation-memo-NEW.md")


@pytest.mark.parametrize(
    ("severity", "subject", "opening"),
    [
        ("inform", "INFO: Partner pages", "No decision is needed from you; I want you to hear this from me."),
        ("decide", "DECISION by Fri, Nov 27: Partner pages", "Please decide by Friday, November 27."),
        ("urgent", "DECISION by Fri, Nov 27: Partner pages", "This confirms our call. Please decide by Friday, November 27."),
    ],
)  # fmt: skip
def test_the_severity_sets_the_tone(severity: str, subject: str, opening: str, tmp_path: Path) -> None:
    mail = words_of(made(tmp_path, type="slip", severity=severity), "escalation-NEW.txt")

    assert f"Subject: {subject} " in mail
    assert opening in mail


def test_the_working_of_an_overrun_stands_in_the_memo(tmp_path: Path) -> None:
    memo = words_of(made(tmp_path, approved=120000, spent=96000, to_complete=51000), "escalation-memo-NEW.md")

    assert (
        "Figures: General ledger and Q4 forecast, Sun, Nov 15, actual. At completion $147,000 = $96,000 + $51,000;"
        " overrun $27,000 = $147,000 − $120,000; 22.5% of $120,000." in memo
    )


@pytest.mark.parametrize(
    ("to_complete", "sentence"),
    [
        (24000, "At completion $120,000 = $96,000 + $24,000; as approved."),
        (14000, "At completion $110,000 = $96,000 + $14,000; $10,000 below $120,000."),
    ],
)
def test_what_is_no_overrun_is_not_called_one(to_complete: int, sentence: str, tmp_path: Path) -> None:
    memo = words_of(
        made(tmp_path, type="slip", approved=120000, spent=96000, to_complete=to_complete),
        "escalation-memo-NEW.md",
    )

    assert sentence in memo
    assert "overrun" not in memo


@pytest.mark.parametrize("issue", ["ISS1", "ISS2"])
def test_the_mails_of_the_worked_example_keep_their_length(issue: str) -> None:
    outcome = build(Request(CONTEXT, ("escalation",), formats=("txt",)), WORKSHOP)

    head, _, body = outcome.files[f"escalation-{issue}.txt"].decode("utf-8").partition("\n\n")

    assert LEAST_WORDS <= len(body.split()) <= MOST_WORDS
    assert len(re.sub(r"\s+", " ", head.partition("Subject: ")[2])) <= 70


@pytest.mark.parametrize(
    ("title", "locale", "subject"),
    [
        ("Website relaunch", "en-US", "DECISION by Fri, Nov 27: Website relaunch, $27,000 over (22.5%)"),
        ("Relaunch over budget", "en-US", "DECISION by Fri, Nov 27: Relaunch over budget, $27,000 (22.5%)"),
        ("Website relaunch over budget", "de-DE", "DECISION by Fri, 27 Nov: Website relaunch over budget, 27.000 US$"),
        ("Website relaunch with the partner portal", "en-US", "DECISION by Fri, Nov 27: Website relaunch with the partner portal"),
    ],
)  # fmt: skip
def test_a_subject_leaves_out_what_has_no_room(title: str, locale: str, subject: str, tmp_path: Path) -> None:
    overrides = (f"meta.locale={locale}",)

    outcome = made(
        tmp_path, overrides=overrides, title=title, approved=120000, spent=96000, to_complete=51000
    )

    head = outcome.files["escalation-NEW.txt"].decode("utf-8").partition("\n\n")[0]
    assert subject == re.sub(r"\s+", " ", head.partition("Subject: ")[2]).replace("\xa0", " ")
    assert len(subject) <= 70


def test_a_trade_off_without_sides_stands_once(tmp_path: Path) -> None:
    outcome = made(tmp_path, type="slip", to="priya", trade_off="Two demos for one launch")

    memo = words_of(outcome, "escalation-memo-NEW.md")
    assert 1 == memo.count("Two demos for one launch")
