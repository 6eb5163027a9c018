"""Locales by their tag, and the few words of a language that Babel does not have."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global

MINUS = "\u2212"
"""The true minus sign (rule N7)."""

_WORDS = {
    "en": {
        "points": "pts",
        "percentage points": "percentage points",
        "times": "times",
        "of": "of",
        "thousand": "{currency} thousand",
        "million": "{currency} million",
        "favourable": "favourable",
        "unfavourable": "unfavourable",
        "unchanged": "unchanged",
        "rounded": "{text}, rounded",
        "rounded up": "{text}, rounded up",
        "rounded down": "{text}, rounded down",
        "not shown": "Not shown: {list}.",
    },
    "de": {
        "points": "PP",
        "percentage points": "Prozentpunkte",
        "times": "-mal",
        "of": "von",
        "thousand": "Tsd. {currency}",
        "million": "Mio. {currency}",
        "favourable": "günstig",
        "unfavourable": "ungünstig",
        "unchanged": "unverändert",
        "rounded": "{text}, gerundet",
        "rounded up": "{text}, aufgerundet",
        "rounded down": "{text}, abgerundet",
        "not shown": "Nicht gezeigt: {list}.",
    },
}
"""The few words Babel has none for; other languages get neutral signs."""

_SIGNS = {
    "points": "pp",
    "percentage points": "pp",
    "times": "\u00d7",
    "of": "/",
    "thousand": "{currency} \u00d7 1000",
    "million": "{currency} \u00d7 1000000",
    "favourable": "(+)",
    "unfavourable": f"({MINUS})",
    "unchanged": "(=)",
    "rounded": "\u230a{text}\u2309",
    "rounded up": "\u2308{text}\u2309",
    "rounded down": "\u230a{text}\u230b",
    "not shown": "\u2205 {list}",
}


def is_known_locale(tag: str) -> bool:
    """Whether `tag` is a BCP 47 tag, such as `en-US`, whose conventions are known."""
    try:
        find_locale(tag)
    except ValueError:
        return False
    return True


def conventions(locale: str, language: str) -> str:
    """The conventions for numbers and dates: the reader's country, the words of the text's language.

    An English text for a German reader has `1.234,50 €` and `27 November`: Unicode knows such mixed locales
    (`en-DE`). Where it knows none, the reader's own locale is taken.
    """
    mixed = f"{language}-{locale.rpartition('-')[2]}"
    return mixed if "-" in locale and is_known_locale(mixed) else locale


def nearest_locale(text: str) -> str:
    """The known tag somebody meant who wrote `de_DE`, `german` or `Deutsch`; empty when none is near."""
    tag = text.strip().replace("_", "-").partition(".")[0]
    if is_known_locale(tag):
        return str(Locale.parse(tag, sep="-")).replace("_", "-")
    wanted = text.strip().casefold()
    for code, name in find_locale("en").languages.items():
        if wanted == name.casefold() or wanted == _own_name(code):
            return _usual_tag(code)
    return ""


def _own_name(code: str) -> str:
    """What a language calls itself; empty for one whose conventions are not known."""
    name = find_locale(code).language_name if is_known_locale(code) else None
    return (name or "").casefold()


def _usual_tag(code: str) -> str:
    """The tag of a language in the country most of its writers live in."""
    likely = str(get_global("likely_subtags").get(code, code))
    tag = f"{code}-{likely.rpartition('_')[2]}"
    return tag if is_known_locale(tag) else (code if is_known_locale(code) else "")


@lru_cache(maxsize=64)
def find_locale(tag: str) -> Locale:
    """The locale of a BCP 47 tag.

    Raises:
        ValueError: when it is not known.

    """
    try:
        return Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError) as error:
        raise ValueError(f"unknown locale {tag!r}") from error


def has_words(words: str) -> bool:
    """Whether the fixed words of a language are known."""
    return find_locale(words).language in _WORDS


def word(words: str, name: str) -> str:
    """A fixed word in the language of the text, or a neutral sign where the language is not known."""
    locale = find_locale(words)
    text = _WORDS.get(locale.language, _SIGNS)[name]
    return text.replace("our", "or") if locale.territory == "US" and "favour" in text else text


_DATIVE_PLURALS = {"de": re.compile(r"\b(Monate|Tage|Prozentpunkte)$")}
"""Names of units that take an `n` after a preposition such as `von`; the singular and PP stay as they are."""


def in_dative(words: str, text: str) -> str:
    """A measure as it stands after a German preposition: `18 Monaten`."""
    plurals = _DATIVE_PLURALS.get(find_locale(words).language)
    return plurals.sub(r"\1n", text) if plurals else text


def list_locale(words: str) -> Locale:
    """English lists go without a comma before `and`, in every English."""
    locale = find_locale(words)
    return find_locale("en-GB") if locale.language == "en" else locale


def counted(words: str, value: Decimal, noun: str) -> str:
    """The noun in the number the count asks for; only English nouns are inflected."""
    locale = find_locale(words)
    if locale.language != "en" or locale.plural_form(abs(value)) == "one":
        return noun
    if re.search(r"[^aeiou]y$", noun):
        return f"{noun[:-1]}ies"
    return f"{noun}es" if re.search(r"(s|x|z|ch|sh)$", noun) else f"{noun}s"
