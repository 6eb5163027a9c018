import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from alignkit.context import Context, check
from alignkit.context.invalid import _FAULTS
from alignkit.diagnostics import Place, Report
from alignkit.source import read

QUILLMERE = Path(__file__).parents[2] / "examples" / "quillmere"
SMALL = """\
schema: 1
meta: {author: helena, as_of: 2026-11-20}
company: {name: Quillmere, model: b2b_saas, currency: USD}
stakeholders:
  - {id: helena, name: Helena, role: VP, audience: self}
"""
FIFTEEN = """\
schema: 1
meta:
  author: helna
  as_of: 11/12/2026
  status: drfat
company:
  nmae: Quillmere
  model: b2b_saas
  currency: usd
  fiscal_year_start: 13
stakeholders:
  - {id: helena, name: Helena, role: VP, audience: self}
  - {id: helena, name: Helen, role: CEO, audience: ceo, concerns: budget}
periods:
  current: {id: FY2026, start: 2026-12-31, end: 2026-01-01}
  plan: {id: FY2027, start: 2027-01-01, end: 2027-12-31}
finance:
  FY2026: {revenue: 2.88M, gross_margin: 78}
  FY2028: {revenue: 5}
milestones:
  - {id: M 1, name: Review, date: 2026-12-04, owner: helena, kind: 7}
  - {id: M2, name: Review, date: 2026-12-04, owner: helena}
"""
FIFTEEN_FOUND = [
    (
        "GEN-002",
        "3:11",
        "meta.author",
        "expected the id of a stakeholder for `author`, found `helna`",
        "write `helena`",
    ),
    (
        "CTX-003",
        "4:10",
        "meta.as_of",
        "expected a date for `as_of`, found the text `11/12/2026`",
        "write 2026-12-11 or 2026-11-12, whichever day is meant",
    ),
    (
        "CTX-004",
        "5:11",
        "meta.status",
        "expected `draft`, `in_review` or `final` for `status`, found the text `drfat`",
        "write `draft`",
    ),
    ("CTX-001", "7:3", "company.nmae", "unknown key `nmae` in `company`", "write `name`"),
    (
        "CTX-005",
        "9:13",
        "company.currency",
        "expected a currency code of three capital letters for `currency`, found the text `usd`",
        "write `USD`",
    ),
    (
        "CTX-006",
        "10:22",
        "company.fiscal_year_start",
        "expected at most 12 for `fiscal_year_start`, found the number `13`",
        "write a number that is at most 12",
    ),
    (
        "GEN-003",
        "13:10",
        "stakeholders.helena.id",
        "the id `helena` stands twice in `stakeholders`",
        "give one of the two another id",
    ),
    (
        "CTX-003",
        "13:67",
        "stakeholders.helena.concerns",
        "expected a list for `concerns`, found the text `budget`",
        "write `[budget]`",
    ),
    (
        "CTX-010",
        "15:49",
        "periods.current.end",
        "expected an end not before 2026-12-31, found `2026-01-01`",
        "swap the two days or correct the year",
    ),
    (
        "CTX-003",
        "18:21",
        "finance.FY2026.revenue",
        "expected a number for `revenue`, found the text `2.88M`",
        "write 2880000",
    ),
    (
        "CTX-007",
        "18:42",
        "finance.FY2026.gross_margin",
        "expected a fraction of at most 1.5 for `gross_margin`, found `78`",
        "write 0.78",
    ),
    (
        "CTX-011",
        "19:3",
        "finance.FY2028",
        "expected the id of a period in `finance`, found `FY2028`",
        "write `FY2026` or `FY2027`, or add the period to `periods`",
    ),
    (
        "CTX-005",
        "21:10",
        "milestones.M 1.id",
        "expected an id of at most 32 letters, digits, `_` and `-` that begins with a letter for `id`, "
        "found the text `M 1`",
        "write `M_1`",
    ),
    (
        "CTX-003",
        "21:68",
        "milestones.M 1.kind",
        "expected text for `kind`, found the number `7`",
        'put it in quotes: `"7"`',
    ),
    (
        "CTX-002",
        "22:5",
        "milestones.M2.kind",
        "missing key `kind` in `milestones[1]`",
        "add `kind`: such as `prewire`, `meeting`, `decision`, `kickoff`",
    ),
]


