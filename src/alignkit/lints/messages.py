"""MSG rules about the ask: one, by one day, in the first two sentences, in few words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from alignkit.prose.lexicon import lexicon

from .rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .pages import Page, Pages, Sentence

MESSAGE_WORDS = 220
"""Most words of a message (rules 1.6)."""
_SUBJECT_CHARACTERS = 70
_FIRST_SENTENCES = 2
_TAG = re.compile(r"(DECISION|ACTION|REQUEST|INFO)\b")
_ASK = re.compile(
    r"\b(?:please|approve|approval|decide|decision|choose|confirm|agree|sign|release|reply|answer|send|review|fund"
    r"|(?:i|we) (?:ask|need|request|propose|recommend)"
    r"|could you|can you|would you|your (?:yes|consent|support|word))\b",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[./]\d{1,2}\b|\b(?:today|tomorrow|tonight)\b"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}\b"
    r"|\b\d{1,2}\.? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b"
    r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"(?:(?:dear|hello|hi|good (?:morning|afternoon|evening))\s+)?[\w.'’\- ]{1,40}[,:!]?\Z", re.IGNORECASE
)
_REQUEST = re.compile(
    r"\b(?:please|(?:can|could|will|would) you(?: please)?|(?:i|we) (?:ask|need|want|would like) you to)\s+"
    r"(?:(?:also|then|just|first)\s+)?(?P<verb>[a-z]+)",
    re.IGNORECASE,
)
_ANSWERS = lexicon(
    """
    answer ask call check confirm consider correct excuse feel find forgive keep know let look note read refer
    remember reply respond say see talk tell write
    """
)
"""What a reader does to take a message in and to answer it; that is no ask of its own."""
_SAME_ASK = (
    lexicon("agree approve choose decide pick select sign support"),
    lexicon("attend bring come join prepare"),
)
"""Words for one ask: the decision a message is about, or the meeting it invites to."""


def ask_is_complete(pages: Pages) -> Iterator[Hit]:
    """Messages that want something without an ask, a person or a day (MSG-001)."""
    for page, message in pages.messages:
        if not page.is_english or _tag(page) in ("", "INFO"):
            continue
        text = f"{page.title}\n" + "\n".join(paragraph.text for paragraph in page.paragraphs)
        missing = [
            name
            for name, there in (
                ("an ask", _ASK.search(text)),
                ("somebody to answer it", message.to),
                ("a day", _DAY.search(text)),
            )
            if not there
        ]
        if missing:
            found = f"`{page.name}` is tagged {_tag(page)} without {' and '.join(missing)}"
            yield Hit(found, "", message.place, hint="say who should do what by when")


def ask_comes_first(pages: Pages) -> Iterator[Hit]:
    """Messages that want something and do not say so in the first two sentences (MSG-002)."""
    for page, message in pages.messages:
        if not page.is_english or _tag(page) in ("", "INFO"):
            continue
        first = _first_sentences(page)
        if first and not any(_ASK.search(text) for text in first):
            place = page.sentences[0].place or message.place
            found = f"`{page.name}` does not say what it asks in its first two sentences"
            yield Hit(found, "", place, hint="begin with the ask, then give the reasons")


def _first_sentences(page: Page) -> list[str]:
    texts = [sentence.text for sentence in page.sentences]
    if texts and _GREETING.match(texts[0]) and not _ASK.search(texts[0]):
        texts = texts[1:]
    return texts[:_FIRST_SENTENCES]


def subject_is_tagged(pages: Pages) -> Iterator[Hit]:
    """Subjects above 70 characters, or that do not begin with what is wanted (MSG-003)."""
    for page, message in pages.messages:
        if len(page.title) > _SUBJECT_CHARACTERS:
            found = f"the subject of `{page.name}` has {len(page.title)} characters,"
            found += f" more than {_SUBJECT_CHARACTERS}"
            yield Hit(found, "", message.place, hint="shorten the title of what it is about")
        if not _tag(page):
            found = f"the subject of `{page.name}` does not begin with DECISION, ACTION, REQUEST or INFO"
            yield Hit(found, "", message.place, hint="begin it with the one that fits")


def _tag(page: Page) -> str:
    match = _TAG.match(page.title)
    return match.group() if match else ""


def ask_is_one(pages: Pages) -> Iterator[Hit]:
    """Messages that ask for two different things (MSG-006)."""
    for page, message in pages.messages:
        if not page.is_english or _tag(page) in ("", "INFO"):
            continue
        asks = _asks(page)
        if len(asks) > 1:
            verbs = list(asks)
            found = f"`{page.name}` asks to `{verbs[0]}` and to `{verbs[1]}`"
            place = asks[verbs[1]].place or message.place
            hint = "write a message for each, or a document and a message that points at it"
            yield Hit(found, "", place, hint=hint, about=asks[verbs[1]])


def _asks(page: Page) -> dict[str, Sentence]:
    """What a message asks its reader to do, by verb, with the sentence that asks first."""
    found: dict[str, Sentence] = {}
    for sentence in page.sentences:
        for match in _REQUEST.finditer(sentence.text) if not sentence.quoted else ():
            verb = match["verb"].lower()
            if verb not in _ANSWERS and not any(verb in one and one & found.keys() for one in _SAME_ASK):
                found.setdefault(verb, sentence)
    return found


def message_is_short(pages: Pages) -> Iterator[Hit]:
    """Messages above 220 words, where no rule of their family says so (MSG-005)."""
    if pages.subject.concerns("ESC"):
        return
    for page, message in pages.messages:
        if page.words > MESSAGE_WORDS:
            found = f"`{page.name}` has {page.words} words, more than {MESSAGE_WORDS}"
            place = page.sentences[-1].place if page.sentences else message.place
            yield Hit(found, "", place, hint="attach a document and point at it")
