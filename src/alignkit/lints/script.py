"""SCR rules about what is said: the amount, the objections and their replies, and no confidence for proof."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .budget_sums import ask_of
from .pages import Label
from .rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

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
REPLY_WORDS = 70
"""Most words of a reply: half a minute (documents, K1)."""
AGENCY = "agency"
"""The reader of the talk that goes the other way: about a fee you want lowered."""
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
    asked = _asked(pages.subject)
    if asked is None or not pages.documents:
        return
    if not any(key in asked.keys for page in pages.documents for key, _ in page.figures):
        message = f"no document names the {asked.what} of {pages.subject.money(asked.amount)}"
        yield Hit(message, asked.keys[0], hint="ask for the amount in the opening and the close")


@dataclass(frozen=True, slots=True)
class _Asked:
    """The amount a talk is about."""

    what: str
    amount: Decimal
    keys: tuple[str, ...]
    """Figures that show it; the first is its place in the context."""


def _asked(subject: Subject) -> _Asked | None:
    """The total of the tier asked for; with an agency, the fee."""
    agency, budget = subject.context.agency, subject.context.budget
    if subject.audience == AGENCY:
        return _Asked("fee", agency.target, ("agency.target",)) if agency else None
    ask = ask_of(budget) if budget else None
    if ask is None:
        return None
    keys = (f"budget.tiers.{ask.id}.total", f"tier.{ask.id}.total", "ask.total")
    return _Asked("ask", ask.total, keys)


def objections_are_covered(pages: Pages) -> Iterator[Hit]:
    """Too few objections, or one that always comes missing (SCR-004); an agency has others."""
    covered = {exchange.id for page in pages.documents for exchange in page.exchanges}
    if not pages.documents or pages.subject.audience == AGENCY:
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


def reply_is_short(pages: Pages) -> Iterator[Hit]:
    """Replies to objections above 70 words (SCR-011)."""
    for page in pages.documents:
        for exchange in page.exchanges:
            words = len(exchange.reply.split())
            if words > REPLY_WORDS:
                message = f"the reply to `{exchange.id}` has {words} words, more than {REPLY_WORDS}"
                about = Label(exchange.reply, exchange.place)
                hint, excess = "answer in two sentences; the listener asks on", words - REPLY_WORDS
                yield Hit(message, "", exchange.place, hint=hint, about=about, excess=excess)


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
