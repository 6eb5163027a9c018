"""GEN rules about what is left of a template: unfilled places, and titles that say nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from alignkit.model.inlines import Shown
from alignkit.prose.lexicon import lexicon

from .pages import Label
from .rule import Hit
from .title_verbs import has_verb

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alignkit.diagnostics import Place
    from alignkit.model.inlines import Inline

    from .pages import Page, Pages

_LEFTOVER = re.compile(
    r"\{\{|\}\}|\{%|%\}|\bTBD\b|\bTODO\b|\bXXX+\b|\b[Ll]orem\b(?: [Ii]psum\b)?"
    r"|\[(?!(?:Annex|Appendix|Exhibit|Figure|Source|Table)\b)(?:[A-Z][A-Za-z]*|[Yy]our|[Nn]ame|[Dd]ate|[Aa]mount|[Ii]nsert)"
    r"(?: [A-Za-z]+){0,4}\](?!\()"
)
"""What somebody meant to fill in; `[S12]` and `[sic]` are something else."""
_MAYBE_LEFTOVER = ("{", "}", "[", "TBD", "TODO", "XXX", "orem")

TOPIC_LABELS = {"next steps"} | lexicon(
    """
    agenda appendix background budget conclusion context goals highlights introduction kpis metrics objectives
    overview performance plan recap report results review risks roadmap status strategy summary
    timeline update
    """
)
"""Titles that name a topic and say nothing about it."""


def nothing_is_left_over(pages: Pages) -> Iterator[Hit]:
    """Placeholders that were never filled in (GEN-001)."""
    for page in pages.all:
        texts = list(_all_texts(page))
        whole = "\n".join([text for text, _ in texts])
        if not any(sign in whole for sign in _MAYBE_LEFTOVER):
            continue
        for text, place in texts:
            if match := _LEFTOVER.search(text):
                message = f"`{page.name}` still contains `{match.group()}`"
                hint = "fill it in, or take it out"
                yield Hit(message, "", place, hint=hint, about=Label(text, place))


def _all_texts(page: Page) -> Iterator[tuple[str, Place | None]]:
    yield page.title, page.message.place if page.message else None
    for part in (page.headings, page.sentences, page.labels):
        for text in part:
            yield text.text, text.place


def title_is_a_sentence(pages: Pages) -> Iterator[Hit]:
    """Titles that name a topic and find or ask nothing (GEN-012)."""
    for page in pages.documents:
        if not page.is_english or not page.title:
            continue
        topic = _is_topic(page.title)
        if says_nothing(page.title, page.document.title):
            message = f"the title of `{page.name}` has no verb: `{page.title}`"
            if topic:
                message = f"the title of `{page.name}` is a topic, not a finding: `{page.title}`"
            hint = "write the finding or the ask as a sentence, with its number"
            yield Hit(message, hint=hint, about=Label(page.title, None))


def says_nothing(title: str, inlines: tuple[Inline, ...]) -> bool:
    """Whether a title names a topic: it is on the list, or it has neither a verb nor a figure."""
    carries_figure = any(isinstance(inline, Shown) for inline in inlines)
    return _is_topic(title) or (not carries_figure and not has_verb(title))


def _is_topic(title: str) -> bool:
    return title.strip(" .:").casefold() in TOPIC_LABELS
