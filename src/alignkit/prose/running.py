"""All text rules over all passages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .checks import CHECKS
from .passage import Finding
from .reading import Reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .passage import Passage
    from .reading import Hit
    from .text_rules import TextRule, TextRules

_LONGEST_WORDS = 60
_COMPARISON, _LEFTOVER = "REV-T09", "REV-T18"


def findings(passages: Iterable[Passage], rules: TextRules) -> Iterator[Finding]:
    """What the rules of a language find, passage by passage, in the order of the text."""
    for passage in passages:
        reading = Reading(passage, rules)
        found = [
            _finding(rule, hit, passage)
            for code, rule in rules.rules.items()
            for hit in CHECKS[code](reading, rule)
        ]
        yield from sorted(_without_repeated_names(found), key=lambda each: (each.start, each.code))


def _without_repeated_names(found: list[Finding]) -> list[Finding]:
    """Findings without leftovers whose words are a name that a comparison has told of."""
    named = [(each.start, each.end) for each in found if each.code == _COMPARISON]
    return [
        each
        for each in found
        if each.code != _LEFTOVER or not any(each.start < end and start < each.end for start, end in named)
    ]


def _finding(rule: TextRule, hit: Hit, passage: Passage) -> Finding:
    words = " ".join(passage.text[hit.start : hit.end].split())
    shown = words if len(words) <= _LONGEST_WORDS else f"{words[: _LONGEST_WORDS - 1]}…"
    said = hit.message or f"`{shown}` {rule.reason}"
    source = f" [{', '.join(rule.sources)}]" if rule.sources else ""
    return Finding(
        rule.code,
        hit.severity or rule.severity,
        passage,
        hit.start,
        hit.end,
        words,
        f"{said}{source}",
        hit.hint or rule.cure,
    )
