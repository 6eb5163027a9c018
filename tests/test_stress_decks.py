"""Decks of contexts nobody should have: nothing overflows, nothing is lost, nothing crashes, in a PDF neither.

With `CI=true` decks of every context are measured; with `STRESS=all` LibreOffice makes a PDF of each one as well.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from alignkit.model.blocks import Cards
from alignkit.model.charts import Chart
from alignkit.model.deck import Deck, Plot, TextBody
from alignkit.model.document import Document
from alignkit.showing import plain
from alignkit.walking import block_lines, lines
from alignkit.writers.ooxml.accessibility import check_accessibility
from alignkit.writers.ooxml.check import check_package
from alignkit.writers.ooxml.check_archive import read_archive
from measured_again import overflows, overlaps
from slide_pieces import pieces
from slides_in_pdf import convert, demand_libreoffice, misplaced
from stress_contexts import STRESS, Stress
from stress_decks import StressDeck, made, reference

KICKOFF, ALIGNMENT = "kickoff-deck", "alignment-doc"
IN_PDF = {
    "as it is": KICKOFF, "text sixty words": KICKOFF, "text unbreakable": ALIGNMENT, "text compounds": KICKOFF,
    "text arabic": ALIGNMENT, "text lines": KICKOFF, "60 risks in the premortem": KICKOFF, "60 raci": ALIGNMENT,
    "60 kpis": ALIGNMENT, "30 milestones": KICKOFF, "0 milestones": KICKOFF, "amounts of trillions": ALIGNMENT,
    "everything left out": ALIGNMENT, "locale ar-EG": ALIGNMENT,
}  # fmt: skip
"""The contexts of which LibreOffice makes a PDF in every run, and of which kind."""
IS_WHOLE = os.environ.get("STRESS") == "all"
SEEN = [each for each in STRESS if each.is_daily or IS_WHOLE or os.environ.get("CI", "").lower() == "true"]
"""The contexts of this run: on a desk without those that differ from others in one part or in the locale."""


@pytest.mark.parametrize("stress", SEEN, ids=lambda stress: stress.name)
def test_a_deck_stands_whatever_its_context_says(stress: Stress, tmp_path: Path) -> None:
    decks = made(stress, tmp_path) if IS_WHOLE else made(_for_one(stress), tmp_path)
    for deck in decks:
        assert deck.data == deck.again
        assert [] == overflows(deck.deck, reference().theme)
        assert [] == overlaps(deck.deck)
        assert [] == repeated(titles(deck.deck))
        assert {} == dict(lost_words(deck.document, deck.deck))
        assert () == check_package(deck.data)
        assert () == check_accessibility(read_archive(deck.data)[0])


def _for_one(stress: Stress) -> Stress:
    """For one audience of each kind, but for the context that is as it is."""
    if stress is STRESS[0]:
        return stress
    return replace(stress, audiences={kind: several[:1] for kind, several in stress.audiences.items()})


def titles(deck: Deck) -> list[str]:
    return [_title(slide.filled[0].content).casefold() for slide in deck.slides]


def _title(content: object) -> str:
    assert isinstance(content, TextBody)
    return " ".join(" ".join(plain(line.inlines) for line in content.lines).split())


def repeated(texts: Iterable[str]) -> list[str]:
    return [text for text, count in Counter(texts).items() if count > 1]


def lost_words(document: Document, deck: Deck) -> Counter[str]:
    """The words of a document that its deck says less often, on slides or in notes."""
    return Counter(_words(_said(document))) - Counter(_words(_shown(deck)))


def _words(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from text.split()


def _said(document: Document) -> Iterator[str]:
    yield from (plain(line) for line in lines(document))
    for block in document.blocks:
        if isinstance(block, Cards):
            yield from (card.label for card in block.cards)
        elif isinstance(block, Chart):
            yield from (block.title, *block.categories)


def _shown(deck: Deck) -> Iterator[str]:
    for slide in deck.slides:
        for filled in slide.filled:
            yield from (piece.text for piece in pieces(filled))
            if isinstance(filled.content, Plot):
                yield from filled.content.chart.categories
        yield from (plain(line) for block in slide.notes for line in block_lines(block))


def test_libreoffice_agrees(tmp_path: Path) -> None:
    demand_libreoffice()
    decks = {f"deck{at}": deck for at, deck in enumerate(_decks(tmp_path))}
    pdfs = convert({name: deck.data for name, deck in decks.items()}, tmp_path)

    assert len(decks) >= len(IN_PDF)
    assert {} == {
        deck.name: found for name, deck in decks.items() if (found := misplaced(deck.deck, pdfs[name]))
    }


def _decks(folder: Path) -> Iterator[StressDeck]:
    """Every deck, or of some contexts the one for the first audience."""
    for stress in STRESS:
        if IS_WHOLE:
            yield from made(stress, folder)
        elif kind := IN_PDF.get(stress.name):
            audience = stress.audiences[kind][0]
            yield from made(replace(stress, audiences={kind: (audience,)}), folder)


def test_lost_words_and_repeated_titles_are_found(tmp_path: Path) -> None:
    deck = next(made(STRESS[0], tmp_path))
    first, second, *others = deck.deck.slides
    shorter = replace(deck.deck, slides=(first, *others))

    assert [] == repeated(titles(deck.deck))
    assert [titles(deck.deck)[1]] == repeated(titles(replace(deck.deck, slides=(first, second, second))))
    assert "Enterprise" in lost_words(deck.document, shorter)
