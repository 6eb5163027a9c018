"""GEN rules about percentages: of what, and who says so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from alignkit.prose.lexicon import lexicon

from .quoting import quoted_sentence
from .rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .pages import Pages
    from .subject import Subject

_PERCENT_SIGNS = ("%", "ercent", "er cent")
_PERCENT = re.compile(r"(?<![\w.])[+\-−]?\d[\d.,]*\s?(?:%|per ?cent\b)", re.IGNORECASE)
_BASE = re.compile(
    r"\b(?:of|share|rate|margin|growth|over|under|above|below|against|versus|vs|from|than|per|on|to|tolerance|discount"
    r"|churn|retention|attainment|probability|chance|ceiling|floor|limit|interest|inflation|target|accuracy|in"
    r"|VAT|tax|uptime|availability|variance|coverage|utili[sz]ation)\b"
    r"|\b(?:cut|improve|increase|lift|lower|raise|reduce)(?:s|d|ed)? (?:\w+ ){1,3}by\b",
    re.IGNORECASE,
)


def percentage_has_a_base(pages: Pages) -> Iterator[Hit]:
    """Percentages of nobody knows what (GEN-022)."""
    for page in pages.english:
        for sentence in page.containing(*_PERCENT_SIGNS):
            text = sentence.text
            match = _PERCENT.search(text)
            if match and not _BASE.search(text) and not _has_other_number(text, match):
                message = f"`{match.group().strip()}` of what? `{quoted_sentence(text)}`"
                yield Hit(
                    message, "", sentence.place, hint="name the base in the same sentence", about=sentence
                )


def _has_other_number(text: str, match: re.Match[str]) -> bool:
    rest = text[: match.start()] + text[match.end() :]
    return any(character.isdigit() for character in rest)


_CAUSES = re.compile(
    r"\b(?:boosts|causes|cuts|drives|grows|improves|increases|lifts|lowers|multiplies|raises|reduces"
    r"|results in|leads to|yields)\b[^.;]{0,60}?\bby\s+(?:up to |about |around |over |more than |at least )?"
    r"(\d[\d.,]*\s?(?:%|per ?cent\b))"
    r"|\b(?:results in|leads to|see|sees|saw|grow|grows|achieve|achieves|enjoy|enjoys|report|reports"
    r"|earn|earns|generate|generates)\s+(?:an? |up to |about |around |over |on average )*"
    r"(\d[\d.,]*\s?(?:%|per ?cent\b))\s+"
    r"(?:\w+ )?(?:better|faster|fewer|greater|higher|increase|less|lower|more|quicker|rise|uplift)\b",
    re.IGNORECASE,
)
_EFFECT_WORDS = lexicon(
    """
    boosts causes cuts drives grows improves increases lifts lowers multiplies raises reduces results leads
    yields better faster fewer greater higher increase less lower more quicker rise uplift
    """
)
_OWN = re.compile(r"\b(?:I|we|our|us|my)\b|\bthan (?:planned|expected|last|in)\b", re.IGNORECASE)
"""What we do, plan or have seen ourselves is no law about others."""
_CITED = re.compile(r"\bsources?\b|\baccording to\b|\bsurvey\b|\[[A-Z]?\d+\]", re.IGNORECASE)


def statistic_has_a_source(pages: Pages) -> Iterator[Hit]:
    """Typed statistics of cause and effect that quote nobody (GEN-023)."""
    names = _source_names(pages.subject)
    for page in pages.english:
        for sentence in page.with_words(_EFFECT_WORDS):
            text = sentence.text
            match = _CAUSES.search(text) if any(sign in text for sign in _PERCENT_SIGNS) else None
            if match is None or sentence.is_figure(match.start(1 if match[1] else 2)):
                continue
            if not _OWN.search(text) and not _CITED.search(text) and not any(name in text for name in names):
                message = f"`{(match[1] or match[2]).strip()}` is claimed as an effect without a source:"
                hint = "name the source, or take the number out"
                yield Hit(
                    f"{message} `{quoted_sentence(text)}`", "", sentence.place, hint=hint, about=sentence
                )


def _source_names(subject: Subject) -> list[str]:
    return [name for key, source in subject.context.sources.items() for name in (source.name, f"({key})")]
