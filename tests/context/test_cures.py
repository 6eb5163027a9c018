import pytest

from alignkit.context.cures import date_meant, id_meant, number_meant, truth_meant
from alignkit.values import Unit

NUMBERS = (
    ("2.88M", "2880000"),
    ("$2.88m", "2880000"),
    ("USD 2.9 million", "2900000"),
    ("500k", "500000"),
    ("1.2bn", "1200000000"),
    ("2,880,000", "2880000"),
    ("2.880.000", "2880000"),
    ("2 880 000", "2880000"),
    ("2'880'000", "2880000"),
    ("2_880_000", "2880000"),
    ("2,880", "2880"),
    ("1,5", "1.5"),
    ("0,125", "0.125"),
    ("1,234.50", "1234.5"),
    ("1.234,50", "1234.5"),
    (".5", "0.5"),
    ("+5", "5"),
    ("-5k", "-5000"),
    ("\u22125", "-5"),
    ("1e6", "1000000"),
    ("007", "7"),
    ("24000", "24000"),
    ("2 880 000 €", "2880000"),
    ("78%", "0.78"),
    ("CA$2.94M", "2940000"),
    ("US$ 400k", "400000"),
    ("A$5", "5"),
    ("TBD", ""),
    ("n/a", ""),
    ("1:30", ""),
    ("0x1F", ""),
    ("5 apples", ""),
    ("1.2.3,4,5", ""),
    ("", ""),
)
DATES = (
    ("11/12/2026", ("2026-12-11", "2026-11-12")),
    ("31.12.2026", ("2026-12-31",)),
    ("12/31/2026", ("2026-12-31",)),
    ("2026/12/11", ("2026-12-11",)),
    ("11 Dec 2026", ("2026-12-11",)),
    ("December 11, 2026", ("2026-12-11",)),
    ("11.11.26", ("2026-11-11",)),
    ("2026-12", ()),
    ("next week", ()),
    ("2026-02-30", ()),
    ("99/99/2026", ()),
    ("", ()),
)


@pytest.mark.parametrize(("text", "meant"), NUMBERS)
def test_numbers(text: str, meant: str) -> None:
    assert number_meant(text) == meant


def test_per_cent_is_a_fraction_only_where_fractions_are_wanted() -> None:
    assert number_meant("78 %", Unit.SHARE) == "0.78"
    assert number_meant("78 %", Unit.MONTHS) == ""
    assert number_meant("15%", Unit.COUNT) == ""


@pytest.mark.parametrize(("text", "meant"), DATES)
def test_dates(text: str, meant: tuple[str, ...]) -> None:
    assert date_meant(text) == meant


def test_truth() -> None:
    assert [truth_meant(value) for value in ("yes", "NO", "True", 1, 0, "perhaps")] == [
        "true", "false", "true", "true", "false", "",
    ]  # fmt: skip


def test_ids() -> None:
    assert [id_meant(text) for text in ("paid media", "1st gate", "R&D", "é", "x" * 40, "FY2026/27")] == [
        "paid_media", "st_gate", "R_D", "", "x" * 32, "FY2026-27",
    ]  # fmt: skip
