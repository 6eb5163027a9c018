"""Where sentences end, and where they only seem to."""

from __future__ import annotations

import pytest

from alignkit.prose.sentences import split_sentences


@pytest.mark.parametrize(
    "sentences",
    [
        ["Spend is $2.88M.", "It buys 190 customers.", "Then?", "Yes!"],
        ["One measure, e.g. CAC, rose 3.4 times."],
        ["See no. 4 and Fig. 2 of the memo."],
        ["Dr. Okoye-Hart met Prof. Lind in the U.S. Senate."],
        ["It is due on Fri. 27 Nov. 2026."],
        ["The answer is no.", "We stop."],
        ["He said \"no.\"", "Then he left (at once).", "42 people stayed."],
        ["Is it?", "It is."],
        ["version 3.2 of it. lower case goes on"],
        ["We wait ... and wait."],
    ],
)  # fmt: skip
def test_sentences_end_where_readers_pause(sentences: list[str]) -> None:
    assert sentences == split_sentences(" ".join(sentences))


@pytest.mark.parametrize(
    ("text", "count"), [("", 0), ("  \n ", 0), ("One\nTwo\n\nThree", 3), (" One. \n Two. ", 2), (".", 1)]
)
def test_line_ends_end_sentences(text: str, count: int) -> None:
    assert count == len(split_sentences(text))


def test_a_line_of_dots_is_one_sentence() -> None:
    dots = "." * 200_000

    assert [dots] == split_sentences(dots)
