"""A manifest and the values of own fields: every mistake at once, each where it stands."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from alignkit.context.check import check
from alignkit.diagnostics import Report
from alignkit.source import read
from alignkit.templates import Kind, check_fields, load_kind, own_fields
from alignkit.values import Figure, Unit

SOUND = "schema: 1\ntitle: Memo\npurpose: Say it\noutputs:\n  memo: {form: document, body: body.md.j2}\n"


def load(
    folder: Path, manifest: str, body: bytes = b"# T\n"
) -> tuple[Kind | None, list[tuple[str, str, int]]]:
    """The kind, and code, message and line of what was reported."""
    folder = folder / "memo"
    folder.mkdir(exist_ok=True)
    (folder / "kind.yaml").write_text(manifest, "utf-8")
    (folder / "body.md.j2").write_bytes(body)
    report = Report()
    kind = load_kind(folder, "templates/memo", report)
    return kind, [(d.code, d.message, d.place.line if d.place else 0) for d in report]


def test_every_mistake_is_reported_in_one_run(tmp_path: Path) -> None:
    manifest = """\
schema: 7
titel: Wrong
purpose: [a]
audiences: cfo
needs: [a]
wants: {meta.change_note: 3}
outputs:
  a: {form: documnt, body: nope.md.j2, file: Bad Name, extra: 1}
  b: 3
  c: {form: document}
fields: {properties: {x: {type: numbr, x-unit: dollars}}}
"""

    kind, found = load(tmp_path, manifest)

    assert kind is None
    assert [
        ("KIND-001", "expected `title` to be a text, found nothing", 1),
        ("KIND-001", "expected `purpose` to be a text, found a list", 3),
        ("KIND-001", "expected `audiences` to be a list of texts, found `cfo`", 4),
        ("KIND-001", "expected `needs` to give a reason for each key path, found a list", 5),
        ("KIND-001", "expected a reason for `meta.change_note`, found `3`", 6),
        ("KIND-003", "expected `form` to be `document`, `deck` or `message`, found `documnt`", 8),
        ("KIND-004", "there is no file `nope.md.j2` in the folder", 8),
        ("KIND-005", "expected small letters, digits and hyphens for a file name, found `Bad Name`", 8),
        ("KIND-002", "expected `form` and `body` under `b`", 9),
        ("KIND-004", "expected `body` to name a file, found nothing", 10),
        ("KIND-006", "expected `fields` to be a JSON Schema 2020-12, found `numbr`", 11),
        ("KIND-006", "expected `x-unit` to be a unit, found `dollars`", 11),
        ("KIND-001", "expected `schema: 1`, found `7`", 1),
        ("KIND-001", "unknown key `titel` in a manifest", 2),
        ("KIND-001", "unknown key `extra` in an output", 8),
    ] == found


@pytest.mark.parametrize("outputs", ["[memo]", "memo", "", "{}", "3"])
def test_outputs_of_another_kind_are_reported(tmp_path: Path, outputs: str) -> None:
    kind, found = load(tmp_path, f"schema: 1\ntitle: Memo\npurpose: Say it\noutputs: {outputs}\n")

    assert kind is None
    assert [("KIND-002", "expected `outputs` to name at least one file to make", 4)] == found


@pytest.mark.parametrize(
    "body",
    [b"\xef\xbb\xbf# T\n\ntext\n", b"# T\r\n\r\ntext\r\n", b"\xef\xbb\xbf# T\r\n\r\ntext\r\n"],
    ids=["mark", "line ends", "both"],
)
def test_files_of_windows_read_like_any_other(tmp_path: Path, body: bytes) -> None:
    kind, found = load(tmp_path, SOUND, body)

    assert kind
    assert [] == found
    assert "# T\n\ntext\n" == kind.files["body.md.j2"]


FIELDS = """\
fields:
  properties:
    spend: {type: number, x-unit: money, title: Spend}
    seats: {type: integer, x-noun: seat}
    day: {type: string, format: date}
    owner: {type: string}
    steps:
      type: array
      items:
        type: object
        properties:
          amount: {type: number, x-unit: money}
          note: {type: string}
