"""REV rules about the review as a paper: how long it is, when it is shared, who writes it about whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .review_reading import cycle_of
from .rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .pages import Pages
    from .subject import Subject

_WORDS = {"half_year": (250, 400), "annual": (400, 600), "probation": (250, 400)}
"""How many words of running text a written review has (rules 1.2)."""
_CALLED = {"half_year": "a half-year review", "annual": "an annual review", "probation": "a probation review"}
_LEAST_HOURS = 24
"""Hours somebody has to read before they talk."""


def review_has_its_length(pages: Pages) -> Iterator[Hit]:
    """Written reviews that are too short or too long (REV-009)."""
    subject = pages.subject
    cycle = cycle_of(subject)
    if cycle is None or subject.mode != "review":
        return
    least, most = _WORDS[cycle.kind]
    for page in pages.documents:
        path = subject.made_for.get(page.name, "")
        if path and not least <= page.words <= most:
            message = f"`{page.name}` has {subject.number(page.words)} words;"
            message += f" {_CALLED[cycle.kind]} has {least} to {most}"
            short = "add an observation with its impact, or a reason as `why`"
            long = "leave out what matters least, or tell it shorter"
            yield Hit(message, path, hint=short if page.words < least else long)


def draft_is_shared_in_time(subject: Subject) -> Iterator[Hit]:
    """Drafts that are shared less than a day before the talk (REV-014)."""
    cycle = cycle_of(subject)
    if cycle and cycle.share_draft_hours < _LEAST_HOURS:
        hours = f"{cycle.share_draft_hours} hour{'' if cycle.share_draft_hours == 1 else 's'}"
        message = f"the draft is shared {hours} before the talk; {_LEAST_HOURS} are the least"
        hint = "write `share_draft_hours: 48`, and send the draft two days ahead"
        yield Hit(message, "people.cycle.share_draft_hours", hint=hint)


def reviewer_is_somebody_else(subject: Subject) -> Iterator[Hit]:
    """Reviews people write about themselves, and self-reviews written by others (REV-017)."""
    for path, review in subject.reviews():
        own = review.person == review.reviewer
        if own and review.form != "self":
            message = f"`{review.person}` is reviewed by `{review.reviewer}`, the same person"
            hint = "name who writes the review, or write `form: self`"
            yield Hit(message, f"{path}.reviewer", hint=hint)
        elif not own and review.form == "self":
            message = f"the self-review of `{review.person}` is written by `{review.reviewer}`"
            hint = f"write `reviewer: {review.person}`, or choose another `form`"
            yield Hit(message, f"{path}.reviewer", hint=hint)
