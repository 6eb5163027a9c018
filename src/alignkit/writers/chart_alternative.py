"""What a chart says to readers who cannot see it, in the language of its document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.model.charts import ChartKind

from .number_code import shown
from .ooxml.chart_description import ENGLISH, GERMAN, DescriptionWords, describe

if TYPE_CHECKING:
    from decimal import Decimal

    from alignkit.model.charts import Chart

_WORDLESS = DescriptionWords(
    kinds=dict.fromkeys(ChartKind, "{title}"),
    unit="{unit}",
    nothing="–",
    no_values="{name}: –",
    listed="{name}: {values}",
    summed_up="{name}: {first} – {last}; {smallest} – {largest}",
    limit="{label}: {value}",
    highlighted="→ {categories}",
    unnamed="–",
    more="+ {count}",
)
"""A description without words, for languages whose words we do not have."""

_WORDS = {"en": ENGLISH, "de": GERMAN}


def description(block: Chart, language: str) -> str:
    """What the chart says, for readers who cannot see it: its own words, or sentences built from its data."""

    def show(value: Decimal, code: str) -> str:
        return shown(value, code, block.locale or language)

    return describe(block, show, _WORDS.get(language.partition("-")[0].lower(), _WORDLESS))
