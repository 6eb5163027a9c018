"""REV rule about phrases a manager has asked for that cannot be said where they are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.context.answers import links_of
from alignkit.phrases import REVIEW
from alignkit.source.wording import listed

from .rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alignkit.context.answers import Links
    from alignkit.context.people import Evidence, Review
    from alignkit.phrases import Phrase

    from .subject import Subject

_PERSONS = {"self": 1, "peer": 3, "upward": 2}
"""Who the sentences of a form speak of."""
_OF_TALK = {"open": "talk-open", "close": "talk-close"}
_PARTS = {"summary": ("summary",), "next_goals": ("goal",), "self": ("prompt",)}
"""Parts of what is pinned by the beginning of its key; an observation has several."""


def pins_can_apply(subject: Subject) -> Iterator[Hit]:
    """Phrases asked for where they cannot be said, so that another is (REV-022)."""
    book = subject.wording.book
    for path, review in subject.reviews():
        for key, names in review.pins.items():
            used: dict[str, str] = {}
            for index, name in enumerate(names):
                phrase = book.phrases.get(name)
                if phrase is None:  # REV-018 tells, and a file may name one for each of its languages
                    continue
                wrong = (
                    "a file of this project bans it"
                    if name in book.banned
                    else _obstacle(phrase, key, review)
                )
                if not wrong and used.setdefault(phrase.part, name) != name:
                    wrong = f"`{used[phrase.part]}` before it is the `{phrase.part}` of `{key}`"
                if wrong:
                    hint = "take it out, or pin one that can be said: `alignkit phrases list --part PART`"
                    yield Hit(
                        f"the phrase `{name}` is not used: {wrong}", f"{path}.pins.{key}[{index}]", hint=hint
                    )


def _obstacle(phrase: Phrase, key: str, review: Review) -> str:
    """Why a phrase cannot be said at a key of `pins`; empty where it can."""
    observed = {each.id: each for each in review.evidence}.get(key)
    links = links_of(review).get(key)
    parts = _parts(key, review, observed, links)
    if phrase.bank != REVIEW:
        return f"it is of the bank `{phrase.bank}`, and reviews speak with those of `{REVIEW}`"
    if phrase.part not in parts:
        has = f"`{key}` has {listed(parts, last='and')}" if parts else f"nothing is said of `{key}`"
        return f"it is a part `{phrase.part}`, and {has}"
    person = 3 if phrase.part == "promotion" else _PERSONS.get(review.form, 2)
    if phrase.person != person:
        return (
            f"it speaks in person {phrase.person}, and the part `{phrase.part}` of `{key}` in person {person}"
        )
    lacking = sorted(phrase.required & _unfilled(review, observed, links)) if observed and links else []
    return f"it needs {listed(lacking, last='and')}, which `{key}` has not" if lacking else ""


def _parts(key: str, review: Review, observed: Evidence | None, links: Links | None) -> tuple[str, ...]:
    """The parts of a text that are said of what a key names."""
    if review.form in _PERSONS:
        return ("statement",) if observed else ()
    if observed and links:
        ending = ("ending",) if observed.valence == "development" and links.goal else ()
        support = ("support",) if links.support else ()
        case = ("promotion",) if key in review.promotion else ()
        return ("opening", "core", *ending, *support, *case)
    if key.startswith("talk."):
        return (_part_of_talk(key.removeprefix("talk."), review),)
    return _PARTS.get(key.partition("[")[0], ())


def _part_of_talk(about: str, review: Review) -> str:
    known = {each.id: each.valence for each in review.evidence}
    if about in known:
        return "talk-strength" if known[about] == "strength" else "talk-question"
    return _OF_TALK.get(about, "talk-reply")


def _unfilled(review: Review, observed: Evidence, links: Links) -> set[str]:
    """Slots an observation has nothing for."""
    goal, support = links.goal and links.goal[1], links.support and links.support[1]
    values = {
        "raised_on": observed.raised_on,
        "source": observed.source,
        "metric": observed.metric,
        "from": observed.from_,
        "to": observed.to,
        "goal": goal,
        "measure": goal,
        "due": goal,
        "objective": goal and goal.objective,
        "support": support,
        "support_due": support,
        "supporter": support and support.owner != review.reviewer,
        "goals_met": review.goals,
    }
    return {name for name, value in values.items() if not value}
