"""What is begun and not complete waits in a comment: a file that could be read can be read after every answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from alignkit.asking import open_manuscript
from alignkit.asking.holding import Held, Kept, kept, taken_up
from alignkit.asking.manuscript import Manuscript, with_value
from alignkit.asking.order import at
from alignkit.context import check
from alignkit.diagnostics import Report
from alignkit.source import Data, Step, read
from asking_people import FILE, say

if TYPE_CHECKING:
    from pathlib import Path

SMALL = """\
schema: 1
meta: {author: me, as_of: 2026-11-20, locale: en-US}
company: {name: Alder, model: services, currency: USD}
stakeholders:
  - {id: me, name: Robin Alvarez, role: VP, audience: self}
  - {id: boss, name: Jo Ek, role: CEO, audience: ceo}
issues:
  - {id: A, title: One, to: boss, raised: 2026-11-19, cause: Rain, type: slip, severity: decide, days_late: 4}
"""
KPI: tuple[Step, ...] = ("kpis", 0)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    FILE.write_text(SMALL, "utf-8")
    return tmp_path


def opened() -> Manuscript:
    found = open_manuscript(FILE, Report())
    assert found is not None
    return found


def put(manuscript: Manuscript, *pairs: tuple[tuple[Step, ...], Data]) -> Manuscript:
    for steps, value in pairs:
        after = with_value(manuscript, steps, value)
        assert after is not None
        manuscript = after
    return manuscript


def written(found: Kept) -> str:
    return found.texts[found.whole.main]


def test_what_is_begun_breaks_no_file_and_is_taken_up_again(here: Path) -> None:
    first = say("budget-script", "FY2026", "2026-01-01", "quit")

    report = Report()
    source = read(FILE, report)
    assert source is not None
    check(source, report)
    assert [] == list(report)
    assert "  not complete, so it waits as a comment at the end of `context.yaml`: `periods`" == first[-1]
    assert SMALL + (
        "\n# Begun with `alignkit ask` and not complete yet; it goes on here.\n"
        "# periods:\n#   current:\n#     id: FY2026\n#     start: 2026-01-01\n"
    ) == FILE.read_text("utf-8")

    again = say("budget-script", "2026-12-31", "FY2027", "", "", None)

    assert "What do you call the year that runs?" not in again
    assert FILE.read_text("utf-8") == SMALL + (
        "periods:\n  current:\n    id: FY2026\n    start: 2026-01-01\n    end: 2026-12-31\n"
        "  plan:\n    id: FY2027\n    start: 2027-01-01\n    end: 2027-12-31\n"
    )


@pytest.mark.parametrize(
    "text", [SMALL, SMALL.removesuffix("\n"), SMALL.replace("\n", "\r\n"), f"\ufeff{SMALL}"]
)
def test_the_rest_of_the_file_keeps_every_byte(here: Path, text: str) -> None:
    FILE.write_bytes(text.encode())
    before = opened()

    found = kept(before, put(before, ((*KPI, "id"), "share"), ((*KPI, "name"), '15%: "x" # y')))
    FILE.write_bytes(written(found).encode())
    in_file, working = taken_up(opened())

    assert written(found).startswith(text)
    assert text == in_file.whole.texts[FILE]
    assert (Held("kpis[0]", {"id": "share", "name": '15%: "x" # y'}),) == in_file.held
    assert [{"id": "share", "name": '15%: "x" # y'}] == working.source.data["kpis"]


def test_answers_to_other_questions_do_not_wait(here: Path) -> None:
    before = opened()
    after = put(before, ((*KPI, "id"), "share"), (("issues", 0, "if_late"), "The team leaves"))

    found = kept(before, after)

    assert ["kpis[0]"] == [each.path for each in found.held]
    assert "The team leaves" == at(found.whole.source.data, ("issues", 0, "if_late"))


def test_what_refers_to_a_record_that_waits_waits_with_it(here: Path) -> None:
    before = opened()
    after = put(before, (("stakeholders", 2), {"id": "ann", "name": "Ann"}), (("issues", 0, "to"), "ann"))

    found = kept(before, after)

    assert ["stakeholders[2]", "issues.A.to"] == [each.path for each in found.held]
    assert SMALL == found.whole.texts[FILE]


def test_a_file_that_could_not_be_read_gets_every_answer_as_before(here: Path) -> None:
    FILE.write_text("schema: 1\ncompany: {name: Alder}\n", "utf-8")
    before = opened()
    after = put(before, (("meta", "author"), "me"))

    assert Kept(after) == kept(before, after)


def test_an_entry_somebody_has_added_meanwhile_is_not_written_over(here: Path) -> None:
    before = opened()
    after = put(before, (("stakeholders", 2), {"id": "ann", "name": "Ann"}))
    comment = written(kept(before, after)).removeprefix(SMALL)
    more = "  - {id: kim, name: Kim Ek, role: CRO, audience: cro}\n"
    FILE.write_text(SMALL.replace("issues:\n", f"{more}issues:\n") + comment, "utf-8")

    working = taken_up(opened())[1]

    assert ["me", "boss", "kim", "ann"] == [
        at(working.source.data, ("stakeholders", index, "id")) for index in range(4)
    ]


def test_what_has_no_place_any_more_stays_a_comment(here: Path) -> None:
    before = opened()
    after = put(before, (("budget", "tiers"), [{"id": "hold"}]))
    comment = written(kept(before, after)).removeprefix(SMALL)
    FILE.write_text(f"{SMALL}budget: {{}}\nbenchmarks: []\n{comment}".replace("{}", "{source: x}"), "utf-8")

    in_file, working = taken_up(opened())

    assert () == in_file.held
    assert in_file.whole == working
    assert working.texts[FILE].endswith(
        "\n# Answered to `alignkit ask`; where it belongs the file says something else by now.\n"
        "# budget:\n#   tiers:\n#     - id: hold\n"
    )
