"""Records composed with the examples of their slots, as somebody will read them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from alignkit.model.draft import Cited
from alignkit.phrases import composed, slot_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from alignkit.phrases import Filling, Phrase, PhraseBook, SlotForm

_MANNERS = {1: "1", 3: "3"}
"""Which examples serve a record that speaks for somebody or about them."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A record with one set of examples in its slots."""

    text: str
    """Its words."""
    filled: tuple[tuple[int, int, str], ...]
    """Start and end of each filling, with its slot."""
    address: str
    """`Sie` or `du`; empty where a record has one text."""
    index: int
    """Which of the examples."""
    is_full: bool
    """Whether the parts that may be left out stand."""


def samples(phrase: Phrase, book: PhraseBook, most: int | None = None) -> Iterator[Sample]:
    """A record with every example of its slots, with and without the parts that may be left out.

    Nothing where a slot has no examples to try.

    Args:
        phrase: the record.
        book: where the slots are from.
        most: how many of the examples; all where None.

    """
    forms = book.slots.get(phrase.bank, {})
    names = phrase.required | phrase.optional
    if any(_form(name, forms) is None for name in names):
        return
    count = max((len(form.examples[""]) for name in names if (form := _form(name, forms))), default=1)
    for address in phrase.texts:
        for index in range(count if most is None else min(most, count)):
            yield _sample(phrase, forms, address, index, names, is_full=True)
            if phrase.optional:
                yield _sample(phrase, forms, address, index, phrase.required, is_full=False)


def _form(name: str, forms: Mapping[str, SlotForm]) -> SlotForm | None:
    return forms.get(name) or forms.get(slot_name(name))


def _sample(
    phrase: Phrase,
    forms: Mapping[str, SlotForm],
    address: str,
    index: int,
    names: frozenset[str],
    *,
    is_full: bool,
) -> Sample:
    manner = address or _MANNERS.get(phrase.person, "")
    values: dict[str, Filling] = {
        name: Cited(form.example(index, manner), name) for name in names if (form := _form(name, forms))
    }
    text, filled = "", []
    for part in composed(phrase, values, address).parts:
        words = part.text if isinstance(part, Cited) else str(part)
        if isinstance(part, Cited):
            filled.append((len(text), len(text) + len(words), part.key))
        text += words
    return Sample(text, tuple(filled), address, index, is_full)
