"""What a phrase book left behind (REV-T18): empty slots, another person's name, the wrong pronoun."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .folding import OTHER, PERSON, SOMEBODY
from .people import HUMANS
from .reading import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .reading import Reading
    from .text_rules import TextRule

_TAGS = "b|i|u|p|br|em|a|ul|ol|li|div|span|strong|h\\d|td|tr|th|table|sub|sup|code|pre|hr|img|!"
_TWO_PRONOUNS = (
    "[Hh]e/[Ss]he|[Ss]he/[Hh]e|[Hh]is/[Hh]er|[Hh]er/[Hh]is|[Hh]im/[Hh]er|[Ss]/[Hh]e"
    "|[Ee]r/sie|[Ss]ie/er|ihm/ihr|sein/ihr"
)
_TO_INSERT = "name|date|figure|number|impact|example|behaviou?r|project|metric|goal"
_SHOUTED = (
    "NAME|DATE|DATUM|PROJECT|PROJEKT|VORNAME|NACHNAME|FIRSTNAME|LASTNAME|IMPACT|BEHAVIOU?R|METRIC"
    "|TBD|TBC|TODO|FIXME"
)
_SLOT = re.compile(
    rf"""\{{[^{{}}\n]{{0,60}}\}}
    | \[(?!\^?\d+\]|\.{{3}}\]|…\]|[ xX]?\])[^\[\]\n]{{1,60}}\](?!\()
    | <(?!/?(?:{_TAGS})\b)[^<>\n@=/]{{1,40}}>
    | (?<!\w)(?:XX+|xx+)(?:\s?%|\b)(?!\w) | (?<!\w)X\s?% | _{{3,}} | \.{{5,}}
    | \b[Ll]orem\ [Ii]psum\b | \#(?:REF|NAME|N/A|VALUE)[!?]? | %%\w+%% | \$\{{\w+\}}
    | \b(?:{_TWO_PRONOUNS})\b | \([Ss]\)he\b
    | \b(?:[Ii]nsert|INSERT|[Ff]ill\ in)\ (?:{_TO_INSERT})s?\b | \b[Nn]ame\ [Hh]ere\b
    | \b(?:{_SHOUTED}|tbd|tbc)\b
    """,
    re.VERBOSE,
)
_SIZES = re.compile(r"\b(?:size|sizes|level|grösse|größe|chromosomes?)\s*$", re.IGNORECASE)
_LONGEST_SIZE = 20
"""Characters before a slot among which the word for a size stands."""
_PRONOUNS = {
    "en": {
        "f": r"he|him|his|himself",
        "m": r"she|her|hers|herself",
        "n": r"he|him|his|himself|she|her|hers|herself",
    },
    "de": {"f": r"er|ihm|ihn|sein|seine[rnms]?", "m": r"ihr|ihre[rnms]?", "n": r""},
}
_GREETING = (
    r"(?:dear|hi|hello|hey|liebe[rs]?|hallo|guten\s+tag|thank\s+you|thanks|danke|well\s+done|congratulations)"
)
_NEXT = r"(?:you|your|thank|thanks|in|on|at|during|please|well|great|good|sie|du|ihr|im|am|bei|danke)\b"
_ANYBODY = f"[{OTHER}{SOMEBODY}]+"
_CALLED = re.compile(
    rf"^\s*{_GREETING},?\s*(?P<greeted>{_ANYBODY})|^\s*(?P<name>{_ANYBODY})\s*[,!—]\s*{_NEXT}"
    rf"|,\s*(?P<last>{_ANYBODY})\s*[.!?]"
)
_SUBJECT = re.compile(rf"(?:^|[.!?]\s+)(?:[^.!?,]{{0,60}},\s+)?(?P<name>[{OTHER}{SOMEBODY}]+)(?!'s)\s+\w")


def leftovers(reading: Reading, rule: TextRule) -> Iterator[Hit]:
    """Slots nobody filled, somebody else's name, a pronoun that is not the person's."""
    yield from _empty_slots(reading)
    if reading.passage.act:
        return
    if reading.passage.person and not reading.passage.is_support:
        yield from _wrong_names(reading)
    if reading.passage.grammar and not re.search(r"\b(?:you|your|du|dein\w*)\b", reading.low):
        yield from _wrong_pronouns(reading)


def _empty_slots(reading: Reading) -> Iterator[Hit]:
    text = reading.passage.text
    for match in _SLOT.finditer(text):
        if _SIZES.search(text, max(0, match.start() - _LONGEST_SIZE), match.start()) and match[0].isalpha():
            continue
        yield Hit(
            *match.span(), None, f"`{match[0]}` was never filled in", "write what it stands for, or remove it"
        )


def _wrong_names(reading: Reading) -> Iterator[Hit]:
    name = reading.passage.person
    called = _CALLED.search(reading.low)
    if (
        called is None
        and PERSON not in reading.low
        and not re.search(r"\b(?:you|your|ihnen|du)\b", reading.low)
    ):
        called = _SUBJECT.search(reading.low)
    if called is None:
        return
    start, end = next(called.span(group) for group, found in called.groupdict().items() if found)
    message = f"`{reading.passage.text[start:end]}` is named where the text is about {name}"
    yield Hit(start, end, None, message, "write the text for this person, or correct the name")


def _wrong_pronouns(reading: Reading) -> Iterator[Hit]:
    wrong = _PRONOUNS[reading.base].get(reading.passage.grammar)
    match = re.search(rf"\b(?:{wrong})\b", reading.low) if wrong else None
    if match is None:
        return
    before = reading.low[: match.start()]
    if HUMANS.search(before) or OTHER in before or SOMEBODY in before:
        return
    message = f"`{reading.passage.text[match.start() : match.end()]}` is not a pronoun of this person"
    yield Hit(*match.span(), None, message, "use the pronouns the person goes by")
