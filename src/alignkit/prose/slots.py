"""What stands for the slots of entries, by language."""

from __future__ import annotations

from .folding import NAMES, OTHER, SOMEBODY

_NAME = f"[{NAMES}]+"
_NUMBER = r"\d[\d.,]*(?:\s?%)?"

SLOTS = {
    "en": {
        "you": f"(?:you|he|she|they|i|{_NAME})",
        "them": f"(?:you|him|her|them|me|{_NAME})",
        "their": f"(?:your|his|her|their|my|{_NAME}'s)",
        "name": _NAME,
        "other": f"[{OTHER}{SOMEBODY}]+",
        "number": _NUMBER,
    },
    "de": {
        "you": f"(?:sie|du|er|ich|{_NAME})",
        "them": f"(?:ihnen|sie|dich|dir|ihn|ihm|ihr|mich|mir|{_NAME})",
        "their": f"(?:(?:ihr|dein|sein|mein)(?:e|en|em|er|es)?|{_NAME}s?)",
        "name": _NAME,
        "other": f"[{OTHER}{SOMEBODY}]+",
        "number": _NUMBER,
    },
}
"""Expressions by language and slot."""
