"""Changes of a context that a deck has to stand: long texts, missing parts, very few and very many rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

Record = dict[str, Any]
Change = Callable[[Record], None]

_TEXTS_WRITTEN = """
    company.name company.description stakeholders.name stakeholders.role stakeholders.concerns
    stakeholders.we_commit stakeholders.they_commit stakeholders.said stakeholders.next_step.what
    stakeholders.channel objectives.statement objectives.not_served kpis.name kpis.definition initiatives.name
    sources.gl.name sources.crm.name sources.bi.name sources.plan27.name sources.audit.name vision.statement
    vision.explanation vision.situation vision.complication vision.question vision.answer vision.tenets
    vision.methods.name vision.methods.why vision.not_doing vision.rejected.idea vision.rejected.why
    vision.conflicts.about vision.conflicts.rule vision.conflicts.decided vision.rhythm.meeting
    vision.rhythm.purpose vision.rhythm.inputs vision.rhythm.decides vision.change.why vision.change.why_now
    vision.change.cost_of_not vision.change.effects.whom vision.change.effects.what vision.handover.access.what
    vision.handover.access.level vision.handover.questions.question kickoff.place kickoff.problem
    kickoff.without kickoff.scope_in kickoff.scope_out kickoff.audience.who kickoff.audience.insight
    kickoff.audience.evidence kickoff.deliverables.what kickoff.dependencies.need kickoff.rhythm.meeting
    kickoff.rhythm.day kickoff.rhythm.purpose kickoff.channel kickoff.decision_log kickoff.agreements
    kickoff.decisions_needed.text kickoff.decisions_needed.if_late kickoff.first_two_weeks.what
    kickoff.brief.task kickoff.brief.message kickoff.brief.proof kickoff.brief.must kickoff.brand_rules
    kickoff.approval_path.step kickoff.access.need kickoff.data.need kickoff.plan_30_60_90.outcome
    kickoff.plan_30_60_90.proof risks.cause risks.event risks.action risks.trigger milestones.name raci.task
    decisions.text scorecard.areas.name scorecard.areas.evidence gaps.cause gaps.action
"""
TEXTS = tuple(_TEXTS_WRITTEN.split())
"""Where a user writes words of his own; a part of a list is meant in each of its entries."""

_PLAIN = "The list of named accounts is frozen before research on the first of them begins and nobody adds one later"
_COMPOUND = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
STYLES: dict[str, str] = {
    "one letter": "x",
    "three words": "Three short words",
    "sixty words": " ".join((_PLAIN.split() * 4)[:60]),
    "unbreakable": "unbreakable" * 18 + "ab",
    "compounds": f"Die {_COMPOUND} prüft Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetze",
    "chinese": "在研究第一批客户之前必须冻结重点客户名单，之后任何人不得再增加客户。",
    "japanese": "最初のアカウントの調査を始める前に、リストを確定します。カタカナのコミュニケーション。",
    "arabic": "يجب تجميد قائمة الحسابات المسماة قبل بدء البحث عن أول حساب منها",
    "hebrew": "רשימת החשבונות מוקפאת לפני שמתחיל המחקר על הראשון שבהם",
    "hindi": "पहले खाते पर शोध शुरू होने से पहले सूची तय की जाती है",
    "emoji": "Launch 🚀 with the team 👩‍👩‍👧 on time ✅ and on budget 💶",
    "marks": "*Costs* `twice` | as {{ much }} <b>or</b> [less](http://x.example) & # 1. - \\ end_of_it",
    "digits": "1,234,567.89 / 9.876.543,21 % – 2027-01-12 ± 0.5",
    "lines": "First line of the entry\nsecond line of the entry\n\nthird line",
    "wide": "WWWW MMMM " * 8 + "end",
}
"""One text in many manners; it is put in the place of every other."""


def at(data: Any, path: str) -> Iterator[tuple[Any, Any]]:
    """The owners and keys of what stands at a path, in each entry of the lists on its way."""
    first, _, rest = path.partition(".")
    if isinstance(data, list):
        for each in data:
            yield from at(each, path)
    elif isinstance(data, dict) and data.get(first) is not None:
        if rest:
            yield from at(data[first], rest)
        elif isinstance(data[first], list):
            yield from ((data[first], index) for index in range(len(data[first])))
        else:
            yield data, first


def in_style(text: str) -> Change:
    """Every text of the user's replaced; a number at its end keeps them apart."""

    def change(data: Record) -> None:
        for number, (owner, key) in enumerate(each for path in TEXTS for each in list(at(data, path))):
            owner[key] = f"{text} {number}"

    return change


