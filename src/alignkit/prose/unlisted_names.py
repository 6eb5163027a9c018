"""Names of people that no list has, told from how they stand: `Lerato is`, `Hamish's`, `than Aoife`.

A capital alone says little: months, places, channels and products have one too.
So a word counts as a name where a verb or an 's follows it, or a comparison leads to it, and where it is none
of the usual words that begin with a capital.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .english_verbs import is_past
from .english_words import (
    AFTERTHOUGHTS,
    AUXILIARIES,
    CONJUNCTIONS,
    DEGREES,
    DETERMINERS,
    LINKING,
    OTHER_PRONOUNS,
    PREPOSITIONS,
    SUBORDINATORS,
)
from .folding import SOMEBODY
from .german_words import CONJUNCTIONS as GERMAN_CONJUNCTIONS
from .german_words import DETERMINERS as GERMAN_DETERMINERS
from .german_words import OTHERS as GERMAN_OTHERS
from .german_words import PREPOSITIONS as GERMAN_PREPOSITIONS
from .german_words import SUBORDINATORS as GERMAN_SUBORDINATORS
from .lexicon import lexicon
from .no_names import BEGINNINGS, GERMAN_NO_NAMES, NO_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = r"(?:Mc|Mac|O')?[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ\u0100-\u017f]+(?:-[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ\u0100-\u017f]+)?"
_START = r"(?<![\w'.@#/&-])"
_BEFORE = re.compile(r"(\w+)\W? $")
_NEXT = re.compile(r"(?:, | \(?)(?P<word>[^\W\d]+)")
_SHAPE = re.compile(
    rf"{_START}(?P<names>{_WORD}(?: {_WORD}){{0,2}})(?![\w-])"
    r"(?P<owns>'s(?= \w|[.,;!?]|$)|'(?= \w))?(?!'|\.\w)"
)
_COMPARED = re.compile(
    r"\b(?:than|unlike|(?:compared|comparison) (?:with|to|against)|(?:contrast|opposed|relative) to|next to"
    r"|measured against|as \w+ as|do(?:es)? as|more like|outperform(?:s|ed)?|outdid)(?: that of| those of)? $"
)
_FOLLOWING = lexicon(
    "being who whose aged on off since takes leaves returns wears prays fasts suffers needs goes"
)
"""Words after a name that are no verb of the table, or one in the present."""
_OF_PLACES = lexicon("in at via near around the a an our their my your this these those each every no")
"""Words before what is a place or a thing."""
_TITLES = lexicon("mr mrs ms miss dr prof")
_SMALL = (
    AFTERTHOUGHTS
    | AUXILIARIES
    | CONJUNCTIONS
    | DEGREES
    | DETERMINERS
    | LINKING
    | OTHER_PRONOUNS
    | PREPOSITIONS
    | SUBORDINATORS
)
_GERMAN_SMALL = (
    GERMAN_CONJUNCTIONS
    | GERMAN_DETERMINERS
    | GERMAN_OTHERS
    | GERMAN_PREPOSITIONS
    | GERMAN_SUBORDINATORS
    | lexicon(
        "sie du er ich ihr ihre ihren ihrer ihrem sein seine seinen dein deine mein meine auch noch nur so"
    )
)
_NO_NAME_ENDINGS = tuple(lexicon("tion ment ness ity ism ship ance ence ics hood ings ware"))
_GERMAN_NO_NAME_ENDINGS = tuple(
    lexicon("ung ungen heit keit schaft tion ismus tät nis tum quote zahl zahlen kosten preis")
)
_GERMAN_FOLLOWED = (
    r" (?:ist|war|hat|hatte|wird|wurde|bekommt|bekam|fehlt|fehlte|kleine|zwei|drei|krank|schwanger)\b"
    r"|(?<=[a-zäöüß]{3})s [A-ZÄÖÜ]"
)
_GERMAN_COMPARED = (
    r"(?:besser|schlechter|schneller|langsamer|zuverlässiger|pünktlicher|fleißiger|genauer|[Aa]nders) als"
    r"|(?:[Vv]ergleich|[Gg]egensatz|[Uu]nterschied) zu|[Vv]erglichen mit"
)
_GERMAN_AFTER_COMPARED = r"$|[.,;!?]| (?:ist|sind|bist|war|waren|hat|haben|hast|\w+ (?:[Ss]ie|du|er))\b"
_GERMAN_SHAPE = re.compile(
    rf"(?:^|[.!?:;] |\b(?:weil|da|dass|ob) )(?P<names>{_WORD})(?={_GERMAN_FOLLOWED})"
    rf"|\b(?:{_GERMAN_COMPARED}) (?P<other>{_WORD})(?={_GERMAN_AFTER_COMPARED})"
)


def with_unlisted_names(text: str, base: str) -> str:
    """A folded text in which names that no list has are marks too; as long as it was.

    Args:
        text: the folded text, with marks for the names that are known.
        base: its language.

    """
    spans = list(_german(text) if base == "de" else _english(text))
    for start, end in spans:
        text = text[:start] + SOMEBODY * (end - start) + text[end:]
    return text


def _english(text: str) -> Iterator[tuple[int, int]]:
    for match in _SHAPE.finditer(text):
        start, end = match.span("names")
        start = _without_small_words(text, start, end)
        before = text[:start]
        if start == end or not _are_names(text[start:end]):
            continue
        last = _BEFORE.search(before)
        if last is not None and last[1].lower() in _OF_PLACES:
            continue
        is_compared = _COMPARED.search(before.lower()) is not None and not _is_part_of_thing(text, match)
        if is_compared or match["owns"] or _is_followed(text, end):
            yield start, end


def _without_small_words(text: str, start: int, end: int) -> int:
    """Where the names begin after words such as `Since` and `Unlike` that open a sentence."""
    while start < end:
        word = text[start:end].split()[0]
        if word.lower() not in _SMALL | _TITLES | BEGINNINGS:
            return start
        start += len(word)
        start += len(text[start:end]) - len(text[start:end].lstrip())
    return end


def _are_names(words: str) -> bool:
    return not any(
        word in NO_NAMES or (len(word) > 6 and word.endswith(_NO_NAME_ENDINGS))
        for word in words.lower().split()
    )


def _is_followed(text: str, end: int) -> bool:
    """Whether a verb follows, or words that say who or how somebody is."""
    follower = _NEXT.match(text, end)
    if follower is None:
        return False
    word = follower["word"].lower()
    if text[end : end + 1] == "," or text[end : end + 2] == " (":
        return word in ("being", "who", "whose", "aged", "pregnant", "ill", "sick", "on", "off")
    return word in AUXILIARIES | LINKING | _FOLLOWING or is_past(word)


def _is_part_of_thing(text: str, match: re.Match[str]) -> bool:
    """Whether what is compared with is of a name rather than the somebody: `than Lisbon prices`."""
    rest = _NEXT.match(text, match.end())
    if match["owns"] or rest is None or text[match.end() : match.end() + 1] == ",":
        return False
    word = rest["word"].lower()
    return word not in _SMALL and not is_past(word)


def _german(text: str) -> Iterator[tuple[int, int]]:
    for match in _GERMAN_SHAPE.finditer(text):
        start, end = match.span("names" if match["names"] else "other")
        word = text[start:end].lower()
        is_known = {word, f"{word}s"} & (_GERMAN_SMALL | GERMAN_NO_NAMES)
        if not is_known and not word.endswith(_GERMAN_NO_NAME_ENDINGS):
            yield start, end
