"""Budget documents of companies nobody knows: they come out, they open, their totals foot, and no rule objects.

`ALIGNKIT_RANDOM_BUDGETS=500 pytest tests/test_random_budgets.py` tries more of them, and
`python tests/test_random_budgets.py 500` says how it went (`250 500`: of those from 250 on).
"""

from __future__ import annotations

import os
import re
import sys
import time
import zipfile
from collections import Counter
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from alignkit.build import Outcome, Request, Workshop, build
from alignkit.catalogue import Catalogue
from alignkit.diagnostics import Diagnostic, Report, Severity
from alignkit.lints.rule import Rule
from alignkit.lints.table import CONTEXT_RULES, DOCUMENT_RULES
from alignkit.writers.ooxml.check import check_package
from budget_drawing import Record
from budget_generator import budget_context
from budget_truth import Truth
from meant_lines import untidy_lines
from shown_tables import cell_number, summed_tables, wrong_sums
from test_random_contexts import lines_of
from yaml_lines import written

if TYPE_CHECKING:
    from collections.abc import Iterator

_MET_BEFORE = (75,)
"""Budgets that have found something once: what a deck needs was named by marks of the template."""
SEEDS = sorted({*range(int(os.environ.get("ALIGNKIT_RANDOM_BUDGETS", "10"))), *_MET_BEFORE})
WORKSHOP = Workshop(Catalogue(None))
FAMILIES = ("GEN", "MET", "BUD", "SCR", "ESC", "MSG")
_RULES: tuple[Rule[Any], ...] = (*CONTEXT_RULES, *DOCUMENT_RULES)
RAISED = frozenset(rule.code for rule in _RULES if rule.severity is not Severity.ERROR)
"""Rules that weigh as errors for some readers only; what they find here is meant."""
LONGEST_LABEL = 60
"""Longer names of lines are cut below a column of a chart, and GEN-014 says so."""
_CUT_LABEL = re.compile(r"the label `(.+)` of the chart does not fit")
_PARAGRAPH = re.compile(r"<a:p>.*?</a:p>", re.DOTALL)
_RUN = re.compile(r"<a:t>([^<]*)</a:t>|<a:br/>")


class Variant(NamedTuple):
    """One way to make one kind."""

    kind: str
    mode: str
    audience: str


@cache
def variants() -> tuple[Variant, ...]:
    """Every kind of the family in every mode for every reader, the kinds in turn."""
    return tuple(
        Variant(name, mode, audience)
        for name in ("budget-deck", "budget-script", "escalation")
        if (kind := WORKSHOP.kind(name, Report()))
        for mode in kind.modes or ("",)
        for audience in ((mode,) if mode in kind.audiences else kind.audiences or ("",))
        if audience not in kind.modes or audience == mode
    )


def variants_of(seed: int) -> Iterator[Variant]:
    """One variant of each kind, another one with each seed."""
    for kind in dict.fromkeys(each.kind for each in variants()):
        own = [each for each in variants() if each.kind == kind]
        yield own[seed % len(own)]


def cut_announced(data: Record, mode: str, months: int = 0) -> Record:
    """What the mode `defend` answers: a cut that finance has announced, some months after the plan begins."""
    if mode == "defend":
        truth = Truth(data)
        amount = int(min(truth.asked - truth.committed, truth.asked / 5)) or 1
        data["budget"]["announced_cut"] = {
            "amount": amount,
            "on": _later(max(data["meta"]["as_of"], data["periods"]["plan"]["start"]), months),
            "reason": "Revenue is behind plan",
        }
    return data