def appended(text: str) -> Change:
    """A text of the user's kept, with more after it."""

    def change(data: Record) -> None:
        for owner, key in (each for path in TEXTS for each in list(at(data, path))):
            owner[key] = f"{owner[key]} {text}"

    return change


def without(*paths: str) -> Change:
    """The parts at some paths left out."""

    def change(data: Record) -> None:
        for path in paths:
            *above, last = path.split(".")
            owners: list[Any] = [data]
            for step in above:
                owners = [owner.get(step) for owner in owners if isinstance(owner, dict)]
                owners = [
                    each for owner in owners for each in (owner if isinstance(owner, list) else [owner])
                ]
            for owner in owners:
                if isinstance(owner, dict):
                    owner.pop(last, None)

    return change


def rows(path: str, count: int) -> Change:
    """A list with so many entries: the first ones, and copies of them under other ids."""

    def change(data: Record) -> None:
        *above, last = path.split(".")
        owner = data
        for step in above:
            owner = owner[step]
        old = owner[last]
        owner[last] = [_copy(old[number % len(old)], number, len(old)) for number in range(count)]
        if count and isinstance(old[0], dict) and "id" in old[0]:
            repoint(data, {each["id"] for each in old[count:]}, old[0]["id"])

    return change


def _copy(entry: Any, number: int, known: int) -> Any:
    if number < known:
        return entry
    if isinstance(entry, str):
        return f"{entry}, {number}"
    return entry | ({"id": f"{entry['id']}x{number}"} if "id" in entry else {})


def repoint(data: Any, gone: set[str], to: str) -> None:
    """Every reference to entries that are gone led to another one."""
    for owner, key in list(_places(data)):
        if isinstance(owner[key], str) and owner[key] in gone and key != "id":
            owner[key] = to
    for owner, key in list(_places(data)):
        if isinstance(owner[key], list) and to in owner[key]:
            owner[key] = list(dict.fromkeys(owner[key]))


def _places(data: Any) -> Iterator[tuple[Any, Any]]:
    for key in list(data) if isinstance(data, dict) else range(len(data)):
        yield data, key
        if isinstance(data[key], dict | list):
            yield from _places(data[key])


def milestones(count: int) -> Change:
    """So many milestones of the initiative that starts, each waiting for the one before."""

    def change(data: Record) -> None:
        names = data["milestones"]
        first = names[3]["date"]
        data["milestones"] = [
            {"id": f"K{n}", "name": names[n % len(names)]["name"], "date": first + timedelta(days=11 * n), "owner": "sofie", "kind": "delivery", "initiative": "ENT"}
            | ({"needs": [f"K{n - 1}"]} if n else {})
            for n in range(count)
        ]  # fmt: skip
        for owner, key in list(at(data, "kickoff.dependencies.for")):
            owner.pop(key) if not count else owner.update({key: "K0"})

    return change


def premortem_of_all(data: Record) -> None:
    """Every risk in the premortem."""
    data["kickoff"]["premortem"] = [each["id"] for each in data["risks"]]


def scaled(paths: str, factor: int) -> Change:
    """Amounts so many times as large."""

    def change(data: Record) -> None:
        for path in paths.split():
            for owner, key in list(at(data, path)):
                owner[key] = owner[key] * factor

    return change


def both(*changes: Change) -> Change:
    """Several changes, one after the other."""

    def change(data: Record) -> None:
        for each in changes:
            each(data)

    return change
