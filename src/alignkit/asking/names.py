"""Ids for new records, made from their names and unlike any other."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from alignkit.context.budget import BudgetLine
from alignkit.context.cures import id_meant
from alignkit.context.finance import Finance
from alignkit.context.shape import fields_of

if TYPE_CHECKING:
    from collections.abc import Collection

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
NUMBERED = {
    "objectives": "O", "risks": "R", "milestones": "MS", "issues": "ISS", "budget.gates": "G", "raci": "T",
    "decisions": "D", "gaps": "GAP",
}  # fmt: skip
"""Collections whose ids are a letter and a number."""
LETTERED = frozenset(("issues[].options",))
"""Collections whose ids are letters."""
ALONE = {"budget.decision": "BUDGET"}
"""Ids of blocks of which there is one."""
_SMALL = frozenset(("the", "a", "an", "of", "and", "for", "our", "der", "die", "das", "und"))
_TAKEN = frozenset((*fields_of(BudgetLine), *fields_of(Finance)))
"""Keys that stand beside ids in some block, where an id of the same spelling would be lost."""


def new_id(collection: str, name: str, known: Collection[str]) -> str:
    """An id for a new record of `collection`: `daniel` for Daniel Okoye-Hart, `R4`, `C`."""
    if collection in LETTERED:
        return next((letter for letter in LETTERS if letter not in known), _numbered("X", known))
    if collection in NUMBERED:
        return _numbered(NUMBERED[collection], known)
    taken = {each.casefold() for each in known} | _TAKEN
    word = _word(name) or collection.rpartition(".")[2].rstrip("s")
    number = 2
    own = word
    while own.casefold() in taken:
        own, number = f"{word[:28]}{number}", number + 1
    return own


def _numbered(letters: str, known: Collection[str]) -> str:
    number = 1
    while f"{letters}{number}" in known:
        number += 1
    return f"{letters}{number}"


def _word(name: str) -> str:
    """The first word that says something, in small letters without accents."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    words = [id_meant(word) for word in plain.replace("-", " ").replace("'", "").split()]
    return next((word.lower() for word in words if word and word.lower() not in _SMALL), "")
