"""How well the text rules tell sentences managers may write from those they should not.

    python tests/measure_text_rules.py [FILES]

Prints how many clean sentences a finding of severity warning or error falls on, how many faulty ones are
caught by at least one of the rules they break, the same for every rule, and what was missed.
"""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from alignkit.catalogue import Catalogue
from alignkit.diagnostics import Report, Severity
from alignkit.prose import Finding, Passage, TextRules, findings, load_text_rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FOLDER = Path(__file__).parent / "text_rules"
MOST_CLEAN_FLAGGED = 0.02
"""Share of clean sentences a finding may fall on."""
LEAST_FAULTY_CAUGHT = 0.95
"""Share of faulty sentences that have to be caught."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A sentence of a fixture with what is to be found in it."""

    passage: Passage
    """The sentence."""
    codes: frozenset[str]
    """Rules it breaks; none where it is clean."""
    near: str
    """The rule a clean sentence nearly breaks."""


@dataclass(slots=True)
class Measure:
    """What was counted."""

    clean: int = 0
    flagged: list[tuple[Sample, Finding]] = field(default_factory=list)
    faulty: int = 0
    missed: list[Sample] = field(default_factory=list)
    by_code: Counter[str] = field(default_factory=Counter)
    caught_by_code: Counter[str] = field(default_factory=Counter)

    @property
    def share_flagged(self) -> float:
        """Share of the clean sentences with a finding."""
        return len(self.flagged) / self.clean if self.clean else 0.0

    @property
    def share_caught(self) -> float:
        """Share of the faulty sentences that were caught."""
        return 1 - len(self.missed) / self.faulty if self.faulty else 1.0


@cache
def rules_of(language: str) -> TextRules:
    """The rules as they come with alignkit; a mistake in them is ours."""
    report = Report()
    rules = load_text_rules(Catalogue().banks(), language, report)
    assert rules is not None
    assert not report.diagnostics, report.diagnostics[0]
    return rules


def samples(path: Path) -> list[Sample]:
    """The sentences of a fixture."""
    return [_sample(entry) for entry in yaml.safe_load(path.read_text("utf-8"))]


def _sample(entry: dict[str, Any]) -> Sample:
    passage = Passage(
        entry["text"],
        purpose=entry.get("purpose", ""),
        evidence=entry.get("evidence", False),
        statement=entry.get("statement", "REV-T10" in entry.get("codes", ())),
        person=entry.get("person", ""),
        others=tuple(entry.get("people", ())),
        grammar=entry.get("grammar", ""),
    )
    return Sample(passage, frozenset(entry.get("codes", ())), entry.get("near", ""))


def measured(all_samples: Iterable[Sample], rules: TextRules) -> Measure:
    """What the rules find in the samples."""
    measure = Measure()
    for sample in all_samples:
        found = list(findings([sample.passage], rules))
        if not sample.codes:
            measure.clean += 1
            first = next((each for each in found if each.severity is not Severity.INFO), None)
            if first:
                measure.flagged.append((sample, first))
            continue
        measure.faulty += 1
        codes = {each.code for each in found}
        measure.by_code.update(sample.codes)
        measure.caught_by_code.update(sample.codes & codes)
        if not sample.codes & codes:
            measure.missed.append(sample)
    return measure


def fixtures(language: str) -> tuple[Path, ...]:
    """The fixtures of a language."""
    return tuple(sorted(FOLDER.glob(f"{language}-*.yaml")))


def measured_files(paths: Sequence[Path]) -> Measure:
    """What the rules of a language find in its fixtures."""
    language = paths[0].name.partition("-")[0]
    return measured([sample for path in paths for sample in samples(path)], rules_of(language))


def told(language: str, measure: Measure) -> list[str]:
    """The measure in lines."""
    lines = [
        f"{language}: {len(measure.flagged)} of {measure.clean} clean sentences flagged "
        f"({measure.share_flagged:.1%}), {measure.faulty - len(measure.missed)} of {measure.faulty} faulty "
        f"sentences caught ({measure.share_caught:.1%})"
    ]
    lines += [
        f"  {code}: {measure.caught_by_code[code]} of {measure.by_code[code]}"
        for code in sorted(measure.by_code)
    ]
    lines += [
        f"  flagged: {each.passage.text}\n    {found.code} {found.message}" for each, found in measure.flagged
    ]
    lines += [f"  missed {', '.join(sorted(each.codes))}: {each.passage.text}" for each in measure.missed]
    return lines


def main(arguments: Sequence[str]) -> None:
    """Print the measure of the files named, or of every fixture."""
    paths = [Path(each) for each in arguments] or [*fixtures("en"), *fixtures("de")]
    for language in dict.fromkeys(path.name.partition("-")[0] for path in paths):
        mine = [path for path in paths if path.name.startswith(f"{language}-")]
        sys.stdout.write("\n".join(told(language, measured_files(mine))) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
