"""Lines are notes of their own or prose that was wrapped; an empty line is not needed to tell."""

from __future__ import annotations

import textwrap

import pytest

from alignkit.prose import line_paragraphs

NOTE = "Hamish was late twice."
PROSE = (
    "On May 3 you sent the list to forty buyers in three regions, and nine of them answered within a week. "
    "The studio in Lyon used the same list for its own launch in June. Two dealers asked for a second copy, and "
    "you sent it on the same day, which kept the order of the larger one. In the July review the agency showed "
    "what it had cost."
)


def counts(text: str) -> list[int]:
    """Lines of each paragraph."""
    return [end - start for start, end in line_paragraphs(text.split("\n"))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (NOTE, [1]),
        (f"{NOTE}\n{NOTE}\n{NOTE}", [1, 1, 1]),
        ("Lerato is pregnant, so no Christmas range\nHamish autistic, slow\ntoo old for TikTok", [1, 1, 1]),
        ("Strengths:\nsent the list on May 3\nGrowth:\nunprofessional in the call", [1, 1, 1, 1]),
        ("On May 3 you sent the list,\nand you were abrasive.", [2]),
        (
            "Lerato is pregnant, so we did not give her the Christmas range because she will be\n"
            f"out from October on.\n{NOTE}\n{NOTE}",
            [2, 1, 1],
        ),
        (
            "Aoife has two small kids and leaves at four, so the late calls go to Tom, as agreed.\n"
            "Yuki, being Japanese, is polite.\n"
            "He has been off sick a lot since his divorce, and the fair in Lyon went to Hamish.\n"
            "Dariusz is too old for TikTok.",
            [1, 1, 1, 1],
        ),
        (
            "Lerato will be out from October, so we did not give her the Christmas range\n"
            "Hamish is precise and late\n"
            "Aoife leaves at four, so the late calls go to Tom from the Leeds office now\n"
            "Dariusz keeps the list",
            [1, 1, 1, 1],
        ),
    ],
)
def test_a_line_that_was_not_wrapped_is_a_paragraph(text: str, expected: list[int]) -> None:
    assert expected == counts(text)


@pytest.mark.parametrize("width", range(56, 100, 4))
def test_prose_that_was_wrapped_is_one_paragraph(width: int) -> None:
    lines = textwrap.wrap(PROSE, width)

    assert [len(lines)] == counts("\n".join(lines))


@pytest.mark.parametrize("width", [60, 72, 80])
def test_a_short_line_ends_a_paragraph_of_wrapped_prose(width: int) -> None:
    lines = textwrap.wrap(PROSE + " It was less.", width)
    while len(lines[-1]) > width // 2:
        lines[-1] = lines[-1].rpartition(" ")[0]

    assert [len(lines), len(lines)] == counts("\n".join([*lines, *lines]))


def test_no_lines_are_no_paragraph() -> None:
    assert [] == list(line_paragraphs([]))
