"""The job: a memo of three pages, its words once for everybody, and values that differ in every one.

Words are written in the notation of `alignkit`'s templates as far as all contenders share it: `**bold**`,
`[text](address)` and `{name}` for a value.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

AS_OF = date(2026, 11, 20)
REGIONS = ("Iberia", "Nordics", "Benelux", "Midlands", "Ontario", "Cascadia", "Saxony", "Aquitaine")
PROGRAMMES = ("the partner programme", "the plant tours", "the field events", "the customer council")
PEOPLE = ("Ada Whitcombe", "Bruno Salgado", "Chiara Venn", "Dov Lindgren", "Esi Mensah", "Freya Holt")
LINES = (
    "Paid search", "Trade fairs", "Partner funds", "Field events", "Customer stories", "Web site",
    "Analyst relations", "Translation", "Agency retainer", "Training",
)  # fmt: skip
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip

Value = int | float | str | date


@dataclass(frozen=True, slots=True)
class Memo:
    """The values of one memo; amounts are whole currency units, shares fractions."""

    number: int
    """Which memo it is."""
    values: dict[str, Value]
    """What its sentences name."""
    lines: tuple[tuple[str, int, int, int, float], ...]
    """Line, plan, forecast and committed amount, share of the plan."""
    months: tuple[tuple[str, int, int, int, int], ...]
    """Month, spend, visits, talks, customers."""


MONEY = frozenset(("ask", "plan", "forecast", "gap", "cut", "saved", "cost"))
"""Values that are amounts."""
SHARES = frozenset(("share", "rate", "floor"))
"""Values that are fractions of one."""


def memo(number: int) -> Memo:
    """The memo of that number; the same every time."""
    random = Random(number)
    lines = tuple(_line(name, random) for name in LINES)
    plan, forecast = sum(line[1] for line in lines), sum(line[2] for line in lines)
    region, programme = REGIONS[number % len(REGIONS)], random.choice(PROGRAMMES)
    decider, author = random.sample(PEOPLE, 2)
    values: dict[str, Value] = {
        "region": region,
        "programme": programme,
        "decider": decider,
        "author": author,
        "code": f"{region[:3].upper()}-{1000 + number}",
        "day": AS_OF,
        "decide_by": AS_OF + timedelta(days=35 + number % 5),
        "start": date(2027, 2, 1) + timedelta(days=number % 20),
        "ask": 1000 * random.randint(105, 890),
        "plan": plan,
        "forecast": forecast,
        "gap": abs(plan - forecast) or 1000,
        "cut": 1000 * random.randint(20, 90),
        "saved": 1000 * random.randint(101, 300),
        "cost": random.randint(1201, 4899),
        "share": random.randint(101, 399) / 1000,
        "rate": random.randint(401, 899) / 1000,
        "floor": random.randint(51, 99) / 1000,
        "customers": random.randint(20, 90),
        "talks": random.randint(1100, 9800),
        "weeks": random.randint(5, 12),
    }
    return Memo(number, values, lines, tuple(_month(name, random) for name in MONTHS))


def _line(name: str, random: Random) -> tuple[str, int, int, int, float]:
    plan = 1000 * random.randint(120, 980)
    return name, plan, plan + 1000 * random.randint(-40, 60), 1000 * random.randint(10, 110), random.randint(
        11, 349
    ) / 1000  # fmt: skip


def _month(name: str, random: Random) -> tuple[str, int, int, int, int]:
    return (
        name,
        1000 * random.randint(110, 460),
        random.randint(21_000, 98_000),
        random.randint(210, 940),
        random.randint(4, 38),
    )


def shown(name: str, value: Value) -> str:
    """A value as all memos print it."""
    if isinstance(value, date):
        weekday = f"{value:%A}, " if abs(value - AS_OF).days <= 30 else ""
        return f"{weekday}{value:%B} {value.day}, {value.year}"
    if name in MONEY:
        return f"${value:,}"
    if name in SHARES:
        return percent(float(value))
    return value if isinstance(value, str) else f"{value:,}"


def percent(share: float) -> str:
    """A fraction as a percentage, a whole one without decimals."""
    text = f"{share * 100:.1f}"
    return f"{text.removesuffix('.0')}%"


@dataclass(frozen=True, slots=True)
class Part:
    """A block of the memo."""

    form: str
    """`heading`, `paragraph`, `summary`, `bullets`, `numbers`, `checks`, `lines` or `months`."""
    texts: tuple[str, ...]
    """Its paragraphs; the caption of a table."""


LABEL = "Business memo"
TITLE = "{region} keeps its plan with {ask} more for {programme}"
CONTROL = (
    ("Decision", "Release {ask} for {programme}"),
    ("Decider", "{decider}"),
    ("Decide by", "{decide_by}"),
    ("Author", "{author}"),
    ("Date", "{day}"),
    ("Reference", "{code}"),
)
LINE_HEADERS = ("Line", "Plan, USD thousand", "Forecast, USD thousand", "Committed, USD thousand", "Share")
MONTH_HEADERS = ("Month", "Spend, USD thousand", "Visits", "Talks", "Customers")

BODY = (
    Part("summary", (
        "We ask {decider} to release **{ask}** for {programme} in {region} by {decide_by}. The plan of "
        "{plan} stands; the forecast is {forecast}, and the difference of {gap} comes from two lines that "
        "started late.",
    )),
    Part("heading", ("What has changed since the last review",)),
    Part("paragraph", (
        "The plan for {region} counted on {customers} new customers. **The first two quarters brought "
        "fewer**, since the plants we visit close their books in spring and buy in autumn.",
    )),
    Part("paragraph", (
        "Since the review, {programme} took {share} of the spend and brought {rate} of the talks that sales "
        "accepted. The method is described in [the note on "
        "sourcing](https://intranet.example/notes/sourcing) and has not been changed since.",
    )),
    Part("paragraph", (
        "Nothing else in the plan moves: **prices, people and the agency contract stay as agreed**, and the "
        "money asked for is spent by {start} at the earliest.",
    )),
    Part("lines", ("Plan, forecast and commitments by line",)),
    Part("heading", ("What the money buys",)),
    Part("paragraph", (
        "With {ask} we run {programme} for {weeks} more weeks in {region}. A customer costs **{cost}** "
        "there, which is less than the same customer costs through trade fairs.",
    )),
    Part("paragraph", (
        "Sales has agreed to follow up every talk within two days; the agreement is in [the service "
        "record](https://intranet.example/records/service) under {code}.",
    )),
    Part("bullets", (
        "{talks} talks with plant managers, booked by name",
        "{customers} customers from plants that have asked for a quote",
        "A saving of {saved} in agency fees, **which is not counted above**",
        "One story a month that sales can show, cleared by the customer",
    )),
    Part("paragraph", (
        "We have looked at a smaller step of {cut}. It pays for the visits and not for the follow-up, and "
        "**visits without follow-up brought nothing** in the year before.",
    )),
    Part("heading", ("How the year runs",)),
    Part("paragraph", (
        "The table shows the year month by month. Spend follows the visits with a delay of a month; "
        "customers follow the talks with a delay of {weeks} weeks.",
    )),
    Part("months", ("Spend, visits, talks and customers by month",)),
    Part("paragraph", (
        "Should fewer than {rate} of the visits lead to a talk by {start}, **we stop and return the rest**. "
        "{author} reports the rate on the first Monday of each month.",
    )),
    Part("numbers", (
        "{decider} releases the amount by {decide_by}",
        "{author} books the first {weeks} weeks and tells sales the dates",
        "Sales reports accepted talks each Friday in [the shared "
        "list](https://intranet.example/lists/talks)",
        "We decide together on the second half on {start}",
    )),
    Part("paragraph", (
        "The plan keeps {cut} in reserve for dates that fall through. What is left of it on {start} goes "
        "back to the general budget.",
    )),
    Part("heading", ("What can go wrong, and what we do then",)),
    Part("paragraph", (
        "**The plants may postpone.** Then the visits move by a quarter, the cost stays the same, and "
        "{floor} of the talks fall into the next year.",
    )),
    Part("paragraph", (
        "**The agency may not find the people.** Then we train two of our own; the training is in the plan "
        "with {saved} and needs {weeks} weeks.",
    )),
    Part("checks", (
        "The plan of {plan} has been agreed with finance",
        "Sales has named who follows up in {region}",
        "The contract with the agency ends with {programme}",
        "{decider} has seen the figures by month",
    )),
    Part("paragraph", (
        "Questions go to {author}; the figures are kept in [the "
        "workbook](https://intranet.example/books/plan) and are brought up to date each Friday.",
    )),
)  # fmt: skip
"""The memo below its control block."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A memo with every value as text, which is what the other contenders are given."""

    values: dict[str, str]
    """By name."""
    lines: tuple[tuple[str, ...], ...]
    """Cells of the first table."""
    months: tuple[tuple[str, ...], ...]
    """Cells of the second table."""


