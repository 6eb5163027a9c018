"""Numbers and dates as readers in three places see them, and what holds everywhere."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alignkit.formats import (
    Formats,
    Scale,
    is_known_currency,
    is_known_locale,
    nearest_currency,
    rounded,
    rounding_note,
    scale_for,
    shares_to_100,
)
from alignkit.values import NA, Figure, NACode, Unit

AS_OF = date(2026, 11, 20)
US, GB, DE = (Formats(tag, AS_OF) for tag in ("en-US", "en-GB", "de-DE"))
NB = "\u00a0"
QUIET = settings(max_examples=100, deadline=None, database=None)


def _figure(value: str, unit: Unit, noun: str = "") -> Figure:
    return Figure("key", Decimal(value), unit, currency="USD" if unit is Unit.MONEY else "", noun=noun)


def _missing() -> Figure:
    return Figure("key", NA(NACode.ZERO_DENOMINATOR, "new customers is zero"), Unit.MONEY)


M, S, P, T, R, MO, D, C = (
    Unit.MONEY,
    Unit.SHARE,
    Unit.POINTS,
    Unit.TIMES,
    Unit.RATIO,
    Unit.MONTHS,
    Unit.DAYS,
    Unit.COUNT,
)
FIGURES = (
    # value, unit, style, en-US, en-GB, de-DE
    ("2880000", M, "", "$2.88M", "US$2.88M", f"2,88{NB}Mio.{NB}$"),
    ("7200000", M, "", "$7.2M", "US$7.2M", f"7,2{NB}Mio.{NB}$"),
    ("1000000", M, "", "$1M", "US$1M", f"1{NB}Mio.{NB}$"),
    ("1000800", M, "", "$1.00M", "US$1.00M", f"1,00{NB}Mio.{NB}$"),
    ("2004000", M, "", "$2.00M", "US$2.00M", f"2,00{NB}Mio.{NB}$"),
    ("10004000", M, "", "$10.0M", "US$10.0M", f"10,0{NB}Mio.{NB}$"),
    ("123004000", M, "", "$123M", "US$123M", f"123{NB}Mio.{NB}$"),
    ("17532000", M, "", "$17.53M", "US$17.53M", f"17,53{NB}Mio.{NB}$"),
    ("999999.5", M, "", "$1.00M", "US$1.00M", f"1,00{NB}Mio.{NB}$"),
    ("999999999", M, "", "$1.00B", "US$1.00B", f"1,00{NB}Mrd.{NB}$"),
    ("480000", M, "", "$480,000", "US$480,000", f"480.000{NB}$"),
    ("45157.894736", M, "", "$45,158", "US$45,158", f"45.158{NB}$"),
    ("0.5", M, "", "$0.50", "US$0.50", f"0,50{NB}$"),
    ("0", M, "", "$0", "US$0", f"0{NB}$"),
    ("-480000", M, "", "−$480,000", "−US$480,000", f"−480.000{NB}$"),
    ("2880000", M, "exact", "$2,880,000", "US$2,880,000", f"2.880.000{NB}$"),
    ("45157.894736", M, "exact", "$45,157.89", "US$45,157.89", f"45.157,89{NB}$"),
    ("2880000", M, "plain", "2,880,000", "2,880,000", "2.880.000"),
    ("2880000", M, "thousand", "2,880", "2,880", "2.880"),
    ("2880500", M, "thousand", "2,881", "2,881", "2.881"),
    ("2880000", M, "million", "2.88", "2.88", "2,88"),
    ("2880000", M, "spoken", "2.88 million dollars", "2.88 million US dollars", "2,88 Millionen US-Dollar"),
    ("480000", M, "spoken", "480,000 dollars", "480,000 US dollars", "480.000 US-Dollar"),
    ("480000", M, "signed", "+$480,000", "+US$480,000", f"+480.000{NB}$"),
    ("0", M, "signed", "$0", "US$0", f"0{NB}$"),
    ("-480000", M, "absolute", "$480,000", "US$480,000", f"480.000{NB}$"),
    ("-480000", M, "parentheses", "($480,000)", "(US$480,000)", f"(480.000{NB}$)"),
    ("-480000", M, "plain parentheses", "(480,000)", "(480,000)", "(480.000)"),
    ("480000", M, "signed thousand", "+480", "+480", "+480"),
    ("0.225", S, "", "22.5%", "22.5%", f"22,5{NB}%"),
    ("0.50", S, "", "50%", "50%", f"50{NB}%"),
    ("0.50", S, "fixed", "50.0%", "50.0%", f"50,0{NB}%"),
    ("0.0697", S, "", "7.0%", "7.0%", f"7,0{NB}%"),
    ("-0.1", S, "", "−10%", "−10%", f"−10{NB}%"),
    ("1.847", S, "", "184.7%", "184.7%", f"184,7{NB}%"),
    ("0.503472", S, "exact", "50.3472%", "50.3472%", f"50,3472{NB}%"),
    ("0.225", S, "plain", "22.5", "22.5", "22,5"),
    ("0.225", S, "spoken", "22.5 percent", "22.5 per cent", "22,5 Prozent"),
    ("0.04", S, "points", "+4.0 pts", "+4.0 pts", "+4,0 PP"),
    ("0.04", P, "", "+4.0 pts", "+4.0 pts", "+4,0 PP"),
    ("-0.04", P, "", "−4.0 pts", "−4.0 pts", "−4,0 PP"),
    ("0", P, "", "0.0 pts", "0.0 pts", "0,0 PP"),
    ("-0.0001", P, "", "0.0 pts", "0.0 pts", "0,0 PP"),
    ("0.04", P, "spoken", "+4.0 percentage points", "+4.0 percentage points", "+4,0 Prozentpunkte"),
    ("3.45455", T, "", "3.45x", "3.45x", "3,45x"),
    ("3", T, "", "3x", "3x", "3x"),
    ("3.45", T, "plain", "3.45", "3.45", "3,45"),
    ("3.45", T, "spoken", "3.45 times", "3.45 times", "3,45-mal"),
    ("0.7371", R, "", "0.74", "0.74", "0,74"),
    ("1.2", R, "", "1.20", "1.20", "1,20"),
    ("17.37", MO, "", "17.4 months", "17.4 months", "17,4 Monate"),
    ("18", MO, "", "18 months", "18 months", "18 Monate"),
    ("1", MO, "", "1 month", "1 month", "1 Monat"),
    ("17.37", MO, "plain", "17.4", "17.4", "17,4"),
    ("-0.46", MO, "", "−0.5 months", "−0.5 months", "−0,5 Monate"),
    ("7", D, "", "7 days", "7 days", "7 Tage"),
    ("1", D, "", "1 day", "1 day", "1 Tag"),
    ("190", C, "", "190", "190", "190"),
    ("15.384", C, "", "15.38", "15.38", "15,38"),
    ("1500", C, "", "1,500", "1,500", "1.500"),
    ("-26", C, "", "−26", "−26", "−26"),
    ("40", C, "signed", "+40", "+40", "+40"),
)


@pytest.mark.parametrize(("value", "unit", "style", "us", "gb", "de"), FIGURES)
def test_a_figure(value: str, unit: Unit, style: str, us: str, gb: str, de: str) -> None:
    figure = _figure(value, unit)

    assert us == US.figure(figure, style)
    assert gb == GB.figure(figure, style)
    assert de == DE.figure(figure, style)


ELSEWHERE = (
    ("fr-FR", "2880000", M, "", f"2,88{NB}M{NB}$US"),
    ("fr-FR", "2880000", M, "spoken", "2\u202f880\u202f000 dollars des États-Unis"),
    ("ja-JP", "2880000", M, "", "$288万"),
    ("ja-JP", "17.4", MO, "", "17.4 か月"),
    ("pl-PL", "17.4", MO, "", "17,4 miesiąca"),
    ("sv-SE", "-0.225", S, "", f"−22,5{NB}%"),
    ("de-CH", "480000", M, "", f"${NB}480’000"),
    ("fr-FR", "0.04", P, "", "+4,0 pp"),
)


@pytest.mark.parametrize(("locale", "value", "unit", "style", "text"), ELSEWHERE)
def test_a_figure_in_any_other_locale(locale: str, value: str, unit: Unit, style: str, text: str) -> None:
    assert text == Formats(locale, AS_OF).figure(_figure(value, unit), style)


def test_the_language_of_the_text_names_units_and_the_locale_writes_numbers() -> None:
    formats = Formats("de-DE", AS_OF, "en")

    assert formats.figure(_figure("17.4", MO)) == "17,4 months"
    assert formats.list(["a", "b", "c"]) == "a, b and c"


def test_a_currency_code_stands_off_the_digits() -> None:
    assert US.money(480000, "CHF") == f"CHF{NB}480,000"
    assert GB.money(480000, "GBP", "spoken") == "480,000 pounds"
    assert DE.money(Decimal("2880000"), "EUR") == f"2,88{NB}Mio.{NB}€"
    assert US.money(Decimal("12.5"), "JPY") == "¥13"


@pytest.mark.parametrize(
    ("tag", "full", "short"),
    [
        ("en-DE", f"27.000{NB}€", f"2,88M{NB}€"),
        ("en-NL", f"€{NB}27.000", f"€{NB}2,88M"),
        ("en-FR", f"27\u202f000{NB}€", f"2,88M{NB}€"),
        ("de-CH", f"EUR{NB}27’000", f"EUR{NB}2.88{NB}Mio."),
        ("de-AT", f"€{NB}27.000", f"€{NB}2,88{NB}Mio."),
        ("en-GB", "€27,000", "€2.88M"),
    ],
)
def test_a_short_amount_has_its_sign_where_a_full_one_has_it(tag: str, full: str, short: str) -> None:
    formats = Formats(tag, AS_OF)

    assert formats.money(27000, "EUR") == full
    assert formats.money(2880000, "EUR") == short


@pytest.mark.parametrize("style", ["", "exact", "spoken", "plain", "signed", "parentheses"])
def test_what_does_not_exist_is_never_a_number(style: str) -> None:
    assert US.figure(_missing(), style) == "n/a"
    assert US.count(_missing()) == "n/a"
    assert US.scaled(_missing(), Scale(3, 0)) == "n/a"
    assert US.variance(_missing(), "up") == "n/a"


def test_an_unknown_style_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown style 'loud'"):
        US.figure(_figure("1", M), "plain loud")
    with pytest.raises(ValueError, match="unknown date style 'loud'"):
        US.date(AS_OF, "loud")


DATES = (
    (date(2026, 11, 27), "", "Fri, Nov 27, 2026", "Fri, 27 Nov 2026", "Fr., 27. Nov. 2026"),
    (date(2026, 12, 20), "", "Sun, Dec 20, 2026", "Sun, 20 Dec 2026", "So., 20. Dez. 2026"),
    (date(2026, 12, 21), "", "Dec 21, 2026", "21 Dec 2026", "21. Dez. 2026"),
    (date(2026, 10, 21), "", "Wed, Oct 21, 2026", "Wed, 21 Oct 2026", "Mi., 21. Okt. 2026"),
    (date(2026, 10, 20), "", "Oct 20, 2026", "20 Oct 2026", "20. Okt. 2026"),
    (date(2026, 11, 27), "short", "Fri, Nov 27", "Fri 27 Nov", "Fr., 27. Nov."),
    (date(2026, 6, 1), "short", "Jun 1", "1 Jun", "1. Juni"),
    (date(2027, 3, 15), "short", "Mar 15, 2027", "15 Mar 2027", "15. März 2027"),
    (
        date(2026, 11, 27),
        "long",
        "Friday, November 27, 2026",
        "Friday, 27 November 2026",
        "Freitag, 27. November 2026",
    ),
    (date(2027, 3, 15), "long", "March 15, 2027", "15 March 2027", "15. März 2027"),
    (date(2026, 11, 27), "spoken", "Friday, November 27", "Friday 27 November", "Freitag, 27. November"),
    (date(2027, 3, 15), "spoken", "March 15, 2027", "15 March 2027", "15. März 2027"),
    (date(2027, 3, 15), "month", "March 2027", "March 2027", "März 2027"),
)


@pytest.mark.parametrize(("day", "style", "us", "gb", "de"), DATES)
def test_a_date_has_its_weekday_within_thirty_days(day: date, style: str, us: str, gb: str, de: str) -> None:
    assert us == US.date(day, style)
    assert gb == GB.date(day, style)
    assert de == DE.date(day, style)


NUMBERS = (
    ("7200000", None, "7,200,000"),
    ("45157.894736", None, "45,157.89"),
    ("18.461538", None, "18.4615"),
    ("0.2350", None, "0.235"),
    ("-3", None, "−3"),
    ("2.5", 0, "3"),
    ("-2.5", 0, "−3"),
    ("-0.4", 0, "0"),
    ("5", 2, "5.00"),
)


@pytest.mark.parametrize(("value", "places", "text"), NUMBERS)
def test_a_plain_number(value: str, places: int | None, text: str) -> None:
    assert text == US.number(Decimal(value), places)


def test_whole_numbers_need_no_decimal() -> None:
    assert US.number(1200) == "1,200"
    assert DE.number(1200) == "1.200"


COUNTS = (
    ("16", "customer", "16 customers"),
    ("1", "customer", "1 customer"),
    ("0", "customer", "0 customers"),
    ("-1", "customer", "−1 customer"),
    ("15.384", "customer", "15.38 customers"),
    ("417", "opportunity", "417 opportunities"),
    ("5", "day", "5 days"),
    ("2", "branch", "2 branches"),
    ("3", "", "3"),
)


@pytest.mark.parametrize(("value", "noun", "text"), COUNTS)
def test_a_count_with_what_it_counts(value: str, noun: str, text: str) -> None:
    assert text == US.count(_figure(value, C, noun))


def test_only_english_nouns_are_inflected() -> None:
    assert DE.count(_figure("16", C, "Kunden")) == "16 Kunden"


LISTS: tuple[tuple[list[str], str], ...] = (
    ([], ""),
    (["a"], "a"),
    (["a", "b"], "a and b"),
    (["a", "b", "c"], "a, b and c"),
)


@pytest.mark.parametrize(("items", "text"), LISTS)
def test_a_list(items: list[str], text: str) -> None:
    assert text == US.list(items)
    assert text.replace("and", "und") == DE.list(items)


def _d(number: str) -> Decimal:
    return Decimal(number)


WORKINGS = (
    # value, unit, parts, en-US, de-DE
    ("48000", M, (_d("7200000"), " / ", _d("150")), "7,200,000 / 150 = 48,000", "7.200.000 / 150 = 48.000"),
    (
        "48000",
        M,
        ("(", _d("2400000"), " + ", _d("4800000"), ")", " / ", _d("150")),
        "(2,400,000 + 4,800,000) / 150 = 48,000",
        "(2.400.000 + 4.800.000) / 150 = 48.000",
    ),
    (
        "45157.894",
        M,
        (_d("8580000"), " / ", _d("190")),
        "8,580,000 / 190 = 45,158",
        "8.580.000 / 190 = 45.158",
    ),
    ("26.4", M, (_d("132"), " / ", _d("5")), "132 / 5 = 26.40", "132 / 5 = 26,40"),
    (
        "16",
        C,
        ("\u2308", _d("480000"), " / ", _d("31200"), "\u2309"),
        "480,000 / 31,200, rounded up = 16",
        "480.000 / 31.200, aufgerundet = 16",
    ),
    (
        "72",
        C,
        ("\u230a", _d("360"), " × ", _d("0.2"), "\u230b"),
        "360 × 0.2, rounded down = 72",
        "360 × 0,2, abgerundet = 72",
    ),
    (
        "18.4615",
        MO,
        (_d("48000"), " / ", "(", _d("31200"), " / ", _d("12"), ")"),
        "48,000 / (31,200 / 12) = 18.5 months",
        "48.000 / (31.200 / 12) = 18,5 Monate",
    ),
    (
        "0.1",
        S,
        (_d("2400000"), " / ", _d("24000000")),
        "2,400,000 / 24,000,000 = 10%",
        f"2.400.000 / 24.000.000 = 10{NB}%",
    ),
    (
        "3.4545",
        T,
        (_d("156000"), " / ", _d("45157.894736")),
        "156,000 / 45,157.89 = 3.45x",
        "156.000 / 45.157,89 = 3,45x",
    ),
    (
        "5",
        C,
        ("min(", _d("1"), " / ", _d("0.11"), "; ", _d("5"), ")"),
        "min(1 / 0.11; 5) = 5",
        "min(1 / 0,11; 5) = 5",
    ),
    ("-18000", M, (_d("9000"), " − ", _d("27000")), "9,000 − 27,000 = −18,000", "9.000 − 27.000 = −18.000"),
    ("3", M, (_d("1"), " − ", "(", _d("-2"), ")"), "1 − (−2) = 3", "1 − (−2) = 3"),
    (
        "7",
        D,
        (date(2026, 11, 20), " – ", date(2026, 11, 27)),
        "Nov 20, 2026 – Nov 27, 2026 = 7 days",
        "20. Nov. 2026 – 27. Nov. 2026 = 7 Tage",
    ),
    ("2880000", M, (), "2,880,000", "2.880.000"),
)


@pytest.mark.parametrize(("value", "unit", "parts", "us", "de"), WORKINGS)
def test_the_working_of_a_figure(
    value: str, unit: Unit, parts: tuple[str | Decimal | date, ...], us: str, de: str
) -> None:
    figure = Figure("k", Decimal(value), unit, currency="USD" if unit is M else "", working=parts)

    assert US.working(figure) == us
    assert DE.working(figure) == de


def test_rounding_inside_a_working_keeps_its_brackets() -> None:
    parts = ("⌈", Decimal(5), " / ", Decimal(2), "⌉", " + ", "⌈", Decimal(1), "⌉")
    nearest = Figure("k", Decimal(1), C, working=("⌊", Decimal(120), " / ", Decimal("91.25"), "⌉"))

    assert US.working(Figure("k", Decimal(4), C, working=parts)) == "⌈5 / 2⌉ + ⌈1⌉ = 4"
    assert US.working(nearest) == "120 / 91.25, rounded = 1"
    assert DE.working(nearest) == "120 / 91,25, gerundet = 1"


def test_what_a_language_has_no_word_for_keeps_its_sign_in_a_working() -> None:
    figure = Figure("k", Decimal(3), C, working=("\u2308", Decimal(5), " / ", Decimal(2), "\u2309"))

    assert Formats("fr-FR", AS_OF).working(figure) == "\u23085 / 2\u2309 = 3"


def test_the_working_of_what_does_not_exist_is_its_reason() -> None:
    assert US.working(_missing()) == "n/a: new customers is zero"


RATES = (
    (6, 25, "24% (n = 25)"),
    (9, 29, "31.0% (n = 29)"),
    (10, 30, "33.3%"),
    (3, 10, "30% (n = 10)"),
    (3, 9, "3 of 9"),
    (0, 0, "n/a"),
)


@pytest.mark.parametrize(("part", "base", "text"), RATES)
def test_a_percentage_of_a_small_base_says_so(part: int, base: int, text: str) -> None:
    assert text == US.rate(part, base)


def test_a_difference_says_whether_it_is_good() -> None:
    over, under, none = (_figure(value, M) for value in ("50000", "-50000", "0"))

    assert US.variance(over, "down") == "+$50,000 (unfavorable)"
    assert GB.variance(under, "down") == "−US$50,000 (favourable)"
    assert DE.variance(over, "up") == f"+50.000{NB}$ (günstig)"
    assert US.mark(none, "up") == "unchanged"


SCALES = (
    ((), Scale(0, 0), "USD", "USD"),
    (("950", "12"), Scale(0, 0), "USD", "USD"),
    (("9999",), Scale(0, 0), "USD", "USD"),
    (("10000",), Scale(3, 1), "USD thousand", "Tsd. USD"),
    (("45157.89", "22500"), Scale(3, 1), "USD thousand", "Tsd. USD"),
    (("2880000", "10000"), Scale(3, 0), "USD thousand", "Tsd. USD"),
    (("-9999400",), Scale(3, 0), "USD thousand", "Tsd. USD"),
    (("9999500",), Scale(6, 2), "USD million", "Mio. USD"),
    (("26820000",), Scale(6, 1), "USD million", "Mio. USD"),
    (("123456789012",), Scale(6, 0), "USD million", "Mio. USD"),
    (("3.45", "12.1"), Scale(0, 1), "USD", "USD"),
)


@pytest.mark.parametrize(("values", "scale", "us", "de"), SCALES)
def test_the_scale_of_a_table(values: tuple[str, ...], scale: Scale, us: str, de: str) -> None:
    found = scale_for([_missing(), *(_figure(value, M) for value in values)])

    assert scale == found
    assert us == US.unit_header(found, "USD")
    assert de == DE.unit_header(found, "USD")


def test_numbers_of_a_table_share_scale_and_decimals() -> None:
    scale = Scale(3, 1)

    assert [US.scaled(_figure(value, M), scale) for value in ("45158", "24000", "-50")] == [
        "45.2",
        "24.0",
        "−0.1",
    ]


NOTES = (
    (("1400", "1400"), "2800", True),
    (("1000", "2000"), "3000", False),
    (("1500", "1499"), "2999", False),
)


@pytest.mark.parametrize(("parts", "total", "note"), NOTES)
def test_a_note_when_rounded_parts_miss_the_rounded_total(
    parts: tuple[str, ...], total: str, note: bool
) -> None:
    figures = [_figure(part, M) for part in parts]

    assert rounding_note(figures, _figure(total, M), Scale(3, 0)) is note


def test_no_note_where_nothing_can_be_added() -> None:
    assert rounding_note([_missing()], _figure("1", M), Scale(0, 0)) is False
    assert rounding_note([_figure("1", M)], _missing(), Scale(0, 0)) is False


SHARES = (
    (("1", "1", "1"), 0, ("34", "33", "33")),
    (("1", "1", "1"), 1, ("33.4", "33.3", "33.3")),
    (("0.455", "0.333", "0.212"), 0, ("46", "33", "21")),
    (("0", "5"), 0, ("0", "100")),
)


@pytest.mark.parametrize(("values", "places", "shares"), SHARES)
def test_shares_add_to_a_hundred(values: tuple[str, ...], places: int, shares: tuple[str, ...]) -> None:
    found = shares_to_100([Decimal(value) for value in values], places)

    assert found == [Decimal(share) for share in shares]


def test_shares_of_nothing_do_not_exist() -> None:
    assert shares_to_100([Decimal(0)]) == NA(NACode.ZERO_DENOMINATOR, "there is nothing to share out")
    assert shares_to_100([]) == NA(NACode.ZERO_DENOMINATOR, "there is nothing to share out")
    assert shares_to_100([Decimal(2), Decimal(-1)]) == NA(
        NACode.NEGATIVE_INPUT, "a share of a negative amount has no meaning"
    )


@QUIET
@given(
    values=st.lists(st.decimals(0, 10**9, places=2, allow_nan=False), min_size=1, max_size=12),
    places=st.integers(0, 2),
)
def test_any_shares_add_to_a_hundred(values: list[Decimal], places: int) -> None:
    shares = shares_to_100(values, places)

    if isinstance(shares, NA):
        assert not any(values)
    else:
        assert sum(shares) == 100
        assert min(shares) >= 0


@QUIET
@given(value=st.decimals(-(10**9), 10**9, places=6, allow_nan=False), places=st.integers(0, 4))
def test_numbers_round_half_away_from_zero(value: Decimal, places: int) -> None:
    text = US.number(value, places)

    shown = Decimal(text.replace(",", "").replace("−", "-"))
    assert shown == value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    assert not (shown == 0 and "−" in text)


@QUIET
@given(
    value=st.decimals(-(10**14), 10**14, places=4, allow_nan=False),
    unit=st.sampled_from(list(Unit)),
    locale=st.sampled_from(["en-US", "de-DE", "fr-CH", "ja-JP", "ar", "hi-IN", "zh-Hant-TW"]),
    style=st.sampled_from(["", "exact", "spoken", "plain", "thousand", "signed", "parentheses"]),
)
def test_any_figure_can_be_shown_anywhere(value: Decimal, unit: Unit, locale: str, style: str) -> None:
    assert Formats(locale, AS_OF).figure(Figure("k", value, unit, currency="EUR"), style)


def test_half_a_unit_in_the_last_digit_is_enough() -> None:
    assert rounded(Decimal("0.4" + "9" * 33), 0) == 0
    assert US.figure(_figure("0.2254999999999999999999999999999999", S)) == "22.5%"
    assert US.figure(_figure("0.2255", S)) == "22.6%"


KNOWN = ("en-US", "en-GB", "de-DE", "de", "nb", "zh-Hant-TW", "sr-Latn-RS", "EN-us")
UNKNOWN = ("", "xx-YY", "de-XX", "en_US", "english", "en-US-u-nu-latn", "C", "../etc", "x" * 500)


@pytest.mark.parametrize("tag", KNOWN)
def test_a_known_locale(tag: str) -> None:
    assert is_known_locale(tag)


@pytest.mark.parametrize("tag", UNKNOWN)
def test_an_unknown_locale_is_refused(tag: str) -> None:
    assert not is_known_locale(tag)
    with pytest.raises(ValueError, match="locale"):
        Formats(tag, AS_OF)


@pytest.mark.parametrize(
    ("code", "is_known", "near"),
    [
        ("USD", True, "USD"),
        ("GBP", True, "GBP"),
        ("DEM", True, "DEM"),
        ("UDS", False, "USD"),
        ("XXZ", False, ""),
    ],
)
def test_currencies_are_known_by_their_code(code: str, is_known: bool, near: str) -> None:
    assert (is_known, near) == (is_known_currency(code), nearest_currency(code))


@pytest.mark.parametrize("code", ["XXX", "XTS"])
def test_codes_for_no_money_are_none(code: str) -> None:
    assert not is_known_currency(code)


@pytest.mark.parametrize(
    ("locale", "text"),
    [("en-CA", "Oct–Dec 2027"), ("de-DE", "Okt.–Dez. 2027"), ("ja-JP", "2027年10月～12月")],
)
def test_months_say_their_year_once(locale: str, text: str) -> None:
    formats = Formats(locale, date(2026, 11, 20))

    assert text == formats.months(date(2027, 10, 1), date(2027, 12, 31))
