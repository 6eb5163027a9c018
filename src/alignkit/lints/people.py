"""People and departments in running text, told apart from the words they look like."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from alignkit.prose.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from alignkit.context.stakeholders import Stakeholder

_ORDINARY = lexicon(
    """
    abbey april august baker banks bell best bill black bloom booth brand brook brooks brown bush case
    chance chase church clay cook cooper cross day dean drew faith field fields fisher ford forest frank
    gates glass gold grace grant gray green hall hand hart hill holly hope hunt hunter jack june king
    knight lake lane law long love major march mark marks marsh mason may mercer miller moon moss page
    park parks pearl penny pierce pike pool pope porter potter power price prince ray reed rich rivers
    rob rock rose rush sage sharp short small smart snow spring star stone street summer swift taylor
    temple terry tyler van walker wall ward waters wells west white will wise wood woods word young
    """
)
"""Names that are words as well; alone they name nobody."""

_BARE = r"(?i:marketing|sales|finance|engineering|legal|procurement|accounting)|HR|IT|R&D"
"""Departments that cannot be mistaken for what they make or do; in small letters `it` is no department."""
_WITH_NOUN = (
    rf"{_BARE}|(?i:product|operations|support|customer success|design|data|content|brand|security|service)"
)
DEPARTMENT = (
    rf"(?:(?:[Tt]he\s+)?(?:{_WITH_NOUN})\s+(?:team|department|dept|group|people|colleagues)|(?:{_BARE}))"
)
"""Pattern of a department as the one who acts."""

_ACTS = (
    r"(?:(?:has|have|had)\s+(?:not\s+)?)?(?:approved|asked|blocked|cancell?ed|changed|decided|declined|delayed"
    r"|delivered|failed|forgot(?:ten)?|ignored|insisted|neglected|ordered|overlooked|overspent|postponed|promised"
    r"|pulled|refused|rejected|requested|stopped|underestimated|wanted|withdrew)"
    r"|(?:did|does|do|could|would)(?:\s+not|n['’]t)\s+(?:agree|answer|approve|check|decide|deliver|inform|plan"
    r"|provide|read|reply|respond|review|send|share|sign|tell|test|warn)"
)
"""What people do; prices and sales figures do none of it."""
_DEPARTMENT_ACTS = re.compile(
    rf"(?:^|[.;,:]\s+|\b(?:[Bb]ecause|[Aa]fter|[Ww]hen|[Ss]ince|[Aa]s|and|but)\s+)({DEPARTMENT})\s+(?:{_ACTS})\b"
)


def departments_acting(text: str) -> Iterator[str]:
    """Departments that are the subject of what was done."""
    for match in _DEPARTMENT_ACTS.finditer(text):
        yield match[1]


def people_named(text: str, stakeholders: Iterable[Stakeholder]) -> Iterator[str]:
    """Stakeholders the text names, as it names them: full name, first name, family name or id."""
    for person in stakeholders:
        if match := _names(person.id, person.name).search(text):
            yield match.group()


@lru_cache(maxsize=512)
def _names(identity: str, name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names_of(identity, name)))})\b")


def names_of(identity: str, name: str) -> list[str]:
    """What a text may call a person; a name that is an ordinary word counts only in full."""
    parts = name.split()
    alone = [part for part in {parts[0], parts[-1]} if _is_telling(part)] if parts else []
    if _is_telling(identity) and identity.casefold() in name.casefold().split():
        alone.append(identity)
    return sorted({name, *alone}, key=lambda each: (-len(each), each))


def _is_telling(name: str) -> bool:
    return len(name) > 2 and name.casefold() not in _ORDINARY
