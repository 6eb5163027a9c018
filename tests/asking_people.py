"""People who answer the questions of question mode, and what they answer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path

from alignkit.asking import Line, Question, State, begin, converse, open_manuscript, remembered
from alignkit.asking.order import about, asked_of, shape_of_path
from alignkit.build import Workshop
from alignkit.catalogue import Catalogue
from alignkit.diagnostics import Report
from alignkit.templates import Kind

DAY = date(2026, 11, 20)
FILE = Path("context.yaml")

Answers = dict[str, str | list[str]]

COMPANY: Answers = {
    "company.name": "Alder Street: Software #1",
    "company.model": "1",
    "company.currency": "usd",
    "meta.author": "Robin Alvarez",
    "stakeholders[].name": ["Jordan Lindgren", "Robin Marin"],
    "stakeholders[].role": ["VP Marketing", "CFO", "CRO"],
    "stakeholders[].audience": ["cfo", "cro"],
    "sources[].name": ["General ledger", "Marketing plan"],
    "sources[].kind": ["actual", "estimate"],
    "sources[].owner": ["2", "robin"],
}
"""Two people share a first name."""
MONEY: Answers = {
    "finance[].revenue": ["12M", "14,400,000"],
    "finance[].gross_margin": "75%",
    "finance[].sales_cost": ["2.4M", "2.7M"],
    "finance[].marketing_cost": "1.2 million",
    "finance[].new_customers": "80",
    "finance[].new_customer_acv": "36k",
    "finance[].revenue_churn": "10%",
    "finance[].source": "ledger",
    "finance.policy.payback_ceiling_months": "24",
    "budget.tiers[].label": ["Reduced", "Hold flat", "Ask"],
    "budget.tiers[].total": ["1.05M", "1.2M", "1.44M"],
    "budget.tiers[].new_customers": ["78", "86", "98"],
    "budget.tiers[].mkt_customers": ["32", "40", "52"],
    "budget.tiers[].revenue": ["13.7M", "13.9M", "14.4M"],
    "budget.lines[].name": ["Team", "Media and events"],
    "budget.lines[].owner": "robin",
    "budget.lines[][]": ["520,000", "540,000", "600,000", "530,000", "660,000", "840,000"],
    "budget.lines[].prior": ["520k", "680k"],
    "budget.lines[].committed": ["520000", ""],
    "budget.lines[].evidence": ["Payroll file", "Quotes of two venues"],
    "budget.lines[].why": ["One more campaign manager", "A second event"],
    "budget.decision.ask_tier": "Ask",
    "budget.decision.from": "jordan",
    "budget.decision.by": "4 Dec 2026",
    "budget.decision.meeting": "2026-12-01",
    "budget.decision.walk_away": "2",
    "budget.decision.if_no_decision": "The January campaign loses its media places",
    "budget.source": "marketing",
    "budget.cuts[].line": ["media"],
    "budget.cuts[].amount": "240k",
    "budget.cuts[].loses": "The second event",
    "budget.cuts[].customers": "8",
    "budget.downside.label": "Bad year",
    "budget.downside.tier": "ask",
    "budget.downside.win_rate": "18%",
    "budget.downside.opportunities": "240",
    "budget.downside.acv": "34k",
    "budget.downside.story": "Two big deals fail",
}
TROUBLE: Answers = {
    "issues[].title": ["Spring catalogue"],
    "issues[].to": "jordan",
    "issues[].type": "slip",
    "issues[].cause": "Two suppliers sent photos late: @ 5 pm",
    "issues[].days_late": "15",
    "issues[].decide_by": "2026-11-27",
    "issues[].options[].name": ["Pay for extra hands", "Do nothing"],
    "issues[].options[].cost": ["9k", "0"],
    "issues[].options[].effect": ["Done on the agreed day", "As late as today"],
    "issues[].recommend": "A",
    "issues[].if_late": "yes",
    "issues[].tried": ["2026-11-02", "017"],
    "issues[].next_update": "30.11.2026",
    "issues[].funding.from": "Unspent events line",
    "issues[].funding.available": "11,000",
    "issues[].source": "1",
}
START: Answers = {
    "initiatives[].name": ["Customer club"],
    "initiatives[].owner": "1",
    "initiatives[].budget": "45,000",
    "initiatives[].start": "2027-01-18",
    "initiatives[].end": "2 Jul 2027",
    "initiatives[].status": "planned",
    "kickoff.initiative": "customer",
    "kickoff.problem": "Only 30 of 100 orders come from customers who bought before",
    "kickoff.approver": "jordan",
    "kickoff.driver": "Robin Marin",
    "kickoff.success[].kpi": ["new Share of returning orders"],
    "kickoff.success[].target": "36%",
    "kickoff.success[].by": "2027-07-02",
    "kickoff.scope_in": ["One club offer", "The club page"],
    "kickoff.scope_out": ["A second brand", "A printed card", "Shops abroad"],
    "kpis[].unit": "ratio",
    "kpis[].direction": "up",
    "kpis[].owner": "2",
    "kpis[].source": "new Shop report",
    "kpis[].objective": "new Earn more from our customers",
    "kpis[].baseline": "28%",
    "kpis[].target": "40%",
    "kpis[].actual": "0.30",
    "objectives[].owner": "jordan",
    "objectives[].level": "company",
    "objectives[].rank": "1",
    "sources[].name": [],
    "sources[].kind": ["actual"],
}
VISION: Answers = {
    "vision.statement": "By December 2027 pipeline reaches 4.2 million dollars",
    "vision.not_doing": ["Small shops", "A second brand", "Trade fairs"],
}
VIEW: Answers = {
    "stakeholders[].influence": ["", "5", "4"],
    "stakeholders[].we_commit": ["", "No lead without company size", "", ""],
}
KINDS: dict[str, Answers] = {
    "escalation": COMPANY | TROUBLE,
    "budget-script": COMPANY | MONEY,
    "budget-deck": COMPANY | MONEY,
    "kickoff-deck": COMPANY | START,
    "alignment-doc": COMPANY | VISION,
    "stakeholder-view": COMPANY | VIEW,
}
"""What a person answers for each kind; a bare Enter where nothing stands here."""


class Person:
    """Somebody who answers by what is asked, however often they leave and come back."""

    def __init__(self, answers: Answers, *, leaves_at: int = -1, most: int = 400) -> None:
        self.left = {key: list(value) if isinstance(value, list) else value for key, value in answers.items()}
        self.leaves_at, self.most = leaves_at, most
        self.heard = 0
        self.has_agreed = False
        """Whether the last answer was yes, there is another one; nobody leaves upon that."""
        self.lines: list[str] = []

    def say(self, line: Line) -> None:
        self.lines.append(line.text)

    def hear(self, question: Question) -> str | None:
        self.heard += 1
        assert self.heard < self.most, f"asked in circles: {self.lines[-8:]}"
        if 0 < self.leaves_at <= self.heard and not self.has_agreed:
            return None
        self.has_agreed = question.ask == "another" and bool(self.left.get(_first_key(question)))
        if question.ask == "another":
            return "y" if self.has_agreed else "n"
        key = about(question.steps) if question.ask == "entry" else question.about
        answer = self.left.get(key, "")
        if isinstance(answer, list):
            return answer.pop(0) if answer else ""
        return answer


def _first_key(question: Question) -> str:
    steps = (*question.steps, 0)
    block = shape_of_path(steps).block
    return about((*steps, asked_of(steps, block, {})[0])) if block else ""


@cache
def kind_called(name: str) -> Kind:
    """One of our kinds."""
    report = Report()
    found = Workshop(Catalogue(None)).kind(name, report)
    assert found is not None, list(report)
    return found


def session(kind: str, day: date = DAY) -> State:
    """A session for a kind and `context.yaml` in this folder, as the command would begin it."""
    manuscript = open_manuscript(FILE, Report())
    assert manuscript is not None
    return begin(manuscript, remembered(manuscript.main), kind_called(kind), day)


def talk(kind: str, person: Person) -> State:
    """The state after a talk, which wrote `context.yaml` in this folder."""
    report = Report()
    state = session(kind)
    on_disk = state.manuscript.texts if state.manuscript.is_on_disk else {}
    after = converse(state, on_disk, person, report)
    assert [] == list(report)
    return after


class Speaker:
    """Somebody who says one line after the other, whatever is asked."""

    def __init__(self, lines: Sequence[str | None]) -> None:
        self.left = list(lines)
        self.said: list[str] = []

    def say(self, line: Line) -> None:
        self.said.append(line.text)

    def hear(self, question: Question) -> str | None:
        return self.left.pop(0) if self.left else None


def say(kind: str, *lines: str | None) -> list[str]:
    """What is answered to somebody who says these lines."""
    speaker = Speaker(lines)
    report = Report()
    state = session(kind)
    converse(state, state.manuscript.texts if state.manuscript.is_on_disk else {}, speaker, report)
    assert [] == list(report)
    return speaker.said
