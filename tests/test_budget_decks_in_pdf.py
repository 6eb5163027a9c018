"""Budget decks of companies nobody knows, as LibreOffice draws them: all text stands where it belongs.

`ALIGNKIT_BUDGET_DECKS=60 pytest tests/test_budget_decks_in_pdf.py` judges more of them.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from alignkit.build import Request, Workshop, build, make, prepare
from alignkit.build.forms import in_form
from alignkit.catalogue import Catalogue
from alignkit.diagnostics import Report
from alignkit.layout import lay_out
from alignkit.model.document import Document
from alignkit.source import read
from budget_drawing import Record
from slides_in_pdf import convert, demand_libreoffice, misplaced
from stress_decks import reference
from test_random_budgets import context_for
from yaml_lines import written

if TYPE_CHECKING:
    from pathlib import Path

    from alignkit.model.deck import Deck

COUNT = int(os.environ.get("ALIGNKIT_BUDGET_DECKS", "6"))
FIRST = 100
"""Seeds other tests do not use."""
VERSIONS = (
    ("ask", "cfo"),
    ("defend", "cfo"),
    ("board", "board"),
    ("ask", "cro"),
    ("ask", "team"),
    ("ask", "ceo"),
)
WORKSHOP = Workshop(Catalogue(None))


def deck_of(data: Record, mode: str, audience: str, folder: Path) -> tuple[Deck, bytes]:
    """The slides of a context, and the file of them."""
    path = folder / "context.yaml"
    path.write_text(written(data).text, "utf-8")
    request = Request(path, ("budget-deck",), formats=("pptx",), mode=mode, audience=audience)
    outcome = build(request, WORKSHOP)
    report = Report()
    source = read(path, report)
    prepared = prepare(source, report) if source else None
    kind = WORKSHOP.kind("budget-deck", report)
    assert prepared is not None
    assert kind is not None
    model = make(kind, prepared, request, WORKSHOP, report)[0].model
    assert isinstance(model, Document)
    data_of_file = next(data for name, data in outcome.files.items() if name.startswith("budget-deck"))
    return lay_out(in_form(model, "deck"), reference().theme, report), data_of_file


def test_libreoffice_draws_budget_decks_as_they_were_laid_out(tmp_path: Path) -> None:
    demand_libreoffice()
    decks = {}
    for seed in range(FIRST, FIRST + COUNT):
        mode, audience = VERSIONS[seed % len(VERSIONS)]
        decks[f"deck{seed}-{mode}-{audience}"] = deck_of(context_for(seed, mode), mode, audience, tmp_path)
    pdfs = convert({name: data for name, (_, data) in decks.items()}, tmp_path)

    assert {} == {name: found for name, (deck, _) in decks.items() if (found := misplaced(deck, pdfs[name]))}
