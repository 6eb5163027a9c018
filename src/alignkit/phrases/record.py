"""What a phrase is: words with slots, and where they belong."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from alignkit.patterns import Option, Slot

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from alignkit.diagnostics import Place
    from alignkit.patterns import Pattern

REVIEW = "review"
"""The bank of performance reviews."""
BANKS = (REVIEW, "negotiation", "escalation", "alignment", "questions", "change", "drift", "kickoff")
"""The banks there are."""
BANDS = ("above", "on", "below")
"""Where a person stands against what was agreed."""
FRAMES = ("SBI", "COIN", "STAR")
"""Which order its facts have [S11, S12]."""
DIRECTNESS = ("plain", "balanced", "coaching")
"""How openly it speaks; the facts are the same."""
REVIEW_AUDIENCES = ("report", "peer", "manager", "executive", "agency")
"""Whom a phrase of the review bank speaks to."""
TALK_AUDIENCES = ("finance", "executive", "sales", "agency", "peer", "team", "leaders")
"""Whom a phrase of another bank speaks to."""
CHANNELS = ("review", "talk", "note")
"""Where it is read or heard."""
PARTS: Mapping[str, tuple[str, ...]] = {
    "opening": ("situation", "behaviour"),
    "core": ("impact",),
    "ending": ("goal", "measure", "due"),
    "support": ("support",),
    "goal": ("goal", "measure", "due"),
    "summary": ("goals_met",),
    "promotion": ("impact",),
    "statement": ("situation", "behaviour", "impact"),
    "prompt": (),
    "talk-open": (),
    "talk-strength": (),
    "talk-question": (),
    "talk-reply": (),
    "talk-close": (),
}
"""Parts of the review bank, each with the slots it cannot do without."""
PLACING = ("at", "during", "in", "on")
"""Prepositions an English situation may bring; one that brings none stands after *in*."""
SAME_FACT = {"situation": ("occasion",)}
"""Slots that hold the fact of another slot in another form, and so serve in its place."""
CELLS = (
    ("above", "recognise"),
    ("on", "recognise"),
    ("on", "develop"),
    ("below", "develop"),
    ("below", "correct"),
)
"""The pairs of band and purpose a core may have (language bank, 5.2)."""
ADDRESSES = ("Sie", "du")
"""Ways German speaks to somebody."""


@dataclass(frozen=True, slots=True)
class SlotForm:
    """What may stand in a slot."""

    name: str
    """Its name, such as `impact`."""
    form: str
    """Its grammatical form, in words."""
    own: bool = False
    """Whether it is one person's or one case's alone."""
    first: tuple[str, ...] = ()
    """Words a filling begins with; empty for any."""
    not_first: tuple[str, ...] = ()
    """Words no filling begins with."""
    ends_small: bool = False
    """Whether the last word begins with a small letter, as a German participle does."""
    examples: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Fillings to try a record with, by address; that of `` serves the others."""

    def example(self, index: int, address: str = "") -> str:
        """A filling to try a record with."""
        several = self.examples.get(address) or self.examples[""]
        return several[index % len(several)]


@dataclass(frozen=True, slots=True)
class Phrase:
    """One record of a bank."""

    id: str
    """Its name."""
    bank: str
    """Its bank, such as `review`."""
    part: str
    """Where it stands in a composed text, such as `core`."""
    texts: Mapping[str, Pattern]
    """Its words by address; by `` where it has one text."""
    written: Mapping[str, str]
    """The same as its file has them."""
    place: Place | None = None
    """Where it is written."""
    competency: str = ""
    """What it is about; empty for any."""
    band: str = ""
    """`above`, `on` or `below`; empty for any."""
    purpose: str = ""
    """What it is for, such as `develop`; empty for any."""
    frame: str = ""
    """`SBI`, `COIN` or `STAR`; empty for any."""
    directness: tuple[str, ...] = ()
    """How openly it speaks; empty for all."""
    audience: tuple[str, ...] = ()
    """Whom it speaks to; empty for all."""
    channel: tuple[str, ...] = ()
    """Where it is read or heard; empty for all."""
    topic: str = ""
    """What a record of another bank is about."""
    person: int = 2
    """1 speaks in the person's name, 2 to them, 3 about them."""
    avoid_with: tuple[str, ...] = ()
    """Records that must not stand in the same document."""
    added: str = ""
    """When it was written."""
    reviewed_by: str = ""
    """Who has read it."""

    def text(self, address: str) -> Pattern:
        """Its words for an address; those it has where it does not know the address."""
        return self.texts.get(address) or next(iter(self.texts.values()))

    @property
    def required(self) -> frozenset[str]:
        """Slots without which it says nothing."""
        return frozenset(_slots(piece for text in self.texts.values() for piece in text.pieces))

    @property
    def optional(self) -> frozenset[str]:
        """Slots of the parts that may be left out."""
        every = frozenset(slot_name(slot.name) for text in self.texts.values() for slot in text.slots)
        return every - self.required


def slot_name(written: str) -> str:
    """The slot a name in braces means: `{Impact}` is `impact` with a capital."""
    return written[:1].lower() + written[1:]


def _slots(pieces: Iterable[str | Slot | Option]) -> Iterable[str]:
    return (slot_name(piece.name) for piece in pieces if isinstance(piece, Slot))


def _folded(word: str) -> str:
    """A word as people files are free to write it."""
    return word.casefold().replace("-", "_").replace(" ", "_")


@dataclass(frozen=True, slots=True)
class Competency:
    """What a review looks at."""

    id: str
    """Its name in records, such as `cross_team`."""
    name: str
    """Its name for readers."""
    also: tuple[str, ...] = ()
    """Other words a people file may use for it."""


@dataclass(frozen=True, slots=True)
class PhraseBook:
    """Everything one language has to say."""

    language: str
    """BCP 47 tag it was loaded for."""
    phrases: Mapping[str, Phrase] = field(default_factory=dict)
    """Every record by id, in the order of their files."""
    slots: Mapping[str, Mapping[str, SlotForm]] = field(default_factory=dict)
    """The slots of each bank by name."""
    competencies: Mapping[str, Competency] = field(default_factory=dict)
    """Competencies by id."""
    banned: frozenset[str] = frozenset()
    """Records a project does not want."""
    unsound: tuple[Phrase, ...] = ()
    """Records with mistakes, which nobody gets to read."""

    def competency(self, word: str) -> Competency | None:
        """The competency a people file means."""
        folded = _folded(word)
        return self.competencies.get(word) or next(
            (each for each in self.competencies.values() if folded in map(_folded, (each.id, *each.also))),
            None,
        )

    def of(self, bank: str) -> tuple[Phrase, ...]:
        """The records of a bank that may be used, in the order of their files."""
        several = (each for each in self.phrases.values() if each.bank == bank)
        return tuple(each for each in several if each.id not in self.banned)
