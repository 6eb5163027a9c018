"""How each question is put, and an answer somebody might give."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from alignkit.context.shape import Shape, meanings_of
from alignkit.values import Unit

if TYPE_CHECKING:
    from alignkit.context.fields import Block


class Words(NamedTuple):
    """A question in words."""

    ask: str
    example: str = ""


WORDS: dict[str, Words] = {
    "company.name": Words("What is your company called?", "Quillmere Software"),
    "company.model": Words("How does it earn its money?", "b2b_saas"),
    "company.currency": Words("In which currency are all amounts?", "USD"),
    "meta.author": Words("Who are you? Your full name stands under every document", "Helena Brandt-Osei"),
    "meta.as_of": Words("Which day do the documents speak for?", "20 Nov 2026"),
    "periods.current.id": Words("What do you call the year that runs?", "FY2026"),
    "periods.current.start": Words("First day of that year", "2026-01-01"),
    "periods.current.end": Words("Last day of that year", "2026-12-31"),
    "periods.plan.id": Words("What do you call the year you plan?", "FY2027"),
    "periods.plan.start": Words("First day of the year you plan", "2027-01-01"),
    "periods.plan.end": Words("Last day of the year you plan", "2027-12-31"),
    "stakeholders[].name": Words("Full name of somebody your plan depends on", "Daniel Okoye-Hart"),
    "stakeholders[].role": Words("Job title", "CFO"),
    "stakeholders[].audience": Words("Which version of a document is meant for this person?", "cfo"),
    "stakeholders[].email": Words("E-mail address, if drafts shall carry it", "daniel@quillmere.example"),
    "stakeholders[].influence": Words("How much say over the plan, 1 (little) to 5 (the last word)?", "4"),
    "stakeholders[].concerns": Words("What worries this person, in their own words?",
                                     "Payback drifted above 18 months"),
    "stakeholders[].we_commit": Words("What do you promise this person?",
                                      "One pipeline figure by the fifth of each month"),
    "stakeholders[].they_commit": Words("What does this person promise you?",
                                        "A reason for each rejected lead within two days"),
    "sources[].name": Words("A report or file your figures come from, as a reader would know it",
                            "General ledger and Q4 forecast"),
    "sources[].kind": Words("How far can it be trusted?", "actual"),
    "sources[].as_of": Words("Day of the data in it", "15 Nov 2026"),
    "sources[].owner": Words("Who answers for it?", "daniel"),
    "objectives[].statement": Words("What is to be reached? An objective in a sentence",
                                    "Raise enterprise to half of new ARR"),
    "objectives[].level": Words("Is it an objective of the company or of marketing?", "company"),
    "objectives[].rank": Words("Its rank among the company's objectives", "1"),
    "kpis[].name": Words("A measure everybody agrees on: its name as it stands in a table",
                         "Marketing-sourced pipeline"),
    "kpis[].baseline": Words("Where did it start?", "0.28"),
    "kpis[].target": Words("Where should it be at the end of this year?", "0.40"),
    "kpis[].actual": Words("Where is it today?", "0.31"),
    "finance[].revenue": Words("Revenue of that year", "24M"),
    "finance[].gross_margin": Words("Gross margin of that year", "78%"),
    "finance[].sales_cost": Words("Sales cost of that year, everything included", "4.8M"),
    "finance[].marketing_cost": Words("Marketing cost of that year, everything included", "2.4M"),
    "finance[].new_customers": Words("Customers won that year", "150"),
    "finance[].new_customer_acv": Words("Yearly value of an average new customer", "40,000"),
    "finance[].revenue_churn": Words("Share of revenue lost a year", "12%"),
    "finance[].source": Words("Where are these figures from?"),
    "finance.policy.payback_ceiling_months": Words("Longest payback finance accepts, in months", "18"),
    "finance.policy.ltv_cac_floor": Words("Least LTV:CAC finance accepts", "3"),
    "finance.policy.ltv_lifetime_cap_years": Words("Longest customer life that counts, in years", "5"),
    "finance.policy.materiality": Words("Difference below which nobody asks for words", "25,000"),
    "finance.policy.variance_pct": Words("Share below which a difference needs no words", "10%"),
    "finance.last_plan.period": Words("Which year was planned and is now measured?", "FY2026"),
    "finance.last_plan.planned_spend": Words("Marketing budget that was approved", "2.35M"),
    "finance.last_plan.actual_spend": Words("Marketing budget that was spent", "2.4M"),
    "finance.last_plan.planned_customers": Words("New customers that were planned", "155"),
    "finance.last_plan.actual_customers": Words("New customers that were won", "150"),
    "finance.last_plan.note": Words("Why do plan and result differ? One sentence",
                                    "Two of five deals moved to January"),
    "budget.tiers[].label": Words("A level of spending, the cheapest first: its name", "Hold flat"),
    "budget.tiers[].total": Words("What does this level cost in all?", "2.4M"),
    "budget.tiers[].new_customers": Words("New customers of the whole company at this level", "164"),
    "budget.tiers[].mkt_customers": Words("How many of them does marketing source?", "86"),
    "budget.tiers[].revenue": Words("Revenue of the planned year at this level", "29.4M"),
    "budget.lines[].name": Words("A line of the budget, as it stands in a table", "Paid media"),
    "budget.lines[].owner": Words("Who answers for this line?"),
    "budget.lines[].prior": Words("The same line this year, forecast", "620,000"),
    "budget.lines[].committed": Words("How much of it cannot be cancelled?", "120,000"),
    "budget.lines[].evidence": Words("What does the amount rest on?", "Quotes of two venues"),
    "budget.lines[].why": Words("Why does it change against this year?", "A second event"),
    "budget.lines[][]": Words("Amount of this line at this level", "700,000"),
    "budget.decision.ask_tier": Words("Which level do you ask for?"),
    "budget.decision.from": Words("Who decides?", "Daniel Okoye-Hart"),
    "budget.decision.by": Words("By when do they decide?", "11 Dec 2026"),
    "budget.decision.meeting": Words("When do you meet?", "4 Dec 2026"),
    "budget.decision.walk_away": Words("Which level is the least you can accept?"),
    "budget.decision.if_no_decision": Words("What happens without a decision?",
                                            "January events contracts lapse"),
    "budget.source": Words("Where are the figures of the budget from?"),
    "budget.downside.label": Words("What do you call the bad year?", "Bad year"),
    "budget.downside.tier": Words("At which level of spending?"),
    "budget.downside.win_rate": Words("Share of opportunities won in a bad year", "19%"),
    "budget.downside.opportunities": Words("Opportunities in a bad year", "360"),
    "budget.downside.acv": Words("Yearly value of a new customer in a bad year", "36,000"),
    "budget.downside.story": Words("What would have happened?", "Two large deals fail"),
    "budget.downside.response": Words("What would you do?", "Apply cuts 1 to 4 in July"),
    "budget.drivers[].id": Words("Which assumption has a range?", "win_rate"),
    "budget.drivers[].low": Words("Lowest plausible value", "20%"),
    "budget.drivers[].base": Words("Value of the plan", "23.5%"),
    "budget.drivers[].high": Words("Highest plausible value", "26%"),
    "budget.cuts[].line": Words("With less money, which line is cut next?"),
    "budget.cuts[].amount": Words("How much is saved there?", "60,000"),
    "budget.cuts[].loses": Words("What is lost with it?", "The second event"),
    "budget.cuts[].customers": Words("How many new customers are lost with it?", "5"),
    "budget.gates[].date": Words("Day on which a part of the money is released", "9 Apr 2027"),
    "budget.gates[].test": Words("The test: a measure, a comparison, a number",
                                 "cac_payback at or below 18 months"),
    "budget.gates[].release": Words("How much is released when it is passed?", "720,000"),
    "budget.gates[].else": Words("What happens otherwise?", "Hold and plan again"),
    "budget.gives[].give": Words("Something you could give in the talk", "Move 60,000 of brand to July"),
    "budget.gives[].get": Words("What do you want for it?", "The enterprise marketer in March"),
    "budget.gives[].amount": Words("How much money does it give up?", "60,000"),
    "budget.announced_cut.amount": Words("How much less has finance announced?", "400,000"),
    "budget.announced_cut.on": Words("Which day was it announced?", "23 Nov 2026"),
    "budget.announced_cut.reason": Words("For which reason?", "Lower new business in October"),
    "budget.headcount[].role": Words("A role you want to fill: its job title", "Enterprise marketer"),
    "budget.headcount[].tier": Words("From which level of spending on?"),
    "budget.headcount[].start": Words("First day of work", "1 Mar 2027"),
    "budget.headcount[].annual_cost": Words("What does it cost a year, everything included?", "180,000"),
    "budget.headcount[].unlocks": Words("What does it make possible?", "ENT"),
    "budget.phasing[].line": Words("Money of which line, by month or quarter?"),
    "budget.phasing[].period": Words("Which month or quarter?", "2027-Q1"),
    "budget.phasing[].amount": Words("How much of it is spent then?", "150,000"),
    "finance.quarters[].id": Words("Which quarter?", "2026-Q3"),
    "finance.quarters[].net_new_arr": Words("Net new ARR of that quarter", "1.33M"),
    "finance.quarters[].sm_cost": Words("Cost of sales and marketing in that quarter", "1.8M"),
    "benchmarks[].id": Words("What do you compare with other companies?", "cac_payback_months"),
    "benchmarks[].value": Words("Their figure", "16"),
    "benchmarks[].comparable": Words("Are those companies like yours?", "yes"),
    "initiatives[].name": Words("A piece of work with money and dates: its name", "Customer summit"),
    "initiatives[].budget": Words("Its money, people excluded", "240,000"),
    "initiatives[].start": Words("Its first day", "1 Feb 2027"),
    "initiatives[].end": Words("Its last day", "20 May 2027"),
    "vision.statement": Words("The vision: one sentence a result could disprove",
                              "By December 2027 half of new ARR is enterprise"),
    "vision.not_doing": Words("What is left out?", "Campaigns for small shops"),
    "vision.tenets": Words("A rule for choosing, the strongest first", "Fit before volume"),
    "kickoff.initiative": Words("Which initiative is started?", "Customer club"),
    "kickoff.problem": Words("The problem in one sentence with a number",
                             "Only 30 of 100 orders come from customers who bought before"),
    "kickoff.approver": Words("Who says yes? One person"),
    "kickoff.driver": Words("Who answers for the work? One person"),
    "kickoff.success[].kpi": Words("Which measure shows success?"),
    "kickoff.success[].target": Words("Which value shall it reach?", "36%"),
    "kickoff.success[].by": Words("By when?", "2 Jul 2027"),
    "kickoff.scope_in": Words("What belongs to it?", "One club offer"),
    "kickoff.scope_out": Words("What does not belong to it?", "A printed card"),
    "kickoff.meeting": Words("Which day is the kickoff?", "18 Jan 2027"),
    "issues[].title": Words("What do you escalate? It becomes the subject, so a few words",
                            "Website relaunch over budget"),
    "issues[].to": Words("Who decides? Nobody else stands in To"),
    "issues[].cause": Words("One cause, in a sentence, without people",
                            "Consent-law changes added 30 pages after approval"),
    "issues[].raised": Words("When did it come up?", "19 Nov 2026"),
    "issues[].approved": Words("How much was approved?", "120,000"),
    "issues[].spent": Words("How much is spent so far?", "96,000"),
    "issues[].to_complete": Words("How much does the work that is left still need?", "51,000"),
    "issues[].days_late": Words("How many days behind plan?", "15"),
    "issues[].decide_by": Words("By when do they have to decide?", "27 Nov 2026"),
    "issues[].if_late": Words("What does waiting cost?", "The agency team is reassigned on 1 December"),
    "issues[].recommend": Words("Which option do you recommend? Its id", "B"),
    "issues[].tried": Words("What have you tried, and with which effect?",
                            "Removed two animation packages, saving $6,000"),
    "issues[].options[].name": Words("A way out; doing nothing is one too", "Cut the partner portal"),
    "issues[].options[].cost": Words("What does it cost on top?", "9,000"),
    "issues[].options[].effect": Words("What does it lead to, with a date?", "Live on 20 January"),
    "issues[].funding.from": Words("Which money would pay for it?", "Unspent events line"),
    "issues[].funding.available": Words("How much of it is there?", "11,000"),
    "issues[].next_update": Words("When do they hear from you again?", "30 Nov 2026"),
    "milestones[].name": Words("Something that is done by a day", "Talk before the meeting"),
    "milestones[].date": Words("Which day?", "2 Dec 2026"),
    "milestones[].kind": Words("What kind of day is it?", "prewire"),
    "risks[].cause": Words("Suppose it failed: because of what?", "Single sign-on slips past March"),
    "risks[].event": Words("What would happen then?", "launch moves to Q3"),
    "risks[].effect": Words("Which measure would it hit?", "new_arr"),
    "risks[].probability": Words("How likely is it?", "30%"),
    "risks[].trigger": Words("Which sign would you see first?", "No draft in February"),
    "risks[].action": Words("What is done about it?", "Split the launch"),
    "raci[].task": Words("A task somebody decides and others do", "Approve the offers"),
    "raci[].A": Words("Who decides it? One person"),
    "raci[].R": Words("Who does it?"),
    "raci[].C": Words("Who is asked before?"),
    "raci[].I": Words("Who is told after?"),
    "decisions[].text": Words("What is decided?", "Agree on the vision and the promises"),
}  # fmt: skip
"""Questions that are put in words of their own; the others are made from what a field is for."""

WHY = {
    "company.name": "it stands on every cover",
    "company.model": "some figures exist only where money is earned in one of these ways",
    "company.currency": "a reader never guesses what an amount is in",
    "meta.author": "the documents speak in your voice",
    "meta.as_of": "a reader asks how old the figures are",
}
"""Reasons of what every kind needs."""
MODELS = ("b2b_saas", "services", "ecommerce")
"""Ways to earn money that figures know; another may be written."""
KINDS_OF_DAYS = ("prewire", "meeting", "decision", "kickoff", "approval", "delivery")
"""Kinds of milestones that documents look for; another may be written."""
SUGGESTED = {"company.model": MODELS, "milestones[].kind": KINDS_OF_DAYS}
"""Answers offered where any text may stand."""
ONE = {
    "stakeholders": "person", "sources": "source", "objectives": "objective", "kpis": "measure",
    "initiatives": "initiative", "risks": "risk", "raci": "task", "milestones": "milestone",
    "decisions": "decision", "budget.lines": "line", "budget.tiers": "level", "periods": "period",
    "scorecard.areas": "area", "budget.cuts": "cut", "budget.gates": "gate", "budget.gives": "offer",
    "budget.drivers": "assumption", "benchmarks": "benchmark", "issues": "issue",
    "budget.headcount": "role", "budget.phasing": "month or quarter", "finance.quarters": "quarter",
    "issues[].options": "way out", "kickoff.success": "measure of success",
}  # fmt: skip
"""What one entry of a list is called."""
_EXAMPLES = {
    "a date": "11 Dec 2026", "a whole number": "3", "true or false": "yes", "a number": "120",
}  # fmt: skip
_BY_UNIT = {Unit.MONEY: "1,200,000", Unit.SHARE: "12%", Unit.MONTHS: "18", Unit.DAYS: "90", Unit.COUNT: "150"}
_FORMATS = {
    Unit.MONEY: "an amount: 2880000, 2,880,000 or 2.88M",
    Unit.SHARE: "a share: 0.12 or 12%",
    Unit.MONTHS: "a number of months",
    Unit.DAYS: "a number of days",
    Unit.COUNT: "a number",
    Unit.TIMES: "a multiple: 3 or 3.5",
}


def words_for(path: str, key: str, block: type[Block] | None, shape: Shape) -> Words:
    """How the question at a path is put, and an example for it."""
    words = WORDS.get(path)
    if words is None:
        meaning = meanings_of(block).get(key, "") if block else ""
        words = Words(meaning.rstrip(".") or key.replace("_", " ").capitalize())
    return words if words.example else words._replace(example=_example(shape))


def _example(shape: Shape) -> str:
    if shape.ref or shape.choices or shape.is_list:
        return ""
    return _BY_UNIT.get(shape.unit, "") if shape.unit else _EXAMPLES.get(shape.expected, "")


def format_of(shape: Shape) -> str:
    """What an answer may look like; empty where any text will do."""
    if shape.ref or shape.choices:
        return ""
    if shape.unit and shape.unit in _FORMATS:
        return _FORMATS[shape.unit]
    known = {"a date": "a day: 2026-12-11 or 11 Dec 2026", "true or false": "yes or no"}
    return known.get(shape.expected, "" if shape.expected in ("text", "a list") else shape.expected)


def one_of(path: str) -> str:
    """What one entry of the list at a path is called."""
    return ONE.get(path, "entry")


def a(noun: str) -> str:
    """The noun with its article."""
    return f"{'an' if noun[:1] in 'aeiou' else 'a'} {noun}"
