"""Every statement there is, by name, with the slots its pattern may use: what a bank has to translate."""

from __future__ import annotations

_MOVED = ("more", "less", "slightly_more", "slightly_less", "same", "alike",
          "better", "worse", "slightly_better", "slightly_worse")  # fmt: skip
_PLACED = ("more", "less", "just_more", "just_less", "same")
_VISIBLE = frozenset(("more", "less", "fewer", "better", "worse"))
_KINDS = ("ceiling", "floor", "plan", "target")


def _changes() -> dict[str, frozenset[str]]:
    found = {}
    for form in ("full", "to", "by", "noun"):
        for case in (*_MOVED, *(("fewer",) if form == "noun" else ())):
            shown = {"difference"} if case in _VISIBLE and form != "to" else set()
            shown |= {"share"} if case in _VISIBLE and form in ("full", "noun") else set()
            shown |= {"before"} if form == "noun" else {"now"} if form != "by" else set()
            found[f"changes.{form}.{case}"] = frozenset(shown)
    return found


def _against() -> dict[str, frozenset[str]]:
    return {
        f"against.{kind}.{form}.{case}": frozenset(
            {"value", "limit", "name"} | ({"difference"} if case in _VISIBLE else set())
        )
        for kind in _KINDS
        for form in ("place", "verb")
        for case in _PLACED
    }


SLOTS: dict[str, frozenset[str]] = {
    **_changes(),
    **_against(),
    **{f"pair.{size}.{verb}": frozenset() for size in ("both", "all") for verb in ("hold", "break")},
    **{f"pair.some.{verb}": frozenset({"limits"}) for verb in ("hold", "break", "just_break")},
    **{f"pair.name.{kind}": frozenset({"name"}) for kind in _KINDS},
    "pair.clauses": frozenset({"first", "second", "third"}),
}
"""The slots of each statement by its name; a bank has a pattern for every name."""

KEYED_BY_NUMBER = frozenset(name for name in SLOTS if name.startswith(("changes.", "pair.some.")))
"""Statements whose pattern may have a form for each plural category."""
