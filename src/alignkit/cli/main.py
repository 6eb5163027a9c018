"""One run of the program, and what it exits with."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NoReturn

import click

from .exits import DONE, INTERRUPTED, OUR_BUG, WRONG_INPUT, WRONG_USAGE
from .program import program

if TYPE_CHECKING:
    from collections.abc import Sequence


def main() -> NoReturn:
    """Run the program and leave with its exit code."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """The exit code of the program with these arguments."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        return _code(program.main(list(arguments), prog_name="alignkit", standalone_mode=False))
    except click.Abort:
        click.echo("interrupted; nothing is half-written", err=True)
        return INTERRUPTED
    except click.ClickException as problem:
        problem.show()
        return problem.exit_code if problem.exit_code != 1 else WRONG_USAGE
    except BrokenPipeError:
        _close_output()
        return WRONG_INPUT
    except Exception as bug:  # whatever comes here is a mistake of ours
        from .crash import tell

        tell(bug, show="--debug" in arguments)
        return OUR_BUG


def _code(result: object) -> int:
    """Commands give their exit code; click gives its own after `--help` and `--version`."""
    return result if isinstance(result, int) else DONE


def _close_output() -> None:
    """Nobody reads our output any more: let the interpreter not complain about it at its end."""
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
