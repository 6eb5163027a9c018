"""The GEN rule about blame: a document says what happened, not whose fault it is."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from alignkit.prose.lexicon import lexicon

from .people import DEPARTMENT, names_of
from .quoting import quoted_sentence
from .rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .pages import Pages

_BLAME_VERB = (
    r"(?:failed|fails|refused|refuses|neglected|neglects|ignored|ignores|dropped the ball"
    r"|(?:is|are|was|were) (?:to blame|at fault|responsible for the (?:failure|delay|mistake|overrun|miss)))"
)
_BETWEEN = r"(?:\s+(?:has|have|had|also|again|simply|repeatedly|clearly|once|then|just)){0,2}\s+"
_BLAME_WORDS = lexicon(
    """
    failed fails refused refuses neglected neglects ignored ignores dropped blame blames blamed fault
    failure responsible
    """
)
_BLAME = re.compile(rf"{_BLAME_VERB}|\b(?:blame[sd]?|fault|failure)\b")


def _blamed(anyone: str) -> re.Pattern[str]:
    """The pattern of `anyone` who failed, is blamed, or whose fault it is."""
    return re.compile(
        rf"\b({anyone}){_BETWEEN}{_BLAME_VERB}"
        rf"|\b(?:blames?|blamed|fault of|blame on)\s+(?:the )?({anyone})\b"
        rf"|\b({anyone})['’]s? (?:fault|failure)\b(?! (?:tolerance|rates?|modes?)\b)"
    )


_DEPARTMENT_BLAMED = _blamed(DEPARTMENT)


def nobody_is_blamed(pages: Pages) -> Iterator[Hit]:
    """People or departments as the subject of a failure (GEN-018)."""
    for page in pages.english:
        for sentence in page.with_words(_BLAME_WORDS):
            if not _BLAME.search(sentence.text):
                continue
            people = _people_blamed(tuple((p.id, p.name, p.role) for p in pages.subject.context.stakeholders))
            match = _DEPARTMENT_BLAMED.search(sentence.text) or (people and people.search(sentence.text))
            if match:
                name = next(group for group in match.groups() if group)
                message = f"`{name}` is blamed in `{quoted_sentence(sentence.text)}`"
                yield Hit(
                    message,
                    "",
                    sentence.place,
                    hint="write what happened, not who is to blame",
                    about=sentence,
                )


@lru_cache(maxsize=64)
def _people_blamed(people: tuple[tuple[str, str, str], ...]) -> re.Pattern[str] | None:
    """The pattern of a stakeholder who is blamed, by name or as `the CFO`."""
    names = {name for identity, full, _ in people for name in names_of(identity, full)}
    names |= {role for _, _, role in people if role}
    if not names:
        return None
    anyone = "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))
    return _blamed(anyone)
