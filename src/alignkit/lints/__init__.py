"""Rules that tell a sound document from one that merely compiles: one function each, listed in one table."""

from .running import gravest, lint_context, lint_documents, lint_texts, not_excepted
from .subject import Subject, Wording
from .table import COMPARING_RULES, CONTEXT_RULES, DOCUMENT_RULES
from .weights import weight_of

__all__ = [
    "COMPARING_RULES",
    "CONTEXT_RULES",
    "DOCUMENT_RULES",
    "Subject",
    "Wording",
    "gravest",
    "lint_context",
    "lint_documents",
    "lint_texts",
    "not_excepted",
    "weight_of",
]
