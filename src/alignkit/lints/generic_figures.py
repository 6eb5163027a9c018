"""GEN rules about the figures a set of documents shows: they are the context's, and the same everywhere."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from alignkit.formats import NOT_AVAILABLE
from alignkit.showing import plain

from .rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .pages import Page, Pages

_OWN_FIELDS = "custom."
"""Figures of a kind's own fields live in the context only, not among the figures."""
_AGAIN = "build all documents again from the same context"
_DIGITS = re.compile(r"\d+")
_ONE_DECISION = frozenset({"decide by", "decider", "decision", "decision needed", "tier", "owner"})
"""Entries of the control block that are about the decision itself."""


def figures_tie_out(pages: Pages) -> Iterator[Hit]:
    """Shown figures that are not the context's (GEN-007)."""
    told: set[tuple[str, str]] = set()
    for page in pages.all:
        for identity, appearance in page.figures.items():
            key, text = identity
            if identity in told or _OWN_FIELDS in key:
                continue
            told.add(identity)
            figure = appearance.figure
            if figure is None:
                message = f"`{page.name}` shows `{text}` as `{key}`, which is no figure of this context"
                yield Hit(message, key, appearance.place, hint=_AGAIN)
            elif not _is_shown_as(text, None if figure.is_na else figure.amount):
                message = f"`{page.name}` shows `{key}` as `{text}`; the context has `{_exact(figure.value)}`"
                yield Hit(message, key, appearance.place, hint=_AGAIN)


def _exact(value: object) -> str:
    return f"{value.normalize():f}" if isinstance(value, Decimal) else NOT_AVAILABLE


@lru_cache(maxsize=8192)
def _is_shown_as(text: str, value: Decimal | None) -> bool:
    """Whether `text` can be this number in some style: its digits are the number's, rounded."""
    digits = "".join(_DIGITS.findall(text)).strip("0")
    if value is None:
        return not digits
    if not digits:
        return abs(value) < 1 or not any(character.isdigit() for character in text)
    if not value:
        return False
    if digits == "".join(map(str, value.as_tuple().digits)).strip("0"):
        return True
    places = len(digits) - 1 - value.adjusted()
    return any(_rounded_digits(value, each) == digits for each in (places, places - 1))


def _rounded_digits(value: Decimal, places: int) -> str:
    """The digits of a number with that many decimals; 0.5 without any is 1, a place further to the left."""
    step = Decimal(1).scaleb(-places)
    rounded = abs(value).quantize(step, ROUND_HALF_UP) if abs(places) < 24 else abs(value)
    return "".join(_DIGITS.findall(f"{rounded:f}")).strip("0")


def decision_reads_the_same(pages: Pages) -> Iterator[Hit]:
    """Control blocks of one set that give one decision different dates, tiers or owners (GEN-024)."""
    first: dict[str, tuple[str, str]] = {}
    for page in pages.documents:
        for label, value in _decision_entries(page):
            name, known = first.setdefault(label, (page.name, value))
            if known != value:
                message = f"`{label}` is `{known}` in `{name}` and `{value}` in `{page.name}`"
                yield Hit(message, hint="take it from the context in both templates")


def _decision_entries(page: Page) -> Iterator[tuple[str, str]]:
    for entry in page.document.control:
        if entry.label.casefold() in _ONE_DECISION:
            yield entry.label, plain(entry.value)
