"""The records of reviews as templates see them, with what is said of each."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from alignkit.context.answers import links_of
from alignkit.model.draft import Joined
from alignkit.phrases import cell_in, is_same_competency
from alignkit.purposes import SITUATIONS
from alignkit.values import Figure, Unit

from .counting import goals_met, period_of
from .facts import event_of
from .telling import REPLIES, SELF_QUESTIONS, competency_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from alignkit.context.people import People, Review
    from alignkit.context.whole import Context
    from alignkit.formats import Formats
    from alignkit.phrases import PhraseBook
    from alignkit.statements import StatementBank

    from .telling import Told

OF_A_REVIEW = tuple(each for each in SITUATIONS if each != "agency")
"""Situations a manager's review can be written for; forms without entries ask questions."""


def add_told(
    record: dict[str, Any],
    context: Context,
    book: PhraseBook,
    told: Told,
    bank: StatementBank | None,
    formats: Formats,
) -> None:
    """Give the records of a people file the sentences of each review, and the period its name.

    Args:
        record: the `people` block of the view, references resolved.
        context: the same as blocks.
        book: names of competencies.
        told: everything that is said.
        bank: words for counts and periods.
        formats: how dates are written.

    """
    people = context.people
    if people is None:
        return
    record["cycle"]["period"] = period_of(people.cycle, bank, formats)
    for index, review in enumerate(people.reviews):
        view = record["reviews"][index]
        _add_review(view, review, people, index, book, told)
        view["goals_met"] = goals_met(review, f"people.reviews[{index}]", bank, formats)
        view["goals"] = [
            _goal(each, goal, f"people.reviews[{index}].goals[{number}]", context)
            for number, (each, goal) in enumerate(zip(view["goals"], review.goals, strict=True))
        ]


def _add_review(
    view: dict[str, Any], review: Review, people: People, index: int, book: PhraseBook, told: Told
) -> None:
    path = f"people.reviews[{index}]"
    links, language = links_of(review), book.language.partition("-")[0]
    for each, evidence in zip(view["evidence"], review.evidence, strict=True):
        at = f"{path}.evidence.{evidence.id}"
        link = links[evidence.id]
        event, each["occasion"] = event_of(evidence.situation, language)
        each["event"] = event or each["occasion"]
        each["said"] = told.said.get(at, Joined())
        each["next"] = told.said.get(f"{at}.ending", Joined())
        each["help"] = told.said.get(f"{at}.support", Joined())
        each["case"] = told.said.get(f"{at}.promotion", Joined())
        question = "talk-strength" if evidence.valence == "strength" else "talk-question"
        each["asked"] = told.said.get(f"{path}.talk.{evidence.id}.{question}", Joined())
        each["band"], each["purpose"] = cell_in(evidence, review, people.cycle, book)
        each["competency_name"] = competency_name(evidence.competency, review, book)
        each["goal"] = view["next_goals"][link.goal[0]] if link.goal else None
        each["support"] = view["support"][link.support[0]] if link.support else None
    for number, goal in enumerate(view["next_goals"]):
        goal["said"] = told.said.get(f"{path}.next_goals[{number}]", Joined())
    view["strengths"] = [each for each in view["evidence"] if each["valence"] == "strength"]
    view["growth"] = [each for each in view["evidence"] if each["valence"] == "development"]
    view["said"] = told.said.get(f"{path}.summary", Joined())
    view["talk"] = dict.fromkeys(("open", "close", *REPLIES), Joined()) | {
        key.removeprefix(f"{path}.talk."): said
        for key, said in told.said.items()
        if key.startswith(f"{path}.talk.")
    }
    questions = (told.said.get(f"{path}.self[{number}]") for number in range(SELF_QUESTIONS))
    view["self_questions"] = [said for said in questions if said]
    view["competencies"] = [
        {
            "id": name,
            "name": competency_name(name, review, book),
            "rating": rating,
            **{group: _about(name, view[group], book) for group in ("evidence", "strengths", "growth")},
        }
        for name, rating in review.ratings.items()
    ]
    by = f"-by-{review.reviewer}" if review.form in ("peer", "upward", "agency") else ""
    view["id"], view["path"] = f"{review.person}{by}", path
    view["noted"] = _noted(view, review)
    without = {mode for mode, observation in view["noted"].items() if observation is None}
    view["modes"] = tuple(mode for mode in _modes(review, people) if mode not in without)


def _modes(review: Review, people: People) -> tuple[str, ...]:
    """The situations an entry can be written for; forms somebody has filled in come from their own entry."""
    if review.form != "review":
        return (review.form,)
    filled = {each.form for each in people.reviews if each.person == review.person}
    upward = {each.form for each in people.reviews if each.reviewer == review.person}
    there = (filled & {"self", "peer"}) | (upward & {"upward"})
    return tuple(mode for mode in OF_A_REVIEW if mode not in there)


def _noted(view: dict[str, Any], review: Review) -> Mapping[str, Any]:
    """The observation of a note: the one asked for, else the last fitting one, one to correct first."""
    found: dict[str, Any] = {"recognition": None, "corrective": None}
    for mode, several in (("recognition", view["strengths"]), ("corrective", view["growth"])):
        asked = [each for each in several if each["id"] == review.note_on]
        raised = [each for each in several if mode == "recognition" or each["raised_on"]]
        by_day = sorted(raised, key=lambda each: (each["purpose"] == "correct", each["date"]))
        found[mode] = (asked or by_day[-1:] or [None])[0]
    return found


def competency_name(word: str, review: Review, book: PhraseBook) -> str:
    """What readers call a competency; a word no bank knows is shown as it is written."""
    known = competency_of(word, review, book)
    return known.name if known else word.replace("_", " ").capitalize()


def _about(name: str, observations: list[dict[str, Any]], book: PhraseBook) -> list[dict[str, Any]]:
    """The observations of a competency, by day."""
    found = (each for each in observations if is_same_competency(each["competency"], name, book))
    return sorted(found, key=lambda each: each["date"])


def _goal(view: dict[str, Any], goal: Any, path: str, context: Context) -> dict[str, Any]:
    unit = {"money": Unit.MONEY, "ratio": Unit.SHARE}.get(goal.unit, Unit.COUNT)
    currency = context.company.currency if unit is Unit.MONEY else ""
    noun = goal.unit if unit is Unit.COUNT else ""
    for name in ("target", "actual"):
        if getattr(goal, name) is None:
            continue
        value = Decimal(getattr(goal, name))
        view[name] = Figure(
            f"{path}.{name}", value, unit, goal.text, currency, noun, place=context.place(f"{path}.{name}")
        )
    return view
