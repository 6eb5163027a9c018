"""Text as the rules read it: one kind of apostrophe, hyphen and blank, and names replaced by marks.

The length never changes, so that a place in the folded text is a place in the text.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .passage import Passage

PERSON, OTHER, SOMEBODY = "\ue100", "\ue101", "\ue102"
"""Marks in place of a name: of the person, of somebody else of the file, of anybody by a usual first name."""
NAMES = f"{PERSON}{OTHER}{SOMEBODY}"

_SIGNS = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "‚": "'",
        "‛": "'",
        "ʼ": "'",
        "´": "'",
        "`": "'",
        "‐": "-",
        "‑": "-",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "‹": '"',
        "›": '"',
        "–": "—",
        "\u00ad": "\u200d",
        "\u00a0": " ",
        "\u2007": " ",
        "\u2009": " ",
        "\u202f": " ",
        "\t": " ",
        "\r": " ",
        "\n": " ",
        PERSON: " ",
        OTHER: " ",
        SOMEBODY: " ",
    }
)
_WORDS_TOO = frozenset(("Will", "May", "June", "April", "Mark", "Grace", "Rose", "Frank"))
"""First names that are words as well, and stand for somebody only in a full name."""
_CAPITALISED = re.compile(r"(?<![\w-])[A-ZÀ-Þ][\w]*")


def folded(passage: Passage, first_names: frozenset[str]) -> str:
    """The text of a passage in one spelling, names as marks, capitals as they were."""
    text = passage.text.translate(_SIGNS)
    if passage.person:
        text = _marked(text, _names_of(passage.person), PERSON)
    text = _marked(text, _any_of(passage.others), OTHER)
    return _CAPITALISED.sub(lambda m: SOMEBODY * len(m[0]) if m[0] in first_names else m[0], text)


def lowered(text: str) -> str:
    """The text in small letters, as long as it was."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(_low(c) for c in text)


def _low(character: str) -> str:
    small = character.lower()
    return small if len(small) == 1 else character


def _marked(text: str, names: re.Pattern[str] | None, mark: str) -> str:
    return names.sub(lambda match: mark * len(match[0]), text) if names else text


@lru_cache(maxsize=256)
def _names_of(name: str) -> re.Pattern[str] | None:
    """Finds a name, however it was typed: whole, or one of its words alone."""
    name = name.title() if name.islower() else name
    words = [word for word in name.split() if len(word) > 1 and word[0].isupper()]
    return _finding({name.strip(), *words})


@lru_cache(maxsize=256)
def _any_of(names: tuple[str, ...]) -> re.Pattern[str] | None:
    """Finds any of the names as they are given; a last name alone may be a word, as in `the price test`."""
    return _finding({name.strip() for name in names} - _WORDS_TOO)


def _finding(names: set[str]) -> re.Pattern[str] | None:
    every = sorted(names, key=lambda each: (-len(each), each))
    some = "|".join(re.escape(each) for each in every if each)
    return re.compile(rf"(?<![\w-])(?:{some})(?=s?(?!\w))") if some else None
