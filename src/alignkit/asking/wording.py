"""How each question is put, what an answer may look like, and what things are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.context.company import MODELS
from alignkit.context.shape import Shape, meanings_of
from alignkit.values import Unit

from .question_words import WORDS, Words

if TYPE_CHECKING:
    from alignkit.context.fields import Block

WHY = {
    "company.name": "it stands on every cover",
    "company.model": "documents take their words for a sale from it; choose what comes nearest",
    "company.currency": "a reader never guesses what an amount is in",
    "meta.author": "the documents speak in your voice",
    "meta.as_of": "a reader asks how old the figures are",
    "meta.locale": "1.200 is a thousand and more to one reader, and hardly more than one to another",
}
"""Reasons of what every kind needs."""
KINDS_OF_DAYS = ("prewire", "meeting", "decision", "kickoff", "approval", "delivery")
"""Kinds of milestones that documents look for; another may be written."""
LOCALES = ("en-US", "en-GB", "en-IE", "de-DE", "de-AT", "de-CH", "fr-FR", "es-ES")
"""Languages with their country; any other tag may be written."""
SUGGESTED = {"company.model": MODELS, "meta.locale": LOCALES, "milestones[].kind": KINDS_OF_DAYS}
"""Answers offered where any text may stand."""
LABELS = {
    "company.model": {
        "b2b_saas": "software that companies subscribe to",
        "services": "orders of clients: projects, work, machines",
        "ecommerce": "goods sold on the web",
    },
    "kpis[].unit": {
        "money": "an amount", "ratio": "a share, such as 12%", "count": "how many",
        "times": "a multiple, such as 3x",
    },
    "kpis[].direction": {"up": "more is better", "down": "less is better"},
    "issues[].severity": {
        "inform": "no decision is asked", "decide": "a decision is asked",
        "urgent": "you call first and confirm by mail",
    },
}  # fmt: skip
"""What an answer that is offered stands for, where its word does not say it."""
ONE = {
    "stakeholders": "person", "sources": "source", "objectives": "objective", "kpis": "measure",
    "initiatives": "initiative", "risks": "risk", "raci": "task", "milestones": "milestone",
    "decisions": "decision", "budget.lines": "line", "budget.tiers": "level", "periods": "period",
    "scorecard.areas": "area", "budget.cuts": "cut", "budget.gates": "gate", "budget.gives": "offer",
    "budget.drivers": "assumption", "benchmarks": "benchmark", "issues": "issue",
    "budget.headcount": "role", "budget.phasing": "month or quarter", "finance.quarters": "quarter",
    "issues[].options": "way out", "kickoff.success": "measure of success",
}  # fmt: skip
"""What one entry of a list is called."""
_EXAMPLES = {
    "a date": "11 Dec 2026", "a whole number": "3", "true or false": "yes", "a number": "120",
}  # fmt: skip
_BY_UNIT = {Unit.MONEY: "1,200,000", Unit.SHARE: "12%", Unit.MONTHS: "18", Unit.DAYS: "90", Unit.COUNT: "150"}
_FORMATS = {
    Unit.MONEY: "an amount: 2880000, 2,880,000 or 2.88M",
    Unit.SHARE: "a share: 0.12 or 12%",
    Unit.MONTHS: "a number of months",
    Unit.DAYS: "a number of days",
    Unit.COUNT: "a number",
    Unit.TIMES: "a multiple: 3 or 3.5",
}


def words_for(path: str, key: str, block: type[Block] | None, shape: Shape) -> Words:
    """How the question at a path is put, and an example for it."""
    words = WORDS.get(path)
    if words is None:
        meaning = meanings_of(block).get(key, "") if block else ""
        words = Words(meaning.rstrip(".") or key.replace("_", " ").capitalize())
    return worded(words, shape)


def worded(words: Words, shape: Shape) -> Words:
    """The words with an example, one for any answer of that kind where they have none of their own."""
    return words if words.example else words._replace(example=_example(shape))


def _example(shape: Shape) -> str:
    if shape.ref or shape.choices or shape.is_list:
        return ""
    return _BY_UNIT.get(shape.unit, "") if shape.unit else _EXAMPLES.get(shape.expected, "")


def format_of(shape: Shape) -> str:
    """What an answer may look like; empty where any text will do."""
    if shape.ref or shape.choices:
        return ""
    if shape.unit and shape.unit in _FORMATS:
        return _FORMATS[shape.unit]
    known = {"a date": "a day: 2026-12-11 or 11 Dec 2026", "true or false": "yes or no"}
    return known.get(shape.expected, "" if shape.expected in ("text", "a list") else shape.expected)


def one_of(path: str) -> str:
    """What one entry of the list at a path is called."""
    return ONE.get(path, "entry")


def a(noun: str) -> str:
    """The noun with its article."""
    return f"{'an' if noun[:1] in 'aeiou' else 'a'} {noun}"
