"""Every statement there is, by name, with the slots its pattern may use: what a bank has to translate."""

from __future__ import annotations

_MOVED = ("more", "less", "slightly_more", "slightly_less", "same", "alike",
          "better", "worse", "slightly_better", "slightly_worse")  # fmt: skip
_PLACED = ("more", "less", "just_more", "just_less", "same")
_VISIBLE = frozenset(("more", "less", "fewer", "better", "worse"))
_DELIVERED = ("all", "nearly", "some", "few", "none", "just_more")
_COVERED = ("all", "nearly", "some", "little", "nothing", "just_more", "unplanned")
_GOALS_WITHOUT_NUMBERS = ("both", "neither", "neither_in_full", "only", "part", "no")
_FRACTIONS = ("none", "quarter", "third", "half", "two_thirds", "three_quarters", "all")
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


def _plans() -> dict[str, frozenset[str]]:
    variance = {f"variance.{case}": frozenset({"difference", "share"}) for case in ("more", "less")}
    shown = {"actual", "planned", "share"}
    return {
        **variance,
        **{f"variance.{case}": frozenset() for case in ("just_more", "just_less", "same")},
        **{f"delivered.{case}": frozenset(shown) for case in _DELIVERED},
        "delivered.more": frozenset(shown | {"difference"}),
        **{f"covers.{case}": frozenset({"verb", "needed", "planned"}) for case in _COVERED},
        "covers.more": frozenset({"verb", "needed", "planned", "difference"}),
        "covers.verb": frozenset(),
    }


SLOTS: dict[str, frozenset[str]] = {
    **_changes(),
    **_against(),
    **{f"pair.{size}.{verb}": frozenset() for size in ("both", "all") for verb in ("hold", "break")},
    **{f"pair.some.{verb}": frozenset({"limits"}) for verb in ("hold", "break", "just_break")},
    **{f"pair.name.{kind}": frozenset({"name"}) for kind in _KINDS},
    "pair.clauses": frozenset({"first", "second", "third"}),
    **_plans(),
    **{f"steps.{case}": frozenset() for case in ("none", "every")},
    **{f"steps.{case}": frozenset({"names"}) for case in ("clear", "fail", "ask_breaks")},
    "steps.last": frozenset({"last"}),
    "steps.mixed": frozenset({"clear", "fail"}),
    "step.alone": frozenset({"tier", "payback"}),
    **{f"step.{case}": frozenset({"tier", "payback", "ceiling"}) for case in _PLACED},
    **{f"ranked.{case}": frozenset() for case in ("none", "alike")},
    "ranked.first": frozenset({"names"}),
    **{f"count.{case}": frozenset({"noun"}) for case in ("none", "one")},
    **{f"share.{case}": frozenset() for case in _FRACTIONS},
    **{f"goals.{case}": frozenset() for case in _GOALS_WITHOUT_NUMBERS},
    **{f"goals.{case}": frozenset({"total"}) for case in ("none", "none_in_full", "all")},
    "goals.some": frozenset({"met", "total"}),
    **{f"period.{case}": frozenset({"year"}) for case in ("first_half", "second_half", "year")},
    "period.probation": frozenset(),
    "period.span": frozenset({"start", "end"}),
}
"""The slots of each statement by its name; a bank has a pattern for every name."""

KEYED_BY_NUMBER = frozenset(
    name
    for name in SLOTS
    if name.startswith(
        ("changes.", "pair.some.", "delivered.", "covers.", "steps.", "ranked.first", "goals.some")
    )
)
"""Statements whose pattern may have a form for each plural category."""
