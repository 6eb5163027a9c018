"""Contexts by chance: consistent ones in every shape a user may fill in, the same one each time for a seed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any, TypeVar

Record = dict[str, Any]
_T = TypeVar("_T")

CURRENCIES = ("USD", "EUR", "GBP", "JPY", "CHF")
LOCALES = ("en-US", "en-GB", "de-DE")
_STATUSES = (*["draft"] * 8, "in_review", "final")
_ISSUE_TYPES = (
    "overrun", "slip", "dependency", "conflict", "quality", "capacity", "external", "kpi_breach",
)  # fmt: skip
_CADENCES = ("daily", "weekly", "fortnightly", "monthly", "quarterly")
_SUPPORT = ("blocker", "sceptic", "neutral", "supporter", "sponsor")
_UNIT_VALUES: dict[str, tuple[int | Decimal, ...]] = {
    "money": (4_000, 52_000, 11_800_000),
    "ratio": (Decimal("0.22"), Decimal("0.5"), Decimal("0.885"), 1),
    "months": (Decimal("18.5"), 12, 20),
    "days": (30, 90, 1),
    "count": (1, 24, 1_300),
    "times": (Decimal("3.1"), 2),
}

NAMES = (
    "Marta Veldkamp", "Cher", "Daniel Okoye-Hart", "Åsa Öström", "Ng", "李 小龍", "Ольга Иванова",
    "Maximiliana Wolkenstein-Trostburg zu Hohenlohe-Waldenburg-Schillingsfürst", "Sinéad O’Brien",
)  # fmt: skip
_HOSTILE_NAMES = (
    "*Star* Person", "A_b_c D_e", "<b>Bold</b> Name", "Pipe | Bar", "{{ seven }} Jinja", "`Tick` Tock", "# Head",
    "[Link](http://x.example)", "Dr. J. R. & Sons", "1. First", "- Dash", "\\Back slash",
)  # fmt: skip
_PLAIN_TEXTS = (
    "Launch slips a quarter", "Signed venue quotes", "Two of the missing deals moved to January",
    "Payroll file and the headcount list", "Vendor rate card, third edition.", "Prices rose by 6 percent",
    "The agency team is reassigned, and a restart costs extra", "Übernahme der Verträge im Mai",
    "合同在三月到期", "Договор истекает в марте",
    "The consent rules added thirty page templates after the approval was given by everybody who had to be asked",
)  # fmt: skip
_HOSTILE_TEXTS = (
    "First line\nsecond line", "Costs *twice* as much | or less", "<script>alert(1)</script>", "{% raw %} {{ x }}",
    "# Not a heading\n- not a list\n\n| not | a table |", "**bold", "Ends with two stops..", "Ends so...", "  spaces  ",
    "A\u200bzero\u200bwidth and \u202ebidi\u202c mark", "W" * 300, "\ue0000\ue001 slots", "Really?", "Stop!",
)  # fmt: skip
_ROLES = ("CFO", "Chief Executive Officer", "Head of Finance and Administration, Europe", "VP")


def context(seed: int) -> Record:
    """The data of a context; odd seeds of ten use texts with markup, line ends and other trouble."""
    return _Maker(Random(seed), is_hostile=is_hostile(seed)).whole()


def is_hostile(seed: int) -> bool:
    """Whether the user's texts of this context are themselves untidy, so that tidiness proves nothing."""
    return seed % 10 in (3, 7)


def written(data: Record) -> str:
    """The data as a YAML file, one block a line."""
    return "".join(f"{key}: {_flow(value)}\n" for key, value in data.items())


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:f}"
    return json.dumps(value, ensure_ascii=True)


