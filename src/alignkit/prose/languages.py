"""Which language a text is written in, told from its small words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Collection

LANGUAGES = {"en": "English", "de": "German"}
"""Languages that can be told from a text; the first where nothing tells."""
_USUAL = "en"
_SMALL_WORDS = {
    "en": lexicon(
        """
        the a an and of to is are be been you your he she they it his her their we i that this for with on at
        by from not but have has had as so which who what when because no more be was do did
        """
    ),
    "de": lexicon(
        """
        der die das den dem des ein eine einen einem einer und zu zur zum im ist war waren sind sein bin
        bist sie ihr ihre ihren ihnen du dein deine er es wir ich dass für mit auf von vom bei aus nicht aber
        haben hat hast hatte wurde werden als wie nach sich auch noch weil kein keine über oder bis um was
        """
    ),
}
_COMMON = frozenset.intersection(*_SMALL_WORDS.values()) | {"war", "die", "was"}
"""Words of both languages, which tell nothing."""


def language_of(text: str, known: Collection[str]) -> str:
    """The language most small words of a text are of; English where that is undecided.

    Args:
        text: what was written.
        known: languages there are rules for.

    """
    words = [word for word in re.findall(r"[^\W\d_]+", text.lower()) if word not in _COMMON]
    counts = {
        language: sum(word in small for word in words)
        for language, small in _SMALL_WORDS.items()
        if language in known
    }
    return max(counts, key=lambda language: (counts[language], language == _USUAL), default=_USUAL)
