"""REV rule about a document made for one person: it tells nothing of anybody else."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from alignkit.context.stakeholders import first_name
from alignkit.source.wording import listed
from alignkit.walking import charts, figures_shown, values_in

from .review_privacy import repeated, secrets_in, texts_on
from .rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alignkit.context.people import Review
    from alignkit.diagnostics import Place

    from .pages import Page, Pages
    from .subject import Subject

Others = Mapping[str, "Review"]
"""The reviews of everybody but one person, by path."""
_REVIEWS = "people.reviews["


class _Told(NamedTuple):
    """Something of another person's in a document."""

    person: str
    """Whose it is."""
    path: str
    """Where in the context it is written."""
    place: Place | None = None
    """Where in the template it stands, if that is known."""


def nobody_else_is_told(pages: Pages) -> Iterator[Hit]:
    """Another person's name or review in a document that is made for one person (REV-013)."""
    subject = pages.subject
    reviews = dict(subject.all_reviews())
    for page in pages.all:
        if own := reviews.get(subject.made_for.get(page.name, "")):
            others = {path: each for path, each in reviews.items() if each.person != own.person}
            yield from _hits_on(page, subject, own.person, others)


def _hits_on(page: Page, subject: Subject, person: str, others: Others) -> Iterator[Hit]:
    """What the document of one person tells of others, as one finding."""
    told = [*_repeated_on(page, subject, others), *_shown_on(page, others), *_named_on(page, subject, others)]
    if told:
        persons = listed(list(dict.fromkeys(each.person for each in told)), last="and")
        message = f"`{page.name}` is made for `{person}` and tells of {persons}: `{told[0].path}`"
        hint = "show `review`, which is this person's, and nothing of `people.reviews`"
        yield Hit(message, told[0].path, told[0].place, hint=hint)


def _repeated_on(page: Page, subject: Subject, others: Others) -> Iterator[_Told]:
    """Words of others' reviews, unless the person's own reviews or the shared context say the same."""
    secrets = secrets_in(others.items(), subject)
    found = [(path, text.place) for text in texts_on(page) for path in repeated(text.text, secrets)]
    if found:
        texts = (text for path, text in subject.context.texts if _review_of(path) not in others)
        known = {path for text in texts for path in repeated(text, secrets)}
        yield from (_told(others, path, place) for path, place in found if path not in known)


def _shown_on(page: Page, others: Others) -> Iterator[_Told]:
    """Numbers and facts of others' reviews."""
    keys = (shown.key for shown in figures_shown(page.document))
    return (_told(others, key) for key in keys if _review_of(key) in others)


def _named_on(page: Page, subject: Subject, others: Others) -> Iterator[_Told]:
    """Names of others, unless the person's own reviews name them.

    A single word counts only where a value is that word: `Will` and `May` begin sentences for other reasons.
    """
    values = _values_on(page)
    for name, person in _names(subject, others).items():
        pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
        texts = (text for text in texts_on(page) if " " in name and pattern.search(text.text))
        if (text := next(texts, None)) or name in values:
            yield _Told(person, f"stakeholders.{person}.name", text.place if text else None)


def _names(subject: Subject, others: Others) -> Mapping[str, str]:
    """What others are called, in full and in short, each with the id of whose name it is."""
    reviewed = ((_review_of(path), text) for path, text in subject.context.texts)
    own = {text for path, text in reviewed if path and path not in others}
    own.add(subject.context.meta.author)
    people = subject.context.stakeholders
    known = " ".join((*own, *(each.name for each in people if each.id in own)))
    ids = {each.person for each in others.values()} - own
    names = (
        (name, each.id) for each in people if each.id in ids for name in (each.name, first_name(each.name))
    )
    return {name: who for name, who in names if name and name not in known}


def _values_on(page: Page) -> frozenset[str]:
    """The single values of a document, each as it is shown."""
    words = [word for chart in charts(page.document.blocks) for word in (chart.title, *chart.categories)]
    return frozenset((*values_in(page.document), *(label.text for label in page.labels), *words))


def _told(others: Others, path: str, place: Place | None = None) -> _Told:
    return _Told(others[_review_of(path)].person, path, place)


def _review_of(path: str) -> str:
    """The review a path leads into: `people.reviews[0]` of `people.reviews[0].why`."""
    return path.partition("].")[0] + "]" if path.startswith(_REVIEWS) else ""
