"""The program as a whole: help, what it loads, exit codes, crashes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Never

import pytest

from alignkit import __version__
from alignkit.cli.program import COMMANDS, program
from command_line import Run

LOADED = """
import sys
from alignkit.cli import run
code = run(sys.argv[1:])
names = set(sys.modules) - set(sys.stdlib_module_names)
print("LOADED", code, *sorted(name for name in names if name.partition(".")[0] not in sys.stdlib_module_names))
"""
OF_HELP = {"alignkit", "alignkit.cli", "alignkit.cli.exits", "alignkit.cli.main", "alignkit.cli.program"}
ALLOWED = {"click", "colorama", "__main__", "_distutils_hack", "sitecustomize", "_virtualenv"}
SUB_COMMANDS = [*([name] for name in COMMANDS), *(["template", name] for name in ("new", "check", "show"))]


def loaded(*arguments: str) -> tuple[str, set[str]]:
    """The exit code of a run of its own, and the modules of ours and of others it imported."""
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *arguments], check=True, capture_output=True, text=True
    )
    _, code, *names = done.stdout.splitlines()[-1].split()
    return code, {name for name in names if not name.startswith(("__editable", "_alignkit", "_virtualenv"))}


def test_help_loads_click_and_nothing_else() -> None:
    code, names = loaded("--help")

    assert "0" == code
    assert OF_HELP == {name for name in names if name.partition(".")[0] == "alignkit"}
    assert {name.partition(".")[0] for name in names} - {"alignkit"} <= ALLOWED


@pytest.mark.parametrize("command", [["build", "--help"], ["template", "check", "--help"]])
def test_help_of_a_command_loads_nothing_heavy(command: list[str]) -> None:
    code, names = loaded(*command)

    assert "0" == code
    assert {name.partition(".")[0] for name in names} - {"alignkit"} <= ALLOWED


def test_help_names_every_command_with_the_line_of_its_own_help(run: Run) -> None:
    result = run("--help")

    assert 0 == result.code
    for name, (_, line) in COMMANDS.items():
        command = program.get_command(None, name)  # type: ignore[arg-type] # the table needs no context
        assert f"  {name:<{max(map(len, COMMANDS))}}  {line}\n" in result.out
        assert command is not None
        assert line == command.short_help


@pytest.mark.parametrize("command", SUB_COMMANDS, ids=" ".join)
def test_every_command_explains_itself_with_an_example(command: list[str], run: Run) -> None:
    result = run(*command, "--help")

    assert 0 == result.code
    assert "".join(("\n  alignkit ", *" ".join(command))) in result.out
    assert max(map(len, result.out.splitlines())) <= 80


def test_the_version(run: Run) -> None:
    assert (0, f"alignkit {__version__}\n", "") == run("--version")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["bild"], "Error: There is no command 'bild'. Did you mean 'build'?"),
        (["zzz"], "Error: There is no command 'zzz'."),
        (["build"], "Error: Missing argument 'KIND...'."),
        (["list", "--color"], "Error: No such option '--color'."),
        (["new"], "Error: Missing argument 'KIND'."),
    ],
)
def test_wrong_usage_is_two(arguments: list[str], expected: str, run: Run) -> None:
    result = run(*arguments)

    assert (2, "") == (result.code, result.out)
    assert expected == result.err.splitlines()[-1].replace("option: --color", "option '--color'")


def _break(*_: object, **__: object) -> Never:
    raise ZeroDivisionError("a secret")


def test_a_mistake_of_ours_is_told_calmly_and_its_details_are_saved(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("alignkit.projects.schema_text", _break)

    result = run("schema", may_crash=True)

    assert (3, "") == (result.code, result.out)
    [saved] = tmp_path.glob("alignkit-crash-*.txt")
    words = " ".join(result.err.split())
    assert words.startswith("alignkit stopped because of a mistake of its own (ZeroDivisionError);")
    assert "no file was left half-written" in words
    assert f"alignkit {__version__}" in words
    assert str(saved) in words
    assert "Traceback" not in result.err
    assert "ZeroDivisionError: a secret" in saved.read_text("utf-8")


def test_a_crash_fails_a_test_that_does_not_expect_it(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("alignkit.projects.schema_text", _break)

    with pytest.raises(pytest.fail.Exception, match="`alignkit schema` crashed:"):
        run("schema")


def test_debug_shows_the_details_instead(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("alignkit.projects.schema_text", _break)

    result = run("--debug", "schema", may_crash=True)

    assert 3 == result.code
    assert "ZeroDivisionError: a secret" in result.err
    assert [] == list(tmp_path.iterdir())


def _interrupt(*_: object, **__: object) -> Never:
    raise KeyboardInterrupt


def test_control_c_is_130(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("alignkit.projects.schema_text", _interrupt)

    result = run("schema")

    assert 130 == result.code
    assert "interrupted; nothing is half-written" == result.err.strip()


def test_a_reader_that_leaves_is_no_crash(tmp_path: Path) -> None:
    command = f'"{sys.executable}" -m alignkit schema | head -1'
    done = subprocess.run(["bash", "-c", command], check=True, capture_output=True, cwd=tmp_path)

    assert (b"{\n", b"") == (done.stdout, done.stderr)
