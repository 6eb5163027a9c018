"""Phrases: sentences with slots, kept in banks by language, chosen alike each time, filled with facts."""

from .bands import band_of, cell_in, is_same_competency, rating_for
from .choosing import Choice, Wish, choose, fits, reasons
from .composing import Filling, composed
from .facets import Facets, having
from .reading import OTHER_FILES, files_of, load_folders, load_phrases
from .record import (
    BANDS,
    BANKS,
    CELLS,
    PARTS,
    PLACING,
    REVIEW,
    Competency,
    Phrase,
    PhraseBook,
    SlotForm,
    slot_name,
)
from .spelling import read_spelling, spelled

__all__ = [
    "BANDS",
    "BANKS",
    "CELLS",
    "OTHER_FILES",
    "PARTS",
    "PLACING",
    "REVIEW",
    "Choice",
    "Competency",
    "Facets",
    "Filling",
    "Phrase",
    "PhraseBook",
    "SlotForm",
    "Wish",
    "band_of",
    "cell_in",
    "choose",
    "composed",
    "files_of",
    "fits",
    "having",
    "is_same_competency",
    "load_folders",
    "load_phrases",
    "rating_for",
    "read_spelling",
    "reasons",
    "slot_name",
    "spelled",
]
