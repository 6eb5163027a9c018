"""SCR rules: a budget talk that asks, concedes in order and has an answer to what the listener fears."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .budget_sums import ask_of, tier_by_id
from .pages import Label
from .rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alignkit.context.budget import Tier

    from .pages import Pages
    from .subject import Subject

_LEAST_OBJECTIONS = 10
_NEEDED_OBJECTIONS = {
    "less": "`budget.cuts`, or a tier cheaper than the ask",
    "missed": "`finance.last_plan`",
    "payback": "gross margin, yearly value, sales cost and new customers of the plan year",
    "downside": "`budget.downside`, and what payback is made from",
    "incremental": "`mkt_customers` of the tiers",
}
"""Objections that always come, with what the context needs for the reply."""
SPOKEN_WORDS = 1200
"""Most words to say aloud: about nine minutes (rules 1.2)."""
_MOST_CONFIDENCE_WORDS = 2
_CONFIDENCE = re.compile(
    r"\b(?:confident(?:ly)?|confidence|believe|passionate(?:ly)?"
    r"|(?:am|are|is|'re|'m|’re|’m) committed to)\b",
    re.IGNORECASE,
)
_CONFIDENCE_WORDS = frozenset(
    {"confident", "confidently", "confidence", "believe", "committed", "passionate", "passionately"}
)


def amount_is_asked(pages: Pages) -> Iterator[Hit]:
    """A script that never names the amount it asks for (SCR-001)."""
    budget = pages.subject.context.budget
    ask = ask_of(budget) if budget else None
    if ask is None or not pages.documents:
        return
    keys = {f"budget.tiers.{ask.id}.total", f"tier.{ask.id}.total", "ask.total"}
    if not any(key in keys for page in pages.documents for key, _ in page.figures):
        message = f"no document names the ask of {pages.subject.money(ask.total)}"
        yield Hit(
            message, f"budget.tiers.{ask.id}.total", hint="ask for the amount in the opening and the close"
        )


def walk_away_is_known(subject: Subject) -> Iterator[Hit]:
    """No tier to fall back on, or one above the ask (SCR-002)."""
    budget = subject.context.budget
    ask = ask_of(budget) if budget else None
    if budget is None or ask is None:
        return
    named = tier_by_id(budget, budget.decision.walk_away or "")
    if named and named.total > ask.total:
        message = f"the walk-away tier `{named.id}` costs {subject.money(named.total)},"
        message += f" more than the ask of {subject.money(ask.total)}"
        yield Hit(message, "budget.decision.walk_away", hint="name the least tier you can accept")
    elif named is None and not _could_serve(subject, ask):
        message = "there is no walk-away: no tier below the ask covers what is committed"
        yield Hit(message, "budget.decision", hint="add `walk_away` with the least tier you can accept")


def _could_serve(subject: Subject, ask: Tier) -> bool:
    budget = subject.context.budget
    committed = sum(line.committed for line in budget.lines) if budget else 0
    return any(committed <= tier.total < ask.total for tier in (budget.tiers if budget else ()))


def give_has_a_get(subject: Subject) -> Iterator[Hit]:
    """Concessions for nothing (SCR-003)."""
    budget = subject.context.budget
    for index, give in enumerate(budget.gives if budget else ()):
        if not give.get.strip():
            message = f"`{give.give}` is given for nothing"
            path = f"budget.gives[{index}]"
            yield Hit(message, path, hint="add `get`: a gate date, a faster decision, a protected line")


def objections_are_covered(pages: Pages) -> Iterator[Hit]:
    """Too few objections, or one that always comes missing (SCR-004)."""
    covered = {exchange.id for page in pages.documents for exchange in page.exchanges}
    if not pages.documents:
        return
    if len(covered) < _LEAST_OBJECTIONS:
        message = f"expected at least {_LEAST_OBJECTIONS} objections with replies, found {len(covered)}"
        yield Hit(message, hint="fill more of the blocks the objections are made from")
    for identity, wanted in _NEEDED_OBJECTIONS.items():
        if identity not in covered:
            message = f"the objection `{identity}` has no reply"
            yield Hit(message, "budget", hint=f"give {wanted}; an own template adds `:::exchange {identity}`")


def talk_is_short_enough(pages: Pages) -> Iterator[Hit]:
    """More to say than fits nine minutes (SCR-005)."""
    for page in pages.documents:
        if page.spoken_words > SPOKEN_WORDS:
            place = page.spoken[0].place if page.spoken else None
            message = f"`{page.name}` has {pages.subject.number(page.spoken_words)} words to say,"
            message += f" more than {pages.subject.number(SPOKEN_WORDS)}"
            yield Hit(message, "", place, hint="leave out what the listener can read")


def reply_has_a_figure(pages: Pages) -> Iterator[Hit]:
    """Replies to objections without a number (SCR-006)."""
    for page in pages.documents:
        for exchange in page.exchanges:
            if not any(character.isdigit() for character in exchange.reply):
                message = f"the reply to `{exchange.id}` has no figure"
                hint, about = "answer with a figure and its source", Label(exchange.reply, exchange.place)
                yield Hit(message, "", exchange.place, hint=hint, about=about)


def confidence_is_no_argument(pages: Pages) -> Iterator[Hit]:
    """Confidence in place of figures, more than twice (SCR-008)."""
    for page in pages.documents:
        found = [
            (match.group(), sentence.place)
            for sentence in (page.with_words(_CONFIDENCE_WORDS) if page.is_english else ())
            for match in _CONFIDENCE.finditer(sentence.text)
        ]
        if len(found) > _MOST_CONFIDENCE_WORDS:
            words = ", ".join(f"`{word}`" for word in dict.fromkeys(word for word, _ in found))
            message = f"`{page.name}` has {len(found)} words of confidence: {words}"
            yield Hit(message, "", found[-1][1], hint="say what is known and where it is from")
