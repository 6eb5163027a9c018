"""alignkit at the deck: the whole line as `build` runs it once a context is ready, and the writer alone."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from alignkit.build import Request, Workshop, make, write
from alignkit.catalogue import Catalogue
from alignkit.diagnostics import Report
from alignkit.layout import lay_out
from alignkit.templates import Kind, Output
from alignkit.values import Figure, Unit
from alignkit.writers import pptx

from .deck import LABEL, SERIES, TABLE_HEADERS
from .ours import context

if TYPE_CHECKING:
    from alignkit.build import Prepared
    from alignkit.model.deck import Deck
    from alignkit.model.document import Document

    from .deck import Job, Row

_TABLE = ", ".join(
    f'measure("{header}", "{field}"{scale})'
    for header, field, scale in zip(
        TABLE_HEADERS,
        ("name", "plan", "forecast", "committed"),
        ("", *(', "units"',) * 3),
        strict=True,
    )
)
_CHART = ", ".join(f'measure("{name}", "{name.lower()}")' for name in SERIES)
_BODY = "deck.md.j2"
_TEXT = f"""# {{{{ deck.title }}}}

:::control
- Presenter: {{{{ deck.presenter }}}}
:::

{{% for page in deck.pages %}}
## {{{{ page.title }}}}

{{% if page.form == "bullets" %}}
{{% for bullet in page.bullets %}}
- {{{{ bullet }}}}
{{% endfor %}}

{{% elif page.form == "table" %}}
{{{{ table(page.rows, {_TABLE}) }}}}

{{% else %}}
{{{{ chart("column", page.rows, {_CHART}, title=page.title, label="name") }}}}

{{% endif %}}
:::notes
{{{{ page.notes }}}}
:::

{{% endfor %}}
"""
_KIND = Kind(
    name="deck", folder="benchmarks", title=LABEL, purpose="", language="en", audiences=(), needs=(),
    wants=(), each="", having=(), outputs=(Output("deck", "deck", _BODY, "deck"),), fields={}, rules=(),
    starter="", files={_BODY: _TEXT},
)  # fmt: skip
_WORKSHOP = Workshop(Catalogue())
_REQUEST = Request(Catalogue().example(), ("deck",))
_SOURCES = ("plan27",)


def ready(job: Job) -> Prepared:
    """What is ready before the line starts: the context with the deck's figures."""
    pages: list[dict[str, Any]] = [
        {
            "form": page.form,
            "title": page.title,
            "bullets": list(page.bullets),
            "rows": [_row(row, f"deck.pages[{at}].{index}") for index, row in enumerate(page.rows)],
            "notes": page.notes,
        }
        for at, page in enumerate(job.pages)
    ]
    base = context()
    own = {value.key: value for page in pages for row in page["rows"] for value in _figures(row)}
    record = {"title": job.title, "presenter": job.presenter, "pages": pages}
    figures = type(base.figures)({**base.figures, **own})
    return replace(base, figures=figures, view={**base.view, "deck": record})


def whole_line(prepared: Prepared) -> bytes:
    """Fill, parse, lints, layout, write and package check of one deck."""
    report = Report()
    files = write(make(_KIND, prepared, _REQUEST, _WORKSHOP, report), _REQUEST, report)
    if report.is_broken:
        raise RuntimeError(f"the job is not done: {[each.message for each in report]}")
    return files["deck.pptx"]


def document(prepared: Prepared) -> Document:
    """The document the layout gets."""
    (made,) = make(_KIND, prepared, _REQUEST, _WORKSHOP, Report())
    return made.model  # type: ignore[return-value] # the kind makes decks only


def laid_out(model: Document) -> Deck:
    """The deck the writer gets."""
    return lay_out(model, _reference().theme, Report())


def writer(model: Deck) -> bytes:
    """Deck to file."""
    return pptx.write(model, _reference(), Report())


def _reference() -> pptx.PresentationReference:
    reference = pptx.load_presentation(None, Report())
    if reference is None:
        raise RuntimeError("our own reference cannot be read")
    return reference


def _row(row: Row, key: str) -> dict[str, Any]:
    amounts = {"plan": row.plan, "forecast": row.forecast, "committed": row.committed}
    return {"id": key, "name": row.name} | {
        name: Figure(f"{key}.{name}", Decimal(amount), Unit.MONEY, name, "USD", sources=_SOURCES)
        for name, amount in amounts.items()
    }


def _figures(row: dict[str, Any]) -> list[Figure]:
    return [value for value in row.values() if isinstance(value, Figure)]