def check_text(folder: Path, text: str) -> tuple[Context | None, Report]:
    path, report = folder / "context.yaml", Report()
    path.write_text(text, encoding="utf-8")
    source = read(path, report)
    return check(source, report) if source else None, report


def told(report: Report) -> list[tuple[str, str, str, str, str]]:
    return [
        (d.code, f"{d.place.line}:{d.place.column}", d.place.path, d.message, d.hint)
        for d in report
        if d.place is not None
    ]


def test_the_worked_example_checks_without_a_word() -> None:
    report = Report()
    source = read(QUILLMERE / "context.yaml", report, people=QUILLMERE / "people.yaml")
    assert source is not None

    context = check(source, report)

    assert told(report) == []
    assert context is not None
    assert context.people is not None
    assert context.place("budget.tiers.ask.total") == source.place("budget.tiers.ask.total")


def test_fifteen_mistakes_give_fifteen_messages_in_one_run(tmp_path: Path) -> None:
    context, report = check_text(tmp_path, FIFTEEN)

    assert context is None
    assert told(report) == FIFTEEN_FOUND
    assert all(d.blocks for d in report)


def test_a_small_context_is_enough(tmp_path: Path) -> None:
    context, report = check_text(
        tmp_path,
        SMALL + "sources: {gl: {name: Ledger, as_of: 2026-11-15, kind: actual}}\n"
        "issues: [{id: I1, title: Late, to: helena, raised: 2026-11-19, cause: x, cc: [helena]}]\n",
    )

    assert told(report) == []
    assert context is not None
    assert context.issues[0].cc == ("helena",)
    assert context.place("issues.I1.title") == Place(str(tmp_path / "context.yaml"), 7, 26, "issues.I1.title")


def test_a_duplicate_id_is_told_with_both_places(tmp_path: Path) -> None:
    _, report = check_text(tmp_path, SMALL + "  - {id: helena, name: H, role: CEO, audience: ceo}\n")

    (found,) = report
    assert [place.line for place in found.related] == [5]


