"""What there is to say of each review: a table for people, records for programs."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from . import console
from .excerpt import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alignkit.diagnostics import Diagnostic
    from alignkit.reviews import Reason, Standing


def say_table(found: Sequence[Standing]) -> None:
    """Write for each review its files, what was found in it, and the first cure."""
    if not found:
        return
    names = [_name(each) for each in found]
    width = max(len(name) for name in names)
    console.say()
    for name, each in zip(names, found, strict=True):
        console.say(f"{name:{width}}  {', '.join(each.files) or 'no file'}", style="bold")
        blank = " " * (width + 2)
        if not each.lacks:
            console.say(f"{blank}{'nothing was found in it' if each.files else 'not looked at'}")
            continue
        console.say(f"{blank}{', '.join(_codes(each.lacks))}")
        first = each.lacks[0]
        for line in _wrapped(f"first: {first.hint or first.message}", blank):
            console.say(line)
    console.say()


def as_records(found: Sequence[Standing]) -> list[dict[str, Any]]:
    """The same for a program."""
    return [
        {
            "person": each.person,
            "form": each.form,
            "reviewer": each.reviewer,
            "files": list(each.files),
            "lacks": [
                {"code": one.code, "severity": one.severity.value, "hint": one.hint} for one in each.lacks
            ],
        }
        for each in found
    ]


def give_reasons(found: Sequence[Reason]) -> None:
    """Write person by person which phrase says what, and why."""
    for person, several in groupby(found, lambda each: each.person):
        console.give(visible(person), style="bold")
        for each in several:
            others = f"{each.others} other{'s' if each.others != 1 else ''} would fit"
            console.give(f"  {each.key}  {each.part}")
            console.give(f"    {each.phrase}; {others}")
            for line in _wrapped("; ".join(each.why), "    "):
                console.give(line)


def reasons_as_records(found: Sequence[Reason]) -> list[dict[str, Any]]:
    """The same for a program."""
    names = ("person", "key", "part", "phrase", "others")
    return [{name: getattr(each, name) for name in names} | {"why": list(each.why)} for each in found]


def _name(standing: Standing) -> str:
    form = "" if standing.form == "review" else f" ({standing.form}, by {standing.reviewer})"
    return visible(f"{standing.person}{form}")


def _codes(lacks: Sequence[Diagnostic]) -> list[str]:
    """The codes found, each once with how often."""
    counts: dict[str, int] = {}
    for each in lacks:
        counts[each.code] = counts.get(each.code, 0) + 1
    return [code if count == 1 else f"{count} x {code}" for code, count in counts.items()]


def _wrapped(text: str, indent: str) -> list[str]:
    from .phrase_lines import wrapped

    return wrapped(visible(text), indent)
