"""Kickoffs by chance: a random context with an initiative that starts, each part there and missing."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from context_generator import context

Record = dict[str, Any]

_TEXTS = (
    "Freeze the account list", "Sales accepts a lead within two days", "The page is online", "Übernahme der Verträge",
    "Compliance heads buy when an audit is announced, and not when a new budget year begins somewhere", "Log it",
)  # fmt: skip
_UNITS: dict[str, int | Decimal] = {
    "money": 52_000,
    "ratio": Decimal("0.4"),
    "months": 12,
    "days": 30,
    "count": 24,
    "times": 2,
}


def kickoff_context(seed: int) -> Record:
    """The random context of `seed` with all that a kickoff cannot do without, and most of what it can."""
    data, random = context(seed), Random(seed)
    return _Maker(data, random).whole()


class _Maker:
    """Draws the kickoff of one context."""

    def __init__(self, data: Record, random: Random) -> None:
        self.data = data
        self.random = random
        self.as_of: date = data["meta"]["as_of"]
        self.ids: list[str] = [person["id"] for person in data["stakeholders"]]
        self.start = self.as_of + timedelta(days=random.randint(-30, 90))
        self.end = self.start + timedelta(days=random.randint(1, 400))

    def maybe(self, share: float = 0.6) -> bool:
        return self.random.random() < share

    def text(self) -> str:
        return self.random.choice(_TEXTS)

    def person(self) -> str:
        return self.random.choice(self.ids)

    def day(self) -> date:
        days: int = (self.end - self.start).days
        found: date = self.start + timedelta(days=self.random.randint(0, days))
        return found

    def several(self, most: int) -> range:
        return range(self.random.randint(0, most))

    def texts(self, most: int) -> list[str]:
        return [f"{self.text()} {n}" for n in self.several(most)]

    def whole(self) -> Record:
        self._add_goal()
        self._add_initiative()
        milestones = self._milestones()
        self.data["milestones"] = [*self.data.get("milestones", ()), *milestones]
        self.data["raci"] = [
            *self.data.get("raci", ()),
            *(
            {"task": self.text(), "A": self.person(), "R": [self.person()], "C": self.ids[: n % 3], "initiative": "KICK"}
            for n in self.several(9)
            ),
        ]  # fmt: skip
        self.data["risks"] = [self._risk(n) for n in self.several(6)]
        self.data["kickoff"] = self._kickoff([each["id"] for each in milestones])
        return self.data

    def _add_goal(self) -> None:
        """A measure of each unit, and an objective above the initiative."""
        if not self.data.get("objectives"):
            self.data["objectives"] = [
                {"id": "O1", "statement": self.text(), "owner": "me", "level": "company"}
            ]
            self.data["kpis"] = []
        self.data["kpis"] = [*self.data["kpis"], *(self._kpi(unit) for unit in _UNITS)]

    def _kpi(self, unit: str) -> Record:
        value = _UNITS[unit]
        made = {
            "id": f"kick_{unit}", "name": f"Measure of {unit}", "unit": unit, "direction": "up", "owner": self.person(),
            "source": "gl", "baseline": value, "target": value, "objective": "O1",
        }  # fmt: skip
        return made | {name: value * 2 if self.maybe(0.3) else value for name in ("actual", "target_to_date") if self.maybe(0.8)}  # fmt: skip

    def _add_initiative(self) -> None:
        made: Record = {
            "id": "KICK", "name": "Partner programme", "owner": self.person(), "status": "planned", "start": self.start,
            "end": self.end, "budget": self.random.choice((0, 1, 45_000, 1_200_000)),
        }  # fmt: skip
        if self.maybe():
            made["objective"] = "O1"
        if self.maybe():
            made |= {"customers": self.random.choice((0, 1, 32)), "acv": self.random.choice((0, 40_000))}
        if self.maybe():
            made |= {"opportunities": self.random.choice((0, 1, 160)), "win_rate": self.random.choice((0, Decimal("0.2")))}  # fmt: skip
        self.data["initiatives"] = [*self.data.get("initiatives", ()), made]

    def _milestones(self) -> list[Record]:
        made = [
            {"id": f"K{n}", "name": f"Step {n}", "date": self.day(), "owner": self.person(), "kind": "delivery", "initiative": "KICK"}
            for n in self.several(8)
        ]  # fmt: skip
        for each, before in zip(made[1:], made, strict=False):
            if self.maybe():
                each["needs"] = [before["id"]]
        return made

    def _risk(self, number: int) -> Record:
        return {
            "id": f"K{number}", "cause": self.text(), "event": self.text(), "effect": "revenue",
            "probability": self.random.choice((0, Decimal("0.3"), 1)), "impact": self.random.choice((0, 9_000)),
            "owner": self.person(), "response": "reduce", "action": self.text(), "due": self.day(),
            "trigger": self.random.choice(("", self.text())), "status": "open",
        }  # fmt: skip

    def _kickoff(self, milestones: list[str]) -> Record:
        made: Record = {
            "initiative": "KICK", "approver": self.person(), "driver": self.person(),
            "problem": self.random.choice(("Sales rejects 36 of every 100 leads.", "Nobody knows " + "very " * 30 + "much")),
            "success": [
                {"kpi": f"kick_{unit}", "target": self.random.choice((value, value * 2)), "by": self.day()}
                for unit, value in self.random.sample(sorted(_UNITS.items()), self.random.randint(0, 6))
            ],
            "scope_in": self.texts(6), "scope_out": self.texts(6), "premortem": [each["id"] for each in self.data["risks"]],
        }  # fmt: skip
        return made | {name: value for name, value in self._options(milestones).items() if self.maybe(0.7)}

    def _options(self, milestones: list[str]) -> Record:
        return {
            "meeting": self.day(), "place": "Room Birch, 10:00.", "team": self.ids, "informed": self.ids[:2],
            "without": self.text(), "release_rule": self.text(), "review_on": self.day(), "channel": "#kick",
            "decision_log": self.text(), "escalation": self.ids[:2], "agreements": self.texts(5),
            "audience": [{"who": self.text(), "insight": self.text(), **self._evidence()} for _ in self.several(3)],
            "deliverables": [{"what": self.text(), "owner": self.person(), "due": self.day()} for _ in self.several(6)],
            "dependencies": [self._need(milestones) for _ in self.several(4)],
            "rhythm": [{"meeting": self.text(), "day": "Tuesday, 9:30", **self._evidence("purpose")} for _ in self.several(5)],
            "decisions_needed": [
                {"text": self.text(), "from": self.person(), "by": self.day()} | self._evidence("if_late") for _ in self.several(4)
            ],
            "first_two_weeks": [{"what": self.text()} | self._named("owner", "due") for _ in self.several(8)],
            "brief": {"task": self.text(), "message": self.text(), "must": self.texts(2)} | self._evidence("proof"),
            "brand_rules": self.texts(5),
            "approval_path": [{"step": self.text(), "who": self.person(), "days": 1} for _ in self.several(4)],
            "access": [self._need([]) for _ in self.several(3)], "data": [self._need([]) for _ in self.several(3)],
            "plan_30_60_90": [{"days": 30 * (n + 1), "outcome": self.text()} | self._evidence("proof") for n in self.several(3)],
        }  # fmt: skip

    def _evidence(self, name: str = "evidence") -> Record:
        return {name: self.text()} if self.maybe() else {}

    def _named(self, who: str, when: str) -> Record:
        return ({who: self.person()} if self.maybe(0.8) else {}) | (
            {when: self.day()} if self.maybe(0.8) else {}
        )

    def _need(self, milestones: list[str]) -> Record:
        made = {"need": self.text()} | self._named("from", "by")
        return made | ({"for": self.random.choice(milestones)} if milestones and self.maybe() else {})
