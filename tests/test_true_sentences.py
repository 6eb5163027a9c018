"""What the budget documents say is true of the numbers, whatever the numbers are.

`ALIGNKIT_RANDOM_BUDGETS=500 pytest tests/test_true_sentences.py` reads the documents of more budgets;
`python tests/test_true_sentences.py 200` says which claims were made, and which few budgets make all of them.
"""

from __future__ import annotations

import os
import sys
from collections import Counter, defaultdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest

from alignkit.build import Request, build
from budget_truth import Truth
from shown_numbers import shown_number
from test_random_budgets import WORKSHOP, Variant, context_for, variants
from true_sentences import CLAIMS, false_sentences, text_of
from yaml_lines import written

if TYPE_CHECKING:
    from collections.abc import Iterator

TELLING = (2, 4, 9, 13, 14, 24, 30, 31, 44, 47, 49, 613, 622)
"""Budgets whose documents make every claim between them."""
COUNT = int(os.environ.get("ALIGNKIT_RANDOM_BUDGETS", "0"))
SEEDS = range(COUNT) if COUNT > len(TELLING) else TELLING
made: Counter[str] = Counter()
"""How often each claim was made."""


def readers_of(seed: int) -> Iterator[Variant]:
    """The script for the CFO, and a deck and a script for somebody else each time."""
    scripts = [each for each in variants() if each.kind == "budget-script" and each.mode != "agency"]
    decks = [each for each in variants() if each.kind == "budget-deck"]
    yield from dict.fromkeys((scripts[0], scripts[seed % len(scripts)], decks[0], decks[seed % len(decks)]))


def claims_of(seed: int, folder: Path) -> Iterator[tuple[str, str, bool]]:
    """Every claim in the documents of a budget: its name, the sentence with its document, whether it is true."""
    for variant in readers_of(seed):
        data = context_for(seed, variant.mode)
        path = folder / "context.yaml"
        path.write_text(written(data).text, "utf-8")
        request = Request(
            path, (variant.kind,), formats=("md",), audience=variant.audience, mode=variant.mode
        )
        for name, text in build(request, WORKSHOP).files.items():
            locale, hides = str(data["meta"]["locale"]), variant.audience == "team"
            found = false_sentences(text.decode("utf-8"), Truth(data), locale, hides=hides)
            yield from ((claim.name, f"{name}: {sentence}", is_true) for claim, sentence, is_true in found)


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_said_is_true(seed: int, tmp_path: Path) -> None:
    found = list(claims_of(seed, tmp_path))

    made.update(name for name, _, _ in found)
    assert found
    assert [] == [(name, sentence) for name, sentence, is_true in found if not is_true]


def test_every_claim_is_made_somewhere(request: pytest.FixtureRequest) -> None:
    """A pattern that matches nothing tests nothing; it needs all tests above it."""
    if len(request.session.items) < len(SEEDS):
        pytest.skip("only some of the budgets were read")

    assert [] == [claim.name for claim in CLAIMS if not made[claim.name]]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({}, "The ask is the same as in FY2027."),
        ({}, "The ask is $1 more than in FY2027."),
        ({}, "Nothing of the ask is committed yet"),
        ({}, "There are nine tiers"),
        ({}, "Every step stays inside the ceiling"),
    ],
)
def test_a_false_sentence_is_seen(changes: dict[str, object], sentence: str) -> None:
    data = context_for(9, "ask") | changes

    found = list(false_sentences(f"# T\n\n> {sentence}\n", Truth(data), "en-US"))

    assert [False] == [is_true for _, _, is_true in found]
    assert sentence.startswith(found[0][1])


@pytest.mark.parametrize(
    ("text", "locale", "exact", "is_shown"),
    [
        ("$1.98M", "en-US", 1_975_000, True), ("$1.98M", "en-US", 1_974_999, False), ("1,98 Mio. €", "de-DE", 1_975_000, True),
        ("14.8%", "en-US", 0, False), ("1 200 €", "fr-FR", 1_200, True), ("none", "en-US", 0, False),
        ("2.75 billion pounds", "en-GB", 2_750_000_000, True), ("Three", "en-US", 3, True), ("17.4 months", "en-US", 17, False),
    ],
)  # fmt: skip
def test_a_number_is_read_as_it_is_shown(text: str, locale: str, exact: int, is_shown: bool) -> None:
    if text == "none":
        with pytest.raises(ValueError, match="there is no number in 'none'"):
            shown_number(text, locale)
    else:
        assert is_shown is shown_number(text, locale).is_shown_for(exact)


def test_a_document_is_read_as_running_text() -> None:
    assert "A b\n\nC d, e." == text_of("# A **b**\n\n> C d,\n> _e_.\n").strip()


def _main(count: int) -> int:
    """Read the documents of many budgets and say what was claimed."""
    by_claim: dict[str, set[int]] = defaultdict(set)
    wrong = 0
    with TemporaryDirectory() as folder:
        for seed in range(count):
            for name, sentence, is_true in claims_of(seed, Path(folder)):
                by_claim[name].add(seed)
                made[name] += 1
                if not is_true:
                    wrong += 1
                    sys.stdout.write(f"{seed} FALSE {name}: {sentence}\n")
    for claim in CLAIMS:
        sys.stdout.write(f"  {made[claim.name]:6} {claim.name}\n")
    sys.stdout.write(f"{count} budgets, {sum(made.values())} claims, {wrong} false\n")
    sys.stdout.write(f"telling: {_cover(by_claim)}\n")
    return min(wrong, 1)


def _cover(by_claim: dict[str, set[int]]) -> list[int]:
    """Few budgets that make every claim: the one that adds most, again and again."""
    left, chosen = dict(by_claim), []
    while left:
        seeds = Counter(seed for found in left.values() for seed in found)
        best = min(seeds, key=lambda seed: (-seeds[seed], seed))
        chosen.append(best)
        left = {name: found for name, found in left.items() if best not in found}
    return sorted(chosen)


if __name__ == "__main__":
    sys.exit(_main(int(sys.argv[1]) if len(sys.argv) > 1 else 100))
