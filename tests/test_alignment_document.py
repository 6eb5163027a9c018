"""The alignment document and the views: every version, what may be missing, and who gets a page."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from alignkit.build import Outcome, Request, Workshop, build
from alignkit.catalogue import Catalogue, packaged
from alignkit.diagnostics import Severity
from context_generator import written

EXAMPLE = packaged("examples/quillmere") / "context.yaml"
WORKSHOP = Workshop(Catalogue(None))
AUDIENCES = ("leaders", "author", "ceo", "team", "board", "client")
SECTIONS = (
    "How do we win enterprise manufacturers without letting payback drift above the ceiling?",
    "The vision is one sentence that a result can disprove",
    "When two things cannot both be done, the earlier rule wins",
    "Every marketing goal serves a company objective",
    "All of the $1.68M programme money serves an objective",
    "Four methods lead there",
    "Four of nine measures are agreed with those who depend on them",
    "Marketing commits to the leaders, and they commit in return",
    "One conflict is settled by rule, not by seniority",
    "Three things are not done",
    "Of four open risks the first would cost $1.02M",
    "Four meetings keep the agreement alive",
    "Each of nine tasks has one person who decides",
    "Marta says why; everybody hears from their own lead what changes",
    "Six leaders sign by Wed, Dec 16",
    "Annex: what each person puts first and is measured on",
    "Annex: who decides what",
    "Annex: leaders rate Cross-team communication lowest, at 2.75 of five",
    "Annex: the plan rests on three assumptions",
    "Annex: what the words mean",
    "Annex: where the figures are from",
)
"""The fifteen sections of the memo in their order, and what is behind them."""
LEAST: dict[str, Any] = {
    "meta": {"author": "me", "as_of": date(2026, 11, 20)},
    "company": {"name": "Alder Street Goods", "model": "services", "currency": "EUR"},
    "stakeholders": [{"id": "me", "name": "Robin Alvarez", "role": "VP Marketing", "audience": "self"}],
    "vision": {"statement": "By May 2027 two of three guests come back", "not_doing": ["Fairs"]},
}
"""No more than the kind cannot do without."""


def made(context: Path, kind: str = "alignment-doc", audience: str = "") -> Outcome:
    return build(Request(context, (kind,), formats=("md", "docx"), audience=audience), WORKSHOP)


def headings(outcome: Outcome, name: str) -> tuple[str, ...]:
    lines = outcome.files[name].decode("utf-8").splitlines()
    return tuple(line.removeprefix("## ") for line in lines if line.startswith("## "))


def test_the_memo_has_its_sections_in_order() -> None:
    assert SECTIONS == headings(made(EXAMPLE), "alignment.md")


@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_version_of_the_example_is_free_of_errors_and_warnings(audience: str) -> None:
    outcome = made(EXAMPLE, audience=audience)

    assert [] == [each.message for each in outcome.report if each.severity is not Severity.INFO]
    suffix = {"leaders": "", "author": "-author-confidential"}.get(audience, f"-{audience}")
    assert {f"alignment{suffix}.md", f"alignment{suffix}.docx"} == set(outcome.files)


def people(*entries: dict[str, Any]) -> dict[str, Any]:
    """The least with more people, each in no function that matters."""
    known = {"role": "Lead", "audience": "peer"}
    return LEAST | {"stakeholders": [*LEAST["stakeholders"], *(known | each for each in entries)]}


def made_of(tree: dict[str, Any], folder: Path, kind: str = "alignment-doc", audience: str = "") -> Outcome:
    path = folder / "context.yaml"
    path.write_text(written(tree), "utf-8")
    return made(path, kind, audience)


@pytest.mark.parametrize("audience", [each for each in AUDIENCES if each != "author"])
def test_no_shared_version_labels_anybody(audience: str) -> None:
    outcome = made(EXAMPLE, audience=audience)

    texts = [data.decode("utf-8") for name, data in outcome.files.items() if name.endswith(".md")]
    for words in ("sceptic", "supporter", "sponsor", "to be won", "Influence", "Payback drifted above"):
        assert [] == [text for text in texts if words in text]


def test_the_version_for_the_author_says_that_it_is_confidential() -> None:
    text = made(EXAMPLE, audience="author").files["alignment-author-confidential.md"].decode("utf-8")

    assert text.startswith(
        "Draft · Alignment document · Confidential\n\n# Four people still have to be won\n"
    )
    assert "- **Circulation:** Not for circulation, a working version for Helena Brandt-Osei alone\n" in text
    assert text.endswith("\n---\n\nConfidential · As of Nov 20, 2026\n")


@pytest.mark.parametrize(
    ("person", "title"),
    [
        (
            {"influence": 4, "support": "neutral", "target_support": "sponsor"},
            "One person still has to be won",
        ),
        (
            {"influence": 3, "support": "neutral", "target_support": "sponsor"},
            "Nobody has to be won any more",
        ),
        (
            {"influence": 5, "support": "sponsor", "target_support": "sponsor"},
            "Nobody has to be won any more",
        ),
        ({"influence": 5, "support": "neutral"}, "Nobody has to be won any more"),
        ({"support": "blocker"}, "One person still has to be won"),
        ({"influence": 1, "support": "sceptic"}, "One person still has to be won"),
    ],
)
def test_who_still_has_to_be_won(person: dict[str, Any], title: str, tmp_path: Path) -> None:
    step = {"what": "Show the figures", "owner": "me", "due": date(2026, 12, 1)}
    for more in ({}, {"next_step": step}):
        tree = people({"id": "kim", "name": "Kim Vale"} | person | more)
        outcome = made_of(tree, tmp_path, audience="author")

        text = outcome.files["alignment-author-confidential.md"].decode("utf-8")
        assert next(line for line in text.splitlines() if line.startswith("# ")).startswith(f"# {title}")


def test_a_worry_without_an_answer_is_said_to_be_open(tmp_path: Path) -> None:
    kim = {"id": "kim", "name": "Kim Vale", "influence": 4, "concerns": ["Too many fairs"]}
    outcome = made_of(people(kim), tmp_path, "stakeholder-view")

    text = outcome.files["stakeholder-view-kim.md"].decode("utf-8")
    assert ("What worries you",) == headings(outcome, "stakeholder-view-kim.md")
    assert "\n**Open.** Nothing in the plan answers this yet; tell Robin what would.\n" in text


def test_nobody_gets_an_empty_page_and_the_author_none(tmp_path: Path) -> None:
    tree = people(
        {"id": "kim", "name": "Kim Vale", "influence": 4, "we_commit": ["One page a month"]},
        {"id": "lou", "name": "Lou Hart", "influence": 4},
    )
    tree["stakeholders"][0] |= {"influence": 5, "concerns": ["No time"]}
    outcome = made_of(tree, tmp_path, "stakeholder-view")

    assert {"stakeholder-view-kim.md", "stakeholder-view-kim.docx"} == set(outcome.files)


def test_columns_nobody_fills_are_left_out(tmp_path: Path) -> None:
    tree = people({"id": "kim", "name": "Kim Vale", "influence": 4, "we_commit": ["One page a month"]})
    tree["vision"] = tree["vision"] | {
        "rhythm": [{"meeting": "Hour", "every": "monthly", "purpose": "Look at the figures"}]
    }
    text = made_of(tree, tmp_path).files["alignment.md"].decode("utf-8")

    assert "| Person | Marketing commits |\n" in text
    assert "| Meeting | Purpose |\n" in text


def test_a_handover_adds_access_and_open_questions() -> None:
    added = set(headings(made(EXAMPLE, audience="client"), "alignment-client.md")) - set(SECTIONS)

    assert {"Four accesses have to be arranged", "Two questions are still open"} == added


@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_version_can_do_with_the_least(audience: str, tmp_path: Path) -> None:
    path = tmp_path / "context.yaml"
    path.write_text(written(LEAST), "utf-8")

    outcome = made(path, audience=audience)

    assert [] == [each.message for each in outcome.report if each.blocks]
    assert 2 == len(outcome.files)


def test_who_has_influence_and_something_to_hear_gets_a_page() -> None:
    outcome = made(EXAMPLE, "stakeholder-view")

    people = ("marta", "daniel", "priya", "tomas", "noor")
    assert {f"stakeholder-view-{each}.md" for each in people} == {
        name for name in outcome.files if name.endswith(".md")
    }


def test_a_page_has_both_sides_of_the_promise() -> None:
    outcome = made(EXAMPLE, "stakeholder-view")

    assert (
        "Your goals, and the work that serves them",
        "What marketing commits to",
        "What we need from you",
        "Your measures, as we read them",
        "What worries you, and what answers it",
    ) == headings(outcome, "stakeholder-view-priya.md")


def test_nobody_to_make_a_page_for_is_said(tmp_path: Path) -> None:
    path = tmp_path / "context.yaml"
    path.write_text(written(LEAST), "utf-8")

    outcome = made(path, "stakeholder-view")

    message = (
        "`stakeholder-view` makes nothing: no entry of `stakeholders` has `influence` or `priorities`,"
        " and `measured_on` or `priorities` or `we_commit` or `they_commit` or `concerns`"
    )
    assert [("KIND-012", message)] == [(each.code, each.message) for each in outcome.report if each.blocks]
    assert {} == outcome.files
