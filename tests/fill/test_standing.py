"""Who is spoken to and what is stood behind: the names a build adds to the context."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from alignkit.build import Prepared, prepare
from alignkit.catalogue import packaged
from alignkit.diagnostics import Report
from alignkit.fill.constructors import envelope
from alignkit.fill.standing import standing
from alignkit.source import read

if TYPE_CHECKING:
    from alignkit.model.draft import Recipients


def prepared(*changes: str) -> Prepared:
    report = Report()
    source = read(packaged("examples/quillmere") / "context.yaml", report, overrides=changes)
    found = prepare(source, report) if source else None
    assert found, [each.message for each in report]
    return found


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Greta Veldkamp", "Greta"),
        ("Cher", "Cher"),
        ("Daniel Okoye-Hart", "Daniel"),
        ("Dr. Anna Weber", "Anna"),
        ("Dr Anna Weber", "Anna"),
        ("Prof. Dr. Anna Weber", "Anna"),
        ("J. R. Weber", "Weber"),
        ("Dr.", "Dr."),
        ("李 小龍", "李 小龍"),
        ("Ольга Иванова", "Ольга"),
        (" Anna  Weber", "Anna"),
    ],
)
def test_people_are_addressed_without_title(name: str, first: str) -> None:
    people: list[dict[str, Any]] = prepared(f"stakeholders.daniel.name={name}").view["stakeholders"]

    assert [first] == [person["first_name"] for person in people if person["id"] == "daniel"]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (("budget.decision.walk_away=base",), "base"),
        (("budget.decision.walk_away=ask",), "ask"),
        (("budget.decision.walk_away=stretch",), None),
        (("budget.decision.walk_away=null",), "reduced"),
        (("budget.decision.walk_away=null", "budget.lines.people.committed=1800000"), "base"),
        (("budget.decision.walk_away=null", "budget.decision.ask_tier=reduced"), None),
    ],
)
def test_nobody_walks_away_from_more_than_was_asked(changes: tuple[str, ...], expected: str | None) -> None:
    found = standing(prepared(*changes).view, "cfo")["walk_away"]

    assert expected == (found["id"] if found else None)


@pytest.mark.parametrize(
    ("to", "cc", "expected"),
    [
        ("a", (), (("a",), ())),
        ("a", ["b", "c"], (("a",), ("b", "c"))),
        ("a", ["a", "b", "b"], (("a",), ("b",))),
        (["a", "a"], ["a"], (("a",), ())),
    ],
)
def test_nobody_gets_a_mail_twice(
    to: Any, cc: Any, expected: tuple[tuple[str, ...], tuple[str, ...]]
) -> None:
    recipients: Recipients = envelope(to, cc)

    assert expected == (recipients.to, recipients.cc)


def test_people_who_share_a_first_name_are_called_by_their_whole_name() -> None:
    people = {
        each["id"]: each for each in prepared("stakeholders.daniel.name=Marta Quist").view["stakeholders"]
    }

    assert ("Marta Veldkamp", "Marta Quist") == (
        people["marta"]["first_name"],
        people["daniel"]["first_name"],
    )
    assert "Priya" == people["priya"]["first_name"]
