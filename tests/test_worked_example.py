"""The worked example: what it prints, what it finds, and that it comes out the same twice."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from alignkit.build import Outcome, Request, build
from alignkit.catalogue import packaged
from alignkit.diagnostics import Severity
from alignkit.writers.ooxml.check import check_package

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CONTEXT = packaged("examples/quillmere") / "context.yaml"
KINDS = ("budget-script", "escalation")


@pytest.fixture(scope="module")
def outcome() -> Outcome:
    return build(Request(CONTEXT, KINDS, formats=("docx", "md", "eml", "txt", "html")))


def words(outcome: Outcome, name: str) -> str:
    return re.sub(r"\s+", " ", outcome.files[name].decode("utf-8"))


def docx_text(data: bytes) -> str:
    document = zipfile.ZipFile(BytesIO(data)).read("word/document.xml").decode("utf-8")
    return re.sub(r"<w:(?:tab|br)/>|</w:p>", " ", document).replace("&amp;", "&")


GOLDEN_SCRIPT = (
    # FY2026 and the record
    "$48,000", "18.5 months", "$2.35M", "150 of 155", "96.8%",
    # tiers: spend, share of revenue, customers, loaded CAC, payback, capped LTV:CAC, steps
    "2,040", "2,400", "2,880", "3,240", "7.0%", "8.1%", "9.6%", "10.7%", "154", "170", "190", "200",
    "50,260", "47,647", "45,158", "45,450", "19.3", "18.3", "17.4", "17.5", "3.10x", "3.27x", "3.45x", "3.43x",
    "22,500", "24,000", "36,000", "51,000", "8.7", "9.2", "19.6",
    # the bad year, what matters most, break-even
    "164", "$52,317", "21.2 months", "2.83x", "$583,800", "at 16 extra customers",
    # control: committed, flexible, gated, free at start, cuts
    "$1.45M", "50.3%", "$1.43M", "$1.38M", "$1.5M", "$480,000",
    # return
    "+6.2%", "+184.7%", "417", "$17.53M", "23.5%",
)  # fmt: skip
GOLDEN_ESCALATION = ("$120,000", "$96,000", "$51,000", "$147,000", "$27,000", "22.5%", "$9,000", "$11,000")


@pytest.mark.parametrize("value", GOLDEN_SCRIPT)
def test_the_script_prints_the_golden_values(outcome: Outcome, value: str) -> None:
    assert value in words(outcome, "budget-script.md")


@pytest.mark.parametrize("value", GOLDEN_ESCALATION)
def test_the_escalation_prints_the_golden_values(outcome: Outcome, value: str) -> None:
    assert value in words(outcome, "escalation-memo-ISS1.md")


def test_the_same_text_stands_in_word(outcome: Outcome) -> None:
    text = re.sub(r"<[^>]+>", "", docx_text(outcome.files["budget-script.docx"]))

    assert [] == [value for value in GOLDEN_SCRIPT if value not in re.sub(r"\s+", " ", text)]


def test_every_shown_figure_is_one_of_the_context(outcome: Outcome) -> None:
    from datetime import date

    from alignkit.build import prepare
    from alignkit.diagnostics import Report
    from alignkit.source import read

    report = Report()
    source = read(CONTEXT, report)
    assert source
    prepared = prepare(source, report)
    assert prepared
    known = set(prepared.figures)

    assert len(outcome.ledger) > 150
    assert set() == {line.key for line in outcome.ledger} - known
    assert prepared.context.meta.as_of == date(2026, 11, 20)


def test_one_key_is_never_shown_with_two_values(outcome: Outcome) -> None:
    """Rounded to three digits, every text shown under one key is the same number."""
    shown: dict[str, set[str]] = {}
    for line in outcome.ledger:
        if digits := re.sub(r"[^0-9]", "", line.text).strip("0")[:2]:
            shown.setdefault(line.key, set()).add(digits)

    assert {} == {key: values for key, values in shown.items() if len(values) > 1}


def test_there_is_no_error_and_only_the_expected_warnings(outcome: Outcome) -> None:
    assert () == outcome.report.of(Severity.ERROR)
    assert [
        ("BUD-016", "budget.tiers.reduced"),
        ("BUD-016", "budget.tiers.base"),
        ("BUD-016", "budget.tiers.stretch"),
        ("BUD-032", "budget.gates.G1.else"),
        ("BUD-032", "budget.gates.G2.else"),
    ] == [(d.code, d.place.path if d.place else "") for d in outcome.report.of(Severity.WARN)]


def test_every_word_file_passes_the_checker(outcome: Outcome) -> None:
    files = {name: data for name, data in outcome.files.items() if name.endswith(".docx")}

    assert 3 == len(files)
    assert {} == {name: found for name, data in files.items() if (found := check_package(data))}


def test_every_word_file_passes_the_sdk_validator(
    outcome: Outcome, tmp_path: Path, sdk_validate: Callable[..., dict[Path, list[dict[str, str]]]]
) -> None:
    paths = []
    for name, data in outcome.files.items():
        if name.endswith(".docx"):
            paths.append(tmp_path / name)
            paths[-1].write_bytes(data)

    assert {path: [] for path in paths} == sdk_validate(paths)


def test_a_finished_script_stays_small(outcome: Outcome) -> None:
    assert len(outcome.files["budget-script.docx"]) < 60_000


def test_the_same_input_gives_the_same_bytes_everywhere(outcome: Outcome, tmp_path: Path) -> None:
    """Another hash seed, another time zone, another working folder."""
    script = (
        "import hashlib, pathlib, sys\n"
        "from alignkit.build import Request, build\n"
        "out = build(Request(pathlib.Path(sys.argv[1]), ('budget-script', 'escalation'), formats=('docx', 'eml')))\n"
        "print({n: hashlib.sha256(d).hexdigest() for n, d in sorted(out.files.items())})\n"
    )
    found = set()
    for seed, zone, folder in (("1", "Asia/Tokyo", tmp_path), ("99", "America/Lima", tmp_path.parent)):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}
        done = subprocess.run(
            [sys.executable, "-c", script, str(CONTEXT)],
            cwd=folder, env=environment, capture_output=True, text=True, check=True,
        )  # fmt: skip
        found.add(done.stdout)

    assert 1 == len(found)


def test_a_mail_can_be_opened_as_a_draft(outcome: Outcome) -> None:
    mail = outcome.files["escalation-ISS1.eml"].decode("utf-8")

    assert mail.startswith("X-Unsent: 1\r\n")
    assert "To: Marta Veldkamp <marta@quillmere.example>\r\n" in mail
    assert "\r\nDate:" not in mail
    assert "\r\nMessage-ID:" not in mail


def test_the_escalation_mail_keeps_its_length(outcome: Outcome) -> None:
    body = outcome.files["escalation-ISS1.txt"].decode("utf-8").partition("\n\n")[2]

    assert 120 <= len(body.split()) <= 220


def test_no_figure_is_typed_into_a_template() -> None:
    """A number in a template's text would not follow the context."""
    allowed = {"10 Objections", "Dangerous question"}
    for path in sorted((packaged("templates")).rglob("*.md.j2")):
        text = re.sub(r"\{[%{#].*?[%}#]\}", "", path.read_text("utf-8"), flags=re.DOTALL)
        for line in text.splitlines():
            if line.startswith("## ") or any(word in line for word in allowed):
                continue
            assert not re.search(r"\d{2,}|\d%", line), f"{path.name}: {line}"
