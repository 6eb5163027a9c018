"""Messages as people read them."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pytest

from alignkit.cli import console
from alignkit.diagnostics import Diagnostic, Place, Severity

LINES = {"a.yaml": ("one: 1", "two: 2"), "b.yaml": ("x: \u202e",)}


def lines(file: str) -> Sequence[str]:
    return LINES.get(file, ())


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def told(*diagnostics: Diagnostic) -> str:
    stream = io.StringIO()
    console.tell(diagnostics, lines, stream=stream)
    return stream.getvalue()


def test_a_message_shows_place_severity_code_line_caret_and_hint() -> None:
    found = Diagnostic("X-001", Severity.ERROR, "expected `a`", Place("a.yaml", 2, 6), hint="write `a`")

    assert told(found) == (
        "a.yaml:2:6: error X-001 expected `a`\n    2 | two: 2\n      |      ^\n  hint: write `a`\n\n"
    )


def test_messages_come_by_file_and_line_whatever_order_they_were_found_in() -> None:
    several = [
        Diagnostic("X-004", Severity.INFO, "d", Place("b.yaml", 9)),
        Diagnostic("X-003", Severity.WARN, "c", Place("a.yaml", 12)),
        Diagnostic("X-002", Severity.WARN, "b", Place("a.yaml", 9)),
        Diagnostic("X-001", Severity.ERROR, "a"),
    ]

    assert told(*several) == (
        "error X-001 a\n\n"
        "a.yaml:9:1: warning X-002 b\n\n"
        "a.yaml:12:1: warning X-003 c\n\n"
        "b.yaml:9:1: note X-004 d\n\n"
    )


def test_places_that_belong_to_it_are_shown_with_their_lines() -> None:
    found = Diagnostic(
        "X-001", Severity.ERROR, "twice", Place("a.yaml", 2), related=(Place("a.yaml", 1),), blocks=True
    )

    assert told(found) == (
        "a.yaml:2:1: error X-001 twice\n"
        "    2 | two: 2\n"
        "      | ^\n"
        "  see:  a.yaml:1:1\n"
        "    1 | one: 1\n"
        "      | ^\n"
        "\n"
    )


def test_nothing_in_a_message_can_turn_or_colour_the_screen() -> None:
    found = Diagnostic("X-001", Severity.ERROR, "found `\x1b[2J`", Place("b.yaml", 1, 4), hint="a\nb")

    assert told(found) == (
        "b.yaml:1:4: error X-001 found `<U+001B>[2J`\n"
        "    1 | x: <U+202E>\n"
        "      |    ^\n"
        "  hint: a<U+000A>b\n"
        "\n"
    )


@pytest.mark.parametrize(
    ("severities", "expected"),
    [
        ([], ""),
        ([Severity.ERROR], "1 error"),
        ([Severity.INFO, Severity.WARN, Severity.ERROR, Severity.ERROR], "2 errors, 1 warning, 1 note"),
    ],
)
def test_a_summary_counts_what_was_found(severities: list[Severity], expected: str) -> None:
    found = [Diagnostic("X-001", severity, str(number)) for number, severity in enumerate(severities)]

    assert expected == console.counts(found)


@pytest.mark.parametrize(
    ("stream", "no_color", "term", "has_colour"),
    [
        (Screen(), "", "xterm-256color", True),
        (Screen(), "1", "xterm-256color", False),
        (Screen(), "", "dumb", False),
        (io.StringIO(), "", "xterm-256color", False),
    ],
)
def test_colour_is_for_screens_that_have_it_and_people_who_want_it(
    stream: io.StringIO, no_color: str, term: str, has_colour: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", no_color)
    monkeypatch.setenv("TERM", term)

    console.write([("plain ", ""), ("red", "bold red")], stream)

    assert has_colour is ("\x1b[" in stream.getvalue())
    assert "plain " in stream.getvalue()
    assert stream.getvalue().endswith("\n")
