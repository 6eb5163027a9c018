"""`alignkit template show`: what a template is, and what it can name."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from .exits import DONE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alignkit.templates import Kind


@click.command("show", short_help="Show what a template is and what it can name.")
@click.argument("name")
@click.option("--names", "with_names", is_flag=True, help="List every name its texts can use.")
def show(name: str, with_names: bool) -> int:
    """Show what a template makes, what it needs, and where its files are.

    \b
    alignkit template show escalation
    alignkit template show escalation --names
    """
    from alignkit.build import Workshop
    from alignkit.catalogue import Catalogue, find_project
    from alignkit.diagnostics import Report
    from alignkit.names import names

    from . import answer, console
    from .texts import Texts

    report = Report()
    catalogue = Catalogue(find_project(Path()))
    kind = Workshop(catalogue).kind(name, report)
    console.tell(report, Texts(None, catalogue))
    if kind is None:
        return answer.code_of(report, is_done=False)
    for line in _facts(kind, catalogue.kinds()[name]):
        console.give(line)
    for heading, several in names(kind, catalogue).items() if with_names else ():
        console.give(f"\n{heading}", style="bold")
        for each in several:
            console.give(
                "  ".join(part for part in (each.path, each.kind and f"({each.kind})", each.meaning) if part)
            )
    return DONE


def _facts(kind: Kind, folder: Path) -> Iterator[str]:
    yield f"{kind.name}: {kind.title}"
    yield kind.purpose
    yield f"folder    {folder}"
    yield f"files     {', '.join(kind.files)}"
    if kind.audiences:
        yield f"audiences {', '.join(kind.audiences)}"
    if kind.modes:
        yield f"modes     {', '.join(kind.modes)}"
    if kind.includes:
        yield f"includes  {', '.join(kind.includes)}"
    if kind.each:
        yield f"made for  each of {kind.each}"
    for output in kind.outputs:
        yield f"makes     {output.file}: a {output.form} from {output.body}"
    for need in kind.needs:
        yield f"needs     {need.path}: {need.why}"
    for want in kind.wants:
        yield f"wants     {want.path}: {want.why}"
