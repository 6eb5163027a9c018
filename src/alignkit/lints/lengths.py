"""GEN rules about length: of documents, paragraphs and sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .quoting import beginning
from .rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .pages import Page, Pages

SENTENCE_WORDS = 30
PARAGRAPH_WORDS = 90
_BUDGETS = {
    "budget-script": ("SCR", "spoken_words", 1200, "words to say"),
    "escalation": ("ESC", "message_words", 220, "words"),
    "review": ("REV", "words", 600, "words"),
    "weekly-audit": ("", "words", 250, "words"),
}
"""Kind, the family whose own rule speaks of it, what is counted, and how many of it (rules 1.2)."""


def length_is_kept(pages: Pages) -> Iterator[Hit]:
    """Documents longer than their kind allows, where no rule of its family says so (GEN-013)."""
    family, counted, most, what = _BUDGETS.get(pages.subject.kind, ("", "", 0, ""))
    if not most or (family and pages.subject.concerns(family)):
        return
    for page in pages.all:
        words = _count(page, counted)
        if words > most:
            number = pages.subject.number
            place = page.sentences[-1].place if page.sentences else None
            message = f"`{page.name}` has {number(words)} {what}, more than {number(most)}"
            yield Hit(message, "", place, hint="leave out what the reader can look up")


def _count(page: Page, counted: str) -> int:
    if counted == "message_words":
        return page.words if page.message else 0
    return page.spoken_words if counted == "spoken_words" else page.words if page.message is None else 0


def sentence_is_readable(pages: Pages) -> Iterator[Hit]:
    """Sentences above 30 words and paragraphs above 90 (GEN-015); REV-T20 tells it of reviews."""
    for page in pages.all if pages.subject.kind != "review" else ():
        for sentence in page.sentences:
            # a word has at least one character and a blank: most sentences need no counting
            if not sentence.quoted and sentence.text.count(" ") >= SENTENCE_WORDS:
                words = _words_in(sentence.text)
                if words > SENTENCE_WORDS:
                    message = f"a sentence of {words} words: `{beginning(sentence.text)}`"
                    yield Hit(
                        message, "", sentence.place, hint="split it; 30 words are enough", about=sentence
                    )
        for paragraph in page.paragraphs:
            if paragraph.text.count(" ") >= PARAGRAPH_WORDS:
                words = _words_in(paragraph.text)
                if words > PARAGRAPH_WORDS:
                    message = f"a paragraph of {words} words: `{beginning(paragraph.text)}`"
                    yield Hit(
                        message, "", paragraph.place, hint="split it; 90 words are enough", about=paragraph
                    )


def _words_in(text: str) -> int:
    """How many words there are; dashes and slashes between blanks are none."""
    return sum(any(character.isalnum() for character in word) for word in text.split())
