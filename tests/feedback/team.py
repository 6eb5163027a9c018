"""A team of any size with made-up reviews: everybody has done something else, on another day."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

COMPETENCIES = (
    "alignment", "planning", "measurement", "cross_team", "ownership", "communication",
    "commercial", "customer", "craft", "leadership", "change", "agency",
)  # fmt: skip
_PLACES = (
    "pricing test", "account review", "supplier day", "launch in Lyon", "spring catalogue", "partner webinar",
    "budget round", "trade fair", "survey of churned customers", "handover of leads", "press briefing",
    "product tour", "search campaign", "newsletter relaunch", "dealer meeting", "onboarding of two freelancers",
    "creative brief", "forecast call", "data clean-up", "city campaign", "renewal mailing", "podcast pilot",
    "channel audit", "translation order", "photo shoot", "loyalty offer", "board pack", "agency pitch",
    "privacy review", "holiday plan",
)  # fmt: skip
_MONTHS = ("July", "August", "September", "October", "November", "December")
_VERBS = (
    "ranked", "checked", "rewrote", "priced", "postponed", "handed over", "withdrew", "tested", "counted",
    "moved", "split", "shortened", "translated", "returned", "opened", "closed", "traded", "listed", "cut",
    "published",
)  # fmt: skip
_THINGS = (
    "requests from the shops", "drafts for sellers", "refund cases", "lines of the order", "claims on the label",
    "dates in the shared plan", "answers for the works council", "exit interviews", "studio wishes",
    "dealer questions", "pages of the catalogue", "rows of the ledger", "hours of design", "calls to lapsed buyers",
    "photos without a licence", "leads from the fair", "forecasts by region", "posters for stations",
    "clauses of the contract", "screens of the tour",
)  # fmt: skip
_HOW = (
    "by margin before the first of them began", "and told both teams on the same afternoon",
    "with a price beside each", "without asking the supplier", "and kept two regions apart as a measure",
    "although the brief had named another order", "in one document that nine people read",
    "two days ahead of the printer", "while the old version was still on sale", "and noted the reason for each",
    "from memory", "together with the product lead", "after the budget had closed", "against the ledger",
    "in the wrong currency", "so that sales could read them aloud", "over a long weekend", "under one file name",
    "for the second time that month", "until the count agreed",
)  # fmt: skip
_WHO = (
    "the team", "finance", "the supplier", "the sales floor", "the board", "support", "our largest dealer",
    "the printer", "the agency", "product", "legal", "the Lyon office",
)  # fmt: skip
_DID = (
    "saved {n} hours in the month after", "closed its books {n} days earlier", "charged {n} hundred for the change",
    "reached {n} accounts more than before", "read a number that was {n} percent too high",
    "dropped {n} complaints from its list", "started {n} days late", "paid {n} percent above the offer",
    "ordered the range for {n} branches", "gave back {n} hours it had not worked", "asked {n} times for the source",
    "found {n} errors before print", "lost {n} bookings to a rival", "signed {n} renewals in a week",
)  # fmt: skip
_GOAL_VERBS = ("bring", "answer", "run", "hand over", "close", "write", "agree", "price", "review", "settle")
_BY_WHEN = (
    "before each planning round", "within a day", "with source and next step", "in the first week of a month",
    "together with finance", "ahead of the fair", "for every launch", "with two options",
)  # fmt: skip
_MEASURES = (
    "{n} of {n} on the agreed day",
    "at most {n} returned by the reader",
    "a median below {n} hours in the ticket list",
    "{n} percent complete at the first check",
    "difference to the ledger below {n} percent",
)
_SUPPORT = (
    "{n} sessions with the analyst",
    "a budget of {n} hundred for outside help",
    "{n} hours of the design lead a month",
    "a place in the course of week {n}",
)


def context_of(size: int) -> dict[str, Any]:
    """A context that holds the team and its manager."""
    people = [
        {"id": "boss", "name": "Ada Quill", "role": "VP Marketing", "audience": "self"},
        *(
            {"id": f"p{index}", "name": name_of(index), "role": "Marketing Manager", "audience": "team"}
            for index in range(size)
        ),
    ]
    return {
        "schema": 1,
        "meta": {"author": "boss", "as_of": date(2027, 1, 20), "locale": "en-US"},
        "company": {"name": "Fernhill Tools", "model": "ecommerce", "currency": "USD"},
        "stakeholders": people,
    }


def name_of(index: int) -> str:
    """A name nobody else in the team has."""
    first = ("Ida", "Omar", "Lena", "Noel", "Tara", "Ivo", "Mina", "Paul")[index % 8]
    return f"{first}{'abcdefgh'[index // 8]} Field{index}"


def people_of(size: int, seed: int = 1) -> dict[str, Any]:
    """A people file for the team: two strengths, one or two growth items, goals and support for each."""
    draw = random.Random(seed)
    return {
        "schema": 1,
        "people": {
            "cycle": {
                "id": "H2-2026", "kind": "half_year", "start": date(2026, 7, 1), "end": date(2026, 12, 31),
            },
            "reviews": [_review(index, draw) for index in range(size)],
        },
    }  # fmt: skip


def _review(index: int, draw: random.Random) -> dict[str, Any]:
    strengths, growth = draw.sample(COMPETENCIES, 2), draw.sample(COMPETENCIES, 1 + index % 2)
    ratings = {name: draw.choice((3, 4, 5)) for name in strengths}
    ratings |= {name: draw.choice((2, 3)) for name in growth if name not in ratings}
    evidence = [_evidence(f"S{at}", name, "strength", draw) for at, name in enumerate(strengths, 1)]
    evidence += [_evidence(f"G{at}", name, "development", draw) for at, name in enumerate(growth, 1)]
    return {
        "person": f"p{index}",
        "reviewer": "boss",
        "ratings": ratings,
        "overall": draw.choice((2, 3, 4)),
        "evidence": evidence,
        "goals": [
            {"text": _goal(draw), "target": 10 + index, "actual": draw.randrange(5, 50), "unit": "items",
             "met": draw.choice((True, False))}
            for _ in range(2)
        ],
        "next_goals": [
            {"text": _goal(draw), "measure": _drawn(_MEASURES, draw), "due": date(2027, 3, draw.randrange(1, 29))}
            for _ in growth
        ],
        "support": [{"text": f"{_drawn(_SUPPORT, draw)} for {draw.choice(_THINGS)}", "owner": "boss", "due": date(2027, 2, draw.randrange(1, 28))}],
    }  # fmt: skip


def _evidence(name: str, competency: str, valence: str, draw: random.Random) -> dict[str, Any]:
    day = date(2026, 7, 1) + timedelta(days=draw.randrange(0, 150))
    found = {
        "id": name, "date": day, "competency": competency, "valence": valence,
        "situation": f"the {draw.choice(_MONTHS)} {draw.choice(_PLACES)}",
        "behaviour": _act(draw), "impact": f"{draw.choice(_WHO)} {_drawn(_DID, draw)}",
    }  # fmt: skip
    if valence == "development":
        found["raised_on"] = day + timedelta(days=draw.choice((-20, 2)))
    return found


def _act(draw: random.Random) -> str:
    return f"{draw.choice(_VERBS)} {draw.randrange(5, 90)} {draw.choice(_THINGS)} {draw.choice(_HOW)}"


def _goal(draw: random.Random) -> str:
    words = (
        f"{draw.choice(_GOAL_VERBS)} {draw.randrange(5, 90)} {draw.choice(_THINGS)} {draw.choice(_BY_WHEN)}"
    )
    return words.capitalize()


def _drawn(texts: tuple[str, ...], draw: random.Random) -> str:
    return draw.choice(texts).format(n=draw.randrange(5, 90))
