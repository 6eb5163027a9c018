"""The names a template can use: records whose numbers are figures and whose references are records."""

from __future__ import annotations

import re
from dataclasses import asdict
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from alignkit.context.conditions import read_condition
from alignkit.context.fields import Block, Ref
from alignkit.context.goal_chain import main_goals
from alignkit.context.stakeholders import short_names
from alignkit.context.support import is_to_be_won
from alignkit.trades import trade_of
from alignkit.values import CalendarQuarter, Scenario

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from alignkit.context.whole import Context
    from alignkit.values import Figure

_DERIVED = {
    "budget.tiers": ("tier", "step", "return"),
    "budget.lines": ("line",),
    "budget.cuts": ("cut",),
    "initiatives": ("initiative",),
    "kpis": ("kpi",),
    "risks": ("risk",),
    "issues": ("issue",),
    "milestones": ("milestone",),
    "kickoff.success": ("success",),
    "kickoff.deliverables": ("deliverable",),
    "kickoff.dependencies": ("dependency",),
    "budget.drivers": ("driver",),
    "budget.gates": ("gate",),
    "budget.headcount": ("headcount",),
    "finance.quarters": ("quarter",),
    "stakeholders": ("stakeholder",),
    "objectives": ("objective",),
    "vision.methods": ("method",),
    "scorecard.areas": ("area",),
}
"""Which derived figures belong to the records of a collection; they hang at the record's `derived`."""


def view(
    context: Context, figures: Mapping[str, Figure], tree: dict[str, Any], *, secret: bool = False
) -> dict[str, Any]:
    """Everything a template may name, apart from what one build adds (`audience`, `listener`, `custom`).

    Args:
        context: the checked context.
        figures: every figure by key.
        tree: the same figures nested by the segments of their keys, offered as `figures`.
        secret: whether the confidential people block is offered.

    """
    record = _Records(context, figures, tree).whole()
    if not secret:
        record.pop("people", None)
    record.pop("custom", None)
    record["figures"] = tree | {"phasing": _by_name(tree["phasing"])} if "phasing" in tree else tree
    record["today"] = context.meta.as_of
    record["trade"] = asdict(trade_of(context.company.model))
    return record


