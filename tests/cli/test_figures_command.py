"""`alignkit figures`: the working and the sources of every figure."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from alignkit.catalogue import packaged

if TYPE_CHECKING:
    from command_line import Run

EXAMPLE = ("--context", str(packaged("examples/quillmere") / "context.yaml"))


def test_a_figure_shows_its_working_and_its_sources(run: Run) -> None:
    done = run("figures", "tier.ask.cac", "loaded", *EXAMPLE)

    assert done.code == 0
    first = done.out.split("\n\n")[0].splitlines()[:5]
    assert first == [
        "Loaded CAC, Ask: $45,158",
        "    tier.ask.cac",
        "    = (spend + sales cost) / new customers",
        "    = (2,880,000 + 5,700,000) / 190 = 45,158",
        "    from FY2027 bottom-up marketing plan v3, Thu, Nov 19",
    ]


def test_days_are_in_english_for_a_reader_elsewhere(run: Run) -> None:
    done = run("figures", "tier.ask.cac", *EXAMPLE, "--set", "meta.locale=de-DE")

    assert "    from FY2027 bottom-up marketing plan v3, Thu, 19 Nov\n" in done.out


def test_a_figure_is_called_as_the_trade_of_the_company_calls_it(run: Run) -> None:
    done = run("figures", "budget.drivers.win_rate.low", *EXAMPLE, "--set", "company.model=ecommerce")

    assert done.out.startswith("Low, conversion rate: ")


def test_a_figure_there_is_not_says_why(run: Run) -> None:
    done = run("figures", "tier.ask.payback", *EXAMPLE, "--set", "finance.FY2027.gross_margin=null")

    assert done.out.startswith("CAC payback, Ask: n/a\n")
    assert "    not available: gross margin not given for FY2027\n" in done.out


def test_a_program_gets_exact_numbers(run: Run) -> None:
    done = run("figures", "tier.ask.payback", "--json", *EXAMPLE)
    figure = next(each for each in json.loads(done.out) if each["key"] == "tier.ask.payback")

    assert figure["value"].startswith("17.368421")
    assert figure["shown"] == "17.4 months"
    assert figure["sources"]


@pytest.mark.parametrize("word", ["nothing-is-called-so", "PAYBACK-OF-NOTHING"])
def test_no_figure_of_that_name_is_said(run: Run, word: str) -> None:
    done = run("figures", word, *EXAMPLE)

    assert done.code != 0
    assert done.err == f"no figure has {word} in its name\n"


def test_a_broken_context_is_told(run: Run) -> None:
    done = run("figures", *EXAMPLE, "--set", "company.currency=7")

    assert done.code != 0
    assert "CTX-" in done.err
