"""Decks of contexts nobody should have: nothing overflows, nothing is lost, nothing crashes, in a PDF neither.

With `STRESS=all` LibreOffice makes a PDF of every deck, else of a few of each sort.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from alignkit.model.blocks import Cards, Chart
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

IN_PDF = (
    "as it is", "text sixty words", "text unbreakable", "text compounds", "text arabic", "text lines", "60 risks in the premortem",
    "60 raci", "60 kpis", "30 milestones", "amounts of trillions", "everything left out", "locale ar-EG",
)  # fmt: skip
"""The contexts of which LibreOffice makes a PDF in every run."""


@pytest.mark.parametrize("stress", STRESS, ids=lambda stress: stress.name)
def test_a_deck_stands_whatever_its_context_says(stress: Stress, tmp_path: Path) -> None:
    for deck in made(stress, tmp_path):
        assert deck.data == deck.again
        assert [] == overflows(deck.deck, reference().theme)
        assert [] == overlaps(deck.deck)
        assert [] == repeated(titles(deck.deck))
        assert {} == dict(lost_words(deck.document, deck.deck))
        assert () == check_package(deck.data)
        assert () == check_accessibility(read_archive(deck.data)[0])


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
    chosen = [each for each in STRESS if each.name in IN_PDF or os.environ.get("STRESS") == "all"]
    decks = {f"deck{at}": deck for at, deck in enumerate(_decks(chosen, tmp_path))}
    pdfs = convert({name: deck.data for name, deck in decks.items()}, tmp_path)

    assert {} == {
        deck.name: found for name, deck in decks.items() if (found := misplaced(deck.deck, pdfs[name]))
    }


def _decks(chosen: Iterable[Stress], folder: Path) -> Iterator[StressDeck]:
    """The decks of contexts: of each kind the first where there are several."""
    for stress in chosen:
        kinds: set[str] = set()
        for deck in made(stress, folder):
            if os.environ.get("STRESS") == "all" or deck.kind not in kinds:
                yield deck
            kinds.add(deck.kind)