@dataclass
class _Maker:
    """Draws one context."""

    random: Random
    is_hostile: bool
    ids: list[str] = field(default_factory=list)
    kpi_ids: list[str] = field(default_factory=list)
    objective_ids: list[str] = field(default_factory=list)
    initiative_ids: list[str] = field(default_factory=list)

    def one(self, options: Sequence[_T]) -> _T:
        return self.random.choice(options)

    def maybe(self, share: float = 0.6) -> bool:
        return self.random.random() < share

    def text(self) -> str:
        return self.one(_HOSTILE_TEXTS if self.is_hostile and self.maybe(0.5) else _PLAIN_TEXTS)

    def person(self) -> str:
        return self.one(self.ids)

    def day(self, near: int = 60) -> date:
        """A day around the context's, now and then years away."""
        reach = near if self.maybe(0.9) else 2_000
        return self.as_of + timedelta(days=self.random.randint(-reach, reach))

    def after(self, most: int = 400) -> date:
        return self.as_of + timedelta(days=self.random.randint(0, most))

    def some(self, most: int) -> range:
        return range(self.random.randint(0, most))

    def whole(self) -> Record:
        """Every block, those that can be missing by chance."""
        self.as_of = self.one((date(2026, 11, 20), date(2024, 2, 29), date(2031, 12, 31)))
        self.scale = self.one((1, 100, 10_000, 10_000, 10_000, 10_000_000))
        self.ids = ["me", "cfo", "ceo", "sam", "kim"][: self.random.randint(3, 5)]
        self.kpi_ids = ["mkt_pipeline", "cac_payback", "win_rate", "reach"][: self.random.randint(0, 4)]
        self.objective_ids = ["O1", "O2"] if self.kpi_ids and self.maybe(0.8) else []
        if not self.objective_ids:
            self.kpi_ids = []
        self.initiative_ids = ["ENT", "BRD", "OPS"][: self.random.randint(0, 3)]
        data = self._head() | self._budget_data()
        data["stakeholders"] = self._people()
        if self.kpi_ids:
            data["kpis"] = [self._kpi(each) for each in self.kpi_ids]
            data["objectives"] = [self._objective(each) for each in self.objective_ids]
        if self.initiative_ids:
            data["initiatives"] = [self._initiative(each) for each in self.initiative_ids]
        if self.maybe():
            data["milestones"] = [
                {
                    "id": f"M{n}", "name": self.text(), "date": self.day(), "owner": self.person(),
                    "kind": self.one(("prewire", "meeting", "decision")),
                }
                for n in self.some(4)
            ]  # fmt: skip
        if self.maybe():
            data["raci"] = [
                {
                    "id": "SPEND", "task": self.text(), "A": self.person(), "R": ["me"],
                    "C": self.random.sample(self.ids, 2),
                }
            ]  # fmt: skip
        data["issues"] = [self._issue(n, has_raci="raci" in data) for n in range(self.random.randint(1, 3))]
        if self.maybe(0.3):
            made = {"made_on": self.as_of, "outcome": self.text()} | self._texts("because")
            data["decisions"] = [
                {"id": "BUDGET", "text": self.text(), "from": "cfo", "by": self.as_of, **made}
            ]
        for person in data["stakeholders"]:
            person |= self._standing()
        data["vision"] = self._vision()
        return data

    def _standing(self) -> Record:
        """What is known of somebody's view of the plan."""
        made: Record = {}
        if self.maybe():
            made |= {"influence": self.random.randint(1, 5)}
        if self.maybe():
            made |= {"interest": self.random.randint(1, 5), "support": self.one(_SUPPORT), "target_support": self.one(_SUPPORT)}  # fmt: skip
        for name in ("we_commit", "they_commit"):
            if self.maybe(0.4):
                made[name] = [self.text() for _ in self.some(3)]
        if self.maybe(0.3):
            made["next_step"] = {"what": self.text(), "owner": self.person(), "due": self.after(60)}
        return made

    def _vision(self) -> Record:
        """What leaders agree on, most of it missing now and then."""
        made: Record = {
            "statement": self.text(),
            "not_doing": [self.text() for _ in range(self.random.randint(1, 4))],
        }
        made |= self._texts("explanation", "situation", "complication", "question", "answer")
        made["tenets"] = [self.text() for _ in self.some(4)]
        made["methods"] = [
            {"name": self.text(), "initiatives": self.random.sample(self.initiative_ids, min(len(self.initiative_ids), n % 3))} | self._texts("why")
            for n in self.some(4)
        ]  # fmt: skip
        made["rejected"] = [{"idea": self.text(), "why": self.text()} for _ in self.some(3)]
        made["conflicts"] = [
            {"between": self.random.sample(self.ids, 2), "about": self.text(), "rule": self.text(), "decided": self.text(), "gives_up": self.person(), "date": self.day()}
            for _ in self.some(3)
        ]  # fmt: skip
        made["rhythm"] = [
            {"meeting": self.text(), "every": self.one(_CADENCES), "purpose": self.text()} | self._texts("inputs", "decides") | ({"owner": self.person()} if self.maybe() else {})
            for _ in self.some(4)
        ]  # fmt: skip
        made["sign_off"] = [
            {"person": each} | ({"date": self.day()} if self.maybe(0.3) else {})
            for each in self.ids[: self.random.randint(0, 3)]
        ]
        if self.maybe():
            made["change"] = {"why": self.text()} | self._texts("why_now", "cost_of_not")
            made["change"]["effects"] = [{"whom": self.text(), "what": self.text(), "sender": self.person()} for _ in self.some(3)]  # fmt: skip
        if self.kpi_ids and self.maybe():
            made["tested_by"] = self.random.sample(self.kpi_ids, 1)
        if self.maybe():
            made["decision"] = "BUDGET"
        if self.maybe(0.3):
            made["handover"] = {
                "access": [{"what": self.text(), "holder": self.person()} for _ in self.some(3)],
                "questions": [{"question": self.text(), "owner": self.person()} for _ in self.some(3)],
            }
        return made

    def _head(self) -> Record:
        meta = {
            "author": "me", "as_of": self.as_of, "status": self.one(_STATUSES), "locale": self.one(LOCALES),
            "version": self.one(("0.1", "1.0", "12")), "confidentiality": self.one(("public", "internal", "confidential")),
        }  # fmt: skip
        company: Record = {"name": self._name(), "model": "b2b_saas", "currency": self.one(CURRENCIES)}
        if self.maybe():
            company["sales_cycle_days"] = self.one((1, 30, 120, 900))
        year = self.as_of.year
        periods = {
            "current": {"id": f"FY{year}", "start": date(year, 1, 1), "end": date(year, 12, 31)},
            "plan": {"id": f"FY{year + 1}", "start": date(year + 1, 1, 1), "end": date(year + 1, 12, 31)},
        }
        self.now, self.next = f"FY{year}", f"FY{year + 1}"
        sources = {
            "gl": {"name": "General ledger", "owner": "cfo", "as_of": self.as_of - timedelta(days=self.one((1, 200))), "kind": "actual"},
            "plan": {"name": self.text(), "owner": "me", "as_of": self.as_of, "kind": "estimate"},
            "study": {"name": "Survey of peers", "year": year, "kind": "benchmark"} | self._texts("population"),
        }  # fmt: skip
        return {"schema": 1, "meta": meta | self._texts("change_note"), "company": company, "periods": periods, "sources": sources}  # fmt: skip

    def _texts(self, *names: str) -> Record:
        return {name: self.text() for name in names if self.maybe()}

    def _name(self) -> str:
        return self.one(_HOSTILE_NAMES if self.is_hostile and self.maybe(0.5) else NAMES)

    def _people(self) -> list[Record]:
        audiences = {"me": "self", "cfo": "cfo", "ceo": self.one(("ceo", "ceo", "board"))}
        people = []
        for each in self.ids:
            person: Record = {
                "id": each, "name": self._name(), "role": self.one(_ROLES),
                "audience": audiences.get(each) or self.one(("cro", "team", "peer")),
            }  # fmt: skip
            if self.maybe():
                person["email"] = f"{each}@example.com"
            if self.maybe():
                person["concerns"] = [self.text() for _ in self.some(3)]
            if self.maybe(0.4):
                person |= {"said": self.text(), "cadence": self.one(_CADENCES)}
            if self.objective_ids and self.maybe():
                person["priorities"] = self.random.sample(self.objective_ids, self.random.randint(1, 2))
            if self.kpi_ids and self.maybe():
                person["measured_on"] = self.random.sample(
                    self.kpi_ids, self.random.randint(1, len(self.kpi_ids))
                )
            people.append(person)
        return people

    def _kpi(self, each: str) -> Record:
        unit = {"mkt_pipeline": "money", "cac_payback": "months", "win_rate": "ratio"}.get(each) or self.one(
            ("count", "days", "times")
        )
        values = _UNIT_VALUES[unit]
        kpi: Record = {
            "id": each, "name": self.one(("Pipeline by marketing", "Payback", "Win rate", "Reach")), "unit": unit,
            "direction": self.one(("up", "down")), "owner": self.person(), "source": self.one(("gl", "plan")),
            "baseline": self.one(values), "target": self.one(values), "objective": self.one(self.objective_ids),
        }  # fmt: skip
        return kpi | {
            name: self.one(values) for name in ("actual", "target_to_date", "next_target") if self.maybe()
        } | self._texts("definition")  # fmt: skip

    def _objective(self, each: str) -> Record:
        made = {
            "id": each, "statement": self.text(), "owner": self.person(), "level": "company",
            "metric": self.one(self.kpi_ids),
        }  # fmt: skip
        return made | ({"rank": self.random.randint(1, 2)} if self.maybe() else {})

    def _initiative(self, each: str) -> Record:
        start = self.after()
        made: Record = {
            "id": each, "name": self.text(), "owner": self.person(), "budget": self.amount(),
            "start": start, "end": start + timedelta(days=90), "status": self.one(("planned", "running", "stopped")),
        }  # fmt: skip
        if self.maybe(0.5):
            made |= {"opportunities": self.one((0, 1, 160)), "win_rate": self.one((0, Decimal("0.2"), 1)), "acv": self.amount()}  # fmt: skip
            made["customers"] = self.one((0, 1, 32))
        elif self.kpi_ids:
            made["leading_kpi"] = self.one(self.kpi_ids)
        return made

    def amount(self, most: int = 100) -> int | Decimal:
        """Money of the context's size, now and then nothing or with cents."""
        drawn = self.random.randint(1, most) * self.scale
        odd: tuple[int | Decimal, ...] = (0, drawn + Decimal("0.5"))
        return self.one(odd) if self.maybe(0.25) else drawn

    def _budget_data(self) -> Record:
        """The budget and what finance says about it."""
        count, lines = self.random.randint(1, 6), self.random.randint(1, 30) if self.maybe(0.3) else 4
        names = (
            ["t0", "t1", "base", "ask", "t4", "t5"][-count:]
            if self.maybe()
            else [f"x{n}" for n in range(count)]
        )
        asked = self.one(names)
        rows = [self._line(n, names) for n in range(lines)]
        for row in rows:
            most = row[asked]
            row["committed"] = self.one((0, 0, most, most // 2))
        totals = {name: sum(row[name] for row in rows) for name in names}
        committed = sum(row["committed"] for row in rows)
        budget: Record = {
            "source": "plan", "decision": self._decision(asked, names), "lines": rows,
            "tiers": self._tiers(names, totals),
        }  # fmt: skip
        self._add_shelter(budget, asked, totals[asked], committed)
        data: Record = {"budget": budget}
        if self.maybe(0.8):
            data["finance"] = self._finance(rows)
        if self.maybe():
            data["benchmarks"] = [
                {"id": self.one(("cac_payback_months", "mktg_pct")), "value": self.one((16, Decimal("0.078"))), "source": "study", "comparable": self.maybe(), "statistic": self.one(("", "mean", "median"))}
            ]  # fmt: skip
        return data

    def _decision(self, asked: str, names: list[str]) -> Record:
        made = {"id": "BUDGET", "ask_tier": asked, "from": self.one(("cfo", "ceo", "cfo", self.person())), "by": self.after(60)}  # fmt: skip
        if self.maybe():
            made["meeting"] = self.after(60)
        if self.maybe(0.4):
            made["walk_away"] = self.one(names)
        return made | self._texts("if_no_decision", "alternative")

    def _line(self, number: int, tiers: list[str]) -> Record:
        base = self.random.randint(0, 60) * self.scale
        steps = [base]
        for _ in tiers:
            steps.append(steps[-1] + self.one((0, 1, 5, 20)) * self.scale)
        way = self.one(("up", "up", "same", "down"))
        prior = {"up": base, "same": steps[-1], "down": steps[-1] * 2}[way]
        line: Record = {
            "id": f"line{number}", "name": self.one(("Team", "Paid media", "Events", "Content and search", self.text())),
            "owner": self.person(), **dict(zip(tiers, steps[1:], strict=True)),
        }  # fmt: skip
        if self.maybe(0.95):
            line["prior"] = prior
        return line | self._texts("why", "evidence")

    def _tiers(self, names: list[str], totals: Record) -> list[Record]:
        customers, tiers = self.one((0, 1, 2, 5, 150, 2_000)), []
        has_customers, falls = self.maybe(0.9), self.maybe(0.15)
        for number, name in enumerate(names):
            tier: Record = {"id": name, "label": self.one(("Lean", "Ask", "Hold flat", "Stretch", self._name())) + f" {number + 1}", "total": totals[name]}  # fmt: skip
            if has_customers and self.maybe(0.97):
                tier["new_customers"] = customers
                if self.maybe(0.8):
                    tier["mkt_customers"] = self.one((0, customers, customers // 2))
            if self.maybe():
                tier["sales_cost"] = self.amount(200)
            if self.maybe():
                tier["revenue"] = self.amount(2_000)
            tiers.append(tier | (self._texts("exception") if self.maybe(0.2) else {}))
            customers = max(0, customers + self.one((0, 1, 1, 20)) * (-1 if falls else 1))
        return tiers

    def _add_shelter(self, budget: Record, asked: str, total: Any, committed: Any) -> None:
        """What protects the plan: bad year, drivers, cuts, gates, gives and roles."""
        free = int(total - committed)
        if self.maybe():
            rates = (Decimal("0.2"), Decimal("0.001"), 1, 0)
            budget["downside"] = {"label": "Bad year", "tier": asked, "win_rate": self.one(rates), "opportunities": self.one((0, 1, 40, 360, 9_000)), "acv": self.amount()} | self._texts("story", "response")  # fmt: skip
        if self.maybe(0.5):
            budget["drivers"] = [
                {"id": each, "low": low, "base": base, "high": high}
                for each, low, base, high in (
                    ("opportunities", self.one((360, 417)), 417, self.one((417, 450))),
                    ("win_rate", self.one((Decimal("0.2"), Decimal("0.25"))), Decimal("0.25"), Decimal("0.25")),
                    ("acv", 36_000, 40_000, 43_000),
                )
            ]  # fmt: skip
        if self.maybe():
            line_ids = [row["id"] for row in budget["lines"]]
            budget["cuts"] = [
                {"order": n + 1, "line": self.one(line_ids), "amount": self.random.randint(0, max(free // 12, 0)), "loses": self.text()}
                | ({"customers": self.one((0, 0, 1, 4))} if self.maybe(0.9) else {})
                for n in self.some(12)
            ]  # fmt: skip
        if self.maybe():
            count = self.random.randint(0, 5)
            days = sorted(self.after(600) for _ in range(count))
            budget["gates"] = [
                {"id": f"G{n + 1}", "date": days[n], "test": self._test(), "release": free // max(count, 1) if self.maybe(0.7) else 0}
                | self._texts("else")
                for n in range(count)
            ]  # fmt: skip
        if self.maybe(0.3):
            budget["gives"] = [
                {"give": self.text(), "get": self.text(), "amount": self.one((0, free // 10))}
                for _ in self.some(4)
            ]
        if self.maybe(0.4):
            budget["headcount"] = [
                {"role": "Marketer", "tier": asked, "start": self.after(), "annual_cost": self.amount(), "owner": "me", "unlocks": self.one(("", "ENT", self.text()))}
                for _ in self.some(3)
            ]  # fmt: skip

    def _test(self) -> str:
        named = [f"{each} at or above 12" for each in self.kpi_ids if each != "win_rate"]
        return self.one([*named, "payback at or below 18 months on two quarters", "Contract signed"])

    def _finance(self, rows: list[Record]) -> Record:
        made: Record = {}
        spent = sum(row.get("prior", 0) for row in rows)
        for period in (self.now, self.next):
            if not self.maybe(0.9):
                continue
            numbers: Record = {
                "revenue": self.amount(2_000), "gross_margin": self.one((Decimal("0.78"), Decimal("0.3"), 1, 0)),
                "sales_cost": self.amount(300), "new_customer_acv": self.amount(), "source": "gl",
                "revenue_churn": self.one((0, Decimal("0.11"), Decimal("0.11"), 1)),
            }  # fmt: skip
            if period == self.now:
                numbers |= {"new_customers": self.one((0, 1, 150)), "marketing_cost": spent}
            made[period] = {key: value for key, value in numbers.items() if self.maybe(0.93)}
        if self.maybe(0.7):
            policy = {"ltv_lifetime_cap_years": self.one((1, 5)), "ltv_cac_floor": self.one((1, 3)), "payback_ceiling_months": self.one((1, 18, 60)), "materiality": self.amount(5), "variance_pct": Decimal("0.1")}  # fmt: skip
            made["policy"] = {key: value for key, value in policy.items() if self.maybe(0.8)}
        if self.maybe(0.7):
            planned, wanted = self.amount(), self.one((0, 1, 2, 155))
            made["last_plan"] = {
                "period": self.now, "planned_spend": planned, "planned_customers": wanted,
                "actual_spend": self.one((planned, self.amount())), "actual_customers": self.one((wanted, 0, 1, wanted + 1)),
                "source": "gl",
            } | self._texts("note")  # fmt: skip
        return made

    def _issue(self, number: int, *, has_raci: bool) -> Record:
        issue: Record = {
            "id": f"ISS{number + 1}", "title": self.text(), "to": self.person(), "raised": self.day(),
            "cause": self.text(), "type": self.one(_ISSUE_TYPES), "severity": self.one(("inform", "decide", "urgent")),
        }  # fmt: skip
        options = [
            {"id": "ABCDEF"[n], "name": self.text(), "cost": self.amount(), "effect": self.text()} | self._texts("scope", "risk")
            for n in self.some(6)
        ]  # fmt: skip
        if options:
            issue["options"] = options
            issue |= {"recommend": self.one(options)["id"]} if self.maybe(0.8) else {}
        if self.maybe():
            approved = self.amount()
            left = self.one((0, approved, self.amount()))
            issue |= {"approved": approved, "spent": approved - left if left <= approved else approved, "to_complete": self.one((left, self.amount()))}  # fmt: skip
        optional = {
            "decide_by": self.after(30), "next_update": self.after(30), "days_late": self.one((0, 1, 15)),
            "customers_at_risk": self.one((0, 1, 12)), "arr_at_risk": self.amount(), "cc": self.random.sample(self.ids, 2),
            "tried": [self.text() for _ in self.some(3)], "source": self.one(("gl", "plan")),
            "funding": {"from": self.text(), "available": self.amount()},
        }  # fmt: skip
        issue |= {key: value for key, value in optional.items() if self.maybe(0.5)}
        if has_raci and self.maybe(0.4):
            issue["raci"] = "SPEND"
        if self.objective_ids and self.maybe(0.4):
            issue["objective"] = self.one(self.objective_ids)
        return issue | self._texts("if_late", "impact", "background")
