"""The figures a document has shown, as records a template can list: value, working, sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .binding import CURRENT
from .kinds import KINDS, kind_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from alignkit.values import Figure

    from .binding import Binding

_KINDS = ("actual", "estimate", "benchmark", "opinion")
"""How far a source can be trusted, in the order a reader asks for it."""


def figures_shown() -> list[dict[str, Any]]:
    """Every figure shown so far, in this document and in those of its set that were made before.

    Inputs come first, then what was computed from them; what belongs together stands together, in the order
    of its first appearance. A record has `figure`, `label`, `period`, `formula`, `working`, `is_input`,
    `sources`, `kind`, `kinds` of its sources, `as_of`, `stale`, `benchmark` and the names of the `documents`
    of the set that show it.
    """
    binding = CURRENT.get()
    known, documents = _known(binding)
    return [_record(known[key], documents.get(key, []), binding) for key in _by_subject(known)]


def sources_cited() -> list[Any]:
    """The sources behind the figures shown so far, in the order of the context.

    Each record has in `shows` the kinds of its figures: a ledger holds what was spent and what is expected.
    """
    binding = CURRENT.get()
    known, _ = _known(binding)
    cited = {source for figure in known.values() for source in figure.sources}
    return [
        {**record, "shows": _kinds_behind(name, known.values(), binding)}
        for name, record in binding.sources.items()
        if name in cited
    ]


def _kinds_behind(source: str, figures: Iterable[Figure], binding: Binding) -> list[str]:
    """The kinds of the figures a source alone stands behind; of those it shares where there is no other."""
    cited = [figure for figure in figures if source in figure.sources]
    own = [figure for figure in cited if len(figure.sources) == 1 and not figure.is_na] or cited
    found = {kind_of(figure, sources_of([figure], binding), binding) for figure in own}
    return [kind for kind in KINDS if kind in found]


def _known(binding: Binding) -> tuple[dict[str, Figure], dict[str, list[str]]]:
    """The figures shown so far by key, and the documents that showed them."""
    known: dict[str, Figure] = {}
    documents: dict[str, list[str]] = {}
    for name, figures in binding.earlier.items():
        for figure in figures:
            known.setdefault(figure.key, figure)
            documents.setdefault(figure.key, []).append(name)
    known |= {key: figure for key, figure in binding.shown.items() if key not in known}
    return known, documents


def _by_subject(figures: Mapping[str, Figure]) -> list[str]:
    """Keys by whether they are inputs, then by subject, such as `tier.ask`."""
    heads: dict[str, int] = {}
    subjects: dict[str, int] = {}
    for key in figures:
        heads.setdefault(_part(key, 1), len(heads))
        subjects.setdefault(_part(key, 2), len(subjects))
    return sorted(
        figures, key=lambda key: (bool(figures[key].working), heads[_part(key, 1)], subjects[_part(key, 2)])
    )


def _part(key: str, length: int) -> str:
    return ".".join(key.split(".", length)[:length])


def sources_of(figures: Iterable[Figure], binding: Binding) -> list[Any]:
    """The sources behind figures, in the order of the context."""
    cited = {source for figure in figures for source in figure.sources}
    return [record for name, record in binding.sources.items() if name in cited]


def _record(figure: Figure, documents: list[str], binding: Binding) -> dict[str, Any]:
    sources = sources_of([figure], binding)
    days = [source["as_of"] for source in sources if source.get("as_of")]
    kinds = {source["kind"] for source in sources}
    return {
        "figure": figure,
        "label": figure.label,
        "period": figure.period,
        "formula": figure.formula,
        "working": binding.formats.working(figure) if figure.working else "",
        "is_input": not figure.working,
        "sources": sources,
        "kind": kind_of(figure, sources, binding),
        "kinds": [kind for kind in _KINDS if kind in kinds],
        "as_of": min(days) if days else None,
        "stale": figure.stale,
        "benchmark": _benchmark(figure.key, binding),
        "documents": documents,
    }


def _benchmark(key: str, binding: Binding) -> Any:
    """The benchmark a figure is the value of, or none."""
    head, _, rest = key.partition(".")
    if head != "benchmarks":
        return None
    several = binding.names.get("benchmarks") or []
    return next((each for each in several if each["id"] == rest.partition(".")[0]), None)