"""
CONTEXT = """\
schema: 1
meta: {author: ann, as_of: 2026-11-20}
company: {name: Fernhill, model: services, currency: EUR}
stakeholders: [{id: ann, name: Ann Ames, role: Lead, audience: self}]
custom:
  memo:
"""


def own(folder: Path, values: str) -> tuple[Kind, object, Report]:
    kind, found = load(folder, SOUND + FIELDS)
    assert kind, found
    (folder / "context.yaml").write_text(CONTEXT + values, "utf-8")
    report = Report()
    source = read(folder / "context.yaml", report)
    context = check(source, report) if source else None
    assert context, [d.message for d in report]
    check_fields(kind, context, report)
    return kind, own_fields(kind, context), report


def test_numbers_are_figures_on_every_level_and_missing_fields_are_empty(tmp_path: Path) -> None:
    values = "    spend: 1200\n    seats: 60\n    steps: [{amount: 5}, {note: later}]\n"

    _, fields, report = own(tmp_path, values)

    assert [] == report.diagnostics
    assert isinstance(fields, dict)
    spend, seats, steps = fields["spend"], fields["seats"], fields["steps"]
    assert ("custom.memo.spend", Decimal(1200), Unit.MONEY, "Spend", "EUR") == (
        spend.key, spend.value, spend.unit, spend.label, spend.currency,
    )  # fmt: skip
    assert (Unit.COUNT, "seat") == (seats.unit, seats.noun)
    assert isinstance(steps[0]["amount"], Figure)
    assert ("custom.memo.steps[0].amount", None, None) == (
        steps[0]["amount"].key, steps[0]["note"], steps[1]["amount"],
    )  # fmt: skip
    assert fields["day"] is None
    assert fields["owner"] is None


def test_values_that_do_not_fit_are_reported_at_their_lines(tmp_path: Path) -> None:
    values = "    spend: much\n    day: tomorrow\n    steps:\n      - {amount: 5}\n      - {amount: little}\n    extra: 1\n"

    _, _, report = own(tmp_path, values)

    assert {
        ("CUS-001", "expected `custom.memo.spend` to be a number, found `much`", 7),
        ("CUS-001", "expected `custom.memo.day` to be a date such as 2026-11-27, found `tomorrow`", 8),
        ("CUS-001", "expected `custom.memo.steps[1].amount` to be a number, found `little`", 11),
        ("CUS-001", "unknown key `extra` under `custom.memo`", 6),
    } == {(d.code, d.message, d.place.line if d.place else 0) for d in report}


def test_the_fields_that_ask_for_files_belong_to_a_record(tmp_path: Path) -> None:
    sound, nothing = load(tmp_path, SOUND + "each: stakeholders\nhaving: [influence, priorities]\n")
    _, mistyped = load(tmp_path, SOUND + "each: stakeholders\nhaving: [influnce]\n")
    _, without = load(tmp_path, SOUND + "having: [influence]\n")
    both, _ = load(tmp_path, SOUND + "each: stakeholders\nhaving: [influence]\nand_having: [concerns]\n")

    assert sound is not None
    assert (("influence", "priorities"), []) == (sound.having, nothing)
    start = "expected `having` to name a field of a record of `each`, found "
    assert [("KIND-009", f"{start}`influnce`", 7)] == mistyped
    assert [("KIND-009", f"{start}`influence`", 6)] == without
    assert both is not None
    assert (("influence",), ("concerns",)) == (both.having, both.and_having)


def test_a_private_version_is_one_of_the_versions(tmp_path: Path) -> None:
    sound, nothing = load(tmp_path, SOUND + "audiences: [all, me]\nprivate: [me]\n")
    _, unknown = load(tmp_path, SOUND + "audiences: [all]\nprivate: [me]\n")

    assert sound is not None
    assert ((False, True), []) == ((sound.is_private("all"), sound.is_private("me")), nothing)
    message = "expected `private` to name one of `audiences`, found `me`"
    assert [("KIND-009", message, 7)] == unknown
