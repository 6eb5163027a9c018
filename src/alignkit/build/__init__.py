"""One request through all stages; what each stage needs of another reaches it from here."""

from .making import Made, make, one_set, records_of
from .preparing import Prepared, prepare
from .request import DECK_FORMATS, DOCUMENT_FORMATS, FORMATS, MESSAGE_FORMATS, LedgerLine, Outcome, Request
from .reviewing import told_of
from .stages import build, examine
from .version import Version, version_of
from .workshop import Workshop
from .writing import write

__all__ = [
    "DECK_FORMATS",
    "DOCUMENT_FORMATS",
    "FORMATS",
    "MESSAGE_FORMATS",
    "LedgerLine",
    "Made",
    "Outcome",
    "Prepared",
    "Request",
    "Version",
    "Workshop",
    "build",
    "examine",
    "make",
    "one_set",
    "prepare",
    "records_of",
    "told_of",
    "version_of",
    "write",
]
