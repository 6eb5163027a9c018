"""The kickoff deck and its mails: five variants, each part missing once, and what each slide says."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from alignkit.build import Made, Request, Workshop, make, prepare
from alignkit.catalogue import Catalogue, packaged
from alignkit.diagnostics import Report
from alignkit.model.blocks import Heading, Notes
from alignkit.model.document import Document
from alignkit.model.message import Message
from alignkit.rehearsal.data import copied, put, source_of
from alignkit.showing import plain
from alignkit.source import Data, read, steps_of
from alignkit.walking import block_lines, lines

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    Changes = Mapping[str, Data]

CONTEXT = packaged("examples/quillmere") / "context.yaml"
STARTER = packaged("templates/kickoff-deck") / "starter.yaml"
WORKSHOP = Workshop(Catalogue(None))
AUDIENCES = ("team", "cross", "sponsor", "agency", "client")
PROBLEM = "Enterprise share of new ARR is 5.0 pts behind plan"
OUTCOME = "Enterprise share of new ARR moves from 41% to 52% by Dec 31, 2027"
OBJECTIVE = "Without it, the plan loses 32 customers and $2.05M of yearly revenue"
SCOPE = "We do three things and leave three out on purpose"
INSIGHT = "Heads of compliance buy when an audit is announced, not when a budget year begins"
DELIVERABLES = "We finish five deliverables, the last by Jun 28, 2027"
ROLES = "Helena approves and Sofie drives; six tasks have one decider each"
MILESTONES = "Year-end result comes on Dec 15, 2027; the tightest step before it leaves 17 days"
BUDGET = "$520,000 buys 32 customers at $16,250 each"
PREMORTEM = "The costliest way to fail: “Account list agreed late”, 35% likely with $1.02M at stake"
WORKING = "We keep three agreements anyone can check, and review them on Mar 31, 2027"
DECISIONS = "We leave with two decisions to take and five tasks to finish by Jan 25, 2027"
CLOSING = "We ask Priya and Tomas for two decisions by Jan 15, 2027"
TITLES = {
    "team": (
        PROBLEM, OUTCOME, OBJECTIVE, SCOPE, INSIGHT, DELIVERABLES, ROLES, MILESTONES, BUDGET, PREMORTEM, WORKING,
        DECISIONS, CLOSING,
    ),
    "cross": (
        PROBLEM, OUTCOME, OBJECTIVE, SCOPE, INSIGHT, DELIVERABLES, ROLES, MILESTONES,
        "We depend on two deliveries from other functions, the first by Jan 8, 2027", PREMORTEM, WORKING, DECISIONS,
        CLOSING,
    ),
    "sponsor": (PROBLEM, OUTCOME, MILESTONES, BUDGET, PREMORTEM, CLOSING),
    "agency": (
        PROBLEM, OUTCOME, "People shall take away one thing: You are ready on the day the audit is announced", SCOPE,
        INSIGHT, DELIVERABLES, "Every draft keeps four rules, the first draft included",
        "A draft passes three steps in 5 working days; Helena approves", MILESTONES,
        "The likeliest way to fail: “Enterprise marketer hired late”, 40% likely", WORKING, DECISIONS, CLOSING,
    ),
    "client": (
        PROBLEM, OUTCOME, SCOPE, INSIGHT, DELIVERABLES,
        "The work starts when two doors are open and two sets of figures are on the table", ROLES,
        "After 90 days: The first 40 accounts are in play with sales", BUDGET, PREMORTEM, WORKING, DECISIONS, CLOSING,
    ),
}  # fmt: skip
OPTIONAL = (
    "meeting", "place", "team", "informed", "without", "audience", "deliverables", "dependencies", "agreements",
    "review_on", "rhythm", "channel", "decision_log", "escalation", "premortem", "decisions_needed", "first_two_weeks",
    "brief", "brand_rules", "approval_path", "access", "data", "plan_30_60_90",
)  # fmt: skip
FOR_AGENCIES = frozenset({"brief", "brand_rules", "approval_path"})
SINGLE = frozenset({"meeting", "review_on", "brief"})
TEXTS = frozenset({"place", "without", "channel", "decision_log"})
LABELS = ("Say:", "Proof:", "If asked:", "Ask the room:", "Bridge:")


def made(
    audience: str, changes: Changes | None = None, context: Path = CONTEXT
) -> tuple[tuple[Made, ...], Report]:
    """The deck and its mails, and what all stages and rules reported."""
    report = Report()
    source = read(context, report)
    assert source is not None
    data = copied(source.data)
    for path, value in (changes or {}).items():
        put(data, steps_of(path), value)
    prepared, kind = prepare(source_of(data), report), WORKSHOP.kind("kickoff-deck", report)
    assert prepared is not None
    assert kind is not None
    several = make(kind, prepared, Request(context, audience=audience), WORKSHOP, report)
    assert [] == [each.message for each in report if each.blocks]
    return several, report


def deck(audience: str, changes: Changes | None = None) -> Document:
    """The deck as a document, before any format."""
    model = made(audience, changes)[0][0].model
    assert isinstance(model, Document)
    return model


def mail(index: int, audience: str = "team", changes: Changes | None = None) -> Message:
    """The invitation (1) or the follow-up (2)."""
    model = made(audience, changes)[0][index].model
    assert isinstance(model, Message)
    return model


def titles(document: Document) -> tuple[str, ...]:
    return tuple(plain(block.inlines) for block in document.blocks if isinstance(block, Heading))


def notes(document: Document) -> list[list[str]]:
    """The paragraphs of each slide's notes."""
    return [
        [plain(line) for line in block_lines(block)] for block in document.blocks if isinstance(block, Notes)
    ]


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_slides_of_a_variant_say_this(audience: str) -> None:
    assert TITLES[audience] == titles(deck(audience))


