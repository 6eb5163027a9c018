"""The guide to own templates: its example builds, its examples print what it says, and it leaves nothing out."""

from __future__ import annotations

import inspect
import re
import shutil
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from alignkit.build import Request, build, prepare
from alignkit.context.whole import Context
from alignkit.diagnostics import Report
from alignkit.fill.constructors import CONSTRUCTORS
from alignkit.fill.environment import Sandbox
from alignkit.fill.filling import Filler
from alignkit.fill.problems import Limits
from alignkit.fill.standing import standing
from alignkit.formats import Formats
from alignkit.markup import binding, parse, parse_message, reading
from alignkit.model.deck import Layout
from alignkit.model.message import Mailbox
from alignkit.showing import plain
from alignkit.source import read
from alignkit.templates import manifest
from alignkit.values import NA, Figure, NACode, Unit
from filling_bench import FORMATS, FRAME, document

ROOT = Path(__file__).parents[1]
GUIDE = (ROOT / "docs/templates.md").read_text("utf-8")
EXAMPLE = ROOT / "examples/own-template"
KIND = EXAMPLE / "templates/event-brief"


def tables(text: str) -> list[list[list[str]]]:
    """The rows of each table in a text."""
    found = re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE)
    return [[cells(row) for row in table.splitlines()[2:]] for table in found]