BUDGET = (
    "budget: {decision: {id: D, ask_tier: ask, from: helena, by: 2026-12-11},"
    " tiers: [{id: ask, label: A, total: 1}], lines: ["
)
GAP = "gaps: [{id: G, axis: vertical, cause: c, action: a, owner: helena, "
CONFLICT = (
    "vision: {statement: s, not_doing: [], conflicts: "
    "[{about: a, rule: r, decided: d, gives_up: helena, date: 2026-11-12, "
)
PERSON = "  - {{id: marta, name: {}, role: CFO, audience: cfo}}"
PERIODS = "periods: {current: {id: A, start: 2026-01-01, end: 2026-12-31}, "
ONE_MISTAKE = {
    "a reference into an empty block": (
        "objectives: [{id: O1, statement: s, owner: helena, level: company, metric: grr}]",
        "GEN-002",
        "expected the id of a KPI for `metric`, found `grr`",
        "add `grr` to the block `kpis`, which has no entries",
    ),
    "a budget with amounts for no tier": (
        BUDGET + "{id: ev, name: E, owner: helena, sak: 1}]}",
        "CTX-012",
        "expected the id of a tier for this amount, found `sak`",
        "write `ask`",
    ),
    "an amount for a tier that is gone": (
        BUDGET + "{id: ev, name: E, owner: helena, ask: 1, less: 1}]}",
        "CTX-012",
        "expected the id of a tier for this amount, found `less`",
        "add the tier `less` to `budget.tiers`, or delete the amount",
    ),
    "amounts for a tier that is gone": (
        BUDGET
        + "{id: ev, name: E, owner: helena, ask: 1, less: 1}, {id: ad, name: A, owner: helena, ask: 1, less: 0}]}",
        "CTX-012",
        "expected the id of a tier for this amount, found `less` in 2 lines",
        "add the tier `less` to `budget.tiers`, or delete the amounts",
    ),
    "an amount under a misspelt tier that stands there already": (
        BUDGET + "{id: ev, name: E, owner: helena, ask: 1, asks: 1}]}",
        "CTX-012",
        "expected the id of a tier for this amount, found `asks`",
        "add the tier `asks` to `budget.tiers`, or delete the amount",
    ),
    "a budget line without an amount": (
        BUDGET + "{id: ev, name: E, owner: helena}]}",
        "CTX-012",
        "missing amount for the tier `ask` in the budget line `ev`",
        "add `ask: 0` or the amount",
    ),
    "a mistyped key of a budget line": (
        BUDGET + "{id: ev, name: E, owner: helena, ask: 1, evidense: quotes}]}",
        "CTX-001",
        "unknown key `evidense` in the budget line `ev`",
        "write `evidence`",
    ),
    "a mistyped key of finance": (
        "finance: {polcy: {materiality: 5}}",
        "CTX-001",
        "unknown key `polcy` in `finance`",
        "write `policy`",
    ),
    "finance without periods": (
        "finance: {FY2026: {revenue: 5}}",
        "CTX-011",
        "expected the id of a period in `finance`, found `FY2026`",
        "add the block `periods`",
    ),
    "a mistyped period": (
        PERIODS + "plann: {id: B, start: 2027-01-01, end: 2027-12-31}}",
        "CTX-001",
        "unknown key `plann` in `periods`",
        "write `plan`",
    ),
    "two periods of one name": (
        PERIODS + "plan: {id: A, start: 2027-01-01, end: 2027-12-31}}",
        "GEN-003",
        "the id `A` stands twice in `periods`",
        "give one of the two another id",
    ),
    "an initiative that ends first": (
        "initiatives: [{id: I, name: n, owner: helena, budget: 1, status: planned,"
        " start: 2027-02-01, end: 2027-01-01}]",
        "CTX-010",
        "expected an end not before 2027-02-01, found `2027-01-01`",
        "swap the two days or correct the year",
    ),
    "an unknown block": (
        "stakeholdres: []",
        "CTX-001",
        "unknown key `stakeholdres` in the context",
        "write `stakeholders`",
    ),
    "a colon without a space": (
        GAP + "due:2027-01-01}]",
        "CTX-001",
        "unknown key `due:2027-01-01` in `gaps[0]`",
        "write `due: 2027-01-01`",
    ),
    "commas in a number": (
        "drift: {allocation: [], spend_to_date: 1,150}",
        "CTX-001",
        "unknown key `150` in `drift`",
        "write numbers without commas, which end a value within brackets",
    ),
    "an empty list": (
        "kpis:",
        "CTX-003",
        "expected a list for `kpis`, found nothing",
        "write a value, or remove the key",
    ),
    "a list for one entry": (
        "drift: [1]",
        "CTX-003",
        "expected keys with values for `drift`, found a list",
        "remove the dash or the brackets; there is one entry only",
    ),
    "a text for a block": (
        "vision: grow",
        "CTX-003",
        "expected keys with values for `vision`, found the text `grow`",
        "write keys below it, such as `statement`, `not_doing` or `tenets`",
    ),
    "a yes": (
        "finance: {quarters: [{id: Q, net_new_arr: 1, sm_cost: 1, forecast: yes}]}",
        "CTX-003",
        "expected true or false for `forecast`, found the text `yes`",
        "write true",
    ),
    "a true for a number": (
        "finance: {quarters: [{id: Q, net_new_arr: true, sm_cost: 1}]}",
        "CTX-003",
        "expected a number for `net_new_arr`, found `true`",
        "write digits only",
    ),
    "a number in quotes": (
        'finance: {quarters: [{id: Q, net_new_arr: "24000", sm_cost: 1}]}',
        "CTX-003",
        "expected a number for `net_new_arr`, found the text `24000`",
        "remove the quotes: `24000`",
    ),
    "a half point": (
        GAP + "due: 2027-01-01, effort: 2.5}]",
        "CTX-003",
        "expected a whole number for `effort`, found the number `2.5`",
        "write a whole number",
    ),
    "a scale of ten": (
        GAP + "due: 2027-01-01, effort: 7}]",
        "CTX-006",
        "expected at most 5 for `effort`, found the number `7`",
        "write a number that is at most 5",
    ),
    "below the scale": (
        GAP + "due: 2027-01-01, effort: 0}]",
        "CTX-006",
        "expected at least 1 for `effort`, found the number `0`",
        "write a number that is at least 1",
    ),
    "a day in quotes": (
        GAP + 'due: "2027-01-01"}]',
        "CTX-003",
        "expected a date for `due`, found the text `2027-01-01`",
        "remove the quotes: `2027-01-01`",
    ),
    "a day that does not exist": (
        GAP + "due: 2027-02-30}]",
        "CTX-003",
        "expected a date for `due`, found the text `2027-02-30`",
        "write a day that exists as year, month and day, such as 2026-12-11",
    ),
    "a week": (
        "audit: {week: 2026-47}",
        "CTX-005",
        "expected an ISO week for `week`, found the text `2026-47`",
        "write year, W and week, such as 2026-W47",
    ),
    "a person without a name": (
        PERSON.format('""'),
        "CTX-005",
        "expected a name for `name`, found a blank text",
        "write what readers call it",
    ),
    "a person with a blank name": (
        PERSON.format('"  "'),
        "CTX-005",
        "expected a name for `name`, found a blank text",
        "write what readers call it",
    ),
    "a person whose name nobody sees": (
        PERSON.format('"\\u200B"'),
        "CTX-005",
        "expected a name for `name`, found the text `\ufffd`",
        "write what readers call it",
    ),
    "a pair of one": (
        CONFLICT + "between: [helena]}]}",
        "CTX-008",
        "expected more entries in `vision.conflicts[0].between`",
        "add the entry",
    ),
    "a pair of three": (
        CONFLICT + "between: [helena, helena, helena]}]}",
        "CTX-008",
        "expected 2 entries in `between`, found 3",
        "remove the rest",
    ),
    "a number in a list of texts": (
        "audit: {week: 2026-W47, done: [5]}",
        "CTX-003",
        "expected text for entry 1 of `done`, found the number `5`",
        'put it in quotes: `"5"`',
    ),
}


