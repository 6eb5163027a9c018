"""One mistake, one message: a comma within brackets, and a share written as per cent."""

from __future__ import annotations

from pathlib import Path

import pytest

from alignkit.context import check
from alignkit.diagnostics import Report
from alignkit.source import read

EXAMPLE = Path(__file__).parents[2] / "examples" / "quillmere" / "context.yaml"
RISK = (
    "{id: R9, cause: Rain, event: Late, effect: new_arr, probability: 0.3, impact: 9000, owner: helena,"
    " response: reduce, action: Split it, due: 2027-01-15, trigger: No draft, status: open}"
)


def faults(tmp_path: Path, text: str) -> list[tuple[str, str, str, str]]:
    path, report = tmp_path / "context.yaml", Report()
    path.write_text(text, "utf-8")
    source = read(path, report)
    assert source is not None
    check(source, report)
    return [(each.code, each.place.path if each.place else "", each.message, each.hint) for each in report]


def of_a_risk(tmp_path: Path, old: str, new: str) -> list[tuple[str, str, str, str]]:
    """What is wrong with a risk of the worked example, with another text in it."""
    before, head, after = EXAMPLE.read_text("utf-8").partition("  - {id: R1,")
    assert old in RISK
    return faults(tmp_path, f"{before}  - {RISK.replace(old, new)}\n{head}{after}")


def test_the_risk_is_without_fault(tmp_path: Path) -> None:
    assert [] == of_a_risk(tmp_path, "Rain", "Snow")


@pytest.mark.parametrize(
    ("text", "first", "hint"),
    [
        ("Feed 2,500 offices", "500 offices", 'write `cause: "Feed 2,500 offices"`'),
        ("value below £9,500", "500", 'write `cause: "value below £9,500"`'),
        ("2,500 offices", "500 offices", 'write `cause: "2,500 offices"`'),
        ("Rain, wind, and 1,200 more", "wind", 'write `cause: "Rain, wind, and 1,200 more"`'),
        ('Rain "here", wind', "wind", "write `cause: 'Rain \"here\", wind'`"),
        (f"Rain, {'wind ' * 12}", f"{'wind ' * 11}wind", "put the whole text of `cause` in quotes"),
    ],
)
def test_a_text_with_a_comma_is_proposed_in_quotes(tmp_path: Path, text: str, first: str, hint: str) -> None:
    found = of_a_risk(tmp_path, "cause: Rain", f"cause: {text}")

    shown = first if len(first) <= 60 else f"{first[:59]}…"
    message = f"a comma within brackets ends the text of `cause`, so `{shown}` is read as a key"
    assert [("CTX-001", f"risks.R9.{first}", message, hint)] == found


def test_a_text_with_a_comma_in_a_line_of_the_budget(tmp_path: Path) -> None:
    text = EXAMPLE.read_text("utf-8")
    line = next(each for each in text.splitlines() if "{id: people," in each)

    found = faults(
        tmp_path, text.replace(line, line.replace("{id: people,", "{id: people, evidence: Quotes, rates,"))
    )

    assert [("CTX-001", 'write `evidence: "Quotes, rates"`')] == [
        (each[0], each[3]) for each in found if each[0] == "CTX-001"
    ]


def test_a_number_with_a_comma_is_no_text(tmp_path: Path) -> None:
    found = of_a_risk(tmp_path, "impact: 9000", "impact: 9,000")

    assert ["write numbers without commas, which end a value within brackets"] == [each[3] for each in found]


def test_per_cent_for_a_fraction_is_told_once(tmp_path: Path) -> None:
    found = of_a_risk(tmp_path, "probability: 0.3", "probability: 30")

    message = "expected a fraction of at most 1.5 for `probability`, found `30`"
    assert [("CTX-007", "risks.R9.probability", message, "write 0.3")] == found
