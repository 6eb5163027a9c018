"""The contexts that decks have to stand, each made from the worked example by one change."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from alignkit.catalogue import packaged
from alignkit.diagnostics import Report
from alignkit.source import read
from context_generator import written
from stress_changes import (
    STYLES,
    Change,
    appended,
    both,
    in_style,
    milestones,
    premortem_of_all,
    rows,
    scaled,
    without,
)

if TYPE_CHECKING:
    from pathlib import Path

AUDIENCES: dict[str, tuple[str, ...]] = {
    "kickoff-deck": ("team", "cross", "sponsor", "agency", "client"),
    "alignment-doc": ("leaders", "author", "ceo", "team", "board", "client"),
}
LOCALES = (
    "en-US", "en-GB", "de-DE", "de-CH", "fr-FR", "sv-SE", "pt-BR", "pl-PL", "ja-JP", "zh-CN", "ar-EG", "he-IL", "hi-IN",
)  # fmt: skip
_DAILY_LOCALES = ("en-GB", "de-DE", "fr-FR", "ja-JP", "ar-EG")
_KICKOFF_WRITTEN = """
    meeting place team informed without audience deliverables dependencies agreements review_on rhythm channel
    decision_log escalation premortem decisions_needed first_two_weeks brief brand_rules approval_path access
    data plan_30_60_90
"""
_KICKOFF = tuple(_KICKOFF_WRITTEN.split())
_VISION_WRITTEN = """
    decision explanation tested_by situation complication question answer tenets methods rejected conflicts
    rhythm change sign_off handover
"""
_VISION = tuple(_VISION_WRITTEN.split())
_WHOLE = (
    "finance",
    "benchmarks",
    "budget",
    "risks",
    "raci",
    "decisions",
    "issues",
    "scorecard",
    "gaps",
    "drift",
    "audit",
)
_PERSON_WRITTEN = """
    email influence interest support target_support priorities measured_on concerns cadence channel last_contact
    said we_commit they_commit next_step
"""
_PERSON = tuple(_PERSON_WRITTEN.split())
_REFERRED = {
    "risks": ("kickoff.premortem",),
    "raci": ("issues.raci",),
    "decisions": ("vision.decision",),
    "budget": ("stakeholders.decides", "initiatives.opportunities", "agency"),
}
"""What refers to a part, and goes with it."""
_MANY = (
    ("risks",), ("raci",), ("kpis",), ("stakeholders",), ("initiatives",), ("objectives",),
    ("kickoff.deliverables", "scorecard.areas"), ("kickoff.scope_in", "gaps"), ("kickoff.agreements", "vision.tenets"),
    ("kickoff.decisions_needed", "vision.not_doing"), ("kickoff.first_two_weeks", "vision.conflicts"),
    ("kickoff.approval_path", "vision.rhythm"), ("kickoff.plan_30_60_90", "vision.change.effects"),
    ("kickoff.audience", "vision.methods"), ("kickoff.access", "vision.handover.access"),
)  # fmt: skip
"""Lists with very many rows; two at once where each is read by one kind alone."""
_FEW = (
    "risks",
    "kpis",
    "initiatives",
    "kickoff.deliverables",
    "kickoff.scope_in",
    "vision.tenets",
    "vision.methods",
)
_MONEY = "initiatives.budget initiatives.acv risks.impact drift.unlinked_spend drift.spend_to_date"
_NUMBERS = "kpis.baseline kpis.actual kpis.target kpis.target_to_date kpis.next_target"


@dataclass(frozen=True, slots=True)
class Stress:
    """A context, and for whom decks are made of it."""

    name: str
    """What was done to it."""
    change: Change
    """How the worked example becomes it."""
    audiences: dict[str, tuple[str, ...]]
    """By kind."""
    locale: str = ""
    """Whose conventions numbers have; empty for the context's own."""

    @property
    def is_daily(self) -> bool:
        """Whether it is tried in every run, and not only before a change is taken over."""
        return self.locale in ("", *_DAILY_LOCALES) and not self.name.startswith("without kickoff.")

    def write(self, folder: Path) -> Path:
        """The context as a file."""
        data = deepcopy(worked_example())
        self.change(data)
        path = folder / "context.yaml"
        path.write_text(_SURROGATES.sub(_one_escape, written(data)), encoding="utf-8")
        return path


