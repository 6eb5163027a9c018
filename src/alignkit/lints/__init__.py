"""Rules that tell a sound document from one that merely compiles: one function each, listed in one table."""

from .running import gravest, lint_context, lint_documents, not_excepted
from .subject import Subject
from .table import CONTEXT_RULES, DOCUMENT_RULES
from .weights import weight_of

__all__ = [
    "CONTEXT_RULES",
    "DOCUMENT_RULES",
    "Subject",
    "gravest",
    "lint_context",
    "lint_documents",
    "not_excepted",
    "weight_of",
]
