"""The text of feedback: rules about its words and its shape (REV-T01 to REV-T20, DE-CODE)."""

from .languages import LANGUAGES, language_of
from .line_paragraphs import line_paragraphs
from .loading import load_text_rules
from .passage import Finding, Passage
from .running import findings
from .text_rules import SEVERITIES, TextRules

__all__ = [
    "LANGUAGES",
    "SEVERITIES",
    "Finding",
    "Passage",
    "TextRules",
    "findings",
    "language_of",
    "line_paragraphs",
    "load_text_rules",
]
