"""What rules about kickoffs must find, and what they must leave alone; quiet cases first in each rule."""

from __future__ import annotations

from datetime import date

from lint_subjects import GONE, Case

_TEAM = {"id": "lead", "name": "Marketing leadership team", "role": "Team", "audience": "team"}
_PAIR = {"id": "pair", "name": "Helena and Sofie", "role": "Leads", "audience": "team"}
_TASK = {"what": "Call five customers", "owner": "sofie", "due": date(2027, 1, 20)}

KICKOFF_CASES: tuple[Case, ...] = (
    Case("problem_has_a_number"),
    Case("problem_has_a_number", {"kickoff.problem": "Half of the leads are rejected"}),
    Case("problem_has_a_number", {"kickoff": GONE}),
    Case(
        "problem_has_a_number",
        {"kickoff.problem": "One of our problems is that sales does not like our leads"},
        "the problem of the kickoff has no number: `One of our problems is that sales does not like our leads`",
        "kickoff.problem",
    ),
    Case("success_is_measured"),
    Case(
        "success_is_measured",
        {"kickoff.success": []},
        "expected a KPI with `target` and `by` as success of the kickoff, found none",
        "kickoff.success",
    ),
    Case("something_stays_out"),
    Case(
        "something_stays_out",
        {"kickoff.scope_out": [" "]},
        "the kickoff leaves nothing out: `scope_out` is empty",
        "kickoff.scope_out",
    ),
    Case(
        "something_stays_out",
        {"kickoff.scope_out": ["A second brand"]},
        "expected at least 3 things in `scope_out`, found 1 thing",
        "kickoff.scope_out",
    ),
    Case("one_approves_one_drives"),
    Case(
        "one_approves_one_drives",
        {"stakeholders[+]": _TEAM, "kickoff.approver": "lead"},
        "expected exactly one approver, found `Marketing leadership team`",
        "kickoff.approver",
    ),
    Case(
        "one_approves_one_drives",
        {"stakeholders[+]": _PAIR, "kickoff.driver": "pair"},
        "expected exactly one driver, found `Helena and Sofie`",
        "kickoff.driver",
    ),
    Case("milestones_are_in_order"),
    Case("milestones_are_in_order", {"milestones.MS10.date": date(2027, 12, 15)}),
    Case(
        "milestones_are_in_order",
        {"milestones.MS10.date": date(2027, 12, 16)},
        "the milestone `MS10` on 2027-12-16 lies outside `ENT`, 2027-01-12 to 2027-12-15",
        "milestones.MS10.date",
    ),
    Case(
        "milestones_are_in_order",
        {"milestones.MS5.date": date(2027, 4, 12)},
        "`MS7` on 2027-03-22 needs `MS5`, which comes on 2027-04-12",
        "milestones.MS7.needs",
    ),
    Case(
        "milestones_are_in_order",
        {"kickoff.dependencies[0].by": date(2027, 3, 23)},
        "`Single sign-on release` comes on 2027-03-23, after `MS7` on 2027-03-22 that waits for it",
        "kickoff.dependencies[0].by",
    ),
    Case("milestones_are_shared_out"),
    Case("milestones_are_shared_out", {"milestones": []}),
    Case(
        "milestones_are_shared_out",
        {"milestones.MS6.owner": "sofie"},
        "`sofie` owns 3 of 7 milestones of `ENT`",
        "milestones.MS4.owner",
    ),
    Case("failure_is_imagined"),
    Case(
        "failure_is_imagined",
        {"kickoff.premortem": ["R1", "R2"]},
        "expected at least 3 risks in the pre-mortem, found 2",
        "kickoff.premortem",
    ),
    Case("failure_is_imagined", {"risks.R3.trigger": ""}),
    Case(
        "failure_is_imagined",
        {"risks.R4.trigger": " "},
        "the risk `R4` of the pre-mortem has no early sign",
        "risks.R4.trigger",
    ),
    Case("agreement_is_observable"),
    Case(
        "agreement_is_observable",
        {
            "kickoff.agreements": [
                "The driver publishes the minutes",
                "Reply before noon",
                "At most 3 open tasks",
            ]
        },
    ),
    Case(
        "agreement_is_observable",
        {"kickoff.agreements": ["We communicate openly"]},
        "nobody can see whether this agreement is kept: `We communicate openly`",
        "kickoff.agreements[0]",
    ),
    Case("dependency_has_a_name_and_a_day"),
    Case(
        "dependency_has_a_name_and_a_day",
        {"kickoff.dependencies[0].from": GONE, "kickoff.dependencies[0].by": GONE},
        "the dependency `Single sign-on release` lacks `from` and `by`",
        "kickoff.dependencies[0]",
    ),
    Case("initiative_is_linked"),
    Case("initiative_is_linked", {"budget": GONE}),
    Case(
        "initiative_is_linked",
        {"initiatives.ENT.objective": GONE},
        "the initiative `ENT` serves no objective",
        "initiatives.ENT.objective",
    ),
    Case(
        "initiative_is_linked",
        {"initiatives.ENT.budget": 540000},
        "the initiatives take $1,700,000, the lines of the ask without people have $1,680,000",
        "initiatives.ENT.budget",
    ),
    Case("first_weeks_are_doable"),
    Case("first_weeks_are_doable", {"kickoff.first_two_weeks": [_TASK] * 7}),
    Case(
        "first_weeks_are_doable",
        {"kickoff.first_two_weeks": [_TASK] * 8},
        "expected at most 7 tasks for the first two weeks, found 8",
        "kickoff.first_two_weeks",
    ),
    Case(
        "first_weeks_are_doable",
        {"kickoff.first_two_weeks[1].owner": GONE},
        "nobody owns the task `Write the brief for the first two offers` of the first two weeks",
        "kickoff.first_two_weeks[1]",
    ),
    Case(
        "decision_is_named",
        {"kickoff.decisions_needed": []},
        "the kickoff asks for no decision",
        "kickoff.decisions_needed",
    ),
    Case(
        "decide_by_is_sensible",
        {"kickoff.decisions_needed[1].by": date(2027, 1, 16)},
        "the last day to decide, `2027-01-16`, is a Saturday",
        "kickoff.decisions_needed[1].by",
    ),
    Case(
        "owner_is_a_person",
        {"stakeholders[+]": _TEAM, "kickoff.deliverables[0].owner": "lead"},
        "expected one person as owner, found `lead`, which is `Marketing leadership team`",
        "kickoff.deliverables[0].owner",
    ),
    Case(
        "owner_is_a_person",
        {"stakeholders[+]": _TEAM, "kickoff.first_two_weeks[0].owner": "lead"},
        "expected one person as owner, found `lead`, which is `Marketing leadership team`",
        "kickoff.first_two_weeks[0].owner",
    ),
)