def cells(row: str) -> list[str]:
    return [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", row)[1:-1]]


def table_after(line: str) -> list[list[str]]:
    """The rows of the first table below a line of the guide."""
    assert line in GUIDE, line
    return tables(GUIDE.partition(line)[2])[0]


def named(line: str) -> set[str]:
    """The names in the first column of a table of the guide."""
    return {name for row in table_after(line) for name in re.findall(r"`:{0,3}([\w./*-]+)[^`]*`", row[0])}


# The example ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", re.findall(r"<!-- file: (\S+) -->", GUIDE))
def test_the_guide_shows_the_files_of_the_example(name: str) -> None:
    shown = re.search(rf"<!-- file: {re.escape(name)} -->\n```\w+\n(.*?)```\n", GUIDE, re.DOTALL)

    assert shown
    assert (EXAMPLE / name).read_text("utf-8") == shown[1]


def test_every_file_of_the_example_is_shown_but_the_starter() -> None:
    files = {path.relative_to(EXAMPLE).as_posix() for path in EXAMPLE.rglob("*") if path.is_file()}

    assert files - {"templates/event-brief/starter.yaml"} == set(re.findall(r"<!-- file: (\S+) -->", GUIDE))


def made(*formats: str, context: Path = EXAMPLE / "context.yaml") -> dict[str, bytes]:
    """The files of the example, built without a finding."""
    outcome = build(Request(context, ("event-brief",), formats=formats, strict=True))
    assert [] == [(d.code, d.message) for d in outcome.report]
    return dict(outcome.files)


def test_the_example_builds_every_format_without_a_finding() -> None:
    files = made("docx", "html", "md", "eml", "txt")

    assert [
        "event-brief.docx", "event-brief.html", "event-brief.md", "event-mail.eml", "event-mail.html",
        "event-mail.md", "event-mail.txt",
    ] == sorted(files)  # fmt: skip
    assert len((EXAMPLE / "context.yaml").read_text("utf-8").splitlines()) <= 30


def test_the_brief_says_what_the_context_says() -> None:
    brief = made("md")["event-brief.md"].decode()

    for text in (
        "# Approve $18,500 for Toolmakers Day by Fri, Dec 4\n",
        "- **Decider:** Omar Lindgren, CFO\n",
        "**The ask.** $18,500 for Toolmakers Day on March 18, 2027, with 60 seats.",
        "| Hall and technology | Two rooms for one day | 9,500 |\n",
        "| Invitations |  | 3,000 |\n",
        "- [ ] Omar has answered\n",
    ):
        assert text in brief


def test_the_mail_comes_out_as_the_guide_shows_it() -> None:
    shown = re.search(r"<!-- output: event-mail.txt -->\n```text\n(.*?)```\n", GUIDE, re.DOTALL)

    assert shown
    assert made("txt")["event-mail.txt"].decode() == shown[1]


def test_the_starter_builds_as_it_stands(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE / "templates", tmp_path / "templates")
    shutil.copy(KIND / "starter.yaml", tmp_path / "context.yaml")

    assert "event-brief.md" in made("md", context=tmp_path / "context.yaml")


# What the guide says prints so ------------------------------------------------------------------------------


def figure(value: str, unit: Unit, noun: str = "") -> Figure:
    return Figure("key", Decimal(value), unit, "Label", "USD" if unit is Unit.MONEY else "", noun)


NAMES: dict[str, Any] = {
    "amount": figure("2880000", Unit.MONEY),
    "small": figure("480000", Unit.MONEY),
    "prior": figure("2400000", Unit.MONEY),
    "ceiling": figure("18", Unit.MONTHS),
    "late": figure("21.2", Unit.MONTHS),
    "floor": figure("3", Unit.TIMES),
    "few": figure("20", Unit.COUNT, "customer"),
    "drivers": [
        {"label": "Win rate", "low": figure("-200", Unit.MONEY), "high": figure("300", Unit.MONEY)},
        {"label": "Deal size", "low": figure("-100", Unit.MONEY), "high": figure("100", Unit.MONEY)},
    ],
    "change": figure("-120000", Unit.MONEY),
    "share": figure("0.785", Unit.SHARE),
    "tenth": figure("0.1", Unit.SHARE),
    "points": figure("0.04", Unit.POINTS),
    "customers": figure("190", Unit.COUNT, "customer"),
    "payback": figure("17.4", Unit.MONTHS),
    "cycle": figure("120", Unit.DAYS),
    "multiple": figure("3.45", Unit.TIMES),
    "ratio": figure("0.74", Unit.RATIO),
    "missing": Figure(
        "key", NA(NACode.MISSING_INPUT, "sales cost not given"), Unit.MONEY, "Loaded CAC", "USD"
    ),
    "day": date(2026, 11, 27),
    "far": date(2027, 4, 9),
    "text": "hold *flat*.",
    "company": {"currency": "EUR"},
    "names": ["Ann", "Bo", "Cy"],
    "nothing": None,
    "tiers": [
        {"id": "base", "label": "Hold flat", "total": figure("2400000", Unit.MONEY)},
        {"id": "ask", "label": "Ask", "total": figure("2880000", Unit.MONEY)},
    ],
}

EXAMPLES = [
    (row[-2].strip("`"), row[-1])
    for part in GUIDE.split("<!-- examples -->\n")[1:]
    for row in tables(part)[0]
]


def test_there_are_examples_of_everything() -> None:
    assert len(EXAMPLES) > 50
    assert len(BLOCKS) == GUIDE.count("```jinja") - 3


@pytest.mark.parametrize(("written", "printed"), EXAMPLES, ids=[written for written, _ in EXAMPLES])
def test_an_example_prints_what_the_guide_says(written: str, printed: str) -> None:
    assert printed == plain(document(f"# {written}\n", **NAMES).title)


@cache
def quillmere() -> dict[str, Any]:
    report = Report()
    source = read(ROOT / "examples/quillmere/context.yaml", report)
    prepared = prepare(source, report) if source else None
    assert prepared
    assert not report.is_broken
    return standing(prepared.view, "cfo", prepared.view["issues"][0], "issues") | {"custom": {}}


BLOCKS = [
    found[1]
    for found in re.finditer(r"```jinja\n(.*?)```", GUIDE, re.DOTALL)
    if not GUIDE[: found.start()].rstrip().endswith("-->")
]


@pytest.mark.parametrize("block", BLOCKS, ids=[block.strip().split("\n")[0][:40] for block in BLOCKS])
def test_a_block_of_the_guide_works_with_the_worked_example(block: str) -> None:
    text = block if re.search(r"^# ", block, re.MULTILINE) else f"# Title\n\n{block}"
    report = Report()
    names = quillmere()
    formats = Formats("en-US", names["today"])

    draft = Filler({"body.md.j2": text}, "templates/guide").fill("body.md.j2", names, formats, report)

    assert draft is not None, [(d.message, d.place) for d in report]
    if "envelope" in text:
        parse_message(draft, FRAME, formats, {}, Mailbox("Ann", ""), report)
    else:
        parse(draft, FRAME, formats, report)
    assert [] == [(d.message, str(d.place)) for d in report]


def test_a_link_takes_its_address_from_values_as_the_guide_says() -> None:
    (example,) = re.findall(r"`(\[write\].*?)`\.", GUIDE)

    assert document(f"# T\n\n{example}\n", author={"email": "ann@x.example"}).blocks


# Nothing is left out, and nothing is made up ----------------------------------------------------------------


def sandbox() -> Sandbox:
    return Filler({}, "")._sandbox


def test_filters() -> None:
    ours = named("Filters choose how a value is shown, or pick from a list.")
    built_in = named("These filters of Jinja are there too")

    assert set(sandbox().filters) == ours | built_in
    assert not ours & built_in


def test_tests() -> None:
    ours = named("A figure is always true")
    sentence = GUIDE.partition("Of Jinja's tests there are ")[2].split("\n")[0]

    assert set(sandbox().tests) == ours | set(re.findall(r"`(\S+)`", sentence))


def test_constructors_and_their_arguments() -> None:
    heads = dict(re.findall(r"\*\*`(\w+)\((.*?)\)`\*\*", GUIDE))

    assert set(CONSTRUCTORS) == set(heads)
    for name, constructor in CONSTRUCTORS.items():
        shown = re.findall(r"[a-z_]+(?==|,|$|\.\.\.)", re.sub(r'"[^"]*"', "", heads[name]))
        wanted = [
            {"several": "card", "measures": "measures"}.get(each, each)
            for each in inspect.signature(constructor).parameters
        ]
        assert set(wanted) <= {*shown, "label"}, name
    assert set(sandbox().globals) == {*CONSTRUCTORS, "namespace"}


def test_containers() -> None:
    assert {*binding._CONTAINERS} == named("What follows the name is its heading") | {"callout"}
    assert "`:::callout`" in GUIDE


def test_manifest_keys() -> None:
    assert {*manifest._KEYS} == named("## The manifest")
    assert {*manifest._OUTPUT_KEYS} == named("An output has five keys:")


def test_attributes_of_tables() -> None:
    assert {*reading._TABLE_ATTRIBUTES} == named("| Total | {{ ask.total | exact }} |")


def test_attributes_of_headings() -> None:
    assert {*reading._OWN_ATTRIBUTES["heading"]} == named("## How we got here")
    for layout in Layout:
        assert f"`{layout}`" in GUIDE


def test_units() -> None:
    assert {*Unit} == named("`x-unit` says what a number counts")


def test_names() -> None:
    documented = named("## Names")
    record = {"issue", "mode", "in_set"}

    assert set(Context.model_fields) - {"people", "schema_"} <= documented
    assert documented - {"schema"} == set(quillmere()) - {"schema"} | record


def test_lists_that_each_can_name() -> None:
    sentence = GUIDE.partition("`each` takes any list of records of the context: ")[2].split("\n")[0]

    lists = {name for name, info in Context.model_fields.items() if info.default == ()}
    assert lists == set(re.findall(r"`(\w+)`", sentence))


def test_limits() -> None:
    limits = Limits()

    assert f"{limits.steps:,} loop steps" in GUIDE
    assert f"{limits.macro_calls:,} macro calls" in GUIDE
    assert f"{limits.source:,} characters" in GUIDE
    assert ("three loops inside each other", 3) == ("three loops inside each other", limits.nesting)
    assert "5 million characters" in GUIDE
    assert 5_000_000 == limits.characters


def test_codes_of_templates_have_a_section_each() -> None:
    modules = (ROOT / "src/alignkit").rglob("*.py")
    used = {code for path in modules for code in re.findall(r'"(TPL-\d{3})"', path.read_text("utf-8"))}
    page = (ROOT / "docs/codes/TPL.md").read_text("utf-8")

    assert used
    assert sorted(used) == re.findall(r"^## (TPL-\d{3}) \S", page, re.MULTILINE)


def test_the_harness_can_fail() -> None:
    assert FORMATS.locale == "en-US"
    with pytest.raises(AssertionError):
        table_after("a line that is not in the guide")
