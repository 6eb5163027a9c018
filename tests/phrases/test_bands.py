"""From a typed rating to a band, and from a band to what is said."""

from __future__ import annotations

from datetime import date

import pytest

from alignkit.context.people import Evidence
from alignkit.phrases.bands import band_of, cell_of


@pytest.mark.parametrize(
    ("scale", "bands"),
    [
        (5, {1: "below", 2: "below", 3: "on", 4: "above", 5: "above"}),
        (4, {1: "below", 2: "below", 3: "on", 4: "above"}),
        (3, {1: "below", 2: "on", 3: "above"}),
    ],
)
def test_every_rating_of_a_scale_has_a_band(scale: int, bands: dict[int, str]) -> None:
    assert bands == {rating: band_of(rating, scale) for rating in range(1, scale + 1)}


def test_nothing_rated_is_spoken_of_as_agreed() -> None:
    assert band_of(None, 5) == "on"


RAISED_BEFORE, RAISED_AFTER = date(2026, 9, 1), date(2026, 10, 3)


@pytest.mark.parametrize(
    ("valence", "band", "raised_on", "expected"),
    [
        ("strength", "above", None, ("above", "recognise")),
        ("strength", "on", None, ("on", "recognise")),
        ("strength", "below", None, ("on", "recognise")),
        ("development", "above", RAISED_AFTER, ("on", "develop")),
        ("development", "on", RAISED_BEFORE, ("on", "develop")),
        ("development", "below", None, ("below", "develop")),
        ("development", "below", RAISED_AFTER, ("below", "develop")),
        ("development", "below", RAISED_BEFORE, ("below", "correct")),
    ],
)
def test_what_is_said_of_an_observation(
    valence: str, band: str, raised_on: date | None, expected: tuple[str, str]
) -> None:
    evidence = Evidence.model_validate(
        {
            "id": "E1", "date": date(2026, 10, 1), "competency": "craft", "valence": valence,
            "situation": "the launch", "behaviour": "sent the file late", "impact": "the print slipped",
            "raised_on": raised_on,
        }
    )  # fmt: skip

    assert cell_of(evidence, band) == expected
