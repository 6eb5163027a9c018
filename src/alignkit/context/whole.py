"""The whole context: every block in one place."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from pydantic import Field, PrivateAttr

from alignkit.source import place_of, steps_of
from alignkit.source.places import label_of

from .agency import Agency
from .budget import Budget
from .company import Benchmark, Company, Periods, Source
from .fields import Block
from .finance import Finance
from .health import Audit, Drift, Gap, Scorecard
from .initiatives import Initiative
from .issues import Issue
from .kickoff import Kickoff
from .market import Market
from .meta import Meta
from .objectives import Kpi, Objective
from .people import People
from .pipeline import Pipeline
from .plan import Decision, Milestone, RaciRow, Risk
from .stakeholders import Stakeholder, Vision

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from alignkit.diagnostics import Place
    from alignkit.source import Node

    from .currencies import Conversion


class Context(Block):
    """Everything a user filled in, once."""

    schema_: Literal[1] = Field(default=1, alias="schema")
    """Version of this file format."""
    meta: Meta
    """Who speaks, as of when."""
    company: Company
    """Whose documents."""
    periods: Periods | None = None
    """The year that runs and the year that is planned."""
    sources: dict[str, Source] = Field(default_factory=dict)
    """Where figures come from, by id."""
    finance: Finance | None = None
    """What finance says."""
    pipeline: Pipeline | None = None
    """What is open, what was won, and what is still to be won."""
    market: Market | None = None
    """The company beside its rivals."""
    benchmarks: tuple[Benchmark, ...] = ()
    """Figures of other companies."""
    stakeholders: tuple[Stakeholder, ...] = ()
    """Who decides and who is informed."""
    vision: Vision | None = None
    """Where it goes."""
    objectives: tuple[Objective, ...] = ()
    """What is wanted."""
    kpis: tuple[Kpi, ...] = ()
    """How it is measured."""
    budget: Budget | None = None
    """The money asked for."""
    agency: Agency | None = None
    """A fee that is negotiated down."""
    initiatives: tuple[Initiative, ...] = ()
    """The work."""
    kickoff: Kickoff | None = None
    """The start of an initiative."""
    risks: tuple[Risk, ...] = ()
    """What may go wrong."""
    milestones: tuple[Milestone, ...] = ()
    """Days that matter."""
    raci: tuple[RaciRow, ...] = ()
    """Who decides what."""
    issues: tuple[Issue, ...] = ()
    """One record for each escalation."""
    scorecard: Scorecard | None = None
    """How leaders see alignment."""
    gaps: tuple[Gap, ...] = ()
    """Differences and what is done."""
    drift: Drift | None = None
    """Intention against what happened."""
    audit: Audit | None = None
    """The week looked at."""
    decisions: tuple[Decision, ...] = ()
    """Decisions, taken and open."""
    custom: dict[str, dict[str, Any]] = Field(default_factory=dict)
    """Values of your own templates' fields, by kind."""
    people: People | None = None
    """Reviews; only when a people file was given."""
    _origin: Any = PrivateAttr(default=None)
    _conversions: Any = PrivateAttr(default_factory=dict)

    @cached_property
    def issues_by_id(self) -> dict[str, Issue]:
        """The issues by id."""
        return {issue.id: issue for issue in self.issues}

    @cached_property
    def texts(self) -> tuple[tuple[str, str], ...]:
        """Every text with its path, such as `budget.cuts[0].name`, in the order of the fields."""
        return tuple(_texts_in(self.model_dump(by_alias=True, exclude_defaults=True), ""))

    @property
    def origin(self) -> Node | None:
        """What was read, with its places; None for a context that was not read from files."""
        origin: Node | None = self._origin
        return origin

    @property
    def conversions(self) -> Mapping[str, Conversion]:
        """The amounts that were written in another currency, by key, such as `issues.ISS1.spent`."""
        conversions: Mapping[str, Conversion] = self._conversions
        return conversions

    def place(self, path: str) -> Place | None:
        """Where `path` stands, such as `budget.tiers.ask.total` or `budget.cuts[0].amount`.

        The nearest ancestor's position when the path is not written in a file; None for a context that was
        not read from files.
        """
        origin = self.origin
        return place_of(origin, steps_of(path)) if origin is not None else None


def _texts_in(value: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, child in value.items():
            yield from _texts_in(child, f"{path}{label_of(key)}".removeprefix("."))
    elif isinstance(value, list | tuple):
        for index, child in enumerate(value):
            own = child.get("id") if isinstance(child, dict) else None
            yield from _texts_in(child, f"{path}{label_of(own or index)}")
