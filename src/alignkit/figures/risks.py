"""What risks are expected to cost, each measure apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.values import Unit

from .term import total

if TYPE_CHECKING:
    from .book import Book


def derive_risks(book: Book) -> None:
    """Enter `risk.<id>.{expected, residual}` and, for open risks, `risks.{expected, residual}.<effect>`.

    Different measures are never added: lost ARR is no cost.
    """
    effects: dict[str, list[str]] = {}
    for risk in book.context.risks:
        path, key = f"risks.{risk.id}", f"risk.{risk.id}"
        expected = book.fraction(f"{path}.probability") * book.term(f"{path}.impact")
        book.put(f"{key}.expected", "Expected value", Unit.MONEY, expected, owner=risk.id)
        residual = book.fraction(f"{path}.p_after") * book.first(f"{path}.impact_after", f"{path}.impact")
        book.put(f"{key}.residual", "Expected value after the action", Unit.MONEY, residual, owner=risk.id)
        if risk.status == "open":
            effects.setdefault(book.segment(risk.effect), []).append(risk.id)
    for effect, risks in effects.items():
        for name, label in (
            ("expected", "Expected effect"),
            ("residual", "Expected effect after action"),
        ):
            terms = [book.term(f"risk.{risk}.{name}") for risk in risks]
            term = total(terms, "sum of the open risks' expected values", "open risks")
            book.put(f"risks.{name}.{effect}", label, Unit.MONEY, term, owner=effect.replace("_", " "))