_SURROGATES = re.compile(r"\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})")


def _one_escape(pair: re.Match[str]) -> str:
    """YAML's escape of a character that JSON writes in two halves."""
    high, low = (int(half, 16) for half in pair.groups())
    return f"\\U{0x10000 + ((high - 0xD800) << 10) + low - 0xDC00:08x}"


@cache
def worked_example() -> dict[str, Any]:
    """The data of the worked example; to be copied before it is changed."""
    source = read(packaged("examples/quillmere") / "context.yaml", Report())
    assert source is not None
    return source.data


def _nothing(data: dict[str, Any]) -> None:
    """The worked example as it is."""


def _changes() -> dict[str, Change]:
    bare = (*(f"kickoff.{each}" for each in _KICKOFF), *(f"vision.{each}" for each in _VISION))
    everything = (*bare, *(each for path in _WHOLE for each in (path, *_REFERRED.get(path, ()))))
    return {
        **{f"text {name}": in_style(text) for name, text in STYLES.items()},
        "text everything longer": appended(STYLES["three words"]),
        **{f"without {' and '.join(paths)}": _cut(paths) for paths in _left_out()},
        "without what is known of people": without(*(f"stakeholders.{each}" for each in _PERSON)),
        **{f"60 {' and '.join(paths)}": both(*(rows(path, 60) for path in paths)) for paths in _MANY},
        "60 risks in the premortem": both(rows("risks", 60), premortem_of_all),
        **{f"1 {path}": both(rows(path, 1), without("budget.gates")) for path in _FEW},
        **{f"{count} milestones": milestones(count) for count in (0, 1, 12, 30)},
        "amounts of trillions": scaled(_MONEY, 10_000_000),
        "amounts of nothing": scaled(_MONEY, 0),
        "amounts below nothing": scaled("initiatives.acv drift.unlinked_spend", -1),
        "measures below nothing": scaled(_NUMBERS, -1),
        "60 rows of 60 words": both(in_style(STYLES["sixty words"]), rows("risks", 60), rows("raci", 60), premortem_of_all),
        "everything left out": without(*everything),
    }  # fmt: skip


def _left_out() -> Iterator[tuple[str, ...]]:
    """Each part once; one that a single kind reads goes together with one of another kind."""
    for pair in zip_longest(_KICKOFF, (*_VISION, *_WHOLE)):
        kickoff, other = pair
        rest = () if other is None else (f"vision.{other}",) if other in _VISION else (other,)
        yield (f"kickoff.{kickoff}", *rest) if kickoff else rest


def _cut(paths: Sequence[str]) -> Change:
    return without(*paths, *(each for path in paths for each in _REFERRED.get(path, ())))


_FOR_ALL = ("as it is", "text sixty words", "text unbreakable", "everything left out")
"""Contexts of which decks for every audience are made; of the others for one, in turns."""


def _stress() -> tuple[Stress, ...]:
    changes: dict[str, tuple[Change, str]] = {"as it is": (_nothing, "")}
    changes |= {name: (change, "") for name, change in _changes().items()}
    changes |= {f"locale {each}": (_nothing, each) for each in LOCALES}
    return tuple(
        Stress(name, change, _audiences(name, number), locale)
        for number, (name, (change, locale)) in enumerate(changes.items())
    )


def _audiences(name: str, number: int) -> dict[str, tuple[str, ...]]:
    if name in _FOR_ALL:
        return AUDIENCES
    return {kind: (several[number % len(several)],) for kind, several in AUDIENCES.items()}


STRESS = _stress()
"""Every stress context."""
