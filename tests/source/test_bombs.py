"""Every file that would exhaust a YAML library is refused at once, with a place."""

import time
from pathlib import Path

import pytest

from alignkit.diagnostics import Report
from alignkit.source import read


def _aliases(levels: int, width: int) -> str:
    rows = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * width)}]" for n in range(1, levels)]
    return "\n".join(["a0: &a0 x", *rows])


def _merge_keys(levels: int) -> str:
    rows = [f"m{n}: &m{n}\n  <<: [{', '.join([f'*m{n - 1}'] * 9)}]" for n in range(1, levels)]
    return "\n".join(["m0: &m0 {k: 1}", *rows])


BOMBS = {
    "brackets": ("a: " + "[" * 30_000, "YAML-005"),
    "closed brackets": ("a: " + "[" * 30_000 + "]" * 30_000, "YAML-005"),
    "braces": ("a: " + "{a: " * 30_000, "YAML-005"),
    "dashes": ("a:\n " + "- " * 30_000 + "x", "YAML-005"),
    "question marks": ("? " * 30_000 + "x", "YAML-005"),
    "deep indentation": ("\n".join(" " * n + f"k{n}:" for n in range(60)), "YAML-005"),
    "nodes in a list": ("a: [" + "x," * 250_000 + "]", "YAML-005"),
    "nodes as keys": ("".join(f"k{n}: 1\n" for n in range(150_000)), "YAML-005"),
    "laughs": (_aliases(10, 9), "YAML-005"),
    "many aliases": ("a: &a x\nb: [" + "*a, " * 300 + "]", "YAML-005"),
    "itself": ("a: &a [*a]", "YAML-005"),
    "itself as a mapping": ("a: &a {b: {c: *a}}", "YAML-005"),
    "merge keys": (_merge_keys(12), "YAML-005"),
    "bytes": ("a: " + "x" * 2_000_001, "YAML-004"),
    "a number of 5,000 digits": ("a: {b: " + "9" * 5_000 + ", b: 1}", "YAML-013"),
    "an unclosed quote": ('a: "' + "x\n" * 100_000, "YAML-008"),
    "duplicates": ("a: 1\n" * 20_000, "YAML-013"),
    "open quotes": ('a: "x\n' * 20_000, "YAML-008"),
    "control characters": ("a: " + "\x01" * 500_000 + "\nb: [", "YAML-012"),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_ends_within_a_second(tmp_path: Path, name: str) -> None:
    text, code = BOMBS[name]
    path = tmp_path / "context.yaml"
    path.write_text(text, encoding="utf-8")
    report = Report()

    begun = time.process_time()
    read(path, report)
    seconds = time.process_time() - begun

    assert report.is_broken
    assert code in {d.code for d in report}
    assert all(d.place is not None for d in report if "more problems" not in d.message)
    assert seconds < 1
