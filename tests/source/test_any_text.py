"""Any text in quotes comes back as it was, or with a word about what was taken out."""

import re
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from alignkit.diagnostics import Report
from alignkit.source import read

POSITIONS = (
    "a: {}\n",
    "a: [{}]\n",
    "a: {{b: {}, c: 1}}\n",
    "a:\n  - id: x\n    b: {}\n",
    "a:\n- {}\n- 2\n",
    "{}: 1\n",
)
UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufeff\u2028\u2029\u202a-\u202e\u2066-\u2069]")
BREAKS = frozenset("\x0b\x0c\x85\u2028\u2029")
TEXT = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs"]),
        st.sampled_from(
            "\x00\x07\x0b\x0c\x1b\x7f\x85\x9f\u2028\u202e\ufeff\ufffe\uffff\U0001ffff#:{}[]&*!|>'\"%@`"
        ),
    ),
    min_size=1,
    max_size=40,
)


def as_double(text: str) -> str:
    return '"' + "".join(f"\\U{ord(c):08x}" if not c.isalnum() or not c.isascii() else c for c in text) + '"'


def as_raw_double(text: str) -> str:
    return (
        '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r") + '"'
    )


def as_single(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


@settings(max_examples=150, deadline=None)
@given(
    text=TEXT,
    position=st.sampled_from(POSITIONS),
    quote=st.sampled_from((as_double, as_raw_double, as_single)),
)
def test_a_quoted_text_comes_back(text: str, position: str, quote: object) -> None:
    if quote is as_single:
        text = re.sub(r"[\n\r]", " ", text)
    expected = "".join(c for c in text if ord(c) & 0xFFFE != 0xFFFE)
    expected = UNFIT.sub(lambda match: " " if match[0] in BREAKS else "", expected)
    assert callable(quote)
    written = "# A NUL among the first bytes of a file means another encoding.\n" + position.format(
        quote(text)
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "context.yaml"
        path.write_bytes(written.encode("utf-8"))
        report = Report()
        source = read(path, report)

    codes = {d.code for d in report}
    if position.startswith("{}:") and not expected:
        assert "YAML-015" in codes
        return
    assert source is not None
    found = next(iter(source.data)) if position.startswith("{}:") else source.data["a"]
    while isinstance(found, dict | list):
        found = found["b"] if isinstance(found, dict) else found[0]
    assert found == expected
    assert bool(codes & {"YAML-021", "YAML-022"}) == (expected != text)
    assert not report.is_broken