@pytest.mark.parametrize("audience", AUDIENCES)
def test_each_slide_asks_for_its_layout_and_none_is_left_as_text(audience: str) -> None:
    document = deck(audience)

    assert all(block.layout for block in document.blocks if isinstance(block, Heading))
    assert not [line for line in map(plain, lines(document)) if "{" in line]


def test_the_title_says_when_it_starts_and_what_is_asked() -> None:
    document = deck("team")

    assert (
        "Enterprise account programme starts on Jan 12, 2027 with $520,000; two decisions are due by Jan 15, 2027"
        == plain(document.title)
    )
    assert "Priya Lindqvist and Tomas Ferreira-Lund" == plain(document.control[1].value)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_each_slide_has_its_own_title_and_notes_to_speak_from(audience: str) -> None:
    document = deck(audience)
    spoken = notes(document)

    assert len(set(titles(document))) == len(titles(document)) == len(spoken)
    for said in spoken:
        assert LABELS == tuple(
            label for line, label in zip(said, LABELS, strict=True) if line.startswith(label)
        )
        assert 60 <= len(" ".join(said).split()) <= 120


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_worked_example_breaks_no_rule(audience: str) -> None:
    several, report = made(audience)

    assert [] == [(each.code, each.message) for each in report]
    assert 3 == len(several)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_first_context_of_this_kind_makes_a_deck_without_errors(audience: str) -> None:
    several, report = made(audience, context=STARTER)

    assert {"MSG-004"} == {each.code for each in report}
    assert 3 == len(several)


@pytest.mark.parametrize("name", OPTIONAL)
def test_a_part_that_is_missing_leaves_no_trace_and_no_mistake(name: str) -> None:
    for audience in ("team", "agency" if name in FOR_AGENCIES else "client"):
        document = deck(
            audience, {f"kickoff.{name}": None if name in SINGLE else [] if name not in TEXTS else ""}
        )

        assert all(len(LABELS) == len(said) for said in notes(document))
        assert {"", " "}.isdisjoint(titles(document))


