"""Draft to document: CommonMark is parsed while values are slots, then slots become inlines and blocks."""

from .parsing import parse, parse_message

__all__ = ["parse", "parse_message"]