@pytest.mark.parametrize("case", ONE_MISTAKE)
def test_one_mistake_gives_one_message(tmp_path: Path, case: str) -> None:
    text, code, message, hint = ONE_MISTAKE[case]

    context, report = check_text(tmp_path, SMALL + text + "\n")

    assert context is None
    assert [(d.code, d.message, d.hint) for d in report] == [(code, message, hint)]


@pytest.mark.parametrize(
    ("version", "message", "hint"),
    [
        (
            "2",
            "expected the version 1 for `schema`, found the number `2`",
            "update alignkit, which reads version 1 only",
        ),
        ("0", "expected the version 1 for `schema`, found the number `0`", "write `schema: 1`"),
        ('"1"', "expected the version 1 for `schema`, found the text `1`", "write `schema: 1`"),
        ("true", "expected the version 1 for `schema`, found `true`", "write `schema: 1`"),
        ("1.0", "expected the version 1 for `schema`, found the number `1.0`", "write `schema: 1`"),
    ],
)
def test_another_version_is_not_read(tmp_path: Path, version: str, message: str, hint: str) -> None:
    context, report = check_text(tmp_path, f"schema: {version}\nnothing: 1\n")

    assert context is None
    assert [(d.code, d.message, d.hint) for d in report] == [("CTX-009", message, hint)]


def test_a_ratio_may_exceed_one_and_a_half_where_it_says_so(tmp_path: Path) -> None:
    kpi = (
        "{id: nrr, name: N, unit: ratio, direction: up, owner: helena, source: gl,"
        " baseline: 2, target: 2, objective: O"
    )
    rest = (
        "sources: {gl: {name: L, kind: actual}}\n"
        "objectives: [{id: O, statement: s, owner: helena, level: company, metric: nrr}]\n"
    )

    _, refused = check_text(tmp_path, SMALL + rest + f"kpis: [{kpi}}}]\n")
    context, report = check_text(tmp_path, SMALL + rest + f"kpis: [{kpi}, allow_over_one: true}}]\n")

    assert [d.message for d in refused] == [
        "expected a fraction of at most 1.5 for `baseline`, found `2`",
        "expected a fraction of at most 1.5 for `target`, found `2`",
    ]
    assert told(report) == []
    assert context is not None


@pytest.mark.parametrize("allowed", [False, True])
def test_a_target_of_success_is_a_fraction_where_its_kpi_is_one(tmp_path: Path, allowed: bool) -> None:
    permission = ", allow_over_one: true" if allowed else ""
    text = (
        SMALL + "sources: {gl: {name: L, kind: actual}}\n"
        "objectives: [{id: O, statement: s, owner: helena, level: company}]\n"
        "kpis: [{id: rate, name: N, unit: ratio, direction: up, owner: helena, source: gl, baseline: 0.2,"
        f" target: 0.4, objective: O{permission}}}]\n"
        "kickoff: {success: [{kpi: rate, target: 30, by: 2027-06-30}, {kpi: lost, target: 30, by: 2027-06-30}]}\n"
    )

    _, report = check_text(tmp_path, text)

    found = [(d.place.path, d.message, d.hint) for d in report if d.code == "CTX-007" and d.place]
    expected = (
        "kickoff.success[0].target",
        "expected a fraction of at most 1.5 for `target`, found `30`",
        "write 0.3, or add `allow_over_one: true` to its KPI",
    )
    assert found == ([] if allowed else [expected])


