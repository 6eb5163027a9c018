"""Regional spelling laid over the phrases of a language: a list of words, not a copy of the bank."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from alignkit.patterns import read_pattern
from alignkit.source import read

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from alignkit.diagnostics import Report

    from .record import Phrase

SPELLING = "spelling.yaml"
"""File with the words a region spells in its own way."""

_WORD = re.compile(r"\{[^{}]*\}|[^\W\d_]+")


def read_spelling(path: Path, report: Report) -> dict[str, str]:
    """The words of a region by the words they take the place of; empty without a file.

    Reports: BANK-007.
    """
    if not path.is_file() or (source := read(path, report)) is None:
        return {}
    words = source.data.get("spelling") or {}
    if isinstance(words, dict) and all(isinstance(word, str) for word in words.values()):
        return {str(usual): str(word) for usual, word in words.items()}
    message = "expected a word for each word under `spelling`"
    report.broken("BANK-007", message, source.place("spelling"), hint="write `organize: organise`")
    return {}


def respelled(phrase: Phrase, spelling: Mapping[str, str]) -> Phrase:
    """The phrase with its own words in a region's spelling; slots stay."""
    if not spelling:
        return phrase
    written = {address: spelled(text, spelling) for address, text in phrase.written.items()}
    if written == phrase.written:
        return phrase
    texts = {address: pattern for address, text in written.items() if (pattern := read_pattern(text))}
    return replace(phrase, written=written, texts=texts)


def spelled(text: str, spelling: Mapping[str, str]) -> str:
    """A text in a region's spelling; what stands in braces stays, capitals too."""
    return _WORD.sub(lambda match: _word(match[0], spelling), text)


def _word(word: str, spelling: Mapping[str, str]) -> str:
    other = spelling.get(word.lower())
    if other is None or word.startswith("{"):
        return word
    return other.capitalize() if word[0].isupper() else other
