"""Parts that differ by the language of the text: styles and settings."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from alignkit.writers.ooxml.package import Part, sealed

from .text import attribute

if TYPE_CHECKING:
    from alignkit.writers.ooxml.package import Relationship

LANGUAGE, FONT_LANGUAGE, HYPHENATION = "language", "font language", "hyphenation"
"""Comments in a template that stand for an element."""

_EAST_ASIAN = frozenset({"ja", "ko", "zh"})
_RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
_LONG_WORDS = frozenset({"da", "de", "fi", "nb", "nl", "nn", "no", "sv"})
"""Languages that write compounds as one word, which no narrow column survives without hyphens."""


@dataclass(frozen=True, slots=True, eq=False)
class LanguageTemplate:
    """A part with places for what the language decides."""

    name: str
    """Name of the part."""
    content_type: str
    """Its content type."""
    data: bytes
    """Its bytes, with comments for the places."""
    relationships: tuple[Relationship, ...] = ()
    """Its relationships."""


@lru_cache(maxsize=64)
def in_language(template: LanguageTemplate, language: str) -> Part:
    """The part for a text in `language`, sealed."""
    data = template.data
    for place, element in _elements(language).items():
        data = data.replace(f"<!--{place}-->".encode(), element.encode())
    return sealed(Part(template.name, template.content_type, data, template.relationships))


def is_right_to_left(language: str) -> bool:
    """Whether texts in a language read from right to left."""
    return _base(language) in _RIGHT_TO_LEFT


def _base(language: str) -> str:
    return language.partition("-")[0].lower()


def _elements(language: str) -> dict[str, str]:
    base, tag = _base(language), attribute(language)
    asian = f' w:eastAsia="{tag}"' if base in _EAST_ASIAN else ""
    bidirectional = f' w:bidi="{tag}"' if is_right_to_left(language) else ""
    hyphenation = (
        '<w:autoHyphenation/><w:consecutiveHyphenLimit w:val="2"/><w:doNotHyphenateCaps/>'
        if base in _LONG_WORDS
        else ""
    )
    values = f'w:val="{tag}"{asian}{bidirectional}'
    return {
        LANGUAGE: f"<w:lang {values}/>",
        FONT_LANGUAGE: f"<w:themeFontLang {values}/>",
        HYPHENATION: hyphenation,
    }
