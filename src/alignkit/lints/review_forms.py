"""The REV rule about the form of what a manager types: each field has to fit the sentences it stands in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from alignkit.context.stakeholders import first_name
from alignkit.diagnostics import Severity
from alignkit.phrases import PLACING, REVIEW
from alignkit.prose.english_verbs import is_past
from alignkit.prose.lexicon import lexicon
from alignkit.prose.sentences import split_sentences
from alignkit.source.wording import quoted

from .rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alignkit.context.people import Review
    from alignkit.phrases import SlotForm

    from .subject import Subject

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_FIRST_WORDS = 3
"""Words among which the verb of an act stands: `again sent`, `at once told`."""
_DETERMINERS = lexicon(
    """
    a an the this that these those my our your his her its their each every some any no both all one two three
    four five six seven eight nine ten half last next early late several many
    """
)
_REFLEXIVES = lexicon("himself herself themselves themself yourself myself")
_OWN_REFLEXIVE = {"self": "myself", "peer": "themselves"}
"""The reflexive a form speaks in; the others speak to the person."""
_PRESENT = lexicon(
    """
    is are was were isn't aren't wasn't weren't am be has have had hasn't haven't hadn't can can't could
    couldn't will would won't wouldn't did didn't do does don't doesn't may might must need needs
    """
)
"""Verbs an effect may have besides a past tense."""
_OF_NOUNS = ("tion", "tions", "ment", "ments", "ness", "ity", "ing")
_PREFIXES = (
    "re",
    "over",
    "out",
    "under",
    "mis",
    "up",
    "fore",
    "off",
    "pre",
    "un",
    "co",
    "cross",
    "be",
    "with",
)


def facts_fit_their_sentences(subject: Subject) -> Iterator[Hit]:
    """Fields whose words do not fit the sentences around them (REV-021), for certain or by their looks."""
    book = subject.wording.book
    names = frozenset(first_name(person.name) for person in subject.context.stakeholders)
    forms, is_english = book.slots.get(REVIEW, {}), book.language.startswith("en")
    for path, review in subject.reviews():
        for at, slot, text in _facts(review):
            form = forms.get(slot)
            if form is None:
                continue
            wrong = _misfit(text, form, is_english=is_english, names=names)
            doubtful = _looks_wrong(text, slot, review.form) if is_english and not wrong else ""
            if what := wrong or doubtful:
                example = form.example(0)
                hint = f"write it like {quoted(example)}; docs/reviews.md has an example of each field"
                message = f"{what} in {quoted(text)} does not fit the sentences"
                yield Hit(message, f"{path}.{at}", hint=hint, severity=Severity.WARN if doubtful else None)


def _misfit(text: str, form: SlotForm, *, is_english: bool, names: frozenset[str]) -> str:
    """What of a text cannot fit, or nothing."""
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
    end = text.rstrip()[-1:]
    return {"?": "the question mark", "!": "the exclamation mark"}.get(end, "")


def _looks_wrong(text: str, slot: str, form: str) -> str:
    """What of an English text looks as if it did not fit, by the words we know, or nothing."""
    words = [word.lower() for word in _WORD.findall(text)]
    if not words:
        return ""
    if slot == "situation" and text[:1].islower() and not _has_article(words):
        return f"the missing article before `{words[0]}`"
    if slot == "behaviour":
        if not any(_is_act(word) for word in words[:_FIRST_WORDS]):
            return f"`{words[0]}` in place of a past tense"
        strange = _REFLEXIVES - {_OWN_REFLEXIVE.get(form, "yourself")}
        return next((f"the word `{word}`" for word in words if word in strange), "")
    if slot == "impact" and not any(_is_act(word) or word in _PRESENT for word in words):
        return "the missing verb"
    if slot == "goal" and words[0].endswith(_OF_NOUNS):
        return f"`{words[0]}` in place of an instruction"
    return ""


def _has_article(words: list[str]) -> bool:
    """Whether a noun has what English puts before it: an article, an owner, a number; or is a plural."""
    start = words[1:] if words[0] in PLACING else words
    if words[0] in PLACING or not start:
        return True
    return start[0] in _DETERMINERS or any(word.endswith(("'s", "’s", "s'", "s’", "s")) for word in start[:3])


def _is_act(word: str) -> bool:
    """Whether a word looks like a past tense, `re-planned` and `resold` included."""
    last = word.rpartition("-")[2]
    return is_past(last) or any(
        is_past(last.removeprefix(each)) for each in _PREFIXES if last.startswith(each)
    )


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