class _Records:
    """Builds the records of one context, and links references once all of them are there."""

    def __init__(self, context: Context, figures: Mapping[str, Figure], tree: dict[str, Any]) -> None:
        self.context = context
        self.figures = figures
        self.tree = tree
        self.collections: dict[str, dict[str, Any]] = {}
        self.references: list[tuple[dict[str, Any], str, str]] = []

    def whole(self) -> dict[str, Any]:
        record = self._block(self.context, "")
        self.collections["periods"] = {
            each["id"]: each for each in (record.get("periods") or {}).values() if isinstance(each, dict)
        }
        self._add_asked_decision(record)
        for owner, name, collection in self.references:
            owner[name] = self._linked(owner[name], self.collections.get(collection, {}))
        self._read_gates(record)
        self._name_quarters(record)
        self._link_goals()
        self._tell_support()
        self._name_effects()
        self._name_segments(record)
        for collection, add in _ADDED.items():
            for each in self.collections.get(collection, {}).values():
                add(each)
        _name_people(self.collections.get("stakeholders", {}).values())
        return record

    def _read_gates(self, record: dict[str, Any]) -> None:
        """Take the tests of gates apart for showing; a test that is free text stays whole."""
        kpis = self.collections.get("kpis", {})
        for gate in (record.get("budget") or {}).get("gates", []):
            gate["test_value"] = None
            if (condition := read_condition(gate["test"], kpis)) is not None:
                gate["test_kpi"] = kpis[condition.kpi]
                gate["test_words"] = condition.words
                gate["test_value"] = self.figures[f"budget.gates.{gate['id']}.test"]
                gate["test_rest"] = condition.rest

    def _name_quarters(self, record: dict[str, Any]) -> None:
        """Tell calendar quarters of the phasing from those of a year that begins in another month."""
        periods = self.context.periods
        first = periods.plan.start.month if periods else self.context.company.fiscal_year_start
        for phase in (record.get("budget") or {}).get("phasing", []) if first > 1 else ():
            phase["period"] = CalendarQuarter.read(phase["period"]) or phase["period"]

    def _add_asked_decision(self, record: dict[str, Any]) -> None:
        """Make the decision about the budget one that others can refer to, with the fields others have."""
        asked = (record.get("budget") or {}).get("decision")
        if asked:
            asked.update({"text": "", "made_on": None, "outcome": "", "because": ""})
            self.collections.setdefault("decisions", {}).setdefault(asked["id"], asked)

    def _name_effects(self) -> None:
        """Call the measure a risk hits by its name."""
        kpis = self.collections.get("kpis", {})
        for risk in self.collections.get("risks", {}).values():
            known = kpis.get(risk["effect"])
            risk["effect_name"] = known["name"] if known else risk["effect"].replace("_", " ")

    def _name_segments(self, record: dict[str, Any]) -> None:
        """Give segments the name a sentence has for them."""
        for share in (record.get("drift") or {}).get("allocation", []):
            share["segment_name"] = share["segment"].replace("_", " ")

    def _link_goals(self) -> None:
        """Give each objective and initiative the company objective it leads to as `goal`, or none."""
        objectives = self.collections.get("objectives", {})
        for identity, goal in main_goals(self.context.objectives).items():
            objectives[identity]["goal"] = objectives.get(goal)
        for each in self.collections.get("initiatives", {}).values():
            each["goal"] = each["objective"]["goal"] if each["objective"] else None

    def _tell_support(self) -> None:
        """Say of each stakeholder whether they still have to be won; the author never has to."""
        people = self.collections.get("stakeholders", {})
        for person in self.context.stakeholders:
            people[person.id]["to_win"] = person.id != self.context.meta.author and is_to_be_won(person)

    def _linked(self, value: Any, known: dict[str, Any]) -> Any:
        if isinstance(value, list):
            return [known.get(each, each) if isinstance(each, str) else each for each in value]
        return known.get(value, value) if isinstance(value, str) else value

    def _block(self, block: Block, path: str) -> dict[str, Any]:
        record: dict[str, Any] = {}
        for name, info in type(block).model_fields.items():
            key = info.alias or name
            record[key] = self._value(getattr(block, name), f"{path}.{key}" if path else key)
            if reference := _reference(info):
                self.references.append((record, key, reference.collection))
        for key, value in (block.__pydantic_extra__ or {}).items():
            record[key] = self._value(value, f"{path}.{key}" if path else key)
        return record

    def _value(self, value: Any, path: str) -> Any:
        if value is None:
            return None
        if isinstance(value, (int, Decimal)) and (figure := self.figures.get(path)) is not None:
            return figure
        if isinstance(value, Block):
            return self._block(value, path)
        if isinstance(value, (tuple, list)):
            return self._collection(value, path)
        if isinstance(value, dict):
            return self._mapping(value, path)
        return value

    def _collection(self, items: tuple[Any, ...] | list[Any], path: str) -> list[Any]:
        records = []
        for index, item in enumerate(items):
            identity = getattr(item, "id", None)
            record = self._value(item, f"{path}.{identity}" if identity else f"{path}[{index}]")
            if isinstance(record, dict):
                self._attach(record, path, str(identity) if identity else getattr(item, "order", index + 1))
            records.append(record)
        self.collections.setdefault(
            path, {each["id"]: each for each in records if isinstance(each, dict) and each.get("id")}
        )
        return records

    def _mapping(self, items: dict[str, Any], path: str) -> dict[str, Any]:
        records = {key: self._value(value, f"{path}.{key}") for key, value in items.items()}
        if path == "sources":
            for key, record in records.items():
                record["id"] = key
            self.collections[path] = records
        return records

    def _attach(self, record: dict[str, Any], path: str, identity: str | int) -> None:
        """Hang the derived figures of a record where a table can reach them: `derived.step.marginal`."""
        families = _DERIVED.get(path, ())
        derived = dict(self.tree.get(families[0], {}).get(identity, {})) if families else {}
        for family in families[1:]:
            derived[family] = self.tree.get(family, {}).get(identity, {})
        if families:
            record["derived"] = derived


