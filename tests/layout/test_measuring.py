"""Widths, lines and heights of text."""

from __future__ import annotations

from pathlib import Path

import pytest

from alignkit.layout.installed import font_folders
from alignkit.layout.measuring import measured
from alignkit.layout.metrics import face
from alignkit.model.inlines import Break, Inline, Strong, Text


@pytest.mark.parametrize(
    ("family", "text", "expected"),
    [
        ("Calibri", "", 0.0),
        ("Calibri", "A", 0.579),
        ("calibri light", "A", 0.579),
        ("Carlito", "A", 0.579),
        ("Arial", "Hello", 2.283),
        ("Helvetica", "Hello", 2.283),
        ("Courier New", "iiWW", 2.404),
        ("Calibri", "a\u00adb", 1.005),
        ("Calibri", "e\u0301", 0.498),
        ("Calibri", "日本", 2.0),
        ("Calibri", "🚀", 1.4),
        ("Calibri", "\u200d", 0.0),
        ("Calibri", "\t", 4.0),
    ],
)
def test_width_of_a_text(family: str, text: str, expected: float) -> None:
    assert expected == pytest.approx(face(family).width(text), abs=0.002)


def test_a_font_nobody_has_is_as_wide_as_the_widest_of_the_table() -> None:
    assert face("DejaVu Sans").width("Hello") == face("No Such Family").width("Hello")
    assert face("DejaVu Sans").width("Hello") > face("Arial").width("Hello")


def test_bold_is_wider() -> None:
    assert face("Calibri", bold=True).width("Hello") > face("Calibri").width("Hello")


def plain(text: str) -> tuple[Inline, ...]:
    return (Text(text),)


def ems(text: str) -> float:
    return face("Calibri").width(text)


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("", 5, 1),
        ("one two", ems("one two"), 1),
        ("one two", ems("one two") - 0.01, 2),
        ("one two ", ems("one two"), 1),
        ("one\u00a0two", ems("one two") - 0.01, 2),
        ("one two\u00a0three", ems("one two thr"), 2),
        ("state-of-the-art", ems("state-of-"), 2),
        ("2026-2027", ems("2026-"), 2),
        ("and/or", ems("and/or"), 1),
        ("日本語の文", 2, 3),
        ("日本。", 2, 2),
        ("x" * 30, ems("x" * 10), 3),
        ("a " + "x" * 30, ems("x" * 10), 4),
        ("one\ntwo\u2028three", 50, 3),
    ],
)
def test_number_of_lines(text: str, width: float, expected: int) -> None:
    assert expected == measured(plain(text), "Calibri").lines(width + 1e-9)


def test_blanks_and_digits_among_hebrew_words_are_as_wide_as_those_of_its_font() -> None:
    far = face("DejaVu Sans").width("שבהם 2 על")

    assert far == pytest.approx(measured((Text("שבהם 2 על"),), "Calibri").natural)
    assert far > face("Calibri").width("שבהם 2 על")


@pytest.mark.parametrize("text", ["\u200f520,000 US$", "720,000 US$ waits until 9 أبريل"])
def test_words_in_our_letters_among_those_of_a_far_script_are_as_wide_as_in_its_font(text: str) -> None:
    assert face("DejaVu Sans").width(text) == pytest.approx(measured((Text(text),), "Calibri").natural)


def test_a_break_begins_a_line() -> None:
    assert 2 == measured((Text("one"), Break(), Text("two")), "Calibri").lines(50)


def test_a_word_partly_bold_stays_whole() -> None:
    mixed = measured((Strong((Text("Say"),)), Text(": it")), "Calibri")
    first = face("Calibri", bold=True).width("Say") + ems(":")

    assert first == pytest.approx(mixed.rows[0][0].width)
    assert [2, 1] == [mixed.lines(first + 0.01), mixed.lines(first + ems(" it") + 0.01)]


@pytest.mark.parametrize(
    ("text", "expected"), [("Text", 1.221), ("Café – 5 €", 1.221), ("日本", 1.45), ("🚀", 1.45)]
)
def test_height_of_a_line(text: str, expected: float) -> None:
    assert expected == measured(plain(text), "Calibri").line


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [
        (
            "linux",
            {},
            [
                "/home/ada/.local/share/fonts",
                "/home/ada/.fonts",
                "/usr/local/share/fonts",
                "/usr/share/fonts",
            ],
        ),
        (
            "linux",
            {"XDG_DATA_HOME": "/data"},
            ["/data/fonts", "/home/ada/.fonts", "/usr/local/share/fonts", "/usr/share/fonts"],
        ),
        ("darwin", {}, ["/home/ada/Library/Fonts", "/Library/Fonts", "/System/Library/Fonts"]),
        ("win32", {"WINDIR": "/win"}, ["/home/ada/AppData/Local/Microsoft/Windows/Fonts", "/win/Fonts"]),
    ],
)
def test_where_fonts_are_kept(platform: str, environment: dict[str, str], expected: list[str]) -> None:
    found = font_folders(platform, environment, Path("/home/ada"))

    assert expected == [path.as_posix() for path in found]
