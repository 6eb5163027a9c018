"""Nothing in a file changes but what was answered."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alignkit.asking.manuscript import open_manuscript, with_value
from alignkit.asking.yaml_text import in_brackets, scalar
from alignkit.diagnostics import Report
from alignkit.source import Data, Step, read_texts, steps_of

QUILLMERE = Path(__file__).parents[2] / "examples" / "quillmere" / "context.yaml"
FILE = Path("context.yaml")

STYLES = {
    "block": ("a:\n  b: 1\nc: 2\n", "a.x", "a:\n  b: 1\n  x: new\nc: 2\n"),
    "comment behind": ("a:\n  b: 1   # one\nc: 2\n", "a.x", "a:\n  b: 1   # one\n  x: new\nc: 2\n"),
    "comment below": (
        "a:\n  b: 1\n  # more\n\n# C\nc: 2\n",
        "a.x",
        "a:\n  b: 1\n  # more\n  x: new\n\n# C\nc: 2\n",
    ),
    "comment of the next": ("a:\n  b: 1\n# C\nc: 2\n", "a.x", "a:\n  b: 1\n  x: new\n# C\nc: 2\n"),
    "four blanks": ("a:\n    b: 1\n", "d.x", "a:\n    b: 1\nd:\n    x: new\n"),
    "brackets": ("a: {b: 1}  # one\n", "a.x", "a: {b: 1, x: new}  # one\n"),
    "brackets with blanks": ("a: { b: 1 }\n", "a.x", "a: { b: 1, x: new }\n"),
    "brackets on lines": (
        "a: {b: 1,  # one\n    c: 2  # two\n   }\n",
        "a.x",
        "a: {b: 1,  # one\n    c: 2, x: new  # two\n   }\n",
    ),
    "comma at the end": ("a: [1,\n  2,  # two\n]\n", "a[2]", "a: [1,\n  2, new  # two\n]\n"),
    "empty brackets": ("a: {}\n", "a.x", "a: {x: new}\n"),
    "empty list": ("a: []  # none\n", "a[0]", "a: [new]  # none\n"),
    "list set in": ("a:\n  - one\nb: 2\n", "a[1]", "a:\n  - one\n  - new\nb: 2\n"),
    "list not set in": ("a:\n- one\n# B\nb: 2\n", "a[1]", "a:\n- one\n- new\n# B\nb: 2\n"),
    "list not set in elsewhere": ("a:\n- one\n", "b[0]", "a:\n- one\nb:\n- new\n"),
    "records in brackets": ("a:\n  - {id: k, b: 1}\n", "a.k.x", "a:\n  - {id: k, b: 1, x: new}\n"),
    "records on lines": (
        "a:\n  - id: k\n    b: 1\n  - id: l\n",
        "a.k.x",
        "a:\n  - id: k\n    b: 1\n    x: new\n  - id: l\n",
    ),
    "carriage returns": ("a:\r\n  b: 1\r\nc: 2\r\n", "a.x", "a:\r\n  b: 1\r\n  x: new\r\nc: 2\r\n"),
    "byte order mark": ("\ufeffa: 1\n", "x", "\ufeffa: 1\nx: new\n"),
    "no last line end": ("a: 1", "x", "a: 1\nx: new"),
    "text block": (
        "a:\n  b: |\n    one\n\n    two\n\nc: 2\n",
        "a.x",
        "a:\n  b: |\n    one\n\n    two\n  x: new\n\nc: 2\n",
    ),
    "text block that keeps": (
        "a:\n  b: |+\n    one\n\nc: 2\n",
        "a.x",
        "a:\n  b: |+\n    one\n\n  x: new\nc: 2\n",
    ),
    "text block at the end": ("a: >\n  one", "x", "x: new\na: >\n  one"),
    "quotes": ("'a': \"b\"\n\"c\": 'd'\n", "x", "'a': \"b\"\n\"c\": 'd'\nx: new\n"),
    "text on lines": ("a:\n  b: one\n    two\nc: 2\n", "a.x", "a:\n  b: one\n    two\n  x: new\nc: 2\n"),
    "nothing behind a key": ("a:   # to come\nb: 1\n", "a.x", "a:   # to come\n  x: new\nb: 1\n"),
    "null": ("a: {b: null}\n", "a.b", "a: {b: new}\n"),
    "tilde": ("a: ~  # none\n", "a.x", "a: {x: new}  # none\n"),
    "another value": ('a: "old"  # why\n', "a", "a: new  # why\n"),
    "comments alone": ("# one\n", "x", "# one\nx: new\n"),
    "document marks": ("---\na: 1\n...\n", "x", "---\na: 1\nx: new\n...\n"),
    "brackets all over": ("{a: 1}\n", "x.k", "{a: 1, x: {k: new}}\n"),
    "a name for repetition": ("a: &n 1\nb: *n\n", "x", "a: &n 1\nb: *n\nx: new\n"),
    "wide letters": ("a: {b: äöü 😀, c: 1}\n", "a.x", "a: {b: äöü 😀, c: 1, x: new}\n"),
}


@pytest.mark.parametrize("style", STYLES)
def test_every_style_is_kept(style: str, tmp_path: Path) -> None:
    text, path, expected = STYLES[style]
    file = tmp_path / "context.yaml"
    file.write_bytes(text.encode())
    report = Report()
    manuscript = open_manuscript(file, report)
    assert manuscript is not None, list(report)

    changed = with_value(manuscript, steps_of(path), "new")

    assert changed is not None
    assert expected == changed.texts[file]


@pytest.mark.parametrize(
    ("text", "path"),
    [("a: &n {b: 1}\nc: *n\n", "a.x"), ("a: &n {b: 1}\nc: *n\n", "c.x"), ("a: &n [1]\nc: *n\n", "c[1]")],
)
def test_what_is_repeated_elsewhere_is_not_touched(text: str, path: str, tmp_path: Path) -> None:
    file = tmp_path / "context.yaml"
    file.write_text(text, "utf-8")
    manuscript = open_manuscript(file, Report())
    assert manuscript is not None

    assert with_value(manuscript, steps_of(path), "new") is None


def test_a_line_of_the_worked_example_changes_and_no_other(tmp_path: Path) -> None:
    file = tmp_path / "context.yaml"
    file.write_bytes(QUILLMERE.read_bytes())
    manuscript = open_manuscript(file, Report())
    assert manuscript is not None
    before = manuscript.texts[file].splitlines()

    answers: tuple[tuple[str, Data], ...] = (
        ("stakeholders.noor.said", "Fine: #1"),
        ("budget.cuts[9]", {"order": 8}),
        ("sources.new.name", "CRM"),
    )
    for path, value in answers:
        changed = with_value(manuscript, steps_of(path), value)
        assert changed is not None
        after = changed.texts[file].splitlines()
        same = [line for line in before if line in after]
        assert len(before) - len(same) == (1 if path.endswith("said") else 0)
        assert len(after) == len(before) + (0 if path.endswith("said") else 1)


HOSTILE = [
    ": {", "#", "# note", "a # b", "a: b", "it's", '"', "'", '"quoted"', "\\", "\\n", "- x", "? x", "*x", "&x", "!x", "%x", "@x", "`x`",
    "|", ">", "[x", "x]", "{x}", "x, y", "null", "Null", "~", "yes", "No", "on", "true", "TRUE", "1", "017", "1_000", "1:30", "1e5",
    "0x1F", ".5", "2026-12-11", "12.500", "2.88M", "<<", "=", "---", "...", "😀 ok", "a\u00a0b", "ä: ö", "x" * 5000, "trailing:", "a :b",
    "{{ 7*7 }}", "{% if %}", "y", "N", ".inf", ".nan", "-", "--", "a\\", "key: |",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_answers_read_back_as_they_were_typed(text: str) -> None:
    written = f"a: {scalar(text)}\nb: {in_brackets({'k': text, 'l': [text, 'x']})}\nc:\n  - {scalar(text)}\n  - k: {scalar(text)}\n"

    source = read_texts({FILE: written}, Report())

    assert source is not None
    assert {"a": text, "b": {"k": text, "l": [text, "x"]}, "c": [text, {"k": text}]} == source.data


KEYS = st.sampled_from(["a", "b", "key", "long_name", "x-y", "äö"])
SCALARS: st.SearchStrategy[Any] = st.one_of(
    st.integers(-999, 999),
    st.booleans(),
    st.none(),
    st.text(st.sampled_from("ab :#-{},'\"é😀\\"), max_size=8).map(str.strip),
)
VALUES: st.SearchStrategy[Any] = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(KEYS, inner, max_size=3)),
    max_leaves=8,
)


def laid_out(value: Any, draw: Any, depth: int = 0) -> str:
    """Text of YAML for `value`, in a style drawn for each part, with comments drawn in between."""
    if isinstance(value, dict | list) and value and depth < 4 and draw(st.booleans()):
        blanks = " " * draw(st.sampled_from([1, 2, 4])) if depth else ""
        lines = []
        for key, each in value.items() if isinstance(value, dict) else ((None, each) for each in value):
            head = f"{scalar(key)}:" if key is not None else "-"
            inner = laid_out(each, draw, depth + 1)
            comment = draw(st.sampled_from(["", "", "  # said"]))
            rest = f"{comment}{inner}" if inner.startswith("\n") else f" {inner}{comment}"
            lines += [f"{head}{rest}", *draw(st.sampled_from([[], [], [""], ["# note"], ["", "# note"]]))]
        text = "\n".join(lines)
        return "\n" + "\n".join(blanks + line if line else "" for line in text.split("\n")) if depth else text
    return in_brackets(value)


@settings(
    max_examples=80,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(st.data())
def test_only_what_is_answered_changes_in_any_text(tmp_path: Path, data: st.DataObject) -> None:
    whole = data.draw(st.dictionaries(KEYS, VALUES, min_size=1, max_size=4))
    eol = data.draw(st.sampled_from(["\n", "\r\n"]))
    text = eol.join(laid_out(whole, data.draw).split("\n")) + data.draw(st.sampled_from(["", eol, eol * 3]))
    file = tmp_path / "context.yaml"
    file.write_bytes(text.encode())
    manuscript = open_manuscript(file, Report())
    assert manuscript is not None
    assert whole == manuscript.source.data
    steps = data.draw(st.sampled_from(containers(whole)))
    answer = data.draw(SCALARS.filter(lambda value: value is not None))

    changed = with_value(manuscript, steps, answer)

    assert changed is not None
    assert is_inserted(text, changed.texts[file])


def containers(value: Data, steps: tuple[Step, ...] = ()) -> list[tuple[Step, ...]]:
    """Where something new can be put."""
    found: list[tuple[Step, ...]] = []
    if isinstance(value, dict):
        found.append((*steps, "new"))
        for key, inner in value.items():
            found += containers(inner, (*steps, key))
    elif isinstance(value, list):
        found.append((*steps, len(value)))
        for index, inner in enumerate(value):
            found += containers(inner, (*steps, index))
    return found


def is_inserted(before: str, after: str) -> bool:
    """Whether `after` is `before` with one stretch put in."""
    start = next(
        (at for at, (one, two) in enumerate(zip(before, after, strict=False)) if one != two), len(before)
    )
    rest = len(before) - start
    return after.endswith(before[start:]) and len(after) - rest >= start


def test_the_harness_can_fail() -> None:
    assert is_inserted("abc", "abxc")
    assert not is_inserted("abc", "xbcd")
    assert not is_inserted("abc", "ab")