def printed(memo: Memo) -> Printed:
    """The memo's values as all contenders print them."""
    return Printed(
        {name: shown(name, value) for name, value in memo.values.items()},
        tuple(
            (name, _thousand(plan), _thousand(forecast), _thousand(committed), percent(share))
            for name, plan, forecast, committed, share in memo.lines
        ),
        tuple(
            (name, _thousand(spend), f"{visits:,}", f"{talks:,}", f"{customers:,}")
            for name, spend, visits, talks, customers in memo.months
        ),
    )


def _thousand(amount: int) -> str:
    return f"{amount // 1000:,}"


ACCOUNT_HEADERS = ("Account", "Spend, USD thousand", "Visits", "Talks", "Customers", "Share")
ACCOUNT_TITLE = "Accounts and what they brought"

Account = tuple[str, int, int, int, int, float]


def accounts(count: int, number: int = 0) -> tuple[Account, ...]:
    """So many rows of the long table of that number."""
    random = Random(number)
    return tuple(
        (
            f"Account {at:05}",
            1000 * random.randint(110, 460),
            random.randint(21_000, 98_000),
            random.randint(210, 940),
            random.randint(4, 38),
            random.randint(11, 349) / 1000,
        )
        for at in range(count)
    )


def printed_account(account: Account) -> tuple[str, ...]:
    """A row of the long table as text."""
    name, spend, visits, talks, customers, share = account
    return name, _thousand(spend), f"{visits:,}", f"{talks:,}", f"{customers:,}", percent(share)
