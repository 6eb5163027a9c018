"""Rules that tell a sound document from one that merely compiles: one function each, listed in one table."""

from .running import lint_context, lint_documents
from .subject import Subject
from .table import CONTEXT_RULES, DOCUMENT_RULES

__all__ = ["CONTEXT_RULES", "DOCUMENT_RULES", "Subject", "lint_context", "lint_documents"]
