"""Figures in mails, which carry no keys: each is found again by its value, and by the words beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from wordings import digits, fault, read_digits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from by_value import ByValue
    from wordings import Locale

_SAID = (
    (r"\.(?:cac|cac_change|marginal|marginal_loaded)$|cac_loaded", r"acquisition cost|\bcac\b|customer"),
    (r"payback_ceiling|gates\.\w+\.test", r"ceiling|at or (?:above|below)|limit|policy"),
    (r"payback", r"payback|paid back|pays? back"),
    (r"(?:customers?|planned)$", r"customer"),
    (r"gates\.\w+\.release|released$", r"releas|gate|test"),
    (
        r"money\.(?:gated|free_at_start|flexible|committed)",
        r"start|wait|rest|gate|committed|held|flexible|rests?",
    ),
    (r"change_share$|change$", r"\bon\b|more|less|than|change|over|up|down"),
    (r"total$|\.ask$", r"approve|budget|spend|ask|support|marketing|tier|hold|money"),
    (r"eac$|final_cost$", r"completion|in all|total"),
    (r"overrun", r"over|overrun"),
    (r"approved$", r"approv"),
    (r"spent$|spent_share$", r"spent"),
    (r"to_complete$", r"to do|complete|finish"),
    (r"options\.\w+\.cost$|recommended_cost$|cost_share$", r"cost|option|recommend|\bfor\b"),
    (r"funding", r"available|fund|money|left"),
    (r"days", r"day|wait|late"),
    (r"arr|pipeline", r"arr|pipeline|revenue"),
)
"""Keys, and what a sentence says that shows such a figure."""

_BEFORE = r"[+(\u2212]{0,2}(?:US)?[$€£]?"
_AFTER = (
    r"(?:\u00a0| )?(?:%|x\b|M\b|Mio\.(?:\u00a0| )(?:US)?[$€]|(?:US)?[$€](?!\w)|[a-zA-Z]+(?: [a-zA-Z]+)?)?\)?"
)


class Found(NamedTuple):
    """A number of a mail that is a figure."""

    start: int
    end: int
    keys: tuple[str, ...]
    said: bool
    """Whether the words beside it name the figure."""


def figures_in(text: str, known: ByValue, locale: Locale, heads: str = "") -> Iterator[Found]:
    """The numbers of a text that have the value and the form of a figure."""
    for match in re.finditer(rf"({_BEFORE})({digits(locale)})({_AFTER})", text):
        number, places = read_digits(match[2], locale)
        candidates = [(key, known.figures[key]) for key in known.written_like(float(number), places)]
        for form in _forms(match):
            keys = [
                key
                for key, figure in candidates
                if not fault(form, figure.value, figure.unit, locale, text, heads)
            ]
            if keys:
                yield Found(
                    match.start(2), match.end(2), tuple(keys), any(_is_said(key, text) for key in keys)
                )
                break


def _forms(match: re.Match[str]) -> Iterator[str]:
    before, number, after = match.groups()
    ends = [after.rstrip(")"), *([after.rstrip(")").rpartition(" ")[0]] if " " in after.strip() else [])]
    for end in dict.fromkeys([*ends, ""]):
        for start in dict.fromkeys([before.replace("(", ""), before.lstrip("(+\u2212")]):
            yield f"{start}{number}{end}".strip()


def _is_said(key: str, text: str) -> bool:
    return any(re.search(pattern, key) and re.search(words, text, re.IGNORECASE) for pattern, words in _SAID)
