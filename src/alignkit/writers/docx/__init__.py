"""The Word writer: a document and a reference in, the bytes of a .docx file out."""

from .reference import WordReference, load_reference
from .write import compose, parts, write

__all__ = ["WordReference", "compose", "load_reference", "parts", "write"]
