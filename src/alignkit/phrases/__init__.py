"""Phrases: sentences with slots, kept in banks by language, chosen alike each time, filled with facts."""

from .choosing import Choice, Wish, choose, fits, reasons
from .composing import Filling, composed, tried
from .reading import load_folders, load_phrases, without
from .record import BANDS, BANKS, CELLS, PARTS, REVIEW, Competency, Phrase, PhraseBook, SlotForm, slot_name
from .spelling import read_spelling, spelled

__all__ = [
    "BANDS",
    "BANKS",
    "CELLS",
    "PARTS",
    "REVIEW",
    "Choice",
    "Competency",
    "Filling",
    "Phrase",
    "PhraseBook",
    "SlotForm",
    "Wish",
    "choose",
    "composed",
    "fits",
    "load_folders",
    "load_phrases",
    "read_spelling",
    "reasons",
    "slot_name",
    "spelled",
    "tried",
    "without",
]
