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
PROBLEM = "We are 5.0 pts behind plan to date: Enterprise share of new ARR"
OUTCOME = "Enterprise share of new ARR: from 41% to 52% by Dec 31, 2027"
OBJECTIVE = "Without it, the plan loses 32 customers and $2.05M of yearly revenue"
SCOPE = "We do three things and leave three out on purpose"
INSIGHT = "Heads of compliance buy when an audit is announced, not when a budget year begins"
DELIVERABLES = "We finish five deliverables, the last by Jun 28, 2027"
ROLES = "Helena approves and Sofie drives; six tasks have one decider each"
MILESTONES = "The tightest step leaves 17 days; the last milestone is on Dec 15, 2027"
BUDGET = "$520,000 buys 32 customers at $16,250 each"
PREMORTEM = "The costliest risk takes $358,400 on average: Account list agreed late"
WORKING = "We keep three agreements anyone can check, and review them on Mar 31, 2027"
DECISIONS = "We leave with two decisions and five tasks, the last by Jan 25, 2027"
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
        PROBLEM, OUTCOME, "People take away one thing: You are ready on the day the audit is announced", SCOPE,
        INSIGHT, DELIVERABLES, "Every draft keeps four rules, the first draft included",
        "A draft passes three steps in 5 working days; Helena approves", MILESTONES,
        "The likeliest risk is 40% likely: Enterprise marketer hired late", WORKING, DECISIONS, CLOSING,
    ),
    "client": (
        PROBLEM, OUTCOME, SCOPE, INSIGHT, DELIVERABLES,
        "Work starts when two doors are open and two sets of figures are on the table", ROLES,
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
        ("team", {"kickoff.success[0].target": Decimal("0.41")}, OUTCOME, "Enterprise share of new ARR: still 41% on Dec 31, 2027"),
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


@pytest.mark.parametrize(
    ("by", "title", "way"),
    [
        (
            date(2026, 12, 18),
            "New-customer ARR: from $4.72M to $7.6M by Fri, Dec 18",
            ("+$2.88M", "Priya answers for it"),
        ),
        (
            date(2027, 12, 31),
            "New-customer ARR: $7.6M by Dec 31, 2027",
            ("+$7.6M", "from zero; Priya answers for it"),
        ),
    ],
)
def test_what_adds_up_begins_a_later_period_at_zero(by: date, title: str, way: tuple[str, str]) -> None:
    document = deck("team", {"kickoff.success": [{"kpi": "new_arr", "target": 7_600_000, "by": by}]})
    said = [plain(line) for line in lines(document)]

    assert title == titles(document)[1]
    assert way == tuple(said[said.index("+$2.88M" if by.year == 2026 else "+$7.6M") :][:2])


def test_what_adds_up_and_is_to_stay_low_has_no_way_to_go() -> None:
    changes: Changes = {
        "kpis[0].direction": "down",
        "kickoff.success": [{"kpi": "new_arr", "target": 400_000, "by": date(2027, 12, 31)}],
    }
    said = [plain(line) for line in lines(deck("team", changes))]

    assert "$4.72M so far in FY2026, by Dec 31, 2027; Priya answers for it" in said
    assert not [line for line in said if "n/a" in line]


def test_each_risk_shows_what_it_is_ranked_by() -> None:
    of_money, of_chance = deck("team"), deck("agency")

    assert ["$358,400: 35% of $1.02M", "$187,200: 30% of $624,000", "$102,400: 40% of $256,000"] == [
        line for line in map(plain, lines(of_money)) if "% of $" in line
    ]
    assert {"40%", "35%", "30%"} <= {plain(line) for line in lines(of_chance)}


@pytest.mark.parametrize("audience", AUDIENCES)
def test_no_mail_speaks_of_what_it_does_not_hold(audience: str) -> None:
    for index in (1, 2):
        assert "attach" not in " ".join(plain(line) for line in lines(mail(index, audience).body))


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

    assert "DECISION by Jan 12, 2027: kickoff of Enterprise account programme" == plain(invite.subject)
    assert ["Priya Lindqvist", "Tomas Ferreira-Lund"] == [each.name for each in invite.to]
    assert ["Sofie Castellan", "Marek Adeyemi"] == [each.name for each in invite.cc]
    assert first.startswith(
        "Please come to the kickoff of Enterprise account programme on January 12, 2027 (10:00, room Birch and video)"
        " ready to decide."
    )


def test_the_follow_up_asks_each_owner_to_confirm() -> None:
    follow_up = mail(2)

    assert "ACTION by Jan 12, 2027: your part in Enterprise account programme" == plain(follow_up.subject)
    assert ["Priya Lindqvist", "Tomas Ferreira-Lund", "Marek Adeyemi", "Sofie Castellan"] == [
        each.name for each in follow_up.to
    ]
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


SHORT_OF_MILESTONES: Changes = {
    "milestones": [],
    "budget.gates": [],
    "kickoff.dependencies": [{"need": "Legal reads the terms", "from": "daniel", "by": date(2027, 2, 1)}],
}


@pytest.mark.parametrize("audience", ["team", "cross", "sponsor", "client"])
def test_what_is_needed_from_others_is_shown_without_milestones(audience: str) -> None:
    document = deck(audience, SHORT_OF_MILESTONES)
    shown = [line for line in map(plain, lines(document)) if "Legal reads the terms" in line]
    spoken = [line for said in notes(document) for line in said if "Legal reads the terms" in line]

    assert len(shown) > len(spoken) > 0


def test_a_column_without_any_room_is_left_out() -> None:
    with_room, without = deck("team"), deck("team", SHORT_OF_MILESTONES)
    column = "Room to the next milestone"

    assert column in [plain(line) for line in lines(with_room)]
    assert column not in [plain(line) for line in lines(without)]
    assert not [line for line in map(plain, lines(without)) if "no milestone follows" in line]


def test_a_day_lost_is_a_day_lost_only_where_no_time_is_left() -> None:
    lost = "A day lost at the tightest is a day lost at the end."
    same_day: Changes = {"milestones.MS6.date": date(2027, 3, 22)}

    assert not [line for said in notes(deck("team")) for line in said if lost in line]
    assert [line for said in notes(deck("team", same_day)) for line in said if lost in line]


def test_a_source_stands_where_no_evidence_is_written() -> None:
    people: Data = [{"who": "Dispatchers", "insight": "They call back at noon", "source": "crm"}]
    document = deck("team", {"kickoff.audience": people})
    text = "\n".join(map(plain, lines(document)))

    assert "still to be shown" not in text
    assert "There is no evidence yet" not in text
    assert "It comes from CRM closed-won and pipeline report" in text


def test_no_name_of_the_user_makes_a_title_long() -> None:
    long = "Programme for the renewal of all contracts with terminals on the upper and lower Rhine"
    changes: Changes = {
        "initiatives.ENT.name": long,
        "initiatives.ENT.customers": 0,
        "kpis.enterprise_share.name": long,
        "objectives.O1.statement": long,
        "milestones.MS10.name": long,
        "risks.R1.cause": long,
        "kickoff.brief.message": long,
        "kickoff.decisions_needed": [{"text": long, "from": "priya", "by": date(2027, 1, 12)}],
        "kickoff.audience": [{"who": long, "insight": long}],
        "kickoff.deliverables": [{"what": long, "owner": "sofie", "due": date(2027, 2, 1)}],
    }
    for audience in AUDIENCES:
        found = titles(deck(audience, changes))

        assert [] == [title for title in found if len(title) > 78]
        assert len(set(found)) == len(found)
        assert long in "\n".join(map(plain, lines(deck(audience, changes))))


def test_the_mails_say_what_waiting_costs_and_every_measure() -> None:
    for index in (1, 2):
        text = "\n".join(map(plain, lines(mail(index).body)))

        assert "If we wait: Research starts one day later for each day of waiting." in text
        assert "If we wait: The first 40 accounts start without single sign-on." in text
        assert "Enterprise share of new ARR: from 41% to 52%" in text
        assert "from 64% to 75% by Jun 30, 2027" in text


def test_who_owes_something_hears_what_the_kickoff_settled() -> None:
    owed: Data = [{"need": "Legal reads the terms", "from": "daniel", "by": date(2027, 2, 1)}]
    follow_up = mail(2, changes={"kickoff.dependencies": owed})

    assert "Daniel" in " ".join(each.name for each in follow_up.cc)
