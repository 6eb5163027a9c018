"""Which phrase says what: the same choice each time, and none twice while another is left."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from .record import Phrase, PhraseBook


TOLD_ONCE = frozenset(("raised_on", "goal"))
"""Slots that two phrases of one statement do not both have where another record is left."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Something a document wants said."""

    key: str
    """What it is said of, such as `people.reviews[0].evidence.S1`."""
    document: str
    """Which document says it; `avoid_with` looks at one document."""
    bank: str
    """Which bank it is taken from."""
    part: str
    """Which part of a text it is."""
    slots: frozenset[str]
    """Slots that have something to say."""
    competency: str = ""
    """What it is about."""
    band: str = ""
    """Band of the person; empty where bands play no part."""
    purpose: str = ""
    """What it is for."""
    directness: str = ""
    """How openly it speaks."""
    audience: str = ""
    """Whom it speaks to."""
    channel: str = ""
    """Where it is read or heard."""
    topic: str = ""
    """What it answers."""
    person: int = 2
    """Whether it speaks in the person's name, to them or about them."""
    events: frozenset[str] = frozenset()
    """What it names that somebody else may name too, such as an event two people worked on."""
    pins: tuple[str, ...] = ()
    """Records the manager has asked for, one of which is taken if it fits."""
    bans: frozenset[str] = frozenset()
    """Records the manager does not want here; others may have them."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The phrase taken for a wish, and why."""

    wish: Wish
    """What was wanted."""
    phrase: Phrase
    """What was taken."""
    fitting: int
    """How many records fit the wish."""
    used: int
    """How often this one had been taken before, in this team and cycle."""
    pinned: bool = False
    """Whether the manager has asked for it."""


@dataclass(slots=True)
class _Chooser:
    """Takes phrases for one team and cycle."""

    book: PhraseBook
    seed: str
    by_part: dict[tuple[str, str], list[Phrase]] = field(default_factory=dict)
    uses: Counter[str] = field(default_factory=Counter)
    in_document: dict[str, set[str]] = field(default_factory=dict)
    told: dict[str, set[str]] = field(default_factory=dict)
    of_events: set[tuple[str, str]] = field(default_factory=set)

    def choose(self, wish: Wish) -> Choice | None:
        several = [each for each in self._of(wish) if each.id not in wish.bans and fits(each, wish)]
        taken = self.in_document.setdefault(wish.document, set())
        free = [each for each in several if not self._clashes(each, taken)] or several
        told = self.told.get(wish.key, set())
        free = [each for each in free if told.isdisjoint(each.required & TOLD_ONCE)] or free
        free = [each for each in free if not self._repeats(each, wish)] or free
        if not free:
            return None
        phrase = min(free, key=lambda each: (self.uses[each.id], self._rank(each, wish)))
        return self._taken(wish, phrase, len(several))

    def _of(self, wish: Wish) -> list[Phrase]:
        """The records of the wish's bank and part; a team asks for the same ones over and over."""
        if (wish.bank, wish.part) not in self.by_part:
            own = [each for each in self.book.of(wish.bank) if each.part == wish.part]
            self.by_part[wish.bank, wish.part] = own
        return self.by_part[wish.bank, wish.part]

    def pin(self, wish: Wish) -> Choice | None:
        """The record asked for, where it can say what is wanted; whether its band fits, a rule tells."""
        voice = (wish.bank, wish.part, wish.person)
        for name in wish.pins:
            phrase = self.book.phrases.get(name)
            if phrase is None or name in self.book.banned:
                continue
            if (phrase.bank, phrase.part, phrase.person) == voice and phrase.required <= wish.slots:
                return self._taken(wish, phrase, 1, pinned=True)
        return None

    def _taken(self, wish: Wish, phrase: Phrase, fitting: int, *, pinned: bool = False) -> Choice:
        choice = Choice(wish, phrase, fitting, self.uses[phrase.id], pinned)
        self.uses[phrase.id] += 1
        self.in_document.setdefault(wish.document, set()).add(phrase.id)
        self.told.setdefault(wish.key, set()).update(phrase.required & TOLD_ONCE)
        self.of_events.update((phrase.id, event) for event in wish.events)
        return choice

    def _clashes(self, phrase: Phrase, taken: set[str]) -> bool:
        return (
            phrase.id in taken
            or not taken.isdisjoint(phrase.avoid_with)
            or any(phrase.id in self.book.phrases[each].avoid_with for each in taken)
        )

    def _repeats(self, phrase: Phrase, wish: Wish) -> bool:
        """Whether somebody else was told the same of the same event."""
        return any((phrase.id, event) in self.of_events for event in wish.events)

    def _rank(self, phrase: Phrase, wish: Wish) -> str:
        """Every wish has its own order of the records, so that one more wish moves few of the others."""
        return hashlib.sha256(f"{self.seed}\n{wish.key}\n{wish.part}\n{phrase.id}".encode()).hexdigest()


def choose(wishes: Sequence[Wish], book: PhraseBook, seed: str) -> dict[tuple[str, str], Choice]:
    """The phrases for all wishes of a team and cycle, by key and part; a wish nothing fits is left out.

    Records are taken in an order that the seed and the place of the wish decide, first those that were taken
    least; names of people play no part, so that renaming somebody changes nothing for others.

    Args:
        wishes: what is wanted, in the order of the people file.
        book: everything there is to say.
        seed: the cycle.

    """
    chooser = _Chooser(book, seed)
    found = {(wish.key, wish.part): choice for wish in wishes if (choice := chooser.pin(wish))}
    for wish in wishes:
        if (wish.key, wish.part) not in found and (choice := chooser.choose(wish)):
            found[wish.key, wish.part] = choice
    return {asked: found[asked] for wish in wishes if (asked := (wish.key, wish.part)) in found}


def fits(phrase: Phrase, wish: Wish) -> bool:
    """Whether a record can say what is wanted."""
    return (
        phrase.part == wish.part
        and phrase.person == wish.person
        and phrase.required <= wish.slots
        and all(_is_open(getattr(phrase, name), getattr(wish, name)) for name in _EXACT)
        and all(_is_listed(getattr(phrase, name), getattr(wish, name)) for name in _LISTED)
    )


_EXACT = ("competency", "band", "purpose", "topic")
_LISTED = ("directness", "audience", "channel")


def _is_open(has: str, wanted: str) -> bool:
    return not has or has == wanted


def _is_listed(has: Iterable[str], wanted: str) -> bool:
    several = tuple(has)
    return not several or not wanted or wanted in several


def reasons(choice: Choice) -> Iterator[str]:
    """Why a phrase was taken, in sentences."""
    wish, phrase = choice.wish, choice.phrase
    cell = ", ".join(word for word in (phrase.competency, phrase.band, phrase.purpose, phrase.topic) if word)
    yield f"part {wish.part}{f' for {cell}' if cell else ''}"
    if choice.pinned:
        yield "the people file asks for it"
        return
    yield f"{choice.fitting} record{'s' if choice.fitting != 1 else ''} of `{wish.bank}` fit"
    if choice.used:
        times = f"{choice.used} time{'s' if choice.used != 1 else ''}"
        yield f"those left for this document were taken before; this one {times}"
    else:
        yield "nobody else in the team has it"
