"""File names that every system stores as they are."""

from __future__ import annotations

from unicodedata import category, normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignkit.filenames import LONGEST_NAME, UnsafeNameError, safe_name

CASES = {
    "memo.docx": "memo.docx",
    "Budget 2027 – ask.docx": "Budget 2027 – ask.docx",
    "Grüße.eml": "Grüße.eml",
    "Gru\u0308ße.eml": "Grüße.eml",
    "what? <now>: \"a|b*\".md": "what_ _now__ _a_b__.md",
    "...hidden": "hidden",
    "--force": "force",
    "~draft": "draft",
    " . -~x": "x",
    "name. . .": "name",
    "name ": "name",
    "line\nbreak": "linebreak",
    "tab\there": "tabhere",
    "zero\u200bwidth": "zerowidth",
    "evil\u202etxt.exe": "eviltxt.exe",
    "private\ue000use": "privateuse",
    "half\ud800pair": "halfpair",
    "para\u2029graph": "paragraph",
    "con": "_con",
    "CON.txt": "_CON.txt",
    "con .txt": "_con .txt",
    "Nul.tar.gz": "_Nul.tar.gz",
    "aux": "_aux",
    "com0": "_com0",
    "COM9.md": "_COM9.md",
    "lpt¹": "_lpt¹",
    "COM³.docx": "_COM³.docx",
    "conin$": "_conin$",
    "ＣＯＮ.md": "_ＣＯＮ.md",
    "console.md": "console.md",
    "com10": "com10",
    "a" + "\u200d" + "\u0301": "á",
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES.items())
def test_names(text: str, expected: str) -> None:
    assert safe_name(text) == expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("../../etc/passwd", "a file name cannot hold `/`"),
        ("a\\b", "a file name cannot hold `\\`"),
        ("a\0b", "a file name cannot hold NUL"),
        ("", "nothing is left of the file name"),
        ("...", "nothing is left of the file name"),
        (" \u200b\n", "nothing is left of the file name"),
    ],
)
def test_what_cannot_be_a_name_is_refused(text: str, message: str) -> None:
    with pytest.raises(UnsafeNameError) as caught:
        safe_name(text)

    assert str(caught.value) == message


def test_a_long_name_keeps_its_beginning_and_extension() -> None:
    name = safe_name("ü" * 200 + ".docx")

    assert len(name.encode()) <= LONGEST_NAME
    assert name.startswith("ü" * 60)
    assert name.endswith(".docx")


def test_long_names_that_differ_at_the_end_stay_apart() -> None:
    assert safe_name("x" * 300 + "1.md") != safe_name("x" * 300 + "2.md")


def test_a_long_extension_is_no_extension() -> None:
    name = safe_name("a." + "b" * 300)

    assert len(name.encode()) <= LONGEST_NAME


PIECES = st.sampled_from(
    [
        ".",
        " ",
        "-",
        "~",
        "CON",
        "nul",
        "com¹",
        ".txt",
        "é",
        "e\u0301",
        "\u200b",
        "\u202e",
        "<",
        "?",
        "漢" * 30,
        "x" * 80,
    ]
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=12).map("".join))


@given(TEXTS)
def test_any_text_is_refused_or_made_safe(text: str) -> None:
    try:
        name = safe_name(text)
    except UnsafeNameError:
        return

    assert name == safe_name(name)
    assert name == normalize("NFC", name)
    assert 0 < len(name.encode()) <= LONGEST_NAME
    assert not set(name) & set('/\\<>:"|?*')
    assert not any(category(c) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"} for c in name)
    assert name[0] not in ".-~ "
    assert name[-1] not in ". "
    assert name.partition(".")[0].strip().upper() not in {"CON", "PRN", "AUX", "NUL"}