def _by_name(phasing: dict[Any, Any]) -> dict[Any, Any]:
    """The figures of the phasing, under the names their periods have in the context too."""
    taken = {name for name, each in phasing.items() if not isinstance(each, dict)}
    named = {each["amount"].period: each for each in phasing.values() if isinstance(each, dict)}
    return phasing | {name: each for name, each in named.items() if name not in taken}


def _name_channel(person: dict[str, Any]) -> None:
    person["channel_name"] = str(person["channel"]).replace("_", " ")


def _name_people(people: Iterable[dict[str, Any]]) -> None:
    """Give everybody the name the others call them by."""
    several = list(people)
    named = [(str(each["name"]), str(each["audience"])) for each in several]
    for person, short in zip(several, short_names(named), strict=True):
        person["first_name"] = short


def _name_year(source: dict[str, Any]) -> None:
    """The year as text: a template would write the number 2,026."""
    source["year_text"] = str(source["year"]) if source.get("year") else ""


def _name_benchmark(benchmark: dict[str, Any]) -> None:
    words = [word for word in str(benchmark["id"]).split("_") if word not in _UNIT_WORDS]
    spelled = " ".join(word.upper() if word in _ACRONYMS else word for word in words)
    benchmark["name"] = benchmark.get("name") or spelled[:1].upper() + spelled[1:]


def _tell_milestone(milestone: dict[str, Any]) -> None:
    """Its time to spare where there is one, and whether it is on the critical path."""
    slack = milestone["derived"].get("slack")
    milestone["slack"] = None if slack is None or slack.is_na else slack
    milestone["critical"] = "days_on_path" in milestone["derived"]


def _tell_quarter(quarter: dict[str, Any]) -> None:
    """Its magic number as that of a closed quarter, or of one still open: a chart tells them apart."""
    magic_number = quarter["derived"].get("magic_number")
    is_open = quarter["forecast"] or (magic_number is not None and magic_number.scenario is Scenario.FORECAST)
    quarter["magic_actual"] = None if is_open else magic_number
    quarter["magic_forecast"] = magic_number if is_open else None


def _name_segment(initiative: dict[str, Any]) -> None:
    """The segment as a sentence has it, `mid market`, and as keys of figures have it."""
    initiative["segment_name"] = str(initiative["segment"]).replace("_", " ")
    initiative["segment_id"] = _NO_KEY.sub("-", str(initiative["segment"])).strip("-")


_NO_KEY = re.compile(r"[^A-Za-z0-9_-]+")
"""Characters no key of a figure has; a hyphen stands for them there."""
_UNIT_WORDS = frozenset(("months", "days", "pct", "percent"))
_ACRONYMS = frozenset(("cac", "ltv", "arr", "nrr", "grr", "mer", "roas", "roi", "acv"))
_ADDED = {"stakeholders": _name_channel, "sources": _name_year, "benchmarks": _name_benchmark,
          "milestones": _tell_milestone, "finance.quarters": _tell_quarter,
          "initiatives": _name_segment}  # fmt: skip
"""What is added to the records of a collection for templates' convenience."""


def _reference(info: Any) -> Ref | None:
    """The collection a field's ids come from, if it holds ids."""
    marks = list(info.metadata)
    pending = [info.annotation]
    while pending:
        annotation = pending.pop()
        marks.extend(getattr(annotation, "__metadata__", ()))
        pending.extend(getattr(annotation, "__args__", ()))
    return next((mark for mark in marks if isinstance(mark, Ref)), None)