@pytest.mark.parametrize(
    ("audience", "changes", "gone", "instead"),
    [
        ("team", {"kickoff.audience": []}, INSIGHT, ""),
        ("team", {"kickoff.premortem": []}, PREMORTEM, ""),
        ("team", {"kickoff.decisions_needed": []}, CLOSING, "Helena, please approve that Enterprise account programme starts on Jan 12, 2027"),
        ("team", {"kickoff.success": []}, OUTCOME, "What success means has to be agreed today"),
        ("team", {"kickoff.scope_out": []}, SCOPE, "We do three things; what stays out is decided today"),
        ("team", {"raci": [], "issues": []}, ROLES, "Helena approves and Sofie drives"),
        ("team", {"milestones": [], "kickoff.dependencies": []}, MILESTONES, ""),
        ("cross", {"kickoff.dependencies": []}, "", BUDGET),
        ("agency", {"kickoff.approval_path": []}, "", ROLES),
        ("client", {"kickoff.plan_30_60_90": []}, "", MILESTONES),
        ("team", {"kickoff.driver": "helena"}, ROLES, "Helena approves and drives; six tasks have one decider each"),
        ("team", {"kickoff.success[0].target": Decimal("0.41")}, OUTCOME, "Enterprise share of new ARR stays at 41% by Dec 31, 2027"),
        ("team", {"initiatives.ENT.customers": 0}, BUDGET, "$520,000 pays for Enterprise account programme until Dec 15, 2027"),
        ("team", {"initiatives.ENT.budget": 0}, BUDGET, "Enterprise account programme takes working time and no programme money"),
    ],
)  # fmt: skip
def test_what_is_missing_or_zero_changes_the_slide(
    audience: str, changes: Changes, gone: str, instead: str
) -> None:
    found = titles(deck(audience, changes))

    assert gone not in found
    assert not instead or instead in found


def test_an_agency_sees_no_money_not_even_as_a_measure_of_success() -> None:
    success: Data = [{"kpi": "new_arr", "target": 7_600_000, "by": date(2027, 12, 31)}]
    for changes in ({}, {"kickoff.success": success}):
        for each in made("agency", changes)[0]:
            document = each.model.body if isinstance(each.model, Message) else each.model
            text = "\n".join(plain(line) for line in lines(document))

            assert not re.search(r"[$€£]|USD|7[.,]6", text)


def test_the_invitation_asks_those_who_decide_in_its_first_lines() -> None:
    invite = mail(1)
    first = plain(next(block_lines(invite.body.blocks[1])))

    assert "DECISION by Jan 15, 2027: kickoff of Enterprise account programme" == plain(invite.subject)
    assert ["Priya Lindqvist", "Tomas Ferreira-Lund"] == [each.name for each in invite.to]
    assert ["Sofie Castellan", "Marek Adeyemi"] == [each.name for each in invite.cc]
    assert first.startswith(
        "please come to the kickoff of Enterprise account programme on January 12, 2027 (10:00, room Birch and video)"
        " ready to decide."
    )


def test_the_follow_up_asks_each_owner_to_confirm() -> None:
    follow_up = mail(2)

    assert "ACTION by Jan 14, 2027: your tasks, Enterprise account programme" == plain(follow_up.subject)
    assert ["Priya Lindqvist", "Sofie Castellan", "Marek Adeyemi"] == [each.name for each in follow_up.to]
    assert "Helena Brandt-Osei" not in [each.name for each in (*follow_up.to, *follow_up.cc)]


BARE: Changes = {
    "kickoff.decisions_needed": [], "kickoff.first_two_weeks": [], "kickoff.team": [], "kickoff.meeting": None
}  # fmt: skip


@pytest.mark.parametrize("changes", [{}, BARE])
def test_the_mails_break_no_rule_of_messages(changes: Changes) -> None:
    _, report = made("team", changes)

    assert [] == [each.message for each in report if each.code.startswith("MSG")]


def test_without_decisions_and_tasks_the_mails_still_go_to_somebody() -> None:
    invite, follow_up = mail(1, changes=BARE), mail(2, changes=BARE)

    assert "ACTION by Jan 12, 2027: kickoff of Enterprise account programme" == plain(invite.subject)
    assert "INFO: Enterprise account programme, what the kickoff settled" == plain(follow_up.subject)
    assert ["Sofie Castellan"] == [each.name for each in invite.to] == [each.name for each in follow_up.to]