def _later(day: date, months: int) -> date:
    passed = day.month - 1 + months
    return date(day.year + passed // 12, passed % 12 + 1, 1) if months else day


def context_for(seed: int, mode: str) -> Record:
    data = cut_announced(budget_context(seed), mode, 6 if seed % 5 == 1 else 0)
    data["meta"]["status"] = "draft"
    return data


def built(data: Record, variant: Variant, folder: Path) -> Outcome:
    path = folder / "context.yaml"
    path.write_text(written(data).text, "utf-8")
    request = Request(
        path,
        (variant.kind,),
        formats=("md", "txt", "docx", "pptx"),
        audience=variant.audience,
        mode=variant.mode,
    )
    return build(request, WORKSHOP)


def troubles(seed: int, variant: Variant, folder: Path) -> Iterator[str]:
    """What is wrong with the documents of a context, in a line each."""
    data = context_for(seed, variant.mode)
    locale = str(data["meta"]["locale"])
    outcome = built(data, variant, folder)
    yield from (f"{each.code}: {each.message}" for each in outcome.report if each.blocks)
    if not outcome.files:
        yield "no files"
    for each in outcome.report:
        if each.severity is Severity.ERROR and not each.blocks and not _is_meant(each, data):
            yield f"{each.code}: {each.message}"
    for name, bytes_ in outcome.files.items():
        if name.endswith((".docx", ".pptx")):
            yield from (f"{name}: {finding}" for finding in check_package(bytes_))
        if name.endswith(".md"):
            yield from (f"{name}: {wrong}" for wrong in wrong_sums(bytes_.decode("utf-8"), locale))
        lines = slide_lines(bytes_) if name.endswith(".pptx") else lines_of(name, bytes_)
        yield from (f"{name}: {what}: {line}" for what, line in untidy_lines(lines))


def _is_meant(found: Diagnostic, data: Record) -> bool:
    """Whether an error is one of a warning's for this reader, of a payback nobody can compute, or of a long name."""
    truth, cut = Truth(data), _CUT_LABEL.search(found.message)
    if found.code == "GEN-014" and cut:
        return len(cut[1]) > LONGEST_LABEL
    if found.code in ("SCR-004", "BUD-014"):
        return truth.payback(truth.ask) is None
    return found.code in RAISED


def slide_lines(data: bytes) -> Iterator[str]:
    """The paragraphs of slides and notes."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        names = [
            name for name in package.namelist() if re.match(r"ppt/(?:slides|notesSlides)/\w+\.xml", name)
        ]
        for name in names:
            for found in _PARAGRAPH.findall(package.read(name).decode("utf-8")):
                yield "".join(run[1] or " " for run in _RUN.finditer(found)).strip()


@pytest.mark.parametrize("seed", SEEDS)
def test_no_rule_finds_an_error_in_a_consistent_budget(seed: int, tmp_path: Path) -> None:
    path = tmp_path / "context.yaml"
    path.write_text(written(budget_context(seed)).text, "utf-8")

    report = build(Request(path), WORKSHOP).report

    assert [] == [f"{each.code}: {each.message}" for each in report.of(Severity.ERROR)]


@pytest.mark.parametrize("seed", SEEDS)
def test_documents_of_a_random_budget_can_be_handed_over(seed: int, tmp_path: Path) -> None:
    found = {variant: list(troubles(seed, variant, tmp_path)) for variant in variants_of(seed)}

    assert {} == {variant: lines for variant, lines in found.items() if lines}


@pytest.mark.parametrize(
    ("seed", "variant"),
    [
        (340, Variant("budget-script", "talk", "peer")),
        (345, Variant("budget-deck", "ask", "team")),
        (88, Variant("budget-script", "talk", "peer")),
    ],
)
def test_budgets_that_once_went_wrong(seed: int, variant: Variant, tmp_path: Path) -> None:
    """Paybacks of exactly 3.75 and 6.25 months were 3.7 and 6.2; a team alone had no slide of work."""
    assert [] == list(troubles(seed, variant, tmp_path))


def test_a_seed_gives_the_same_budget_each_time() -> None:
    assert budget_context(5) == budget_context(5)
    assert budget_context(5) != budget_context(6)


def test_budgets_differ_in_what_matters() -> None:
    """Each variety that is claimed is drawn within the first hundred seeds."""
    truths = [Truth(budget_context(seed)) for seed in range(100)]

    seen = {
        "tiers": {len(each.tiers) for each in truths},
        "lines": {len(each.budget["lines"]) for each in truths},
        "change": {(each.change > 0) - (each.change < 0) for each in truths},
        "models": {each.data["company"]["model"] for each in truths},
        "locales": {each.data["meta"]["locale"] for each in truths},
        "policy": {each.breaks_ceiling(each.payback(each.ask)) for each in truths},
        "floor": {each.breaks_floor(each.value(each.ask)) for each in truths},
        "bad year": {each.breaks_ceiling(each.bad_payback()) for each in truths},
        "equal": {each.ceiling == each.payback(each.ask) for each in truths if each.ceiling},
        "nobody": {not each.ask.get("new_customers") for each in truths},
        "last year": {
            (each.spend_variance() > 0) - (each.spend_variance() < 0) for each in truths if "last_plan" in each.finance
        },
        "issues": {issue["type"] for each in truths for issue in each.data["issues"]},
        "sizes": {len(str(int(each.asked))) // 3 for each in truths},
    }  # fmt: skip

    assert {3, 4, 5, 6} == seen["tiers"]
    assert {1, 2, 3, 5, 7, 12, 25} == seen["lines"]
    assert {-1, 0, 1} == seen["change"] == seen["last year"]
    assert {"b2b_saas", "services", "ecommerce"} == seen["models"]
    assert {"en-US", "en-GB", "de-DE", "fr-FR"} == seen["locales"]
    assert (
        {True, False}
        == seen["policy"]
        == seen["floor"]
        == seen["bad year"]
        == seen["equal"]
        == seen["nobody"]
    )
    assert 8 == len(seen["issues"])
    assert {0, 1, 2, 3} <= seen["sizes"]


def test_a_wrong_sum_is_seen() -> None:
    table = "| Line | USD |\n| --- | --: |\n| A | 1,000 |\n| B | −200 |\n| **Total** | **{}** |\n{}"

    assert [] == list(wrong_sums(table.format("800", ""), "en-US"))
    assert ["USD"] == [each.header for each in wrong_sums(table.format("801", ""), "en-US")]
    assert [] == list(wrong_sums(table.format("801", "\nParts are rounded."), "en-US"))
    assert 1 == summed_tables(table.format("800", ""))


@pytest.mark.parametrize(
    ("cell", "locale", "number"),
    [
        ("1,234.5", "en-US", "2469/2"), ("1.234,5", "de-DE", "2469/2"), ("1\u202f234", "fr-FR", "1234"), ("(20)", "en-GB", "-20"),
        ("−20", "en-US", "-20"), ("$7", "en-US", "7"), ("7 €", "de-DE", "7"), ("Team", "en-US", "None"), ("", "en-US", "None"),
    ],
)  # fmt: skip
def test_numbers_of_cells(cell: str, locale: str, number: str) -> None:
    assert number == str(cell_number(cell, locale))


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["−2.1 months"], ["a negative time"]),
        (["−2.1 months", "payback ceiling − CAC payback: 15.1 − 17.2 = −2.1 months"], []),
        (["−3 months", "payback ceiling − CAC payback: 15.1 − 17.2 = −2.1 months"], ["a negative time"]),
        (["−2.1 months", "CAC payback: 15.1 − 17.2 = −2.1 months"], ["a negative time"]),
        (["Payback is −2.1 months, 3 − 5.1 = −2.1 months"], ["a negative time"]),
        (["n/a", "spend / revenue: n/a: revenue not given for Ask", "n/a: there is no cheaper tier. Paid in May."], []),
        (["n/a Share of revenue, Ask (Marketing plan, Fri, Nov 20)"], []),
        (["n/a Capped LTV:CAC, Lean (General ledger and Marketing plan, Sun, 15 Nov)"], []),
        (["Spend, Ask £4M; Cost a year, Sales 18 000 €; Payback 3.5 months; Customers lost n/a;"], []),
        (["sum of the phases in 2027-05: 550 + 0 = 550"], []),
        (["The share of revenue is n/a, as ever", "Ask; n/a; Lean"], ["a figure that does not exist"] * 2),
    ],
)  # fmt: skip
def test_only_lists_of_figures_may_show_what_no_sentence_may(lines: list[str], found: list[str]) -> None:
    assert found == [what for what, _ in untidy_lines(lines)]


def _main(first: int, end: int) -> int:
    """Make the documents of many budgets and say how it went."""
    kinds: Counter[str] = Counter()
    wrong = 0
    start = time.perf_counter()
    say = sys.stdout.write
    with TemporaryDirectory() as folder:
        for seed in range(first, end):
            for variant in variants_of(seed):
                kinds[" ".join(variant).strip()] += 1
                for trouble in troubles(seed, variant, Path(folder)):
                    wrong += 1
                    say(f"{seed} {' '.join(variant)}: {trouble}\n")
    seconds = time.perf_counter() - start
    say(
        f"{end - first} budgets, {sum(kinds.values())} sets of documents, {wrong} troubles, {seconds:.0f} s\n"
    )
    for name, times in kinds.items():
        say(f"  {name}: {times}\n")
    return min(wrong, 1)


if __name__ == "__main__":
    numbers = [int(each) for each in sys.argv[1:]] or [100]
    sys.exit(_main(*(numbers if len(numbers) > 1 else [0, *numbers])))
