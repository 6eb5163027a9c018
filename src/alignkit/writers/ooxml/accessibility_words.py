"""Words that say nothing to those who hear them: made-up alternative text, vague links, rows of blanks."""

from __future__ import annotations

import re

_FILE_NAME = re.compile(
    r"\S+\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|webp)|(?:picture|image|graphic|chart|diagram|figure|bild|grafik"
    r"|image|imagen)\s*\d*",
    re.IGNORECASE,
)
"""Alternative text that Office or a library made up: a file name, or a word with a number."""
_VAGUE = frozenset(
    {
        "",
        "click",
        "click here",
        "details",
        "download",
        "go",
        "here",
        "info",
        "learn more",
        "link",
        "more",
        "more info",
        "more information",
        "page",
        "read more",
        "read this",
        "see here",
        "see more",
        "this",
        "this link",
        "this page",
        "url",
        "website",
    }
)
"""Link texts that say nothing when they are read out in a list of links."""
BLANKS = re.compile(r"[ \u00a0]{5,}")
"""Blanks that make room, where one would part words."""


def alternative_problem(text: str | None, name: str) -> tuple[str, str] | None:
    """Code and message for an alternative text that is missing or describes nothing; None for a good one."""
    words = (text or "").strip()
    if not words:
        return "A11Y-001", "picture, chart or shape has alternative text, found none"
    if _FILE_NAME.fullmatch(words) or words == name.strip():
        return "A11Y-002", f"alternative text describes what is shown, found `{words}`"
    return None


def is_vague(text: str) -> bool:
    """Whether the text of a link does not say where it leads."""
    return text.lower().strip(" .:!>»→") in _VAGUE
