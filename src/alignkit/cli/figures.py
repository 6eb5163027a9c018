"""`alignkit figures`: what every figure comes to, how, and where it is from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .options import context_option, context_or_default, json_option, set_option

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alignkit.build import Prepared
    from alignkit.formats import Formats
    from alignkit.values import Figure


@click.command("figures", short_help="Show how figures come about.")
@click.argument("words", nargs=-1, metavar="[WORD]...")
@context_option
@set_option
@json_option
def command(words: tuple[str, ...], context: Path | None, overrides: tuple[str, ...], as_json: bool) -> int:
    """Show what figures with all these words in their names come to, how, and where they are from.

    \b
    alignkit figures payback ask
    alignkit figures tier.ask.cac
    alignkit figures --set finance.FY2027.gross_margin=0.74 payback
    """
    import json

    from alignkit.build import prepare
    from alignkit.catalogue import Catalogue
    from alignkit.diagnostics import Report
    from alignkit.formats import Formats, conventions
    from alignkit.source import read

    from . import answer, console
    from .texts import Texts

    report = Report()
    source = read(context_or_default(context), report, overrides=overrides)
    prepared = prepare(source, report) if source else None
    console.tell(report, Texts(source, Catalogue()))
    if prepared is None:
        return answer.code_of(report, is_done=False)
    meta = prepared.context.meta
    formats = Formats(conventions(meta.locale, "en"), meta.as_of, "en")
    found = [figure for figure in prepared.figures.values() if _is_meant(figure, words)]
    if as_json:
        records = [_record(figure, prepared, formats) for figure in found]
        console.give(json.dumps(records, indent=2, ensure_ascii=False))
    else:
        for figure in found:
            _tell(figure, prepared, formats)
    if not found:
        console.say(f"no figure has {' and '.join(words) or 'a name'} in its name")
    return answer.code_of(report, is_done=bool(found))


def _is_meant(figure: Figure, words: tuple[str, ...]) -> bool:
    name = f"{figure.key} {figure.label} {figure.period}".lower()
    return all(word.lower() in name for word in words)


def _tell(figure: Figure, prepared: Prepared, formats: Formats) -> None:
    from . import console

    console.give(f"{figure.label or figure.key}: {formats.figure(figure)}", style="bold")
    for line in _lines(_record(figure, prepared, formats)):
        console.give(f"    {line}")


def _lines(record: dict[str, Any]) -> Iterator[str]:
    yield record["key"]
    if record["not_available"]:
        yield f"not available: {record['not_available']}"
    if record["formula"]:
        yield f"= {record['formula']}"
    if record["working"]:
        yield f"= {record['working']}"
    if record["sources"]:
        yield f"from {'; '.join(record['sources'])}{' (old)' if record['stale'] else ''}"


def _record(figure: Figure, prepared: Prepared, formats: Formats) -> dict[str, Any]:
    return {
        "key": figure.key,
        "label": figure.label,
        "period": figure.period,
        "shown": formats.figure(figure),
        "value": None if figure.is_na else str(figure.amount),
        "unit": figure.unit.value,
        "currency": figure.currency,
        "not_available": getattr(figure.value, "reason", ""),
        "formula": figure.formula if figure.working else "",
        "working": formats.working(figure) if figure.working else "",
        "sources": [_dated(name, prepared, formats) for name in figure.sources],
        "stale": figure.stale,
        "line": figure.place.line if figure.place else None,
    }


def _dated(source: str, prepared: Prepared, formats: Formats) -> str:
    record = prepared.context.sources.get(source)
    if record is None:
        return source
    return f"{record.name}, {formats.date(record.as_of, 'short')}" if record.as_of else record.name
