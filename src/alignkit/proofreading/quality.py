"""What every record has to keep: its length, facts of one person in each sentence, no figure of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import category

from alignkit.diagnostics import Severity
from alignkit.prose.sentences import sentence_spans
from alignkit.source.wording import listed, quoted

from .samples import samples

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alignkit.diagnostics import Report
    from alignkit.phrases import Phrase, PhraseBook

    from .samples import Sample

FEWEST_WORDS, MOST_WORDS = 18, 45
"""Words of a composed record (language bank, 5.3)."""

_SLOT = re.compile(r"\{[^{}]*\}")
_PLAIN = str.maketrans("ÄÖÜ", "AOU")
"""Letters a German sentence may begin with, as letters that every sentence may begin with."""


def check_record(phrase: Phrase, book: PhraseBook, report: Report) -> None:
    """Check one record by itself.

    Reports: BANK-015, BANK-016, BANK-018.
    """
    several = list(samples(phrase, book))
    _check_length(phrase, several, report)
    _check_own(phrase, several, book, report)
    _check_figures(phrase, report)


def _check_length(phrase: Phrase, several: Sequence[Sample], report: Report) -> None:
    by_count = {len(sample.text.split()): sample for sample in reversed(several)}
    fewest, most = min(by_count, default=FEWEST_WORDS), max(by_count, default=MOST_WORDS)
    for count in (*([fewest] if fewest < FEWEST_WORDS else []), *([most] if most > MOST_WORDS else [])):
        message = (
            f"expected `{phrase.id}` to have {FEWEST_WORDS} to {MOST_WORDS} words with its slots filled, "
            f"found {count} in {quoted(by_count[count].text)}"
        )
        cure = "add what it was good for, or what follows" if count < FEWEST_WORDS else "say one thing only"
        report.finding("BANK-015", Severity.WARN, message, phrase.place, hint=cure)


def _check_own(phrase: Phrase, several: Sequence[Sample], book: PhraseBook, report: Report) -> None:
    """Every sentence has a slot that is one person's alone, so no two people can get the same sentence."""
    forms = book.slots.get(phrase.bank, {})
    own = [name for name, form in forms.items() if form.own]
    told: set[str] = set()
    for sample in several:
        if sample.index or phrase.id in told:
            continue
        for start, end in sentence_spans(_outline(sample)):
            inside = {name for at, _, name in sample.filled if start <= at < end}
            if inside.intersection(own):
                continue
            sentence = sample.text[start:end]
            without = "" if sample.is_full else " without its optional part"
            message = (
                f"every reader of `{phrase.id}` would get the same sentence{without}: {quoted(sentence)}"
            )
            hint = f"write a slot into it, such as {listed([f'{{{name}}}' for name in own][:4])}"
            report.finding("BANK-016", Severity.ERROR, message, phrase.place, hint=hint)
            told.add(phrase.id)


def _outline(sample: Sample) -> str:
    """The text with letters for every filling: no date or abbreviation in one ends a sentence."""
    text = sample.text.translate(_PLAIN)
    for start, end, _ in sample.filled:
        text = f"{text[:start]}{'X' * (end - start)}{text[end:]}"
    return text


def _check_figures(phrase: Phrase, report: Report) -> None:
    for text in phrase.written.values():
        found = next(
            (word for word in _SLOT.sub(" ", text).split() if any(category(c)[0] == "N" for c in word)), ""
        )
        if found:
            message = f"`{phrase.id}` says the figure {quoted(found)} of everybody"
            hint = "write a slot that brings the figure, or the number in words"
            report.finding("BANK-018", Severity.ERROR, message, phrase.place, hint=hint)
            return
