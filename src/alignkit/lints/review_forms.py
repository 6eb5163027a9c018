"""The REV rule about the form of what a manager types: each field has to fit the sentences it stands in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from alignkit.context.stakeholders import first_name
from alignkit.phrases import REVIEW
from alignkit.prose.english_verbs import is_past
from alignkit.prose.sentences import split_sentences
from alignkit.source.wording import quoted

from .rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alignkit.context.people import Review
    from alignkit.phrases import SlotForm

    from .subject import Subject

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")


def facts_fit_their_sentences(subject: Subject) -> Iterator[Hit]:
    """Fields that begin with a word their sentences already have, or end like a question (REV-021)."""
    book = subject.wording.book
    names = frozenset(first_name(person.name) for person in subject.context.stakeholders)
    forms, is_english = book.slots.get(REVIEW, {}), book.language.startswith("en")
    for path, review in subject.reviews():
        for at, slot, text in _facts(review):
            form = forms.get(slot)
            if form is not None and (what := _misfit(text, form, is_english=is_english, names=names)):
                example = form.example(0)
                hint = f"write it like {quoted(example)}; docs/reviews.md has an example of each field"
                yield Hit(f"{what} in {quoted(text)} does not fit the sentences", f"{path}.{at}", hint=hint)


def _misfit(text: str, form: SlotForm, *, is_english: bool, names: frozenset[str]) -> str:
    """What of a text does not fit, or nothing."""
    if len(split_sentences(text)) > 1:
        return "the second sentence"
    words = _WORD.findall(text)
    if form.name == "behaviour" and words and words[0] in names:
        return f"the name `{words[0]}`"
    first = words[0].lower() if words else ""
    if first in form.not_first or (form.first and first and first not in form.first):
        return f"the first word `{first}`"
    if is_english and form.name == "impact" and is_past(first):
        return f"the first word `{first}`, a verb without its subject,"
    if form.ends_small and words and not words[-1][0].islower():
        return f"the last word `{words[-1]}`"
    return "the question mark" if text.rstrip().endswith("?") else ""


def _facts(review: Review) -> Iterator[tuple[str, str, str]]:
    """Where each fact of a review stands, the slot it fills, and its text."""
    for each in review.evidence:
        for name in ("situation", "behaviour", "impact"):
            yield f"evidence.{each.id}.{name}", name, getattr(each, name)
    for index, goal in enumerate(review.next_goals):
        yield f"next_goals[{index}].text", "goal", goal.text
        yield f"next_goals[{index}].measure", "measure", goal.measure
    for index, support in enumerate(review.support):
        yield f"support[{index}].text", "support", support.text
