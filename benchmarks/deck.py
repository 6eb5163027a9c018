"""The job: a deck of the size of a kickoff, its form once for everybody, and values that differ in every one.

A title slide, then slides in turn: bullets, a table, bullets, a chart; each with notes of about sixty words.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from .memo import LINES, PEOPLE, PROGRAMMES, REGIONS

KICKOFF = 12
"""Slides of a kickoff, the title slide included."""
LABEL = "Kickoff"
TABLE_HEADERS = ("Line", "Plan", "Forecast", "Committed")
SERIES = ("Plan", "Forecast")

_ACTS = ("confirms", "halves", "moves", "doubles", "drops", "opens", "joins", "reviews")
_THINGS = ("the account list", "the launch day", "the offer", "the field plan", "the price test", "the audit")
_NOTE = (
    "Say: {person} {act} {thing} in {region}, and {amount} of the plan depends on it. Proof: the forecast of "
    "week {week} shows it line by line, and finance has read it. If asked: we wait {days} days, no longer, "
    "because the contract ends then. Bridge: the next slide shows who takes which step and by which day, so "
    "that nobody leaves without one."
)


@dataclass(frozen=True, slots=True)
class Row:
    """A line with its amounts in whole currency units."""

    name: str
    plan: int
    forecast: int
    committed: int


@dataclass(frozen=True, slots=True)
class Page:
    """One slide after the title."""

    form: str
    """`bullets`, `table` or `chart`."""
    title: str
    """A sentence."""
    bullets: tuple[str, ...]
    """Four, or none."""
    rows: tuple[Row, ...]
    """Six for a table or a chart, or none."""
    notes: str
    """What is said."""


@dataclass(frozen=True, slots=True)
class Job:
    """The content of one deck."""

    title: str
    presenter: str
    pages: tuple[Page, ...]


def deck(number: int, slides: int = KICKOFF) -> Job:
    """The deck of that number with so many slides; the same every time."""
    random = Random(number)
    programme, region = random.choice(PROGRAMMES), REGIONS[number % len(REGIONS)]
    week, accounts = random.randint(2, 49), random.randint(120, 980)
    title = f"{region} starts {programme} in week {week} with {accounts} accounts"
    pages = tuple(_page(at, random) for at in range(1, slides))
    return Job(title, random.choice(PEOPLE), pages)


def _page(at: int, random: Random) -> Page:
    form = ("bullets", "table", "bullets", "chart")[at % 4]
    title = f"Step {at}: {random.choice(PEOPLE)} {random.choice(_ACTS)} {random.choice(_THINGS)}"
    bullets = tuple(_bullet(random) for _ in range(4)) if form == "bullets" else ()
    rows = tuple(_row(name, random) for name in random.sample(LINES, 6)) if form != "bullets" else ()
    notes = _NOTE.format(
        person=random.choice(PEOPLE),
        act=random.choice(_ACTS),
        thing=random.choice(_THINGS),
        region=random.choice(REGIONS),
        amount=f"${1000 * random.randint(101, 890):,}",
        week=random.randint(2, 49),
        days=random.randint(5, 20),
    )
    return Page(form, title, bullets, rows, notes)


def _bullet(random: Random) -> str:
    who, act, thing = random.choice(PEOPLE), random.choice(_ACTS), random.choice(_THINGS)
    accounts, week = random.randint(11, 99), random.randint(2, 49)
    return f"{who} {act} {thing} in {random.choice(REGIONS)} for {accounts} accounts by week {week}"


def _row(name: str, random: Random) -> Row:
    plan = 1000 * random.randint(120, 980)
    return Row(name, plan, plan + 1000 * random.randint(-40, 60), 1000 * random.randint(10, 110))


def cells(row: Row) -> tuple[str, ...]:
    """A row of a table as everybody prints it."""
    return (row.name, *(f"{amount:,}" for amount in (row.plan, row.forecast, row.committed)))


def said(job: Job) -> tuple[str, ...]:
    """Every text and number a file of this deck has to hold."""
    texts = [job.title]
    for page in job.pages:
        texts += [page.title, *page.bullets, page.notes]
        if page.form == "table":
            texts += [text for row in page.rows for text in cells(row)]
        for row in page.rows if page.form == "chart" else ():
            texts += [row.name, str(row.plan), str(row.forecast)]
    return tuple(texts)