def test_a_block_that_could_not_be_read_is_not_missed(tmp_path: Path) -> None:
    text = (
        SMALL + "kpis: [\nobjectives: [{id: O, statement: s, owner: nobody, level: company, metric: nrr}]\n"
    )

    _, report = check_text(tmp_path, text)

    assert [(d.code, d.message) for d in report] == [
        ("YAML-012", "expected a closing `]` for the `[` that opens here, found none"),
        ("GEN-002", "expected the id of a stakeholder for `owner`, found `nobody`"),
    ]


def test_many_mistakes_are_cut_short(tmp_path: Path) -> None:
    context, report = check_text(tmp_path, SMALL + "".join(f"x{n}: 1\n" for n in range(500)))

    assert context is None
    assert len(report) == 201
    assert list(report)[-1].message == "there are more problems, which show once these are solved"


def test_a_context_that_was_not_read_from_files_has_no_places() -> None:
    context = Context.model_validate(
        {
            "meta": {"author": "h", "as_of": "2026-11-20"},
            "company": {"name": "Q", "model": "m", "currency": "USD"},
        }
    )

    assert context.place("meta.author") is None


def kinds_in(schema: object) -> Iterator[str]:
    """The types and limits in a validation schema, at any depth."""
    if isinstance(schema, dict):
        if isinstance(schema.get("type"), str):
            yield schema["type"]
        yield from (limit for limit in ("ge", "gt", "le", "lt", "pattern", "max_length") if schema.get(limit))
        for part in schema.values():
            yield from kinds_in(part)
    elif isinstance(schema, list | tuple):
        for part in schema:
            yield from kinds_in(part)


def test_every_kind_of_error_validation_can_give_has_words_of_its_own() -> None:
    errors = {
        "str": "string_type",
        "int": "int_type",
        "bool": "bool_type",
        "date": "date_type",
        "decimal": "is_instance_of",
        "tuple": "tuple_type",
        "dict": "dict_type",
        "model": "model_type",
        "literal": "literal_error",
        "ge": "greater_than_equal",
        "le": "less_than_equal",
        "gt": "greater_than",
        "lt": "less_than",
        "pattern": "string_pattern_mismatch",
        "max_length": "too_long",
    }
    harmless = {"any", "nullable", "default", "definitions", "definition-ref", "model-field", "model-fields"}
    harmless |= {"function-before", "function-after", "no-info", "list", "call"}

    found = set(kinds_in(Context.__pydantic_core_schema__))

    assert {"str", "int", "bool", "date", "decimal", "tuple", "model", "literal"} <= found
    assert found - harmless <= errors.keys()
    assert {errors[kind] for kind in found - harmless} <= _FAULTS.keys()


def test_the_worked_example_takes_little_time() -> None:
    taken = []
    for _ in range(3):
        begun, report = time.process_time(), Report()
        source = read(QUILLMERE / "context.yaml", report, people=QUILLMERE / "people.yaml")
        assert source is not None
        check(source, report)
        taken.append(time.process_time() - begun)

    assert min(taken) < 0.15


@pytest.mark.parametrize(
    ("code", "hint"), [("XXZ", "write the ISO 4217 code, such as USD"), ("UDS", "write `USD`")]
)
def test_a_code_of_no_currency_is_refused(tmp_path: Path, code: str, hint: str) -> None:
    path, report = tmp_path / "context.yaml", Report()
    path.write_text(
        "schema: 1\nmeta: {as_of: 2026-11-20}\n"
        f"company: {{name: Ledgerly, model: services, currency: {code}}}\n",
        "utf-8",
    )
    source = read(path, report)
    assert source is not None

    check(source, report)

    [wrong] = [each for each in report if each.code == "CTX-005"]
    assert (f"expected the code of a currency for `currency`, found `{code}`", hint) == (
        wrong.message,
        wrong.hint,
    )
