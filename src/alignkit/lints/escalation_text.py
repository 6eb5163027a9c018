"""ESC rules about what is written: short, neither shrill nor soft."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from .pages import Label
from .rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .pages import Pages, Sentence
    from .subject import Subject

MESSAGE_WORDS = 220
"""Most words of an escalation mail (rules 1.2)."""
_LARGE_OVERRUN = Decimal("0.10")
_ALARM = re.compile(
    r"\b(?:disasters?|disastrous|crisis|catastroph\w+|nightmare|meltdown|emergency|panic|doomed|asap)\b"
    r"|\burgent(?:ly)?\s*!+|!{2,}",
    re.IGNORECASE,
)
_ALARM_STEMS = (
    "disast",
    "crisis",
    "catastroph",
    "nightmare",
    "meltdown",
    "emergency",
    "panic",
    "doomed",
    "asap",
    "!",
)
_SOFT = re.compile(
    r"\b(?:slight(?:ly)?|a (?:bit|little|touch)|minor|small|somewhat|not (?:too|very) (?:large|big|much)"
    r"|manageable|marginal(?:ly)?)\b",
    re.IGNORECASE,
)
_OVER = re.compile(
    r"\b(?:overruns?|over budget|over plan|overspend\w*|overspent|over the approv\w+)\b", re.IGNORECASE
)


def mail_is_short(pages: Pages) -> Iterator[Hit]:
    """Escalation mails above 220 words (ESC-009)."""
    for page, _ in pages.messages:
        if page.words > MESSAGE_WORDS:
            place = page.sentences[-1].place if page.sentences else None
            message = f"`{page.name}` has {page.words} words, more than {MESSAGE_WORDS}"
            yield Hit(message, "", place, hint="leave the background to the memo")


def tone_is_even(pages: Pages) -> Iterator[Hit]:
    """Alarm words, and softeners beside a large overrun (ESC-012)."""
    large = _large_overruns(pages.subject)
    for page in pages.english:
        text = "\n".join((page.title, *(paragraph.text for paragraph in page.paragraphs))).lower()
        if any(stem in text for stem in _ALARM_STEMS):
            yield from _alarms(Label(page.title, page.message.place if page.message else None))
            for sentence in page.sentences:
                yield from _alarms(sentence)
        for sentence in page.sentences if large else ():
            match = _SOFT.search(sentence.text)
            if match and _is_about_overrun(sentence, large):
                share = pages.subject.percent(max(large.values()))
                message = f"`{match.group()}` stands beside an overrun of {share}"
                yield Hit(message, "", sentence.place, hint="give the number alone", about=sentence)


def _alarms(said: Label | Sentence) -> Iterator[Hit]:
    if match := _ALARM.search(said.text):
        message = f"`{match.group()}` alarms and says nothing"
        yield Hit(message, "", said.place, hint="give the amount and the day", about=said)


def _large_overruns(subject: Subject) -> dict[str, Decimal]:
    """Overruns above a tenth of the approval, by issue."""
    shares = {issue.id: subject.amount(f"issue.{issue.id}.overrun_share") for _, issue in subject.issues()}
    return {name: share for name, share in shares.items() if share is not None and share > _LARGE_OVERRUN}


def _is_about_overrun(sentence: Sentence, issues: dict[str, Decimal]) -> bool:
    keys = tuple(f"issue.{name}.overrun" for name in issues)
    return (
        any(key.startswith(keys) for _, _, key in sentence.spans) or _OVER.search(sentence.text) is not None
    )
