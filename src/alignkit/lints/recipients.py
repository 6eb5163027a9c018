"""MSG rules about who gets a message: somebody with an address, and nobody it is not for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .review_privacy import repeated_in, secrets_of
from .rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alignkit.context.stakeholders import Stakeholder
    from alignkit.model.message import Mailbox, Message

    from .pages import Pages

_OUTSIDERS = frozenset({"agency"})
"""Readers who do not belong to the company."""
_STAFF = frozenset({"hr"})
"""Readers who know every review."""


def everyone_has_an_address(pages: Pages) -> Iterator[Hit]:
    """Recipients without an address (MSG-004)."""
    told: set[str] = set()
    for page, message in pages.messages:
        for mailbox in _recipients(message):
            if mailbox.address or mailbox.name in told:
                continue
            told.add(mailbox.name)
            person = _person(pages, mailbox)
            path = f"stakeholders.{person.id}.email" if person else ""
            who = f"`{mailbox.name}`" if mailbox.name else "a recipient"
            found = f"{who} has no address; the field stays empty in `{page.name}`"
            yield Hit(found, path, mailbox.place, hint="add `email`, or fill it in before you send")


def secrets_stay_inside(pages: Pages) -> Iterator[Hit]:
    """Confidential messages to outsiders, reviews to those they do not concern (MSG-007)."""
    for page, message in pages.messages:
        if page.document.properties.confidentiality == "confidential":
            for mailbox in _recipients(message):
                person = _person(pages, mailbox)
                if person is not None and person.audience in _OUTSIDERS:
                    found = f"`{page.name}` is confidential and goes to `{person.name}`,"
                    found += " who does not belong to the company"
                    hint = "take the recipient out, or write a message that may leave the company"
                    yield Hit(found, f"stakeholders.{person.id}", mailbox.place, hint=hint)
    yield from _reviews_told(pages)


def _reviews_told(pages: Pages) -> Iterator[Hit]:
    for path, review in pages.subject.all_reviews():
        secrets = secrets_of(path, review)
        for page, message in pages.messages:
            repeated = next(iter(repeated_in(page, secrets)), "")
            for mailbox in _recipients(message) if repeated else ():
                person = _person(pages, mailbox)
                if person is None or person.id in (review.person, review.reviewer):
                    continue
                if person.audience not in _STAFF:
                    found = f"`{page.name}` repeats `{repeated}` to `{person.name}`, whom it does not concern"
                    yield Hit(found, repeated, mailbox.place, hint="take it out, or the recipient")


def _recipients(message: Message) -> tuple[Mailbox, ...]:
    return (*message.to, *message.cc)


def _person(pages: Pages, mailbox: Mailbox) -> Stakeholder | None:
    people = pages.subject.context.stakeholders
    return next((person for person in people if person.name == mailbox.name), None)
