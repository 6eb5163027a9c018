"""What the text rules of reviews find in the words of records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.diagnostics import Severity
from alignkit.prose import Passage, findings

from .samples import samples

if TYPE_CHECKING:
    from collections.abc import Iterable

    from alignkit.diagnostics import Report
    from alignkit.phrases import Phrase, PhraseBook
    from alignkit.prose import Finding, TextRules

    from .samples import Sample

ABOUT_WHOLE_TEXTS = frozenset(("REV-T05", "REV-T10", "REV-T20"))
"""Rules about a whole statement; a record is a part of one."""


def check_wording(phrases: Iterable[Phrase], book: PhraseBook, rules: TextRules, report: Report) -> None:
    """Read every record with the first example of each slot by the text rules.

    Reports: REV-T01 to REV-T19, DE-CODE.
    """
    read: list[Passage] = []
    origins: dict[int, tuple[Phrase, Sample]] = {}
    for phrase in phrases:
        for sample in samples(phrase, book, 1):
            if not sample.is_full:
                continue  # its words are among those of the full one
            passage = Passage(sample.text, phrase.place, phrase.purpose, evidence=True)
            read.append(passage)
            origins[id(passage)] = phrase, sample
    for found in findings(read, rules):
        phrase, sample = origins[id(found.passage)]
        if found.severity is Severity.INFO or found.code in ABOUT_WHOLE_TEXTS or _is_filling(found, sample):
            continue
        message = f"{found.message}, in `{phrase.id}`"
        report.finding(found.code, found.severity, message, phrase.place, hint=found.hint)


def _is_filling(found: Finding, sample: Sample) -> bool:
    """Whether the words are those of an example, which no record is to blame for."""
    return any(start <= found.start and found.end <= end for start, end, _ in sample.filled)
