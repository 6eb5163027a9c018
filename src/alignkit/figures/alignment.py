"""How the plan hangs together: money by objective and method, people by influence, KPIs by chain."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal
from typing import TYPE_CHECKING

from alignkit.context.goal_chain import goals_above, main_goals
from alignkit.context.rhythm import INFLUENTIAL, is_in_touch
from alignkit.values import NACode, Unit

from .initiatives import ALL_MONEY
from .term import Term, absent, constant, none_of, total

if TYPE_CHECKING:
    from alignkit.context.initiatives import Initiative

    from .book import Book

_NO_INITIATIVES = "there are no initiatives"


def derive_alignment(book: Book) -> None:
    """Enter `objective.<id>.*`, `method.<n>.*`, `stakeholder.<id>.*` and `alignment.*`."""
    _derive_objectives(book)
    _derive_methods(book)
    _derive_people(book)
    _derive_links(book)


def _derive_objectives(book: Book) -> None:
    """Programme money of each objective: a company objective's is that of everything that leads to it."""
    goals = main_goals(book.context.objectives)
    for objective in book.context.objectives:
        serving = [
            each.id
            for each in book.context.initiatives
            if each.objective == objective.id
            or (each.objective and goals.get(each.objective) == objective.id)
        ]
        _put_money(book, f"objective.{objective.id}", serving, objective.statement)
        if objective.level == "company":
            shared = [each.id for each in book.context.initiatives if _is_shared(each, objective.id, book)]
            key = f"objective.{objective.id}.shared_budget"
            label = "Programme money counted with another objective"
            book.put(key, label, Unit.MONEY, _money(book, shared), owner=objective.statement)
    loose = [each.id for each in book.context.initiatives if not goals.get(each.objective or "")]
    _put_money(book, "alignment.unlinked", loose, "no company objective", name="")


def _is_shared(initiative: Initiative, objective: str, book: Book) -> bool:
    """Whether an initiative serves the company objective, and another one by first parents."""
    known, start = book.context.objectives, initiative.objective or ""
    return objective in goals_above(start, known) and main_goals(known).get(start) != objective


def _derive_methods(book: Book) -> None:
    vision = book.context.vision
    for number, method in enumerate(vision.methods if vision else (), start=1):
        if method.initiatives:
            _put_money(book, f"method.{number}", dict.fromkeys(method.initiatives), method.name)


def _put_money(
    book: Book, key: str, initiatives: Collection[str], owner: str, *, name: str = ".budget"
) -> None:
    """Enter the programme money of some initiatives and its share of all programme money."""
    money = _money(book, initiatives)
    book.put(f"{key}{name}", "Programme money", Unit.MONEY, money, owner=owner)
    share = book.term(f"{key}{name}") / book.term("initiatives.budget").named(ALL_MONEY)
    book.put(f"{key}{name}_share", "Share of programme money", Unit.SHARE, share, owner=owner)


def _money(book: Book, initiatives: Collection[str]) -> Term:
    if not book.context.initiatives:
        return absent(NACode.MISSING_INPUT, _NO_INITIATIVES).named("programme money")
    if not initiatives:
        return none_of(book.term("initiatives.budget"), "no initiative's budget")
    terms = [book.term(f"initiatives.{each}.budget") for each in initiatives]
    return total(terms, "sum of the initiatives' budgets", "initiatives")


def _derive_people(book: Book) -> None:
    """Enter influence and interest, and how many of the influential were heard in time."""
    context = book.context
    for person in context.stakeholders:
        for name, label, rating in (
            ("influence", "Influence", person.influence),
            ("interest", "Interest", person.interest),
        ):
            if rating is not None:
                term = constant(Decimal(rating), f"{label.lower()} from 1 to 5")
                book.put(f"stakeholder.{person.id}.{name}", label, Unit.COUNT, term, owner=person.name)
    influential = [person for person in context.stakeholders if (person.influence or 0) >= INFLUENTIAL]
    in_touch = [person for person in influential if is_in_touch(person, context.meta.as_of)]
    _put_part(book, "alignment.in_touch", "Influential people heard in time", len(in_touch))
    _put_part(book, "alignment.influential", "Influential people", len(influential))
    coverage = book.term("alignment.in_touch") / book.term("alignment.influential")
    book.put("alignment.coverage", "Stakeholder coverage", Unit.SHARE, coverage)


def _derive_links(book: Book) -> None:
    """Enter how many KPIs have a chain to a company objective."""
    context = book.context
    linked = [kpi for kpi in context.kpis if goals_above(kpi.objective, context.objectives)]
    _put_part(book, "alignment.linked_kpis", "KPIs that serve a company objective", len(linked))
    _put_part(book, "alignment.kpis", "KPIs", len(context.kpis))
    rate = book.term("alignment.linked_kpis") / book.term("alignment.kpis")
    book.put("alignment.kpi_link_rate", "KPI link rate", Unit.SHARE, rate)


def _put_part(book: Book, key: str, label: str, count: int) -> None:
    """Enter how many there are, as the context lists them."""
    term = constant(Decimal(count), label[:1].lower() + label[1:] if not label[1:2].isupper() else label)
    book.put(key, label, Unit.COUNT, term)
